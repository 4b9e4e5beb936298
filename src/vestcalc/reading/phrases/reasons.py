"""Why something has vested, what was granted for what, and where an event's day will be told: words that leave a time as it is.

"Fully vested upon grant as a result of his attainment of age 62", "at the annual meeting, the date of which will be specified in a proxy
statement". Each is an allow-list of words to the end of what is said.
"""

from vestcalc.reading.besides_words import PAY, words
from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.quiet import CLAWBACK
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.terms.models import FromAnchor

_ON, _UNKNOWN, _QUIET = kind("ON"), kind("UNKNOWN"), kind("QUIET")
#: What awards are granted in lieu of, and that they are meant so.
_FOR = PAY | {"intended"}
_OF_AGE = words("attainment retirement eligible eligibility age status service")
_TOLD_IN = words(
    """
    the date of which will is are be been has have to a an in by its our this that specified set forth stated announced disclosed described
    determined fixed not yet future proxy statement notice announcement filing filings company company's issuer issuer's board
    """
) | {","}


def _reason(m: Match) -> str | None:
    """Of what has vested, all of it, upon its grant: "... as a result of his attainment of age 62 and 10 years of service"."""
    verbs = [n.value for n in m.nodes[: m._m.start()] if isinstance(n.value, Verb)]
    told = len(verbs) == 1 and verbs[0].full and verbs[0].state and not verbs[0].modal
    dated = any(n.kind == _ON and not (isinstance(n.value, FromAnchor) and n.value.anchor == "event") for n in m.all())
    sized = any(isinstance(n.value, Subject) and n.value.units is not None for n in m.all())
    return "reason" if told and not (dated or sized) and m.words() & _OF_AGE else None


def _in_lieu(m: Match) -> str | None:
    """ "Granted in lieu of an annual cash bonus"; "in lieu of 4,000 units" is another size."""
    counted = any(isinstance(n.value, Subject) and n.value.units is not None for n in m.all())
    counted = counted or any(n.kind == _QUIET and n.value != "granted" for n in m.all())
    return "in lieu" if not counted and _FOR.issuperset(n.word for n in m.all() if n.kind == _UNKNOWN) else None


def _day_told_elsewhere(m: Match) -> str | None:
    """Of an event without a day."""
    before = m.before()
    value = before.value if before is not None and before.kind == _ON else None
    events = [v for v in getattr(value, "of", (value,)) if isinstance(v, FromAnchor) and v.anchor == "event"]
    return "told later" if events and m.words() <= _TOLD_IN else None


def _taken_back(m: Match) -> str | None:
    """ "Subject to clawback if the service requirement is not met": when what has vested is taken back, and not when it vests."""
    return CLAWBACK if m.words("c") & {"malus", "clawback", "recoupment"} else None


#: Among those of closing.py: words behind them have been joined by then.
IN_LIEU = [
    Pattern("QUIET", "(who|which)? ACTW to receive FREE+ in lieu of FREE+", lambda m: "in lieu"),
    Pattern("QUIET", "((COMMA? and)? (be UNKNOWN to)? be? (granted|awarded)|issuance|receive|be UNKNOWN to be)? in lieu (DET|OWN|of|to|for|in (?= PAYW)|PAYW|STOCKWORD|SUBJ|FREQ|UNKNOWN|MONEY|YEAR|INSTRU)+ (that would QUIETW? (be|have|QUIET|granted|awarded|PAYW|ACTW|to|in|for|MONTHYEAR|YEAR|and (?= MONTHYEAR|YEAR))+)? (?= (STOP|SEMI|COMMA|and|VERB|PLAN))", _in_lieu),
]  # fmt: skip
PATTERNS = [
    Pattern("COND", "COMMA? subject to <c>CONDW (in the case of|if) (DET|OWN|service|employment|SERVICEW|CONDW|TERMINW|condition|agreement|plan|policy|be|have|not|of|terminate)+ (?= STOP|SEMI)", _taken_back),
    Pattern("QUIET", "COMMA in (each|both) case (?= (COMMA (with|subject)|QUIET|STOP))", lambda m: "in each case"),
    Pattern(
        "QUIET",
        "COMMA? (as (a|the) INSTRU of|because of|comes to) (DET|OWN|PERSON|PERFW|AGEW|INT|and|of|ON|for|service|employment|retirement|eligible|have|be|PER|YEARS|year|SUBJ)+ (?= STOP|SEMI)",
        _reason,
    ),
    Pattern("QUIET", "COMMA the date of which (will|be|have) (DET|OWN|UNKNOWN|CONDW|QUIETW|not|to|in|by|of|be|have|MADE|certification|report)+ (?= STOP|SEMI|COMMA)", _day_told_elsewhere),
]  # fmt: skip
