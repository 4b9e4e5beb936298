"""EDGAR's HTML page of a Form 3, 4 or 5, or a saved copy of it, to a Filing.

In: the text of the page. Out: the rows of Table I and Table II with their cells, the notes by the superscript marks on each cell,
the people and dates in the boxes above. Columns are told by their headings (row and column spans counted out), not by their number, so the
layouts of Forms 3, 4 and 5 and their versions are read alike; marks are told by their element, so "757,576(1)" is never 7,575,761.
Refused, in one line: pages without such a table. A row that does not fit the headings is kept, its cells empty, with a notice.
"""

import re
from typing import Literal
from xml.etree.ElementTree import Element

from vestcalc.filings.grid_rows import FIRST_COLUMN, Content, GridRows, slot_of
from vestcalc.filings.html_boxes import read_boxes
from vestcalc.filings.html_tree import all_text, parse_html
from vestcalc.filings.model import Filing
from vestcalc.filings.notes import join_continued
from vestcalc.filings.raw_rows import note_notices
from vestcalc.gaps import VestcalcError
from vestcalc.late import late

_TITLE = late(r"Table\s+(II|I)\b.{0,20}?\b(?:Non-?\s?)?Derivative\s+Securities", re.IGNORECASE | re.DOTALL)
_OPENS, _CLOSES = late(r"<html\b", re.IGNORECASE), late(r"</html\s*>", re.IGNORECASE)
_MARKS = late(r"[\s(),\d]*")


def read_html(text: str, source: str) -> Filing:
    """The filing shown on an EDGAR page; VestcalcError when the page shows none."""
    try:
        page = parse_html(text)
    except ValueError as error:
        raise VestcalcError(f"{source}: the HTML cannot be read ({error}); save the page again or give the filing's XML") from None
    tables = [(table, found) for table in page.iter("table") if (found := _table_of(table))]
    if not tables:
        raise VestcalcError(
            f"{source}: not EDGAR's page of a Form 3, 4 or 5 (no Table I or Table II in it); give the page, the XML or the full submission"
        )
    notices: list[str] = []
    boxes = read_boxes(page, notices)
    marked = any(True for table, _ in tables for _ in table.iter("sup"))
    reader = GridRows(notices, boxes.notes, marked)
    for table, number in tables:
        _read_table(reader, table, number)
    if _OPENS.search(text) and not _CLOSES.search(text):
        notices.append("the page breaks off: its end is not there, rows and notes may be missing")
    notices += [f"the page shows no Table {number}" for number in ("I", "II") if number not in {n for _, n in tables}]
    rows = join_continued(reader.rows, boxes.notes, notices)
    notices += note_notices(rows, boxes.notes)
    return Filing(
        source=source,
        form=boxes.form,
        period_of_report=boxes.period,
        original_filed=boxes.original,
        issuer=boxes.issuer,
        owners=tuple(dict.fromkeys(boxes.owners)),
        rows=tuple(rows),
        notes=boxes.notes,
        remarks=boxes.remarks or None,
        notices=tuple(notices),
    )


def _lines(table: Element) -> list[list[Element]]:
    """The cells of each row of a table, tables within its cells left alone."""
    rows = [row for part in table for row in ((part,) if part.tag == "tr" else part) if row.tag == "tr"]
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]


def _table_of(table: Element) -> Literal["I", "II"] | None:
    for cells in _lines(table)[:3]:
        for cell in cells[:1]:
            if cell.find(".//table") is None:
                found = _TITLE.match(all_text(cell))
                if found:
                    return "II" if found[1].upper() == "II" else "I"
    return None


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return min(int(text), 100) if re.fullmatch(r"\d{1,4}", text, re.ASCII) and int(text) else 1


def _columns(lines: list[list[Element]]) -> tuple[list[str], int]:
    """The slot of each column, from the headings, and the index of the first line after them."""
    first = next((n for n, cells in enumerate(lines) if cells and FIRST_COLUMN.match(all_text(cells[0]))), None)
    if first is None:
        return [], len(lines)
    deep = min(max(_span(cell, "rowspan") for cell in lines[first]), 3)
    grid: dict[tuple[int, int], str] = {}
    for line in range(deep):
        column = 0
        for cell in lines[first + line] if first + line < len(lines) else []:
            while (line, column) in grid:
                column += 1
            text = all_text(cell)
            for down in range(_span(cell, "rowspan")):
                for across in range(_span(cell, "colspan")):
                    grid[line + down, column + across] = text
    wide = max((column for line, column in grid), default=-1) + 1
    return [slot_of(grid.get((deep - 1, column), "")) for column in range(wide)], first + deep


def _content(cell: Element) -> Content:
    """The text of a cell and the numbers of the notes marked on it."""
    texts: list[str] = []
    marks: list[str] = []

    def walk(element: Element) -> None:
        texts.append(element.text or "")
        for inner in element:
            if inner.tag == "sup" or "footnotedata" in inner.get("class", "").lower():
                mark = all_text(inner)
                if _MARKS.fullmatch(mark):
                    marks.extend(re.findall(r"\d+", mark))
                else:
                    walk(inner)
            else:
                walk(inner)
            texts.append(inner.tail or "")

    walk(cell)
    return "".join(texts).replace("\xa0", " ").strip(), marks


def _read_table(reader: GridRows, table: Element, number: Literal["I", "II"]) -> None:
    lines = _lines(table)
    slots, start = _columns(lines)
    if "security" not in slots:
        reader.notices.append(f"table {number}: its headings could not be read; its rows are left out")
        return
    for cells in lines[start:]:
        contents = [_content(cell) for cell in cells]
        if any(text or marks for text, marks in contents):
            reader.row(number, slots, contents, sum(_span(cell, "colspan") for cell in cells))
