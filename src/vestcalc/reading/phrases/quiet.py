"""Words that move no date and may be passed over: conditions of service, plan names, deliveries.

An allow-list: a condition is an opening ("subject to", "provided that", "so long as") and then only words that conditions of service
are made of. The first other word ends it, and what follows must be accounted for by something else. Leave COND, ACCEL, QUIET, PLAN.
"""

from datetime import date
from itertools import pairwise

from msgspec import Struct

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.uncertain import uncertain
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, OnDate

#: What may be taken back, said of an award: it is no condition of vesting.
CLAWBACK = "clawback"
#: A condition of service through the day on which it all vests.
SERVED_UNTIL = "service until then"


class Served(Struct, frozen=True, gc=False):
    """A condition of service until a day: the last day that it names."""

    until: date


def _days(m: Match) -> list[date]:
    found: list[date] = []
    for node in m.all():
        for value in node.value if node.value.__class__ is tuple else (node.value,):
            if value.__class__ is OnDate:
                found.append(value.date)
            elif value.__class__ is date:
                found.append(value)
    return found


def _words(m: Match) -> str | Served | None:
    """A condition of service; one that a requirement is not met is none, and "performance criteria" are goals."""
    if any((a.word == "not" and b.word in _MET) or (a.kind in _MEASURED and b.kind in _ASKED) for a, b in pairwise(m.all())):
        return None
    if _promises(m) or _must_come(m) or uncertain(m) or any(n.kind == _MAY and n.word not in _OBLIGES for n in m.all()):
        return None
    if any(a.word == "on" and b.kind == _UNTIL for a, b in pairwise(m.all())):  # "on up to such date"
        return None
    if any(n.kind == _NEGW and n.word != "however" for n in m.all()) or not _in_order(m):
        return None
    if "extent" in m.words() and m.words().isdisjoint(_STAYS):  # so far as he has served is a share of it
        return None
    if any(n.value.__class__ is Subject and n.value.performance for n in m.all()) and not _FULFILLED.isdisjoint(m.words()):
        return None
    if not _SERVICE.isdisjoint(m.kinds()) and (days := _days(m)):
        return Served(max(days))
    return CLAWBACK if m.words() & {"malus", "clawback", "recoupment"} else "condition"


def _required(m: Match) -> str | Served | None:
    """ "Continued employment with the company is required for vesting", at the head of a sentence."""
    return _words(m) if m.before() is None and "require" in m.words() else None


def _promises(m: Match) -> bool:
    """ "Provided, however, that the units shall vest ...": what opens so with the award and its verb says when it vests."""
    for i, (a, b) in enumerate(pairwise(m.all())):
        if a.kind == _SUBJ and b.kind == _VERB:
            return not b.value.noun and all(n.kind in _OPENING for n in m.all()[:i])
    return False


def _must_come(m: Match) -> bool:
    """ "If the company has completed an offering and he remains employed", "if it has met its requirements": no condition of service only."""
    nodes = [n for n in m.all() if n.word != "been"]
    told = any(a.kind in _AUXILIARY and isinstance(b.value, FromAnchor) and b.value.anchor == "event" for a, b in pairwise(nodes))
    return told or any(
        a.kind == _COMPANY and b.kind in _AUXILIARY and c.word in _FULFILLED for a, b, c in zip(nodes, nodes[1:], nodes[2:], strict=False)
    )


def _in_order(m: Match) -> bool:
    """ "... must be employed in order for the option to become exercisable on such date": of all of it, and of no day of its own."""
    at = next((i for i, n in enumerate(m.all()) if n.kind == _UNKNOWN), None)
    if at is None:
        return True
    tail = m.all()[at + 1 :]
    counted = any(isinstance(n.value, Subject) and n.value.units is not None for n in tail)
    return m.all()[at].word == "order" and not counted and all(n.value == _THAT_DAY for n in tail if n.kind == _ON)


