"""The gathered rules of an award into its terms: what can only be told once every sentence is in.

In: a draft. Out: `Terms`. Each pass settles one thing: spans and headers without details, running totals, exercise before vesting,
goals beside dates, the size of the whole.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.anaphora import is_that
from vestcalc.reading.at_odds import at_odds, beside_all_of_it, no_further_parts
from vestcalc.reading.cliffs import hold_back
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.following import place_the_next, place_what_is_later, since_the_grant
from vestcalc.reading.headed import as_announced
from vestcalc.reading.nested import share_out
from vestcalc.reading.of_row import told_of_the_row
from vestcalc.reading.phrases.moments import UPON_GRANT
from vestcalc.reading.remaining import all_together, left_out_told, moments_of, rest_first, rest_of_nothing, rest_once, shares_of_rest
from vestcalc.reading.reported import what_has_vested
from vestcalc.reading.retold import said_again
from vestcalc.reading.spans import finish_lengths, finish_span
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.reading.told_besides import locked_up, points_elsewhere, what_else_is_said
from vestcalc.reading.waiting import goals_beside_dates, pending_beside_reported
from vestcalc.terms.models import Amount, Dated, FromAnchor, Pending, Series, Statement, Terms

_SUBJ = kind("SUBJ")
#: Fewer units than this beside percentages may be a percentage too.
_FEW = 100


def finished(draft: Draft, added: bool = False) -> Terms:
    """The terms, once every sentence is in; `added`: by dividends on what was granted before."""
    place_the_next(draft)
    place_what_is_later(draft)
    since_the_grant(draft)
    finish_span(draft)
    finish_lengths(draft)
    share_out(draft)
    as_announced(draft)
    _not_before(draft)
    if draft.rules:
        _early_exercise(draft)
        told_of_the_row(draft)
        what_has_vested(draft)
        said_again(draft)
        _unsaid(draft)
        left_out_told(draft)
        rest_first(draft)
        rest_of_nothing(draft)
        all_together(draft)
        shares_of_rest(draft)
        _cumulative(draft)
        pending_beside_reported(draft)
        _without_percent(draft)
    goals_beside_dates(draft)
    if draft.lone and not (draft.rules or draft.gaps):
        draft.speaks = True
        draft.rules.append(draft.lone[0])
    rest_once(draft)
    at_odds(draft)
    _which_grant(draft)
    _which_commencement(draft)
    granted = draft.dates.get("grant") or (draft.granted[0] if len(set(draft.granted)) == 1 else None)
    draft.rules = [
        replace(r, on=FromAnchor("grant"), immediate=granted is None)
        if isinstance(r, Dated) and isinstance(r.on, FromAnchor) and r.on.event == UPON_GRANT and not r.on.plus
        else r
        for r in draft.rules
    ]
    _sizes_agree(draft)
    _points_nowhere(draft)
    named = any(isinstance(m, FromAnchor) and m.anchor == "commencement" for m in moments_of(draft.rules))
    whole = _stated_whole(draft)
    draft.gaps += draft.against if draft.rules else draft.alone
    what_else_is_said(draft)
    points_elsewhere(draft)
    hold_back(draft)
    locked_up(draft)
    return Terms(
        rules=tuple(draft.rules),
        groups=tuple(draft.groups),
        whole=whole,
        granted=granted,
        commencement=draft.dates.get("commencement"),
        of_original=draft.original,
        some_vested=bool(draft.gone) and any(r.place not in draft.came for r in draft.rules),
        added=added,
        granted_before=draft.withheld[0] if len(set(draft.withheld)) == 1 else None,
        commencement_named=named,
        early_exercise=draft.early,
        statements=tuple(draft.statements),
        accelerations=tuple(draft.accelerations),
        conditions=tuple(draft.conditions),
        assumptions=tuple(draft.assumptions),
        gaps=tuple(draft.gaps),
        quiet=tuple(draft.quiet),
        elsewhere=tuple(note for note, _ in draft.elsewhere),
        speaks=draft.speaks,
    )


def _unsaid(draft: Draft) -> None:
    """Words that leave out how much vests mean what is left, so nothing comes after them: "33% on D, vest on E and 33% on F"."""
    unsaid = set(draft.unsaid)
    last = {r.group: i for i, r in enumerate(draft.rules) if r.place not in unsaid}
    for i, rule in enumerate(draft.rules):
        if rule.amount.rest and rule.place in unsaid and last.get(rule.group, -1) > i and not isinstance(rule, Pending):
            draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"how much vests is not said: {rule.place.quote!r}", rule.place))


def _without_percent(draft: Draft) -> None:
    """ "25 on D1, 25% on D2 and 50% on D3": so few units beside percentages have lost a sign."""
    for rule in draft.rules:
        beside = any(r.group == rule.group and r.amount.portion not in (None, 1) and r.amount.of == "whole" for r in draft.rules)
        if beside and rule.amount.units is not None and rule.amount.units < _FEW and not isinstance(rule, Pending):
            text = f"so many units, or so many percent: {rule.place.quote!r}"
            draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, rule.place))


def _early_exercise(draft: Draft) -> None:
    """Exercisable at once, yet vesting later: the schedule is the one that says "vest"."""
    first = next((r for i, r in enumerate(draft.rules) if i in draft.exercisable and isinstance(r, Dated) and r.amount.portion == 1), None)
    if first is not None and len(draft.rules) > 1 and len(draft.exercisable) == 1 and draft.rules[0] is first:
        _drop_first(draft)
        draft.early = True
        draft.statements.append(Statement("exercise-from", first.place, on=first.on))


def _not_before(draft: Draft) -> None:
    """ "May not be exercised before D; thereafter in four equal parts": a bound of what follows, and where it starts."""
    first = draft.rules[0] if draft.rules else None
    if isinstance(first, Dated) and draft.waiting == [0] and len(draft.rules) > 1 and first.amount.portion == 1:
        draft.statements.append(Statement("not-before", first.place, on=first.on))
        _drop_first(draft)
    told = [s for s in draft.statements if s.kind == "not-before"]
    if not draft.rules:
        draft.gaps += [
            gap_at(GapReason.NO_CLAUSE, f"nothing vests before a day, but not what vests then: {s.place.quote!r}", s.place) for s in told
        ]
    elif len(told) == 1 and isinstance(draft.rules[0], Series) and draft.rules[0].start == FromAnchor("previous"):
        draft.rules[0] = replace(draft.rules[0], start=told[0].on)
    for s in told:  # "no units vest before a liquidity event": days told beside it may pass without any
        if isinstance(s.on, FromAnchor) and s.on.anchor == "event" and s.on not in moments_of(draft.rules):
            draft.against.append(gap_at(GapReason.NO_CLAUSE, f"nothing vests before an event: {s.place.quote!r}", s.place))


def _drop_first(draft: Draft) -> None:
    """Take off the first rule, which only bounds the others."""
    draft.forget_first()
    after = draft.rules
    draft.rules = [replace(after[0], amount=Amount(portion=Fraction(1))) if after[0].amount.rest else after[0], *after[1:]]


def _cumulative(draft: Draft) -> None:
    """Percentages that rise to 100% are running totals (docs/conventions.md, The whole 5)."""
    portions = [r.amount.portion for r in draft.rules if isinstance(r, Dated) and r.amount.portion is not None and r.amount.of == "whole"]
    others = [r for r in draft.rules[:-1] if isinstance(r, Dated) and r.amount.portion is not None]
    last = draft.rules[-1] if draft.rules else None
    beyond = sum(portions) >= 1 or len(draft.totals) == len(draft.rules)
    if isinstance(last, Dated) and last.amount.rest and len(others) == len(draft.rules) - 1 and beyond and len(portions) > 1:
        portions.append(Fraction(1))
    end = next((s for s in draft.statements if s.kind == "fully-vested-date"), None)
    if (
        last is not None
        and last.amount.rest
        and len(draft.rules) - 1 in draft.alls
        and len(portions) > 1
        and _rising([*portions, Fraction(1)])
    ):
        # parts that add up, or running totals up to all of it
        portions += [Fraction(1)] * draft.pick(2)
    totals = len(portions) == len(draft.rules) > 1 and sum(portions) >= 1 > portions[-1] and _rising(portions)
    if totals and end is not None and end.on and draft.rules[-1].place == end.place:
        draft.rules.append(Dated(Amount(portion=Fraction(1)), end.on, end.place))
        draft.statements = [s for s in draft.statements if s is not end]
        portions.append(Fraction(1))
    rising = len(portions) == len(draft.rules) > 1 and _rising(portions)
    if draft.capped and not (rising and portions[-1] == 1 and draft.capped[-1] < len(portions) - 1):
        place = draft.rules[min(draft.capped[0], len(draft.rules) - 1)].place
        draft.gaps.append(gap_at(GapReason.UNKNOWN_WORDS, "not more than so much, but not a running total", place))
    if draft.percentages and not (rising and portions[-1] == 1):
        draft.gaps.append(gap_at(GapReason.CONTRADICTION, "vested percentages that do not rise to 100%", draft.rules[-1].place))
    if rising and portions[-1] == 1:
        no_further_parts(draft)
        beside_all_of_it(draft, draft.rules[-1], portions[:-1])
    if rising and portions[-1] == 1 and len(draft.groups) == 1:
        steps = [b - a for a, b in pairwise([Fraction(0), *portions])]
        draft.rules = [replace(r, amount=Amount(portion=p)) for r, p in zip(draft.rules, steps, strict=True)]


def _which_grant(draft: Draft) -> None:
    """Several grant dates are stated: what counts from "the grant date" counts from one of them, and which is not said."""
    for r in draft.rules if draft.granted and len(draft.groups) == 1 else ():
        for m in moments_of([r]):
            if _of_another_grant(m, draft.granted):
                draft.gaps.append(gap_at(GapReason.CONTRADICTION, "the grant has two dates", r.place))
    if len(set(draft.granted)) < 2:
        draft.groups = [replace(g, granted=None) for g in draft.groups]
        return
    each_read = {g.granted for g in draft.groups} >= set(draft.granted)
    for r in draft.rules:
        if draft.groups[r.group].granted and each_read:
            continue
        starts = [r.start, r.until] if isinstance(r, Series) else [r.on] if isinstance(r, Dated) else []
        unsaid = isinstance(r, Series) and r.start is None and "commencement" not in draft.dates
        if unsaid or any(_from_grant(m) for s in starts for m in getattr(s, "of", (s,))):
            draft.gaps.append(gap_at(GapReason.WHICH_AWARD, "counts from one of several grant dates; which, is not said", r.place))


def _which_commencement(draft: Draft) -> None:
    """Vesting is counted from two days, or from one that is told while all of it counts from the grant."""
    if not draft.commencing or len(draft.groups) > 1:
        return
    moments = [m for m in moments_of(draft.rules) if isinstance(m, FromAnchor)]
    stated = {*draft.commencing, *(m.stated for m in moments if m.anchor == "commencement" and m.stated)}
    from_grant = bool(moments) and all(_from_grant(m) and m.plus for m in moments) and draft.dates.get("grant") not in stated
    if draft.rules and (len(stated) > 1 or from_grant):
        draft.gaps.append(gap_at(GapReason.CONTRADICTION, "vesting is counted from two dates", draft.rules[0].place))


def _of_another_grant(m: object, granted: Sequence[date]) -> bool:
    """Whether a moment counts from a grant date of its own; a date beside an anniversary may be that of the anniversary."""
    if not isinstance(m, FromAnchor) or m.anchor != "grant" or not m.stated or m.stated in granted:
        return False
    return not any(m.plus and (m.stated.month, m.stated.day) == (day.month, day.day) for day in granted)


def _from_grant(m: object) -> bool:
    """Whether a moment counts from the grant date, none being stated beside it."""
    return isinstance(m, FromAnchor) and m.anchor == "grant" and m.stated is None and m.event != UPON_GRANT


def _rising(portions: Sequence[Fraction]) -> bool:
    return all(a < b for a, b in pairwise(portions))


def _stated_whole(draft: Draft) -> Fraction | None:
    grouped = [g.units for g in draft.groups if g.units is not None]
    lone = draft.sizes[0] if len(set(draft.sizes)) == 1 else None
    if len(grouped) == len(draft.groups) and grouped:
        return sum(grouped, Fraction(0)) if all(r.group < len(draft.groups) for r in draft.rules) else None
    return lone


def _points_nowhere(draft: Draft) -> None:
    """ "On the first anniversary thereof", and no date before it that it could be of."""
    for rule in draft.rules:
        if any(is_that(m) for m in moments_of([rule])):
            draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"which date is meant is not said: {rule.place.quote!r}", rule.place))


def _sizes_agree(draft: Draft) -> None:
    """ "7,464 of these are units", yet the awards then described come to 5,017: some of them have not been read."""
    grouped = [g.units for g in draft.groups if g.units is not None]
    if draft.rules and grouped and len(grouped) == len(draft.groups) and len(set(draft.sizes)) == 1 and draft.sizes[0] != sum(grouped):
        text = f"{draft.sizes[0]} are spoken of, but the awards described come to {sum(grouped)}"
        draft.gaps.append(gap_at(GapReason.CONTRADICTION, text, draft.rules[-1].place))
