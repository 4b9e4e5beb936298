"""A span that starts on the day of the grant itself: "monthly over the three years commencing on D", D being that day.

Its first vest comes one period after, as with "commencing on the date of grant" (docs/conventions.md, Dates 3); only the row, or a date
told elsewhere in the words, shows that D is that day. In: terms and facts. Out: the terms, such a series with its start left out.
"""

from datetime import date

from msgspec.structs import replace

from vestcalc.schedule.facts import Facts
from vestcalc.terms.models import OnDate, Rule, Series, Terms


def spread_out(terms: Terms, facts: Facts) -> Terms:
    """The terms with every span from the grant counted from there."""
    given = terms.granted or facts.dated
    if not facts.is_award or given is None:
        return terms
    return replace(terms, rules=tuple(_from_there(rule, given) for rule in terms.rules))


def _from_there(rule: Rule, given: date) -> Rule:
    if not isinstance(rule, Series) or not rule.inclusive or rule.over is None or rule.times is not None or rule.calendar:
        return rule
    return replace(rule, inclusive=False) if rule.start == OnDate(given) else rule
