"""Terms as English: one canonical sentence per rule.

In: a rule, or all the terms of an award. Out: sentences such as "1/4 of the award vests on March 15, 2014.", written
so that a person reads them without a glossary and the program reads them back as the same rule
(`read(describe(terms)) == terms` is a law with a test of its own). Gaps, remarks and quotes are not told.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from vestcalc.terms.models import (
    Amount,
    CalendarDay,
    Dated,
    EarliestOf,
    FromAnchor,
    Group,
    Moment,
    OnDate,
    Pending,
    Period,
    Rule,
    Series,
    Terms,
)

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_PREVIOUS = FromAnchor("previous")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Words an event may begin with already.
_LEADS = frozenset({"upon", "on", "if", "only", "when", "unless", "following", "after", "at", "subject", "based"})
_ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CADENCES = {1: "monthly", 3: "quarterly", 6: "semi-annual", 12: "annual"}
_EACH = {1: "month", 3: "quarter", 12: "year"}
_ANCHORS = {
    "grant": "the grant date",
    "commencement": "the vesting commencement date",
    "previous": "the previous vesting date",
    "report": "the date of this report",
    "exercisable": "the date exercisable",
}


def describe_terms(terms: Terms) -> str:
    """All rules of an award in their order, each group of several under a sentence of its own."""
    day = f" on {day_text(terms.granted)}" if terms.granted else ""
    sentences = [] if terms.whole is None else [f"The reporting person was granted {_count(terms.whole)}{day}."]
    if terms.granted and terms.whole is None:
        sentences.append(f"The grant date is {day_text(terms.granted)}.")
    if terms.commencement:
        sentences.append(f"The vesting commencement date is {day_text(terms.commencement)}.")
    for number, group in enumerate(terms.groups):
        rules = [rule for rule in terms.rules if rule.group == number]
        if len(terms.groups) > 1 and rules:
            sentences.append(_group(group, number))
        sentences += [describe(rule) for rule in rules]
    return " ".join(sentences)


def describe(rule: Rule, groups: Sequence[Group] = ()) -> str:
    """One canonical sentence for one rule; where there are several `groups`, after that of which it is."""
    if len(groups) > 1 and rule.group < len(groups):
        group = groups[rule.group]
        granted = f" granted on {day_text(group.granted)}" if group.granted else ""
        said = describe(rule)
        return f"Of {_size(group, rule.group, lower=True)}{granted}: {said[0].lower()}{said[1:]}"
    subject, verb = _subject(rule.amount)
    if isinstance(rule, Pending):
        return f"{subject} {verb} {event_text(rule.event)}."
    if isinstance(rule, Dated):
        return _dated(rule, subject, verb)
    return _series(rule, subject, verb)


def day_text(day: date) -> str:
    """As in "March 15, 2014"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def length_text(period: Period) -> str:
    """As in "4 years", "18 months", "1 month", "6 weeks", "10 days", "6 months and 1 day"."""
    if period.months and period.days:
        return f"{length_text(Period(period.months))} and {length_text(Period(days=period.days))}"
    if period.months:
        number, unit = (period.months // 12, "year") if period.months % 12 == 0 else (period.months, "month")
    else:
        number, unit = (period.days // 7, "week") if period.days and period.days % 7 == 0 else (period.days, "day")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def moment_text(moment: Moment) -> str:
    """A moment without its preposition: "March 15, 2014", "the first anniversary of the grant date"."""
    if isinstance(moment, OnDate):
        return day_text(moment.date)
    if not isinstance(moment, FromAnchor):
        word = "earlier" if isinstance(moment, EarliestOf) else "later"
        return f"the {word} of {' and '.join(moment_text(one) for one in moment.of)}"
    text = _from_anchor(moment)
    if moment.calendar:
        text = f"the first {_calendar(moment.calendar, ' or ')} {'' if moment.strictly else 'on or '}after {text}"
    if moment.days_before:
        text = f"the day before {text}" if moment.days_before == 1 else f"the date {moment.days_before} days before {text}"
    return text


def ordinal(number: int) -> str:
    """1 -> "first", 11 -> "11th", 22 -> "22nd"."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _from_anchor(moment: FromAnchor) -> str:
    if moment.anchor == "date":
        anchor = day_text(moment.stated) if moment.stated else "an unstated date"
    else:
        anchor = _event_name(moment.event or "event") if moment.anchor == "event" else _ANCHORS[moment.anchor]
        anchor += f" of {day_text(moment.stated)}" if moment.stated else ""
    if not moment.plus:
        return anchor
    years, odd = divmod(moment.plus.months, 12)
    if years and not odd and not moment.plus.days:
        return f"the {ordinal(years)} anniversary of {anchor}"
    return f"the date {length_text(moment.plus)} after {anchor}"


def _event_name(event: str) -> str:
    """An event as a moment: "the annual meeting"."""
    return f"the {event.removeprefix('upon ').removeprefix('on ').removeprefix('the ')}"


def _count(units: Fraction) -> str:
    whole = units.denominator == 1
    number = f"{units.numerator:,}" if whole else _decimal(units)
    return f"{number} share{'' if units == 1 else 's'}"


def _decimal(units: Fraction) -> str:
    for places in range(1, 13):
        if (units * 10**places).denominator == 1:
            return f"{units.numerator // units.denominator:,}.{(units % 1) * 10**places!s:0>{places}}"
    return str(units)


def _subject(amount: Amount) -> tuple[str, str]:
    if amount.rest:
        return "The rest", "vests"
    if amount.units is not None:
        return _count(amount.units), "vests" if amount.units == 1 else "vest"
    portion = amount.portion if amount.portion is not None else Fraction(1)
    whole = "the award" if amount.of == "whole" else "the remaining shares"
    if portion == 1:
        return ("The award", "vests") if amount.of == "whole" else ("The remaining shares", "vest")
    return f"{portion.numerator}/{portion.denominator} of {whole}", "vests" if amount.of == "whole" else "vest"


def _dated(rule: Dated, subject: str, verb: str) -> str:
    if rule.immediate:
        return f"{subject} {verb} immediately."
    if isinstance(rule.on, FromAnchor) and rule.on.anchor == "report" and not rule.on.plus and rule.latest:
        return f"As of the date of this report, {subject[0].lower()}{subject[1:]} {'has' if verb == 'vests' else 'have'} vested."
    return f"{subject} {verb} on{' or before' if rule.latest else ''} {moment_text(rule.on)}."


def _series(rule: Series, subject: str, verb: str) -> str:
    text = f"{subject} {verb} " + (_each(rule) if rule.each else _together(rule))
    if rule.over is not None:
        text += f" over {length_text(rule.over)}"
    if rule.start is not None:
        text += _start(rule, rule.start)
    if rule.until is not None:
        text += f" through {moment_text(rule.until)}"
    elif rule.each and rule.times is None and rule.over is None:
        text += " until fully vested"
    if rule.latest_last:
        text += ", the last of them at the latest"
    return text + "."


def _each(rule: Series) -> str:
    if rule.calendar:
        days = rule.calendar
        if rule.times and len(days) == 1 and days[0].month and rule.start is None:
            return f"on {_month_day(days[0])} of each of the next {rule.times} years"
        return f"on {_each_day(days)}" + (f", {rule.times} times" if rule.times else "")
    cadence = _cadence(rule.every)
    if rule.times and cadence and rule.start == _PREVIOUS:
        return f"on each of the next {rule.times} {cadence} anniversaries"
    if rule.times and cadence:
        return f"in each of {rule.times} {cadence} installments"
    return _every(rule.every) + (f", {rule.times} times" if rule.times else "")


def _together(rule: Series) -> str:
    count = f"{rule.times} " if rule.times else ""
    if rule.calendar:
        return f"in {count}equal installments on {_each_day(rule.calendar)}"
    if cadence := _cadence(rule.every):
        return f"in {count}equal {cadence} installments"
    return f"in {count}equal installments, one {_every(rule.every)}"


def _cadence(period: Period) -> str | None:
    return _CADENCES.get(period.months) or ("weekly" if period.days == 7 else None)


def _every(period: Period) -> str:
    name = _EACH.get(period.months) or {1: "day", 7: "week"}.get(period.days)
    return f"each {name}" if name else f"every {length_text(period)}"


def _start(rule: Series, start: Moment) -> str:
    if rule.inclusive:
        return f", the first on {moment_text(start)}" + ("," if rule.until is not None or rule.each else "")
    if start == _PREVIOUS:
        return "" if rule.each and rule.times and not rule.calendar else " thereafter"
    return f" after {moment_text(start)}" if rule.each else f" following {moment_text(start)}"


def _each_day(days: tuple[CalendarDay, ...]) -> str:
    if days and days[0].month is None:
        return " and ".join(f"the {'last day' if one.day >= 31 else _nth(one.day)}" for one in days) + " of each month"
    return f"each {_calendar(days, ' and ')}"


def _calendar(days: tuple[CalendarDay, ...], joint: str) -> str:
    names = [_month_day(one) for one in days]
    return ", ".join(names[:-1]) + joint + names[-1] if len(names) > 1 else names[0]


def _month_day(one: CalendarDay) -> str:
    """A named day that is in the calendar: day 31 of June is June 30."""
    if one.month is None:
        return f"{'last day' if one.day >= 31 else _nth(one.day)} of a month"
    return f"{MONTHS[one.month - 1]} {min(one.day, _LENGTHS[one.month - 1])}"


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _size(group: Group, number: int, *, lower: bool = False) -> str:
    """ "6,000 shares", "3/5 of the award", or which part it is."""
    if group.units is not None:
        return _count(group.units)
    if group.portion is not None:
        return f"{group.portion.numerator}/{group.portion.denominator} of the award"
    return f"{'the' if lower else 'The'} {ordinal(number + 1)} part"


def _group(group: Group, number: int) -> str:
    verb = "was" if group.units is None or group.units == 1 else "were"
    if group.granted:
        return f"{_size(group, number)} {verb} granted on {day_text(group.granted)}."
    return f"Of {_size(group, number, lower=True)}:"


def amount_text(amount: Amount) -> str:
    """An amount within a sentence: "1/4 of the award", "the rest", "31,250 shares"."""
    subject, _ = _subject(amount)
    return subject[0].lower() + subject[1:]


def event_text(event: str) -> str:
    """An event with the word that leads to it: "upon initial public offering", "if the price reaches $10"."""
    words = event.split(maxsplit=1)
    if words and words[0].lower() in _LEADS:
        return f"{words[0].lower()} {''.join(words[1:])}"
    return f"upon {event or 'an event'}"


def every_text(rule: Series) -> str:
    """How often, within a sentence: "each month", "on each February 15", "in equal parts each quarter"."""
    often = f"on {_each_day(rule.calendar)}" if rule.calendar else _every(rule.every)
    return often if rule.each else f"in equal parts {often}"
