"""Parts that were announced before they are told: "in two installments, one-half on ... and one-half on ...", "of the remainder, half ...".

In: a draft with its rules. Out: the same with parts of the rest made parts of the whole; a count or a number that the parts do not meet
is a gap.
"""

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Amount, Dated, FromAnchor, Moment, OnDate, Rule, Series


def as_announced(draft: Draft) -> None:
    """ "The remaining 60% in two installments, one-half on ... and one-half on ...": halves of the rest; no parts after it: a gap."""
    _told_in_detail(draft)
    for at, gaps, announced in draft.headers:
        after = draft.rules[at:]
        numbered = all(r.amount.units for r in after)
        units = _units_announced(announced, numbered)
        if not after or (units and sum(r.amount.units or 0 for r in after) != units):
            draft.gaps += gaps
            continue
        counts = {i.times for i in announced.slots.get("INST", ()) if i.times}
        told = {len(after), len({r.place for r in after}), sum((r.times or 0) if isinstance(r, Series) else 1 for r in after)}
        if counts and not counts & told:
            draft.gaps.append(
                gap_at(GapReason.CONTRADICTION, f"{min(counts)} installments are announced, {len(after)} told", after[0].place)
            )
        portions = [r.amount.portion for r in after if isinstance(r, Dated) and r.amount.portion is not None]
        before = [r.amount.portion or Fraction(0) for r in draft.rules[:at] if isinstance(r, Dated)]
        left = 1 - sum(before, Fraction(0))
        if announced.amount is not None and at and len(portions) == len(after) and sum(portions) == 1 and left > 0:
            draft.rules[at:] = [replace(r, amount=Amount(portion=left * p)) for r, p in zip(after, portions, strict=True)]
        elif not announced.slots and not numbered and sum(portions) != left:
            draft.gaps += gaps


def _units_announced(announced: Part, numbered: bool) -> Fraction | None:
    """How many units the parts after it are of: "5,000 units in two installments"; "of the remaining 5,000, 2,000 ... and 3,000 ..."."""
    amount = announced.amount
    if amount is None:
        return None
    return amount.amount.units or (amount.subject.units if amount.amount.rest and numbered else None)


def _told_in_detail(draft: Draft) -> None:
    """ "In three annual installments, with 33% vesting on D1, 33% on D2 and 34% on D3": the parts are those of the series."""
    first = draft.rules[0] if len(draft.groups) == 1 and draft.rules else None
    if not isinstance(first, Series) or first.each or not first.times or (first.amount.portion != 1 and not first.amount.rest):
        return
    begun: list[Moment] = [first.start] if isinstance(first.start, OnDate | FromAnchor) and first.inclusive else []
    if first.start is not None and not begun:
        return
    after, each = draft.rules[1:], Fraction(1, first.times)
    days = [*begun, *(r.on for r in after if isinstance(r, Dated))]
    if not after or len(days) != first.times or len(days) != len(begun) + len(after) or not _apart(days, first.every.months):
        return
    told = [each] * len(begun) + [_portion(r) for r in after]
    if sum(told, Fraction(0)) == 1 or (sum(told, Fraction(0)) < 1 and after[-1].amount.rest):
        parts = [Dated(Amount(portion=each), day, first.place, group=first.group) for day in begun]
        draft.rules = [*parts, *after]


def _portion(rule: Rule) -> Fraction:
    return rule.amount.portion or Fraction(0) if rule.amount.of == "whole" else Fraction(0)


def _apart(days: Sequence[Moment], months: int) -> bool:
    """Whether the days are so many months apart, a month's last day being as good as another's; or the anniversaries of one day are."""
    relative = [d for d in days if isinstance(d, FromAnchor)]
    counted = [d.plus.months for d in relative if d == replace(relative[-1], plus=d.plus) and not d.plus.days]
    if months and len(counted) == len(days):
        return counted == list(range(counted[0], counted[0] + months * len(days), months))
    dates = [d.date for d in days if isinstance(d, OnDate)]
    if not months or len(dates) < len(days):
        return False
    for n, day in enumerate(dates):
        month = 12 * dates[0].year + dates[0].month - 1 + n * months
        last = (day + timedelta(days=1)).month != day.month
        if 12 * day.year + day.month - 1 != month or (day.day != dates[0].day and not last):
            return False
    return True
