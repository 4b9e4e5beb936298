"""When it all ends, told in a sentence that states no terms: nothing vests after that day.

"The option expires on D.", "The term of the option is ten years.", "Unvested units lapse on D." In: the phrases of such a sentence. Out:
the day, to be compared with the last vest.
"""

from collections.abc import Sequence

from vestcalc.reading.cascade import phrases
from vestcalc.reading.grammar import Node, kinds_of
from vestcalc.reading.phrases.expiring import Ends, end_of
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import Moment

_EXPIRE, _TERM = kind("expire"), kind("term")
_ENDING = frozenset([_EXPIRE, _TERM])
_OPTION = frozenset(["option", "options", "warrant", "warrants"])
_SUBJ, _NOTVERB, _UNVESTED = kind("SUBJ"), kind("NOTVERB"), kind("unvested")
_COUNTED = kind_set("AMOUNT AMOUNTS NUMBER INT PCT FRAC half unless except only if")
_LOST, _WILL, _VOID = kind_set("terminate forfeit CANCEL expire lapses"), kind_set("will be QUIETW"), frozenset(["void"])
_BEHIND = kind_set("STOP SEMI QUIET QUIETW")
#: The words of a loss, beside these: an allow-list.
_OF_IT = kind_set(
    "DET OWN any all the such SUBJ INSTALL NOM MOD HEAD that which have be SERVICEW rest remaining unvested NOTVERB ON by then VERB of"
    " COMMA and option award share as on at"
)
#: What is lost on leaving is lost only then.
_LEAVING = kind_set("if unless when on death disability retirement terminate TERMINW service employment SERVICEW COND ACCEL")


def expiry(nodes: Sequence[Node], words: Sequence[str]) -> Moment | None:
    """The day on which an option is said to end."""
    kinds = kinds_of(nodes)
    if _ENDING.isdisjoint(kinds) and not any(isinstance(n.value, Ends) for n in nodes):
        return None
    found = phrases(list(nodes), kinds)
    told = next((n.value for n in found if isinstance(n.value, Ends)), None)
    at = next(
        (
            i
            for i, n in enumerate(found)
            if (n.kind == _EXPIRE and n.word != "expiring") or (n.kind == _TERM and not _OPTION.isdisjoint(words))
        ),
        None,
    )
    if told is None and at is not None:
        told = end_of(found[at:])
    return told.on if told is not None else None


def lost_on(nodes: Sequence[Node]) -> Moment | None:
    """The day on which what has not vested is said to be lost."""
    at = lost_unvested(nodes)
    conditions = [n.kind for n in nodes[: at or None] if n.word not in ("remain", "remains")]
    told = end_of(nodes) if _LEAVING.isdisjoint(conditions) else None
    return told.on if told is not None else None


def lost_unvested(nodes: Sequence[Node]) -> int | None:
    """ "Any portion that remains unvested on the fifth anniversary will terminate", "options that have not vested by then are void": where
    it is said to be lost. A number, or an amount, is another matter.
    """
    if not _COUNTED.isdisjoint([n.kind for n in nodes]) or any(n.kind == _SUBJ and n.value.units for n in nodes):
        return None
    at = next((i for i, n in enumerate(nodes[:8]) if _not_vested(nodes, i)), None)
    lost = next((i for i, n in enumerate(nodes) if n.kind in _LOST or n.word in _VOID), None)
    if at is None or lost is None or lost < at or nodes[lost - 1].kind not in _WILL:
        return None
    if any(n.kind not in _OF_IT and n.kind not in _WILL for n in nodes[:lost]):
        return None
    return lost if _BEHIND.issuperset([n.kind for n in nodes[lost + 1 :]]) else None


def _not_vested(nodes: Sequence[Node], i: int) -> bool:
    """ "Unvested", "that have not vested", said of what is to be lost."""
    node = nodes[i]
    said = node.kind == _NOTVERB and node.value == "told" and any(n.word in ("that", "which") for n in nodes[:i])
    return said or node.kind == _UNVESTED or (node.kind == _SUBJ and bool(node.value.unvested))
