"""One row on its way from a document to the model: texts and notes by cell, then values.

In: texts of cells and note marks, put in by a reader of XML or HTML. Out: a Row, and notices that name table, row and cell for every
text that could not be read. A cell whose text is not what the cell holds stays None; so does one given as a value in dollars
where a number of units belongs. Nothing is refused and nothing guessed.
"""

from collections.abc import Callable
from typing import Any, Literal

from vestcalc.filings.cells import tidy, to_amount, to_day, to_price
from vestcalc.filings.model import CellName, Row


def _letters(among: str) -> Callable[[str], str | None]:
    """Reads one of these letters, in either case; None for anything else."""
    return {form: letter for letter in among for form in (letter, letter.lower())}.get


#: What is read from the texts: (slot, field of the row, reader, what a text that can be read is).
_VALUES: tuple[tuple[str, str, Callable[[str], object], str], ...] = (
    ("code", "code", _letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "a code"),
    ("date", "transaction_date", to_day, "a date that can be"),
    ("deemed_date", "deemed_date", to_day, "a date that can be"),
    ("amount", "amount", to_amount, "a number of units that can be"),
    ("acquired", "acquired", _letters("AD"), "a code"),
    ("price", "price", to_price, "a price"),
    ("exercise_price", "exercise_price", to_price, "a price"),
    ("exercisable", "exercisable", to_day, "a date that can be"),
    ("expires", "expires", to_day, "a date that can be"),
    ("underlying_amount", "underlying_amount", to_amount, "a number of units that can be"),
    ("following", "following", to_amount, "a number of units that can be"),
    ("ownership", "ownership", _letters("DI"), "a code"),
)
_UNITS = frozenset({"amount", "underlying_amount", "following"})
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
        if holding:
            values.pop("code", None)
        elif "code" not in values:
            self.say("code", "a transaction without a transaction code")
        read: dict[str, Any] = {}
        for slot, field, reader, what in _VALUES:
            if slot in values:
                text = values[slot]
                read[field] = found = reader(text)
                if found is None:
                    self.say(slot, f"{text[:40]!r} is not {what}; left empty")
            elif slot in _UNITS and (dollars := values.get(slot + "_value")):
                self.say(slot, f"given as a value of {dollars[:40]!r}, not as a number of units; left empty")
        return Row(
            table=self.table,
            number=self.number,
            security=tidy(title),
            holding=holding,
            underlying=tidy(values["underlying"]) if "underlying" in values else None,
            nature=tidy(values["nature"]) if "nature" in values else None,
            notes=tuple(self.notes),
            cell_notes=self.cell_notes,
            **read,
        )


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
