"""What a clause is: the slots it needs, the slots it may have, and how it becomes rules.

A clause claims a part whole or not at all: every filled slot must be among those it needs or may have.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from vestcalc.gaps import Gap, GapReason
from vestcalc.late import late
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.cadence import FISCAL_QUARTERS, Cadence
from vestcalc.reading.phrases.moments import moment
from vestcalc.reading.phrases.periods import Over
from vestcalc.reading.phrases.roles import After
from vestcalc.span import Place
from vestcalc.terms.models import (
    ALL,
    REST,
    Amount,
    Assumption,
    AssumptionCode,
    FromAnchor,
    LatestOf,
    Moment,
    OnDate,
    Period,
    Rule,
    Series,
    Statement,
)


class Built(Struct):
    """What a clause makes of a part. `span`: an overall length said before the details; `others`: what else the same words can mean."""

    rules: list[Rule] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    span: Over | None = None
    start: tuple[Moment, bool] | None = None
    overall: bool = False
    others: list["Built"] = field(default_factory=list)


def either(ways: Iterable[Built | None]) -> Built | None:
    """Several readings of one part, which only the schedule can decide between; None when one of them is none."""
    found = list(ways)
    first = found[0]
    if first is None or None in found:
        return None
    first.others += [way for way in found[1:] if way is not None and way != first]
    return first


class Context(Struct):
    """What a clause may know of its surroundings: where the part stands, whether the award has earlier rules, and their number.

    `exercised`: the last of them tells only when it may be exercised.
    `shared`: those rules already share out all of it over a series or as the rest; `bound`: the day before which nothing vests.
    """

    place: Place
    group: int
    earlier: int
    span: Over | None = None
    start: tuple[Moment, bool] | None = None
    base: Moment | None = None
    shared: bool = False
    exercised: bool = False
    bound: Moment | None = None

    def amount(self, part: Part) -> Amount:
        """The part's amount; none said means all of it, or what earlier rules leave."""
        if part.amount is not None:
            return part.amount.amount
        return REST if self.earlier else ALL

    def gap(self, reason: GapReason, text: str) -> Built:
        """Only a gap, over the whole part."""
        return Built(gaps=[Gap(reason, text, self.place.quote, self.place.note, self.place.span)])


class Clause(NamedTuple):
    """A way of saying something. `name` is a sentence with slots; `needs` and `may` are names of slots; `build` gives None to decline."""

    name: str
    needs: frozenset[str]
    may: frozenset[str]
    build: Callable[[Part, Context], Built | None]


def slots(names: str) -> frozenset[str]:
    """Names of slots, for declarations."""
    return frozenset(names.split())


def assumed(code: AssumptionCode, text: str) -> Assumption:
    """An assumption with its sentence."""
    return Assumption(code, text)


def ended(built: Built, part: Part, ctx: Context) -> Built:
    """With the day by which all is said to have vested, for `verify`."""
    built.statements += [Statement("fully-vested-date", ctx.place, on=m, rule=ctx.earlier) for m in part.slots.get("FULLON", ())]
    return built


def counts_from(on: Moment, part: Part) -> bool:
    """ "30% after year 4, measured from the grant date": the day counts from just what the part names."""
    after: list[After] = part.slots.get("FROM", [])
    base: Moment = on
    if isinstance(on, FromAnchor) and on.plus:
        base = OnDate(on.stated) if on.anchor == "date" and on.stated else replace(on, plus=Period())
    return all(base is not on and base == a.moment for a in after)


def span_base(on: Moment) -> Moment | None:
    """What a span told of the whole award counts from, its first part being on `on`."""
    if not isinstance(on, FromAnchor) or not on.plus or on.anchor in ("event", "previous"):
        return None
    return OnDate(on.stated) if on.anchor == "date" and on.stated else replace(on, plus=Period())


def span_only_counted(part: Part) -> bool:
    """Whether the part says how many or for how long, besides an end."""
    return "OVER" in part.roles or any(i.times for i in part.slots.get("INST", ()))


Start = tuple[Moment | None, bool]


def starts_of(part: Part, ctx: Context, calendar: bool, span_only: bool) -> list[Start]:
    """Where a series can start, and whether its first date is the start itself (docs/conventions.md); mostly one way."""
    begin, after, then = part.slots.get("BEGIN"), part.slots.get("FROM"), part.slots.get("THEN")
    cadence = next((c for c in part.slots.get("CAD", ()) if c.after is not None), None)
    opening = next((c.start for c in part.slots.get("CAD", ()) if c.start is not None), None)
    spread = "OVER" in part.roles and span_only
    begins: list[Start] = [(m, not (spread and _plain_anchor(m))) for m in begin or ()]
    if len(begins) == 1 and spread and "FULLON" in part.roles:  # what its end decides
        begins = [(begins[0][0], inclusive) for inclusive in (True, False)]
    afters: list[Start] = [start for word in after or () for start in _after(part, word, calendar)]
    named = next((c for c in part.slots.get("CAD", ()) if c.term), None)
    if named is not None and ctx.earlier and not (begins or afters):
        goes_on: list[Start] = [(_not_before(FromAnchor("previous"), named), False)]
        return goes_on if then or named.later or opening is None else [*goes_on, (opening, True)]
    if opening is not None:
        return [(opening, True), *begins, *afters]
    if len(begins) > 1 or len(afters) > 1:
        return [*begins, *afters]
    if begins:  # "commencing on D and continuing monthly from D2"
        first = begins[0][0]
        return [*begins, *(a for a in afters if isinstance(a[0], OnDate) and isinstance(first, OnDate) and a[0].date > first.date)]
    shared = [a.measured for a in after or () if ctx.earlier and a.moment == _day_itself(ctx.base)]
    if shared and not part.slots.get("UNTIL"):
        return [(FromAnchor("previous"), False), *([] if all(shared) else afters)]
    if ctx.earlier and (then or (cadence is not None and not after)):
        return [(FromAnchor("previous"), False)]
    if afters:
        return afters
    if cadence is not None and cadence.after is not None:
        return [(cadence.after, False)]
    if then or ctx.earlier:
        return [(FromAnchor("previous"), False)]
    return [ctx.start if ctx.start and not ctx.earlier else (None, False)]


