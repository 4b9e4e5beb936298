"""A schedule as of a day.

In: a Schedule, the facts of its row, a day, perhaps a price. Out: a Position: vested (dated on or before the day),
unvested, pending, exercisable, and what comes next. Before the grant date everything is 0. The figures are None where the
status gives no dates (incomplete, none, not-understood) or the whole is unknown. Refuses prices that are no numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction

from vestcalc.gaps import VestcalcError
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Schedule, Vest

#: What is exercised, rather than delivered when it vests.
EXERCISED = frozenset({"option", "sar", "warrant"})
_CENT = Decimal("0.01")
_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True)
class NextVest:
    """The first vest after the day; `shares` None when the whole is unknown."""

    date: date
    shares: Fraction | None


@dataclass(frozen=True, slots=True)
class Position:
    """What is vested, unvested, pending and exercisable on `as_of`; the fields are those of the JSON (docs/json.md).

    `at_least`: a vest that may come sooner lies after the day. `percent_vested` is the exact portion due.
    `in_the_money`: what the exercisable shares are worth above the exercise price, 0 when under water.
    """

    as_of: date
    granted: Fraction | None
    vested: Fraction | None
    unvested: Fraction | None
    pending: Fraction | None
    exercisable: Fraction | None
    expired: bool
    at_least: bool
    percent_vested: Fraction | None
    next_vest: NextVest | None
    fully_vested_on: date | None
    exercise_price: str | None
    expires: date | None
    exercise_cost: Decimal | None
    market_price: Decimal | None
    in_the_money: Decimal | None


def position(
    schedule: Schedule,
    facts: Facts,
    as_of: date,
    *,
    exercise_price: str | None = None,
    price: Decimal | None = None,
    early_exercise: bool = False,
) -> Position:
    """The position on `as_of`: shares as Fraction, money as Decimal. VestcalcError when `exercise_price` is no number."""
    known = schedule.status in ("complete", "partial", "pending")
    begun = schedule.granted is None or as_of >= schedule.granted
    granted, vested, unvested, pending = _figures(schedule, as_of, begun) if known else (None, None, None, None)
    expired = facts.expires is not None and as_of > facts.expires
    exercisable = None
    if facts.kind in EXERCISED and vested is not None:
        exercisable = Fraction(0) if expired else granted if early_exercise else vested
    strike = _price(exercise_price)
    later = [v for v in schedule.vests if _effective(v, schedule.granted) > as_of]
    percent = sum((v.portion for v in schedule.vests if v.date <= as_of), Fraction(0)) if begun else Fraction(0)
    return Position(
        as_of=as_of,
        granted=granted,
        vested=vested,
        unvested=unvested,
        pending=pending,
        exercisable=exercisable,
        expired=expired,
        at_least=any(v.latest for v in later),
        percent_vested=percent if known else None,
        next_vest=_next(later, schedule.granted),
        fully_vested_on=schedule.vests[-1].date if schedule.status == "complete" and schedule.vests else None,
        exercise_price=exercise_price,
        expires=facts.expires,
        exercise_cost=_money(exercisable * strike) if exercisable is not None and strike is not None else None,
        market_price=price,
        in_the_money=_gain(exercisable, strike, price),
    )


def _figures(schedule: Schedule, as_of: date, begun: bool) -> tuple[Fraction | None, ...]:
    """(granted, vested, unvested, pending): the last three add up to the first."""
    whole = schedule.whole
    if whole is None:
        return None, None, None, None
    nothing = Fraction(0)
    if not begun:
        return nothing, nothing, nothing, nothing
    dated = schedule.vests[-1].vested or nothing if schedule.vests else nothing
    vested = nothing
    for v in schedule.vests:
        if v.date > as_of:
            break
        vested = v.vested or nothing
    return whole, vested, dated - vested, whole - dated


def _effective(vest: Vest, granted: date | None) -> date:
    """Nobody holds vested shares before the grant: earlier vests count from then."""
    return vest.date if granted is None else max(vest.date, granted)


def _next(later: Sequence[Vest], granted: date | None) -> NextVest | None:
    """The first later date on which a share vests, all its rows together."""
    coming = [v for v in later if v.shares is None or v.shares > 0] or list(later)
    if not coming:
        return None
    day = _effective(coming[0], granted)
    shares = [v.shares for v in coming if _effective(v, granted) == day]
    return NextVest(day, None if shares[0] is None else sum((s for s in shares if s is not None), Fraction(0)))


def _price(text: str | None) -> Fraction | None:
    if text is None:
        return None
    try:
        value = Decimal(text.replace(",", "").lstrip("$ ").strip())
        return Fraction(value)
    except (InvalidOperation, ValueError, OverflowError):
        raise VestcalcError(f"the exercise price {text!r} is no number: give it like 2.51") from None


def _gain(exercisable: Fraction | None, strike: Fraction | None, price: Decimal | None) -> Decimal | None:
    if exercisable is None or strike is None or price is None:
        return None
    return _money(exercisable * max(Fraction(0), Fraction(price) - strike))


def _money(amount: Fraction) -> Decimal:
    """Exact where decimals have an end, at least to the cent; else rounded half to even to the cent."""
    bottom = amount.denominator
    for prime in (2, 5):
        while bottom % prime == 0:
            bottom //= prime
    value = _EXACT.divide(Decimal(amount.numerator), Decimal(amount.denominator))
    if bottom != 1 or value == value.quantize(_CENT, context=_EXACT):
        return value.quantize(_CENT, context=_EXACT)
    return value
