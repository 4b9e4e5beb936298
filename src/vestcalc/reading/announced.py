"""Schedules whose announcement, or whose rows, end in full stops: "The units vest as follows. 25% on D1. 75% on D2."

In: the tokens of a note. Out: the same with such a stop as a colon, or as a semicolon, so that announcement and rows are one sentence. A
row is made of amounts, dates and the small words between them; a sentence with any other word stands by itself.
"""

from vestcalc.reading.grammar import Node, kinds_of
from vestcalc.reading.tokens.lexicon import kind, kind_set

_STOP, _COLON, _SEMI, _FOLLOWING = (kind(k) for k in ["STOP", "COLON", "SEMI", "following"])
_VESTS, _AMOUNTS = kind_set("vest vested exercisable lapses"), kind_set("PCT FRAC INT FRACPL half one ONES all remaining rest")
_TABLES = kind_set("schedule MEMOW")
_ROW = _AMOUNTS | kind_set(
    "DATE DEC ORDW TENS HUNDRED ORD MONTH YEAR COMMA COLON SEMI DASH OPEN CLOSE STOP on and or at after before to until through from of"
    " the an a additional other last each first anniversary date day grant year month quarter share unit option restricted STOCKWORD stock"
    " UNITWORD vesting INSTALL"
)


def _announces(tokens: list[Node], kinds: str) -> bool:
    """Whether a sentence ends in "as follows", "the following schedule"; "over the years that followed" tells when."""
    ahead = kinds[-2:-1] == _FOLLOWING and tokens[-2].word in ("follows", "following")
    return ahead or (kinds[-2:-1] in _TABLES and _FOLLOWING in kinds[-4:-2])


#: What stands before the number of a row, and what makes one with the stop behind it.
_BEFORE_NUMBER, _INT, _ENUM = kind_set("COLON SEMI STOP COMMA and"), kind("INT"), kind("ENUM")


def _numbered(tokens: list[Node], kinds: str) -> tuple[list[Node], str]:
    """ "As follows: 1. 25% on D1; 2. 75% on D2": the numbers of the rows, from the first one on, with their stops, end no sentence."""
    rows: list[int] = []
    at = kinds.find(_COLON + _INT + _STOP)
    while 0 <= at < len(kinds) - 2:
        if tokens[at + 1].value == len(rows) + 1 and kinds[at] in _BEFORE_NUMBER:
            rows.append(at + 1)
        at = kinds.find(_INT + _STOP, at + 2) - 1
    if len(rows) < 2:
        return tokens, kinds
    out = list(tokens)
    for i in reversed(rows):
        out[i : i + 2] = [Node(_ENUM, "enum", tokens[i].start, tokens[i + 1].stop)]
    return out, kinds_of(out)


def run_on(tokens: list[Node], kinds: str) -> tuple[list[Node], str]:
    """The tokens, and their kinds, with announcement and rows in one sentence."""
    if _FOLLOWING not in kinds and _COLON not in kinds:
        return tokens, kinds
    tokens, kinds = _numbered(tokens, kinds)
    out, found = list(tokens), list(kinds)
    start, listing = 0, False
    while (stop := kinds.find(_STOP, start) + 1) and stop < len(kinds):
        said, after = kinds[start:stop], kinds[stop : kinds.find(_STOP, stop) + 1 or len(kinds)]
        vests = not _VESTS.isdisjoint(said)
        row = _ROW.issuperset(after) and not _AMOUNTS.isdisjoint(after)
        mark = ""
        if vests and _announces(tokens[start:stop], said) and not _AMOUNTS.isdisjoint(after):
            mark, listing = _COLON, True
        elif row and (listing or (vests and _COLON in said)):
            mark, listing = _SEMI, True
        else:
            listing = False
        if mark:
            found[stop - 1] = mark
            out[stop - 1] = Node(mark, ":" if mark == _COLON else ";", out[stop - 1].start, out[stop - 1].stop)
        start = stop
    return out, "".join(found)
