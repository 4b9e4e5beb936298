"""A series' dates: from where, how far apart, how many.

In: a Series, its resolved start, what the other statements of the words say of its end. Out: Dates and a count (None
while the count is whatever uses up the amount). Refuses, as gaps: no frequency, no count, an empty series, a count that
neither the length nor the end bears out.
"""

from datetime import date, timedelta

from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.anchors import Anchors, Found, Lacking, Resolved, Waiting, gap_at
from vestcalc.schedule.roll import Daily, Dates, Monthly, Named, Once, Point, first_named, month_of, wanted_day
from vestcalc.terms.models import Moment, OnDate, Period, Series

MAX_DATES = 6000
#: The day that every month's last day is clamped from.
_LONGEST = 31


def cadence(series: Series, start: Point, policy: str) -> Dates | Gap:
    """The endless dates of a series from its start, before anything is counted."""
    every = series.every
    if series.calendar:
        named = first_named(series.calendar, start.ordinal(policy), strictly=not series.inclusive)
        step = _named_step(series)
        if step is None:
            return named
        first = named.point(0)
        origin = _plain(start, policy)
        if step > 1 and origin.day == series.calendar[0].day and series.calendar[0].month is None and not series.inclusive:
            # "on March 15, and on the 15th day of each third month thereafter": three months on
            return Monthly(origin.month + step, first.day, step)
        return Monthly(first.month, first.day, step)
    if not every or every.months < 0 or every.days < 0:
        return gap_at(GapReason.MISSING_FREQUENCY, "it is not stated how often these parts vest", series.place)
    if every.days:
        first_day = start.ordinal(policy) + (0 if series.inclusive else every.days)
        return Daily(first_day, every.days)
    base = start if not start.days else _plain(start, policy)
    day, shift = (_LONGEST, 0) if policy == "anchor" and _month_ends(series, start) else wanted_day(base.day, policy)
    if not series.inclusive:
        return Monthly(base.month + every.months, day, every.months, shift)
    first_ordinal = start.ordinal(policy)
    return Monthly(base.month, day, every.months, shift, first_ordinal if policy != "anchor" else 0)


def _month_ends(series: Series, start: Point) -> bool:
    """Whether the dates are the last days of months: "from 30 June 2013 to 31 March 2016" starts and ends on such days."""
    if not isinstance(series.until, OnDate):
        return False
    first, last = date.fromordinal(start.ordinal()), series.until.date
    return first.day < last.day and all(month_of(d) != month_of(d + timedelta(days=1)) for d in (first, last))


def _plain(start: Point, policy: str) -> Point:
    day = date.fromordinal(start.ordinal(policy))
    return Point(month_of(day), day.day)


def _named_step(series: Series) -> int | None:
    """Months between dates when one day of the month, or of the year, is named; None to walk all the named days."""
    if len(series.calendar) > 1:
        return None
    natural = 12 if series.calendar[0].month else 1
    months = series.every.months
    return months if months and months % natural == 0 else natural


