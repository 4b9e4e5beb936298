"""Anchor + k periods: clamps, named days, day-of-month policies, starts, ends and counts (docs/conventions.md, Dates)."""

from datetime import date

import pytest

from tests.schedule.words import after, dated, row, says, series, terms
from vestcalc.gaps import VestcalcError
from vestcalc.schedule.build import build
from vestcalc.schedule.roll import Monthly, month_of
from vestcalc.terms.models import CalendarDay, EarliestOf, LatestOf, OnDate, Period


def dates(*rules, policy="anchor", facts=None, **more):
    schedule = build(terms(*rules, **more), facts or row(), "cumulative-round-down", policy)
    assert schedule.status == "complete", schedule.gaps
    return [str(v.date) for v in schedule.vests]


def month_days(found):
    return [d[5:] for d in found]


def test_month_ends_count_from_the_anchor():
    found = dates(series("1", months=1, times=4, start="2023-01-31"))
    assert found == ["2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31"]


def test_from_one_months_last_day_to_anothers_is_on_month_ends():
    ends = ["2021-06-30", "2021-09-30", "2021-12-31", "2022-03-31"]
    assert dates(series("1", months=3, times=4, start="2021-06-30", inclusive=True, until=OnDate(date(2022, 3, 31)))) == ends
    same_day = dates(series("1", months=3, times=4, start="2021-06-30", inclusive=True, until=OnDate(date(2022, 3, 30))))
    assert same_day == ["2021-06-30", "2021-09-30", "2021-12-30", "2022-03-30"]


def test_months_are_counted_before_days():
    late = row(on="2023-08-31")
    assert dates(dated("1", after("grant", months=6, days=1)), facts=late) == ["2024-03-01"]  # February 29, and a day


def test_a_leap_day_comes_back():
    assert dates(series("1", months=12, times=4, start="2020-02-29")) == ["2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"]


def test_centuries_that_are_no_leap_years_and_dates_before_1900():
    assert dates(series("1", months=12, times=2, start="2098-02-28", inclusive=True)) == ["2098-02-28", "2099-02-28"]
    assert dates(dated("1", after("grant", months=1)), facts=row(on="2100-01-31")) == ["2100-02-28"]
    assert dates(series("1", months=1, times=3, start="1899-11-30")) == ["1899-12-30", "1900-01-30", "1900-02-28"]
    assert dates(series("1", months=1, times=3, start="2199-11-30")) == ["2199-12-30", "2200-01-30", "2200-02-28"]


def test_weeks_and_days_are_counted_in_days():
    assert dates(series("1", days=28, times=3, start="2020-01-06")) == ["2020-02-03", "2020-03-02", "2020-03-30"]
    assert dates(dated("1", after("grant", days=90)), facts=row(on="2021-11-15")) == ["2022-02-13"]


def test_months_after_a_date_counted_in_days():
    # 180 days after 2019-03-04 is 2019-08-31; monthly after that: 30 Sep, 31 Oct
    rules = dated("1/3", after("grant", days=180)), series("rest", months=1, times=2, start=after("previous"))
    assert dates(*rules, facts=row(on="2019-03-04")) == ["2019-08-31", "2019-09-30", "2019-10-31"]


def test_the_first_is_on_the_start_or_one_period_after():
    assert dates(series("1", months=3, times=2, start="2020-01-31", inclusive=True)) == ["2020-01-31", "2020-04-30"]
    assert dates(series("1", months=3, times=2, start="2020-01-31")) == ["2020-04-30", "2020-07-31"]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("anchor", ["02-28", "03-31", "04-30"]),
        ("01", ["02-01", "03-01", "04-01"]),
        ("15", ["02-15", "03-15", "04-15"]),
        ("28", ["02-28", "03-28", "04-28"]),
        ("29-or-last", ["02-28", "03-29", "04-29"]),
        ("30-or-last", ["02-28", "03-30", "04-30"]),
        ("31-or-last", ["02-28", "03-31", "04-30"]),
        ("anchor-minus-one", ["02-27", "03-30", "04-29"]),
    ],
)
def test_day_of_month_policies(policy, expected):
    assert month_days(dates(series("1", months=1, times=3, start="2023-01-31"), policy=policy)) == expected


def test_a_policy_moves_neither_stated_dates_nor_named_days_nor_days():
    assert dates(dated("1", "2021-03-10"), policy="01") == ["2021-03-10"]
    assert dates(series("1", months=1, times=2, start="2021-03-10", inclusive=True), policy="01") == ["2021-03-10", "2021-04-01"]
    assert dates(series("1", days=7, times=2, start="2021-03-10"), policy="01") == ["2021-03-17", "2021-03-24"]
    named = series("1", times=2, start="2021-03-10", calendar=(CalendarDay(20),))
    assert dates(named, policy="01") == ["2021-03-20", "2021-04-20"]


