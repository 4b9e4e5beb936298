"""Positions as of a day (docs of the JSON's "position")."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.schedule.words import after, dated, day, pending, row, series, terms
from vestcalc.gaps import Gap, GapReason, VestcalcError
from vestcalc.schedule.build import build
from vestcalc.schedule.position import position
from vestcalc.terms.models import EarliestOf, OnDate

HALVES = (dated("1/2", "2021-01-01"), dated("1/2", "2022-01-01"))


def at(rules, when, facts=None, *, price=None, strike=None, early=False, rounding="cumulative-round-down", **more):
    facts = facts or row(1001)
    return position(
        build(terms(*rules, **more), facts, rounding), facts, day(when), exercise_price=strike, price=price, early_exercise=early
    )


def test_what_is_not_exercised_has_nothing_exercisable():
    got = at(HALVES, "2021-06-01", row(1001, kind="rsu"), strike="2.51")
    assert (got.vested, got.exercisable, got.exercise_cost) == (500, None, None)


@pytest.mark.parametrize("kind", ["option", "sar", "warrant"])
def test_what_is_exercised(kind):
    assert at(HALVES, "2021-06-01", row(1001, kind=kind)).exercisable == 500


def test_early_exercise_makes_all_exercisable_until_the_expiration_day():
    facts = row(1001, expires="2030-01-14")
    assert at(HALVES, "2020-01-15", facts, early=True).exercisable == 1001
    assert at(HALVES, "2020-01-14", facts, early=True).exercisable == 0  # before the grant
    assert at(HALVES, "2030-01-14", facts, early=True).exercisable == 1001
    assert at(HALVES, "2030-01-15", facts, early=True).exercisable == 0


def test_money():
    got = at(HALVES, "2021-06-01", strike="2.51", price=Decimal("4.00"))
    assert got.exercise_cost == Decimal("1255.00")  # 500 x 2.51
    assert str(got.exercise_cost) == "1255.00"
    assert got.in_the_money == Decimal("745.00")  # 500 x 1.49
    assert (got.exercise_price, got.market_price) == ("2.51", Decimal("4.00"))
    assert at(HALVES, "2021-06-01", strike="2.51", price=Decimal("2")).in_the_money == 0


def test_prices_of_four_places_stay_exact():
    got = at(HALVES, "2021-06-01", strike="0.1253")
    assert str(got.exercise_cost) == "62.65"
    assert str(at(HALVES, "2021-06-01", row(1002), strike="0.1253").exercise_cost) == "62.7753"  # 501 x 0.1253


def test_a_third_of_a_share_costs_to_the_cent():
    got = at([series("1", months=12, times=3, start="2020-01-01")], "2021-06-01", row(100), strike="1", rounding="fractional")
    assert got.vested == Fraction(100, 3)
    assert str(got.exercise_cost) == "33.33"


@pytest.mark.parametrize("text", ["free", "", "nan", "inf"])
def test_a_price_that_is_no_number(text):
    with pytest.raises(VestcalcError, match="exercise price"):
        at(HALVES, "2021-06-01", strike=text)


def test_what_comes_next():
    got = at(HALVES, "2021-01-01")
    assert got.next_vest is not None
    assert (got.next_vest.date, got.next_vest.shares, got.fully_vested_on) == (date(2022, 1, 1), 501, date(2022, 1, 1))
    assert at(HALVES, "2022-01-01").next_vest is None


def test_a_vest_of_no_share_is_not_what_comes_next():
    got = at([series("1", months=1, times=4, start="2020-01-01")], "2020-01-20", row(2))
    assert got.next_vest is not None
    assert (got.next_vest.date, got.next_vest.shares) == (date(2020, 3, 1), 1)


def test_rows_of_one_day_come_together():
    got = at([dated("1/2", "2021-01-01"), dated("1/2", "2021-01-01")], "2020-06-01")
    assert got.next_vest is not None
    assert got.next_vest.shares == 1001


def test_percent_vested_is_the_exact_portion():
    assert at([series("1", months=1, times=3, start="2020-01-01")], "2020-02-10").percent_vested == Fraction(1, 3)


def test_pending_parts_and_no_full_date():
    got = at([dated("1/2", "2021-01-01"), pending("1/2")], "2021-06-01")
    assert (got.granted, got.vested, got.unvested, got.pending, got.fully_vested_on) == (1001, 500, 0, 501, None)
    got = at([pending("1")], "2021-06-01")
    assert (got.vested, got.unvested, got.pending, got.percent_vested) == (0, 0, 1001, 0)


def test_at_least_while_a_vest_that_may_come_sooner_lies_ahead():
    rule = dated("1", EarliestOf((OnDate(day("2021-05-01")), after("event", event="meeting"))))
    assert at([rule], "2021-04-30").at_least is True
    assert at([rule], "2021-05-01").at_least is False


@pytest.mark.parametrize(
    ("rules", "gaps"),
    [([], ()), ([dated("1", after("commencement"))], ()), ([dated("1", "2020-02-02")], (Gap(GapReason.UNKNOWN_WORDS, "?"),))],
)
def test_no_figures_where_the_answer_has_no_dates(rules, gaps):
    got = at(rules, "2021-06-01", gaps=gaps)
    assert [got.granted, got.vested, got.unvested, got.pending, got.exercisable, got.percent_vested] == [None] * 6
    assert got.next_vest is None


def test_an_unknown_whole_has_a_percentage_but_no_shares():
    got = at(HALVES, "2021-06-01", row(None, "2020-01-15", code="M"))
    assert (got.vested, got.percent_vested) == (None, Fraction(1, 2))
    assert got.next_vest is not None
    assert (got.next_vest.date, got.next_vest.shares) == (date(2022, 1, 1), None)
