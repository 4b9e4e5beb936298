"""Which regular series a list of dates is: so many months or days apart, from which day.

In: at least two dates in order. Out: every Cadence that makes exactly these dates, the plainest first. Months are tried before days; a
wished day that some months lack is told by the others (31 January, 28 February, 31 March). Refuses nothing: no cadence is an empty list.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from vestcalc.schedule.roll import Monthly, month_length, month_of
from vestcalc.terms.models import Period


class Cadence(Struct, frozen=True):
    """Dates `every` so much from `start`, the first on it or one period after it; `policy` is the day-of-month policy needed."""

    every: Period
    start: date
    policy: str = "anchor"


def cadences(days: Sequence[date]) -> list[Cadence]:
    """The cadences of the dates, the plainest first."""
    return list(_found(days))


def _found(days: Sequence[date]) -> Iterator[Cadence]:
    steps = {month_of(b) - month_of(a) for a, b in pairwise(days)}
    if len(steps) == 1 and (step := steps.pop()) > 0:
        yield from _monthly(days, step)
        yield from _day_before(days)
    gaps = {(b - a).days for a, b in pairwise(days)}
    if len(gaps) == 1 and (len(days) > 2 or not (days[1] - days[0]).days % 7):  # two days are always some days apart
        yield Cadence(Period(days=gaps.pop()), days[0])


def _monthly(days: Sequence[date], step: int) -> Iterator[Cadence]:
    wished = max(day.day for day in days)
    dates = Monthly(month_of(days[0]), wished, step)
    if list(dates.ordinals(len(days))) != [day.toordinal() for day in days]:
        return
    every = Period(months=step)
    if days[0].day == wished:
        yield Cadence(every, days[0])
        return
    before = month_of(days[0]) - step  # the first month lacks the day: count from one period earlier, where that month has it
    if before >= 12 and month_length(before) >= wished:
        yield Cadence(every, date(before // 12, before % 12 + 1, wished))
    if wished >= 29:
        yield Cadence(every, days[0], f"{wished}-or-last")


def _day_before(days: Sequence[date]) -> Iterator[Cadence]:
    """Each a day before a regular date: the policy anchor-minus-one, counted from one period before the first."""
    if days[-1] == date.max:
        return
    moved = [day + timedelta(days=1) for day in days]
    steps = {month_of(b) - month_of(a) for a, b in pairwise(moved)}
    if len({day.day for day in moved}) > 1 or len(steps) != 1:
        return
    step = steps.pop()
    before = month_of(moved[0]) - step
    if before >= 12 and month_length(before) >= moved[0].day:
        yield Cadence(Period(months=step), date(before // 12, before % 12 + 1, moved[0].day), "anchor-minus-one")