def test_a_day_less_than_the_first_of_a_month():
    assert dates(series("1", months=1, times=2, start="2021-01-01"), policy="anchor-minus-one") == ["2021-01-31", "2021-02-28"]


def test_what_counts_from_a_stated_first_date_counts_from_the_stated_day():
    rules = series("1/2", months=1, times=1, start="2021-03-10", inclusive=True), dated("1/2", after("previous", days=10))
    assert dates(*rules, policy="15") == ["2021-03-10", "2021-03-20"]


def test_dates_on_or_before_a_day_are_counted_without_making_them():
    first = Monthly(month_of(date(2021, 2, 1)), 1, 1, -1)  # 31 January, 28 February, 31 March, ...
    days = [date(2021, 1, 30), date(2021, 1, 31), date(2021, 2, 27), date(2021, 2, 28), date(2021, 3, 30), date(2021, 3, 31)]
    assert [first.upto(month_of(d), d.toordinal()) for d in days] == [0, 1, 1, 2, 2, 3]
    middle = Monthly(month_of(date(2021, 2, 1)), 15, 1, -1)  # the 14th
    assert [middle.upto(month_of(d), d.toordinal()) for d in (date(2021, 2, 13), date(2021, 2, 14), date(2021, 3, 5))] == [0, 1, 1]


def test_an_unknown_policy_says_what_to_use():
    with pytest.raises(VestcalcError, match=r"no day-of-month policy '29'.*29-, 30- or 31-or-last"):
        build(terms(dated("1", "2021-03-10")), row(), "cumulative-round-down", "29")


def test_named_days():
    quarters = tuple(CalendarDay(1, m) for m in (3, 6, 9, 12))
    found = dates(series("1", months=3, times=5, start=after("grant"), calendar=quarters), facts=row(on="2020-04-20"))
    assert found == ["2020-06-01", "2020-09-01", "2020-12-01", "2021-03-01", "2021-06-01"]


def test_named_days_from_the_start_itself_or_strictly_after_it():
    days = (CalendarDay(15, 4), CalendarDay(15, 10))
    assert dates(series("1", months=6, times=2, start="2023-04-15", inclusive=True, calendar=days)) == ["2023-04-15", "2023-10-15"]
    assert dates(series("1", months=6, times=2, start="2023-04-15", calendar=days)) == ["2023-10-15", "2024-04-15"]


def test_the_last_day_of_each_month_after_a_cliff_on_one():
    rules = (
        dated("1/4", after("commencement", months=12)),
        series("rest", months=1, start=after("previous"), over=Period(months=3), calendar=(CalendarDay(31),)),
    )
    assert dates(*rules, commencement="2020-09-30") == ["2021-09-30", "2021-10-31", "2021-11-30", "2021-12-31"]


def test_the_day_of_the_start_in_every_third_month_after_it() -> None:
    found = dates(series("1", months=3, times=3, start="2020-12-15", calendar=(CalendarDay(15),)))
    assert found == ["2021-03-15", "2021-06-15", "2021-09-15"]


def test_one_named_day_of_the_month_every_third_month():
    found = dates(series("1", months=3, times=3, start="2021-07-01", calendar=(CalendarDay(31),)))
    assert found == ["2021-07-31", "2021-10-31", "2022-01-31"]


def test_march_first_of_each_of_the_next_three_years():
    found = dates(series("1", months=12, times=3, start=after("grant"), calendar=(CalendarDay(1, 3),)), facts=row(on="2019-03-15"))
    assert found == ["2020-03-01", "2021-03-01", "2022-03-01"]


def test_a_named_day_after_an_anchor():
    at = after("grant", months=12, calendar=(CalendarDay(31, 12),))
    assert dates(dated("1", at), facts=row(on="2020-05-05")) == ["2021-12-31"]


def test_the_day_before():
    assert dates(dated("1", after("grant", months=12, days_before=1)), facts=row(on="2020-03-01")) == ["2021-02-28"]


def test_as_many_as_fit_the_length_or_the_end():
    assert len(dates(series("1", months=1, over=Period(months=48), start="2020-01-01"))) == 48
    assert len(dates(series("1", days=7, over=Period(days=364), start="2020-01-01"))) == 52
    assert dates(series("1", months=3, start="2023-02-15", inclusive=True, until="2023-11-15"))[-1] == "2023-11-15"
    assert len(dates(series("1", months=3, start="2023-02-15", inclusive=True, until="2023-11-14"))) == 3


def test_as_many_as_use_up_the_award():
    assert len(dates(series("1/48", months=1, each=True))) == 48
    assert len(dates(dated("1/5", "2021-02-10"), series("1/60", months=1, each=True, start=after("previous")))) == 49


def test_the_last_takes_what_is_left_when_units_do_not_divide():
    schedule = build(terms(series("300u", months=3, each=True, start="2020-01-01")), row(1000))
    assert [v.shares for v in schedule.vests] == [300, 300, 300, 100]
    assert "last-takes-leftover" in {a.code for a in schedule.assumptions}


