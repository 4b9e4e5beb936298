"""Sentences of agreements that tell what a word means that is none of dates or awards: "'Disability' means an impairment ...".

In: the words of a sentence, in lower case. Out: whether it defines such a word, so that whatever else it says is of that.
"""

from collections.abc import Sequence

from vestcalc.reading.besides_words import AWARD, MONTHS, words

#: "For purposes of this Agreement, the term ...".
_LEADING = words(
    """
    for the purposes purpose of this agreement section award notice plan foregoing provision provisions hereof grant letter exhibit
    paragraph     as used herein in and term terms words a an each such clause
    """
)
#: What a defined word may not be of: what vests, how much and when.
_TELLING = (
    AWARD
    | MONTHS
    | words(
        """
        vest vests vested vesting unvested exercisable exercise exercised exercisability date dates period periods schedule day days month
        months quarter quarters year years anniversary commencement percentage number amount tranche installment target performance
        threshold maximum measurement price it this that which these those what they there he she we you nothing none not
        """
    )
)
#: So many words may a name have, and stand before it.
_LONG, _BEFORE = 6, 14


def _means(said: Sequence[str], i: int) -> bool:
    """Whether the i-th word is that by which a meaning is given: "means", "shall mean", "has the meaning"."""
    if said[i] == "mean":
        return said[i - 1] in ("shall", "will")
    return said[i] == "means" or (said[i] == "meaning" and list(said[max(0, i - 2) : i]) == ["has", "the"])


def defines_a_word(said: Sequence[str]) -> bool:
    """ "For purposes of this agreement, 'subsidiary' shall mean a corporation ...", "the term 'Cause' means ..."."""
    at = next((i for i in range(min(len(said), _BEFORE + _LONG)) if _means(said, i)), None)
    if not at:
        return False
    name = [word for word in said[:at] if word not in ("shall", "will", "has", "the", "have", "also")]
    while name and name[0] in _LEADING:
        name = name[1:]
    return 0 < len(name) <= _LONG and _TELLING.isdisjoint(name) and not any(word[-1].isdigit() or word[-1] == "%" for word in name)
