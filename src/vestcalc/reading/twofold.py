"""Vesting that waits for service and for one thing more, and the finding that this one thing has come.

"The RSUs vest upon the satisfaction of both a service-based condition and a liquidity event condition. The liquidity event condition was
satisfied upon the closing of the initial public offering. The service-based condition is satisfied as to 1/16th ..." Only the last sentence
is of days. In: a sentence. Out: whether it says no more than the first, or the second: every word of it must be one of theirs.
"""

from vestcalc.late import late
from vestcalc.reading.besides_words import MONTHS, words
from vestcalc.reading.sentences import Sentence

_WORD = late(r"[a-z0-9]+(?:['’][a-z]+)?")
_CONDITIONS = words("condition conditions requirement requirements component components")
_SERVICE = words("service time")
_GOAL = words("liquidity performance")
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
    return _WORD.findall(text.lower()) if "ondition" in text or "equirement" in text or "omponent" in text else []


def announces(sentence: Sentence) -> str:
    """ "The RSUs vest upon the satisfaction of both a service-based condition and a liquidity event-related performance condition".

    "goal", or "service" where nothing else is waited for; nothing where the sentence says something else.
    """
    here = set(_said(sentence))
    if not here or not here <= _ANNOUNCING or here.isdisjoint(_SERVICE) or here.isdisjoint(_VEST):
        return ""
    return "service" if here.isdisjoint(_GOAL) else "goal"


def has_come(sentence: Sentence) -> bool:
    """ "The liquidity event condition was satisfied on May 3, 2021"; of the service condition it is told otherwise."""
    said = _said(sentence)
    here = {word for word in said if not word.isdecimal()}
    if not said or not here <= _FINDING or here.isdisjoint(_GOAL) or not here.isdisjoint(_SERVICE):
        return False
    return not here.isdisjoint(_CAME) and not here.isdisjoint(_MET)
