"""Where things stand on a chart: days across, amounts up, and the marks of both axes.

In: a Figure and a size in units of the drawing. Out: coordinates as texts with at most two decimals, made of whole numbers and
fractions; labels of years or months, and round amounts.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from msgspec import Struct

from vestcalc.exact import grouped
from vestcalc.report.chart.figure import Figure

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Scale(Struct, frozen=True):
    """The plot is `wide` by `high` at (`left`, `upper`)."""

    figure: Figure
    left: int
    upper: int
    wide: int
    high: int

    def x(self, day: date) -> Fraction:
        """Across; a day outside the axis stands at its end."""
        inside = min(max(day, self.figure.first), self.figure.last)
        return self.left + Fraction(self.wide * (inside - self.figure.first).days, (self.figure.last - self.figure.first).days)

    def y(self, amount: Fraction) -> Fraction:
        """Up: 0 at the bottom of the plot, the whole at its top."""
        share = amount / self.figure.top if self.figure.top else Fraction(0)
        return self.upper + self.high * (1 - min(share, Fraction(1)))

    def days(self) -> Iterator[tuple[date, str]]:
        """The marks below: so many years or months apart that their labels do not touch."""
        years = self.figure.last.year - self.figure.first.year + 1
        room = max(self.wide // 48, 2)
        if years * 12 <= room * 3 or years <= 2:
            yield from self._months(next(n for n in (1, 2, 3, 6, 12) if years * 12 <= room * n or n == 12))
            return
        apart = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if years <= room * n)
        for year in range(self.figure.first.year, self.figure.last.year + 1):
            if year % apart == 0 and self.figure.first <= date(year, 1, 1):
                yield date(year, 1, 1), f"{year:04}"

    def _months(self, apart: int) -> Iterator[tuple[date, str]]:
        for year in range(self.figure.first.year, self.figure.last.year + 1):
            for month in range(1, 13, apart):
                day = date(year, month, 1)
                if self.figure.first <= day <= self.figure.last:
                    yield day, f"{year:04}" if month == 1 else _MONTHS[month - 1]

    def amounts(self) -> Iterator[tuple[Fraction, str]]:
        """The marks at the side: round numbers of shares and the whole, or quarters of the award."""
        if not self.figure.in_shares:
            yield from ((Fraction(n, 4), f"{25 * n}%") for n in range(5))
            return
        top = self.figure.top
        apart = _round_step(top)
        for number in range(int(top / apart) + 1):
            if top - number * apart >= apart / 2:
                yield number * apart, grouped(number * apart)
        yield top, grouped(top)


def _round_step(top: Fraction) -> Fraction:
    """1, 2 or 5 times a power of ten, so that at most five steps fit."""
    step = Fraction(1)
    while step * 5 < top:
        step *= 10
    while step > 1 and step / 10 * 5 >= top:
        step /= 10
    return next((step * part for part in (Fraction(1, 5), Fraction(1, 2)) if step * part * 5 >= top and step * part >= 1), step)


def number(value: Fraction | int) -> str:
    """A coordinate: at most two decimals, no trailing zeros."""
    hundredths = round(Fraction(value) * 100)
    sign, (whole, part) = "-" if hundredths < 0 else "", divmod(abs(hundredths), 100)
    return f"{sign}{whole}" + (f".{part:02}".rstrip("0") if part else "")
