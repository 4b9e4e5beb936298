"""How a pattern is written, and the regular expression it stands for; what it cannot do without is told in `needs`.

In a pattern a lower-case word is that very word, an upper-case name a kind of word or phrase (or a class of kinds), `<n>NUM` captures one
item, and `( | ) ? * + {m,n} (?! )` mean what they mean in `re`. Unknown names are refused when the pattern is first used.
"""

import re
from functools import cache

from vestcalc.reading.tokens.lexicon import CLASSES, KINDS, WORDS

#: A name, a choice of names alone, or what `re` knows.
PIECE = re.compile(r"<\w+>|\([A-Za-z_]+(?: ?\| ?[A-Za-z_]+)*\)|\(\?<?[:!=]|\{[\d,]+\}|[A-Z][A-Z_]*|[a-z]+|\S")
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


def is_set(piece: str) -> bool:
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
    for text in PIECE.findall(source):
        if text[0] == "<":
            capture = f"(?P{text}"
        elif is_set(text):
            char = _set(chars_of(text))
            out.append(f"{capture}{char})" if capture else char)
            capture = ""
        elif text == "(":
            out.append(capture or "(?:")
            capture = ""
        else:
            out.append(text)
    return "".join(out)
