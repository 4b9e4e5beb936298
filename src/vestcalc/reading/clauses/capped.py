"""Not more than AMOUNT before DATE, all of it from DATE on.

"thereafter it may be exercised as to not more than 20% of the shares before March 1, 2024, and as to all of the shares from March 1, 2024"
(with a day before which nothing may be exercised, said before)
"""

from fractions import Fraction
from itertools import pairwise

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part
from vestcalc.terms.models import REST, Amount, Dated, Moment


def _build(part: Part, ctx: Context) -> Built | None:
    caps = part.slots["CAP"]
    ends: list[Moment] = [*part.slots.get("ON", ()), *part.slots.get("BEGIN", ()), *(a.moment for a in part.slots.get("FROM", ()))]
    everything = part.subject is not None and part.subject.every
    if part.has_amount or not everything or ends != [caps[-1].before]:
        return None
    if ctx.bound is None:
        return ctx.gap(GapReason.MISSING_ANCHOR, "not more than so much before a day, but not from when")
    levels = [Fraction(0), *(c.portion for c in caps)]
    if any(a >= b for a, b in pairwise(levels)) or levels[-1] >= 1:
        return ctx.gap(GapReason.CONTRADICTION, "what may be exercised at most does not rise")
    days = [ctx.bound, *(c.before for c in caps[:-1])]
    rules = [Dated(Amount(portion=b - a), on, ctx.place, group=ctx.group) for (a, b), on in zip(pairwise(levels), days, strict=True)]
    return Built([*rules, Dated(REST, caps[-1].before, ctx.place, group=ctx.group)])


CLAUSE = Clause("not more than AMOUNT before DATE", slots("CAP"), slots("ON BEGIN FROM THEN"), _build)
