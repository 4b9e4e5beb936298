"""The options of questions, written once, and what they change in the answers.

In: --event, --accelerate, --leave, --window, --within as strings. Out: annotated types for the commands' parameters, and `asked`, which
reads all inputs and applies what is supposed before anything is printed, so that a mistake in an option leaves no half output.
Nothing of questions/ is imported before one of these options is used.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from vestcalc.cli.dates import day_option, today
from vestcalc.cli.inputs import Inputs, note
from vestcalc.given import UsageError, shown

if TYPE_CHECKING:
    from vestcalc.questions.upcoming import Leave

Event = Annotated[list[str] | None, typer.Option("--event", metavar="NAME=DATE", help="What if: date an event that awards wait for.")]
Accelerate = Annotated[str | None, typer.Option("--accelerate", metavar="DATE", help="What if: all that is unvested vests on this day.")]
LeaveOn = Annotated[str | None, typer.Option("--leave", metavar="DATE", help="What if the holder leaves on this day.")]
Window = Annotated[
    str | None, typer.Option("--window", metavar="TIME", help="With --leave: how long to exercise, 90d or death=1y,resign=90d.")
]
Within = Annotated[str | None, typer.Option("--within", metavar="DAYS", help="Within so many days after the day, as 60d.")]
FiscalYearEnd = Annotated[str | None, typer.Option("--fiscal-year-end", metavar="MM-DD", help="Years and quarters end so, as 09-30.")]

By = Annotated[str, typer.Option("--by", metavar="PERIOD", help="year or quarter.")]
Next = Annotated[str | None, typer.Option("--next", metavar="N", help="So many events; 10 where nothing else is said.")]

FromDates = Annotated[
    str | None, typer.Option("--from-dates", metavar="FILE.csv", help="Instead of FILE: dates and shares, from which the rule is inferred.")
]


def asked(read: Inputs, event: Sequence[str] | None = None, accelerate: str | None = None) -> Inputs:
    """The same inputs with every filing read and what is supposed applied; untouched where nothing is supposed."""
    if not event and accelerate is None:
        return read
    from vestcalc.questions.whatif import accelerate as all_at_once
    from vestcalc.questions.whatif import with_events

    events = [_named_day(one) for one in event or ()]
    moved_to = day_option(accelerate, "--accelerate")
    filings = list(read.answers())
    read.status()
    if not filings:
        raise typer.Exit(1)
    if events:
        filings = with_events(filings, events, read.options)
    if moved_to is not None:
        filings = all_at_once(filings, moved_to)
    doubtful = sum(award.doubtful for filing in filings for award in filing.awards)
    return replace(read, ready=filings, doubtful=doubtful)


def leave_option(leave: str | None, window: str | None) -> "Leave | None":
    """The day of leaving and the windows after it."""
    day = day_option(leave, "--leave")
    if day is None:
        if window is not None:
            raise UsageError("--window: goes with --leave DATE, the day it counts from")
        return None
    from vestcalc.questions.leave import windows
    from vestcalc.questions.upcoming import Leave

    return Leave(day, windows(window))


def only_with_from_dates(**others: object) -> None:
    """Refuses what --from-dates stands instead of."""
    for name, value in others.items():
        if value:
            raise UsageError(f"--from-dates: stands instead of {'FILE' if name == 'files' else f'--{name}'}; give one of the two")


def fiscal_year_end_option(value: str | None) -> tuple[int, int] | None:
    """(month, day) of the end of the fiscal year."""
    if value is None:
        return None
    from vestcalc.questions.periods import year_end

    return year_end(value)


def days_option(value: str | None, name: str) -> int | None:
    """A number of days: "60d", "60" or "8w"."""
    if value is None:
        return None
    match = re.fullmatch(r"([0-9]{1,5})([dw]?)", value.strip().lower())
    if match is None:
        raise UsageError(f"{name}: {shown(value)} is not a number of days; write it as 60d or 8w")
    return int(match[1]) * (7 if match[2] == "w" else 1)


def count_option(value: str | None, name: str) -> int | None:
    """A whole number above 0."""
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", value.strip()) or not int(value):
        raise UsageError(f"{name}: {shown(value)} is not a number of events; write it as 10")
    return int(value)


def as_of_option(value: str | None) -> date:
    """The day asked about; today, and said so, where none is given."""
    day = day_option(value, "--as-of")
    if day is None:
        day = today()
        note(f"as of today, {day}; --as-of names another day")
    return day


def _named_day(text: str) -> tuple[str, date]:
    name, equals, written = text.rpartition("=")
    day = day_option(written, "--event") if equals and name.strip() else None
    if day is None:
        raise UsageError(f"--event: {shown(text)} is not a name and a date; write it as 'initial public offering=2021-05-05'")
    return name.strip(), day
