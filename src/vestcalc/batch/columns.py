"""The columns of the tables: their names, their types, and the order they stand in.

The first 22 columns of `vests` are those of the CSV output of every command (docs/json.md), in that order; a part that waits has no
vest_date, an award without any vest is one row with its status. `filing` is a number that is the same in all tables for one filing, so
that two filings with the same name stay apart. Types: text, day, count (shares: exact
decimals; texts in the mode `fractional`), whole, flag.
"""

from vestcalc.report.flat import HEADER

Columns = dict[str, list[object]]

TEXT, DAY, COUNT, WHOLE, FLAG = "text", "day", "count", "whole", "flag"

_TYPES = {"row": WHOLE, "granted": DAY, "award_shares": COUNT, "expires": DAY, "vest_date": DAY, "shares": COUNT, "vested": COUNT,
          "unvested": COUNT, "pending": COUNT, "latest": FLAG, "rule": WHOLE}  # fmt: skip

VESTS = {name: _TYPES.get(name, TEXT) for name in HEADER} | {"filing": WHOLE, "accession": TEXT, "issuer_cik": TEXT}

AWARDS = {
    "filing": WHOLE, "source": TEXT, "accession": TEXT, "form": TEXT, "period_of_report": DAY, "issuer": TEXT, "issuer_cik": TEXT,
    "symbol": TEXT, "owner": TEXT, "owner_cik": TEXT, "table": TEXT, "row": WHOLE, "security": TEXT, "kind": TEXT, "code": TEXT,
    "transaction_date": DAY, "granted": DAY, "award_shares": COUNT, "exercise_price": TEXT, "expires": DAY, "underlying": TEXT,
    "status": TEXT, "vests": WHOLE, "first_vest": DAY, "last_vest": DAY, "pending": COUNT, "waits_for": TEXT, "flags": TEXT,
    "assumptions": TEXT, "failed_checks": TEXT, "gaps": TEXT, "footnotes": TEXT, "notices": TEXT,
}  # fmt: skip

GAPS = {
    "filing": WHOLE, "source": TEXT, "accession": TEXT, "table": TEXT, "row": WHOLE, "status": TEXT, "reason": TEXT, "note": TEXT,
    "start": WHOLE, "stop": WHOLE, "quote": TEXT, "text": TEXT,
}  # fmt: skip

ERRORS = {"source": TEXT, "kind": TEXT, "text": TEXT}

#: The columns of `vests` that change from vest to vest; the others are those of its award. `of` is the award's row, while they are apart.
MOVING = ("vest_date", "shares", "portion", "vested", "unvested", "pending", "latest", "rule")

TABLES: dict[str, dict[str, str]] = {"vests": VESTS, "awards": AWARDS, "gaps": GAPS, "errors": ERRORS}


def empty() -> dict[str, Columns]:
    """All tables without a row; `vests` with the columns that change and `of`."""
    out: dict[str, Columns] = {table: {name: [] for name in columns} for table, columns in TABLES.items() if table != "vests"}
    return out | {"vests": {name: [] for name in ("of", *MOVING)}}


def lengths(tables: dict[str, Columns]) -> dict[str, int]:
    """How many rows each table has."""
    return {name: len(next(iter(columns.values()))) for name, columns in tables.items()}


def cut(tables: dict[str, Columns], to: dict[str, int]) -> None:
    """The tables as they were: what was added since goes, even where only some columns had grown. Rows of errors stay."""
    for name, length in to.items():
        if name != "errors":
            for column in tables[name].values():
                del column[length:]
