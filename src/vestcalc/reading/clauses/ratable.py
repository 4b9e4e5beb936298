"""AMOUNT vests ratably over SPAN, or equally every PERIOD.

"The restricted stock vests ratably over three years."
"the balance vests equally on the last day of every month over the following 36 months"
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.clauses.equal_installments import CLAUSE as INSTALLMENTS
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.installments import Inst


def _build(part: Part, ctx: Context) -> Built | None:
    part.slots.setdefault("INST", []).append(Inst())
    built = INSTALLMENTS.build(part, ctx)
    del part.slots["INST"]
    return built


CLAUSE = Clause("AMOUNT vests ratably over SPAN", slots("EQUAL"), slots("OVER CAD BEGIN FROM UNTIL THEN FULLON"), _build)
