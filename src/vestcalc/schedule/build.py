"""Terms and facts become a schedule.

In: what the words promise, what the row says, a rounding mode, a day-of-month policy. Out: a Schedule with its status
(docs/conventions.md, "Status of a reading"), vests, pending parts, assumptions, checks and gaps. What cannot be dated is a
gap, never a guess and never another exception; only an unknown rounding or policy raises VestcalcError.
"""

from datetime import date
from fractions import Fraction
from math import lcm

from msgspec.structs import replace

from vestcalc.gaps import MISSING_FACTS, Gap, GapReason, VestcalcError
from vestcalc.schedule.allocate import checked_mode, due
from vestcalc.schedule.apposed import settled
from vestcalc.schedule.bind import bind
from vestcalc.schedule.drafts import Binding, Draft, total_of
from vestcalc.schedule.expand import Bound, Part, Vests, in_order
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import BoundRule, Check, PendingPart, Rounding, Schedule, Status, Vest
from vestcalc.schedule.roll import OutOfCalendarError, wanted_day
from vestcalc.schedule.verify import verify
from vestcalc.schedule.whole import NOTHING, added
from vestcalc.span import Place, Span
from vestcalc.terms.models import ALL, Assumption, Dated, OnDate, Series, Terms

_NOWHERE = Place("", Span(0, 0), "")


def build(terms: Terms, facts: Facts, rounding: Rounding = "cumulative-round-down", day_of_month: str = "anchor") -> Schedule:
    """The schedule of one award. VestcalcError for an unknown rounding or day-of-month policy; everything else is a gap."""
    checked_mode(rounding)
    wanted_day(1, day_of_month)
    terms, assumed = _from_column_alone(terms, facts)
    try:
        made, checks, wrong = _best(settled(terms, facts), facts, day_of_month)
        return _schedule(made, checks, [*made.gaps, *wrong], rounding, assumed)
    except OutOfCalendarError as e:
        return _refused(terms, facts, rounding, Gap(GapReason.BAD_DATE, str(e)))
    except VestcalcError as e:
        return _refused(terms, facts, rounding, Gap(GapReason.CONTRADICTION, str(e)))


def _from_column_alone(terms: Terms, facts: Facts) -> tuple[Terms, tuple[Assumption, ...]]:
    """A Date Exercisable and no words about vesting: the whole on that date (conventions, Dates 15)."""
    silent = not (terms.rules or terms.gaps or terms.speaks)
    if not (silent and facts.exercisable and facts.kind in ("option", "sar", "warrant") and (facts.is_award or facts.is_holding)):
        return terms, ()
    rule = Dated(ALL, OnDate(facts.exercisable), _NOWHERE)
    text = f"nothing is said about vesting: all on the row's Date Exercisable, {facts.exercisable}"
    return replace(terms, rules=(rule,), speaks=True), (Assumption("all-on-date-exercisable", text),)


def _best(terms: Terms, facts: Facts, policy: str) -> tuple[Binding, list[Check], list[Gap]]:
    """Bind with the row's Date Exercisable as the unstated start of a series, unless the words contradict it."""
    unstated = any(isinstance(r, Series) and r.start is None for r in terms.rules)
    if unstated and facts.exercisable and not terms.early_exercise:
        made = bind(terms, facts, policy, from_column=True)
        checks, wrong = verify(made)
        if not made.gaps and not wrong:
            return made, checks, wrong
    made = bind(terms, facts, policy)
    return made, *verify(made)


def _schedule(made: Binding, checks: list[Check], found: list[Gap], rounding: Rounding, assumed: tuple[Assumption, ...]) -> Schedule:
    gaps = (*made.terms.gaps, *dict.fromkeys(found))
    weighed = [(d, portion) for d in made.dated if d.each is not None and (portion := d.total).numerator > 0]
    dated = [d for d, _ in weighed]
    total = added([portion for _, portion in weighed])
    status = _status(made, gaps, total)
    whole = made.whole.units
    bound = bind_parts(dated, whole)
    answers = status in ("complete", "partial")
    vests: Vests | tuple[Vest, ...] = Vests(bound, rounding) if answers else ()
    pending = _pending(made, whole, bound, rounding) if status in ("partial", "pending") else ()
    shown = status != "not-understood"
    return Schedule(
        status=status,
        whole=whole if made.drafts else made.terms.whole or whole,
        granted=granted_on(made.terms, made.facts),
        vests=vests,
        pending=pending,
        rules=tuple(_bound_rule(made, d) if shown else BoundRule(d.rule) for d in made.drafts)
        or tuple(BoundRule(r) for r in made.terms.rules),
        assumptions=_assumptions(made, assumed),
        checks=tuple(checks),
        gaps=gaps,
        rounding=rounding,
    )


