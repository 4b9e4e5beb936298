"""What an amendment of a form says of the form that it amends: that was in error, this one is right. And what an award was amended in.

In: the words of a sentence. Out: those that tell of no error, by which the sentence may take something back all the same; whether but the
end or the price of an option was changed.
"""

from collections.abc import Sequence

from vestcalc.reading.besides_words import MONTHS, words

_MISREPORTED = tuple(sorted(words("error correct incorrect erroneous inadvertent mistak misreport misstat overstat understat omit")))


def but_for_errors(said: Sequence[str], every: list[str]) -> list[str]:
    """ "The original Form 4 is being amended to correct an administrative error", and what came of the error, without the error."""
    here = set(said)
    amends = "form" in here and not here.isdisjoint(("amended", "amendment"))
    if not amends and (list(said[:3]) != ["as", "a", "result"] or "beneficially" not in here):
        return every
    return [word for word in every if not word.startswith(_MISREPORTED)]


def extended(told: Sequence[str]) -> bool:
    """ "The option was amended to extend the expiration date to D", "was repriced to $2.00": its end or its price, and no more."""
    here = set(told)
    if here.isdisjoint(_MADE_LONGER) or (here.isdisjoint(_ITS_END) and "repriced" not in here):
        return False
    numbers = [w for w in told if w.isdecimal() and (len(w) < _DIGITS or w[:2] in ("19", "20"))]
    return all(w in _OF_ITS_END or w in MONTHS or w[0] == "$" or w in numbers for w in told)


_MADE_LONGER = words("extend extends extended extending extension repriced")
_ITS_END = words("expiration expiry")
_OF_ITS_END = (
    _MADE_LONGER
    | _ITS_END
    | words(
        """
        the a an this these two reported transactions transaction involved involve reflects amendment amended of outstanding existing option
        options warrant warrants to from by its date dates was were has been have board committee compensation issuer company directors
        effective on exercise price per share in with respect reporting person person's granted previously and resulting deemed cancellation
        old grant replacement new approved
        """
    )
)
_DIGITS = 3
