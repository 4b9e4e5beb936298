"""What `vestcalc vested` says beside positions: what leaving on a day does, and what counts within so many days.

In: someone leaving, a day and a number of days. Out: blocks, cells and dicts for one award at a time, and totals over all that were
asked about; an award without figures is in no total, and counted.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from msgspec import Struct, field

from vestcalc.answers import AwardSchedule
from vestcalc.exact import count_value, grouped, portion_text
from vestcalc.questions.days import after
from vestcalc.questions.leave import Leaving, leaving
from vestcalc.questions.periods import Within, within
from vestcalc.questions.upcoming import Leave
from vestcalc.report.flat import text
from vestcalc.report.page import Block, Heading, Lines, Table
from vestcalc.schedule.position import EXERCISED
from vestcalc.terms.models import Period

LEAVE_HEADER = ["leave_on", "kept", "forfeited", "waiting_date", "waiting_shares", "last_day_to_exercise"]
WITHIN_HEADER = ["within_until", "within_now", "within_coming", "within_together"]


class Ask(Struct):
    """`leave`: what if the holder leaves; `days`: what counts within so many days after `day`. Remembers what it has answered."""

    day: date
    leave: Leave | None = None
    days: int | None = None
    left: list[Leaving] = field(default_factory=list)
    counted: list[Within] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Days beyond the calendar are refused before anything is printed."""
        if self.days is not None:
            after(self.day, Period(days=self.days), "--within")
        for window in self.leave.windows if self.leave else ():
            after(self.day, window.length, "--window")

    @property
    def header(self) -> list[str]:
        return [*(LEAVE_HEADER if self.leave else []), *(WITHIN_HEADER if self.days is not None else [])]

    def blocks(self, awards: Sequence[AwardSchedule], labels: Sequence[str]) -> Iterator[Block]:
        """Under the positions of a filing."""
        if self.leave:
            found = [leaving(award, self.leave.day, self.leave.windows) for award in awards]
            self.left += found
            yield Lines([f"Leaving on {self.leave.day}:"])
            yield _leave_table(awards, found, labels, bool(self.leave.windows))
            yield from _stated(awards, labels)
        if self.days is not None:
            counts = [within(award, self.day, self.days) for award in awards]
            self.counted += counts
            yield Lines([f"Within {self.days} days, by {counts[0].until}:"])
            headers = ["Row", "Security", "Exercisable or vested now", "In between", "Together"]
            cells = [[_least(one) + grouped(number, "-") for number in (one.now, one.coming, one.together)] for one in counts]
            rows = [[label, award.security, *own] for label, award, own in zip(labels, awards, cells, strict=True)]
            yield Table(headers, rows, "llrrr")

    def totals(self) -> Iterator[Block]:
        """Over all awards asked about."""
        if len(self.left) > 1:
            known = [one for one in self.left if one.kept is not None]
            least = "at least " if any(one.at_least for one in known) else ""
            kept, lost = _sum(one.kept for one in known), _sum(one.forfeited for one in known)
            yield Heading(f"All awards, leaving on {self.left[0].day}", 2)
            yield Table(["Kept", "Forfeited"], [[least + grouped(kept), grouped(lost)]], "rr")
            yield from _left_out(len(self.left) - len(known))
        if len(self.counted) > 1:
            sums = [one for one in self.counted if one.together is not None]
            cells = [_sum(one.now for one in sums), _sum(one.coming for one in sums), _sum(one.together for one in sums)]
            yield Heading(f"All awards, within {self.days} days", 2)
            yield Table(["Exercisable or vested now", "In between", "Together"], [[grouped(cell) for cell in cells]], "rrr")
            yield from _left_out(len(self.counted) - len(sums))

    def cells(self, award: AwardSchedule) -> list[str]:
        """The cells of one award, under `header`."""
        out: list[str] = []
        if self.leave:
            gone = leaving(award, self.leave.day, self.leave.windows)
            coming = ["", ""] if gone.waiting is None else [text(gone.waiting.date), text(count_value(gone.waiting.shares))]
            ends = ";".join(f"{f'{end.reason}=' if end.reason else ''}{end.date}" for end in gone.last_days)
            out += [text(gone.day), text(count_value(gone.kept)), text(count_value(gone.forfeited)), *coming, ends]
        if self.days is not None:
            one = within(award, self.day, self.days)
            out += [text(one.until), *(text(count_value(number)) for number in (one.now, one.coming, one.together))]
        return out

    def dicts(self, award: AwardSchedule) -> dict[str, Any]:
        """`leave` and `within` of one AWARD."""
        out: dict[str, Any] = {}
        if self.leave:
            out["leave"] = _leave_dict(award, leaving(award, self.leave.day, self.leave.windows))
        if self.days is not None:
            one = within(award, self.day, self.days)
            figures = {"now": count_value(one.now), "coming": count_value(one.coming), "together": count_value(one.together)}
            out["within"] = {"until": one.until.isoformat(), **figures, "at_least": one.at_least}
        return out


