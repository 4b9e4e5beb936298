"""What is said beside terms that give dates: known to be about something else, or a gap with its words."""

import pytest

import vestcalc

TERMS = "The option vests in four equal annual installments beginning on the first anniversary of the date of grant."


def said_beside(words: str) -> tuple[str, list[str]]:
    award = vestcalc.schedule_text(f"{TERMS} {words}", shares=48_000, granted="2020-04-06")
    return award.status, [gap.quote for gap in award.gaps]


@pytest.mark.parametrize(
    "words",
    [
        "Only 6,000 options were issued.",
        "This option may not be exercised at any time on or after the option's vesting date.",
        "Continued service.",
        "This represents the number of options awarded after the performance goal was never certified.",
        "The number granted was set after the revenue target was met, unless otherwise determined.",
        "The number is determined by applying a multiplier to the target.",
        "The award is smaller, otherwise unchanged.",
        "Unless otherwise provided, the award may be cancelled.",
        "The options in Table II were halved.",
        "Each option is the right to buy 0 to 2 shares.",
        "The conversion ratio will be determined on the increase in the share price over the period.",
        "The number of options in this notification may still rise.",
        "The number may change until the expiration date.",
        "The number is subject to the exchange ratio, which is not yet known.",
        "Previously reported as March 1, 2022.",
        "The approval of shareholders is required.",
        "Shareholder approval of the plan is required before any of the shares may be issued.",
        "On June 1, 2021 the award was split equally between Mr. Ames and his former spouse.",
        "12,000 of the options were later transferred to his former spouse.",
        "Half of the options now belong to a trust for his children.",
        "The first installment has since been moved to January 1, 2022.",
        "The Committee has reserved the right to extend this timetable.",
        "This timetable no longer applies.",
        "The actual dates may differ.",
        "Completion of the acquisition is required.",
        "Counting of the period begins on the closing of the acquisition.",
        "The unvested options will vest in full upon his retirement on June 30, 2022.",
        "She will retire in June 2022, at which time the unvested options will be forfeited.",
        "Following the holder's departure in June 2022, the unvested options are forfeited.",
        "As a result of the reporting person's resignation, all unvested options are forfeited.",
        "The change in control caused all options to vest.",
        "The reporting person's death triggered vesting in full.",
        "Upon his retirement the reporting person forfeited the unvested options.",
        "In fact there are five installments.",
        "Not applicable to half of the options.",
        "Correction: there are five installments, not four.",
        "A year for this purpose is 18 months.",
        "The grant date is deemed to be January 1, 2021.",
        "The award takes effect only upon shareholder approval.",
        "The reporting person resigned on June 1, 2021.",
        "The last installment was waived.",
        "The award was bought back by the issuer on June 1, 2021.",
        "8,000 of these options have been withdrawn.",
        "The option covers 30,000 shares, not 48,000.",
        "The final number will be determined on March 31, 2021.",
        "For the reporting person each date is six months later.",
        "Nothing is earned in the first two years.",
        "In no event, however, earlier than April 6, 2023.",
        "A financing of at least $10 million is a condition.",
        "The above applies to half of the options.",
        "The other half is tied to revenue.",
        "At the holder's choice the award is instead earned over ten quarters.",
        "In lieu of the second installment a cash payment will be made.",
        "The second installment was settled early, in June 2021.",
        "Each such date was later pushed back by six months.",
        "The dates stated are approximate.",
        "Terms to be confirmed.",
        "The reporting person disputes this.",
        "The award is on hold.",
        "The foregoing was reported in error.",
        "The third installment was paid out in June 2021.",
        "The board approved a change of the dates on June 1, 2021.",
        "As stated in the amended Form 4, the second date is June 1, 2022.",
        "The grant was made on the condition that the holder relocate by June 2021.",
        "The exercise price must be met on each date.",
        "The reporting person disclaims any right to the third installment.",
        "Of the options, 24,000 are held for others.",
        "In the merger the options were converted into options of Larkmoor, Inc.",
        "Following the spin-off the number of options was adjusted to 60,000.",
        "All awards were cashed out on June 1, 2021.",
        "But see footnote 5.",
        "Perhaps.",
        "Vesting was accelerated upon the merger.",
        "All unvested options accelerated upon the change in control.",
        "Unvested options terminated upon his resignation.",
        "Following her retirement the unvested options were forfeited.",
        "Upon death 6,000 of the unvested options are forfeited and the others continue.",
        "If the reporting person retires, the timetable is extended by a year.",
        "If the merger closes before then, the dates are those of the merger agreement.",
        "The options are divided into tranches of 25% and 75%.",
        "All options forfeited were returned to the company.",
        "The award is payable only if revenue exceeds $1 billion.",
        "The number of shares delivered will be between 0% and 200% of the options.",
        "The shares will be delivered only if the stock price is at least $20.",
        "The shares are settled if the reporting person is employed on March 15, 2025.",
        "Each option represents the right to receive up to two shares depending on performance.",
        "Each option entitles the holder to between zero and two shares.",
        "Each option represents a right to receive one share upon a liquidity event.",
        "The award includes a modifier based on TSR.",
        "The committee may reduce the number of shares payable.",
        "One-third of the options expire on March 15, 2021.",
        "The dates shown are settlement dates.",
        "The options are subject to forfeiture for five years.",
        "If the company is not listed by June 30, 2021, the award is forfeited.",
        "Unless the company is listed by June 30, 2021, the award lapses.",
        "The reporting person must hold 5,000 shares until April 6, 2024 or the award is forfeited.",
        "The reporting person will not be entitled to any shares until April 6, 2025.",
        "The option vested in full upon his death.",
        "The options were converted into 500 shares of the issuer.",
        "The option was converted into the right to receive cash.",
        "12,000 of the options were converted into restricted stock units.",
        "Half of the options were exchanged for restricted stock units.",
        "Upon the merger the options will be converted into options of the issuer.",
        "The option vested in full upon retirement on May 1, 2020.",
        "Performance-based award.",
        "This is a performance award.",
        "Vested options may be converted if the company is listed.",
        "No shares will be issued unless the merger closes.",
        "The options were granted at maximum.",
        "Each option represents the right to receive up to two shares.",
        "The award was approved subject to the filing of a registration statement.",
        "The award was granted conditionally.",
        "The grant is effective upon the registration of the shares.",
        "The reporting person has given notice of resignation.",
        "This footnote relates to a different award.",
        "This report omits 2,000 options.",
        "Please disregard.",
        "The numbers do not reflect the two-for-one stock split.",
        "The reporting person shares the award with his spouse.",
        "The Committee accelerated vesting.",
        "50%.",
        "Unvested options lapse if targets are not met.",
        "The company may repurchase the shares at cost until March 1, 2030.",
        "The shares are subject to a repurchase right until March 1, 2030.",
        "Deferred.",
        "Sold.",
        "As amended.",
        "Double trigger.",
        "6,000 of the options vested on death.",
        "Includes 6,000 vested options.",
        "Includes 6,000 performance shares.",
        "The award includes performance and time components.",
        "The reporting person exchanged the options for restricted stock units.",
        "Represents one-third of the award.",
        "80% of the award.",
        "Share numbers in this footnote are in thousands.",
        "In connection with his departure, 6,000 options will continue to vest.",
        "Because the reporting person is retirement-eligible, the options vested on grant.",
        "The reporting person received half of the grant.",
        "Represents a grant of performance-based restricted stock units.",
        "The Company granted performance-based units to its employees.",
        "The grant was awarded subject to performance.",
        "The grant was not approved by the board of directors.",
        "The award may not, subject to performance, be sold.",
        "The company issued 400 shares upon exercise of the option.",
        "The option was amended to extend the expiration date and to postpone each installment by one year.",
        "The vesting dates were extended by two years.",
        "The option was amended to extend the expiration date and to cover 24,000 shares.",
        "The option was repriced to $2.00 per share and must wait another year.",
        "The option was repriced as to 4,000 of the shares.",
    ],
)
def test_what_may_change_the_terms_is_a_gap(words: str) -> None:
    assert said_beside(words) == ("not-understood", [words])


