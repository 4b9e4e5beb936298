"""What a caller gives: amounts, prices and days, checked before anything else happens.

In: ints, strings, Decimals, dates (never a float). Out: Fraction, price string, date. Refuses, in one line that
says what and how to write it, whatever is not a plain positive number or a real day of the calendar.
"""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from vestcalc.gaps import VestcalcError
from vestcalc.late import late

AmountLike = int | str | Decimal | Fraction
DayLike = date | str

_NUMBER = late(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+")
_ISO = late(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_US = late(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_LONGEST = 40


class UsageError(VestcalcError):
    """A value the caller gave cannot be used."""


def shown(value: object) -> str:
    """A given value for a message: quoted, shortened, control characters escaped."""
    text = str(value)
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "...")


def to_amount(value: AmountLike | None, name: str) -> Fraction | None:
    """A positive number of units, exact; None stays None."""
    if value is None:
        return None
    number = _number(value, name)
    if number is None or number <= 0:
        raise UsageError(f"{name}: {shown(value)} is not a number of shares; give a number above 0, such as 125000 or 809.71655")
    return number


def to_price(value: AmountLike | None, name: str) -> str | None:
    """A price of 0 or more as a plain string ("2.51"), its digits as given; None stays None."""
    if value is None:
        return None
    number = _number(value.strip().removeprefix("$") if isinstance(value, str) else value, name)
    if number is None or number < 0:
        raise UsageError(f"{name}: {shown(value)} is not a price; give digits and a point, such as 2.51")
    return format(value, "f") if isinstance(value, Decimal) else str(value).strip().removeprefix("$").replace(",", "")


def to_day(value: DayLike | None, name: str) -> date | None:
    """A day from a date, "2015-06-30" or "06/30/2015" (month/day/year); None stays None."""
    if value is None or type(value) is date:
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    text = value.strip() if isinstance(value, str) else ""
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _US.fullmatch(text):
        month, day, year = (int(part) for part in match.groups())
    else:
        raise UsageError(f"{name}: {shown(value)} is not a date; write it as 2015-06-30 or 06/30/2015 (month/day/year)")
    try:
        return date(year, month, day)
    except ValueError:
        raise UsageError(f"{name}: {shown(value)} is not a day of the calendar") from None


def one_of(value: str, choices: tuple[str, ...], name: str) -> str:
    """`value` if it is one of the choices."""
    if value not in choices:
        raise UsageError(f"{name}: {shown(value)} is not known; choose one of {', '.join(choices)}")
    return value


def _number(value: AmountLike, name: str) -> Fraction | None:
    if isinstance(value, bool | float):
        raise UsageError(f"{name}: {shown(value)} is a {type(value).__name__}; give an int, a string or a Decimal, which are exact")
    if isinstance(value, str):
        text = value.strip()
        return Fraction(text.replace(",", "")) if len(text) <= _LONGEST and _NUMBER.fullmatch(text) else None
    if isinstance(value, Decimal) and not value.is_finite():
        return None
    return Fraction(value) if isinstance(value, int | Decimal | Fraction) else None
