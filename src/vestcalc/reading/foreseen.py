"""What may come of an award, told beside its terms: forfeiture, acceleration, what units become once they are vested.

In: the words of a sentence. Out: whether they foresee no more than that; what has come already is another matter.
"""

from collections.abc import Sequence

from vestcalc.reading import besides_words as said_by
from vestcalc.reading.company_words import PLAIN


def may_come(words: Sequence[str], here: set[str]) -> bool:
    """Whether the sentence, with these words, only foresees."""
    return _may_be_forfeited(here) or _foresees_acceleration(here) or _once_vested(words, here)


def _may_be_forfeited(here: set[str]) -> bool:
    """ "If the participant leaves before that date the shares are forfeited"; what was forfeited is another matter."""
    coming = not here.isdisjoint(("if", "any", "upon", "when")) and here.isdisjoint(("was", "were", "been", "has", "have"))
    if "only" in here and here.isdisjoint(("forfeited", "forfeit")):  # "subject only if it is met to forfeiture"
        return False
    return coming and not here.isdisjoint(("forfeited", "forfeit", "forfeiture", "forfeitable"))


def _foresees_acceleration(here: set[str]) -> bool:
    """ "The option provides for full acceleration upon a change in control": no day, no number, and nothing that has come."""
    foreseen = "acceleration" in here and not here.isdisjoint(said_by.FORESEEN) and here.isdisjoint(said_by.HAS_COME)
    return foreseen and not any(w[-1].isdigit() or w[-1] == "%" for w in here)


def _once_vested(words: Sequence[str], here: set[str]) -> bool:
    """ "Once vested, the units may be exchanged for common shares"."""
    return list(words[:2]) == ["once", "vested"] and here <= PLAIN | said_by.ONCE
