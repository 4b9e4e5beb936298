"""The rest vests every PERIOD over SPAN.

"the remaining shares vest monthly over the following three years"
"the balance quarterly for two years thereafter"
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, make_series, slots
from vestcalc.reading.parts import Part


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amounts or (
        part.amount is not None and not part.amount.amount.rest and part.amount.amount.portion != 1 and not part.amount.amount.units
    ):
        return None
    if part.amount is not None and part.amount.amount.units:
        return None
    cadences = part.slots["CAD"]
    times = next((c.times for c in cadences if c.times), None)
    if len({c.unit for c in cadences}) > 1 or sum(c.times is not None for c in cadences) > 1:
        return None
    return make_series(part, ctx, ctx.amount(part), False, cadences[0].unit, times)


CLAUSE = Clause("the rest vests every PERIOD over SPAN", slots("CAD"), slots("BEGIN FROM UNTIL OVER THEN FULLON"), _build)
