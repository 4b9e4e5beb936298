"""Days as a user writes them on the command line, and the one place that reads the clock.

In: "2015-06-30", "06/30/2015", "today", "+90d", "-2w", "+6m", "+1y". Out: a date. Refuses, in one line, what is no day.
"""

import os
import re
from datetime import UTC, date, datetime

from vestcalc.given import UsageError, shown, to_day
from vestcalc.late import late

_RELATIVE = late(r"([+-])([0-9]{1,5})([dwmy])")
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def today() -> date:
    """The day by this machine's clock."""
    return date.today()


def now() -> datetime:
    """The moment by this machine's clock; SOURCE_DATE_EPOCH stands for it where outputs have to be the same again."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC).replace(microsecond=0)


def day_option(value: str | None, name: str) -> date | None:
    """A day of an option; None stays None."""
    if value is None:
        return None
    word = value.strip().lower()
    if word == "today":
        return today()
    if match := _RELATIVE.fullmatch(word):
        return _moved(today(), match[1], int(match[2]), _UNITS[match[3]], value, name)
    try:
        return to_day(value, name)
    except UsageError as error:
        hint = "" if "calendar" in str(error) else "; or today, +90d"
        raise UsageError(f"{error}{hint}") from None


def year_option(value: str | None) -> tuple[date, date] | None:
    """The first and the last day of a year."""
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{4}", value.strip()) or not 1 <= int(value) <= 9999:
        raise UsageError(f"--year: {shown(value)} is not a year; write it as 2015")
    return date(int(value), 1, 1), date(int(value), 12, 31)


def _moved(start: date, sign: str, number: int, unit: str, value: str, name: str) -> date:
    import pendulum

    moved = pendulum.date(start.year, start.month, start.day)
    try:
        moved = moved.add(**{unit: number}) if sign == "+" else moved.subtract(**{unit: number})
    except (ValueError, OverflowError):
        raise UsageError(f"{name}: {shown(value)} leads beyond the calendar") from None
    return date(moved.year, moved.month, moved.day)
