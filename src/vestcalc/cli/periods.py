"""vestcalc periods: what vests in each year or quarter, award by award and in all."""

from collections.abc import Iterator

import typer

from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.inputs import Inputs, inputs
from vestcalc.cli.output import chosen_format, typeset, write
from vestcalc.cli.schedule import told, window
from vestcalc.given import one_of
from vestcalc.report.view import View

FORMATS = ("table", "csv", "tsv", "json", "md")


def periods(
    files: o.Files = None,
    text: o.Text = None,
    shares: o.Shares = None,
    granted: o.Granted = None,
    exercise_price: o.ExercisePrice = None,
    expires: o.Expires = None,
    security: o.Security = None,
    code: o.Code = "A",
    reported: o.Reported = None,
    rounding: o.Rounding = "cumulative-round-down",
    day_of_month: o.DayOfMonth = "anchor",
    by: a.By = "year",
    fiscal_year_end: a.FiscalYearEnd = None,
    first: o.First = None,
    last: o.Last = None,
    year: o.Year = None,
    event: a.Event = None,
    accelerate: a.Accelerate = None,
    award: o.Award = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """What vests in each year or quarter, award by award and in all."""
    chosen = chosen_format(format, output, FORMATS, force)
    one_of(by, ("year", "quarter"), "--by")
    end = a.fiscal_year_end_option(fiscal_year_end)
    view = window(first, last, year, False, end)
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    write(pieces(a.asked(read, event, accelerate), chosen, view, by, end or (12, 31)), output, force)
    raise typer.Exit(read.status())


def pieces(read: Inputs, chosen: str, view: View, by: str, end: tuple[int, int]) -> Iterator[str]:
    """The output in the format chosen."""
    from vestcalc.report import periods_page

    filings = list(read.answers())
    table = periods_page.Periods(filings, periods_page.within_window(filings, view.first, view.last, by, end))
    if chosen in ("csv", "tsv"):
        from vestcalc.report import csv_

        list(told(filings))
        yield from (csv_.as_csv if chosen == "csv" else csv_.as_tsv)(periods_page.PERIOD_HEADER, periods_page.period_rows(table))
    elif chosen == "json":
        from vestcalc.report.json_ import as_json

        yield from as_json(periods_page.period_dicts(table), totals=periods_page.total_dicts(table), left_out=table.left_out)
    else:
        blocks = periods_page.periods_page(table)
        yield from typeset(blocks, chosen)
