"""The pages of `vestcalc vested`: positions as of a day.

In: answers and a day, perhaps a market price. Out: blocks, rows of cells, or dicts in which `position` stands for the vests.
Totals leave out awards without figures and say how many.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import count_value, exact_text, grouped
from vestcalc.plain import award_dict, filing_dict, position_dict
from vestcalc.report.flat import HEADER, award_cells, text
from vestcalc.report.page import Block, Heading, Lines, Listing, Table
from vestcalc.report.words import filing_title, other_line

if TYPE_CHECKING:
    from vestcalc.schedule.position import Position

POSITION_HEADER = [
    *HEADER[:12],
    *[
        "as_of",
        "vested",
        "unvested",
        "pending",
        "exercisable",
        "expired",
        "at_least",
        "percent_vested",
        "next_vest_date",
        "next_vest_shares",
        "fully_vested_on",
        "exercise_cost",
        "market_price",
        "in_the_money",
        "status",
        "flags",
    ],
]
_FIGURES = ("granted", "vested", "unvested", "pending", "exercisable")


def positions_page(filings: Iterable[FilingSchedules], day: date, price: Decimal | None) -> Iterator[Block]:
    """A table of positions for each filing, and totals."""
    shown: list[Position] = []
    left_out = 0
    for filing in filings:
        yield Heading(f"{filing_title(filing)}, as of {day}")
        if filing.notices:
            yield Listing("Notices", filing.notices)
        positions = [(award, award.as_of(day, price)) for award in filing.awards]
        if positions:
            yield _table(positions)
            yield from _values(positions)
            yield from _flags(filing)
        if filing.other_rows:
            yield Lines([other_line(row) for row in filing.other_rows])
        shown += [position for _, position in positions if position.vested is not None]
        left_out += sum(position.vested is None for _, position in positions)
    if len(shown) + left_out > 1:
        yield Heading(f"All awards, as of {day}", 2)
        yield Table([name.capitalize() for name in _FIGURES], [[grouped(total(shown, name)) for name in _FIGURES]], "rrrrr")
    if left_out:
        yield Lines(
            [f"{left_out} award{' has' if left_out == 1 else 's have'} no figures and {'is' if left_out == 1 else 'are'} in no total."]
        )


def total(positions: Iterable["Position"], name: str) -> Fraction:
    """The sum of one figure; what is not exercised counts 0 as exercisable."""
    return sum((getattr(position, name) or Fraction(0) for position in positions), Fraction(0))


def position_rows(filing: FilingSchedules, day: date, price: Decimal | None) -> Iterator[list[str]]:
    """One row an award, under POSITION_HEADER."""
    for award in filing.awards:
        now = award.as_of(day, price)
        figures = [text(count_value(getattr(now, name), award.rounding == "fractional")) for name in _FIGURES[1:]]
        coming = ["", ""] if now.next_vest is None else [text(now.next_vest.date), text(count_value(now.next_vest.shares))]
        money = [_number(value) for value in (now.exercise_cost, now.market_price, now.in_the_money)]
        flags = [text(now.expired), text(now.at_least), _number(now.percent_vested), *coming, text(now.fully_vested_on)]
        yield [*award_cells(filing, award), text(day), *figures, *flags, *money, award.status, ";".join(award.flags)]


def position_dicts(filings: Iterable[FilingSchedules], day: date, price: Decimal | None, every: bool) -> Iterator[dict[str, Any]]:
    """FILINGs whose AWARDs have `position` instead of their vests; with `every`, beside them."""
    for filing in filings:
        yield filing_dict(filing, [_award(award, day, price, every) for award in filing.awards])


def _award(award: AwardSchedule, day: date, price: Decimal | None, every: bool) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in award_dict(award).items():
        if key != "vests" or every:
            out[key] = value
        if key == "vests":
            out["position"] = position_dict(award, award.as_of(day, price))
    return out


def _table(positions: list[tuple[AwardSchedule, "Position"]]) -> Table:
    headers = [
        "Row",
        "Security",
        "Granted",
        "Vested",
        "Unvested",
        "Pending",
        "Exercisable",
        "Exercise price",
        "Expires",
        "Next vest",
        "Status",
    ]
    rows = []
    for award, now in positions:
        vested = ("at least " if now.at_least and now.vested is not None else "") + _share(now.vested, now.percent_vested)
        expires = f"{now.expires or ''}{' (expired)' if now.expired else ''}"
        coming = "" if now.next_vest is None else f"{grouped(now.next_vest.shares)} on {now.next_vest.date}".removeprefix(" ")
        figures = [grouped(number, "-") for number in (now.granted, now.unvested, now.pending, now.exercisable)]
        where = f"{award.table}.{award.row}"
        rows.append([where, award.security, figures[0], vested, *figures[1:], award.exercise_price or "", expires, coming, award.status])
    return Table(headers, rows, "llrrrrrrlll")


def _share(vested: Fraction | None, portion: Fraction | None) -> str:
    """The number vested; where the whole is unknown, the portion."""
    if vested is None and portion:
        return f"{exact_text(portion)} of the award"
    return grouped(vested, "-")


def _values(positions: list[tuple[AwardSchedule, "Position"]]) -> Iterator[Block]:
    rows = [
        [
            f"{award.table}.{award.row}",
            grouped(now.exercisable),
            award.exercise_price or "",
            _money(now.exercise_cost),
            _money(now.market_price),
            _money(now.in_the_money),
        ]
        for award, now in positions
        if now.exercise_cost is not None and (now.exercisable or now.market_price is not None)
    ]
    if rows:
        yield Table(["Row", "Exercisable", "Exercise price", "Exercise cost", "Market price", "In the money"], rows, "lrrrrr")


def _flags(filing: FilingSchedules) -> Iterator[Block]:
    items = [f"{award.table}.{award.row}: {', '.join(award.flags)}" for award in filing.awards if award.flags]
    if items:
        yield Listing("Assumptions, failed checks and gaps (`vestcalc explain` tells them)", items)


def _number(value: Decimal | Fraction | None) -> str:
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else exact_text(value)


def _money(value: Decimal | None) -> str:
    if value is None:
        return ""
    left, _, right = grouped(value).partition(".")
    return f"{left}.{right:0<2}"
