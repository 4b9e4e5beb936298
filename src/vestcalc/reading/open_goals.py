"""Goals that a sentence without a word of vesting sets, and amounts that it leaves open, beside terms that give dates.

"The award is payable only if revenue exceeds $1 billion", "each unit represents the right to receive up to two shares depending on
performance", "the number of shares delivered will be between 0% and 200% of the units": such a sentence is about delivery, or about what
a unit stands for, and yet nothing is certain to vest. In: its words. Out: whether it says so; what has been measured is no goal any more.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.late import late
from vestcalc.reading.besides_words import words
from vestcalc.reading.earning import TAKEN_BACK
from vestcalc.reading.titles import kept_back

_ON_CONDITION = words("if subject contingent conditional conditioned depending depends dependent based provided")
_UPON = words("upon on following after when")
_REACHED = words("achievement achieving attainment attaining satisfaction achieves attains achieved attained")
_GOALS = words(
    "goal goals target targets milestone milestones hurdle hurdles objective objectives criteria criterion metric metrics revenue revenues"
    " ebitda eps tsr roic profit profits profitability"
)
_MODIFIERS = words("modifier multiplier")
_PERFORMANCE, _OF_WHAT = "performance", words("of units unit shares share stock rsus awards award bonus")
_PRICE, _COMPARED = words("price value capitalization"), words("exceeds exceed exceeding least above greater reaches")
#: What a price that is compared may be: that of an exercise, or of shares kept back.
_OF_EXERCISE = words("exercise withheld withholding purchase tax taxes par cost")
_DENIED = words("not no without neither none")
_MEASURED = words("was were been had earned determined")
_MET = words("achieved attained satisfied met certified exceeded reached")
_PARTLY = words("partly partially part half third")
_SEVERAL, _TWO_DIGITS = words("two three four five 2 3 4 5 1.5 2.5"), len("99%")
#: So many words are a day, after "until": "until March 1, 2030".
_A_DAY = 6
_WHENEVER = words("if unless until when once only")
_LEVELS = words("target targets targeted maximum threshold")
_COUNTING = words("percentage percentages number numbers amount units shares rsus psus award")
_PAID = words("bonus bonuses salary incentive permitted extent cash retainer")
_NONE, _RANGE = words("0% zero"), words("between from to")
#: At what rate units become shares, and what tells that it is not known yet.
_RATE, _OF_PAYOUT, _COMING = words("ratio rate factor multiple"), words("conversion payout payment vesting"), words("will shall to may")
#: Events upon which alone shares may be had: a listing, whatever the condition; a sale only by one that leaves no other way.
_LISTED = words("ipo listed listing liquidity public publicly flotation quoted")
_SOLD = words("merger sale exit offering")
_CONDITIONS, _ONLY_THEN = (
    words("if when once unless until requires require conditional contingent conditioned only"),
    words("unless requires require conditional contingent conditioned only"),
)
_HAD = words("convert converts converted conversion settled settlement delivered issued exercised exercise paid payout")
_PRICED = words("price prices value means valued quotation plan approved")
#: An award that is nothing but called one of performance.
_CALLED = words(
    "this is a an the represents represent award awards grant grants share shares stock unit units rsu rsus psu psus option options based"
    " vesting vested contingent conditioned restricted related linked"
)
_SO, _AWARDED = (
    words("based vesting vested contingent conditioned related linked"),
    words("restricted stock share shares unit units rsu rsus option options"),
)
_LEFT_OUT = words("exclude excludes excluding earned certified satisfied")
_RIGHTS, _OTHERWISE = words("right rights entitles"), words("vest vesting vested or earlier sooner terminates")
_EVENTS = words("liquidity ipo offering merger listing change")
_COME = words("was were been any restriction restrictions")
_LOST = words("forfeited forfeit forfeits forfeiture lapse lapses void cancelled canceled")
_ON_LEAVING = words(
    "employment employed service services serving serves leaves leave left terminates terminated termination resigns resignation retires"
    " retirement death dies disability cause breach breaches covenant covenants misconduct vest vested vesting unvested exercise exercised"
    " expire expires expiration clawback ceases cessation continue continues"
)
_SERVING = words("employed employment service serving serves")
_ONCE_SUBJECT = late(r"\b(?:was|were) subject to(?=.* which\b)")


def open_goal(words: Sequence[str]) -> bool:
    """Whether the words make something wait on a goal, or leave open how many there will be."""
    words = [b for a, b in pairwise(["", *words]) if (a, b) != ("internal", "revenue")]
    here = set(words)
    if _rate_to_come(words, here):
        return True
    if not here.isdisjoint(_MEASURED) and here.isdisjoint(_WHENEVER):
        return _still_open(words, here)
    return (
        _called_so(here)
        or _had_only_then(words, here)
        or _up_to_several(words)
        or _on_an_event(words, here)
        or _if_serving_on(words, here)
        or _of_a_level(here)
        or _in_a_range(words, here)
        or not here.isdisjoint(_MODIFIERS)
        or _waits_on_a_goal(words, here)
        or _on_a_price(words, here)
        or _still_open(words, here)
    )


def awarded_so(words: Sequence[str]) -> bool:
    """ "Represents a grant of performance-based restricted stock units"; "excludes performance shares" and "earned" are no such thing."""
    here = set(words)
    if _PERFORMANCE not in here or not here.isdisjoint(_DENIED) or not here.isdisjoint(_LEFT_OUT) or kept_back(words):
        return False
    if here.isdisjoint(_MET) and " subject to performance " in f" {' '.join(words)} ":
        return True
    return any(
        a == _PERFORMANCE and b in _SO and not _AWARDED.isdisjoint(words[max(0, i - 2) : i + 4]) for i, (a, b) in enumerate(pairwise(words))
    )


def _still_open(words: Sequence[str], here: set[str]) -> bool:
    """ "The performance goals had not been met by the date of this report", "were met in part"; "were granted at maximum"."""
    if any(a == "at" and b in _LEVELS for a, b in pairwise(words)) and not here.isdisjoint(("granted", "awarded", "issued", "reported")):
        return True
    if (here.isdisjoint(_GOALS) and _PERFORMANCE not in here) or here.isdisjoint(_MET):
        return False
    return not here.isdisjoint(_DENIED) or not here.isdisjoint(_PARTLY) or _taken_back(" ".join(words))


def _taken_back(said: str) -> bool:
    """ "Was certified unless otherwise determined"; "the units were subject to a goal, which was met" takes nothing back."""
    return TAKEN_BACK.search(_ONCE_SUBJECT.sub("", said)) is not None


def _called_so(here: set[str]) -> bool:
    """ "Performance-based award", "this is a performance award": no more is said of what it waits for."""
    return _PERFORMANCE in here and _CALLED.issuperset(here - {_PERFORMANCE})


def _had_only_then(words: Sequence[str], here: set[str]) -> bool:
    """ "Vested units may be converted if the company is listed", "no shares will be issued unless the merger closes"."""
    if not here.isdisjoint(_PRICED) or _HAD.isdisjoint(here) or not here.isdisjoint(("or", "earlier", "sooner")):
        return False
    conditions = [i for i, w in enumerate(words) if w in _CONDITIONS]
    listed = any(not _LISTED.isdisjoint(words[i:]) for i in conditions)
    return listed or any(words[i] in _ONLY_THEN and not _SOLD.isdisjoint(words[i:]) for i in conditions)


def _up_to_several(words: Sequence[str]) -> bool:
    """ "The right to receive up to two shares", "settled in an amount up to 150%"."""
    for i, (a, b) in enumerate(pairwise(words)):
        after = words[i + 2 : i + 3]
        if a == "up" and b == "to" and after and (after[0] in _SEVERAL or (after[0][-1] == "%" and len(after[0]) > _TWO_DIGITS)):
            return True
    return False


def lost_unless(words: Sequence[str]) -> bool:
    """ "If the company is not listed by June 30, 2021 the award is forfeited": it hangs on something else than service."""
    here = set(words)
    if _lost_with_goals(here) or _bought_back_until(words, here):
        return True
    else_lost = any(a == "or" and b in ("the", "it", "they", "all") for a, b in pairwise(words))
    hangs = not here.isdisjoint(_LOST) and (else_lost or not here.isdisjoint(("if", "unless")))
    return hangs and here.isdisjoint(_ON_LEAVING) and here.isdisjoint(_COME)


def _lost_with_goals(here: set[str]) -> bool:
    """ "Unvested units lapse if targets are not met"; "if the goals are met or service ends" is no such thing."""
    lost = not here.isdisjoint(_LOST) and not here.isdisjoint(("if", "unless")) and here.isdisjoint(_SERVING)
    return lost and not here.isdisjoint(_GOALS) and not here.isdisjoint(_MET)


def _bought_back_until(words: Sequence[str], here: set[str]) -> bool:
    """ "The company may repurchase the shares at cost until March 1, 2030": until then they are not the holder's."""
    if "repurchase" not in here or "until" not in here:
        return False
    return any(len(w) == 4 and w.isdecimal() for w in words[words.index("until") :][:_A_DAY])


