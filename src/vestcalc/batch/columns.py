"""The columns of the tables: their names, their types, and the order they stand in.

The first 22 columns of `vests` are those of the CSV output of every command (docs/json.md), in that order; a part that waits has no
vest_date, an award without any vest is one row with its status. `filing` is a number that is the same in all tables for one filing, so
that two filings with the same name stay apart. Types: text, day, count (shares: exact
decimals; texts in the mode `fractional`), whole, flag.
"""

from msgspec import Struct, field

from vestcalc.report.flat import HEADER

Columns = dict[str, list[object]]
Row = dict[str, object]

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

#: The columns of `vests` that change from vest to vest; the others are those of its award.
MOVING = ("vest_date", "shares", "portion", "vested", "unvested", "pending", "latest", "rule")

TABLES: dict[str, dict[str, str]] = {"vests": VESTS, "awards": AWARDS, "gaps": GAPS, "errors": ERRORS}


class Tables(Struct):
    """All tables of a chunk as they grow.

    Of `vests` there are the columns that change, and in `of` the place of each one's award among the awards. The others are rows, by
    the names of their columns.
    """

    vests: Columns = field(default_factory=lambda: {name: [] for name in MOVING})
    of: list[int] = field(default_factory=list)
    awards: list[Row] = field(default_factory=list)
    gaps: list[Row] = field(default_factory=list)
    errors: list[Row] = field(default_factory=list)

    def in_rows(self) -> list[tuple[str, list[Row]]]:
        """The tables that are held in rows and have any."""
        return [(name, rows) for name, rows in (("awards", self.awards), ("gaps", self.gaps), ("errors", self.errors)) if rows]

    def lengths(self) -> tuple[int, int, int]:
        """How many vests, awards and gaps there are."""
        return len(self.of), len(self.awards), len(self.gaps)

    def cut(self, vests: int, awards: int, gaps: int) -> None:
        """The tables as they were: what was added since goes, even where only some columns had grown. Rows of errors stay."""
        del self.of[vests:]
        for column in self.vests.values():
            del column[vests:]
        del self.awards[awards:]
        del self.gaps[gaps:]
