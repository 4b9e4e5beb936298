"""Names of days that are given and not used, or given twice: "'Vesting Date' means June 1 of each year.", and all vests on anniversaries.

In: the sentences of an award's notes. Out: the places of such names. Days are told there, and what vests on them is not, or not on which.
"""

from collections.abc import Sequence
from typing import Any

from vestcalc.reading.anaphora import each_moment
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.defined import Defined
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.span import Place
from vestcalc.terms.models import FromAnchor, Moment

_DEF = kind("DEF")


def named_in_vain(sentences: Sequence[Sentence]) -> list[Place]:
    """ "'Vesting Date' means June 1 of each year.", where nothing vests on a day of that name; a name in use that has two meanings."""
    said = [(s, n) for s in sentences for n in s.nodes if n.value.__class__ is Defined]
    if not said:
        return []
    used = {term for s in sentences for n in s.nodes if n.value.__class__ is not Defined for term in _terms_in(n.value)}
    meant: dict[str, Any] = {}
    twice = {n.value.term for _, n in said if meant.setdefault(n.value.term, n.value.meaning) != n.value.meaning}
    return [
        s.place(n.start, n.stop)
        for s, n in said
        if (n.value.term in twice if n.value.term in used else n.kind == _DEF and "vest" in n.value.term)
    ]


def _terms_in(value: Any) -> set[str]:
    """The names that stand in a phrase for the days they were given to."""
    found: set[str] = {value.term} if value.__class__ is Cadence and value.term else set()

    def look(m: Moment) -> Moment:
        event = m.event or "" if isinstance(m, FromAnchor) else ""
        found.update(event.split(":")[-1:] if ":" in event else ())
        return m

    each_moment(value, look)
    return found
