"""All of it cliff vests after SPAN.

"Five-year cliff vesting from January 30, 2017."
"The units cliff vest over three years."
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.moments import moment
from vestcalc.terms.models import Dated, FromAnchor


def _build(part: Part, ctx: Context) -> Built | None:
    if part.verb is None or not part.verb.cliff:
        return None
    after = part.slots.get("FROM")
    begin = part.slots.get("BEGIN")
    base = after[0].moment if after else begin[0] if begin else FromAnchor("grant")
    on = moment(base, part.slots["OVER"][0].length.period)
    return Built([Dated(ctx.amount(part), on, ctx.place, group=ctx.group)]) if on else None


CLAUSE = Clause("AMOUNT cliff vests after SPAN", slots("OVER"), slots("FROM BEGIN"), _build)
