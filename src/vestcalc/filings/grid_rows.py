"""Rows of a table whose cells are known by column: headings to slots, cells to a Row.

In: the heading of each column and the cells of a row, each with its text and the marks on it. Out: Rows, numbered within their table, and
notices. Headings are told by their words, so the layouts of Forms 3, 4 and 5 are read alike; a mark glued to a number is taken off, so that
"757,576(1)" is never 7,575,761. A row that does not fit the headings is kept, its cells empty.
"""

import re
from typing import Literal

from vestcalc.filings.cells import tidy
from vestcalc.filings.model import CellName, Row
from vestcalc.filings.raw_rows import RawRow
from vestcalc.late import late

Content = tuple[str, list[str]]
FIRST_COLUMN = late(r"(?:1\.\s*)?Title\s+of\s+(?:Derivative\s+)?Securit", re.IGNORECASE)
_GLUED = late(r"(.*?)\s*((?:\(\d{1,2}\)\s*)+)", re.DOTALL | re.ASCII)

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


def slot_of(heading: str) -> str:
    """The slot that the cells under a heading fill; empty when the heading is not known."""
    text = re.sub(r"^\d+[A-Za-z]?\.\s*", "", tidy(heading)).lower()
    if text in ("v", "code"):
        return text
    return next((slot for start, slot in _HEADINGS if len(start) > 1 and text.startswith(start)), "")


class GridRows:
    """Reads the body rows of the tables one after the other."""

    def __init__(self, notices: list[str], notes: dict[str, str], marked: bool) -> None:
        self.notices, self.notes, self.marked = notices, notes, marked
        self.rows: list[Row] = []
        self.counts: dict[Literal["I", "II"], int] = {"I": 0, "II": 0}

    def row(self, table: Literal["I", "II"], slots: list[str], contents: list[Content], wide: int) -> None:
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

    def unglued(self, slot: str, text: str, marks: list[str]) -> Content:
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
