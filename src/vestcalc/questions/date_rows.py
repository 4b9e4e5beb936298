"""Rows of dates and shares from a CSV file, for the inverse question.

In: the text of a file, comma or tab separated; a header is told by its names (date or vest_date; shares, units, amount or quantity), and
without one the first two columns are taken. Out: (date, shares) in the order of the dates. Our own `schedule -f csv` is such a file.
Refuses, as VestcalcError with the line, cells that are neither, rows of several awards, and a file without rows.
"""

import csv
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from vestcalc.gaps import VestcalcError
from vestcalc.given import UsageError, shown, to_amount, to_day

_DATES = ("vest_date", "date", "vest date", "vesting date", "vesting_date")
_SHARES = ("shares", "units", "amount", "quantity", "number")
_AWARD = ("source", "table", "row")
_MOST = 1000


class DateRow(NamedTuple):
    """So many shares on a day."""

    date: date
    shares: Fraction


def date_rows(text: str, source: str) -> list[DateRow]:
    """The rows of a file, those of one day together."""
    lines = [
        (number, [cell.strip() for cell in cells])
        for number, cells in enumerate(csv.reader(text.lstrip("\ufeff").splitlines(), delimiter="\t" if "\t" in text else ","), 1)
        if any(cell.strip() for cell in cells)
    ]
    if len(lines) > _MOST:
        raise VestcalcError(f"{source}: {len(lines)} lines are more than a schedule has; give the rows of one award, {_MOST} at most")
    on, amount = _columns(lines, source)
    headed = bool(lines) and _name(lines[0][1]) is not None
    due: dict[date, Fraction] = {}
    for number, cells in lines[headed:]:
        row = _row(cells, on, amount, f"{source}:{number}")
        due[row.date] = due.get(row.date, Fraction(0)) + row.shares
    found = [DateRow(day, due[day]) for day in sorted(due) if due[day]]
    if not found:
        raise VestcalcError(f"{source}: no rows of a date and a number of shares; write one a line, 2024-03-15,1000")
    return found


def _name(cells: Sequence[str]) -> list[str] | None:
    """The header's names in lower case; None where the first line is no header."""
    names = [cell.casefold() for cell in cells]
    return names if any(name in _DATES for name in names) else None


def _columns(lines: Sequence[tuple[int, list[str]]], source: str) -> tuple[int, int]:
    names = _name(lines[0][1]) if lines else None
    if names is None:
        return 0, 1
    on = next(names.index(name) for name in _DATES if name in names)
    amount = next((names.index(name) for name in _SHARES if name in names), None)
    if amount is None:
        raise VestcalcError(f"{source}:{lines[0][0]}: no column of shares beside {names[on]!r}; name one of them shares")
    award = [names.index(name) for name in _AWARD if name in names]
    if len({tuple(cells[n] for n in award if n < len(cells)) for _, cells in lines[1:]}) > 1:
        raise VestcalcError(f"{source}: rows of several awards; give those of one (vestcalc schedule --award II.1 writes them)")
    return on, amount


def _row(cells: Sequence[str], on: int, amount: int, where: str) -> DateRow:
    if max(on, amount) >= len(cells):
        raise VestcalcError(f"{where}: a date and a number of shares are needed; write 2024-03-15,1000")
    if not cells[on]:
        raise VestcalcError(f"{where}: no date; leave out parts that are pending")
    try:
        day = to_day(cells[on], where)
        shares = Fraction(0) if cells[amount] in ("0", "0.0") else to_amount(cells[amount], where)
    except UsageError as error:
        raise VestcalcError(str(error)) from None
    if day is None or shares is None:
        raise VestcalcError(f"{where}: {shown(','.join(cells))} is no date and number of shares")
    return DateRow(day, shares)
