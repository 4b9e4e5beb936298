"""The words a security's title is made of, to tell a title from the security under it and to mend words that cells cut."""

import re

from vestcalc.late import late

WORDS: frozenset[str] = frozenset(
    re.findall(
        r"\S+",
        """common stock option options restricted unit units share shares class series ordinary preferred performance employee director
        incentive nonqualified non-qualified right rights warrant warrants phantom deferred appreciation award awards depositary american
        capital limited partnership convertible note notes purchase""",
    )
)
#: Begins the name of the security under a derivative one.
UNDERLYING_START = late(
    r"(?:(?:class|series)\s\S{1,3}\s)?(?:convertible\s)?(?:common|ordinary|preferred|capital)(?:\s(?:stock|shares?|units?))?\Z", re.I
)
UNDERLYING_END = late(r"(?:stock|shares?|units?)\Z", re.I)
#: A word that tells what kind of derivative security a title names.
DERIVATIVE = late(
    r"\b(?:options?|(?:non-?)?qualified|units?|[a-z]{0,3}[rp]s[ua]s?|warrants?|rights?|s?sars?|appreciation|phantom|deferred|performance|restricted"
    r"|preferred|convertible|exchangeable|notes?|debentures?|bonds?|class|series|forward|swaps?|puts?|calls?|contract|obligation|award|interests?)\b",
    re.I,
)


def one_apart(a: str, b: str) -> bool:
    """Whether two words differ by one letter at most: one more, one less, or one other."""
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    return a[i:] == b[i + 1 :] or (len(a) == len(b) and a[i + 1 :] == b[i + 1 :])


def mend_word(left: str, right: str) -> str | None:
    """ "Com" and "nmon" -> "Common": a title's word that a cell's edge cut in two, or None."""
    joined = left + right
    lower = joined.lower()
    if left.lower() in WORDS and right.lower() in WORDS:
        return None
    for word in WORDS:
        if len(word) >= 5 and lower[:2] == word[:2] and one_apart(lower, word):
            return joined[:1] + (word[1:].upper() if joined.isupper() else word[1:])
    return None


#: Words that speak of vesting.
VESTING = late(r"\b(?:un)?vest(?:s|ed|ing|ings)?\b|\bexercisable\b|\blapse[sd]?\b|\bforfeit\w{0,7}\b|\bv[e3]st(?:s|ing)\b", re.I)
#: Words of a note about shares withheld for tax: it may mention vesting, and belongs to a code F row.
WITHHOLDING = late(r"\bwithh[eo]ld\w{0,4}\b|\btax\s(?:liabilit|withhold|obligation)\w{0,5}\b", re.I)
#: Words about vesting in a text without a form around it.
SPEAKS = late(
    r"\b(?:(?:un|non)?-?vest(?:s|ed|ing|ings)?|exercisable|laps(?:e|es|ed|ing)|forfeit\w{0,7}|instal?lments?|tranches?|cliff)\b", re.I
)
