"""What may vest sooner: "or, if earlier, upon death", "subject to accelerated vesting upon a change in control".

Leave ACCEL, recorded and moving no date, and LATEST where a dated part may come sooner.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading.grammar import Match, Node, Pattern
from vestcalc.reading.phrases.after import verbs_before
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.moments import THAT
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, OnDate

_ON, _NEGW, _SOONER, _AGE, _COMPANY, _QUIET = (kind(k) for k in ["ON", "NEGW", "earlier", "AGEW", "COMPANY", "QUIET"])
_UNEVEN = frozenset(["unequal", "irregular", "varying", "variable", "different", "lesser", "neither"])


def _on_control(m: Match) -> str | None:
    """A second verb and a change in control: "and shall vest in full immediately prior to a Change in Control"."""
    return "acceleration" if _upon_trigger(m) and m["v"].joined and (m["v"].full or m["v"].immediate) else None


def _upon_trigger(m: Match) -> bool:
    """Whether the moment is that of an event on which all commonly vests."""
    return _is_trigger(m["b"])


def _is_trigger(moment: object) -> bool:
    event = moment.event or "" if isinstance(moment, FromAnchor) and moment.anchor == "event" else ""
    return not set(event.split()).isdisjoint({"control", "merger", "sale", "death"})


_PLAIN = kind_set(
    "accelerate VERB SUBJ on in of if when or and by with COMMA DET OWN full ON EVENT QUIETW SERVICEW service employment CONDW case QUIET COND"
    " death disability retirement terminate change TERMINW LIQUID AGEW CONTROLW plan agreement PLAN also to FULLON"
)


_LIMITS = kind_set("NUMBER FRAC PCT AMOUNT unless only no not NEGW except than up may MONEY")
_AT_WILL = frozenset(["at", "may", "discretion", "absolute", "sole", "circumstances", "without"])
_PROMPTLY = frozenset(["immediately", "automatically"])
#: How near to a change in control one must be dismissed: "within 12 months following".
_AROUND = kind_set("PER OVER FROM during following after before be for connection because")
_CONDITIONAL = kind_set("if when on")
_QUALIFIED = kind_set("NUMBER FRAC PCT AMOUNT unless only no not NEGW except MONEY half PERFW goal milestone market price")
_LEAVING = kind_set("death disability retirement terminate TERMINW change")
#: "Upon attainment of specified stock price targets", "if the price exceeds $50 for 20 consecutive trading days".
_GOAL = kind_set("PERFW goal milestone market price performance target")
_ON_GOALS = _GOAL | kind_set("MONEY NUMBER INT UNIT PER STOCKWORD CONDW SUBJ HEAD COMPANY business calendar successive equal exceed for be")


def _no_date(m: Match) -> str | None:
    """Acceleration in the future: an acceleration on a stated day changes the schedule and is not passed over."""
    dated = any(isinstance(n.value, OnDate) or (isinstance(n.value, FromAnchor) and _tells_a_day(n.value)) for n in m.all())
    words = [n.word for n in m.all()]
    by_whom = m.before()
    past = any(a == "accelerated" and b == "the" for a, b in pairwise(words)) or (
        words[0] == "accelerated" and by_whom is not None and by_whom.kind == _COMPANY  # "The Committee accelerated vesting"
    )
    if dated or past or set(words) & _UNEVEN:
        return None
    told = m.all()[1:]
    plain = _PLAIN | _AROUND if any(n.kind in _LEAVING for n in told) else _PLAIN
    prompt = _PROMPTLY if any(n.kind in _LEAVING or _is_trigger(n.value) for n in m.nodes) else frozenset()
    more = [n for n in told if n.kind not in plain and n.word not in _AT_WILL | prompt]
    if more or any(isinstance(n.value, Subject) and n.value.units is not None for n in told):
        on_goals = not {n.kind for n in more}.isdisjoint(_GOAL) and _ON_GOALS.issuperset([n.kind for n in more])
        return "acceleration" if on_goals or _on_leaving_only(told) else "qualified acceleration"
    return "accelerated" if _was_accelerated(m) else "acceleration"


def _may_vest_earlier(m: Match) -> str | None:
    """ "... but may vest earlier upon attainment of certain stock price targets"."""
    told = [n.kind for n in m.all("t")]
    goals = not _GOAL.isdisjoint(told) and (_ON_GOALS | _PLAIN).issuperset(told)
    return "acceleration" if goals and m["v"].modal and verbs_before(m) else None


def _on_leaving_only(told: Sequence[Node]) -> bool:
    """ "Accelerates by twelve months if his engagement is terminated within a year of a change of control": whatever it is that comes sooner."""
    at = next((i for i, n in enumerate(told) if n.kind in _CONDITIONAL), None)
    if at is None or not _QUALIFIED.isdisjoint([n.kind for n in told]):
        return False
    return any(n.kind in _LEAVING or _is_trigger(n.value) for n in told[at:])


def _tells_a_day(moment: FromAnchor) -> bool:
    """ "Six months after the grant date", "after twelve months"."""
    return moment.anchor != "event" or moment.event == THAT["unsaid"]


def _was_accelerated(m: Match) -> bool:
    """ "Vesting accelerated upon the merger": told, not foreseen; "is accelerated upon", "accelerated vesting" foresee."""
    before, words = m.before(), list(m.all())
    foreseen = before is not None and before.word in ("is", "are", "be", "being")
    at = next((i for i, n in enumerate(words) if n.word == "accelerated"), None)
    return at is not None and not foreseen and not (at + 1 < len(words) and isinstance(words[at + 1].value, Verb))


def _exception(m: Match) -> str | None:
    """An exception by which all comes sooner; not one for a number of units, nor one within the exception."""
    limits = kind_set("NUMBER FRAC PCT AMOUNT unless only no NEGW")
    says = any((isinstance(n.value, Verb) and not n.value.noun) or n.word.startswith(("accelerat", "become")) for n in m.all())
    counted = any((isinstance(n.value, Subject) and n.value.units is not None) or isinstance(n.value, OnDate) for n in m.all())
    return "exception" if says and not counted and not any(n.kind in limits for n in m.all()) else None


def _at_once(m: Match) -> str | None:
    """ "Except in the event of death or disability, in which case the options vest immediately"."""
    v: Verb = m["v"]
    some = any(
        (isinstance(n.value, Subject) and n.value.units is not None) or (isinstance(n.value, Amt) and n.value.amount.portion != 1)
        for n in m.all()
    )
    return "exception" if (v.full or v.immediate) and not some and not any(isinstance(n.value, OnDate) for n in m.all()) else None


def _sooner(m: Match) -> bool | None:
    """An exception by which the last of it, or all, may come sooner at a meeting."""
    words = m.words()
    events = any(isinstance(v, FromAnchor) and v.anchor == "event" for v in (n.value for n in m.all()))
    return True if events and words & {"earlier", "sooner", "before", "prior"} else None


def _or_earlier(m: Match) -> str | None:
    """ "or, if earlier, upon a change in control"."""
    words = ["earlier" if n.kind == _SOONER else n.word for n in m.all()]
    aged = {b.start for a, b in pairwise(m.all()) if a.kind == _AGE}
    plain = "some" not in words and not any((n.kind in _LIMITS and n.start not in aged) or isinstance(n.value, OnDate) for n in m.all())
    return "acceleration" if {"or", "earlier"} & set(words[:4]) and "earlier" in words and plain else None


_EARLIER = "(COMMA|and|or|with|subject to)* DET? earlier VERB"

_OF_LEAVING = _PLAIN | kind_set(
    "be comes EQUAL INSTALL period FROM PER OVER during following after before to a OPEN CLOSE ENUM because for"
)


_OPENED = kind_set("with QUIET STOCKWORD")


def _is_event(moment: object) -> bool:
    return isinstance(moment, FromAnchor) and moment.anchor == "event" and not moment.plus


def _on_leaving(m: Match) -> str | None:
    """ "... and will vest in full if employment is terminated without cause", "..., with pro rata vesting upon death"."""
    tail = [n for n in m.all() if n.value is not m["v"]]
    kinds = {n.kind for n in tail}
    opened = "with" in m.words() or _QUIET in kinds
    at_once = (m["v"].full or m["v"].immediate) and not m["v"].past
    second = (m["v"].joined and at_once and bool(verbs_before(m))) or (m["v"].noun and opened and bool(verbs_before(m)))
    moments = [n.value for n in tail if n.kind == _ON]
    counted = any(isinstance(n.value, Subject) and n.value.units is not None for n in tail) or not all(map(_is_event, moments))
    leaves = kinds & _LEAVING or any(map(_is_trigger, moments))
    if not second or counted or not leaves or not kinds <= _OF_LEAVING | _OPENED:
        return None
    return "acceleration" if sum(n.word in ("if", "provided", "when") for n in tail) < 2 else None


_LEAVES = "(DET|OWN|of|in|on|by|for|or|and|COMMA|ON|death|disability|retirement|terminate|change|TERMINW|SERVICEW|service|employment|EVENT|LIQUID|control)"


def _provided(m: Match) -> str | None:
    """ "..., provided that if employment is terminated without cause, the units will vest in full"."""
    v: Verb = m["v"]
    told = [n for n in m.all() if n.value is not v and n.value.__class__ is not Subject]
    kinds = {n.kind for n in told}
    counted = any(isinstance(n.value, Subject) and n.value.units is not None for n in m.all())
    plain = v.full and not v.past and not counted and kinds <= _OF_LEAVING and kinds & _LEAVING
    return "acceleration" if plain and m.all()[1].word != "whether" and verbs_before(m) else None


_IF = "COMMA? if COMMA? NEGW? COMMA? that COMMA?"
_FOR = "(FREE|or|and|COMMA|ENUM|end|in|before|PER|ON)*"
_A_PART = "then? (a|the)? EQUAL (INSTALL|SUBJ|of)+"
_BY_TIME = "EQUAL (based? on (FREE|month|number|DET|PER|of)+)?"
_YET = "COMMA? (if COMMA? NEGW? COMMA?|NEGW COMMA?|but) that?"
_WHENEVER = "(if|when|on|in the case of|following|after) (FREE|or|and|COMMA)+"


def _proviso(m: Match) -> str | None:
    """ "...; provided, however, that the units vest in full upon a change in control": all of them, and on an event of that sort only."""
    v: Verb = m["v"]
    held = [n.value for n in m.all() if n.value.__class__ is Subject]
    counted = any(s.units is not None for s in held)
    if v.past or v.waits or counted or not (v.full or any(s.every or s.unvested for s in held)):
        return None
    moments = [n.value for n in m.all() if n.kind == _ON]
    kinds = {n.kind for n in m.all("t")} - {_ON}
    plain = kinds <= _OF_LEAVING and (bool(moments) or bool(kinds & _LEAVING)) and "whether" not in m.words()
    return "acceleration" if plain and all(map(_is_trigger, moments)) and (verbs_before(m) or m.kinds()[0] == _NEGW) else None


def _in_some_cases(m: Match) -> str | None:
    """ "The units may vest earlier under certain circumstances set forth in the award agreement"."""
    unknown = {n.word for n in m.all() if n.kind == _UNKNOWN}
    return (
        "acceleration" if unknown <= _CIRCUMSTANCES and (unknown or m.words() & {"provided", "described", "specified", "forth"}) else None
    )


_PRO_RATA = _OF_LEAVING | kind_set("EQUAL then INSTALL based month unless which end number before PER COND earlier become UNKNOWN NEGW")
_ENDS, _UNKNOWN, _SERVES = kind("end"), kind("UNKNOWN"), kind_set("service employment SERVICEW COND")


def _in_proportion(m: Match) -> str | None:
    """ "..., provided that, if the holder dies, a pro rata portion of the units will vest": a part of what would be lost, on leaving only."""
    told = [n for n in m.all() if n.value.__class__ not in (Verb, Subject)]
    kinds = {n.kind for n in told}
    counted = any(isinstance(n.value, Subject) and (n.value.units is not None or n.value.vested) for n in m.all())
    leaves = bool(kinds & _LEAVING) or (_ENDS in kinds and bool(kinds & _SERVES))
    moments = all(map(_is_event, [n.value for n in told if n.kind == _ON]))
    bent = not _UNEVEN.isdisjoint(m.words()) or any(a.word == "without" and b.word != "cause" for a, b in pairwise(m.all()))
    known = not bent and kinds <= _PRO_RATA and all(n.word == "disabled" for n in told if n.kind == _UNKNOWN)
    plain = known and leaves and moments and not m["v"].past and not counted and "whether" not in m.words()
    return "acceleration" if plain and verbs_before(m) else None


_CIRCUMSTANCES = frozenset(["circumstances", "circumstance"])
_CASES = "(DET|OWN|CONDW|UNKNOWN|if|in|under|by|agreement|plan|policy|term|employment|SUBJ|PLAN|QUIET|other)+"

PATTERNS = [
    Pattern("ACCEL", f"(COMMA? (or|and|but))? earlier (in|under|on|as) {_CASES} (?= STOP|SEMI|COMMA)", _in_some_cases),
    Pattern("ACCEL", f"{_YET} SUBJ? <v>VERB <t>(ON|{_WHENEVER}) (?= STOP|SEMI)", _proviso),
    Pattern("ACCEL", f"{_YET} <t>(ON|{_WHENEVER}) COMMA? SUBJ <v>VERB (?= STOP|SEMI)", _proviso),
    Pattern("ACCEL", "COMMA? if that COMMA? (if|on|in the case of) (FREE|or|and)+ COMMA SUBJ <v>VERB (?= STOP|SEMI)", _provided),
    Pattern("ACCEL", f"{_IF} (on|in the case of|if|COND|ON) {_FOR} COMMA? {_A_PART} <v>VERB (?= STOP|SEMI)", _in_proportion),
    Pattern("ACCEL", f"{_IF} (on|in the case of|if|COND|ON) {_FOR} COMMA? then? SUBJ <v>VERB {_BY_TIME} (?= STOP|SEMI)", _in_proportion),
    Pattern("ACCEL", f"COMMA? (unless|COND) {_FOR} COMMA? (in|on) which case {_A_PART} <v>VERB (?= STOP|SEMI)", _in_proportion),
    Pattern("ACCEL", f"COMMA? (unless|COND) {_FOR} COMMA? (in|on) which case SUBJ <v>VERB {_BY_TIME} (?= STOP|SEMI)", _in_proportion),
    Pattern("ACCEL", "COMMA? unless (QUIETW|SUBJ|its|they|be|have|earlier)* accelerate (PLAN|by|DET|OWN|plan|committee|QUIETW|of)* (?= (STOP|SEMI))", _no_date),
    Pattern("ACCEL", f"COMMA? except (in the case of|on|if|ON)+ {_LEAVES}* (in which case|on which|at which time) (SUBJ|AMOUNT|they|its|all)* <v>VERB (in full)?", _at_once),
    Pattern("ACCEL", "COMMA? except (that|VERB) (COMMA|FREE|VERB|and|or)* (death|disability|retirement|terminate|change|TERMINW|LIQUID) (COMMA|FREE|VERB|and|or)*", _exception),
    Pattern("ACCEL", "(COMMA|and|or)* (subject to)? ((DET|also|CONDW|earlier|full|AMOUNT)* accelerate|(?<=subject to) DET? earlier (VERB|exercise) (?= (on|if|in|when|following|after|or|as))) (of|VERB|FREE|or|and (?= (FREE|VERB))|COMMA (?= (death|disability|retirement|terminate|TERMINW|or|change)))*", _no_date),
    Pattern("ACCEL", "(COMMA|but|and)+ <v>VERB earlier (?= (on|if|in|when|following|after)) <t>((FREE|or)+) (?= STOP|SEMI)", _may_vest_earlier),
    Pattern("ACCEL", "OPEN (and|also|subject|to)* <a>ACCEL (QUIET|on|TERMINW|terminate|of|SERVICEW|employment|service|DET|CONDW)* CLOSE", lambda m: m["a"]),
    Pattern("ACCEL", "COMMA? <v>VERB before? to? <b>ON (?= (STOP|COND|SEMI|COMMA))", _on_control),
    Pattern("ACCEL", "COMMA? ((with|QUIET) (a|EQUAL|full|INSTALL|QUIETW|STOCKWORD)*)? <v>VERB COMMA? (if|when|on|in the case of|ON|following|after) (FREE|or|and|COMMA|ENUM)* (?= STOP|SEMI)", _on_leaving),
    Pattern("ACCEL", f"({_EARLIER}|COMMA? or (?= ON COMMA? if earlier)) <b>ON (COMMA? if earlier)? (?= (STOP|COND|SEMI|COMMA))", lambda m: "acceleration" if _upon_trigger(m) else None),
    Pattern("LATEST", "COMMA? except that (COMMA|FREE|VERB|and|or)*", _sooner),
    Pattern("ACCEL", f"(COMMA? or)? (COMMA? in full)? ((COMMA? if? earlier COMMA?)?|{_EARLIER}) (on|if|in the case of|ON of) (DET|OWN|of|earlier|COMMA|CONDW|LIQUID)* (death|disability|retirement|terminate|change|TERMINW) (COMMA|FREE|or)*", _or_earlier),
    Pattern("ACCEL", "(COMMA|or)+ EQUAL <a>ACCEL (?= STOP|SEMI|COMMA|COND)", lambda m: m["a"] if "or" in m.words() else None),
]  # fmt: skip
