"""Single days that the words tell besides, each compared with the days of the schedule: an anniversary, a cliff, an end of all.

In: a Binding, what is told, and the parts that it is told of. Out: checks, both figures in their text.
"""

from collections.abc import Iterator
from datetime import date

from vestcalc.schedule.drafts import Binding, Draft, ordinal_of
from vestcalc.schedule.model import Check
from vestcalc.schedule.roll import month_of, point
from vestcalc.terms.describe import length_text
from vestcalc.terms.models import Dated, FromAnchor, Moment, OnDate, Period, Series

#: "Over three years" is said of schedules that begin some days off the grant date.
SPAN_SLACK = 31
#: Every month has so many days.
_SHORTEST = 28
#: The middle of a month.
_HALF = 15


def check_ends(made: Binding, said: str, end: int | None, drafts: list[Draft]) -> Iterator[Check]:
    """Nothing vests once it has expired, or lapsed; an end that comes later says nothing."""
    last = max(made.last(d) for d in drafts)
    if end is not None and last > end + SPAN_SLACK:
        yield Check("end-date", False, f"{said} on {day_text(end)}, the schedule ends on {day_text(last)}")


def check_granted(made: Binding, on: Moment | None, drafts: list[Draft]) -> Iterator[Check]:
    """ "Granted in January 2018", in a row of another month from which its days are counted."""
    row = made.facts.dated if made.facts.is_award and not made.terms.granted else None
    counted = [d.rule.start if isinstance(d.rule, Series) else getattr(d.rule, "on", None) for d in drafts]
    from_grant = any(m is None or (isinstance(m, FromAnchor) and m.anchor == "grant" and not m.stated) for m in counted)
    if row is not None and isinstance(on, OnDate) and from_grant and abs((row - on.date).days - _HALF) > SPAN_SLACK + _HALF:
        yield Check("end-date", False, f"the grant is said to be of {on.date:%Y-%m}, the row is of {row}")


def check_served(made: Binding, on: Moment | None, drafts: list[Draft]) -> Iterator[Check]:
    """ "On March 15, 2024, subject to employment through March 15, 2025": of what vests a year before, that cannot be asked."""
    until, last = ordinal_of(made, on), max(made.last(d) for d in drafts)
    if until is not None and len(drafts) == len(made.drafts):
        text = f"the words ask for service until {day_text(until)}, the schedule ends on {day_text(last)}"
        yield Check("end-date", until <= last + SPAN_SLACK, text)


def check_cliff(made: Binding, over: Period, drafts: list[Draft]) -> Check:
    """ "A six-month cliff": the first date is so long after what the first part, or the award, counts from."""
    first = min(drafts, key=made.first)
    on = first.rule.on if isinstance(first.rule, Dated) else first.rule.start if isinstance(first.rule, Series) else None
    counted = on.plus == over if isinstance(on, FromAnchor) else False
    starts = [ordinal_of(made, FromAnchor(name)) for name in ("commencement", "grant")]
    ends = [point(date.fromordinal(day)).plus(over).ordinal() for day in starts if day is not None]
    text = f"the words tell of a cliff of {length_text(over)}, the first date is {day_text(made.first(first))}"
    return Check("end-date", counted or made.first(first) in ends, text)


def check_anniversary(made: Binding, on: Moment | None, months: int, drafts: list[Draft]) -> Iterator[Check]:
    """ "On each anniversary of the grant date", counted on from the part before: as if that had vested on one."""
    base = ordinal_of(made, on)
    for d in drafts if base is not None else ():
        first, day = date.fromordinal(made.first(d)), date.fromordinal(base or 1)
        apart = (first.year - day.year) * 12 + first.month - day.month
        clamped = made.anchors.policy != "anchor" or _SHORTEST <= first.day < day.day
        ok = apart % months == 0 and (first.day == day.day or clamped)
        yield Check("end-date", ok, f"the words count from {day}, the schedule has {first}")


def check_exercise(made: Binding, on: Moment | None, drafts: list[Draft]) -> Iterator[Check]:
    """Exercisable at once, yet vesting later; what may be exercised only after some has vested is another schedule, or the end of this."""
    since, first, last = ordinal_of(made, on), min(made.first(d) for d in drafts), max(made.last(d) for d in drafts)
    if since is not None and since > first and abs(since - last) > SPAN_SLACK:
        yield Check("end-date", False, f"to be exercised only from {day_text(since)}, the schedule starts on {day_text(first)}")


def check_row_vested(made: Binding, on: Moment | None, drafts: list[Draft]) -> Iterator[Check]:
    """ "Represents units that vested on D", beside the terms: what an exercise settles or a tax takes vested on one of their dates."""
    day = ordinal_of(made, on)
    if day is None:
        return
    ours = not (made.facts.is_award or made.facts.is_holding)
    said = f"the row is said to have vested on {day_text(day)}"
    text = f"{said}, the schedule runs from {day_text(min(map(made.first, drafts)))} to {day_text(max(map(made.last, drafts)))}"
    yield Check("end-date", ours and any(_falls_on(d, day) for d in drafts), text if ours else f"all of {said}, and besides in parts")


def _falls_on(d: Draft, day: int) -> bool:
    if d.dates is None:
        return False
    k = d.dates.upto(month_of(date.fromordinal(day)), day)
    return 0 < k <= (d.n or 0) and d.dates.at(k - 1) == day


def day_text(ordinal: int) -> str:
    """A day for people."""
    return date.fromordinal(ordinal).isoformat()
