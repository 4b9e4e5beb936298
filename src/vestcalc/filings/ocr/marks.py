"""The marks of notes in a row, each hung on its cell.

In: a found row and its landmarks. Out: notes by cell on the `RawRow`. A mark glued to a value or in its cell belongs to it; one alone
stands for a cell that a note replaces: the exercise price before the date, the exercisable and expiration dates behind the amount.
"""

from vestcalc.filings.model import CellName
from vestcalc.filings.ocr import dates as dating
from vestcalc.filings.ocr.context import Layout
from vestcalc.filings.ocr.table import Found
from vestcalc.filings.ocr.tokens import Token
from vestcalc.filings.raw_rows import RawRow


def hang_marks(found: Found, layout: Layout, raw: RawRow, table: str) -> None:
    """Hangs every mark of the row on a cell."""
    tokens = found.tokens
    celled = len({t.cell for t in tokens}) > 1
    alone = {i for i, t in enumerate(tokens) if t.kind == "mark" and table == "II" and _alone(tokens, i, celled)}
    start = layout.number if not layout.holding else 0
    amounts = [i for i, t in enumerate(tokens) if t.kind in ("count", "fragment") and not dating.is_date(t) and i > start]
    between = sorted(i for i in alone if start < i and (not amounts or i < amounts[0]))
    days = sum(t.kind == "date" for t in tokens[start:])
    extra = between[: max(0, len(between) + days - 2)]
    cell: CellName = "security"
    for i, token in enumerate(tokens):
        if token.kind == "mark":
            if not (token.glued and i and tokens[i - 1].kind == "mark"):
                cell = _cell(tokens, i, layout, table, i in alone and i not in extra)
                if i in extra and layout.holding:
                    cell = "exercise_price"
                if cell == "expires" and i and tokens[i - 1].text == raw.values.get("exercisable"):
                    cell = "exercisable"
            raw.mark(cell, str(int(token.text)))
    for token in [*found.above, *found.below]:
        if token.kind == "mark":
            raw.mark("security", str(int(token.text)))


def _alone(tokens: list[Token], i: int, celled: bool) -> bool:
    """A mark in a cell of its own, or set off by a space in a print without cells."""
    before = tokens[i - 1] if i else None
    same = before is not None and (before.line, before.cell) == (tokens[i].line, tokens[i].cell)
    return not tokens[i].glued and not (celled and same)


def _cell(tokens: list[Token], i: int, layout: Layout, table: str, lone: bool) -> CellName:
    """The cell a mark hangs on."""
    before = [t for t in tokens[:i] if t.kind not in ("mark", "junk")]
    if not before:
        return "exercise_price" if lone and not layout.holding else "security"
    last = before[-1]
    counts = sum(t.kind in ("count", "fragment") and not dating.is_date(t) for t in before)
    dated = any(dating.is_date(t) for t in before)
    if lone and table == "II" and counts == 0 and not dated and not layout.holding:
        return "exercise_price" if last.kind == "word" else _behind(last, counts, layout, table)
    if lone and table == "II" and counts == 1 and layout.holding:
        return "exercise_price"
    if lone and table == "II" and counts <= 1:
        start = layout.number if not layout.holding else 0
        earlier = sum(t.kind == "date" or (t.kind == "mark" and not t.glued) for t in tokens[start:i])
        return "exercisable" if earlier == 0 else "expires"
    if lone and table == "II" and counts == 2 and not layout.holding:
        return "price"
    if last.kind == "word" and counts == 0:
        return "row" if dated or any(t.kind == "money" for t in before) else "security"
    return _behind(last, counts, layout, table)


def _behind(last: Token, counts: int, layout: Layout, table: str) -> CellName:
    """The cell of the value that a mark stands behind."""
    if last.kind == "money":
        return "exercise_price" if table == "II" and counts == 0 else "price"
    if dating.is_date(last):
        return "date" if counts == 0 and not layout.holding else "expires"
    if last.kind in ("count", "fragment"):
        if table == "I":
            return "following" if layout.holding or counts > 1 else "amount"
        if layout.holding:
            return "underlying_amount" if counts == 1 else "following"
        return "amount" if counts == 1 else "underlying_amount" if counts == 2 else "following"
    if last.kind == "letter":
        if counts == 0 and layout.code is not None:
            return "code"
        return "price" if table == "I" and counts == 1 and not layout.holding else "ownership"
    return "underlying" if table == "II" and counts == 1 else "nature"
