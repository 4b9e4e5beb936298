"""Vesting that waits for service and for one thing more, and the finding that this one thing has come.

"The RSUs vest upon the satisfaction of both a service-based condition and a liquidity event condition. The liquidity event condition was
satisfied upon the closing of the initial public offering. The service-based condition is satisfied as to 1/16th ..." Only the last sentence
is of days. In: a sentence. Out: the draft
with what it waits for, or with the finding, where the sentence says no more than the first or the second: every word must be one of theirs.
"""

from collections.abc import Sequence

from vestcalc.late import late
from vestcalc.reading.besides import undoes, words_of
from vestcalc.reading.besides_words import MONTHS, words
from vestcalc.reading.draft import Draft
from vestcalc.reading.earning import taken_back, to_earn
from vestcalc.reading.grammar import Node
from vestcalc.reading.sentences import Sentence

_WORD = late(r"[a-z0-9]+(?:['’][a-z]+)?")
#: "(performance-based)": said of the award, and of no condition.
_ASIDE = late(r"(?i)\([^)]*\bperformance\b[^)]*\)")
#: What tells how much was earned, or leaves nothing open.
_LEVEL = late(r"(?i)earn|achiev|attain|certif|determin|payout|exceed|%|percent|level|number")
#: What no finding of results settles: an approval, a choice, a bound on the day.
_NOT_OF_RESULTS = ("approv", "otherwise", "such other", "discretion", "election", "contingent", "earlier than")
_CONDITIONS = words("condition conditions requirement requirements component components")
_SERVICE = words("service time")
_GOAL = words("liquidity performance")
_NAMED = ("ondition", "equirement", "omponent", "based vesting")
_VEST = words("vest vests vesting")
_ABOUT = _CONDITIONS | _SERVICE | _GOAL | words("a an the of and related based event events vesting initial")
_ANNOUNCING = _ABOUT | words(
    """
    rsu rsus psu psus restricted stock share shares unit units award awards option options security securities these this such each
    will shall vest vests vested become only upon on when subject to satisfaction satisfied satisfying met both two is are which must be
    in order for before prior their its expiration date
    """
)
_CAME = words("was were has have been")
_MET = words("satisfied met achieved")
_FINDING = (
    _ABOUT
    | _CAME
    | _MET
    | MONTHS
    | words(
        """
        upon on in connection with by at for rsu rsus restricted stock unit units award this these such was were has have been
        issuer's company's issuer company closing completion effectiveness consummation occurrence public offering ipo direct listing
        registration statement business combination merger its 's effective date as result declared
        """
    )
)


def _said(sentence: Sentence) -> list[str]:
    text = sentence.cleaned.text[sentence.nodes[0].start : sentence.nodes[-1].stop]
    named = any(word in text for word in _NAMED)
    return _WORD.findall(text.lower()) if named and _ASIDE.search(text) is None else []


def taken_in(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> bool:
    """Whether all that the sentence says is what vesting waits for, or that it has come."""
    every = frozenset(_said(sentence))
    if not every:
        return False
    said = frozenset(word for word in every if not word.isdecimal())
    if _announces(every):
        draft.goals += [] if said.isdisjoint(_GOAL) else [(sentence, list(nodes))]
        draft.speaks = True
    elif _has_come(said):
        found_met(draft, sentence, how_much=False)
    else:
        return False
    draft.quiet.append(sentence.whole)
    return True


def found_met(draft: Draft, sentence: Sentence, *, how_much: bool = True) -> None:
    """Note that goals were met: that a liquidity event has come says nothing of others, that a condition was met not how much is earned."""
    if _of_liquidity(sentence):
        draft.liquid = draft.liquid or not taken_back(sentence)
    else:
        draft.certified = True
        draft.earned = draft.earned or (how_much and _LEVEL.search(sentence.cleaned.text, *_within(sentence)) is not None)


def _within(sentence: Sentence) -> tuple[int, int]:
    return sentence.nodes[0].start, sentence.nodes[-1].stop


def open_still(draft: Draft) -> list[tuple[Sentence, list[Node]]]:
    """The goals of which it is not told that they were met: a finding that they were is no approval."""
    return [goal for goal in draft.goals if not _was_met(draft, *goal) or undoes(words_of(*goal))]


def _was_met(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> bool:
    if draft.liquid and _of_liquidity(sentence):
        return "earlier than" not in _words_of(sentence, nodes)
    return draft.certified and not _not_of_results(sentence, nodes) and (draft.earned or not to_earn(nodes))


def _not_of_results(sentence: Sentence, nodes: Sequence[Node]) -> bool:
    """Whether it waits for an approval, leaves something to be determined, or bounds the day: no results tell of that."""
    said = _words_of(sentence, nodes)
    return any(turn in said for turn in _NOT_OF_RESULTS)


def _words_of(sentence: Sentence, nodes: Sequence[Node]) -> str:
    return sentence.cleaned.text[nodes[0].start : nodes[-1].stop].lower()


def _of_liquidity(sentence: Sentence) -> bool:
    return "liquidity" in sentence.cleaned.text[sentence.nodes[0].start : sentence.nodes[-1].stop].lower()


def _announces(said: frozenset[str]) -> bool:
    """ "The RSUs vest upon the satisfaction of both a service-based condition and a liquidity event-related performance condition"."""
    return said <= _ANNOUNCING and not said.isdisjoint(_SERVICE) and not said.isdisjoint(_VEST)


def _has_come(said: frozenset[str]) -> bool:
    """ "The liquidity event condition was satisfied on May 3, 2021"; of the service condition it is told otherwise."""
    if not said <= _FINDING or said.isdisjoint(_GOAL) or not said.isdisjoint(_SERVICE):
        return False
    return not said.isdisjoint(_CAME) and not said.isdisjoint(_MET)
