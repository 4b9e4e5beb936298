"""What an amendment of a form says of the form that it amends: that was in error, this one is right.

In: the words of a sentence. Out: those that tell of no error, by which the sentence may take something back all the same.
"""

from collections.abc import Sequence

from vestcalc.reading.besides_words import words

_MISREPORTED = tuple(sorted(words("error correct incorrect erroneous inadvertent mistak misreport misstat overstat understat omit")))


def but_for_errors(said: Sequence[str], every: list[str]) -> list[str]:
    """ "The original Form 4 is being amended to correct an administrative error", and what came of the error, without the error."""
    here = set(said)
    amends = "form" in here and not here.isdisjoint(("amended", "amendment"))
    if not amends and (list(said[:3]) != ["as", "a", "result"] or "beneficially" not in here):
        return every
    return [word for word in every if not word.startswith(_MISREPORTED)]
