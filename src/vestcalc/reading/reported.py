"""What has vested already, told beside terms that say when all of it vests: to be compared, and no vest of its own.

In: a draft with its rules, and which of them are told in the past. Out: the same without those that only repeat, and statements of them;
a gap where it is open whether the terms are of all of the award or of what is left.
"""

from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.late import late
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.terms.models import ALL, Dated, FromAnchor, Moment, OnDate, Pending, Rule, Series, Statement

_LEFT = late(r"(?i)\b(?:remain\w*|balance|rest|others?|unvested|thereafter|additional|next|subsequent\w*|following)\b")


def what_has_vested(draft: Draft) -> None:
    """Tell what is a report from what is a part, whichever stands first."""
    _told_last(draft)
    _told_first(draft)
    _beside_parts_of_all(draft)
    _so_many_by_now(draft)


def _told_last(draft: Draft) -> None:
    """ "As of D, 6,000 have vested", after terms that say when all of it vests: to be compared, and no vest of its own."""
    for rule in [r for r in draft.rules if isinstance(r, Dated) and r.place in draft.told and r.amount.units is not None]:
        earlier = [r for r in draft.rules[: draft.rules.index(rule)] if r.group == rule.group and not isinstance(r, Pending)]
        portions = sum((r.amount.portion or Fraction(0) for r in earlier), Fraction(0))
        if portions >= 1 or any(r.amount.rest or (isinstance(r, Series) and r.each and not r.times and not r.until) for r in earlier):
            draft.rules.remove(rule)
            draft.statements.append(Statement("reported-vested", rule.place, on=rule.on, number=rule.amount.units))


def _told_first(draft: Draft) -> None:
    """ "3,000 units have vested. The units vest in four equal annual installments beginning on D"."""
    for series in [r for r in draft.rules if r.place in draft.unsaid and _all_of_it(r)]:
        before = [r for r in draft.rules[: draft.rules.index(series)] if r.group == series.group]
        apart = _told_apart(before, series) or any(r.place in draft.came for r in before)
        if any(isinstance(r, Pending) for r in before) or not (apart or _overlaps(before, series)):
            continue
        known = [r for r in before if isinstance(r, Dated) and r.amount.units is not None and r.place in draft.came]
        if len(known) != len(before) or len(known) > 1:
            text = f"of all of it, or of what is left: {series.place.quote!r}"
            draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, series.place))
            continue
        told = known[0]
        if told.place not in draft.told and _off_beat(told.on, series):
            draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"on a day that is none of the series: {told.place.quote!r}", told.place))
        draft.rules = [replace(r, amount=ALL) if r is series else r for r in draft.rules if r is not told]
        draft.statements.append(Statement("reported-vested", told.place, on=told.on, number=told.amount.units))


def _all_of_it(rule: Rule) -> bool:
    """A series with no word of what is left."""
    return isinstance(rule, Series) and rule.amount.rest and not _LEFT.search(rule.place.quote)


def _overlaps(before: list[Rule], series: Rule) -> bool:
    """ "4,000 units vest on D. The units vest in three equal annual installments beginning on D"."""
    start = series.start if isinstance(series, Series) else None
    return isinstance(start, OnDate) and any(isinstance(r, Dated) and isinstance(r.on, OnDate) and r.on.date >= start.date for r in before)


def _off_beat(on: Moment, series: Rule) -> bool:
    """ "4,000 units vested on July 1, 2021. The units vest in three equal annual installments beginning March 1, 2021"."""
    start = series.start if isinstance(series, Series) else None
    if not (isinstance(start, OnDate) and isinstance(on, OnDate) and isinstance(series, Series) and series.every.months):
        return False
    apart = 12 * (on.date.year - start.date.year) + on.date.month - start.date.month
    return apart < 0 or apart % series.every.months != 0


def _told_apart(before: list[Rule], series: Rule) -> bool:
    """ "25% vest on D. The units vest in four equal annual installments.": as many parts as large as the one told before."""
    times = series.times if isinstance(series, Series) else None
    return times is not None and len(before) == 1 and before[0].amount.portion == Fraction(1, times)


def _so_many_by_now(draft: Draft) -> None:
    """ "8,000 are vested and 4,000 will vest on D": to be compared with what the schedule has vested by then."""
    for rule in draft.rules if len(draft.rules) > 1 and len(draft.groups) == 1 else ():
        now = isinstance(rule, Dated) and (rule.on == FromAnchor("report") or rule.immediate) and rule.place in {*draft.told, *draft.came}
        if now and rule.amount.units is not None:
            draft.statements.append(Statement("reported-vested", rule.place, on=FromAnchor("report"), number=rule.amount.units))


def _beside_parts_of_all(draft: Draft) -> None:
    """ "3,000 units had vested. 25% of the units vest on D and the remaining units monthly": among these parts, or before them."""
    first = draft.rules[0] if draft.rules else None
    if not isinstance(first, Dated) or first.amount.units is None or not (first.place in draft.came or first.place in draft.told):
        return
    own = [r for r in draft.rules[1:] if r.group == first.group]
    portions = [r.amount.portion for r in own if isinstance(r, Dated) and r.amount.portion is not None and r.amount.of == "whole"]
    if portions and own[-1].amount.rest and not isinstance(own[-1], Pending):
        text = f"of all of it, or of what is left: {own[0].place.quote!r}"
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, text, own[0].place))
