"""vestcalc portfolio: several filings grouped by owner and issuer, each award once, with totals."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import typer

from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.inputs import Inputs, inputs, note
from vestcalc.cli.made import MADE, made
from vestcalc.cli.output import chosen_format, typeset, write
from vestcalc.given import to_price

FORMATS = ("table", "csv", "tsv", "json", "md", *MADE)


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
    worth = None if market is None else Decimal(market)
    read = a.asked(read, event, accelerate)
    write(_made(read, chosen, day, worth) if chosen in MADE else pieces(read, chosen, day, worth), output, force)
    raise typer.Exit(read.status())


def _made(read: Inputs, chosen: str, day: date, price: Decimal | None) -> list[str] | bytes:
    """The formats that are made whole, over the awards that count."""
    from vestcalc.questions.portfolio import portfolios
    from vestcalc.report.once import each_once

    filings = list(each_once(portfolios(list(read.answers()))))
    if not filings:
        raise typer.Exit(read.status())
    return made(chosen, filings, day=day, price=price, each_once=True)


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
