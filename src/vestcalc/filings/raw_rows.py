"""One row on its way from a document to the model: texts and notes by cell, then values.

In: texts of cells and note marks, put in by a reader of XML or HTML. Out: a Row, and notices that name table, row and cell for every
text that could not be read. A cell whose text is not what the cell holds stays None; so does one given as a value in dollars
where a number of units belongs. Nothing is refused and nothing guessed.
"""

from datetime import date
from decimal import Decimal
from typing import Literal, cast

from vestcalc.filings.cells import tidy, to_amount, to_day, to_price
from vestcalc.filings.model import CellName, Row

_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FLAT = {"security": "title", "exercise_price": "exercise price", "deemed_date": "deemed execution date", "exercisable": "date exercisable",
         "expires": "expiration date", "underlying_amount": "underlying amount", "following": "amount following", "row": "row"}  # fmt: skip


class RawRow:
    """The texts (`values`, by slot) and the notes of one row."""

    __slots__ = ("cell_notes", "notes", "notices", "number", "table", "values")

    def __init__(self, table: Literal["I", "II"], number: int, notices: list[str]) -> None:
        self.table: Literal["I", "II"] = table
        self.number = number
        self.notices = notices
        self.values: dict[str, str] = {}
        self.notes: dict[str, None] = {}
        self.cell_notes: dict[CellName, tuple[str, ...]] = {}

    def say(self, cell: str, what: str) -> None:
        """A notice that names the table, the row and the cell."""
        self.notices.append(f"table {self.table} row {self.number}, {_FLAT.get(cell, cell)}: {what}")

    def put(self, slot: str, text: str | None) -> None:
        """The text of a cell, if there is one; of two different ones the first is kept and a notice given."""
        if text and slot and (text := text.strip()) and self.values.setdefault(slot, text) != text:
            self.say(slot, f"two values, {self.values[slot][:40]!r} and {text[:40]!r}; the first is used")

    def mark(self, cell: CellName, note: str) -> None:
        """A note's id on a cell."""
        self.notes[note] = None
        hung = self.cell_notes.get(cell)
        if hung is None:
            self.cell_notes[cell] = (note,)
        elif note not in hung:
            self.cell_notes[cell] = (*hung, note)

    def row(self, holding: bool) -> Row:
        """The row with its values; notices for what could not be read."""
        values = self.values
        title = values.get("security", "")
        if not title:
            self.say("security", "empty")
        code = None if holding else self.letter("code", _CODES)
        if not holding and "code" not in values:
            self.say("code", "a transaction without a transaction code")
        underlying, nature = values.get("underlying"), values.get("nature")
        return Row(
            table=self.table,
            number=self.number,
            security=tidy(title),
            holding=holding,
            code=code,
            transaction_date=self.day("date"),
            deemed_date=self.day("deemed_date"),
            amount=self.amount("amount"),
            acquired=cast('Literal["A", "D"] | None', self.letter("acquired", "AD")),
            price=self.price("price"),
            exercise_price=self.price("exercise_price"),
            exercisable=self.day("exercisable"),
            expires=self.day("expires"),
            underlying=tidy(underlying) if underlying else None,
            underlying_amount=self.amount("underlying_amount"),
            following=self.amount("following"),
            ownership=cast('Literal["D", "I"] | None', self.letter("ownership", "DI")),
            nature=tidy(nature) if nature else None,
            notes=tuple(self.notes),
            cell_notes=self.cell_notes,
        )

    def day(self, slot: str) -> date | None:
        text = self.values.get(slot)
        if text is None:
            return None
        found = to_day(text)
        if found is None:
            self.say(slot, f"{text[:40]!r} is not a date that can be; left empty")
        return found

    def price(self, slot: str) -> str | None:
        text = self.values.get(slot)
        if text is None:
            return None
        found = to_price(text)
        if found is None:
            self.say(slot, f"{text[:40]!r} is not a price; left empty")
        return found

    def amount(self, slot: str) -> Decimal | None:
        text = self.values.get(slot)
        if text is None:
            dollars = self.values.get(slot + "_value")
            if dollars:
                self.say(slot, f"given as a value of {dollars[:40]!r}, not as a number of units; left empty")
            return None
        found = to_amount(text)
        if found is None:
            self.say(slot, f"{text[:40]!r} is not a number of units that can be; left empty")
        return found

    def letter(self, slot: str, among: str) -> str | None:
        text = self.values.get(slot)
        if text is None:
            return None
        if len(text) == 1 and (letter := text.upper()) in among:
            return letter
        self.say(slot, f"{text[:40]!r} is not a code; left empty")
        return None


def note_notices(rows: list[Row], notes: dict[str, str]) -> list[str]:
    """Notices on notes that rows refer to and the filing lacks, and on notes that hang on no cell."""
    out: list[str] = []
    used: set[str] = set()
    for row in rows:
        if not used.issuperset(row.notes):
            for cell, hung in row.cell_notes.items():
                out += [
                    f"table {row.table} row {row.number}, {_FLAT.get(cell, cell)}: refers to note {note}, which the filing does not hold"
                    for note in hung
                    if note not in notes and note not in used
                ]
            used.update(row.notes)
    idle = [note for note in notes if note not in used]
    if idle:
        out.append(f"{'notes' if len(idle) > 1 else 'note'} {', '.join(idle)}: hanging on no cell")
    return out
