"""The positions of an award as steps: the days on which a figure changes, each with the engine's position from then on.

In: an award. Out: positions by first day, the first of them from the beginning of the calendar. Whoever looks up the last step on
or before a day has the position of that day; nothing is counted a second time. Sums of several awards are steps as well.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from vestcalc.answers import AwardSchedule

if TYPE_CHECKING:
    from vestcalc.schedule.position import Position

FIGURES = ("granted", "vested", "unvested", "pending", "exercisable")


class Step(Struct, frozen=True):
    """`position` holds from `since` until the next step."""

    since: date
    position: "Position"


class Total(Struct, frozen=True):
    """The sums of FIGURES from `since` until the next one; what has no figures is left out. `at_least`: more may be vested."""

    since: date
    figures: tuple[Fraction, ...]
    at_least: bool = False


def steps(award: AwardSchedule, price: Decimal | None = None) -> list[Step]:
    """Every day on which the position of `award` may change, ascending, with the position."""
    return [Step(day, award.as_of(day, price)) for day in sorted(_changes(award))]


def at(found: Sequence[Step], day: date) -> "Position":
    """The position on `day`."""
    return next(step.position for step in reversed(found) if step.since <= day)


def totals(awards: Iterable[Sequence[Step]]) -> list[Total]:
    """The sums over several awards' steps."""
    changes: dict[date, list[Fraction]] = {}
    for found in awards:
        before = [Fraction(0)] * (len(FIGURES) + 1)
        for step in found:
            now = [*(getattr(step.position, name) or Fraction(0) for name in FIGURES), _more(step.position)]
            sums = changes.setdefault(step.since, [Fraction(0)] * len(before))
            for place, (new, old) in enumerate(zip(now, before, strict=True)):
                sums[place] += new - old
            before = now
    out: list[Total] = []
    running = [Fraction(0)] * (len(FIGURES) + 1)
    for day in sorted(changes):
        running = [one + more for one, more in zip(running, changes[day], strict=True)]
        out.append(Total(day, tuple(running[:-1]), running[-1] > 0))
    return out


def _more(position: "Position") -> Fraction:
    """1 for an award in the sums of which more may be vested."""
    return Fraction(position.at_least and position.vested is not None)


def _changes(award: AwardSchedule) -> set[date]:
    days = {date.min}
    if award.granted:
        days.add(award.granted)
    for vest in award.vests:
        days |= {vest.date, max(vest.date, award.granted or vest.date)}
    if award.expires and award.expires < date.max:
        days.add(award.expires + timedelta(days=1))
    return days
