"""The pages of `vestcalc upcoming`: the next events, and what expires soon.

In: answers, a day, how many events or days ahead, perhaps a price and someone leaving. Out: blocks, rows of cells, or dicts. Awards
without dates are counted, not passed over in silence.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from msgspec import Struct

from vestcalc.answers import FilingSchedules
from vestcalc.exact import count_value, grouped, portion_text
from vestcalc.given import UsageError
from vestcalc.plain import award_head, filing_head
from vestcalc.questions.upcoming import Coming, Expiring, Leave, coming_up, expiring
from vestcalc.report.flat import HEADER as AWARD_HEADER
from vestcalc.report.flat import award_cells, text
from vestcalc.report.money import exact_or_none, money
from vestcalc.report.page import Block, Heading, Lines, Listing, Table

#: So many events are shown where neither --next nor --within is given.
MOST = 10
EVENT_HEADER = [*AWARD_HEADER[:12], "date", "event", "event_shares", "event_portion", "latest", "at_least", "note"]
_NAMES = {"vest": "vests", "expiry": "expires", "last-day-to-exercise": "last day to exercise"}


class Ahead(Struct, frozen=True):
    """What lies ahead of `day`: `events` of `found` in all, and what expires within `days`."""

    filings: Sequence[FilingSchedules]
    day: date
    days: int | None
    price: Decimal | None
    events: Sequence[Coming]
    found: int
    expiring: Sequence[Expiring]
    undated: int

    @classmethod
    def of(
        cls,
        filings: Sequence[FilingSchedules],
        day: date,
        *,
        number: int | None,
        days: int | None,
        price: Decimal | None,
        leave: Leave | None,
    ) -> "Ahead":
        """The first `number` events, those within `days`, or both."""
        events = coming_up(filings, day, leave=leave)
        if days is not None:
            until = _until(day, days)
            events = [event for event in events if event.day <= until]
        shown = events[: number if number is not None else len(events) if days is not None else MOST]
        soon = expiring(filings, day, days, price) if days is not None else []
        undated = sum(award.status in ("incomplete", "none", "not-understood") for filing in filings for award in filing.awards)
        return cls(filings, day, days, price, shown, len(events), soon, undated)


def _until(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise UsageError("--within: leads beyond the calendar, which ends with the year 9999") from None


def upcoming_page(ahead: Ahead) -> Iterator[Block]:
    """The events, what expires, and what is not in them."""
    span = "" if ahead.days is None else f" to {_until(ahead.day, ahead.days)}"
    yield Heading(f"Coming up, from {ahead.day}{span}")
    notices = [f"{filing.source}: {notice}" for filing in ahead.filings for notice in filing.notices]
    if notices:
        yield Listing("Notices", notices)
    if ahead.events:
        headers = ["Date", "Event", "Shares", "Row", "Security", "Filing", "Note"]
        yield Table(headers, [_cells(event) for event in ahead.events], "llrllll")
    else:
        yield Lines(["Nothing."])
    lines = [f"{len(ahead.events)} of {ahead.found} events; --next N shows more."] if len(ahead.events) < ahead.found else []
    if ahead.undated:
        lines.append(f"{ahead.undated} award{' has' if ahead.undated == 1 else 's have'} no dates and can have vests not shown here.")
    if lines:
        yield Lines(lines)
    if ahead.days is not None:
        yield from _expiring(ahead)


def _cells(event: Coming) -> list[str]:
    shares = grouped(event.shares)
    if event.shares is None and event.portion is not None:
        shares = f"{portion_text(event.portion)} of the award"
    least = "at least " if event.at_least and event.shares is not None else ""
    when = f"{'by ' if event.latest else ''}{event.day}"
    row = f"{event.award.table}.{event.award.row}"
    return [when, _NAMES[event.kind], f"{least}{shares}", row, event.award.security, event.filing.source, event.text]


def _expiring(ahead: Ahead) -> Iterator[Block]:
    yield Heading(f"Expires by {_until(ahead.day, ahead.days or 0)}", 2)
    if not ahead.expiring:
        yield Lines(["Nothing."])
        return
    headers = ["Expires", "Days", "Row", "Security", "Filing", "Exercisable", "Exercise price", "In the money", "Note"]
    rows = []
    for one in ahead.expiring:
        value = "out of the money" if one.under_water else money(one.now.in_the_money)
        least = "at least " if one.now.at_least and one.now.exercisable is not None else ""
        figures = [f"{least}{grouped(one.now.exercisable, '-')}", one.award.exercise_price or "", value, one.weekend or ""]
        row = f"{one.award.table}.{one.award.row}"
        rows.append([str(one.expires), str(one.days), row, one.award.security, one.filing.source, *figures])
    yield Table(headers, rows, "lrlllrrrl")
    shares, worth, unknown = in_the_money(ahead.expiring)
    if ahead.price is not None:
        line = f"At {ahead.price}: {grouped(shares)} exercisable shares in the money, by {money(worth)}"
        yield Lines([line + (f"; {unknown} award{'' if unknown == 1 else 's'} left out, without figures." if unknown else ".")])


def in_the_money(expiring: Sequence[Expiring]) -> tuple[Fraction, Decimal, int]:
    """(exercisable shares in the money, their value, how many awards have no figures)."""
    known = [one for one in expiring if one.now.in_the_money is not None]
    rich = [one for one in known if one.now.in_the_money]
    shares = sum((one.now.exercisable or Fraction(0) for one in rich), Fraction(0))
    return shares, sum((one.now.in_the_money or Decimal(0) for one in rich), Decimal(0)), len(expiring) - len(known)


def event_rows(ahead: Ahead) -> Iterator[list[str]]:
    """One row an event, under EVENT_HEADER."""
    for event in ahead.events:
        portion = "" if event.portion is None else portion_text(event.portion)
        figures = [text(count_value(event.shares)), portion, text(event.latest), text(event.at_least), event.text]
        yield [*award_cells(event.filing, event.award), event.day.isoformat(), event.kind, *figures]


def filing_dicts(ahead: Ahead) -> Iterator[dict[str, Any]]:
    """FILINGs with the heads of their AWARDs."""
    for filing in ahead.filings:
        yield {**filing_head(filing), "awards": [award_head(award) for award in filing.awards], "notices": list(filing.notices)}


def more_dicts(ahead: Ahead) -> dict[str, Any]:
    """What stands beside the filings: `events`, `expiring`, and how many awards have no dates."""
    return {
        "as_of": ahead.day.isoformat(),
        "events": [_event_dict(event) for event in ahead.events],
        "events_in_all": ahead.found,
        "expiring": [_expiring_dict(one) for one in ahead.expiring],
        "without_dates": ahead.undated,
    }


def _event_dict(event: Coming) -> dict[str, Any]:
    return {
        "date": event.day.isoformat(),
        "event": event.kind,
        "source": event.filing.source,
        "table": event.award.table,
        "row": event.award.row,
        "shares": count_value(event.shares),
        "portion": None if event.portion is None else portion_text(event.portion),
        "latest": event.latest,
        "at_least": event.at_least,
        "note": event.text or None,
    }


def _expiring_dict(one: Expiring) -> dict[str, Any]:
    return {
        "expires": one.expires.isoformat(),
        "days": one.days,
        "source": one.filing.source,
        "table": one.award.table,
        "row": one.award.row,
        "exercisable": count_value(one.now.exercisable),
        "exercise_price": one.award.exercise_price,
        "market_price": exact_or_none(one.now.market_price),
        "in_the_money": exact_or_none(one.now.in_the_money),
        "weekend": one.weekend is not None,
    }
