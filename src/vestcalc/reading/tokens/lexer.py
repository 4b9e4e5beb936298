"""Cleaned text to nodes: one combined regular expression, one pass, linear.

Numbers keep exact values (Fraction, int, date); words become their kind from the lexicon; an unknown word is NAME when it is
capitalised in a text that is not all capitals, else UNKNOWN. Quotation marks are dropped, hyphens inside words separate words.
"""

import re
from collections.abc import Sequence
from typing import Any

from vestcalc.late import late
from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.abbreviations import ALSO_VERBS, SHORT, STOPPED
from vestcalc.reading.tokens.figures import figure, number, numeric_date
from vestcalc.reading.tokens.lexicon import KINDS, WORDS, kind_set
from vestcalc.reading.tokens.spelling import repaired, run_together
from vestcalc.terms.models import CalendarDay

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SHORT = "Inc|Corp|Ltd|Co|No|Nos|Mr|Mrs|Ms|Dr|Messrs|St|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
#: The sorts of token, the first that fits: a plain word, a mark that is one, and those that need a closer look.
_SORTS = {
    "plain": r"[A-Za-z]++(?![\w.'])",
    "mark": r"[^\s\w$£€]",
    "site": r"(?:[A-Za-z]\w*\.)+(?:com|Com|COM|org|gov|edu)(?!\w|\.\w)",
    "date": r"\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?!\d)",
    "percent": _DIGITS + r"(?:[ -]\d+/0*[1-9]\d*)?\s?%",
    "money": rf"[$£€]\s?(?:{_DIGITS}|\.\d+)",
    "fraction": r"\d+\s?/\s?\d+(?:st|nd|rds?|ths?|s)?\b(?!,\d)",
    "ordinal": r"\d+(?:st|nd|rd|th)\b",
    "number": _DIGITS + r"(?![\w]|\.\d)",
    "abbreviation": rf"[A-Za-z]\.(?:[A-Za-z]\.)+|[Nn]os?\.(?=\s?\d)|(?:{_SHORT})\.|{STOPPED}",
    "word": r"[^\W\d_]+(?:'[^\W\d_]+)?",
    "glued": r"(?!_+(?!\w))(?:\d+\.)?\w+(?:-\w+)*",
    "sign": r"[^\s\w]|_+",
}
_TOKEN = late("|".join(f"(?P<{name}>{pattern})" for name, pattern in _SORTS.items()))
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
    "&": "and",
}
_MARK_KINDS = {mark: KINDS[name] for mark, name in _MARKS.items()}
_INT, _YEAR, _DEC = (KINDS[k] for k in ["INT", "YEAR", "DEC"])
_NAME, _UNKNOWN, _OTHER, _MONTH, _UNIT, _STOP = (KINDS[k] for k in ["NAME", "UNKNOWN", "OTHER", "MONTH", "UNITWORD", "STOP"])
_MONTHDAY, _DASH = KINDS["MONTHDAY"], KINDS["DASH"]
_OWNERS = kind_set("PERSON COMPANY person director employee member")
_CAPITAL = late("[A-Z]")
_QUOTES = frozenset("\"'`*")


def _word(text: str, shouting: bool) -> tuple[str, str]:
    low = text.lower()
    if low.endswith("'s"):
        low = low[:-2]
    low = SHORT.get(low, low)
    kind = WORDS.get(low)
    if kind is None:
        fixed = repaired(low)
        if text[0].isupper() and not shouting:
            return (_MONTH, fixed) if fixed and WORDS[fixed] == _MONTH else (_NAME, low)
        return (WORDS[fixed], fixed) if fixed else (_UNKNOWN, low)
    return kind, low


#: The kind and the value of what needs no closer look.
_Plain = tuple[str, Any]


def _plain() -> dict[str, _Plain]:
    """What needs no closer look: known words, marks, years and small numbers; words in capitals come in as they are met."""
    out: dict[str, _Plain] = {mark: (kind, mark) for mark, kind in _MARK_KINDS.items() if mark != "-"}
    for word, kind in WORDS.items():
        if "." in word or "_" in word:  # no token by itself
            continue
        out[word] = (kind, word)
        if kind in _OWNERS:
            out[word + "'s"] = out[word.capitalize() + "'s"] = (kind, word)
        elif kind == _UNIT and word.endswith("s"):
            out[word[:-1].upper() + "s"] = (kind, word)
    out |= {short: out[full] for short, full in SHORT.items() if short not in ALSO_VERBS}
    out |= {str(n): (_INT, n) for n in range(1, 101)} | {str(n): (_YEAR, n) for n in range(1990, 2050)}
    return out


_PLAIN = _plain()


#: Marks that stand behind a word.
_BEHIND = frozenset(",.;:)")
#: Words whose full stop may be their own.
_STOPPED = frozenset(_SHORT.lower().split("|")) | SHORT.keys()


