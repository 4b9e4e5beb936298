"""vestcalc check: one status line per award with file, table and row; a count at the end."""

from collections.abc import Iterator
from itertools import chain

import typer

from vestcalc.cli import options as o
from vestcalc.cli.inputs import Inputs, inputs
from vestcalc.cli.output import byte_order_mark, chosen_format, write

FORMATS = ("table", "csv", "tsv", "json")


def check(
    files: o.Files = None,
    award: o.Award = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
    bom: o.Bom = False,
) -> None:
    """One status line per award with file, table and row; a count at the end."""
    chosen = chosen_format(format, output, FORMATS, force)
    mark = byte_order_mark(bom, chosen)
    read = inputs(files, None, award=award, strict=strict)
    write(chain([mark], pieces(read, chosen)), output, force)
    raise typer.Exit(read.status())


def pieces(read: Inputs, chosen: str) -> Iterator[str]:
    """The output in the format chosen; the count of CSV and TSV goes to standard error."""
    from vestcalc.report import check_page

    tally = check_page.Tally()
    if chosen == "table":
        yield from check_page.check_lines(read.answers(), tally)
        if read.unread:
            yield f"{read.unread} file{' was' if read.unread == 1 else 's were'} not read\n"
    elif chosen == "json":
        from vestcalc.report.json_ import as_json

        yield from as_json(check_page.check_dicts(tally.watch(read.answers())), count=lambda: {**tally.as_dict(), "not_read": read.unread})
    else:
        from vestcalc.cli.inputs import note
        from vestcalc.report import csv_

        rows = (row for filing in tally.watch(read.answers()) for row in check_page.check_rows(filing))
        yield from (csv_.as_csv if chosen == "csv" else csv_.as_tsv)(check_page.CHECK_HEADER, rows)
        note(tally.line())
