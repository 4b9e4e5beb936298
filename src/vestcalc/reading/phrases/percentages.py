"""What has vested by when: "the vested percentage is: before D, 0%; on or after D but before E, 20%; ...", "less than one year, 0%; one year, 20%".

A table of running totals, by days or by full years of service. Leave HEADER for its heading, ON for the day of each row and QUIET for the row
of nothing; `tables` puts every percentage before its day.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.moments import YEAR, moment
from vestcalc.reading.phrases.periods import Length
from vestcalc.reading.phrases.roles import After
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.terms.models import Moment, OnDate

_YEAR, _HEADER = kind("year"), kind("HEADER")
#: Mark a heading whose rows are years, counted from what is not said in it, and one whose rows are days.
_BY_YEARS, _BY_DAYS = "percentages by years", "percentages by days"


def _heading(m: Match) -> After | str | None:
    """Of a vested percentage, by days or by years of service; what these are counted from, if that is said."""
    verbs: list[Verb] = m.values("VERB")
    if not any(v.noun and v.bare == "vested" for v in verbs):
        return None
    by_years = any(n.kind == _YEAR for n in m.all())
    return next(iter(m.values("FROM")), _BY_YEARS) if by_years else _BY_DAYS


def heads_percentages(value: object) -> bool:
    """Whether a heading is of what has vested by when."""
    return isinstance(value, After) or value in (_BY_YEARS, _BY_DAYS)


def _nothing(m: Match) -> str | None:
    return "nothing" if m["p"] == 0 else None


def _until_next(m: Match) -> Moment | None:
    """ "On or after D but before E, 20%": from D on."""
    a, b = m["a"], m["b"]
    return a if isinstance(a, OnDate) and isinstance(b, OnDate) and a.date < b.date else None


def _years(m: Match) -> Moment | None:
    """ "Two years, 45%", "five or more - 100%", under a heading by years of service."""
    head = next((n.value for n in m.nodes[: m._m.start()] if n.kind == _HEADER), None)
    length = m["n"] if isinstance(m["n"], Length) else Length(m["n"] if isinstance(m["n"], int) else 1, YEAR)
    if length.unit != YEAR or not (isinstance(head, After) or head == _BY_YEARS):
        return None
    return moment(head.moment if isinstance(head, After) else Anchor("unsaid"), length.period)


_SEP = "(DASH|COMMA|COLON)"
_SERVED = "(full|complete|of|SERVICEW|continued|service|employment|the|OWN|with|as|a)*"
PATTERNS = [
    Pattern("HEADER", f"the? number of {_SERVED} year {_SERVED} FROM? SLASH? VERB percent COLON", _heading),
    Pattern("HEADER", "(the|OWN)* VERB percent (SUBJ|of|DET)* (will|be|as|following|in|accordance|with|schedule|below)* COLON", _heading),
    Pattern(
        "HEADER",
        f"(the|OWN)* VERB percent (SUBJ|of|DET)* (will|be|certification|CONDW|based)* (by|on) the? number of {_SERVED} year {_SERVED} FROM?"
        " COMMA? (as following)? COLON",
        _heading,
    ),
    Pattern("QUIET", f"before (ON|BASE) {_SEP}? <p>PCT (?= SEMI|STOP|COMMA)", _nothing),
    Pattern("QUIET", f"(UNKNOWN|than) than (one|PER|CARD) {_SEP}? <p>PCT (?= SEMI|STOP|COMMA)", _nothing),
    Pattern("ON", f"<a>ON COMMA? (but|and)? before <b>ON (?= {_SEP} AMOUNT)", _until_next),
    Pattern("ON", f"<n>(PER|one|CARD) (or than)? (?= {_SEP} AMOUNT (SEMI|STOP|COMMA))", _years),
]
