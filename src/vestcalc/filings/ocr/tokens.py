"""The parts of a table's text by what they are: a date, money, a count, a note's mark, a letter, a word.

In: lines of cells. Out: `Token`s with the cell they stand in. A piece of a date or number that is no whole one ("0/17/2021",
"400,00") is a fragment, for `mend` to join with its neighbour; junk between values is dropped, with a lost mark remembered.
"""

import re
from typing import Literal, NamedTuple

from vestcalc.filings.ocr.clean import Line
from vestcalc.late import late

Kind = Literal["date", "money", "count", "mark", "letter", "word", "fragment", "junk"]

_TOKEN = late(
    r"(?P<date>\d{1,2}/\d{1,2}/\d{4}(?![\d/]))"
    r"|(?P<slashed>\d{0,5}/(?=\d)[\d/]{1,10}|\d{1,2}/(?!\S))"
    r"|(?P<money>\$\s{0,3}(?:\d[\d,]{0,20}(?:\.\d{1,10})?|\.\d{1,10}))"
    r"|(?P<mark>\(\s?\d{1,2}\s?\)(?=[\W\d]|\Z))"
    r"|(?P<count>\d[\d,]{0,20}(?:\.\d{1,6})?(?![A-Za-z\d]))"
    r"|(?P<comma>,\d{3}(?:,\d{3})*(?!\d))"
    r"|(?P<named>[A-Z]{1,3}-\d{1,3}(?![\w/]))"
    r"|(?P<garbled>[A-Za-z]{1,20}[,.]?\d[\w,./]{0,30}|\d[\d,./]{0,20}[A-Za-z][\w,./]{0,30})"
    r"|(?P<word>\$|[^\s\d$]+?(?=\(\s?\d{1,2}\s?\)|\s|\Z|\$\d|(?<=\))\d)|\S)"
)
_WHOLE = late(r"(?!0[\d,])\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|(?!0\d)\d+(?:\.\d{1,6})?")
_LETTER = late(r"[A-Za-z]_?\Z")
_MARKED_LETTER = late(r"[A-Z](?:[(\[]\w{0,2}[)\]]|[^\w\s]{0,2}\)|[©®°])")
_WORDY = late(r"\w")


class Token(NamedTuple):
    """One part: `text` trimmed; its line, cell and character there; `glued` to the part before it; `mended` from pieces."""

    kind: Kind
    text: str
    line: int
    cell: int
    at: int = 0
    glued: bool = False
    mended: bool = False


def tokenise(region: list[Line]) -> list[Token]:
    """All parts of a region's lines, in reading order."""
    return [token for n, line in enumerate(region) for token in line_tokens(line, n)]


def line_tokens(line: Line, number: int = 0) -> list[Token]:
    """The parts of one line; `number` is recorded on each."""
    found: list[Token] = []
    for c, cell in enumerate(line.cells):
        end = -1
        for m in _TOKEN.finditer(cell):
            kind, text = _kind(m)
            if kind == "mark":
                text = text.strip("() ")
            found.append(Token(kind, text, number, c, m.start(), glued=m.start() == end))
            end = m.end()
    return found


def _kind(m: re.Match[str]) -> tuple[Kind, str]:
    text = m[0]
    match m.lastgroup:
        case "date":
            return "date", text
        case "slashed" | "comma" | "garbled":
            return "fragment", text
        case "money":
            return "money", text
        case "mark":
            return "mark", text
        case "count":
            return ("count" if is_count(text) else "fragment"), text
    if _LETTER.match(text) or _MARKED_LETTER.fullmatch(text):
        return "letter", text[0]
    return ("word" if _WORDY.search(text) or text in ("&", "$") else "junk"), text


def place(token: Token) -> tuple[int, int, int]:
    """Where a token stands on the page, for comparing."""
    return token.line, token.cell, token.at


def is_count(text: str) -> bool:
    """Whether the text is a whole number of units as a form prints it: grouped by threes or not at all, no leading zero."""
    return bool(_WHOLE.fullmatch(text))