def _ends(m: Match) -> str | None:
    """Only where service ends, or the award with it."""
    kinds = {n.kind for n in m.all()}
    lapsed = [bool(n.value.lapse) for n in m.all() if n.kind == _VERB]
    return "condition" if (kinds & _ENDING or lapsed) and all(lapsed) and not kinds & _GIVING else None


_MEASURED, _ASKED = kind_set("performance market"), kind_set("CONDW condition goal target milestone PERFW VERB")
_FULFILLED = frozenset(["satisfaction", "satisfying", "satisfied", "satisfies", "satisfy", "met"])
_STAYS = frozenset(["remains", "remain", "remained", "employed", "continues", "continue", "continued", "ceased"])
_MET = frozenset(["satisfied", "met", "complied", "required"])
_MAY, _OBLIGES = kind("may"), frozenset(["must"])
_COMPANY, _AUXILIARY = kind("COMPANY"), kind_set("have be")
_SUBJ, _OPENING = kind("SUBJ"), kind_set("COMMA OPEN SEMI and if that NEGW DET")
_SERVICE = kind_set("service employment SERVICEW")
_NEGW, _UNKNOWN, _ON = kind("NEGW"), kind("UNKNOWN"), kind("ON")
_THAT_DAY = FromAnchor("event", event="that date")
_VERB, _INST, _UNTIL = kind("VERB"), kind("INST"), kind("UNTIL")
_ENDING = kind_set("forfeit terminate TERMINW CANCEL")
_GIVING = kind_set("TIMEW AMOUNT")

_OPEN = "(to the extent that? (?! SUBJ)| subject (QUIETW|only)* (COMMA? in (each|both) case COMMA?)? to | if (and only if)? (COMMA? NEGW COMMA?)? that? | (for)? (so|as) long as | on (the|a)? condition that | CONDW (on|to|by)? | contingent on | while | based on (?=DET* (OWN|continued|SERVICEW|service)) | (QUIETW)? on the basis of | (only)? by (?= (continued|SERVICEW|service)) | during ((the? period)? (that|which|in which|when|throughout which))? (?= (DET|OWN|will|have|be|in)* (SERVICEW|continued|service|employment)))"
_AND = "((and|or|and SLASH or|COMMA|COMMA and|COMMA or) (?= (DET|OWN|in|to|as|is|being|of|on|at)* (SERVICEW|service|employment|CONDW|OWN|plan|agreement|policy|term|continued|director|one of|other (service|SERVICEW|employment)|VERB date|have not CONDW|(have|be)? not (have|be|MADE|receive|under|or)* notice)))"
#: "Must remain employed", "full-time employment": words that only conditions of service have, each before what makes it one.
_MUST = (
    "(may (be|rest|SERVICEW) (?= (DET|in|as|on|SERVE)) | full DASH? time (?= (SERVE|employee)) | other (?= (service|SERVICEW|employment)))"
)
_VESTDATE = "(VERB (?= (date|ON|event|period|STOP|CLOSE|SEMI)))"
_NOT = "(not (have)? incurred (a|any|DET)* (terminate|TERMINW) (of|from) (DET|OWN)*|have not QUIETW? CONDW (?= (DET|OWN|CONDW|of|SUBJ))|have not (SERVICEW|terminate|left|been terminated|incurred a? (terminate|TERMINW) (of|from) (DET|OWN)*)|be not (terminate)|(have|be)? not (have|be|MADE|receive|under|or|ON)* notice ((COMMA? if|OPEN)? (MADE|receive|or|of|terminate|TERMINW|from|DET|OWN|by|to)+ CLOSE?)*)"

_IN_ORDER = "((exercise of DET* INSTALL in)? UNKNOWN for? SUBJ? VERB SUBJ? ON?)"
_TIMES, _PARTED = kind_set("ON LIST BEGIN FROM UNTIL OVER THEN CAD"), kind_set("VERB AMOUNT SEMI")


