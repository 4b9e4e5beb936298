"""The tables, notes and boxes of a ruled PDF print to a Filing.

In: the pages with their ruled cells. Out: the filing; None when no table with the headings of a Form 3, 4 or 5 is ruled on any page, so
that the caller may read the text instead. A column is known by its heading, a cell by the column it stands under, a row by the cells
that share its top and bottom; a table that runs on over a page goes on in the same columns.
Nothing is guessed: text under no heading, a column cut off by the paper and a row without a title give notices.
"""

import re
from typing import Literal

from msgspec import Struct

from vestcalc.filings.cells import tidy
from vestcalc.filings.grid_rows import FIRST_COLUMN, Content, GridRows, slot_of
from vestcalc.filings.html_boxes import Boxes, form_of, is_label, read_labelled
from vestcalc.filings.model import Filing
from vestcalc.filings.notes import join_continued
from vestcalc.filings.pdf_cells import Cell, Page
from vestcalc.filings.raw_rows import note_notices
from vestcalc.late import late

_NEAR = 2.5
_TITLE = late(r"Table\s+I{1,2}\b", re.IGNORECASE)
_RESPONSES = late(r"^\s*Explanation\s+of\s+Responses\s*:?", re.IGNORECASE | re.MULTILINE)
_REMARKS = late(r"^\s*Remarks\s*:", re.IGNORECASE | re.MULTILINE)
_SIGNATURE = late(r"^\s*/s/|^[^\n]*\n?\s*\*\*\s*Signature", re.IGNORECASE | re.MULTILINE)
_NUMBERED = late(r"(\d{1,2})\.\s+(\S.*)?", re.ASCII | re.DOTALL)


class _Heading(Struct):
    """The columns of a table on one page: slot, left and right of each, and where the headings end."""

    table: Literal["I", "II"]
    slots: list[str]
    sides: list[tuple[float, float]]
    top: float
    bottom: float


def read_ruled(pages: list[Page], source: str) -> Filing | None:
    """The filing in ruled pages; None when no table of such a form is ruled there."""
    notices: list[str] = []
    boxes = Boxes()
    lines: list[tuple[_Heading, list[Cell]]] = []
    heading: _Heading | None = None
    for page in pages:
        heading = _read_page(page, heading, lines, notices)
        for cell in page.cells:
            read_labelled(boxes, cell.text, notices)
    if heading is None:
        return None
    text = "\n".join(page.text for page in pages)
    boxes.notes, boxes.remarks = _notes(text, {mark for _, line in lines for mark in _marks(line)})
    notices += _cut_off([heading for heading, _ in lines])
    reader = GridRows(notices, boxes.notes, marked=False)
    for heading, line in lines:
        _read_line(reader, heading, line)
    rows = join_continued(reader.rows, boxes.notes, notices)
    notices += note_notices(rows, boxes.notes)
    return Filing(
        source=source,
        form=form_of(text, boxes, notices),
        period_of_report=boxes.period,
        original_filed=boxes.original,
        issuer=boxes.issuer,
        owners=tuple(dict.fromkeys(boxes.owners)),
        rows=tuple(rows),
        notes=boxes.notes,
        remarks=boxes.remarks or None,
        notices=tuple(notices),
    )


def _read_page(page: Page, heading: _Heading | None, lines: list[tuple[_Heading, list[Cell]]], notices: list[str]) -> _Heading | None:
    """Add the rows of a page to `lines`; the heading that a table may run on under on the next page."""
    headings = _headings(page.cells)
    passed: list[str] = []
    for line in _lines(page.cells):
        under = next((each for each in reversed(headings) if line[0].box.top <= each.bottom + _NEAR), None)
        if under and under is not heading:
            heading, passed = under, []
        if heading is None or _is_heading(line, headings) or _is_title(line):
            continue
        if not _fits(line, heading):
            passed += [cell.text for cell in line]
            continue
        if passed:
            notices.append(f"table {heading.table}: {' '.join(passed)[:60]!r} stands among the rows but under no column; left out")
            passed = []
        if lines and line[0].box.top == page.height and lines[-1][1][0].box.bottom == 0:
            _run_on(lines[-1][1], line, heading)
        else:
            lines.append((heading, line))
    return heading


def _run_on(row: list[Cell], rest: list[Cell], heading: _Heading) -> None:
    """The part of a row that a page's end cut off: each cell goes on in its column."""
    begun = {_column(cell, heading): cell for cell in row}
    for cell in rest:
        first = begun.get(_column(cell, heading))
        if first:
            first.text += " " + cell.text
        else:
            row.append(cell)


