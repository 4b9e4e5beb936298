"""The lines that several pages share: what a filing, an award and a row are called.

In: answers. Out: one-line texts, amounts grouped and dates ISO; what is unknown is said to be unknown.
"""

from collections.abc import Iterator

from vestcalc.answers import AwardSchedule, FilingSchedules, OtherRow
from vestcalc.exact import grouped, portion_text
from vestcalc.report.page import Block, Listing
from vestcalc.schedule.model import Schedule
from vestcalc.terms.describe import describe_terms, event_text


def filing_title(filing: FilingSchedules) -> str:
    """Issuer, owners, form, period, source."""
    issuer = filing.issuer.name or ("" if filing.form is None else "issuer not legible")
    if filing.issuer.symbol:
        issuer = f"{issuer} [{filing.issuer.symbol}]".strip()
    owners = "; ".join(owner.name or "owner not legible" for owner in filing.owners)
    form = f"Form {filing.form}" if filing.form else "terms alone"
    period = f"period {filing.period_of_report}" if filing.period_of_report else ""
    return ", ".join(part for part in (issuer, owners, form, period) if part) + f" ({filing.source})"


def award_title(award: AwardSchedule) -> str:
    """Table, row, security, status."""
    return f"Table {award.table} row {award.row}: {award.security}: {award.status}"


def award_facts(award: AwardSchedule) -> str:
    """Granted, shares, exercise price, expiration, and a code other than A."""
    shares = "number of shares unknown" if award.shares is None else f"{grouped(award.shares)} shares"
    parts = [f"granted {award.granted}" if award.granted else "grant date unknown", shares]
    if award.exercise_price is not None:
        parts.append(f"exercise price {award.exercise_price}")
    if award.expires:
        parts.append(f"expires {award.expires}")
    if award.code is None:
        parts.append("a holding" if award.facts.is_holding else "code not legible")
    elif award.code != "A":
        parts.append(f"code {award.code}")
    if award.rounding != "cumulative-round-down":
        parts.append(f"rounding {award.rounding}")
    return ", ".join(parts)


def other_line(row: OtherRow) -> str:
    """One line: what the row is and why it has no schedule."""
    count = grouped(row.shares) or "number not legible"
    price = f" at {row.price}" if row.price is not None else ""
    day = f" on {row.date}" if row.date else ""
    what, _, why = row.text.partition(": ")
    if not why:
        return f"Table {row.table} row {row.row}: {row.security}, {count}{price}{day}: {row.text}; no schedule"
    return f"Table {row.table} row {row.row}: {row.security}, {what}, {count}{price}{day}: {why}; no schedule"


def pending_lines(award: AwardSchedule) -> list[str]:
    """What waits on events: how much, and on what."""
    out = []
    for part in award.pending:
        share = f" ({portion_text(part.portion)})" if part.portion is not None else ""
        amount = f"{grouped(part.shares)} shares" if part.shares is not None else "a number not stated"
        out.append(f"{amount}{share} {event_text(part.event)} [{part.rule}]")
    return out


def readings(award: AwardSchedule) -> list[tuple[str, str]]:
    """Where the words have several readings: each in one sentence, and the dates it would give or why it cannot be meant."""
    return [(describe_terms(terms), _came_to(schedule)) for terms, schedule in award.tried]


def _came_to(schedule: Schedule) -> str:
    vests = schedule.vests
    if not vests:
        return "; ".join(gap.text for gap in schedule.gaps) or f"no dates: {schedule.status}"
    unit = "" if vests[0].shares is None else " shares"
    shown = [f"{vest.date} {grouped(vest.shares) or portion_text(vest.portion)}{unit}" for vest in (*vests[:2], vests[-1])[-len(vests) :]]
    dates = ", ".join(shown) if len(vests) < 4 else f"{shown[0]}, {shown[1]} ... {shown[-1]}"
    return f"{schedule.status}, {len(vests)} vest{'' if len(vests) == 1 else 's'}: {dates}"


def remarks(award: AwardSchedule) -> Iterator[Block]:
    """Under an award: assumptions, checks, gaps."""
    if award.assumptions:
        yield Listing("Assumptions", [f"{one.code}: {one.text}" for one in award.assumptions])
    if award.checks:
        yield Listing("Checks", [f"{'ok' if one.ok else 'FAILED'}  {one.code}: {one.text}" for one in award.checks])
    if award.gaps:
        yield Listing("Gaps", [f"{gap.reason.value}: {gap.text}{where(gap.note, gap.quote)}" for gap in award.gaps])


def where(note: str | None, quote: str) -> str:
    """(note 1: "the words")"""
    words = f'"{quote if len(quote) <= 160 else quote[:157] + "..."}"' if quote else ""
    place = ": ".join(part for part in (f"note {note}" if note else "", words) if part)
    return f" ({place})" if place else ""
