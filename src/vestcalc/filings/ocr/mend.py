"""Joins values that a print's cells cut in two.

In: the tokens of one line. Out: the same with fragments joined where exactly one whole value can be made of them, marked as
mended: "1 | 0/17/2021", "10/17 | /2011", "400, | 000", "400,00 | 00" (cells overlap), "$ | 3.44". A piece that fits
nothing stays a fragment; it is never rounded off into a value.
"""

from collections.abc import Iterator
from typing import Literal

from vestcalc.filings.cells import to_day
from vestcalc.filings.ocr.tokens import Token, is_count
from vestcalc.late import late

_STRICT = late(r"\d\d/\d\d/(?:19|20)\d\d")

#: Signs that a raised note's mark turns into.
_RESIDUE = frozenset('()[]{}¢®©°™“”"')


def mend(tokens: list[Token]) -> list[Token]:
    """The tokens of a line with the values that cells cut in two made whole."""
    return _once(_once(_without_residue(tokens)))


def _once(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        made = _joined(tokens, i) or _pointed(tokens, i)
        if made:
            token, used = made
            out.append(token)
            i += used
        else:
            out.append(tokens[i])
            i += 1
    return out


def _without_residue(tokens: list[Token]) -> list[Token]:
    """The tokens without what OCR leaves of a raised mark on a value: "$653.195¢9" ends in what was "(16)".

    The "$0.0001" of a title's par value is a word.
    """
    out: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        residue = before is not None and before.kind == "junk" and before.glued and set(before.text) <= _RESIDUE
        if before is not None and token.kind in ("money", "count") and before.text.lower() in ("value", "par"):
            token = token._replace(kind="word")
        if not (residue and token.kind == "count" and token.glued and len(token.text) <= 2):
            out.append(token)
    return out


def _pointed(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """ "$2. 51" and "$2 .51": a value whose point stands apart; a price with another sign for the point is not legible."""
    parts = tokens[i : i + 3]
    if len(parts) < 3 or parts[0].kind not in ("money", "count") or "." in parts[0].text:
        return None
    whole, sign, rest = parts
    if sign.kind != "junk" or rest.kind not in ("count", "fragment") or not rest.text.isdigit():
        return None
    if sign.text in (".", "·") and (whole.kind == "money" or sign.glued):
        return whole._replace(text=f"{whole.text}.{rest.text}", mended=True), 3
    if whole.kind == "money" and sign.glued and rest.glued and not set(sign.text) <= _RESIDUE:
        return whole._replace(text=whole.text + sign.text + rest.text), 3
    return None


def _joined(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """The value that begins at `i` and is cut in two or three, and how many tokens it takes."""
    first = tokens[i]
    if first.text == "$" and i + 1 < len(tokens):
        after = tokens[i + 1]
        if after.kind in ("count", "fragment") and "/" not in after.text:
            return after._replace(kind="money", text="$" + after.text, cell=first.cell, glued=False), 2
        return None
    if first.kind not in ("count", "fragment") or _STRICT.fullmatch(first.text):
        return None
    for size in (2, 3):
        pieces = tokens[i : i + size]
        if len(pieces) < size or not all(t.kind in ("count", "fragment", "date") for t in pieces):
            return None
        if any(_STRICT.fullmatch(t.text) for t in pieces[1:]):
            return None
        whole = _whole([t.text for t in pieces])
        if whole:
            kind, text = whole
            return first._replace(kind=kind, text=text, mended=True), size
    return None


def _whole(pieces: list[str]) -> tuple[Literal["date", "count"], str] | None:
    """The one date or count that the pieces make when laid end to end or over each other; None for none or several."""
    if any("/" in p for p in pieces):
        found = {text for text in _laid(pieces) if _STRICT.fullmatch(text) and to_day(text)}
        return ("date", found.pop()) if len(found) == 1 else None
    if not any("," in p or p.startswith("0") for p in pieces) or all(is_count(p) for p in pieces):
        return None
    if pieces[0].startswith(("0", ",")):
        return None
    found = {text for text in _laid(pieces) if is_count(text) and ("," in text or text.isdigit())}
    return ("count", found.pop()) if len(found) == 1 else None


def _laid(pieces: list[str]) -> Iterator[str]:
    """Every text that the pieces make, each laid over the end of the one before by none or more characters."""
    if len(pieces) == 1:
        yield pieces[0]
        return
    for before in _laid(pieces[:-1]):
        last = pieces[-1]
        for k in range(min(len(before), len(last)) + 1):
            if before.endswith(last[:k]):
                yield before + last[k:]
