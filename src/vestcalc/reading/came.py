"""How an award came, or is to come, told beside its terms: "The units were granted in April 2020", "the Company will grant you an option".

In: the words of a sentence, in lower case. Out: whether they tell of the grant and of nothing that is not so.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading import besides_words as said_by
from vestcalc.reading.besides_words import words
from vestcalc.reading.company_words import PLAIN

#: What is said of a grant with such a word may be said of no grant; and of what was earned, that nothing was.
_EXCEPTED = words(
    """
    unless except neither never without around otherwise least most discretion discretionary election some not does only true determine less
    more exceeds relative
    """
)
OPEN = _EXCEPTED | words("subject provided up")
#: "Transferable only by will, and not otherwise".
_OF_TRANSFER = words("only except not otherwise without neither")
_IF_EARNED = (" subject to performance ", " subject to the satisfaction ", " subject to the achievement ", " if earned ")
#: So few words may all be known.
_SHORT = 12
_OF_A_SHORT_ONE = (
    PLAIN
    | said_by.SORTS
    | said_by.MONTHS
    | words("services service lieu base salary fees made you your no replacement intended before previously originally")
)
#: So many words may stand between "was" and "granted".
_NEAR = 2


def came(said: Sequence[str], here: set[str], text: str) -> bool:
    """ "Was granted", "were acquired"; a short sentence says nothing but that, and when."""
    if not here.isdisjoint(_EXCEPTED - _OF_TRANSFER if "transferable" in here else _EXCEPTED) or any(turn in text for turn in _IF_EARNED):
        return False
    short = len(said) < _SHORT and ("granted" in here or "awarded" in here)
    if short and not all(w in _OF_A_SHORT_ONE or w[-1].isdigit() for w in said):
        return False
    return any(w in said_by.AUXILIARIES and not said_by.CAME.isdisjoint(said[i + 1 : i + 1 + _NEAR]) for i, w in enumerate(said))


def grants(said: Sequence[str]) -> bool:
    """ "On May 3, 2021, the Compensation Committee granted the option": nothing but who, and when, before it."""
    given = [i for i, (a, b) in enumerate(pairwise(said)) if a in said_by.GRANTORS and (b == "granted" or _issued(b, said[i + 2 :]))]
    at = given[0] if given else None
    return at is not None and all(w in PLAIN or w in said_by.DAYS or w in _UNDER or w.isdecimal() for w in said[:at])


def _issued(word: str, after: Sequence[str]) -> bool:
    """ "The Company issued 9,000 options to a consultant": an award, and no shares that came of one."""
    return word == "issued" and not _RIGHTS.isdisjoint(after[: _NEAR + 1]) and _OF_EXERCISE.isdisjoint(after)


#: "Under the 2010 plan, the Company granted 9,000 options", "during the year ended".
_UNDER = words("under pursuant during eip ltip sip ended year fiscal quarter months")
_RIGHTS = words("option options warrant warrants sars")
_OF_EXERCISE = words("upon exchange exercised replacement replace lieu conversion converted cancelled settlement new")
#: What makes of a grant that is promised several, or another.
_SEVERAL = words(
    "each every another additional further second third subsequent per annually monthly quarterly half portion thereafter once if or no up"
    " none performance"
)
_MAY_STAND = words("hereby be also promptly make")
_GRANT = words("grant award issue granted awarded issued")


def to_be_granted(said: Sequence[str]) -> bool:
    """ "Promptly following the Effective Date, the Company shall award the Executive 4,000 restricted shares": one grant."""
    at = next((i for i, word in enumerate(said) if word in ("will", "shall")), None)
    if at is None or not _EXCEPTED.isdisjoint(said) or not said_by.TIMETABLE.isdisjoint(said):
        return False
    rest = [word for word in said[at + 1 : at + 4] if word not in _MAY_STAND]
    counts = [i for i, word in enumerate(said[:-1]) if word[0].isdigit() and not said_by.AWARD.isdisjoint(said[i + 1 : i + 1 + _NEAR + 1])]
    return rest[:1] != [] and rest[0] in _GRANT and len(counts) < _NEAR and _SEVERAL.isdisjoint(said) and not said_by.AWARD.isdisjoint(said)
