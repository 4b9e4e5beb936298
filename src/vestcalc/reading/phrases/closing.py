"""What a sentence says at its end about all of it: "so that all shares will be vested on D", "until fully vested", "the last on D".

Leave FULLON (the moment by which all has vested), UNTIL for a last date, and QUIET for an end that adds nothing. Also the small
words that join: "as follows", "of which", and lead-ins such as "Represents".
"""

from datetime import date
from fractions import Fraction

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases import acceleration, agreements, early, expiring, headers, reasons
from vestcalc.reading.phrases.after import adds_nothing, delivered, of_all, verbs_before
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.events import EITHER_EVENT
from vestcalc.reading.phrases.expiring import expires, has_term
from vestcalc.reading.phrases.installments import Inst
from vestcalc.reading.phrases.restrictions import and_its_restriction
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.uncertain import IN_A_NOTE
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, Moment, OnDate


def _full_on(m: Match) -> Moment | None:
    verbs = [n.value for n in m.all() if isinstance(n.value, Verb)]
    part = any(isinstance(n.value, Amt) and n.value.amount.portion != 1 and not n.value.amount.rest for n in m.all())
    return m["b"] if verbs and not (part and not any(v.perfect or v.state for v in verbs)) else None


def _at_exercise(m: Match) -> str | None:
    """ "Was fully vested as of the date of exercise": by then, whenever it was."""
    verb = verbs_before(m)[-1]
    return "by then" if verb.state and (verb.full or verb.past) else None


def _and_full(m: Match) -> Moment | None:
    """ "And vest in full on D", said of all; "and 5,000 units vest in full on D" is a part of its own."""
    some = any(isinstance(n.value, Amt) and n.value.amount.portion != 1 for n in m.all())
    full = any(isinstance(n.value, Verb) and n.value.full for n in m.all())
    return m["b"] if full and not some and of_all(m) else None


def _until_full(m: Match) -> Moment | None:
    """ "Until fully vested on D", "until all of the units have vested on D"."""
    verb = m["v"]
    every = any(isinstance(n.value, Subject) and n.value.every for n in m.all())
    return m["b"] if verb.full or (every and (verb.state or verb.has)) else None


def _one_by_one(m: Match) -> tuple[Moment, ...]:
    """ "One on D1, another on D2 and the last on D3": three dates."""
    return (m["a"], *m.values("ON", "l"), m["b"])


def _definition(m: Match) -> tuple[str, date] | None:
    """ "The vesting commencement date is May 17, 2021": the anchor's name and its date."""
    a, b = m["a"], m["b"]
    named = isinstance(a, FromAnchor) and not a.plus and a.anchor in ("grant", "commencement")
    return (a.anchor, b.date) if named and isinstance(b, OnDate) else None


def _converted(m: Match) -> str | None:
    """ "The award converted into a right to receive 14,850 shares, which vest ...": what is said of the shares is of the award."""
    units = m.nodes[m._m.end()].value.units
    return "converted" if units is not None and m.words() & {"converted", "converts", "convert"} else None


def _covers(m: Match) -> str | None:
    """ "The second award covers 6,000 units and vests on D"."""
    return "covers" if m.nodes[m._m.end()].value.units is not None else None


def _found_met(m: Match) -> str | None:
    """ "Following the Committee's determination on D that the targets had been met, ...": that has been; what is still to be found waits."""
    been = "had" in m.words() or any(isinstance(v, OnDate) for v in m.values("ON"))
    met = m.words() & {"achieved", "attained", "satisfied", "met", "exceeded"}
    return "certified" if been and met and of_all(m) else None


def _certified(m: Match) -> str | None:
    words = m.words()
    return "certified" if words & {"certified", "determined", "achieved", "attained"} else None


def _event_condition(m: Match) -> str | None:
    """ "subject to stockholder approval of the plan": an event nothing vests without."""
    b = m["b"]
    return b.event if isinstance(b, FromAnchor) and b.anchor == "event" and not b.plus else None


def _once_vested(m: Match) -> str | None:
    """ "once vested, may be exercised until the tenth anniversary"."""
    bare = [n.value.bare for n in m.all() if isinstance(n.value, Verb)]
    told = bare == ["exercisable"] and (before := m.before()) is not None and before.kind == _UNTIL
    known = told or bare[0] in ("vested", "time", "exercised", "part") or bare == ["exercisable"] * 2
    return "once vested" if known and of_all(m) else None


