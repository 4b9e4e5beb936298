"""Puts the sheets together: Summary, Schedule, Awards, and the steps that the chart draws.

In: answers, the day and the price the book opens with. Out: the bytes of an .xlsx, the same for the same answers: no clock is read.
Refuses, with the install command, a missing extra; days and rows that a workbook cannot hold.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from vestcalc.answers import FilingSchedules
from vestcalc.report.chart.figure import ends
from vestcalc.report.extras import extra
from vestcalc.report.steps import Total, steps, totals
from vestcalc.report.workbook.awards import awards_sheet
from vestcalc.report.workbook.cells import Book
from vestcalc.report.workbook.schedule import Keyed, schedule_sheet
from vestcalc.report.workbook.summary import FIRST, PRICE, summary_sheet


def as_xlsx(filings: Iterable[FilingSchedules], day: date, price: Decimal | None = None, each_once: bool = False) -> bytes:
    """The workbook of all awards; `each_once`: no two of the filings report one award."""
    xlsxwriter = extra("xlsxwriter", "xlsx", "workbooks")
    awards: list[Keyed] = []
    filings = list(filings)
    for filing in filings:
        awards += [(len(awards) + place, filing, award) for place, award in enumerate(filing.awards, 1)]
    data = BytesIO()
    workbook = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False})
    workbook.set_properties({"title": "Vesting", "comments": "Made by vestcalc", "created": datetime(day.year, day.month, day.day)})
    workbook.set_calc_mode("auto")
    book = Book.of(workbook)
    sheets = {name: workbook.add_worksheet(name) for name in ("Summary", "Schedule", "Awards", "Steps")}
    last = schedule_sheet(book, sheets["Schedule"], awards)
    awards_sheet(book, sheets["Awards"], awards)
    summary_sheet(book, sheets["Summary"], awards, last, day, price)
    if len(filings) > 1 and not each_once:
        told = "Every row counts, also where two filings report one award; vestcalc portfolio counts each award once."
        book.text(sheets["Summary"], PRICE - 1, 2, told)
    _chart(book, sheets, awards)
    for sheet in sheets.values():
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    workbook.close()
    return data.getvalue()


def _chart(book: Book, sheets: dict[str, Any], awards: Sequence[Keyed]) -> None:
    """All awards together over time: two points a step, so that straight lines between them make steps."""
    points = _points(totals(steps(award) for _, _, award in awards))
    sheet = sheets["Steps"]
    book.header(sheet, 0, ("Day", "Vested", "Exercisable"), (12, 14, 14))
    for row, (day, vested, exercisable) in enumerate(points, 1):
        book.day(sheet, row, 0, day)
        book.number(sheet, row, 1, vested)
        book.number(sheet, row, 2, exercisable)
    if not points:
        return
    chart = book.workbook.add_chart({"type": "scatter", "subtype": "straight"})
    for column, (name, dash) in enumerate((("Vested", "solid"), ("Exercisable", "dash")), 1):
        if any(point[column] for point in points):
            ranges = {key: ["Steps", 1, place, len(points), place] for key, place in (("categories", 0), ("values", column))}
            chart.add_series({"name": name, **ranges, "line": {"dash_type": dash, "width": 1.75}, "marker": {"type": "none"}})
    chart.set_title({"name": "Vested over time, all awards"})
    low, high = ((day - date(1899, 12, 30)).days for day in (points[0][0], points[-1][0]))
    chart.set_x_axis({"num_format": "yyyy", "min": low, "max": high, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"num_format": "#,##0", "min": 0})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 360})
    sheets["Summary"].insert_chart(FIRST + len(awards) + 2, 1, chart, {"description": "Vested shares of all awards over time"})


def _points(found: Sequence[Total]) -> list[tuple[date, Any, Any]]:
    """(day, vested, exercisable), each change as two points on one day; empty where nothing ever changes."""
    changes = [total for total in found if total.since > date.min]
    if not changes or not any(total.figures[1] for total in changes):
        return []
    first, last = ends([changes[0].since, changes[-1].since])
    before: tuple[Any, Any] = (0, 0)
    points: list[tuple[date, Any, Any]] = [(first, *before)]
    for total in changes:
        points.append((total.since, *before))
        before = (total.figures[1], total.figures[4])
        points.append((total.since, *before))
    return [*points, (last, *before)]
