"""Repairs what markup and OCR did to a note, and remembers where every character came from.

In: the note as filed. Out: text with plain quotes, dashes and spaces and with digits mended where a letter was misread
("l/48th", "2O24"), plus a map of offsets so that every span points into the original. Words are never changed here.
"""

import re
from heapq import merge
from typing import NamedTuple

from vestcalc.late import late
from vestcalc.span import Span

_CHARS = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "´": "'", "\u2010": "-", "\u2011": "-", "\u2012": "-", "–": " - ", "—": " - ",
    "−": "-", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200b": "", "\ufeff": "", "ﬁ": "fi", "ﬂ": "fl",
    "ﬀ": "ff", "ﬃ": "ffi", "½": " 1/2", "⅓": " 1/3", "⅔": " 2/3", "¼": " 1/4", "¾": " 3/4", "⅙": " 1/6", "⅛": " 1/8", "⅜": " 3/8",
    "⅝": " 5/8", "⅞": " 7/8", "⁄": "/", "\t": " ", "\r": " ", "\n": " ", "\f": " ", "•": ";", "·": " ", "А": "A",
}  # fmt: skip
_CHAR = late("[" + "".join(map(re.escape, _CHARS)) + "]")
#: Figures read for letters in the name of a month.
_LETTERS = {"1": "l", "0": "O"}
_SPACES = "\t\r\n\f"
#: The number of an item of a list at the head of its line, and what is read for it: behind a full stop it would end a sentence.
_N = r"\d{1,2}"
_ITEM, _NUMBER = "(1)", late(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\Z")
#: Letters that stand where a digit was.
_MISREAD = str.maketrans("OolI", "0011")
#: What else is mended, each with the characters that must stand in a note for it: most notes have none of them and are passed over quickly.
_SLIPS = tuple(
    (sign, late(pattern))
    for sign, pattern in [
        ("? ", r"\?(?<=\d\?)(?= (?:and )?\d)"),  # "20% on January 31, 2022? 20% on ...": a semicolon
        ("&", r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});"),
        ("l/", r"l(?=/\d)(?<![A-Za-z].)"),  # l/48th
        ("I/", r"I(?=/\d)(?<![A-Za-z].)"),
        ("l", r"l(?<=\d.)(?=\d|[,;)/]|\s?%)"),  # 20l4
        ("O", r"O(?<=\d.)(?=\d|[,;)/]|\s?%)"),  # 2O24
        (",", r"(?<=\d,)(?=\d{0,2}[OolI])[\dOolI]{3}(?!\w)"),  # 4,OOO
        (" l, ", r"l(?=, \d{4})(?<=[a-y] l)"),  # March l, 2023
        ("Ianuary", r"I(?=anuary\b)(?<!\w.)"),
        ("Apri1", r"1(?<=\bApri1)\b"),
        ("Ju1y", r"1(?<=\bJu1)(?=y\b)"),
        ("0ct", r"0(?=ct(?:ober)?\b)(?<!\w.)"),
        ("N0v", r"0(?<=\bN0)(?=v(?:ember)?\b)"),
        ("per cent", r"per cent\b(?<!\w.{8})(?:\.(?=[,;:)]| [a-z0-9(]))?"),
        ("- ", r"- (?<=[a-z]{2}- )(?!and\b)(?=[a-z]{3})"),  # a word parted at a line's end
        (".", r"\.(?=[A-Z][a-z])(?<=[a-z].)"),  # sentence run on
        ("[", r"(?<![\]\d])\[(?=\d[\d.,/ ]*%?\](?![\[(]))|(?<=[\d%])\](?<!\]\])(?![\[(])"),  # [25%]
        ("\n", rf"(?<=:\n)(?:(?:{_N}\.){{0,3}}1[.)]|(?:{_N}\.){{2,3}}1)(?=\s)"),  # the first of a list
        ("\n", rf"(?:(?<=[.;]\n)|(?<=nd\n)|(?<=or\n)|(?<=\n\n)){_N}(?:(?:\.{_N}){{0,3}}[.)]|(?:\.{_N}){{2,3}})(?=\s)"),
    ]
)


class Cleaned(NamedTuple):
    """`text` to read; `origin[i]` is where its character i stands in the note as filed (None: nothing moved)."""

    text: str
    origin: list[int] | None
    repaired: bool

    def span(self, start: int, stop: int) -> Span:
        """The span in the note as filed of the cleaned characters start..stop."""
        if self.origin is None:
            return Span(start, stop)
        return Span(self.origin[start], self.origin[stop - 1] + 1 if stop > start else self.origin[start])


def _mended(m: "re.Match[str]") -> tuple[str, bool]:
    """The replacement, and whether it is a repair worth telling."""
    old = m.group()
    if old in _CHARS:
        return _CHARS[old], False
    if old.startswith("&"):
        import html

        new = html.unescape(old)
        return "".join(_CHARS.get(c, c) for c in new), False
    if len(old) == 3 and m.string[m.start() - 1] == ",":
        return old.translate(_MISREAD), True
    if old in ("l", "I", "O"):
        return ("J" if m.string[m.end() : m.end() + 6] == "anuary" else "0" if old == "O" else "1"), True
    if old in _LETTERS:
        return _LETTERS[old], True
    if old.startswith("per cent"):
        return "percent", False
    if old == "?":
        return ";", True
    if old in "[]":
        return "", False
    if _NUMBER.match(old):
        return _ITEM, False
    return {"- ": "", ".": ". "}[old], old == "- "


def clean(note: str) -> Cleaned:
    """Clean one note; linear in its length."""
    signs = [slip for sign, slip in _SLIPS if sign in note and slip.search(note)]
    if not note.isascii() or any(space in note for space in _SPACES):
        signs.append(_CHAR)
    if not signs:
        return Cleaned(note, None, False)
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    repaired = False
    for m in merge(*(sign.finditer(note) for sign in signs), key=re.Match.start):
        i, j = m.span()
        if i < at:
            continue
        new, told = _mended(m)
        repaired = repaired or told
        parts += (note[at:i], new)
        origin += range(at, i)
        origin += [min(i, len(note) - 1)] * len(new)
        at = j
    if not parts:
        return Cleaned(note, None, False)
    parts.append(note[at:])
    origin += range(at, len(note))
    origin.append(len(note))
    return Cleaned("".join(parts), origin, repaired)
