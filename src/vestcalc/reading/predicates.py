"""The verbs of a sentence that say something vests, not those that merely name vesting or vested things.

In: the phrases of a sentence. Out: those of them that are such verbs.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.verbs import FOR_ONE, Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, OnDate

_VERB, _OVER, _SUBJ, _ON, _AMOUNT = (kind(k) for k in ["VERB", "OVER", "SUBJ", "ON", "AMOUNT"])
#: "Represents an award of units which vest at the next annual meeting": just what is reported.
_REPRESENTS = [kind("represent"), _SUBJ]
_WHOLE = kind_set("HEADER FULLON")
_AMOUNTS = kind_set("AMOUNT NUMBER")
_TIMES = kind_set("ON LIST BEGIN FROM UNTIL OVER INST THEN CAD EQUAL")
_QUIET = kind("QUIET")
_LEADS, _DIVIDEND = kind_set("PLAN QUIET COMMA COND DET"), kind("dividend")
_FOR, _COMMAS, _NAMED_BY = kind_set("to for at in into"), kind_set("COMMA SEMI and"), kind_set("AMOUNT COLON")
_AT, _PRICED = kind("at"), kind_set("MONEY price DEC")
_UNLESS = kind_set("before until when")
_ANNOUNCE = kind_set("QUIET as following in INSTALL COLON accordance with schedule the on date INST ENUM")
_BEFORE_NOUN = kind_set("on before after until when of the with from following date")


def predicates(nodes: Sequence[Node]) -> list[Node]:
    """The verbs of vesting that say something vests, not those that merely name vesting or vested things."""
    out = []
    for i, node in enumerate(nodes):
        if node.kind != _VERB:
            if node.kind in _WHOLE:
                out.append(node)
            continue
        verb: Verb = node.value
        after = nodes[i + 1].kind if i + 1 < len(nodes) else ""
        before = nodes[i - 1].kind if i else ""
        if (verb.noun or verb.exercisable) and after in _ANNOUNCE and _details(nodes[i + 1 :]):
            out.append(node)
            continue
        at_price = after != _AT or not _PRICED.isdisjoint([n.kind for n in nodes[i + 2 : i + 6]])
        if verb.exercisable and ((after in _FOR and at_price) or (after == _QUIET and nodes[i + 1].value == FOR_ONE)):
            continue
        if verb.relative and _on_no_day(nodes[i + 1 : i + 4]) and [n.kind for n in nodes[:i]] != _REPRESENTS:
            continue
        if verb.relative and _TIMES.isdisjoint([n.kind for n in nodes]):
            continue
        if verb.noun and not (verb.cliff and before == _OVER):
            if verb.bare == "vesting" and nodes[i - 1].word == "with" and _amount_after(nodes[i + 1 : i + 4]):
                out.append(node)
                continue
            if before in _BEFORE_NOUN and after not in _TIMES and not (verb.full and after == _SUBJ):
                continue
            if verb.bare == "vesting" and after not in _TIMES and after not in _NAMED_BY:
                continue
            if verb.bare == "vested" and after == _SUBJ and not verb.full:
                continue
            if verb.bare == "vested" and before in _BEFORE_NOUN and not verb.full:
                continue
        near = {n.kind for n in nodes[max(0, i - 5) : i]}
        if not _UNLESS.isdisjoint(near) and _COMMAS.isdisjoint(near):
            continue
        out.append(node)
    return out


def _amount_after(nodes: Sequence[Node]) -> bool:
    """ "Granted with vesting at 10% after year one": a part and its day."""
    told = [n.kind for n in nodes if n.kind != _QUIET and n.word != "of"]
    return len(told) > 1 and told[0] in _NAMED_BY and told[1] in _TIMES


def _on_no_day(nodes: Sequence[Node]) -> bool:
    """ "One share for each unit that vests on such vesting date": a day that is not told here."""
    on = next((n for n in nodes if n.kind == _ON), None)
    event = on is not None and isinstance(on.value, FromAnchor) and on.value.anchor == "event"
    return on is not None and (event or any(n.word == "such" for n in nodes if n.start < on.start))


def _dated(day: object) -> bool:
    return isinstance(day, OnDate) or (isinstance(day, FromAnchor) and day.anchor != "event")


def _details(nodes: Sequence[Node]) -> bool:
    """Whether a list of amounts by date follows: "vesting as follows: 500 units on May 1, 2021; ..."."""
    dated = sum(n.kind == _ON and _dated(n.value) for n in nodes)
    sized = sum(n.kind in _AMOUNTS or (n.kind == _SUBJ and n.value.units is not None) for n in nodes)
    heads = [
        n.kind for n in nodes[: next((i for i, n in enumerate(nodes) if n.kind in _AMOUNTS or n.kind in _TIMES or n.kind == _SUBJ), 0)]
    ]
    return dated > 0 and sized > 0 and set(heads) <= _ANNOUNCE


def announces(nodes: Sequence[Node]) -> bool:
    """ "Vesting of 9,000 units occurs as follows: 50% on D": parts and their days, told of vesting itself."""
    first = next((n for n in nodes if n.word not in ("the", "such")), None)
    named = first is not None and first.kind == _VERB and first.value.noun and first.value.bare == "vesting"
    return named and any(a.kind == _AMOUNT and a.value.amount.portion and b.kind in _TIMES for a, b in pairwise(nodes))


def of_dividends(nodes: Sequence[Node]) -> bool:
    """ "Under the plan, dividends on unvested shares are held ...": what they are paid on is none of their terms."""
    first = next((n for n in nodes if n.kind not in _LEADS), None)
    return first is not None and (first.value.dividend if first.kind == _SUBJ else first.kind == _DIVIDEND)
