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
    assert [str(v.date) for v in award.vests] == ["2021-06-12", "2022-06-12"]  # both count from the grant date that the words imply


def test_the_grant_date_keeps_its_own() -> None:
    words = "The units vest on the first anniversary of the grant date (June 8, 2020)."
    award = vestcalc.schedule_text(words, shares=300, granted="2020-06-12")
    assert [str(v.date) for v in award.vests] == ["2021-06-08"]
    holding = vestcalc.schedule_text(words, shares=300, code=None)
    assert [str(v.date) for v in holding.vests] == ["2021-06-08"]


def test_what_is_held_was_not_granted_after_the_report() -> None:
    words = "The units vest two years from the grant date on June 8, 2020."
    held = vestcalc.schedule_text(words, shares=300, code=None, reported="2019-07-01")
    assert [str(v.date) for v in held.vests] == ["2020-06-08"]
    earlier = vestcalc.schedule_text(words, shares=300, code=None, reported="2020-07-01")
    assert [str(v.date) for v in earlier.vests] == ["2022-06-08"]
    expiring = vestcalc.schedule_text(words, shares=300, code=None, expires="2020-06-08")
    assert [str(v.date) for v in expiring.vests] == ["2020-06-08"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The units vest on June 12, 2022, which is two years after the date of grant.", "complete"),
        ("The units vest on June 12, 2022, which is three years after the date of grant.", "not-understood"),
        ("The units vest on June 12, 2022 (the first anniversary of the grant date).", "not-understood"),
        ("The units were granted on June 10, 2020 and vest on June 12, 2022, the second anniversary of the grant date.", "not-understood"),
        (
            "The units vest on August 12, 2021 (one year after the grant date).",
            "not-understood",
        ),
        (
            "The units vest in two annual installments from June 12, 2022, the first anniversary of the grant date.",
            "not-understood",
        ),
    ],
)
def test_a_date_said_to_be_an_anniversary_is_compared(words: str, status: str) -> None:
    assert vestcalc.schedule_text(words, shares=300, granted="2020-06-12").status == status


def test_days_off_the_row_are_a_failed_check() -> None:
    award = vestcalc.schedule_text("The units vest on June 20, 2022, two years after the date of grant.", shares=300, granted="2020-06-12")
    assert [str(v.date) for v in award.vests] == ["2022-06-20"]
    assert [(c.code, c.ok) for c in award.checks] == [("end-date", False)]
