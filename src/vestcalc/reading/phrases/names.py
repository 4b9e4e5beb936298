"""Names and fixed turns, before anything else is read: "Larkmoor Biosciences, Inc.", "so that", "sign-on", "with respect to".

Leave COMPANY, SOTHAT, STOCKWORD and QUIET nodes.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.tokens.lexicon import kind, kind_set


def _first(m: Match) -> str:
    return str(m.all()[0].value)


def _cause(m: Match) -> str | None:
    """ "Terminated without cause", "other than for cause", "a qualifying termination"."""
    first, last = m.all()[0].word, m.all()[-1].word
    return last if first in (("without", "other") if last in ("cause", "reason") else ("qualifying",)) else None


def _part_of(m: Match) -> str | None:
    """ "Being part of", "which forms part of"."""
    first = m.all()[0]
    return "part of" if first.word in ("form", "forms", "formed", "forming") or first.kind in _BEING else None


def _as_defined(m: Match) -> str | None:
    """ "(as defined in the plan)", "(as adjusted)"; "(as reduced)", "(as subject to goals defined below)" are another matter."""
    words = m.words()
    return None if _DEFINED.isdisjoint(words) or not words.isdisjoint(_WAITING) else "as defined"


def _taken_over(m: Match) -> str | None:
    """ "The assumed restricted stock units", "the replacement options": which they are, and no event."""
    return next((w for w in ("assumed", "replacement") if w in m.words()), None)


def _of_class(m: Match) -> str | None:
    """ "Class P shares", "savings-related share options"."""
    words = m.words()
    return "class" if words in ({"class", "p"}, {"savings", "related"}) else None


_DEFINED = frozenset(
    ["defined", "described", "set", "specified", "stated", "provided", "used", "adjusted", "amended", "such", "detailed", "referred"]
)
_WAITING = frozenset(["subject", "satisfaction", "satisfied", "met", "depending"])
#: Where a word is defined, or by what a number was adjusted; "(as defined below, reduced by half)" says more.
_WHERE_DEFINED = (
    "(MADE|MEANW|GRANTW|COMPANY|CORPSUF|PERSON|NAME|STOCKWORD|YEAR|INT|DEC|ENUM|ROMAN|DET|OWN|MOD|HEAD|MEMOW|INSTRU|CONDW|QUIETW|be|a|and|or|in|under"
    "|by|for|of|to|as|agreement|award|grant|plan|policy|term|employment|service|reported|person|below|above|herein|hereof|footnote|time|date|stock"
    "|if (?= (in|under|by|for))|(LIQUID|TERMINW|retirement|UNITWORD) (?= (agreement|plan|policy))|change in control (?= (agreement|plan|policy)))"
)
_BEING = kind_set("be COMMA as")
_OF_IT = "((of|for) (the|this|these|such|its|all|whole|entire|of)* (restricted|share|unit|option|award|grant|stock|UNITWORD)+)?"
_DAY = "(INT|MONTH|DATE|ORD | the? (INT|ORD|last|first|ORDW|one))"

_UNEXERCISED = "COMMA? (if|to the extent that?) (its|they)? (be|have)* not (QUIETW|then|be)* exercised"
#: What "entitles him to subscribe for" becomes.
FOR_SO_MANY = "for so many"
_DENIED = (
    "(COMMA? (and|but)? (which|that)? (be|have)* not (be)* (subject|contingent|CONDW) (to|on) | COMMA? (and|but)? without | (there be)? no"
    " | without (of|the|HEAD)+ be subject to)"
)


def _no_goals(m: Match) -> str | None:
    """ "Not subject to performance conditions", "without further performance conditions", "neither award is subject to ..."."""
    words = m.words()
    return "no goals" if words & {"not", "no", "without", "neither"} and words.isdisjoint(_YET) else None


_YET = frozenset(["however", "although", "though", "notwithstanding", "different", "unequal", "nor"])


def _exempt(m: Match) -> str | None:
    """ "In a transaction exempt under Rule 16b-3": how it was granted."""
    letters = all(len(n.word) == 1 for n in m.all() if n.kind == kind("UNKNOWN"))
    return "exempt" if letters and any(n.word.startswith("16b") for n in m.all()) else None


PATTERNS = [
    Pattern(
        "QUIET",
        "COMMA? in (a|the) transaction (that|which|be)* MEMOW (from|under|by|pursuant to|DET|NAME|MEMOW|INT|LEAD|of|OPEN (NAME|UNKNOWN|a|INT) CLOSE)+",
        _exempt,
    ),
    Pattern("thereafter", "there after | after (?= (until|STOP|SEMI))", lambda m: "thereafter"),
    Pattern("NAME", "LIQUID (?= agreement)", lambda m: "listing" if m.words() == {"listing"} else None),
    Pattern("the", "the the", _first),
    Pattern("business", "INSTRU (?= day)", lambda m: "dealing" if m.words() == {"dealing"} else None),
    Pattern("business", "(?<=last|first) PERFW (?= day)", lambda m: "trading" if m.words() == {"trading"} else None),
    Pattern("each", "each whole (?= warrant)", _first),
    Pattern("to", "(?<!up)to to", _first),
    Pattern(
        "COMPANY",
        "(NAME)+ ((and|OTHER)? CORPSUF (COMMA? CORPSUF)* | COMMA CORPSUF (COMMA? CORPSUF)* | (OTHER|and) NAME+ (COMMA? CORPSUF)+)",
        _first,
    ),
    Pattern("COMPANY", "(?<=the)CORPSUF | NAME+ and COMPANY (?= OPEN (the|QUIETW)* COMPANY)", _first),
    Pattern("COMPANY", "UNKNOWN COMPANY", lambda m: "partnership" if "operating" in m.words() else None),
    Pattern("COMPANY", "general COMPANY (?= COMMA|or|and|SERVICEW|STOP|of|CLOSE)", _first),
    Pattern("represent", "represent (DET)? (unvested|remaining|outstanding) INSTALL of (?= (DET|MOD)* (award|grant))", _first),
    Pattern("represent", "be represent by", _first),
    Pattern("herein", "(?<=reported)(in|on|under) (this|the)? (MEMOW|line) (ROMAN|INT)? (of (this|the) MEMOW INT?)?", lambda m: "herein"),
    Pattern("earlier", "first (?= to occur)", lambda m: "earlier"),
    Pattern("later", "last (?= to occur)", lambda m: "later"),
    Pattern("term", "term and condition", _first),
    Pattern("STOCKWORD", "TERMINW (?= (restricted|stock|share|option|unit|UNITWORD))", _taken_over),
    Pattern("granted", "receive (?= DET? MOD* (award|grant) of)", lambda m: "granted"),
    Pattern("SOTHAT", "(so|such) that | so as (?= to)", _first),
    Pattern("QUIET", "(be|MEMOW|UNKNOWN) INSTALL of | COMMA? as INSTALL of PLAINW* (?= (COLON|COMMA|STOP|vest|vested))", _part_of),
    Pattern(
        "QUIET",
        "OPEN (continued|continuation) (from|of|in|on) (the|next|before)? footnote INT? CLOSE",
        lambda m: "continued",
    ),
    Pattern("QUIET", "OPEN UNKNOWN footnote OPEN? INT CLOSE+", lambda m: "see" if "see" in m.words() else None),
    Pattern("QUIET", f"OPEN as {_WHERE_DEFINED}+ CLOSE", _as_defined),
    Pattern(
        "SERVICEW",
        "rest (?= (SERVICEW|an? (employee|director|PERSON)|(in|with) (DET|OWN|SERVICEW|continued|active)* (service|employment|SERVICEW)))",
        lambda m: "remain" if m.words() == {"remain"} else None,
    ),
    Pattern("SERVICEW", "(?<=OWN) remaining (?= (SERVICEW|in|a|with|at|service|employee|director|continuously))", _first),
    Pattern(
        "QUIET",
        "COMMA in whole or (from time to time)? in INSTALL COMMA? | COMMA in whole at any time or in INSTALL from time to time COMMA?",
        _first,
    ),
    Pattern("QUIET", "COMMA? at any time (and|or) from time to time", _first),
    Pattern("QUIET", "INT COLON INT NAME COMMA? (OPEN? (NAME|STOCKWORD)+ time CLOSE?)? (?= COMMA|on)", _first),
    Pattern(
        "QUIET",
        f"{_DENIED} ((the? (CONDW|PERFW) of)? (any|another|other|the|group|QUIETW|COMPANY)* (performance|market)"
        " (INSTRU|based)? (condition|goal|target|CONDW|PERFW)*) (apply (to (DET|OWN|HEAD)+)?)?"
        " (?= (COMMA|STOP|SEMI|CLOSE|and|but|will|vest|vesting|on|in))",
        _no_goals,
    ),
    Pattern("based", "(?<=time|service) based vesting (?= (CONDW|condition) will? be CONDW)", lambda m: "based"),
    Pattern("based", "(?<=time|service|performance)(vesting|vested) (?= (MOD|restricted)* HEAD)", lambda m: "based"),
    Pattern("STOCKWORD", "STOCKWORD (pence|INSTRU) (?= (HEAD|STOCKWORD))", _of_class),
    Pattern("STOCKWORD", "STOCKWORD hire (?= (MOD|HEAD))", lambda m: "new hire" if "new" in m.words() else None),
    Pattern("STOCKWORD", "sign on | one time (?= (MOD|HEAD)) | QUIETW DASH? term (?= (MOD|HEAD))", _first),
    Pattern("policy", "PERSON? PERFW (?= (policy|plan|program|LIQUID))", lambda m: "trading" if m.words() & {"trading"} else None),
    Pattern("include", "be MADE up (?= of)", lambda m: "made up"),
    Pattern("all", "any or all", lambda m: "all"),
    Pattern("vested", "exercisable OPEN (vest|vested|vesting) CLOSE", lambda m: "vested"),
    Pattern("vest", "vest OPEN and? (be|become)* exercisable CLOSE", lambda m: "vest"),
    Pattern("QUIET", "OPEN (and|but) not the? (delivered|PAYW|settle|issuance) (of HEAD+)? CLOSE", lambda m: "not delivery"),
    Pattern(
        "STOCKWORD",
        "(?<=DET)LIQUID (?= (performance|restricted|stock|option|unit|UNITWORD|award|grant))",
        lambda m: "at the listing" if "ipo" in m.words() else None,
    ),
    Pattern("QUIET", "(?<=unit|share)COMMA or UNITWORD COMMA (?= (that|which|vest|SERVICEW|will|be))", lambda m: "name"),
    Pattern("STOCKWORD", "none cost | buy out | MADE whole", _first),
    Pattern("date", "(date|day|time) in question", _first),
    Pattern("STOCKWORD", "market (value|price) (?= HEAD)", lambda m: "at market"),
    Pattern("QUIET", "at (the|a|full|QUIETW)* market (value|price) (?! (of|PERFW|goal|condition|target|equal))", lambda m: "price"),
    Pattern("MONEY", "(INT|DEC) pence", _first),
    Pattern("QUIET", "on (a|the) one for one basis", lambda m: "one for one"),
    Pattern(
        "QUIET",
        "(on a)? <n>INT COLON <m>INT (basis (?= (STOP|COMMA|and|in)))? (?! NAME)",
        lambda m: "one for one" if m["n"] == m["m"] == 1 else None,
    ),
    Pattern("STOCKWORD", "UNKNOWN price (?= (MOD|HEAD))", lambda m: "at a premium" if "premium" in m.words() else None),
    Pattern("QUIET", "COMMA? as a INSTRU COMMA? (?! of)", lambda m: "as a result" if "result" in m.words() else None),
    Pattern(
        "QUIET",
        "for no LEAD | (COMMA? and)? no LEAD be (PAYW|CONDW) (on|for|by|at|in|vest|vesting|exercise|exercised|INSTRU|of|the|award|option)*",
        _first,
    ),
    Pattern(
        "case",
        "(each of)? (the|PLAINW (?= case))* case OPEN (ROMAN|a|INT|NAME|UNKNOWN) CLOSE (COMMA? and? OPEN (ROMAN|a|INT|NAME|UNKNOWN) CLOSE)+",
        lambda m: "case",
    ),
    Pattern(
        "QUIET",
        "for each MOD* HEAD (that|which) (have|be|so)* (vest|vested) (on (that|such|the|each|CONDW)+ vesting? date)?",
        lambda m: "for each",
    ),
    Pattern("lapses", f"lapses {_UNEXERCISED} COMMA?", _first),
    Pattern("QUIET", f"{_UNEXERCISED} (?= (COMMA|STOP|SEMI))", lambda m: "not exercised"),
    Pattern("QUIET", "(they|its)? MADE (the|OWN)* to (purchase|acquired|receive|subscribe for) (?= (up to)? INT)", lambda m: FOR_SO_MANY),
    Pattern("QUIETW", "in the (UNITWORD|QUIETW) course (of LIQUID)? COMMA?", lambda m: "ordinarily"),
    Pattern("before", "earlier than", _first),
    Pattern("SERVICEW", "(?<=will|and|may) remain (?= exercisable)", lambda m: "remains" if m.words() & {"remain", "remains"} else None),
    Pattern("from", "(as|with effect) from", _first),
    Pattern("each", "(?<=in)both (?= case)", _first),
    Pattern("if", "if for (?= in (the|DET|QUIETW|CONDW)* (award|grant|option|agreement|plan))", _first),
    Pattern("per", "as per (?= the term of)", lambda m: "per"),
    Pattern("on", "as per (?= (the|INT|ORD|MONTH|DATE|first))", _first),
    Pattern("LIQUID", "plan of arrangement", _first),
    Pattern("CONDW", "STOCKWORD (?= on)", lambda m: "conditional" if "conditional" in m.words() else None),
    Pattern("vest", f"(with|have) (a|the) QUIETW? vesting date (of|be|on) (?= {_DAY})", lambda m: "vests"),
    Pattern("vest", f"(the|its)? QUIETW? (vesting|vest) date COLON (?= {_DAY})", lambda m: "vests"),
    Pattern(
        "vest",
        f"the? vesting {_OF_IT} (will|QUIETW)* (be|occur|comes|PAYW)+ (?= (in (equal|INSTALL|FREQ|ONES|INT)|on {_DAY}|as to|FREQ|at (PCT|FRAC|the|a)))",
        lambda m: None if m.words() & {"paid", "payable", "cash", "convertible"} else "vests",
    ),
    Pattern("annual", "per annum", lambda m: "annually"),
    Pattern("on", "on and after", _first),
    Pattern(
        "QUIET",
        "COMMA? if or not then? (vested|exercisable) | OPEN? if vested or unvested CLOSE?",
        lambda m: "whether or not" if "whether" in m.words() else None,
    ),
    Pattern("vesting", "vest (?= date)", lambda m: "vesting"),
    Pattern(
        "exercisable",
        "(have the right to|may) exercise (?= (DET|MOD|HEAD)* HEAD (as to|with INSTRU to|on|from|beginning))",
        lambda m: "exercisable",
    ),
    Pattern("QUIET", "COMMA? (and|but)? in any LIQUID COMMA?", lambda m: "in any event" if "event" in m.words() else None),
    Pattern(
        "QUIET",
        "COMMA? as (such|the)* term? be? MEANW (in|under) (DET|NAME|MOD|COMPANY|COMMA|OTHER)* (plan|agreement|policy)"
        " | OPEN as (such|the)* term? be? MEANW (in|under) (DET|NAME|MOD|COMPANY|COMMA|OTHER)* (plan|agreement|policy) COMMA as (QUIETW|and)+ CLOSE",
        lambda m: "as defined",
    ),
    Pattern("TERMINW", "(NEGW|other than ((UNKNOWN|terminate|TERMINW) (by (the|OWN)+)?)? for|LIQUID) (TERMINW|terminate)", _cause),
    Pattern("on", "(on|at) (the|its|they|OWN) QUIETW? vesting date (COMMA (which)? be|of) (?= (the|INT|MONTH|DATE))", lambda m: "on"),
    Pattern("vest", f"(the|its|they) QUIETW? vesting date {_OF_IT} be (?= {_DAY})", lambda m: "vests"),
]
