"""One award as a VESTING_TERMS object of the Open Cap Format.

In: an award and an id. Out: the object, the day its vesting starts (None where no condition needs it), and notices of what the format
cannot say; or no object. Of the forms tried - periods, then dates, then dates with counts of shares - the first is taken that reads
back, through the engine, as the same shares on the same days.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from msgspec import Struct, field

from vestcalc.answers import AwardSchedule
from vestcalc.exact import decimal_text
from vestcalc.gaps import VestcalcError
from vestcalc.report.ocf.fit import Link, dates, links
from vestcalc.report.ocf.read import ALLOCATIONS, START_DAY, schedule_of
from vestcalc.report.page import visible
from vestcalc.says import says
from vestcalc.schedule.model import Schedule
from vestcalc.terms.describe import describe_terms, event_text

Json = dict[str, Any]
START = "start"


class Written(Struct):
    """What became of an award; `item` None where nothing could be written."""

    item: Json | None = None
    start: date | None = None
    notices: list[str] = field(default_factory=list)


def written(award: AwardSchedule, own: str) -> Written:
    """The vesting terms of an award, with the id `own`."""
    if award.status not in ("complete", "partial", "pending"):
        return Written(notices=[f"{award.status}: no vesting terms are written"])
    notices = list(_notices(award))
    for path, start, policy, counts in _forms(award):
        item = _item(award, own, path, policy, counts)
        if item is not None and _same(award, item, start):
            if counts:
                notices.append(f"no allocation type of OCF gives the shares of {award.rounding} here: they are written out as numbers")
            return Written(item, start if any(link.after == START for link in path) else None, notices)
    return Written(notices=[*notices, "no form of the format gives the same schedule: no vesting terms are written"])


def _forms(award: AwardSchedule) -> Iterator[tuple[list[Link], date | None, str, bool]]:
    """(links, day vesting starts, day-of-month policy, whether shares are written as numbers), the best first."""
    start = award.terms.commencement or award.granted
    if award.rounding in ALLOCATIONS:
        if start is not None and (path := links(award, start, start.day)) and any(link.after == START for link in path):
            yield path, start, START_DAY, False
        day = max((vest.date.day for vest in award.vests), default=0)
        policy = f"{day:02}" if day < 29 else f"{day}_OR_LAST_DAY_OF_MONTH"
        if day and (path := links(award, None, day)):
            yield path, start, policy, False
        yield dates(award), start, START_DAY, False
    if award.shares is not None:
        yield dates(award), start, START_DAY, True


def _item(award: AwardSchedule, own: str, path: list[Link], policy: str, counts: bool) -> Json | None:
    """The object; None where a count has more digits than the format holds."""
    conditions: list[Json] = []
    if any(link.after == START for link in path):
        conditions.append({"id": START, "quantity": "0", "trigger": {"type": "VESTING_START_DATE"}, "next_condition_ids": []})
    for number, link in enumerate(path, 1):
        amount = _amount(award.vests[number - 1].shares if counts else None, link.portion)
        if amount is None:
            return None
        name, before = f"vest-{number}", conditions[-1]["id"] if conditions else ""
        told = visible(says(award.rules[link.rule - 1])) + (" (at the latest: it may vest sooner)" if link.latest else "")
        if conditions:
            conditions[-1]["next_condition_ids"] = [name]
        trigger = _trigger(link, START if link.after == START else before, policy)
        conditions.append({"id": name, "description": told, **amount, "trigger": trigger, "next_condition_ids": []})
    for number, part in enumerate(award.pending, 1):
        amount = _amount(part.shares if counts or part.portion is None else None, part.portion)
        if amount is not None:
            told = visible(event_text(part.event))
            event = {"id": f"event-{number}", "description": told, **amount, "trigger": {"type": "VESTING_EVENT"}}
            conditions.append({**event, "next_condition_ids": []})
    if not conditions:
        return None
    return {
        "id": own,
        "object_type": "VESTING_TERMS",
        "name": visible(f"Vesting of {award.security}, table {award.table} row {award.row}"),
        "description": visible(describe_terms(award.terms)) or "Vesting as dated",
        "allocation_type": ALLOCATIONS.get(award.rounding, "CUMULATIVE_ROUND_DOWN"),
        "vesting_conditions": conditions,
        "comments": [visible(line) for line in _comments(award)],
    }


def _trigger(link: Link, origin: str, policy: str) -> Json:
    if link.on is not None:
        return {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": link.on.isoformat()}
    period: Json = {
        "length": link.every.months or link.every.days,
        "type": "MONTHS" if link.every.months else "DAYS",
        "occurrences": link.times,
    }
    if link.every.months:
        period["day_of_month"] = policy
    return {"type": "VESTING_SCHEDULE_RELATIVE", "period": period, "relative_to_condition_id": origin}


def _amount(units: Fraction | None, portion: Fraction | None) -> Json | None:
    """A quantity of at most ten decimals, or a portion."""
    if units is not None:
        text = decimal_text(units)
        return None if text is None or len(text.partition(".")[2]) > 10 else {"quantity": text}
    if portion is None:
        return None
    return {"portion": {"numerator": str(portion.numerator), "denominator": str(portion.denominator)}}


def _same(award: AwardSchedule, item: Json, start: date | None) -> bool:
    """The terms read back as the award's shares on the award's days, and as much of it pending."""
    try:
        back = schedule_of(item, award.shares, start)
    except VestcalcError:
        return False
    return _by_day(back) == _by_day(award.schedule) and _waiting(back) == _waiting(award.schedule)


def _by_day(schedule: Schedule) -> Counter[tuple[date, bool]]:
    """Shares, or portions where the size is unknown, by day."""
    sums: Counter[tuple[date, bool]] = Counter()
    for vest in schedule.vests:
        known = vest.shares is not None
        sums[vest.date, known] += vest.shares if vest.shares is not None else vest.portion  # type: ignore[assignment]
    return +sums


def _waiting(schedule: Schedule) -> list[tuple[Fraction | None, Fraction | None]]:
    return [(part.portion, part.shares) for part in schedule.pending]


def _notices(award: AwardSchedule) -> Iterator[str]:
    """What the format has no place for."""
    latest = sum(vest.latest for vest in award.vests)
    if latest:
        yield f"{latest} vest{'' if latest == 1 else 's'} may come sooner: OCF has a day only, and the description says so"
    if award.pending:
        yield "what waits for an event stands beside the dated path: OCF does not say that both go on"
    if award.status == "partial" and len(award.pending) == 0:
        yield "a part has neither date nor event, and is in no condition"
    if award.accelerations:
        yield "accelerations are not dated, and stand in the comments only"


def _comments(award: AwardSchedule) -> Iterator[str]:
    yield from (f"assumption {one.code}: {one.text}" for one in award.assumptions)
    yield from (f"condition: {one.event}: {one.place.quote}" for one in award.conditions)
    yield from (f"acceleration, not dated: {one.event}: {one.place.quote}" for one in award.accelerations)
    yield from (f"check failed {one.code}: {one.text}" for one in award.checks if not one.ok)
    yield from (f"note {name}: {text}" for name, text in award.notes)
