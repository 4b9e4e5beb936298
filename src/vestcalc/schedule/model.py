"""What the schedule room gives back: vests, pending parts, checks and the status of one award.

Shares are exact Fractions (None when the whole is unknown), portions are Fractions of the whole, dates are calendar dates.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from vestcalc.gaps import Gap
from vestcalc.terms.models import Assumption, Rule

Status = Literal["complete", "partial", "pending", "incomplete", "none", "not-understood"]
Rounding = Literal[
    "cumulative-round-down",
    "cumulative-rounding",
    "cumulative-round-up",
    "front-loaded",
    "back-loaded",
    "front-loaded-to-single-tranche",
    "back-loaded-to-single-tranche",
    "each-up-last-short",
    "fractional",
]


class Vest(Struct, frozen=True):
    """One dated vest: `shares` on this date, and `vested`/`unvested` after it (None when the whole is unknown); `rule` counts from 1."""

    date: date
    portion: Fraction
    shares: Fraction | None
    vested: Fraction | None
    unvested: Fraction | None
    latest: bool
    rule: int


class PendingPart(Struct, frozen=True):
    """A part that waits on an event."""

    event: str
    event_kind: str
    portion: Fraction | None
    shares: Fraction | None
    rule: int


class Check(Struct, frozen=True):
    """Something the filing says twice, compared: `ok`, and both figures in `text`."""

    code: str
    ok: bool
    text: str


class BoundRule(Struct, frozen=True):
    """A rule with what binding settled: its dates' count, first and last date (None for pending or undatable)."""

    rule: Rule
    times: int | None = None
    first: date | None = None
    last: date | None = None


class Schedule(Struct, frozen=True):
    """The answer for one award. `vests` is empty unless the status is complete or partial."""

    status: Status
    whole: Fraction | None
    granted: date | None
    vests: Sequence[Vest]
    pending: tuple[PendingPart, ...]
    rules: tuple[BoundRule, ...]
    assumptions: tuple[Assumption, ...]
    checks: tuple[Check, ...]
    gaps: tuple[Gap, ...]
    rounding: Rounding = "cumulative-round-down"
