"""Turns of older and British drafting for what is said elsewhere in one word: "cease to apply", "capable of exercise", "that is to say".

Seen once names and fixed turns are known, and before anything is counted. Leave words of the lexicon, and QUIET for what a share is called.
"""

from vestcalc.reading.grammar import Build, Match, Pattern
from vestcalc.reading.tokens.lexicon import kind, kind_set

_DENYING = kind_set("without no")
_UNKNOWN = kind("UNKNOWN")
_RESTRICTS = kind_set("restriction restricted forfeit risk repurchase")


def _if_said(words: str, word: str) -> Build:
    """The word it stands for, where one of these is said; they have no kind of their own."""
    listed = frozenset(words.split())
    return lambda m: word if not listed.isdisjoint(m.words()) else None


def _exercises(m: Match) -> str | None:
    """ "Is entitled to exercise the option as to", "may exercise the option as to": of the option, it may be exercised."""
    first = m.all()[0].word
    return "exercisable" if first in ("entitled", "permitted", "able", "exercise") else None


def _net(m: Match) -> str | None:
    """ "Net of those sold to meet tax"."""
    return "net of tax" if all(n.word in ("net", "meet", "cover") for n in m.all() if n.kind == _UNKNOWN) else None


def _fall_away(m: Match) -> str | None:
    """Restrictions that cease to apply, or fall away: they lapse."""
    named = any(n.kind in _RESTRICTS for n in m.nodes[: m._m.start()])
    return "lapse" if named and m.words() & {"cease", "ceases", "ceased", "away"} else None


def _par(m: Match) -> str | None:
    """ "Of 5p each", "without par value", and no other denial."""
    return "par value" if all(n.word in ("without", "no") for n in m.all() if n.kind in _DENYING) else None


def _rolls_over(m: Match) -> str | None:
    """ "Or, if that is not a business day, on the next dealing day"."""
    named = all(n.word in ("trading", "non") for n in m.all() if n.kind in _OF_DAYS)
    return ROLL_OVER if named else None


def _save_as_told(m: Match) -> str | None:
    """ "..., save in the circumstances set out in rule 6, ...": what is told elsewhere of other cases."""
    words = m.words()
    told = words & {"rule", "rules", "plan", "agreement", "scheme"} and words & {"save", "except"}
    return "adds nothing" if told and words & {"set", "provided", "described", "specified", "permitted"} else None


def _told_before(m: Match) -> str | None:
    """ "As previously disclosed, ...", at the head of a sentence."""
    return "as told before" if m.before() is None and m.words() & {"disclosed", "reported", "announced"} else None


def _acquiring(m: Match) -> str | None:
    """ "Acquisition of restricted stock units that vest ...", at the head of a sentence."""
    return "represents" if m.before() is None and "acquisition" in m.words() else None


_PLACES = frozenset(f"{name}{s}" for name in ("section", "paragraph", "subsection", "subparagraph", "article", "clause") for s in ("", "s"))
_LETTERS, _JOINING, _LONG = kind_set("UNKNOWN NAME"), ("and", "or"), 3
#: No agreement has so many sections: "Section 409A", "Section 162(m)" are a statute's, and "Section 16" is one too.
_SECTIONS, _OF_A_STATUTE = 80, 16


def _part_of_papers(m: Match) -> str | None:
    """ "Sections 3(b), 3(c) and 4 hereof", "Section 6.2 of this Agreement": where something is told in the papers."""
    numbers = m.values("INT")
    letters = [n.word for n in m.all()[1:] if n.kind in _LETTERS and n.word not in _JOINING]
    if not all(len(word) < _LONG or word in ("iii", "vii", "viii") or word in _PLACES for word in letters):
        return None
    return "agreement" if m.all()[0].word in _PLACES and all(n < _SECTIONS and n != _OF_A_STATUTE for n in numbers) else None


def _as_soon(m: Match) -> str | None:
    """ "As soon as practicable after the date hereof, ...", at the head of a sentence."""
    before = m.before()
    return "soon" if before is None or before.kind in _HEADS_IN else None


_HEADS_IN = kind_set("CLOSE STOP COMMA SEMI")


#: What becomes of a day on which nobody deals: no date moves (docs/conventions.md, Dates 17).
ROLL_OVER = "roll-over"
_OF_DAYS = kind_set("PERFW non")
_SHARES = "(DET|OWN|STOCKWORD|restricted|performance)* HEAD+"

_BEFORE = "(?= COMMA? (as|with INSTRU|in|to the extent|on|from|after|only|at|up to))"

_LETTERED = "(OPEN (a|UNKNOWN|ROMAN|INT|NAME) CLOSE)*"
_PART = f"((INT|DEC) {_LETTERED}|(OPEN (a|UNKNOWN|ROMAN|INT|NAME) CLOSE)+)"

