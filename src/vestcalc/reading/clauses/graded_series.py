"""In N PERIOD installments of AMOUNT, AMOUNT and AMOUNT, the first on DATE.

"in four annual tranches of 2,503, 2,503, 2,504 and 2,504 shares, the first of which will vest on June 1, 2017"
"in three yearly installments of 25%, 25% and 50%, beginning on the first anniversary of the grant date"
"""

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, Start, either, ended, slots, starts_of
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.moments import moment
from vestcalc.terms.models import Dated, FromAnchor


def _build(part: Part, ctx: Context) -> Built | None:
    inst = part.slots["INST"][0]
    if not part.amounts:
        return None
    if inst.unit is None:
        gap = ctx.gap(GapReason.MISSING_FREQUENCY, "installments, but not how far apart")
        return Built(gaps=gap.gaps, overall=True) if part.roles == {"INST"} else None
    if inst.times not in (None, len(part.amounts)):
        return ctx.gap(GapReason.CONTRADICTION, f"{inst.times} installments, but {len(part.amounts)} amounts")
    return either(_from(part, ctx, start) for start in starts_of(part, ctx, False, False))


def _from(part: Part, ctx: Context, begun: Start) -> Built | None:
    inst, (start, inclusive) = part.slots["INST"][0], begun
    moments = [moment(start or FromAnchor("grant"), inst.unit * (k if inclusive else k + 1)) for k in range(len(part.amounts))]
    rules = [Dated(a.amount, m, ctx.place, group=ctx.group) for a, m in zip(part.amounts, moments, strict=True) if m is not None]
    return ended(Built(list(rules)), part, ctx) if len(rules) == len(part.amounts) else None


CLAUSE = Clause("in PERIOD installments of AMOUNTS", slots("INST"), slots("BEGIN FROM THEN FULLON"), _build)
