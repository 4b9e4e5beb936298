"""Finds the rows in a table's text.

In: the lines of Table I or II. Out: `Found` rows, each with the tokens of its own and the words that wrapped above and below it.
A row begins where values begin after a title and ends with its ownership letter; it may share a line with the form's heading or with
other rows, or run over several lines. Values that belong to no row are given back as leftovers, for a notice.
"""

import re
from bisect import bisect_right
from itertools import pairwise

from msgspec import Struct, field

from vestcalc.filings.ocr.clean import Line
from vestcalc.filings.ocr.mend import mend
from vestcalc.filings.ocr.tokens import Token, line_tokens
from vestcalc.late import late

_HEADING = frozenset(
    re.findall(
        r"\S+",
        """instr month/day/year month/day year transaction transaction(s deemed execution conversion exercisable expiration
        title beneficially beneficial ownership reported following derivative acquired disposed underlying owned price
        amount number code table securities security nature indirect direct form exercise e.g puts calls warrants""",
    )
)
_WEAK = frozenset(("of", "or", "shares", "number", "and", "the", "2", "v", "a", "d", "date", "any", "if", "to", "in", "held"))
_TITLE = late(
    r"(?:common|class|stock|restricted|employee|option|options|performance|phantom|deferred|ordinary|preferred|series|warrants?|incentive|director"
    r"|non-?qualified|units?|shares?|depositary|limited|convertible|rights?|appreciation|rsus?|psus?|ads|adrs?)\Z",
    re.I,
)
_QUALIFIER = late(
    r"(?:restricted|employee|non-?employee|director|non-?qualified|incentive|performance(?:-based)?|phantom|deferred|class|series|stock|[a-z]|time-based|time-vested)\Z",
    re.I,
)

#: More tokens than any row has: what follows is not its own.
_LONGEST = 150
#: More words than a title wraps to.
_WORDIEST = 40


class Found(Struct):
    """A row's tokens; `above` and `below`, words that wrapped; `columns`, cells of the heading by their word."""

    tokens: list[Token]
    above: list[Token] = field(default_factory=list)
    below: list[Token] = field(default_factory=list)
    closed: bool = False


class Table(Struct):
    """The rows found; the cell in which a word of the heading stands; values that belong to no row."""

    rows: list[Found] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    leftovers: list[str] = field(default_factory=list)


def bare(word: str) -> str:
    """A word without its punctuation, in lower case."""
    return word.strip("().,:;*\"'-[]").lower()


def is_value(token: Token) -> bool:
    """A date, money, a count or a piece of one."""
    return token.kind in ("date", "money", "count", "fragment")


def title_end(tokens: list[Token]) -> int:
    """Where a row's values begin; a plain number inside a title ("2008 Plan Option", "Series 2 Preferred") is not one of them."""
    later = any(t.kind in ("date", "money") for t in tokens)
    for i, t in enumerate(tokens):
        if not (is_value(t) or (t.kind == "mark" and not t.glued)):
            continue
        inside = later and t.kind == "count" and t.text.isdigit() and i + 1 < len(tokens) and tokens[i + 1].kind == "word"
        if not inside:
            return i
    return len(tokens)


def find_rows(region: list[Line], name: str) -> Table:
    """The rows of the table `name` ("I", "II")."""
    table = Table()
    buffer: list[Token] = []
    for n, line in enumerate(region):
        tokens = _without_heading(mend(line_tokens(line, n)), table, buffer)
        for piece in _pieces(tokens, name):
            kept = _within_reason(piece)
            if len(kept) < len(piece):
                table.leftovers.append(" ".join(t.text for t in piece[-20:]))
            _take(kept, table, buffer, name)
        del buffer[:-_WORDIEST]
    if table.rows:
        table.rows[-1].below += buffer
    return table


def _within_reason(piece: list[Token]) -> list[Token]:
    """A piece of no more tokens than a row has: those from shortly before its first value."""
    if len(piece) <= _LONGEST:
        return piece
    first = next((i for i, t in enumerate(piece) if _is_hard(t)), 0)
    return piece[max(0, first - _WORDIEST) :][:_LONGEST]