#: "If there is no corresponding day in a particular month".
_PARTICULAR = frozenset(["particular", "given"])


def _tax_purposes(m: Match) -> str | None:
    """ "For federal income tax purposes": how something is looked at, and no tax that is withheld."""
    return "for tax purposes" if m.words() <= _TAX_PURPOSES else None


_TAX_PURPOSES = frozenset(["for", "u.s", "us", "federal", "state", "local", "and", "income", "tax", "purposes"])


def _unrestricted(m: Match) -> str | None:
    """What is delivered: "settled by delivery of unrestricted shares"."""
    return "unrestricted" if m.words() <= {"unrestricted", "unlegended"} else None


PATTERNS = [
    Pattern("QUIET", "for (NAME|UNKNOWN|PERFW|and|COMPANY)* tax INSTRU", _tax_purposes),
    Pattern(
        "agreement",
        f"(MEMOW|UNKNOWN|NAME) {_PART} ((COMMA (and|or)?|and|or) (MEMOW|UNKNOWN)? {_PART})* (?! a|of the (COMPANY|NAME|STOCKWORD|securities|exchange))"
        " (hereof|herein|hereunder|above|below|(of|in|to|under) (this|the) (agreement|award|notice|OWN agreement))?",
        _part_of_papers,
    ),
    Pattern(
        "QUIET",
        "(COMMA|OPEN)* or COMMA? (if (DET|date|day|be|comes|not|on|or|business|PERFW|BUSINESSDAY|vesting)+ COMMA?)? (on|the)*"
        " (then|following|first|subsequent|immediately)+ (business|PERFW) day (thereafter|that following|after (DET|date|day)+ (?! of|on))? CLOSE?",
        _rolls_over,
    ),
    Pattern("QUIET", "COMMA (UNKNOWN|except) (in|as) (the|OWN|DET|NAME|UNKNOWN|CONDW|MADE|in|for|under|by|out|set|plan|agreement|MEMOW|INT|term)+ COMMA", _save_as_told),
    Pattern("to", "(?<=as)(INSTRU|UNKNOWN)", _if_said("regard regards concerns", "to")),
    Pattern(
        "QUIET",
        "will? UNKNOWN (equal|UNKNOWN) (in all CONDW)? with (DET|other|all|fully|PAYW|STOCKWORD|HEAD|OWN|in|then|QUIETW)+",
        lambda m: "rank" if m.words() & {"rank", "ranks"} and m.words() & {"equally", "pari"} else None,
    ),
    Pattern("the", "OWN right (to receive|in and to|in|to) (?= (the|this|such|its|these|OWN) (MOD|of|restricted|STOCKWORD)* HEAD)", lambda m: "the"),
    Pattern("NAME", "(NAME|UNKNOWN) PERFW (NAME|UNKNOWN) (of YEAR)?", lambda m: "code" if {"internal", "revenue", "code"} <= m.words() else None),
    Pattern("day", "(?<=first|last)date (?= of each UNIT)", lambda m: "day"),
    Pattern("settle", "UNKNOWN settle (?= in)", _if_said("net", "settled")),
    Pattern(
        "STOCKWORD", "(?<=(delivered|issuance|settle|PAYW) (of|in|for|into))UNKNOWN (?= (share|stock|STOCKWORD))", _unrestricted
    ),
    Pattern(
        "SERVICEW",
        "(SERVICEW|service)+ as (a|an) (employee|director|PERSON|service)+ ((or|COMMA or?|and) (a|an)? (employee|director|PERSON|service|SERVICEW)+)+",
        lambda m: "service",
    ),
    Pattern(
        "QUIET",
        "(on or)? as QUIETW? practicable as (UNKNOWN|QUIETW)* practicable ((following|after) (DET|OWN|date|hereof|effective|hire|commencement|closing|of|COMPANY|employment|agreement|MADE|in|into)+)? COMMA",
        _as_soon,
    ),
    Pattern("QUIET", "(?<=meeting|stockholder)at which (DET|OWN|of|NAME|COMPANY)* director (be|will)* ACTW", lambda m: "elected" if "elected" in m.words() else None),
    Pattern("on", "at UNKNOWN on", _if_said("midnight", "on")),
    Pattern("on", "UNKNOWN with (?= (the|its)* (grant|award) (COMMA|STOP|on|and|COND|OPEN|be|date))", _if_said("simultaneously concurrently contemporaneously", "on")),
    Pattern("based", "(?<=time|service)based vesting (?= (STOCKWORD|restricted)* HEAD)", lambda m: "based"),
    Pattern("QUIET", "as QUIETW? (UNKNOWN|report) COMMA", _told_before),
    Pattern(
        "QUIET",
        "(COMMA or|OPEN (or|and)) (on|COMMA)* (the last day of (any|such|that|the|each)+ month)? COMMA? (that|which|in which|if|where|there)*"
        " (have|be) no (corresponding|such|same)* day (in (any|such|that|the|a|UNKNOWN)+ month)? (COMMA (then|on|in which case)* the last day of (any|such|that|the)+ month)? CLOSE?",
        lambda m: "adds nothing" if _PARTICULAR.issuperset(m.values("UNKNOWN")) else None,
    ),
    Pattern("lapses", "SERVICEW to (apply to?|have (any|further)* effect) | comes UNKNOWN", _fall_away),
    Pattern("exercisable", "UNKNOWN of QUIETW? (exercise|be exercised)", _if_said("capable", "exercisable")),
    Pattern(
        "exercisable",
        f"(MADE|UNKNOWN) to exercise {_SHARES} {_BEFORE}",
        _exercises,
    ),
    Pattern("lapses", "(lapses and)? SERVICEW to be exercisable", _if_said("cease ceases ceased", "lapses")),
    Pattern("exercisable", f"(?<=may) exercise {_SHARES} {_BEFORE}", _exercises),
    Pattern("accelerate", "UNKNOWN (?= vesting (on|following|after|if|in the event of) (the|a|DET|OWN|QUIETW)* (death|TERMINW|terminate|change|LIQUID))", _if_said("immediate", "accelerated")),
    Pattern("MEANW", "that be to UNKNOWN", _if_said("say", "i.e")),
    Pattern("SERVICEW", "(?<=(PERSON|person|director|employee) SERVICEW)UNKNOWN (?= (with|on|through|until|COMMA|STOP))", _if_said("associated affiliated engaged", "employed")),
    Pattern("on", "when (the|OWN)+ (?= complete (each|PER|one|CARD|NUM|INT))", lambda m: "on"),
    Pattern("date", "(?<=vesting)event (?= (on|MONTH|be|occur|comes))", lambda m: "date"),
    Pattern("date", "date UNKNOWN", _if_said("concerned", "date")),
    Pattern("date", "date then? CONDW (out|CONDW) (below|hereunder)?", _if_said("set", "dates")),
    Pattern("SERVICEW", "(?<=SERVICEW to)held (?= (the|a|any|such|OWN)* (SERVICEW|employment))", lambda m: "hold"),
    Pattern("NAME", "(NAME|stockholder) approval (?= (MOD|stock|HEAD|NAME)* plan)", _if_said("approved", "approved")),
    Pattern("QUIET", "(COMMA|SEMI)? (such|the|which)? (right|INSTALL) (to|will)? be cumulative", lambda m: "cumulative"),
    Pattern(
        "QUIET",
        "(COMMA|OPEN)? UNKNOWN of (DET|those|HEAD|ACTW|withheld|CONDW|to|for|in|UNKNOWN|on|INSTRU)* tax INSTRU? (COMMA|CLOSE)?",
        _net,
    ),
    Pattern(
        "represent",
        "(?<!HEAD) (acquired|awarded|issuance) (on|following|from|pursuant to|in connection with) (the)? (vesting|settle) (and settle)? of"
        " (?= DET* (MOD|restricted)* HEAD)",
        lambda m: "represents",
    ),
    Pattern("represent", "acquired of (?= DET* (INT|MOD|restricted)* HEAD)", _acquiring),
    Pattern("SERVICEW", "OPEN if? as a? (employee|director|PERSON) ((COMMA|or|and)+ (a|non|employee|director|PERSON|SERVICEW)+)* CLOSE", lambda m: "status"),
    Pattern("by", "on or before", lambda m: "by"),
    Pattern("after", "subsequent to", lambda m: "after"),
    Pattern("represent", "this be (?= (a|MOD|restricted)* HEAD (that|which))", lambda m: "represents"),
    Pattern("QUIET", "effective (?= (on|as of) (DET|INT|MONTH|DATE|ORD|first))", lambda m: "effective" if "effective" in m.words() else None),
    Pattern("contingent", "UNKNOWN to (?= (the|DET|OWN|QUIETW)* (PERFW|performance|goal|market|target|milestone|price))", _if_said("tied linked pegged", "contingent")),
    Pattern("represent", "be (equal|equivalent) in value to (one|a) (?= HEAD|STOCKWORD)", lambda m: "represents"),
    Pattern("represent", "this (represent|include) (?= a (award|grant) of)", lambda m: "represents"),
    Pattern("represent", "be (over|for) (?= INT (MOD|restricted)* HEAD)", lambda m: "represents"),
    Pattern("LIQUID", "(comes over|LIQUID) UNKNOWN", _if_said("bid bids offer", "takeover")),
    Pattern("QUIET", "(?<!of)(COMMA|OPEN)? (of|with|without|have|no)? (a|the)? par value? of? NAME? MONEY? ((per|each) HEAD?)? (CLOSE|COMMA)?", _par),
    Pattern("QUIET", "(?<=HEAD) of NAME? MONEY each", _par),
]  # fmt: skip
