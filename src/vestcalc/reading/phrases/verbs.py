"""Words of vesting: "vests", "shall become vested and exercisable", "was fully vested", "lapses", "is immediately exercisable".

Leave VERB, a `Verb`. A vest word used as a name for something else ("vesting date", "unvested shares", "the vesting of") is no verb.
"""

from msgspec import Struct

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.shares import Subject


class Verb(Struct, frozen=True, gc=False):
    """`full`: vests in full; `immediate`: at once; `cliff`; `past`; `exercisable`: only exercisability is spoken of; `modal`: may vest;
    `perfect`: will have vested; `settles`: is vested, and will be settled at times then told;
    `now`: said of today; `has`: has vested; `relative`: that vests; `lapse`: lapses."""

    full: bool = False
    immediate: bool = False
    cliff: bool = False
    past: bool = False
    exercisable: bool = False
    modal: bool = False
    state: bool = False
    noun: bool = False
    bare: str = ""
    joined: bool = False
    waits: bool = False
    perfect: bool = False
    settles: bool = False
    now: bool = False
    has: bool = False
    relative: bool = False
    lapse: bool = False


_LAPSES = frozenset(["lapse", "lapses", "lapsed", "lapsing"])
_DELIVERED = frozenset(["settled", "paid", "payable", "delivered", "distributed", "converted"])


def _negated(m: Match) -> str:
    """ "told": it has not vested so far; "never": it does not, or will not; NEVER_VESTS where vesting and not exercise is denied."""
    words = m.words()
    if not words.isdisjoint(("currently", "presently", "yet")) and words.isdisjoint(_COMING):
        return "now"
    return "told" if "vested" in words and words & _TOLD and words.isdisjoint(_COMING) else "never" if words & _EXERCISING else NEVER_VESTS


def _waits(m: Match) -> Verb | None:
    """ "Do not vest until D" tells when they do; "shall not vest before D" only when they do not."""
    bounds = m.nodes[m._m.end()].word in _BEFORE and any(n.value == NEVER_VESTS for n in m.all())
    return None if bounds else Verb(waits=True)


NEVER_VESTS = "never vests"
_BEFORE = frozenset(["before", "prior", "preceding"])
_EXERCISING = frozenset(["exercised", "exercisable"])


_TOLD = frozenset(["have", "has", "had", "are", "is", "were"])
_COMING = frozenset(["will", "may", "be", "never"])
#: What each word adds to a verb, a bit for each.
_FULL, _AT_ONCE, _CLIFF, _PAST, _FUTURE, _EXERCISE, _MIGHT, _MAY, _DOES, _TO, _WAS, _IS, _VESTED, _NAMING, _FINITE, _HAS, _NOW = (
    1 << n for n in range(17)
)
_SAYING = {
    _FULL: "all fully full entirely completely wholly entirety whole",
    _AT_ONCE: "immediately forthwith currently presently any once",
    _CLIFF: "cliff",
    _PAST: "vested was were became had lapsed",
    _FUTURE: "will shall be become becomes",
    _EXERCISE: "exercisable exercised",
    _MIGHT: "might could would",
    _MAY: "may can eligible",
    _DOES: "exercised exercisable fully are is",
    _TO: "to",
    _WAS: "was were had",
    _IS: "are is was were been",
    _VESTED: "vested exercisable",
    _NAMING: "vested exercisable released",
    _HAS: "have has had",
    _NOW: "currently presently",
    _FINITE: "will shall may be become becomes became have has had is are was were been vest vests to do does did would should must can which",
}
_SAYS: dict[str, int] = {}
for _bit, _listed in _SAYING.items():
    for _said in _listed.split():
        _SAYS[_said] = _SAYS.get(_said, 0) | _bit


