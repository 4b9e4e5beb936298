"""Law: what is vested never falls from one day to a later one, and the closed form agrees with the rows."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.schedules import covering, days, facts, partly, policies, roundings
from vestcalc.schedule.build import build
from vestcalc.schedule.expand import Vests, rows, vested_on
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.schedule.position import position
from vestcalc.terms.models import Terms


@given(st.one_of(covering(), partly()), facts(), roundings, policies, st.lists(days, min_size=2, max_size=6))
def test_positions_never_fall(terms: Terms, row: Facts, rounding: Rounding, policy: str, some: list[date]) -> None:
    schedule = build(terms, row, rounding, policy)
    seen = [position(schedule, row, day) for day in sorted(some)]
    for a, b in pairwise(seen):
        assert a.vested is not None
        assert b.vested is not None
        assert a.vested <= b.vested
        assert a.percent_vested is not None
        assert b.percent_vested is not None
        assert a.percent_vested <= b.percent_vested <= 1


@given(st.one_of(covering(), partly()), facts(), roundings, policies, days)
def test_closed_form_agrees_with_the_rows(terms: Terms, row: Facts, rounding: Rounding, policy: str, some: date) -> None:
    vests = build(terms, row, rounding, policy).vests
    assert isinstance(vests, Vests)
    table = rows(vests.bound, rounding)
    assert [(v.date.toordinal(), v.shares) for v in vests] == table
    for day in (some, vests[0].date, vests[-1].date, vests[len(vests) // 2].date):
        assert vested_on(vests.bound, day, rounding) == sum(s for o, s in table if o <= day.toordinal())
