"""A note into sentences, each a list of phrases with what the sentence speaks of.

A sentence ends at a full stop that is no abbreviation's. The phrases of a sentence that says nothing of vesting are made only when
it may define a date or a size.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from vestcalc.late import late
from vestcalc.reading.announced import run_on
from vestcalc.reading.cascade import phrases
from vestcalc.reading.clean import Cleaned, clean
from vestcalc.reading.converted import without_conversion
from vestcalc.reading.defining import events_marked, only_defined
from vestcalc.reading.grammar import Node, kinds_of
from vestcalc.reading.phrases import defined, named
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexer import lex
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.span import Place

_SPEAKS = (
    "vest",
    "exercisab",
    "exerciseab",
    "be exercised",
    "laps",
    "releas",
    "forfeit",
    "exercised ",
    "restriction",
    "restricted period",
    "restricted until",
    "to be restricted",
    "to exercise",
    "may exercise",
    "of exercise",
    "exer.",
    "satisfied as to",
    "satisfied with respect to",
    "satisfied in",
)
_COUNTED = kind_set("SUBJ AMOUNT AMOUNTS WHOLE")
_VESTS = kind_set("vest vested vesting unvested exercisable lapses released")
_DEFINES = kind_set(
    "TERM NAMED granted awarded acquired commencement hire grant award PERFW goal milestone performance certified target SERVICEW"
    " condition cliff"
)
_STOP, _VERB = kind("STOP"), kind("VERB")
_NOTHING = frozenset([_STOP])
#: Words that speak of vesting only together: "may be exercised", "becomes non-forfeitable".
_PAIRS = (
    kind_set("may exercised"),
    kind_set("non forfeit"),
    kind_set("CONDW INSTALL"),
    kind_set("CONDW service based as to"),
    kind_set("forfeit SERVICEW"),
)
#: "The requirement is met as to 1/16th".
_MET_AS_TO, _AS_TO = (kind_set("CONDW FRAC"), kind_set("CONDW PCT")), kind("as") + kind("to")
#: Restrictions that end, unless they are those of a lock-up.
_ENDING = tuple(map(kind_set, ["restriction end", "restriction expire", "restricted period end", "restricted period expire"]))
_LOCK_UP = late(r"(?i)\block[ -]?up\b")
#: A lock-up of what vesting brings: restrictions that end before it are those of vesting.
_OF_ISSUED = late(r"(?i)\b(?:issued|issuable|delivered|received|acquired) (?:up)?on (?:such |the )?vesting\b[^.;]*\block[ -]?up\b")
_RESTRICTS = kind_set("restriction restricted forfeit exercise exercised")
_FALLS_AWAY = late(
    r"(?i)\b(?:"
    r"(?:restrictions?|(?:restrict(?:ed|ion)|vesting) period|risk of forfeiture|forfeiture provisions)\b[^.;]{0,120}"
    r"\b(?:(?:end|expire|terminate|remove|lifte|cease)(?:s|d)?|falls? away)\b"
    r"|(?:(?:is|are|be|remains?|shares|stock|units) |^|(?<=[.;] ))"
    r"(?:restricted|subject to (?:a |substantial |risk of )*forfeiture)\b[^.;]{0,80}\buntil\b"
    r"|right to exercise\b[^.;]{0,60}\baccrue|ceases? to be (?:subject to|restricted)\b|capable of (?:being )?exercise"
    r"|no longer (?:be )?(?:restricted|subject to (?:a |the |substantial |risk of )*forfeiture)\b"
    r"|free (?:of|from) (?:\w+ ){0,3}restrictions?\b"
    r"|(?:(?:entitled|permitted|able) to|may) exercise (?:\w+ ){1,4}(?:as to|with respect|in respect|in|to|on|from|after|only|at|up)\b"
    r"|(?:may|ha(?:s|ve) the right to) exercise (?:the|this|these|his|her|its|such) (?:stock )?(?:options?|warrants?|sars?|rights?)\b"
    r")"
)
_SIZES = kind_set("represent INT")


#: "4 equal annual installments beginning 3/1/05": a note so short may be a schedule and nothing else.
_TERSE = 120
_OFTEN = (
    "installment",
    "instalment",
    "increment",
    "per year",
    "per annum",
    "/yr",
    "/mo",
    "per yr",
    "per mo",
    "qtrly",
    "qtly",
    "anniv.",
    "a year",
    "annually",
    "yearly",
    "monthly",
    "quarterly",
    "anniversar",
    "% on ",
    "% each",
    "/3 on ",
    "/4 on ",
    "/5 on ",
    "third on ",
    "quarter on ",
    "half on ",
)
_SCHEDULE = kind_set("AMOUNT AMOUNTS INST CAD LIST ON BEGIN FROM OVER UNTIL THEN EQUAL COND COMMA SEMI DASH and STOP")
_IN_PARTS, _FROM_WHEN = kind_set("INST CAD LIST"), kind_set("LIST ON BEGIN FROM OVER UNTIL")
_INST, _AMOUNT, _ON, _CAD = kind("INST"), kind("AMOUNT"), kind("ON"), kind("CAD")
#: "8% per annum from May 1, 2021" is what a loan bears.
_NO_INTEREST = Fraction(1, 6)


#: "50% 12/31/23, 50% 12/31/24", "25% - 3/1/23; 75% - 3/1/24".
_PARTS_BY_DAY = late(r"(?:%|\d/\d+(?:rd|th)?s?)[ ,:-]+(?:on )?\d{1,2}/\d{1,2}/\d\d")


def _often(text: str) -> bool:
    """Whether a short note says how often, or parts and their days."""
    if len(text) > _TERSE:
        return False
    return any(word in text.lower() for word in _OFTEN) or len(_PARTS_BY_DAY.findall(text)) > 1


def only_a_schedule(nodes: list[Node]) -> bool:
    """Whether these phrases are parts and their days and nothing else."""
    kinds = {n.kind for n in nodes}
    if not kinds <= _SCHEDULE:
        return False
    parts = _INST in kinds or any(n.kind == _AMOUNT and (n.value.amount.portion or 0) >= _NO_INTEREST for n in nodes)
    several = kinds & _IN_PARTS or sum(n.kind == _ON for n in nodes) > 1
    counted = any(n.kind == _CAD and n.value.after is not None for n in nodes)
    return parts and bool(several) and (counted or bool(kinds & _FROM_WHEN))


#: All that some notes on a Date Exercisable say.
_AT_ONCE = late(r"(?i)\W{0,3}(?:immediate(?:ly)?|currently|presently)(?: upon (?:the )?(?:date of )?(?:grant|award|issuance))?\W{0,3}\Z")
_BRIEF = 40


#: All that some notes on a price, or on a day of expiration, say.
_NOTHING_SAID = late(
    r"(?i)\W{0,3}(?:n/?a|none|not applicable|1:1"
    r"|(?:(?:on|convert(?:s|ible)? on) a )?(?:1|one)[ -](?:for|to)[ -](?:1|one)(?: basis)?)\W{0,3}\Z"
)


def _at_once(text: str) -> bool:
    """Whether "Immediately" is all that is said: a Date Exercisable in words."""
    return len(text) < _BRIEF and _AT_ONCE.match(text) is not None


def speaks(text: str) -> bool:
    """Whether a note has a word that could be of vesting; most have none, and reading them costs this look only."""
    low = text.lower()
    return any(word in low for word in _SPEAKS) or _often(text) or _at_once(text)


#: Longer sentences are not read: a bound that keeps reading linear in any text (docs/architecture.md).
MAX_TOKENS = 700


class Sentence(Struct):
    """One sentence of a note: its phrases and whether a word of vesting stands in it."""

    note: str
    text: str
    cleaned: Cleaned
    nodes: list[Node]
    vests: bool
    too_long: bool = False

    def place(self, start: int, stop: int) -> Place:
        """The place in the note as filed of cleaned characters start..stop."""
        span = self.cleaned.span(start, stop)
        return Place(self.note, span, self.text[span.start : span.stop])

    @property
    def whole(self) -> Place:
        """The place of the whole sentence."""
        return self.place(self.nodes[0].start, self.nodes[-1].stop)


#: Names a note gives to what vests: restricted share right (each, an "RSR").
_DEFINED = late(
    r"\b(?i:units?|shares?|options?|rights?|stock|awards?|grants?|warrants?)"
    r"\s*\((?:each,? |collectively,? |the |an? )*\"([A-Z][A-Za-z-]{1,15})\""
)


def _names(text: str) -> frozenset[str]:
    found = {w.lower() for w in _DEFINED.findall(text)} if '("' in text or ' "' in text else set()
    return frozenset(found | {w + "s" for w in found})


def sentences(note: str, text: str) -> list[Sentence]:
    """The sentences of one note."""
    cleaned = clean(text)
    if _at_once(cleaned.text):
        verb = Verb(immediate=True, exercisable=True, state=True, bare="exercisable")
        return [Sentence(note, text, cleaned, [Node(_VERB, verb, 0, len(cleaned.text))], True)]
    if len(cleaned.text) < _BRIEF and _NOTHING_SAID.match(cleaned.text):
        return []
    names = _names(cleaned.text)
    tokens = lex(cleaned.text, names)
    if dates := defined.terms(cleaned.text):
        tokens = defined.marked(tokens, dates)
    tokens = events_marked(tokens, cleaned.text)
    if parts := named.names(cleaned.text):
        tokens = defined.marked(tokens, parts, named.NAMED)
    tokens, kinds = run_on(tokens, kinds_of(tokens))
    out: list[Sentence] = []
    start = 0
    while start < len(tokens):
        stop = kinds.find(_STOP, start) + 1 or len(tokens)
        here = tokens[start:stop] if _NOTHING.issuperset(kinds[start:stop]) else without_conversion(tokens[start:stop])
        if _NOTHING.issuperset([t.kind for t in here]):
            start = stop
            continue
        sentence = _sentence(here, kinds_of(here), note, text, cleaned)
        if not (out and _said_again(out[-1], sentence)):
            out.append(sentence)
        start = stop
    return out


def _said_again(before: Sentence, this: Sentence) -> bool:
    """Whether a sentence about the whole stands twice running, word for word: the second tells nothing, and is no second part."""
    whole = all(n.value == Subject(security=getattr(n.value, "security", "")) for n in this.nodes if n.kind in _COUNTED)
    return before.vests and this.vests and whole and _words_of(before) == _words_of(this)


def _words_of(sentence: Sentence) -> str:
    return sentence.cleaned.text[sentence.nodes[0].start : sentence.nodes[-1].stop]


def _ends(tokens: list[Node], kinds: set[str], cleaned: Cleaned) -> bool:
    """Whether restrictions are said to end."""
    if kinds.isdisjoint(_RESTRICTS) or _locks_up(cleaned.text):
        return False
    falls = _FALLS_AWAY.search(cleaned.text, tokens[0].start, tokens[-1].stop) is not None
    return falls or any(kinds >= pair for pair in _ENDING)


@lru_cache(maxsize=1)  # asked for each sentence of a note
def _locks_up(text: str) -> bool:
    return "lock" in text.lower() and _LOCK_UP.search(_OF_ISSUED.sub("", text)) is not None


def speak_of_lock_up(found: Sequence[Sentence]) -> bool:
    """Whether a note speaks of a lock-up, whose restrictions are not those of vesting."""
    return any(map(_locks_up, {s.cleaned.text for s in found}))


def _sentence(tokens: list[Node], kinds: str, note: str, text: str, cleaned: Cleaned) -> Sentence:
    here = set(kinds)
    paired = any(here >= pair for pair in _PAIRS) or (_AS_TO in kinds and any(here >= pair for pair in _MET_AS_TO))
    vests = not here.isdisjoint(_VESTS) or paired or _ends(tokens, here, cleaned)
    long = len(tokens) > MAX_TOKENS
    if shorter := only_defined(tokens, kinds, cleaned.text):
        tokens, kinds = shorter, kinds_of(shorter)
    wanted = vests or shorter is not None or not here.isdisjoint(_DEFINES) or here >= _SIZES
    if (wanted or _often(text)) and not long:
        found = phrases(tokens, kinds)
        terse = not vests and _often(text) and only_a_schedule(found)
        tokens, vests = found if wanted or terse else tokens, vests or terse
    return Sentence(note, text, cleaned, tokens, vests, long and vests)


_FINITE = kind_set(
    "be have will may do VERB represent include report vest vested vesting granted acquired awarded held CONDW PAYW ACTW MADE DEF"
    " QUIET COND ACCEL"
)
#: What no text ends with.
_CUT = late(
    r"(?:,|\((?:[ivx]+|[a-h])\)|\b(?:and|or|of|the|an?|to|with|on|at|by|for|in|from|as|each|which|that|upon|such|this|these|its|subject|next"
    r"|is|are|will|shall|be|additional|remaining|an?other|equal|annual))\s*\Z",
    re.IGNORECASE,
)


def breaks_off(sentence: Sentence) -> bool:
    """Whether the text is cut off: its last word wants another, a comma or "(ii)" is the last of it, or words without a verb end it."""
    first, last = sentence.nodes[0], sentence.nodes[-1]
    if last.kind == _STOP:
        return False
    bare = first.start > 0 and not {n.kind for n in sentence.nodes} & _FINITE
    return bare or _CUT.search(sentence.cleaned.text, max(first.start, last.stop - 20), last.stop) is not None
