"""What if: an event gets a date, or everything unvested vests on a day.

In: answers, and NAME=DATE pairs or a day. Out: answers with changed schedules, each with a notice saying what was supposed. An event
dates the parts that wait for it and the earlier or later of it and another moment; accelerations and conditions stay words.
Refuses, as UsageError, a name that no award waits for, a name that fits several events, and a day before every grant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.calculate import Options
from vestcalc.choose import choose
from vestcalc.given import UsageError, shown
from vestcalc.schedule.model import Vest
from vestcalc.terms.models import Dated, EarliestOf, FromAnchor, LatestOf, Moment, Pending, Rule, Series, Terms

Events = Sequence[tuple[str, date]]
_EMPTY = frozenset({"a", "an", "the", "of", "our", "its", "upon", "on", "at", "date", "day", "which", "occurs", "company", "s"})
#: A part that counts a time from its event, though it was read as waiting for the event alone: the event's day is not its date.
_LATER = re.compile(
    r"\banniversar|\binstallments?\b|\beach\b|\b(?:years?|months?|quarters?|weeks?|days?)\s+(?:after|following|from)\b", re.IGNORECASE
)


def events_of(award: AwardSchedule) -> tuple[str, ...]:
    """Every event the award's terms name, each once, as the words put it."""
    found = [name for terms in _readings(award) for rule in terms.rules for name in _events_of_rule(rule)]
    return tuple(dict.fromkeys(found))


def with_events(filings: Sequence[FilingSchedules], events: Events, options: Options | None = None) -> list[FilingSchedules]:
    """The filings with each NAME=DATE of `events` dated wherever an award waits for it; `options` are those they were made with."""
    known = list(dict.fromkeys(name for filing in filings for award in filing.awards for name in events_of(award)))
    dated: dict[str, date] = {}
    for name, day in events:
        for event in _known_as(name, known, filings):
            if dated.setdefault(event, day) != day:
                raise UsageError(f"--event: {shown(event)} is given two dates, {dated[event]} and {day}; give it one")
    return [_dated(filing, dated, options or Options()) if dated else filing for filing in filings]


def accelerate(filings: Sequence[FilingSchedules], day: date) -> list[FilingSchedules]:
    """The filings with everything that is unvested on `day` vesting on it; what is pending stays pending."""
    begun_by(filings, day, "--accelerate")
    return [_accelerated(filing, day) for filing in filings]


def begun_by(filings: Sequence[FilingSchedules], day: date, option: str) -> None:
    """Refuses a day that lies before the grant of every award whose grant date is known."""
    grants = [award.granted for filing in filings for award in filing.awards]
    known = [granted for granted in grants if granted is not None]
    if grants and len(known) == len(grants) and day < min(known):
        raise UsageError(f"{option}: {day} lies before the grant date {min(known)}; give a day on or after it")


def accelerated(award: AwardSchedule, day: date) -> AwardSchedule:
    """The award with all its vests after `day` on `day`; rule by rule, so that each row still names its rule."""
    schedule = award.schedule
    if award.granted is not None and day < award.granted:
        return award
    kept = [vest for vest in schedule.vests if vest.date <= day]
    later = [vest for vest in schedule.vests if vest.date > day]
    if not later:
        return award
    return replace(award, schedule=replace(schedule, vests=(*kept, *_together(kept, later, day))))


def _together(kept: Sequence[Vest], later: Sequence[Vest], day: date) -> Iterator[Vest]:
    end = later[-1].vested
    vested = kept[-1].vested if kept else None if end is None else Fraction(0)
    for rule in dict.fromkeys(vest.rule for vest in later):
        own = [vest for vest in later if vest.rule == rule]
        portion, latest = sum((vest.portion for vest in own), Fraction(0)), any(vest.latest for vest in own)
        if end is None or vested is None:
            yield Vest(day, portion, None, None, None, latest, rule)
            continue
        shares = sum((vest.shares or Fraction(0) for vest in own), Fraction(0))
        vested += shares
        yield Vest(day, portion, shares, vested, end - vested, latest, rule)


