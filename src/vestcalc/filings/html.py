"""EDGAR's HTML page of a Form 3, 4 or 5, or a saved copy of it, to a Filing.

In: the text of the page. Out: the rows of Table I and Table II with their cells, the notes by the superscript marks on each cell,
the people and dates in the boxes above. Columns are told by their headings (row and column spans counted out), not by their number, so the
layouts of Forms 3, 4 and 5 and their versions are read alike; marks are told by their element, so "757,576(1)" is never 7,575,761.
Refused, in one line: pages without such a table. A row that does not fit the headings is kept, its cells empty, with a notice.
"""

import re
from typing import Literal
from xml.etree.ElementTree import Element

from vestcalc.filings.cells import tidy
from vestcalc.filings.html_boxes import read_boxes
from vestcalc.filings.html_tree import all_text, parse_html
from vestcalc.filings.model import CellName, Filing, Row
from vestcalc.filings.raw_rows import RawRow, note_notices
from vestcalc.gaps import VestcalcError

_TITLE = re.compile(r"Table\s+(II|I)\b.{0,20}?\b(?:Non-?\s?)?Derivative\s+Securities", re.IGNORECASE | re.DOTALL)
_FIRST_COLUMN = re.compile(r"(?:1\.\s*)?Title\s+of\s+(?:Derivative\s+)?Securit", re.IGNORECASE)
_MARKS = re.compile(r"[\s(),\d]*")
_GLUED = re.compile(r"(.*?)\s*((?:\(\d{1,2}\)\s*)+)", re.DOTALL | re.ASCII)

#: Beginnings of a column's heading, in the order they are tried: the slot that its cells fill.
_HEADINGS: tuple[tuple[str, str], ...] = (
    ("title of", "security"),
    ("title", "underlying"),
    ("deemed execution", "deemed_date"),
    ("transaction date", "date"),
    ("transaction code", "code"),
    ("code", "code"),
    ("v", "v"),
    ("(a) or (d)", "acquired"),
    ("(a)", "amount_acquired"),
    ("(d)", "amount_disposed"),
    ("conversion or exercise price", "exercise_price"),
    ("price", "price"),
    ("date exercisable", "exercisable"),
    ("expiration date", "expires"),
    ("amount or number of shares", "underlying_amount"),
    ("amount of securities", "following"),
    ("number of derivative securities beneficially", "following"),
    ("amount", "amount"),
    ("ownership form", "ownership"),
    ("nature of", "nature"),
)
_CELL_OF: dict[str, CellName] = {
    "security": "security", "underlying": "underlying", "deemed_date": "deemed_date", "date": "date", "code": "code", "v": "code",
    "acquired": "amount", "amount_acquired": "amount", "amount_disposed": "amount", "amount": "amount", "price": "price",
    "exercise_price": "exercise_price", "exercisable": "exercisable", "expires": "expires", "underlying_amount": "underlying_amount",
    "following": "following", "ownership": "ownership", "nature": "nature",
}  # fmt: skip
_WORDS = frozenset({"security", "underlying", "nature"})


def read_html(text: str, source: str) -> Filing:
    """The filing shown on an EDGAR page; VestcalcError when the page shows none."""
    try:
        page = parse_html(text)
    except ValueError as error:
        raise VestcalcError(f"{source}: the HTML cannot be read ({error}); save the page again or give the filing's XML") from None
    tables = [(table, found) for table in page.iter("table") if (found := _table_of(table))]
    if not tables:
        raise VestcalcError(
            f"{source}: not EDGAR's page of a Form 3, 4 or 5 (no Table I or Table II in it); give the page, the XML or the full submission"
        )
    notices: list[str] = []
    boxes = read_boxes(page, notices)
    marked = any(True for table, _ in tables for _ in table.iter("sup"))
    reader = _Rows(notices, boxes.notes, marked)
    for table, number in tables:
        reader.read(table, number)
    notices += [f"the page shows no Table {number}" for number in ("I", "II") if number not in {n for _, n in tables}]
    notices += note_notices(reader.rows, boxes.notes)
    return Filing(
        source=source,
        form=boxes.form,
        period_of_report=boxes.period,
        original_filed=boxes.original,
        issuer=boxes.issuer,
        owners=tuple(dict.fromkeys(boxes.owners)),
        rows=tuple(reader.rows),
        notes=boxes.notes,
        remarks=boxes.remarks or None,
        notices=tuple(notices),
    )


def _lines(table: Element) -> list[list[Element]]:
    """The cells of each row of a table, tables within its cells left alone."""
    rows = [row for part in table for row in ((part,) if part.tag == "tr" else part) if row.tag == "tr"]
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]


