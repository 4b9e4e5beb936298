"""Which date of a row is which.

In: a row's tokens and where its code or first amount stands. Out: transaction, deemed execution, exercisable and expiration date as texts,
with what was repaired. Order decides, then value: an expiration lies after the day it can first be exercised. A damaged date is taken
for the period of report, or for the end of ten years, only when one lost character makes the whole difference.
"""

from datetime import date, timedelta

from msgspec import Struct, field

from vestcalc.filings.cells import to_day
from vestcalc.filings.ocr.tokens import Token


class Dates(Struct):
    """The dates of a row, as texts; `repaired` and `doubts` for people."""

    transaction: str | None = None
    deemed: str | None = None
    exercisable: str | None = None
    expires: str | None = None
    repaired: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def of_transaction(tokens: list[Token], pivot: int, period: date | None, columns: dict[str, int]) -> Dates:
    """The dates of a transaction row; `pivot` is where its code stands or, if that is not legible, its first amount."""
    out = Dates()
    dates = [(i, t) for i, t in enumerate(tokens) if is_date(t)]
    before = [t for i, t in dates if i < pivot]
    after = [t for i, t in dates if i > pivot]
    if not before and after and period:
        same = [t for t in after if to_day(t.text) == period]
        if len(same) == 1:
            before, after = same, [t for t in after if t is not same[0]]
            out.repaired.append(f"{same[0].text} stands out of order; it is the date of the transaction, being the period of report")
    reported = {period: "the period of report"} if period else {}
    if before:
        out.transaction = _whole(before[0], reported, out, "date of the transaction")
    if len(before) > 1:
        out.deemed = _whole(before[1], reported, out, "deemed execution date")
    _settle(out, after, tokens, pivot, columns)
    return out


def of_holding(tokens: list[Token], columns: dict[str, int]) -> Dates:
    """The dates of a holding: exercisable and expiration only."""
    out = Dates()
    _settle(out, [t for t in tokens if is_date(t)], tokens, -1, columns)
    return out


def is_date(token: Token) -> bool:
    """A date, or what OCR left of one: slashes between digits, or eight digits run together."""
    if token.kind == "date":
        return True
    if token.kind == "fragment":
        return token.text.count("/") == 2
    return token.kind == "count" and token.text.isdigit() and len(token.text) == 8 and to_day(_slashed(token.text)) is not None


def _slashed(digits: str) -> str:
    return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}"


def _whole(token: Token, guards: dict[date, str], out: Dates, name: str) -> str | None:
    """The text of a date if it is one that can be; a damaged one if a date it should be (`guards`) differs by one lost character."""
    padded = len(token.text) == 10 or not any(_one_lost(f"{day:%m/%d/%Y}", token.text) for day in guards)
    if token.kind == "date" and to_day(token.text) and padded:
        if token.mended:
            out.repaired.append(f"{name} {token.text} joined from pieces")
        return token.text
    for day, reason in guards.items():
        whole = f"{day:%m/%d/%Y}"
        if _one_lost(whole, token.text) or whole.replace("/", "") == token.text:
            out.repaired.append(f'{name} "{token.text}" is damaged; {whole} is {reason}')
            return whole
    out.doubts.append(f'{name} "{token.text}" is not legible')
    return None


def _one_lost(whole: str, text: str) -> bool:
    """Whether `text` is `whole` with one character lost."""
    return len(text) == len(whole) - 1 and any(whole[:i] + whole[i + 1 :] == text for i in range(len(whole)))


def _settle(out: Dates, after: list[Token], tokens: list[Token], pivot: int, columns: dict[str, int]) -> None:
    """Date exercisable and expiration date among the dates behind the amount, of which one may be a note's mark."""
    if not after:
        return
    texts = [_whole(t, _ten_years(out.transaction), out, "exercisable or expiration date") for t in after]
    if len(after) == 1:
        _single(out, after[0], texts[0], tokens, pivot, columns)
    elif len(after) == 2:
        out.exercisable, out.expires = texts
        first, last = (to_day(t) if t else None for t in texts)
        if first and last and last < first:
            out.exercisable, out.expires = texts[1], texts[0]
            out.repaired.append(f"{texts[0]} and {texts[1]} stand out of order; the later is the expiration date")
    else:
        out.doubts.append("dates not told apart: " + " ".join(t.text for t in after))


def _ten_years(start: str | None) -> dict[date, str]:
    """The days on which an option of ten years may expire: the anniversary of its grant, or the day before."""
    day = to_day(start) if start else None
    if day is None or (day.month, day.day) == (2, 29):
        return {}
    last = day.replace(year=day.year + 10)
    return {last: "ten years after the grant", last - timedelta(days=1): "a day less than ten years after the grant"}


def _single(out: Dates, token: Token, text: str | None, tokens: list[Token], pivot: int, columns: dict[str, int]) -> None:
    at = tokens.index(token)
    marks = [i for i, t in enumerate(tokens) if t.kind == "mark" and not t.glued and i > pivot]
    near = {name: abs(columns[name] - token.cell) for name in ("exercisable", "expires") if name in columns}
    start = to_day(out.transaction) if out.transaction else None
    day = to_day(text) if text else None
    if any(i < at for i in marks):
        out.expires = text
    elif any(at < i <= at + 1 for i in marks):
        out.exercisable = text
    elif len(near) == 2 and near["exercisable"] != near["expires"] and token.cell:
        setattr(out, min(near, key=lambda name: near[name]), text)
    elif start and day and (day.year - start.year) >= 4:
        out.expires = text
    elif day:
        out.doubts.append(f"{text} is a date exercisable or an expiration date; the print does not tell which, and it is left out")
