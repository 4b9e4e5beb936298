"""EDGAR's ownership XML (Forms 3, 4, 5 and their amendments, schemas X0101 to X0508 and later) to a Filing.

In: the bytes of the XML document. Out: every row of both tables in document order, each cell with its value and its own notes, the notes,
the people, and notices for what was repaired or could not be read. One pass over a row, no search by path.
Refused, in one line: documents with a DTD or entities of their own, XML of other forms, documents cut off, or not well-formed even after
one repair pass (xml_repair.py).
"""

import re
from typing import Literal
from xml.etree.ElementTree import Element, ParseError, fromstring

from vestcalc import limits
from vestcalc.filings.archives import too_long
from vestcalc.filings.cells import to_day
from vestcalc.filings.encoding import declares_latin, decode, utf16_name
from vestcalc.filings.model import CellName, Filing, Person, Row
from vestcalc.filings.notes import join_continued
from vestcalc.filings.raw_rows import RawRow, note_notices
from vestcalc.gaps import VestcalcError
from vestcalc.late import late

_TABLES: dict[str, tuple[Literal["I", "II"], bool]] = {
    "nonDerivativeTransaction": ("I", False),
    "nonDerivativeHolding": ("I", True),
    "derivativeTransaction": ("II", False),
    "derivativeHolding": ("II", True),
}

#: Elements of a row: (the cell that a note on the element hangs on, the slot that its value fills).
_ELEMENTS: dict[str, tuple[CellName, str]] = {
    "securityTitle": ("security", "security"),
    "conversionOrExercisePrice": ("exercise_price", "exercise_price"),
    "transactionDate": ("date", "date"),
    "deemedExecutionDate": ("deemed_date", "deemed_date"),
    "transactionCoding": ("code", ""),
    "transactionFormType": ("code", "form"),
    "transactionCode": ("code", "code"),
    "equitySwapInvolved": ("code", ""),
    "transactionTimeliness": ("code", ""),
    "transactionAmounts": ("amount", ""),
    "transactionShares": ("amount", "amount"),
    "transactionTotalValue": ("amount", "amount_value"),
    "transactionPricePerShare": ("price", "price"),
    "transactionAcquiredDisposedCode": ("amount", "acquired"),
    "exerciseDate": ("exercisable", "exercisable"),
    "expirationDate": ("expires", "expires"),
    "underlyingSecurity": ("underlying", ""),
    "underlyingSecurityTitle": ("underlying", "underlying"),
    "underlyingSecurityShares": ("underlying_amount", "underlying_amount"),
    "underlyingSecurityValue": ("underlying_amount", "underlying_amount_value"),
    "postTransactionAmounts": ("following", ""),
    "sharesOwnedFollowingTransaction": ("following", "following"),
    "valueOwnedFollowingTransaction": ("following", "following_value"),
    "ownershipNature": ("ownership", ""),
    "directOrIndirectOwnership": ("ownership", "ownership"),
    "natureOfOwnership": ("nature", "nature"),
}
_FOREIGN: tuple[CellName, str] = ("row", "")
_FACTS = frozenset({"documentType", "periodOfReport", "dateOfOriginalSubmission", "remarks"})
_DECLARES = late(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_xml(data: bytes, source: str) -> Filing:
    """The filing in an ownership XML document; VestcalcError when it is none, or is too broken to be read in full."""
    notices: list[str] = []
    return _Document(_parse(data, source, notices), source, notices).filing()


def _parse(data: bytes, source: str, notices: list[str]) -> Element:
    if len(data) > limits.XML_BYTES:
        raise VestcalcError(f"{source}: the XML is {too_long(limits.XML_BYTES, 'XML_BYTES')}")
    if utf16_name(data) or declares_latin(data):
        data = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data)).encode("utf-8", "surrogatepass")
    if b"!" in data and _DECLARES.search(data):  # a single character is found many times faster than "<!"
        raise VestcalcError(f"{source}: the XML has a DTD or entities of its own, which no ownership form has; not read")
    try:
        root = fromstring(data)
    except (ParseError, LookupError, ValueError) as error:
        root = _parse_mended(data, source, str(error), notices)
    if root.tag != "ownershipDocument":
        found = root if root.tag.endswith("}ownershipDocument") else root.find(".//{*}ownershipDocument")
        if found is None:
            raise VestcalcError(_other_form(source, root.tag))
        root = found
        for element in root.iter():
            if isinstance(element.tag, str):
                element.tag = element.tag.rpartition("}")[2]
    return root


def _parse_mended(data: bytes, source: str, fault: str, notices: list[str]) -> Element:
    from vestcalc.filings.xml_repair import CLOSING, OPENING, cut_out, mend

    text = decode(data)
    element = cut_out(text)
    if element is None:
        if OPENING not in text:
            first = re.search(r"<([A-Za-z][\w:.-]{0,60})", text)
            raise VestcalcError(_other_form(source, first[1] if first else "nothing"))
        raise VestcalcError(f"{source}: the XML is cut off, {CLOSING} is missing ({fault}); fetch the filing again")
    mended, what = mend(text, element)
    try:
        root = fromstring(mended.encode("utf-8", "replace"))
    except (ParseError, ValueError) as error:
        raise VestcalcError(f"{source}: the XML is not well-formed ({error}) and could not be repaired; fetch the filing again") from None
    notices.append(f"the XML was not well-formed ({fault}); repaired: {what or 'its character encoding'}")
    return root


def _other_form(source: str, tag: str) -> str:
    kind = tag.rpartition("}")[2]
    return f"{source}: not an ownership form (its outermost element is {kind}); give the XML document of a Form 3, 4 or 5"


def _text(element: Element) -> str:
    return ("".join(element.itertext()) if len(element) else element.text or "").strip()


