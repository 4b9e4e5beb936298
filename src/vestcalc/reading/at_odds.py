"""Parts that do not go together, though each of them was understood: the same day told twice, a day out of its order, two sorts of shares.

In: the rules of an award, every sentence in. Out: gaps. A list told again by another sentence looks like parts of its own; a year that lost
a digit like any other year; an ADS like a share.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from vestcalc.gaps import GapReason
from vestcalc.late import late
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.terms.models import Amount, Assumption, Dated, FromAnchor, Moment, OnDate, Pending, Rule, Series, Statement

_SHARES, _DEPOSITARY = late(r"(?i)\b(?:ordinary |common )?(?:shares|stock)\b"), late(r"\bAD[SR]s?\b|(?i:\bdepositar)")
_LEFT = late(r"(?i)\b(?:remain|balance|rest\b|others?\b)")
_FINITE = late(r"(?i)\b(?:vest|exercis|laps)")
_THEN = late(r"(?i)\bthereafter\b")
_FURTHER = late(r"(?i)\b(?:additional|further|another)\b")
_ANOTHER = r"(?i)\W*(?:another|(?:an )?additional|a (?:further|separate|different|prior|previous)|an earlier)\b"
_BESIDES, _FIRST_BESIDES = late(rf"{_ANOTHER} (?:\w+ ){{0,3}}?(?:grants?|awards?)\b"), late(_ANOTHER)
_NEXT = late(
    r"(?i)\b(?:next|following|subsequent|succeeding|ensuing|additional|another|followed|afterwards)\b"
    r"|\bremaining \w+[- ](?:years?|months?|quarters?)\b"
    r"|\b(?:years?|months?|quarters?|period) (?:after|from|since|beginning|commencing|starting|measured|that|which)\b"
)
_A_YEAR, _SINCE = 12, late(r"(?i)\b(?:after|each|every|anniversar|thereafter)")
#: So many days tell in which order they come.
_A_LIST = 4


def at_odds(draft: Draft) -> None:
    """Gaps where dated parts cannot all be meant as they stand."""
    _of_another_award(draft)
    if len(draft.rules) < 2:
        return
    _told_twice(draft)
    _out_of_order(draft)
    _of_two_sorts(draft)
    _after_all_is_gone(draft)
    _after_the_rest(draft)
    _of_another_day(draft)
    _thereafter(draft)
    _over_how_long(draft)
    _since_when(draft)


def beside_all_of_it(draft: Draft, last: Rule, portions: Sequence[Fraction]) -> None:
    """ "20%, 30% and 50% on D1, D2 and D3. The award vests on D4": no running totals, but parts that already come to all of it."""
    said = last.place in draft.unsaid or (last.amount.portion == 1 and _FINITE.search(last.place.quote))
    if sum(portions) == 1 and said and len(draft.totals) != len(draft.rules):
        text = f"all of it, beside parts that come to all of it: {last.place.quote!r}"
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, last.place))


def no_further_parts(draft: Draft) -> None:
    """ "20% on D1, an additional 30% on D2 and 100% on D3": no running totals throughout."""
    further = next((r for r in draft.rules[1:] if _FURTHER.search(r.place.quote)), None)
    if further is not None:
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"a part, or a running total: {further.place.quote!r}", further.place))


def _thereafter(draft: Draft) -> None:
    """ "25% after one year and 1/48 monthly thereafter, commencing on D": what comes thereafter comes after that year."""
    for i, (first, then) in enumerate(pairwise(draft.rules), 1):
        if not (isinstance(first, Dated) and isinstance(then, Series) and first.group == then.group):
            continue
        if then.start not in (None, FromAnchor("previous")) and _THEN.search(then.place.quote):
            draft.statements.append(Statement("not-before", then.place, on=first.on, rule=i))


def _of_another_award(draft: Draft) -> None:
    """ "Another grant of 6,000 units vests on D", "An additional 6,000 vest on D" with nothing before it: besides the award of the row."""
    for at, rule in enumerate(draft.rules):
        if (_BESIDES if at else _FIRST_BESIDES).match(rule.place.quote):
            draft.gaps.append(gap_at(GapReason.WHICH_AWARD, f"of an award besides: {rule.place.quote!r}", rule.place))


def _over_how_long(draft: Draft) -> None:
    """ "25% after one year and the remainder monthly over four years": five years in all, or four, of which the first year is a quarter."""
    first, then = draft.rules[:2]
    if not (isinstance(first, Dated) and isinstance(then, Series) and first.amount.portion and then.amount.rest and then.over):
        return
    cliff = first.on.plus.months if isinstance(first.on, FromAnchor) else _A_YEAR
    whole = then.start == FromAnchor("previous") and first.amount.portion * then.over.months == cliff
    told = draft.span or any(s.kind in ("fully-vested-date", "end-date", "span") for s in draft.statements)
    said = then.place.quote
    if whole and not told and not _NEXT.search(said) and not (_LEFT.search(said) and _THEN.search(said)):
        text = f"a length of what is left, or of all of it: {said!r}"
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, then.place))


def _since_when(draft: Draft) -> None:
    """ "6,000 on D and 6,000 in three annual installments": from D on, which is not said, and not from the grant."""
    for first, then in pairwise(draft.rules):
        if not (isinstance(first, Dated) and isinstance(first.on, OnDate) and isinstance(then, Series)):
            continue
        said = then.place.quote
        if then.start == FromAnchor("previous") and not then.amount.rest and not (_NEXT.search(said) or _SINCE.search(said)):
            text = f"no start is stated: the first date is one period after {first.on.date}, the part told before"
            draft.assumptions.append(Assumption("first-one-period-after-anchor", text))


def _told_twice(draft: Draft) -> None:
    """ "25% on D1 and 25% on D2. The dates are: 25% on D1 and 25% on D2": said again, or parts of their own."""
    seen: set[tuple[int, Moment, Amount]] = set()
    again: list[Rule] = []
    for rule in draft.rules:
        if not isinstance(rule, Dated) or rule.amount.rest or not _is_day(rule.on):
            continue
        key = (rule.group, rule.on, rule.amount)
        again += [rule] if key in seen else []
        seen.add(key)
    if len(again) > 1 or any(r.amount.portion for r in again):  # several awards may each have as many units on a day
        place = again[0].place
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"the same part on the same day, told twice: {place.quote!r}", place))


def _is_day(on: Moment) -> bool:
    return isinstance(on, OnDate) or (isinstance(on, FromAnchor) and on.anchor in ("grant", "commencement", "date"))


def _out_of_order(draft: Draft) -> None:
    """ "On March 1, 2025, 2026, 2017 and 2028": one of them lies outside of the others, and these rise without it."""
    for group in range(len(draft.groups)):
        own = [(r.on.date, r) for r in draft.rules if isinstance(r, Dated) and r.group == group and isinstance(r.on, OnDate)]
        days = [day for day, _ in own]
        falls = [i for i, (a, b) in enumerate(pairwise(days)) if a > b]
        if len(days) < _A_LIST or len(falls) != 1:
            continue
        for i in (falls[0], falls[0] + 1):
            others = days[:i] + days[i + 1 :]
            inner = 0 < i < len(days) - 1 and not days[0] < days[i] < days[-1]
            if inner and all(a < b for a, b in pairwise(others)):
                place = own[i][1].place
                draft.gaps.append(gap_at(GapReason.BAD_DATE, f"{days[i]} is out of order among the days told: {place.quote!r}", place))
                break


def _of_two_sorts(draft: Draft) -> None:
    """ "3,000 ADSs vest on D1 and 6,000 shares on D2": how many of the one make one of the other is not reckoned with."""
    told = [r for r in draft.rules if r.amount.units is not None]
    depositary = [r for r in told if _DEPOSITARY.search(r.place.quote)]
    plain = [r for r in told if _SHARES.search(r.place.quote) and not _DEPOSITARY.search(r.place.quote)]
    if depositary and plain:
        text = f"some parts are numbers of ADSs, others of shares: {plain[0].place.quote!r}"
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, plain[0].place))


def _after_all_is_gone(draft: Draft) -> None:
    """ "25% vest annually, with 3,000 vesting on D": of a series that goes on until nothing is left, or besides it."""
    endless: dict[int, Rule] = {}
    for rule in draft.rules:
        if isinstance(rule, Series) and rule.each and not (rule.times or rule.until or rule.over):
            endless[rule.group] = rule
        elif isinstance(rule, Dated) and rule.group in endless and not rule.amount.rest and rule.place not in draft.told:
            text = f"one of a series, or a part besides it: {rule.place.quote!r}"
            draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, rule.place))


def _after_the_rest(draft: Draft) -> None:
    """ "25% on D1 and the balance monthly. 1,000 shares vest on D2": some of what was called the balance, or besides it."""
    parts: set[int] = set()
    rests: set[int] = set()
    for rule in draft.rules:
        if rule.group in rests and rule.amount.units is not None and not isinstance(rule, Pending) and rule.place not in draft.told:
            text = f"a part told after what the others leave: {rule.place.quote!r}"
            draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, rule.place))
        if rule.amount.rest and rule.group in parts and not isinstance(rule, Pending):
            rests.add(rule.group)
        parts.add(rule.group)


def _of_another_day(draft: Draft) -> None:
    """ "25% a year. On D he was awarded 9,000 units, which vest ...": the first is not what these leave of the row."""
    used = {r.group: r for r in reversed(draft.rules) if r.group < len(draft.groups)}
    sized = [g for g in used if draft.groups[g].units]
    dated = len(sized) > 1 or any(draft.groups[g].granted for g in sized)
    for group, rule in used.items():
        known = draft.groups[group]
        if (
            dated
            and not _LEFT.search(rule.place.quote)
            and known.units is None
            and known.portion is None
            and known.granted is None
            and rule.amount.units is None
        ):
            text = f"an award of a day of its own is told too, but not how large this one is: {rule.place.quote!r}"
            draft.gaps.append(gap_at(GapReason.WHICH_AWARD, text, rule.place))
