"""What is called the rest: of what it is the rest, where it stands before that, and that it is there only once.

In: the rules of a draft. Out: the same rules in an order in which every rest has before it what it is left by, or gaps.
"""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import Gap, GapReason
from vestcalc.late import late
from vestcalc.reading.draft import Draft, gap_at, units_of
from vestcalc.terms.models import Amount, Assumption, Dated, Pending, Rule, Series

_THEN = late(r"(?i)\bthen\b")
_LEFT = late(r"(?i)\b(?:remain|balance|rest\b)")


def rest_first(draft: Draft) -> None:
    """ "The remaining 2/3 vests on D2 and D3; 1/3 vested on D1": what remains is what is told last leaves."""
    lead = next((i for i, r in enumerate(draft.rules) if not _of_rest(r)), len(draft.rules))
    loose = any(getattr(m, "anchor", "") == "previous" for m in moments_of(draft.rules))
    starts = all(not isinstance(r, Series) or r.start for r in draft.rules)
    if not lead or lead == len(draft.rules) or loose or not starts or len(draft.groups) > 1:
        return
    draft.rules = [*draft.rules[lead:], *draft.rules[:lead]]
    n = len(draft.rules)
    draft.statements = [replace(s, rule=None if s.rule is None else (s.rule - lead) % n) for s in draft.statements]
    for marks in (draft.totals, draft.alls, draft.exercisable, draft.capped):
        marks[:] = [(i - lead) % n for i in marks]


def rest_of_nothing(draft: Draft) -> None:
    """ "The balance vests on D" with nothing before it: of what it is the balance has not been read."""
    for first in {r.group: r for r in reversed(draft.rules)}.values():
        if _of_rest(first) and first.place not in draft.unsaid:
            reason = GapReason.MISSING_COUNT if first.amount.rest else GapReason.NO_CLAUSE
            draft.gaps.append(gap_at(reason, f"the rest of what is not said: {first.place.quote!r}", first.place))


def left_out_told(draft: Draft) -> None:
    """ "All but 3,000 of them": the others are those only if the words tell when just so many vest."""
    if draft.left_out is None:
        return
    told = sum(((r.amount.units or Fraction(0)) if isinstance(r, Pending) else units_of(r) for r in draft.own_rules), Fraction(0))
    if told != draft.left_out:
        place = next((r.place for r in draft.rules if r.amount.rest), None)
        text = f"{draft.left_out} are left out, and of {told} it is told when they vest"
        draft.gaps.append(gap_at(GapReason.MISSING_COUNT, text, place) if place else Gap(GapReason.MISSING_COUNT, text))


def rest_once(draft: Draft) -> None:
    """What the others leave is left once: a second rest of the same award has no units of its own."""
    seen: set[int] = set()
    for r in draft.rules:
        if r.amount.rest and not isinstance(r, Pending):
            if r.group in seen:
                draft.gaps.append(gap_at(GapReason.TWO_READINGS, "a second part is called what the others leave", r.place))
            seen.add(r.group)


def shares_of_rest(draft: Draft) -> None:
    """ "50% of the unvested units on D1 and 50% of the unvested units on D2": shares of one rest, where all of them come to just that."""
    for group in {r.group for r in draft.rules}:
        own = [i for i, r in enumerate(draft.rules) if r.group == group]
        run = [i for i in own if _share_of_rest(draft.rules[i])]
        if len(run) < 2 or run != own[-len(run) :]:
            continue
        if sum(draft.rules[i].amount.portion or 0 for i in run) != 1:
            _shares_of_whole(draft, own, run)
            continue
        left = Fraction(1)
        for i in run:
            portion = draft.rules[i].amount.portion or left
            amount = Amount(rest=True) if portion == left else Amount(portion=portion / left, of="remaining")
            draft.rules[i] = replace(draft.rules[i], amount=amount)
            left -= portion


def _shares_of_whole(draft: Draft, own: Sequence[int], run: Sequence[int]) -> None:
    """ "25% on D1 and 25% of the remaining units on each of D2, D3 and D4": only of the total do they reach 100% (docs/conventions.md)."""
    told = [draft.rules[i] for i in own[: len(own) - len(run)]]
    each = {draft.rules[i].amount.portion for i in run}
    if len(each) != 1 or len({draft.rules[i].place for i in run}) != 1:  # of what is then left, each time
        return
    portion, place = draft.rules[run[0]].amount.portion or Fraction(0), draft.rules[run[0]].place
    plain = all(isinstance(r, Dated) and r.amount.portion is not None and r.amount.of == "whole" for r in told)
    if plain and sum((r.amount.portion or Fraction(0) for r in told), portion * len(run)) == 1:
        for i in run:
            draft.rules[i] = replace(draft.rules[i], amount=Amount(portion=portion))
        text = f"{portion} of the remaining means {portion} of the total: only so do they reach 100%"
        draft.assumptions.append(Assumption("remaining-means-total", text))
    else:
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"of what is left each time, or of one rest: {place.quote!r}", place))


def _share_of_rest(rule: Rule) -> bool:
    """Whether it is a share of a rest, and not of what is "then remaining"."""
    return (
        isinstance(rule, Dated) and rule.amount.of == "remaining" and rule.amount.portion is not None and not _THEN.search(rule.place.quote)
    )


def all_together(draft: Draft) -> None:
    """ "1/3 after a year and 2/3 quarterly over two": too much for each date, and just what all of them need."""
    for group in {r.group for r in draft.rules}:
        own = [r for r in draft.rules if r.group == group and not isinstance(r, Pending)]
        each = [r for r in own if isinstance(r, Series) and r.each and ((r.times or 0) > 1 or (r.over is not None and r.over != r.every))]
        if len(each) == 1 and len(own) > 1 and sum(r.amount.portion or 0 for r in own if r.amount.of == "whole") == 1:
            draft.rules = [replace(r, each=False) if r is each[0] else r for r in draft.rules]


def _of_rest(rule: Rule) -> bool:
    """Whether a rule is called the rest, or a part of it; what is unvested may be all there is."""
    return rule.amount.rest or (rule.amount.of == "remaining" and _LEFT.search(rule.place.quote) is not None)


def moments_of(rules: Sequence[Rule]) -> list[object]:
    """Every moment that rules name."""
    out: list[object] = []
    for r in rules:
        if isinstance(r, Dated):
            out += getattr(r.on, "of", (r.on,))
        elif isinstance(r, Series):
            out += [r.start, r.until]
    return out
