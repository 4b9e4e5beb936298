"""Starts and ends told by less than a day: "beginning in 2021", "through 2026", "starting in January 2020", "the quarter ending D".

The day is the one that the cadence of the sentence has in that year or month. Builders for the patterns of `roles`.
"""

from datetime import date, timedelta

from vestcalc.reading.grammar import Match
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.dates import LAST, dated
from vestcalc.terms.models import CalendarDay, FromAnchor, Moment, OnDate


def period_end(m: Match) -> Moment:
    """ "Beginning with the quarter ending June 30, 2021": the ends of months that follow are the last days of theirs."""
    day: date = m["b"]
    last = (day + timedelta(days=1)).day == 1
    return FromAnchor("date", stated=day, calendar=(CalendarDay(LAST),)) if last else OnDate(day)


def through_year(m: Match) -> Moment | None:
    """ "Each January 1 thereafter through 2026": the last named day of that year."""
    return _named_day(m, -1)


def from_year(m: Match) -> Moment | None:
    """ "Each year on March 15, beginning in 2021": the first named day of that year."""
    return _named_day(m, 0)


def _named_day(m: Match, which: int) -> Moment | None:
    """One of the days of the year that the cadence before names, in that year."""
    first = m.all()[0].start
    told = [n.value for n in m.nodes if n.start < first and isinstance(n.value, Cadence) and n.value.calendar]
    found = dated(told[-1].calendar[which], m["y"]) if told and told[-1].calendar[which].month else None
    return OnDate(found) if found else None


def in_month(m: Match) -> Moment | None:
    """ "On the 15th of each month, starting in January 2020": the day that the calendar has in that month."""
    month, year = m["y"]
    days = {c.day for n in m.nodes if isinstance(n.value, Cadence) for c in n.value.calendar if c.month in (None, month)}
    found = dated(CalendarDay(days.pop(), month), year) if len(days) == 1 else None
    return OnDate(found) if found else None
