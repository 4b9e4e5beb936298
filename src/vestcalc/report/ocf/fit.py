"""Dates as OCF conditions on one path: so many periods after the start or after the condition before, or the dates themselves.

In: the vests of an award by rule, the day vesting starts, a policy for the day of the month. Out: links in order. A series becomes
periods only where its every date is met; whatever does not fit is a date of its own. Refuses, as None, rules whose dates interleave.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby, pairwise

from msgspec import Struct

from vestcalc.answers import AwardSchedule
from vestcalc.schedule.model import Vest
from vestcalc.schedule.roll import Point, month_of
from vestcalc.terms.models import Dated, FromAnchor, Period, Rule, Series

_NONE = Period()


class Link(Struct, frozen=True):
    """One condition: `portion` on each of `times` dates, `every` after `after` ("start", "before"), or on the date `on`."""

    portion: Fraction
    rule: int
    on: date | None = None
    every: Period = _NONE
    times: int = 1
    after: str = ""
    latest: bool = False


def links(award: AwardSchedule, start: date | None, day: int | None) -> list[Link] | None:
    """The path of an award; `day` is the day of the month that periods fall on. None where rules interleave."""
    if any(one.rule > other.rule for one, other in pairwise(award.vests)):
        return None
    found: list[Link] = []
    before: date | None = None
    for number, run in groupby(award.vests, key=lambda vest: vest.rule):
        for part in _equal(list(run)):
            for link in _fit(award.rules[number - 1].rule, part, start, before, day):
                found.append(link)
                before = part[-1].date if link.times == len(part) or link.every else link.on or part[0].date
    return found


def dates(award: AwardSchedule) -> list[Link]:
    """Every vest as a date of its own, in the order of the days."""
    return [Link(vest.portion, vest.rule, on=vest.date, latest=vest.latest) for vest in award.vests]


def _equal(vests: Sequence[Vest]) -> Iterator[list[Vest]]:
    """Runs of equal portions; one marked latest stands alone."""
    for _, run in groupby(vests, key=lambda vest: (vest.portion, vest.latest)):
        own = list(run)
        if own[0].latest:
            yield from ([vest] for vest in own)
        else:
            yield own


def _fit(rule: Rule, vests: list[Vest], start: date | None, before: date | None, day: int | None) -> Iterator[Link]:
    first, count = vests[0], len(vests)
    head = Link(first.portion, first.rule, on=first.date, latest=first.latest)
    every = rule.every if isinstance(rule, Series) and not rule.calendar else _NONE
    if first.latest:
        yield head
        return
    if _from_start(rule) and start is not None:
        if every and _meets(start, every, vests, day):
            yield Link(first.portion, first.rule, every=every, times=count, after="start")
            return
        lead = _months_between(start, first.date)
        if lead and _meets(start, lead, vests[:1], day):
            head = Link(first.portion, first.rule, every=lead, after="start")
    if every and before is not None and _meets(before, every, vests, day):
        yield Link(first.portion, first.rule, every=every, times=count, after="before")
        return
    yield head
    if every and count > 1 and _meets(first.date, every, vests[1:], day):
        yield Link(first.portion, first.rule, every=every, times=count - 1, after="before")
    else:
        yield from (Link(vest.portion, vest.rule, on=vest.date) for vest in vests[1:])


def _from_start(rule: Rule) -> bool:
    """The words count from the grant or the commencement, and not from a date they state."""
    moment = rule.on if isinstance(rule, Dated) else rule.start if isinstance(rule, Series) else None
    return moment is None or (isinstance(moment, FromAnchor) and moment.anchor in ("grant", "commencement") and not moment.days_before)


def _months_between(start: date, day: date) -> Period:
    return Period(months=max(month_of(day) - month_of(start), 0))


def _meets(origin: date, every: Period, vests: Sequence[Vest], day: int | None) -> bool:
    """Every date is a whole number of periods after `origin`, on `day` of its month where periods are months."""
    for number, vest in enumerate(vests, 1):
        if every.months and day is None:
            return False
        base = Point(month_of(origin), day or 1) if every.months else Point(month_of(origin), origin.day)
        if base.plus(every * number).ordinal() != vest.date.toordinal():
            return False
    return True
