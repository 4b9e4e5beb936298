"""The values of a row, by what they are and where they stand to its landmarks.

In: a `Reading` with its layout. Out: the texts of its cells put into the `RawRow`; repairs and doubts with it. A price is a price by
its "$", or by its place between the (A) or (D) and the amount following; an amount stands before, the amount following behind them.
"""

from vestcalc.filings.ocr import dates as dating
from vestcalc.filings.ocr.context import Reading
from vestcalc.filings.ocr.figures import Figures, grouped, join_split, of_derivative, of_plain
from vestcalc.filings.ocr.table import title_end
from vestcalc.filings.ocr.tokens import Token

_CODES = "AMFSPGJCXODIUWZLKHE"
_SMALL = "cosxpuwzk"
#: What a code tells of acquiring or disposing where the print's columns do not.
_DERIVATIVE = {"A": "A", "P": "A", "M": "D", "X": "D", "O": "D", "C": "D", "E": "D", "H": "D", "S": "D", "F": "D"}
_PLAIN = {"A": "A", "P": "A", "M": "A", "X": "A", "O": "A", "F": "D", "S": "D"}


def code_of(token: Token) -> str | None:
    """The transaction code that a letter is; small letters only where they look like the capital."""
    if token.kind == "word" and len(token.text) == 2 and token.text[0].upper() == token.text[1].upper() and token.text[0].upper() in "SC":
        return token.text[0].upper()
    if token.kind != "letter":
        return None
    if token.text in _CODES or token.text in _SMALL:
        return token.text.upper()
    return None


def numbers_of(tokens: list[Token]) -> list[tuple[int, Token]]:
    """The counts of a row, legible or not, in reading order, each with its place in the row."""
    start = title_end(tokens)
    return [(i, t) for i, t in enumerate(tokens) if i >= start and t.kind in ("count", "fragment") and not dating.is_date(t)]


def transaction(reading: Reading) -> None:
    """The values of a transaction."""
    tokens, layout, context = reading.tokens, reading.layout, reading.context
    pivot = layout.code if layout.code is not None else layout.number
    days = dating.of_transaction(tokens, pivot, context.period, context.columns if context.table == "II" else {})
    reading.put({"date": days.transaction, "deemed_date": days.deemed, "exercisable": days.exercisable, "expires": days.expires})
    if days.transaction is None and not any("date of the transaction" in doubt for doubt in days.doubts):
        reading.doubts.append("the date of the transaction is not legible")
    if layout.code is not None:
        reading.put({"code": code_of(tokens[layout.code])})
    figures = _derivative(reading, pivot) if context.table == "II" else _plain(reading)
    reading.put({"amount": figures.amount, "underlying_amount": figures.underlying, "following": figures.following})
    for name, value in (("amount", figures.amount), ("amount following", figures.following)):
        if value is None and not figures.doubts:
            reading.doubts.append(f"the {name} is not legible or not filled in")
    reading.repaired += days.repaired + figures.repaired
    reading.doubts += days.doubts + figures.doubts
    _acquired(reading)


def _derivative(reading: Reading, pivot: int) -> Figures:
    money = [(i, t) for i, t in enumerate(reading.tokens) if t.kind == "money"]
    before = [t for i, t in money if i < pivot]
    after = [(i, t) for i, t in money if i > pivot]
    if not before and len(after) == 2:
        before, after = [after[0][1]], after[1:]
    if before:
        reading.put({"exercise_price": price_of(before[0], reading)})
    if after:
        reading.put({"price": price_of(after[0][1], reading)})
    return of_derivative(numbers_of(reading.tokens), after[0][0] if after else None)


def _plain(reading: Reading) -> Figures:
    tokens, layout = reading.tokens, reading.layout
    start = layout.code if layout.code is not None else next((i for i, t in enumerate(tokens) if dating.is_date(t)), -1)
    stop = layout.own if layout.own is not None else len(tokens)
    sides = [i for i, t in enumerate(tokens) if start < i < stop and t.kind == "letter" and t.text in "AD"]
    prices = [t for t in tokens if t.kind == "money"]
    first_price = next((i for i, t in enumerate(tokens) if t.kind == "money"), None)
    divide = sides[0] if sides else first_price
    figures, price = of_plain(numbers_of(tokens), prices, divide)
    if prices:
        reading.put({"price": price_of(prices[0], reading)})
    reading.put({"price": price if not prices else None, "acquired": tokens[sides[0]].text if sides else None})
    return figures