def _leave_table(awards: Sequence[AwardSchedule], found: Sequence[Leaving], labels: Sequence[str], given: bool) -> Table:
    headers = ["Row", "Security", "Kept", "Forfeited", "Waiting would add", "Last day to exercise"]
    rows = []
    for label, award, one in zip(labels, awards, found, strict=True):
        kept = grouped(one.kept, "-")
        if one.kept is None and one.portion:
            kept = f"{portion_text(one.portion)} of the award"
        least = "at least " if one.at_least and (one.kept is not None or one.portion) else ""
        rows.append([label, award.security, least + kept, grouped(one.forfeited, "-"), _waiting(one), _ends(award, one, given)])
    return Table(headers, rows, "llrrll")


def _waiting(one: Leaving) -> str:
    if one.waiting is None:
        return "nothing"
    when = f"{'by' if one.waiting.latest else 'on'} {one.waiting.date}"
    return f"{grouped(one.waiting.shares)} {when}".strip()


def _ends(award: AwardSchedule, one: Leaving, given: bool) -> str:
    if not one.begun:
        return "not granted by then"
    if award.kind not in EXERCISED:
        return "-"
    if one.expired:
        return f"expired {award.expires}"
    if not one.last_days:
        return "nothing to exercise" if given or not one.portion else "not given; --window 90d"
    ends = [f"{f'{end.reason} ' if end.reason else ''}{end.date}{' (expiration)' if end.by_expiry else ''}" for end in one.last_days]
    return ", ".join(ends)


def _stated(awards: Sequence[AwardSchedule], labels: Sequence[str]) -> Iterator[Block]:
    """What the words say of acceleration could change the answer, and is not counted."""
    rows = [label for label, award in zip(labels, awards, strict=True) if award.accelerations]
    if rows:
        yield Lines([f"The words of {', '.join(rows)} speak of acceleration, which is not counted; vestcalc explain shows them."])


def _leave_dict(award: AwardSchedule, one: Leaving) -> dict[str, Any]:
    exact = award.rounding == "fractional"
    coming = one.waiting
    return {
        "on": one.day.isoformat(),
        "kept": count_value(one.kept, exact),
        "forfeited": count_value(one.forfeited, exact),
        "portion_kept": None if one.portion is None else portion_text(one.portion),
        "at_least": one.at_least,
        "expired": one.expired,
        "waiting": None if coming is None else {"date": coming.date.isoformat(), "shares": count_value(coming.shares, exact)},
        "last_days": [{"reason": end.reason, "date": end.date.isoformat(), "by_expiry": end.by_expiry} for end in one.last_days],
    }


def _least(one: Within) -> str:
    return "at least " if one.at_least and one.now is not None else ""


def _sum(numbers: "Iterator[Fraction | None]") -> Fraction:
    return sum((number for number in numbers if number is not None), Fraction(0))


def _left_out(number: int) -> Iterator[Block]:
    if number:
        yield Lines([f"{number} award{' has' if number == 1 else 's have'} no figures and {'is' if number == 1 else 'are'} in no total."])
