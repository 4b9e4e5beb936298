"""The sheet Awards: a row an award, with what was supposed, checked and not understood; and the facts the formulas need.

In: awards with their keys. Out: rows; GRANTED to EXERCISED are the letters of the columns that the summary looks at.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from vestcalc.answers import AwardSchedule
from vestcalc.report.words import pending_lines, where
from vestcalc.report.workbook.cells import Book
from vestcalc.report.workbook.schedule import Keyed
from vestcalc.says import says
from vestcalc.schedule.position import EXERCISED as _KINDS

COLUMNS = (
    ("Award", 7), ("Source", 30), ("Form", 6), ("Issuer", 28), ("Owner", 28), ("Row", 7), ("Security", 30), ("Kind", 15), ("Code", 6),
    ("Granted", 12), ("Shares", 12), ("Exercise price", 10), ("Expires", 12), ("Status", 15), ("Counted", 9), ("Exercised", 10),
    ("Vests", 7), ("Rounding", 24), ("Rules", 60), ("Waits", 40), ("Assumptions", 50), ("Failed checks", 40), ("Gaps", 50), ("Notices", 40),
)  # fmt: skip
#: Letters of columns: grant date, whole, exercise price, expiration, counted ("yes", "portions", "no"), exercised ("yes", "early", "no").
GRANTED, SHARES, STRIKE, EXPIRES, COUNTED, EXERCISED = "J", "K", "L", "M", "O", "P"


def awards_sheet(book: Book, sheet: Any, awards: Sequence[Keyed]) -> None:
    """Writes the sheet; the award of key n stands in row n + 1, counted from 1."""
    book.header(sheet, 0, [name for name, _ in COLUMNS], [width for _, width in COLUMNS])
    for key, filing, award in awards:
        owners = "; ".join(owner.name for owner in filing.owners if owner.name)
        texts = {1: filing.source, 2: filing.form, 3: filing.issuer.name, 4: owners, 5: f"{award.table}.{award.row}", 6: award.security}
        texts |= {7: award.kind, 8: award.code, 13: award.status, 14: counted(award), 15: exercised(award), 17: award.rounding}
        for column, text in texts.items():
            book.text(sheet, key, column, text)
        book.number(sheet, key, 0, key)
        book.day(sheet, key, 9, award.granted)
        book.number(sheet, key, 10, award.shares)
        _strike(book, sheet, key, award)
        book.day(sheet, key, 12, award.expires)
        book.number(sheet, key, 16, len(award.vests))
        for column, lines in enumerate(_remarks(award), 18):
            book.text(sheet, key, column, "; ".join(lines))
        book.text(sheet, key, 23, "; ".join(filing.notices))
    sheet.autofilter(0, 0, max(len(awards), 1), len(COLUMNS) - 1)


def counted(award: AwardSchedule) -> str:
    """Whether the award has figures: of shares, of portions only, or none."""
    if award.status not in ("complete", "partial", "pending"):
        return "no"
    return "portions" if award.shares is None else "yes"


def exercised(award: AwardSchedule) -> str:
    """Whether the award is exercised, before it vests even, or not at all."""
    if award.kind not in _KINDS:
        return "no"
    return "early" if award.terms.early_exercise else "yes"


def _strike(book: Book, sheet: Any, row: int, award: AwardSchedule) -> None:
    """The exercise price as a number; as text where what is filed is none."""
    strike = award.as_of(award.granted or date(2000, 1, 1)).exercise_price
    if strike is None:
        book.text(sheet, row, 11, award.exercise_price)
    else:
        book.number(sheet, row, 11, Fraction(strike), "money")


def _remarks(award: AwardSchedule) -> Sequence[list[str]]:
    return (
        [f"[{number}] {says(bound)}" for number, bound in enumerate(award.rules, 1)],
        pending_lines(award),
        [f"{one.code}: {one.text}" for one in award.assumptions],
        [f"{one.code}: {one.text}" for one in award.checks if not one.ok],
        [f"{gap.reason.value}: {gap.text}{where(gap.note, gap.quote)}" for gap in award.gaps],
    )
