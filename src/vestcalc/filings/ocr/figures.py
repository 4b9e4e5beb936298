"""Which number is which: the counts of a row, with strays put aside and pieces joined where the row's own redundancy tells how.

In: the number tokens of a row in reading order. Out: the amount, the underlying amount and the amount following, each a text or
None, and what was repaired. Guards: the amount acquired is the amount underlying; a lone digit that repeats the edge of its
neighbour is that edge. What these do not settle is not legible.
"""

from msgspec import Struct, field

from vestcalc.filings.ocr.tokens import Token, is_count, place


class Figures(Struct):
    """The counts of a row, as texts; `repaired` and `doubts` for people."""

    amount: str | None = None
    underlying: str | None = None
    following: str | None = None
    repaired: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def grouped(text: str) -> str:
    """The digits of a count without grouping."""
    return text.replace(",", "")


def join_split(numbers: list[Token], out: Figures) -> list[Token]:
    """ "200 | 000" as one number, where another number of the row is the same."""
    known = {grouped(t.text) for t in numbers if t.kind == "count" and "," in t.text}
    joined: list[Token] = []
    for token in numbers:
        before = joined[-1].text if joined else ""
        whole = before + token.text
        halves = before.isdigit() and len(before) <= 3 and token.text.isdigit() and len(token.text) == 3 and not before.startswith("0")
        if halves and whole in known:
            joined[-1] = joined[-1]._replace(kind="count", text=f"{int(whole):,}", mended=True)
            out.repaired.append(f'"{before} {token.text}" is read as one number, {int(whole):,}')
        else:
            joined.append(token)
    return joined


def without_echoes(numbers: list[Token], wanted: int, prices: list[Token], out: Figures) -> list[Token]:
    """The numbers without lone digits that repeat the edge of the value beside them, as long as there are too many."""
    kept = list(numbers)
    for token in numbers:
        if len(kept) <= wanted:
            break
        if len(token.text) != 1 or not token.text.isdigit():
            continue
        i = kept.index(token)
        after = kept[i + 1].text if i + 1 < len(kept) else ""
        befores = [t for t in [*prices, *kept[:i]] if place(t) < place(token)]
        before = max(befores, key=place).text if befores else ""
        if after.startswith(token.text) or (before.endswith(token.text) and len(before) > 1):
            kept.pop(i)
            out.repaired.append(f'a lone "{token.text}" beside "{after or before}" repeats its edge and is left out')
    return kept


def of_derivative(numbers: list[tuple[int, Token]], price_at: int | None) -> Figures:
    """The counts of a Table II transaction, each with its place in the row; `price_at`, the place of the price."""
    out = Figures()
    index = {place(t): i for i, t in numbers}
    kept = _three(join_split([t for _, t in numbers], out), out)
    texts = [_text(t, out) for t in kept]
    if len(kept) == 2:
        if price_at is not None and index[place(kept[1])] > price_at:
            out.amount, out.following = texts
        else:
            out.amount, out.underlying = texts
    elif len(kept) <= 3:
        out.amount, out.underlying, out.following = [*texts, None, None, None][:3]
    else:
        out.doubts.append("amounts not told apart: " + " ".join(t.text for t in kept))
    _guard(out, kept)
    return out


def _three(numbers: list[Token], out: Figures) -> list[Token]:
    """Of more than three numbers the two that are the same, being amount and amount underlying, and the one behind them."""
    if len(numbers) <= 3:
        return numbers
    seen: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for j, token in enumerate(numbers[:40]):
        text = grouped(token.text)
        if token.kind == "count" and len(text) > 1:
            if text in seen and all(grouped(numbers[i].text) != text for i, _ in pairs):
                pairs.append((seen[text], j))
            seen.setdefault(text, j)
    if len(pairs) == 1 and len(numbers) - pairs[0][1] <= 2:
        three = [numbers[pairs[0][0]], *numbers[pairs[0][1] :]]
        strays = [t.text for t in numbers if t not in three]
        out.doubts += [f'"{t.text}" is not legible' for t in numbers if t not in three and t.kind == "fragment"]
        out.repaired.append(f"the amount is told by the amount underlying it; left out: {' '.join(strays)}")
        return three
    return without_echoes(numbers, 3, [], out)


def _text(token: Token, out: Figures) -> str | None:
    if token.kind == "count" and is_count(token.text):
        return token.text
    out.doubts.append(f'"{token.text}" is not legible as a number')
    return None


def _guard(out: Figures, kept: list[Token]) -> None:
    """The amount of a derivative transaction and the amount underlying it tell each other."""
    damaged = next((t for t in kept[:1] if t.kind == "fragment"), None)
    if out.amount is None and out.underlying and damaged and _alike(damaged.text, out.underlying):
        out.amount = out.underlying
        out.repaired.append(f"the amount is not legible; {out.underlying} is the amount underlying it")
    elif out.amount and out.underlying and grouped(out.amount) != grouped(out.underlying):
        out.doubts.append(f"amount {out.amount} and amount underlying {out.underlying} differ; check them against the print")


def _alike(damaged: str, whole: str) -> bool:
    """Whether what is left of a number begins as the other does and is about as long."""
    a, b = ("".join(filter(str.isdigit, text)) for text in (damaged, whole))
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return abs(len(a) - len(b)) <= 2 and 2 * same >= len(b)


def of_plain(numbers: list[tuple[int, Token]], prices: list[Token], divide: int | None) -> tuple[Figures, str | None]:
    """The counts of a Table I transaction, and its price if that stands without "$".

    `divide`: where the (A) or (D), else the price, stands; an amount is before it, the amount following behind.
    """
    out = Figures()
    index = {place(t): i for i, t in numbers}
    kept = join_split([t for _, t in numbers], out)
    price = None
    if not prices and len(kept) == 3 and divide is not None and ("." in kept[1].text or kept[1].text == "0"):
        price = kept.pop(1).text
    kept = without_echoes(kept, 2, prices, out)
    if len(kept) > 2:
        out.doubts.append("amounts not told apart: " + " ".join(t.text for t in kept))
        return out, price
    texts = [_text(t, out) for t in kept]
    if len(kept) == 1 and divide is not None and index[place(kept[0])] > divide:
        texts = [None, *texts]
        out.doubts.append("the amount is not legible")
    out.amount, out.following = [*texts, None, None][:2]
    return out, price
