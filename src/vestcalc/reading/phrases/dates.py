"""Dates in every shape: "March 15, 2014", "15 March 2014", "3/15/2014", "March 1, 2021, 2022 and 2023", "March 4 of each of 2021 and 2022".

Leave DATE (a date), DATES (a tuple, in the order written), MONTHDAY and MONTHDAYS (CalendarDay), MONTHYEAR, YEARS. A date no calendar
has ("February 30, 2020") stays words, so that it ends as a gap.
"""

from datetime import date
from typing import Any

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.terms.models import CalendarDay

_MONTHS = {w: n for n, w in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
LAST = 31


def month_number(word: str) -> int:
    """ "March", "mar", "Sept" -> 3, 3, 9."""
    return _MONTHS[word[:3]]


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _last_of(year: int, month: int) -> date:
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


def _day(m: Match) -> int:
    """ "The 15th day of", "the first day of"."""
    return 1 if m["d"] == "first" else int(m["d"])


def _written(m: Match) -> date | None:
    return _on(m["y"], month_number(m["m"]), _day(m))


def _monthday(m: Match) -> CalendarDay | None:
    month, day = month_number(m["m"]), _day(m)
    return CalendarDay(day, month) if _on(2000, month, day) else None


def dated(day: CalendarDay, year: int) -> date | None:
    """A calendar day in a year; "the last day of February" is day 31."""
    assert day.month is not None
    return _last_of(year, day.month) if day.day == LAST else _on(year, day.month, day.day)


class OneOf(tuple[date, ...]):
    """ "March 1, 2021 or March 1, 2022": one of these days, where words beside them tell which."""

    __slots__ = ()


def _dates(days: list[date | None]) -> tuple[date, ...] | None:
    good = [d for d in days if d is not None]
    return tuple(good) if len(good) == len(days) and len(set(good)) == len(good) else None


def _more_years(m: Match) -> tuple[date, ...] | None:
    first = m["d"]
    years = [first.year, *m.values("YEAR")]
    if m.has("to"):
        years = list(range(first.year, min(m.values("YEAR")[0], first.year + 40) + 1))
    if first.month == 2 and first.day >= 28 and m.values("DATE") != [first]:
        return None
    return _dates([_on(y, first.month, first.day) for y in years]) if years == sorted(set(years)) and len(years) > 1 else None


def _last_days(m: Match) -> tuple[date, ...] | None:
    """ "The last day of February 2023, 2024 and 2025": the 28th, the 29th and the 28th."""
    years = m.values("YEAR")
    return _dates([_last_of(y, month_number(m["m"])) for y in years]) if years == sorted(set(years)) else None


def _years(m: Match) -> tuple[int, ...] | None:
    years = m.values("YEAR")
    if m.has("to"):
        years = list(range(years[0], years[-1] + 1))
    return tuple(years) if years == sorted(set(years)) and len(years) <= 40 else None


def _of_years(m: Match) -> tuple[date, ...] | None:
    years = m["y"] if isinstance(m["y"], tuple) else (m["y"],)
    days = m["d"] if isinstance(m["d"], tuple) else (m["d"],)
    return _dates([dated(d, y) for y in years for d in days])


def _same_year(m: Match) -> tuple[date, ...] | None:
    days = [n.value for n in m.all("l") if isinstance(n.value, CalendarDay)]
    last = m["d"]
    found = _dates([*(dated(d, last.year) for d in days), last])
    if not found or list(found) != sorted(found):
        return None
    return OneOf(found) if "or" in m.words() else found


def _same_years(m: Match) -> tuple[date, ...] | None:
    """ "June 30 and December 31, 2021, 2022 and 2023": both days of all three years."""
    days, last = [n.value for n in m.all("l") if isinstance(n.value, CalendarDay)], m["d"]
    if len({(d.month, d.day) for d in last}) != 1:
        return None
    found = _dates([d for one in last for d in (*(dated(day, one.year) for day in days), one)])
    return found if found and list(found) == sorted(found) else None


def _list(m: Match) -> tuple[date, ...] | None:
    out: list[date] = []
    for n in m.all():
        if isinstance(n.value, date):
            out.append(n.value)
        elif isinstance(n.value, tuple) and n.value and isinstance(n.value[0], date):
            out += n.value
    found = _dates(list(out))
    return OneOf(found) if found and "or" in m.words() else found


_SEP = "(COMMA (and|or)? | SEMI (and|or)? | and | or)"


def _day_of_months(m: Match) -> tuple[Any, ...] | None:
    """ "the 15th day of February, May, August and November", and of a year."""
    days = [CalendarDay(m["d"], month_number(str(w))) for w in m.values("MONTH")]
    if m["y"]:
        found = _dates([_on(m["y"], day.month or 1, day.day) for day in days])
        return found if found and list(found) == sorted(found) else None
    return tuple(days) if all(_on(2000, d.month or 1, d.day) for d in days) else None


PATTERNS = [
    Pattern("DATE", "<m>MONTH <d>(INT|ORD) COMMA? <y>YEAR", _written),
    Pattern("DATE", "the? <d>(INT|ORD|first (?= day)) (day)? of? <m>MONTH COMMA? <y>YEAR", _written),
    Pattern("DATES", "the? last day of <m>MONTH COMMA? YEAR ((COMMA YEAR)+ COMMA? and YEAR | COMMA? and YEAR)(?! SHAREW)", _last_days),
    Pattern("DATE", "the? last day of <m>MONTH COMMA? <y>YEAR", lambda m: _last_of(m["y"], month_number(m["m"]))),
    Pattern("MONTHDAY", "the? last day of <m>MONTH", lambda m: CalendarDay(LAST, month_number(m["m"]))),
    Pattern("DATES", "the? <d>(INT|ORD) day? of MONTH ((COMMA MONTH)* COMMA? and MONTH) COMMA? of? <y>YEAR (?! COMMA? and? YEAR)", _day_of_months),
    Pattern("MONTHDAYS", "the? <d>(INT|ORD) day? of each? MONTH ((COMMA MONTH)* COMMA? and MONTH)", _day_of_months),
    Pattern("MONTHDAY", "<m>MONTH <d>(INT|ORD)", _monthday),
    Pattern("MONTHDAY", "the? <d>(INT|ORD|first (?= day)) day? of? <m>MONTH", _monthday),
    Pattern("MONTHYEAR", "MONTH of? YEAR", lambda m: (month_number(m.all()[0].value), m.values("YEAR")[0])),
    Pattern("DATES", "<d>DATE ((COMMA YEAR)+ COMMA? and YEAR | COMMA? and YEAR | <to>DASH YEAR)(?! SHAREW)", _more_years),
    Pattern("YEARS", "(each of|each)? the? calendar? year? YEAR <to>(through|to|DASH) YEAR (COMMA? inclusive)?", _years),
    Pattern("YEARS", "each of the? year YEAR (COMMA YEAR)+ (?! COMMA? and)", _years),
    Pattern("YEARS", "(each of|each)? the? (calendar|fiscal)? year? YEAR ((COMMA YEAR)* COMMA? and YEAR)", _years),
    Pattern("DATES", f"<l>(MONTHDAY ({_SEP} MONTHDAY)*) {_SEP} <d>DATE", _same_year),
    Pattern("DATES", f"<l>(MONTHDAY ({_SEP} MONTHDAY)*) {_SEP} <d>DATES", _same_years),
    Pattern("MONTHDAYS", f"MONTHDAY ({_SEP} MONTHDAY)* {_SEP} MONTHDAY (?! COMMA? YEAR)(?! {_SEP} DATE)", lambda m: tuple(m.values("MONTHDAY"))),
    Pattern("DATES", "<d>(MONTHDAYS|MONTHDAY) COMMA? (of|in|during) each? <y>(YEARS|YEAR)", _of_years),
    Pattern("DATES", "<d>(MONTHDAYS|MONTHDAY) ((of|in) each calendar? year)? COMMA? (from|for|during|in)? <y>YEARS", _of_years),
    Pattern("DATES", f"(ENUM? (DATE|DATES) {_SEP})+ ENUM? (DATE|DATES)", _list),
    Pattern("DATE", "<d>MONTHDAY of <y>YEAR (?! (COMMA|and|through|to))", lambda m: dated(m["d"], m["y"])),
]  # fmt: skip
