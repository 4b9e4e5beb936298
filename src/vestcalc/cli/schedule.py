"""vestcalc schedule: dated vests of every award in the filings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain

import typer
from msgspec import Struct

from vestcalc.answers import FilingSchedules
from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.dates import day_option, today, year_option
from vestcalc.cli.inputs import Inputs, inputs, note
from vestcalc.cli.made import MADE, OPENS_ON_A_DAY, TAKES_A_DAY
from vestcalc.cli.output import byte_order_mark, chosen_format, typeset, write
from vestcalc.given import UsageError, shown, to_price
from vestcalc.report.view import View

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md", *MADE)


def schedule(
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
    first: o.First = None,
    last: o.Last = None,
    year: o.Year = None,
    fiscal_year_end: a.FiscalYearEnd = None,
    event: a.Event = None,
    accelerate: a.Accelerate = None,
    as_of: o.OpensOn = None,
    price: o.Price = None,
    alarm: o.Alarm = None,
    award: o.Award = None,
    every: o.Every = False,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
    bom: o.Bom = False,
) -> None:
    """Dated vests of every award in the filings."""
    chosen = chosen_format(format, output, FORMATS, force)
    mark = byte_order_mark(bom, chosen)
    opens = Opening.of(chosen, as_of, price, alarm)
    view = window(first, last, year, every, a.fiscal_year_end_option(fiscal_year_end))
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    read = a.asked(read, event, accelerate)
    write(opens.made(read, view) if chosen in MADE else chain([mark], pieces(read, chosen, view)), output, force)
    raise typer.Exit(read.status())


class Opening(Struct, frozen=True):
    """What goes with the formats that are made whole: the day they open on, a price, days of alarms."""

    chosen: str
    day: date | None
    price: Decimal | None
    alarms: tuple[int, ...]

    @classmethod
    def of(cls, chosen: str, as_of: str | None, price: str | None, alarm: Sequence[str] | None) -> "Opening":
        """The options checked: each belongs to some formats only."""
        for name, value, formats in (("--as-of", as_of, TAKES_A_DAY), ("--price", price, OPENS_ON_A_DAY), ("--alarm", alarm, ("ics",))):
            if value and chosen not in formats:
                hint = "" if name == "--alarm" else "; vestcalc vested gives a position in every format"
                raise UsageError(f"{name}: goes with {', '.join(formats)} here{hint}")
        market = to_price(price, "--price")
        day = day_option(as_of, "--as-of")
        if day is None and chosen in OPENS_ON_A_DAY:
            day = today()
            note(f"opens on today, {day}; --as-of names another day")
        return cls(chosen, day, None if market is None else Decimal(market), tuple(_alarm_days(one) for one in alarm or ()))

    def made(self, read: Inputs, view: View) -> list[str] | bytes:
        """The output, once all is read; nothing is made where nothing could be read."""
        from vestcalc.cli.made import made

        if view.windowed and self.chosen not in ("html", "ics"):
            raise UsageError(f"--from, --to and --year cut tables; {self.chosen} always holds the whole")
        filings = list(read.answers())
        status = read.status()
        if not filings:
            raise typer.Exit(status)
        return made(self.chosen, filings, day=self.day, price=self.price, view=view, alarms=self.alarms)


def _alarm_days(value: str) -> int:
    match = re.fullmatch(r"([0-9]{1,3})([dw]?)", value.strip().lower())
    if match is None:
        raise UsageError(f"--alarm: {shown(value)} is no number of days; write it as 7d or 2w")
    return int(match[1]) * (7 if match[2] == "w" else 1)


def window(first: str | None, last: str | None, year: str | None, every: bool, year_end: tuple[int, int] | None = None) -> View:
    """The view of --from, --to, --year, --all and --fiscal-year-end, with which --year is the fiscal year that ends in it."""
    days = year_option(year)
    if days and year_end:
        from vestcalc.questions.periods import fiscal_year

        days = fiscal_year(days[0].year, year_end)[1:]
    if days and (first or last):
        raise UsageError("--year stands instead of --from and --to; give one of the two")
    start, stop = days or (day_option(first, "--from"), day_option(last, "--to"))
    if start and stop and start > stop:
        raise UsageError(f"--from {start} lies after --to {stop}; turn them round")
    return View(start, stop, every, year_end)


def pieces(read: Inputs, chosen: str, view: View) -> Iterator[str]:
    """The output in the format chosen."""
    if chosen in ("csv", "tsv"):
        from vestcalc.report import csv_
        from vestcalc.report.flat import HEADER, vest_rows

        rows = (row for filing in told(read.answers()) for row in vest_rows(filing, view))
        return csv_.as_csv(HEADER, rows) if chosen == "csv" else csv_.as_tsv(HEADER, rows)
    if chosen in ("json", "jsonl"):
        from vestcalc.plain import award_dict, filing_dict
        from vestcalc.report import json_

        dicts = (filing_dict(one, [award_dict(award, view.vests(award)) for award in one.awards]) for one in read.answers())
        return json_.as_json(dicts) if chosen == "json" else json_.as_jsonl(dicts)
    from vestcalc.report.schedule_page import schedule_page

    blocks = schedule_page(read.answers(), view)
    return typeset(blocks, chosen)


def told(filings: Iterable[FilingSchedules]) -> Iterator[FilingSchedules]:
    """The filings, with what has no place in rows of vests said on standard error: notices, and how many rows are no awards."""
    for filing in filings:
        for notice in filing.notices:
            note(f"{filing.source}: {notice}")
        if filing.other_rows:
            many = len(filing.other_rows)
            note(f"{filing.source}: {many} row{'' if many == 1 else 's'} without a schedule; see them with --format table")
        yield filing
