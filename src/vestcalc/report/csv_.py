"""Rows as CSV or tab-separated text.

In: a header and rows of text cells. Out: lines. A cell that a spreadsheet would run as a formula gets an apostrophe before it;
line ends inside cells become spaces, so that one row is one line.
"""

from collections.abc import Iterable, Iterator, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: str) -> str:
    """The cell as it may be opened in a spreadsheet; leading blanks do not hide a formula."""
    begins = cell.startswith(_FORMULA)
    flat = cell
    if "\n" in cell or "\r" in cell:
        flat = (cell if begins else cell.replace("\r\n", " ")).replace("\n", " ").replace("\r", " ")
    return "'" + flat if begins or cell.lstrip().startswith(_FORMULA) else flat


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """RFC 4180, with line feeds as line ends."""
    yield _line(header)
    for row in rows:
        yield _line([harmless(cell) for cell in row])


def as_tsv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Tabs between cells; tabs inside cells become spaces."""
    yield "\t".join(header) + "\n"
    for row in rows:
        yield "\t".join(harmless(cell).replace("\t", " ") for cell in row) + "\n"


def _line(cells: Sequence[str]) -> str:
    return ",".join(['"' + cell.replace('"', '""') + '"' if "," in cell or '"' in cell or "\t" in cell else cell for cell in cells]) + "\n"
