"""Sentences that speak of vesting or of exercise and move nothing: "The award is subject to time-based vesting.".

In: the words of a sentence, in lower case. Out: the topic that claims it whole, or None. Each sort has a closed vocabulary: a sentence is
of it when all its words are in the vocabulary and those are among them that make the sort.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from vestcalc.reading.besides_words import AWARD, words

_NOUNS = AWARD | words(
    "the a an this these those such its their his her of to in on for is are be and or as all any each restricted stock common"
    " class issuer's company's reporting person's employee"
)
_PAPERS = words("agreement agreements plan award grant notice terms set forth out described provided specified stated shown")


class Sort(Struct, frozen=True):
    """`vocabulary`: all its words; of each of `needs` one must be said."""

    topic: str
    vocabulary: frozenset[str]
    needs: tuple[frozenset[str], ...]


def _sort(topic: str, others: str, *needs: str, papers: bool = False) -> Sort:
    listed = tuple(map(words, needs))
    return Sort(topic, (_NOUNS | words(others) | (_PAPERS if papers else frozenset())).union(*listed), listed)


SORTS = (
    # "Restricted stock subject to vesting.", "The RSUs vest based solely on continued service."
    _sort(
        "mention",
        "subject time service based solely conditions condition requirements over that which continued employment unvested",
        "vest vests vesting",
    ),
    # "The vesting schedule is set forth below.", "The option vests in accordance with the foregoing schedule."
    _sort(
        "mention",
        "accordance with has have schedule vest vests vesting",
        "below above follows following foregoing herein agreement",
        "schedule vesting vests",
        papers=True,
    ),
    # "Vesting may be accelerated in certain circumstances as set forth in the award agreement."
    _sort(
        "acceleration",
        "vesting under upon certain circumstances events conditions by compensation committee board administrator also applicable event"
        " change control death disability retirement termination employment qualifying service early earlier if",
        "accelerated acceleration accelerate accelerates",
        "may subject",
        papers=True,
    ),
    # "None of the RSUs have vested as of the date of this report."
    _sort(
        "not-yet",
        "portion part yet currently had were date report filing form 4",
        "no none",
        "have has had are is were",
        "vested exercisable",
        "date hereof report filing currently yet",
    ),
    # "None of the options have been exercised."
    _sort("mention", "portion part have has been yet date hereof report filing", "no none", "exercised", "been"),
    # "The warrant may be exercised on a cashless basis.", "The option may be exercised for whole shares only."
    _sort(
        "mention",
        "may by through only payment exercise time purchase price delivery basis",
        "exercised exercisable",
        "cashless net whole cash",
    ),
    # "Once vested, the option may be exercised at any time before its expiration."
    _sort(
        "ends",
        "may from at by time date once vested",
        "exercised exercisable",
        "expiration expiry expires",
        "until before prior through",
    ),
    # "If a vesting date falls on a weekend, vesting will occur on the next business day."
    _sort(
        "roll-over",
        "vesting vest vests date will shall falls fall occur occurs not weekend holiday saturday sunday then next immediately preceding"
        " first succeeding following non would instead case it that day days deemed",
        "if",
        "business trading",
    ),
    # "Options must be exercised within 90 days after termination of employment."
    _sort(
        "mention",
        "vested must may will shall exercised exercisable remain remains terminate terminates expire expires lapse lapses up upon within"
        " date 30 60 90 180 three six twelve 3 6 12 one thirty sixty ninety two years calendar employment service",
        "exercised exercisable expire expires terminate terminates lapse lapses",
        "days months year",
        "after following",
        "termination death disability retirement",
    ),
    # "Vesting is not contingent on any further performance conditions.", "The award is no longer subject to performance conditions."
    _sort(
        "mention",
        "vesting longer contingent subject conditioned further additional based there carry do does",
        "no not",
        "performance",
        "conditions condition goals criteria requirements hurdle hurdles",
    ),
    # "Upon vesting, each LTIP unit may be converted into a common unit.", "Vested units may be redeemed for cash or shares."
    _sort(
        "delivery",
        "upon following vesting conversion ltip profits interest interests common partnership operating op class one basis cash at election"
        " option holder issuer company equal number into time general partner",
        "may",
        "vested vesting",
        "converted redeemed exchanged",
    ),
    # "The award takes the form of nil-cost options."
    _sort("mention", "nil cost conditional rights ordinary deferred phantom", "takes take", "form"),
    # "The shares are held in escrow until vested."
    _sort(
        "delivery",
        "will shall be by agent transfer until they have entry form account name",
        "held",
        "escrow custody issuer company book",
        "vested vesting vest",
    ),
    # "The shares are subject to a risk of forfeiture which lapses as they vest."
    _sort("mention", "risk which that they when upon subject", "forfeiture", "lapses lapse", "vest vests vesting"),
)
_ONCE, _DENIED = words("once vested after following"), words("vest occur be held")


def mention(said: Sequence[str]) -> str | None:
    """The topic of a sentence with these words, if they are of one of the sorts and say no more."""
    here = frozenset(said)
    if "may" in here and (("only" in here and "whole" not in here) or ("time" in here and _ONCE.isdisjoint(here))):
        return None  # "only by the expiration date"; "at any time" is at once
    if any(a == "not" and b in _DENIED for a, b in pairwise(said)):
        return None
    if said.count("performance") > 1 or sum(word in ("not", "no", "none") for word in said) > 1:
        return None
    return next((s.topic for s in SORTS if here <= s.vocabulary and not any(map(here.isdisjoint, s.needs))), None)
