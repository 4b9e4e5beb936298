"""Parts of an award that a note gives names to: "20,000 Tranche A Shares", "12,000 units (the 'Time-Vested Units')".

The lexer marks such names as NAMED where a note gives two or more of them. Here a name becomes a SUBJ that knows it, and with its number or
fraction beside it, a SUBJ or AMOUNT that defines it; `naming` keeps the parts apart by their names.
"""

import re

from msgspec.structs import replace

from vestcalc.late import late
from vestcalc.reading.besides_words import words
from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.shares import POST, Subject
from vestcalc.reading.tokens.lexicon import kind, kind_set

_NOUN = r"(?:Shares?|Units?|RSUs?|PSUs?|Options?|Awards?|Grants?|Stock|Portion|Tranche|SARs?|Warrants?)"
_CAPITALS = r"((?:[A-Z]\w*[ -]){1,4}" + _NOUN + r"|Tranche (?:[A-Z]|\d|I{1,3}|IV))"
#: "(the 'Time-Vested Units')"; "20,000 Tranche A Shares"; "the Retention Shares (10,000 shares)".
_GIVEN = tuple(
    map(
        late,
        [
            r"\((?:(?:the|each|an?|collectively|together|such|shares),? )*[\"']" + _CAPITALS + r"[\"']\)",
            r"\b\d[\d,]* " + _CAPITALS + r"\b(?! (?:(?:[A-Z]\w+ )*(?:Plan|Program)|Agreement)\b)",
            r"\b(?:[Tt]he )?" + _CAPITALS + r"(?: \(|, (?:covering|consisting of|comprising|representing|of) )\d[\d,]* ",
        ],
    )
)
_MAY_NAME = late(r"\(\w* ?[\"']|\d [A-Z]|Tranche|\(\d")
#: Names of securities, which are no names of parts.
GENERIC = words(
    """
    restricted stock common share unit option award grant warrant performance deferred phantom ordinary class a b c employee incentive
    non qualified nonqualified director equity based appreciation right rsu psu sar market long term ltip op llc lp partnership profits
    interest conversion
    """
)
#: What units of a partnership, and what they can be turned into, are called.
_OF_A_PARTNERSHIP = words("ltip ltips op common class a b c limited partnership partner unit share stock ordinary interest")
#: The kind of such a name.
NAMED = kind("NAMED")


def names(text: str) -> list[tuple[str, ...]]:
    """The words of each name that a note gives to a part, longest first; none where it gives but one."""
    if not _MAY_NAME.search(text):
        return []
    quoted, *counted = ({_words(m) for m in given.findall(text)} for given in _GIVEN)
    every = {name for listed in counted for name in listed}
    own = {name for name in every if not GENERIC.issuperset(name)}
    found = quoted | own | ({name for name in every if "performance" in name} if own else set())
    found = {name for name in found if not _OF_A_PARTNERSHIP.issuperset(name)}
    return sorted(found, key=len, reverse=True) if len(found) > 1 else []


def _words(name: str) -> tuple[str, ...]:
    words = tuple(word.removesuffix("s") for word in re.split("[ -]", name.lower()))
    return words[:2] if words[0] == "tranche" else words


def _subject(m: Match) -> Subject | None:
    """ "The Tranche A Shares", "20,000 Sign-On Shares"."""
    if m["h"] is not None and (m["h"].units is not None or not m["t"].startswith("tranche")):
        return None
    name = m["t"]
    performance = any(word.startswith(("performance", "psu", "prsu", "milestone")) for word in name.split())
    n = m["n"]
    return Subject(units=n if n is None else n + 0, performance=performance, name=name, defines=n is not None)


def _told(m: Match) -> Subject | None:
    """A number of shares and the name it is given, on either side of a bracket."""
    a, b = m["a"], m["b"]
    number, name = (b, a) if a.name else (a, b)
    plain = bool(name.name) and not number.name and not name.defines and name.units is None
    before = m.before()
    sized = number.units is not None or (before is not None and before.kind in _FRACTIONS)
    part = sized or not GENERIC.issuperset(name.name.split())  # "units of the partnership ("OP Units")" are none
    return replace(name, units=number.units, defines=part) if plain else None


_FRACTIONS = kind_set("FRAC PCT NUMBER half rest remaining other")
_SOME = "(DET|OWN|of|remaining|unvested|other)*"


def _part(m: Match) -> Amt | None:
    """ "The other half (the 'Bonus Option')"."""
    found, name = m["a"], m["b"]
    return replace(found, subject=replace(name, defines=True)) if name.name and not name.defines and not found.subject.name else None


#: Once amounts are read.
AMOUNTS = [Pattern("AMOUNT", "(?<!PERFW of)<a>AMOUNT OPEN (each|COMMA|MEANW|collectively|together)* <b>SUBJ CLOSE", _part)]
PATTERNS = [
    Pattern("SUBJ", f"{_SOME} <n>NUMBER? <t>NAMED <h>SUBJ? {POST}*", _subject),
    Pattern("SUBJ", "<a>SUBJ OPEN (each|COMMA|MEANW|collectively|together)* <b>SUBJ CLOSE", _told),
    Pattern("SUBJ", "<a>SUBJ COMMA (covered|include|represent|be|of)* <b>SUBJ (COMMA|(?= STOP))", _told),
]


def defines(value: object) -> Subject | None:
    """What a phrase says of a part that it names: the subject of a number or a fraction with its name beside it."""
    subject = value.subject if isinstance(value, Amt) else value
    return subject if isinstance(subject, Subject) and subject.defines else None
