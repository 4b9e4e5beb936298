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
    told = end_of(nodes) if _LEAVING.isdisjoint([n.kind for n in nodes]) else None
    return told.on if told is not None else None