def test_percents_that_are_rounded_count_as_the_fraction_they_round():
    schedule = build(terms(series("2.0833%", months=1, each=True, start="2020-01-01")), row(48_000))
    assert len(schedule.vests) == 48
    assert schedule.vests[-1].portion == 1 - 47 * (schedule.vests[0].portion)
    schedule = build(terms(dated("25%", "2020-01-01"), series("2.08%", months=1, each=True, start=after("previous"))), row(48_000))
    assert len(schedule.vests) == 37
    assert schedule.status == "complete"


def test_whole_percents_are_not_taken_for_rounded_fractions():
    # 6%, then 3% until used up: 31 of them make 99%, the 32nd takes the last 1%
    schedule = build(terms(dated("6%", "2020-01-01"), series("3%", months=1, each=True, start=after("previous"))), row(100))
    assert [v.shares for v in schedule.vests] == [6, *[3] * 31, 1]


def test_a_fraction_that_does_not_use_up_what_is_left_is_no_schedule():
    # 4/5 left in 48ths: 38.4 dates
    schedule = build(terms(dated("1/5", "2021-02-10"), series("1/48", months=1, each=True, start=after("previous"))), row())
    assert schedule.status == "not-understood"
    assert [g.reason for g in schedule.gaps] == ["contradiction"]


def test_previous_is_the_last_date_of_the_rule_before():
    first = series("1/20", months=3, each=True, times=4, start="2013-10-14", inclusive=True)
    second = series("3/40", months=3, each=True, times=4, start=after("previous"))
    third = series("1/8", months=3, each=True, times=4, start=after("previous"))
    found = dates(first, second, third)
    assert [found[0], found[4], found[8], found[11]] == ["2013-10-14", "2014-10-14", "2015-10-14", "2016-07-14"]


def test_later_and_earlier_of_fixed_dates():
    both = (OnDate(date(2021, 5, 1)), OnDate(date(2022, 5, 1)))
    assert dates(dated("1", LatestOf(both))) == ["2022-05-01"]
    schedule = build(terms(dated("1", EarliestOf(both))), row())
    assert [(str(v.date), v.latest) for v in schedule.vests] == [("2021-05-01", False)]


def test_the_earlier_of_a_date_and_an_event_is_latest_until_the_event_is_dated():
    at = EarliestOf((OnDate(date(2021, 5, 1)), after("event", event="annual meeting")))
    schedule = build(terms(dated("1", at)), row())
    assert [(str(v.date), v.latest) for v in schedule.vests] == [("2021-05-01", True)]
    schedule = build(terms(dated("1", at), events=(("Annual Meeting", date(2021, 4, 20)),)), row())
    assert [(str(v.date), v.latest) for v in schedule.vests] == [("2021-04-20", False)]


def test_the_later_of_a_date_and_an_event_waits():
    schedule = build(terms(dated("1", LatestOf((OnDate(date(2021, 5, 1)), after("event", event="the closing"))))), row())
    assert schedule.status == "pending"
    assert [p.event for p in schedule.pending] == ["the later of 2021-05-01 and the closing"]


def test_a_stated_end_counts_the_dates_of_a_series_without_a_count():
    found = dates(series("1", months=12, start="2020-06-01"), statements=(says("fully-vested-date", on="2023-06-01"),))
    assert found == ["2021-06-01", "2022-06-01", "2023-06-01"]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (series("1", months=12), "missing-count"),
        (series("1", times=3), "missing-frequency"),
        (series("1", months=12, times=0), "contradiction"),
        (series("1", months=12, times=10_000), "contradiction"),
        (series("1", months=12, times=5_999, start="5000-01-01"), "bad-date"),
        (series("1", months=12, over=Period(months=30)), "contradiction"),
        (series("1", months=1, times=36, over=Period(months=48)), "contradiction"),
        (series("1", months=1, times=36, start="2020-01-15", until="2024-01-15"), "contradiction"),
        (series("1", months=1, start="2020-01-15", until="2020-02-01"), "contradiction"),
        (series("1", times=2, calendar=(CalendarDay(32),)), "bad-date"),
        (dated("1", after("previous")), "missing-anchor"),
        (dated("1", after("exercisable")), "missing-anchor"),
        (dated("1", after("commencement")), "missing-anchor"),
        (dated("1", after("grant", months=120_000)), "bad-date"),
    ],
)
def test_what_cannot_be_dated_is_a_gap(rule, reason):
    schedule = build(terms(rule), row())
    assert [g.reason for g in schedule.gaps] == [reason]
    assert schedule.status == ("incomplete" if reason.startswith("missing") else "not-understood")
    assert len(schedule.vests) == 0


def test_four_installments_over_three_years_of_which_the_first_is_on_the_start():
    found = dates(series("1", months=12, times=4, over=Period(months=36), start="2020-01-01", inclusive=True))
    assert found == ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"]
