"""Days reckoned another way than from an anchor: "December 1 of the third year following the year of grant", "six and twelve months
thereafter", "when the Optionee shall have been in the employ of the Corporation for one full year",
"at the annual meeting, or on D if no meeting is held".

Leave MOM and MOMS, like `moments`, whose phrases they are made of.
"""

from datetime import date

from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Node, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.dates import LAST, dated
from vestcalc.reading.phrases.moments import YEAR, moment
from vestcalc.reading.tokens.lexicon import kind_set
from vestcalc.terms.models import CalendarDay, EarliestOf, FromAnchor, LatestOf, Moment, OnDate

_BASES = kind_set("BASE")
_GRANTED_IN = frozenset(["granted"])
#: A year without a leap day: from a day of March on, every year is as long to its end.
_COMMON_YEAR, _MARCH = 2001, 3


def _in_year(day: CalendarDay, nth: int) -> FromAnchor | None:
    """A day of the n-th year after the year of the grant, or of that year: so many days before its end."""
    if day.month is None or day.month < _MARCH or nth < 0:
        return None
    end = date(_COMMON_YEAR, 12, LAST)
    left = 0 if day.day == LAST == end.day and day.month == end.month else (end - date(_COMMON_YEAR, day.month, day.day)).days
    return FromAnchor("grant", YEAR * nth, calendar=(CalendarDay(LAST, 12),), days_before=left)


def _rank(value: object) -> int:
    return value if isinstance(value, int) else 1


def _of_year(m: Match) -> Moment | None:
    nth = 0 if m.has("y") else _rank(m["n"] or 1)
    return _in_year(m["d"], nth) if _GRANTED_IN.issuperset(m.values("QUIET")) else None


def _of_years(m: Match) -> tuple[Moment, ...] | None:
    numbers = [_rank(n) for n in m.values("NTH", "l")]
    found = [_in_year(m["d"], n) for n in numbers] if numbers == sorted(set(numbers)) else []
    return (
        tuple(f for f in found if f is not None)
        if len(found) > 1 and _GRANTED_IN.issuperset(m.values("QUIET")) and None not in found
        else None
    )


def _nth_day(m: Match) -> Moment | None:
    """ "The 1 March next following the date of grant", "the third December 1 following May 4, 2021"; never that very day."""
    nth, day, base = _rank(m["n"] or 1), m["d"], m["b"]
    known = base if isinstance(base, date) else getattr(base, "stated", None)
    if isinstance(day, tuple) and not m["n"]:  # both of them
        return None
    if nth == 1:
        return _first_day(moment(base), day if isinstance(day, tuple) else (day,), "on" not in m.words("o"))
    if known is None or isinstance(day, tuple) or m.has("o") or isinstance(base, FromAnchor):
        return None
    first = dated(day, known.year)
    found = dated(day, known.year + nth - (first is not None and first > known))
    return OnDate(found) if found is not None else None


def _first_day(base: Moment | None, days: tuple[CalendarDay, ...], strictly: bool) -> Moment | None:
    """The first of these days after (or, unless `strictly`, on or after) a moment."""
    if isinstance(base, OnDate):
        base = FromAnchor("date", stated=base.date)
    if not isinstance(base, FromAnchor) or base.anchor == "event" or base.calendar:
        return None
    return replace(base, calendar=days, strictly=strictly)


#: Marks the first of the days of a name after a moment, and on or after it.
FIRST = ("first after:", "first on or after:")


def _first_of_name(m: Match) -> Moment | None:
    """ "The first Quarterly Vesting Date on or after the first anniversary of the grant date"; `anaphora` knows which days are meant."""
    rank, base = str(m["a"].name), moment(m["b"])
    named = rank.startswith("nth:1:") and isinstance(base, OnDate | FromAnchor)
    return LatestOf((base, FromAnchor("event", event=FIRST[m.has("o")] + rank[6:]))) if named and base is not None else None


def _last_said(m: Match) -> Node | None:
    return next((n for n in reversed(m.nodes[: m._m.start()]) if n.kind in _BASES), None)


def _thereafter(m: Match) -> tuple[Moment, ...] | None:
    """ "25% on the grant date and 25% on each of the dates six, twelve and eighteen months thereafter"."""
    base, unit = _last_said(m), m["p"].unit
    numbers = [*(_rank(n.value) for n in m.all("l") if n.value != ","), m["p"].times]
    later = "later" in m.words()
    if (base is None and not later) or numbers != sorted(set(numbers)):
        return None
    found = [moment(Anchor("that") if base is None else base.value, unit * k) for k in numbers]
    return tuple(f for f in found if f is not None) if None not in found else None


def _served(m: Match) -> Moment | None:
    """ "After the Optionee shall have been in the continuous employ of the Corporation for one full year from the date of grant"."""
    return moment(m["b"] or Anchor("unsaid"), m["o"].length.period) if m["o"].term else None


def _at_latest(m: Match) -> Moment | None:
    """ "At the next annual meeting, or on D if no meeting is held by then": on that day at the latest."""
    event, day = moment(m["a"]), moment(m["b"] or m["c"])
    return EarliestOf((day, event)) if m["a"].kind == "meeting" and day is not None and event is not None else None


_NO_MEETING = "if no (such|annual|EVENT|ANCHOR)+ (be|have|will)* (held|occur|take)+ ((on|by|before|in|within|during|the|to)* (DATE|ANCHOR|YEAR|year|then))?"
_GRANTED = "(in|during) (which|the) (the|such|they|its|HEAD|restricted|STOCKWORD)* ((be|have)+ (granted|awarded|MADE)|QUIET)"
_YEAR_OF = (
    "(calendar|full|fiscal)* year (after|following)"
    f" ((the|calendar)* year (of (the|such|OWN)* (grant|award)|{_GRANTED})|(the|such|OWN)* (grant|award) (?! date))"
)

PATTERNS = [
    Pattern("MOM", f"(on|the)* <d>MONTHDAY (of|in|COMMA)? the? (<n>NTH? {_YEAR_OF}|<y>(calendar? year) of (the|such|OWN)* (grant|award))", _of_year),
    Pattern("MOMS", f"(on|the)* <d>MONTHDAY (of|in) each of the <l>(NTH ((COMMA|COMMA? and the?) NTH)+) {_YEAR_OF}", _of_years),
    Pattern("MOM", "(on|the)* <n>NTH? <d>(MONTHDAY|MONTHDAYS) COMMA? (that|which|to|then|comes|occur)* <o>(on or)? (after|following) (the|date|of)* <b>BASE", _nth_day),
    Pattern("MOM", "<a>ANCHOR QUIET? COMMA? (that|which|to|comes|occur|QUIETW)* (on <o>or)? (after|following) (the|date|of)* <b>BASE", _first_of_name),
    Pattern("MOMS", "(on|at|each|of|the|date|that|which|be|comes)* <l>((CARD|one) (COMMA CARD)*) COMMA? and <p>PER (thereafter|later)", _thereafter),
    Pattern(
        "MOM",
        "(after|when|on) (the|PERSON|its|they|will|have|so|be|in|of|SERVICEW|continued|employment|service|employee|COMPANY|or|COMMA|by|a|any)+"
        " <o>OVER ((after|following|from) <b>BASE)?",
        _served,
    ),
    Pattern("MOM", f"(on|upon|at|the|date|of)* <a>EVENT (COMMA|OPEN)? or COMMA? ((on|the|date|of)* <b>DATE COMMA? {_NO_MEETING}|{_NO_MEETING} COMMA? (on|the|date|of)* <c>DATE) CLOSE?", _at_latest),
]  # fmt: skip