def _verb(m: Match) -> Verb | None:
    words = [n.word for n in m.all()]
    if not _CEASES.isdisjoint(words):
        return None
    has = 0
    for word in words:
        has |= _SAYS.get(word, 0)
    last = words[-1]
    if words[-2:] == ["to", "vested"]:  # "with respect to vested units"
        return None
    return Verb(
        full=has & _FULL > 0,
        immediate=has & _AT_ONCE > 0,
        cliff=has & _CLIFF > 0,
        past=has & (_PAST | _FUTURE) == _PAST,
        exercisable=has & _EXERCISE > 0 and not any(word.startswith("vest") for word in words),
        modal=has & _MIGHT > 0 or (has & _MAY > 0 and not has & _DOES) or (has & _TO > 0 and has & _WAS > 0),
        noun=last == "vesting" or (_SAYS.get(last, 0) & _NAMING > 0 and not has & _FINITE),
        perfect="have" in words and ("will" in words or "shall" in words),
        settles="vested" in words and last in _DELIVERED and not {"will", "shall", "be"}.isdisjoint(words[-3:]),
        joined=words[0] in ("and", ","),
        bare=last,
        has=has & (_HAS | _FUTURE) == _HAS,
        now=has & _NOW > 0,
        relative=words[0] in ("that", "which"),
        state=has & _IS > 0 and has & _VESTED > 0,
        lapse=not _LAPSES.isdisjoint(words),
    )


def _as_applicable(m: Match) -> Verb | None:
    """ "Vested or will vest, as applicable, in monthly installments"."""
    exercised = m.words().isdisjoint(("vest", "vested"))
    return Verb(bare="vest", exercisable=exercised) if "applicable" in m.words() else None


_CEASES = frozenset(["cease", "ceases", "ceased"])
#: The `bare` of a verb that tells the end of a period of restriction.
PERIOD_ENDS = "period ends"
#: What an option may be exchanged for: "exercisable to purchase one common share".
FOR_ONE = "for one share"
#: And of one that tells the end of restrictions.
RESTRICTION_ENDS = "restriction ends"


def _of_size(m: Match) -> str | None:
    """ "To the extent of 6,000 shares", "two awards, one of 6,000 shares vesting on D1 and another of 4,000 shares vesting on D2"."""
    after = m.nodes[m._m.end()].value
    return "one" if isinstance(after, Subject) and after.units is not None else None


def _exercisable_for(m: Match) -> str | None:
    """ "Becomes exercisable for 25% of the shares on D and for the rest on E"."""
    return "for" if any(isinstance(n.value, Verb) and n.value.bare == "for" for n in m.nodes) else None


def _lapses_on(m: Match) -> str | None:
    """ "Restrictions lapse on 1,000 shares on D1, on 1,000 shares on D2"."""
    return "on" if any(isinstance(n.value, Subject) and n.value.restriction for n in m.nodes) else None


_ADV = "(fully|immediately|QUIETW|also|full|cliff)*"
_AUX = "(will|may|be|have|become|scheduled|to|continued|eligible|do|also|and|that|which|then|since|SERVICEW|now|QUIETW|subject|there|first (?= become|exercisable))*"
_VEST = "(vest|vested|vesting|exercisable|lapses|released|non forfeit)"
_TAIL = "(on a cliff basis|all (at (once|one time) | (?= (on|upon|as of|DATE|MOM)))|fully|(in|into) full|in (its|they|whole)* full|in whole( or in part)?|full|immediately|at (once|one time|any time|all time)|and (?= (in|fully|full|immediately)))*"

