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
