"""A note with its words marked: rules underlined and numbered, quiet words dotted, gaps with carets.

In: a note as filed and the places to mark. Out: lines that fit a width, under each the marks that belong to it. Offsets are
kept through everything a terminal must not get raw and through wide characters.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from vestcalc.report.page import visible
from vestcalc.span import Span


class Mark(Struct, frozen=True):
    """A span under which `sign` stands, `label` at its start: "~" a rule, "." quiet words, "^" a gap."""

    span: Span
    sign: str
    label: str = ""


def marked_lines(note: str, marks: Sequence[Mark], width: int) -> Iterator[str]:
    """The note wrapped to `width` columns, with a line of marks under each line that has any."""
    cells = [visible(char) for char in note]
    signs = _signs(len(note), marks)
    labels = {mark.span.start: mark.label for mark in marks if mark.label}
    for start, stop in _wrapped(note, cells, max(width, 20)):
        yield "".join(cells[start:stop]).rstrip()
        while stop > start and cells[stop - 1].isspace():
            stop -= 1
        under = _underline(cells, signs, labels, start, stop)
        if under.strip():
            yield under.rstrip()


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _signs(length: int, marks: Sequence[Mark]) -> list[str]:
    """The sign under each character; words that move nothing show in the rule they stand in, carets over all."""
    signs = [" "] * length
    for mark in sorted(marks, key=lambda one: "~.^".find(one.sign)):
        for place in range(max(0, mark.span.start), min(length, mark.span.stop)):
            signs[place] = mark.sign
    return signs


def _underline(cells: Sequence[str], signs: Sequence[str], labels: dict[int, str], start: int, stop: int) -> str:
    out = ""
    owed = ""
    for place in range(start, stop):
        owed += labels.get(place, "")
        for _ in range(columns(cells[place])):
            out += owed[0] if owed else signs[place]
            owed = owed[1:]
    return out + owed


def _wrapped(note: str, cells: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of characters, one a line, broken at blanks where there are any."""
    start = 0
    while start < len(note):
        used, stop, blank = 0, start, -1
        while stop < len(note) and used + columns(cells[stop]) <= width:
            used += columns(cells[stop])
            if note[stop].isspace():
                blank = stop
            stop += 1
        if stop < len(note) and blank > start:
            stop = blank + 1
        stop = max(stop, start + 1)
        yield start, stop
        start = stop