def _is_title(line: list[Cell]) -> bool:
    return len(line) == 1 and _TITLE.match(line[0].text) is not None


def _headings(cells: list[Cell]) -> list[_Heading]:
    """The headings on a page, from top to bottom."""
    out = []
    for first in sorted((cell for cell in cells if FIRST_COLUMN.match(cell.text)), key=lambda cell: -cell.box.top):
        box = first.box
        leaves = [c for c in cells if abs(c.box.bottom - box.bottom) < _NEAR and c.box.top < box.top + _NEAR]
        leaves.sort(key=lambda cell: cell.box.left)
        slots = [slot_of(cell.text) for cell in leaves]
        table: Literal["I", "II"] = "II" if {"exercisable", "expires", "underlying_amount"} & set(slots) else "I"
        out.append(_Heading(table, slots, [(cell.box.left, cell.box.right) for cell in leaves], box.top, box.bottom))
    return out


def _lines(cells: list[Cell]) -> list[list[Cell]]:
    """Cells that share their top and bottom, from the top of the page down."""
    out: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: (-cell.box.top, cell.box.bottom, cell.box.left)):
        for line in reversed(out[-4:]):
            if abs(line[0].box.top - cell.box.top) < _NEAR and abs(line[0].box.bottom - cell.box.bottom) < _NEAR:
                line.append(cell)
                break
        else:
            out.append([cell])
    return out


def _is_heading(line: list[Cell], headings: list[_Heading]) -> bool:
    top, bottom = line[0].box.top, line[0].box.bottom
    return any(each.bottom - _NEAR < bottom and top < each.top + _NEAR for each in headings)


def _column(cell: Cell, heading: _Heading) -> int | None:
    """The column a cell stands under: same left and right, give or take the width of a ruling."""
    for n, (left, right) in enumerate(heading.sides):
        if abs(cell.box.left - left) < _NEAR and abs(cell.box.right - right) < _NEAR:
            return n
    return None


def _fits(line: list[Cell], heading: _Heading) -> bool:
    return not any(is_label(cell.text) for cell in line) and any(_column(cell, heading) is not None for cell in line)


def _marks(line: list[Cell]) -> list[str]:
    return [mark for cell in line for mark in re.findall(r"\((\d{1,2})\)", cell.text)]


def _read_line(reader: GridRows, heading: _Heading, line: list[Cell]) -> None:
    contents: list[Content] = [("", []) for _ in heading.slots]
    for cell in line:
        column = _column(cell, heading)
        if column is None:
            number = reader.counts[heading.table] + 1
            reader.notices.append(f"table {heading.table} row {number}: {cell.text[:40]!r} stands under no heading; left out")
        else:
            contents[column] = (cell.text, [])
    reader.row(heading.table, heading.slots, contents, len(contents))


def _cut_off(headings: list[_Heading]) -> list[str]:
    """Notices on columns that the paper was too narrow for."""
    lacking = {heading.table for heading in headings if "ownership" not in heading.slots}
    return [f"table {table}: its last columns are cut off in this print" for table in sorted(lacking)]


def _notes(text: str, used: set[str]) -> tuple[dict[str, str], str]:
    """The notes by number, and the remarks; a line opens a note when its number is the next, or a later one marked on a cell."""
    start = _RESPONSES.search(text)
    if not start:
        return {}, ""
    text = text[start.end() :]
    end = _SIGNATURE.search(text)
    text = text[: end.start()] if end else text
    breaks = list(_REMARKS.finditer(text))
    body, remarks = (text[: breaks[-1].start()], text[breaks[-1].end() :]) if breaks else (text, "")
    notes: dict[str, str] = {}
    last = 0
    for line in body.split("\n"):
        found = _NUMBERED.fullmatch(line.strip())
        number = int(found[1]) if found else 0
        if found and number > last and (number == last + 1 or found[1] in used):
            last = number
            notes[found[1]] = (found[2] or "").strip()
        elif last and line.strip():
            notes[str(last)] = _joined(notes[str(last)], line.strip())
    return notes, tidy(remarks)


def _joined(words: str, more: str) -> str:
    """A note's line and the next: a hyphen at a line's end belongs to the word."""
    return words + more if re.search(r"\w-$", words) else f"{words} {more}".strip()
