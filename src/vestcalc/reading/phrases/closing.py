"""What a sentence says at its end about all of it: "so that all shares will be vested on D", "until fully vested", "the last on D".

Leave FULLON (the moment by which all has vested), UNTIL for a last date, and QUIET for an end that adds nothing. Also the small
words that join: "as follows", "of which", and lead-ins such as "Represents".
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.verbs import Verb
from datetime import date

from vestcalc.terms.models import FromAnchor, Moment, OnDate


def _full_on(m: Match) -> Moment | None:
    verbs = [n.value for n in m.all() if isinstance(n.value, Verb)]
    return m["b"] if verbs else None


def _quiet(m: Match) -> str:
    return "until fully vested"


_SO = "(COMMA|and|so|such|that|with|at which time|on which date|in|order|to|until|DET)*"
_WHOLE = "(SUBJ|AMOUNT|they|its|the (INSTALL|award))*"

PATTERNS = [
    Pattern("DEF", "<a>ON SUBJ? (be|COLON|MEANW) (COLON)? <b>ON", lambda m: _definition(m), needs="ON"),
    Pattern("FULLON", f"COMMA? and? (so|such|with) (that|with|such)* {_WHOLE} COMMA? (be|be_)? VERB (SUBJ|AMOUNT)? <b>(ON|UNTIL)".replace("|be_", ""), _full_on, needs="VERB"),
    Pattern("FULLON", f"COMMA? (becoming|become|be|and) {_WHOLE} VERB <b>(ON)(?= STOP| COND| SEMI)", lambda m: m["b"] if any(isinstance(n.value, Verb) and n.value.full for n in m.all()) else None, needs="VERB"),
    Pattern("QUIET", f"COMMA? (until|ON|on which date|at which time|when|such that|so that|through) (such|time|as|that|the|then|all|COMMA)* {_WHOLE} (be|have)* VERB (SUBJ)? (?= STOP| COND| SEMI| COMMA| and)", lambda m: _until(m), needs="VERB"),
    Pattern("QUIET", "COMMA? (on|at) (which|such|that) (date|time) (COMMA)? (SUBJ|AMOUNT|they|its) VERB (?= STOP| COND| SEMI| COMMA)", _quiet, needs="VERB"),
    Pattern("QUIET", "COMMA? until (no|none) (remain|left|SERVICEW|AMOUNT)* SUBJ? (unvested|VERB)?", _quiet, needs="no"),
    Pattern("UNTIL", "COMMA? (and|with)? the last (INSTALL|such|of which|to|VERB|vesting)* <b>ON", lambda m: m["b"], needs="last"),
]  # fmt: skip


def _definition(m: Match) -> tuple[str, date] | None:
    """ "The vesting commencement date is May 17, 2021": the anchor's name and its date."""
    a, b = m["a"], m["b"]
    named = isinstance(a, FromAnchor) and not a.plus and a.anchor in ("grant", "commencement")
    return (a.anchor, b.date) if named and isinstance(b, OnDate) else None


def _until(m: Match) -> str | None:
    """ "until all of the RSUs have vested" adds nothing; an ON before it is another thing."""
    words = [str(n.value) for n in m.all()[:3]]
    return "until fully vested" if {"until", "which", "when", "that", "through", "time"} & set(words) else None
