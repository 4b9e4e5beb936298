"""What a batch counted: filings, rows by what became of them, reasons for gaps, errors, time.

In: answers as they are made; tallies of chunks. Out: one Tally, and the summary for people. Every row of the input is counted once: as an
award, by its status, or as another row, by the reason for which it has no schedule.
"""

from collections import Counter
from typing import Any

from msgspec import Struct, field

from vestcalc.answers import FilingSchedules
from vestcalc.batch.rows import plain
from vestcalc.gaps import Gap

_STATUSES = ("complete", "partial", "pending", "incomplete", "none", "not-understood")
#: Where the time goes: bytes to a filing, words to a schedule, answers to tables.
PHASES = ("reading", "understanding", "writing")
#: Reasons for gaps and for rows without a schedule that the summary shows.
_SHOWN = 8


class Tally(Struct):
    """Figures of a chunk or of a batch; `examples`: one gap of each reason, as "source, table II row 1: words"."""

    files: int = 0
    errors: int = 0
    bytes: int = 0
    rows: int = 0
    vests: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    gaps: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    failed_checks: int = 0
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(PHASES, 0.0))
    slowest: float = 0.0
    slowest_file: str = ""

    def add_filing(self, filing: FilingSchedules) -> None:
        """The rows of one filing."""
        self.files += 1
        self.rows += len(filing.awards) + len(filing.other_rows)
        for award in filing.awards:
            self.statuses[award.status] += 1
            self.vests += len(award.vests)
            self.failed_checks += any(not check.ok for check in award.checks)
            first: dict[str, Gap] = {}
            for gap in award.gaps:
                first.setdefault(gap.reason.value, gap)
            for reason, gap in first.items():
                self.gaps[reason] += 1
                if reason not in self.examples:
                    words = (gap.quote or gap.text)[:120]
                    self.examples[reason] = str(plain(f"{filing.source}, table {award.table} row {award.row}: {words}"))
        for row in filing.other_rows:
            self.others[row.text.partition(":")[0]] += 1

    def add(self, other: "Tally") -> None:
        """The figures of another chunk."""
        for name in ("files", "errors", "bytes", "rows", "vests", "failed_checks"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("statuses", "others", "gaps"):
            getattr(self, name).update(getattr(other, name))
        for name, spent in other.seconds.items():
            self.seconds[name] += spent
        for reason, words in other.examples.items():
            self.examples.setdefault(reason, words)
        if other.slowest > self.slowest:
            self.slowest, self.slowest_file = other.slowest, other.slowest_file

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in values}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "Tally":
        counters = {name: Counter(values[name]) for name in ("statuses", "others", "gaps")}
        return cls(**{**values, **counters})

    def lines(self) -> list[str]:
        """The summary, line by line."""
        awards = sum(self.statuses.values())
        by_status = ", ".join(f"{self.statuses[name]:,} {name}" for name in _STATUSES if self.statuses[name])
        out = [
            f"{self.files:,} filing{'' if self.files == 1 else 's'}, {self.rows:,} row{'' if self.rows == 1 else 's'}",
            f"{awards:,} award{'' if awards == 1 else 's'}" + (f": {by_status}" if by_status else ""),
            f"{self.vests:,} vest{'' if self.vests == 1 else 's'}",
        ]
        others = sum(self.others.values())
        if others:
            out.append(f"{others:,} row{'' if others == 1 else 's'} without a schedule: {_most(self.others)}")
        if self.failed_checks:
            out.append(f"{self.failed_checks:,} award{'' if self.failed_checks == 1 else 's'} with a failed check")
        for reason, number in self.gaps.most_common(_SHOWN):
            out.append(f"gap {reason}: {number:,} award{'' if number == 1 else 's'}, such as {self.examples[reason]}")
        if self.errors:
            out.append(f"{self.errors:,} file{' was' if self.errors == 1 else 's were'} not read; the errors table says why")
        return out


class InOrder:
    """The figures of chunks 0, 1, 2, ... added up in that order, whatever order they are done in; only those that came early are kept."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.early: dict[int, Tally] = {}
        self.next = 0

    def add(self, index: int, tally: Tally) -> None:
        """The figures of a chunk."""
        self.early[index] = tally
        while self.next in self.early:
            self.tally.add(self.early.pop(self.next))
            self.next += 1


def _most(counted: "Counter[str]") -> str:
    shown = ", ".join(f"{number:,} {name}" for name, number in counted.most_common(_SHOWN))
    rest = len(counted) - _SHOWN
    return shown + (f" and {rest} reasons more" if rest > 0 else "")
