"""Terms meet the row: every rule gets its dates and its exact part of the whole.

In: Terms, Facts, a day-of-month policy. Out: a Binding: drafts with dates, counts and fractions, what is pending, what
had to be assumed, and gaps for every fact that is missing or does not fit. The amounts are settled in amounts.py.
Refuses, as gaps: parts beyond the whole, missing anchors, counts that do not fit.
"""

from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.amounts import settle, weigh
from vestcalc.schedule.anchors import Anchors, Found, Lacking, Resolved, Waiting, gap_at
from vestcalc.schedule.drafts import Binding, Draft, total_of
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.roll import Once, point
from vestcalc.schedule.series import MAX_DATES, cadence, count
from vestcalc.schedule.whole import LEAVES_AS_IT_VESTS, Whole, find_whole, group_sizes, whole_of_parts, without_holding
from vestcalc.terms.models import Amount, Dated, OnDate, Pending, Series, Terms


def bind(terms: Terms, facts: Facts, policy: str = "anchor", from_column: bool = False) -> Binding:
    """Bind every rule; `from_column`: a series without a start begins on the row's Date Exercisable."""
    whole = find_whole(terms, facts)
    counted = _rest_in_units(terms) if whole.units is None else terms
    if whole.units is None and terms.rules and all(r.amount.units is not None for r in counted.rules):
        whole = _counted(counted, facts, policy, from_column) or whole
    made = _bind(terms, facts, policy, whole, from_column)
    if made.whole.source == "held" and facts.kind in LEAVES_AS_IT_VESTS and (terms.some_vested or facts.reported):
        reported = facts.reported.toordinal() if facts.reported else 0
        if terms.some_vested or any(made.first(d) < reported for d in made.dated):
            return _bind(terms, facts, policy, without_holding(terms), from_column)
    return made


def _rest_in_units(terms: Terms) -> Terms:
    """The terms with "the balance of 5,625 shares" as the 5,625 it is said to be."""
    told = {s.place: s.number for s in terms.statements if s.kind == "rest-units"}
    if not told:
        return terms
    return replace(
        terms, rules=tuple(replace(r, amount=Amount(units=told[r.place])) if r.amount.rest and r.place in told else r for r in terms.rules)
    )


def _counted(terms: Terms, facts: Facts, policy: str, from_column: bool) -> Whole | None:
    """The sum of parts all given in units a date, once their dates are counted (under a whole too large to be used up)."""
    made = _bind(terms, facts, policy, Whole(Fraction(10**15), "unknown"), from_column)
    if any(d.gap or d.last is not None for d in made.drafts):
        return None
    return whole_of_parts(total_of(made.drafts) * 10**15)


def _bind(terms: Terms, facts: Facts, policy: str, whole: Whole, from_column: bool) -> Binding:
    made = Binding(terms, facts, Anchors(terms, facts, policy), whole)
    sizes = group_sizes(terms, whole.units)
    if isinstance(sizes, Gap):
        made.gaps.append(sizes)
        return made
    made.sizes = sizes
    before: dict[int, Resolved] = {}
    for number, rule in enumerate(terms.rules, 1):
        draft = Draft(number, rule, sizes[rule.group])
        _date(made, draft, before.get(rule.group), from_column)
        weigh(made, draft)
        made.drafts.append(draft)
        before[rule.group] = _end_of(draft)
    settle(made)
    return made


def _end_of(draft: Draft) -> Resolved:
    if draft.gap:
        return Lacking(draft.gap)
    if draft.dates is not None:
        return Found(draft.dates.point((draft.n or 1) - 1), draft.latest)
    return Waiting(draft.event)


