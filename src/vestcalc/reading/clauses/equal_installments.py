"""AMOUNT vests in N equal PERIOD installments, from or after START, for SPAN or until END.

"The remaining 75% vests in equal monthly increments for the following 36 months through March 15, 2017."
"in four equal annual installments beginning on the first anniversary of the date of grant"
"""

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, assumed, make_series, slots
from vestcalc.reading.parts import Part
from vestcalc.terms.models import Amount, Period


def _unit(part: Part) -> tuple[Period | None, int | None]:
    """How far apart and how many."""
    insts, cadences = part.slots.get("INST", []), part.slots.get("CAD", [])
    units = {i.unit for i in insts if i.unit} | {c.unit for c in cadences}
    counts = {i.times for i in insts if i.times} | {c.times for c in cadences if c.times}
    over = next(iter(part.slots.get("OVER", ())), None)
    count = counts.pop() if len(counts) == 1 else None
    if len(units) == 1:
        return units.pop(), count
    if units or over is None:
        return None, count
    # "in equal amounts over the twenty quarters": the span counts the dates
    if over.length.times > 1 and over.length.unit.months != 12 and count in (None, over.length.times):
        return over.length.unit, count or over.length.times
    return None, count


def _adds_up(part: Part, unit: Period, months: int) -> bool:
    """ "25% in annual installments over four years": a part of it that as many installments make the whole of."""
    portion = part.amount.amount.portion if part.amount and not part.of_rest else None
    return bool(portion and portion < 1 and unit.months and portion * months == unit.months)


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amounts or (part.amount and part.amount.amount.portion and "INST" in part.slots and part.slots["INST"][0].each):
        return None
    if len({x.times for x in (*part.slots.get("INST", ()), *part.slots.get("CAD", ())) if x.times}) > 1:
        return ctx.gap(GapReason.TWO_READINGS, "two counts are said of one series")
    unit, times = _unit(part)
    each = next((i.each for i in part.slots.get("INST", ()) if i.each), None)
    over = next(iter(part.slots.get("OVER", ())), None) or (ctx.span if not ctx.earlier else None)
    extra = []
    if unit is None and over is not None and over.length.period.months % 12 == 0:
        years = over.length.period.months // 12
        if times is not None and times % years == 0 and 12 % (times // years) == 0:
            unit = Period(months=12 * years // times)
        elif times is None:
            unit = Period(months=12)
            extra.append(assumed("annual-unless-stated", f"equal parts over {years} years, how often is not said: yearly"))
    if unit is None and part.roles == {"INST"} and (part.amount is None or part.amount.amount.rest):
        gap = ctx.gap(GapReason.MISSING_FREQUENCY, "installments, but not how far apart")
        return Built(gaps=gap.gaps, overall=True)
    if unit is None:
        return ctx.gap(GapReason.MISSING_FREQUENCY, "installments, but not how far apart")
    if part.of_rest and part.amount is not None:
        each = part.amount.amount.portion
    if each is None and _adds_up(part, unit, over.length.period.months if over else 0):
        if ctx.earlier:
            return ctx.gap(GapReason.TWO_READINGS, "so much in each installment, or in all of them")
        each = part.amount.amount.portion if part.amount else None
    units = next((i.units for i in part.slots.get("INST", ()) if i.units), None)
    if units and part.amount is not None:
        if part.amount.amount.units != units * (times or 0):
            return None
        units = None
    amount = Amount(portion=each) if each else Amount(units=units) if units else ctx.amount(part)
    built = make_series(part, ctx, amount, bool(each or units), unit, times)
    if built and built.rules:
        built.assumptions += extra
    return built


CLAUSE = Clause("AMOUNT vests in N equal PERIOD installments", slots("INST"), slots("BEGIN FROM UNTIL OVER THEN FULLON CAD EQUAL"), _build)
