"""The lines of a table of the SEC's data sets to records.

In: an open binary file, tab-separated, UTF-8 (else Windows-1252), the first line the names of the columns. Out: the header, then lists of
texts, each with its line number; a line that does not begin with an accession number goes on with the value before it (a note with a
line end in it). In its place an error for a line that cannot be used. Lines longer than LINE_BYTES are passed over with an error.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from vestcalc import limits
from vestcalc.filings.datasets import KEY
from vestcalc.gaps import VestcalcError
from vestcalc.late import late

_ACCESSION = late(r"\d{10}-?\d{2}-?\d{6}", re.ASCII)


class Record(NamedTuple):
    """One record: the number of its first line, its accession number, its values."""

    line: int
    key: str
    values: list[str]


def read_table(file: BinaryIO, name: str) -> Iterator[list[str] | Record | VestcalcError]:
    """The header first (a list), then the records; errors among them name the file and the line."""
    lines = _lines(file, name)
    first = next(lines, None)
    if first is None or isinstance(first, VestcalcError):
        yield first or VestcalcError(f"{name}: empty; fetch the data set again")
        return
    header = [column.strip() for column in first[1].lstrip("\ufeff").split("\t")]
    yield header
    names = [column.upper() for column in header]
    if KEY not in names:
        yield VestcalcError(f"{name}: no column {KEY}; none of its lines can be told to a submission")
        return
    yield from _records(lines, names.index(KEY), len(header), name)


def _records(lines: Iterator[tuple[int, str] | VestcalcError], key: int, width: int, name: str) -> Iterator[Record | VestcalcError]:
    last: Record | None = None
    for line in lines:
        if isinstance(line, VestcalcError):
            yield line
            continue
        number, text = line
        values = text.split("\t")
        if key < len(values) and _ACCESSION.fullmatch(values[key].strip()):
            if last:
                yield _whole(last, width, name)
            last = Record(number, values[key].strip(), values)
        elif last and len(last.values) + len(values) - 1 <= width:
            last.values[-1] += "\n" + values[0]
            last.values.extend(values[1:])
        elif text.strip():
            yield VestcalcError(f"{name}:{number}: no accession number; the line is left out")
    if last:
        yield _whole(last, width, name)


def _whole(record: Record, width: int, name: str) -> Record | VestcalcError:
    if len(record.values) > width:
        return VestcalcError(
            f"{name}:{record.line}: {len(record.values)} values under {width} columns, submission {record.key}; the line is left out"
        )
    return record


def _lines(file: BinaryIO, name: str) -> Iterator[tuple[int, str] | VestcalcError]:
    """The lines with their numbers, without their ends; a line beyond the limit is passed over without being held."""
    number = 0
    while True:
        line = file.readline(limits.LINE_BYTES + 1)
        if not line:
            return
        number += 1
        if len(line) > limits.LINE_BYTES and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = file.readline(limits.LINE_BYTES)
            yield VestcalcError(f"{name}:{number}: a line of more than {limits.LINE_BYTES} bytes (limit LINE_BYTES); left out")
            continue
        yield number, _text(line).rstrip("\r\n")


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