def _date(made: Binding, draft: Draft, before: Resolved | None, from_column: bool) -> None:
    """Give a draft its dates, or the event it waits on, or the gap that keeps it undated."""
    rule, anchors = draft.rule, made.anchors
    if isinstance(rule, Series):
        _date_series(made, draft, rule, before, from_column)
        return
    if isinstance(rule, Pending):
        day = anchors.dated_event(rule.event)
        draft.event, draft.kind = rule.event, rule.event_kind
        at: Resolved = Found(point(day)) if day else Waiting(rule.event)
    elif rule.immediate:
        at = anchors.immediate(rule)
    else:
        at = anchors.resolve(rule.on, rule.group, before, rule.place)
    if isinstance(at, Found):
        draft.dates = Once(at.point.ordinal(anchors.policy), at.point)
        draft.latest = at.latest or (isinstance(rule, Dated) and rule.latest)
    else:
        _undated(draft, at)


def _undated(draft: Draft, at: Resolved) -> None:
    if isinstance(at, Waiting):
        draft.event = at.event
    elif isinstance(at, Lacking):
        draft.gap = at.gap


def _date_series(made: Binding, draft: Draft, rule: Series, before: Resolved | None, from_column: bool) -> None:
    anchors = made.anchors
    if rule.times is not None and not 1 <= rule.times <= MAX_DATES:
        draft.n, draft.gap = 1, gap_at(GapReason.CONTRADICTION, f"a series of {rule.times} dates", rule.place)
        return None
    if rule.start is None:
        at, rule = _unstated_start(made, rule, from_column and before is None)
    else:
        at = anchors.resolve(rule.start, rule.group, before, rule.place)
        if _spans_from_anchor(made, rule):
            rule = replace(rule, inclusive=False)
    if not isinstance(at, Found):
        draft.n = rule.times if rule.each else 1
        return _undated(draft, at)
    draft.latest, draft.latest_last = at.latest, rule.latest_last
    dates = cadence(rule, at.point, anchors.policy)
    hint = rule if rule.each or rule.times is not None else _hint(made, rule, draft.number)
    n = dates if isinstance(dates, Gap) else count(rule, dates, at.point, anchors, hint)
    if isinstance(dates, Gap) or isinstance(n, Gap):
        draft.gap = n if isinstance(n, Gap) else None
        draft.n = rule.times if rule.each else 1
        return None
    draft.dates, draft.n = dates, n
    return None


def _spans_from_anchor(made: Binding, rule: Series) -> bool:
    """ "Monthly over the four years beginning on D", D being the day of the grant itself: the first date comes one period after."""
    if not isinstance(rule.start, OnDate) or not rule.inclusive or rule.over is None or rule.until is not None or rule.calendar:
        return False
    terms, facts = made.terms, made.facts
    granted = terms.groups[rule.group].granted if rule.group < len(terms.groups) else None
    return rule.start.date == (terms.commencement or granted or terms.granted or (facts.dated if facts.is_award else None))


def _unstated_start(made: Binding, rule: Series, from_column: bool) -> tuple[Resolved, Series]:
    """The row's Date Exercisable is the first date, else the first is one period after the anchor; both are assumptions."""
    facts, anchors = made.facts, made.anchors
    if from_column and facts.exercisable:
        anchors.assume("first-on-date-exercisable", f"the first date is the Date Exercisable of the row, {facts.exercisable}")
        return Found(point(facts.exercisable)), replace(rule, inclusive=True)
    at = anchors.own(rule.group, rule.place)
    if isinstance(at, Found) and not rule.inclusive:
        day = date.fromordinal(at.point.ordinal(anchors.policy))
        anchors.assume("first-one-period-after-anchor", f"no start is stated: the first date is one period after {day}")
    return at, rule


def _hint(made: Binding, rule: Series, number: int) -> Series:
    """The series with the count, length or end that other statements of the words give it, for when it states none itself."""
    own = [s for s in made.terms.statements if s.rule is None or s.rule == number - 1]
    alone = sum(isinstance(r, Series) for r in made.terms.rules) == 1
    times = next((int(s.number) for s in own if s.kind == "count" and s.number and s.number.denominator == 1), None)
    until = next((s.on for s in own if s.kind in ("end-date", "fully-vested-date") and s.on), None)
    over = next((s.over for s in own if s.kind == "span" and s.over), None)
    if not alone or number != len(made.terms.rules):
        return rule
    only = len(made.terms.rules) == 1
    return replace(rule, times=times if only else None, over=over if only else None, until=until)
