"""What of the answers is to be shown: a window of days, every vest or sums by year.

In: the options of a command. Out: the vests of an award that lie in the window (both ends included), their
running totals untouched. What is pending or has no dates is never cut by a window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vestcalc.answers import AwardSchedule
from vestcalc.schedule.model import Vest

#: A table shows so many vests one by one; more are summed up by year.
MOST = 12


@dataclass(frozen=True, slots=True)
class View:
    """`first` and `last` day of the window, None for no bound; `every`: each vest, never sums by year."""

    first: date | None = None
    last: date | None = None
    every: bool = False

    @property
    def windowed(self) -> bool:
        return self.first is not None or self.last is not None

    def vests(self, award: AwardSchedule) -> Sequence[Vest]:
        """The award's vests within the window."""
        if not self.windowed:
            return award.vests
        return [vest for vest in award.vests if (self.first or vest.date) <= vest.date <= (self.last or vest.date)]

    def sums_up(self, vests: Sequence[Vest]) -> bool:
        return not self.every and len(vests) > MOST

    def window_text(self) -> str:
        """For a heading: "from 2015-01-01 to 2015-12-31", or nothing."""
        parts = [f"from {self.first}" if self.first else "", f"to {self.last}" if self.last else ""]
        return " ".join(part for part in parts if part)
