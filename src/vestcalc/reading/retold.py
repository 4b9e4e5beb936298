"""A series told again by its parts: "in equal annual parts over four years, 25% on each anniversary", "the first 25% vesting on D".

In: a part, and the rules gathered before it. Out: whether it is of the series before it, which then has its start or its end from it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading import parts, residue
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.grammar import Node
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import CalendarDay, Dated, OnDate, Series, Statement

_BEGIN, _ONLY_FIRST = kind("BEGIN"), kind_set("BEGIN STOP SEMI COMMA and COND ACCEL")


def said_of_series(draft: Draft, sentence: Sentence, part: parts.Part) -> bool:
    """ "vests in equal annual parts over four years, 25% on each anniversary": the series before it, told again by its parts."""
    last = draft.rules[-1] if draft.rules else None
    if not isinstance(last, Series) or last.place.note != sentence.note or last.place.span.start < sentence.whole.span.start:
        return False
    cadences, portion = part.slots.get("CAD", []), part.amount.amount.portion if part.amount else None
    if part.residue or not part.roles <= {"CAD", "THEN", "UNTIL"} or len(cadences) != 1 or len(part.slots.get("UNTIL", ())) > 1:
        return False
    cadence = cadences[0]
    if portion is None or portion != _each_of(last) or cadence.unit != last.every or cadence.times or last.amount.of != "whole":
        return False
    if cadence.calendar and isinstance(last.start, OnDate) and not any(_falls_on(last.start.date, day) for day in cadence.calendar):
        return False
    if last.start is None and cadence.after is not None:
        last = replace(last, start=cadence.after, inclusive=False)
    draft.rules[-1] = replace(last, until=last.until or next(iter(part.slots.get("UNTIL", ())), None))
    return True


def said_of_list(draft: Draft, sentence: Sentence, part: parts.Part) -> bool:
    """ "In equal parts on each of the first five anniversaries, such that 20% vests on each such anniversary": the parts before it."""
    own = [r for r in draft.rules if r.place.note == sentence.note and r.place.span.start >= sentence.whole.span.start]
    each = part.amount.amount.portion if part.amount is not None else None
    if each is None or part.residue or part.roles not in ({"CAD"}, {"ON"}) or len(own) * each != 1:
        return False
    back = " each such " in f" {sentence.cleaned.text[part.start : part.stop].lower()} "
    return back and all(isinstance(r, Dated) and r.amount.portion == each and r.amount.of == "whole" for r in own)


def _falls_on(day: date, named: CalendarDay) -> bool:
    """Whether a day is one of those that recur under this name."""
    last = (day + timedelta(days=1)).month != day.month
    return named.month in (None, day.month) and (named.day == day.day or (last and named.day >= day.day))


def _each_of(series: Series) -> Fraction | None:
    """What vests on each date of a series that shares out all of it."""
    if series.each:
        return series.amount.portion
    times = series.times
    if times is None and series.over is not None and series.over.months and series.every.months:
        times = series.over.months // series.every.months
    return series.amount.portion / times if series.amount.portion and times else None


def first_of_series(draft: Draft, sentence: Sentence, part: parts.Part) -> bool:
    """ "vests 25% per year, with the first 25% vesting on D": where the series before it, of parts that size, starts."""
    last = draft.rules[-1] if draft.rules else None
    if not isinstance(last, Series) or last.place.note != sentence.note or last.place.span.start < sentence.whole.span.start:
        return False
    assert part.amount is not None
    each = _each_of(last)
    place = sentence.place(part.start, part.stop)
    units = last.amount.units if last.each else None
    fits = (each or units) is not None and (each, units) == (part.amount.amount.portion, part.amount.amount.units)
    if fits and last.start is None and not part.residue:
        draft.rules[-1] = replace(last, start=part.slots["ON"][0], inclusive=True)
    else:
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, "a first part beside a series that it does not fit", place))
    return True


def begins_series(draft: Draft, sentence: Sentence, part: parts.Part) -> bool:
    """ "vest quarterly over four years, with 1/16 vesting on D and 1/16 every three months thereafter": where it starts, or ends."""
    last = draft.rules[-1] if draft.rules else None
    if not isinstance(last, Series) or last.place.span.start < sentence.whole.span.start or last.place.note != sentence.note:
        return False
    each, told = _each_of(last), part.amount
    if told is None or not {"ON"} <= part.roles <= {"ON", "CAD", "THEN"} or part.residue or last.amount.of != "whole":
        return False
    if len(part.slots["ON"]) > 1 or (part.roles != {"ON"} and not _goes_on_so(part, last)):
        return False
    units = last.amount.units if last.each else None
    if told.amount.portion != each if told.amount.portion else told.amount.units is None or told.amount.units != units:
        return False
    place, on = sentence.place(part.start, part.stop), part.slots["ON"][0]
    if told.last:
        draft.statements.append(Statement("end-date", place, on=on, rule=len(draft.rules) - 1))
    elif last.start is not None:
        return False
    elif told.nth:
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"one of a series, and when the first is, is not said: {place.quote!r}", place))
    else:
        times = Fraction(1) / each if not last.each and each else None
        draft.rules[-1] = replace(last, start=on, inclusive=True, times=int(times) if times else last.times, over=None)
    return True


def _goes_on_so(part: parts.Part, last: Series) -> bool:
    """ "... on D and on each Quarterly Date thereafter": the day and the dates after it are of the series before them."""
    cadences, on = part.slots.get("CAD", []), part.slots["ON"][0]
    if len(cadences) != 1 or cadences[0].unit != last.every or cadences[0].times or "THEN" not in part.roles:
        return False
    if part.amount is None or part.amount.last or part.amount.nth or last.start is not None:
        return False
    named = cadences[0].calendar
    return not named or (isinstance(on, OnDate) and any(_falls_on(on.date, day) for day in named))


def said_again(draft: Draft) -> None:
    """ "... all of which vested on D. These units vested on D.": once is enough."""
    known = [(r.group, r.on) for r in draft.rules if isinstance(r, Dated) and r.amount.portion == 1]
    unsaid = set(draft.unsaid)
    draft.rules = [
        r for r in draft.rules if not (isinstance(r, Dated) and r.amount.rest and r.place in unsaid and (r.group, r.on) in known)
    ]


def first_date(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> bool:
    """ "The first vesting date is February 29, 2024": where the series before it starts, or a gap; whether that is all it tells."""
    placed = False
    for node in nodes:
        if node.kind != _BEGIN:
            continue
        words = sentence.cleaned.text[node.start : node.stop].lower().lstrip(", ")
        if not words.startswith(("the first", "first", "the initial")):
            continue
        last = draft.rules[-1] if draft.rules else None
        if isinstance(last, Series) and last.start is None:
            draft.rules[-1] = replace(last, start=node.value, inclusive=True)
            placed = True
        else:
            draft.gaps += residue.gaps(sentence, [node])
    return placed and _ONLY_FIRST.issuperset([n.kind for n in nodes])
