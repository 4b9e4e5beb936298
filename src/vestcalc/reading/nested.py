""" "Half of the units vest over time, one-third on each of three days; ...": a part told first, then in its own parts.

In: a draft, and where parts with a size and without days were told. Out: their own parts as parts of the whole award; or a gap, where
none or more than one way of taking those that follow makes them come to just that part.
"""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import Gap
from vestcalc.reading.draft import Draft
from vestcalc.reading.parts import Part
from vestcalc.reading.tokens.lexicon import kind_set
from vestcalc.terms.models import Amount, Pending, Rule, Series

_AS_FOLLOWS = kind_set("as following")


def headed(draft: Draft, part: Part, gap: Gap) -> bool:
    """Whether a part may be told in parts of its own after it; it is then kept until all are in."""
    told = part.amount
    portion = told.stated if told is not None and told.amount.rest else told.amount.portion if told is not None else None
    if told is None or portion is None or portion >= 1 or told.amount.of != "whole":
        return False
    if (
        part.slots
        or not _AS_FOLLOWS.issuperset([n.kind for n in part.residue])
        or part.waits_for
        or part.subject is not None
        or draft.named
    ):
        return False
    draft.nested.append((len(draft.rules), portion, gap))
    return True


def share_out(draft: Draft) -> None:
    """Give each part that was told first the parts that follow it: all of them up to the next such part, of the last as many as fit."""
    if not draft.nested:
        return
    starts = [at for at, _, _ in draft.nested]
    told = [_told(draft, r) for r in draft.rules]
    before = _comes_to(told[: starts[0]])
    left = 1 - (before or 0) - sum((portion for _, portion, _ in draft.nested), Fraction(0))
    for (at, portion, gap), stop in zip(draft.nested, [*starts[1:], None], strict=True):
        after = told[at:stop]
        ways = [
            (k, of_part)
            for k in (range(1, len(after) + 1) if stop is None else [len(after)])
            for of_part in (True, False)
            if k and _own(draft, at, k, told) == (1 if of_part else portion) and (stop or _leaves(after[k:], left))
        ]
        ways = [way for way in ways if stop is None and _comes_to(after[way[0] :]) == left] or ways
        if len(ways) != 1 or before is None:
            draft.gaps.append(gap)
        elif ways[0][1]:
            _scale(draft, at, ways[0][0], told, portion)


def _told(draft: Draft, r: Rule) -> Fraction | None:
    """The portion of a rule, or of each of its dates together; "the other half" is one too. None for a number and for what is left."""
    if r.amount.rest:
        stated = [s.number for s in draft.statements if s.kind == "rest-portion" and s.place == r.place]
        return stated[0] if len(stated) == 1 else None
    if r.amount.portion is None or r.amount.of != "whole" or (isinstance(r, Series) and r.each and not r.times):
        return None
    return r.amount.portion * ((r.times or 1) if isinstance(r, Series) and r.each else 1)


def comes_to(draft: Draft, rules: Sequence[Rule]) -> Fraction | None:
    """What portions of the whole these rules come to together; None where that is not told."""
    return _comes_to([_told(draft, r) for r in rules])


def _comes_to(told: Sequence[Fraction | None]) -> Fraction | None:
    """What they come to together; None where that is not told."""
    return None if None in told else sum((one for one in told if one is not None), Fraction(0))


def _own(draft: Draft, at: int, count: int, told: Sequence[Fraction | None]) -> Fraction | None:
    """What the parts of a part come to; what waits is none of them."""
    waits = any(isinstance(r, Pending) for r in draft.rules[at : at + count])
    return None if waits else _comes_to(told[at : at + count])


def _leaves(told: Sequence[Fraction | None], left: Fraction) -> bool:
    """Whether what follows comes to no more than what is left, and leaves something to those that are called the rest."""
    known = sum((one for one in told if one is not None), Fraction(0))
    return known < left if None in told else known <= left


def _scale(draft: Draft, at: int, count: int, told: Sequence[Fraction | None], portion: Fraction) -> None:
    """The rules of a part as rules of the whole."""
    places = [r.place for r in draft.rules[at : at + count] if r.amount.rest]
    draft.statements = [s for s in draft.statements if s.kind != "rest-portion" or s.place not in places]
    for i in range(at, at + count):
        amount = draft.rules[i].amount
        share = amount.portion if amount.portion is not None else told[i]
        if share is not None:
            draft.rules[i] = replace(draft.rules[i], amount=Amount(portion=share * portion))
