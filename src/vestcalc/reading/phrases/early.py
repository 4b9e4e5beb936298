"""Options that may be exercised before they vest: what is bought early may be bought back until it has vested.

Seen among the ends of a sentence. Leave EARLY; the schedule is the one that says "vest", or by which the right of repurchase lapses.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import uneven
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind

_UNKNOWN = kind("UNKNOWN")


def _before_repurchase(m: Match) -> bool | None:
    """ "Is immediately exercisable, subject to the issuer's right to repurchase unvested shares"."""
    if any(n.value.__class__ is Subject and n.value.performance for n in m.all()):
        return None
    restricted = m["r"] is None or m["r"].restriction
    return True if restricted and any(isinstance(n.value, Verb) and n.value.exercisable for n in m.all()) else None


def _repurchased(m: Match) -> bool | None:
    """ "Shares so acquired are subject to a right of repurchase" and what becomes of that right."""
    if uneven(m):
        return None
    if any(n.kind == _UNKNOWN and n.word != "behalf" for n in m.all()):
        return None
    waits = any(n.value.__class__ is Subject and n.value.performance for n in m.all())
    return True if (m["r"] is None or m["r"].restriction) and not waits else None


def _lapsing(m: Match) -> bool | None:
    """ "Subject to a right of repurchase, which lapses as the option vests"."""
    return True if m["v"].lapse and not (m["s"].units or m["s"].unvested or m["s"].performance) else None


#: "Before they vest", "that have not vested".
_UNVESTED = "(before (they|its|SUBJ)? VERB | (that|which) (NOTVERB|be unvested))?"

PATTERNS = [
    Pattern("EARLY", "SUBJ? VERB (ON|early)? COMMA? subject to (DET|HEAD|SUBJ|of|in|to|OWN|favor|repurchase)* repurchase (DET|HEAD|SUBJ|of|in|OWN|favor|right|by)* | SUBJ? VERB COMMA? subject to <r>SUBJ (?= STOP)", _before_repurchase),
    Pattern("EARLY", f"(COMMA|but|and|any|all)* (exercised and)? SUBJ so? (purchase|acquired|exercised|issuance)* (on (DET|OWN)* (early)? exercise (of SUBJ)?)? {_UNVESTED} (will|be|SERVICEW)+ subject to ((DET|SUBJ|HEAD|of|in|favor|OWN)* repurchase (DET|SUBJ|HEAD|of|in|OWN|favor|right|by|at|original|exercise|price|cost)* (on UNKNOWN of (DET|OWN)+)? (until (SUBJ|they|its)? VERB)? | (?= <r>SUBJ (that|which)? VERB))", _repurchased),
    Pattern("EARLY", f"(COMMA|but|and|NEGW)* SUBJ (purchase|acquired|exercised|issuance)* {_UNVESTED} may be repurchase by (DET|OWN)+ (at (DET|OWN|original|exercise|purchase|price|cost|of)+)?", _repurchased),
    Pattern("EARLY", "(include|have|with|DET)+ (SUBJ|right) to exercise (they|its|SUBJ)? early (COMMA? in which case)?", lambda m: True),
    Pattern("EARLY", "SUBJ? VERB before to? (its|they|SUBJ)? VERB", lambda m: True),
    Pattern("EARLY", "SUBJ? (be|may)+ early (exercised|VERB) (before to? (its|they|SUBJ)? VERB)?", lambda m: True),
    Pattern("EARLY", "EARLY COMMA? (but|and)? subject to (DET|HEAD|SUBJ|of|in|OWN|favor|to|repurchase)* repurchase (DET|HEAD|SUBJ|of|in|OWN|favor|right|by)*", lambda m: True),
    Pattern("EARLY", "EARLY COMMA? <v>VERB (as|when) <s>SUBJ VERB (?= COMMA|STOP|SEMI)", _lapsing),
]  # fmt: skip