@pytest.mark.parametrize(
    "words",
    [
        "Within 30 days following each vesting date, the issuer will deliver the shares that correspond to the options that vested.",
        "The initial exercise price is $12.50 per share and will accrete by 4% a year (whether vested or unvested).",
        "The right of exercise shall be cumulative.",
        "This option may not be exercised at any time on or after the option's expiration date.",
        "(a) Regular Vesting.",
        "Each option represents the right to buy one share of common stock.",
        "Units convert into shares on a 1-for-1 basis.",
        "Each time-based unit is economically equivalent to one share of common stock.",
        "This line is only reporting holdings as of the date hereof.",
        "This reflects common stock acquired pursuant to the vesting and settlement of restricted stock units.",
        "The award was previously reported in Table I, and is reported herein solely to illustrate its move to Table II.",
        "Unless otherwise provided, on each vesting date shares will be sold to satisfy tax withholding obligations.",
        "The option was granted under the 2019 Equity Plan.",
        "Inducement grant outside the 2016 plan.",
        "On June 9, 2021, the reporting person converted 1,200 options into an equal number of shares of common stock.",
        "Shares (after payment of $.05 par value per share) will be distributed on January 1 of each of 2022, 2023 and 2024.",
        "Shares of common stock will be issuable with respect to the units upon the fifth anniversary of the grant date.",
        "LTIP units in the operating partnership.",
        "In connection with the spin-off, this option was converted from an option of the former parent with the same vesting terms.",
        "On July 1, 2019, each outstanding option of Harrow Corp was converted into an option to purchase common stock of the issuer.",
        "The award was converted to time-based options at the closing of the merger.",
        "Received in the merger in exchange for options to acquire shares of Harrow Bancorp.",
        "Employee stock option.",
        "The option may be exercised early, subject to the company's right of repurchase.",
        "The reported options include a right to exercise early, in which case the shares acquired are subject to repurchase until vested.",
        "The grant was made in consideration of services as a director.",
        "This grant was approved by the Compensation Committee of the Board of Directors.",
        "The award was granted in connection with the reporting person's appointment as chief executive officer.",
        "Includes 1,200 shares acquired through dividend reinvestment.",
        "The shares are held by the Ames Family Trust, of which the reporting person is a trustee.",
        "The reporting person disclaims beneficial ownership except to the extent of his pecuniary interest.",
        "The reporting person may be deemed to beneficially own these securities.",
        "The shares were sold in multiple transactions at prices ranging from $10.00 to $10.50.",
        "The reporting person undertakes to provide full information regarding the number of shares sold at each separate price.",
        "The exercise price was the closing price on the date of grant.",
        "The number of units was determined by dividing $150,000 by the closing price on the date of grant.",
        "Shares will be delivered within 30 days after each date.",
        "Shares will be withheld to satisfy tax obligations.",
        "Once vested and subject to the satisfaction of conditions, each option may be converted into a common unit of the partnership.",
        "The option has a term of ten years from the date of grant.",
        "The options are nonqualified.",
        "Not applicable.",
        "The award is subject to the terms and conditions of the plan and an award agreement.",
        "Adjusted to reflect the three-for-one stock split on May 2, 2021.",
        "The Form 4 was filed late due to an administrative error.",
        "The reporting person is a director of the issuer.",
        "The shares acquired may not be sold for one year.",
        "See Exhibit 99.1.",
        "In the event of a Change in Control (as defined in the plan), 100% of the then-unvested options shall accelerate.",
        "All unvested options will accelerate in full upon the reporting person's death.",
        "The award provides for accelerated vesting upon a Qualifying Termination.",
        "The Committee may at any time accelerate the vesting of all or any portion of the award.",
        "Vesting ceases automatically when continuous service ends.",
        "No options vest for a fraction of a share.",
        "Any fractional share will be carried forward to the final installment.",
        "The reporting person will be deemed to have satisfied the employment condition if terminated on account of disability.",
        "Following termination of service for any reason other than cause, the optionee may exercise vested shares for three months.",
        "All unvested options terminate upon termination of employment for cause.",
        "Any shares forfeited are returned to the company without payment.",
        "Any unvested shares revert to the issuer upon termination of service.",
        "Any options that have not vested as of the date on which service ends revert to the issuer.",
        "The option may be exercised by net settlement.",
        "The option is divided into two tranches.",
        "The shares will be delivered within sixty days after the applicable vesting date unless deferred.",
        "Within 60 days the issuer will deliver one share for each option that vested on that date.",
        "Amounts payable may be delayed under Section 409A.",
        "Sales are subject to the issuer's insider trading policy.",
        "The grant was made under the Performance-Based Incentive Plan.",
        "Effective April 1, 2020, the Company appointed Mr. Ames to its board of directors.",
        "The Board of Directors approved the grant of the options on March 2, 2020.",
        "Under the 2018 plan, we granted the options.",
        "During the year ended December 31, 2020, the company issued options to its directors.",
        "The award is not subject to performance.",
        "The award has a contractual life of ten years from the date of grant.",
        "The option was amended to extend the expiration date from April 6, 2027 to April 6, 2030.",
        "The expiration date of the option was extended to April 6, 2030.",
        "The option was repriced to $2.00 per share on June 1, 2021.",
    ],
)
def test_what_is_about_something_else_is_passed_over(words: str) -> None:
    assert said_beside(words) == ("complete", [])


