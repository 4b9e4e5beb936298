"""The measures researchers use: the weighted average time to vest, from the grant and from a day.

In: an award and a day. Out: exact Fractions of days and of years, weighted by shares (by portions where the whole is unknown). Weighted
by value and with the award's own discount it is a term of pay duration. What is pending has no time and is left out; so is what vested
before the day, when counted from it. Refuses nothing: a time that cannot be told is None.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from vestcalc.answers import AwardSchedule
from vestcalc.questions.days import counts_from, years_between


class Time(Struct, frozen=True):
    """A weighted average of times: `weight` is their sum of shares or portions."""

    days: Fraction
    years: Fraction
    weight: Fraction


class Measures(Struct, frozen=True):
    """Of one award: from the grant over all dated vests, from `day` over those after it; `left_out`: the portion without a date."""

    day: date
    from_grant: Time | None
    from_day: Time | None
    left_out: Fraction | None
    by_shares: bool


def measures(award: AwardSchedule, day: date) -> Measures:
    """The measures of one award as of `day`."""
    by_shares = award.shares is not None
    known = award.status in ("complete", "partial", "pending")
    weighted = [
        (counts_from(vest, award.granted), (vest.shares or Fraction(0)) if by_shares else vest.portion) for vest in award.vests if known
    ]
    dated = sum((vest.portion for vest in award.vests), Fraction(0))
    begun = award.granted is None or day >= award.granted
    return Measures(
        day=day,
        from_grant=None if award.granted is None else average(weighted, award.granted),
        from_day=average([(on, weight) for on, weight in weighted if on > day], day) if begun else None,
        left_out=1 - dated if known else None,
        by_shares=by_shares,
    )


def average(weighted: Iterable[tuple[date, Fraction]], start: date) -> Time | None:
    """The weighted average time from `start` to each (day, weight); None where there is no weight."""
    pairs = [(on, weight) for on, weight in weighted if weight > 0]
    total = sum((weight for _, weight in pairs), Fraction(0))
    if not total:
        return None
    days = sum((weight * (on - start).days for on, weight in pairs), Fraction(0)) / total
    years = sum((weight * years_between(start, on) for on, weight in pairs), Fraction(0)) / total
    return Time(days, years, total)


def together(times: Sequence[Time | None]) -> Time | None:
    """The average of several awards' times, weighted by their shares; those without one are passed over."""
    known = [time for time in times if time is not None]
    total = sum((time.weight for time in known), Fraction(0))
    if not total:
        return None
    days = sum((time.days * time.weight for time in known), Fraction(0)) / total
    return Time(days, sum((time.years * time.weight for time in known), Fraction(0)) / total, total)
