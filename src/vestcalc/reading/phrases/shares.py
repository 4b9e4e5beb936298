"""What vests: "the shares underlying this option", "these RSUs", "3,133 restricted stock units", "the award reported on this row".

Leave SUBJ, a `Subject`: the number when one is given, and what the modifiers say of it.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Node, Pattern
from vestcalc.reading.tokens.lexicon import kind, kind_set

_OPENINGS, _CLOSINGS = kind_set("COMMA SEMI COLON STOP ENUM and") | {""}, kind_set("COMMA AMOUNT PCT FRAC NUMBER half") | {""}
_OF = kind("of")
_NUMBERS, _YEAR, _THINGS = kind_set("INT NUM DEC"), kind("YEAR"), kind_set("share unit UNITWORD option")
_PERFORMANCE = frozenset({"performance", "psu", "psus", "prsu", "prsus", "msu", "msus", "market", "target"})
_OTHERS = frozenset({"other", "others"})
#: "Two awards of units" are no two units, and "the 2021 RSU award" is no 2,021 of them.
_GRANTS = kind_set("award grant")
#: "Two stock options" are grants too, however many shares they are over.
_GRANTED_WHOLE = _GRANTS | kind_set("option warrant")
_GIVEN = frozenset({"granted", "awarded"})
_SERVED = frozenset({"time", "service"})
#: Securities that no award has two of.
_SECURITIES = {
    "option": frozenset({"option", "options"}),
    "warrant": frozenset({"warrant", "warrants"}),
    "right": frozenset({"sar", "sars"}),
    "unit": frozenset({"unit", "units", "rsu", "rsus", "psu", "psus", "dsu", "dsus"}),
}
#: The words that set a flag of a Subject.
_TELLING = (
    _PERFORMANCE.union(*_SECURITIES.values())
    | _OTHERS
    | frozenset(
        ["unvested", "nonvested", "vested", "remaining", "time", "service", "dividend", "cash", "initially", "originally", "original"]
    )
)


class Subject(Struct, frozen=True, gc=False):
    """`units`: a number of them; `security`: what they are, where that is said; `some`: so many of them; `given`: said to
    have been granted; `name`: that of a part of the award, which it `defines`; the flags tell what the modifiers say."""

    units: Fraction | None = None
    performance: bool = False
    unvested: bool = False
    vested: bool = False
    other: bool = False
    remaining: bool = False
    time: bool = False
    dividend: bool = False
    cash: bool = False
    restriction: bool = False
    original: bool = False
    every: bool = False
    security: str = ""
    some: bool = False
    given: bool = False
    name: str = ""
    defines: bool = False
    target: bool = False


_PLAIN, _ALL = Subject(), Subject(every=True)
_COUNTED = _NUMBERS | {_YEAR}


def _subject(m: Match) -> Subject | None:
    said = m.words()
    if m.kinds()[0] == _OF and _COUNTED.isdisjoint(m.kinds("h")) and _of_nothing(m):
        return None
    if "first" in said and any(a.word == "first" and b.kind == _OF for a, b in pairwise(m.all())):  # some of them
        return None
    given = not _GIVEN.isdisjoint(said)
    if not given and _TELLING.isdisjoint(said) and _COUNTED.isdisjoint(m.kinds("h")):
        return _ALL if m.all()[0].value == "all" else _PLAIN
    if not _OTHERS.isdisjoint(said):
        words = [n.word for n in m.all()]
        if any(a in ("each", "every") and b in _OTHERS for a, b in pairwise(words)):
            return None
    found = subject_of(m.all("h")[_names_a_year(m) :])
    every = m.all()[0].value == "all" and not found.remaining and not found.unvested
    return replace(found, every=every, given=given) if every or given else found


def _names_a_year(m: Match) -> int:
    """ "The 2021 RSUs vest ...", "his 2021 RSUs", "(2021 RSU Agreement)": what they are called, and no 2,021 units; the length of the name."""
    at = m._m.start("h")
    named = m.following() in _PAPERS or (at > 0 and (m.nodes[at - 1].kind in _THE or _owns(m.nodes[at - 1])))
    return 1 if m.kinds("h")[0] == _YEAR and named and len(m.all("h")) > 1 else 0


def _owns(node: Node) -> bool:
    """ "The director's", whose word is the director; "his"."""
    word = node.value if node.value.__class__ is str else ""
    return word in _HIS or (node.kind in _OWN and node.stop - node.start == len(word) + len("'s"))


_OWN, _HIS = kind_set("OWN"), frozenset(["his", "her", "their", "your", "our"])
_THE, _PAPERS = kind_set("the these such its"), kind_set("agreement plan notice policy")


def _of_nothing(m: Match) -> bool:
    """ "Of the shares vest on ...": how many of them has been lost; "of the shares, 25% vest" has it after."""
    before = m.before()
    return (before is None or before.kind in _OPENINGS) and m.following() not in _CLOSINGS


def _of_a_year(after: Sequence[Node]) -> bool:
    """ "The 2021 RSU award": a year's award, and no 2,021 units."""
    named = next((n.kind for n in after if n.kind not in _THINGS), "")
    return named in _GRANTS


