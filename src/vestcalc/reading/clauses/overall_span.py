"""AMOUNT vests over SPAN: the length alone, with neither equal parts nor a frequency.

"The option vests over three years."  (cannot be dated)
"vest over a period of four years, with 25% of the shares vesting on ..."  (the details follow)
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots, starts_of
from vestcalc.reading.parts import Part


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amounts or (part.amount is not None and part.amount.amount.portion not in (None, 1)):
        return None
    starts = [(moment, inclusive) for moment, inclusive in starts_of(part, ctx, False, True) if moment is not None]
    return Built(span=part.slots["OVER"][0], start=starts[0] if len(starts) == 1 else None)


CLAUSE = Clause("AMOUNT vests over SPAN", slots("OVER"), slots("FROM THEN BEGIN UNTIL"), _build)