def test_a_cliff_told_beside_the_terms_is_compared_with_the_first_date() -> None:
    assert said_beside("The option carries a one-year cliff.") == ("complete", [])
    status, gaps = said_beside("The option carries a two-year cliff.")
    assert (status, gaps) == ("not-understood", ["The option carries a two-year cliff."])


def test_beside_terms_that_only_wait_nothing_is_lost() -> None:
    words = "The units vest if the performance goals are met. The payout factor is the greater of two measures."
    assert vestcalc.schedule_text(words, shares=100, granted="2020-04-06").status == "pending"


def failed(text: str, **row: object) -> list[str]:
    """The codes of the checks that fail."""
    return [check.code for check in vestcalc.schedule_text(text, granted="2020-04-06", reported="2020-04-08", **row).checks if not check.ok]


@pytest.mark.parametrize("words", ["All of the units have been settled.", "The award has been fully paid.", "The units are fully vested."])
def test_nothing_is_left_of_what_was_delivered(words: str) -> None:
    terms = "The units vest in four equal annual installments beginning on the first anniversary of the date of grant."
    assert failed(f"{terms} {words}", shares=48_000) == ["reported-remaining"]


@pytest.mark.parametrize(
    ("words", "code"), [("The units are fully vested.", "reported-remaining"), ("None are vested yet.", "reported-vested")]
)
def test_what_has_vested_of_an_unknown_whole_is_compared(words: str, code: str) -> None:
    text = f"One third of the units vests on each of March 1, 2021, 2022 and 2023. {words}"
    award = vestcalc.schedule_text(text, code=None, reported="2022-06-01", security="Restricted Stock Unit")
    assert [check.code for check in award.checks if not check.ok] == [code]


