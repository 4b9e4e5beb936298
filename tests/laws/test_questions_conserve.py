"""Laws of the questions: nothing is made or lost by asking, in any rounding.

What vests in all years is the whole; kept and forfeited are the whole; acceleration moves shares and makes none; what counts within so
many days is what is vested at their end; rows of a rule lead back to a rule that makes the same rows.
"""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.laws.schedules import covering, days, facts, partly, roundings
from tests.questions.awards import award
from tests.schedule.words import HERE
from vestcalc.answers import AwardSchedule
from vestcalc.questions.date_rows import DateRow
from vestcalc.questions.infer import infer
from vestcalc.questions.leave import leaving
from vestcalc.questions.periods import span, stretches, vesting, within
from vestcalc.questions.whatif import accelerated
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.terms.models import REST, Amount, Dated, FromAnchor, OnDate, Period, Rule, Series, Terms

ends = st.tuples(st.integers(1, 12), st.integers(1, 28)) | st.just((12, 31)) | st.just((2, 29))
steps = st.sampled_from(["year", "quarter"])


def made(terms: Terms, row: Facts, rounding: Rounding) -> AwardSchedule:
    return award(*terms.rules, facts=row, rounding=rounding)


@given(st.one_of(covering(), partly()), facts(), roundings, ends, steps)
def test_all_periods_together_are_all_that_vests(terms: Terms, row: Facts, rounding: Rounding, end: tuple[int, int], step: str) -> None:
    one = made(terms, row, rounding)
    found = span([one])
    assume(found is not None and (found[1] - found[0]).days < 40_000)
    assert found is not None
    parts = list(stretches(*found, step, end))  # type: ignore[arg-type]
    assert parts[0].first <= found[0] <= found[1] <= parts[-1].last
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(parts))
    assert sum(vesting(one, part.first, part.last).shares or 0 for part in parts) == one.vests[-1].vested
    for part in parts[:3]:
        before = one.as_of(part.first - timedelta(days=1)).vested if part.first > date.min else 0
        assert vesting(one, part.first, part.last).shares == (one.as_of(part.last).vested or 0) - (before or 0)


@given(st.one_of(covering(), partly()), facts(), roundings, days)
def test_kept_and_forfeited_are_the_whole(terms: Terms, row: Facts, rounding: Rounding, day: date) -> None:
    one = made(terms, row, rounding)
    gone = leaving(one, day)
    assert gone.kept is not None
    assert gone.forfeited is not None
    assert gone.kept + gone.forfeited == (one.shares if gone.begun else 0)


@given(st.one_of(covering(), partly()), facts(), roundings, days)
def test_acceleration_makes_no_shares(terms: Terms, row: Facts, rounding: Rounding, day: date) -> None:
    one = made(terms, row, rounding)
    moved = accelerated(one, day)
    assert sum(v.shares or 0 for v in moved.vests) == sum(v.shares or 0 for v in one.vests)
    assert sum(v.portion for v in moved.vests) == sum(v.portion for v in one.vests)
    now, was = moved.as_of(day), one.as_of(day)
    if moved is not one:
        assert (now.unvested, now.pending, now.granted) == (0, was.pending, was.granted)
        assert now.vested == (was.vested or 0) + (was.unvested or 0)
    before = day - timedelta(days=1)
    assert moved.as_of(before).vested == one.as_of(before).vested


@given(st.one_of(covering(), partly()), facts(), roundings, days, st.integers(0, 400))
def test_within_is_the_position_at_its_end(terms: Terms, row: Facts, rounding: Rounding, day: date, many: int) -> None:
    one = made(terms, row, rounding)
    count = within(one, day, many)
    until = one.as_of(day + timedelta(days=many))
    if one.kind != "option":
        assert count.together == until.vested
    elif row.expires is None or until.as_of <= row.expires:
        assert count.together == until.exercisable


cliffs = st.sampled_from(["1/4", "1/3", "1/5", "1/2", "10/48"]).map(Fraction)
periods = st.sampled_from([Period(1), Period(3), Period(6), Period(12), Period(days=7)])


@st.composite
def ruled(draw: st.DrawFn) -> tuple[Rule, ...]:
    start, every, times = OnDate(draw(st.dates(date(2000, 1, 1), date(2040, 1, 1)))), draw(periods), draw(st.integers(2, 48))
    if draw(st.booleans()):
        return (Series(Amount(portion=Fraction(1)), every, HERE, times=times, start=start, inclusive=draw(st.booleans())),)
    return Dated(Amount(portion=draw(cliffs)), start, HERE), Series(REST, every, HERE, times=times, start=FromAnchor("previous"))


@settings(max_examples=60)
@given(ruled(), st.integers(1000, 2_000_000))
def test_rows_of_a_rule_lead_back_to_a_rule(rules: tuple[Rule, ...], whole: int) -> None:
    one = award(*rules, facts=Facts(code=None, amount=Fraction(whole), kind="option"))
    rows = [DateRow(v.date, v.shares or Fraction(0)) for v in one.vests if v.shares]
    found = infer(rows, "rows")
    assert [DateRow(v.date, v.shares or Fraction(0)) for v in found.filing.awards[0].vests if v.shares] == rows
    assert len(found.terms.rules) <= max(len(rules), 2)
