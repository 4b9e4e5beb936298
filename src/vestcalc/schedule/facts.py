"""The facts of a row that the schedule needs beside the words: codes, amounts and dates, no document format.

`calculate` fills this from a filing's row or from the options of `schedule_text`.
"""

from datetime import date
from fractions import Fraction
from typing import Literal

from msgspec import Struct

Kind = Literal["option", "rsu", "restricted-stock", "sar", "warrant", "phantom", "other"]


class Facts(Struct, frozen=True):
    """What a row says besides its notes.

    `code`: "A" for a grant, None for a holding, "M" an exercise and so on. `acquired`: False when disposed of. `amount`: the row's
    number of units (of a holding: the amount held or underlying). `dated`: the transaction date. `reported`: the period of report.
    """

    code: str | None = "A"
    acquired: bool = True
    amount: Fraction | None = None
    dated: date | None = None
    reported: date | None = None
    exercisable: date | None = None
    expires: date | None = None
    kind: Kind = "other"

    @property
    def is_award(self) -> bool:
        """A row by which securities are granted: code A, unless disposed of (docs/conventions.md, Rows)."""
        return self.code == "A" and self.acquired

    @property
    def told_on(self) -> date | None:
        """The date of the report, which is not before the transaction told in it; else the transaction's; a holding has none."""
        days = [day for day in (self.reported, None if self.is_holding else self.dated) if day]
        return max(days, default=None)

    @property
    def is_holding(self) -> bool:
        """A holding: no transaction code."""
        return self.code is None
