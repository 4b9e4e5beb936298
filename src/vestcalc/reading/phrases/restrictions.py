"""Restrictions and rights against the shares, and how they end: "the risk of forfeiture terminates as to 50%", "is restricted until D".

What falls away when shares vest is the subject of the sentence in place of the shares: a restriction, a risk of forfeiture, a right of
repurchase, a restricted period. Leave SUBJ, a `Subject` that is a restriction, and VERB.
"""

from fractions import Fraction
from typing import Any

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import PERIOD_ENDS, RESTRICTION_ENDS, Verb
from vestcalc.reading.tokens.lexicon import kind

#: What may stand between a restriction and its end beside shares and portions of them.
_SMALL = frozenset(["the", "of", "remaining", "other", "rest", "balance", "first", "half", "another"])
_PERIOD = "(restricted|restriction|vesting) period"
_ENDED = "(lapses|end|expire|terminate|LIFTW)"
_RIGHT = "((repurchase|forfeit) (right|option)|right (of|to) (repurchase|forfeit)) (in favor of (the|its)* (COMPANY|NAME)+)?"
_NAMED = f"(?<!period of)(?! COMMA|and|or) ((forfeit|repurchase|ACTW|vesting|CONDW|and|or|COMMA)* (service|time|employment)? restriction (on ACTW)?|substantially? risk of forfeit|forfeit (condition|CONDW)|{_RIGHT})"
_ON = "((on|of|for|in|with INSTRU to|(CONDW|attach) (to|on)) (NOM|MOD)* HEAD|CONDW)"
_TO = "(as to|for|on|with INSTRU to|in INSTRU of)"
_SOME = f"{_TO} (?= FREE{{1,10}} {_ENDED})(?= DET* (NUMBER|PCT|FRAC|half|remaining|other|first|ORD))"
_SUBJECTS = f"NOM*+ {_NAMED} ((and|COMMA)+ NOM* {_NAMED})*"


def _restriction(m: Match) -> Subject:
    return Subject(restriction=True)


def _period_ends(m: Match) -> Verb | None:
    """ "The restriction period for the units ends on D": all of them vest then."""
    plain = all(n.value == Subject() for n in m.all() if isinstance(n.value, Subject))
    return Verb(full=True, bare=PERIOD_ENDS) if plain else None


def _values_before(m: Match) -> list[Any]:
    first = m.all()[0].start
    return [n.value for n in m.nodes if n.start < first]


def _ends(m: Match) -> Verb | None:
    """ "The restrictions on the shares expire on D", "the restricted period for the remaining 5,000 shares ends on D"."""
    for value in reversed(_values_before(m)):
        if isinstance(value, Subject) and value.restriction:
            return Verb(bare=RESTRICTION_ENDS)
        if not isinstance(value, Subject | Fraction) and value not in _SMALL:
            return Verb(bare=RESTRICTION_ENDS) if value in ("restriction", "restrictions") else None
    return None


def and_its_restriction(m: Match) -> Verb | None:
    """ "The shares vest, and the right of repurchase lapses, as to 20% of the shares": said twice of the same shares, in either order."""
    v: Verb = m["v"]
    w: Verb = m["w"]
    s, before = m["s"], m.before()
    led = before is not None and isinstance(before.value, Subject) and before.value.restriction
    first = led and s in _THE_SHARES and not w.lapse
    told = (v.immediate, v.past, v.perfect, v.has, w.immediate)
    if any((v.full, v.modal, v.noun, w.full, w.modal, w.noun, *told)) or not (s.restriction or first):
        return None
    return w if first else v


_THE_SHARES = (Subject(), Subject(every=True))


def _accrues(m: Match) -> Verb | None:
    """ "The right to exercise this option accrues as to 2,500 shares"; dividends accrue too."""
    before = _values_before(m)[-1]
    return Verb(exercisable=True) if before.restriction and any(w.startswith("accru") for w in m.words()) else None


