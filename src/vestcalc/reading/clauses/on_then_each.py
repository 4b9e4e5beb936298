"""AMOUNT vests on DATE and on each PERIOD after it.

"1/16th of the RSUs vest on March 20, 2021 and each quarter thereafter"
"20% on the first anniversary of the grant date and each anniversary thereafter"
"""

from fractions import Fraction

from vestcalc.reading.clauses.base import Built, Clause, Context, either, ended, slots, span_base
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.moments import moment
from vestcalc.reading.phrases.periods import Over
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.terms.models import REST, Dated, FromAnchor, Series

_ON, _CAD = _ORDER = kind("ON"), kind("CAD")


def _build(part: Part, ctx: Context) -> Built | None:
    cadences = part.slots["CAD"]
    if part.amount is None or part.amounts or len(part.slots["ON"]) != 1 or any(c.unit != cadences[0].unit for c in cadences):
        return None
    kinds = [n.kind for n in part.nodes if n.kind in _ORDER]
    if kinds not in ([_ON, _CAD], [_CAD, _ON, _CAD]):  # "25% per year on D and annually thereafter"
        return None
    amount, cadence = part.amount.amount, cadences[-1]
    if amount.rest or amount.portion == 1 or cadence.times or cadence.after not in (None, part.slots["ON"][0]):
        return None
    a_year = Fraction(cadence.unit.months, 12)
    over = next(iter(part.slots.get("OVER", ())), None)
    if over is not None:
        # "25% on D and monthly thereafter over 36 months": each 25% would be too much, so the rest is shared out
        portion, months = amount.portion, over.length.period.months
        shares_out = portion and months and cadence.unit.months and portion * (months // cadence.unit.months) > 1
        return _rest_in_parts(part, ctx, cadence, over) if shares_out else None
    as_much = Series(
        amount,
        cadence.unit,
        ctx.place,
        each=True,
        start=part.slots["ON"][0],
        inclusive=True,
        until=part.slots.get("UNTIL", [None])[0],
        calendar=cadence.calendar,
        group=ctx.group,
    )
    ways = [ended(Built([as_much]), part, ctx)]
    if amount.portion and (0 < a_year < amount.portion or (ctx.span is not None and not ctx.earlier)):
        # each month a quarter of it, or after the first quarter the rest in parts not said
        ways.append(ended(_rest_in_parts(part, ctx, cadence, None), part, ctx))
    return either(ways)


def _rest_in_parts(part: Part, ctx: Context, cadence: Cadence, over: Over | None) -> Built:
    assert part.amount is not None
    first = Dated(part.amount.amount, part.slots["ON"][0], ctx.place, group=ctx.group)
    base = ctx.base or span_base(part.slots["ON"][0])
    ends = moment(base, ctx.span.length.period) if ctx.span is not None and base is not None and over is None and not ctx.earlier else None
    rest = Series(
        REST,
        cadence.unit,
        ctx.place,
        over=over.length.period if over else None,
        start=FromAnchor("previous"),
        until=part.slots.get("UNTIL", [None])[0] or ends,
        calendar=cadence.calendar,
        group=ctx.group,
    )
    return Built([first, rest])


CLAUSE = Clause("AMOUNT vests on DATE and each PERIOD thereafter", slots("ON CAD"), slots("THEN UNTIL FULLON OVER"), _build)
