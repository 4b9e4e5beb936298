"""What a filing says twice, compared with the schedule.

In: a Binding and the statements of its terms. Out: checks, both figures in their text, and a contradiction gap for every
disagreement inside the words (end, count, parts). A disagreement with the row's other figures is a failed check beside
the answer. Refuses nothing: a statement whose own date cannot be told is passed over.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.anchors import Anchors, Found, gap_at
from vestcalc.schedule.apposed import NEAR, moments_of
from vestcalc.schedule.compared import (
    SPAN_SLACK,
    check_anniversary,
    check_cliff,
    check_ends,
    check_exercise,
    check_granted,
    check_row_vested,
    check_served,
    day_text,
)
from vestcalc.schedule.drafts import Binding, Draft, is_about, ordinal_of, total_of
from vestcalc.schedule.model import Check
from vestcalc.schedule.roll import month_of, point
from vestcalc.schedule.series import ends_on
from vestcalc.schedule.whole import added, percent, show
from vestcalc.terms.describe import length_text
from vestcalc.terms.models import Dated, FromAnchor, Moment, OnDate, Period, Series, Statement

#: Disagreements with these are failed checks only: the row, or what the filing says remains, may be about something else.
_BESIDE = frozenset({"date-exercisable", "reported-vested", "reported-remaining", "row-amount"})
#: Vesting may be counted from so many days before the grant.
_NEAR_GRANT = 200
#: What is granted may have vested before, but hardly so long before.
_A_YEAR = 366
#: "The remaining 66%" of an award that vested one third before.
_ROUNDED = Fraction(1, 100)


def verify(made: Binding) -> tuple[list[Check], list[Gap]]:
    """(checks, contradictions inside the words)."""
    checks: list[Check] = []
    gaps: list[Gap] = []
    for statement in made.terms.statements:
        for check in _check(made, statement):
            checks.append(check)
            if not check.ok and check.code not in _BESIDE:
                gaps.append(gap_at(GapReason.CONTRADICTION, check.text, statement.place))
    for draft in made.dated:
        if isinstance(draft.rule, Series) and draft.rule.over and draft.rule.until:
            check = _length_and_end(made, draft, draft.rule.over)
            checks.append(check)
            if not check.ok:
                gaps.append(gap_at(GapReason.CONTRADICTION, check.text, draft.rule.place))
    for told, gap in _apposed(made):
        checks.append(told)
        gaps += [gap] if gap else []
    gaps.extend(_misplaced(made))
    checks.extend(_of_row(made))
    checks.extend(_parts_sum(made))
    return checks, gaps


def _check(made: Binding, s: Statement) -> Iterator[Check]:
    drafts = [d for d in made.dated if is_about(s, d) and d.n and d.each is not None]
    if s.kind == "row-amount":
        if s.number is not None and made.facts.amount is not None:
            yield _compare("row-amount", "the words give", s.number, "the row", made.facts.amount)
    elif s.kind == "size":
        if s.number is not None and made.facts.is_award and made.facts.amount is not None:
            yield from _other_size(made, s.number, made.facts.amount)
    elif not drafts:
        return
    elif s.kind in ("end-date", "fully-vested-date"):
        end = ordinal_of(made, s.on)
        if end is not None:
            last = max(drafts, key=made.last)
            text = f"the words end on {day_text(end)}, the schedule on {day_text(made.last(last))}"
            yield Check(s.kind, last.dates is not None and ends_on(last.dates, last.n or 1, end), text)
    elif s.kind == "span" and s.over:
        yield from _check_span(made, s.over, drafts) if s.on is None else _check_from(made, s.on, s.over, drafts)
    elif s.kind == "overall-span" and s.over:
        yield from _check_overall(made, s.over, drafts) if s.on is None else _check_from(made, s.on, s.over, drafts)
    elif s.kind == "expires":
        yield from check_ends(made, "the words have it end", ordinal_of(made, s.on), drafts)
    elif s.kind == "exercise-from":
        yield from check_exercise(made, s.on, drafts)
    elif s.kind == "row-vested":
        yield from check_row_vested(made, s.on, drafts)
    elif s.kind == "granted-in":
        yield from check_granted(made, s.on, drafts)
    elif s.kind == "service-date":
        yield from check_served(made, s.on, drafts)
    elif s.kind == "count" and s.number is not None:
        counts = {d.n for d in drafts} | {sum(d.n or 0 for d in drafts)}
        text = f"the words count {show(s.number)} dates, the schedule {sum(d.n or 0 for d in drafts)}"
        yield Check("count-times-amount", s.number in counts, text)
    elif s.kind == "installment-units" and s.number is not None and made.whole.units:
        amounts = [d.each * made.whole.units for d in drafts if d.each is not None]
        near = min(amounts, key=lambda a: abs(a - (s.number or 0)))
        yield Check("count-times-amount", abs(near - s.number) < 1, f"the words give {show(s.number)} a date, the schedule {show(near)}")
    elif s.kind == "not-before":
        bound, first = ordinal_of(made, s.on), min((made.first(d) for d in drafts), default=None)
        if bound is not None and first is not None:
            said = "nothing vest" if s.rule is None else "this part not begin"
            text = f"the words have {said} before {day_text(bound)}, the schedule starts on {day_text(first)}"
            yield Check("end-date", first >= bound, text)
    elif s.kind == "anniversary" and s.over and s.over.months:
        yield from check_anniversary(made, s.on, s.over.months, drafts)
    elif s.kind == "cliff" and s.over:
        yield check_cliff(made, s.over, drafts)
    elif s.kind in ("part-portion", "rest-portion", "rest-units") and s.number is not None:
        yield from _check_rest(made, s, s.number)
    elif s.kind in ("reported-vested", "reported-remaining") and s.number is not None and (made.whole.units or not s.number):
        yield from _check_reported(made, s, s.number, made.whole.units or Fraction(1))


def _other_size(made: Binding, told: Fraction, amount: Fraction) -> Iterator[Check]:
    """ "Represents 4,000 units", in a row of 12,000, where nothing else is said of the others; "consists of 18,000 units" in such a row."""
    sizes = {s.number for s in made.terms.statements if s.kind == "size"}
    lesser = told < amount and made.whole.source == "words" and made.whole.units == told
    if lesser or (made.whole.units == amount != told and amount not in sizes):
        yield _compare("row-amount", "the words give", told, "the row", amount)


def _check_rest(made: Binding, s: Statement, number: Fraction) -> Iterator[Check]:
    """ "The remaining 66%" after a third, but not after a half; "the remaining 8,000" of 12,000 after 4,000; "4,000 (1/3)" of 12,000."""
    drafts = [d for d in made.drafts if d.rule.place == s.place]
    if not drafts or any(d.each is None or d.gap for d in drafts):
        return
    mine, whole = sum((d.total for d in drafts), Fraction(0)), made.whole.units
    if s.kind == "part-portion":
        mine = (drafts[0].each or mine) / drafts[0].size
        text = f"the words call so many units {percent(number)}, in the schedule they are {percent(mine)}"
        yield Check("parts-sum", abs(mine - number) <= _ROUNDED, text)
    elif s.kind == "rest-portion":
        mine = mine / drafts[0].size
        text = f"the words call the rest {percent(number)}, the other parts leave {percent(mine)}"
        yield Check("parts-sum", abs(mine - number) <= _ROUNDED, text)
    elif whole:
        text = f"the words call the rest {show(number)}, the other parts leave {show(mine * whole)}"
        yield Check("parts-sum", abs(mine * whole - number) < 1, text)


def _check_span(made: Binding, over: Period, drafts: list[Draft]) -> Iterator[Check]:
    """From an anchor, or from one period before the first date, to the last date."""
    last = max(made.last(d) for d in drafts)
    first = min(drafts, key=made.first)
    if first.dates is None:
        return
    anchors = Anchors(made.terms, made.facts, made.anchors.policy)
    starts = [a.point for a in (anchors.own(first.rule.group, None), anchors.grant(first.rule.group, None)) if isinstance(a, Found)]
    ends = [p.plus(over).ordinal() for p in (*starts, first.dates.point(0))]
    steps = [d.rule.every for d in drafts if isinstance(d.rule, Series) and d.rule.every]
    ends += [first.dates.point(0).plus(over).plus(step * -1).ordinal() for step in steps]
    days = sorted({d.dates.at(k) for d in drafts if d.dates is not None for k in range(min(d.n or 1, 2))})
    if len(days) > 1:
        ends.append(first.dates.point(0).plus(over).ordinal() - (days[1] - days[0]))
    ok = any(abs(end - last) <= SPAN_SLACK for end in ends)
    yield Check("end-date", ok, f"the words speak of {length_text(over)}, the schedule ends on {day_text(last)}")


def _check_from(made: Binding, on: Moment, over: Period, drafts: list[Draft]) -> Iterator[Check]:
    """ "Over three years", with parts that count from an anchor: the last of them is three years after it."""
    start, last = ordinal_of(made, on), max(made.last(d) for d in drafts)
    if start is not None:
        end = point(date.fromordinal(start)).plus(over).ordinal()
        yield Check(
            "end-date", abs(end - last) <= SPAN_SLACK, f"the words speak of {length_text(over)}, the schedule ends on {day_text(last)}"
        )


def _check_overall(made: Binding, over: Period, drafts: list[Draft]) -> Iterator[Check]:
    """ "Over four years", with parts on days of their own: four years before the last of them lie near the grant, and before the first."""
    first, last = min(made.first(d) for d in drafts), max(made.last(d) for d in drafts)
    begins = point(date.fromordinal(last)).plus(over * -1).ordinal()
    granted = Anchors(made.terms, made.facts, made.anchors.policy).grant(drafts[0].rule.group, None)
    since = granted.point.ordinal() - _NEAR_GRANT if isinstance(granted, Found) else begins
    ok = since <= begins <= first + SPAN_SLACK
    yield Check("end-date", ok, f"the words speak of {length_text(over)}, the schedule ends on {day_text(last)}")


def _length_and_end(made: Binding, draft: Draft, over: Period) -> Check:
    """A series with both a length and an end: the length may be that of the whole award, but that of a rest is its own."""
    checks = [c for drafts in ([draft], made.dated) for c in _check_span(made, over, drafts)]
    found, rule = next((c for c in checks if c.ok), checks[0]), draft.rule
    if isinstance(rule, Series) and rule.amount.rest and rule.every.months and draft.n:
        fits = abs(Fraction(over.months, rule.every.months) - draft.n) <= 1
        found = Check(found.code, found.ok and fits, found.text)
    return found


def _misplaced(made: Binding) -> Iterator[Gap]:
    """Days that cannot be: a grant named after the row's own date (it is the day that vests), a series counted back beyond the grant."""
    dated = made.facts.dated if made.facts.is_award else None
    granted = made.terms.granted
    if dated and granted and made.drafts and made.facts.reported and granted > max(dated, made.facts.reported):
        yield gap_at(GapReason.CONTRADICTION, f"the grant date is said to be {granted}, the row is of {dated}", made.drafts[0].rule.place)
    for draft in made.drafts if dated else ():
        rule = draft.rule
        on = rule.on if isinstance(rule, Dated) else rule.start if isinstance(rule, Series) else None
        if not isinstance(on, FromAnchor) or on.stated is None or dated is None:
            continue
        if on.anchor == "grant" and on.plus and on.stated > max(dated, made.facts.reported or dated):
            yield gap_at(GapReason.CONTRADICTION, f"the grant date is said to be {on.stated}, the row is of {dated}", rule.place)
        if on.anchor == "date" and on.plus.months < 0 and draft.dates is not None and isinstance(rule, Series):
            latest = point(dated).plus(rule.every).ordinal() + SPAN_SLACK
            if not dated.toordinal() < made.first(draft) <= latest:
                text = f"counted back from {on.stated}, the first date is {day_text(made.first(draft))}; the grant is of {dated}"
                yield gap_at(GapReason.CONTRADICTION, text, rule.place)