def _restricted(m: Match) -> Verb | None:
    """ "The shares are restricted until D", "Restricted until D"; who is "restricted from selling until D" sells nothing till then."""
    before = m.before()
    bare = before is None or before.kind == _SUBJ
    return Verb(waits=True) if bare or m.words() & {"are", "is", "be", "remain", "remains"} else None


_SUBJ = kind("SUBJ")
_WHEN = "(on|upon|at|in|as of|effective|DATE|DATES|ANCHOR|MOM|MOMS|EVENT|INST|EQUAL|CAD)"

SUBJECTS = [
    Pattern("QUIET", "from (DET|OWN)* (right of repurchase|repurchase (right|option)|risk of forfeit)", lambda m: "from what falls away"),
    Pattern("SUBJ", "the? right to exercise NOM* (MOD|NOM)* HEAD (?= will? PAYW (as to|with INSTRU to|in INSTRU of|INST))", _restriction),
    Pattern("SUBJ", f"(DET|OWN)* {_PERIOD} CONDW* (?= will? {_ENDED} (COLON|COMMA)? ENUM? (as to|with INSTRU to|in INSTRU of))", _restriction),
    Pattern("SUBJ", f"({_SUBJECTS}|(DET|OWN)* {_PERIOD}) {_SOME}", _restriction),
    Pattern("SUBJ", f"{_SUBJECTS} ({_ON})? COMMA? (?= (will|have|be|to)* {_ENDED})", _restriction),
    Pattern("SUBJ", "NOM* (forfeit|repurchase|ACTW|CONDW)+ (and|or|COMMA) (forfeit|repurchase|ACTW)+ (restriction|right) (on (NOM|MOD)* HEAD)?", _restriction),
    Pattern("SUBJ", "NOM* (forfeit|repurchase)* (restriction|right) (on|with INSTRU to|CONDW to|of repurchase (on|with INSTRU to)) (NOM|MOD)* HEAD", _restriction),
    Pattern("SUBJ", "NOM* HEAD to repurchase (NOM|MOD)* HEAD", _restriction),
    Pattern("SUBJ", "NOM* repurchase (HEAD|right) with INSTRU to (NOM|MOD)* HEAD", _restriction),
]  # fmt: skip

ENDS = [
    Pattern("VERB", f"(DET|OWN)* ((restricted|restriction|vesting) period|period of restriction) ((on|for|of|with INSTRU to) SUBJ)? will? (end|expire|lapses) (?= {_WHEN})", _period_ends),
    Pattern("VERB", f"(?<=SUBJ|restriction|half|PCT|FRAC|rest|remaining|other|INT) (will|have|be|to)* (end|expire|terminate|LIFTW) (from (?= the? (remaining|SUBJ|PCT|FRAC|INT|half)))? (?= (SUBJ|PCT|FRAC|the? remaining|INT|half|{_WHEN}|COMMA? (as to|with INSTRU to|in INSTRU of)|ENUM|STOP|SEMI|COLON|COMMA? and SUBJ (will|become|be)* (vest|vested)))", _ends),
    Pattern("VERB", "(?<=SUBJ)(will|be|become)+ free (of|from) (DET|such|any|all|ACTW|forfeit|and)* restriction (as to|with INSTRU to|in INSTRU of)?", lambda m: Verb(bare=RESTRICTION_ENDS)),
    Pattern("VERB", "(?<=SUBJ) will? PAYW (?= (as to|with INSTRU to|in INSTRU of|INST|on))", _accrues),
    Pattern("VERB", "((will|be|to)* rest|be|have|will)* (restricted|subject to a? substantially? (risk of)? forfeit) (and may not be ACTW ((or|and|COMMA|otherwise)+ (ACTW|UNKNOWN))*)? (?= until ((the|day|date)* (DATE|ANCHOR|MOM|EVENT|earlier|later)|(DET|OWN|PERSON|report|reported)* (retirement|death|disability|terminate|TERMINW|left)))", _restricted),
]  # fmt: skip
