"""What stands around the tables of EDGAR's HTML page: form, people, dates, notes and remarks.

In: the page as a tree. Out: the form (with "/A" when box 4 gives the date of an original filing), issuer, owners, period of report, the
notes under "Explanation of Responses" by number, remarks. Boxes are told by the words of their labels.
It refuses nothing: a box that is missing leaves its fact empty, and a date that is none gives a notice.
"""

import re
from datetime import date
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from vestcalc.filings.cells import tidy, to_day
from vestcalc.filings.html_tree import all_text
from vestcalc.filings.model import Person
from vestcalc.late import late

_OWNER = late(r"(?:\d\.\s*)?Name\s+and\s+Address\s+of\s+Reporting\s+Person\s*\*?", re.IGNORECASE)
_ISSUER = late(r"(?:\d\.\s*)?Issuer\s+Name\s+and\s+Ticker\s+or\s+Trading\s+Symbol", re.IGNORECASE)
_PERIOD = late(r"(?:\d\.\s*)?(?:Date\s+of\s+(?:Earliest\s+Transaction|Event)|Statement\s+for)", re.IGNORECASE)
_ORIGINAL = late(r"(?:\d\.\s*)?If\s+Amendment", re.IGNORECASE)
_LABELS = (_OWNER, _ISSUER, _PERIOD, _ORIGINAL)
_DAY = late(r"\b\d{1,2}/\d{1,2}/\d{4}\b", re.ASCII)
_CIK = late(r"[?&]CIK=(\d{1,10})", re.IGNORECASE | re.ASCII)
_SYMBOL = late(r"\[\s*([^\[\]]{0,40}?)\s*(?:\]|$)")
_FORM = late(r"\bFORM\s+([345])\b(\s*/\s*A\b)?", re.IGNORECASE)
_NOTE = late(r"(\d{1,3})\.\s*(.*)", re.DOTALL | re.ASCII)
_RESPONSES = late(r"Explanation\s+of\s+Responses\s*:?", re.IGNORECASE)
_REMARKS = late(r"Remarks\s*:?", re.IGNORECASE)
_SIGNATURE = late(r"\*\*\s*Signature|Reminder:", re.IGNORECASE)
_BOX_LENGTH = 4000


class Boxes(Struct):
    """What a page says outside its tables; `notes` by number."""

    form: str = "unknown"
    owners: list[Person] = field(default_factory=list)
    issuer: Person = field(default_factory=lambda: Person(None))
    period: date | None = None
    original: date | None = None
    notes: dict[str, str] = field(default_factory=dict)
    remarks: str = ""


def read_boxes(page: Element, notices: list[str]) -> Boxes:
    """The facts around the tables of a page."""
    boxes = Boxes()
    leaves: list[Element] = []
    for cell in page.iter("td"):
        if cell.find(".//td") is None:
            leaves.append(cell)
        start = "".join(text for text, _ in zip(cell.itertext(), range(8), strict=False)).strip()
        if is_label(start):
            read_labelled(boxes, all_text(cell)[:_BOX_LENGTH], notices, _linked(cell))
    _read_notes(leaves, boxes, notices)
    boxes.form = form_of(all_text(page), boxes, notices)
    return boxes


def is_label(text: str) -> bool:
    """Whether a cell begins with the label of one of the boxes."""
    return any(label.match(text) for label in _LABELS)


def read_labelled(boxes: Boxes, text: str, notices: list[str], linked: Person | None = None) -> None:
    """The fact in a box whose text begins with its label; `linked`: the person the box links to."""
    if _OWNER.match(text):
        boxes.owners.append(linked or _named(text, _OWNER))
    elif _ISSUER.match(text):
        person, symbol = linked or _named(text, _ISSUER), _SYMBOL.search(text)
        boxes.issuer = Person(person.name, person.cik, (symbol[1] if symbol else "") or None)
    elif _PERIOD.match(text):
        boxes.period = boxes.period or _day(text, "period of report", notices)
    elif _ORIGINAL.match(text):
        boxes.original = boxes.original or _day(text, "date of original filing", notices)


def _linked(cell: Element) -> Person | None:
    link = cell.find(".//a")
    if link is None or not all_text(link):
        return None
    found = _CIK.search(link.get("href", ""))
    return Person(tidy(all_text(link)), found[1] if found else None)


def _named(text: str, label: re.Pattern[str]) -> Person:
    """In a copy without links: the words after the label, up to the bracketed labels or symbol after them."""
    return Person(tidy(re.split(r"[(\[]", label.sub("", text, count=1), maxsplit=1)[0]) or None)


def _day(text: str, what: str, notices: list[str]) -> date | None:
    found = _DAY.search(text)
    day = to_day(found[0]) if found else None
    if found and not day:
        notices.append(f"{what}: {found[0]!r} is not a date that can be; left empty")
    return day


def _read_notes(leaves: list[Element], boxes: Boxes, notices: list[str]) -> None:
    part, last = "", ""
    for cell in leaves:
        text = all_text(cell)
        if _RESPONSES.fullmatch(text):
            part = "notes"
        elif part and _REMARKS.fullmatch(text):
            part = "remarks"
        elif part and _SIGNATURE.match(text):
            break
        elif part == "remarks":
            boxes.remarks, part = text, "done"
        elif part == "notes" and text:
            last = _note(text, last, boxes.notes, notices)


def _note(text: str, last: str, notes: dict[str, str], notices: list[str]) -> str:
    found = _NOTE.fullmatch(text)
    if not found:
        if last:
            notes[last] += "\n" + text
            notices.append(f"words without a number after note {last} are taken as a part of it: {text[:60]!r}")
        else:
            notices.append(f"words without a number before the first note are left out: {text[:60]!r}")
        return last
    number = found[1].lstrip("0") or "0"
    if notes.setdefault(number, found[2]) != found[2]:
        notes[number] += "\n" + found[2]
        notices.append(f"note {number} stands twice with different words; both are kept")
    return number


def form_of(text: str, boxes: Boxes, notices: list[str]) -> str:
    """The form a page names, as an amendment when the page says so or dates the original."""
    found = _FORM.search(text[:20_000])
    if not found:
        notices.append("the page does not say which form it is")
        return "unknown"
    return found[1] + ("/A" if found[2] or boxes.original else "")
