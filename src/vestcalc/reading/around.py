"""What stands around a phrase of a sentence: before it, after it, and what it leads to.

In: the phrases of a sentence and the place of one. Out: facts by which `parts` tells where a part begins.
"""

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import KINDS, kind_set

TIMES = {KINDS[k]: k for k in ["ON", "LIST", "BEGIN", "FROM", "UNTIL", "OVER", "INST", "EQUAL", "THEN", "CAD", "FULLON", "CAP"]}
JOIN = kind_set("COMMA SEMI COLON DASH ENUM STOP QUIETW and with then as of also so respectively each which")
QUIETS = kind_set("NONE COND QUIET ACCEL PLAN GRANTED DEF EARLY LATEST HEADER CLIFF")
NUMBERS = kind_set("INT NUM DEC")
_AMOUNTS, _SUBJ = kind_set("AMOUNT AMOUNTS") | NUMBERS, KINDS["SUBJ"]
_ASIDE = kind_set("PLAN QUIET")
_BREAKS = kind_set("and SEMI")
_AS = kind_set("as CAD THEN")
_ENDS = kind_set("COMMA STOP SEMI and")
_THINGS = kind_set("SUBJ AMOUNT INT NUM DEC successive business calendar day PERFW")
_COLON, _ENUM, _GRANTED, _NUM, _QUIET = (KINDS[k] for k in ["COLON", "ENUM", "GRANTED", "NUM", "QUIET"])
_COMMA, _VERB, _STOP, _SEMI, _INT, _CAD, _THEN = (KINDS[k] for k in ["COMMA", "VERB", "STOP", "SEMI", "INT", "CAD", "THEN"])


def is_amount(node: Node) -> bool:
    """Whether a node says how much."""
    return node.kind in _AMOUNTS or (node.kind == _SUBJ and node.value.units is not None)


def leads_on(nodes: list[Node], i: int) -> bool:
    """ "1/3 on D1 and, if the goal is met, the rest on D2": the words after "and" are of the amount they lead to."""
    before = next((n.kind for n in reversed(nodes[:i]) if n.kind != _COMMA), "")
    if before not in _BREAKS:
        return False
    for node in nodes[i + 1 :]:
        if is_amount(node):
            return True
        if node.kind in TIMES or node.kind in _BREAKS or node.kind in (_VERB, _STOP):
            return False
    return False


def is_size(taken: list[Node], nodes: list[Node], i: int) -> bool:
    """Whether a number of units, the last node taken, stands before node i, and is no number "of" those of an award."""
    while i and nodes[i - 1].kind in _ASIDE:
        i -= 1
    if not i or not taken or taken[-1] is not nodes[i - 1]:
        return False
    last = nodes[i - 1]
    return last.kind == _INT or (last.kind == _SUBJ and last.value.units not in (None, 1) and not last.value.some)


def follows_of_which(nodes: list[Node], i: int) -> bool:
    """Whether "of which" stands before node i."""
    return [n.word for n in nodes[max(0, i - 2) : i]] == ["of", "which"]


def next_slot(nodes: list[Node], i: int) -> Node | None:
    """The next node after i that is no connective, verb or quiet phrase."""
    for node in nodes[i + 1 :]:
        if node.kind not in JOIN and node.kind not in QUIETS and node.kind != _VERB:
            return node
    return None


def how_often(after: list[Node]) -> bool:
    """ "Exercisable beginning D, 20% per year": whether an amount with no day of its own is that of each period."""
    plain = after[0].kind == _CAD and after[0].value.after is None if after else False
    return plain and all(n.kind != _THEN for n in after)


def as_to(nodes: list[Node], i: int) -> bool:
    """Whether the i-th node is an amount told by "as to" or by how often: a part of the award, and no size of it."""
    return 0 < i < len(nodes) and is_amount(nodes[i]) and (nodes[i - 1].value == "as to" or nodes[i - 1].kind in _AS)


def after_colon(nodes: list[Node], i: int) -> bool:
    """Whether a colon stands before it, but for "(a)"."""
    at = i - 2 if nodes[i - 1].kind == _ENUM else i - 1
    return at >= 0 and nodes[at].kind == _COLON


def of_its_own(nodes: list[Node], i: int) -> bool:
    """ "500 units: 200 granted on D that vest ...": a number behind another that is of an award of its own."""
    return nodes[i].kind == _SUBJ or (i + 1 < len(nodes) and nodes[i + 1].kind == _GRANTED)


def stray(nodes: list[Node], i: int, timed: bool) -> bool:
    """Whether a number without a noun is left of a date, a length or another number: "May 2021. 12, This", "5,000 5,000 shares"."""
    if nodes[i].kind == _NUM:
        return True
    following = nodes[i + 1].kind if i + 1 < len(nodes) else _STOP
    if following in _ENDS or nodes[i + 1].start == nodes[i].stop:  # a phrase that begins with a comma
        return not timed and (i == 0 or nodes[i - 1].kind not in (_VERB, _QUIET))
    return following in _THINGS


def untimed(nodes: list[Node], i: int) -> bool:
    """ "A third on D1, two-thirds on D2 and all of the shares.": of what is named last, no day is told."""
    ends = i + 1 == len(nodes) or nodes[i + 1].kind in (_STOP, _SEMI)
    return nodes[i].kind == _SUBJ and (ends or (nodes[i].value.every and nodes[i + 1].kind in QUIETS))
