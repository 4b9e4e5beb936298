"""The years of an award: "during the second year", "over the third and fourth years following the grant date".

Leave FROM, the start of the first of them, and OVER, how long they are together. "No shares vest during the first year" is a bound, and
is left to `bounds`.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.moments import YEAR, moment
from vestcalc.reading.phrases.periods import Length
from vestcalc.reading.phrases.roles import After, Over
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor

_NO, _BASE, _AFTER, _YEAR = kind_set("NOTVERB no not"), kind_set("BASE"), kind_set("after following from of"), kind("year")
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


PATTERNS = [
    Pattern("FROM", "COMMA? (during|over) (the|his|her|OWN)* <n>NTH (?= ((COMMA NTH)* COMMA? and the? NTH)? year)", _start),
    Pattern(
        "OVER",
        "(?<=FROM)<l>(((COMMA NTH)* COMMA? and the? NTH)?) year (of (continued|SERVICEW|service|employment)+)? ((after|following|from|of) (the|date|of)* BASE COMMA?)?",
        _length,
    ),
]
