"""The words of a row: its title, the security under it, the nature of the ownership.

In: a row's tokens with the words that wrapped around it, and stray words of the page. Out: `Words`. Titles wrap below their row
("(right to" ... "buy)") and mix with the name of the underlying security; a title's opening bracket says what is missing.
"""

import re

from msgspec import Struct, field

from vestcalc.filings.ocr.lexicon import UNDERLYING_END, UNDERLYING_START, mend_word, one_apart
from vestcalc.filings.ocr.table import Found, title_end
from vestcalc.filings.ocr.tokens import Token
from vestcalc.late import late

_NATURE = late(r"(?:by|see|through|held|trust|custodian|spouse|owned|via|joint|as)\Z", re.I)
_BUY = late(r"\(?(?:right\s)?to(?:\sbuy)?\)?\Z|\(?right\Z|buy\)\Z", re.I)

_LOST_MARK = late(r"\(\w{1,2}\)")
_TO_BUY = late(r"\((\w{4,6}) (to (?:buy|purchase)\))", re.I)
_SMALL_WORDS = frozenset(("of", "to", "or", "in", "on", "by", "at", "as", "no"))


class Words(Struct):
    """The names in a row; `repaired`, for people."""

    title: str = ""
    underlying: str | None = None
    nature: str | None = None
    repaired: list[str] = field(default_factory=list)


def words_of(found: Found, own: int | None, table: str, strays: list[str]) -> Words:
    """The names in a row; `own`, where its ownership letter stands. A stray of the page that a title takes is removed from `strays`."""
    tokens = found.tokens
    first = title_end(tokens)
    last = len(tokens) if own is None else own
    before = [t for t in tokens[:first] if t.kind in ("word", "letter", "count")]
    middle = [t for t in tokens[first:last] if t.kind == "word" or (t.kind == "letter" and names_class(tokens, tokens.index(t)))]
    behind = [t for t in tokens[max(last, first) + 1 :] if t.kind in ("word", "letter", "count", "fragment")]
    wraps = [t for t in found.below if t.kind in ("word", "letter")]
    words = Words()
    title = _join([t for t in found.above if t.kind in ("word", "letter")] + before, words)
    under = _join(middle, words) if table == "II" else ""
    more, under_more, nature = _share(wraps, behind, before, middle, tokens[last].text if last < len(tokens) else "D")
    tail = _join(more, words)
    under = " ".join(part for part in (under, _join(under_more, words)) if part)
    if table == "II" and not under:
        title, tail, under = _untangle(title, tail)
    words.title = _finish(f"{title} {tail}".strip(), strays, words)
    words.underlying, words.nature = under or None, _join(nature, words) or None
    return words


def names_class(tokens: list[Token], i: int) -> bool:
    """Whether a letter is that of "Class A", and no code."""
    return i > 0 and tokens[i - 1].text.lower() in ("class", "series")


def _join(tokens: list[Token], words: Words) -> str:
    """The words with single spaces; one that a cell's edge cut is made whole."""
    out: list[str] = []
    before: Token | None = None
    for token in tokens:
        cut = before is not None and before.line == token.line and token.cell == before.cell + 1
        whole = mend_word(out[-1], token.text) if cut and out else None
        if whole:
            words.repaired.append(f'"{out[-1]} {token.text}" is read as "{whole}"')
            out[-1] = whole
        elif not _is_noise(token.text, out):
            text = token.text.strip('“”"*‘’')
            if token.glued and out and before is not None and before.kind != "mark":
                out[-1] += text
            else:
                out.append(text)
        before = token
    return " ".join(w for w in out if w)


def _is_noise(text: str, before: list[str]) -> bool:
    """What OCR leaves of rules and marks among a title's words: "a", "re)", "Q)", "oy"."""
    if before and before[-1].lower() in ("class", "series"):
        return False
    if _LOST_MARK.fullmatch(text):
        return True
    opened = " ".join(before).count("(") > " ".join(before).count(")")
    if text.endswith(")") and "(" not in text and not opened:
        return len(text) <= 3
    return text.islower() and len(text) <= 2 and text not in _SMALL_WORDS


