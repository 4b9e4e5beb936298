"""Amounts and days that have no verb of their own: "2,000 shares on the grant date;", "grant of 4,000 shares 20% on each anniversary".

In: the phrases of a sentence or of a piece of it. Out: whether they are such.
"""

from collections.abc import Sequence

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.reading.topics import HEADS
from vestcalc.terms.models import FromAnchor

_AMOUNTS, _FINE, _SUBJ = kind_set("AMOUNT NUMBER"), kind_set("AMOUNT"), kind("SUBJ")
_TIMES = kind_set("ON LIST BEGIN FROM UNTIL OVER INST THEN CAD EQUAL")
_NOMINAL = _AMOUNTS | _TIMES | kind_set("COMMA SEMI and SUBJ STOP QUIET COND as to of the DASH COLON ENUM")
_CAP, _PER, _DAYS = kind("CAP"), kind("PER"), kind_set("ON LIST")
_TITLE = kind_set("SUBJ STOCKWORD option unit share warrant STOP SEMI")
_ON, _MONTH, _MONTHDAY, _MORE_OF_IT = kind("ON"), kind("MONTH"), kind("MONTHDAY"), [[kind("COMMA"), kind(k)] for k in ("INT", "YEAR")]
_SERIES, _GRANTS = kind_set("LIST CAD INST"), kind_set("granted awarded GRANTED PLAN QUIET REPR represent report issuance")


def nominal(nodes: Sequence[Node]) -> bool:
    """An amount and its day and nothing else: "2,000 shares on the grant date;" before a piece that has the verb."""
    kinds = {n.kind for n in nodes}
    amount = any(n.kind in _AMOUNTS or (n.kind == _SUBJ and n.value.units) for n in nodes)
    return amount and bool(kinds & _TIMES) and kinds <= _NOMINAL


def verbless(nodes: Sequence[Node]) -> bool:
    """Amounts and days of a grant that have lost their verb: "RSU grant of 4,000 shares 20% on each of the following dates"."""
    kinds = {n.kind for n in nodes}
    return bool(kinds & _FINE) and bool(kinds & _SERIES) and _SUBJ in kinds and not kinds & HEADS - _GRANTS


def titled(nodes: Sequence[Node]) -> bool:
    """ "Time-vested restricted shares;", "Stock option (right to buy).": what it is, and neither how many nor what it waits for."""
    if not _TITLE.issuperset([n.kind for n in nodes]):
        return False
    return all((n.value.security or n.value.time) and not (n.value.units or n.value.performance) for n in nodes if n.kind == _SUBJ)


def torn_day(nodes: Sequence[Node]) -> bool:
    """ "Granted on February 4, 4, 2019": words of a day that make none."""
    for i, node in enumerate(nodes):
        if node.kind == _MONTH and i and nodes[i - 1].word == "on" and [n.kind for n in nodes[i + 1 : i + 2]] == [_ON]:
            return True
        if node.kind == _MONTHDAY and [n.kind for n in nodes[i + 1 : i + 3]] in _MORE_OF_IT:
            return True
    return False


def amount_and_day(nodes: Sequence[Node]) -> bool:
    """Whether a piece passed over by its topic has a part of the award and its day all the same."""
    if any(n.kind == _CAP for n in nodes):
        return True
    parts_of_it = any(
        (n.kind in _FINE and n.value.amount.portion != 1) or (n.kind == _SUBJ and n.value.units not in (None, 1)) for n in nodes
    )
    timed = any(n.kind in _DAYS and not _only_events(n.value) for n in nodes)
    row = any(n.kind in _FINE for n in nodes) and nodes[0].kind == _PER  # "one year, on request 10%;"
    return parts_of_it and (timed or row)


def _only_events(value: object) -> bool:
    return isinstance(value, FromAnchor) and value.anchor == "event"
