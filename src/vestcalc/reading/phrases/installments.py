"""In how many parts, how far apart and how large: "in four equal annual installments", "in quarterly installments of 6.25%", "ratably".

Leave INST, an `Inst`, and EQUAL.
"""

from datetime import date
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.numbers import thirds
from vestcalc.reading.phrases.periods import Length, unit_of
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import Moment, Period


class Inst(Struct, frozen=True, gc=False):
    """Installments: how many, how far apart, and the portion or the units of each where they are given."""

    times: int | None = None
    unit: Period | None = None
    each: Fraction | None = None
    units: Fraction | None = None


_FREQ_WORDS = ("annual", "month", "quarter", "semi", "week", "year", "daily", "annually", "yearly")


#: "In equal ratable quarterly increments".
_RATABLY, _RATABLE = kind("ratably"), frozenset(["ratable", "rateable", "proportionate"])


def _inst(m: Match) -> Inst | None:
    unit = None
    for n in m.all():
        if isinstance(n.value, Length) and unit is None:
            unit = n.value.period
        elif isinstance(n.value, str) and n.value.startswith(_FREQ_WORDS) and unit_of(n.value):
            unit = unit_of(n.value)
    count = 1 if m["n"] == "one" else m["n"]
    if any(n.kind == _RATABLY and n.value not in _RATABLE for n in m.all()):
        return None
    if any(n.value == "bi" for n in m.all()):
        if count is None:  # twice in each, or every second one: only a count beside a length tells
            return None
        unit = None
    if count is None and unit is None and not (m.values("equal") or m.values("ratably")) and m["p"] is None:
        return None
    if count is not None and not 1 <= count <= 1200:
        return None
    return Inst(count, unit, thirds(m["p"]) if m["p"] is not None else None)


_PARTS = {
    "thirds": 3,
    "fourths": 4,
    "fifths": 5,
    "sixths": 6,
    "eighths": 8,
    "tenths": 10,
    "twelfths": 12,
    "halves": 2,
    "quarters": 4,
    "quarter": 4,
    "half": 2,
}


def _equal_parts(m: Match) -> Inst | None:
    count = _PARTS.get(str(m["f"]))
    return Inst(count) if count else None


def each_portion(m: Match) -> Inst | None:
    """ "in quarterly installments of 6.25%"."""
    p = m["a"].amount.portion
    return replace(m["i"], each=p) if p is not None and m["a"].amount.of == "whole" else None


def each_units(m: Match) -> Inst | None:
    """ "in three annual installments of 4,000 shares each"."""
    return replace(m["i"], units=Fraction(m["u"])) if not m["i"].each else None


def _of_listed(m: Match) -> str | None:
    """ "In annual installments of 1,211 shares on D1, 1,211 on D2 and 1,213 on D3": each has its number and its day."""
    after = m.nodes[m._m.end() :]
    days = [n.value for n in after if n.kind in _DAYS]
    several = len(days) > 1 and len(days) == len(set(days)) and m["n"] in (None, len(days)) and _paced(m, days)
    return "at once" if several and sum(n.kind in _COUNTED for n in after) == len(days) else None


def _paced(m: Match, days: list[date | Moment]) -> bool:
    """Whether some of the days are as far apart as the installments are said to be."""
    unit = next((u for w in m.words() if w.startswith(_FREQ_WORDS) and (u := unit_of(w))), None)
    months = [12 * day.year + day.month for day in days if day.__class__ is date]
    return unit is None or not unit.months or any(abs(b - a - unit.months) <= 1 for a, b in pairwise(months))


_COUNTED, _DAYS = kind_set("NUM INT DEC PCT FRAC"), kind_set("DATE MOM")
PATTERNS = [
    Pattern("INSTALL", "(?<=equal|successive)amount (?= of INT (MOD|stock)* HEAD)", lambda m: "amounts"),
    Pattern("QUIET", "(a|the|that)* (INSTALL|number of (MOD|HEAD)+) equal to (?= the? (PCT|FRAC|half|NUMBER (MOD|HEAD)))", lambda m: "equal to"),
    Pattern("QUIET", "in (one|a) (QUIETW)* INSTALL sum? (?! of| PER| CARD| equal) | in (QUIETW|QUIET|cumulative|equal)* INSTALL of (?= PCT|FRAC|NUMBER) | in cumulative? INSTALL COMMA? (as following)? (?= COLON|as following|MEANW COLON|with NUMBER|with PCT|with FRAC)", lambda m: "at once"),
    Pattern("QUIET", "in INSTALL (?= (over|OVER))", lambda m: "in parts" if m.words() & {"installments", "instalments"} else None),
    Pattern("QUIET", "in <n>CARD? (FREQ|equal|cumulative|PER)* INSTALL of (?= (NUMBER ((MOD|stock)* HEAD)? on?|PCT on?|FRAC on?) (DATE|MOM))", _of_listed),
    Pattern("QUIET", "in? (a|one) (QUIETW|ORDW|last|remaining)* INSTALL of (?= NUMBER ((MOD|stock)* HEAD)? (on|at)? DATE)", lambda m: "at once"),
    Pattern("INST", "over the? <n>CARD (FREQ|equal|cumulative|successive)+ INSTALL", _inst),
    Pattern("INST", "in <n>CARD? (FREQ|cumulative)* <p>(PCT|FRAC) (FREQ|COMMA)* INSTALL", _inst),
    Pattern("INST", "(in a series of|in|into|with|by|as)? (the|a|each)? <n>(CARD|one)? (substantially|COMMA|equal|ratably|cumulative|and|successive|FREQ|PER|UNIT|calendar|bi|more or less)* INSTALL", _inst),
    Pattern("INST", "(in)? (CARD)? equal <p>(PCT|FRAC) (FREQ|COMMA)* INSTALL", _inst),
    Pattern("INST", "<i>INST of <u>INT (MOD|stock)* HEAD each?", each_units),
    Pattern("INST", "in equal amount", lambda m: Inst()),
    Pattern("INST", "in <n>(CARD) (substantially)? equal (FREQ|and)* amount", _inst),
    Pattern("INST", "in (substantially)? equal (FREQ|and)* amount", _inst),
    Pattern("INST", "in <f>FRACPL", _equal_parts),
    Pattern("INST", "(in)? substantially? equal <f>(FRACPL|half|quarter)", _equal_parts),
    Pattern("INST", "in substantially <i>INST (?= (on|each|of)* (DATES|MOMS))", lambda m: m["i"] if m.words() & {"approximately"} else None),
    Pattern("EQUAL", "(on a)? pro rata basis? | (on a)? straight line basis? | ratably | equal | on a? ratably basis", lambda m: True),
]  # fmt: skip
