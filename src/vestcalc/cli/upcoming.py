"""vestcalc upcoming: what comes next across awards: vests, expirations, last days to exercise."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import typer

from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.inputs import Inputs, inputs
from vestcalc.cli.output import chosen_format, typeset, write
from vestcalc.given import to_price

if TYPE_CHECKING:
    from vestcalc.questions.upcoming import Leave

FORMATS = ("table", "csv", "tsv", "json", "md")


def upcoming(
    files: o.Files = None,
    as_of: o.AsOf = None,
    next_events: a.Next = None,
    within: a.Within = None,
    price: o.Price = None,
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
    leave: a.LeaveOn = None,
    window: a.Window = None,
    event: a.Event = None,
    accelerate: a.Accelerate = None,
    award: o.Award = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """What comes next across awards: vests, expirations, last days to exercise."""
    chosen = chosen_format(format, output, FORMATS, force)
    market = to_price(price, "--price")
    number, days = a.count_option(next_events, "--next"), a.days_option(within, "--within")
    leaves = a.leave_option(leave, window)
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    day = a.as_of_option(as_of)
    worth = None if market is None else Decimal(market)
    write(pieces(a.asked(read, event, accelerate), chosen, day, number, days, worth, leaves), output, force)
    raise typer.Exit(read.status())


def pieces(
    read: Inputs, chosen: str, day: date, number: int | None, days: int | None, price: Decimal | None, leaves: "Leave | None"
) -> Iterator[str]:
    """The output in the format chosen."""
    from vestcalc.questions.whatif import begun_by
    from vestcalc.report import upcoming_page

    filings = list(read.answers())
    if leaves is not None:
        begun_by(filings, leaves.day, "--leave")
    ahead = upcoming_page.Ahead.of(filings, day, number=number, days=days, price=price, leave=leaves)
    if chosen in ("csv", "tsv"):
        from vestcalc.report import csv_

        yield from (csv_.as_csv if chosen == "csv" else csv_.as_tsv)(upcoming_page.EVENT_HEADER, upcoming_page.event_rows(ahead))
    elif chosen == "json":
        from vestcalc.report.json_ import as_json

        yield from as_json(upcoming_page.filing_dicts(ahead), **upcoming_page.more_dicts(ahead))
    else:
        blocks = upcoming_page.upcoming_page(ahead)
        yield from typeset(blocks, chosen)
