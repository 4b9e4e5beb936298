"""Every part's exact fraction of the whole.

In: drafts with dates and counts. Out: each draft's amount at each date, what the last date takes over or leaves, what
"rest" comes to, and how many dates use up an amount. Percentages are literal; only where a list plainly covers the
award does its last part take what rounding left (docs/conventions.md, "The whole", 5 and 6). Refuses, as gaps: parts
beyond the whole, a rest of nothing, a fraction of "the remaining" with two readings.
"""

from fractions import Fraction

from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.anchors import gap_at
from vestcalc.schedule.drafts import Binding, Draft, stated_ends, total_of
from vestcalc.schedule.roll import Daily, Monthly, Named
from vestcalc.schedule.series import MAX_DATES
from vestcalc.schedule.whole import grain, percent, share
from vestcalc.terms.models import Rule, Series

_FINE = Fraction(1, 1000)


def weigh(made: Binding, draft: Draft) -> None:
    """Set what a draft's dates are each worth, where its own words say; rests wait for settle."""
    rule = draft.rule
    if rule.amount.rest:
        return
    each_date = isinstance(rule, Series) and rule.each
    of_rest = rule.amount.of == "remaining"
    if (of_rest or (each_date and draft.n is None)) and _unweighed(made, rule.group):
        draft.gap = draft.gap or gap_at(GapReason.MISSING_COUNT, "what the parts before leave is not known", rule.place)
        return
    left = draft.size - _taken(made, rule.group) if each_date or of_rest else draft.size
    amount = share(rule.amount, draft.size, left, made.whole.units)
    if isinstance(amount, Gap):
        draft.gap = draft.gap or gap_at(amount.reason, amount.text, rule.place)
    elif amount.numerator <= 0:
        draft.gap = draft.gap or gap_at(GapReason.OVER_ALLOCATED, "nothing is left for this part", rule.place)
    elif not isinstance(rule, Series) or not rule.each:
        draft.each = amount / draft.n if draft.n and draft.n > 1 else amount
    else:
        draft.each = amount
        if draft.gap is None and draft.dates is not None:
            if rule.amount.of == "remaining":
                _read_remaining(made, draft, rule, left)
            if draft.n is None and draft.gap is None:
                _use_up(made, draft, left - _later(made, draft))


def _unweighed(made: Binding, group: int) -> bool:
    """Whether so many units vest before, of an award whose size is not known: "4,000 on D1 and half of the remaining on D2"."""
    return any(d.rule.group == group and d.rule.amount.units is not None and d.each is None for d in made.drafts)


def _taken(made: Binding, group: int) -> Fraction:
    return total_of(d for d in made.drafts if d.rule.group == group)


def _later(made: Binding, draft: Draft) -> Fraction:
    """What later rules of the group claim in so many words."""
    total = Fraction(0)
    for rule in made.terms.rules[draft.number :]:
        if rule.group == draft.rule.group and not rule.amount.rest and rule.amount.of == "whole":
            amount = share(rule.amount, draft.size, draft.size, made.whole.units)
            times = (rule.times or 0) if isinstance(rule, Series) and rule.each else 1
            total += amount * times if isinstance(amount, Fraction) else 0
    return total