def lex(text: str, names: frozenset[str] = frozenset()) -> list[Node]:
    """All tokens of a cleaned note; `names` are words it defines for what vests."""
    head = text[:400].replace(" ", "")
    shouting = len(_CAPITAL.findall(head)) * 2 > len(head)
    nodes: list[Node] = []
    add, plain = nodes.append, _PLAIN.get
    last: _Plain | None = None
    start = done = 0
    for piece in text.split(" "):
        stop = start + len(piece)
        found = plain(piece)
        if found is not None and found is not last and found[1].__class__ is str and done <= start:  # as most are
            add(Node(found[0], found[1], start, stop))
            last, done, start = found, stop, stop + 1
            continue
        if done <= start < stop:
            cut = stop
            if found is not None:
                if found[1].__class__ is int and not text[stop + 1 : stop + 2].isalpha():  # it may go on behind the space: "33 1/3%"
                    found = None
            elif piece[-1] in _BEHIND and (piece[-1] != "." or not _has_own_stop(piece[:-1], text, start)):
                found, cut = plain(piece[:-1]), stop - 1
            if found is not None:
                if found is not last or found[1] not in _TWICE:
                    last = found
                    add(Node(found[0], found[1], start, cut))
                if cut < stop:
                    last = _PLAIN[piece[-1]]
                    add(Node(last[0], last[1], cut, stop))
                done = stop
        if done < stop:
            done, last = _cut(text, max(done, start), stop, nodes, last, shouting, names)
        start = stop + 1
    return nodes


def _cut(
    text: str, at: int, stop: int, nodes: list[Node], last: _Plain | None, shouting: bool, names: frozenset[str]
) -> tuple[int, _Plain | None]:
    """Add the tokens of a piece that is no plain word, the last of which may end behind it; where it ends, and the plain one it is."""
    while at < stop:
        m = _TOKEN.match(text, at)
        if m is None:  # a space of another sort
            at += 1
            continue
        token, start, at = m.group(), at, m.end()
        found = _PLAIN.get(token)
        if found is not None:
            if found is not last or found[1] not in _TWICE:
                last = found
                nodes.append(Node(found[0], found[1], start, at))
            continue
        last = None
        nodes += _looked_at(m, text, nodes, shouting, names)
    return at, last


def _has_own_stop(word: str, text: str, at: int) -> bool:
    """Whether the full stop behind a word is its own: "Inc."."""
    if word.lower() not in _STOPPED:
        return False
    m = _TOKEN.match(text, at)
    return m is not None and m.lastgroup == "abbreviation"


def _looked_at(m: re.Match[str], note: str, before: list[Node], shouting: bool, names: frozenset[str]) -> Sequence[Node]:
    """The nodes of a token that is not among those known as they stand."""
    sort, text, (start, stop) = m.lastgroup or "", m.group(), m.span()
    if sort in ("plain", "word"):
        return _words(text, start, note, before, shouting, names)
    if sort in ("mark", "sign"):
        inside = text == "-" and note[max(0, start - 1) : start].isalnum() and note[stop : stop + 1].isalnum()
        if inside and _YEARS.search(note, max(0, start - 5), stop + 5):
            return (Node(_DASH, text, start, stop),)
        suspended = text == "-" and note[max(0, start - 1) : start].isalnum() and _SUSPENDED.match(note, stop)
        return () if inside or suspended or text in _QUOTES else (Node(_MARK_KINDS.get(text, _OTHER), text, start, stop),)
    if sort == "site":  # "Larkmoor.com, Inc."
        return (Node(_NAME, text.lower(), start, stop),)
    if sort == "abbreviation":
        low = text.lower().rstrip(".")
        low = SHORT.get(low, low)
        return (Node(WORDS.get(low, _NAME), low, start, stop),)
    if sort == "glued":
        return _glued(text, start, shouting)
    if text.lower() == "1st" and not (before and before[-1].kind == _MONTH) and not _OF_MONTH.match(note, stop):
        return (Node(WORDS["first"], "first", start, stop),)
    if sort == "fraction" and (day := _month_day(text, note, start, stop)):
        return (Node(_MONTHDAY, day, start, stop),)
    if sort == "fraction" and " " in text:
        return _columns(text, start)
    kind, value = figure(sort, text)
    return (Node(kind, value, start, stop),)


#: "The six-, twelve- and eighteen-month anniversaries".
_SUSPENDED = late(r", ?\w|,? (?:and|or)\b")
_EACH_YEAR = late(r"(?: and \d{1,2}/\d{1,2})? (?:of|in) (?:each|every|\d{4}\b)")
_ON_EACH = late(r"(?i)(?:\bon|(\beach|\bevery)) (?:\d{1,2}/\d{1,2} and )?$")


