"""One found row to the model's row.

In: a `Found` row and its context. Out: a Row with its notes by cell, assumptions for what was repaired, and notices for what is not
legible. A missing code is not filled in here: that needs the notes (`..ocr_text`).
"""

from msgspec.structs import replace

from vestcalc.filings.model import Row
from vestcalc.filings.ocr import dates as dating
from vestcalc.filings.ocr.check import checked
from vestcalc.filings.ocr.context import Context, Layout, Reading
from vestcalc.filings.ocr.fill import code_of, holding, transaction
from vestcalc.filings.ocr.marks import hang_marks
from vestcalc.filings.ocr.table import Found, closers, is_value, title_end
from vestcalc.filings.ocr.titles import names_class, words_of
from vestcalc.filings.ocr.tokens import Token
from vestcalc.filings.raw_rows import RawRow
from vestcalc.terms.models import Assumption


def to_row(found: Found, number: int, context: Context) -> Row:
    """The row with its values."""
    repaired: list[str] = []
    tokens = found.tokens = checked(found.tokens, context, repaired)
    layout = _layout(tokens, context)
    raw = RawRow(context.table, number, context.notices)
    words = words_of(found, layout.own, context.table, context.strays)
    core = tokens if layout.own is None else tokens[: layout.own + 1]
    reading = Reading(core, layout, raw, context, repaired + words.repaired)
    own = tokens[layout.own].text if layout.own is not None else None
    reading.put({"security": words.title, "underlying": words.underlying, "nature": words.nature, "ownership": own})
    if layout.holding:
        holding(reading)
    else:
        transaction(reading)
    hang_marks(found, layout, raw, context.table)
    for doubt in reading.doubts:
        raw.say("row", doubt)
    row = raw.row(layout.holding)
    assumed = tuple(Assumption("text-repaired", f"Table {row.table} row {row.number}: {what}") for what in reading.repaired)
    return replace(row, assumptions=row.assumptions + assumed)


def _layout(tokens: list[Token], context: Context) -> Layout:
    """Where code, first amount and ownership letter stand, and whether the row is a holding."""
    start = title_end(tokens)
    ends = closers(tokens, context.table)
    last_value = max((i for i, t in enumerate(tokens) if is_value(t)), default=start)
    loose = (i for i, t in enumerate(tokens) if i > last_value and t.kind == "letter" and t.text in "DI")
    own = ends[0] if ends else next(loose, None)
    amounts = [i for i, t in enumerate(tokens) if i >= start and t.kind == "count" and not dating.is_date(t)]
    first = amounts[0] if amounts else len(tokens)
    unread = (i for i, t in enumerate(tokens) if i >= start and t.kind == "fragment" and "/" not in t.text)
    stop = min(first, next(unread, first))
    dated = [i for i, t in enumerate(tokens) if dating.is_date(t)]
    letters = [i for i, t in enumerate(tokens) if start < i < stop and code_of(t) and not names_class(tokens, i)]
    code = next((i for i in letters if not dated or i > dated[0]), None)
    beside = dated[0] + 1 if dated else 0
    if code is None and dated and amounts and amounts[0] < beside < len(tokens) and beside != own and code_of(tokens[beside]):
        code = beside
    if code is not None and own is not None and own <= code:
        own = next((i for i in ends if i > code), None)
    if context.initial:
        return Layout(None, first, own, holding=True)
    if code is not None:
        return Layout(code, first, own, holding=False)
    return Layout(None, first, own, holding=_no_transaction(tokens, dated, amounts, context.table))


def _no_transaction(tokens: list[Token], dated: list[int], amounts: list[int], table: str) -> bool:
    """Whether a row without a legible code is a holding: it has no price behind its amounts and no date of a transaction before them."""
    if table == "I":
        return not dated and not any(t.kind == "money" for t in tokens)
    if not dated:
        return True
    first = amounts[0] if amounts else len(tokens)
    behind = tokens[first + 1 :]
    later = any(i > first for i in dated) or any(t.kind == "money" or (t.kind == "mark" and not t.glued) for t in behind)
    return not later and dated[0] < first
