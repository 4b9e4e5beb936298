"""What agreements, notices and filings say around their terms moves no date; what looks like it and does move one is never passed over."""

from datetime import date

import pytest

from vestcalc.answers import AwardSchedule
from vestcalc.calculate import schedule_text


def answer(text: str) -> AwardSchedule:
    return schedule_text(text, shares=48_000, granted="2020-04-06")


@pytest.mark.parametrize(
    "text",
    [
        "Except as set forth in paragraph (b) below, the award vests in full on March 1, 2023.",
        "Except as otherwise provided in Sections 4 and 5, the award vests on March 1, 2023.",
        "Subject to earlier termination of the option, this option becomes exercisable in full on March 1, 2023.",
        "Subject to earlier forfeiture under the Plan, the award vests on March 1, 2023.",
        "Your award will vest on March 1, 2023 if you have remained continuously in the employ of the Company.",
        "Your award will vest on March 1, 2023 if you are still employed on the vest date.",
        "Vesting and Exercisability. The option shall become vested and exercisable on March 1, 2023.",
        "Exercise Schedule: Same as Vesting Schedule. Vesting Schedule: The shares vest on March 1, 2023.",
        "Vesting accelerates upon a change of control, death or disability. The units vest on March 1, 2023.",
        "The award vests on 1 March 2023 and lapses on cessation of employment.",
        "The shares vest on March 1, 2023. However, the shares may vest earlier upon a termination after a change in control.",
        "The shares vest on March 1, 2023, unless accelerated pursuant to the plan.",
        "The shares vest on March 1, 2023, with full acceleration on death, disability or change in control.",
        "Granted as part of the Company's annual long-term incentive program; the shares vest on 1 March 2023.",
        "The award vests on 1 March 2023 and will expire on 28 February 2030.",
        "The award vests on March 1, 2023, except that if you are terminated without cause it will vest on the date of termination.",
        "The shares vest on March 1, 2023. If the successor does not assume the award, all unvested shares vest immediately.",
        "The option vests on March 1, 2023. The option may not be exercised for fractional shares.",
        "The shares vest on March 1, 2023, or earlier upon a Qualifying Termination (as defined in the severance plan).",
        "The option vests on March 1, 2023. In the event of a Change in Control, as defined in the Plan, it becomes exercisable in full.",
        "The RSUs vest on March 1, 2023. Vested RSUs are settled in shares and in any event within thirty days after the vesting date.",
        "The units vest on March 1, 2023, unless the director has elected to defer receipt.",
        "The units vest on March 1, 2023, except that vesting may be accelerated in full upon the holder's death or disability.",
        "Under the plan, dividends on unvested shares are held with earnings thereon until they vest. The shares vest on March 1, 2023.",
        "The award vests on March 1, 2023. It is not subject to performance conditions.",
        'The units vest on March 1, 2023 (the "Vesting Date"). On or within 30 days after the Vesting Date, the Company will deliver one '
        "share for each unit that vests on such Vesting Date.",
        "The award vests on March 1, 2023, followed by a further retention period of six months, during which the shares may not be sold.",
        "The option vests on March 1, 2023. It may be exercised before it has vested, in which case the unvested shares so purchased remain"
        " subject to a right of repurchase by the issuer, which right lapses in accordance with the foregoing vesting schedule.",
        "It is exercisable at once; however, shares purchased are subject to a repurchase right that lapses as to 100% on March 1, 2023.",
        "The option vests on March 1, 2023. It is reported as the cancellation of an old option and the grant of a replacement option.",
        "Each holder is entitled to one share of common stock for each unit that vests. The units vest on March 1, 2023.",
        "Vesting accelerates in full on death, and continues on the original schedule after retirement. The units vest on March 1, 2023.",
        "The units vest on March 1, 2023. The holder may vote all of the shares, whether or not vested.",
        "The shares vest on March 1, 2023. They may be voted pending vesting and cash dividends will be held in escrow.",
        "When Exercisable. The option is exercisable on March 1, 2023, and once exercisable shall remain exercisable until it expires.",
        "The shares vest on March 1, 2023. The reporting person has the right to vote the shares. 6. No Employment Rights.",
        'The award vests on the Release Date. For purposes of this award, the "Release Date" is March 1, 2023.',
        'The award vests on the Effective Date. As used herein, "Effective Date" shall mean March 1, 2023.',
        "The award vests on March 1, 2023. Payment is by cash or, if the shares are publicly traded, by sale of shares.",
        "The award vests on 1 March 2023, followed by a further retention period of six months, during which the shares may not be sold.",
        "The award vests on 1 March 2023, to be held for a further two years thereafter.",
        "The units vest on 1 March 2023 and are settled, at the election of the Corporation, in cash, in common shares purchased in the"
        " open market,"
        " or in a combination of both.",
        "The units vest on 1 March 2023, with payout to be made as soon as practicable and in any event not later than 31 December 2023.",
        "The award vests on 1 March 2023. To the extent that it vests, it may be exercised until 28 February 2030.",
        "Options granted at market value, exercisable at C$1.18 per share, which vest on 1 March 2023. Any options which have vested may be"
        " exercised until 28 February 2030.",
        "The options were granted for nil consideration and are exercisable at the price stated above, which is equal to the market price"
        " on the"
        " dealing day before the date of grant. The options vest on 1 March 2023.",
        "In the ordinary course, the award vests on 1 March 2023. Each tranche will, upon vesting, be subject to a retention period of"
        " one year.",
        "The award vests on 1 March 2023. Vesting is conditional upon the director's continued employment, and the award is subject to"
        " the Company's"
        " malus and clawback policy.",
        "The award vests on 1 March 2023. In the event of a takeover or scheme of arrangement all unvested awards vest in full.",
        "The options are exercisable at 54 pence per share, being the closing middle market quotation on 2 March 2020, and vest on 1"
        " March 2023.",
        "The award (each unit representing one ordinary share) vests on 1 March 2023.",
        "The award vests on 1 March 2023 (or earlier in certain circumstances).",
        "Save in certain cases, such as retirement or a change of control, the option may not be exercised earlier than 1 March 2023.",
        "In accordance with applicable remuneration regulation, the award vests on 1 March 2023.",
        "The award vested on 1 March 2023, upon which date an equal number of shares were issued.",
        "The award vests on 1 March 2023. Neither award is subject to performance conditions.",
        "The award vests on 1 March 2023, being the date of admission of the shares to trading.",
    ],
)
def test_what_stands_around_the_terms(text: str) -> None:
    award = answer(text)
    assert award.status == "complete"
    assert [v.date for v in award.vests] == [date(2023, 3, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The option vests on March 1, 2023. The option was later cancelled and a replacement option was granted.",
        "The option vests on March 1, 2023. It is reported as the cancellation of half of the option and the grant of new options.",
        "Except as to 5,000 shares, the option vests on March 1, 2023.",
        "The award vests on March 1, 2023 without regard to service.",
        "The option vests on March 1, 2023, measured from the grant date.",
        "The award vests on March 1, 2023. In the event of a Change in Control, half of the shares do not vest.",
        "Subject to earlier termination of half of the option, the option vests on March 1, 2023.",
        "The award vests on March 1, 2023, except that if you are terminated without cause 5,000 shares vest on June 1, 2022.",
        "The award vests at a price of 54 pence per share.",
        "The award vests on 1 March 2023 (or, if earlier, 1 March 2022).",
        "The award vests on 1 March 2023 and half of it is then subject to a two-year holding period.",
        "The units vest on 1 March 2023 and are settled in cash if the goals are met, and otherwise lapse.",
    ],
)
def test_what_is_not_passed_over(text: str) -> None:
    assert not answer(text).vests


