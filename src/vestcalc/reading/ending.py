"""How long an option may be exercised and at what price, told in a sentence of its own: no day on which anything vests.

In: the phrases of a sentence or of a piece of it, and its verbs of vesting. Out: "price" where only a price is told, "ends" where the
last day or the term is ("The options may be exercised until 31 October 2030"), None where more is said. With no other words about
vesting an end leaves open since when the option may be exercised.
"""

from collections.abc import Sequence
from typing import Any

from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set

_UNTIL, _OVER, _QUIET = kind("UNTIL"), kind("OVER"), kind("QUIET")
_HARMLESS = kind_set("SUBJ VERB QUIET PLAN COND GRANTED UNTIL OVER COMMA SEMI STOP ENUM and also QUIETW be DET OWN INSTALL")
_STATING = kind_set("ON LIST BEGIN FROM INST THEN CAD NUMBER AMOUNT AMOUNTS PCT FRAC FULLON unless only not no NEGW")
PRICE = "price"
_SUBJ, _LEADS = kind("SUBJ"), kind_set("the first PER")
_PARTS = kind_set("ON LIST INST AMOUNTS unless only except")


def of_the_price(nodes: Sequence[Node], said: Sequence[Node]) -> bool:
    """ "The initial exercise price is $12.50 per share and will accrete by 4% a year": whatever becomes of it, nothing vests by it."""
    first = next((n for n in nodes if n.kind not in _LEADS), None)
    if said or first is None or first.kind != _QUIET or first.value != PRICE:
        return False
    return _PARTS.isdisjoint([n.kind for n in nodes]) and not any(n.kind == _SUBJ and n.value.units for n in nodes)


def ending(nodes: Sequence[Node], said: Sequence[Node]) -> str | None:
    """Whether only the end or the price of exercising is told."""
    verbs: list[Any] = [n.value for n in said]
    if not verbs or not all(isinstance(v, Verb) for v in verbs) or not verbs[-1].exercisable:
        return None
    if any(v.immediate or v.full or v.waits or not (v.exercisable or v.has) for v in verbs):
        return None
    if any(n.kind == _QUIET and n.value == PRICE for n in nodes) and _STATING.isdisjoint([n.kind for n in nodes]):
        return PRICE
    if any(n.kind not in _HARMLESS for n in nodes):
        return None
    if any(n.kind == _OVER and not n.value.term for n in nodes):
        return None
    return "ends" if any(n.kind in (_UNTIL, _OVER) for n in nodes) else None