def _of_a_level(here: set[str]) -> bool:
    """ "The number of shares reported represents 200% of the target"."""
    return not here.isdisjoint(_LEVELS) and not here.isdisjoint(_COUNTING) and here.isdisjoint(_PAID)


def _in_a_range(words: Sequence[str], here: set[str]) -> bool:
    """ "Between 0% and 200% of the units", "from zero to two shares", "0 to 2 shares"."""
    none = not here.isdisjoint(_NONE) or any(a == "0" and b in ("to", "and") for a, b in pairwise(words))
    return none and not here.isdisjoint(_RANGE) and here.isdisjoint(_OF_EXERCISE)


def _rate_to_come(words: Sequence[str], here: set[str]) -> bool:
    """ "The conversion ratio will be determined on the price at the end of the period"."""
    if here.isdisjoint(_RATE) or here.isdisjoint(_OF_PAYOUT) or "determined" not in here:
        return False
    return not _COMING.isdisjoint(words[: words.index("determined")])


def _waits_on_a_goal(words: Sequence[str], here: set[str]) -> bool:
    """ "If the performance goal is achieved", "upon the attainment of its targets"; "not subject to performance goals" is no such thing."""
    if not here.isdisjoint(_DENIED):
        return False
    at = next(
        (i for i, w in enumerate(words) if w in _ON_CONDITION or (w in _UPON and not _REACHED.isdisjoint(words[i + 1 : i + 3]))), None
    )
    if at is None:
        return False
    after = words[at + 1 :]
    measured = [i for i, w in enumerate(after) if w == _PERFORMANCE and after[i + 1 : i + 2] != [] and after[i + 1] not in _OF_WHAT]
    return not _GOALS.isdisjoint(after) or bool(measured) or after[-1:] == [_PERFORMANCE]


def _on_a_price(words: Sequence[str], here: set[str]) -> bool:
    """ "Only if the stock price is at least $20"."""
    return (
        not here.isdisjoint(_PRICE) and not here.isdisjoint(_COMPARED) and any(w[0] == "$" for w in words) and here.isdisjoint(_OF_EXERCISE)
    )


def _on_an_event(words: Sequence[str], here: set[str]) -> bool:
    """ "A right to receive one share upon a liquidity event"; "upon vesting or a change in control" is when it is delivered."""
    if here.isdisjoint(_RIGHTS) or not here.isdisjoint(_OTHERWISE):
        return False
    return any(w in _UPON and not _EVENTS.isdisjoint(words[i + 1 : i + 4]) for i, w in enumerate(words))


def _if_serving_on(words: Sequence[str], here: set[str]) -> bool:
    """ "The units are settled if she is employed on March 15, 2025": another day of service."""
    if "if" not in here or here.isdisjoint(_SERVING):
        return False
    return any(len(w) == 4 and w.isdecimal() for w in words[words.index("if") :])
