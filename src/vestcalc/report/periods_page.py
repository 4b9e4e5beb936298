"""The pages of `vestcalc periods`: what vests in each year or quarter.

In: answers and the stretches of time asked for. Out: blocks, rows of cells, or dicts. An award whose shares or dates are not known is in
no total, and the total says how many are left out.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import count_value, grouped, portion_text
from vestcalc.plain import award_head, filing_head
from vestcalc.questions.periods import Step, Stretch, Vesting, span, stretches, vesting
from vestcalc.report.flat import HEADER, award_cells, text
from vestcalc.report.page import Block, Heading, Lines, Table
from vestcalc.report.words import award_title, filing_title

PERIOD_HEADER = [*HEADER[:12], "period", "first", "last", "vests", "shares", "portion", "latest", "status", "flags"]


class Periods:
    """What vests of every award in every stretch."""

    def __init__(self, filings: Sequence[FilingSchedules], spans: Sequence[Stretch]) -> None:
        self.filings = filings
        self.spans = spans
        self.left_out = sum(not _counts(award) for filing in filings for award in filing.awards)

    def of(self, award: AwardSchedule) -> list[tuple[Stretch, Vesting]]:
        return [(one, vesting(award, one.first, one.last)) for one in self.spans]

    def totals(self) -> list[tuple[Stretch, Fraction, bool]]:
        """(stretch, shares, whether some may have vested sooner) over the awards whose shares are known."""
        awards = [award for filing in self.filings for award in filing.awards if _counts(award)]
        found = [(one, [vesting(award, one.first, one.last) for award in awards]) for one in self.spans]
        return [(one, sum((v.shares or Fraction(0) for v in own), Fraction(0)), any(v.latest for v in own)) for one, own in found]


def within_window(
    filings: Sequence[FilingSchedules], first: date | None, last: date | None, by: str, end: tuple[int, int]
) -> list[Stretch]:
    """The years or quarters of the window, cut to it; without a window, those in which anything vests."""
    step: Step = "quarter" if by == "quarter" else "year"
    found = span(award for filing in filings for award in filing.awards)
    if found is None and (first is None or last is None):
        return []
    start, stop = first or (found[0] if found else date.min), last or (found[1] if found else date.max)
    if start > stop:
        return []
    whole = stretches(start, stop, step, end)
    return [Stretch(one.label, max(one.first, first or one.first), min(one.last, last or one.last)) for one in whole]


def periods_page(table: Periods) -> Iterator[Block]:
    """A table for each award, and totals."""
    for filing in table.filings:
        yield Heading(filing_title(filing))
        if filing.notices:
            yield Lines(filing.notices)
        for award in filing.awards:
            yield Heading(award_title(award), 2)
            rows = [_cells(one, found) for one, found in table.of(award) if found.dates]
            if rows:
                yield Table(["Period", "From", "To", "Vests", "Shares", "Portion", ""], rows, "lllrrrl")
            else:
                yield Lines(["Nothing vests in these periods." if award.vests else "No dates."])
    yield from _all(table)


def _all(table: Periods) -> Iterator[Block]:
    rows = [
        [one.label, str(one.first), str(one.last), grouped(shares), "latest" if latest else ""] for one, shares, latest in table.totals()
    ]
    if rows:
        total = sum((shares for _, shares, _ in table.totals()), Fraction(0))
        yield Heading("All awards", 2)
        yield Table(["Period", "From", "To", "Shares", ""], [*rows, ["Total", "", "", grouped(total), ""]], "lllrl")
    yield from left_out_line(table.left_out)


def left_out_line(number: int) -> Iterator[Block]:
    """What totals do not hold."""
    if number:
        yield Lines([f"{number} award{' has' if number == 1 else 's have'} no figures and {'is' if number == 1 else 'are'} in no total."])


def period_rows(table: Periods) -> Iterator[list[str]]:
    """One row an award and period, under PERIOD_HEADER."""
    for filing in table.filings:
        for award in filing.awards:
            for one, found in table.of(award):
                shares = text(count_value(found.shares, award.rounding == "fractional"))
                figures = [str(found.dates), shares, portion_text(found.portion) if found.known else "", text(found.latest)]
                tail = [award.status, ";".join(award.flags)]
                yield [*award_cells(filing, award), one.label, str(one.first), str(one.last), *figures, *tail]


def period_dicts(table: Periods) -> Iterator[dict[str, Any]]:
    """FILINGs whose AWARDs have `periods`."""
    for filing in table.filings:
        awards = [{**award_head(award), "periods": [_dict(award, *one) for one in table.of(award)]} for award in filing.awards]
        yield {**filing_head(filing), "awards": awards, "notices": list(filing.notices)}


def total_dicts(table: Periods) -> list[dict[str, Any]]:
    """The totals of all awards, period by period."""
    return [_stretch(one) | {"shares": count_value(shares), "latest": latest} for one, shares, latest in table.totals()]


def _dict(award: AwardSchedule, one: Stretch, found: Vesting) -> dict[str, Any]:
    shares = count_value(found.shares, award.rounding == "fractional")
    portion = portion_text(found.portion) if found.known else None
    return _stretch(one) | {"vests": found.dates, "shares": shares, "portion": portion, "latest": found.latest}


def _stretch(one: Stretch) -> dict[str, Any]:
    return {"period": one.label, "first": one.first.isoformat(), "last": one.last.isoformat()}


def _cells(one: Stretch, found: Vesting) -> list[str]:
    latest = "latest" if found.latest else ""
    return [one.label, str(one.first), str(one.last), str(found.dates), grouped(found.shares), portion_text(found.portion), latest]


def _counts(award: AwardSchedule) -> bool:
    return award.shares is not None and award.status in ("complete", "partial", "pending")
