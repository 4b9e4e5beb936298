"""The years of an award: "during the second year", "over the third and fourth years following the grant date".

Leave FROM, the start of the first of them, and OVER, how long they are together; ON, where the anniversary is told of all of them. "No shares vest during the first year" is a bound, and
is left to `bounds`.
"""

from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.moments import YEAR, moment
from vestcalc.reading.phrases.periods import Length, Over
from vestcalc.reading.phrases.roles import After
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, Moment, OnDate

_NO, _BASE, _AFTER, _YEAR = kind_set("NOTVERB no not"), kind_set("BASE"), kind_set("after following from of"), kind("year")
_CAD, _ON = kind("CAD"), kind("ON")
#: So far behind the word "year" may stand what the years are counted from.
_NEAR = 8


def _rank(value: object) -> int:
    return value if isinstance(value, int) else 1


def _start(m: Match) -> After | None:
    """The end of the years before: counted from what is named behind the years, else from what was spoken of."""
    if any(n.kind in _NO for n in m.nodes):
        return None
    after = m.nodes[m._m.end() :][:_NEAR]
    year = next((i for i, n in enumerate(after) if n.kind == _YEAR), _NEAR)
    base = next((b.value for a, b in zip(after[year:], after[year + 1 :], strict=False) if a.kind in _AFTER and b.kind in _BASE), None)
    found = moment(base or Anchor("unsaid"), YEAR * (_rank(m["n"]) - 1))
    return After(found) if found is not None else None


def _length(m: Match) -> Over | None:
    """So many years, one after the other."""
    ranks, before = [_rank(n) for n in m.values("NTH", "l")], m.before()
    start = before.value.moment if before is not None and isinstance(before.value, After) else None
    passed = start.plus.months // 12 if isinstance(start, FromAnchor) else 0
    return Over(Length(1 + len(ranks), YEAR)) if ranks == list(range(passed + 2, passed + 2 + len(ranks))) else None


def _on_anniversaries(m: Match) -> Moment | None:
    """ "10% in year one and 90% in year two, in each case on the anniversary of the grant date": the year's anniversary."""
    last = next((n.value for n in reversed(m.nodes) if n.kind == _CAD), None)
    rank = next((n.value for n in reversed(m.all()) if isinstance(n.value, int)), 1)
    base = last.after if last is not None and last.unit == YEAR and not last.calendar else None
    if isinstance(base, OnDate):
        return FromAnchor("date", YEAR * rank, stated=base.date)
    return replace(base, plus=YEAR * rank) if isinstance(base, FromAnchor) and not base.plus else None


def _in_each_case(m: Match) -> str | None:
    """The anniversary that is told of all the years before it."""
    told = [n.value for n in m.nodes if n.kind == _ON]
    ranks = [on.plus.months // 12 for on in told if isinstance(on, FromAnchor)]
    return "in each case" if len(told) > 1 and ranks == list(range(1, len(told) + 1)) else None


PATTERNS = [
    Pattern("ON", "in (year (one|INT|NUM)|the? NTH year) (?= (COMMA|SEMI|and))", _on_anniversaries),
    Pattern("QUIET", "COMMA? (in each case)? CAD (?= (STOP|SEMI|COMMA|subject))", _in_each_case),
    Pattern("FROM", "COMMA? (during|over) (the|his|her|OWN)* <n>NTH (?= ((COMMA NTH)* COMMA? and the? NTH)? year)", _start),
    Pattern(
        "OVER",
        "(?<=FROM)<l>(((COMMA NTH)* COMMA? and the? NTH)?) year (of (continued|SERVICEW|service|employment)+)? ((after|following|from|of) (the|date|of)* BASE COMMA?)?",
        _length,
    ),
]
