"""A sentence beside the terms: passed over where it is known to be about something else, a gap where it may change what was promised."""

import pytest

from vestcalc import schedule_text

TERMS = "The option vests in four equal annual installments beginning on March 1, 2022."

HARMLESS = (
    "The reporting person is a managing director of Alder Ridge Partners and may be deemed to share voting power over these securities.",
    "Mr. Ashby shares voting and dispositive power with respect to such shares with his wife.",
    "Shares held by the Quill Family Trust, of which the reporting person is trustee.",
    "The option was granted under the Company's 2010 Stock Incentive Plan.",
    "Each unit is the economic equivalent of one share of the issuer's common stock.",
    "The sale was effected pursuant to a Rule 10b5-1 trading plan adopted on June 1, 2021.",
    "No consideration was paid for the award.",
    "The award was approved by the Compensation Committee of the Board of Directors on April 15, 2021.",
    "The company withheld 1,200 shares to satisfy tax obligations.",
    "The option expires ten years from the date of grant.",
    "The award agreement contains non-competition and non-solicitation covenants.",
    "The reporting person may not transfer the shares while they are restricted.",
    "The market value of the shares on the date of grant was approximately $1.2 million.",
    "Stock options are non-qualified.",
    "Shares will be issued within 30 days of each such date.",
    "Represents an award made in order to replace remuneration awarded by her former employer which was forfeited on her leaving it.",
    "One half of the annual bonus earned by the executive for the year ended 31 December 2019 was deferred into ordinary shares.",
    "One-third of the annual incentive for fiscal 2020 was mandatorily deferred in the form of an award over common shares.",
    "Malus and clawback provisions apply for a period of two years from vesting.",
    "Words and expressions defined in the plan have the same meaning in this note.",
)

HARMFUL = (
    "The first installment has since been moved.",
    "The award is on hold.",
    "One half of the award was forfeited on her leaving.",
    "One half of the award has been deferred.",
    "Only 6,000 options were granted.",
    "The foregoing dates are approximate.",
    "The approval of shareholders is required.",
    "The award was cancelled on June 1, 2021.",
    "One installment was transferred to the reporting person's former spouse.",
    "The number of shares is to be determined by the committee.",
    "The dates above are those of the prior award.",
    "All of the above is subject to change.",
    "The award takes effect upon the completion of the offering.",
    "The dates run from the consummation of the sale.",
    "The award starts when his employment began.",
    "The holder gets nothing if the market value is below $5.",
    "In connection with the merger, the dates move.",
)


@pytest.mark.parametrize("before", [False, True], ids=["after", "before"])
@pytest.mark.parametrize("sentence", HARMLESS)
def test_what_is_about_something_else_is_passed_over(sentence: str, before: bool) -> None:
    text = f"{sentence} {TERMS}" if before else f"{TERMS} {sentence}"
    award = schedule_text(text, shares=8000, granted="2021-05-01")
    assert (award.status, award.gaps) == ("complete", ())
    assert [(vest.date.isoformat(), vest.shares) for vest in award.vests] == [(f"{year}-03-01", 2000) for year in (2022, 2023, 2024, 2025)]


@pytest.mark.parametrize("before", [False, True], ids=["after", "before"])
@pytest.mark.parametrize("sentence", HARMFUL)
def test_what_may_change_the_terms_is_a_gap(sentence: str, before: bool) -> None:
    text = f"{sentence} {TERMS}" if before else f"{TERMS} {sentence}"
    award = schedule_text(text, shares=8000, granted="2021-05-01")
    assert award.status == "not-understood"
    assert len(award.vests) == 0
    assert award.gaps
