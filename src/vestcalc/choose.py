"""Several readings of the same words, and the one that their own redundancy supports.

In: the terms the words can mean, the facts of the row. Out: the terms kept, their schedule, and every reading with what it would give. What
nothing decides is not understood: no dates, and the gap `two-readings`.
"""

from typing import NamedTuple

from msgspec.structs import replace

from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding, Schedule
from vestcalc.terms.describe import describe_terms
from vestcalc.terms.models import Terms


class Chosen(NamedTuple):
    """The terms kept and their schedule; and, where the words have several readings, each of them with its own schedule."""

    terms: Terms
    schedule: Schedule
    tried: tuple[tuple[Terms, Schedule], ...] = ()


def choose(candidates: tuple[Terms, ...], facts: Facts, rounding: Rounding, day_of_month: str) -> Chosen:
    """The one reading that the text's own redundancy supports; else the first, without dates, and the gap `two-readings`.

    Of readings that the words contradict elsewhere and one that they do not, that one stands if it dates the whole award. Words that say
    when all of it has vested contradict a reading that leaves some of it undated.

    For questions that change the terms too (an event that gets a date): all readings are tried again.
    """
    from vestcalc.schedule.build import build

    tried = tuple((terms, build(terms, facts, rounding=rounding, day_of_month=day_of_month)) for terms in candidates)
    if len(tried) == 1:
        return Chosen(*tried[0])
    sound = [(terms, schedule) for terms, schedule in tried if schedule.status != "not-understood"]
    if any(map(_wholly, sound)):
        sound = [(terms, schedule) for terms, schedule in sound if schedule.status != "partial"]
    distinct = {_outcome(schedule) for _, schedule in sound}
    if len(distinct) == 1 and (len(sound) == len(tried) or sound[0][1].status == "complete"):
        return Chosen(*sound[0], tried)
    terms, schedule = (sound or tried)[0]
    shown = "; or: ".join(dict.fromkeys(describe_terms(other).removesuffix(".") for other, _ in tried))
    place = terms.rules[0].place if terms.rules else None
    gap = Gap(
        GapReason.TWO_READINGS,
        f"the words can be read in {len(tried)} ways and decide for none: {shown}",
        quote=place.quote if place else "",
        note=place.note if place else None,
        span=place.span if place else None,
    )
    return Chosen(terms, replace(schedule, status="not-understood", vests=(), pending=(), gaps=(*schedule.gaps, gap)), tried)


def _wholly(reading: tuple[Terms, Schedule]) -> bool:
    """Whether all of it vests just when the words say that it has: "until fully vested on D"."""
    return reading[1].status == "complete" and any(check.code == "fully-vested-date" and check.ok for check in reading[1].checks)


def _outcome(schedule: Schedule) -> object:
    """What two readings must share to be one answer: status, whole, dates and portions, and what is pending."""
    vests = tuple((vest.date, vest.portion, vest.shares, vest.latest) for vest in schedule.vests)
    return schedule.status, schedule.whole, vests, tuple((part.event, part.portion, part.shares) for part in schedule.pending)
