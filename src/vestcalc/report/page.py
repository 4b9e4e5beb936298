"""A page before it is typeset: headings, lines, lists and tables, whatever the format.

In: texts and rows as the pages make them. Out: the same as plain text for a terminal or as Markdown, block by block.
Control characters in names and notes never come out raw.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct


class Heading(Struct, frozen=True):
    """`level` 1 for a filing, 2 for an award."""

    text: str
    level: int = 1


class Lines(Struct, frozen=True):
    """Lines as they are, one below the other; `verbatim` where columns must stand under one another."""

    lines: Sequence[str]
    verbatim: bool = False


class Listing(Struct, frozen=True):
    """A title and its items."""

    title: str
    items: Sequence[str]


class Table(Struct, frozen=True):
    """Cells ready as text; `align` holds "l" or "r" for each column."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    align: str


Block = Heading | Lines | Listing | Table


def visible(text: str) -> str:
    """The text on one line, without anything that moves a cursor or turns the direction: "\\x1b" is spelled out, blanks are spaces."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char.isspace() and char not in _ODD_BLANKS else _spelled(char) for char in text)


#: Separators that Python counts as blanks, but no reader of a note expects.
_ODD_BLANKS = "\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def _spelled(char: str) -> str:
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def as_text(blocks: Iterable[Block], width: int | None = None) -> Iterator[str]:
    """For a terminal of `width` columns; None where lines may have any length."""
    begun = False
    for block in blocks:
        if isinstance(block, Heading):
            text = visible(block.text)
            gap = "\n" if begun else ""
            yield f"{gap}{text}\n{'=' * min(len(text), width or len(text))}\n" if block.level == 1 else f"{gap}{text}\n"
        elif isinstance(block, Lines):
            yield "".join(f"  {line if block.verbatim else visible(line)}".rstrip() + "\n" for line in block.lines)
        elif isinstance(block, Listing):
            yield f"  {block.title}:\n" + "".join(f"    {visible(item)}\n" for item in block.items)
        else:
            yield "".join(f"  {line}".rstrip() + "\n" for line in _text_table(block, width))
        begun = True


def as_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """GitHub's Markdown."""
    begun = False
    for block in blocks:
        gap = "\n" if begun else ""
        if isinstance(block, Heading):
            yield f"{gap}{'#' * block.level} {_escaped(block.text)}\n"
        elif isinstance(block, Lines) and block.verbatim:
            fence = "`" * max(3, 1 + max((len(run) for line in block.lines for run in re.findall("`+", line)), default=0))
            yield f"{gap}{fence}\n" + "".join(f"{line}\n" for line in block.lines) + f"{fence}\n"
        elif isinstance(block, Lines):
            yield gap + "  \n".join(_escaped(line) for line in block.lines) + "\n"
        elif isinstance(block, Listing):
            yield f"{gap}{block.title}:\n\n" + "".join(f"- {_escaped(item)}\n" for item in block.items)
        else:
            yield f"{gap}{_table(block, 'github', _escaped)}\n"
        begun = True


def _text_table(table: Table, width: int | None) -> Sequence[str]:
    """The lines of a table; where it is wider than the terminal, broken at blanks or, at last, listed."""
    if width is None:
        return _table(table, "simple", visible).splitlines()
    from vestcalc.report.fit import fitted, listed

    narrow = fitted(table, width - 2)
    return list(listed(table, width - 2)) if narrow is None else _table(narrow, "simple", str).splitlines()


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~#])", r"\\\1", visible(text))


def _table(table: Table, style: str, shown: Callable[[str], str]) -> str:
    from tabulate import tabulate

    rows = [[shown(cell) for cell in row] for row in table.rows]
    align = ["right" if letter == "r" else "left" for letter in table.align]
    return tabulate(rows, list(table.headers), tablefmt=style, colalign=align if rows else None, disable_numparse=True)