def _that_is(m: Match) -> str | None:
    """ "in four equal annual installments, i.e. on each of ...": the same, said with its dates."""
    return "that is" if m.words() & {"i.e", "namely", "being"} else None


def _has_anchor(m: Match) -> tuple[str, date] | None:
    """ "This option has a vesting commencement date of 2/29/2016"."""
    a = m["a"]
    return (a.anchor, a.stated) if isinstance(a, FromAnchor) and a.stated and not a.plus and a.anchor in ("grant", "commencement") else None


def _delivered(m: Match) -> str | None:
    words = m.words()
    return "delivery" if words & {"deferred", "delivered", "settled", "paid", "distributed", "issued", "converted"} else None


def _deferred(m: Match) -> str | None:
    """ "Unless the director elects to defer receipt": delivery, not vesting."""
    return "deferral" if any(w.startswith("defer") for w in m.words()) else None


def _until(m: Match) -> Fraction | str | None:
    """ "until all of the RSUs have vested" adds nothing, "until all 4,000 shares" their number; "until 4,000 shares have vested" is an end."""
    parts = [n.value.amount for n in m.all() if isinstance(n.value, Amt)]
    none = any(n.word in ("no", "none", "half", "not") for n in m.all())
    sized = [n.value for n in m.all() if isinstance(n.value, Subject) and n.value.units is not None]
    if m["n"] is not None:
        return Fraction(m["n"]) if "all" in m.words() else None
    if none or any(a.portion != 1 for a in parts) or not all(s.every for s in sized):
        return None
    return sized[0].units if sized else "until fully vested"


def _settled(m: Match) -> str | None:
    """ "are fully vested and will be settled in cash when the director leaves the board"."""
    before = m.before()
    verb = before.value if before is not None and isinstance(before.value, Verb) else None
    return "settlement" if verb is not None and verb.settles else None


def _after_cadence(m: Match) -> str | None:
    """ "each month thereafter on the same day of the month"."""
    before = m.before()
    return "same day" if before is not None and before.kind in kind_set("CAD THEN") else None


_SET_FORTH = frozenset(["set", "forth", "specified", "stated", "described", "detailed"])


def _set_forth(m: Match) -> str | None:
    """ "as set forth in the award agreement"; "applicable in the discretion of the board" is no such thing,
    nor is "in the performance schedule"."""
    performs = any(isinstance(n.value, Subject) and n.value.performance for n in m.all())
    if not m.words("c") & _SET_FORTH or performs or "performance" in m.words():
        return None
    return "set forth" if m.words().isdisjoint(["footnote", "note"]) else IN_A_NOTE


def _exceptions(m: Match) -> str | None:
    """ "with certain exceptions for retirement": what may come sooner or be kept moves no date."""
    return "exceptions" if any(n.word.startswith("exception") for n in m.all()) else None


_WHOLE = "(SUBJ|AMOUNT|they|its|the (INSTALL|award))*"

_SAME_DAY = "(corresponding|such|same|day|date|in|on|of|the|any|each|that|month|COMMA|will|vest|its|last|then|business|calendar)*"
_OF_THE_DAY = (
    "(DET|OWN|UNKNOWN|SUBJ|of|to|in|on|PERFW|COMPANY|NAME|STOCKWORD|LIQUID|public|offering|closing|service|employment|hire|market)"
)
_HAPPENINGS = frozenset(["admission", "separation", "demerger", "flotation", "incorporation", "joining", "promotion"])


def _being_that_of(m: Match) -> str | None:
    """ "On 12 July 2020, being the date of admission of the shares to trading": what else the day was."""
    unknown = {n.word for n in m.all() if n.kind == _UNKNOWN}
    if any(n.kind == _ON and not (isinstance(n.value, FromAnchor) and n.value.anchor == "event") for n in m.all()):
        return None
    return "that day" if unknown <= _HAPPENINGS and not any(isinstance(n.value, Subject) and n.value.units for n in m.all()) else None


_UNKNOWN, _ON, _UNTIL = map(kind, ["UNKNOWN", "ON", "UNTIL"])

