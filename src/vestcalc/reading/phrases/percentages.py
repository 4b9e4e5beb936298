"""What has vested by when: "the vested percentage is: before D, 0%; on or after D but before E, 20%; ...", "less than one year, 0%; one year, 20%".

A table of running totals, by days or by full years of service. Leave HEADER for its heading, ON for the day of each row and QUIET for the row
of nothing; `tables` puts every percentage before its day.
"""

from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.moments import YEAR, moment
from vestcalc.reading.phrases.periods import Length
from vestcalc.reading.phrases.roles import After
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, Moment, OnDate

_YEAR, _HEADER, _ON = kind("year"), kind("HEADER"), kind("ON")
_ROWS = kind_set("ON FROM")
#: Mark a heading whose rows are years, counted from what is not said in it, and one whose rows are days.
_BY_YEARS, _BY_DAYS = "percentages by years", "percentages by days"


def _heading(m: Match) -> After | str | None:
    """Of a vested percentage, by days or by years of service; what these are counted from, if that is said."""
    verbs: list[Verb] = m.values("VERB")
    if not any(
        (v.noun and v.bare in ("vested", "exercisable")) or (v.bare == "vested" and v.relative) or (v.bare == "lapsed" and v.perfect)
        for v in verbs
    ):
        return None
    counted = [After(c.after) for c in m.values("CAD") if c.after is not None]
    by_years = any(n.kind == _YEAR for n in m.all()) or bool(m.values("CAD"))
    return next(iter([*m.values("FROM"), *counted]), _BY_YEARS) if by_years else _BY_DAYS


def heads_percentages(value: object) -> bool:
    """Whether a heading is of what has vested by when."""
    return isinstance(value, After) or value in (_BY_YEARS, _BY_DAYS)


def _nothing(m: Match) -> str | None:
    from_grant = all(a.moment in (FromAnchor("grant"), moment(Anchor("unsaid"))) for a in m.values("FROM"))
    fits = m["b"] is None or _next_is(m, m["b"])
    return "nothing" if m["p"] in (0, None) and from_grant and fits else None


def _next_is(m: Match, day: object) -> bool:
    """ "Before D, 0%; on or after D but before E, 20%; on or after E ...": whether the next row begins where this one ends."""
    after = m.nodes[m._m.end() :]
    ahead = next((n.value for n in after if n.kind in _ROWS), None)
    ahead = ahead.moment if isinstance(ahead, After) else ahead
    if not isinstance(day, OnDate) or not isinstance(ahead, OnDate):
        return True
    return 0 <= (ahead.date - day.date).days <= 1


def _until_next(m: Match) -> Moment | None:
    """ "On or after D but before E, 20%": from D on."""
    a, b = m["f"].moment if m["f"] else m["a"], m["b"]
    if b is None:
        return a if any(n.kind == _HEADER for n in m.nodes) else None
    return a if isinstance(a, OnDate) and isinstance(b, OnDate) and a.date < b.date and _next_is(m, b) else None


def _years(m: Match) -> Moment | None:
    """ "Two years, 45%", "five or more - 100%", under a heading by years of service."""
    head = next((n.value for n in m.nodes[: m._m.start()] if n.kind == _HEADER), None)
    length = m["n"] if isinstance(m["n"], Length) else Length(m["n"] if isinstance(m["n"], int) else 1, YEAR)
    if length.unit != YEAR or not (isinstance(head, After) or head == _BY_YEARS):
        return None
    return moment(head.moment if isinstance(head, After) else Anchor("unsaid"), length.period)


def _nth_year(m: Match) -> Moment | None:
    """ "First - 25%", of anniversaries; "during the second year, 25%": from its beginning on."""
    head = next((n.value for n in m.nodes[: m._m.start()] if n.kind == _HEADER), None)
    passed = (m["n"] if isinstance(m["n"], int) else 1) - ("during" in m.words())
    if not heads_percentages(head) or (head == _BY_DAYS and "during" not in m.words()) or not passed:
        return None
    return moment(head.moment if isinstance(head, After) else Anchor("unsaid"), YEAR * passed)


def _after_years(m: Match) -> Moment | None:
    """ "During the third year, 75%; thereafter, 100%"."""
    told = [n.value for n in m.nodes[: m._m.start()] if n.kind == _ON]
    last = told[-1] if told and any(n.kind == _HEADER for n in m.nodes) else None
    return replace(last, plus=last.plus + YEAR) if isinstance(last, FromAnchor) and last.plus.months and not last.plus.days else None


_SEP = "(DASH|COMMA|COLON)"
#: What the heads of columns are made of, beside that of the percentages.
_COLUMNS = "(date|year|number|of|full|complete|SERVICEW|service|employment|continued|FROM|CAD|anniversary|SLASH|and|DASH|COLON|OPEN|QUIET|total|cumulative|the)"
_SERVED = "(full|complete|of|SERVICEW|continued|service|employment|the|OWN|with|as|a)*"
PATTERNS = [
    Pattern(
        "HEADER", f"VERB? schedule? {_COLUMNS}* (VERB SUBJ? (percent|INSTALL)|(percent|INSTALL) of? SUBJ? VERB) CLOSE? COLON", _heading
    ),
    Pattern("HEADER", f"the? number of {_SERVED} year {_SERVED} FROM? SLASH? VERB percent COLON", _heading),
    Pattern(
        "HEADER",
        "(the|OWN)* VERB (percent|INSTALL) (SUBJ|of|DET)* (will|be|as|following|in|accordance|with|schedule|below)* (COLON|(?= AMOUNT ON))",
        _heading,
    ),
    Pattern(
        "HEADER",
        "the? cumulative? (percent|INSTALL) (of|SUBJ)* (QUIET which SUBJ|as to which SUBJ)? VERB (will|be|as|following|in|accordance|with|schedule|below)* COLON",
        _heading,
    ),
    Pattern(
        "HEADER",
        f"(the|OWN)* VERB percent (SUBJ|of|DET)* (will|be|certification|CONDW|based)* (by|on) the? number of {_SERVED} year {_SERVED} FROM?"
        " COMMA? (as following)? COLON",
        _heading,
    ),
    Pattern("QUIET", f"before to? <b>(ON|BASE) {_SEP}? <p>PCT (?= SEMI|STOP|COMMA)", _nothing),
    Pattern("QUIET", f"((UNKNOWN|than) than)? (one|PER|CARD) {_SEP}? (no|<p>PCT) (?= SEMI|STOP|COMMA)", _nothing),
    Pattern("ON", f"<a>ON COMMA? (but|and)? (before (?= ON)|(?= UNTIL)) <b>(ON|UNTIL) (?= {_SEP} AMOUNT)", _until_next),
    Pattern("ON", f"<f>FROM (to <b>ON|OVER)? (?= {_SEP} AMOUNT)", _until_next),
    Pattern("QUIET", f"(during the first year (of {_SERVED})? FROM?|FROM OVER) {_SEP}? (no|<p>PCT) (?= SEMI|STOP|COMMA)", _nothing),
    Pattern("ON", f"(during the)? <n>NTH (year (of {_SERVED})?|anniversary)? (?= {_SEP} AMOUNT (SEMI|STOP|COMMA))", _nth_year),
    Pattern("ON", f"THEN (?= {_SEP} AMOUNT STOP)", _after_years),
    Pattern("ON", f"<n>(PER|one|CARD) (or than)? (?= {_SEP} AMOUNT (SEMI|STOP|COMMA))", _years),
]
