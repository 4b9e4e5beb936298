"""Whether what would make an award vest sooner, or end it, has come or has its day: then it is no mere provision and moves the dates.

In: the phrases of a sentence that tells of such an event. Out: whether it has happened.
"""

from collections.abc import Sequence

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import OnDate

_VERB, _SUBJ, _MONTHYEAR = map(kind, ["VERB", "SUBJ", "MONTHYEAR"])
_ENDS = kind_set("death disability retirement terminate TERMINW end change LIQUID CONTROLW")
_ON_A_DAY = kind_set("ON BEGIN")
#: "As a result of his resignation the unvested units are forfeited": said of one person, and not of what may be.
_WHO, _WOULD = frozenset(["his", "her", "person"]), frozenset(["will", "may", "if", "shall", "would", "any"])
_CAUSED, _FOR_CAUSE = frozenset(["triggered", "took", "occurred"]), frozenset(["for", "without", "than"])
_AUXILIARIES = frozenset(["was", "were", "been", "had", "did", "has", "have"])


def has_happened(nodes: Sequence[Node]) -> bool:
    """ "Upon his retirement on June 30, 2021 ...", "his death triggered vesting in full": an event with its day, or one that has come."""
    words = [n.word for n in nodes]
    so = words[:1] == ["with"] or words[:4] == ["as", "a", "result", "of"]
    if so and not _WHO.isdisjoint(words[1:7]) and _WOULD.isdisjoint(words) and not any(n.kind == _VERB and n.value.modal for n in nodes):
        return True
    for was, node, after, then in zip(["", *words], nodes, [*nodes[1:], nodes[-1]], [*nodes[2:], *nodes[-2:]], strict=False):
        if node.kind in _ENDS and (_on_a_day(after) or (after.word in ("in", "date") and (then.kind == _MONTHYEAR or _on_a_day(then)))):
            return True
        if (node.word in _CAUSED and after.word != "by" and was not in _AUXILIARIES) or (node.word == "forfeited" and was == "person"):
            return True
        if node.word == "cause" and after.kind == _SUBJ and was not in _FOR_CAUSE:
            return True
    return False


def _on_a_day(node: Node) -> bool:
    return node.kind in _ON_A_DAY and isinstance(getattr(node.value, "moment", node.value), OnDate)
