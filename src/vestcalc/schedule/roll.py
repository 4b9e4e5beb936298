"""Anchor + k periods, in integers.

A month is counted as 12 x year + month - 1, a day as its proleptic ordinal. In: points (a month, the day wished for
in it, days added), periods, named calendar days, a day-of-month policy. Out: ordinals. The k-th date is always counted
from the anchor, and a day the month lacks becomes its last, so a clamped day never sticks (docs/conventions.md, Dates 1).
Refuses dates outside the calendar (years 1 to 9999) with OutOfCalendarError.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.gaps import VestcalcError
from vestcalc.terms.models import CalendarDay, Period

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_BASE, _TOP = 12 * _FIRST_YEAR, 12 * (_LAST_YEAR + 1)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_MONTH, _LAST_DAY = 12 * 10_000 - 1, date.max.toordinal()
#: _TABLES[d]: the ordinals of day d (or the month's last) in every month from 1900 to 2199, made when first needed.
_TABLES: list[list[int] | None] = [None] * 32

POLICIES = frozenset({"anchor", "anchor-minus-one", "29-or-last", "30-or-last", "31-or-last", *(f"{d:02d}" for d in range(1, 29))})


class OutOfCalendarError(VestcalcError):
    """A date before year 1 or after year 9999."""


def month_length(month: int) -> int:
    """Days in a month counted as 12 x year + month - 1."""
    year, index = divmod(month, 12)
    return 29 if index == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _LENGTHS[index]


def _table(day: int) -> list[int]:
    made = _TABLES[day]
    if made is None:
        before, made = date(_FIRST_YEAR, 1, 1).toordinal() - 1, []
        for month in range(_BASE, _TOP):
            length = month_length(month)
            made.append(before + (day if day < length else length))
            before += length
        _TABLES[day] = made
    return made


def on(month: int, day: int) -> int:
    """The ordinal of `day` of `month`, or of the month's last day where it has no such day."""
    if _BASE <= month < _TOP:
        return _table(day)[month - _BASE]
    if not 12 <= month <= _LAST_MONTH:
        raise OutOfCalendarError("a date lies outside the years 1 to 9999: check the counts and dates of the terms")
    year, index = divmod(month, 12)
    return date(year, index + 1, min(day, month_length(month))).toordinal()


def month_of(day: date) -> int:
    """12 x year + month - 1."""
    return 12 * day.year + day.month - 1


def wanted_day(day: int, policy: str) -> tuple[int, int]:
    """(day of the month, days added after clamping) that the policy makes of an anchor's day; VestcalcError for an unknown policy."""
    if policy == "anchor":
        return day, 0
    if policy == "anchor-minus-one":
        return day, -1
    if policy not in POLICIES:
        raise VestcalcError(f"no day-of-month policy {policy!r}: use anchor, anchor-minus-one, 01 to 28, 29-, 30- or 31-or-last")
    return int(policy[:2]), 0


class Point(Struct, frozen=True):
    """A moment that remembers what it was counted from: the wished day of a month, then days. `moved`: months were counted."""

    month: int
    day: int
    days: int = 0
    moved: bool = False

    def ordinal(self, policy: str = "anchor") -> int:
        """The day it falls on."""
        day, shift = wanted_day(self.day, policy) if self.moved else (self.day, 0)
        return _inside(on(self.month, day) + shift + self.days)

    def plus(self, period: Period, policy: str = "anchor") -> "Point":
        """The point `period` later, still counted from the same origin."""
        if period.months:
            base = point(date.fromordinal(self.ordinal(policy))) if self.days else self
            return Point(base.month + period.months, base.day, period.days, True)
        return replace(self, days=self.days + period.days)


def _inside(ordinal: int) -> int:
    if not 1 <= ordinal <= _LAST_DAY:
        raise OutOfCalendarError("a date lies outside the years 1 to 9999: check the counts and dates of the terms")
    return ordinal


def point(day: date) -> Point:
    """The point of a stated date."""
    return Point(month_of(day), day.day)


