"""The pages of `vestcalc portfolio`: who holds what of whom, each award once.

In: portfolios, a day, perhaps a price. Out: blocks, rows of cells, or dicts: awards with their positions, totals that say what they leave
out, the transactions beside them, and what was put together or left apart.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vestcalc.exact import count_value, grouped
from vestcalc.plain import award_head, position_dict
from vestcalc.questions.portfolio import Event, Held, Portfolio
from vestcalc.report.flat import text
from vestcalc.report.page import Block, Heading, Lines, Listing
from vestcalc.report.vested_page import POSITION_HEADER, position_row, positions_table, total, totals, values

if TYPE_CHECKING:
    from vestcalc.schedule.position import Position

HEADER = ["portfolio", *POSITION_HEADER, "reported_again"]
_FIGURES = ("granted", "vested", "unvested", "pending", "exercisable")


def title(group: Portfolio) -> str:
    """Owners and issuer."""
    owners = "; ".join(owner.name or "owner not named" for owner in group.owners) or "owner not named"
    return f"{owners}: {group.issuer.name or 'issuer not named'}"


def portfolio_page(groups: Iterable[Portfolio], day: date, price: Decimal | None) -> Iterator[Block]:
    """A table of positions for each portfolio, totals, transactions, notices."""
    for group in groups:
        yield Heading(f"{title(group)}, as of {day}")
        yield Lines([f"From {', '.join(dict.fromkeys(filing.source for filing in group.filings))}"])
        positions = [(held.award, held.award.as_of(day, price)) for held in group.awards]
        if positions:
            yield positions_table(positions, [_label(held, number) for number, held in enumerate(group.awards, 1)])
            yield from values(positions, [f"[{number}]" for number in range(1, len(positions) + 1)])
            yield from totals([position for _, position in positions], "All awards")
            yield Listing("Awards", [_source(held, number) for number, held in enumerate(group.awards, 1)])
        else:
            yield Lines(["No awards."])
        if group.events:
            yield Listing("Transactions beside the awards, taken off none of them", [_event(event) for event in group.events])
        found = [f"{filing.source}: {notice}" for filing in group.filings for notice in filing.notices]
        if notices := [*group.notices, *found]:
            yield Listing("Notices", notices)


def portfolio_rows(groups: Iterable[Portfolio], day: date, price: Decimal | None) -> Iterator[list[str]]:
    """One row an award, under HEADER."""
    for group in groups:
        for held in group.awards:
            again = "; ".join(f"{filing.source} {award.table}.{award.row}" for filing, award in held.again)
            yield [title(group), *position_row(held.filing, held.award, day, price), again]


def portfolio_dicts(groups: Iterable[Portfolio], day: date, price: Decimal | None) -> list[dict[str, Any]]:
    """One dict a portfolio."""
    return [_dict(group, day, price) for group in groups]


def _dict(group: Portfolio, day: date, price: Decimal | None) -> dict[str, Any]:
    positions = [held.award.as_of(day, price) for held in group.awards]
    known = [position for position in positions if position.vested is not None]
    return {
        "owners": [{"name": owner.name, "cik": owner.cik} for owner in group.owners],
        "issuer": {"name": group.issuer.name, "cik": group.issuer.cik, "symbol": group.issuer.symbol},
        "as_of": day.isoformat(),
        "sources": [filing.source for filing in group.filings],
        "awards": [_award(held, position) for held, position in zip(group.awards, positions, strict=True)],
        "totals": {name: count_value(total(known, name)) for name in _FIGURES},
        "at_least": any(position.at_least for position in known),
        "left_out": len(positions) - len(known),
        "transactions": [_event_dict(event) for event in group.events],
        "notices": list(group.notices),
    }


def _award(held: Held, position: "Position") -> dict[str, Any]:
    again = [{"source": filing.source, "table": award.table, "row": award.row} for filing, award in held.again]
    return {
        "source": held.filing.source,
        **award_head(held.award),
        "position": position_dict(held.award, position),
        "reported_again": again,
    }


def _event_dict(event: Event) -> dict[str, Any]:
    return {
        "date": None if event.day is None else event.day.isoformat(),
        "code": event.code,
        "what": event.what,
        "security": event.security,
        "shares": count_value(event.shares),
        "price": event.price,
        "source": event.filing.source,
        "table": event.table,
        "row": event.row,
    }


def _label(held: Held, number: int) -> str:
    return f"[{number}]" + ("*" if held.again else "")


def _source(held: Held, number: int) -> str:
    again = ", ".join(f"{filing.source} {award.table}.{award.row}" for filing, award in held.again)
    flags = f"; {', '.join(held.award.flags)}" if held.award.flags else ""
    granted = f", granted {held.award.granted}" if held.award.granted else ", grant date unknown"
    where = f"{held.filing.source} {held.award.table}.{held.award.row}"
    return f"[{number}] {where}{granted}{f'; also {again}' if again else ''}{flags}"


def _event(event: Event) -> str:
    price = f" at {event.price}" if event.price is not None else ""
    where = f"{event.filing.source} {event.table}.{event.row}"
    count = grouped(event.shares) or "a number not legible"
    return f"{text(event.day) or 'no date'} {event.code} ({event.what}): {count} {event.security}{price} ({where})"
