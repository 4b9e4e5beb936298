"""What the chart of an award shows: the engine's steps, what waits, what may come sooner, and the days around them.

In: an award and its steps. Out: a Figure in exact numbers, or None where there is nothing to draw (no amount at all, or no day).
Shares where the whole is known, portions of the award where it is not.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from vestcalc.answers import AwardSchedule
from vestcalc.report.steps import Step

_LEAST = 360  # days a chart covers at the least


class Rise(Struct, frozen=True):
    """A step that may come sooner: on `day` at the latest, from `low` to `high`."""

    day: date
    low: Fraction
    high: Fraction


class Figure(Struct, frozen=True):
    """`vested` and `exercisable` are (day, amount from then on); `exercisable` None for what is not exercised.

    `top` is the whole, or 1 where only portions are known; `first` and `last` are the ends of the axis.
    """

    first: date
    last: date
    top: Fraction
    in_shares: bool
    vested: tuple[tuple[date, Fraction], ...]
    exercisable: tuple[tuple[date, Fraction], ...] | None
    pending: Fraction
    latest: tuple[Rise, ...]
    granted: date | None
    expires: date | None


def figure(award: AwardSchedule, found: Sequence[Step], also: date | None = None) -> Figure | None:
    """The chart of an award; `also` is a day that has to lie on the axis."""
    waiting = _pending(award)
    days = [day for day in (award.granted, *(vest.date for vest in award.vests), award.expires) if day]
    if not days or not (award.vests or waiting):
        return None
    in_shares = award.shares is not None
    vested = [(step.since, (step.position.vested if in_shares else step.position.percent_vested) or Fraction(0)) for step in found]
    exercised = in_shares and any(step.position.exercisable is not None for step in found)
    begun = max(award.granted, min(days)) if award.granted else min(days)
    first, last = ends([begun, *(day for day in days if day > begun), *([also] if also else [])])
    return Figure(
        first=first,
        last=last,
        top=award.shares if award.shares is not None else Fraction(1),
        in_shares=in_shares,
        vested=_changes(vested),
        exercisable=_changes([(step.since, step.position.exercisable or Fraction(0)) for step in found]) if exercised else None,
        pending=waiting,
        latest=tuple(_latest(award, vested)),
        granted=award.granted,
        expires=award.expires,
    )


def _pending(award: AwardSchedule) -> Fraction:
    """What has no date: in shares, else in portions of the whole; 0 where nothing is said of it."""
    if award.status not in ("complete", "partial", "pending"):
        return Fraction(0)
    if award.shares is None:
        return sum((part.portion for part in award.pending if part.portion is not None), Fraction(0))
    dated = award.vests[-1].vested if award.vests else Fraction(0)
    return award.shares - (dated or Fraction(0))


def _latest(award: AwardSchedule, vested: Sequence[tuple[date, Fraction]]) -> list[Rise]:
    """The steps on whose day a vest marked latest lies."""
    rises = []
    marked = {max(vest.date, award.granted or vest.date) for vest in award.vests if vest.latest}
    for (_, low), (day, high) in pairwise(vested):
        if day in marked and high > low:
            rises.append(Rise(day, low, high))
    return rises


def _changes(line: Sequence[tuple[date, Fraction]]) -> tuple[tuple[date, Fraction], ...]:
    """Only the days on which the amount does change."""
    return tuple(one for place, one in enumerate(line) if place == 0 or one[1] != line[place - 1][1])


def ends(days: Sequence[date]) -> tuple[date, date]:
    """The first and the last day with some room on both sides."""
    first, last = min(days), max(days)
    room = max((last - first).days // 25, (_LEAST - (last - first).days) // 2, 15)
    return _moved(first, -room), _moved(last, room)


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.min if by < 0 else date.max