def _first(element: Element, tag: str) -> str | None:
    """The text of the first such element inside, at whatever depth."""
    inner = next(element.iter(tag), None)
    return None if inner is None else _filled(inner.text)


def _filled(text: str | None) -> str | None:
    return (text or "").strip() or None


def _number(element: Element) -> str:
    """The number of a note or of a mark: "F12" is "12"."""
    mark = (element.get("id") or (element.text if element.tag == "footnoteId" else None) or "").strip()
    return mark[1:] if mark[:1] in ("F", "f") else mark


class _Document:
    """Walks one parsed document once, collecting rows, notes, people and notices."""

    def __init__(self, root: Element, source: str, notices: list[str]) -> None:
        self.root, self.source, self.notices = root, source, notices
        self.rows: list[Row] = []
        self.notes: dict[str, str] = {}
        self.counts: dict[Literal["I", "II"], int] = {"I": 0, "II": 0}
        self.row_form = ""

    def filing(self) -> Filing:
        """The filing: its parts may come in any order, and rows may stand outside their table."""
        facts: dict[str, str] = {}
        owners: list[Person] = []
        issuer = Person(None)
        for part in self.root:
            tag = part.tag
            if tag == "footnotes" or tag == "nonDerivativeTable" or tag == "derivativeTable":
                self.inside(part)
            elif tag == "reportingOwner":
                owners.append(Person(_first(part, "rptOwnerName"), _first(part, "rptOwnerCik")))
            elif tag == "issuer":
                issuer = Person(*(_filled(part.findtext(name)) for name in ("issuerName", "issuerCik", "issuerTradingSymbol")))
            elif tag in _FACTS:
                facts[tag] = facts.get(tag) or _text(part)
            else:
                self.stray(part)
        self.rows = join_continued(self.rows, self.notes, self.notices)
        self.notices += note_notices(self.rows, self.notes)
        return Filing(
            source=self.source,
            form=self.form(facts.get("documentType")),
            period_of_report=to_day(facts.get("periodOfReport", "")),
            original_filed=to_day(facts.get("dateOfOriginalSubmission", "")),
            issuer=issuer,
            owners=tuple(owners),
            rows=tuple(self.rows),
            notes=self.notes,
            remarks=facts.get("remarks") or None,
            notices=(*self.notices, *_bad_dates(facts)),
        )

    def inside(self, part: Element) -> None:
        """All rows of a table, or all notes."""
        for element in part:
            known = _TABLES.get(element.tag)
            if known:
                self.row(element, *known)
            elif element.tag == "footnote":
                self.note(element)
            else:
                self.stray(element)

    def stray(self, element: Element) -> None:
        """Rows and notes in an element where none should be."""
        for inner in element.iter():
            known = _TABLES.get(inner.tag)
            if known:
                self.row(inner, *known)
            elif inner.tag == "footnote":
                self.note(inner)

    def note(self, footnote: Element) -> None:
        number, text = _number(footnote), _text(footnote)
        if not number:
            self.notices.append(f"a note without a number was left out: {text[:60]!r}")
        elif self.notes.setdefault(number, text) != text:
            self.notes[number] += "\n" + text
            self.notices.append(f"note {number} stands twice with different words; both are kept")

    def row(self, element: Element, table: Literal["I", "II"], holding: bool) -> None:
        number = self.counts[table] = self.counts[table] + 1
        raw, place = RawRow(table, number, self.notices), len(self.rows)
        for outer in element:
            tag = outer.tag
            cell, slot = _ELEMENTS.get(tag, _FOREIGN)
            if tag == "footnoteId":
                _mark(raw, cell, outer)
            elif cell == "row":
                self.foreign(raw, cell, outer)
            elif len(outer):
                self.cells(raw, cell, slot, outer)
            else:
                raw.put(slot, outer.text)
        self.rows.insert(place, raw.row(holding))
        self.row_form = self.row_form or raw.values.get("form", "")

    def cells(self, raw: RawRow, cell: CellName, slot: str, outer: Element) -> None:
        """A cell, or a group of cells such as transactionAmounts: values, notes of its own, and the cells in it."""
        for inner in outer:
            tag = inner.tag
            if tag == "value":
                raw.put(slot, _text(inner) if len(inner) else inner.text)
            elif tag == "footnoteId":
                _mark(raw, cell, inner)
            elif tag in _ELEMENTS:
                own, own_slot = _ELEMENTS[tag]
                if not len(inner):
                    raw.put(own_slot, inner.text)
                    continue
                for leaf in inner:
                    if leaf.tag == "value":
                        raw.put(own_slot, _text(leaf) if len(leaf) else leaf.text)
                    elif leaf.tag == "footnoteId":
                        _mark(raw, own, leaf)
                    else:
                        self.foreign(raw, own, leaf)
            else:
                self.foreign(raw, cell, inner)

    def foreign(self, raw: RawRow, cell: CellName, element: Element) -> None:
        """An element that no schema knows there: the notes on it still count, and rows in it are rows."""
        for mark in element.iter("footnoteId"):
            _mark(raw, cell, mark)
        self.stray(element)

    def form(self, text: str | None) -> str:
        if text:
            return text
        self.notices.append("the document does not say which form it is")
        return self.row_form or "unknown"


def _mark(raw: RawRow, cell: CellName, element: Element) -> None:
    number = _number(element)
    if number:
        raw.mark(cell, number)
    else:
        raw.say(cell, "a note mark without a number")


def _bad_dates(facts: dict[str, str]) -> list[str]:
    names = {"periodOfReport": "period of report", "dateOfOriginalSubmission": "date of original submission"}
    return [
        f"{what}: {facts[tag][:40]!r} is not a date that can be; left empty"
        for tag, what in names.items()
        if facts.get(tag) and not to_day(facts[tag])
    ]
