"""The weighted average time to vest, worked out by hand."""

from datetime import date
from fractions import Fraction

import pytest

from tests.questions.awards import award
from tests.schedule.words import after, dated, day, pending, row, series
from vestcalc.questions.days import years_between
from vestcalc.questions.measures import measures, together

YEARLY = award(series("1", months=12, times=4, start=after("grant")), facts=row(400, "2020-02-29"))


def test_four_years_in_equal_parts_are_two_and_a_half_years() -> None:
    got = measures(YEARLY, day("2020-02-29"))
    assert got.from_grant is not None
    assert got.from_grant.years == Fraction(5, 2)
    assert got.from_grant.days == Fraction(365 + 730 + 1095 + 1461, 4)  # 2024 has a 29 February
    assert got.from_day == got.from_grant
    assert got.left_out == 0


def test_from_a_day_counts_what_comes_after_it() -> None:
    got = measures(YEARLY, day("2022-02-28"))  # the second part vests on it
    assert got.from_day is not None
    assert got.from_day.years == (1 + 2 + Fraction(1, 366)) / 2  # to 2023-02-28, and to 2024-02-29, a day of 366 past the second year
    assert got.from_day.days == Fraction(365 + 731, 2)
    assert got.from_day.weight == 200
    assert measures(YEARLY, day("2024-02-29")).from_day is None


def test_unequal_parts_weigh_by_shares() -> None:
    given = award(dated("1/4", "2021-01-15"), dated("3/4", "2023-01-15"), facts=row(1000))
    got = measures(given, day("2020-01-15")).from_grant
    assert got is not None
    assert got.years == Fraction(1, 4) * 1 + Fraction(3, 4) * 3


def test_what_is_pending_is_left_out() -> None:
    got = measures(award(dated("1/4", "2021-01-15"), pending("3/4")), day("2020-01-15"))
    assert got.from_grant is not None
    assert (got.from_grant.years, got.left_out) == (1, Fraction(3, 4))


def test_an_unknown_whole_weighs_by_portions_and_an_unknown_grant_has_no_start() -> None:
    got = measures(award(dated("1/4", "2021-01-15"), dated("3/4", "2023-01-15"), facts=row(None, code="M")), day("2020-01-15"))
    assert got.from_grant is None
    assert got.from_day is not None
    assert (got.from_day.years, got.from_day.weight, got.by_shares) == (Fraction(5, 2), 1, False)


def test_no_dates_no_measures() -> None:
    got = measures(award(), day("2020-06-01"))
    assert (got.from_grant, got.from_day, got.left_out) == (None, None, None)


def test_together_weighs_by_shares() -> None:
    one = measures(award(dated("1", "2021-01-15"), facts=row(100)), day("2020-01-15")).from_grant
    other = measures(award(dated("1", "2023-01-15"), facts=row(300)), day("2020-01-15")).from_grant
    both = together([one, None, other])
    assert both is not None
    assert both.years == Fraction(100 * 1 + 300 * 3, 400)
    assert together([None]) is None


@pytest.mark.parametrize(
    ("start", "stop", "years"),
    [
        ("2020-02-29", "2021-02-28", Fraction(1)),
        ("2020-02-29", "2024-02-28", 3 + Fraction(365, 366)),
        ("2020-02-29", "2024-02-29", Fraction(4)),
        ("2021-03-15", "2021-09-15", Fraction(184, 365)),
        ("2021-09-15", "2021-03-15", -Fraction(184, 365)),
        ("2021-03-15", "2021-03-15", Fraction(0)),
        ("9998-12-31", "9999-12-31", Fraction(1)),
    ],
)
def test_years_between(start: str, stop: str, years: Fraction) -> None:
    assert years_between(date.fromisoformat(start), date.fromisoformat(stop)) == years
