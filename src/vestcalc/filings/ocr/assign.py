"""One found row to the model's row: what each of its values is.

In: a `Found` row, the heading's columns, the period of report, stray words. Out: a Row with its notes by cell, assumptions for what was
repaired, and notices for what is not legible. A missing code is not filled in here: that needs the notes (`..ocr_text`).
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from vestcalc.filings.model import Row
from vestcalc.filings.ocr import dates as dating
from vestcalc.filings.ocr.figures import Figures, grouped, join_split, of_derivative, of_plain
from vestcalc.filings.ocr.marks import Layout, hang_marks
from vestcalc.filings.ocr.table import Found, closers, title_end
from vestcalc.filings.ocr.titles import words_of
from vestcalc.filings.ocr.tokens import Token
from vestcalc.filings.raw_rows import RawRow
from vestcalc.terms.models import Assumption

_CODES = "AMFSPGJCXODIUWZLKHE"
_SMALL = "cosxpuwzk"
#: What a code tells of acquiring or disposing where the print's columns do not.
_DERIVATIVE = {"A": "A", "P": "A", "M": "D", "X": "D", "O": "D", "C": "D", "E": "D", "H": "D", "S": "D", "F": "D"}
_PLAIN = {"A": "A", "P": "A", "M": "A", "X": "A", "O": "A", "F": "D", "S": "D"}

#: A grouped number with a digit or two too many: a note's mark without its brackets.
_GLUED = re.compile(r"(\d{1,3}(?:,\d{3})+)(\d{1,2})")


@dataclass(slots=True)
class Context:
    """What a row is read against."""

    table: Literal["I", "II"]
    columns: dict[str, int]
    period: date | None
    strays: list[str]
    notices: list[str]
    initial: bool = False
    grouping: bool = False
    note_ids: frozenset[str] = frozenset()


def to_row(found: Found, number: int, context: Context) -> Row:
    """The row with its values."""
    repaired, doubts = list[str](), list[str]()
    tokens = found.tokens = _checked(found.tokens, context, repaired)
    layout = _layout(found, context)
    raw = RawRow(context.table, number, context.notices)
    words = words_of(found, layout.own, context.table, context.strays)
    repaired += words.repaired
    raw.put("security", words.title)
    for slot, text in (("underlying", words.underlying), ("nature", words.nature)):
        if text:
            raw.put(slot, text)
    if layout.own is not None:
        raw.put("ownership", tokens[layout.own].text)
    fill = _holding if layout.holding else _transaction
    core = tokens if layout.own is None else tokens[: layout.own + 1]
    fill(core, layout, raw, context, repaired, doubts)
    hang_marks(found, layout, raw, context.table)
    for doubt in doubts:
        raw.say("row", doubt)
    row = raw.row(layout.holding)
    assumed = tuple(Assumption("text-repaired", f"Table {row.table} row {row.number}: {what}") for what in repaired)
    return replace(row, assumptions=row.assumptions + assumed)


def _checked(tokens: list[Token], context: Context, repaired: list[str]) -> list[Token]:
    """The tokens with marks parted from their numbers ("100,0001"), and numbers without commas doubted where the print has commas."""
    out: list[Token] = []
    whole = {grouped(t.text) for t in tokens if t.kind == "count" and "," in t.text}
    for token in tokens:
        glued = _GLUED.fullmatch(token.text) if token.kind == "fragment" else None
        if glued and glued[2] in context.note_ids:
            repaired.append(f'"{token.text}" is read as {glued[1]} with the mark of note {glued[2]}')
            out += [token._replace(kind="count", text=glued[1]), Token("mark", glued[2], token.line, token.cell, token.at + 1, glued=True)]
        elif token.kind == "count" and context.grouping and len(token.text) > 3 and token.text.isdigit() and token.text not in whole:
            out.append(token if dating.is_date(token) else token._replace(kind="fragment"))
        else:
            out.append(token)
    return out


def _layout(found: Found, context: Context) -> Layout:
    tokens = found.tokens
    start = title_end(tokens)
    ends = closers(tokens, context.table)
    own = ends[0] if ends else max((i for i, t in enumerate(tokens) if i > start and t.kind == "letter" and t.text in "DI"), default=None)
    amounts = [i for i, t in enumerate(tokens) if i >= start and t.kind == "count" and not dating.is_date(t)]
    first = amounts[0] if amounts else len(tokens)
    dated = [i for i, t in enumerate(tokens) if dating.is_date(t)]
    code = next((i for i, t in enumerate(tokens) if start < i < first and _code(t) and (not dated or i > dated[0])), None)
    beside = dated[0] + 1 if dated else 0
    if code is None and dated and amounts and amounts[0] < beside < len(tokens) and beside != own and _code(tokens[beside]):
        code = beside
    if code is not None and own is not None and own <= code:
        own = next((i for i in ends if i > code), None)
    if context.initial:
        return Layout(None, first, own, holding=True)
    if code is not None:
        return Layout(code, first, own, holding=False)
    return Layout(None, first, own, holding=_no_transaction(tokens, dated, amounts, context.table))


def _no_transaction(tokens: list[Token], dated: list[int], amounts: list[int], table: str) -> bool:
    """Whether a row without a legible code is a holding: no date of a transaction stands before its first amount."""
    if table == "I":
        return not dated and len(amounts) <= 1 and not any(t.kind == "money" for t in tokens)
    if not dated:
        return len(amounts) <= 2
    first = amounts[0] if amounts else len(tokens)
    later = any(i > first for i in dated) or any(t.kind == "mark" and not t.glued for t in tokens[first + 1 :])
    return not later and len(amounts) <= 2 and dated[0] < first


def _code(token: Token) -> str | None:
    """The transaction code that a letter is; small letters only where they look like the capital."""
    if token.kind == "word" and len(token.text) == 2 and token.text[0].upper() == token.text[1].upper() and token.text[0].upper() in "SC":
        return token.text[0].upper()
    if token.kind != "letter":
        return None
    if token.text in _CODES or token.text in _SMALL:
        return token.text.upper()
    return None


def _numbers(tokens: list[Token]) -> list[tuple[int, Token]]:
    """The counts of a row, legible or not, in reading order, each with its place in the row."""
    start = title_end(tokens)
    return [(i, t) for i, t in enumerate(tokens) if i >= start and t.kind in ("count", "fragment") and not dating.is_date(t)]


def _transaction(tokens: list[Token], layout: Layout, raw: RawRow, context: Context, repaired: list[str], doubts: list[str]) -> None:
    pivot = layout.code if layout.code is not None else layout.number
    days = dating.of_transaction(tokens, pivot, context.period, context.columns if context.table == "II" else {})
    _put(raw, {"date": days.transaction, "deemed_date": days.deemed, "exercisable": days.exercisable, "expires": days.expires})
    if days.transaction is None and not any("date of the transaction" in doubt for doubt in days.doubts):
        doubts.append("the date of the transaction is not legible")
    if layout.code is not None:
        raw.put("code", _code(tokens[layout.code]) or "")
    numbers = _numbers(tokens)
    prices = [t for t in tokens if t.kind == "money"]
    if context.table == "II":
        figures = _derivative(tokens, numbers, pivot, raw, doubts)
    else:
        figures = _plain(tokens, [t for _, t in numbers], prices, layout, raw, doubts)
    _put(raw, {"amount": figures.amount, "underlying_amount": figures.underlying, "following": figures.following})
    repaired += days.repaired + figures.repaired
    doubts += days.doubts + figures.doubts
    _acquired(tokens, layout, raw, context, doubts)


def _derivative(tokens: list[Token], numbers: list[tuple[int, Token]], pivot: int, raw: RawRow, doubts: list[str]) -> Figures:
    money = [(i, t) for i, t in enumerate(tokens) if t.kind == "money"]
    before = [t for i, t in money if i < pivot]
    after = [(i, t) for i, t in money if i > pivot]
    if not before and len(after) == 2:
        before, after = [after[0][1]], after[1:]
    if before:
        raw.put("exercise_price", _price(before[0], doubts))
    if after:
        raw.put("price", _price(after[0][1], doubts))
    return of_derivative(numbers, after[0][0] if after else None)


def _plain(tokens: list[Token], numbers: list[Token], prices: list[Token], layout: Layout, raw: RawRow, doubts: list[str]) -> Figures:
    flag = _flag(tokens, layout)
    figures, price = of_plain(numbers, prices, flag)
    if prices:
        raw.put("price", _price(prices[0], doubts))
    elif price:
        raw.put("price", price)
    if flag is not None:
        raw.put("acquired", flag.text)
    return figures


def _flag(tokens: list[Token], layout: Layout) -> Token | None:
    """The (A) or (D) of a Table I row: the letter between its amount and its ownership letter."""
    stop = layout.own if layout.own is not None else len(tokens)
    inside = [t for i, t in enumerate(tokens) if layout.number < i < stop and t.kind == "letter" and t.text in "AD"]
    return inside[0] if inside else None


def _acquired(tokens: list[Token], layout: Layout, raw: RawRow, context: Context, doubts: list[str]) -> None:
    """Acquired or disposed of: by the letter, by the column, else by what the code can only be."""
    if raw.values.get("acquired"):
        return
    amount = tokens[layout.number].cell if layout.number < len(tokens) else -1
    code = raw.values.get("code", "")
    columns = context.columns
    if context.table == "II" and columns.get("(A)", -1) != columns.get("(D)", -2) and amount in (columns.get("(A)"), columns.get("(D)")):
        raw.put("acquired", "A" if amount == columns.get("(A)") else "D")
    elif known := (_DERIVATIVE if context.table == "II" else _PLAIN).get(code):
        raw.put("acquired", known)
    elif code:
        doubts.append("whether acquired or disposed of is not legible")


def _holding(tokens: list[Token], layout: Layout, raw: RawRow, context: Context, repaired: list[str], doubts: list[str]) -> None:
    figures = Figures()
    numbers = join_split([t for _, t in _numbers(tokens)], figures)
    texts = [t.text for t in numbers if t.kind == "count"]
    doubts += [f'"{t.text}" is not legible as a number' for t in numbers if t.kind == "fragment"]
    if len(texts) > (1 if context.table == "I" else 2):
        doubts.append("amounts not told apart: " + " ".join(texts))
        texts = []
    if context.table == "I":
        _put(raw, {"following": texts[0] if texts else None})
    else:
        days = dating.of_holding(tokens, context.columns)
        _put(raw, {"exercisable": days.exercisable, "expires": days.expires})
        _put(raw, {"underlying_amount": texts[0] if texts else None, "following": texts[1] if len(texts) > 1 else None})
        prices = [t for t in tokens if t.kind == "money"]
        if prices:
            raw.put("exercise_price", _price(prices[0], doubts))
        repaired += days.repaired
        doubts += days.doubts
    repaired += figures.repaired


def _price(token: Token, doubts: list[str]) -> str:
    """The digits of a price; a comma is a decimal point only where it cannot part thousands ("$2,28")."""
    digits = token.text.replace("$", "").strip().rstrip(",")
    if not digits.replace(",", "").replace(".", "", 1).isdigit():
        doubts.append(f'price "{token.text}" is not legible')
        return ""
    head, comma, rest = digits.rpartition(",")
    if comma and "." not in digits and len(rest) != 3 and "," not in head:
        return f"{head}.{rest}"
    digits = grouped(digits)
    if len(digits.partition(".")[2]) > 4:
        doubts.append(f'price "{token.text}" has more places than the form takes; left out')
        return ""
    return digits


def _put(raw: RawRow, values: dict[str, str | None]) -> None:
    for slot, text in values.items():
        if text:
            raw.put(slot, text)
