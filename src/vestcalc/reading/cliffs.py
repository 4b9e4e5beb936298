"""A cliff told beside a series: "in equal monthly installments over four years, subject to a one-year cliff".

In: a draft with its statements. Out: the same; where nothing is said of what vests on the cliff, what would have vested up to it does.
A series that does not run from the award's own anchor, or whose dates do not meet the cliff, is left: the cliff is then compared.
"""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.reading.draft import Draft
from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import REST, Amount, Dated, FromAnchor, Moment, OnDate, Period, Series

_CLIFF, _SUBJ = kind("CLIFF"), kind("SUBJ")
_OF_A_CLIFF = kind_set("CLIFF SUBJ VERB PLAN GRANTED have be include there also will the this its they COMMA STOP")


def cliff(nodes: Sequence[Node]) -> Period | None:
    """The length of the cliff that a sentence tells of: "The option carries a six-month cliff"."""
    if any(n.kind not in _OF_A_CLIFF or (n.kind == _SUBJ and n.value.units is not None) for n in nodes):
        return None
    found: list[Period] = [n.value for n in nodes if n.kind == _CLIFF]
    return found[0] if len(found) == 1 else None


def hold_back(draft: Draft) -> None:
    """Put what a lone series has vest before the cliff on the cliff."""
    told = [s for s in draft.statements if s.kind == "cliff" and s.over is not None]
    series = draft.rules[0] if len(draft.rules) == 1 else None
    if len(told) != 1 or not isinstance(series, Series) or series.inclusive or series.calendar:
        return
    cliff, on = told[0].over or Period(), _counted_on(draft, series.start, told[0].over or Period())
    missed = _periods(cliff, series.every)
    amounts = _before_and_after(series, missed) if missed > 1 else None
    if on is None or amounts is None:
        return
    before, after, times = amounts
    later = replace(series, amount=after, times=times, over=None, start=FromAnchor("previous"))
    draft.rules = [Dated(before, on, told[0].place), later]
    draft.statements = [replace(s, rule=1) if s.rule == 0 else s for s in draft.statements]


def _counted_on(draft: Draft, start: Moment | None, cliff: Period) -> Moment | None:
    """The day of the cliff, counted from where the series is."""
    if start is None:
        return FromAnchor("commencement" if "commencement" in draft.dates else "grant", cliff)
    if isinstance(start, OnDate):
        return FromAnchor("date", cliff, stated=start.date)
    own = isinstance(start, FromAnchor) and start.anchor in ("grant", "commencement") and not start.plus
    return replace(start, plus=cliff) if own else None


def _periods(cliff: Period, every: Period) -> int:
    """How many whole periods make the cliff; 0 where they do not."""
    if cliff.days or every.days or not every.months or cliff.months % every.months:
        return 0
    return cliff.months // every.months


def _before_and_after(series: Series, missed: int) -> tuple[Amount, Amount, int | None] | None:
    """What vests on the cliff, what after it, and on how many dates where that is known."""
    a = series.amount
    count = series.times or (_periods(series.over, series.every) if series.over else 0)
    if a.of != "whole" or series.until is not None or (count and count <= missed):
        return None
    left = count - missed if count else None
    if series.each:
        whole = Amount(portion=a.portion * missed) if a.portion else Amount(units=(a.units or Fraction(0)) * missed)
        return whole, a, left
    if not count or a.portion is None:
        return None
    each = a.portion / count
    return Amount(portion=each * missed), REST if a.portion == 1 else Amount(portion=each * (count - missed)), left
