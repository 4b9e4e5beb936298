"""A date beside an anniversary: the day of the anniversary itself, or of the day it counts from.

"On the first anniversary of the grant date (June 12, 2021)" names the grant date by its grammar and the anniversary by its sense; only
the row tells. In: terms and facts. Out: the terms, such a date taken for the anniversary where the row's own date, so much later, is
that very day or within weeks of it, and, on a row that is no award, where it lies after the report, for nothing reported was granted then,
or where the anniversary counted from it would lie after all has expired.
"""

from collections.abc import Callable, Iterator
from datetime import date

from msgspec.structs import replace

from vestcalc.schedule.facts import Facts
from vestcalc.schedule.roll import point
from vestcalc.terms.models import Dated, EarliestOf, FromAnchor, LatestOf, Moment, OnDate, Rule, Series, Terms

#: A grant is approved, made and reported within weeks; an anniversary lies months away.
NEAR = 45


def settled(terms: Terms, facts: Facts) -> Terms:
    """The terms with every date beside an anniversary given to what it dates."""
    given = facts.dated if facts.is_award else None
    if given is None and facts.is_award:
        return terms
    own: dict[tuple[str, date | None], date | None] = {
        (m.anchor, m.stated): _base(m, given)
        for r in terms.rules
        for m in moments_of(r)
        if isinstance(m, FromAnchor) and m.stated and _is_anniversary(m, facts)
    }
    if not own:
        return terms

    def told(m: FromAnchor) -> Moment:
        if (m.anchor, m.stated) not in own:
            return m
        if m.stated and _is_anniversary(m, facts):
            return OnDate(m.stated)
        base = own[m.anchor, m.stated]
        return replace(m, anchor="date" if base else m.anchor, stated=base)

    return replace(
        terms,
        rules=tuple(_changed(r, told) for r in terms.rules),
        statements=tuple(replace(s, on=_each(s.on, told)) if s.on else s for s in terms.statements),
        granted=own.get(("grant", terms.granted), terms.granted),
        commencement=own.get(("commencement", terms.commencement), terms.commencement),
    )


def _base(m: FromAnchor, given: date | None) -> date | None:
    """What the dated anniversary counts from; None where that is the row's own date, which needs no words."""
    if m.stated is None or (given is not None and point(given).plus(m.plus).ordinal() == m.stated.toordinal()):
        return None
    return date.fromordinal(point(m.stated).plus(m.plus * -1).ordinal())


def _is_anniversary(m: FromAnchor, facts: Facts) -> bool:
    """Whether the date beside a moment is that moment rather than its anchor, by the row's own date or by that of the report."""
    if not m.stated or m.anchor not in ("grant", "commencement") or not m.plus.months:
        return False
    if not facts.is_award:
        reported = facts.told_on is not None and m.stated > facts.told_on
        ends = facts.expires is not None and point(m.stated).plus(m.plus).ordinal() > facts.expires.toordinal() >= m.stated.toordinal()
        return m.anchor == "grant" and (reported or ends)
    if facts.dated is None:
        return False
    off = abs(point(facts.dated).plus(m.plus).ordinal() - m.stated.toordinal())
    return off <= NEAR if m.anchor == "grant" else off == 0


def moments_of(rule: Rule) -> Iterator[Moment]:
    """The dates and anchors that a rule names."""
    tops = (rule.on,) if isinstance(rule, Dated) else (rule.start, rule.until) if isinstance(rule, Series) else ()
    for top in tops:
        yield from top.of if isinstance(top, EarliestOf | LatestOf) else (top,) if top else ()


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
