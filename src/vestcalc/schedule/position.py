"""A schedule as of a day.

In: a Schedule, the facts of its row, a day, perhaps a price. Out: a Position: vested (dated on or before the day),
unvested, pending, exercisable, and what comes next. Before the grant date everything is 0. The figures are None where the
status gives no dates (incomplete, none, not-understood) or the whole is unknown. Refuses prices that are no numbers.
A schedule that still is in its compact form (expand.py) is asked in closed form: no row is built for a position.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction

from msgspec import Struct

from vestcalc.gaps import VestcalcError
from vestcalc.schedule.expand import Standing, Vests, standing
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Schedule, Vest

#: What is exercised, rather than delivered when it vests.
EXERCISED = frozenset({"option", "sar", "warrant"})
_CENT = Decimal("0.01")
_EXACT = Context(prec=60)


class NextVest(Struct, frozen=True):
    """The first vest after the day; `shares` None when the whole is unknown. `latest`: it may come sooner."""

    date: date
    shares: Fraction | None
    latest: bool = False


class Position(Struct, frozen=True):
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

    @property
    def days_to_expiry(self) -> int | None:
        """Days from the day to the expiration day, negative after it; None where there is none."""
        return None if self.expires is None else (self.expires - self.as_of).days


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
    now = _compact(schedule, as_of) if begun else None
    now = now or _counted(schedule, as_of, begun)
    granted, vested, unvested, pending = _figures(schedule, now, begun) if known else (None, None, None, None)
    expired = facts.expires is not None and as_of > facts.expires
    exercisable = None
    if facts.kind in EXERCISED and vested is not None:
        exercisable = Fraction(0) if expired else granted if early_exercise else vested
    strike = _price(exercise_price)
    return Position(
        as_of=as_of,
        granted=granted,
        vested=vested,
        unvested=unvested,
        pending=pending,
        exercisable=exercisable,
        expired=expired,
        at_least=now.at_least,
        percent_vested=now.portion if known else None,
        next_vest=None if now.coming is None else NextVest(*now.coming),
        fully_vested_on=now.last if schedule.status == "complete" else None,
        exercise_price=exercise_price,
        expires=facts.expires,
        exercise_cost=_money(exercisable * strike) if exercisable is not None and strike is not None else None,
        market_price=price,
        in_the_money=_gain(exercisable, strike, price),
    )


def value(shares: Fraction, price: Decimal) -> Decimal:
    """What `shares` come to at `price`: exact where decimals have an end, else to the cent."""
    return _money(shares * Fraction(price))


def _compact(schedule: Schedule, as_of: date) -> Standing | None:
    """Without building rows, where the schedule is compact and its rounding has a closed form."""
    return standing(schedule.vests.bound, as_of, schedule.vests.rounding) if isinstance(schedule.vests, Vests) else None


def _counted(schedule: Schedule, as_of: date, begun: bool) -> Standing:
    """From the rows."""
    vests = schedule.vests
    later = [v for v in vests if _effective(v, schedule.granted) > as_of]
    reached = [v for v in vests if v.date <= as_of] if begun else []
    coming = _next(later, schedule.granted)
    return Standing(
        vested=reached[-1].vested if reached else Fraction(0),
        dated=vests[-1].vested if vests else Fraction(0),
        portion=sum((v.portion for v in reached), Fraction(0)),
        at_least=any(v.latest for v in later),
        coming=None if coming is None else (coming.date, coming.shares, coming.latest),
        last=vests[-1].date if vests else None,
    )


def _figures(schedule: Schedule, now: Standing, begun: bool) -> tuple[Fraction | None, ...]:
    """(granted, vested, unvested, pending): the last three add up to the first."""
    whole = schedule.whole
    if whole is None:
        return None, None, None, None
    nothing = Fraction(0)
    if not begun:
        return nothing, nothing, nothing, nothing
    vested, dated = now.vested or nothing, now.dated or nothing
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
    own = [v for v in coming if _effective(v, granted) == day]
    shares = None if own[0].shares is None else sum((v.shares or Fraction(0) for v in own), Fraction(0))
    return NextVest(day, shares, any(v.latest for v in own))


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
