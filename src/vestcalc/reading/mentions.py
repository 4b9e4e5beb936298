"""Sentences that speak of vesting or of exercise and move nothing: "The award is subject to time-based vesting.".

In: the words of a sentence, in lower case. Out: the topic that claims it whole, or None. Each sort has a closed vocabulary: a sentence is
of it when all its words are in the vocabulary and those are among them that make the sort.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.late import late
from vestcalc.reading.agreement_sorts import OF_AGREEMENTS
from vestcalc.reading.besides_words import words
from vestcalc.reading.mention_sorts import NOUNS, OF_NOTES, PAPERS
from vestcalc.reading.titles import heading

_ONE_TIME = " at any one time "
#: So many digits has a year.
_YEAR = 4
#: What may be given a name: "each date that an RSU becomes vested shall be referred to herein as a 'Vesting Date'".
_GIVEN_A_NAME = (
    NOUNS
    | PAPERS
    | words(
        "applicable anniversary date dates day days period becomes become vested vest vests vesting unvested have has which pursuant"
        " accordance above other shall will hereof hereunder anniversary upon schedule"
    )
)
#: "Balance represents restricted stock units not vested."
_BALANCE = late(
    r"(?:the )?balance (?:represents|reflects|consists of) (?:(?:restricted|stock|share|performance) )*"
    r"(?:units|shares|rsus|psus|stock) not (?:yet )?vested"
)
_NAMES = ("referred to as", "referred to herein as", "referred to collectively as", "hereinafter called", "herein called", "known as")


def _gives_a_name(said: Sequence[str]) -> bool:
    text = " ".join(said)
    turn = next((turn for turn in _NAMES if turn in text), "")
    return turn != "" and _GIVEN_A_NAME.issuperset(text.replace(turn, "").split())


_HAPPENING, _WHEN = words("vested vesting"), words("on in over during ratably annually quarterly monthly from starting")
_ONCE, _DENIED = words("once vested after following"), words("vest occur be held")


def mention(said: Sequence[str]) -> str | None:
    """The topic of a sentence with these words, if they are of one of the sorts and say no more."""
    if heading(said) or _gives_a_name(said) or _BALANCE.fullmatch(" ".join(said)):
        return "mention"
    here = frozenset(said)
    told = None if _means_more(said, here) else next((s.topic for s in OF_NOTES if s.has(here)), None)
    return told or firm_mention(said)


def firm_mention(said: Sequence[str]) -> str | None:
    """The topic of a sentence of an agreement that moves nothing, whatever numbers and amounts stand in it."""
    if any(a == "may" and b[0].isdigit() for a, b in pairwise(said)):  # a month
        return None
    # "vested on D and were valued at $9,000" says when
    if any(a in _HAPPENING and b in _WHEN and c != "accordance" for a, b, c in zip(said, said[1:], said[2:], strict=False)):
        return None
    here = frozenset([w for w in f" {' '.join(said)} ".replace(_ONE_TIME, " ").split() if not (w[0] == "$" or _small(w))])
    return next((s.topic for s in OF_AGREEMENTS if s.has(here)), None)


def _small(word: str) -> bool:
    """ "36", "1.39": no year."""
    return (len(word) < _YEAR and word.isdigit()) or (word.count(".") == 1 and word.replace(".", "").isdigit())


def _means_more(said: Sequence[str], here: frozenset[str]) -> bool:
    """Whether one word of a sort may turn the others: "not", a time at which it may be exercised."""
    if "may" in here and (("only" in here and "whole" not in here) or ("time" in here and _ONCE.isdisjoint(here))):
        return True  # "only by the expiration date"; "at any time" is at once
    if any(a == "not" and b in _DENIED for a, b in pairwise(said)):
        return True
    return said.count("performance") > 1 or sum(word in ("not", "no", "none") for word in said) > 1
