"""What has vested by the report is certain, whatever goals the rest waits for."""

import pytest

import vestcalc

GOALS = "1/10 of the shares vests each time one of ten performance milestones is attained, subject to continued service to us."


@pytest.mark.parametrize(
    "told",
    [
        "As of the date of this filing, 10,000 of the shares subject to this option have vested.",
        "As of the date of this filing, 10,000 of the shares subject to this option have vested and 2,000 of the shares have not vested.",
    ],
)
def test_what_has_vested_is_certain(told: str) -> None:
    award = vestcalc.schedule_text(f"{GOALS} {told}", shares=12000, code="A", granted="2020-03-02", reported="2021-03-01")
    assert [(v.date.isoformat(), v.shares, v.latest) for v in award.vests] == [("2021-03-01", 10000, True)]
    assert [p.shares for p in award.pending] == [2000]


def test_all_waits_where_none_is_told() -> None:
    award = vestcalc.schedule_text(GOALS, shares=12000, granted="2020-03-02")
    assert (award.status, award.vests) == ("pending", ())