def subject_of(nodes: Sequence[Node]) -> Subject:
    """Read the words of a noun phrase."""
    words = {n.value for n in nodes if n.value.__class__ is str}
    numbered = [i for i, n in enumerate(nodes) if n.kind in _COUNTED]
    units = next((Fraction(nodes[i].value) for i in numbered if _counts(nodes, i)), None)
    some = units is not None and any(
        nodes[i].kind in _NUMBERS and i + 2 < len(nodes) and _OF in (nodes[i + 1].kind, nodes[i + 2].kind) for i in numbered
    )
    if words.isdisjoint(_TELLING):
        return Subject(units, some=some) if units is not None else _PLAIN
    return Subject(
        units=units,
        performance=not words.isdisjoint(_PERFORMANCE),
        unvested="unvested" in words or "nonvested" in words,
        vested="vested" in words,
        other=not words.isdisjoint(_OTHERS),
        remaining="remaining" in words,
        time=not words.isdisjoint(_SERVED),
        dividend="dividend" in words and "equivalent" in words,
        cash="cash" in words,
        security=_security(words),
        original="initially" in words or "originally" in words or "original" in words,
        some=some,
        target="target" in words,
    )


def _counts(nodes: Sequence[Node], i: int) -> bool:
    """Whether a number or a year is how many there are."""
    if nodes[i].kind == _YEAR:
        return i + 1 < len(nodes) and nodes[i + 1].kind in _THINGS and not _of_a_year(nodes[i + 2 :])
    return not (nodes[i].value < 10 and _GRANTED_WHOLE & {n.kind for n in nodes[i + 1 : i + 3]})


def _security(words: set[str]) -> str:
    for name, listed in _SECURITIES.items():
        if not listed.isdisjoint(words):
            return name
    return ""


def _named(m: Match) -> str | None:
    """ "(the 'Retention Units')", "(non-qualified)"; "(subject to performance)", "(conditional)" say what the units wait for."""
    words = m.words()
    first = m.all()[1].word
    if first == "and" or "subject" in words:
        return None
    return "name" if words.isdisjoint(_WAITING) or not _HEADS.isdisjoint(m.kinds()) else None


def _of_a_kind(m: Match) -> Subject:
    """ "The time-vesting portion of the option", "any then-unvested portion": which part it is."""
    words = m.words()
    unvested = "unvested" in words
    return Subject(time=not unvested and "performance" not in words, performance="performance" in words, unvested=unvested)


_WAITING, _HEADS = frozenset(["performance", "target", "market", "conditional", "eligible", "earned"]), kind_set("HEAD")
POST = (
    "(reported as (acquired|granted|awarded)|COMMA? STOCKWORD? (subject COMMA? to|underlying|issuance under|(issuance|acquired) on exercise of|include in|covered (by|under)|under|represent by|reported (in|on|as)?|granted (in|under|to|by)?|awarded (to|under)?|in|of|that be|which be|"
    "held (by)?|acquired|issued) (DET|OWN|MOD|of|to|under|by|herein|above|hereunder|thereunder|footnote|report|non)* (HEAD (agreement (?= (VERB|will|be|have|vest|vested)))?|report|transaction|(director|PERSON) (COMMA (director|PERSON))* and (director|PERSON|employee)|director|employee|plan|herein|above|hereunder|person|they|COMPANY|MEMOW|PERSON NAME+) (?! (continued|service|employment|SERVICEW))|"
    "(granted|awarded) to (DET|OWN)+ (?= (VERB|will|vest|vested|vesting|shall|COMMA))|(?<=HEAD) to (a|its|certain|CONDW)* (PERSON|employee|director|member)+ (of (DET|OWN)+)? (?= COMMA)|"
    "(covered (by|under)|subject to|(granted|awarded) (under|pursuant to|in|by)|MADE (by|in)) (this|the|such) (HEAD|OWN|STOCKWORD)* (agreement|notice)|MADE QUIETW (?= (will|vest|SERVICEW|be))|"
    "(granted|awarded|issuance|acquired) PLAN|granted|awarded|reported herein?|exercised (?= (be|COMMA|have|GRANTED))|(to (purchase|acquired|buy|exercise)|over) (MOD|NOM)* HEAD (of COMPANY)?|covered (QUIETW|herein|hereunder)|herein|hereunder|thereunder|above|subject (thereto|hereto)|then remaining? (remaining|unvested|outstanding)|(include|covered) (therein|(in|by) its))"
)

PATTERNS = [
    Pattern("QUIET", "OPEN (COMMA|DET|MOD|HEAD|OWN|MEANW|QUIETW|collectively|in|with|as|to|of|plan|ANCHOR|and)+ CLOSE", _named),
    Pattern("SUBJ", f"NOM*+ <h>((MOD|NOM)* HEAD (COMMA? original (for|covered|over)|of|for|over|in the aggregate|DET|total|additional|to (purchase|acquired|buy) (up to)?)* NUMBER (MOD|NOM)* HEAD) (QUIET|{POST})*", _subject),
    Pattern("SUBJ", "NOM*+ (ORD|first)? <h>((MOD|NOM)* (grant|award) of NUMBER) (?= will? (vest|vested|vesting))", _subject),
    Pattern("SUBJ", "(DET|OWN|any|then)* (time|service|performance|unvested) (DASH|based|vesting|vested)* INSTALL (of (DET|OWN|MOD)* HEAD)? (?= will? (be|become|vest))", _of_a_kind),
    Pattern("SUBJ", f"NOM*+ (other|additional|subsequent (?= (option|award|grant))|(first|last) (?= NUMBER)|NTH (?= (award|grant) GRANTED? COMMA? (covered|over|of|for|represent) NUMBER))* <h>(NUMBER? (MOD|NOM|QUIET)* (HEAD QUIET?)+ {POST}*)", _subject),
]  # fmt: skip
