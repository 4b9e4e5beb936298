"""The pages of `vestcalc check`: one status line per award, and a count at the end.

In: answers as they come. Out: lines, rows of cells, or dicts; the count names every status that occurred.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import count_value
from vestcalc.plain import filing_head
from vestcalc.report.flat import text
from vestcalc.report.page import visible

CHECK_HEADER = [
    "source",
    "table",
    "row",
    "security",
    "kind",
    "code",
    "status",
    "award_shares",
    "vests",
    "first",
    "last",
    "failed_checks",
    "gaps",
    "assumptions",
]


class Tally:
    """What has gone by so far."""

    def __init__(self) -> None:
        self.filings = 0
        self.statuses: Counter[str] = Counter()
        self.failed = 0

    def watch(self, filings: Iterable[FilingSchedules]) -> Iterator[FilingSchedules]:
        """The same filings, counted."""
        for filing in filings:
            self.filings += 1
            for award in filing.awards:
                self.statuses[award.status] += 1
                self.failed += any(not check.ok for check in award.checks)
            yield filing

    def as_dict(self) -> dict[str, Any]:
        return {
            "filings": self.filings,
            "awards": sum(self.statuses.values()),
            "status": dict(sorted(self.statuses.items())),
            "awards_with_failed_checks": self.failed,
        }

    def line(self) -> str:
        awards = sum(self.statuses.values())
        each = ", ".join(f"{number:,} {status}" for status, number in sorted(self.statuses.items()))
        failed = f"; {self.failed:,} with a failed check" if self.failed else ""
        return f"{_many(self.filings, 'filing')}, {_many(awards, 'award')}{': ' if each else ''}{each}{failed}"


def check_lines(filings: Iterable[FilingSchedules], tally: Tally) -> Iterator[str]:
    """A line an award, a line for a filing without one, the count."""
    for filing in tally.watch(filings):
        for award in filing.awards:
            what = f"{filing.source} table {award.table} row {award.row}: {award.security}"
            yield f"{award.status:<15} {visible(what)}{_more(award)}\n"
        if not filing.awards:
            rows = len(filing.other_rows)
            yield f"{'-':<15} {visible(filing.source)}: no award among {_many(rows, 'row')}\n"
    yield tally.line() + "\n"


def check_rows(filing: FilingSchedules) -> Iterator[list[str]]:
    """One row an award, under CHECK_HEADER."""
    for award in filing.awards:
        shares = text(count_value(award.shares, award.rounding == "fractional"))
        head = [filing.source, award.table, str(award.row), award.security, award.kind, award.code or "", award.status, shares]
        ends = [text(award.vests[0].date), text(award.vests[-1].date)] if award.vests else ["", ""]
        yield [
            *head,
            str(len(award.vests)),
            *ends,
            ";".join(_failed(award)),
            ";".join(_gaps(award)),
            ";".join(a.code for a in award.assumptions),
        ]


def check_dicts(filings: Iterable[FilingSchedules]) -> Iterator[dict[str, Any]]:
    """FILINGs whose AWARDs are only what was checked."""
    for filing in filings:
        awards = [
            {
                "table": award.table,
                "row": award.row,
                "security": award.security,
                "status": award.status,
                "vests": len(award.vests),
                "assumptions": [one.code for one in award.assumptions],
                "checks": [{"code": one.code, "ok": one.ok, "text": one.text} for one in award.checks],
                "gaps": [{"reason": gap.reason.value, "quote": gap.quote, "note": gap.note, "text": gap.text} for gap in award.gaps],
            }
            for award in filing.awards
        ]
        yield {**filing_head(filing), "awards": awards, "other_rows": len(filing.other_rows), "notices": list(filing.notices)}


def _more(award: AwardSchedule) -> str:
    parts = []
    if award.vests:
        first, last = award.vests[0].date, award.vests[-1].date
        parts.append(f"{_many(len(award.vests), 'vest')} {first}" + (f" to {last}" if last != first else ""))
    parts += [f"check failed: {code}" for code in _failed(award)]
    parts += [f"gap: {reason}" for reason in _gaps(award)]
    return f": {', '.join(parts)}" if parts else ""


def _failed(award: AwardSchedule) -> list[str]:
    return list(dict.fromkeys(check.code for check in award.checks if not check.ok))


def _gaps(award: AwardSchedule) -> list[str]:
    return list(dict.fromkeys(gap.reason.value for gap in award.gaps))


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
