"""Which note hangs on which row, beyond the marks that are legible.

In: rows and notes of any format. Out: the same rows, carrying the continuations of their notes ("(Continued from Footnote 3)"), and,
for prints whose marks are lost, notes tied by what they say. A tie by content needs exactly one row it can belong to, and is an assumption.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from vestcalc.filings.model import CellName, Row
from vestcalc.terms.models import Assumption

_CONTINUES = re.compile(
    r"\W{0,4}\(?\s{0,3}(?:continu(?:ed|ation|ing|es)|cont(?:inue)?['’]?d?\.?)(?:\s+(?:from|of|to|on))?(?:\s+(?:the\s+)?(?:previous|preceding|prior))?"
    r"(?:\s+(?:foot\s?note|note|fn))?s?\s{0,3}\(?#?\s{0,3}(\d{1,2})?",
    re.I,
)
_NAMES_NOTE = re.compile(r"foot\s?note|\bnote|\bfn\b|previous|preceding|prior|\d|\bfrom\b|\.\.\.", re.I)


def continued(notes: dict[str, str]) -> dict[str, str]:
    """The notes that continue another, each with the note it continues; "(Continued from Footnote 5)" may be off by one."""
    out: dict[str, str] = {}
    order = list(notes)
    for i, number in enumerate(order):
        found = _CONTINUES.match(notes[number]) if i else None
        if not found or not _NAMES_NOTE.search(notes[number][:60]):
            continue
        before = order[i - 1]
        stated = found[1]
        near = stated is None or stated in (before, number) or (before.isdigit() and abs(int(stated) - int(before)) <= 1)
        if near:
            out[number] = before
        elif stated in notes:
            out[number] = stated
    return out


def join_continued(rows: Sequence[Row], notes: dict[str, str]) -> list[Row]:
    """The rows, each carrying the continuations of the notes it carries."""
    links = continued(notes)
    if not links:
        return list(rows)
    return [_with(row, links) for row in rows]


def _with(row: Row, links: dict[str, str]) -> Row:
    cell_notes = {cell: _chained(hung, links) for cell, hung in row.cell_notes.items()}
    return replace(row, notes=_chained(row.notes, links), cell_notes=cell_notes)


def _chained(hung: tuple[str, ...], links: dict[str, str]) -> tuple[str, ...]:
    """The notes with each one's continuations directly behind it."""
    out: list[str] = []
    for number in hung:
        if number in out:
            continue
        out.append(number)
        following = [later for later, before in links.items() if before == number]
        while following:
            later = following.pop(0)
            if later not in out:
                out.append(later)
                following += [n for n, before in links.items() if before == later]
    return tuple(out)


def tie(row: Row, number: str, why: str, cell: CellName = "row") -> Row:
    """The row carrying a note that its own marks do not name; `why` is for people."""
    cells = dict(row.cell_notes)
    cells[cell] = (*cells.get(cell, ()), number)
    assumption = Assumption("note-tied-by-content", f"Table {row.table} row {row.number}: note {number} is taken to be its own: {why}")
    return replace(row, notes=(*row.notes, number), cell_notes=cells, assumptions=(*row.assumptions, assumption))