PATTERNS = [
    Pattern("QUIET", "(rest|SERVICEW|be)+ subject to (DET|additional|further|continued)* (time|service) based? (?= vesting COLON)", lambda m: "time"),
    Pattern("QUIET", "((rest|SERVICEW|be)+|COMMA) subject to (DET|additional|further|continued)* ((time|service|SERVICEW) based|time) vesting (CONDW|condition|schedule)* (and (?= will))?", lambda m: "time"),
    Pattern("QUIET", "(?<=SUBJ) be subject to (DET|following|CONDW)* restricted period and (?= will)", lambda m: "time"),
    Pattern("QUIET", "(?<=SUBJ|PCT|FRAC|half) will? (time|service) (?= vest)", lambda m: "time"),
    Pattern("NOTVERB", "(may|will|do|be|have)+ not QUIET? (be|become|QUIETW)* (vest|exercised|exercisable|vested) | not exercisable (?= (until|before|during|within|for|in))", _negated),
    Pattern("VERB", "(have|be|become)* (vested|exercisable) or (will|be|become)+ (vest|vested|exercisable) COMMA as CONDW COMMA", _as_applicable),
    Pattern("full", "(?<=be|become) <p>PCT (?= (vested|exercisable))", lambda m: "fully" if m["p"] == 1 else None),
    Pattern("VERB", f"{_AUX}+ {_ADV}+ {_AUX}+ {_VEST} ((COMMA? and|or|SLASH|COMMA|and SLASH or) {_AUX} {_ADV} (vest|vested|vesting|exercisable|settled|delivered|released|exercised|earned|lapses|PAYW (?! dividend)))* {_TAIL} (from (the|its|OWN|risk|of|vesting)* (restriction|forfeit))? ((as|with) (to|INSTRU to)|in INSTRU of|at (the|a)* rate of|on (?= PCT|FRAC|SUBJ)|for (?= (the? (PCT|FRAC|rest|remaining)|SUBJ (CAD|INST|on|DATE|DATES|after|from|beginning))))?", _verb),
    Pattern("VERB", "(NOTVERB and)? NOTVERB QUIET? (?= (until|before|unless))", _waits),
    Pattern("VERB", "COMMA? and? be not forfeit", lambda m: Verb()),
    Pattern("VERB", "will? be CONDW (as to|with INSTRU to)", lambda m: Verb()),
    Pattern("QUIET", "(at any time)? (before to?|until) (DET|OWN|CONDW)* expire date?", lambda m: "expiry"),
    Pattern("QUIET", "be time (based|vested) (and)? | by the passage of time | on a time basis COMMA? | over time (?= (COLON|as following|COMMA|SEMI|STOP|INST|EQUAL|CAD|and))", lambda m: "time"),
    Pattern("VERB", f"(may|will)+ (first)? be exercised {_TAIL} (for (?= the? (PCT|FRAC|rest|remaining)| up to (PCT|FRAC)))?", _verb),
]  # fmt: skip


def _provided_for(m: Match) -> Verb | None:
    """ "The award provides for vesting in three installments"."""
    told = m.words() & {"provides", "provided", "provide", "providing"}
    return Verb() if told and m["v"].noun and not m["v"].full and m["v"].bare == "vesting" else None


def _with_immediate(m: Match) -> Verb | None:
    """ "9,000 options were granted with immediate vesting"."""
    return Verb(immediate=True, past=m["v"].past) if "immediate" in m.words() and m["v"].bare == "vesting" and not m["v"].full else None


