"""How an award came of another: converted, exchanged or assumed in a merger or at a spin-off.

"In connection with the spin-off, this option was converted from an option of the former parent with the same vesting terms." tells of a
past award and leaves the terms told beside it as they are, provided every word of it is known and what it became, or came of, is an
award again: "was converted into 500 shares" takes something back, and what was converted into options of another company is gone.

In: the text and the words of a sentence. Out: whether that is all it says.
"""

from collections.abc import Collection

from vestcalc.late import late
from vestcalc.reading.besides_words import MONTHS, words
from vestcalc.reading.company_words import HAPPENED

_TOWARDS = (
    r"(?:converted|exchanged|substituted|replaced|assumed|conversion|exchange|substitution|replacement|assumption|rolled over|adjustment)"
)
_AWARD = r"(?:options?|rsus?|psus?|sars?|units?|awards?|warrants?|appreciation rights?)"
#: From "converted" to the award, no share being spoken of between them that is none of an award's name.
_OF_AWARDS = late(rf" {_TOWARDS} (?:(?!(?:shares?|stock) (?!options?|units?|awards?|appreciation))\S+ ){{0,9}}?{_AWARD} ")
#: "The reporting person exchanged the units for options."
_GAVE_UP = late(
    rf"(?<! were)(?<! was)(?<! been) exchanged (?:the|these|those|such|his|her|its|their|all|some|half) (?:\S+ ){{0,4}}?{_AWARD} "
)
_PASSED = words("was were been received issued granted acquired represents represent converted exchanged")
_TO_COME = words("will shall would may if unless until provided not no upon cash consideration")
_BECAME = "(?:converted|replaced|assumed|exchanged|substituted)"
#: Whose the award is that it became.
_OF_WHOM = late(
    rf" {_BECAME}(?: and \S+)? (?:into|to|for|with) (?:\S+ ){{0,9}}?{_AWARD} "
    r"(?:to (?:purchase|acquire|buy) )?(?:(?:\S+ ){0,4}?of )(?:the )?(\S+)"
)
_OURS = words("issuer issuer's company company's registrant")
_CAPITALS = late(r"(?<=\s)[A-Z][A-Za-z.'&]*[A-Za-z]")
_PART = late(r" [\d,]+ of (?:the|these|such|those) ")
_DAY = late(
    r" (?:on|effective|dated) (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2} \d{4}(?= )"
)
_AT_CLOSING = late(r"^ upon the (?:closing|completion|consummation|effectiveness|effective time) of ")
_KNOWN = HAPPENED | words(
    """
    converted exchanged substituted replaced assumed conversion exchange substitution replacement assumption rolled continued continuing
    continue same identical terms conditions vesting schedule schedules applicable applied immediately prior before effective time closing
    outstanding former predecessor distribution existing corresponding equivalent similar comparable new old based result accordance
    treatment substantially otherwise generally connection adjusted adjustment ratio factor formula number spinoff pro rata had those
    legacy economic material aspects respects remain remains governed reclassified redomestication reorganization recapitalization
    adjustments preserve preserved maintain maintained intrinsic aggregate separation separated economics
    acquired acquirer successor buy acquire pursuant appreciation exchanging converting
    """
)


def of_exchange(text: str, words: list[str]) -> bool:
    """Whether a sentence, with these words, only tells that an award was made of another one."""
    if not words or _PASSED.isdisjoint(words):
        return False
    said = _AT_CLOSING.sub(" ", f" {' '.join(words)} ")
    if not _TO_COME.isdisjoint(said.split()):
        return False
    if _GAVE_UP.search(said) is not None:
        return False
    names = {name.lower() for name in _CAPITALS.findall(text)} - MONTHS
    if _OF_AWARDS.search(said) is None or _PART.search(said) is not None or _becomes_anothers(said, names):
        return False
    return all(w in _KNOWN or w in names or w.replace(",", "").isdecimal() for w in _DAY.sub(" ", said).split())


def _becomes_anothers(said: str, names: Collection[str]) -> bool:
    """ "The options were converted into options of Larkmoor, Inc."."""
    whose = _OF_WHOM.search(said)
    return whose is not None and whose[1] in names and whose[1] not in _OURS
