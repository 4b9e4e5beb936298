"""Days reckoned from the year of the grant, from the day before, or from years served: what date they come to."""

import pytest

from vestcalc import schedule_text


def _dates(text: str, granted: str = "2021-03-04") -> list[str]:
    award = schedule_text(text, shares=1200, granted=granted)
    assert award.gaps == (), award.gaps
    return [vest.date.isoformat() for vest in award.vests]


@pytest.mark.parametrize("granted", ["2021-01-01", "2021-03-04", "2021-12-01", "2021-12-31"])
def test_a_day_of_a_year_after_the_year_of_grant(granted: str) -> None:
    assert _dates("The units vest on December 1 of the third year following the year of grant.", granted) == ["2024-12-01"]
    assert _dates("The units vest on December 1 the year following grant.", granted) == ["2022-12-01"]
    assert _dates("The units vest on December 1 of the second year following the grant.", granted) == ["2023-12-01"]
    each = "1/3 of the units vests on March 31 in each of the first, second and third calendar years following the calendar year of grant."
    assert _dates(each, granted) == ["2022-03-31", "2023-03-31", "2024-03-31"]
    both = (
        "Half of the units vests on 31 December of the first year after the year in which the units were granted, and half on 30 June 2023."
    )
    assert _dates(both, granted) == ["2022-12-31", "2023-06-30"]


@pytest.mark.parametrize(("granted", "day"), [("2021-02-28", "2021-03-01"), ("2021-03-01", "2022-03-01"), ("2021-03-02", "2022-03-01")])
def test_the_day_next_following_is_never_the_day_itself(granted: str, day: str) -> None:
    assert _dates("The award vests on 1 March next following the date of grant.", granted) == [day]


def test_a_day_counted_from_a_stated_date() -> None:
    assert _dates("The units vest on the third December 1 following 4 May 2021.") == ["2023-12-01"]
    assert _dates("The units vest on the first December 1 following December 1, 2021.") == ["2022-12-01"]


def test_lengths_thereafter_count_from_what_was_said_last() -> None:
    text = (
        "25% vests on the first anniversary of the date of grant and 25% on each of the dates six, twelve and eighteen months thereafter."
    )
    assert _dates(text) == ["2022-03-04", "2022-09-04", "2023-03-04", "2023-09-04"]


def test_years_served() -> None:
    text = (
        "The option is exercisable to the extent of one-half of the shares after the Optionee shall have been in the continuous employ of"
        " the Corporation for one full year from the date of grant and to the extent of the other half after he shall have been so employed"
        " for two full years."
    )
    assert _dates(text) == ["2022-03-04", "2023-03-04"]


@pytest.mark.parametrize(
    "text",
    [
        "The units vest on January 15 of the third year following the year of grant.",
        "The units vest on December 1 of the third year.",
        "Half of the units vests on the second 6 April following the date of grant and the rest on 1 May 2029.",
        "The units vest after the holder has served over two years.",
    ],
)
def test_what_is_not_told_gets_no_dates(text: str) -> None:
    award = schedule_text(text, shares=1200, granted="2021-03-04")
    assert award.vests == ()
    assert award.gaps
