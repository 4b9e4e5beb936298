"""Law: a position counted without building rows is the position told by the rows, in every rounding and on every day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.laws.schedules import any_day, any_facts, anything, covering, days, facts, partly, policies, roundings
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding, Schedule
from vestcalc.schedule.position import position
from vestcalc.terms.models import Terms


def agree(schedule: Schedule, row: Facts, day: date) -> None:
    """The tuple of vests has no compact form: its position is counted from the rows."""
    assert position(schedule, row, day) == position(replace(schedule, vests=tuple(schedule.vests)), row, day)


@given(st.one_of(covering(), partly()), facts(), roundings, policies, days)
def test_compact_positions_are_those_of_the_rows(terms: Terms, row: Facts, rounding: Rounding, policy: str, day: date) -> None:
    schedule = build(terms, row, rounding, policy)
    marks = [v.date for v in schedule.vests]
    for at in (day, *marks[:3], *marks[-3:], *(d - timedelta(days=1) for d in marks[:2])):
        agree(schedule, row, at)


@given(anything, any_facts, roundings, policies, any_day)
def test_whatever_the_terms(terms: Terms, row: Facts, rounding: Rounding, policy: str, day: date) -> None:
    agree(build(terms, row, rounding, policy), row, day)
