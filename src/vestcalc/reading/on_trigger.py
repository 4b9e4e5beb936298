"""Sentences that hold only should something befall the holder or the company: what is then to vest sooner moves no date.

"Notwithstanding the foregoing, upon the occurrence of a change in control the option shall vest in full.", "If he is dismissed within a
year after a takeover, vesting accelerates by twelve months." In: the phrases of a sentence, and their kinds. Out: whether it is one. A day
of the calendar, a number, a goal, a limit or a past tense makes it another matter.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading.besides_words import words
from vestcalc.reading.grammar import Node
from vestcalc.reading.leaving import waits
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor

_OPENING = kind_set("NEGW CONDW above the COMMA QUIET and also QUIETW SEMI ENUM")
_IF = kind_set("if on when case following after in")
_ON, _VERB, _SUBJ, _ACCEL, _NOT, _FROM, _AMOUNT = (kind(k) for k in ["ON", "VERB", "SUBJ", "ACCEL", "not", "FROM", "AMOUNT"])
_HELD = kind_set("SUBJ AMOUNT")
#: So near stands what a part is of: "50% of the then unvested shares".
_NEAR = 5
_TRIGGER = kind_set("death disability retirement terminate change TERMINW LIQUID CONTROLW")
_EVENTS = frozenset(["control", "takeover", "merger", "sale", "death", "retirement", "disability", "liquidation", "scheme"])
_ELSE = kind_set(
    "LIST BEGIN UNTIL INST THEN CAD EQUAL AMOUNTS NUMBER PCT FRAC half unless only except no NOTVERB PENDING NONE CAP"
    " PERFW goal milestone market price MONEY DATE DATES MONTHYEAR YEAR DEF FULLON"
)
#: What is said of it then: that it does not vest.
_DENIED, _REPLACED, _UNTIL, _UNKNOWN = kind_set("NOTVERB"), kind("TERMINW"), kind("UNTIL"), kind("UNKNOWN")
_SAME = words("in accordance with pursuant to under the its their this such same original foregoing applicable")
_SAVE = frozenset(["assumed", "substituted", "continued", "replaced", "assume", "substitute", "continue", "replace", "for"])
_PAST = frozenset(["was", "were", "did", "had", "has", "have", "been", "accelerated"])


def on_trigger(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """Whether all that is said is what vests sooner upon an event of that sort, or that nothing does."""
    if kinds & _ELSE <= _DENIED | {_UNTIL} and _goes_on(nodes, kinds):
        return True
    if not kinds.isdisjoint(_ELSE) or (_AMOUNT in kinds and not _of_unvested(nodes)) or not (_triggers(nodes) and _conditional(nodes)):
        return False
    if any(n.kind in (_ON, _FROM) and not _of_event(n) for n in nodes) or any(n.word in _PAST for n in nodes):
        return False
    if any(a.kind == _NOT and b.word not in _SAVE for a, b in pairwise(nodes)):
        return False
    return _vests_sooner(nodes)


def _goes_on(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "If it is replaced upon a change in control, it will not vest then, and goes on to vest in accordance with the schedule"."""
    replaced = any(n.kind == _REPLACED or n.word == "replaced" for n in nodes)
    if not replaced or _AMOUNT in kinds or not _conditional(nodes) or any(n.word in _PAST for n in nodes):
        return False
    if any(n.kind == _UNKNOWN and n.word != "replaced" for n in nodes):
        return False
    if any((n.kind in (_ON, _FROM) and not _named(n.value)) or (n.kind == _UNTIL and before.word != "to") for before, n in pairwise(nodes)):
        return False
    told = [i for i, n in enumerate(nodes[:-1]) if n.kind in _DENIED or (n.kind == _VERB and not n.value.noun)]
    return told != [] and all(nodes[i + 1].kind == _ON if nodes[i].kind in _DENIED else _on_schedule(nodes[i + 1 :]) for i in told)


def _on_schedule(after: Sequence[Node]) -> bool:
    """ "In accordance with the vesting schedule set forth above"; "in accordance with a new schedule" is another."""
    named = next((i for i, n in enumerate(after) if n.word == "schedule"), 0)
    return named > 0 and all(n.kind == _VERB or n.word in _SAME for n in after[:named])


def _of_unvested(nodes: Sequence[Node]) -> bool:
    """ "50% of the then unvested shares vest and the remaining 50% on its first anniversary": parts of what other terms leave unvested."""
    return all(
        n.value.amount.rest or (n.value.amount.portion is not None and _unvested(nodes, i))
        for i, n in enumerate(nodes)
        if n.kind == _AMOUNT
    )


def _unvested(nodes: Sequence[Node], at: int) -> bool:
    of = [nodes[at].value.subject, *(n.value for n in nodes[at + 1 : at + _NEAR] if n.kind == _SUBJ)]
    return any(subject.unvested for subject in of)


def _of_event(node: Node) -> bool:
    return waits(getattr(node.value, "moment", node.value))


def _triggers(nodes: Sequence[Node]) -> bool:
    return any(n.kind in _TRIGGER or (n.kind in (_ON, _FROM) and _named(getattr(n.value, "moment", n.value))) for n in nodes)


def _named(moment: object) -> bool:
    return not _EVENTS.isdisjoint(_event(moment).split())


def _event(moment: object) -> str:
    return moment.event or "" if isinstance(moment, FromAnchor) and moment.anchor == "event" else ""


def _conditional(nodes: Sequence[Node]) -> bool:
    """Whether it opens with the event, or with what is sooner if it comes."""
    first = next((n for n in nodes if n.kind not in _OPENING), None)
    if first is None:
        return False
    return first.kind in _IF or (first.kind == _ON and (_named(first.value) or _event(first.value) == "event"))


def _vests_sooner(nodes: Sequence[Node]) -> bool:
    """Whether all of it, or what is unvested, is then to vest: a share of it is told by no number."""
    held = [n.value if n.kind == _SUBJ else n.value.subject for n in nodes if n.kind in _HELD]
    verbs = [n.value for n in nodes if n.kind == _VERB]
    if any(s.units for s in held) or any(v.past and not v.noun for v in verbs):
        return False
    sooner = any(n.kind == _ACCEL and n.value == "acceleration" for n in nodes)
    if not sooner and not any(not (v.noun or v.past) for v in verbs):
        return False
    all_of_it = any(s.unvested or s.every for s in held) or any(v.full or v.immediate for v in verbs)
    return all_of_it or sooner