def _before_its_days(m: Match) -> str | None:
    """ "Vests in three tranches subject to continuous service on D1, D2 and D3": the days are of what vests, if it has no others."""
    at, after = m._m.start(), m._m.end() + 1
    verb = next((i for i in range(at - 1, -1, -1) if m.nodes[i].kind == _VERB), None)
    if verb is None:
        return None
    stop = next((i for i in range(after, len(m.nodes)) if m.nodes[i].kind in _PARTED), len(m.nodes))
    near = [*m.nodes[verb + 1 : at], *m.nodes[after:stop]]
    days = m.nodes[after - 1].value
    if m.nodes[after - 1].kind == _UNTIL:  # "vests if he is employed through D": with no day of its own, on that day
        own = m.nodes[verb].value.noun or any(n.kind in _TIMES or n.kind == _INST for n in near)
        return SERVED_UNTIL if not own and (isinstance(days, OnDate) or (isinstance(days, FromAnchor) and days.plus)) else None
    fixed = all(isinstance(d, OnDate) for d in (days if isinstance(days, tuple) else (days,)))
    often = any(n.kind in _TIMES or (n.kind == _INST and n.value.unit) for n in near)
    return "condition" if fixed and not often else None


#: "unless forfeited earlier upon termination of employment": service again, said from the other side.
_END = "(SERVICEW to be|terminate|TERMINW|death|disability|retirement|employment|service|SERVICEW)"
_UNLESS = f"COMMA? unless (DET|OWN|SUBJ)* (earlier|forfeit|terminate|CANCEL|accelerate|or|SERVICEW|service|employment|be|have|then|a|TERMINW|VERB)+ ((on|following|by|in the case of|as a? INSTRU of|under|in accordance with|pursuant to) (DET|OWN|of|QUIETW|{_END}|or|and|term|plan|agreement|award)+)?"

_SERVING = "(DET|OWN|of|in|to|with|by|be|have|CONDW|SERVICEW|continued|service|employment)*"
PATTERNS = [
    Pattern("COND", f"COMMA? (in (each|both) case COMMA?)? ({_OPEN}|when) {_SERVING} (service|employment|SERVICEW) {_SERVING} (?= (ON|LIST|UNTIL))", _before_its_days),
    Pattern("COND", f"(COMMA|OPEN|SEMI)? (and)? (in (each|both) case COMMA?)? {_OPEN} (CONDFILL|{_AND})* {_NOT} (CONDFILL|{_AND}|{_VESTDATE}|or? before|COMPANY)* CLOSE?", _words),
    Pattern("COND", f"(DET|OWN)* (continued|SERVICEW (?= (service|employment))) (CONDFILL|{_VESTDATE}|NAME|COMPANY)* (for VERB (?= STOP))? (?= STOP|SEMI)", _required),
    Pattern("COND", f"(COMMA|OPEN|SEMI)? (and)? (in (each|both) case COMMA?|also|QUIETW)? {_OPEN} (CONDFILL|{_VESTDATE}|{_AND}|{_NOT}|{_MUST})* SERVE (based vesting? (condition|CONDW)+)? (CONDFILL|{_VESTDATE}|{_AND}|{_NOT}|{_MUST}|INSTRU (with|to) (?= (DET|CONDW)))* {_IN_ORDER}? CLOSE?", _words),
    Pattern("COND", f"(COMMA|OPEN)? (and)? (in (each|both) case COMMA?)? {_OPEN} (DET|OWN|of|and|in|to|the|CONDW|QUIETW|with|term|other|SUBJ|certain|restriction)* (term|condition|agreement|plan|policy|CONDW) (of|in|under|and|the|DET|OWN|CONDW|SUBJ|plan|policy|agreement|award|grant|PLAN|by|to|MOD|term|hereof|herein|hereunder|STOCKWORD|COMMA (?= (and|as) (the|DET|OWN|QUIETW|amended))|MADE (in|into)? (?= (by|with|between|PLAN))|between|INSTRU (with|to))* (COMMA? include those? INSTRU (with|to) (DET|CONDW|TERMINW|and|plan)+ COMMA?)? CLOSE? (?! STOCKWORD* (price|target))", _words),
]  # fmt: skip