PATTERNS = [
    Pattern("ON", "no (INSTALL|of)* SUBJ <v>VERB <b>(UNTIL|ON) COMMA? (on|at|after) which (date|time)? (?= (COMMA|SUBJ|AMOUNT))", lambda m: None if m["v"].waits else m["b"]),
    Pattern("ON", "<v>VERB <b>UNTIL COMMA? (on|at|after) which (date|time)? (?= (COMMA|SUBJ|AMOUNT))", lambda m: m["b"] if m["v"].waits else None),
    Pattern("ON", "<v>VERB <b>BEGIN COMMA? (on|at) (which|such|that) (date|time) COMMA? (?= (AMOUNT|SUBJ))", lambda m: m["b"] if m["v"].noun else None),
    Pattern("DEF", "(SUBJ have|COMMA? with) <a>ON", _has_anchor),
    Pattern("DEF", "(for (this|DET|INSTRU|of|SUBJ|agreement)+ COMMA?)? <a>ON (SUBJ|QUIET)? (be|COLON|will? MEANW) (COLON)? <b>ON", _definition),
    Pattern("FULLON", f"(COMMA|OPEN)? and? SOTHAT COMMA? {_WHOLE} COMMA? VERB (SUBJ|AMOUNT|QUIET)? <b>(ON|UNTIL) CLOSE?", _full_on),
    Pattern("FULLON", f"COMMA? until {_WHOLE} <v>VERB <b>ON", _until_full),
    Pattern("QUIET", "(?<=VERB)OPEN <v>VERB CLOSE", lambda m: "cliff" if m["v"].cliff and verbs_before(m)[-1].full else None),
    Pattern("QUIET", "(?<=VERB)(as of|at|on|before) (the (date|time) of)? (the|this|such|its)* exercise (reported herein?)? (?= (STOP|COMMA))", _at_exercise),
    Pattern("FULLON", "<v>VERB <b>ON (?= STOP| COND| SEMI)", lambda m: m["b"] if m["v"].full and m["v"].joined else None),
    Pattern("FULLON", f"COMMA? (becoming|become|be|and) {_WHOLE} VERB <b>(ON)(?= STOP| COND| SEMI)", _and_full),
    Pattern("QUIET", f"COMMA? (until|at which time|SOTHAT|through) (such|time|as|that|the|then|all|COMMA)* (<n>INT|{_WHOLE}) (be|have|AMOUNT)* (VERB|be free (of|from) restriction) (SUBJ)? (?= STOP| COND| SEMI| COMMA| and| subject| so| if| in each case| while| CONDW| OPEN| QUIET)", _until),
    Pattern("QUIET", "COMMA? SOTHAT COMMA? (?= AMOUNT VERB)", adds_nothing),
    Pattern("QUIET", "(COMMA? MEANW (COMMA|COLON)?|COMMA be) (?= (LIST|ON|on|ENUM))", _that_is),
    Pattern("QUIET", "COMMA? (on|at) (which|such|that) (date|time) (COMMA)? (SUBJ|AMOUNT|they|its) VERB (?= STOP| COND| SEMI| COMMA)", adds_nothing),
    Pattern("QUIET", "COMMA? until (no|none) (remain|left|SERVICEW|AMOUNT)* SUBJ? (unvested|VERB)?", adds_nothing),
    Pattern("LIST", "COMMA? one INSTALL? VERB? <a>ON <l>((COMMA? and? (another|one|DET? ORD) INSTALL? VERB? ON)*) COMMA? and? DET? (last|other|another|one|remaining|ORD) INSTALL? VERB? <b>ON", _one_by_one),
    Pattern("QUIET", "(?<=INST) COMMA? (with)? one (of which|INSTALL|VERB)* (?= (CAD|LIST))", adds_nothing),
    Pattern("BEGIN", "(?<=INST) COMMA? <i>INST VERB <b>ON (?= COMMA? and? the last)", lambda m: m["b"] if m["i"] == Inst(1) else None),
    Pattern("UNTIL", "COMMA? (and|with)? the last (INSTALL|such|of|which|they|those|to|be|date|scheduled|VERB|vesting)* <b>ON", lambda m: m["b"]),
    Pattern("QUIET", "COMMA? with the last INSTALL (covered|be|for|to|DET|NEGW|number|of|SUBJ|as|then|AMOUNT|unvested|equal|remaining|rest|NAME|UNKNOWN|SERVICEW|VERB)+", adds_nothing),
    *early.PATTERNS,
    Pattern("QUIET", "(?<=SEMI) NEGW (?= EARLY)", lambda m: "however" if "however" in m.words() else None),
    Pattern("QUIET", "(COMMA|and|but|which)* (do not expire|have no expire date|do not have a CONDW? expire date) (?= STOP|SEMI)", adds_nothing),
    Pattern("QUIET", "COMMA? (and|but)? (will)? expire FREE+ ((COMMA|or)+ earlier FREE+ (COMMA? or FREE+ (?= (STOP|SEMI|COMMA)))?)?", expires),
    *acceleration.PATTERNS,
    Pattern("QUIET", "COMMA? include (CONDW|DET|other)* (for|of)? (?= ACCEL)", adds_nothing),
    Pattern("QUIET", "COMMA? at which time (FREE|VERB|ENUM)+", _delivered),
    Pattern("QUIET", "on the PERFW FREE* (certification|PERFW) (QUIETW|by|DET|OWN|STOCKWORD|ON)*", _certified),
    Pattern("ON", "on (the)? (date of)? certification COMMA? (of|by|DET|OWN|PERFW|goal|performance)* <b>ON", lambda m: m["b"] if isinstance(m["b"], OnDate) else None),
    Pattern("QUIET", "and? the issuance (?= SUBJ)", adds_nothing),
    Pattern("QUIET", "(?<=SUBJ|GRANTED) (be (over|for)|covered|over|of|for) (?= SUBJ (COMMA of which|COMMA? (VERB|FULLON)))", _covers),
    Pattern("QUIET", "COMMA and SUBJ (will|be|to)+ (QUIET|issuance|delivered|settle) COMMA (?= (on|ON|COLON|in|as|INST|LIST|CAD|EQUAL))", of_all),
    Pattern("QUIET", "(in (the following)? (amount|INSTALL|number|percent)+ (of SUBJ)? and?)? (on|as of) (each of)? the following VERB? date (OPEN (DET|COMMA)* TERM CLOSE)? COLON? | in the following (amount|INSTALL|number|percent)+ (?= COLON)", adds_nothing),
    Pattern("VERB", "<v>VERB COMMA? and <s>SUBJ <w>VERB SUBJ? COMMA? (?= (QUIET? AMOUNT|INST|LIST|ON|CAD|EQUAL|as following))", and_its_restriction),
    *agreements.PATTERNS,
    Pattern("SUBJ", "each INSTALL SUBJ (?= VERB QUIET)", lambda m: Subject()),
    *headers.PATTERNS,
    Pattern("QUIET", "(COMMA? and)? will? MADE (DET|OWN)* to (receive FREE+|one SUBJ) CLOSE?", adds_nothing),
    Pattern("QUIET", "(COMMA|and)* after VERB COMMA? may be held (FREE)*", adds_nothing),
    Pattern("QUIET", "((COMMA|and|but|NEGW)+ SUBJ (acquired|on exercise)*|(COMMA|and|but|NEGW)*) NOTVERB? may not be (ACTW|PAYW|settle|delivered) (TAIL|or)* COMMA?", of_all),
    Pattern("QUIET", "COMMA? and will be forfeit (TAIL)* unvested? (TAIL)*", adds_nothing),
    Pattern(
        "QUIET",
        "(following|on|after) (DET|OWN)* (certification|CONDW|approval) (by (DET|OWN)+)? ON? that (DET|OWN|PERFW|goal|condition|performance|target|market|milestone)+ (DET|OWN|SUBJ|of|for|to|in|on|CONDW|INSTRU|YEAR)*"
        " (have be|be|have) (PERFW|CONDW|certification)+ (in? (full|entirely))? ON? COMMA",
        _found_met,
    ),
    Pattern("QUIET", "SUBJ (QUIETW|be|have|will)* PAYW in (SUBJ to receive)? (?= SUBJ)", _converted),
    Pattern("QUIET", "(COMMA|and)* terminate ON", has_term),
    Pattern("QUIET", "(MADE|receive) (?= PLAN)", adds_nothing),
    Pattern("QUIET", "(?<=following)OPEN (on a)? (cumulative basis?|<q>QUIET) CLOSE (?= COLON)", lambda m: "cumulative" if m["q"] in (None, "at", "cumulative") else None),
    Pattern("AMOUNTS", "OPEN <a>AMOUNTS COMMA? respectively CLOSE", lambda m: m["a"]),
    Pattern("QUIET", "(COMMA|and)* (will|be|to)* no longer (be)? subject to (DET|of|forfeit|restriction|repurchase|right|ACTW|CONDW|and|or|on|SUBJ)+ (?= COMMA|ON|STOP|SEMI)", adds_nothing),
    Pattern("QUIET", "(COMMA|OPEN)? (subject to|with) (CONDW|other|QUIETW)* UNKNOWN (for|in the case of|on) (DET|OWN|death|disability|retirement|terminate|TERMINW|change in control|after AGEW INT|or|and|COMMA (?= death|disability|retirement|terminate|or|and))+ (COMMA as CONDW out? in (DET|OWN|SUBJ|plan|agreement)+)? CLOSE?", _exceptions),
    Pattern("QUIET", "from (DET|CONDW)* restriction", adds_nothing),
    Pattern("QUIET", "for (?= SUBJ GRANTED COMMA? (AMOUNT|INST|SUBJ))", lambda m: "for" if m.before() is None else None),
    Pattern("QUIET", "(?<=ON|OVER)as DET? (a|an)? (employee|director|PERSON) (COMMA? or (a|an)? (employee|director|PERSON))*", adds_nothing),
    Pattern("QUIET", "(in|for)? (PAYW|DET|SUBJ)* (when|on|following|after|within|OVER) (DET|OWN|of|from|or|to|in|on|after|following|service|employment|SERVICEW|death|disability|retirement|terminate|TERMINW|left|PER|ON|date|day|SUBJ|QUIET|COMPANY|change|control)*", _settled),
    Pattern("QUIET", "in connection with FREE+ (?= and (VERB|be|NOTVERB)) | in arrears | in (the|DET)* amount (?= AMOUNTS) | (?<=VERB) (to|in|by) (DET|PERSON|reported|person|NAME|director|employee|member)+ (?= (ON|LIST|INST|CAD|AMOUNT|QUIET|PLAN|COND|STOP|as following))", adds_nothing),
    Pattern("QUIET", "(?<=SUBJ) (be|will|SERVICEW|to|rest)+ subject to (DET|UNKNOWN|risk|of)* forfeit (unless and)? until SUBJ (?= VERB (ON|LIST|in|INST|AMOUNT|FROM))", adds_nothing),
    Pattern("QUIET", "COMMA? with (DET|OWN)* SUBJ (be|to)* (delivered|settle|PAYW|issuance) (OVER|FROM|ON|DET|OWN|date|VERB|THEN|of|after|following|within|PER|each)*", of_all),
    Pattern("QUIET", "(on|at) the (same|corresponding)+ day of (each|the)* month (?= (COMMA|STOP|SEMI|until|UNTIL|FULLON|COND))", _after_cadence),
    Pattern("QUIET", "(on|at) the (same|corresponding)+ day (?= CAD THEN)", adds_nothing),
    Pattern("QUIET", "COMMA? with (DET|OWN)* SUBJ (be|to)* withheld (at|on|by|to|for|in|of|DET|OWN|VERB|tax|CONDW|INSTRU|withheld)*", adds_nothing),
    Pattern("QUIET", "COMMA? with (settle|delivered|PAYW) in (SUBJ|PAYW|or|DET|at|of|OWN|CONDW|QUIETW|election)+ (?= STOP|SEMI|COMMA)", of_all),
    Pattern("EARLY", "(be)? subject to (a|an|DET)* early exercise (right|CONDW|term)? (and (?= VERB))?", lambda m: True),
    Pattern("QUIET", "COMMA? CAD be FROM", adds_nothing),
    Pattern("QUIET", f"OPEN (COMMA|or|and)* if there be no {_SAME_DAY} CLOSE | COMMA? or COMMA? if there be no {_SAME_DAY}", adds_nothing),
    Pattern("QUIET", "COMMA (be|which be)? the date on which (PERSON SERVICEW employment with OWN|FREE+)", adds_nothing),
    Pattern("QUIET", f"(?<=ON) COMMA be? the date of ({_OF_THE_DAY}|ON)+ (?= COMMA|SEMI|STOP)", _being_that_of),
    *expiring.PATTERNS,
    Pattern("QUIET", "COMMA (following|after) which TAIL* held TAIL*", adds_nothing),
    Pattern("QUIET", "(COMMA|and)* (will|be|to|have)+ (PAYW|delivered|settle) TAIL* when TAIL+ (?= STOP| SEMI)", adds_nothing),
    Pattern("QUIET", "COMMA? (but|and) (will|be|to|may)+ (PAYW|delivered|settle) only? (when|on|after|following) (TAIL|or)*", delivered),
    Pattern("QUIET", "(COMMA|and)* that? (will|be|to|have)+ (PAYW|delivered|settle) (TAIL|or)*", delivered),
    Pattern("QUIET", "COMMA? and (PAYW|delivered|settle) (in|into|to|for|on|as|after|following) (FILLER|SUBJ|PAYW|HEAD|STOCKWORD|QUIET|one|retirement|terminate|TERMINW|director|service|SERVICEW|employment|death|disability|left)* (?= STOP|SEMI)", adds_nothing),
    Pattern("QUIET", "(?<=SUBJ) be TERMINW by (DET|OWN|of|in|as|INSTALL|ON|LIQUID|CONTROLW|QUIET|connection|with|on)+ (?= and? VERB)", lambda m: "assumed" if "assumed" in m.words() else None),
    Pattern("QUIET", "(COMMA|and|but)* (except that?)? (no SUBJ acquired?)? may be (PAYW|ACTW) (TAIL|or)*", adds_nothing),
    Pattern("QUIET", "(COMMA|and)* when SUBJ? VERB COMMA? VERB? (COMMA? (UNTIL|QUIET|from and after VERB)|FREE)*", _once_vested),
    Pattern("QUIET", "COMMA? subject to (the (term|condition|CONDW|and)* of)? (MEMOW|the) MEMOW? (INT|DEC|ENUM|and|or|AMOUNTS|MEMOW|COMMA (?= INT))* (OPEN PLAINW* CLOSE)? (herein|hereof|below|above|of (DET|SUBJ|MOD)* (agreement|plan|policy))? (and the? (QUIETW|further|term|condition|CONDW|and)* of (DET|SUBJ|MOD)* (agreement|plan|policy))? (COMMA|COLON (?= ENUM))", adds_nothing),
    Pattern("QUIET", "COMMA if at all COMMA", adds_nothing),
    Pattern("QUIET", "(?<=UNTIL|BEGIN) OPEN (both|date|day)* inclusive CLOSE", adds_nothing),
    Pattern("QUIET", "COMMA? the restriction on which? (?= VERB)", lambda m: "restriction"),
    Pattern("QUIET", "(with|COMMA|and)* the? (settle|delivered|PAYW (?= restricted)) (of FREE*)? (to|will|be|ACTW|restricted|have|on) (TAIL|or)*", delivered),
    Pattern("PENDING", f"COMMA? subject to (and following|the|and|on|receipt|OWN|of|both|ENUM|occur)* <b>ON {EITHER_EVENT} COMMA?", _event_condition),
    Pattern("QUIET", "no (in|during) the first year (?= (SEMI|COMMA))", adds_nothing),
    Pattern("QUIET", "COMMA? unless (DET|OWN|have|be)* (ACTW|restricted) (to ACTW)? (receive|delivered|PAYW|settle|DET|of|SUBJ|in accordance with|under|plan|PLAN)* (until (DET|OWN|SERVE|terminate|TERMINW|death|disability|retirement|of|as|from|on|after|following|or|ON)+)?", _deferred),
    Pattern("QUIET", "EQUAL (COMMA|<q>QUIET) (?= AMOUNT CAD)", lambda m: "at" if m["q"] in (None, "at") else None),
    Pattern("QUIET", "(in) LEAD (of|for|to) FREE+ COMMA?", lambda m: "lead"),
    *reasons.IN_LIEU,
    Pattern("QUIET", "COMMA? (as (additional|than? fully|QUIETW)*)? <c>(CONDW+) out? in (FILLER|COMPANY|PLAN|NAME|MOD|MEMOW|SUBJ|QUIETW|CONDW|notice|agreement|plan|policy|schedule|footnote|table|note|below|above|herein|hereof|INT|term)+", _set_forth),
]  # fmt: skip
