"""Readings of whole notes that need more than one clause, and notes that once broke the reader."""

import pytest

import vestcalc


def test_several_grant_days_give_no_day_to_count_from() -> None:
    text = (
        "The units will become vested with respect to 25% of the units granted on May 15 of each of 2007 and 2008, and will pay cash. "
        "If there is no payment on a vesting date, the units vesting on such date will be carried forward."
    )
    assert vestcalc.schedule_text(text, shares=48000).to_dict()["status"] == "not-understood"


def test_a_part_vests_in_so_many_months_from_the_grant() -> None:
    text = "One third of the options vest immediately, one third vest in 12 months and one third vest in 24 months."
    award = vestcalc.schedule_text(text, shares=3000, granted="2020-01-15").to_dict()
    assert [(v["date"], v["shares"]) for v in award["vests"]] == [("2020-01-15", 1000), ("2021-01-15", 1000), ("2022-01-15", 1000)]


def test_what_a_lead_in_says_is_not_lost_with_it() -> None:
    text = "The units vest at the discretion of the board as follows: one-half on April 6, 2021 and one-half on April 6, 2022."
    award = vestcalc.schedule_text(text, shares=1000).to_dict()
    assert award["status"] == "not-understood"
    assert "discretion" in [gap["quote"] for gap in award["gaps"]]


def test_a_forfeiture_that_came_is_not_passed_over() -> None:
    text = (
        "The option vests in two equal installments on April 6, 2021 and April 6, 2022. 10,000 of the shares were forfeited on May 1, 2020."
    )
    award = vestcalc.schedule_text(text, shares=48000).to_dict()
    assert [gap["quote"] for gap in award["gaps"]] == ["10,000 of the shares were forfeited on May 1, 2020."]


@pytest.mark.parametrize("verb", ["might become exercisable", "could vest", "may vest", "was to have vested"])
def test_what_may_vest_is_no_schedule(verb: str) -> None:
    award = vestcalc.schedule_text(f"The option {verb} on March 1, 2024.", shares=1000).to_dict()
    assert (award["status"], [gap["reason"] for gap in award["gaps"]]) == ("not-understood", ["unknown-words"])
