"""vestcalc measures: the weighted average time to vest, from the grant and from a day."""

from collections.abc import Iterator
from datetime import date

import typer

from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.inputs import Inputs, inputs
from vestcalc.cli.output import chosen_format, typeset, write
from vestcalc.cli.schedule import told

FORMATS = ("table", "csv", "tsv", "json", "md")


def measures(
    files: o.Files = None,
    as_of: o.AsOf = None,
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
    event: a.Event = None,
    accelerate: a.Accelerate = None,
    award: o.Award = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """The weighted average time to vest, from the grant and from a day."""
    chosen = chosen_format(format, output, FORMATS, force)
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    day = a.as_of_option(as_of)
    write(pieces(a.asked(read, event, accelerate), chosen, day), output, force)
    raise typer.Exit(read.status())


def pieces(read: Inputs, chosen: str, day: date) -> Iterator[str]:
    """The output in the format chosen."""
    from vestcalc.report import measures_page

    if chosen in ("csv", "tsv"):
        from vestcalc.report import csv_

        rows = (row for filing in told(read.answers()) for row in measures_page.measure_rows(filing, day))
        yield from (csv_.as_csv if chosen == "csv" else csv_.as_tsv)(measures_page.MEASURE_HEADER, rows)
    elif chosen == "json":
        from vestcalc.report.json_ import as_json

        yield from as_json(measures_page.measure_dicts(filing, day) for filing in read.answers())
    else:
        blocks = measures_page.measures_page(read.answers(), day)
        yield from typeset(blocks, chosen)
