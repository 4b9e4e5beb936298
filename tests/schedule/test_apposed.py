"""A date beside an anniversary is given to what it dates, which only the row can tell."""

import pytest

import vestcalc


@pytest.mark.parametrize(
    "words",
    [
        "The units vest on the first anniversary of the grant date (June 12, 2021).",
        "The units vest on the first anniversary of the date of grant, June 12, 2021.",
        "The units vest in full on the first anniversary of the vesting commencement date (June 12, 2021).",
    ],
)
def test_the_anniversary_is_dated(words: str) -> None:
    award = vestcalc.schedule_text(words, shares=300, granted="2020-06-12")
    assert [str(v.date) for v in award.vests] == ["2021-06-12"]


def test_each_of_two_anniversaries() -> None:
    award = vestcalc.schedule_text(
        "Half of the units vest on the first anniversary of the grant date (June 12, 2021) and half on the second anniversary thereof.",
        shares=300,
        granted="2020-06-10",
    )
    assert [str(v.date) for v in award.vests] == ["2021-06-12", "2022-06-10"]


def test_the_grant_date_keeps_its_own() -> None:
    words = "The units vest on the first anniversary of the grant date (June 8, 2020)."
    award = vestcalc.schedule_text(words, shares=300, granted="2020-06-12")
    assert [str(v.date) for v in award.vests] == ["2021-06-08"]
    holding = vestcalc.schedule_text(words, shares=300, code=None)
    assert [str(v.date) for v in holding.vests] == ["2021-06-08"]
