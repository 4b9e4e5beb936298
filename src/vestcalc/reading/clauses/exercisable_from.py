"""AMOUNT is exercisable from DATE on.

"The warrants may be exercised commencing on December 3, 2021."
"exercisable at any time after the first anniversary of the date of grant"
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Dated, FromAnchor


def _build(part: Part, ctx: Context) -> Built | None:
    starts = [*part.slots.get("BEGIN", ()), *(a.moment for a in part.slots.get("FROM", ()))]
    if part.verb is None or not part.verb.exercisable or part.amounts or len(starts) != 1:
        return None
    on = starts[0]
    if (
        isinstance(on, FromAnchor)
        and on.anchor in ("grant", "commencement")
        and not on.plus
        and not part.verb.immediate
        and "FROM" in part.roles
    ):
        return None
    return Built([Dated(ctx.amount(part), on, ctx.place, group=ctx.group)])


BEGINNING = Clause("AMOUNT is exercisable beginning on DATE", slots("BEGIN"), frozenset(), _build)
CLAUSE = Clause("AMOUNT is exercisable after DATE", slots("FROM"), frozenset(), _build)