def _take(piece: list[Token], table: Table, buffer: list[Token], name: str) -> None:
    """Adds a piece of a line to the row it belongs to, or begins a row with it."""
    last = table.rows[-1] if table.rows else None
    if not _has_values(piece):
        if last and not last.closed:
            last.tokens += piece
            last.closed = len(last.tokens) > _LONGEST
        else:
            buffer += piece
    elif last and not last.closed and not _begins(last, piece, name):
        last.tokens += piece
        last.closed = len(last.tokens) > _LONGEST or bool(closers(last.tokens, name))
    elif last and not buffer and _wraps(piece):
        last.below += [t for t in piece if t.kind in ("word", "letter")]
        table.leftovers.append(" ".join(t.text for t in piece))
    elif _is_row(piece):
        found = Found(piece, closed=bool(closers(piece, name)))
        _share(buffer, last, found)
        buffer.clear()
        table.rows.append(found)
    elif last and not last.closed:
        last.tokens += piece
    elif any(_is_hard(t) for t in piece):
        table.leftovers.append(" ".join(t.text for t in piece))


def _without_heading(tokens: list[Token], table: Table, buffer: list[Token]) -> list[Token]:
    """The tokens of a line behind the last word of the form's own heading; [] for a line of heading only."""
    marks = [i for i, t in enumerate(tokens) if bare(t.text) in _HEADING or "instr" in t.text.lower() or "month" in t.text.lower()]
    if not marks:
        return tokens
    first = next((i for i, t in enumerate(tokens) if _is_hard(t)), None)
    if first is None:
        if table.rows and len(marks) < 2:
            return tokens
        _note_columns(tokens, table)
        buffer.clear()
        return []
    before = [i for i in marks if i < first]
    if len(before) < 3:
        return tokens
    rest = tokens[before[-1] + 1 :]
    while rest and (bare(rest[0].text) in _WEAK or rest[0].kind in ("junk", "letter")):
        rest = rest[1:]
    return rest


def _note_columns(tokens: list[Token], table: Table) -> None:
    """Remembers the cells under which "(A)", "(D)", "Date Exercisable" and "Expiration Date" stand."""
    in_cell: dict[int, int] = {}
    for t in tokens:
        in_cell[t.cell] = in_cell.get(t.cell, 0) + 1
    for t in tokens:
        alone, word = in_cell[t.cell] == 1, bare(t.text)
        if t.text.upper() in ("(A)", "(D)") and alone:
            table.columns[t.text.upper()] = t.cell
        elif word == "code" and alone:
            table.columns["code"] = t.cell
        elif "xercisab" in word and t.cell and in_cell[t.cell] <= 3:
            table.columns["exercisable"] = t.cell
        elif "xpiration" in word and t.cell and in_cell[t.cell] <= 3:
            table.columns["expires"] = t.cell


def _is_hard(token: Token) -> bool:
    """A value that no heading has: a date, money, a count grouped by threes."""
    if token.kind == "count":
        return "," in token.text
    return token.kind in ("date", "money") or (token.kind == "fragment" and token.text.count("/") == 2)


def _has_values(piece: list[Token]) -> bool:
    return any(is_value(t) or (t.kind == "mark" and not t.glued) for t in piece)


def _is_row(piece: list[Token]) -> bool:
    """Whether a row may begin with this: a title and a value, or several values, or one and the ownership letter."""
    values = [i for i, t in enumerate(piece) if is_value(t)]
    if not values:
        return False
    titled = any(_TITLE.match(bare(t.text)) for t in piece[: values[0]])
    owned = any(t.kind == "letter" and t.text in "DI" for t in piece[values[0] :])
    hard = any(_is_hard(t) for t in piece)
    several = len(values) >= 3 and any(len(piece[i].text.strip(",")) > 2 for i in values)  # not "3, 4 and 5)" of the form's heading
    return (titled and (hard or owned)) or several or (len(values) == 2 and hard) or owned


