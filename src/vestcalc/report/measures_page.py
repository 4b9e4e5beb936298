"""The pages of `vestcalc measures`: the weighted average time to vest.

In: answers and a day. Out: blocks, rows of cells, or dicts. People see years to four places, marked as rounded; programs get the exact
fraction. What is pending has no time; how much of an award that is stands beside it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from vestcalc.answers import FilingSchedules
from vestcalc.exact import decimal_text, portion_text
from vestcalc.plain import award_head, filing_head
from vestcalc.questions.measures import Measures, Time, measures, together
from vestcalc.report.flat import HEADER, award_cells
from vestcalc.report.page import Block, Heading, Lines, Table
from vestcalc.report.words import filing_title

MEASURE_HEADER = [
    *HEADER[:12],
    *("as_of", "days_from_grant", "years_from_grant", "days_from_day", "years_from_day", "weighted_by", "left_out", "status", "flags"),
]


def measures_page(filings: Iterable[FilingSchedules], day: date) -> Iterator[Block]:
    """A table for each filing, and the averages of all awards whose shares are known."""
    found: list[Measures] = []
    without = 0
    for filing in filings:
        yield Heading(f"{filing_title(filing)}, as of {day}")
        if filing.notices:
            yield Lines(filing.notices)
        rows = []
        for award in filing.awards:
            one = measures(award, day)
            found += [one] if one.by_shares else []
            without += not one.by_shares or one.left_out is None
            pending = "" if not one.left_out else f"{portion_text(one.left_out)} has no date"
            pending = "no dates" if one.left_out is None else pending
            rows.append([f"{award.table}.{award.row}", award.security, *_cells(one.from_grant), *_cells(one.from_day), pending])
        if rows:
            headers = ["Row", "Security", "Years from grant", "Days", f"Years from {day}", "Days", ""]
            yield Table(headers, rows, "llrrrrl")
    if len(found) + without > 1:
        grants, days = together([one.from_grant for one in found]), together([one.from_day for one in found])
        yield Heading("All awards, weighted by shares", 2)
        yield Table(["Years from grant", "Days", f"Years from {day}", "Days"], [[*_cells(grants), *_cells(days)]], "rrrr")
        if without:
            verb = " has no shares or dates and is" if without == 1 else "s have no shares or dates and are"
            yield Lines([f"{without} award{verb} left out."])


def measure_rows(filing: FilingSchedules, day: date) -> Iterator[list[str]]:
    """One row an award, under MEASURE_HEADER."""
    for award in filing.awards:
        one = measures(award, day)
        times = [*_exact(one.from_grant), *_exact(one.from_day)]
        weight = "shares" if one.by_shares else "portion"
        left = "" if one.left_out is None else portion_text(one.left_out)
        yield [*award_cells(filing, award), day.isoformat(), *times, weight, left, award.status, ";".join(award.flags)]


def measure_dicts(filing: FilingSchedules, day: date) -> dict[str, Any]:
    """A FILING whose AWARDs have `measures`."""
    awards = [{**award_head(award), "measures": _dict(measures(award, day))} for award in filing.awards]
    return {**filing_head(filing), "awards": awards, "notices": list(filing.notices)}


def _dict(one: Measures) -> dict[str, Any]:
    def time(value: Time | None) -> dict[str, str] | None:
        return None if value is None else {"days": portion_text(value.days), "years": portion_text(value.years)}

    return {
        "as_of": one.day.isoformat(),
        "from_grant": time(one.from_grant),
        "from_day": time(one.from_day),
        "weighted_by": "shares" if one.by_shares else "portion",
        "left_out": None if one.left_out is None else portion_text(one.left_out),
    }


def _exact(value: Time | None) -> list[str]:
    return ["", ""] if value is None else [portion_text(value.days), portion_text(value.years)]


def _cells(value: Time | None) -> list[str]:
    return ["", ""] if value is None else [_places(value.years, 4), _places(value.days, 1)]


def _places(value: Fraction, places: int) -> str:
    """To so many places, half up, marked "~" where that is not exact."""
    scaled = value * 10**places
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(rounded).rjust(places + 1, "0")
    exact = decimal_text(value)
    same = exact is not None and len(exact.partition(".")[2]) <= places
    return f"{'' if same else '~'}{int(digits[:-places]):,}.{digits[-places:]}"
