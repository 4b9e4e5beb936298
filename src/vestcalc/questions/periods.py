"""What vests in between: by calendar or fiscal year or quarter, or within so many days of a day.

In: awards, a first and a last day (both included), the end of the fiscal year. Out: shares and exact portions per stretch of time; a
total adds up the awards whose shares are known and says how many it leaves out. A vest dated before the grant counts on the grant date.
Refuses, as UsageError, a fiscal year end that is no day.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from msgspec import Struct

from vestcalc.answers import AwardSchedule
from vestcalc.given import UsageError, shown
from vestcalc.questions.days import counts_from
from vestcalc.schedule.position import EXERCISED
from vestcalc.schedule.roll import month_length, month_of, on

Step = Literal["year", "quarter"]
CALENDAR = (12, 31)
_MONTHS: dict[Step, int] = {"year": 12, "quarter": 3}


class Stretch(NamedTuple):
    """A time from `first` to `last`, both included, and what it is called: "2015", "FY2015 Q3"."""

    label: str
    first: date
    last: date


class Vesting(Struct, frozen=True):
    """What vests in a stretch: `shares` (None: unknown), the exact `portion` of the whole, on how many dates.

    `latest`: some of it may have vested sooner, so that it vests by then rather than then. `known`: the award has dates at all.
    """

    shares: Fraction | None
    portion: Fraction
    dates: int
    latest: bool
    known: bool = True


class Within(Struct, frozen=True):
    """What counts as held within so many days of `day`: `now` exercisable (or vested), `coming` until `until`, `together`."""

    day: date
    until: date
    now: Fraction | None
    coming: Fraction | None
    at_least: bool

    @property
    def together(self) -> Fraction | None:
        return None if self.now is None or self.coming is None else self.now + self.coming


def year_end(text: str | None) -> tuple[int, int]:
    """(month, day) of a fiscal year end written as 09-30; the last day of February is either 02-28 or 02-29."""
    if text is None:
        return CALENDAR
    match = re.fullmatch(r"([0-9]{2})-([0-9]{2})", text.strip())
    try:
        day = date(2000, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise UsageError(f"--fiscal-year-end: {shown(text)} is not a month and a day; write it as 09-30")
    return day.month, day.day


def fiscal_year(year: int, end: tuple[int, int] = CALENDAR) -> Stretch:
    """The fiscal year that ends in `year`."""
    last = _end(12 * year + end[0] - 1, end)
    first = date.min if 12 * (year - 1) + end[0] - 1 < 12 else _end(12 * (year - 1) + end[0] - 1, end) + timedelta(days=1)
    return Stretch(_name(year, end), first, last)


def stretches(first: date, last: date, step: Step = "year", end: tuple[int, int] = CALENDAR) -> Iterator[Stretch]:
    """The years or quarters, from the one that holds `first` to the one that holds `last`."""
    months = _MONTHS[step]
    closing = month_of(first) - (month_of(first) - (end[0] - 1)) % -months  # the first closing month on or after `first`'s
    if _end(closing, end) < first:
        closing += months
    while True:
        stop = _end(closing, end)
        start = date.min if closing - months < 12 else _end(closing - months, end) + timedelta(days=1)
        year = (closing - (end[0] - 1) + 11) // 12
        quarter = 4 - (12 * year + end[0] - 1 - closing) // 3
        label = _name(year, end)
        yield Stretch(label if step == "year" else f"{label} Q{quarter}", start, stop)
        if stop >= last or closing + months >= 12 * 10_000:
            return
        closing += months


def _end(month: int, end: tuple[int, int]) -> date:
    """The day a stretch that closes in `month` ends on: the month's last where the year ends on a month's last day."""
    whole_month = end[1] >= month_length(12 * 2001 + end[0] - 1)
    return date.fromordinal(on(month, 31 if whole_month else end[1]))


def _name(year: int, end: tuple[int, int]) -> str:
    return str(year) if end == CALENDAR else f"FY{year}"


def span(awards: Iterable[AwardSchedule]) -> tuple[date, date] | None:
    """The first and the last day on which anything vests."""
    days = [counts_from(vest, award.granted) for award in awards for vest in award.vests]
    return (min(days), max(days)) if days else None


def vesting(award: AwardSchedule, first: date, last: date) -> Vesting:
    """What vests of an award from `first` to `last`, both included."""
    known = award.status in ("complete", "partial", "pending")
    own = [vest for vest in award.vests if first <= counts_from(vest, award.granted) <= last]
    shares = None if award.shares is None or not known else sum((vest.shares or Fraction(0) for vest in own), Fraction(0))
    days = {counts_from(vest, award.granted) for vest in own}
    return Vesting(shares, sum((vest.portion for vest in own), Fraction(0)), len(days), any(vest.latest for vest in own), known)


def within(award: AwardSchedule, day: date, days: int) -> Within:
    """What is exercisable (or vested) on `day` and what becomes so in the `days` days after it: the count of beneficial ownership.

    SEC Rule 13d-3(d)(1): a right to acquire within sixty days counts as owned. What vests after an option's expiration does not count.
    """
    try:
        until = day + timedelta(days=days)
    except OverflowError:
        raise UsageError("--within: leads beyond the calendar, which ends with the year 9999") from None
    now, then = award.as_of(day), award.as_of(until)
    if award.kind not in EXERCISED:
        coming = None if now.vested is None or then.vested is None else then.vested - now.vested
        return Within(day, until, now.vested, coming, then.at_least)
    if award.expires is not None and until > award.expires:
        then = award.as_of(max(day, award.expires))
    if now.exercisable is None or then.exercisable is None:
        return Within(day, until, None, None, then.at_least)
    return Within(day, until, now.exercisable, max(Fraction(0), then.exercisable - now.exercisable), then.at_least)