def _until_vested(m: Match) -> str | None:
    """ "The shares vest monthly, subject to the issuer's right of repurchase"; what is exercised early is another matter."""
    vests = any(n.kind == _VERB and not n.value.exercisable for n in m.nodes[: m._m.start()])
    return "condition" if vests else None


def _in_some_events(m: Match) -> str | None:
    """ "(subject to early termination in certain events)": what may end sooner, and not when it vests."""
    event = m["e"]
    untold = event == "circumstances" or (isinstance(event, FromAnchor) and (event.event or "").startswith("event"))
    return "condition" if untold else None


#: Before an acceleration may take "earlier upon termination" to itself.
UNLESS = [
    Pattern(
        "COND",
        "COMMA subject to SUBJ? (DET|OWN)* of? repurchase (right|option)? held? ((by|in favor of) (DET|OWN|COMPANY)+)? (?= STOP|SEMI)",
        _until_vested,
    ),
    Pattern("COND", f"{_UNLESS} COMMA?", _ends),
    Pattern(
        "COND",
        "(COMMA|OPEN)? subject to (QUIETW|earlier|early)* (terminate|forfeit|CANCEL) (in|under|on) (CONDW|the|other)* <e>(ON|UNKNOWN|LIQUID) CLOSE?",
        _in_some_events,
    ),
    Pattern(
        "COND",
        f"(COMMA? and)? (?<!longer)subject to (QUIETW|earlier)* (terminate|forfeit|CANCEL|expire) ((as (if|CONDW) in UNKNOWN? INT? ENUM? below?)|(of|or|and|DET|OWN|SUBJ|award|option|employment|service|forfeit|terminate|accelerate)+)? PLAN? (on (DET|OWN|of|or|{_END}|term|plan|agreement)+)? (?= COMMA)",
        _words,
    ),
]


def _plan(m: Match) -> str | None:
    """ "Under the 2015 Stock-Based Compensation Plan"; "pursuant to (performance-based) the terms" says what it waits for."""
    nodes = m.all()
    if any(n.kind == _INT and n.value > _PARTS for n in nodes):
        return None
    goal = any(
        a.kind == _OPENS and b.word == "performance" and c.word == "based" for a, b, c in zip(nodes, nodes[1:], nodes[2:], strict=False)
    )
    return None if goal else "plan"


_OPENS, _INT = kind("OPEN"), kind("INT")
#: So many parts may an agreement have: "pursuant to Section 9(a)".
_PARTS = 99
PLANS = [
    Pattern(
        "PLAN",
        "(pursuant to|under|per|in accordance with) the? term of (this|the|its|OWN|a) (award|grant|option|HEAD|MOD|restricted|stock|agreement)+ (?! (award|grant|option|HEAD|MOD|stock|plan)|and (MOD|HEAD|NAME)+ plan) (agreement|QUIETW)* (dated (as of|on)* DATE)? (and (this|the|its|OWN) HEAD* (agreement|plan|NAME) (?= (COMMA|SEMI|STOP)))? COMMA?",
        lambda m: "plan",
    ),
    Pattern(
        "PLAN",
        "COMMA? (pursuant to|under|in accordance with|as part of|in connection with) (DET|OWN|NAME|MOD|CONDW|STOCKWORD|non|ACTW (?= plan)|of|and|COMMA (?=COMPANY|NAME)|YEAR|as|QUIETW|term|employment|agreement (?= of)|OPEN (MOD|NAME)+ CLOSE|ENUM)*"
        " (plan|agreement|policy|program|MEMOW (INT ENUM*)?) (of the? NAME (NAME|LEAD|COMPANY)+)? (for (non|DASH|director|employee|and)+)? (COMMA? as (QUIETW|and|NAME)+|OPEN (the|MOD|plan|NAME)+ CLOSE|COMMA? dated (as of|on)* DATE COMMA?)*",
        _plan,
    ),
]