def _apposed(made: Binding) -> Iterator[tuple[Check, Gap | None]]:
    """ "On April 6, 2023, which is two years after the date of grant": the date is compared with the anniversary it is said to be.

    Where the row alone dates the grant, days or weeks off are a failed check: a grant is approved, made and reported within weeks.
    """
    for draft in made.dated:
        for moment in moments_of(draft.rule):
            end = ordinal_of(made, moment.also) if isinstance(moment, OnDate) and moment.also else None
            if end is None or not isinstance(moment, OnDate) or moment.also is None:
                continue
            off = abs(end - moment.date.toordinal())
            check = Check("end-date", off == 0, f"the words call {moment.date} an anniversary, which is {day_text(end)}")
            near = off <= NEAR and moment.also.anchor == "grant" and not (moment.also.stated or made.terms.granted)
            yield check, None if near or check.ok else gap_at(GapReason.CONTRADICTION, check.text, draft.rule.place)


def _check_reported(made: Binding, s: Statement, number: Fraction, whole: Fraction) -> Iterator[Check]:
    end = ordinal_of(made, s.on)
    day = date.fromordinal(end) if end is not None else made.facts.told_on
    if day is None:
        return
    vested = added(_due(d, day) for d in made.dated) * whole
    mine = vested if s.kind == "reported-vested" else whole - vested
    word = "vested" if s.kind == "reported-vested" else "remaining"
    near = 1 if made.whole.units else _ROUNDED  # of an unknown whole there are portions only
    told = show(mine) if made.whole.units else f"{percent(mine)} of it"
    yield Check(s.kind, abs(mine - number) < near, f"on {day} the words say {show(number)} {word}, the schedule {told}")


