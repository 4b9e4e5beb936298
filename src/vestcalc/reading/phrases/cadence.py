"""How often: "each month", "every six months", "quarterly", "on the 15th day of each month", "each February 15 and August 15".

Leave CAD, a `Cadence`. "Bi-monthly" and "biannual" have two meanings and are left as words.
"""

from datetime import date
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.dates import LAST, dated, month_number
from vestcalc.reading.phrases.periods import Length, unit_of
from vestcalc.reading.tokens.lexicon import kind_set
from vestcalc.terms.models import CalendarDay, Moment, OnDate, Period

#: "Annual vesting of 25%", but "the annual retainer", "our annual incentive program".
_AFTER_ANNUAL = kind_set(
    "vest vesting vested cliff COMMA SEMI STOP and on at over for from beginning PCT FRAC INT NUM DATE ANCHOR MOM MOMS"
) | {""}


class Cadence(Struct, frozen=True, gc=False):
    """Every `unit`; `calendar`: on these named days; `after`: counted from this moment; `times`: how many; `term`: by the name of its
    days; `later`: those that follow what was said before."""

    unit: Period
    calendar: tuple[CalendarDay, ...] = ()
    after: Moment | None = None
    times: int | None = None
    start: Moment | None = None
    term: str = ""
    later: bool = False


QUARTER_ENDS = tuple(CalendarDay(LAST, m) for m in (3, 6, 9, 12))


#: Ends of quarters of a year that begins one knows not when.
FISCAL_QUARTERS = Cadence(Period(months=3), (CalendarDay(LAST),))


def _unit(m: Match) -> Cadence | None:
    """ "each month", "monthly"; "every months" lacks its number, "at the end each month" a word."""
    unit = unit_of(str(m["u"]))
    words = m.words()
    if "end" in words and "of" not in words:
        return None
    return Cadence(unit) if unit and not str(m["u"]).endswith("s") else None


def _often(m: Match) -> Cadence | None:
    """ "Quarterly", "annually"; "the annual retainer" is no such thing."""
    return None if m["u"] == "annual" and m.following() not in _AFTER_ANNUAL else _unit(m)


def _length(m: Match) -> Cadence | None:
    """ "Each three months"; "each the twelve quarters" has lost a word."""
    length: Length = m["p"]
    return None if any(a.word == "each" and b.word == "the" for a, b in pairwise(m.all())) else Cadence(length.period)


def _every_so_many(m: Match) -> Cadence | None:
    """ "Every third month", "every other week"; "each second year" may be of some years only."""
    unit, n = unit_of(str(m["u"])), 2 if m["n"] == "other" else m["n"]
    every = any(w.word == "every" for w in m.all()) and not str(m["u"]).endswith("s")
    return Cadence(unit * n) if unit and every and 1 < n <= _MOST else None


def _times(m: Match) -> Cadence | None:
    """ "Each of the next 36 months"; "each of the three-month periods" counts months and not periods, and lacks how many."""
    length: Length = m["p"]
    lone = length.times > 1 and bool(m.values("period") or m.values("interval"))
    if length.calendar and not m.words().isdisjoint(("end", "last")):
        return replace(_ends_of(length.unit), times=length.times)
    return None if lone else Cadence(length.unit, times=length.times)


def _ends_of(unit: Period) -> Cadence:
    """The last days of months, quarters or years of the calendar."""
    ends = {1: (CalendarDay(LAST),), 3: QUARTER_ENDS, 12: (CalendarDay(LAST, 12),)}
    return Cadence(unit, ends.get(unit.months, ()))


def named_days(days: "tuple[CalendarDay, ...]") -> Cadence | None:
    """Days of the year as a cadence: February 15 and August 15 are half a year apart."""
    return _calendar(days)


