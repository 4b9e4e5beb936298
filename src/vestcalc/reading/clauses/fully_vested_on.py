"""All of it had vested on DATE, said as a second half of the sentence.

"The award was granted on April 30, 2007 and vested in full on April 30, 2010."
"These shares, and are to become fully vested on June 1, 2012"
"""

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Dated, Statement


def _build(part: Part, ctx: Context) -> Built | None:
    on = part.slots["FULLON"]
    if len(on) != 1 or part.amounts or (part.verb is not None and not ctx.earlier):
        return None
    if ctx.span is not None and not ctx.earlier:
        return ctx.gap(GapReason.MISSING_FREQUENCY, "a span and its end, but neither how often nor in what parts")
    if ctx.earlier:
        return Built(statements=[Statement("fully-vested-date", ctx.place, on=on[0])])
    return Built([Dated(ctx.amount(part), on[0], ctx.place, group=ctx.group)])


CLAUSE = Clause("AMOUNT had vested in full on DATE", slots("FULLON"), frozenset(), _build)