def count(series: Series, dates: Dates, start: Point, anchors: Anchors, hint: Series) -> int | Gap | None:
    """How many dates: stated, else as many as fit the length or the end; None: as many as use up the amount.

    `hint` adds what other statements of the words say.
    """
    times = series.times
    # "over the four-year period ending D": the end counts the dates, the length is checked in verify
    over = _by_length(series, dates, start, anchors.policy) if series.over and not series.until else None
    if isinstance(over, Gap):
        return over
    if times is not None and over is not None and over != times and not (series.inclusive and over == times - 1):
        return gap_at(GapReason.CONTRADICTION, f"{times} dates are stated, but {over} fit the stated length", series.place)
    times = times if times is not None else over
    end = _by_end(series, dates, start, series.until, anchors) if series.until else None
    if isinstance(end, Gap):
        return end
    if times is not None and end is not None and not ends_on(dates, times, end[1]):
        return gap_at(GapReason.CONTRADICTION, f"{times} dates are stated, but {end[0]} fit the stated end", series.place)
    if times is None and end is not None and series.over and series.inclusive and not series.each:
        by_length = _by_length(series, dates, start, anchors.policy)
        if not isinstance(by_length, int) or not ends_on(dates, by_length, end[1]):
            return gap_at(GapReason.CONTRADICTION, f"{end[0]} dates fit the stated end, but not the stated length", series.place)
    if times is None and end is not None and not (series.each or series.calendar or ends_on(dates, *end)):
        last = date.fromordinal(dates.at(end[0] - 1))
        text = f"the stated end, {date.fromordinal(end[1])}, is none of the dates: the last before it is {last}"
        return gap_at(GapReason.CONTRADICTION, text, series.place)
    times = times if times is not None else end[0] if end else None
    if times is None and not series.each:
        return _hinted(hint, dates, start, anchors)
    return times


def _hinted(hint: Series, dates: Dates, start: Point, anchors: Anchors) -> int | Gap | None:
    if hint.times:
        return hint.times
    n = _by_length(hint, dates, start, anchors.policy) if hint.over else None
    if n is None and hint.until:
        end = _by_end(hint, dates, start, hint.until, anchors)
        n = end if isinstance(end, Gap) else end[0] if end else None
    if isinstance(n, Gap):
        return n
    return n if n else gap_at(GapReason.MISSING_COUNT, "it is not stated how many parts vest", hint.place)


def _by_length(series: Series, dates: Dates, start: Point, policy: str) -> int | Gap:
    over = series.over or Period()
    step = _step_months(dates)
    if over.months and step:
        n, left = divmod(over.months * step[0], step[1])
    elif over.days and isinstance(dates, Daily):
        n, left = divmod(over.days, dates.step)
    else:
        end = start.plus(over, policy).ordinal(policy)
        n, left = dates.upto(month_of(date.fromordinal(end)), end), 0
        if series.inclusive and n and dates.at(n - 1) == end:
            n -= 1
    if left or not 1 <= n <= MAX_DATES:
        return gap_at(GapReason.CONTRADICTION, f"the stated length {over.iso} is no whole number of periods", series.place)
    return n


def _step_months(dates: Dates) -> tuple[int, int] | None:
    """(dates, months in which they fall), None for dates counted in days."""
    if isinstance(dates, Monthly):
        return 1, dates.step
    return (len(dates.days), 12) if isinstance(dates, Named) else None


def _by_end(series: Series, dates: Dates, start: Point, end: Moment, anchors: Anchors) -> tuple[int, int] | Gap | None:
    """(how many dates fall on or before the end, the end's ordinal); None when the end has no date."""
    at: Resolved = anchors.resolve(end, series.group, Found(start), series.place)
    if isinstance(at, Lacking):
        return at.gap
    if isinstance(at, Waiting):
        return None
    ordinal = at.point.ordinal(anchors.policy)
    if (ordinal - dates.at(0)) > MAX_DATES * 31:
        return gap_at(GapReason.CONTRADICTION, "the stated end lies too far off", series.place)
    n = dates.upto(month_of(date.fromordinal(ordinal)), ordinal)
    if not 1 <= n <= MAX_DATES:
        return gap_at(GapReason.CONTRADICTION, f"no date falls on or before the stated end, {date.fromordinal(ordinal)}", series.place)
    return n, ordinal


def ends_on(dates: Dates, n: int, end: int) -> bool:
    """Whether n dates end on a stated day: the same day, a day off, later in the same month, or the last day of the last period."""
    last = dates.at(n - 1)
    if abs(end - last) <= 1:
        return True
    a, b = date.fromordinal(last), date.fromordinal(end)
    same_month = (a.year, a.month) == (b.year, b.month) and last < end
    return not isinstance(dates, Once) and (same_month or dates.at(n) == end + 1)
