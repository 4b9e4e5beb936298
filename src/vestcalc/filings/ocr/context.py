"""What a row is read against, and what has been found of it so far.

Plain data shared by the steps that read one row: `Context` is the same for all rows of a table, `Layout` tells where the landmarks
of one row stand, `Reading` collects its values with what was repaired and what is in doubt.
"""

from datetime import date
from typing import Literal

from msgspec import Struct, field

from vestcalc.filings.ocr.tokens import Token
from vestcalc.filings.raw_rows import RawRow


class Context(Struct):
    """The table, its heading's columns, the print's habits, and where notices go."""

    table: Literal["I", "II"]
    columns: dict[str, int]
    period: date | None
    strays: list[str]
    notices: list[str]
    initial: bool = False
    grouping: bool = False
    padded: bool = False
    note_ids: frozenset[str] = frozenset()


class Layout(Struct):
    """Where the landmarks of a row stand among its tokens; None when not legible."""

    code: int | None
    number: int
    own: int | None
    holding: bool


class Reading(Struct):
    """One row being read: its tokens up to the ownership letter, and what is known of it."""

    tokens: list[Token]
    layout: Layout
    raw: RawRow
    context: Context
    repaired: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def put(self, values: dict[str, str | None]) -> None:
        """The texts that are there."""
        for slot, text in values.items():
            if text:
                self.raw.put(slot, text)
