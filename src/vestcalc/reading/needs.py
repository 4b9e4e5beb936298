"""What a pattern cannot do without, told from how it is written: kinds that stand side by side in every match of it.

In: a pattern's source. Out: the kinds that its matches begin with, and pairs of sets of kinds, a bit for each kind; somewhere a kind of the
first set stands right before one of the second. A sentence without such neighbours has no match, and the pattern need not be tried on it.
What may be lacking is in no pair of its own, but may stand between two that must be there.
"""

from functools import cache

from vestcalc.reading.notation import PIECE, is_set, set_of

#: How likely a sentence has such neighbours, the set of the first and that of the second.
Pair = tuple[int, int, int]
#: Every kind, and the end of the sentence too.
ANY = -1
#: What "?", "*" and a count (all of which are taken to begin at none) begin with.
_MAY_LACK = "?*{"
#: What some pieces match: whether they match nothing too, the kinds they begin and end with, and the pairs that they must have.
_Way = tuple[bool, int, int, list[Pair]]


def needed(source: str, most: int | None = None) -> tuple[int, list[tuple[int, int]]]:
    """The kinds that a match of a pattern begins with, and the pairs that it must have, the least likely first, at most so many."""
    _, begins, _, pairs = _group([*PIECE.findall(source), ")"], 0)[0]
    return begins, [(first, second) for _, first, second in sorted(set(pairs))[:most]]


def _group(pieces: list[str], at: int) -> tuple[_Way, int]:
    """The alternatives from piece `at` to the group's end as one, and where that is."""
    way, at = _row(pieces, at)
    if pieces[at] == ")":
        return way, at + 1
    lacks, first, last, pairs = way
    rare = [min(pairs)] if pairs else []
    ways = 1
    while pieces[at] == "|":
        (may_lack, begins, ends, pairs), at = _row(pieces, at + 1)
        lacks, first, last = lacks or may_lack, first | begins, last | ends
        rare += [min(pairs)] if pairs else []
        ways += 1
    if lacks or len(rare) < ways:
        return (lacks, first, last, []), at + 1
    before = after = 0
    for _, a, b in rare:
        before, after = before | a, after | b
    return (False, first, last, [_pair(before, after)]), at + 1


def _row(pieces: list[str], at: int) -> tuple[_Way, int]:
    """The pieces from `at` that follow one another, and where they end."""
    lacks, known, first, last = True, False, 0, 0
    found: list[Pair] = []
    while (piece := pieces[at]) != ")" and piece != "|":
        at += 1
        if kinds := _kinds(piece):
            may_lack, begins, ends = False, kinds, kinds
        elif piece[0] == "(":
            (may_lack, begins, ends, pairs), at = _group(pieces, at)
            if piece in ("(?!", "(?<!"):
                continue
            if piece == "(?<=":  # stands before this place
                found += pairs
                known, last = not may_lack, ends
                continue
            if not (may_lack or pieces[at][0] in _MAY_LACK):
                found += pairs
        else:
            continue
        if lacks:
            first |= begins
        if may_lack or pieces[at][0] in _MAY_LACK:
            last |= ends
            continue
        found.append(_pair(last, begins) if known else _pair(begins, ANY))
        if piece != "(?=":
            lacks, known, last = False, True, ends
    return (lacks, first, last, found), at


@cache
def _kinds(piece: str) -> int:
    """The kinds of a name or of a choice of names; none for any other piece."""
    return set_of(piece) if is_set(piece) else 0


def _pair(first: int, second: int) -> Pair:
    """A pair with how likely a sentence has it: the least likely is the best to look for."""
    return _weight(first) * _weight(second), first, second


_COMMON = set_of("STOP|the|of|COMMA|to|on|be|and|in|a|as|SUBJ|VERB|ON|INT|YEAR|MONTH|COMPANY|UNKNOWN|OPEN|CLOSE|date|share")
#: How likely a kind is one of all but some.
_MOST = 500


@cache
def _weight(kinds: int) -> int:
    return kinds.bit_count() + 12 * (kinds & _COMMON).bit_count() if kinds >= 0 else _MOST
