"""The words this program knows, by kind: one character each, so that a sentence is a string.

A lower-case kind is a word of its own (with its plain variants); an upper-case kind holds words that play the same part. A word
stands in exactly one kind. Words not listed are unknown: they are residue wherever no pattern allows unknown words. CLASSES
are unions of kinds used in patterns. The words themselves stand in `words` and `word_groups`.
"""

from vestcalc.reading.tokens.word_groups import SHARED
from vestcalc.reading.tokens.words import OWN

#: What the lexer and the phrases make.
_MADE = """
COMMA SEMI COLON STOP OPEN CLOSE DASH SLASH OTHER
INT YEAR DEC PCT FRAC ORD MONEY DATE
NUM MONTHDAY MONTHDAYS MONTHYEAR DATES YEARS ENUM PER CAD CALDAYS ANCHOR EVENT MOM MOMS EVERYANN
AMOUNT AMOUNTS SUBJ VERB ON LIST BEGIN FROM UNTIL OVER INST EQUAL THEN FULLON PEND LATEST RESP QUIET DEF GRANTED WHOLE HEAD
ACCEL COND PLAN SAME SEMI_ANNUAL SOTHAT NOTVERB EARLY HEADER PENDING TERM NAMED NONE CAP CLIFF
"""


def _numbered() -> tuple[dict[str, int], dict[str, int]]:
    """Kind name -> its number, word -> the number of its kind."""
    kinds = {name: n for n, name in enumerate(_MADE.split())}
    words: dict[str, int] = {}
    for line in filter(None, OWN.split("\n")):
        listed, n = line.split(), len(kinds)
        kinds[listed[0]] = n
        for word in listed:
            words.setdefault(word, n)
    for name, shared in SHARED.items():
        kinds[name] = len(kinds)
        for word in shared.split():
            words.setdefault(word, kinds[name])
    return kinds, words


_CLASSES = {
    "UNIT": "day week month quarter year",
    "CARD": "NUM INT",
    "NTH": "ORD first",
    "NUMBER": "NUM INT DEC YEAR",
    "BASE": "DATE ANCHOR MOM",
    "MOMENT": "DATE ANCHOR MOM EVENT",
    "FREQ": "annual monthly quarterly SEMI_ANNUAL semiannual weekly daily",
    "DET": "the this such its his they each any all both a said that non",
    "OWN": "reported person PERSON COMPANY NAME director employee member",
    "HEAD": "share unit option warrant stock securities UNITWORD award grant right",
    "SHAREW": "HEAD restricted",
    "MOD": "restricted performance based STOCKWORD HEAD equity reported underlying unvested NAME annual target market outstanding series"
    " total number service director employee original first purchase cash settled YEAR PERSON exercise exercised same MONTH GRANTW"
    " equivalent dividend time scheduled eligible PERFW covered issuance subject SLASH DASH amount other additional PAYW entire",
    "NOM": "DET OWN of",
    "TIMEW": "ON LIST BEGIN FROM UNTIL OVER INST THEN CAD",
    "SERVE": "service employment SERVICEW hire left",
    "CONDFILL": "DET OWN those of in to by with at for on as through from during be have will who under until DASH SLASH service employment SERVICEW CONDW continued"
    " ON LIST UNTIL MOM date ANCHOR one each such agreement plan policy QUIETW SUBJ term schedule period QUIET"
    " ENUM eligible time then is award grant grants relevant case NAME FROM PLAN hereof hereunder thereunder so YES member members EVENT",
    "ACCELW": "accelerate death disability retirement terminate change TERMINW EVENT LIQUID",
    "FRONT": "on at from when after since",
    "FILLER": "DET OWN of in to by with at for on as and or through from is be have will its who under upon until DASH SLASH",
}


_KIND_NUMBERS, _WORD_NUMBERS = _numbered()
_NAMES = tuple(_KIND_NUMBERS)


def _expand(name: str, seen: tuple[str, ...] = ()) -> list[str]:
    out: list[str] = []
    for part in _CLASSES[name].split():
        if part in _CLASSES and part not in seen and part != name:
            out += _expand(part, (*seen, name))
        elif part in _KIND_NUMBERS:
            out.append(part)
        elif part in _WORD_NUMBERS:
            out.append(_NAMES[_WORD_NUMBERS[part]])
    return list(dict.fromkeys(out))


#: Class name -> the kinds it unites.
CLASSES = {name: " ".join(_expand(name)) for name in _CLASSES}


def _characters() -> list[str]:
    """The character of each kind; kinds of the same classes are neighbours, so that a class is a few ranges of characters."""
    united = sorted((set(listed.split()) for listed in CLASSES.values()), key=len, reverse=True)
    order = sorted(range(len(_NAMES)), key=lambda n: [_NAMES[n] not in names for names in united])
    codes = [*range(33, 127), *range(161, 256), *range(1, 32), *range(127, 160), *range(256, 400)]
    chars = iter([chr(c) for c in codes if c not in (9, 10, 13) and chr(c) not in "\\^-]"])
    found = dict(zip(order, chars, strict=False))
    return [found[n] for n in range(len(_NAMES))]


_CHARS = _characters()
#: Kind name -> its character; word -> the character of its kind.
KINDS = {name: _CHARS[n] for name, n in _KIND_NUMBERS.items()}
WORDS = {word: _CHARS[n] for word, n in _WORD_NUMBERS.items()}
#: Anything that can stand in the description of an event or goal.
CLASSES["TAIL"] = "^STOP SEMI COLON AMOUNT VERB COMMA ENUM and or CLOSE when only if unless except not no"
CLASSES["PLAINW"] = "^STOP SEMI COLON COMMA OPEN CLOSE PCT FRAC INT DEC DATE vest vested vesting exercisable lapses MONEY"
CLASSES["FREE"] = "^STOP SEMI COLON AMOUNT VERB COMMA ENUM and or CLOSE TERM"


def kind(name: str) -> str:
    """The character of a kind, or of the kind a word stands in."""
    return KINDS[name] if name in KINDS else WORDS[name]


def kind_set(names: str) -> frozenset[str]:
    """The characters of several kinds, words and classes."""
    out: set[str] = set()
    for name in names.split():
        out.update(KINDS[k] for k in CLASSES[name].split()) if name in CLASSES else out.add(kind(name))
    return frozenset(out)
