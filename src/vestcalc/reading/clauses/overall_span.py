"""AMOUNT vests over SPAN: the length alone, with neither equal parts nor a frequency.

"The option vests over three years."  (cannot be dated)
"vest over a period of four years, with 25% of the shares vesting on ..."  (the details follow)
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part


def _build(part: Part, ctx: Context) -> Built | None:
    return Built(span=part.slots["OVER"][0]) if not part.amounts else None


CLAUSE = Clause("AMOUNT vests over SPAN", slots("OVER"), slots("FROM THEN BEGIN UNTIL"), _build)
