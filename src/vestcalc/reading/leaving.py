"""What becomes of an award when its holder leaves or the company changes hands, and of fractions of shares: nothing that moves a date.

"All unvested units will accelerate in full upon death.", "Any unvested shares revert to the issuer upon termination of service.", "No
fractional shares will vest." In: the phrases of a sentence without a schedule. Out: whether that is all it says; what has come already
("were accelerated", "was terminated"), a day, a number of shares or a negation makes it another matter.
"""

from collections.abc import Sequence

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor

_ACCEL, _SUBJ, _VERB, _OVER, _QUIET = (kind(k) for k in ["ACCEL", "SUBJ", "VERB", "OVER", "QUIET"])
_NEGATES, _CONDW = kind("NEGW"), kind("CONDW")
_MAY_COME = kind_set("NEGW COMMA SUBJ VERB ACCEL COND STOP SEMI CONDW may occur")
_PARTS = kind_set("NUMBER AMOUNT AMOUNTS INST LIST CAD EQUAL PCT FRAC half")
_COUNTS = kind_set("NUMBER PCT FRAC half")
_TIMES = kind_set("ON LIST BEGIN FROM UNTIL OVER INST THEN CAD EQUAL")
_LIMITS = kind_set("unless except only not no NOTVERB NEGW")
_CONDITIONAL = kind_set("contingent condition")
_YET = frozenset(["however", "notwithstanding"])
_TAKES_OVER = frozenset(
    ["assume", "assumes", "assumed", "substitute", "substitutes", "substituted", "replace", "replaces", "replaced", "continue", "continued"]
)
_WHOSE = kind_set("PERSON OWN")
_CAME = frozenset(["was", "were", "been", "had", "did", "has", "have"])
_COMING = kind_set("will may be if")
_PRESENT = frozenset(["terminate", "terminates", "lapse", "lapses", "cease", "ceases", "continue", "continues"])
_VERBS = kind_set("be have will may if delivered settle PAYW forfeit receive")
_LEAVES = kind_set("death disability retirement terminate TERMINW end")
_WHENEVER = kind_set("if when on following after case because")
_NO_PARTS = frozenset(["fraction", "fractional"])
_CONDITIONS = kind_set("COND ACCEL")
#: What may stand between "once vested" and its subject.
_ONCE = kind_set("COND COMMA PLAN")
_OF_ONCE = _ONCE | kind_set("QUIET SUBJ may STOP SEMI and")
_EVENTS = kind_set("LIQUID AGEW accelerate CONTROLW change end")
_PLAIN = kind_set(
    "VERB be SUBJ DET INSTALL of QUIETW STOP SEMI COMMA case or and death disability retirement will also in CONDW on ON EVENT"
)
_CONTINUES = (
    _PLAIN
    | _LEAVES
    | _EVENTS
    | _CONDITIONS
    | kind_set(
        "DET OWN if when on in the case after before SERVICEW service employment AGEW INT as scheduled schedule to be"
        " award share unit option original as with accordance term event following from have under plan agreement NAME QUIET"
    )
)
_FORFEITS = kind_set("forfeit CANCEL")
_MORE, _PARTED, _TIMES_OR_PARTS = _LIMITS | _FORFEITS | _PARTS - _COUNTS, _LIMITS | _PARTS | _CONDITIONAL, _TIMES | _PARTS


def waits(value: object) -> bool:
    """Whether a moment is an event without a date."""
    return isinstance(value, FromAnchor) and value.anchor == "event"


def _has_come(nodes: Sequence[Node]) -> bool:
    return any(n.word in _CAME or (n.kind == _VERB and n.value.past and not n.value.noun) for n in nodes)


def _dated(nodes: Sequence[Node]) -> bool:
    """Whether a day is told, or a span that is no time left to exercise in."""
    return any(n.kind in _TIMES and not waits(n.value) and not (n.kind == _OVER and n.value.term) for n in nodes)


def has_vested(said: Sequence[Node], nodes: Sequence[Node]) -> bool:
    """ "The units vested in full upon his death": no acceleration to come, but one that has; not so "units vested on death are paid"."""
    if _has_left(nodes):
        return True
    no_other_verb = _VERBS.isdisjoint([n.kind for n in nodes])
    return bool(said) and all(
        n.kind == _VERB and n.value.past and not n.value.modal and (no_other_verb if n.value.noun else True) for n in said
    )


