"""AMOUNT vests on DATE and thereafter in N equal PERIOD installments: what is shared out is the rest.

"25% of the shares vest on March 15, 2020 and thereafter in 36 equal monthly installments"
"one-third on the first anniversary and in equal quarterly installments over the following two years"
"""

from msgspec.structs import replace

from vestcalc.reading.clauses import equal_installments
from vestcalc.reading.clauses.base import Built, Clause, Context, slots, span_base
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.terms.models import REST, Dated, FromAnchor

_ON, _INST = kind("ON"), kind("INST")


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amount is None or part.amounts or part.amount.amount.rest or part.amount.amount.portion == 1 or len(part.slots["ON"]) != 1:
        return None
    kinds = [n.kind for n in part.nodes]
    later = "THEN" in part.roles or any(over.following for over in part.slots.get("OVER", ()))
    if not later or kinds.index(_ON) > kinds.index(_INST):
        return None
    first = Dated(part.amount.amount, part.slots["ON"][0], ctx.place, group=ctx.group)
    rest = replace(part, amount=Amt(REST), slots={name: said for name, said in part.slots.items() if name != "ON"})
    base = ctx.base or span_base(part.slots["ON"][0])
    built = equal_installments.CLAUSE.build(rest, replace(ctx, earlier=ctx.earlier + 1, base=base))
    for way in (built, *built.others) if built is not None else ():
        way.rules.insert(0, first)
    return built


def _in_parts(part: Part, ctx: Context) -> Built | None:
    """ "Exercisable one year from the date of grant in four equal annual installments": the first of them then."""
    kinds, on, inst = [n.kind for n in part.nodes], part.slots["ON"][0], part.slots["INST"][0]
    first = isinstance(on, FromAnchor) and on.anchor != "event" and on.plus == inst.unit
    whole = part.amount is None or part.amount.amount.portion == 1
    if not (first and whole and inst.times) or ctx.earlier or len(part.slots["ON"]) != 1 or kinds.index(_ON) > kinds.index(_INST):
        return None
    slots_then = {name: said for name, said in part.slots.items() if name != "ON"} | {"BEGIN": [on]}
    return equal_installments.CLAUSE.build(replace(part, slots=slots_then), ctx)


IN_PARTS = Clause("AMOUNT vests on DATE in installments", slots("ON INST"), slots("UNTIL FULLON EQUAL"), _in_parts)
CLAUSE = Clause("AMOUNT vests on DATE and thereafter in installments", slots("ON INST"), slots("THEN UNTIL OVER FULLON CAD EQUAL"), _build)
