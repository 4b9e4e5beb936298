"""Bounds: "no portion vests before D", "not more than 25% of the shares", "as to not more than 25% before D".

Leave NONE (the moment before which nothing vests), AMOUNT for a running total of what may be exercised, and CAP, a `Cap`: what may be
exercised at most before a day.
"""

from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import of_all
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.expiring import Ends, end_of
from vestcalc.reading.phrases.moments import moment
from vestcalc.reading.phrases.periods import Over, unit_of
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.terms.models import FromAnchor, Moment

_UNKNOWN = kind("UNKNOWN")


class Cap(Struct, frozen=True, gc=False):
    """At most this portion before this moment."""

    portion: Fraction
    before: Moment


def _none_before(m: Match) -> Any:
    """ "No portion may be exercised before D"; "no portion may not be exercised" says it twice, and otherwise."""
    return None if _of_some(m) or any(isinstance(n.value, Verb) and n.value.waits for n in m.all()) else m["b"]


def _not_after(m: Match) -> Ends | str | None:
    """ "May not be exercised after May 1, 2029", "no part may be exercised later than the tenth anniversary": its end."""
    known = all(n.word in ("beyond", "later", "after") for n in m.all() if n.kind == _UNKNOWN)
    verbs = [n.value for n in m.all() if isinstance(n.value, Verb)]
    if not known or _of_some(m) or any(not v.exercisable for v in verbs) or any(v != "never" for v in m.values("NOTVERB")):
        return None
    return (end_of([replace(n, value=getattr(n.value, "moment", n.value)) for n in m.all()]) or "expires") if of_all(m) else None


def _first_length(m: Match) -> Moment | None:
    """ "During the first year", "within the first six months", "for one year": from where the terms count."""
    length = m["p"].length if isinstance(m["p"], Over) else m["p"]
    period = unit_of(str(m["u"])) if m["u"] else length.period
    start = m["f"].moment if m["f"] else FromAnchor("grant")
    return moment(start, period) if period and not _of_some(m) else None


def _exercised_till(m: Match) -> Ends | str | None:
    """ "May be exercised at any time on or after D and prior to E": the second is its end."""
    verbs = [n.value for n in m.nodes if isinstance(n.value, Verb)]
    return (end_of(m.all()) or None) if verbs and all(v.exercisable and not v.waits for v in verbs) and of_all(m) else None


def _of_some(m: Match) -> bool:
    """ "10,000 shares are not exercisable during the first year": a part of it, and no bound of the whole; so of what waits for goals."""
    return any(isinstance(n.value, Subject) and (n.value.units is not None or n.value.performance) for n in m.all())


def _at_most(m: Match) -> Amt | None:
    """ "Not more than 25% of the shares", "up to 25%": a running total, where it is said of exercise."""
    found: Amt = m["a"]
    words = [n.word for n in m.all()]
    said = words[:3] in (["not", "more", "than"], ["no", "more", "than"]) or words[:2] == ["up", "to"]
    exercise = any(isinstance(n.value, Verb) and n.value.exercisable for n in m.nodes)
    plain = found.amount.portion is not None and found.amount.of == "whole"
    return replace(found, most=True) if said and exercise and plain else None


def _cap(m: Match) -> Cap | None:
    found: Amt = m["a"]
    return Cap(found.amount.portion, m["b"]) if found.most and found.amount.portion is not None else None


_OF = "(of (service|employment|SERVICEW|continued)+)?"
_NO = "(no (INSTALL|of)* SUBJ? VERB|SUBJ? NOTVERB)"

PATTERNS = [
    Pattern("QUIET", "(?<=ON|FROM|BEGIN) COMMA? and before to? <b>ON (?= STOP|SEMI)", _exercised_till),
    Pattern("NONE", f"{_NO} <b>UNTIL (?! COMMA? (on|at|after) (which|such|that)) COMMA?", _none_before),
    Pattern("NONE", f"before to? <b>ON COMMA? {_NO} (?= (STOP|SEMI))", _none_before),
    Pattern("NONE", f"{_NO} ((during|in|within|for) the? first <u>UNIT|((during|in|within) the first)? <p>(PER|OVER)) {_OF} <f>FROM? (?= (STOP|SEMI|COMMA|THEN|and THEN))", _first_length),
    Pattern("QUIET", f"(COMMA? (but|and))? {_NO} (FROM|(later|UNKNOWN) than? ON|after (the|DET|OWN)* (QUIET|expire date? (CONDW out?)? (above|below)?)) (?= (STOP|SEMI|COMMA|QUIET))", _not_after),
    Pattern("AMOUNT", "((not|no) than than|up to) <a>AMOUNT", _at_most),
    Pattern("CAP", "<a>AMOUNT before to? <b>ON", _cap),
]  # fmt: skip