def _has_left(nodes: Sequence[Node]) -> bool:
    """ "Because he is retirement-eligible, the units vested on grant", "in connection with his departure, 4,000 units will vest": no if."""
    opening = [n.word for n in nodes[:3]]
    counted = any(n.kind == _SUBJ and n.value.units for n in nodes)
    because = opening[:1] == ["because"] and any(n.kind == _VERB and n.value.past for n in nodes)
    return because or (opening == ["in", "connection", "with"] and counted and nodes[3].kind in _WHOSE)


def of_what_vested(nodes: Sequence[Node]) -> bool:
    """ "Each vested unit may be converted into a share, provided that ...": what may become of units once they are vested."""
    if nodes[0].kind == _QUIET and nodes[0].value == "delivery":  # "within 30 days of each vesting date, ..."
        return _TIMES_OR_PARTS.isdisjoint([n.kind for n in nodes]) and not any(n.kind == _SUBJ and n.value.units for n in nodes)
    for i, node in enumerate(nodes[:-3]):
        once = node.kind == _QUIET and node.value == "once vested"
        if once or (node.kind == _VERB and node.value.noun and node.value.bare == "vested"):
            after = [n for n in nodes[i + 1 :] if not once or n.kind not in _ONCE][:3]
            plain = [n.kind for n in after[:1]] == [_SUBJ] and not after[0].value.units and not _dated(nodes)
            plain = plain and (not once or _OF_ONCE.issuperset([n.kind for n in nodes]))
            return plain and len(after) > 2 and after[1].word == "may" and after[2].kind == _QUIET
    return False


def may_come(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "However, the shares may vest earlier upon a change in control": nothing but what may come."""
    if _ACCEL not in kinds or not kinds <= _MAY_COME:
        return False
    verbs, words = [n.value for n in nodes if n.kind == _VERB], {n.word for n in nodes}
    if (
        not verbs
        or not all(v.modal or (v.noun and "may" in words) for v in verbs)
        or any(n.kind == _CONDW and n.word != "certain" for n in nodes)
    ):
        return False
    return all(n.word == "however" if n.kind == _NEGATES else n.kind != _SUBJ or not n.value.units for n in nodes)


def accelerates(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Upon a change in control, 100% of the unvested shares shall accelerate": all or some of it may come sooner."""
    if _ACCEL not in kinds or any(n.kind == _ACCEL and n.value != "acceleration" for n in nodes):
        return False
    limited = [n for i, n in enumerate(nodes) if n.kind in _LIMITS and not (n.word in _YET or _not_taken_over(nodes, i))]
    return not limited and not (_dated(nodes) or _has_come(nodes))


def _not_taken_over(nodes: Sequence[Node], i: int) -> bool:
    """ "If the successor does not assume or replace the option": a condition of what comes sooner."""
    return nodes[i].word == "not" and not _TAKES_OVER.isdisjoint([n.word for n in nodes[i + 1 : i + 4]])


def on_leaving(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Following termination of service the optionee may exercise the vested shares for three months"; what is conditional on it only."""
    opened = waits(nodes[0].value) and nodes[0].value.event.startswith("event")  # "in the event of his dismissal"
    if kinds.isdisjoint(_LEAVES) or (kinds.isdisjoint(_WHENEVER) and not opened) or not kinds.isdisjoint(_PARTED):
        return False
    counted = any(n.kind == _SUBJ and n.value.units for n in nodes)
    if not any(n.kind in _COMING or n.word in _PRESENT for n in nodes):
        return False
    return not (counted or _dated(nodes) or _has_come(nodes))


def on_service(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Vesting is conditioned on continued employment", "if she retires, vesting will continue as scheduled": no date moves."""
    if not kinds.isdisjoint(_MORE) or not any(n.kind == _VERB and n.value.bare == "vesting" for n in nodes):
        return False
    events = _ACCEL in kinds
    if any(n.kind in _TIMES and not (events and waits(n.value)) for n in nodes):
        return False
    if any((n.kind == _ACCEL and n.value != "acceleration") or (n.kind == _SUBJ and n.value.units) for n in nodes):
        return False
    if kinds & _CONDITIONS and kinds <= _CONDITIONS | _PLAIN:
        return True
    goes_on = any(n.word.startswith(("continue", "cease")) for n in nodes)
    return goes_on and bool(kinds & (_LEAVES | _EVENTS)) and kinds <= _CONTINUES


def of_a_fraction(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "No units vest for a fraction of a share"."""
    return kinds.isdisjoint(_TIMES_OR_PARTS) and any(n.word in _NO_PARTS for n in nodes)
