"""A date beside an anniversary: the day of the anniversary itself, or of the day it counts from.

"On the first anniversary of the grant date (June 12, 2021)" names the grant date by its grammar and the anniversary by its sense; only
the row tells. In: terms and facts. Out: the terms, such a date taken for the anniversary where the row's own date, so much later, is
that very day or within weeks of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from vestcalc.schedule.facts import Facts
from vestcalc.schedule.roll import point
from vestcalc.terms.models import Dated, EarliestOf, FromAnchor, LatestOf, Moment, OnDate, Rule, Series, Terms

#: A grant is approved, made and reported within weeks; an anniversary lies months away.
NEAR = 45


def settled(terms: Terms, facts: Facts) -> Terms:
    """The terms with every date beside an anniversary given to what it dates."""
    if not facts.is_award or facts.dated is None:
        return terms
    given = facts.dated
    own = {(m.anchor, m.stated) for r in terms.rules for m in _moments(r) if _is_anniversary(m, given)}
    if not own:
        return terms

    def told(m: FromAnchor) -> Moment:
        if (m.anchor, m.stated) not in own:
            return m
        return OnDate(m.stated) if m.stated and _is_anniversary(m, given) else replace(m, stated=None)

    return replace(
        terms,
        rules=tuple(_changed(r, told) for r in terms.rules),
        statements=tuple(replace(s, on=_each(s.on, told)) if s.on else s for s in terms.statements),
        granted=None if ("grant", terms.granted) in own else terms.granted,
        commencement=None if ("commencement", terms.commencement) in own else terms.commencement,
    )


def _is_anniversary(m: FromAnchor, given: date) -> bool:
    """Whether the date beside a moment is that moment, counted from the row's own date, rather than its anchor."""
    if not m.stated or m.anchor not in ("grant", "commencement") or not m.plus.months:
        return False
    off = abs(point(given).plus(m.plus).ordinal() - m.stated.toordinal())
    return off <= NEAR if m.anchor == "grant" else off == 0


def _moments(rule: Rule) -> Iterator[FromAnchor]:
    tops = (rule.on,) if isinstance(rule, Dated) else (rule.start, rule.until) if isinstance(rule, Series) else ()
    for top in tops:
        for m in top.of if isinstance(top, EarliestOf | LatestOf) else (top,):
            if isinstance(m, FromAnchor):
                yield m


def _each(moment: Moment, change: Callable[[FromAnchor], Moment]) -> Moment:
    if isinstance(moment, EarliestOf | LatestOf):
        return type(moment)(tuple(_each(m, change) for m in moment.of))
    return change(moment) if isinstance(moment, FromAnchor) else moment


def _changed(rule: Rule, change: Callable[[FromAnchor], Moment]) -> Rule:
    if isinstance(rule, Dated):
        return replace(rule, on=_each(rule.on, change))
    if isinstance(rule, Series):
        return replace(rule, start=rule.start and _each(rule.start, change), until=rule.until and _each(rule.until, change))
    return rule
