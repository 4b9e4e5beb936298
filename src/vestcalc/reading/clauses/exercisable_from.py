"""AMOUNT is exercisable from DATE on.

"The warrants may be exercised commencing on December 3, 2021."
"exercisable at any time after the first anniversary of the date of grant"
"exercisable from the date of issuance for a period of five years" (then they expire)
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.moments import UPON_GRANT
from vestcalc.terms.models import Dated, FromAnchor, OnDate


def _build(part: Part, ctx: Context) -> Built | None:
    starts = [*part.slots.get("ON", ()), *part.slots.get("BEGIN", ()), *(a.moment for a in part.slots.get("FROM", ()))]
    exercisable = part.verb.exercisable if part.verb is not None else ctx.exercised and part.amount is not None
    if not exercisable or part.amounts or len(starts) != 1:
        return None
    on = starts[0]
    over = next(iter(part.slots.get("OVER", ())), None)
    if over is not None and not over.term:
        return None
    if not all(isinstance(m, OnDate) or (isinstance(m, FromAnchor) and m.plus) for m in part.slots.get("UNTIL", ())):
        return None
    some = part.amount is not None and part.amount.amount.portion not in (None, 1)
    window = over is not None or "UNTIL" in part.roles or some
    if (
        isinstance(on, FromAnchor)
        and on.anchor in ("grant", "commencement")
        and not on.plus
        and not (part.verb and part.verb.immediate)
        and "FROM" in part.roles
    ):
        if not window:
            return None
        on = FromAnchor("grant", event=UPON_GRANT) if on == FromAnchor("grant") else on
    return Built([Dated(ctx.amount(part), on, ctx.place, group=ctx.group)])


BEGINNING = Clause("AMOUNT is exercisable beginning on DATE", slots("BEGIN"), slots("UNTIL OVER"), _build)
WINDOW = Clause("AMOUNT is exercisable on and after DATE until DATE", slots("ON UNTIL"), frozenset(), _build)
CLAUSE = Clause("AMOUNT is exercisable after DATE", slots("FROM"), slots("UNTIL OVER"), _build)