def _month_day(text: str, note: str, start: int, stop: int) -> CalendarDay | None:
    """ "On 2/15 of 2023 and 2024", "each 12/31": a day of the year, where a share of something makes no sense."""
    before = _ON_EACH.search(note, max(0, start - 16), start)
    if before is None or not (before[1] or _EACH_YEAR.match(note, stop)) or not text.replace("/", "").isdigit():
        return None
    month, day = map(int, text.split("/"))
    return CalendarDay(day, month) if numeric_date(f"{month}/{day}/2000") else None


#: "The 1st of each month", "the 1st day", "1st October".
_OF_MONTH = late(r"(?i) (?:of(?! which)|day|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)")


def _columns(text: str, start: int) -> list[Node]:
    """ "2016 / 400" is no fraction, but two columns of a table; "1 / 48" is one."""
    top, slash, bottom = text.partition("/")
    if not bottom.strip().isdigit() or int(top) < int(bottom):
        return [Node(*figure("fraction", text), start, start + len(text))]
    at = start + len(text) - len(bottom.strip())
    return [
        Node(*figure("number", top.strip()), start, start + len(top.strip())),
        Node(_MARK_KINDS[slash], slash, start + len(top), start + len(top) + 1),
        Node(*figure("number", bottom.strip()), at, start + len(text)),
    ]


#: "2021-2024".
_YEARS = late(r"(?<!\d)(?:19|20)\d\d-(?:19|20)\d\d(?!\d)")
_GOES_ON = late(r" (?:to|out|in|for)\b")
_NEXT = late(r",? ([A-Z][A-Za-z]*)")


def _named(word: str, note: str, stop: int) -> bool:
    """Whether a sentence's first word is a name: "Larkmoor's", "Larkmoor Biosciences", but not "Suspended options"."""
    after = _NEXT.match(note, stop)
    known = WORDS.get(after[1].lower()) if after else _UNKNOWN
    return word.lower().endswith("'s") or known is None or known == KINDS["CORPSUF"]


def _words(word: str, start: int, note: str, before: list[Node], shouting: bool, names: frozenset[str]) -> Sequence[Node]:
    """The month of May, a word with an apostrophe, a word not known, or two words run together."""
    stop = start + len(word)
    if (word == "May" and before and before[-1].kind != _STOP) or (word in ("May", "MAY") and note[stop : stop + 2].strip()[:1].isdigit()):
        return (Node(_MONTH, "may", start, stop),)
    if word.lower() in ALSO_VERBS and _GOES_ON.match(note, stop):
        return (Node(_UNKNOWN, word.lower(), start, stop),)
    kind, value = _word(word, shouting)
    if WORDS.get(value) == kind and value != "may" and word in (value.capitalize(), value.upper()):
        _PLAIN[word] = _PLAIN.get(value, (kind, value))
    acronym = len(word) < _ACRONYM and word.isupper() and not shouting
    if kind == _NAME and (not before or before[-1].kind == _STOP) and not (acronym or _named(word, note, stop)):
        kind = _UNKNOWN
    if kind in (_NAME, _UNKNOWN) and value in names:
        kind = _UNIT
    if kind == _UNKNOWN and (two := run_together(value)):
        split = start + len(two[0])
        return (Node(WORDS[two[0]], two[0], start, split), Node(WORDS[two[1]], two[1], split, stop))
    return (Node(kind, value, start, stop),)


#: "AO LTIP Units": so short a word in capitals is a name, though it begins the sentence.
_ACRONYM = 4
#: Small words that are sometimes written twice.
_TWICE = frozenset(["the", "of", "to", "a", "on", "in", "and", "at", "by", "from"])
_GLUED = late(r"(\d+(?:\.\d+)?)([A-Za-z]+)$")
_LETTERS = str.maketrans("01", "ol")
#: Numbers of rules and of quarters: "10b5-1", "401k", "2Q21".
_NUMBERED = late(r"\d{2,3}[a-hkA-HK](?:-?\d{1,2})*|\d[QHqh]\d*|\d[A-HM]|\d+-\w+")


def _glued(word: str, start: int, shouting: bool) -> list[Node]:
    """ "36months" is two words run together; "10b5-1" is a name; "32000O" is a number that was misread, "0f" a word."""
    m = _GLUED.match(word)
    if m and m[2].lower() in WORDS:
        split = start + len(m[1])
        kind, value = _word(m[2], shouting)
        figures = Node(_DEC, number(m[1]), start, split) if "." in m[1] else Node(_INT, int(m[1]), start, split)
        return [figures, Node(kind, value, split, start + len(word))]
    letters = word.lower().translate(_LETTERS)
    if letters in WORDS:
        return [Node(WORDS[letters], letters, start, start + len(word))]
    misread = word[0].isdigit() and not _NUMBERED.fullmatch(word)
    return [Node(_UNKNOWN if misread else _NAME, word.lower(), start, start + len(word))]