def _accelerated(filing: FilingSchedules, day: date) -> FilingSchedules:
    awards = tuple(accelerated(award, day) for award in filing.awards)
    moved = sum(now is not before for now, before in zip(awards, filing.awards, strict=True))
    if not moved:
        return filing
    notice = f"what if: all that is unvested on {day} vests on it ({moved} of {len(awards)} award{'' if len(awards) == 1 else 's'})"
    return replace(filing, awards=awards, notices=(*filing.notices, notice))


def _dated(filing: FilingSchedules, dated: dict[str, date], options: Options) -> FilingSchedules:
    awards: list[AwardSchedule] = []
    notices = list(filing.notices)
    for award in filing.awards:
        mine = [(name, dated[name]) for name in events_of(award) if name in dated]
        where = f"Table {award.table} row {award.row}"
        for name, day in list(mine):
            if _counts_from(award, name):
                mine.remove((name, day))
                notices.append(f"{where}: a time is counted from {name!r}, and not how: the event's date does not date it")
            else:
                notices.append(f"what if: {where}: {name!r} is on {day}")
        awards.append(_rebuilt(award, tuple(mine), options) if mine else award)
    return replace(filing, awards=tuple(awards), notices=tuple(notices))


def _rebuilt(award: AwardSchedule, events: tuple[tuple[str, date], ...], options: Options) -> AwardSchedule:
    readings = tuple(replace(terms, events=(*events, *terms.events)) for terms in _readings(award))
    terms, schedule, tried = choose(readings, award.facts, award.rounding, options.day_of_month)
    return replace(award, terms=terms, tried=tried, schedule=schedule)


def _readings(award: AwardSchedule) -> tuple[Terms, ...]:
    return tuple(terms for terms, _ in award.tried) or (award.terms,)


def _counts_from(award: AwardSchedule, event: str) -> bool:
    """Whether a part that waits for `event` alone says, outside the event's own words, that a time goes by after it."""
    quotes = [rule.place.quote for rule in award.terms.rules if isinstance(rule, Pending) and rule.event == event]
    return any(_LATER.search(quote) for quote in quotes)


def _events_of_rule(rule: Rule) -> Iterator[str]:
    if isinstance(rule, Pending):
        yield rule.event
    elif isinstance(rule, Dated):
        yield from _events_of_moment(rule.on)
    elif isinstance(rule, Series):
        yield from _events_of_moment(rule.start)
        yield from _events_of_moment(rule.until)


def _events_of_moment(moment: Moment | None) -> Iterator[str]:
    if isinstance(moment, FromAnchor) and moment.anchor == "event" and moment.event:
        yield moment.event
    elif isinstance(moment, EarliestOf | LatestOf):
        for one in moment.of:
            yield from _events_of_moment(one)


def _known_as(name: str, known: Sequence[str], filings: Sequence[FilingSchedules]) -> list[str]:
    """The one event that `name` names, in all its spellings: in full, by some of its words in a row, or by its initials."""
    wanted = _words(name)
    full = [event for event in known if _words(event) == wanted]
    fits = full or [event for event in known if wanted and _names(wanted, event)]
    if len({_words(event) for event in fits}) == 1:
        return fits
    if fits:
        raise UsageError(f"--event: {shown(name)} names several events: {_listed(fits)}; write more of its words")
    if any(_names(wanted, remark.event) for filing in filings for award in filing.awards for remark in award.accelerations if wanted):
        raise UsageError(f"--event: {shown(name)} is an acceleration, which is not dated; --accelerate DATE vests all that is unvested")
    hint = f"the awards wait for {_listed(known)}" if known else "no award waits for an event"
    raise UsageError(f"--event: no award waits for {shown(name)}; {hint}")


def _words(text: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", text.casefold())
    return tuple(word for word in words if word not in _EMPTY) or tuple(words)


def _names(wanted: tuple[str, ...], event: str) -> bool:
    words = _words(event)
    if any(words[start : start + len(wanted)] == wanted for start in range(len(words))):
        return True
    return len(wanted) == 1 and len(wanted[0]) > 2 and wanted[0] in _initials(words)


def _initials(words: tuple[str, ...]) -> Iterable[str]:
    for start in range(len(words)):
        for stop in range(start + 2, len(words) + 1):
            yield "".join(word[0] for word in words[start:stop])


def _listed(events: Iterable[str]) -> str:
    found = list(dict.fromkeys(events))
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    return ", ".join(shown(event) for event in found[:5]) + more
