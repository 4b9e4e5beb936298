"""The fractions that a number of whole shares may stand for.

In: what has vested before, an amount of shares, the whole. Out: portions, the plainest first: the exact one, and the simplest fractions
and whole percentages that rounding a running total down, up or to the nearest turns into that many shares. Refuses nothing; every
candidate is built and compared by who asked.
"""

from fractions import Fraction
from math import ceil, floor


def portions(before: Fraction, amount: Fraction, whole: Fraction) -> list[Fraction]:
    """Candidates for the portion of `whole` that `amount` shares are, after `before` shares."""
    found = [amount / whole]
    for low, high in ((0, 1), (-1, 0), (Fraction(-1, 2), Fraction(1, 2))):
        bottom, top = (amount + low) / whole, (amount + high) / whole
        if bottom < 0 or top <= 0:
            continue
        percent = Fraction(ceil(bottom * 100), 100)
        if percent < top:
            found.append(percent)
        found.append(simplest(bottom, top))
    plain = {portion for portion in found if 0 < portion < 1}
    return sorted(plain, key=lambda portion: portion.denominator)[:_MOST]


_MOST = 4


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """The fraction of the smallest denominator from `low` up to `high`, `low` included where it is whole (Stern and Brocot)."""
    whole = floor(low)
    if low == whole:
        return Fraction(whole)
    if whole + 1 <= high:
        return Fraction(whole + 1)
    return whole + 1 / simplest(1 / (high - whole), 1 / (low - whole))