def _wraps(piece: list[Token]) -> bool:
    """Whether a line goes on with the title above it: no title begins with "(right to"."""
    return piece[0].kind == "word" and piece[0].text.startswith("(")


def _begins(last: Found, piece: list[Token], name: str) -> bool:
    """Whether a piece behind an unfinished row begins a row of its own: it has a title, and values that the row has already."""
    if piece[0].kind != "word":
        return False
    if name == "I" and any(_TITLE.match(bare(t.text)) for t in piece[: title_end(piece)]):
        return True
    if sum(t.kind == "count" for t in last.tokens) >= (2 if name == "I" else 3):
        return True
    kinds = [t.kind for t in piece if t.kind not in ("junk", "mark")]
    dated = any(a == "date" and b == "letter" for a, b in pairwise(kinds))
    return dated and any(t.kind in ("date", "count", "money") for t in last.tokens)


def closers(tokens: list[Token], name: str) -> list[int]:
    """Where ownership letters stand: D or I behind the amounts, with no further value directly after it."""
    out: list[int] = []
    counts, dated = 0, False
    for i, token in enumerate(tokens):
        if token.kind == "letter" and token.text in "DI" and counts >= (2 if name == "I" and dated else 1):
            after = next((t for t in tokens[i + 1 : i + 4] if t.kind != "junk"), None)
            if after is None or not (is_value(after) or after.kind == "letter"):
                out.append(i)
                counts, dated = 0, False
        counts += token.kind in ("count", "fragment")
        dated = dated or token.kind == "date"
    return out


def _pieces(tokens: list[Token], name: str) -> list[list[Token]]:
    """A line's tokens, cut behind each row that ends in it and is followed by another."""
    out: list[list[Token]] = []
    start = 0
    firsts = [j for j, t in enumerate(tokens) if _is_hard(t) or _ends_holding(tokens, j)]
    for i in closers(tokens, name):
        later = bisect_right(firsts, i)
        if i >= start and later < len(firsts):
            cut = _end_of_row(tokens, i, firsts[later])
            out.append(tokens[start:cut])
            start = cut
    if start < len(tokens):
        out.append(tokens[start:])
    return out


def _ends_holding(tokens: list[Token], i: int) -> bool:
    """A small number with its ownership letter: a holding's."""
    return tokens[i].kind == "count" and i + 1 < len(tokens) and tokens[i + 1].kind == "letter" and tokens[i + 1].text in "DI"


def _end_of_row(tokens: list[Token], closer: int, later: int) -> int:
    """Where the next row's title begins between an ownership letter and the next value."""
    i = closer + 1
    while i < later and (tokens[i].kind == "mark" or tokens[i].text.startswith("(")):
        opened = tokens[i].text.startswith("(") and not tokens[i].text.endswith(")")
        i += 1
        while opened and i < later:
            opened = not tokens[i].text.endswith(")")
            i += 1
    if tokens[closer].text == "I":
        while i < later and not _TITLE.match(bare(tokens[i].text)):
            i += 1
    return i if i < later else closer + 1


def _share(buffer: list[Token], last: Found | None, new: Found) -> None:
    """Gives the words between two rows to the one they wrapped from."""
    words = list(buffer)
    if last:
        open_title = " ".join(t.text for t in [*last.above, *last.tokens, *last.below])
        while words and open_title.count("(") > open_title.count(")"):
            last.below.append(words[0])
            open_title += " " + words.pop(0).text
    while words and bare(words[0].text) in _WEAK and words[0].kind == "word":
        words.pop(0)
    bare_start = is_value(new.tokens[0]) or new.tokens[0].kind == "mark"
    title = " ".join(t.text for t in new.tokens[: title_end(new.tokens)])
    if bare_start or title.count(")") > title.count("(") or (words and all(_QUALIFIER.match(bare(t.text)) for t in words)):
        new.above += words
    elif last:
        last.below += words
