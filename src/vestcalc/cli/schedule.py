"""vestcalc schedule: dated vests of every award in the filings."""

from collections.abc import Iterable, Iterator

import typer

from vestcalc.answers import FilingSchedules
from vestcalc.cli import options as o
from vestcalc.cli.dates import day_option, year_option
from vestcalc.cli.inputs import Inputs, inputs, note
from vestcalc.cli.output import chosen_format, write
from vestcalc.given import UsageError
from vestcalc.report.view import View

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")


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
    award: o.Award = None,
    every: o.Every = False,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
) -> None:
    """Dated vests of every award in the filings."""
    chosen = chosen_format(format, output, FORMATS)
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    write(pieces(read, chosen, window(first, last, year, every)), output)
    raise typer.Exit(read.status())


def window(first: str | None, last: str | None, year: str | None, every: bool) -> View:
    """The view of --from, --to, --year and --all."""
    days = year_option(year)
    if days and (first or last):
        raise UsageError("--year stands instead of --from and --to; give one of the two")
    start, stop = days or (day_option(first, "--from"), day_option(last, "--to"))
    if start and stop and start > stop:
        raise UsageError(f"--from {start} lies after --to {stop}; turn them round")
    return View(start, stop, every)


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
    from vestcalc.report.page import as_markdown, as_text
    from vestcalc.report.schedule_page import schedule_page

    blocks = schedule_page(read.answers(), view)
    return as_markdown(blocks) if chosen == "md" else as_text(blocks)


def told(filings: Iterable[FilingSchedules]) -> Iterator[FilingSchedules]:
    """The filings, with what has no place in rows of vests said on standard error: notices, and how many rows are no awards."""
    for filing in filings:
        for notice in filing.notices:
            note(f"{filing.source}: {notice}")
        if filing.other_rows:
            many = len(filing.other_rows)
            note(f"{filing.source}: {many} row{'' if many == 1 else 's'} without a schedule; see them with --format table")
        yield filing
