"""Units that dividends added to an older award: the day on which they were added is not that of the award's grant.

In: the sentences of an award's notes. Out: whether one of them tells that what the row reports came of dividends; what came so beside
it ("Includes 211 units acquired through dividend reinvestment") is another matter.
"""

import re
from collections.abc import Sequence

from vestcalc.late import late
from vestcalc.reading.sentences import Sentence

_BESIDE = r"(?<![a-z])(?!include|also\b|total\b|in addition\b|each\b)"
#: "Units credited as dividend equivalents", "units acquired pursuant to the reinvestment terms from a dividend".
_CAME_OF = (
    r"[^.;]{0,60}?\b(?:units?|rsus?|psus?|dsus?|shares|rights)\b(?: [\w-]+){0,4}?"
    r" (?:accrued|acquired|added|credited|earned|issued|granted|awarded|received|resulting)"
    r"(?: (?!with\b|and\b|plus\b|including\b|include)[\w'-]+){0,8}? (?:dividends?|reinvest(?:ment|ed|ing))\b"
)
#: "Represents dividend equivalent units", "consists of dividend equivalents credited on units".
_BEING = (
    r"(?:represents?|reflects?|consists? of)(?: (?!with\b|and\b|plus\b)[\w,-]+){0,3}? dividend[ -]equivalents?\b(?! rights? (?:that|which))"
)
_OF_DIVIDENDS = late(rf"(?:\A|[.;)] ){_BESIDE}(?:{_CAME_OF}|{_BEING})", re.IGNORECASE)


def of_dividends(sentences: Sequence[Sentence]) -> bool:
    """Whether what the row reports came of dividends on units that were granted before."""
    texts = {s.cleaned.text for s in sentences}
    return any("ividend" in text and _OF_DIVIDENDS.search(text) is not None for text in texts)
