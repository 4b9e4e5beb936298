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
    "Once vested, the units are exchangeable for common shares on a one-for-one basis.",
    "Units vested and converted into common stock on a one-for-one basis.",
    "Stock is issued when and as vested.",
    "Within 30 days following each vesting date, the Issuer will deliver the number of shares that correspond to the units that vested.",
    "Each unit includes tandem dividend equivalents, which vest upon the same schedule as the underlying units.",
    "Vesting, but not delivery, is accelerated on retirement eligibility.",
    "This represents the 2022 installment.",
    "The expiration date is not applicable to units.",
    "Represents the actual number of units awarded after the performance metric was certified.",
    "Includes units that are scheduled to vest in the future.",
    "Awards are subject to the bonus recoupment policy, which applies in the event of a material restatement.",
    "Unless otherwise provided, shares will be sold on each vesting date to satisfy tax withholding obligations.",
    "The original Form 4 is being amended by this Form 4/A to correct an administrative error that overstated the units granted.",
    "The option may be exercised prior to vesting, subject to a repurchase right in favor of the Issuer.",
    "The reporting person must retain 50% of the net shares until stock ownership guidelines are met.",
    "Time of Exercise of Option.",
    "When Option May Be Exercised.",
    "Vesting and Right to Exercise.",
    "Subsequent Options.",
    "To the extent not exercised, installments shall be cumulative and may be exercised in whole or in part.",
    "The right of exercise is cumulative: to the extent not exercised in any period, it shall continue until the expiration date.",
    "As the option becomes exercisable, the installments accumulate and remain exercisable until the earlier termination of the option.",
    "The option may not be exercised for fewer than 25 shares at any one time.",
    "No exercise shall be for less than ten (10) shares, or the remaining shares if less than ten (10).",
    "This option may not be exercised for a fraction of a share.",
    "The option may be exercised by written notice to the company at its principal executive office.",
    "The option may be exercised only by written notice to the Secretary specifying the number of shares.",
    "The option is not transferable other than by will or the laws of descent, and is exercisable only by the optionee.",
    "The options must be exercised within thirty-six (36) months after the date they become vested or they will expire worthless.",
    "If your employment terminates as a result of death, the option will terminate on the first anniversary of the date of termination.",
    "Options expire (i) one year after the optionee ceases to be a director or (ii) 90 days after termination of service.",
    "In no event may the option be exercised after its expiration date.",
    'At any time, the portion of the option which has become vested is called the "Vested Portion".',
    'The units that have not vested are referred to herein as "Unvested Units".',
    "The option will be subject to terms consistent with the plan and governed in all respects by the option agreement.",
    "In addition, if a change in control occurs, the vesting of the option shall accelerate immediately.",
    "No portion of the option may be exercised until it becomes vested in accordance with the above schedule.",
    "Any unvested portion of the option shall remain unexercisable until the applicable vesting date.",
    "The vesting of these options resulted in stock-based compensation of $98,100 for the nine months ended September 30, 2020, which is"
    " included in operating expenses.",
    "During the three months ended June 30, 2020, the company recorded stock-based compensation of $12,700 for the vested options as"
    " exploration expenses.",
    "The unrecognized cost of unvested options was $1.4 million and is expected to be recognized over an average period of 1.35 years.",
    "As such, the value of the shares is being amortized over 18 months.",
    "The options were valued at $52,100 using the Black-Scholes model and the expense will be recorded over the vesting period.",
    "This option was previously reported by the reporting person.",
    "Annual equity award for non-employee directors under the Issuer's director compensation program.",
    "The units become exercisable upon vesting.",
    "The option is immediately exercisable, subject to the issuer's right to repurchase unvested shares.",
    "The options may be early exercised before vesting, but unvested shares so acquired are subject to a right of repurchase"
    " on behalf of the Issuer.",
    "Upon vesting, the reporting person will receive a number of shares of common stock equal to the number of units that have vested.",
]

_LOUD = [
    "Once vested, half of the units are exchangeable for common shares.",
    "Stock is issued when and as vested, but not before May 1, 2024.",
    "Within 30 days following each vesting date, half of the shares will be delivered and the others in 2026.",
    "Each unit includes tandem dividend equivalents, which vest on a schedule of their own with the units.",
    "Vesting, but not delivery, was accelerated.",
    "This represents the 2022 installment only.",
    "The vesting schedule is not applicable to units.",
    "Represents half of the units awarded, the others not being certified.",
    "The administrative error overstated the units granted.",
    "The RSUs are subject to time-based vesting conditions unless waived.",
    "The vesting schedule is set forth below but was amended.",
    "Vesting was accelerated in certain circumstances.",
    "Upon vesting, the reporting person will receive a number of shares equal to half the number of units that have vested.",
    "The option is immediately exercisable as to half of the shares, subject to the issuer's right to repurchase unvested shares.",
    "Half of the units become exercisable upon vesting.",
    "None of the shares will vest.",
    "The option may be exercised only by the expiration date.",
    "If a vesting date is not a business day, the shares will not vest.",
    "The award is subject to performance conditions.",
    "To the extent not exercised, installments shall be cumulative until May 1, 2022.",
    "The option may not be exercised for more than 1,000 shares in any year.",
    "The option may not be exercised for fewer than 25 shares before May 1, 2022.",
    "No exercise shall be permitted for 1,000 of the shares.",
    "The option may be exercised by written notice after May 1, 2022.",
    "The option may be exercised by written notice for half of the shares.",
    "The option is not transferable and not exercisable.",
    "The option is not exercisable during the lifetime of the optionee.",
    "If your employment terminates, half of the option will terminate.",
    "The option terminated on termination of employment.",
    "The option was terminated after termination of employment.",
    "The options must be exercised within 36 months after May 1, 2022 or they will expire.",
    "The vesting of the option shall accelerate immediately.",
    "The vesting of the option was accelerated immediately.",
    'The first 1,000 options that vested are called the "Vested Portion".',
    "Unless exercised, the installments shall be cumulative.",
    "No more exercise of option.",
    "Exercise of no option.",
    "The option may be exercised by written notice to the company on or after March 1, 2022.",
    "The option may be exercised at any time by written notice.",
    "No portion of the option may be exercised.",
    "No portion of the option may be exercised until the merger closes.",
    "The unvested portion is determined by the committee over the vesting period.",
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
