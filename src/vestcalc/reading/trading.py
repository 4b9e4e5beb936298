"""Business days, which are not looked for: what a note says of them is an assumption.

In: the phrases of a sentence that states terms. Out: the draft with the assumption.
"""

from collections.abc import Sequence

from vestcalc.late import late
from vestcalc.reading.draft import Draft
from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.turns import ROLL_OVER
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind_set
from vestcalc.terms.models import Assumption

#: A day on which nobody deals, and what the words would do with it (docs/conventions.md, Dates 17).
KEPT = Assumption("business-day-ignored", "a day on which nobody deals is kept as stated")
_NAMED_DAYS, _OF_TRADE = kind_set("CAD LIST"), late(r"(?i)\b(?:business|trading|dealing) days?\b")


def business_days(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> None:
    """Note where a business day is not looked for."""
    if any(n.kind in _NAMED_DAYS and _OF_TRADE.search(sentence.cleaned.text, n.start, n.stop) for n in nodes):
        draft.assumptions.append(Assumption("business-day-ignored", "the first or the last business day is taken for that of the calendar"))
    elif any(n.value == ROLL_OVER for n in nodes):
        draft.assumptions.append(KEPT)