#: A pronoun before a verb, and "as to" standing alone.
PRONOUNS = [
    Pattern(
        "QUIET",
        "(?<=SUBJ) COMMA? (for (DET|OWN)* service)? as ((a|the|non|OWN|director|employee)+ (of (the|OWN)+)?|so? GRANTW|QUIETW+) COMMA? (?= VERB)",
        lambda m: "as",
    ),
    Pattern(
        "SUBJ", "(?<!to)(?<!by)(?<!of)(?<!for)(?<!with)(?<!the)(?<!OWN) (the|a)? (PERSON|reported person) (?= VERB)", lambda m: Subject()
    ),
    Pattern("QUIET", "(?<=VERB) in (?= (SUBJ (as|in|with|STOP|on|ON|INST|LIST|COLON|COMMA|EQUAL|CAD)|FRAC|PCT|half))", lambda m: "in"),
    Pattern("VERB", "will? SERVICEW to be ((subject to)? forfeit|restricted|subject to restriction)", lambda m: Verb()),
    Pattern("VERB", "(will|be)+ no longer be? (subject to (a|risk|substantial|of|the)* forfeit|restricted)", lambda m: Verb()),
    Pattern("VERB", "will? be CONDW (?= INST|OVER)", lambda m: Verb()),
    Pattern(
        "VERB", "(the term SUBJ?|agreement)? (that|which)? (if|SERVICEW) for <v>VERB (of (?= PCT|FRAC|AMOUNT|one|half))?", _provided_for
    ),
    Pattern(
        "QUIET",
        "up to (?= (PCT|FRAC))",
        lambda m: "up to" if any(n.word.startswith("cumulative") for n in m.nodes) else None,
    ),
    Pattern(
        "VERB",
        "(be|have)* granted? (subject to|with|have) UNKNOWN <v>VERB (?= (STOP|SEMI|COMMA|QUIET|and|to (DET|OWN|PERSON|employee|director)))",
        _with_immediate,
    ),
    Pattern("QUIET", "will? (be|become) (?= (PCT|FRAC) VERB)", lambda m: "will be"),
    Pattern(
        "QUIET",
        "at (?= (PCT|FRAC|(INT|SUBJ) CAD)) | at (the|a) rate of? | to the extent (of (?! SUBJ)|(?= (AMOUNT|NUMBER))) | (on a)? cumulative basis?",
        lambda m: "at",
    ),
    Pattern("QUIET", "occur (?= (INST|as following)) | will (occur|comes comes?) | comes comes", lambda m: "occurs"),
    Pattern(
        "QUIET",
        "((be subject|pursuant|under) to? a (graded|vesting|vest|VERB|FREQ)*|(?<=VERB)) (schedule|CONDW) ((under|by|pursuant to) which|<w>UNKNOWN|SOTHAT|QUIET (?= (PCT|FRAC) SUBJ? VERB))",
        lambda m: "schedule" if m["w"] in (None, "whereby") else None,
    ),
    Pattern(
        "SUBJ",
        "SUBJ be subject to (DET|forfeit|repurchase|SUBJ)* (restriction|right|condition) (in favor of OWN+)? (?= VERB)",
        lambda m: Subject(restriction=True),
    ),
    Pattern("SUBJ", "SUBJ be subject to a? substantially? risk of forfeit COMMA? (?= VERB)", lambda m: Subject(restriction=True)),
    Pattern("SUBJ", "the? (time|service) (based|vesting)* (CONDW|condition) (?= VERB)", lambda m: Subject()),
    Pattern("SUBJ", "(its|they|each of they|both|each|(?<!of)all) (?= VERB)", lambda m: Subject(every="all" in m.words())),
    Pattern(
        "QUIET",
        "as to | (with INSTRU to|in INSTRU (of|(?= SUBJ|AMOUNT))) | together with | at (the|a) rate of | on the basis of (?= PCT|FRAC|AMOUNT) | (in accordance with|accordance to|pursuant to|under|as (CONDW+ in)?) (the? following VERB? (schedule|MEMOW) (COND? below)?|the VERB? schedule COND? below) | (in accordance with|accordance to|pursuant to) the? following (?= COLON) | (?<=VERB)on the following VERB? schedule | at the following rate",
        lambda m: "as to",
    ),
    Pattern(
        "QUIET",
        "in accordance with (the|its|they|same|original|CONDW)+ (vesting|VERB)? schedule (?= COMMA? (with|COLON))",
        lambda m: "schedule" if m.words() & {"original", "same"} else None,
    ),
    Pattern("QUIET", "(one|another) (?= SUBJ VERB)", _of_size),
    Pattern("QUIET", "to the extent of? (?= SUBJ)", _of_size),
    Pattern("SUBJ", "(the|forfeit|ACTW|and|or)* restriction (?= VERB)", lambda m: Subject(restriction=True)),
    Pattern("QUIET", "(?<=COMMA|SEMI|and) for (?= the? (PCT|FRAC|rest|remaining)| up to (PCT|FRAC))", _exercisable_for),
    Pattern("QUIET", "(?<=COMMA|SEMI|and) on (?= (the? (rest|remaining))? (SUBJ|PCT|FRAC))", _lapses_on),
]
