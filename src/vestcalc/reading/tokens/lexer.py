"""Cleaned text to nodes: one combined regular expression, one pass, linear.

Numbers keep exact values (Fraction, int, date); words become their kind from the lexicon; an unknown word is NAME when it is
capitalised in a text that is not all capitals, else UNKNOWN. Quotation marks are dropped, hyphens inside words separate words.
"""

import re
from datetime import date
from fractions import Fraction

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import KINDS, WORDS
from vestcalc.reading.tokens.spelling import repaired, run_together

_TOKEN = re.compile(
    r"(\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?!\d))"  # 1 date
    r"|((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[ -]\d+/\d+)?\s?%)"  # 2 percent, mixed too
    r"|(\$\s?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)"  # 3 money
    r"|(\d+\s?/\s?\d+(?:st|nd|rd|ths?)?)\b"  # 4 fraction
    r"|(\d+(?:st|nd|rd|th)\b)"  # 5 ordinal
    r"|((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?![\w]))"  # 6 number
    r"|([A-Za-z]\.(?:[A-Za-z]\.)+"  # 7 abbreviation
    r"|(?:Inc|Corp|Ltd|Co|No|Nos|Mr|Mrs|Ms|Dr|Messrs|St|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
    r"|([^\W\d_]+(?:'[^\W\d_]+)?)"  # 8 word
    r"|(\w+(?:-\w+)*)"  # 9 anything with digits in it
    r"|([^\s\w])"  # 10 mark
)
_MARKS = {
    ",": "COMMA",
    ";": "SEMI",
    ":": "COLON",
    ".": "STOP",
    "(": "OPEN",
    ")": "CLOSE",
    "[": "OPEN",
    "]": "CLOSE",
    "-": "DASH",
    "/": "SLASH",
}
_MARK_KINDS = {mark: KINDS[name] for mark, name in _MARKS.items()}
_INT, _YEAR, _DEC, _PCT, _FRAC, _ORD, _MONEY, _DATE = (KINDS[k] for k in ["INT", "YEAR", "DEC", "PCT", "FRAC", "ORD", "MONEY", "DATE"])
_NAME, _UNKNOWN, _OTHER, _MONTH, _UNIT, _STOP = (KINDS[k] for k in ["NAME", "UNKNOWN", "OTHER", "MONTH", "UNITWORD", "STOP"])
#: A longer run of digits is no number anyone wrote.
MAX_DIGITS = 24
_QUOTES = frozenset("\"'`*")


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def _mixed(text: str) -> Fraction:
    """ "33 1/3" -> 100/3."""
    whole, _, part = text.replace("-", " ").partition(" ")
    return _number(whole) + (Fraction(part.strip()) if part.strip() else 0)


def _slashed(text: str) -> tuple[str, object]:
    top, bottom = re.findall(r"\d+", text)
    if int(bottom) == 0:
        return _OTHER, None
    return _FRAC, Fraction(int(top), int(bottom))


def numeric_date(text: str) -> date | None:
    """Month/day/year in digits; two-digit years are 19xx from 70 on, else 20xx. None when there is no such day."""
    month, day, year = (int(x) for x in re.split(r"[/.-]", text))
    if len(text) == 10 and text[4] == "-":
        year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if year < 100:
        year += 1900 if year >= 70 else 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _word(text: str, shouting: bool) -> tuple[str, str]:
    low = text.lower()
    if low.endswith("'s"):
        low = low[:-2]
    kind = WORDS.get(low)
    if kind is None:
        fixed = repaired(low)
        if text[0].isupper() and not shouting:
            return (_MONTH, fixed) if fixed and WORDS[fixed] == _MONTH else (_NAME, low)
        return (WORDS[fixed], fixed) if fixed else (_UNKNOWN, low)
    return kind, low


def _figure(group: int, text: str) -> tuple[str, object]:
    if group == 1:
        day = numeric_date(text)
        return (_DATE, day) if day else (_OTHER, None)
    if len(text) > MAX_DIGITS:
        return _OTHER, None
    if group == 2:
        return _PCT, _mixed(text[:-1].strip()) / 100
    if group == 3:
        return _MONEY, text
    if group == 4:
        return _slashed(text)
    if group == 5:
        return _ORD, int(text[:-2])
    if len(text) > MAX_DIGITS:
        return _OTHER, None
    value = _number(text)
    if value.denominator != 1 or "." in text:
        return _DEC, value
    return (_YEAR if "," not in text and 1970 <= value <= 2099 else _INT), int(value)


def lex(text: str, names: frozenset[str] = frozenset()) -> list[Node]:
    """All tokens of a cleaned note; `names` are words it defines for what vests."""
    letters = sum(map(str.isupper, text[:400]))
    shouting = letters * 2 > len(text[:400].replace(" ", ""))
    nodes: list[Node] = []
    add = nodes.append
    for m in _TOKEN.finditer(text):
        group = m.lastindex
        word = m.group()
        if group == 8:
            if (word == "May" and nodes and nodes[-1].kind != _STOP) or (
                word in ("May", "MAY") and text[m.end() : m.end() + 2].strip()[:1].isdigit()
            ):
                add(Node(_MONTH, "may", m.start(), m.end()))
                continue
            kind, value = _word(word, shouting)
            if kind in (_NAME, _UNKNOWN) and value in names:
                kind = _UNIT
            if nodes and kind == nodes[-1].kind and value == nodes[-1].value and value in _TWICE:
                continue
            if kind == _UNKNOWN and (two := run_together(value)):
                split = m.start() + len(two[0])
                nodes += (Node(WORDS[two[0]], two[0], m.start(), split), Node(WORDS[two[1]], two[1], split, m.end()))
            else:
                add(Node(kind, value, m.start(), m.end()))
        elif group == 10:
            if word == "-" and 0 < m.start() < len(text) - 1 and text[m.start() - 1].isalnum() and text[m.start() + 1].isalnum():
                continue
            if word not in _QUOTES:
                add(Node(_MARK_KINDS.get(word, _OTHER), word, m.start(), m.end()))
        elif group == 7:
            low = word.lower().rstrip(".")
            add(Node(WORDS.get(low, _NAME), low, m.start(), m.end()))
        elif group == 9:
            nodes += _glued(word, m.start(), shouting)
        else:
            fig, val = _figure(group or 6, word)
            add(Node(fig, val, m.start(), m.end()))
    return nodes


#: Small words that are sometimes written twice.
_TWICE = frozenset(["the", "of", "to", "a", "on", "in", "and", "at", "by", "from"])
_GLUED = re.compile(r"(\d+)([A-Za-z]+)$")


def _glued(word: str, start: int, shouting: bool) -> list[Node]:
    """ "36months" is two words run together; "10b5-1" is a name."""
    m = _GLUED.match(word)
    if m and m[2].lower() in WORDS:
        split = start + len(m[1])
        kind, value = _word(m[2], shouting)
        return [Node(_INT, int(m[1]), start, split), Node(kind, value, split, start + len(word))]
    return [Node(_NAME, word.lower(), start, start + len(word))]