def _use_up(made: Binding, draft: Draft, left: Fraction) -> None:
    """As many dates as use up what is left; where the amount does not divide it, the last takes what remains."""
    each = draft.each or Fraction(1)
    ratio = left / each
    n = round(ratio)
    fine = grain(draft.rule.amount, draft.size, made.whole.units)
    rounded = n >= 1 and abs(left / n - each) < fine and abs(left - n * each) < each and (fine <= _FINE or left == draft.size)
    if ratio <= 0 or ratio > MAX_DATES:
        text = "nothing is left for these parts" if ratio <= 0 else "too many dates"
        draft.gap = gap_at(GapReason.OVER_ALLOCATED, text, draft.rule.place)
    elif ratio.denominator == 1 or rounded:
        draft.n = n
    elif fine:
        draft.n = -(-left.numerator * each.denominator // (left.denominator * each.numerator))
    else:
        text = f"parts of {each} do not use up the {left} that is left"
        draft.gap = gap_at(GapReason.CONTRADICTION, text, draft.rule.place)
    if draft.gap is None and draft.n == 1 and left < draft.size:
        text = "so much at each of its dates, yet it is all that is left: one date, or so much in all"
        draft.gap = gap_at(GapReason.TWO_READINGS, text, draft.rule.place)
    if draft.gap is None and draft.n and draft.n * each != left:
        draft.last = left - (draft.n - 1) * each
        made.anchors.assume("last-takes-leftover", "the last date takes what the stated parts leave over")


def _read_remaining(made: Binding, draft: Draft, rule: Series, left: Fraction) -> None:
    """ "1/16th of the remaining each quarter": of what is left, or of the total, whichever reaches 100% or meets the stated end."""
    portion = rule.amount.portion or Fraction(1)
    of_left, of_total = 1 / portion, left / (portion * draft.size)
    if draft.n is not None:
        if draft.n != of_left and draft.n == of_total:
            _mean_total(made, draft, portion)
        return
    whole_numbers = [n for n in (of_left, of_total) if n.denominator == 1]
    ends = [n for n in whole_numbers if _meets_end(made, draft, int(n))]
    if not ends:
        ends = [n for n in whole_numbers if _whole_years(draft, int(n))] or [n for n in whole_numbers if n == of_left]
    if of_left != of_total and len(set(ends)) > 1:
        text = f"{portion} of what is left, or of the total: both come to an end, after {of_left} and after {of_total} dates"
        draft.gap = gap_at(GapReason.TWO_READINGS, text, rule.place)
    elif ends and ends[0] == of_total != of_left:
        _mean_total(made, draft, portion)


def _mean_total(made: Binding, draft: Draft, portion: Fraction) -> None:
    draft.each = portion * draft.size
    made.anchors.assume("remaining-means-total", f"{portion} of the remaining means {portion} of the total: only so do they reach 100%")


def _meets_end(made: Binding, draft: Draft, n: int) -> bool:
    return n <= MAX_DATES and draft.dates is not None and draft.dates.at(n - 1) in stated_ends(made, draft)


def _whole_years(draft: Draft, n: int) -> bool:
    dates = draft.dates
    if isinstance(dates, Monthly):
        return n * dates.step % 12 == 0
    return n % len(dates.days) == 0 if isinstance(dates, Named) else isinstance(dates, Daily)


def settle(made: Binding) -> None:
    """Rests, leftovers and excesses, group by group; then gaps of the drafts join those of the binding."""
    for group, size in made.sizes.items():
        drafts = [d for d in made.drafts if d.rule.group == group]
        rests = [d for d in drafts if d.rule.amount.rest]
        taken = total_of(drafts)
        if rests:
            _share_rest(made, rests, drafts, size - taken)
        elif taken != size and not _cover(made, drafts, size - taken) and taken > size:
            text = f"the parts come to {percent(taken / size)} of the award"
            made.gaps.append(gap_at(GapReason.OVER_ALLOCATED, text, drafts[-1].rule.place))
    made.gaps.extend(d.gap for d in made.drafts if d.gap is not None)


def _share_rest(made: Binding, rests: list[Draft], drafts: list[Draft], left: Fraction) -> None:
    """What all other parts leave, in equal parts over the dates of the rests."""
    place = rests[0].rule.place
    numbers = [d.number for d in rests]
    apart = numbers != list(range(numbers[0], numbers[0] + len(numbers)))
    mixed = len({d.dates is None for d in rests}) > 1
    unknown = [d for d in drafts if not d.rule.amount.rest and d.each is None]
    if unknown:
        if not any(d.gap for d in rests):
            rests[0].gap = gap_at(GapReason.MISSING_COUNT, "what is left cannot be told", place)
    elif left <= 0:
        made.gaps.append(gap_at(GapReason.OVER_ALLOCATED, "nothing is left for the part called the rest", place))
    elif len(rests) > 1 and (apart or mixed):
        made.gaps.append(gap_at(GapReason.CONTRADICTION, "two parts are each called the rest", place))
    else:
        n = sum(d.n or 1 for d in rests)
        for d in rests:
            d.each = left / n


def _cover(made: Binding, drafts: list[Draft], missing: Fraction) -> bool:
    """Whether the parts plainly cover the group but for rounding; the last date then takes the difference."""
    dated = [d for d in drafts if d.dates is not None and d.each is not None and d.gap is None]
    if not dated or len(dated) < len(drafts):
        return False
    last = max(dated, key=made.last)
    each = last.each or Fraction(0)
    grains = [(d.each or Fraction(0), grain(d.rule.amount, d.size, made.whole.units)) for d in dated]
    fine = max(fine for other, fine in grains if abs(other - each) <= fine)  # 33.34% beside two thirds
    alike = [d for d in dated if d.each is not None and abs(d.each - each) <= (fine if fine <= _FINE or _units(d.rule) else 0)]
    n = sum(d.n or 1 for d in alike)
    if n < 2 or last.last is not None or not abs(missing) < min(n * fine, each):
        return False
    if len(alike) < len(dated) and fine > _FINE and not _units(last.rule):
        return False
    last.last = each + missing
    made.anchors.assume("last-takes-leftover", "the parts cover the award but for rounding; the last date takes what is left over")
    return True


def _units(rule: Rule) -> bool:
    return rule.amount.units is not None
