"""Names and fixed turns, before anything else is read: "Larkmoor Biosciences, Inc.", "so that", "sign-on", "with respect to".

Leave COMPANY, SOTHAT, STOCKWORD and QUIET nodes.
"""

from vestcalc.reading.grammar import Match, Pattern


def _first(m: Match) -> str:
    return str(m.all()[0].value)


_OF_IT = "((of|for) (the|this|these|such|its|all)* (restricted|share|unit|option|award|grant|stock|UNITWORD)+)?"
_DAY = "(INT|MONTH|DATE|ORD | the? (INT|ORD|last|first|ORDW|one))"

PATTERNS = [
    Pattern("thereafter", "there after", _first, needs="there"),
    Pattern("the", "the the", _first, needs="the"),
    Pattern("to", "to to", _first, needs="to"),
    Pattern("COMPANY", "(NAME)+ ((COMMA? CORPSUF)+ | (OTHER|and) NAME+ (COMMA? CORPSUF)+)", _first, needs="CORPSUF"),
    Pattern("SOTHAT", "(so|such) that | so as (?= to)", _first, needs="so such"),
    Pattern(
        "QUIET", "be INSTALL of | COMMA? as INSTALL of PLAINW* (?= (COLON|COMMA|STOP|vest|vested))", lambda m: "part of", needs="INSTALL"
    ),
    Pattern(
        "QUIET",
        "OPEN (continued|continuation) (from|of|in|on) (the|next|before)? footnote INT? CLOSE",
        lambda m: "continued",
        needs="continued continuation",
    ),
    Pattern("QUIET", "OPEN as (MADE|MEANW|CONDW|PLAINW)+ CLOSE", lambda m: "as defined", needs="OPEN"),
    Pattern(
        "SERVICEW", "(?<=OWN) remaining (?= (SERVICEW|in|a|with|at|service|employee|director|continuously))", _first, needs="remaining"
    ),
    Pattern(
        "QUIET",
        "COMMA in whole or (from time to time)? in INSTALL COMMA? | COMMA in whole at any time or in INSTALL from time to time COMMA?",
        _first,
        needs="whole",
    ),
    Pattern("QUIET", "INT COLON INT NAME COMMA? (OPEN? (NAME|STOCKWORD)+ time CLOSE?)? (?= COMMA|on)", _first, needs="COLON"),
    Pattern("STOCKWORD", "sign on", _first, needs="sign"),
    Pattern("STOCKWORD", "none cost", _first, needs="cost"),
    Pattern("annual", "per annum", lambda m: "annual", needs="annum"),
    Pattern("on", "on and after", _first, needs="after"),
    Pattern(
        "on", "(on|at) (the|its|they|OWN) QUIETW? vesting date COMMA (which)? be (?= (the|INT|MONTH|DATE))", lambda m: "on", needs="vesting"
    ),
    Pattern("vest", f"(the|its|they) QUIETW? vesting date {_OF_IT} be (?= {_DAY})", lambda m: "vests", needs="vesting"),
]
