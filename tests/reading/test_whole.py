"""How many units there are: what a grant is told to be, what was earned of it, and what a holding is no more."""

import pytest

import vestcalc

QUARTERLY = "1/16th of the shares vest each quarter following the grant date."
THEN = "These units will vest on December 31, 2022."


@pytest.mark.parametrize(
    "told",
    [
        "The option was granted on April 6, 2020 for a total of 60,000 shares.",
        "The option was granted on April 6, 2020 with respect to 60,000 shares.",
        "The option was granted on April 6, 2020 to purchase 60,000 shares.",
        "The option was granted on April 6, 2020 and originally covered 60,000 shares.",
    ],
)
def test_the_size_of_a_grant_stands_behind_its_day(told: str) -> None:
    award = vestcalc.schedule_text(f"{told} {QUARTERLY}", shares=9_000, code="M")
    assert (award.status, award.shares) == ("complete", 60_000)


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("Each American Depositary Share represents eight ordinary shares.", 60_000),
        ("One ADS represents 40 ordinary shares.", 60_000),
        ("The units are held as ADSs, each of which represents 25 ordinary shares.", 60_000),
        ("Every warrant represents the right to receive 12 common shares.", 60_000),
        ("The award represents 4,000 ordinary shares.", 4_000),
        ("On March 2, 2020, the Board of Directors approved a grant of 90,000 options to four managers.", 90_000),
        ("The Company granted 0.9 million options.", 900_000),
        ("In May 2020, we granted 3 million options.", 3_000_000),
    ],
)
def test_what_one_of_them_stands_for_is_no_size(told: str, whole: int) -> None:
    award = vestcalc.schedule_text(f"{told} {THEN}", shares=60_000, granted="2020-04-06")
    assert (award.status, award.shares) == ("complete", whole)


@pytest.mark.parametrize("told", ["on June June 3, 2020", "on June 3 3, 2020"])
def test_a_grant_on_a_day_that_cannot_be_read_is_a_gap(told: str) -> None:
    award = vestcalc.schedule_text(f"The option was granted {told} for 60,000 shares. {QUARTERLY}", shares=60_000, granted="2020-04-06")
    assert not award.vests


@pytest.mark.parametrize(
    "told",
    [
        "On March 1, 2019 the reporting person was granted 30,000 PSUs at target. The Committee certified that 40,800 PSUs were earned.",
        "The reporting person received a grant of 30,000 performance units. The Committee determined that the performance criteria had been"
        " met at 136% of target, resulting in 40,800 units being earned.",
        "Award of 60,000 units. The performance criteria were met, and 40,800 units were earned.",
        "On March 1, 2019 the reporting person was granted 60,000 performance units, of which 40,800 were earned.",
    ],
)
def test_what_was_earned_is_the_whole(told: str) -> None:
    award = vestcalc.schedule_text(f"{told} {THEN}", shares=40_800, granted="2022-02-08")
    assert (award.status, award.shares) == ("complete", 40_800)
    assert all(check.ok for check in award.checks)


def test_where_goals_were_met_at_another_level_what_was_granted_is_not_the_whole() -> None:
    told = "On March 1, 2019 the reporting person was granted 30,000 PSUs. The performance goals were met at 136% of target."
    assert vestcalc.schedule_text(f"{told} {THEN}", shares=9_000, code="M").shares is None


def test_a_percentage_that_vests_is_no_level_of_a_goal() -> None:
    told = "On March 1, 2019 the reporting person was granted 12,000 PSUs. The performance goals were met and 50% of the units vested on"
    award = vestcalc.schedule_text(f"{told} March 1, 2021 and 50% will vest on March 1, 2022.", shares=6_000, code="M")
    assert (award.status, award.shares) == ("complete", 12_000)


def test_what_is_held_of_units_that_vested_in_part_is_not_the_whole() -> None:
    told = "1/3 of the restricted stock units vested on May 20, 2022 and the remaining two-thirds will vest on May 20, 2023."
    award = vestcalc.schedule_text(told, shares=8_000, code=None, security="Restricted Stock Units")
    assert (award.status, award.shares) == ("complete", None)
    assert [str(vest.portion) for vest in award.vests] == ["1/3", "2/3"]


def test_a_reading_by_which_all_of_it_vests_when_it_is_said_to_have_vested_stands() -> None:
    told = (
        "25% of the units vest on April 29, 2021 and April 29, 2022, and thereafter 6.25% of the units vest in equal quarterly installments"
    )
    right = vestcalc.schedule_text(f"{told} until fully vested on April 29, 2024.", shares=48_000, granted="2020-04-06")
    assert (right.status, len(right.vests), str(right.vests[-1].date)) == ("complete", 10, "2024-04-29")
    assert vestcalc.schedule_text(f"{told} until fully vested on April 29, 2026.", shares=48_000, granted="2020-04-06").vests == ()
