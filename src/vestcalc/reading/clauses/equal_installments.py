"""AMOUNT vests in N equal PERIOD installments, from or after START, for SPAN or until END.

"The remaining 75% vests in equal monthly increments for the following 36 months through March 15, 2017."
"in four equal annual installments beginning on the first anniversary of the date of grant"
"""

from fractions import Fraction

from vestcalc.gaps import GapReason
from vestcalc.reading.clauses.base import Built, Clause, Context, assumed, either, make_series, slots
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.periods import Over
from vestcalc.terms.models import Amount, Period


def _counts(part: Part) -> list[int | None]:
    """How many, as often as it is said."""
    said = [x.times for x in (*part.slots.get("INST", ()), *part.slots.get("CAD", ())) if x.times]
    return [*dict.fromkeys(said)] or [None]


def _units(part: Part) -> set[Period]:
    """How far apart, in all the ways it is said."""
    return {x.unit for x in (*part.slots.get("INST", ()), *part.slots.get("CAD", ())) if x.unit}


def _unit(part: Part, count: int | None) -> tuple[Period | None, int | None]:
    """How far apart and how many."""
    units = _units(part)
    over = next(iter(part.slots.get("OVER", ())), None)
    if len(units) == 1:
        return units.pop(), count
    if units or over is None:
        return None, count
    # "in equal amounts over the twenty quarters": the span counts the dates
    if over.length.times > 1 and over.length.unit.months != 12 and count in (None, over.length.times):
        return over.length.unit, count or over.length.times
    return None, count


def _each_or_all(part: Part, ctx: Context, unit: Period, times: int | None, over: Over | None) -> list[Fraction | None]:
    """ "6.25% in quarterly installments over three years": what each date may be worth; none is all of them together.

    Of a first part it is each only where that makes the whole, or where nothing tells how many there are.
    """
    portion = part.amount.amount.portion if part.amount and part.amount.amount.of == "whole" and not part.of_rest else None
    if portion is None or portion >= 1 or not unit.months:
        return [None]
    dates = times or (over.length.period.months // unit.months if over else 0)
    if not (dates or ctx.span or part.roles & {"UNTIL", "FULLON"}):
        return [portion if any(i.unit for i in part.slots["INST"]) else None]
    if ctx.earlier and portion * dates <= 1:
        return [portion, None]
    return [portion] if not ctx.earlier and portion * dates == 1 else [None]


def _build(part: Part, ctx: Context) -> Built | None:
    if part.amounts or (part.amount and part.amount.amount.portion and "INST" in part.slots and part.slots["INST"][0].each):
        return None
    return either(_counted(part, ctx, count) for count in _counts(part))


def _counted(part: Part, ctx: Context, count: int | None) -> Built | None:
    unit, times = _unit(part, count)
    each = next((i.each for i in part.slots.get("INST", ()) if i.each), None)
    over = next(iter(part.slots.get("OVER", ())), None) or (ctx.span if not ctx.earlier else None)
    extra = []
    if unit is None and not _units(part) and over is not None and over.length.period.months % 12 == 0:
        years = over.length.period.months // 12
        if times is not None and times % years == 0 and 12 % (times // years) == 0:
            unit = Period(months=12 * years // times)
        elif times is None:
            unit = Period(months=12)
            extra.append(assumed("annual-unless-stated", f"equal parts over {years} years, how often is not said: yearly"))
    if unit is None:
        alone = part.roles in ({"INST"}, {"INST", "FROM"})
        of_all = alone and (part.amount is None or part.amount.amount.rest or part.amount.amount.units)
        gap = ctx.gap(GapReason.MISSING_FREQUENCY, "installments, but not how far apart")
        return Built(gaps=gap.gaps, overall=True) if of_all else gap
    if part.of_rest and part.amount is not None:
        each = part.amount.amount.portion
    amounts = [each] if each is not None else _each_or_all(part, ctx, unit, times, over)
    built = either(_of_amount(part, ctx, one, unit, times) for one in amounts)
    if built and built.rules:
        built.assumptions += extra
    return built


def _of_amount(part: Part, ctx: Context, each: Fraction | None, unit: Period, times: int | None) -> Built | None:
    units = next((i.units for i in part.slots.get("INST", ()) if i.units), None)
    if units and part.amount is not None and not part.amount.amount.rest:
        if part.amount.amount.units != units * (times or 0):
            return None
        units = None
    amount = Amount(portion=each) if each else Amount(units=units) if units else ctx.amount(part)
    return make_series(part, ctx, amount, bool(each or units), unit, times)


CLAUSE = Clause("AMOUNT vests in N equal PERIOD installments", slots("INST"), slots("BEGIN FROM UNTIL OVER THEN FULLON CAD EQUAL"), _build)
