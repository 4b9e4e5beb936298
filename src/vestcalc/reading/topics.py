"""Sentences with a word of vesting that state no schedule: withholding, settlement, acceleration, forfeiture, delivery, mere mention.

In: the phrases of one sentence (or of one part of it between semicolons). Out: the topic's name, or None when the sentence states
terms and every word of it must be accounted for. A topic is recognised by what must stand in it and by what must not.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, OnDate

_FOR = kind_set("to for at in into")
_RESTRICTED = kind_set("EARLY repurchase restriction right")
_ON = kind("ON")
_NO = kind("no")
_COMMAS = kind_set("COMMA SEMI and")
_UNLESS = kind_set("before until when")
_VERB, _HEAD = kind("VERB"), kind("HEADER")
_SCHEDULE = kind_set("INST CAD LIST EQUAL AMOUNTS")
_AMOUNTS = kind_set("AMOUNT NUMBER")
_SUBJ = kind("SUBJ")
_FINE = kind_set("AMOUNT")
_TIMES = kind_set("ON LIST BEGIN FROM UNTIL OVER INST THEN CAD EQUAL")
_TAX = kind_set("withheld tax")
_TRIGGER = kind_set("death disability retirement terminate change TERMINW LIQUID AGEW accelerate CONTROLW")
_FORFEIT = kind_set("forfeit CANCEL")
_PROMISE = kind_set("MONEY")
_DELIVER = kind_set("delivered settle PAYW receive right ACTW")
_GOALS = kind_set("PERFW goal milestone market LIQUID approval certification")
_NEGATIVE = kind_set("not no unless except NEGW")
_BEFORE_NOUN = kind_set("on before after until when of the with from following date")


def predicates(nodes: Sequence[Node]) -> list[Node]:
    """The verbs of vesting that say something vests, not those that merely name vesting or vested things."""
    out = []
    for i, node in enumerate(nodes):
        if node.kind == _HEAD:
            out.append(node)
        if node.kind != _VERB:
            continue
        verb: Verb = node.value
        if verb.exercisable and i + 1 < len(nodes) and nodes[i + 1].kind in _FOR:
            continue
        after = nodes[i + 1].kind if i + 1 < len(nodes) else ""
        before = nodes[i - 1].kind if i else ""
        if verb.noun:
            if before in _BEFORE_NOUN and after not in _TIMES and not (verb.full and after == _SUBJ):
                continue
            if verb.bare == "vesting" and after not in _TIMES and after not in (kind("AMOUNT"), kind("COLON")):
                continue
            if verb.bare == "vested" and after == kind("SUBJ") and not verb.full:
                continue
            if verb.bare == "vested" and before in _BEFORE_NOUN and not verb.full:
                continue
        if _UNLESS & {n.kind for n in nodes[max(0, i - 5) : i] if n.kind != _VERB} and not _COMMAS & {
            n.kind for n in nodes[max(0, i - 5) : i]
        }:
            continue
        out.append(node)
    return out


def _dated_first(nodes: Sequence[Node]) -> bool:
    """Whether a date stands before the event: "vests on D, but at once on a change in control" states a date."""
    for node in nodes:
        if node.kind in _TRIGGER:
            return False
        if node.kind == _ON and (isinstance(node.value, OnDate) or (isinstance(node.value, FromAnchor) and node.value.anchor != "event")):
            return True
    return False


def topic(nodes: Sequence[Node], said_before: bool = False) -> str | None:
    """The name of the topic that claims these phrases whole, or None."""
    kinds = {n.kind for n in nodes}
    said = predicates(nodes)
    schedule = kinds & _SCHEDULE
    first = [n.kind for n in nodes[:6]]
    if kinds & _TAX and (not schedule or kind("withheld") in first) and not (said and kinds & _FINE and kind("withheld") not in kinds):
        return "withholding"
    if any(n.kind == _VERB and n.value.bare.startswith("laps") for n in nodes) and not kinds & _RESTRICTED and not any(
        n.kind == _SUBJ and n.value.restriction for n in nodes
    ):
        return "forfeiture"
    if kinds & kind_set("accelerate") and kinds & kind_set("ON LIST") and any(str(n.value) == "accelerated" for n in nodes):
        return "accelerated"
    if said and kinds & _TRIGGER and not kinds & kind_set("INST CAD LIST BEGIN AMOUNTS") and not _dated_first(nodes):
        return "acceleration"
    if said_before and kinds & _TIMES and any(n.kind in _AMOUNTS or (n.kind == _SUBJ and n.value.units) for n in nodes):
        return None
    if kinds & kind_set("no not NOTVERB") and not kinds & _TIMES and not kinds & _GOALS:
        return "mention"
    if kinds & _FORFEIT and not kinds & (_FINE | _SCHEDULE | kind_set("BEGIN UNTIL THEN")) and not kinds & _PROMISE:
        return "forfeiture"
    if nodes and nodes[0].kind == kind("SUBJ") and nodes[0].value.dividend:
        return "dividends"
    if kinds & kind_set("MONEY") and any(n.kind == _SUBJ and n.value.cash and n.value.units is None for n in nodes):
        return "cash"
    if any(a.kind == _NO and b.kind == _SUBJ for a, b in pairwise(nodes)) and not schedule and not kinds & _FINE:
        return "mention"
    if not said and not schedule:
        if kinds & _GOALS and kinds & kind_set("subject CONDW contingent condition") and not kinds & _TAX:
            return "goal"
        return "mention"
    if not said and kinds & _DELIVER and not kinds & _FINE:
        return "delivery"

    return None