def _due(d: Draft, day: date) -> Fraction:
    if d.dates is None or d.each is None or d.n is None:
        return Fraction(0)
    k = d.dates.upto(month_of(day), day.toordinal())
    return d.total if k >= d.n else d.each * k


def _of_row(made: Binding) -> Iterator[Check]:
    """The row's own figures beside the schedule."""
    facts, whole = made.facts, made.whole
    stated = whole.units if whole.source == "words" else None
    if facts.is_award and facts.amount is not None and stated is not None:
        sized = any(g < len(made.terms.groups) and made.terms.groups[g].units is not None for g in made.sizes)
        if stated > facts.amount or (sized and made.terms.whole is None):
            yield _compare("row-amount", "the words give", stated, "the row", facts.amount)
    if facts.expires and (drafts := [d for d in made.dated if d.n and d.each is not None]):
        yield from check_ends(made, "the row expires", facts.expires.toordinal(), drafts)
    if facts.is_award and facts.dated and made.dated and not made.terms.granted and not any(g.granted for g in made.terms.groups):
        end = max(made.last(d) for d in made.dated)
        if end + _A_YEAR < facts.dated.toordinal():
            yield Check("end-date", False, f"the row is dated {facts.dated}, the schedule ends on {day_text(end)}, long before")
    if facts.exercisable and made.dated and facts.kind in ("option", "sar", "warrant") and not made.terms.early_exercise:
        first = min(made.first(d) for d in made.dated)
        text = f"the row is exercisable from {facts.exercisable}, the first date is {day_text(first)}"
        yield Check("date-exercisable", facts.exercisable.toordinal() == first, text)


def _parts_sum(made: Binding) -> Iterator[Check]:
    """Several parts, each stated, that come to exactly the whole: the words confirm themselves."""
    explicit = [d for d in made.drafts if d.each is not None and not d.rule.amount.rest and d.last is None]
    confirming = len(explicit) > len(made.sizes) and len(explicit) == len(made.drafts) and not made.gaps and made.whole.source != "sum"
    if confirming and total_of(explicit) == 1:
        yield Check("parts-sum", True, f"the {len(explicit)} stated parts come to exactly the whole")


def _compare(code: str, one: str, a: Fraction, other: str, b: Fraction) -> Check:
    return Check(code, a == b, f"{one} {show(a)}, {other} {show(b)}")
