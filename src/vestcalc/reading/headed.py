"""Parts that were announced before they are told: "in two installments, one-half on ... and one-half on ...", "of the remainder, half ...".

In: a draft with its rules. Out: the same with parts of the rest made parts of the whole; a count or a number that the parts do not meet
is a gap.
"""

from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Amount, Dated, Series


def as_announced(draft: Draft) -> None:
    """ "The remaining 60% in two installments, one-half on ... and one-half on ...": halves of the rest; no parts after it: a gap."""
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
