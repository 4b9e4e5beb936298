"""What comes up across awards: vests, expirations, last days to exercise; and what expires soon.

In: filings, the day asked from, perhaps a market price and someone leaving. Out: events in the order of their days, with the award and
filing they belong to. Vests are those after the day, expirations those on or after it. An expiration on a weekend says so; the date
itself is never moved. Exercises are not known: what expires is what would be exercisable had nothing been exercised.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.given import UsageError
from vestcalc.questions.days import counts_from, weekend
from vestcalc.questions.leave import Window, leaving
from vestcalc.schedule.position import EXERCISED, Position

Kind = Literal["vest", "expiry", "last-day-to-exercise"]
_ORDER: dict[Kind, int] = {"vest": 0, "last-day-to-exercise": 1, "expiry": 2}


class Leave(Struct, frozen=True):
    """Someone leaves on `day`; how long after it what is vested can be exercised."""

    day: date
    windows: tuple[Window, ...] = ()


class Coming(Struct, frozen=True):
    """One event. `shares`: that vest, or that can be exercised until then (None: unknown); `portion`: of the whole, of a vest.

    `latest`: it may come sooner; `at_least`: the shares may be more. `text`: what else to know, "" for nothing.
    """

    day: date
    kind: Kind
    filing: FilingSchedules
    award: AwardSchedule
    shares: Fraction | None
    portion: Fraction | None = None
    latest: bool = False
    at_least: bool = False
    text: str = ""


class Expiring(Struct, frozen=True):
    """An award that expires within the days asked for; `now` is its position on the day asked from."""

    filing: FilingSchedules
    award: AwardSchedule
    expires: date
    days: int
    now: Position
    weekend: str | None

    @property
    def under_water(self) -> bool | None:
        """Whether the exercise price is at or above the market price; None where one of them is not known."""
        return None if self.now.in_the_money is None else not self.now.in_the_money and bool(self.now.exercisable)


def coming_up(filings: Sequence[FilingSchedules], day: date, *, leave: Leave | None = None) -> list[Coming]:
    """Every event from `day` on, in order; one line a day and award for what vests."""
    found = [event for filing in filings for award in filing.awards for event in _events(filing, award, day, leave)]
    return sorted(found, key=lambda event: (event.day, _ORDER[event.kind]))


def expiring(filings: Sequence[FilingSchedules], day: date, days: int, price: Decimal | None = None) -> list[Expiring]:
    """The awards whose expiration lies on `day` or within `days` days after it, soonest first."""
    try:
        until = day + timedelta(days=days)
    except OverflowError:
        raise UsageError("--within: leads beyond the calendar, which ends with the year 9999") from None
    found = [
        Expiring(filing, award, award.expires, (award.expires - day).days, award.as_of(day, price), weekend(award.expires))
        for filing in filings
        for award in filing.awards
        if award.expires is not None and day <= award.expires <= until
    ]
    return sorted(found, key=lambda one: one.expires)


def _events(filing: FilingSchedules, award: AwardSchedule, day: date, leave: Leave | None) -> Iterator[Coming]:
    last = leave.day if leave else date.max
    yield from _vests(filing, award, day, last)
    ends = leaving(award, leave.day, leave.windows).last_days if leave else ()
    for end in ends:
        if end.date >= day:
            reason = f"after leaving{f' ({end.reason})' if end.reason else ''}"
            text = "; ".join(part for part in (reason, "the expiration" if end.by_expiry else "", weekend(end.date) or "") if part)
            yield _exercisable(filing, award, end.date, "last-day-to-exercise", last, text)
    if award.expires is not None and award.expires >= day and not ends:
        yield _exercisable(filing, award, award.expires, "expiry", last, weekend(award.expires) or "")


def _exercisable(filing: FilingSchedules, award: AwardSchedule, day: date, kind: Kind, last: date, text: str) -> Coming:
    """An end: what can be exercised until then is what is vested by then, or by the day of leaving."""
    then = award.as_of(min(day, last))
    shares = then.exercisable if award.kind in EXERCISED else then.unvested
    return Coming(day, kind, filing, award, shares, at_least=then.at_least, text=text)


def _vests(filing: FilingSchedules, award: AwardSchedule, day: date, last: date) -> Iterator[Coming]:
    by_day: dict[date, list[int]] = {}
    for number, vest in enumerate(award.vests):
        counts = counts_from(vest, award.granted)
        if day < counts <= last:
            by_day.setdefault(counts, []).append(number)
    for counts, numbers in by_day.items():
        own = [award.vests[number] for number in numbers]
        shares = None if award.shares is None else sum((vest.shares or Fraction(0) for vest in own), Fraction(0))
        if shares == 0:
            continue
        past = award.expires is not None and award.kind in EXERCISED and counts > award.expires
        text = f"after the expiration, {award.expires}" if past else ""
        portion = sum((vest.portion for vest in own), Fraction(0))
        yield Coming(counts, "vest", filing, award, shares, portion, any(vest.latest for vest in own), text=text)
