"""What comes after vesting and moves no date: holding periods, the end of a right to exercise, its price, payment and delivery.

Seen before the ends of a sentence are read. Leave QUIET nodes, and a node of the verb's kind for nothing.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import FOR_ONE, Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, OnDate

_SUBJ, _OPEN, _REPRESENT, _UNKNOWN, _COMMA = map(kind, ["SUBJ", "OPEN", "represent", "UNKNOWN", "COMMA"])
_GOALS, _OFFERINGS = kind_set("goal milestone target exceed"), frozenset(["offering", "ipo", "listing", "listed"])
_REACHED = ("achiev", "attain", "criteri", "hurdle", "threshold")
_WORTH = frozenset(["over", "right", "represents", "representing", "receive", "equivalent", "value", "convertible", "converts"])
_SERIES = kind_set("INST LIST CAD EQUAL AMOUNT goal performance subject contingent")
_DAYS = kind_set("ON LIST BEGIN FROM UNTIL CAD INST")
_LEAVING, _LIMITS = kind_set("death retirement terminate TERMINW"), kind_set("NUMBER FRAC PCT unless only no NEGW")
_ENDING = kind_set("TERMINW terminate")
_HOLDING = "holding period"


def _held(m: Match) -> str | None:
    """ "holding period", "a two-year retention period": but not "an inducement period"."""
    return _HOLDING if m.words() & {"hold", "holding", "retention"} else None


def _holding(m: Match) -> str | None:
    return "holding period" if _HOLDING in m.words() else None


def adds_nothing(m: Match) -> str:
    return "adds nothing"


def delivered(m: Match) -> str | None:
    """When what has vested is paid or delivered; what is paid only upon a goal, or an offering, is not certain to be had."""
    events = " ".join(v.event or "" for v in (n.value for n in m.all()) if isinstance(v, FromAnchor)).split()
    waits = any(n.kind in _GOALS or n.word.startswith(_REACHED) for n in m.all()) or not _OFFERINGS.isdisjoint(events)
    return None if waits else "adds nothing"


def _no_series(m: Match) -> str | None:
    """Delivery told at length, but not in parts of its own; "after vesting" names what came before."""
    finite = any(not v.noun for v in m.values("VERB"))
    return None if finite or any(n.kind in _SERIES for n in m.all()) else "delivery"


_NEGW, _YET = kind("NEGW"), frozenset(["however", "though", "although", "notwithstanding"])


def uneven(m: Match) -> bool:
    """Whether a word that bends the terms is among those that add nothing: ", unequal shares may not be sold"; "however" is none."""
    return any(n.kind == _NEGW and n.word not in _YET for n in m.all())


def of_all(m: Match) -> str | None:
    """What is said of all of it, or of what has vested, and not of a number."""
    return None if uneven(m) or any(isinstance(n.value, Subject) and n.value.units is not None for n in m.all()) else "delivery"


def verbs_before(m: Match) -> list[Verb]:
    first = m.all()[0].start
    return [n.value for n in m.nodes if n.start < first and isinstance(n.value, Verb)]


_PARTS = kind_set("AMOUNT AMOUNTS NUMBER PCT FRAC")


def _last_day(m: Match) -> str | None:
    """ "exercisable after D, but in each case not later than E": the end of the option; what vests "not later than" a day has no other."""
    first = m.all()[0].start
    before = m.before()
    cut = (before is not None and (before.word in ("of", "the") or before.kind in _PARTS)) or all(
        isinstance(n.value, str | bool | Anchor | Verb) for n in m.all()
    )
    dated = not cut and any(n.kind in _DAYS and n.start < first for n in m.nodes)
    return "expires" if dated and any(v.exercisable or v.waits for v in verbs_before(m)) else None


def _issued(m: Match) -> str | None:
    """ "vested on D, upon which date an equal number of shares were issued"."""
    return "delivery" if m.words() & {"issued", "delivered", "settled", "paid", "transferred", "distributed"} else None


def _exercised(m: Match) -> str | None:
    """ "may be exercised from the vesting date"."""
    verbs = verbs_before(m)
    return "once vested" if verbs and verbs[-1].exercisable else None


def _at_will(m: Match) -> str | None:
    """ "May be exercised, as to a fifth, at any time on or after D"; what vests at any time has no day."""
    verbs = verbs_before(m)
    return "at will" if verbs and all(v.exercisable for v in verbs) else None


def _holds(m: Match) -> str | None:
    """ "The reporting person holds options over 5,000 shares which vested on D"."""
    return "holds" if m.words() & {"holds", "hold"} and m.nodes[m._m.end()].value.units is not None else None


def _save(m: Match) -> str | None:
    """ "Save in certain circumstances, such as retirement or a change of control, the option may not be exercised earlier than ..."."""
    events = any(isinstance(v, FromAnchor) and v.anchor == "event" for v in (n.value for n in m.all()))
    leaves = any(n.kind in _LEAVING for n in m.all())
    willed = not m.words().isdisjoint(("discretion", "election"))
    return "exception" if (events or leaves) and not willed and not any(n.kind in _LIMITS for n in m.all()) else None


def _sooner(m: Match) -> str | None:
    """ "(or earlier in the event of redundancy)"; an earlier day is another matter."""
    dated = any(n.value.__class__ is OnDate or (isinstance(n.value, FromAnchor) and n.value.anchor != "event") for n in m.all())
    return None if dated or any(n.kind in _LIMITS for n in m.all()) else "acceleration"


def of_restriction(m: Match) -> bool:
    """Whether restrictions are spoken of: these may be what lapses, and then the shares vest."""
    return any(n.word == "restriction" or (isinstance(n.value, Subject) and n.value.restriction) for n in m.nodes)


def _lapses_then(m: Match) -> str | None:
    """ "vests on D, and any unvested shares lapse on termination of employment"."""
    v: Verb = m["v"]
    leaves = any(n.kind in _ENDING for n in m.all())
    return "forfeiture" if v.bare.startswith("laps") and leaves and verbs_before(m) and not of_restriction(m) else None


def _so_far_as(m: Match) -> str | None:
    """ "to the extent that it has vested, ..."."""
    plain = "only" not in m.words() or any(v.exercisable for v in verbs_before(m))
    return "so far as vested" if plain and all(v.bare.startswith("vest") for v in m.values("VERB")) else None


def _earned(m: Match) -> str | None:
    """ "The units were earned at 112% of target and vest on D"."""
    earned = any(n.word == "earned" for n in m.all()) and not {"be", "being", "is"} & m.words()
    return "earned" if earned and (m["v"].joined or "so" in m.words()) else None


def _reported_as_earned(m: Match) -> str | None:
    """ "Represents performance shares earned for the 2017-2019 period, which vest on D"; what is earned vests, is no such thing."""
    return "earned" if "earned" in m.words() and m.nodes[0].kind == _REPRESENT else None


_DISPOSED, _LEFT = frozenset(["disposed", "surrendered", "released"]), kind_set("UNKNOWN ACTW")


def _of_a_grant(m: Match) -> str | None:
    """ "The units disposed of were from a grant of 9,000 units made on D"."""
    return "part of" if all(n.word in _DISPOSED for n in m.all() if n.kind in _LEFT) else None


def _manner(m: Match) -> str | None:
    """ "May be exercised by net settlement", "on a cashless basis": how, and not when."""
    first, counted = m.all()[0], any(n.kind == _SUBJ and n.value.units for n in m.all())
    if counted or (first.kind == _UNKNOWN and first.word not in ("using", "utilizing")):
        return None
    return "manner" if m.words() & {"net", "cashless", "broker", "brokerage", "cash"} else None


def _worth_one(m: Match) -> str | None:
    """ "The units, each of which is the economic equivalent of one share, vest on D"."""
    before = m.before()
    if before is None or before.kind == _OPEN or m.words().isdisjoint(_WORTH):
        return None
    return None if any(n.value.units or n.value.performance for n in m.all() if n.kind == _SUBJ) else "for one"


#: Early: one kind of word for the period in which vested shares are kept.
def _into_what(m: Match) -> str | None:
    """ "The units, which convert into common stock on a one-for-one basis, vest on D"."""
    into = [n.value for n in m.all() if isinstance(n.value, Subject)]
    plain = not any(s.units or s.some or s.vested or s.unvested or s.cash for s in into)
    verbs = [n.value for n in m.all() if isinstance(n.value, Verb)]
    return "delivery" if plain and all(v.noun or v.bare == "vest" for v in verbs) else None


PERIODS = [Pattern("held", "(held|STOCKWORD) period", _held)]

AND = "(COMMA|and|but|also|SEMI)*"
#: The words of payment and of keeping: an allow-list, so that a word that changes the terms is not passed over with them.
SAID = "FILLER|SUBJ|both|held|PAYW|settle|delivered|issuance|purchase|acquired|ACTW|market|MADE|then|day|date|after|following|QUIETW|CONDW|election|practicable|open|treasury|LIQUID|QUIET"
TIMES = "ON|OVER|PER|FROM|UNTIL|THEN|MOM|MONTHDAY|not later than|not before|ORD|anniversary|year|month|calendar"

#: By what units were earned: measures and the years they were taken over, and nothing that makes it wait.
_MEASURE = "(DET|OWN|PERFW|performance|market|goal|target|YEAR|YEARS|DASH|OVER|FROM|(ON|FROM) to ON|period|fiscal|calendar|for|in|of|over|total|stockholder|INSTRU)"

PATTERNS = [
    Pattern(
        "QUIET",
        "(COMMA|and|but)+ (will|be)+ not (be|PAYW|delivered|settle|issuance)+ (UNTIL|until) (TAIL|or)* (?= STOP|SEMI)",
        delivered,
    ),
    Pattern(
        "QUIET",
        f"{AND} (each? INSTALL (?= will))? (QUIETW|be|will|then|thereafter|THEN|COMMA following VERB)* COMMA? be? (follow by|subject to|with) (DET|another|additional|QUIETW|PER|OVER|CONDW|VERB)*"
        f" held ({TIMES}|FILLER)* (COMMA (during|following|after) which (FILLER|may|not|SUBJ|ACTW|held|they|COMMA)*)?",
        _holding,
    ),
    Pattern("QUIET", f"{AND} (they|its|SUBJ|which)? (will|be|to|may)+ held ({TIMES}|FILLER)+ (?= STOP|SEMI|COMMA)", adds_nothing),
    Pattern("ACCEL", "OPEN or? (COMMA? if|have)? COMMA? earlier COMMA? (FREE|COMMA|or|and)+ CLOSE", _sooner),
    Pattern(
        "QUIET",
        "(?<=SUBJ|INT|AMOUNT) (be|rest) (restricted|unvested|subject to forfeit) (?= VERB)",
        lambda m: "restricted" if m.nodes[m._m.end()].value.joined else None,
    ),
    Pattern("QUIET", "be restricted (?= OVER and? VERB)", lambda m: "deferred" if "deferred" in m.words() else None),
    Pattern("ACCEL", "except in (FREE|COMMA|or|and)* COMMA (?= SUBJ (VERB|NOTVERB|will))", _save),
    Pattern(
        "QUIET",
        f"(?<!of) {AND} (in each case|ON)? ((not|no) QUIET? later than (?! (of|and|not|NEGW|VERB))|before (?= the? NTH)) ({TIMES}|FILLER|such|VERB|date)+ (?= STOP|SEMI|COMMA)",
        _last_day,
    ),
    Pattern("QUIET", "COMMA which (be|will|have|to)* (settle|PAYW|delivered) in PAYW COMMA (?= VERB)", adds_nothing),
    Pattern(
        "QUIET",
        "(?<=SUBJ|CLOSE)COMMA (which|that) (will|be|may)* (PAYW|settle) (when|on)? VERB? (in|into|for) SUBJ COMMA (?= (VERB|QUIET|GRANTED|granted|be))",
        _into_what,
    ),
    Pattern("QUIET", "(at any time)? (from|after|following|on) (DET|OWN|CONDW)* VERB date (?= (UNTIL|STOP|COMMA|to))", _exercised),
    Pattern(
        "QUIET",
        "COMMA? and? (with|DET)? (each|SUBJ) (?! VERB) (over|for|represent|be|PAYW|the|a|which|SUBJ|to|receive|of|in|contingent|right|STOCKWORD|economic|equivalent|EQUAL|equal to|value)+ one SUBJ COMMA?",
        _worth_one,
    ),
    Pattern("QUIET", "(DET|OWN|reported)+ held (?= SUBJ COMMA? VERB)", _holds),
    Pattern("QUIET", "(?<=SUBJ) (ACTW|UNKNOWN|settle|PAYW|exercised)? of? be from (?= SUBJ GRANTED)", _of_a_grant),
    Pattern(
        "QUIET",
        "(?<=SUBJ) (exercised|settle|PAYW) (?= QUIET)",
        lambda m: "part of" if m.nodes[m._m.end()].value == "part of" else None,
    ),
    Pattern("QUIET", "COMMA? at any time (?= (ON|CAD|LIST|BEGIN|FROM))", _at_will),
    Pattern("QUIET", "OPEN to the extent that? (SUBJ|they|its)? (be|have)* not (then|be|have|QUIETW)* VERB CLOSE", adds_nothing),
    Pattern("QUIET", "COMMA? (to the extent that?|only (to the extent that?|while|when)) (SUBJ|they|its|then)? VERB COMMA?", _so_far_as),
    Pattern("QUIET", "OPEN (DET|of|which|SUBJ)* represent (DET|OWN|of|in|to|INT|one|SUBJ|MOD|receive|STOCKWORD)+ CLOSE", adds_nothing),
    Pattern(
        "QUIET",
        f"{AND} (on exercise COMMA)? (will|be|to|have)+ (PAYW|delivered|settle) ({SAID}|{TIMES}|VERB|no later than|in no ON later than|OPEN|CLOSE|COMMA|INSTRU|vested)* (?= (STOP|SEMI))",
        _no_series,
    ),
    Pattern(
        "QUIET",
        f"(with|COMMA|and)* the? (PAYW|settle|delivered) out? (of FREE*)? (to|will|be|have)+ MADE ({SAID}|{TIMES})* (?= (STOP|SEMI|COMMA))",
        _no_series,
    ),
    Pattern("QUIET", "(?<=VERB) (to (acquired|purchase|subscribe for)|for|in) one SUBJ", lambda m: FOR_ONE),
    Pattern(
        "QUIET",
        f"COMMA? (on|at|after|following) which (date|time)? ({SAID}|{TIMES}|number|awarded|EQUAL|NUMBER)+ (?= STOP|SEMI)",
        _issued,
    ),
    Pattern("QUIET", "(?<=DATE|ON) COMMA in full (?= STOP|SEMI)", lambda m: "in full" if verbs_before(m) else None),
    Pattern("QUIET", "COMMA in full COMMA? (?= ON|LIST)", lambda m: "in full" if verbs_before(m) else None),
    Pattern(
        "QUIET",
        "(COMMA|and|but)* SUBJ? <v>VERB (on|if|when) (DET|OWN|of|TERMINW|terminate|SERVICEW|service|employment|death|for|with)+ (?= STOP| SEMI)",
        _lapses_then,
    ),
    Pattern(
        "QUIET",
        f"((that|which)? (be|have)+|(?<=SUBJ) so) STOCKWORD ((at|QUIET) (PCT|AMOUNT) of (DET|OWN)* target)? (based? (on|for) {_MEASURE}+ UNTIL?)? (?= COMMA? <v>VERB)",
        _earned,
    ),
    Pattern("QUIET", f"(?<=SUBJ) STOCKWORD (for|under|based on) {_MEASURE}+ UNTIL? (?= COMMA? <v>VERB)", _reported_as_earned),
    Pattern(
        "QUIET",
        "(?<=VERB) (by|on|through|in|UNKNOWN) (MEANW of)? (a|UNKNOWN|PAYW|than|SUBJ)* (settle|exercise|basis|arrangement) | (?<=VERB) COMMA? in (PAYW or SUBJ|SUBJ or PAYW) COMMA?",
        _manner,
    ),
    Pattern("QUIET", "COMMA? (SOTHAT|with) (no|not) than than AMOUNT VERB (in|within|during|over) any PER period?", adds_nothing),
    Pattern("QUIET", "of this COMMA (?= (SUBJ|AMOUNT|NUMBER))", adds_nothing),
    Pattern("QUIET", "COMMA which may apply (TAIL|COMMA|or|and)+ (?= STOP)", adds_nothing),
    Pattern(
        "QUIET", "(?<=SUBJ) to ((the|each|non|OWN|director|employee)+|purchase|acquired|exercise|buy|subscribe) (?= VERB)", adds_nothing
    ),
]
