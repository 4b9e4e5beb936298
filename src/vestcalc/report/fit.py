"""Tables that fit the width of a terminal.

In: a table and a width in columns. Out: the same table with long headers and texts broken at blanks; where that is not enough, each row
as a list of names and values. Numbers and dates are never broken, and nothing is cut off.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from vestcalc.report.marked import columns
from vestcalc.report.page import Table, visible

_GAP = 2
#: The tables leave so much room beside a header.
_BESIDE = 2
#: A text is not broken into a narrower column than this.
_LEAST = 10


def fitted(table: Table, width: int) -> Table | None:
    """The table within `width` columns; None where no breaking makes it fit."""
    widths = [max(_widest([name]) + _BESIDE, _widest([row[place] for row in table.rows])) for place, name in enumerate(table.headers)]
    least = [_narrowest(table, place) for place in range(len(widths))]
    room = width - _GAP * (len(widths) - 1)
    if sum(widths) <= room:
        return table
    if sum(least) > room:
        return None
    for place in sorted(range(len(widths)), key=lambda place: table.align[place] == "l"):
        # headers of numbers first, then the texts, the widest of them down to what the others take
        if table.align[place] == "r":
            widths[place] = max(least[place], widths[place] - max(sum(widths) - room, 0))
    while sum(widths) > room:
        place = max((place for place in range(len(widths)) if widths[place] > least[place]), key=lambda place: widths[place])
        widths[place] -= 1
    headers = [_broken(name, widths[place] - _BESIDE) for place, name in enumerate(table.headers)]
    rows = [[_broken(cell, widths[place]) for place, cell in enumerate(row)] for row in table.rows]
    return Table(headers, rows, table.align)


def listed(table: Table, width: int) -> Iterator[str]:
    """Each row as lines of name and value, a blank line between rows."""
    margin = max((columns(name) for name in table.headers), default=0) + 2
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        for name, cell in zip(table.headers, row, strict=True):
            lines = wrap(visible(cell), max(width - margin, _LEAST), break_long_words=False, break_on_hyphens=False) or [""]
            yield f"{name}:".ljust(margin) + lines[0]
            yield from (" " * margin + line for line in lines[1:])


def _narrowest(table: Table, place: int) -> int:
    """The least width of a column: its numbers whole, of its texts and its header the longest word."""
    cells, header = [row[place] for row in table.rows], table.headers[place]
    least = _widest(header.split()) + _BESIDE
    if table.align[place] == "r":
        return max(least, _widest(cells))
    return max(least, _widest([word for cell in cells for word in cell.split()]), min(_LEAST, _widest(cells)))


def _widest(texts: Sequence[str]) -> int:
    return max((columns(visible(text)) for text in texts), default=0)


def _broken(text: str, width: int) -> str:
    shown = visible(text)
    if columns(shown) <= width:
        return shown
    return "\n".join(wrap(shown, width, break_long_words=False, break_on_hyphens=False))
