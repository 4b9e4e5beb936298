"""vestcalc portfolio: several filings grouped by owner and issuer, each award once, with totals."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import typer

from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.inputs import Inputs, inputs, note
from vestcalc.cli.output import chosen_format, typeset, write
from vestcalc.given import to_price

FORMATS = ("table", "csv", "tsv", "json", "md")


def portfolio(
    files: o.Files = None,
    as_of: o.AsOf = None,
    price: o.Price = None,
    rounding: o.Rounding = "cumulative-round-down",
    day_of_month: o.DayOfMonth = "anchor",
    event: a.Event = None,
    accelerate: a.Accelerate = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """Several filings grouped by owner and issuer, each award once, with totals."""
    chosen = chosen_format(format, output, FORMATS, force)
    market = to_price(price, "--price")
    read = inputs(files, None, rounding=rounding, day_of_month=day_of_month, strict=strict)
    day = a.as_of_option(as_of)
    write(pieces(a.asked(read, event, accelerate), chosen, day, None if market is None else Decimal(market)), output, force)
    raise typer.Exit(read.status())


def pieces(read: Inputs, chosen: str, day: date, price: Decimal | None) -> Iterator[str]:
    """The output in the format chosen."""
    from vestcalc.questions.portfolio import portfolios
    from vestcalc.report import portfolio_page

    filings = list(read.answers())
    groups = portfolios(filings)
    if chosen in ("csv", "tsv"):
        from vestcalc.report import csv_

        for line in (notice for group in groups for notice in group.notices):
            note(line)
        rows = portfolio_page.portfolio_rows(groups, day, price)
        yield from (csv_.as_csv if chosen == "csv" else csv_.as_tsv)(portfolio_page.HEADER, rows)
    elif chosen == "json":
        from vestcalc.report.json_ import as_json
        from vestcalc.report.vested_page import position_dicts

        groups_as_dicts = portfolio_page.portfolio_dicts(groups, day, price)
        yield from as_json(position_dicts(filings, day, price, False), portfolios=groups_as_dicts)
    else:
        blocks = portfolio_page.portfolio_page(groups, day, price)
        yield from typeset(blocks, chosen)
