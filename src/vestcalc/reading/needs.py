"""What a pattern cannot do without, told from how it is written: kinds that stand side by side in every match of it.

In: a pattern's source. Out: pairs of sets of kinds, a bit each; somewhere a kind of the first set stands right before one of the second. A
sentence without such neighbours has no match, and the pattern need not be tried on it. What may be lacking is in no pair of its own, but
may stand between two that must be there.
"""

from functools import cache, reduce
from operator import or_

from vestcalc.reading.notation import PIECE, chars_of, is_set
from vestcalc.reading.tokens.lexicon import KINDS, kind_set

Pair = tuple[int, int]
#: Every kind, and the end of the sentence too.
ANY = -1
#: What "?", "*" and a count (all of which are taken to begin at none) begin with.
_MAY_LACK = "?*{"
#: What some pieces match: whether they match nothing too, the kinds they begin and end with, and the pairs that they must have.
_Way = tuple[bool, int, int, list[Pair]]


def needed(source: str, most: int | None = None) -> list[Pair]:
    """The pairs that any match of a pattern must have, the least likely first, at most so many."""
    return sorted(dict.fromkeys(_group([*PIECE.findall(source), ")"], 0)[0][3]), key=_likely)[:most]


def _bit(char: str) -> int:
    """A kind's place in a set of kinds."""
    return 1 << ord(char)


@cache
def kinds_in(kinds: int) -> str:
    """The characters of a set of kinds, or, of a set of all but some, of all but those."""
    left = kinds if kinds >= 0 else _ALL & kinds
    out = []
    while left:
        place = left.bit_length() - 1
        left ^= 1 << place
        out.append(chr(place))
    return "".join(out)


def _group(pieces: list[str], at: int) -> tuple[_Way, int]:
    """The alternatives from piece `at` to the group's end as one, and where that is."""
    way, at = _row(pieces, at)
    if pieces[at] == ")":
        return way, at + 1
    ways = [way]
    while pieces[at] == "|":
        way, at = _row(pieces, at + 1)
        ways.append(way)
    lacks, first, last = False, 0, 0
    rare: list[Pair] | None = []
    for may_lack, begins, ends, pairs in ways:
        lacks, first, last = lacks or may_lack, first | begins, last | ends
        rare = [*rare, min(pairs, key=_likely)] if pairs and rare is not None else None
    if lacks or not rare:
        return (lacks, first, last, []), at + 1
    return (False, first, last, [(reduce(or_, [a for a, _ in rare]), reduce(or_, [b for _, b in rare]))]), at + 1


def _row(pieces: list[str], at: int) -> tuple[_Way, int]:
    """The pieces from `at` that follow one another, and where they end."""
    lacks, known, first, last = True, False, 0, 0
    found: list[Pair] = []
    while (piece := pieces[at]) != ")" and piece != "|":
        at += 1
        way = _one(piece)
        if way is None:
            if piece[0] != "(":
                continue
            way, at = _group(pieces, at)
            if piece in ("(?!", "(?<!"):
                continue
        may_lack, begins, ends, pairs = way
        if piece == "(?<=":  # stands before this place
            found += pairs
            known, last = not may_lack, ends
            continue
        if lacks:
            first |= begins
        if may_lack or pieces[at][0] in _MAY_LACK:
            last |= ends
            continue
        found += pairs
        found.append((last, begins) if known else (begins, ANY))
        if piece != "(?=":
            lacks, known, last = False, True, ends
    return (lacks, first, last, found), at


@cache
def _one(piece: str) -> _Way | None:
    """A name or a choice of names; None for any other piece."""
    if not is_set(piece):
        return None
    if piece[0] == "(":
        kinds = reduce(or_, [_set_of(name) for name in piece[1:-1].replace(" ", "").split("|")])
    else:
        kinds = _set_of(piece)
    return False, kinds, kinds, []


@cache
def _set_of(name: str) -> int:
    chars = chars_of(name)
    kinds = sum([_bit(char) for char in chars if char != "^"])
    return ~kinds if chars[0] == "^" else kinds


_ALL = sum(map(_bit, KINDS.values()))
_COMMON = sum(
    map(_bit, kind_set("STOP the of COMMA to on be and in a as SUBJ VERB ON INT YEAR MONTH COMPANY UNKNOWN OPEN CLOSE date share"))
)
#: How likely a kind is one of all but some.
_MOST = 500


@cache
def _weight(kinds: int) -> int:
    return kinds.bit_count() + 12 * (kinds & _COMMON).bit_count() if kinds >= 0 else _MOST


def _likely(pair: Pair) -> int:
    """How likely a sentence has a pair: the least likely is the best to look for."""
    return _weight(pair[0]) * _weight(pair[1])
