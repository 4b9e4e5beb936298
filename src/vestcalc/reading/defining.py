"""Sentences that do nothing but tell what day a name stands for, with all that lawyers say around it.

"(d) 'Initial Vesting Date' means, in relation to this award, March 31, 2021, the date on which ..." is "Initial Vesting Date is March 31,
2021" to the phrases. In: the tokens of one sentence and the text. Out: its name, a "be" and its one day, if every other word is of people,
papers and what has come to pass; else the tokens as they are.
"""

from vestcalc.late import late
from vestcalc.reading.besides_words import words
from vestcalc.reading.company_words import HAPPENED
from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
#: Names of events that a note dates: "Admission of the shares to trading took place on May 3, 2021".
EVENTS = "Admission|Closing|Completion|Listing|Merger|Distribution|Separation|Acquisition|Demerger|IPO|Offering"
_NAMED = r"(?:[A-Z][a-z]+ ){1,4}Date"
_ANCHORS = (
    r"(?:(?i:vesting (?:commencement|start|reference|measurement) date|(?:grant|award|start|hire|commencement) date|date of (?:grant|hire))"
    r"|VCD)"
)
#: A full stop behind "Mr." ends no sentence.
_ANY = r"(?:[^.;]|(?<=\b[MD]r)\.|(?<=\bM[rs]s)\.)"
_IS = r"\b(?:means?|is|was|be|refers to|falls on|fell on|occurred on|took place on|closed on|completed on|effective on|consummated on)\b"
_BEFORE = rf"(?:\([a-z0-9]{{1,3}}\) )?(?:(?:[Ff]or|[Ii]n) {_ANY}{{1,80}}?, )?(?:[Tt]he (?:term )?)?"
_SAID = late(
    rf"(?P<before>{_BEFORE})\"?(?P<name>{_ANCHORS}|{_NAMED}|{EVENTS})\"?(?P<between>{_ANY}{{0,160}}?(?P<be>{_IS}){_ANY}{{0,120}}?)"
    rf" (?P<day>{_DAY})(?P<after>(?:(?:,| \(){_ANY}*|))"
)
_WORD = late(r"[A-Za-z0-9][\w'/-]*|[%$]")
_CAPITAL = late(r"\A[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)*\Z|\A[A-Z]{2,5}\Z")
_LETTERED = frozenset("abcdefg")
_FIRST_DAY = late(r"\b(?:first day of|first commenced|commencement of) (?=(?:\w+ ){0,3}(?:employment|service|work))")
#: What may stand around a name and its day, and of the words of people and papers what may not: it would make the day another.
_KNOWN = (
    HAPPENED
    | words(
        """
        mean means refers falls fell took place first day date started start starts case relation purposes term terms used when upon
        being trading listed listing exchange respect hereunder employed employment consummated completion admission began meant meaning
        work services service set defined notice letter offer under described foregoing
        """
    )
) - words("or each any all may can would shall approximately about each other non both only if")
#: An event that has come to pass on a day: "The Closing occurred on May 3, 2021".
_CAME = late(
    rf"\b({EVENTS})\b(?= {_ANY}{{0,120}}?\b(?:occurred|took place|completed|consummated|closed|effective|was)\b"
    rf"(?: on)?(?: {_ANY}{{0,40}})? {_DAY})"
)
_PARTED = frozenset(["date", "price", "dates", "bid"])
_TERM = kind("TERM")
_BE, _STOP, _DATE = kind("be"), kind("STOP"), kind_set("date TERM")


def events_marked(tokens: list[Node], text: str) -> list[Node]:
    """The tokens with the names of events that the note dates as names of days."""
    names = {name.lower() for name in _CAME.findall(text)}
    if not names:
        return tokens
    after = [*(t.word for t in tokens[1:]), ""]
    return [
        Node(_TERM, t.word, t.start, t.stop) if t.word in names and text[t.start].isupper() and then not in _PARTED else t
        for t, then in zip(tokens, after, strict=True)
    ]


def only_defined(tokens: list[Node], kinds: str, text: str) -> list[Node] | None:
    """The name, "be" and the day of a sentence that says no more; None if it says more."""
    if _DATE.isdisjoint(kinds):
        return None
    start, last = tokens[0].start, tokens[-1] if tokens[-1].kind == _STOP else None
    found = _SAID.fullmatch(text, start, last.start if last else tokens[-1].stop)
    if found is None:
        return None
    around = _FIRST_DAY.sub(" ", " ".join([found["before"], found["between"], found["after"]]))
    if not all(map(_known, _WORD.findall(around))):
        return None
    spans = [found.span("name"), found.span("day")]
    name, day = ([t for t in tokens if a <= t.start < b] for a, b in spans)
    the = [t for t in tokens[:1] if t.word == "the"]
    return [*the, *name, Node(_BE, "is", *found.span("be")), *day, *([last] if last else [])]


def _known(word: str) -> bool:
    """A word of the list, a name in capitals, or the number of a paragraph."""
    return word.lower() in _KNOWN or _CAPITAL.match(word) is not None or word in _LETTERED
