"""From the options of a command to answers, one filing at a time.

In: the files or the text, and the facts that go with terms alone. Out: FilingSchedules, lazily; a file that cannot be read is
one line on standard error, and the exit status remembers it. Refuses contradicting options before anything is read.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.answers import FilingSchedules
from vestcalc.calculate import Options, schedule_files, schedule_terms
from vestcalc.cli.dates import day_option
from vestcalc.cli.waiting import watched
from vestcalc.gaps import VestcalcError
from vestcalc.given import UsageError, shown, to_amount, to_price
from vestcalc.report.page import visible

#: Options for terms alone, by the keyword of schedule_text; in this order the commands hand them over.
_FACTS = {
    "shares": "--shares",
    "granted": "--granted",
    "exercise_price": "--exercise-price",
    "expires": "--expires",
    "security": "--security",
    "reported": "--reported",
}


class Inputs(Struct):
    """What a command is to read; `status` and the figures grow while it is read. `ready`: all was read before, and here it is."""

    files: Sequence[str]
    text: str | None
    options: Options
    award: tuple[str, int] | None = None
    strict: bool = False
    facts: tuple[str, ...] = ()
    unread: int = 0
    doubtful: int = 0
    met: bool = False
    ready: Sequence[FilingSchedules] | None = None

    def answers(self) -> Iterator[FilingSchedules]:
        """Every filing that can be read, only the row of --award where it is given."""
        if self.ready is not None:
            yield from self.ready
            return
        for found in self._found():
            if isinstance(found, VestcalcError):
                self.unread += 1
                note(str(found))
                continue
            if self.facts and found.form is not None:
                note(f"{found.source}: {', '.join(self.facts)} left aside, a Form {found.form} has its own")
            chosen = self._chosen(found)
            if chosen is not None:
                self.doubtful += sum(award.doubtful for award in chosen.awards)
                yield chosen

    def status(self) -> int:
        """The exit status, once all is read."""
        if self.award and not self.met and not self.unread:
            raise UsageError(f"--award: no row {self.award[0]}.{self.award[1]} in what was read; vestcalc check lists the rows")
        return 1 if self.unread else 3 if self.strict and self.doubtful else 0

    def _found(self) -> Iterator[FilingSchedules | VestcalcError]:
        if self.text is None:
            yield from watched(schedule_files(list(self.files), self.options))
            return
        try:
            yield schedule_terms(self.text, self.options)
        except UsageError:
            raise
        except VestcalcError as error:
            yield error

    def _chosen(self, filing: FilingSchedules) -> FilingSchedules | None:
        if self.award is None:
            return filing
        awards = tuple(award for award in filing.awards if (award.table, award.row) == self.award)
        others = tuple(row for row in filing.other_rows if (row.table, row.row) == self.award)
        self.met = self.met or bool(awards or others)
        return replace(filing, awards=awards, other_rows=others) if awards or others else None


def inputs(
    files: Sequence[str] | None,
    text: str | None,
    facts: Sequence[str | None] = (),
    *,
    rounding: str = "cumulative-round-down",
    day_of_month: str = "anchor",
    code: str = "A",
    award: str | None = None,
    strict: bool = False,
) -> Inputs:
    """The options checked and put together; `facts` in the order of _FACTS."""
    if text is not None and files:
        raise UsageError("--text stands instead of FILE; give one of the two")
    if text is None and not files:
        raise UsageError('nothing to read; give a FILE, - for standard input, or --text "25% vests on ..."')
    if text is not None and not text.strip():
        raise UsageError('--text: empty; give the words about vesting, --text "25% vests on ..."')
    given = dict(zip(_FACTS, facts, strict=False))
    to_amount(given.get("shares"), "--shares")
    to_price(given.get("exercise_price"), "--exercise-price")
    days: dict[str, Any] = {name: day_option(given.get(name), _FACTS[name]) for name in ("granted", "expires", "reported")}
    options = Options(rounding, day_of_month, **{**given, **days}, code=None if code.lower() == "none" else code)
    named = tuple(_FACTS[name] for name, value in given.items() if value is not None)
    return Inputs(files or (), text, options, _row(award), strict, named)


def note(text: str) -> None:
    """One line on standard error."""
    sys.stdout.flush()
    print(f"vestcalc: {visible(text)}", file=sys.stderr)


def _row(value: str | None) -> tuple[str, int] | None:
    if value is None:
        return None
    match = re.fullmatch(r"(I{1,2})[.: -]?([0-9]{1,4})", value.strip(), re.IGNORECASE)
    if match is None:
        raise UsageError(f"--award: {shown(value)} is not a row; write table and row as II.1")
    return match[1].upper(), int(match[2])
