"""The sheet Schedule: a row a vest, and a row for each part that waits.

In: awards with their keys, a view. Out: rows; the columns that the summary's formulas sum up are named in COLUMNS. "Counts from" is
the day of the vest, or that of the grant where the words date a part before it.
"""

from collections.abc import Sequence
from typing import Any

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.report.workbook.cells import Book, room

NAMES = (
    "Award", "Issuer", "Security", "Vest date", "Counts from", "Shares", "Portion", "Portion, exact", "Vested", "Unvested", "Latest",
    "Rule", "Waits on",
)  # fmt: skip
WIDTHS = (7, 28, 30, 12, 12, 12, 10, 14, 12, 12, 8, 6, 40)
#: The letters of the columns that formulas look at.
AWARD, DATE, SINCE, SHARES, PORTION, LATEST = "A", "D", "E", "F", "G", "K"

Keyed = tuple[int, FilingSchedules, AwardSchedule]


def schedule_sheet(book: Book, sheet: Any, awards: Sequence[Keyed]) -> int:
    """Writes the sheet; gives the number of its last row, counted from 1, at least 2."""
    room(sum(len(award.vests) + len(award.pending) for _, _, award in awards))
    book.header(sheet, 0, NAMES, WIDTHS)
    row = 0
    for key, filing, award in awards:
        for vest in award.vests:
            row += 1
            _head(book, sheet, row, key, filing, award)
            book.day(sheet, row, 3, vest.date)
            book.day(sheet, row, 4, max(vest.date, award.granted or vest.date))
            book.number(sheet, row, 5, vest.shares)
            _portion(book, sheet, row, vest.portion)
            book.number(sheet, row, 8, vest.vested)
            book.number(sheet, row, 9, vest.unvested)
            book.text(sheet, row, 10, "latest" if vest.latest else None)
            book.number(sheet, row, 11, vest.rule)
        for part in award.pending:
            row += 1
            _head(book, sheet, row, key, filing, award)
            book.number(sheet, row, 5, part.shares)
            if part.portion is not None:
                _portion(book, sheet, row, part.portion)
            book.number(sheet, row, 11, part.rule)
            book.text(sheet, row, 12, part.event)
    sheet.autofilter(0, 0, max(row, 1), len(NAMES) - 1)
    return max(row, 1) + 1


def _head(book: Book, sheet: Any, row: int, key: int, filing: FilingSchedules, award: AwardSchedule) -> None:
    book.number(sheet, row, 0, key)
    book.text(sheet, row, 1, filing.issuer.name or filing.source)
    book.text(sheet, row, 2, award.security)


def _portion(book: Book, sheet: Any, row: int, portion: Any) -> None:
    book.number(sheet, row, 6, portion, "part")
    book.text(sheet, row, 7, f"{portion.numerator}/{portion.denominator}")
