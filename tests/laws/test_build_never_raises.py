"""Law: whatever the terms and the row say, `build` answers; a status without dates has no vests, and `complete` has no gaps."""

from datetime import date

from hypothesis import given, settings

from tests.laws.schedules import any_day, any_facts, anything, policies, roundings
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.schedule.position import position
from vestcalc.terms.models import Terms


@settings(max_examples=600)
@given(anything, any_facts, roundings, policies, any_day)
def test_build_never_raises(terms: Terms, row: Facts, rounding: Rounding, policy: str, day: date) -> None:
    schedule = build(terms, row, rounding, policy)
    if schedule.status not in ("complete", "partial"):
        assert len(schedule.vests) == 0
    else:
        portions = [v.portion for v in schedule.vests]
        assert min(portions) >= 0
        assert sum(portions) == 1 if schedule.status == "complete" else 0 < sum(portions) <= 1
    if schedule.status == "complete":
        assert schedule.gaps == ()
    if schedule.status in ("incomplete", "not-understood"):
        assert schedule.gaps
    assert len(schedule.rules) >= len(terms.rules)
    position(schedule, row, day)
