"""A calendar of all-day events: vests, and the last day to exercise or the day an award expires.

In: answers, a view, days of alarms, the time it is made. Out: iCalendar (RFC 5545) bytes. Each event's UID is made of what
the award and the event are, never of a file's name or of the figures, so that a second import updates the first. What has no date is
in no calendar; it is told in the description of the award's other events. Refuses, with the install command, a missing extra.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from hashlib import sha256
from itertools import groupby

from msgspec import Struct

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import grouped, portion_text
from vestcalc.report.extras import extra
from vestcalc.report.page import visible
from vestcalc.report.view import View
from vestcalc.report.words import award_title, filing_title, pending_lines
from vestcalc.schedule.model import Vest
from vestcalc.schedule.position import EXERCISED

#: RFC 5545 wants a stamp; the clock is not read here.
_STAMP = datetime(2000, 1, 1, tzinfo=UTC)


class Event(Struct, frozen=True):
    """One all-day event; `what` and its `uid` stay the same when figures change."""

    uid: str
    day: date
    summary: str
    lines: tuple[str, ...]


def as_ics(filings: Iterable[FilingSchedules], view: View | None = None, alarms: Sequence[int] = (), stamp: datetime = _STAMP) -> bytes:
    """The calendar of all awards; `alarms` are numbers of days before each event; a later `stamp` tells a calendar what is newer."""
    ics = extra("icalendar", "ics", "calendars")
    calendar = ics.Calendar()
    calendar.add("prodid", "-//vestcalc//vesting//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Vesting")
    for event in events(filings, view or View()):
        entry = ics.Event()
        entry.add("uid", event.uid)
        entry.add("dtstamp", stamp)
        entry.add("dtstart", event.day)
        if event.day < date.max:
            entry.add("dtend", event.day + timedelta(days=1))
        entry.add("summary", event.summary)
        entry.add("description", "\n".join(event.lines))
        entry.add("transp", "TRANSPARENT")
        for days in alarms:
            alarm = ics.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", event.summary)
            alarm.add("trigger", -timedelta(days=days))
            entry.add_component(alarm)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def events(filings: Iterable[FilingSchedules], view: View) -> Iterator[Event]:
    """The events in the order of the awards; of several vests of one award on one day there is one event."""
    seen: dict[str, int] = {}
    for filing in filings:
        for award in filing.awards:
            key = _award_key(filing, award)
            seen[key] = seen.get(key, 0) + 1
            own = key if seen[key] == 1 else f"{key}|{seen[key]}"
            yield from _vests(filing, award, own, view)
            yield from _end(filing, award, own, view)


def _vests(filing: FilingSchedules, award: AwardSchedule, own: str, view: View) -> Iterator[Event]:
    for day, run in groupby(view.vests(award), key=lambda vest: vest.date):
        vests = list(run)
        latest = any(vest.latest for vest in vests)
        amount = _amount(vests)
        verb = "vests" if amount.startswith("1 share") or award.shares is None else "vest"
        summary = f"{amount} {verb}{' at the latest' if latest else ''}: {_name(filing, award)}"
        after = vests[-1]
        lines = [_title(filing, award), f"{amount} on {day}"]
        if after.vested is not None:
            lines.append(f"{grouped(after.vested)} vested, {grouped(after.unvested)} unvested after it")
        if latest:
            lines.append("It may have vested, or may vest, sooner: the words name this day at the latest.")
        lines += [f"pending: {line}" for line in pending_lines(award)]
        lines += [f"assumption {one.code}: {one.text}" for one in award.assumptions]
        lines += [f"CHECK FAILED {one.code}: {one.text}" for one in award.checks if not one.ok]
        yield Event(_uid(own, "vest", day.isoformat()), day, visible(summary), tuple(visible(line) for line in lines))


def _end(filing: FilingSchedules, award: AwardSchedule, own: str, view: View) -> Iterator[Event]:
    """The last day to exercise, of what is exercised; of anything else the day it expires."""
    day = award.expires
    if day is None or not (view.first or day) <= day <= (view.last or day):
        return
    exercised = award.kind in EXERCISED
    what = "Last day to exercise (expires)" if exercised else "Expires"
    lines = [_title(filing, award)]
    if exercised and award.exercise_price:
        lines.append(f"exercise price {award.exercise_price}")
    yield Event(_uid(own, "expires", ""), day, visible(f"{what}: {_name(filing, award)}"), tuple(visible(line) for line in lines))


def _amount(vests: Sequence[Vest]) -> str:
    counts = [vest.shares for vest in vests if vest.shares is not None]
    if len(counts) == len(vests):
        total = sum(counts, Fraction(0))
        return f"{grouped(total)} share{'' if total == 1 else 's'}"
    return f"{portion_text(sum((vest.portion for vest in vests), Fraction(0)))} of the award"


def _name(filing: FilingSchedules, award: AwardSchedule) -> str:
    issuer = filing.issuer.symbol or filing.issuer.name
    return f"{issuer} {award.security}" if issuer else award.security


def _title(filing: FilingSchedules, award: AwardSchedule) -> str:
    return f"{filing_title(filing)}: {award_title(award)}"


def _award_key(filing: FilingSchedules, award: AwardSchedule) -> str:
    """What an award is, wherever its filing lies: issuer, owners, security, grant, expiration, price; no row: amendments count anew."""
    issuer = filing.issuer.cik or filing.issuer.name or ""
    owners = ",".join(sorted(owner.cik or owner.name or "" for owner in filing.owners))
    grant = award.granted or filing.period_of_report or ""
    parts = (issuer, owners, award.security, grant, award.expires or "", award.exercise_price or "")
    return "|".join(str(part) for part in parts)


def _uid(own: str, what: str, day: str) -> str:
    return sha256(f"{own}|{what}|{day}".encode()).hexdigest()[:32] + "@vestcalc"
