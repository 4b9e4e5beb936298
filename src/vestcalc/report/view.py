"""What of the answers is to be shown: a window of days, every vest or sums by year.

In: the options of a command. Out: the vests of an award that lie in the window (both ends included), their
running totals untouched. What is pending or has no dates is never cut by a window.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from vestcalc.answers import AwardSchedule
from vestcalc.schedule.model import Vest

#: A table shows so many vests one by one; more are summed up by year.
MOST = 12


class View(Struct, frozen=True):
    """`first` and `last` day of the window, None for no bound; `every`: each vest, never sums by year.

    `year_end`: (month, day) on which fiscal years end, by which vests are then summed up.
    """

    first: date | None = None
    last: date | None = None
    every: bool = False
    year_end: tuple[int, int] | None = None

    @property
    def windowed(self) -> bool:
        return self.first is not None or self.last is not None

    def vests(self, award: AwardSchedule) -> Sequence[Vest]:
        """The award's vests within the window."""
        if not self.windowed:
            return award.vests
        return [vest for vest in award.vests if (self.first or vest.date) <= vest.date <= (self.last or vest.date)]

    def sums_up(self, vests: Sequence[Vest]) -> bool:
        return not self.every and (len(vests) > MOST or self.year_end is not None)

    def years(self, vests: Sequence[Vest]) -> Iterator[tuple[str, Sequence[Vest]]]:
        """(name, vests) of each calendar or fiscal year in which one lies."""
        if self.year_end is None:
            for year in sorted({vest.date.year for vest in vests}):
                yield str(year), [vest for vest in vests if vest.date.year == year]
            return
        from vestcalc.questions.periods import stretches

        for label, first, last in stretches(vests[0].date, vests[-1].date, "year", self.year_end):
            if own := [vest for vest in vests if first <= vest.date <= last]:
                yield label, own

    def window_text(self) -> str:
        """For a heading: "from 2015-01-01 to 2015-12-31", or nothing."""
        parts = [f"from {self.first}" if self.first else "", f"to {self.last}" if self.last else ""]
        return " ".join(part for part in parts if part)
