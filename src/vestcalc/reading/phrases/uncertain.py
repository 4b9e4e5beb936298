"""What only looks like a condition of service: conditions that nobody names, service until a day that nobody knows, service of no person.

In: the match of a condition's opening and of the words that conditions are made of. Out: whether a date must not be taken to stand beside it.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading.grammar import Match, Node
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor

#: Where a QUIET says that what stands before it is told in another note.
IN_A_NOTE = "set forth in a note"
_CONDITIONS = frozenset(["condition", "conditions", "requirement", "requirements"])
_SERVED = kind_set("service employment SERVICEW continued")
#: The terms of an agreement or a plan move no date: that they must be kept says no more than that there are such.
_OF_TERMS = kind_set("term agreement plan policy PLAN award")
_NAMED_SO, _TO_BE_MET = frozenset(["condition", "conditions"]), frozenset(["satisfaction", "satisfying", "met"])
_SET_FORTH = kind("QUIET")
_SERVES = frozenset(["remains", "remain", "remained", "continues", "continue", "continued", "ceases", "employed", "serves"])
_TIMES = kind_set("ON UNTIL")
#: Days that are told before, or are those on which it vests: "such date", "the second vesting date"; "no date said" stands behind a number of years.
_TOLD = ("date", "date said", "vesting")


def uncertain(m: Match) -> bool:
    """Whether the words leave open if the award will vest on its dates."""
    return _unnamed(m) or _lasts_until_an_event(m) or _of_no_person(m.all())


def _unnamed(m: Match) -> bool:
    """ "Subject to the satisfaction of certain conditions", "subject to the conditions described in footnote 5": which, it does not say."""
    nodes = m.all()
    if _CONDITIONS.isdisjoint(m.words()) or any(n.kind in _OF_TERMS or n.kind in _SERVED for n in nodes):
        return False
    behind = next(iter(m.nodes[m._m.end() :]), None)
    told = behind.value if behind is not None and behind.kind == _SET_FORTH else None
    required = _TO_BE_MET.isdisjoint(m.words()) and all(n.word not in _NAMED_SO for n in nodes)
    return told == IN_A_NOTE or (told is None and not required)


def _lasts_until_an_event(m: Match) -> bool:
    """ "Subject to his employment through the IPO", "if employed at the merger": it vests no sooner, whatever day is named."""
    nodes = m.all()
    if not any(n.kind in _SERVED for n in nodes):
        return False
    return any(n.kind in _TIMES and _undated(n.value) for n in nodes) and not _vests_then(m)


def _undated(value: object) -> bool:
    """An event that is no day of vesting and none told before."""
    if not isinstance(value, FromAnchor) or value.anchor != "event" or value.plus or value.stated:
        return False
    return not (value.event or "date").endswith(_TOLD)


def _vests_then(m: Match) -> bool:
    """Whether the sentence has the same event for its time: "vests on the annual meeting, if he serves through the meeting"."""
    events = {n.value.event for n in m.all() if isinstance(n.value, FromAnchor)}
    i, j = m._m.span()
    return any(isinstance(n.value, FromAnchor) and n.value.event in events for n in (*m.nodes[:i], *m.nodes[j:]))


def _of_no_person(nodes: Sequence[Node]) -> bool:
    """ "Provided that the change in control remains employed": who is meant?"""
    return any(a.kind in _TIMES and _undated(a.value) and b.word in _SERVES for a, b in pairwise(nodes))
