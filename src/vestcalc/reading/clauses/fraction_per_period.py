"""AMOUNT vests every PERIOD, from or after START, for SPAN or until END.

"1/48th of the shares shall vest each month thereafter until fully vested"
"6.25% of the RSUs vest each quarter from March 3, 2020"
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, make_series, slots
from vestcalc.reading.parts import Part


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amount is None or part.amounts or part.amount.amount.rest:
        return None
    cadences = part.slots["CAD"]
    unit = next((c.unit for c in cadences if c.calendar), cadences[0].unit)
    times = next((c.times for c in cadences if c.times), None)
    if len({c.unit for c in cadences}) > 1 or sum(c.times is not None for c in cadences) > 1 or part.amount.amount.portion == 1:
        return None
    return make_series(part, ctx, part.amount.amount, True, unit, times)


CLAUSE = Clause("AMOUNT vests every PERIOD", slots("CAD"), slots("BEGIN FROM UNTIL OVER THEN FULLON"), _build)
