r"""From the text of a print to lines of cells.

In: text as an OCR or markdown tool wrote it. Out: `Line`s, each a tuple of cells (tabs, pipes and HTML table tags
separate them) with the markup taken off: `\$2.51`, `<mark>0</mark>`, `**bold**`, headings, `^1^` and other
superscripts as "(1)", letters of other alphabets that look Latin as the Latin ones. No words are changed.
"""

import re
from typing import NamedTuple

from vestcalc.late import late

#: A `<br>`: a space inside a table row, a line end elsewhere.
BREAK = "\v"

_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеоріјсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοıŀ\u00a0\u2007\u202f\u2009",
    "ABESIJKMHOPCTXYaeopijcyxsABEZHIKMNOPTYXoil    ",
    "\u200b\ufeff\u00ad\x00",
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = late(r"[⁽]\s?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\s?[⁾]|(?<!\d/)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?!/)")
_MARKS = late(
    r"\$?\^\{?\s?\(?(\d{1,2})\)?\s?\}?(?:\^|\$)?(?![\w^])"
    r"|<sup>\s{0,3}\(?\s{0,3}(\d{1,2}(?:\s?\)?,?\s?\(?\d{1,2}){0,9})\s{0,3}\)?\s{0,3}</sup>",
    re.I,
)
_TAGS = late(r"</?(?:mark|u|b|i|em|strong|span|sup|sub|p|div|center|font|small|thead|tbody|table|html|body)\b[^<>]{0,200}>", re.I)
_CELL_END = late(r"</t[dh]\s?>", re.I)
_ROW_END = late(r"</tr\s?>", re.I)
_CELL_TAGS = late(r"<t[rdh]\b[^<>]{0,200}>", re.I)
_ESCAPED = late(r"\\([$*_.()\[\]#~|-])")
_EMPHASIS = late(r"\*\*|__|(?<!\*)\*(?=\w)|(?<=\w)\*(?![\w*])")
_RULE = late(r"[\s|:+=_-]*\Z")
_HEADING = late(r"\s{0,8}(?:#{1,6}|>)\s+")
_RUNNING = late(
    r"\s*(?:(?:https?|f\w{2}e|ﬁle)://\S+(?:\s+\S{1,7})?|\d{1,2}/\d{1,2}/\d\d,\s.{0,60}|(?:Page\s)?\d{1,2}\s?(?:/|of)\s?\d{1,2})\s*\Z", re.I
)


class Line(NamedTuple):
    """One line of the print: its cells, left to right, trimmed; a line without cells has one."""

    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The cells with single spaces between them."""
        return " ".join(c for c in self.cells if c)

    @property
    def squashed(self) -> str:
        """Letters and digits only, lower case: what a heading cut into cells still shares with the form's own."""
        return squash("".join(self.cells))


def squash(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def lines(text: str) -> list[Line]:
    """All lines of `text`; a blank one has no cells."""
    return [_line(raw) for raw in clean(text).split("\n") if not _RUNNING.match(raw)]


def clean(text: str) -> str:
    """The text without markup; cells of HTML tables end in tabs, their rows in line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").translate(_LOOKALIKES)
    if "&" in text:
        from html import unescape

        text = unescape(text).replace("\u00a0", " ")
    text = re.sub(r"<br\s{0,2}/?>", BREAK, text, flags=re.I)
    if "<td" in text.lower():
        text = re.sub(r"\n(?=\s{0,200}</?t[rdh]\b)", " ", text)
        text = _CELL_TAGS.sub("", _ROW_END.sub("\n", _CELL_END.sub("\t", text)))
    text = _MARKS.sub(_mark, text)
    text = _SUPERSCRIPT.sub(lambda m: f"({(m[1] or m[2]).translate(_RAISED)})", text)
    return _EMPHASIS.sub("", _TAGS.sub("", _ESCAPED.sub(r"\1", text)))


def _mark(m: re.Match[str]) -> str:
    """`^1^`, `$^{(1)}$`, `<sup>(1)(2)</sup>` -> "(1)(2)"."""
    return "".join(f"({n})" for n in re.findall(r"\d{1,2}", m[1] or m[2]))


def _line(raw: str) -> Line:
    raw = raw.rstrip()
    if not raw or _RULE.match(raw):
        return Line(())
    raw = _HEADING.sub("", raw, count=1) if _HEADING.match(raw) else raw
    if "|" in raw or "\t" in raw:
        raw = raw.strip(" ")
        raw = raw[1:] if raw.startswith("|") else raw
        cells = [c.replace(BREAK, " ").strip() for c in re.split(r"[|\t]", raw)]
        return Line(tuple(cells)) if any(cells) else Line(())
    return Line((raw.strip(),))


def flowing(region: list[Line]) -> list[str]:
    """The lines of a region of prose, `<br>` as line ends; "" stands for a blank line."""
    return [part.strip() for line in region for part in line.text.replace("\t", " ").split(BREAK)]
