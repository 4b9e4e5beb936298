"""Awards that were converted once goals had been met, and vest by time alone: told in one sentence."""

import pytest

from vestcalc import schedule_text

MET = (
    "Following the Committee's determination on 3 April 2020 that the performance targets had been achieved in full, the award converted"
    " into a right to receive 48,000 shares, which will vest in two equal parts on 1 May 2021 and 1 May 2022."
)
OPEN = (
    "Following the Committee's determination that the performance targets have been achieved, the award converts into a right to receive"
    " 48,000 shares, which will vest in two equal parts on 1 May 2021 and 1 May 2022."
)


def test_goals_that_had_been_met() -> None:
    award = schedule_text(MET, shares=48_000, granted="2020-04-06")
    assert [(vest.date.isoformat(), vest.shares) for vest in award.vests] == [("2021-05-01", 24_000), ("2022-05-01", 24_000)]
    assert award.gaps == ()


CERTIFIED = (
    "On February 1, 2020, the Compensation Committee certified achievement at 110% of target, resulting in 48,000 PSUs being earned. 50% of"
    " the earned PSUs vest on May 1, 2021; the other 50% vests on May 1, 2022."
)


BASED_ON = (
    "Shares earned under performance awards granted in 2017, based on performance certified on February 1, 2020. One-half of the shares"
    " vest on May 1, 2021 and one-half on May 1, 2022."
)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee determined on February 1, 2020 that the metrics for the 2019 fiscal year were achieved, and as a result the PSUs"
        " vest {}.",
        "The PSUs were earned based on performance through December 31, 2019 and will vest {}.",
        "Represents performance shares earned for the 2017-2019 performance period, which vest {}.",
        "Represents performance-based restricted stock units for which the goals were determined to have been met on February 1, 2020. The"
        " units vest {}.",
    ],
)
def test_what_was_earned_vests_by_time(text: str) -> None:
    award = schedule_text(text.format("on May 1, 2021"), shares=48_000, granted="2020-04-06")
    assert [(vest.date.isoformat(), vest.shares) for vest in award.vests] == [("2021-05-01", 48_000)]


@pytest.mark.parametrize(
    "text",
    [
        "The Committee will determine whether the metrics for fiscal 2019 are achieved, and as a result the PSUs vest on May 1, 2021.",
        "The PSUs may be earned based on performance through December 31, 2020 and will vest on May 1, 2021.",
        "Represents performance shares to be earned for the 2018-2020 performance period, which vest on May 1, 2021.",
    ],
)
def test_what_is_still_to_be_earned_has_no_day(text: str) -> None:
    assert schedule_text(text, shares=48_000, granted="2020-04-06").vests == ()


@pytest.mark.parametrize("text", [BASED_ON, CERTIFIED, CERTIFIED.replace("achievement at", "performance results at")])
def test_results_that_were_certified(text: str) -> None:
    award = schedule_text(text, shares=48_000, granted="2020-04-06")
    assert [(vest.date.isoformat(), vest.shares) for vest in award.vests] == [("2021-05-01", 24_000), ("2022-05-01", 24_000)]


@pytest.mark.parametrize(
    "text",
    [
        CERTIFIED.replace("certified", "will certify"),
        CERTIFIED.replace("certified", "has not certified"),
        BASED_ON.replace("certified on", "to be certified after"),
        CERTIFIED.replace("resulting", "except for 10,000 shares, resulting"),
        CERTIFIED.replace("being earned", "being earned (estimated)"),
        CERTIFIED.replace("resulting", "other than for 2018, resulting"),
        CERTIFIED.replace("at 110%", "at no less than 110%"),
        CERTIFIED.replace("48,000", "approximately half of 48,000"),
        OPEN,
        MET.replace("in full", "in part"),
        MET.replace("that the", "whether the"),
        f"{MET} Vesting is contingent upon stockholder approval.",
    ],
)
def test_goals_still_open_or_more_to_wait_for(text: str) -> None:
    award = schedule_text(text, shares=48_000, granted="2020-04-06")
    assert award.vests == ()
    assert award.status in ("not-understood", "pending")