def _table_of(table: Element) -> Literal["I", "II"] | None:
    for cells in _lines(table)[:3]:
        for cell in cells[:1]:
            if cell.find(".//table") is None:
                found = _TITLE.match(all_text(cell))
                if found:
                    return "II" if found[1].upper() == "II" else "I"
    return None


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return min(int(text), 100) if re.fullmatch(r"\d{1,4}", text, re.ASCII) and int(text) else 1


def _slot(heading: str) -> str:
    text = re.sub(r"^\d+[A-Za-z]?\.\s*", "", tidy(heading)).lower()
    if text in ("v", "code"):
        return text
    return next((slot for start, slot in _HEADINGS if len(start) > 1 and text.startswith(start)), "")


def _columns(lines: list[list[Element]]) -> tuple[list[str], int]:
    """The slot of each column, from the headings, and the index of the first line after them."""
    first = next((n for n, cells in enumerate(lines) if cells and _FIRST_COLUMN.match(all_text(cells[0]))), None)
    if first is None:
        return [], len(lines)
    deep = min(max(_span(cell, "rowspan") for cell in lines[first]), 3)
    grid: dict[tuple[int, int], str] = {}
    for line in range(deep):
        column = 0
        for cell in lines[first + line] if first + line < len(lines) else []:
            while (line, column) in grid:
                column += 1
            text = all_text(cell)
            for down in range(_span(cell, "rowspan")):
                for across in range(_span(cell, "colspan")):
                    grid[line + down, column + across] = text
    wide = max((column for line, column in grid), default=-1) + 1
    return [_slot(grid.get((deep - 1, column), "")) for column in range(wide)], first + deep


def _content(cell: Element) -> tuple[str, list[str]]:
    """The text of a cell and the numbers of the notes marked on it."""
    texts: list[str] = []
    marks: list[str] = []

    def walk(element: Element) -> None:
        texts.append(element.text or "")
        for inner in element:
            if inner.tag == "sup" or "footnotedata" in inner.get("class", "").lower():
                mark = all_text(inner)
                if _MARKS.fullmatch(mark):
                    marks.extend(re.findall(r"\d+", mark))
                else:
                    walk(inner)
            else:
                walk(inner)
            texts.append(inner.tail or "")

    walk(cell)
    return "".join(texts).replace("\xa0", " ").strip(), marks


class _Rows:
    """Reads the body rows of the tables one after the other."""

    def __init__(self, notices: list[str], notes: dict[str, str], marked: bool) -> None:
        self.notices, self.notes, self.marked = notices, notes, marked
        self.rows: list[Row] = []
        self.counts: dict[Literal["I", "II"], int] = {"I": 0, "II": 0}

    def read(self, table: Element, number: Literal["I", "II"]) -> None:
        lines = _lines(table)
        slots, start = _columns(lines)
        if "security" not in slots:
            self.notices.append(f"table {number}: its headings could not be read; its rows are left out")
            return
        for cells in lines[start:]:
            contents = [_content(cell) for cell in cells]
            if any(text or marks for text, marks in contents):
                self.row(number, slots, contents, sum(_span(cell, "colspan") for cell in cells))

    def row(self, table: Literal["I", "II"], slots: list[str], contents: list[tuple[str, list[str]]], wide: int) -> None:
        self.counts[table] += 1
        raw = RawRow(table, self.counts[table], self.notices)
        if not wide == len(contents) == len(slots):
            raw.say("row", f"{wide} cells under {len(slots)} headings; its cells are left empty")
            raw.put("security", contents[0][0])
            for _, marks in contents:
                for mark in marks:
                    raw.mark("row", mark)
            self.rows.append(raw.row(holding="code" not in slots))
            return
        for slot, (text, marks) in zip(slots, contents, strict=True):
            text, marks = self.unglued(slot, text, marks)
            if not slot and text:
                raw.say("row", f"{text[:40]!r} stands under a heading that is not known; left out")
            for mark in marks:
                raw.mark(_CELL_OF.get(slot, "row"), mark)
            self.put(raw, slot, text, bool(marks))
        self.rows.append(raw.row(holding="code" not in raw.values and "date" not in raw.values))

    def unglued(self, slot: str, text: str, marks: list[str]) -> tuple[str, list[str]]:
        """A copy that lost its superscripts shows "757,576(1)": the mark is taken off where such a note exists."""
        if marks or not text.endswith(")") or (slot in _WORDS and self.marked):
            return text, marks
        found = _GLUED.fullmatch(text)
        numbers = re.findall(r"\d+", found[2]) if found else []
        if found and all(number in self.notes for number in numbers):
            return found[1], numbers
        return text, marks

    def put(self, raw: RawRow, slot: str, text: str, marked: bool) -> None:
        if slot in ("amount_acquired", "amount_disposed"):
            if text or marked:
                raw.put("acquired", "A" if slot == "amount_acquired" else "D")
            slot = "amount"
        if slot in ("amount", "underlying_amount", "following") and text.startswith("$"):
            slot += "_value"
        raw.put(slot, text)
