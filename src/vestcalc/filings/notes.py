"""Which note hangs on which row, beyond the marks that are legible.

In: rows and notes of any format. Out: the same rows, each carrying the whole of a note that runs on into others ("(Continued from Footnote
3)", "(continued in next footnote)"), whichever part its cells are marked with; notices where the number given is not the one followed; and,
for prints whose marks are lost, notes tied by what they say. A tie by content needs exactly one row it can belong to, and is an assumption.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from vestcalc.filings.model import CellName, Row
from vestcalc.late import late
from vestcalc.terms.models import Assumption

_CONTINUES = late(
    r"\W{0,4}\(?\s{0,3}(?:continu(?:ed|ation|ing|es)|cont(?:inue)?['’]?d?\.?)(?:\s+(?:from|of|to|on))?(?:\s+(?:the\s+)?(?:previous|preceding|prior))?"
    r"(?:\s+(?:foot\s?note|note|fn))?s?\s{0,3}\(?#?\s{0,3}(\d{1,2})?",
    re.I,
)
_NAMES_NOTE = late(r"foot\s?note|\bnote|\bfn\b|previous|preceding|prior|\d|\bfrom\b|\.\.\.", re.I)
_RUNS_ON = late(
    r"\(?\s{0,3}(?:to\s+be\s+)?(?:continued|continues|cont['’]?d\.?)\s+(?:(?:in|on|to|at|under|with)\s+)?(?:the\s+)?"
    r"(?:next|following|succeeding|foot\s?note|note|fn)[\s#(]{0,4}(?:foot\s?note|note|fn)?s?[\s#(]{0,4}(\d{1,2})?[\s)]{0,4}(?:below)?[\s).]{0,4}\Z",
    re.I,
)
#: So long is what may stand before "continued", and that word's beginning; so long is the end of a note that may say that it runs on.
_HEAD, _TAIL = 16, 80


def continued(notes: dict[str, str], rows: Sequence[Row] = (), said: list[str] | None = None) -> dict[str, str]:
    """The notes that continue another, each with the note it continues, always an earlier one.

    "(Continued from Footnote 5)" may give a wrong number: the note before is meant when the two share cells or the number is off by one.
    `said` takes a line for each number that was not followed.
    """
    out: dict[str, str] = {}
    order = list(notes)
    for place, number in enumerate(order):
        opening = _CONTINUES.match(notes[number]) if place and "cont" in notes[number][:_HEAD].lower() else None
        if opening and _NAMES_NOTE.search(notes[number][:60]):
            link = _meant(number, opening[1], order[:place], notes, rows)
            if link:
                out[number] = link
            if said is not None and opening[1] and link != opening[1]:
                said.append(_not_followed(number, opening[1], link))
        tail = notes[number][-_TAIL:]
        ending = _RUNS_ON.search(tail) if "ont" in tail and "cont" in tail.lower() else None
        if ending:
            later = ending[1] if ending[1] in order[place + 1 :] else (order[place + 1] if place + 1 < len(order) else None)
            if later:
                out.setdefault(later, number)
    return out


def _meant(number: str, stated: str | None, earlier: list[str], notes: dict[str, str], rows: Sequence[Row]) -> str | None:
    """The note that is continued: as stated, unless that cannot be or the note before shares the cells."""
    before = earlier[-1]
    if stated in (None, before, number) or _share(rows, before, number):
        return before
    if stated in earlier and (_share(rows, stated, number) or _unfinished(notes[stated])) and not _unfinished(notes[before]):
        return stated
    if before.isdigit() and number.isdigit() and stated and int(before) - 1 <= int(stated) <= int(number) + 1:
        return before
    return stated if stated in earlier else None


def _share(rows: Sequence[Row], one: str, other: str) -> bool:
    return any(one in hung and other in hung for row in rows for hung in row.cell_notes.values())


def _unfinished(text: str) -> bool:
    """Whether a note breaks off: no full stop, or a remark that it is continued."""
    return not text.rstrip().endswith((".", ")", '"', "”")) or "ontinue" in text[-_TAIL:]


def _not_followed(number: str, stated: str, link: str | None) -> str:
    if link:
        return f"note {number} says that it continues note {stated}; taken to continue note {link}"
    return f"note {number} says that it continues note {stated}, which does not stand before it; read as a note of its own"


def join_continued(rows: Sequence[Row], notes: dict[str, str], notices: list[str] | None = None) -> list[Row]:
    """The rows, each carrying the continuations of the notes it carries; notices where a number was wrong or a beginning is not marked."""
    said = list[str]()
    links = continued(notes, rows, said)
    if notices is not None:
        notices += said + _without_beginning(rows, links)
    if not links:
        return list(rows)
    followed: dict[str, list[str]] = {}
    for later, before in links.items():
        followed.setdefault(before, []).append(later)
    return [_with(row, links, followed) for row in rows]


def _without_beginning(rows: Sequence[Row], links: dict[str, str]) -> list[str]:
    return [
        f"table {row.table} row {row.number}: marked with note {number}, which continues note {links[number]}, but not with that note"
        for row in rows
        for number in row.notes
        if number in links and links[number] not in row.notes
    ]


def _with(row: Row, links: dict[str, str], followed: dict[str, list[str]]) -> Row:
    if followed.keys().isdisjoint(row.notes):
        return row
    notes = _chained(row.notes, links, followed)
    cell_notes = {cell: _chained(hung, links, followed) for cell, hung in row.cell_notes.items()}
    return row if notes == row.notes and cell_notes == row.cell_notes else replace(row, notes=notes, cell_notes=cell_notes)


def _chained(hung: tuple[str, ...], links: dict[str, str], followed: dict[str, list[str]]) -> tuple[str, ...]:
    """The notes with each one's continuations directly behind it."""
    out: dict[str, None] = {}
    for number in hung:
        waiting = [number] if links.get(number) not in hung else []
        while waiting:
            here = waiting.pop()
            if here not in out:
                out[here] = None
                waiting += reversed(followed.get(here, ()))
    return tuple(out)


def tie(row: Row, number: str, why: str, cell: CellName = "row") -> Row:
    """The row carrying a note that its own marks do not name; `why` is for people."""
    cells = dict(row.cell_notes)
    cells[cell] = (*cells.get(cell, ()), number)
    assumption = Assumption("note-tied-by-content", f"Table {row.table} row {row.number}: note {number} is taken to be its own: {why}")
    return replace(row, notes=(*row.notes, number), cell_notes=cells, assumptions=(*row.assumptions, assumption))
