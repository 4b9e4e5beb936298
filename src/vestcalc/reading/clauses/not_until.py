"""AMOUNT may not be exercised until DATE.

"The warrants may not be exercised until March 1, 2024."
"does not become exercisable before the first anniversary of the date of grant"
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Dated


def _build(part: Part, ctx: Context) -> Built | None:
    if part.verb is None or not part.verb.waits or part.amounts or len(part.slots["UNTIL"]) != 1:
        return None
    if part.verb.full and part.verb.bare == "vested":  # "fully vested and not exercisable until D": which of the two is its vesting
        return None
    if ctx.earlier and part.amount is None:  # of all of it, or of what the parts before leave
        return None
    return Built([Dated(ctx.amount(part), part.slots["UNTIL"][0], ctx.place, group=ctx.group)])


def _thereafter(part: Part, ctx: Context) -> Built | None:
    """ "Not exercisable during the first year; thereafter exercisable in full"."""
    if ctx.bound is None or ctx.earlier or part.amounts or part.verb is None or not part.verb.exercisable or part.verb.immediate:
        return None
    return Built([Dated(ctx.amount(part), ctx.bound, ctx.place, group=ctx.group)]) if part.amount is None and part.verb.full else None


THEREAFTER = Clause("thereafter AMOUNT is exercisable", slots("THEN"), frozenset(), _thereafter)
CLAUSE = Clause("AMOUNT may not be exercised until DATE", slots("UNTIL"), frozenset(), _build)
