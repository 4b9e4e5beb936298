"""What vests in between: calendar and fiscal years, quarters, windows, and within so many days."""

from datetime import date
from fractions import Fraction

import pytest

from tests.questions.awards import award
from tests.schedule.words import after, dated, day, pending, row, series
from vestcalc.given import UsageError
from vestcalc.questions.periods import fiscal_year, stretches, vesting, within, year_end
from vestcalc.terms.models import EarliestOf, OnDate

SEPTEMBER, FEBRUARY, HALF_MONTH = (9, 30), (2, 28), (6, 15)


def names(first: str, last: str, step: str, end: tuple[int, int]) -> list[tuple[str, str, str]]:
    return [(one.label, str(one.first), str(one.last)) for one in stretches(day(first), day(last), step, end)]  # type: ignore[arg-type]


def test_calendar_years_and_quarters() -> None:
    assert names("2015-03-01", "2016-01-01", "year", (12, 31)) == [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2016", "2016-01-01", "2016-12-31"),
    ]
    assert names("2015-06-30", "2015-07-01", "quarter", (12, 31)) == [
        ("2015 Q2", "2015-04-01", "2015-06-30"),
        ("2015 Q3", "2015-07-01", "2015-09-30"),
    ]


def test_fiscal_years_are_called_by_the_year_they_end_in() -> None:
    assert names("2014-09-30", "2014-10-01", "year", SEPTEMBER) == [
        ("FY2014", "2013-10-01", "2014-09-30"),
        ("FY2015", "2014-10-01", "2015-09-30"),
    ]
    assert fiscal_year(2015, SEPTEMBER)[1:] == (date(2014, 10, 1), date(2015, 9, 30))
    assert names("2014-12-31", "2015-01-01", "quarter", SEPTEMBER) == [
        ("FY2015 Q1", "2014-10-01", "2014-12-31"),
        ("FY2015 Q2", "2015-01-01", "2015-03-31"),
    ]


def test_a_year_that_ends_with_february_ends_on_its_last_day() -> None:
    for written in ("02-28", "02-29"):
        assert fiscal_year(2024, year_end(written))[1:] == (date(2023, 3, 1), date(2024, 2, 29))
        assert fiscal_year(2023, year_end(written))[1:] == (date(2022, 3, 1), date(2023, 2, 28))
    assert names("2024-03-01", "2024-03-01", "quarter", FEBRUARY) == [("FY2025 Q1", "2024-03-01", "2024-05-31")]


def test_a_year_that_ends_within_a_month() -> None:
    assert names("2015-06-15", "2015-06-16", "year", HALF_MONTH) == [
        ("FY2015", "2014-06-16", "2015-06-15"),
        ("FY2016", "2015-06-16", "2016-06-15"),
    ]
    assert names("2015-09-16", "2015-09-16", "quarter", HALF_MONTH) == [("FY2016 Q2", "2015-09-16", "2015-12-15")]


@pytest.mark.parametrize("text", ["", "9-30", "13-01", "04-31", "02-30", "09/30", "0930", "Sep 30"])
def test_a_fiscal_year_end_that_is_no_day(text: str) -> None:
    with pytest.raises(UsageError, match="--fiscal-year-end"):
        year_end(text)


def test_both_ends_of_a_window_are_in_it() -> None:
    given = award(series("1", months=1, times=4, start=after("grant")), facts=row(10, "2020-01-31"))  # 2, 3, 2, 3
    got = vesting(given, day("2020-02-29"), day("2020-03-31"))
    assert (got.shares, got.portion, got.dates) == (5, Fraction(1, 2), 2)
    assert vesting(given, day("2020-03-01"), day("2020-03-30")).shares == 0


def test_a_vest_before_the_grant_counts_on_it() -> None:
    given = award(dated("1/2", "2019-06-01"), dated("1/2", "2020-06-01"), facts=row(100, "2020-01-15"))
    assert vesting(given, day("2019-01-01"), day("2019-12-31")).shares == 0
    assert vesting(given, day("2020-01-15"), day("2020-01-15")).shares == 50


def test_what_may_have_vested_sooner_and_what_is_not_known() -> None:
    rule = dated("1", EarliestOf((OnDate(day("2021-05-01")), after("event", event="meeting"))))
    assert vesting(award(rule), day("2021-01-01"), day("2021-12-31")).latest
    unknown = vesting(award(rule, facts=row(None, code="M")), day("2021-01-01"), day("2021-12-31"))
    assert (unknown.shares, unknown.portion) == (None, 1)
    assert not vesting(award(), day("2021-01-01"), day("2021-12-31")).known


def test_within_sixty_days() -> None:
    monthly = series("1", months=1, times=12, start="2020-01-15")  # 100 on the 15th of each month
    got = within(award(monthly, facts=row(1200)), day("2020-04-16"), 60)  # by 2020-06-15, the sixtieth day
    assert (str(got.until), got.now, got.coming, got.together) == ("2020-06-15", 300, 200, 500)
    assert within(award(monthly, facts=row(1200)), day("2020-04-15"), 60).together == 400  # by 2020-06-14
    assert within(award(monthly, facts=row(1200, kind="rsu")), day("2020-04-16"), 60).together == 500


def test_within_sixty_days_of_the_expiration() -> None:
    monthly = series("1", months=1, times=12, start="2020-01-15")
    given = award(monthly, facts=row(1200, expires="2020-05-20"))
    assert within(given, day("2020-04-16"), 60).together == 400  # what vests after the expiration does not count
    assert within(given, day("2020-05-20"), 60).together == 400
    assert within(given, day("2020-05-21"), 60).together == 0


def test_within_sixty_days_with_early_exercise_counts_all_once() -> None:
    given = award(series("1", months=1, times=12, start="2020-01-15"), facts=row(1200), early_exercise=True)
    got = within(given, day("2020-04-16"), 60)
    assert (got.now, got.coming) == (1200, 0)


def test_within_sixty_days_what_is_pending_does_not_count() -> None:
    got = within(award(dated("1/2", "2020-05-01"), pending("1/2"), facts=row(1000)), day("2020-04-16"), 60)
    assert (got.now, got.coming) == (0, 500)
