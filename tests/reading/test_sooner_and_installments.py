"""What may vest earlier in some circumstances, and installments smaller than the number told before them."""

import pytest

import vestcalc


def answer(text: str) -> vestcalc.AwardSchedule:
    return vestcalc.schedule_text(text, shares=48_000, granted="2020-04-06")


@pytest.mark.parametrize(
    "text",
    [
        "The units vest on May 4, 2022. Certain units may vest earlier in the circumstances described in the employment agreement.",
        "The units vest on May 4, 2022, or earlier under certain circumstances set forth in the award agreement.",
        "The units vest on May 4, 2022. Vesting may occur earlier as provided in the award agreement.",
        "The option vests in full on May 4, 2022. The option may be exercised only to the extent vested.",
        "The units vest on May 4, 2022. Vesting may be accelerated in certain circumstances.",
    ],
)
def test_what_may_vest_earlier_moves_no_date(text: str) -> None:
    award = answer(text)
    assert award.status == "complete"
    assert [(v.date.isoformat(), v.shares) for v in award.vests] == [("2022-05-04", 48_000)]


@pytest.mark.parametrize(
    "text",
    [
        "The units vest on May 4, 2022. 5,000 units may vest earlier in certain circumstances.",
        "The units vest on May 4, 2022, or earlier in 2021 under certain circumstances.",
        "8,174 RSUs vest in two installments of 4,697 on July 29, 2022 and July 29, 2023.",
    ],
)
def test_what_is_more_than_that_is_not_understood(text: str) -> None:
    assert answer(text).status == "not-understood"


@pytest.mark.parametrize(
    "text",
    [
        "8,174 RSUs which will vest in two installments of 2,697 on 7/29/2022 and 7/29/2023 and one installment of 2,780 on 7/29/2024.",
        "8,174 units vest in two installments of 2,697 on each of 7/29/2022 and 7/29/2023 and one installment of 2,780 on July 29, 2024.",
    ],
)
def test_the_number_before_installments_is_that_of_all(text: str) -> None:
    award = answer(text)
    assert award.shares == 8_174
    assert [v.shares for v in award.vests] == [2_697, 2_697, 2_780]


def test_the_first_and_the_last_of_yearly_installments() -> None:
    award = answer(
        "RSUs vest in equal annual installments, with one installment vesting on 5/4/2021 and the last installment vesting on 5/4/2024."
    )
    assert [(v.date.year, v.shares) for v in award.vests] == [(year, 12_000) for year in (2021, 2022, 2023, 2024)]


@pytest.mark.parametrize("event", ["a change in control", "the death of the director", "any termination without cause"])
def test_immediate_vesting_upon_an_event_is_what_may_come_sooner(event: str) -> None:
    award = vestcalc.schedule_text(
        f"The options vest on March 1, 2022, with immediate vesting upon {event}.", shares=9_000, granted="2020-04-06"
    )
    assert [str(vest.date) for vest in award.vests] == ["2022-03-01"]
    assert len(award.accelerations) == 1
