"""What is kept and what is lost by leaving on a day, and how long what is kept can be exercised.

In: an award, the day, windows after leaving ("90d", "death=1y,resign=90d"). Out: a Leaving. What vests on the day itself is kept;
everything that is unvested or pending is forfeited; the last day to exercise never lies after the expiration. What the words say of
acceleration is not counted. Refuses, as UsageError, windows that are no lengths of time.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from msgspec import Struct

from vestcalc.answers import AwardSchedule
from vestcalc.given import UsageError, shown
from vestcalc.questions.days import after, length
from vestcalc.schedule.position import EXERCISED, NextVest
from vestcalc.terms.models import Period


class Window(NamedTuple):
    """How long after leaving, for a `reason` (None: any), what is vested can be exercised."""

    reason: str | None
    length: Period


class LastDay(NamedTuple):
    """The last day to exercise; `by_expiry`: the expiration comes before the window ends, or with it."""

    reason: str | None
    date: date
    by_expiry: bool


class Leaving(Struct, frozen=True):
    """What leaving on `day` does to one award; figures are None where the award has none.

    `begun`: granted by then. `portion`: the exact portion kept. `at_least`: a vest that may come sooner lies after the day.
    `waiting`: the next vest, which staying until then would add. `last_days` is empty where nothing is exercised, nothing is kept, the
    option has expired, or no window is given.
    """

    day: date
    begun: bool
    kept: Fraction | None
    forfeited: Fraction | None
    portion: Fraction | None
    at_least: bool
    expired: bool
    waiting: NextVest | None
    last_days: tuple[LastDay, ...]


def windows(text: str | None) -> tuple[Window, ...]:
    """The windows of "90d" or of "death=1y,resign=90d"."""
    if text is None:
        return ()
    found: list[Window] = []
    for part in text.split(","):
        reason, equals, written = part.rpartition("=")
        if equals and not reason.strip():
            raise UsageError(f"--window: {shown(part)} names no reason; write it as 90d or death=1y,resign=90d")
        found.append(Window(reason.strip() or None, length(written, "--window")))
    if len({window.reason for window in found}) < len(found):
        raise UsageError(f"--window: {shown(text)} gives a reason twice; give each one window")
    return tuple(found)


def leaving(award: AwardSchedule, day: date, given: Sequence[Window] = ()) -> Leaving:
    """The position of one who leaves on `day`."""
    now = award.as_of(day)
    kept, forfeited = now.vested, None
    if now.unvested is not None and now.pending is not None:
        forfeited = now.unvested + now.pending
    exercised = award.kind in EXERCISED
    waiting = now.next_vest
    if waiting and exercised and award.expires and waiting.date > award.expires:
        waiting = None
    nothing = not exercised or now.expired or kept == 0 or not now.percent_vested
    return Leaving(
        day=day,
        begun=award.granted is None or day >= award.granted,
        kept=kept,
        forfeited=forfeited,
        portion=now.percent_vested,
        at_least=now.at_least,
        expired=now.expired,
        waiting=waiting,
        last_days=() if nothing else tuple(_last_day(day, window, award.expires) for window in given),
    )


def _last_day(day: date, window: Window, expires: date | None) -> LastDay:
    until = after(day, window.length, "--window")
    if expires is not None and expires <= until:
        return LastDay(window.reason, expires, True)
    return LastDay(window.reason, until, False)
