"""One repair pass over ownership XML that a parser refuses.

In: the text of a document that is not well-formed. Out: the ownership element alone, mended, and a line that says what was mended:
bare ampersands, HTML entities, control characters, "<" before a number, tags with stray words in them, text around the document.
It never closes, drops or moves an element: a document that is cut off or wrongly nested stays refused.
"""

import re
from html.entities import name2codepoint

from vestcalc.late import late

_AMPERSAND = late(r"&(?:#(\d{1,7});|#[xX]([0-9A-Fa-f]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?")
_CONTROL = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BARE_LESS = late(r"<(?![A-Za-z_/!?])")
_STRAY_WORDS = late(r"<([A-Za-z]\w*)((?:[ \t\r\n]+[\w.:-]+)+)[ \t\r\n]*>", re.ASCII)
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
OPENING = "<ownershipDocument"
CLOSING = "</ownershipDocument>"


def cut_out(text: str) -> str | None:
    """The ownership element of a document, from its opening to its last closing tag; None when one of the two is missing."""
    start, end = text.find(OPENING), text.rfind(CLOSING)
    return text[start : end + len(CLOSING)] if 0 <= start < end else None


class _Tally:
    """Counts what a repair pass mends, for the notice."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def add(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def ampersand(self, found: re.Match[str]) -> str:
        decimal, hexadecimal, name = found.groups()
        if name in _XML_NAMES:
            return found[0]
        if name in name2codepoint:
            self.add("HTML entities")
            return chr(name2codepoint[name])
        if decimal or hexadecimal:
            code = int(decimal) if decimal else int(hexadecimal, 16)
            if code in (9, 10, 13) or (code >= 32 and code <= 0x10FFFF and not _CONTROL.match(chr(code))):
                return found[0]
            self.add("control characters")
            return " "
        self.add("bare ampersands")
        return "&amp;" + found[0][1:]

    def control(self, _found: re.Match[str]) -> str:
        self.add("control characters")
        return " "

    def less(self, _found: re.Match[str]) -> str:
        self.add('bare "<" signs')
        return "&lt;"

    def stray(self, found: re.Match[str]) -> str:
        self.add("mangled tags")
        return f"<{found[1]}>"


def mend(text: str, element: str) -> tuple[str, str]:
    """The mended `element` (as `cut_out` of `text` gave it) and what was mended, for a notice."""
    tally = _Tally()
    mended = _CONTROL.sub(tally.control, element)
    mended = _AMPERSAND.sub(tally.ampersand, mended)
    mended = _BARE_LESS.sub(tally.less, mended)
    mended = _STRAY_WORDS.sub(tally.stray, mended)
    what = [f"{count} {name}" for name, count in tally.counts.items()]
    around = text.replace(element, "", 1).strip()
    if text[:1].isspace() or (around and not re.fullmatch(r"<\?xml[^>]*>", around)):
        what.append("text or blank lines around the document left out")
    return mended, ", ".join(what)