def _share(
    wraps: list[Token], behind: list[Token], before: list[Token], middle: list[Token], own: str
) -> tuple[list[Token], list[Token], list[Token]]:
    """The words behind and below a row: of the title, of the underlying security, of the nature of ownership."""
    title: list[Token] = []
    under: list[Token] = []
    nature: list[Token] = []
    rest = list(behind)
    if own == "I" or (rest and _NATURE.match(rest[0].text)):
        while rest and not (rest[0].text.startswith("(") and _BUY.match(rest[0].text)):
            nature.append(rest.pop(0))
    title_cell = before[0].cell if before else 0
    under_cell = middle[0].cell if middle else None
    celled = len({t.cell for t in [*before, *middle, *wraps]}) > 1
    names = " ".join(t.text for t in before)
    whole = names.count("(") <= names.count(")")
    for token in wraps:
        if celled and under_cell is not None and token.cell == under_cell and token.cell != title_cell:
            under.append(token)
        elif (celled and token.cell > title_cell) or (not celled and own == "I" and whole):
            nature.append(token)
        else:
            title.append(token)
    if middle and not celled:
        title, under = _wrapped_under(title, middle)
    return rest + title, under, nature


def _wrapped_under(wraps: list[Token], middle: list[Token]) -> tuple[list[Token], list[Token]]:
    """ "(right to" "Stock" below a row whose underlying security is so far only "Common": the last word is the underlying one's."""
    if wraps and UNDERLYING_END.match(wraps[-1].text) and not UNDERLYING_END.match(middle[-1].text):
        return wraps[:-1], wraps[-1:]
    return wraps, []


def _untangle(title: str, tail: str) -> tuple[str, str, str]:
    """Title, wrapped title and underlying security where the print ran all three together ("Stock Option Common ... (right to Stock")."""
    names = title.split()
    for cut in range(1, len(names)):
        under = " ".join(names[cut:])
        if UNDERLYING_START.match(under):
            rest = tail.split()
            end = next((i for i in range(len(rest) - 1, -1, -1) if UNDERLYING_END.match(rest[i])), None)
            if end is not None and not UNDERLYING_END.match(names[-1]):
                under = f"{under} {rest.pop(end)}"
            return " ".join(names[:cut]), " ".join(rest), under
    return title, tail, ""


def _finish(title: str, strays: list[str], words: Words) -> str:
    """The title with what closes its bracket: a stray of the page, or "buy)" which alone follows "(right to"."""
    while title.count(")") > title.count("(") and title.endswith((")", "“", "”", '"', "'", "*")):
        title = title[:-1].rstrip(" “”\"'*‘’")
    misread = _TO_BUY.search(title)
    if misread and misread[1].lower() != "right" and one_apart(misread[1].lower(), "right"):
        words.repaired.append(f'"({misread[1]} to" is read as "(right to"')
        title = f"{title[: misread.start()]}(right {misread[2]}{title[misread.end() :]}"
    if "(" not in title and title.lower().endswith(("option", "options")):
        opening = next((s for s in strays if s.startswith("(") and _BUY.match(s)), None)
        if opening:
            strays.remove(opening)
            title = f"{title} {opening}"
            words.repaired.append(f'"{opening}", found apart, is read as part of the title')
    if title.count("(") <= title.count(")"):
        return title
    closing = next((s for s in strays if s.endswith(")") and "(" not in s and _BUY.match(s)), None)
    if closing:
        strays.remove(closing)
        words.repaired.append(f'"{closing}", found apart, is read as part of the title')
        return f"{title} {closing}"
    if title.lower().endswith("(right to"):
        words.repaired.append('the title ends in "(right to"; "buy)" is added')
        return title + " buy)"
    return title
