"""Days as questions need them: a length of time after a day, years between two days, weekends, the day a vest counts from.

In: dates and Periods. Out: dates and exact Fractions; a year is one anniversary to the next, so that 2.5 years are exactly that
whatever leap days lie between. Refuses, as UsageError, lengths of time that are none, and days beyond the calendar.
"""

import re
from datetime import date, timedelta
from fractions import Fraction

from vestcalc.given import UsageError, shown
from vestcalc.schedule.model import Vest
from vestcalc.schedule.roll import OutOfCalendarError, point
from vestcalc.terms.models import Period

_LENGTH = re.compile(r"([0-9]{1,4})\s*([dwmy])", re.IGNORECASE)
_UNITS = {"d": Period(days=1), "w": Period(days=7), "m": Period(months=1), "y": Period(months=12)}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def length(text: str, name: str) -> Period:
    """A length of time as people write it on a command line: "90d", "12w", "6m", "1y"."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or not int(match[1]):
        raise UsageError(f"{name}: {shown(text)} is not a length of time; write it as 90d, 12w, 6m or 1y")
    return _UNITS[match[2].lower()] * int(match[1])


def after(day: date, period: Period, name: str = "the day") -> date:
    """The day so much after `day`; a day the month lacks becomes its last."""
    try:
        return date.fromordinal(point(day).plus(period).ordinal())
    except OutOfCalendarError:
        raise UsageError(f"{name}: leads beyond the calendar, which ends with the year 9999") from None


def counts_from(vest: Vest, granted: date | None) -> date:
    """The day from which a vest counts: nobody holds vested shares before the grant (docs/conventions.md, The anchor)."""
    return vest.date if granted is None else max(vest.date, granted)


def years_between(start: date, stop: date) -> Fraction:
    """Whole years by anniversaries, and the days left over as a fraction of the year they lie in; negative when `stop` is earlier."""
    if stop < start:
        return -years_between(stop, start)
    years = stop.year - start.year
    if _anniversary(start, years) > stop:
        years -= 1
    last, coming = _anniversary(start, years), _anniversary(start, years + 1)
    if last == stop:
        return Fraction(years)
    return years + Fraction((stop - last).days, (coming - last).days)


def _anniversary(start: date, years: int) -> date:
    year = start.year + years
    if year > date.max.year:
        return date.max
    return date(year, start.month, 28) if (start.month, start.day) == (2, 29) and not _leap(year) else date(year, start.month, start.day)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def weekend(day: date) -> str | None:
    """For a Saturday or Sunday: which of them, and the Friday before; holidays are not known here."""
    if day.weekday() < 5:
        return None
    friday = day - timedelta(days=day.weekday() - 4)
    return f"a {_WEEKDAYS[day.weekday()]}; the Friday before is {friday}"
