""" "Half of the units vest over time, one-third on each of three days; ...": a part told first, then in its own parts.

In: a draft, and where a part with a size and without days was told. Out: its own parts as parts of the whole award; or a gap, where none or
more than one way of taking those that follow makes them come to just that part.
"""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import Gap
from vestcalc.reading.draft import Draft
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Pending, Rule, Series


def headed(draft: Draft, part: Part, gap: Gap) -> bool:
    """Whether a part may be told in parts of its own after it; it is then kept until all are in."""
    told = part.amount
    portion = told.stated if told is not None and told.amount.rest else told.amount.portion if told is not None else None
    if told is None or portion is None or portion >= 1 or told.amount.of != "whole":
        return False
    if part.slots or part.residue or part.waits_for or part.subject is not None or draft.named:
        return False
    draft.nested.append((len(draft.rules), portion, gap))
    return True


def share_out(draft: Draft) -> None:
    """Give a part that was told first the parts that follow it; of two such parts it is not tried."""
    if len(draft.nested) != 1:
        draft.gaps += [gap for _, _, gap in draft.nested]
        return
    ((at, portion, gap),) = draft.nested
    before, after = _comes_to(draft.rules[:at], waiting=True), draft.rules[at:]
    ways = [
        (k, of_part)
        for k in range(1, len(after) + 1)
        for of_part in (True, False)
        if _comes_to(after[:k]) == (1 if of_part else portion) and before is not None and _leaves(after[k:], 1 - before - portion)
    ]
    if len(ways) != 1:
        draft.gaps.append(gap)
    elif ways[0][1]:
        draft.rules[at : at + ways[0][0]] = [_scaled(r, portion) for r in after[: ways[0][0]]]


def _comes_to(rules: Sequence[Rule], *, waiting: bool = False) -> Fraction | None:
    """What rules come to together, those that wait with them or not; None where that is not told."""
    told = Fraction(0)
    for r in rules:
        portion = r.amount.portion if r.amount.of == "whole" else None
        if portion is None or (isinstance(r, Pending) and not waiting) or (isinstance(r, Series) and r.each and not r.times):
            return None
        told += portion * ((r.times or 1) if isinstance(r, Series) and r.each else 1)
    return told


def _leaves(rules: Sequence[Rule], left: Fraction) -> bool:
    """Whether rules come to no more than what is left, and leave something to those that are called the rest."""
    told = _comes_to([r for r in rules if not r.amount.rest], waiting=True)
    return told is not None and (told < left if any(r.amount.rest for r in rules) else told <= left)


def _scaled(rule: Rule, portion: Fraction) -> Rule:
    """A rule of a part as a rule of the whole."""
    amount = rule.amount
    return replace(rule, amount=replace(amount, portion=amount.portion * portion)) if amount.portion is not None else rule
