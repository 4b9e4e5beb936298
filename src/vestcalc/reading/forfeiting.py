"""Forfeitures: one that may come moves no date, one that has come leaves less of the award than was granted.

In: the phrases of a sentence and their kinds. Out: which of the two is told, if any.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import OnDate

_ON, _VERB, _SUBJ, _UNKNOWN = map(kind, ["ON", "VERB", "SUBJ", "UNKNOWN"])
_FORFEIT, _FORMER = kind_set("forfeit CANCEL"), frozenset(["former", "previous", "previously", "prior"])
_RESTRICTED, _STATED = kind_set("EARLY repurchase restriction right"), kind_set("ON LIST")
_SUBJECT_TO, _RESTRICTIONS = kind_set("subject COND"), kind_set("VERB restriction restricted")
_WHEN = kind_set("if when on ON unless until UNTIL in terminate TERMINW ACCEL following after before COND EARLY")
_PART, _SERIES = kind_set("AMOUNT INST"), kind_set("LIST CAD EQUAL")
_TERMS = kind_set("AMOUNT INST CAD LIST EQUAL AMOUNTS BEGIN UNTIL THEN MONEY")


def forfeits(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """A forfeiture that may come; one that has come, or of a number of shares, changes the schedule and is not passed over."""
    if not kinds & _FORFEIT or kinds & _TERMS or vests_on(nodes) or _always(nodes, kinds):
        return False
    return not any(n.kind == _SUBJ and n.value.units for n in nodes) and not any(n.word in ("were", "was", "been") for n in nodes)


def _always(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "The shares are subject to vesting and a risk of forfeiture": how things are, and not what comes when someone leaves."""
    if _SUBJECT_TO.isdisjoint(kinds) or not kinds & _RESTRICTIONS:
        return False
    last = max(i for i, n in enumerate(nodes) if n.kind in _FORFEIT)
    return nodes[last].word == "forfeiture" and _WHEN.isdisjoint([n.kind for n in nodes[last:]])


def vests_on(nodes: Sequence[Node]) -> bool:
    """Whether a verb stands right before its date: "vests on D, unless ..." states terms, whatever else is said."""
    return any(a.kind == _VERB and not a.value.noun and b.kind == _ON and isinstance(b.value, OnDate) for a, b in pairwise(nodes))


def forfeited(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """A forfeiture that has come: "10,000 of the shares were forfeited on May 1, 2020"; what a former employer gave is another thing."""
    if not kinds & _FORFEIT or any(a.word in _FORMER and b.word == "employer" for a, b in pairwise(nodes)):
        return False
    before = [{n.word for n in nodes[max(0, i - 2) : i]} for i, node in enumerate(nodes) if node.kind in _FORFEIT]
    return any(words & {"were", "was", "been"} for words in before)


def _names_restriction(node: Node) -> bool:
    return node.value == "restriction" or (node.kind == _SUBJ and node.value.restriction)


def lapse_of_award(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "the option lapses": not a restriction that lapses."""
    if _VERB not in kinds or kinds & _RESTRICTED or not any(n.kind == _VERB and n.value.lapse for n in nodes):
        return False
    if any(a.kind == _VERB and not a.value.lapse and b.word == "only" for a, b in pairwise(nodes)):  # how else it would vest
        return False
    return not (any(_names_restriction(n) for n in nodes) or (kinds & _SERIES and _right_unnamed(nodes)))


def _right_unnamed(nodes: Sequence[Node]) -> bool:
    """ "The right of redemption lapses as to one third": a right that nobody here knows, perhaps the one that keeps shares unvested."""
    at = next((i for i, (a, b) in enumerate(pairwise(nodes)) if a.kind == _VERB and a.value.lapse and b.kind in _PART), 0)
    return any(n.kind == _UNKNOWN for n in nodes[:at])


def exercisable_on(nodes: Sequence[Node]) -> bool:
    """Whether the day is told on which it vests or since when it may be exercised: "becomes exercisable on D and lapses on E"."""
    return any(a.kind == _VERB and not a.value.lapse and b.kind in _STATED for a, b in pairwise(nodes))
