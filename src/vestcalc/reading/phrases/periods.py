"""Lengths of time: "36 months", "three-year period", "a year", "18-month", "one and one-half years".

Leave PER, a Length: how many of which unit, so that "the following 36 months" still knows that it counts months.
"""

from fractions import Fraction

from msgspec import Struct

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.tokens.lexicon import kind_set
from vestcalc.terms.models import Period

#: One of each unit: a year is 12 months, a quarter 3, a week 7 days (docs/conventions.md, Dates 2).
UNITS = {
    "day": Period(days=1),
    "week": Period(days=7),
    "fortnight": Period(days=14),
    "month": Period(months=1),
    "quarter": Period(months=3),
    "year": Period(months=12),
}
ADJECTIVES = {
    "monthly": Period(months=1),
    "quarterly": Period(months=3),
    "semiannual": Period(months=6),
    "annual": Period(months=12),
    "weekly": Period(days=7),
    "fortnightly": Period(days=14),
    "daily": Period(days=1),
}


class Length(Struct, frozen=True, gc=False):
    """`times` as often as `unit`; `calendar`: of the calendar, which end where its months do."""

    times: int
    unit: Period
    calendar: bool = False

    @property
    def period(self) -> Period:
        """The whole length."""
        return self.unit * self.times


def unit_of(word: str) -> Period | None:
    """ "months" -> one month; "quarterly" -> a quarter; None for "bi-monthly", which has two meanings."""
    for table in (UNITS, ADJECTIVES):
        for name, period in table.items():
            if word == name or word == name + "s" or (word == "yearly" and name == "annual") or word == name + "ly":
                return period
    return None


_SHARES, _ENDS = kind_set("PCT FRAC"), kind_set("COMMA COLON STOP")


def _length(m: Match) -> Length | None:
    unit = unit_of(str(m["u"]))
    before = m.before()
    often = m["n"] == "a" and before is not None and before.kind in _SHARES and m.following() in _ENDS  # "25% a year."
    if unit is None or often:
        return None
    count = m["n"] if isinstance(m["n"], int) else 1
    if m["f"]:
        whole = unit.months * (count + Fraction(m["f"]))
        return Length(int(whole), Period(months=1)) if whole and whole.denominator == 1 else None
    return Length(count, unit, "calendar" in m.words()) if 0 < count <= 1200 else None


def _joined(m: Match) -> Length | None:
    """ "Six months and one day": one length, the lesser unit last; "six months and one year after" are two."""
    long, short = m["p"], m["q"]
    less = short.period.months < long.unit.months if short.unit.months else short.period.days < 28 * long.period.months
    return Length(1, long.period + short.period) if long.unit.months and less else None


class Over(Struct, frozen=True, gc=False):
    """A span: its length, and whether it is "the following" one; `term`: said with "for"; `most`: with "up to"; `within`: with "within"."""

    length: Length
    following: bool = False
    total: bool = False
    term: bool = False
    most: bool = False
    within: bool = False


#: How a span is told that comes after what was told before it.
_AFTERWARDS = frozenset(
    ["following", "next", "subsequent", "succeeding", "ensuing", "additional", "another", "remaining", "thereafter", "followed"]
)


def over(m: Match) -> Over:
    """ "Over the following three years", "for up to three years"."""
    words = m.words()
    head = str(m.all()[0].value)
    return Over(m["p"], bool(words & _AFTERWARDS), "total" in words, head in ("for", "during"), "up" in words, head == "within")


PATTERNS = [
    Pattern("SEMI_ANNUAL", "(semi|half) annual", lambda m: "semiannual"),
    Pattern("PER", "(?<=each|per) half year", lambda m: Length(1, Period(months=6))),
    Pattern("PER", "<n>(NUM|INT|one) and <f>FRAC <u>UNIT", _length),
    Pattern("PER", "<n>(NUM|INT|one) (calendar|consecutive|successive|subsequent|following|full|complete|additional)* <u>UNIT", _length),
    Pattern("PER", "<p>PER and <q>PER (?= (after|from|following|later|thereafter))", _joined),
    Pattern("PER", "<n>(a) <u>UNIT (?= (period|after|from|following|COMMA|COLON|STOP|thereafter|later|anniversary))", _length),
]
