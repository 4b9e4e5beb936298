"""The formats that are made whole rather than streamed: page, picture, workbook, calendar.

In: the format and the answers, the day and the price that go with it. Out: a text or bytes. Each module is imported only here, where
its format is asked for.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from vestcalc.answers import FilingSchedules
from vestcalc.cli.dates import now
from vestcalc.report.view import View

#: Formats that `made` knows; those of them that open on a day.
MADE = ("html", "xlsx", "ics", "svg", "png")
OPENS_ON_A_DAY = ("html", "xlsx")
TAKES_A_DAY = (*OPENS_ON_A_DAY, "svg", "png")


def made(
    chosen: str,
    filings: Iterable[FilingSchedules],
    *,
    day: date | None = None,
    price: Decimal | None = None,
    view: View | None = None,
    alarms: Iterable[int] = (),
    each_once: bool = False,
) -> list[str] | bytes:
    """The output in the format chosen; `day` is needed for OPENS_ON_A_DAY, and marked in a picture where it is given.

    `each_once`: no award is reported by two of the filings, so that sums count nothing twice.
    """
    if chosen == "html" and day is not None:
        from vestcalc.report.html.render import as_html

        return [as_html(filings, day, price, view, each_once)]
    if chosen in ("svg", "png"):
        from vestcalc.report.chart.still import as_png, as_svg

        picture = as_svg(filings, day)
        return [picture] if chosen == "svg" else as_png(picture)
    if chosen == "ics":
        from vestcalc.report.calendar_ import as_ics

        return as_ics(filings, view, tuple(alarms), now())
    if chosen == "xlsx" and day is not None:
        from vestcalc.report.workbook.book import as_xlsx

        return as_xlsx(filings, day, price, each_once)
    raise AssertionError(f"{chosen} is not made here")
