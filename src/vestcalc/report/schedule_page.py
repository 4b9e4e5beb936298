"""The page of `vestcalc schedule`: an award's heading, its vests or their sums by year, and what stands behind them.

In: answers and a view. Out: blocks, for text or Markdown. Rows without a schedule are told in one line each.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import grouped, portion_text
from vestcalc.report.page import Block, Heading, Lines, Listing, Table
from vestcalc.report.view import View
from vestcalc.report.words import award_facts, award_title, filing_title, other_line, pending_lines, remarks
from vestcalc.schedule.model import Vest

WITHOUT_DATES = {
    "none": "The notes say nothing about how these securities vest.",
    "incomplete": "Terms are stated, but a fact is missing: nothing can be dated.",
    "not-understood": "Not understood: no dates are given rather than wrong ones. `vestcalc explain` shows how far the reading came.",
    "pending": "Everything waits on events; nothing has a date.",
}


def schedule_page(filings: Iterable[FilingSchedules], view: View) -> Iterator[Block]:
    """All filings, one after the other."""
    for filing in filings:
        yield Heading(filing_title(filing))
        if filing.notices:
            yield Listing("Notices", filing.notices)
        for award in filing.awards:
            yield from _award(award, view)
        if filing.other_rows:
            yield Heading("Other rows", 2)
            yield Lines([other_line(row) for row in filing.other_rows])
        if not filing.awards and not filing.other_rows:
            yield Lines(["No rows in either table."])


def _award(award: AwardSchedule, view: View) -> Iterator[Block]:
    yield Heading(award_title(award), 2)
    yield Lines([award_facts(award)])
    vests = view.vests(award)
    if vests:
        yield from _vests(award, vests, view)
    elif award.vests:
        yield Lines([f"Nothing vests {view.window_text()}."])
    elif award.status in WITHOUT_DATES:
        yield Lines([WITHOUT_DATES[award.status]])
    if award.pending:
        yield Listing("Pending", pending_lines(award))
    yield from remarks(award)


def _vests(award: AwardSchedule, vests: Sequence[Vest], view: View) -> Iterator[Block]:
    known = award.shares is not None
    if view.sums_up(vests):
        yield _by_year(vests, known, view)
        span = f"{len(vests)} vests, {vests[0].date} to {vests[-1].date}; --all lists every one"
    else:
        yield _each(vests, known)
        span = ""
    window = f"Only vests {view.window_text()}, of {len(award.vests)} in all" if view.windowed else ""
    if lines := [line for line in (span, window) if line]:
        yield Lines([f"{line}." for line in lines])


def _each(vests: Sequence[Vest], known: bool) -> Table:
    headers = ["Date", "Shares", "Portion", "Vested", "Unvested", "Rule"]
    rows = [
        [
            by(vest),
            grouped(vest.shares),
            portion_text(vest.portion),
            grouped(vest.vested),
            grouped(vest.unvested),
            f"[{vest.rule}]",
        ]
        for vest in vests
    ]
    return _known_columns(headers, rows, "lrrrrl", known)


def by(vest: Vest) -> str:
    """The date; "by" it where the vest may come sooner."""
    return f"{'by ' if vest.latest else ''}{vest.date}"


def _by_year(vests: Sequence[Vest], known: bool, view: View) -> Table:
    headers = ["Year", "Vests", "First", "Last", "Shares", "Portion", "Vested", "Unvested"]
    rows = []
    for year, own in view.years(vests):
        shares = sum((vest.shares or Fraction(0) for vest in own), Fraction(0))
        rows.append(
            [
                year,
                str(len(own)),
                by(own[0]),
                by(own[-1]),
                grouped(shares),
                portion_text(sum((vest.portion for vest in own), Fraction(0))),
                grouped(own[-1].vested),
                grouped(own[-1].unvested),
            ]
        )
    return _known_columns(headers, rows, "lrllrrrr", known)


def _known_columns(headers: list[str], rows: list[list[str]], align: str, known: bool) -> Table:
    """Without the columns of share counts where the whole is unknown."""
    keep = [n for n, name in enumerate(headers) if known or name not in ("Shares", "Vested", "Unvested")]
    return Table([headers[n] for n in keep], [[row[n] for n in keep] for row in rows], "".join(align[n] for n in keep))
