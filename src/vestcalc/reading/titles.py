"""Titles, sentences without a verb that say what is awarded: "Replacement award granted at the effective time of the merger".

In: the words of a sentence beside terms, in lower case. Out: whether it says more than a title may, and could turn the terms.
"""

from collections.abc import Sequence

from vestcalc.reading.besides_words import AWARD, words

#: What a sentence without a verb begins with that only says what is awarded, and the words that no such title has.
_TITLED = AWARD | words(
    "granted issued awarded phantom deferred restricted inducement ltip replacement retention promotion annual time service"
)
_DANGLING = words("or nor may might does")
_POINTING = words("the all any such these this each")
_FINITE = words(
    """
    is are was were be been being has have had will shall can could would should do represents represent represented includes include
    including consists comprises reflects reflect constitutes expires expire lapses entitles entitle converts convert reported exercised
    receive receives accrue accrues carry carries
    """
)
_TURNING = words(
    """
    unless except neither never not only if least most more less than around true discretionary discretion performance determine determined
    determines decides election otherwise reduced suspended delayed estimated relative maximum does without some
    """
)


_OF_GOALS, _KEPT_BACK = words("performance"), words("withheld surrendered tendered")

#: What may be said of an award in a word or two that tells nothing of its terms: it is given, and of what sort it is.
_GIVEN = words("granted issued awarded acquired purchased received exercised registered reported restricted unrestricted")
#: "Sold.", "Target.", "Double trigger."
_SHORT = words("sold target maximum minimum threshold draft trigger void forfeit leave half part partly performance")
#: So many words, "The company." among them, are no sentence.
_A_FEW = 3


def remark(said: list[str]) -> bool:
    """ "Deferred.", "Amended and restated.", "Double trigger.": so little tells neither of what it is said nor what it changes."""
    if not said or len(said) > _A_FEW or not AWARD.isdisjoint(said) or "split" in said:
        return False
    return any(w in _SHORT or (w.endswith("ed") and w not in _GIVEN) for w in said)


def kept_back(said: Sequence[str]) -> bool:
    """ "Shares withheld for taxes upon the settlement of performance units.": of other shares than those that vest."""
    return not _KEPT_BACK.isdisjoint(said[:3])


def turned(said: list[str]) -> bool:
    """ "Replacement award granted unless the board decides otherwise.": a title says what is awarded, and no more than that."""
    if not said or said[0] in _DANGLING:
        return bool(said)
    here = set(said)
    titled = said[0] not in _POINTING and not _TITLED.isdisjoint(said[:6])
    to_what = any(
        a == "up" and was != "lock" and not b[0].isdigit() for was, a, b in zip(["", *said], said, said[2:], strict=False)
    )  # "up to 12,000 shares" says how many
    verbless = here.isdisjoint(_FINITE) or " is not true " in f" {' '.join(said)} "
    turns = here & (_TURNING - _OF_GOALS if kept_back(said) else _TURNING)
    return titled and verbless and (to_what or bool(turns))


#: What the heading of a section is made of: none of these words says that something vests, or when.
_OF_A_HEADING = AWARD | words(
    """
    the of and to for in general rule rules notice term terms period time times date dates schedule right rights commencement
    exercise exercisability exercisable vesting phantom annual initial subsequent regular normal ordinary scheduled through continued
    employment service sign_on inducement retention special new hire unvested time based equity incentive deferred common conditions
    restrictions a b c d e ii iii iv
    """
)
_HEADS_ALONE = words("subsequent initial annual notice sign_on inducement retention special hire unvested")
_OF_TERMS = words("exercise exercisability vesting")
_HEADED = 8


def heading(said: Sequence[str]) -> bool:
    """ "Time of Exercise of Option.", "When Option May Be Exercised.", "Subsequent Options.": what the next sentence is about."""
    if not 1 < len(said) <= _HEADED:
        return False
    if said[0] == "when":
        return "may" in said and said[-1] == "exercised" and AWARD.union(["when", "may", "be", "the", "this", "exercised"]).issuperset(said)
    what = (" ".join(said[1:] if said[0] in ("and", *"abcd") else said)).replace("sign on", "sign_on").split()
    named = not (_HEADS_ALONE | _OF_TERMS).isdisjoint(what) or what[:2] == ["date", "exercisable"]
    return named and _OF_A_HEADING.issuperset(what)
