"""Money and portions as texts: with cents for people, exact for programs.

In: Decimals and Fractions. Out: "97,264.38", or "176483.12"; nothing is rounded here.
"""

from decimal import Decimal
from fractions import Fraction

from vestcalc.exact import exact_text, grouped


def money(value: Decimal | None) -> str:
    """For people: grouped, with at least two places; empty for None."""
    if value is None:
        return ""
    left, _, right = grouped(value).partition(".")
    return f"{left}.{right:0<2}"


def exact_or_none(value: Decimal | Fraction | None) -> str | None:
    """For programs: money with its cents, a portion as a decimal or "n/d"; None stays None."""
    return None if value is None else format(value, "f") if isinstance(value, Decimal) else exact_text(value)
