"""From dates back to the rule: the simplest terms that reproduce rows of dates and shares exactly.

In: rows of one award, in order. Out: terms, the rounding and day-of-month policy under which the engine makes those very rows, and the
filing that results when the terms' own sentence is read back. Tried in this order: one date; equal installments; a cliff and equal
installments; several such series; percentages on a list of dates. Each is built and compared, row by row. Refuses, as VestcalcError, to
call anything else a rule: a list of odd numbers reproduces every file and explains none.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import cast, get_args

from msgspec import Struct

from vestcalc.answers import FilingSchedules
from vestcalc.calculate import Options, schedule_terms
from vestcalc.gaps import VestcalcError
from vestcalc.given import to_amount, to_day
from vestcalc.questions.cadences import Cadence, cadences
from vestcalc.questions.date_rows import DateRow
from vestcalc.questions.fractions_near import portions
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.span import Place, Span
from vestcalc.terms.describe import describe_terms
from vestcalc.terms.models import ALL, REST, Amount, Dated, FromAnchor, OnDate, Rule, Series, Terms

_HERE = Place("1", Span(0, 0), "")
_MODES: tuple[Rounding, ...] = get_args(Rounding)
#: At most so many pieces are put together, and a list of percentages has at most so many dates.
_PIECES, _LISTED = 3, 12
#: Longer lists are tried with one piece less: the ways to cut them grow with each.
_SHORT = 120
#: A fraction that people write has no larger denominator; else the number of shares is given.
_PLAIN = 100
#: Of fewer shares nearly every number is some rounded percentage, which then tells nothing.
_TELLING = 1000


class Inferred(Struct, frozen=True):
    """Terms that reproduce the rows; `sentence` says them, `filing` is what reading the sentence gives."""

    terms: Terms
    whole: Fraction
    rounding: Rounding
    day_of_month: str
    sentence: str
    filing: FilingSchedules


def infer(rows: Sequence[DateRow], source: str, *, granted: date | None = None, day_of_month: str | None = None) -> Inferred:
    """The simplest rule that makes exactly these rows. VestcalcError when none of those tried does."""
    whole = sum((row.shares for row in rows), Fraction(0))
    for rules, policy in _candidates(rows, whole, granted):
        if day_of_month not in (None, policy) and not (policy == "anchor" and len(rows) == 1):
            continue
        terms = Terms(rules=rules, speaks=True)
        for mode in _MODES:
            options = Options(mode, policy, shares=whole, granted=granted)
            if _makes(terms, rows, options) and (found := _read_back(terms, rows, options, source)):
                return found
    many = f"{len(rows)} rows, {rows[0].date} to {rows[-1].date}"
    raise VestcalcError(
        f"{source}: none of the rules tried makes exactly these {many}: not one date, equal installments with or without a cliff, "
        "several such series, nor whole percentages; check the rows, or that they are of one award"
    )


def _makes(terms: Terms, rows: Sequence[DateRow], options: Options) -> bool:
    facts = Facts(amount=to_amount(options.shares, "shares"), dated=to_day(options.granted, "granted"), kind="option")
    schedule = build(terms, facts, cast(Rounding, options.rounding), options.day_of_month)
    return schedule.status == "complete" and _rows([(v.date, v.shares) for v in schedule.vests]) == list(rows)


def _rows(vests: Sequence[tuple[date, Fraction | None]]) -> list[DateRow]:
    due: dict[date, Fraction] = {}
    for day, shares in vests:
        due[day] = due.get(day, Fraction(0)) + (shares or Fraction(0))
    return [DateRow(day, shares) for day, shares in sorted(due.items()) if shares]


def _read_back(terms: Terms, rows: Sequence[DateRow], options: Options, source: str) -> Inferred | None:
    """The sentence of the terms, read as any note is, must make the same rows again."""
    sentence = describe_terms(terms)
    filing = schedule_terms(sentence, options, source)
    award = filing.awards[0]
    if award.status != "complete" or award.shares is None or _rows([(v.date, v.shares) for v in award.vests]) != list(rows):
        return None
    return Inferred(terms, award.shares, award.rounding, options.day_of_month, sentence, filing)


def _candidates(rows: Sequence[DateRow], whole: Fraction, granted: date | None) -> Iterator[tuple[tuple[Rule, ...], str]]:
    """Rules from the simplest on, each with its day-of-month policy."""
    if len(rows) == 1:
        yield (Dated(ALL, OnDate(rows[0].date), _HERE),), "anchor"
        return
    n = len(rows)
    even = lru_cache(maxsize=None)(lambda a, b: b - a == 1 or _even(rows[a:b]))
    for pieces in range(1, (_PIECES if n <= _SHORT else _PIECES - 1) + 1):
        for cuts in combinations(range(1, n), pieces - 1):
            bounds = list(pairwise((0, *cuts, n)))
            parts = [rows[a:b] for a, b in bounds]
            if len(parts[-1]) > 1 and _joined(parts) and all(even(a, b) for a, b in bounds):
                yield from _pieces(parts, whole, granted)
    if len(rows) <= _LISTED:
        yield from _listed(rows, whole)


def _even(part: Sequence[DateRow]) -> bool:
    """Equal but for rounding: all within one share but the first or the last, which may take the leftovers."""
    shares = [row.shares for row in part]
    inner = [shares[1:], shares[:-1], shares] if len(shares) > 2 else [shares]
    return any(max(some) - min(some) <= 1 for some in inner) and bool(cadences([row.date for row in part]))


def _joined(parts: Sequence[Sequence[DateRow]]) -> bool:
    """Two dates that stand alone are a list, not a cliff."""
    return all(len(one) > 1 or len(other) > 1 for one, other in pairwise(parts))


def _pieces(parts: Sequence[Sequence[DateRow]], whole: Fraction, granted: date | None) -> Iterator[tuple[tuple[Rule, ...], str]]:
    """A rule a piece: amounts as portions of the whole, the last the rest; all under one policy."""
    choices: list[list[tuple[Amount, Cadence | None]]] = []
    before = Fraction(0)
    for part in parts:
        amount = sum((row.shares for row in part), Fraction(0))
        last = part is parts[-1]
        plain = [Amount(portion=portion) for portion in portions(before, amount, whole) if portion.denominator <= _PLAIN]
        amounts = [REST if len(parts) > 1 else ALL] if last else [*plain, Amount(units=amount)]
        found = cadences([row.date for row in part]) if len(part) > 1 else [None]
        choices.append([(one, cadence) for one in amounts for cadence in found])
        before += amount
    for chosen in product(*choices):
        policies = {cadence.policy for _, cadence in chosen if cadence is not None}
        if len(policies) == 1:
            yield from _ruled(parts, chosen, granted, policies.pop())


def _ruled(
    parts: Sequence[Sequence[DateRow]], chosen: Sequence[tuple[Amount, Cadence | None]], granted: date | None, policy: str
) -> Iterator[tuple[tuple[Rule, ...], str]]:
    """The rules with their series counted from the piece before or from the grant where that gives the dates, else from a date."""
    plain: list[Rule] = []
    short: list[Rule] = []
    for number, (part, (amount, cadence)) in enumerate(zip(parts, chosen, strict=True)):
        if cadence is None:
            rule: Rule = Dated(amount, OnDate(part[0].date), _HERE)
            plain.append(rule)
            short.append(rule)
            continue
        inclusive = cadence.start == part[0].date
        series = Series(amount, cadence.every, _HERE, times=len(part), start=OnDate(cadence.start), inclusive=inclusive)
        plain.append(series)
        start = FromAnchor("previous") if number else FromAnchor("grant")
        short.append(Series(amount, cadence.every, _HERE, times=len(part), start=start) if number or granted else series)
    if short != plain:
        yield tuple(short), policy
    yield tuple(plain), policy


def _listed(rows: Sequence[DateRow], whole: Fraction) -> Iterator[tuple[tuple[Rule, ...], str]]:
    """Whole percentages, or equal parts, on a list of dates."""
    n = len(rows)
    equal = [Fraction(1, n)] * n
    percents: list[Fraction] = []
    before = Fraction(0)
    for row in rows:
        likely = [p for p in portions(before, row.shares, whole) if p.denominator in _PERCENT]
        near = [p for p in likely if p * whole == row.shares or whole >= _TELLING]
        percents.append(near[0] if near else Fraction(0))
        before += row.shares
    for parts in (equal, percents):
        if all(parts) and sum(parts) == 1:
            yield tuple(Dated(Amount(portion=p), OnDate(row.date), _HERE) for p, row in zip(parts, rows, strict=True)), "anchor"


_PERCENT = frozenset({1, 2, 4, 5, 10, 20, 25, 50, 100})