@pytest.mark.parametrize(
    "told",
    [
        "The reporting person was granted 9,000 restricted units on March 9, 2020.",
        "The company awarded the reporting person 9,000 units under the plan on March 9, 2020.",
        "The director received a grant of 9,000 units on March 9, 2020.",
        "Represents an award dated March 9, 2020, of 9,000 units.",
        "These options were granted by the committee under the plan on March 9, 2020.",
        "On March 9, 2020, the issuer granted the reporting person the units.",
    ],
)
def test_the_day_of_a_grant_told_in_a_sentence_of_its_own(told: str) -> None:
    assert [v.date for v in answer(f"{told} They vest on the first anniversary of the grant date.").vests] == [date(2021, 3, 9)]


def test_grants_in_sentences_of_their_own_have_their_own_schedules() -> None:
    first = "On May 1, 2019, the reporting person was granted 12,000 units. The units vest in three equal annual installments."
    second = "On June 1, 2020, the reporting person was granted 9,000 units. These units vest three years after the grant date."
    award = answer(f"{first} {second}")
    assert [(v.date, v.shares) for v in award.vests] == [
        (date(2020, 5, 1), 4_000),
        (date(2021, 5, 1), 4_000),
        (date(2022, 5, 1), 4_000),
        (date(2023, 6, 1), 9_000),
    ]
    told = "The reporting person was granted 12,000 units on May 1, 2019. The reporting person was granted 9,000 units on June 1, 2020."
    assert not answer(f"{told} The units vest in three equal annual installments.").vests


@pytest.mark.parametrize(
    "text",
    [
        "The options vest ratably each year over a four-year period ending May 1, 2024.",
        "The options vest in equal annual installments over the four-year period ending May 1, 2024.",
        "The options vest annually in equal parts over the four years ending May 1, 2024.",
    ],
)
def test_a_period_is_counted_back_from_its_end(text: str) -> None:
    assert [v.date for v in answer(text).vests] == [date(year, 5, 1) for year in (2021, 2022, 2023, 2024)]


def test_a_split_is_no_number_of_shares() -> None:
    award = answer("Reflects a 3-for-2 stock split effective June 1, 2018. The award vests on March 1, 2023.")
    assert award.to_dict()["shares"] == 48_000


def test_two_grants_and_one_schedule() -> None:
    told = "The reporting person was granted 6,000 units on March 9, 2020 and 3,000 units on June 9, 2020."
    assert not answer(f"{told} They vest on the first anniversary of the grant date.").vests


def test_the_date_of_a_letter_is_no_grant_date() -> None:
    text = "Under the letter dated January 5, 2019, the reporting person was granted units. The units vest one year after the grant date."
    assert [v.date for v in answer(text).vests] == [date(2021, 4, 6)]


def test_events_that_bring_a_list_of_days_forward() -> None:
    tail = "or, if earlier, upon the optionee's death, permanent disability or a sale of the Company."
    award = answer(f"16,000 options vest on June 30, 2021, 2022 and 2023, {tail}")
    assert [v.date.year for v in award.vests] == [2021, 2022, 2023]
    assert len(award.accelerations) == 1


def test_a_length_and_its_end_are_counted_back_from_the_end() -> None:
    days = [v.date for v in answer("The options vest over the 36-month period ending on 1 May 2023 in equal monthly instalments.").vests]
    assert (len(days), days[0], days[-1]) == (36, date(2020, 6, 1), date(2023, 5, 1))