class Monthly(Struct, frozen=True):
    """Dates `step` months apart: the wished `day` of month + k x step, clamped, `shift` days added; the first as stated if `first`."""

    month: int
    day: int
    step: int
    shift: int = 0
    first: int = 0

    def at(self, k: int) -> int:
        return self.first if self.first and not k else _inside(on(self.month + k * self.step, self.day) + self.shift)

    def point(self, k: int) -> Point:
        if self.first and not k:
            return point(date.fromordinal(self.first))
        return Point(self.month + k * self.step, self.day, 0, True)

    def ordinals(self, n: int) -> Sequence[int]:
        start, stop = self.month, self.month + n * self.step
        if self.shift or self.first or start < _BASE or stop >= _TOP:
            return [self.at(k) for k in range(n)]
        return _table(self.day)[start - _BASE : stop - _BASE : self.step]

    def upto(self, month: int, ordinal: int) -> int:
        """How many of the endless dates lie on or before a day (its month and its ordinal)."""
        if self.shift and self.day == 1:  # a day before the first lies in the month before
            month += 1
        k = (month - self.month) // self.step
        if k < 0:
            return 0
        return k + 1 if self.at(k) <= ordinal else k


class Daily(Struct, frozen=True):
    """Dates `step` days apart from `first`."""

    first: int
    step: int

    def at(self, k: int) -> int:
        return _inside(self.first + k * self.step)

    def point(self, k: int) -> Point:
        return point(date.fromordinal(self.at(k)))

    def ordinals(self, n: int) -> Sequence[int]:
        self.at(n - 1)
        return range(self.first, self.first + n * self.step, self.step)

    def upto(self, month: int, ordinal: int) -> int:
        return 0 if ordinal < self.first else (ordinal - self.first) // self.step + 1


class Named(Struct, frozen=True):
    """Named days of every year, (month 0-11, day) in order, from number `offset` of `year`."""

    year: int
    offset: int
    days: tuple[tuple[int, int], ...]

    def at(self, k: int) -> int:
        return on(*self._place(k))

    def _place(self, k: int) -> tuple[int, int]:
        turns, index = divmod(self.offset + k, len(self.days))
        month, day = self.days[index]
        return 12 * (self.year + turns) + month, day

    def point(self, k: int) -> Point:
        return Point(*self._place(k))

    def ordinals(self, n: int) -> Sequence[int]:
        return [self.at(k) for k in range(n)]

    def upto(self, month: int, ordinal: int) -> int:
        k = max(0, (month // 12 - self.year) * len(self.days) - self.offset)
        while self.at(k) <= ordinal:
            k += 1
        return k


class Once(Struct, frozen=True):
    """One date, which still knows the point it was counted from."""

    ordinal: int
    origin: Point

    def at(self, k: int) -> int:
        return self.ordinal

    def point(self, k: int) -> Point:
        return self.origin

    def ordinals(self, n: int) -> Sequence[int]:
        return (self.ordinal,)

    def upto(self, month: int, ordinal: int) -> int:
        return int(self.ordinal <= ordinal)


Dates = Monthly | Daily | Named | Once


def first_named(calendar: tuple[CalendarDay, ...], after: int, strictly: bool) -> Named:
    """The named days of `calendar` from the first on (or, `strictly`, after) the ordinal `after`."""
    if any(not 1 <= c.day <= 31 or not 1 <= (c.month or 1) <= 12 for c in calendar):
        raise OutOfCalendarError("a named day is no day of the calendar: check the days of the terms")
    months = {(c.month - 1, c.day) for c in calendar if c.month} | {(m, c.day) for c in calendar if not c.month for m in range(12)}
    days = tuple(sorted(months))
    named = Named(max(date.fromordinal(after).year - 1, 1), 0, days)
    k = 0
    while named.at(k) < after + strictly:
        k += 1
    return replace(named, year=named.year + k // len(days), offset=k % len(days))