def _calendar(days: "tuple[CalendarDay, ...]", times: int | None = None) -> Cadence | None:
    if 12 % len(days) or list(days) != sorted(days, key=lambda d: ((d.month or 0) - (days[0].month or 0)) % 12):
        return None
    return Cadence(Period(months=12 // len(days)), days, times=times)


def _named_days(m: Match) -> Cadence | None:
    days = m["d"] if isinstance(m["d"], tuple) else (m["d"],)
    if m["p"] and m["p"].unit.months != Period(months=12).months:
        return None
    return _calendar(days, m["n"] if isinstance(m["n"], int) else m["p"].times * len(days) if m["p"] else None)


def _dates_named(m: Match) -> Cadence | None:
    """ "Each quarterly vesting date (February 20, May 20, August 20 and November 20)"."""
    said, named = m["c"], _calendar(m["d"])
    plain = named is not None and said.calendar in ((), named.calendar) and said.unit == named.unit
    return replace(said, calendar=named.calendar) if named is not None and plain else None


def _months_day(m: Match) -> Cadence | None:
    """ "the 8th day of each February, May, August and November"."""
    day = 1 if m["d"] == "first" else m["d"]
    return _calendar(tuple(CalendarDay(day, month_number(str(w))) for w in m.values("MONTH"))) if day <= LAST else None


def _day_of_quarter(m: Match) -> Cadence | None:
    """ "The 20th day of the second month of each calendar quarter": four days of the year."""
    day, month = (1 if m[name] == "first" else LAST if m[name] == "last" else m[name] for name in "dm")
    month = 3 if month == LAST else month
    return _calendar(tuple(CalendarDay(day, month + k) for k in (0, 3, 6, 9))) if day <= LAST and month <= 3 else None


def _from_year(m: Match) -> Cadence | None:
    first = dated(m["d"], m["y"])
    return Cadence(Period(months=12), (m["d"],), start=OnDate(first)) if first else None


def _month_ends(m: Match) -> Cadence:
    """ "At the end of each calendar month", "quarter"."""
    return _ends_of(Period(months=3 if m["u"] == "quarter" else 1))


def _ends_in(m: Match) -> tuple[date, ...]:
    """ "The last day of each calendar quarter of 2022"."""
    years = m["y"] if isinstance(m["y"], tuple) else (m["y"],)
    step = 3 if m["u"] == "quarter" else 1
    ends = [dated(CalendarDay(LAST, month), year) for year in years for month in range(step, 13, step)]
    return tuple(day for day in ends if day is not None)


def _nth_month(m: Match) -> Cadence | None:
    """ "The 11th day of every third month, commencing January 11, 2021"; without such a start it is not told which month is the first."""
    day, months = 1 if m["d"] == "first" else m["d"], m["n"]
    begins = any(n.value.__class__ is date and n.value.day == day for n in m.nodes)
    return Cadence(Period(months=months), (CalendarDay(day),)) if begins and day <= LAST and 1 < months <= 12 else None


def _month_of_quarter(m: Match) -> Cadence | None:
    """ "The 10th day of the third month of each quarter"."""
    day, month = 1 if m["d"] == "first" else m["d"], m["n"]
    told = isinstance(day, int) and day <= LAST and month in (1, 2, 3)
    return Cadence(Period(months=3), tuple(CalendarDay(day, month + k) for k in (0, 3, 6, 9))) if told else None


def _day_of_month(m: Match) -> Cadence | None:
    day = m["d"]
    number = LAST if day in ("last", "final") else 1 if day == "first" else day
    unit = unit_of(str(m["u"])) if m["u"] else m["p"].unit
    times = m["p"].times if m["p"] else None
    if not isinstance(number, int) or not 1 <= number <= LAST or unit is None:
        return None
    if unit.months == 1:
        return Cadence(unit, (CalendarDay(number),), times=times)
    if unit.months == 3 and number == LAST:
        return Cadence(unit, QUARTER_ENDS, times=times)
    if unit.months == 3 and number == 1:
        return Cadence(unit, tuple(CalendarDay(1, k) for k in (1, 4, 7, 10)), times=times)
    if unit.months == 12 and m.values("calendar"):
        return Cadence(unit, (CalendarDay(LAST, 12) if number == LAST else CalendarDay(1, 1),), times=times)
    return None


#: No series has its dates more than so many units apart.
_MOST = 12
_EACH = "(each|per|(?<=PCT|FRAC|INT|HEAD)SLASH)"
_MORE = "(successive|further|calendar|such|full|complete|following|next|subsequent|the|of|COMMA)*"
_SERVED = "(of (the|PERSON|they|continued|SERVICEW|service|employment|COMMA)+ ((to|with|for|by) (the|they|OWN)+)?)"
_ON = "((on|at) (the|OWN)* (complete|lapses|expire) of | (on (or|and))? after | (on|at|upon|as|of|in|for)*)"

PATTERNS = [
    Pattern("DATES", f"{_ON} (the)? (end|last (calendar|business)? day) of {_EACH} calendar? <u>(quarter|month) (of|in|during) calendar? year? <y>(YEAR|YEARS)", lambda m: _ends_in(m)),
    Pattern("CAD", f"{_ON} (the)? <d>(INT|NTH) day? of each (of)? MONTH ((COMMA MONTH)* COMMA? and MONTH)? (that following)?", lambda m: _months_day(m)),
    Pattern("CAD", f"{_ON} (the)? <d>(last|NTH) (calendar|business)? day (of|in) {_EACH} {_MORE} <u>(month|quarter|year) (thereafter)?", _day_of_month),
    Pattern("CAD", f"{_ON} (the)? (last day|end) (of|in) {_EACH} (OWN|{_MORE})* fiscal quarter", lambda m: FISCAL_QUARTERS),
    Pattern("CAD", f"{_ON} (the)? <d>(last|NTH) day of {_EACH} of the {_MORE} <p>PER (that following)?", _day_of_month),
    Pattern("CAD", f"{_ON} (the)? <d>NTH day? of each <n>ORD (calendar)? month", _nth_month),
    Pattern("CAD", f"{_ON} (the)? <d>NTH day (of|in) the <n>NTH month (of|in) {_EACH} calendar? quarter (thereafter)?", _month_of_quarter),
    Pattern("CAD", f"{_ON} each <n>(ORD|other) <u>UNIT", _every_so_many),
    Pattern("CAD", f"{_ON} (the)? <d>NTH of {_EACH} {_MORE} <u>month", _day_of_month),
    Pattern("CAD", f"{_ON} (the)? <d>(last|NTH) day (of|in) the <m>(last|NTH) (calendar)? month (of|in) {_EACH} (calendar)? quarter", _day_of_quarter),
    Pattern("CAD", f"{_ON} (the)? same (day|date) (of|in)? {_EACH} {_MORE} <u>(month|quarter|year)", _unit),
    Pattern("CAD", f"{_ON} (the)? <d>(last|NTH) day (of|in) the <m>(last|NTH) (calendar)? month (of|in) {_EACH} (calendar)? quarter", _day_of_quarter),
    Pattern("CAD", f"{_ON} (the)? same (day|date) (of|in) {_EACH} of the {_MORE} <p>PER", _times),
    Pattern("CAD", f"{_ON} (the)? (corresponding|same|CONDW)+ day of {_EACH} {_MORE} <u>(month)", _unit),
    Pattern("CAD", f"{_ON} <d>(MONTHDAYS|MONTHDAY) (of|in) {_EACH} of the {_MORE} <p>PER", _named_days),
    Pattern(
        "CAD", f"{_ON} <d>MONTHDAY (of|in) {_EACH} {_MORE} year COMMA? beginning (in|with)? <y>YEAR", lambda m: _from_year(m)
    ),
    Pattern("CAD", f"{_ON} (each of?)? <d>(MONTHDAYS|MONTHDAY) (of|in) {_EACH} {_MORE} year", _named_days),
    Pattern("CAD", f"{_ON} {_EACH} (of|the|such|succeeding|subsequent|following|successive)* <d>(MONTHDAYS|MONTHDAY) (annual (?= (thereafter|UNTIL|until|COMMA|STOP|SEMI)))?", _named_days),
    Pattern("CAD", f"{_ON} {_EACH} fiscal? quarter end", lambda m: FISCAL_QUARTERS),
    Pattern("CAD", f"{_ON} (the|last|day|of)* (end|last day) (of) each calendar+ <u>(quarter|month)", lambda m: _month_ends(m)),
    Pattern("CAD", f"{_ON} (the|end|of|complete|when)* {_EACH} of (the|first)* {_MORE} <k>CARD <p>PER (period|interval)?", lambda m: Cadence(m["p"].period, times=m["k"])),
    Pattern("CAD", f"{_ON} (the|end|last|day|of|complete|when)* {_EACH} of (the|first)* {_MORE} <p>PER (period|interval)? (?! anniversary)(?! COMMA? and? PER) {_SERVED}?", _times),
    Pattern("CAD", f"{_ON} (the|end|last|day|complete|of|one|COMMA)* {_EACH} {_MORE} <p>PER (period|interval)? (?! anniversary)(?! COMMA? and? PER) {_SERVED}?", _length),
    Pattern("CAD", f"{_ON} (the|end|complete|of|one)* {_EACH} {_MORE} <u>UNIT (period|interval|basis)? (?! anniversary) {_SERVED}? complete?", _unit),
    Pattern("CAD", "on each date that be <p>PER (?= (thereafter|after those))", lambda m: Cadence(m["p"].period)),
    Pattern("CAD", "(?<=PCT|FRAC)a <u>(year|quarter|month|week) (?! (after|from|following|later))", _unit),
    Pattern("CAD", f"{_ON} a (equal)? <u>(monthly|quarterly|annual|SEMI_ANNUAL|semiannual|weekly|daily) basis", _unit),
    Pattern("CAD", f"{_ON} {_EACH} (of|the|next|following|successive)* <n>(NUM|INT) <u>(monthly|quarterly|annual|SEMI_ANNUAL|semiannual) (anniversary|date|period) (?! of (DATE|ANCHOR)) (that follow|thereafter|after those|following those|following|after)?", lambda m: Cadence(unit_of(str(m["u"])) or Period(months=1), times=m["n"])),
]  # fmt: skip


def _on_their_dates(m: Match) -> Cadence | None:
    """ "On each of the company's quarterly vesting dates, beginning February 20, 2020": as often, from the first one on, if that is told."""
    return _unit(m) if any(n.kind in _TOLD for n in m.nodes) else None


def _yearly_on(m: Match) -> Cadence | None:
    """ "Annually on April 1, beginning in 2021": that day of every year; with no year told, the first may be soon after the grant or not."""
    said = m["c"] or Cadence(_unit_before(m) or Period())
    told = any(n.kind in _TOLD for n in m.nodes)
    plain = told and said.unit == Period(months=12) and not (said.calendar or said.after or said.start)
    return replace(said, calendar=(m["d"],)) if plain else None


_SAYS_HOW_OFTEN = kind_set("CAD INST")
_TOLD = kind_set("DATE DATES YEAR YEARS MONTHYEAR")


def _unit_before(m: Match) -> Period | None:
    """How far apart the installments are that stand before; "annually in three equal installments" says so ahead of them."""
    stands = m._m.start()
    units = [n.value.unit for n in m.nodes[max(0, stands - 2) : stands] if n.kind in _SAYS_HOW_OFTEN]
    return next((unit for unit in reversed(units) if unit), None)


#: Adverbs, once the installments have taken theirs.
ADVERBS = [
    Pattern("CAD", "on <d>MONTHDAYS (?! COMMA? (YEAR|of|in)) (that following)?", _named_days),
    Pattern("CAD", f"{_ON} {_EACH} {_MORE} (continued)? <u>(monthly|quarterly|annual|SEMI_ANNUAL|semiannual|weekly) (anniversary|date|interval|period|vesting date)", _unit),
    Pattern("CAD", f"{_ON} (each of)? (the COMPANY|COMPANY|OWN) <u>(monthly|quarterly|annual|semiannual) (vesting|vest) date", _on_their_dates),
    Pattern("CAD", f"{_ON} {_EACH} of the (next|following|successive|subsequent|succeeding)* <n>(NUM|INT) (next|following|successive|subsequent|succeeding)* anniversary (date|next|following|thereafter)*", lambda m: Cadence(Period(months=12), times=m["n"])),
    Pattern("CAD", f"{_ON} {_EACH} (of|the|such|subsequent|following|successive|annual)* <u>anniversary (date)?", lambda m: Cadence(Period(months=12))),
    Pattern("CAD", "on the anniversary date? (?= OVER)", lambda m: Cadence(Period(months=12)) if m.words() & {"dates", "anniversaries"} else None),
    Pattern("CAD", "<c>CAD (vesting|date)* OPEN (MEANW|on|each|COMMA|be)* <d>MONTHDAYS CLOSE", _dates_named),
    Pattern("CAD", "<u>(monthly|quarterly|annual|SEMI_ANNUAL|semiannual|weekly|daily) (?! (INSTALL|meeting|general|report|dividend|delivered|SHAREW|grant|award))", _often),
    Pattern("CAD", "(<c>CAD|(?<=INST)) COMMA? on (the)? <d>MONTHDAY (?! COMMA? (YEAR|of|in|and MONTHDAY))", _yearly_on),
]  # fmt: skip
