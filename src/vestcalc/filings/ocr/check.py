"""Doubts each value of a row before it is used.

In: a row's tokens and the print's habits. Out: the tokens, with marks that lost their brackets parted from values ("100,0001", "C7"), and
as fragments the values that the print's own habits call damaged: a number without the commas or a date without the zeros that it
else has, a small number with the rest of a bracket on it.
"""

from vestcalc.filings.ocr import dates as dating
from vestcalc.filings.ocr.context import Context
from vestcalc.filings.ocr.figures import grouped
from vestcalc.filings.ocr.table import title_end
from vestcalc.filings.ocr.tokens import Token
from vestcalc.late import late

#: A grouped number with a digit or two too many, and a code with digits: a note's mark without its brackets.
_ON_NUMBER = late(r"(\d{1,3}(?:,\d{3})+)(\d{1,2})")
_ON_CODE = late(r"([A-Z])(\d{1,2})")
_STRICT = late(r"\d\d/\d\d/\d{4}")
_BRACKET_REST = frozenset(")©®°]}")


def checked(tokens: list[Token], context: Context, repaired: list[str]) -> list[Token]:
    """The tokens of a row, each as what it can be trusted to be."""
    start = title_end(tokens)
    whole = [grouped(t.text) for t in tokens if t.kind == "count"]
    out: list[Token] = []
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        parted = _parted(token, context) if token.kind == "fragment" else None
        if i < start:
            out.append(token)
        elif _is_bare_mark(token, after, context, whole):
            repaired.append(f'"{token.text}", alone in the place of a date, is read as the mark of note {token.text}')
            out.append(token._replace(kind="mark", glued=False))
        elif parted:
            repaired.append(f'"{token.text}" is read as {parted[0].text} with the mark of note {parted[1].text}')
            out += parted
        elif _is_damaged(token, after, context, whole):
            out.append(token._replace(kind="fragment"))
        else:
            out.append(token)
    return out


def _parted(token: Token, context: Context) -> tuple[Token, Token] | None:
    """A value and the mark that stuck to it, if there is such a note."""
    for rule, kind in ((_ON_NUMBER, "count"), (_ON_CODE, "letter")):
        found = rule.fullmatch(token.text)
        if found and found[2] in context.note_ids:
            value = token._replace(kind="count" if kind == "count" else "letter", text=found[1])
            return value, Token("mark", found[2], token.line, token.cell, token.at + 1, glued=True)
    return None


def _is_damaged(token: Token, after: Token | None, context: Context, whole: list[str]) -> bool:
    if token.kind == "date":
        return context.padded and not _STRICT.fullmatch(token.text)
    if token.kind != "count" or dating.is_date(token) or whole.count(grouped(token.text)) > 1:
        return False
    if context.grouping and len(token.text) > 3 and token.text.isdigit():
        return True
    cut_bracket = after is not None and after.kind == "junk" and after.glued and bool(set(after.text) & _BRACKET_REST)
    return cut_bracket and ("," not in token.text or "." in token.text)


def _is_bare_mark(token: Token, after: Token | None, context: Context, whole: list[str]) -> bool:
    """A small number that no amount of the row can be, before a date, a mark or the underlying security: "(2)" without brackets."""
    if context.table != "II" or token.kind != "count" or token.text not in context.note_ids or after is None:
        return False
    return after.kind in ("date", "mark", "word") and whole.count(token.text) == 1 and len(whole) > (1 if context.initial else 2)
