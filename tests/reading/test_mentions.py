"""Sentences that speak of vesting or of exercise and move nothing, beside terms: the schedule stays, or the sentence is a gap."""

import pytest

from vestcalc import schedule_text

_TERMS = "25% of the shares vest on May 1, 2021 and 25% on May 1 of each of the three following years."
_DATES = [("2021-05-01", "3000"), ("2022-05-01", "3000"), ("2023-05-01", "3000"), ("2024-05-01", "3000")]

_QUIET = [
    "Restricted stock subject to vesting.",
    "The RSUs are subject to time-based vesting conditions.",
    "The award vests based solely on continued service.",
    "The vesting schedule is as follows.",
    "The vesting schedule is set forth below.",
    "The shares vest in accordance with the foregoing schedule.",
    "Vesting may be accelerated in certain circumstances as set forth in the award agreement.",
    "The vesting of the units is subject to acceleration under certain circumstances described in the plan.",
    "None of the shares have vested as of the date of this report.",
    "No portion of the option is exercisable as of the date of this filing.",
    "None of the options have been exercised.",
    "The warrant may be exercised on a cashless basis.",
    "Once vested, the option may be exercised at any time before its expiration.",
    "If a vesting date falls on a weekend, vesting will occur on the next business day.",
    "Options must be exercised within 90 days after termination of employment.",
    "The option will terminate three months after termination of service.",
    "The award is no longer subject to performance conditions.",
    "Vesting is not contingent on any further performance conditions.",
    "Upon vesting, each LTIP unit may be converted into a common unit on a one-for-one basis.",
    "The shares will be held in escrow until vested.",
    "The option may be exercised prior to vesting, subject to a repurchase right in favor of the Issuer.",
    "The reporting person must retain 50% of the net shares until stock ownership guidelines are met.",
    "This option was previously reported by the reporting person.",
    "Annual equity award for non-employee directors under the Issuer's director compensation program.",
]

_LOUD = [
    "The RSUs are subject to time-based vesting conditions unless waived.",
    "The vesting schedule is set forth below but was amended.",
    "Vesting was accelerated in certain circumstances.",
    "None of the shares will vest.",
    "The option may be exercised only by the expiration date.",
    "If a vesting date is not a business day, the shares will not vest.",
    "The award is subject to performance conditions.",
    "Half of the shares will be held in escrow until vested.",
    "6,000 of the options must be exercised within 90 days after termination of employment.",
]


def _schedule(text: str) -> tuple[str, list[tuple[str, str]]]:
    found = schedule_text(text, shares=12_000, granted="2020-05-01", reported="2020-05-04").to_dict()
    return found["status"], [(vest["date"], str(vest["shares"])) for vest in found["vests"]]


@pytest.mark.parametrize("sentence", _QUIET)
@pytest.mark.parametrize("first", [True, False])
def test_moves_nothing(sentence: str, first: bool) -> None:
    assert _schedule(f"{sentence} {_TERMS}" if first else f"{_TERMS} {sentence}") == ("complete", _DATES)


@pytest.mark.parametrize("sentence", _LOUD)
def test_may_move_something(sentence: str) -> None:
    assert _schedule(f"{_TERMS} {sentence}") != ("complete", _DATES)


def test_says_that_days_are_kept() -> None:
    found = schedule_text(f"{_TERMS} {_QUIET[13]}", shares=12_000, granted="2020-05-01").to_dict()
    assert "business-day-ignored" in [a["code"] for a in found["assumptions"]]
    assert found["vests"][1]["date"] == "2022-05-01"  # a Sunday
