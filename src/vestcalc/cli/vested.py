"""vestcalc vested: what is vested, unvested, exercisable, pending and expired on a day."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import typer

from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.dates import day_option, today
from vestcalc.cli.inputs import Inputs, inputs, note
from vestcalc.cli.made import MADE
from vestcalc.cli.output import byte_order_mark, chosen_format, typeset, write
from vestcalc.cli.schedule import Opening, told
from vestcalc.given import UsageError, to_price
from vestcalc.report.view import View

if TYPE_CHECKING:
    from vestcalc.questions.upcoming import Leave
    from vestcalc.report.leave_page import Ask

STREAMED = ("table", "csv", "tsv", "json", "jsonl", "md")
FORMATS = (*STREAMED, "html", "xlsx", "svg", "png")


def vested(
    files: o.Files = None,
    as_of: o.AsOf = None,
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
    within: a.Within = None,
    event: a.Event = None,
    accelerate: a.Accelerate = None,
    award: o.Award = None,
    every: o.Every = False,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
    bom: o.Bom = False,
) -> None:
    """What is vested, unvested, exercisable, pending and expired on a day."""
    chosen = chosen_format(format, output, FORMATS, force)
    mark = byte_order_mark(bom, chosen)
    market = to_price(price, "--price")
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    day, ask = asking(as_of, a.leave_option(leave, window), a.days_option(within, "--within"))
    if ask and chosen in MADE:
        raise UsageError(f"--format: {chosen} has no place for --leave and --within; choose one of {', '.join(STREAMED)}")
    read = a.asked(read, event, accelerate)
    worth = None if market is None else Decimal(market)
    if chosen in MADE:
        write(Opening(chosen, day, worth, ()).made(read, View(every=every)), output, force)
    else:
        write(chain([mark], pieces(read, chosen, day, worth, every, ask)), output, force)
    raise typer.Exit(read.status())


class Asking(NamedTuple):
    """Someone leaving, and a number of days ahead; at least one of the two."""

    leaves: "Leave | None"
    days: int | None


def asking(as_of: str | None, leaves: "Leave | None", days: int | None) -> tuple[date, Asking | None]:
    """The day asked about: that of --as-of, else that of leaving, else today, which is announced; and what is asked beside positions."""
    day = day_option(as_of, "--as-of") or (leaves.day if leaves else None)
    if day is None:
        day = today()
        note(f"as of today, {day}; --as-of names another day")
    if leaves is not None and day > leaves.day:
        raise UsageError(f"--as-of {day} lies after --leave {leaves.day}: nothing vests any more; give a day up to it")
    return day, Asking(leaves, days) if leaves is not None or days is not None else None


def pieces(read: Inputs, chosen: str, day: date, price: Decimal | None, every: bool, asking: Asking | None = None) -> Iterator[str]:
    """The output in the format chosen."""
    from vestcalc.report import vested_page

    ask = _ask(read, day, asking) if asking else None
    if chosen in ("csv", "tsv"):
        from vestcalc.report import csv_

        rows = (row for filing in told(read.answers()) for row in vested_page.position_rows(filing, day, price, ask))
        header = [*vested_page.POSITION_HEADER, *(ask.header if ask else ())]
        return csv_.as_csv(header, rows) if chosen == "csv" else csv_.as_tsv(header, rows)
    if chosen in ("json", "jsonl"):
        from vestcalc.report import json_

        dicts = vested_page.position_dicts(read.answers(), day, price, every, ask)
        return json_.as_json(dicts) if chosen == "json" else json_.as_jsonl(dicts)

    blocks = vested_page.positions_page(read.answers(), day, price, ask)
    return typeset(blocks, chosen)


def _ask(read: Inputs, day: date, asking: Asking) -> "Ask":
    """What is asked beside positions; a leave is looked at against all grants before anything is printed."""
    from vestcalc.questions.whatif import begun_by
    from vestcalc.report.leave_page import Ask

    if asking.leaves is not None:
        read.ready = list(read.answers())
        begun_by(read.ready, asking.leaves.day, "--leave")
    return Ask(day, asking.leaves, asking.days)
