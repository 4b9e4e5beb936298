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


@pytest.mark.parametrize(
    "text",
    [
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
