"""Law: vested + unvested + pending = whole on every day; before the grant all of them are 0."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.schedules import covering, days, facts, partly, roundings
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.schedule.position import position
from vestcalc.terms.models import Terms


@given(st.one_of(covering(), partly()), facts(), roundings, days)
def test_position_adds_up(terms: Terms, row: Facts, rounding: Rounding, day: date) -> None:
    schedule = build(terms, row, rounding)
    for at in (day, *(v.date for v in schedule.vests)):
        p = position(schedule, row, at)
        assert p.vested is not None
        assert p.unvested is not None
        assert p.pending is not None
        assert min(p.vested, p.unvested, p.pending) >= 0
        begun = row.dated is not None and at >= row.dated
        assert p.granted == p.vested + p.unvested + p.pending == (row.amount if begun else 0)


@given(partly(), facts(), roundings)
def test_pending_parts_are_what_has_no_date(terms: Terms, row: Facts, rounding: Rounding) -> None:
    schedule = build(terms, row, rounding)
    dated = sum(v.shares or 0 for v in schedule.vests)
    assert dated + sum(p.shares or 0 for p in schedule.pending) == row.amount
    assert sum(v.portion for v in schedule.vests) + sum(p.portion or 0 for p in schedule.pending) == 1
    assert all(p.shares is not None and p.shares >= 0 for p in schedule.pending)
