"""Turns of older and British drafting for what is said elsewhere in one word: "cease to apply", "capable of exercise", "that is to say".

Seen once names and fixed turns are known, and before anything is counted. Leave words of the lexicon, and QUIET for what a share is called.
"""

from vestcalc.reading.grammar import Build, Match, Pattern


def _if_said(words: str, word: str) -> Build:
    """The word it stands for, where one of these is said; they have no kind of their own."""
    listed = frozenset(words.split())
    return lambda m: word if not listed.isdisjoint(m.words()) else None


def _par(m: Match) -> str:
    return "par value"


_SHARES = "(DET|OWN|STOCKWORD|restricted|performance)* HEAD+"

PATTERNS = [
    Pattern("expire", "SERVICEW to (apply to?|have (any|further)* effect) | comes UNKNOWN", _if_said("cease ceases ceased away", "expires")),
    Pattern("exercisable", "UNKNOWN of QUIETW? (exercise|be exercised)", _if_said("capable", "exercisable")),
    Pattern(
        "exercisable",
        f"(MADE|UNKNOWN) to exercise {_SHARES} (?= COMMA? (as|with INSTRU|in|to the extent|on|from|after|only|at|up to))",
        _if_said("entitled permitted able", "exercisable"),
    ),
    Pattern("lapses", "(lapses and)? SERVICEW to be exercisable", _if_said("cease ceases ceased", "lapses")),
    Pattern("MEANW", "that be to UNKNOWN", _if_said("say", "i.e")),
    Pattern("date", "date then? CONDW (out|CONDW) (below|hereunder)?", _if_said("set", "dates")),
    Pattern("by", "on or before", lambda m: "by"),
    Pattern("represent", "be (over|for) (?= INT (MOD|restricted)* HEAD)", lambda m: "represents"),
    Pattern("LIQUID", "(comes over|LIQUID) UNKNOWN", _if_said("bid bids offer", "takeover")),
    Pattern("QUIET", "(COMMA|OPEN)? (of|with|without|have|a|no|the)* par value? of? NAME? MONEY? ((per|each) HEAD?)? (CLOSE|COMMA)?", _par),
    Pattern("QUIET", "(?<=HEAD) of NAME? MONEY each", _par),
]  # fmt: skip