def _status(made: Binding, gaps: tuple[Gap, ...], total: Fraction) -> Status:
    if any(g.reason not in MISSING_FACTS for g in gaps):
        return "not-understood"
    if not made.terms.rules:
        return "incomplete" if gaps else "none"
    if gaps:
        elsewhere = any(g.reason is GapReason.WHICH_AWARD for g in gaps)
        return "partial" if 0 < total < 1 and not elsewhere else "incomplete"
    if total == 1:
        return "complete"
    return "partial" if total else "pending"


def bind_parts(dated: list[Draft], whole: Fraction | None) -> Bound:
    """The compact form: integers over one denominator. Consecutive rules of equal parts are one series for the rounding."""
    units, per = (whole.numerator, whole.denominator) if whole is not None else (1, 1)
    amounts = [(d.each or NOTHING, (d.each if d.last is None else d.last) or NOTHING) for d in dated]
    common = lcm(*[one.denominator for amount in amounts for one in amount])
    parts: list[Part] = []
    run = -1
    for draft, (each, end) in zip(dated, amounts, strict=True):
        num = each.numerator * (common // each.denominator) * units
        last = num if end is each else end.numerator * (common // end.denominator) * units
        if not parts or parts[-1].num != num or parts[-1].last != num:
            run += 1
        assert draft.dates is not None
        parts.append(Part(draft.dates, draft.n or 1, num, last, draft.number, draft.latest, draft.latest_last, 0, run))
    if len(parts) > 1:
        parts.sort(key=lambda part: (part.dates.at(0), part.rule))
    return Bound(tuple(parts), common * per, common * units, whole is not None, in_order(parts))


def _pending(made: Binding, whole: Fraction | None, bound: Bound, rounding: str) -> tuple[PendingPart, ...]:
    """What has no date: parts that wait, parts a missing fact leaves undated, and what nothing is said about."""
    waits = [
        (d.event or (d.gap.text if d.gap else ""), d.kind, d.total, d.number)
        for d in made.drafts
        if (d.dates is None or d.gap is not None) and d.total > 0
    ]
    taken = total_of(made.drafts)
    if taken < 1:
        undated = next((d for d in made.drafts if d.gap is not None and d.each is None), None)
        waits.append((undated.gap.text if undated and undated.gap else "not stated", "other", 1 - taken, undated.number if undated else 0))
    x = sum(p.num * (p.n - 1) + p.last for p in bound.parts)
    mode = rounding if rounding.startswith("cumulative") or rounding == "fractional" else "cumulative-round-down"
    if rounding == "each-up-last-short":
        mode = "cumulative-round-up"
    before = due(x, bound.d, bound.whole, mode) if x else 0
    out = []
    reached = Fraction(x, bound.whole)
    for event, kind, portion, number in waits:
        reached += portion
        at = reached * bound.whole
        upto = due(at.numerator, bound.d * at.denominator, bound.whole * at.denominator, mode)
        shares = Fraction(upto - before) if whole is not None else None
        out.append(PendingPart(event, kind, portion, shares, number))
        before = upto
    return tuple(out)


def _bound_rule(made: Binding, d: Draft) -> BoundRule:
    if d.dates is None or d.gap is not None:
        return BoundRule(d.rule)
    return BoundRule(d.rule, d.n, date.fromordinal(made.first(d)), date.fromordinal(made.last(d)))


def granted_on(terms: Terms, facts: Facts) -> date | None:
    """The grant date: stated in the words, else the transaction date of an award row, else unknown."""
    stated = [g.granted for g in terms.groups if g.granted]
    if terms.granted or stated:
        return terms.granted or min(stated)
    return facts.dated if facts.is_award else None


def _assumptions(made: Binding, assumed: tuple[Assumption, ...]) -> tuple[Assumption, ...]:
    first: dict[str, Assumption] = {}
    for one in (*made.terms.assumptions, *assumed, *made.anchors.assumed.values()):
        first.setdefault(one.code, one)
    if made.whole.assumption is not None and made.drafts:
        first.setdefault(made.whole.assumption.code, made.whole.assumption)
    return tuple(first.values())


def _refused(terms: Terms, facts: Facts, rounding: Rounding, gap: Gap) -> Schedule:
    rules = tuple(BoundRule(r) for r in terms.rules)
    return Schedule(
        "not-understood", terms.whole, granted_on(terms, facts), (), (), rules, terms.assumptions, (), (*terms.gaps, gap), rounding
    )