def _acquired(reading: Reading) -> None:
    """Acquired or disposed of: by the letter, by the column where it is sure to be the row's, else by what the code can only be."""
    raw, columns, layout, tokens = reading.raw, reading.context.columns, reading.layout, reading.tokens
    if raw.values.get("acquired"):
        return
    table = reading.context.table
    code = raw.values.get("code", "")
    amount = tokens[layout.number].cell if layout.number < len(tokens) else -1
    sides = [side for side in ("A", "D") if columns.get(f"({side})") == amount] if table == "II" else []
    aligned = layout.code is not None and tokens[layout.code].cell == columns.get("code", -1)
    known = (_DERIVATIVE if table == "II" else _PLAIN).get(code)
    sure = len(sides) == 1 and (aligned or (not known and "code" not in columns) or layout.code is None)
    if sure and known and known != sides[0] and code != "A":
        reading.doubts.append(f"its column says {'acquired' if sides[0] == 'A' else 'disposed of'}, which code {code} cannot be")
        raw.put("acquired", known)
    elif sure:
        raw.put("acquired", sides[0])
    elif known:
        raw.put("acquired", known)
    elif code:
        reading.doubts.append("whether acquired or disposed of is not legible")


def holding(reading: Reading) -> None:
    """The values of a holding."""
    tokens, context = reading.tokens, reading.context
    figures = Figures()
    counted = _behind_title(numbers_of(tokens), reading) if context.table == "II" else [t for _, t in numbers_of(tokens)]
    numbers = join_split(counted, figures)
    texts = [t.text if t.kind == "count" else None for t in numbers]
    reading.doubts += [f'"{t.text}" is not legible as a number' for t in numbers if t.kind == "fragment"]
    if len(texts) > (1 if context.table == "I" or context.initial else 2):
        reading.doubts.append("amounts not told apart: " + " ".join(t.text for t in numbers))
        texts = []
    elif not texts:
        reading.doubts.append("the amount is not legible")
    if context.table == "I":
        reading.put({"following": texts[0] if texts else None})
    else:
        days = dating.of_holding(tokens, context.columns)
        reading.put({"exercisable": days.exercisable, "expires": days.expires})
        reading.put({"underlying_amount": texts[0] if texts else None, "following": texts[1] if len(texts) > 1 else None})
        prices = [t for t in tokens if t.kind == "money"]
        reading.put({"exercise_price": price_of(prices[0], reading) if prices else None})
        reading.repaired += days.repaired
        reading.doubts += days.doubts
    reading.repaired += figures.repaired


def _behind_title(numbers: list[tuple[int, Token]], reading: Reading) -> list[Token]:
    """The numbers of a derivative holding behind the name of the security under it: what stands before is what is left of a mark."""
    words = [i for i, t in enumerate(reading.tokens) if t.kind == "word" and i >= title_end(reading.tokens)]
    kept = [t for i, t in numbers if not (words and i < words[0] and len(t.text) <= 2)]
    left = [t.text for i, t in numbers if t not in kept]
    if left:
        reading.doubts.append(f"{' '.join(left)} before the name of the underlying security is left out; it may be the mark of a note")
    return kept


def price_of(token: Token, reading: Reading) -> str | None:
    """The digits of a price; a comma is a decimal point only where it cannot part thousands ("$2,28")."""
    digits = token.text.replace("$", "").strip().rstrip(",")
    plain = digits.replace(",", "").replace(".", "", 1)
    if not plain.isdigit() or (plain.startswith("0") and not digits.startswith("0.") and set(plain) != {"0"}) or digits.startswith("00"):
        reading.doubts.append(f'price "{token.text}" is not legible')
        return None
    head, comma, rest = digits.rpartition(",")
    if comma and "." not in digits and len(rest) != 3 and "," not in head:
        return f"{head}.{rest}"
    if comma and any(len(part) != 3 for part in digits.partition(".")[0].split(",")[1:]):
        reading.doubts.append(f'price "{token.text}" is not legible')
        return None
    digits = grouped(digits)
    if len(digits.partition(".")[2]) > 4:
        reading.doubts.append(f'price "{token.text}" has more places than the form takes; left out')
        return None
    return digits
