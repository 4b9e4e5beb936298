"""AMOUNT vests on DATE and on each PERIOD after it.

"1/16th of the RSUs vest on March 20, 2021 and each quarter thereafter"
"20% on the first anniversary of the grant date and each anniversary thereafter"
"""

from fractions import Fraction

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, ended, slots
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.roles import Over
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.terms.models import REST, Dated, FromAnchor, Series


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amount is None or part.amounts or len(part.slots["ON"]) != 1 or len(part.slots["CAD"]) != 1:
        return None
    kinds = [n.kind for n in part.nodes]
    if kinds.index(kind("ON")) > kinds.index(kind("CAD")):
        return None
    amount, cadence = part.amount.amount, part.slots["CAD"][0]
    if amount.rest or amount.portion == 1 or cadence.times or cadence.after:
        return None
    a_year = Fraction(cadence.unit.months, 12)
    if amount.portion and 0 < a_year < amount.portion and "OVER" not in part.roles:
        return ctx.gap(GapReason.TWO_READINGS, "each time as much as on the first date, or the rest in parts not said")
    until = part.slots.get("UNTIL", [None])[0]
    over = next(iter(part.slots.get("OVER", ())), None)
    if over is not None:
        return _over(part, ctx, cadence, over)
    built = Built(
        [
            Series(
                amount,
                cadence.unit,
                ctx.place,
                each=True,
                start=part.slots["ON"][0],
                inclusive=True,
                until=until,
                calendar=cadence.calendar,
                group=ctx.group,
            )
        ]
    )
    return ended(built, part, ctx)


def _over(part: Part, ctx: Context, cadence: Cadence, over: Over) -> Built | None:
    """ "25% on D and monthly thereafter over 36 months": each 25% would be too much, so the rest is shared out."""
    assert part.amount is not None
    portion, months = part.amount.amount.portion, over.length.period.months
    if portion is None or not months or not cadence.unit.months or portion * (months // cadence.unit.months) <= 1:
        return None
    first = Dated(part.amount.amount, part.slots["ON"][0], ctx.place, group=ctx.group)
    rest = Series(
        REST, cadence.unit, ctx.place, over=over.length.period, start=FromAnchor("previous"), calendar=cadence.calendar, group=ctx.group
    )
    return Built([first, rest])


CLAUSE = Clause("AMOUNT vests on DATE and each PERIOD thereafter", slots("ON CAD"), slots("THEN UNTIL FULLON OVER"), _build)
