"""AMOUNT vests over SPAN: the length alone, with neither equal parts nor a frequency.

"The option vests over three years."  (cannot be dated)
"vest over a period of four years, with 25% of the shares vesting on ..."  (the details follow)
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots, start_of
from vestcalc.reading.parts import Part


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amounts or (part.amount is not None and part.amount.amount.portion not in (None, 1)):
        return None
    start = start_of(part, ctx, False, True)
    found = None if start is None or start[0] is None else (start[0], start[1])
    return Built(span=part.slots["OVER"][0], start=found)


CLAUSE = Clause("AMOUNT vests over SPAN", slots("OVER"), slots("FROM THEN BEGIN UNTIL"), _build)
