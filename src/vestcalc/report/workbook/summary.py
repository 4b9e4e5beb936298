"""The sheet Summary: the day and the price as cells, and the position of every award as formulas over the other sheets.

In: awards with their keys, the day and the price the book opens with. Out: formulas, each with the engine's own figure as its last
result. They only sum up the engine's vests (SUMIFS over the sheet Schedule) and compare days; no schedule is worked out here.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vestcalc.report.workbook import awards as a
from vestcalc.report.workbook import schedule as s
from vestcalc.report.workbook.cells import Book
from vestcalc.report.workbook.schedule import Keyed
from vestcalc.schedule.position import value

if TYPE_CHECKING:
    from vestcalc.answers import AwardSchedule
    from vestcalc.schedule.position import Position

COLUMNS = (
    ("Award", 14), ("Issuer", 28), ("Security", 30), ("Row", 7), ("Status", 15), ("Granted", 12), ("Vested", 12), ("Unvested", 12),
    ("Pending", 12), ("Exercisable", 12), ("At least", 10), ("Percent vested", 10), ("Next vest", 12), ("Next shares", 12),
    ("Fully vested on", 12), ("Expires", 12), ("Expired", 9), ("Exercise cost", 15), ("Market price", 10), ("Value", 15),
)  # fmt: skip
#: Rows of the sheet, counted from 1: the two inputs, the header, the first award.
DAY, PRICE, HEAD = 2, 3, 6
FIRST = HEAD + 1


def summary_sheet(book: Book, sheet: Any, awards: Sequence[Keyed], last: int, day: date, price: Decimal | None) -> None:
    """Writes the sheet; `last` is the last row of Schedule."""
    book.text(sheet, 0, 0, "What is vested", "title")
    book.text(sheet, DAY - 1, 0, "As of", "bold")
    book.day(sheet, DAY - 1, 1, day, "day_in")
    book.text(sheet, PRICE - 1, 0, "Market price", "bold")
    if price is None:
        sheet.write_blank(PRICE - 1, 1, None, book.formats["money_in"])
    else:
        book.number(sheet, PRICE - 1, 1, price, "money_in")
    book.text(sheet, DAY - 1, 2, "Change the two coloured cells: the figures follow.")
    book.header(sheet, HEAD - 1, [name for name, _ in COLUMNS], [width for _, width in COLUMNS])
    book.workbook.define_name("AsOf", f"=Summary!$B${DAY}")
    book.workbook.define_name("MarketPrice", f"=Summary!$B${PRICE}")
    for key, filing, award in awards:
        row = HEAD - 1 + key
        book.number(sheet, row, 0, key)
        book.text(sheet, row, 1, filing.issuer.name or filing.source)
        book.text(sheet, row, 2, award.security)
        book.text(sheet, row, 3, f"{award.table}.{award.row}")
        book.text(sheet, row, 4, award.status)
        figures = _figures(award, award.as_of(day, price))
        for column, (formula, kind) in enumerate(_formulas(key, last), 5):
            book.formula(sheet, row, column, formula, kind, figures[column - 5])
    _sums(book, sheet, awards, day)


def _formulas(key: int, last: int) -> list[tuple[str, str]]:
    """The formulas of one award from the column Granted on, with their formats."""
    own, row = key + 1, FIRST - 1 + key

    def column(letter: str) -> str:
        return f"Schedule!${letter}$2:${letter}${last}"

    def fact(letter: str) -> str:
        return f"Awards!${letter}${own}"

    def total(letter: str, *tests: str) -> str:
        return f"SUMIFS({','.join([column(letter), column(s.AWARD), f'$A{row}', *tests])})"

    def count(*tests: str) -> str:
        return f"COUNTIFS({','.join([column(s.AWARD), f'$A{row}', *tests])})"

    def first(*tests: str) -> str:
        return f"_xlfn.MINIFS({','.join([column(s.SINCE), column(s.AWARD), f'$A{row}', *tests])})"

    begun = f"AsOf>={fact(a.GRANTED)}"  # an empty grant date is 0, before every day
    counted, exercised, strike = fact(a.COUNTED), fact(a.EXERCISED), fact(a.STRIKE)
    shares, portions = f'{counted}="yes"', f'{counted}<>"no"'
    due, later = f'{column(s.DATE)},"<="&AsOf', f'{column(s.SINCE)},">"&AsOf'
    dated = f'{column(s.DATE)},">0"'
    some = f'{later},{column(s.SHARES)},"<>0"'
    expired = f"AND({fact(a.EXPIRES)}>0,AsOf>{fact(a.EXPIRES)})"
    valued = f'IF({exercised}="no",$G{row},$J{row})'
    gain = f'IF({exercised}="no",$S{row},MAX(0,$S{row}-{strike}))'
    return [
        (f'=IF({shares},IF({begun},{fact(a.SHARES)},0),"")', "count"),
        (f'=IF({shares},IF({begun},{total(s.SHARES, due)},0),"")', "count"),
        (f'=IF({shares},IF({begun},{total(s.SHARES, dated)}-$G{row},0),"")', "count"),
        (f'=IF({shares},$F{row}-$G{row}-$H{row},"")', "count"),
        (f'=IF(AND({shares},{exercised}<>"no"),IF({expired},0,IF({exercised}="early",$F{row},$G{row})),"")', "count"),
        (f'=IF(AND({portions},{count(later, column(s.LATEST), chr(34) + "latest" + chr(34))}>0),"at least","")', "text"),
        (f'=IF({portions},IF({begun},{total(s.PORTION, due)},0),"")', "part"),
        (f'=IF({count(later)}=0,"",IF({count(some)}>0,{first(some)},{first(later)}))', "day"),
        (f'=IF(OR($M{row}="",NOT({shares})),"",{total(s.SHARES, f"{column(s.SINCE)},$M{row}")})', "count"),
        (f'=IF({fact("N")}="complete",_xlfn.MAXIFS({column(s.DATE)},{column(s.AWARD)},$A{row}),"")', "day"),
        (f'=IF({fact(a.EXPIRES)}>0,{fact(a.EXPIRES)},"")', "day"),
        (f'=IF({expired},"expired","")', "text"),
        (f'=IF(AND(ISNUMBER($J{row}),ISNUMBER({strike})),$J{row}*{strike},"")', "money"),
        ('=IF(MarketPrice="","",MarketPrice)', "money"),
        (f'=IF(AND(ISNUMBER($S{row}),ISNUMBER({valued}),OR({exercised}="no",ISNUMBER({strike}))),{valued}*{gain},"")', "money"),
    ]


def _figures(award: "AwardSchedule", now: "Position") -> list[object]:
    """The engine's figures in the order of _formulas."""
    coming = now.next_vest
    gain = now.in_the_money
    if a.exercised(award) == "no" and now.vested is not None and now.market_price is not None:
        gain = value(now.vested, now.market_price)
    counts = [now.granted, now.vested, now.unvested, now.pending, now.exercisable]
    return [
        *counts,
        "at least" if now.at_least and now.percent_vested is not None else "",
        now.percent_vested,
        coming.date if coming else None,
        coming.shares if coming else None,
        now.fully_vested_on,
        now.expires,
        "expired" if now.expired else "",
        now.exercise_cost,
        now.market_price,
        gain,
    ]


def _sums(book: Book, sheet: Any, awards: Sequence[Keyed], day: date) -> None:
    """The sums of the counts under the table, and how many awards are in none."""
    end = FIRST - 1 + len(awards)
    row = end
    book.text(sheet, row, 0, "Sum", "bold")
    positions = [award.as_of(day) for _, _, award in awards]
    for column, name in enumerate(("granted", "vested", "unvested", "pending", "exercisable"), 5):
        letter = "ABCDEFGHIJ"[column]
        shown = sum(getattr(position, name) or 0 for position in positions)
        book.formula(sheet, row, column, f"=SUM({letter}{FIRST}:{letter}{end})", "sum", shown)
    left_out = sum(position.vested is None for position in positions)
    if left_out:
        has, are = ("award has", "is") if left_out == 1 else ("awards have", "are")
        book.text(sheet, row + 1, 0, f"{left_out} {has} no figures and {are} in no sum.")
