"""One model for every form a filing really has.

In: whatever a reader could make out. Out: rows of both tables with their cells and the notes that hang on
each cell, the notes, the people, and notices that say what was repaired or could not be read. A cell that
could not be read is None and has a notice; nothing here is guessed without an assumption or a notice saying so.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

from vestcalc.terms.models import Assumption

#: The cells of a row that a note can hang on or replace.
CellName = Literal[
    "security",
    "exercise_price",
    "date",
    "deemed_date",
    "code",
    "amount",
    "price",
    "exercisable",
    "expires",
    "underlying",
    "underlying_amount",
    "following",
    "ownership",
    "nature",
    "row",
]


class Person(Struct, frozen=True):
    """An issuer or a reporting owner, as filed."""

    name: str | None
    cik: str | None = None
    symbol: str | None = None


class Row(Struct):
    """One row of Table I or II. `number` counts within its table, transactions and holdings together, from 1.

    `amount` is the transaction's number (Table I column 4, Table II column 5; None for a holding), `following` the amount owned
    after it (column 5; column 9), `underlying_amount` Table II column 7. Prices stay strings as filed (digits and point, no "$").
    `notes` are the ids of all notes on the row, in order of first use; `cell_notes` the same by cell.
    """

    table: Literal["I", "II"]
    number: int
    security: str
    holding: bool = False
    code: str | None = None
    transaction_date: date | None = None
    deemed_date: date | None = None
    amount: Decimal | None = None
    acquired: Literal["A", "D"] | None = None
    price: str | None = None
    exercise_price: str | None = None
    exercisable: date | None = None
    expires: date | None = None
    underlying: str | None = None
    underlying_amount: Decimal | None = None
    following: Decimal | None = None
    ownership: Literal["D", "I"] | None = None
    nature: str | None = None
    notes: tuple[str, ...] = ()
    cell_notes: dict[CellName, tuple[str, ...]] = field(default_factory=dict)
    assumptions: tuple[Assumption, ...] = ()


class Filing(Struct, frozen=True):
    """A filing as read. `notes` maps a note's id ("1") to its text as filed.

    `form` is None for plain terms, whose text is the one note "1" and whose rows are empty.
    """

    source: str
    form: str | None = None
    period_of_report: date | None = None
    accession: str | None = None
    filed: date | None = None
    original_filed: date | None = None
    issuer: Person = Person(None)
    owners: tuple[Person, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    remarks: str | None = None
    notices: tuple[str, ...] = ()
