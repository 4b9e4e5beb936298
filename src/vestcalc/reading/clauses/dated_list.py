"""AMOUNT vests on each of DATES, or in equal parts on DATES.

"20% on each of the third, fourth and fifth anniversaries of the grant date"
"The RSUs vest in equal installments on March 1, 2021, 2022 and 2023."
"""

from fractions import Fraction
from itertools import pairwise

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, counts_from, ended, slots
from vestcalc.reading.parts import Part
from vestcalc.terms.models import REST, Amount, Dated, Moment, OnDate, Period, Statement


def shared(amount: Amount, k: int, n: int) -> Amount:
    """The k-th (from 0) of n equal parts of an amount; of a rest, of what is left when its turn comes."""
    if amount.rest:
        return Amount(rest=True) if k == n - 1 else Amount(portion=Fraction(1, n - k), of="remaining")
    if amount.units is not None:
        return Amount(units=amount.units / n)
    assert amount.portion is not None
    if amount.of == "remaining":
        return Amount(portion=amount.portion / n / (1 - amount.portion * k / n), of="remaining")
    return Amount(portion=amount.portion / n)


def _other_pace(moments: list[Moment], unit: Period) -> bool:
    """ "Monthly installments on March 1, 2021, 2022 and 2023": no two of the dates are so far apart."""
    months = [12 * m.date.year + m.date.month if isinstance(m, OnDate) else getattr(m, "plus", Period()).months for m in moments]
    gaps = [b - a for a, b in pairwise(months)]
    return bool(gaps and unit.months and all(abs(gap - unit.months) > 1 for gap in gaps))


def _moments(part: Part) -> list[Moment]:
    return [m for listed in part.slots["LIST"] for m in listed]


_PAIR = 2


def _on_each(part: Part, amount: Amount, n: int) -> Fraction | None:
    """ "25% ratably on each of four dates": what so much on each comes to; of two dates, half may as well be shared out."""
    equally = "EQUAL" in part.slots and "INST" not in part.slots and part.amount is not None
    return amount.portion * n if equally and n > _PAIR and amount.of == "whole" and amount.portion is not None else None


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amounts or len(part.slots["LIST"]) != 1 or not all(counts_from(m, part) for m in part.slots["LIST"][0]):
        return None
    moments, n = _moments(part), len(_moments(part))
    insts = part.slots.get("INST", [])
    cadences = part.slots.get("CAD", [])
    if cadences and (n == 1 or any(c.times not in (None, n) for c in cadences)):
        return None
    amount = ctx.amount(part)
    counts = [i.times for i in insts if i.times]
    if any(c != n for c in counts):
        return ctx.gap(GapReason.CONTRADICTION, f"{counts[0]} installments, but {n} dates")
    if any(i.unit and _other_pace(moments, i.unit) for i in (*insts, *cadences)):
        return ctx.gap(GapReason.CONTRADICTION, "dates that are not so far apart as the installments are said to be")
    on_each = _on_each(part, amount, n)
    if on_each is not None and on_each < 1 and not ctx.earlier:
        return ctx.gap(GapReason.TWO_READINGS, "so much on each date, or on all of them together")
    if on_each == 1:
        amounts = [amount] * n
    elif insts or part.slots.get("EQUAL") or (amount.rest and part.amount is not None):
        each = insts[0].each if insts and insts[0].each else None
        units = insts[0].units if insts else None
        if units and part.amount is not None:
            if amount.units != units * n:
                return None
            units = None
        amounts = [Amount(portion=each, units=units)] * n if each or units else [shared(amount, k, n) for k in range(n)]
    elif part.of_rest and amount.portion is not None and amount.portion * n == 1:
        amounts = [shared(REST, k, n) for k in range(n)]
    elif part.amount is None:
        return ctx.gap(GapReason.MISSING_COUNT, "several dates, but not how much vests on each")
    else:
        amounts = [amount] * n
    built = Built([Dated(a, m, ctx.place, group=ctx.group) for a, m in zip(amounts, moments, strict=True)])
    built.statements += [Statement("span", ctx.place, over=o.length.period) for o in part.slots.get("OVER", ())]
    return ended(built, part, ctx)


CLAUSE = Clause("AMOUNT vests on each of DATES", slots("LIST"), slots("INST EQUAL FULLON OVER THEN CAD FROM"), _build)