@pytest.mark.parametrize(("year", "codes"), [(2022, ["reported-vested"]), (2023, [])])
def test_what_will_vest_does_not_lie_before_what_is_vested(year: int, codes: list[str]) -> None:
    text = f"8,000 of these options are vested. 4,000 will vest on March 1, {year}."
    award = vestcalc.schedule_text(text, shares=12_000, code=None, reported="2022-06-01", security="Stock Option")
    assert [check.code for check in award.checks if not check.ok] == codes


def test_of_several_things_the_number_of_what_vests_is_compared() -> None:
    terms = "The restricted stock units vest in three equal annual installments beginning April 6, 2021."
    assert failed(f"Consists of 12,000 shares and 36,000 restricted stock units. {terms}", shares=48_000) == ["row-amount"]
    assert failed(f"Consists of 12,000 shares and 48,000 restricted stock units. {terms}", shares=48_000) == []
    award = vestcalc.schedule_text("Award of 6,000 units and 9,000 options. The awards vest on April 6, 2021.", shares=15_000)
    assert [gap.reason.value for gap in award.gaps] == ["which-award"]


def test_what_is_held_of_an_original_award_is_not_its_whole() -> None:
    terms = "The units vest in three equal annual installments beginning April 6, 2021."
    held = vestcalc.schedule_text(
        f"Represents two-thirds of the original award. {terms}",
        shares=8_000,
        code=None,
        security="Restricted Stock Unit",
        reported="2020-04-08",
    )
    assert held.shares is None
    assert vestcalc.schedule_text(terms, shares=8_000, code=None, security="Restricted Stock Unit", reported="2020-04-08").shares == 8_000


@pytest.mark.parametrize(
    "words",
    [
        "Represents 6,000 options.",
        "Fully vested.",
        "The award was granted as 50,000 units and 6,000 options.",
        "The award consists of 60,000 options.",
        "The reporting person received 60,000 options on April 6, 2020.",
        "Originally 60,000 options were granted.",
        "30,000 options were earned.",
        "24,000 options remain subject to forfeiture.",
    ],
)
def test_figures_that_do_not_fit_are_failed_checks(words: str) -> None:
    award = vestcalc.schedule_text(f"{TERMS} {words}", shares=48_000, granted="2020-04-06", reported="2020-04-08")
    assert award.status == "complete"
    assert [check.ok for check in award.checks].count(False) == 1


def test_a_row_that_expires_before_all_has_vested_is_a_failed_check() -> None:
    award = vestcalc.schedule_text(TERMS, shares=48_000, granted="2020-04-06", expires="2022-04-06")
    assert [check.text for check in award.checks if not check.ok] == ["the row expires on 2022-04-06, the schedule ends on 2024-04-06"]


def test_the_year_of_a_plan_is_no_number_of_shares() -> None:
    award = vestcalc.schedule_text(f"Award of options under the 2012 Stock Plan. {TERMS}", shares=48_000, granted="2020-04-06")
    assert [check.code for check in award.checks if not check.ok] == []


def test_a_schedule_that_ends_long_before_the_row_is_a_failed_check() -> None:
    terms = "The units vest in two equal installments on March 1, 2016 and March 1, 2017."
    assert failed(terms, shares=48_000) == ["end-date"]
    assert failed(f"The units were granted on May 4, 2015. {terms}", shares=48_000) == []
    assert failed(terms.replace("2017", "2020"), shares=48_000) == []


@pytest.mark.parametrize("words", ["6,000 options were granted to his spouse.", "Represents two grants of 24,000 options."])
def test_what_is_not_all_of_one_award_is_a_gap(words: str) -> None:
    assert said_beside(words) == ("incomplete", [words])


def test_an_only_way_to_vest_is_no_mere_forfeiture() -> None:
    status, quotes = said_beside("The option vests only upon a change in control, failing which it lapses.")
    assert status == "not-understood"
    assert "only" in quotes
