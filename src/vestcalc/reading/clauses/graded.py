"""AMOUNT, AMOUNT and AMOUNT vest on DATE, DATE and DATE, respectively.

"10%, 20%, 30% and 40% on the first, second, third and fourth anniversaries of the grant date, respectively"
"vest in three annual installments of 33%, 33% and 34% on 4/30/2023, 4/30/2024 and 4/30/2025"
"""

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, ended, slots
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Dated


def _build(part: Part, ctx: Context) -> Built | None:
    if not part.amounts or len(part.slots["LIST"]) != 1:
        return None
    moments = part.slots["LIST"][0]
    if len(moments) != len(part.amounts):
        return ctx.gap(GapReason.CONTRADICTION, f"{len(part.amounts)} amounts, but {len(moments)} dates")
    counted = [i.times for i in part.slots.get("INST", ()) if i.times and i.times != len(moments)]
    if counted:
        return ctx.gap(GapReason.CONTRADICTION, f"{counted[0]} installments, but {len(moments)} dates")
    built = Built([Dated(a.amount, m, ctx.place, group=ctx.group) for a, m in zip(part.amounts, moments, strict=True)])
    return ended(built, part, ctx)


CLAUSE = Clause("AMOUNTS vest on DATES, respectively", slots("LIST"), slots("INST FULLON"), _build)
