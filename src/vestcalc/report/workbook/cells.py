"""Exact values in the cells of a workbook.

In: a sheet of xlsxwriter, a place, a value. Out: numbers as numbers, days as days, texts as texts that are never run as formulas.
A fraction without a finite decimal is the formula that divides. Refuses what a workbook cannot hold: days before March 1900.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any

from msgspec import Struct, field

from vestcalc.exact import decimal_text
from vestcalc.gaps import VestcalcError
from vestcalc.report.page import visible

#: Excel's calendar is wrong before this day.
FIRST_DAY = date(1900, 3, 1)
#: So many digits a cell keeps.
DIGITS = 15
LONGEST = 32_000
ROWS = 1_048_576


class Book(Struct):
    """A workbook being written, with its cell formats by name."""

    workbook: Any
    formats: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, workbook: Any) -> "Book":
        kinds: dict[str, dict[str, Any]] = {
            "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
            "title": {"bold": True, "font_size": 14},
            "bold": {"bold": True},
            "text": {},
            "wrap": {"text_wrap": True, "valign": "top"},
            "day": {"num_format": "yyyy-mm-dd", "align": "left"},
            "count": {"num_format": "#,##0.######"},
            "whole": {"num_format": "#,##0"},
            "money": {"num_format": "#,##0.00##"},
            "part": {"num_format": "0.00%"},
            "sum": {"num_format": "#,##0", "bold": True, "top": 1},
            "day_in": {"num_format": "yyyy-mm-dd", "bg_color": "#FFF2CC", "border": 1, "align": "left"},
            "money_in": {"num_format": "#,##0.00##", "bg_color": "#FFF2CC", "border": 1},
        }
        return cls(workbook, {name: workbook.add_format(kind) for name, kind in kinds.items()})

    def header(self, sheet: Any, row: int, names: Sequence[str], widths: Sequence[int]) -> None:
        """A frozen header with the widths of its columns."""
        for column, (name, width) in enumerate(zip(names, widths, strict=True)):
            sheet.write_string(row, column, name, self.formats["head"])
            sheet.set_column(column, column, width)
        sheet.set_row(row, 30)
        sheet.freeze_panes(row + 1, 0)

    def text(self, sheet: Any, row: int, column: int, value: str | None, kind: str = "text") -> None:
        """A text, whatever it begins with; too long a one is cut with three dots."""
        if value:
            shown = visible(value)
            sheet.write_string(row, column, shown if len(shown) <= LONGEST else shown[:LONGEST] + "...", self.formats[kind])

    def day(self, sheet: Any, row: int, column: int, value: date | None, kind: str = "day") -> None:
        if value is None:
            return
        if value < FIRST_DAY:
            raise VestcalcError(f"a workbook cannot hold the day {value}: its calendar begins on {FIRST_DAY}; write .csv or .html")
        sheet.write_datetime(row, column, value, self.formats[kind])

    def number(self, sheet: Any, row: int, column: int, value: Fraction | Decimal | int | None, kind: str = "count") -> None:
        """An exact number; one that a cell cannot hold exactly is a formula of its fraction."""
        if value is None:
            return
        number = Fraction(value)
        text = decimal_text(number)
        if kind == "count" and number.denominator == 1:
            kind = "whole"
        if text is not None and len(text.replace(".", "").replace("-", "").strip("0")) <= DIGITS:
            sheet.write_number(row, column, Decimal(text), self.formats[kind])
        else:
            sheet.write_formula(row, column, f"={number.numerator}/{number.denominator}", self.formats[kind], _stored(number))

    def formula(self, sheet: Any, row: int, column: int, formula: str, kind: str, shown: object) -> None:
        """A formula with the engine's own figure as its last result, for readers that do not recalculate."""
        value: object = "" if shown is None else shown
        if isinstance(value, date):
            value = (value - date(1899, 12, 30)).days
        elif isinstance(value, Fraction | Decimal):
            value = _stored(Fraction(value))
        sheet.write_formula(row, column, formula, self.formats[kind], value)


def _stored(value: Fraction) -> Decimal:
    """The last result of a formula: as many digits as a cell keeps."""
    return Context(prec=DIGITS).divide(Decimal(value.numerator), Decimal(value.denominator))


def room(rows: int) -> None:
    """Refuses more rows than a sheet has."""
    if rows >= ROWS:
        raise VestcalcError(f"a workbook has {ROWS:,} rows, {rows:,} are needed; write .csv, or fewer filings")
