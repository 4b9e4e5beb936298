"""The day on which an option ends, or what has not vested by then is lost: "expires on D", "has a ten-year term". Nothing vests after it.

Leave QUIET nodes whose value is the day, an `Ends`, to be compared with the last vest.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from vestcalc.reading.grammar import Match, Node, Pattern
from vestcalc.reading.phrases.after import of_all, of_restriction, uneven, verbs_before
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.moments import moment
from vestcalc.reading.phrases.periods import Length, Over
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import EarliestOf, FromAnchor, Moment, OnDate

_AMOUNT, _EARLIER, _ON, _QUIET, _UNKNOWN, _UNTIL = map(kind, ["AMOUNT", "earlier", "ON", "QUIET", "UNKNOWN", "UNTIL"])
_LIMITS = kind_set(
    "not no unless only except than up PCT FRAC MONEY other provided contingent performance PERFW goal election may approval subject UNKNOWN later before"
)
_OF_A_DAY = kind_set(
    "COMMA and but will expire ON LIST UNTIL OVER PER FROM DATE ANCHOR MOM QUIET QUIETW SUBJ DET OWN on at from after of the in close"
    " business day date year anniversary term grant award THEN time"
)
_LEAVING = kind_set("death disability retirement terminate TERMINW service employment SERVICEW ON after following")


class Ends(Struct, frozen=True, gc=False):
    """An end, and when it is."""

    on: Moment


def _torn(nodes: Sequence[Node]) -> bool:
    """Whether more than the day stands between "expires" and "or earlier", or a limit after it."""
    sooner = next((i for i, (a, b) in enumerate(pairwise(nodes)) if a.word == "or" and b.kind == _EARLIER), 0)
    after = nodes[sooner:] if sooner else ()
    return (
        any(n.kind not in _OF_A_DAY for n in nodes[:sooner])
        or any(n.kind in _LIMITS and n.word not in ("redemption", "account") for n in after)
        or any(n.kind == _UNTIL or (n.kind == _QUIET and n.value == "expires") for n in after)
    )


def expires(m: Match) -> Ends | str | None:
    """ "Expires on D", "expires ten years from the date of grant"; of several days none is the end, and what is "expiring" is another.

    "Restrictions on half of the shares expire ..." is no end of the award.
    """
    if _torn(m.all()) or uneven(m) or ((before := m.before()) is not None and before.kind == _AMOUNT):
        return None
    return (end_of(m.all()) if "expiring" not in m.words() else None) or "expires"


def has_term(m: Match) -> Ends | str:
    """ "Has a ten-year term": counted from the grant."""
    return end_of(m.all()) or "adds nothing"


def has_length(m: Match) -> Ends | str | None:
    """ "Have a ten-year term", "have a maximum contractual life of ten years from the date of grant"."""
    term = has_term(m) if {n.word for n in m.all() if n.kind == _UNKNOWN} <= _LENGTHY else None
    return None if m["d"] is not None and not isinstance(term, Ends) else term


def for_so_long(m: Match) -> Ends | str | None:
    """ "Immediately exercisable for five years", "50% are exercisable on D for five years": how long, and not since when."""
    found = [n for n in m.nodes if n.stop <= m.all()[0].start and n.kind != _QUIET]
    verbs = [(i, n.value) for i, n in enumerate(found) if isinstance(n.value, Verb)]
    if (
        not m["o"].term
        or m["o"].within
        or not verbs
        or not (verbs[-1][1].exercisable or verbs[-1][1].bare == "exercisable")
        or _shares_out(m)
    ):
        return None
    if found[-1].kind == _ON:
        return "adds nothing"
    at, last = verbs[-1]
    said = [last, *(n.value for n in found[at - 1 : at] if last.joined and isinstance(n.value, Verb))]
    return has_term(m) if any(v.immediate or (v.full and v.state) for v in said) else None


def exercised_within(m: Match) -> Moment | None:
    """ "May be exercised within ten years from the grant date": its end; "within six months following D" tells when it may begin."""
    verbs = verbs_before(m)
    said = m["o"].within and bool(verbs) and verbs[-1].exercisable and not verbs[-1].immediate
    start = moment(m["f"].moment if m["f"] else m["d"]) if said else None
    granted = isinstance(start, FromAnchor) and start.anchor == "grant" and not start.plus
    return moment(start, m["o"].length.period) if granted else None


def _shares_out(m: Match) -> bool:
    """ "20% are exercisable on D for five years": each year, it may be."""
    times = m["o"].length.times
    return any(isinstance(n.value, Amt) and n.value.amount.portion and n.value.amount.portion * times == 1 for n in m.nodes)


_LENGTHY = frozenset(["maximum", "contractual", "life"])


def end_of(nodes: Sequence[Node]) -> Ends | None:
    """The only day told, an event beside it apart; or so long after the grant."""
    found: list[Moment] = [moment for node in nodes for moment in _days(node.value)]
    if not found and _LEAVING.isdisjoint([n.kind for n in nodes]):
        found = [FromAnchor("grant", _length(n.value).period) for n in nodes if isinstance(n.value, Length | Over)]
    return Ends(found[0]) if len(found) == 1 else None


def _length(value: Length | Over) -> Length:
    return value.length if isinstance(value, Over) else value


def _days(value: Any) -> Iterator[Moment]:
    for day in value.of if isinstance(value, EarliestOf) else (value,):
        if isinstance(day, OnDate) or (isinstance(day, FromAnchor) and day.anchor in ("grant", "commencement") and day.plus):
            yield day


def exercised_until(m: Match) -> Ends | str | None:
    """ "vests on D, and may be exercised until E": the second is the end of the option."""
    v: Verb = m["v"]
    first = m["n"] or v
    joined = (first.joined or not {"and", "which"}.isdisjoint(m.words())) and (first is v or (first.noun and first.bare == "vested"))
    return expires(m) if v.exercisable and joined and not v.waits and verbs_before(m) and of_all(m) else None


def lapses(m: Match) -> Ends | str | None:
    """ "becomes exercisable on D and lapses on E": the option that may be exercised is what lapses."""
    v: Verb = m["v"]
    before = verbs_before(m)
    option = any(isinstance(n.value, Subject) and n.value.security in ("option", "warrant") for n in m.nodes)
    ends = v.bare in ("lapse", "lapses", "lapsing") and v.joined and before
    return expires(m) if ends and (option or all(b.exercisable for b in before)) and not of_restriction(m) else None


PATTERNS = [
    Pattern("UNTIL", "(?<=VERB) <o>OVER (<f>FROM|of <d>ON) (?= (STOP|SEMI|COMMA|when))", exercised_within),
    Pattern("QUIET", "(COMMA|and)* ((following|after|from|on) which (date|time)?)? (<n>VERB? SUBJ)? <v>VERB UNTIL (?= STOP| SEMI| COMMA)", exercised_until),
    Pattern("QUIET", "COMMA? <v>VERB ON (?= STOP| SEMI| COMMA| QUIET)", lapses),
    Pattern("QUIET", "(COMMA|and)* (have|with|its) a? UNKNOWN* (PER (term|UNKNOWN)|(term|UNKNOWN) (of (up to)? (OVER|PER) (FROM|ON)?|<d>ON)) (COMMA? (?! with)and)?", has_length),
    Pattern("QUIET", "(?<=VERB|ON|QUIET) <o>OVER (?= (STOP|SEMI|COMMA|and|QUIET|at))", for_so_long),
]  # fmt: skip
