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


@pytest.mark.parametrize(
    "text",
    [
        "The units were granted under the 2018 Plan, as amended effective May 3, 2019. The units vest on the first anniversary.",
        "A cash award of $50,000 was granted on June 2, 2019. The units vest on the first anniversary of the date of grant.",
    ],
)
def test_days_of_plans_and_of_cash_are_not_counted_from(text: str) -> None:
    award = vestcalc.schedule_text(text, shares=1000, granted="2020-04-06").to_dict()
    assert [vest["date"] for vest in award["vests"]] == ["2021-04-06"]


@pytest.mark.parametrize(
    "text",
    [
        "Represents 3,000 units, which vest in two equal annual installments from April 6, 2020, together with",
        "The units vest on April 6, 2021. Grant of 3,000 units",
        "The units vest on April 6, 2021 (i",
        "The units vest on April 6, 2021, and",
        "Represents 400 shares and (ii)",
    ],
)
def test_a_text_that_breaks_off_is_said_to(text: str) -> None:
    award = vestcalc.schedule_text(text, shares=3000, granted="2020-04-06").to_dict()
    assert not award["vests"]


def test_a_text_without_its_full_stop_is_whole() -> None:
    for text in ("The units vest on April 6, 2021", "One third of the units vest on April 6, 2021. The rest vest monthly over one year"):
        assert vestcalc.schedule_text(text, shares=3000, granted="2020-04-06").to_dict()["status"] == "complete"


def test_two_holdings_of_one_note_and_terms_of_one_of_them() -> None:
    text = "Represents (i) 500 shares of common stock and (ii) 3,000 restricted stock units. The award vests in full on April 6, 2021."
    award = vestcalc.schedule_text(text, shares=3500, granted="2020-04-06").to_dict()
    assert (award["status"], [gap["reason"] for gap in award["gaps"]]) == ("incomplete", ["which-award"])


@pytest.mark.parametrize(
    "after",
    [
        "6,000 of the options were repurchased.",
        "The grant was reduced to 6,000 options.",
        "The reporting person waived the award.",
        "The options were exchanged for other awards.",
        "Half were surrendered on March 1, 2021.",
        "50% of the options are performance based.",
        "The reporting person has since resigned and the options lapsed.",
        "The date should have been April 6, 2022.",
        "This date is subject to change.",
        "Vesting of the options is subject to the filing of a prospectus.",
        "On April 1, 2020 the schedule was extended to four years.",
    ],
)
def test_a_later_sentence_that_undoes_the_terms(after: str) -> None:
    award = vestcalc.schedule_text(f"The options vest on April 6, 2021. {after}", shares=12000, granted="2020-04-06").to_dict()
    assert (award["status"], award["vests"]) == ("not-understood", [])


@pytest.mark.parametrize(
    "after",
    [
        "Shares were surrendered to pay withholding tax.",
        "The options were granted in exchange for services.",
        "Each option may be exercised for one share.",
        "The closing of the exchange offer is subject to customary conditions.",
    ],
)
def test_a_later_sentence_that_does_not(after: str) -> None:
    award = vestcalc.schedule_text(f"The options vest on April 6, 2021. {after}", shares=12000, granted="2020-04-06").to_dict()
    assert award["status"] == "complete"


def test_goals_that_were_met_leave_the_days() -> None:
    text = (
        "The units were earned based on performance in 2019. The reporting person may earn dividends on them. "
        "The earned units vest on September 1, 2021."
    )
    award = vestcalc.schedule_text(text, shares=12000, granted="2020-04-06").to_dict()
    assert (award["status"], [vest["date"] for vest in award["vests"]]) == ("complete", ["2021-09-01"])


def test_a_rest_is_shared_over_days_only_where_it_is_named() -> None:
    text = "25% of the units vest on April 6, 2021. {} vest on April 6, 2022 and April 6, 2023."
    named = vestcalc.schedule_text(text.format("The remaining units"), shares=8000, granted="2020-04-06")
    unnamed = vestcalc.schedule_text(text.format("The units"), shares=8000, granted="2020-04-06")
    assert [vest.shares for vest in named.vests] == [2000, 3000, 3000]
    assert (unnamed.status, [vest.shares for vest in unnamed.vests]) == ("partial", [2000])


def test_a_denominator_of_zero_is_no_percentage() -> None:
    assert vestcalc.schedule_text("12,000 0/0 % of the units vest on April 6, 2021.", shares=8000).status == "not-understood"


def test_receipt_that_is_deferred_moves_no_date() -> None:
    text = (
        "The units vest in two equal installments on May 1, 2021 and May 1, 2022, but receipt of the shares has been {}, at the"
        " election of the director, until the earlier of January 15, 2027 and separation from service."
    )
    award = vestcalc.schedule_text(text.format("deferred"), shares=1000)
    assert (award.status, [vest.date.year for vest in award.vests]) == ("complete", [2021, 2022])
    assert vestcalc.schedule_text(text.format("conditioned"), shares=1000).status == "not-understood"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("and will vest in full if employment is terminated without cause following a change in control", "complete"),
        ("and will vest in full upon a termination without cause", "complete"),
        (", provided that if employment is terminated by the issuer without cause, the option will vest in full", "complete"),
        (", provided that if the price exceeds $50, the option will vest in full", "pending"),
        ("and will vest in full if the price exceeds $50", "pending"),
        ("and vested in full when employment was terminated without cause", "not-understood"),
    ],
)
def test_a_second_verb_of_leaving_moves_no_date(told: str, status: str) -> None:
    text = f"The option vests in four equal annual installments beginning on the first anniversary of the grant date {told}."
    assert vestcalc.schedule_text(text, shares=1000, granted="2020-04-06").status == status


@pytest.mark.parametrize("told", ["up to", "provided the price exceeds $50", "none"])
def test_what_is_said_behind_a_semicolon_beside_a_condition_is_not_lost(told: str) -> None:
    text = "The option vests 50% on April 6, 2021; and 50% on April 6, 2022; {} in each of cases (a) and (b), subject to continued service."
    assert vestcalc.schedule_text(text.format("").replace("  ", " "), shares=1000).status == "complete"
    assert vestcalc.schedule_text(text.format(told), shares=1000).status != "complete"