def _not_before(m: Moment, named: Cadence) -> Moment:
    """The later of a moment and of the day after which the days of a name begin."""
    first = named.start
    bound = named.after or (FromAnchor("date", stated=first.date, days_before=1) if isinstance(first, OnDate) else None)
    return m if bound is None else LatestOf((m, bound))


def _day_itself(m: Moment | None) -> Moment | None:
    """A stated date that nothing is added to, as the date."""
    return OnDate(m.stated) if isinstance(m, FromAnchor) and m.anchor == "date" and m.stated and not m.plus else m


def _plain_anchor(m: Moment) -> bool:
    return isinstance(m, FromAnchor) and not m.plus and m.anchor in ("grant", "commencement")


def _after(part: Part, word: After, calendar: bool) -> list[Start]:
    """ "From D": the first date comes after it; "from D through E" with a count may include it, which the end decides."""
    ranged = word.inclusive and "UNTIL" in part.roles and isinstance(word.moment, OnDate)
    if ranged and span_only_counted(part) and "OVER" not in part.roles and not calendar:
        return [(word.moment, False), (word.moment, True)]
    return [(word.moment, word.inclusive and (calendar or (ranged and not span_only_counted(part))))]


def _ends_month(m: Moment | None) -> bool:
    """Whether a moment is the last day of a month."""
    return isinstance(m, OnDate) and (m.date + timedelta(days=1)).day == 1


#: "In annual installments, the last on D": just on that day; "through D" is on no day after it.
_LAST = late(r"(?i)\bthe last\b(?! (?:day|business|trading|dealing|calendar))")


def make_series(part: Part, ctx: Context, amount: Amount, each: bool, unit: Period, times: int | None) -> Built | None:
    """A series from a part's slots; count, span and end that are said besides go into it or into statements."""
    calendar = any(c.calendar for c in part.slots.get("CAD", ()))
    starts = starts_of(part, ctx, calendar, times is None)
    return either(_series(part, ctx, amount, each, unit, times, start) for start in starts)


def _series(part: Part, ctx: Context, amount: Amount, each: bool, unit: Period, times: int | None, begun: Start) -> Built | None:
    start, inclusive = begun
    calendar = next((c.calendar for c in part.slots.get("CAD", ()) if c.calendar), ())
    over = next(iter(part.slots.get("OVER", ())), None)
    if over is not None and over.most:
        return ctx.gap(GapReason.MISSING_COUNT, "for up to so long, and not how long")
    if calendar == FISCAL_QUARTERS.calendar and unit == FISCAL_QUARTERS.unit and not (inclusive and _ends_month(start)):
        return ctx.gap(GapReason.MISSING_ANCHOR, "fiscal quarters, but not when they end")
    until = part.slots.get("UNTIL", [None])[0]
    if len(part.slots.get("UNTIL", ())) > 1 or len(part.slots.get("OVER", ())) > 1:
        return None
    built = Built()
    if start is None and times and isinstance(until, OnDate):
        start, inclusive = moment(until, unit * (1 - times)), True
    length = over.length.period if over else None
    if start is None and length is not None and isinstance(until, OnDate) and unit.months and length.months % unit.months == 0:
        # "over the 36-month period ending on D": counted back from its end
        start, inclusive = moment(until, unit * (1 - length.months // unit.months)), True
    if isinstance(until, OnDate) and times is None and _LAST.search(ctx.place.quote):
        built.statements.append(Statement("end-date", ctx.place, on=until, rule=ctx.earlier))
    if over is not None and over.total:
        built.statements.append(Statement("span", ctx.place, over=length))
        length = None
    if length is None and times is None and until is None and not each and ctx.span is not None:
        if not ctx.earlier:
            length = ctx.span.length.period
        elif ctx.base is not None:
            until = moment(ctx.base, ctx.span.length.period)
    if not each and times is None and length is None and until is None and begun[1] is False:
        until = next(iter(part.slots.get("FULLON", ())), None)
    if not each and times is None and length is None and until is None:
        return ctx.gap(GapReason.MISSING_COUNT, "equal installments, but neither how many nor until when")
    if times is not None and length is not None:
        counted_from = start if not inclusive and isinstance(start, FromAnchor) and start.anchor in ("grant", "commencement") else None
        built.statements.append(Statement("span", ctx.place, on=counted_from, over=length, rule=ctx.earlier))
        length = None
    if until is not None and length is not None and start is None:
        built.statements.append(Statement("span", ctx.place, over=length, rule=ctx.earlier))
    built.rules.append(
        Series(
            amount,
            unit,
            ctx.place,
            each=each,
            times=times,
            over=length,
            start=start,
            inclusive=inclusive,
            until=until,
            calendar=calendar,
            group=ctx.group,
        )
    )
    counted = next((c.after for c in part.slots.get("CAD", ()) if c.after is not None), None)
    if counted is not None and start == FromAnchor("previous"):
        built.statements.append(Statement("anniversary", ctx.place, on=counted, over=unit, rule=ctx.earlier))
    return ended(built, part, ctx)
