"""How a pattern is written, and what is told from its writing: the regular expression it stands for, and what it cannot do without.

In a pattern a lower-case word is that very word, an upper-case name a kind of word or phrase (or a class of kinds), `<n>NUM` captures one
item, and `( | ) ? * + {m,n} (?! )` mean what they mean in `re`. Unknown names are refused when the pattern is first used.
"""

import re
from functools import cache, reduce
from operator import or_

from vestcalc.reading.tokens.lexicon import CLASSES, KINDS, WORDS, kind_set

#: A name, a choice of names alone, or what `re` knows.
_PIECE = re.compile(r"<\w+>|\([A-Za-z_]+(?: ?\| ?[A-Za-z_]+)*\)|\(\?<?[:!=]|\{[\d,]+\}|[A-Z][A-Z_]*|[a-z]+|\S")
_MARKS = {",": "COMMA", ";": "SEMI", ":": "COLON", ".": "STOP"}


@cache
def chars_of(piece: str) -> str:
    """The characters that a name, or a choice of names, in a pattern stands for; "^" first: all but these.

    Raises KeyError for a name the lexicon does not have.
    """
    if piece[0] == "(":
        return _either([chars_of(name) for name in re.findall(r"\w+", piece)])
    name = _MARKS.get(piece, piece)
    if name in CLASSES:
        listed = CLASSES[name]
        return ("^" if listed[0] == "^" else "") + "".join(sorted(KINDS[k] for k in listed.lstrip("^").split()))
    return KINDS[name] if name in KINDS else WORDS[name]


def _either(listed: list[str]) -> str:
    """One of several sets of characters."""
    some = set("".join(chars for chars in listed if chars[0] != "^"))
    but = [set(chars[1:]) for chars in listed if chars[0] == "^"]
    return "^" + "".join(sorted(set.intersection(*but) - some)) if but else "".join(sorted(some))


def _is_set(piece: str) -> bool:
    """Whether a piece of a pattern stands for one item out of a set."""
    return piece[0].isalpha() or piece in _MARKS or (piece[0] == "(" and piece[-1] == ")")


@cache
def _set(chars: str) -> str:
    """One of these characters, as a regular expression; neighbours as a range, which is read much sooner than a list."""
    if len(chars) == 1:
        return re.escape(chars)
    ranges: list[list[str]] = []
    for char in chars.lstrip("^"):
        if ranges and ord(char) == ord(ranges[-1][-1]) + 1:
            ranges[-1][1:] = [char]
        else:
            ranges.append([char])
    return ("[^" if chars[0] == "^" else "[") + "".join("-".join(map(re.escape, ends)) for ends in ranges) + "]"


def compiled(source: str) -> str:
    """The regular expression a pattern stands for. Raises KeyError for a name the lexicon does not have."""
    out: list[str] = []
    capture = ""
    for text in _PIECE.findall(source):
        if text[0] == "<":
            capture = f"(?P{text}"
        elif _is_set(text):
            char = _set(chars_of(text))
            out.append(f"{capture}{char})" if capture else char)
            capture = ""
        elif text == "(":
            out.append(capture or "(?:")
            capture = ""
        else:
            out.append(text)
    return "".join(out)


def needed(source: str) -> list[int]:
    """What any match of a pattern must have: sets of kinds, a bit each (`bit_of`), of each of which it has at least one."""
    return _needed([*_PIECE.findall(source), ")"], 0)[0]


def bit_of(char: str) -> int:
    """A kind's place in a set of kinds."""
    return 1 << ord(char)


def _needed(pieces: list[str], at: int) -> tuple[list[int], int]:
    """The needs of the alternatives from piece `at` to the group's end, and where that is."""
    ways: list[list[int]] = []
    way: list[int] = []
    while (piece := pieces[at]) != ")":
        at += 1
        one = _one(piece)
        if one is not None:
            if one and pieces[at][0] not in _MAY_LACK:
                way.append(one)
        elif piece == "|":
            ways.append(way)
            way = []
        elif piece[0] == "(":
            inner, at = _needed(pieces, at)
            if piece not in ("(?!", "(?<!") and pieces[at][0] not in _MAY_LACK:
                way += inner
    ways.append(way)
    if len(ways) == 1:
        return way, at + 1
    return [reduce(or_, [min(way, key=likely) for way in ways])] if all(ways) else [], at + 1


#: "?", "*", and a count, all of which are taken to begin at none.
_MAY_LACK = "?*{"


@cache
def _one(piece: str) -> int | None:
    """The kinds a name or a choice stands for; 0 where it stands for all but some; None for what stands for no item."""
    if not _is_set(piece):
        return None
    if piece[0] == "(":
        each = [_one(name) or 0 for name in piece[1:-1].replace(" ", "").split("|")]
        return reduce(or_, each) if all(each) else 0
    chars = chars_of(piece)
    return sum([1 << ord(char) for char in chars]) if chars[0] != "^" else 0


_COMMON = sum(
    map(bit_of, kind_set("STOP the of COMMA to on be and in a as SUBJ VERB ON INT YEAR MONTH COMPANY UNKNOWN OPEN CLOSE date share"))
)


@cache
def likely(kinds: int) -> int:
    """How likely a sentence has one of these kinds: the least likely need is the best to look at."""
    return kinds.bit_count() + 12 * (kinds & _COMMON).bit_count()
