"""Exact numbers as texts, for people and for programs.

In: Fractions and Decimals. Out: integers, finite decimals without an exponent, or "n/d"; never a float, never a
rounded figure. A number that has no finite decimal is written as a fraction.
"""

from decimal import Decimal
from fractions import Fraction

Number = int | Fraction | Decimal


def _ratio(value: Number) -> int | Fraction:
    """What has a numerator and a denominator; a Fraction is not made anew."""
    return Fraction(value) if isinstance(value, Decimal) else value


def decimal_text(value: Number) -> str | None:
    """The shortest exact decimal ("809.71655", "31250"), or None where there is none (1/3)."""
    number = _ratio(value)
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def portion_text(value: Number) -> str:
    """Always "n/d": "1/4", "1/1", "0/1"."""
    number = _ratio(value)
    return f"{number.numerator}/{number.denominator}"


def exact_text(value: Number) -> str:
    """A decimal where there is one, else "n/d"."""
    return decimal_text(value) or portion_text(value)


def count_value(value: Number | None, fractional: bool = False) -> int | str | None:
    """A share count for programs: an int when whole, else a decimal string; "n/d" when `fractional` or where no decimal is exact."""
    if value is None:
        return None
    number = _ratio(value)
    if number.denominator == 1:
        return number.numerator
    return portion_text(number) if fractional else exact_text(number)


def grouped(value: Number | str | None, empty: str = "") -> str:
    """For people: 31250 -> "31,250", 809.71655 -> "809.71655", 1/3 -> "1/3", 10/3 -> "3 1/3"; `empty` for None."""
    if value is None:
        return empty
    number = Fraction(value)
    text = decimal_text(number)
    if text is None or len(text.partition(".")[2]) > 6:
        whole, part = divmod(number, 1)
        if part:
            return f"{whole:,} {portion_text(part)}" if whole else portion_text(part)
    text = text or exact_text(number)
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    left, dot, right = digits.partition(".")
    return f"{sign}{int(left):,}{dot}{right}"
