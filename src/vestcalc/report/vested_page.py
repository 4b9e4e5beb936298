"""The pages of `vestcalc vested`: positions as of a day.

In: answers and a day, perhaps a market price. Out: blocks, rows of cells, or dicts in which `position` stands for the vests.
Totals leave out awards without figures and say how many. What leaving and a number of days ahead add stands in leave_page.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import count_value, decimal_text, exact_text, grouped, portion_text
from vestcalc.plain import award_dict, filing_dict, position_dict
from vestcalc.report.flat import HEADER, award_cells, text
from vestcalc.report.money import exact_or_none, money
from vestcalc.report.page import Block, Heading, Lines, Listing, Table
from vestcalc.report.words import filing_title, other_line

if TYPE_CHECKING:
    from vestcalc.report.leave_page import Ask
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
        "days_to_expiry",
        "exercise_cost",
        "market_price",
        "in_the_money",
        "status",
        "flags",
    ],
]
_FIGURES = ("granted", "vested", "unvested", "pending", "exercisable")


Positions = Sequence[tuple[AwardSchedule, "Position"]]


def positions_page(filings: Iterable[FilingSchedules], day: date, price: Decimal | None, ask: "Ask | None" = None) -> Iterator[Block]:
    """A table of positions for each filing, and totals; `ask`: what leaving or some days ahead would bring, under each table."""
    shown: list[Position] = []
    for filing in filings:
        yield Heading(f"{filing_title(filing)}, as of {day}")
        if filing.notices:
            yield Listing("Notices", filing.notices)
        positions = [(award, award.as_of(day, price)) for award in filing.awards]
        if positions:
            labels = [f"{award.table}.{award.row}" for award in filing.awards]
            yield positions_table(positions, labels)
            yield from values(positions, labels)
            yield from ask.blocks(filing.awards, labels) if ask else ()
            yield from _flags(filing)
        if filing.other_rows:
            yield Lines([other_line(row) for row in filing.other_rows])
        shown += [position for _, position in positions]
    yield from totals(shown, f"All awards, as of {day}")
    yield from ask.totals() if ask else ()


def totals(positions: Sequence["Position"], heading: str) -> Iterator[Block]:
    """The sums of those that have figures, and how many have none."""
    known = [position for position in positions if position.vested is not None]
    left_out = len(positions) - len(known)
    if len(positions) > 1:
        least = "at least " if any(position.at_least for position in known) else ""
        cells = [grouped(total(known, name)) for name in _FIGURES]
        yield Heading(heading, 2)
        yield Table([name.capitalize() for name in _FIGURES], [[cells[0], least + cells[1], *cells[2:]]], "rrrrr")
        if line := _worth(known):
            yield Lines([line])
    if left_out:
        yield Lines(
            [f"{left_out} award{' has' if left_out == 1 else 's have'} no figures and {'is' if left_out == 1 else 'are'} in no total."]
        )


def _worth(positions: Sequence["Position"]) -> str:
    """What of the exercisable shares is in and what out of the money, at the price given."""
    priced = [position for position in positions if position.in_the_money is not None]
    if not priced:
        return ""
    rich, poor = [p for p in priced if p.in_the_money], [p for p in priced if not p.in_the_money]
    value = sum((p.in_the_money or Decimal(0) for p in rich), Decimal(0))
    inside, outside = grouped(total(rich, "exercisable")), grouped(total(poor, "exercisable"))
    return f"At {priced[0].market_price}: {inside} exercisable shares in the money, by {money(value)}; {outside} out of the money."


def total(positions: Iterable["Position"], name: str) -> Fraction:
    """The sum of one figure; what is not exercised counts 0 as exercisable."""
    return sum((getattr(position, name) or Fraction(0) for position in positions), Fraction(0))


def position_rows(filing: FilingSchedules, day: date, price: Decimal | None, ask: "Ask | None" = None) -> Iterator[list[str]]:
    """One row an award, under POSITION_HEADER and what `ask` adds to it."""
    for award in filing.awards:
        yield [*position_row(filing, award, day, price), *(ask.cells(award) if ask else ())]


def position_row(filing: FilingSchedules, award: AwardSchedule, day: date, price: Decimal | None) -> list[str]:
    """The cells of one award, under POSITION_HEADER."""
    now = award.as_of(day, price)
    exact = award.rounding == "fractional"
    figures = [text(count_value(getattr(now, name), exact)) for name in _FIGURES[1:]]
    coming = ["", ""] if now.next_vest is None else [text(now.next_vest.date), text(count_value(now.next_vest.shares, exact))]
    costs = [exact_or_none(value) or "" for value in (now.exercise_cost, now.market_price, now.in_the_money)]
    flags = [text(now.expired), text(now.at_least), exact_or_none(now.percent_vested) or "", *coming]
    ends = [text(now.fully_vested_on), text(now.days_to_expiry)]
    return [*award_cells(filing, award), text(day), *figures, *flags, *ends, *costs, award.status, ";".join(award.flags)]


def position_dicts(
    filings: Iterable[FilingSchedules], day: date, price: Decimal | None, every: bool, ask: "Ask | None" = None
) -> Iterator[dict[str, Any]]:
    """FILINGs whose AWARDs have `position` instead of their vests; with `every`, beside them."""
    for filing in filings:
        yield filing_dict(filing, [_award(award, day, price, every) | (ask.dicts(award) if ask else {}) for award in filing.awards])


def _award(award: AwardSchedule, day: date, price: Decimal | None, every: bool) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in award_dict(award, None if every else ()).items():
        if key != "vests" or every:
            out[key] = value
        if key == "vests":
            out["position"] = position_dict(award, award.as_of(day, price))
    return out


def positions_table(positions: Positions, labels: Sequence[str]) -> Table:
    """The figures, one row an award."""
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
    for label, (award, now) in zip(labels, positions, strict=True):
        vested = ("at least " if now.at_least and now.vested is not None else "") + _share(now.vested, now.percent_vested)
        expires = f"{now.expires or ''}{' (expired)' if now.expired else ''}"
        figures = [grouped(number, "-") for number in (now.granted, now.unvested, now.pending, now.exercisable)]
        rows.append(
            [label, award.security, figures[0], vested, *figures[1:], award.exercise_price or "", expires, _coming(now), award.status]
        )
    return Table(headers, rows, "llrrrrrrlll")


def _coming(now: "Position") -> str:
    if now.next_vest is None:
        return ""
    when = f"{'by' if now.next_vest.latest else 'on'} {now.next_vest.date}"
    return f"{grouped(now.next_vest.shares)} {when}".strip()


def _share(vested: Fraction | None, portion: Fraction | None) -> str:
    """The number vested; where the whole is unknown, the portion."""
    if vested is None and portion:
        return f"{exact_text(portion)} of the award"
    return grouped(vested, "-")


def values(positions: Positions, labels: Sequence[str]) -> Iterator[Block]:
    """What follows from the figures: percent vested, the last dates, the money."""
    priced = any(now.market_price is not None for _, now in positions)
    rows = []
    for label, (award, now) in zip(labels, positions, strict=True):
        if now.percent_vested is None:
            continue
        ends = [_percent(now.percent_vested), _full(award, now), text(now.days_to_expiry)]
        worth = [money(now.market_price), _gain(now)] if priced else []
        rows.append([label, *ends, money(now.exercise_cost), *worth])
    if rows:
        headers = ["Row", "Percent vested", "Fully vested", "Days to expiry", "Exercise cost"]
        yield Table([*headers, *(["Market price", "In the money"] if priced else [])], rows, "lrlrrrr"[: 7 if priced else 5])


def _percent(portion: Fraction) -> str:
    """Exact: "56.25%", or "1/3" where a percentage has no end."""
    shown = decimal_text(portion * 100)
    return portion_text(portion) if shown is None or len(shown.partition(".")[2]) > 4 else f"{shown}%"


def _full(award: AwardSchedule, now: "Position") -> str:
    if now.fully_vested_on is None:
        return ""
    return f"{'by ' if any(vest.latest for vest in award.vests) else ''}{now.fully_vested_on}"


def _gain(now: "Position") -> str:
    """The value; words where the exercise price is not below the market price."""
    return "out of the money" if now.exercisable and now.in_the_money == 0 else money(now.in_the_money)


def _flags(filing: FilingSchedules) -> Iterator[Block]:
    items = [f"{award.table}.{award.row}: {', '.join(award.flags)}" for award in filing.awards if award.flags]
    if items:
        yield Listing("Assumptions, failed checks and gaps (`vestcalc explain` tells them)", items)
