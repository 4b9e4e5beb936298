"""What an exercise settles, or a tax takes, told beside the terms of the award: it vested on one of their dates."""

import pytest

import vestcalc

SERIES = "The RSUs vest in three equal annual installments beginning April 6, 2021."
PARTS = "One-third of the RSUs vests on each of April 6, 2021, 2022 and 2023."
DATES = ["2021-04-06", "2022-04-06", "2023-04-06"]


def settled(text: str, code: str | None = "M") -> vestcalc.AwardSchedule:
    return vestcalc.schedule_text(text, shares=4000, code=code)


@pytest.mark.parametrize("code", ["M", "F"])
@pytest.mark.parametrize(
    "text",
    [
        f"Represents RSUs that vested on April 6, 2022. {SERIES}",
        f"{SERIES} Represents RSUs that vested on April 6, 2023.",
        f"{SERIES} These restricted stock units vested on April 6, 2021.",
        f"The number of shares represents restricted stock units vesting on April 6, 2021. {PARTS}",
        f"Represents RSUs vesting on April 6, 2021. This vesting represents one-third of the original amount of RSUs granted. {PARTS}",
    ],
)
def test_the_terms_are_those_of_the_award(text: str, code: str) -> None:
    award = settled(text, code)
    assert (award.status, [v.date.isoformat() for v in award.vests]) == ("complete", DATES)


@pytest.mark.parametrize(
    ("text", "code", "gap"),
    [
        (f"Represents RSUs that vested on May 6, 2022. {SERIES}", "M", "contradiction"),  # none of the dates
        (f"Represents RSUs that vested on April 6, 2022. {SERIES}", "A", "contradiction"),  # the row is the award
        (f"Represents RSUs that vested on April 6, 2022. {SERIES}", None, "contradiction"),
        ("Represents RSUs that vested on April 6, 2021. The remaining RSUs vest on April 6, 2022.", "M", "over-allocated"),
        (f"Represents half of the RSUs that vested on April 6, 2021. {SERIES}", "M", "two-readings"),
        (f"Represents RSUs that vested on April 6, around 2022. {SERIES}", "M", "unknown-words"),
        (
            "Represents RSUs vesting on April 6, 2021. This vesting represents one-third of the original amount of RSUs granted.",
            "M",
            "missing-count",
        ),
    ],
)
def test_what_does_not_fit_is_a_gap(text: str, code: str | None, gap: str) -> None:
    award = settled(text, code)
    assert not award.vests
    assert gap in [g.reason.value for g in award.gaps]
