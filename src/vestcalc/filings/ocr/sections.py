"""Where the parts of the form stand: heading, Table I, Table II, notes, remarks, signature.

In: the lines of a print. Out: `Parts`, each a list of lines. Headings are recognised by their letters alone, since a print's
cells cut them anywhere ("Ta | ble I - No | n-Deriv"). A part that is not there is empty; nothing is refused here.
"""

import re

from msgspec import Struct, field

from vestcalc.filings.ocr.clean import BREAK, Line, squash
from vestcalc.late import late

_NOTES = late(r"explanati?on?o[ft]re|xplanationof|lanationofresp|explanationofr")
_REMARKS = late(r"\bRe\s?mar?ks?\s?:", re.I)
_SIGNATURE = late(r"signatureof|gnatureofreportin|ofreportingpersond|signature:")
_TAIL = late(r"reminderreport|intentionalmisstatements|notefilethreecopies|formisfiledbymorethanonereportingpersonsee|personswhorespondto")
_TABLE = late(r"table([il1t]{0,2})(?=(n[o0][nirm]|d[ec]r|\w{0,12}owned|wned|\Z|deriv))")
_COLUMNS_I = late(r"titleofsecurity(?:instr|2)|[13]titleofsecurity")
_COLUMNS_II = late(r"titleof(?:derivative|2|derivativesecurity)|conversionorexercise|egputscalls|putscallswarrants")
#: What a form says and a loose text about vesting does not; two of these make a form.
_SIGNS = (
    "beneficialownership",
    "reportingperson",
    "explanationofresponses",
    "nonderivativesecurities",
    "titleofderivativesecurity",
    "section16a",
    "tickerortradingsymbol",
    "ombapproval",
    "titleofsecurityinstr",
    "dateofearliesttransaction",
)


class Parts(Struct):
    """The lines of each part, in the order of the print."""

    head: list[Line] = field(default_factory=list)
    table_i: list[Line] = field(default_factory=list)
    table_ii: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    remarks: list[Line] = field(default_factory=list)


def looks_like_form(text: str) -> bool:
    """Whether the text has the words of a Form 3, 4 or 5 on it."""
    squashed = squash(text)
    return sum(sign in squashed for sign in _SIGNS) >= 2


def split(all_lines: list[Line]) -> Parts:
    """The parts of the form."""
    parts = Parts()
    where = "head"
    for line in all_lines:
        squashed = line.squashed
        if where in ("notes", "remarks") and _TAIL.search(squashed):
            where = "tail"
        elif where == "tail" and not _starts_table(squashed):
            continue
        if where not in ("notes", "remarks"):
            where = _next(where, squashed)
        if where == "notes" and not parts.notes and _NOTES.search(squashed):
            line = _after_heading(line)
        where = _put(parts, where, line)
    return parts


def _starts_table(squashed: str) -> bool:
    found = _TABLE.search(squashed)
    return bool(found and squashed.startswith("table"))


def _next(where: str, squashed: str) -> str:
    """The part that a line of this wording belongs to."""
    if _NOTES.search(squashed):
        return "notes"
    if found := _TABLE.search(squashed):
        rest, ones = found[2] or "", found[1]
        if rest[:2] in ("no", "n0"):
            return "table_i"
        if rest[:1] == "d" or len(ones) == 2:
            return "table_ii"
        if len(ones) == 1:
            return "table_i"
    if _COLUMNS_II.search(squashed):
        return "table_ii"
    if where == "head" and _COLUMNS_I.search(squashed):
        return "table_i"
    if where in ("table_i", "table_ii") and (_SIGNATURE.search(squashed) or squashed.startswith("remarks")):
        return "remarks"
    return where


def _after_heading(line: Line) -> Line:
    """What stands behind "Explanation of Responses:" on its own line."""
    text = line.text
    end = text.lower().find("respon")
    rest = text[end:].partition(":")[2].strip(" *#") if end >= 0 else ""
    return Line((rest,)) if rest else Line(())


def _put(parts: Parts, where: str, line: Line) -> str:
    """Adds the line to its part; a line that holds "Remarks:" is cut there."""
    if where == "tail":
        return where
    if where == "notes":
        text = BREAK.join(c for c in line.cells if c) if BREAK in line.text else line.text
        if found := _REMARKS.search(text):
            parts.notes.append(Line((text[: found.start()].strip(),)))
            parts.remarks.append(Line((text[found.end() :].strip(),)))
            return "remarks"
        if _SIGNATURE.search(squash(text)):
            parts.remarks.append(line)
            return "remarks"
    getattr(parts, where).append(line)
    return where


def is_signature_label(text: str) -> bool:
    """ "** Signature of Reporting Person" and what OCR leaves of it."""
    return bool(_SIGNATURE.search(squash(text)))
