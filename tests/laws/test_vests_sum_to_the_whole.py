"""Law: where every unit has a date, the vests add up to the whole, exactly, in every rounding; whole shares until the last."""

from fractions import Fraction

from hypothesis import given

from tests.laws.schedules import covering, facts, policies, roundings
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.terms.models import Terms


@given(covering(), facts(), roundings, policies)
def test_vests_sum_to_the_whole(terms: Terms, row: Facts, rounding: Rounding, policy: str) -> None:
    schedule = build(terms, row, rounding, policy)
    assert schedule.status == "complete"
    assert sum((v.shares or 0 for v in schedule.vests), Fraction(0)) == row.amount == schedule.whole
    assert sum((v.portion for v in schedule.vests), Fraction(0)) == 1
    assert schedule.vests[-1].vested == row.amount
    assert schedule.vests[-1].unvested == 0
    assert [v.date for v in schedule.vests] == sorted(v.date for v in schedule.vests)
    assert all(v.shares is not None and v.shares >= 0 for v in schedule.vests)
    if rounding != "fractional":
        broken = [v for v in schedule.vests if v.shares is not None and v.shares.denominator != 1]
        assert len(broken) <= 1


@given(covering(), facts())
def test_never_more_than_earned_when_rounding_down(terms: Terms, row: Facts) -> None:
    schedule = build(terms, row)
    portion = Fraction(0)
    for v in schedule.vests:
        portion += v.portion
        assert v.vested is not None
        assert row.amount is not None
        assert 0 <= portion * row.amount - v.vested < 1
