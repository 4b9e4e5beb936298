"""How a pattern is written, and the regular expression it stands for; what it cannot do without is told in `needs`.

In a pattern a lower-case word is that very word, an upper-case name a kind of word or phrase (or a class of kinds), `<n>NUM` captures one
item and `<w>(a | b)*` all it stands for, and `( | ) ? * + {m,n} (?! )` mean what they mean in `re`. Unknown names are refused when the
pattern is first used.
"""

import re
from functools import cache

from vestcalc.reading.tokens.lexicon import CLASSES, KINDS, WORDS

#: A name, a choice of names alone, or what `re` knows.
PIECE = re.compile(r"<\w+>|\([A-Za-z_]+(?: ?\| ?[A-Za-z_]+)*\)|\(\?<?[:!=]|\{[\d,]+\}|[A-Z][A-Z_]*|[a-z]+|\S")
#: How often what is captured may stand there, before a count.
_MANY = re.compile(r" ?([*+]\+?)")
_MARKS = {",": "COMMA", ";": "SEMI", ":": "COLON", ".": "STOP"}


def bit(char: str) -> int:
    """A kind's place in a set of kinds, which is a number with a bit for each; below zero: all but some."""
    return 1 << ord(char)


def set_of(names: str) -> int:
    """The kinds of which a name, or a choice of names, in a pattern stands for one.

    Raises KeyError for a name the lexicon does not have.
    """
    kinds = 0
    for name in names.strip("()").replace(" ", "").split("|"):
        kinds |= _named(name)
    return kinds


@cache
def _named(name: str) -> int:
    name = _MARKS.get(name, name)
    if name not in CLASSES:
        return bit(KINDS[name] if name in KINDS else WORDS[name])
    listed = CLASSES[name]
    kinds = sum([bit(KINDS[kind]) for kind in listed.lstrip("^").split()])
    return ~kinds if listed[0] == "^" else kinds


@cache
def chars_in(kinds: int) -> str:
    """The characters of a set of kinds, or, of a set of all but some, of those that it lacks."""
    left = ~kinds if kinds < 0 else kinds
    out = []
    while left:
        lowest = left & -left
        left ^= lowest
        out.append(chr(lowest.bit_length() - 1))
    return "".join(out)


def is_set(piece: str) -> bool:
    """Whether a piece of a pattern stands for one item out of a set."""
    return piece[0].isalpha() or piece in _MARKS or (piece[0] == "(" and piece[-1] == ")")


@cache
def one_of(kinds: int) -> str:
    """One of these kinds, as a regular expression; neighbours as a range, which is read much sooner than a list."""
    chars = chars_in(kinds)
    if len(chars) == 1 and kinds > 0:
        return re.escape(chars)
    ranges: list[list[str]] = []
    for char in chars:
        if ranges and ord(char) == ord(ranges[-1][-1]) + 1:
            ranges[-1][1:] = [char]
        else:
            ranges.append([char])
    return ("[^" if kinds < 0 else "[") + "".join("-".join(map(re.escape, ends)) for ends in ranges) + "]"


def compiled(source: str) -> str:
    """The regular expression a pattern stands for. Raises KeyError for a name the lexicon does not have."""
    out: list[str] = []
    capture = ""
    end = 0
    for piece in PIECE.finditer(source):
        text = piece[0]
        if piece.start() < end:
            continue
        if text[0] == "<":
            capture = f"(?P{text}"
        elif is_set(text):
            char = one_of(set_of(text))
            if capture and (many := _MANY.match(source, piece.end())):  # "<w>(a|b)*" captures all of them
                char += many[1]
                end = many.end()
            out.append(f"{capture}{char})" if capture else char)
            capture = ""
        elif text == "(":
            out.append(capture or "(?:")
            capture = ""
        else:
            out.append(text)
    return "".join(out)
