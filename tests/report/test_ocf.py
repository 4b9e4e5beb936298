"""Open Cap Format: terms and issuances valid under the published schemas, and read back as the same schedule."""

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import vestcalc
from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.filings.model import Person
from vestcalc.gaps import VestcalcError
from vestcalc.report.ocf.read import ALLOCATIONS, schedule_of
from vestcalc.report.ocf.terms import written
from vestcalc.report.ocf.transactions import ocf_files

CLIFF = "25% of the option vests on the first anniversary of the grant date and the rest in 36 equal monthly installments thereafter."


def award(text: str, **facts: Any) -> AwardSchedule:
    given = {"granted": "2024-01-31", "shares": 4801, "exercise_price": ".25", "expires": "2034-01-31", **facts}
    return vestcalc.schedule_text(text, **given)


AWARDS = {
    "cliff": award(CLIFF),
    "stated-dates": award("50% of the option vests on March 30, 2025 and the rest in 8 equal quarterly installments thereafter."),
    "list": award("The option vests as to 1,000 shares on May 1, 2025, 2,000 shares on July 9, 2025 and 1,801 shares on May 1, 2026."),
    "annual": award("The option vests in 4 equal annual installments."),
    "stated-first": award("The option vests in 4 equal annual installments beginning on March 15, 2025."),
    "size-unknown": award("The option vests in 4 equal annual installments.", shares=None),
    "mixed": award(
        "Half of the option vests on the earlier of May 1, 2025 and the next annual meeting, and half upon an initial public offering."
    ),
    "front": award("The option vests in 7 equal monthly installments.", rounding="front-loaded"),
    "to-single": award("The option vests in 7 equal monthly installments.", rounding="back-loaded-to-single-tranche"),
    "no-such-allocation": award("The option vests in 7 equal monthly installments.", rounding="each-up-last-short"),
    "fractional": award("The option vests in 7 equal monthly installments.", rounding="fractional"),
    "units": award("The units vest in 3 equal annual installments.", security="Restricted Stock Units", exercise_price=None, expires=None),
}
FILING = FilingSchedules(
    "a.xml",
    "4",
    date(2024, 1, 31),
    issuer=Person("Wickford Tin"),
    owners=(Person("ROE JAN", "77"),),
    awards=tuple(replace(one, row=row) for row, one in enumerate(AWARDS.values(), 1)),
)


def by_day(schedule: Any) -> Counter[date]:
    sums: Counter[date] = Counter()
    for vest in schedule.vests:
        sums[vest.date] += vest.shares if vest.shares is not None else vest.portion
    return sums


@pytest.mark.parametrize("name", AWARDS)
def test_terms_read_back_as_the_same_schedule(name: str) -> None:
    one = AWARDS[name]
    done = written(one, "x")
    assert done.item is not None
    item = json.loads(json.dumps(done.item))
    back = schedule_of(item, one.shares, done.start)
    assert by_day(back) == by_day(one.schedule)
    assert sum(by_day(back).values()) == sum(by_day(one.schedule).values())


def test_periods_stay_periods() -> None:
    """A quarter a year after the grant, then 36 months counted from the start's day: January 31, February 28, March 31."""
    done = written(AWARDS["cliff"], "x")
    assert done.item is not None
    assert done.start == date(2024, 1, 31)
    start, cliff, monthly = done.item["vesting_conditions"]
    assert start["trigger"] == {"type": "VESTING_START_DATE"}
    assert cliff["portion"] == {"numerator": "1", "denominator": "4"}
    assert cliff["trigger"]["period"] == {
        "length": 12,
        "type": "MONTHS",
        "occurrences": 1,
        "day_of_month": "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH",
    }
    assert (monthly["portion"], monthly["trigger"]["period"]["occurrences"]) == ({"numerator": "1", "denominator": "48"}, 36)
    assert [one["next_condition_ids"] for one in (start, cliff, monthly)] == [["vest-1"], ["vest-2"], []]
    days = sorted(by_day(schedule_of(done.item, Fraction(4800), done.start)))
    assert days[:3] == [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)]


def test_stated_dates_stay_dates() -> None:
    done = written(AWARDS["stated-dates"], "x")
    assert done.item is not None
    first, series = done.item["vesting_conditions"]
    assert done.start is None
    assert first["trigger"] == {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2025-03-30"}
    assert series["trigger"]["period"] == {"length": 3, "type": "MONTHS", "occurrences": 8, "day_of_month": "30_OR_LAST_DAY_OF_MONTH"}
    assert series["trigger"]["relative_to_condition_id"] == "vest-1"


def test_what_the_format_cannot_say_is_a_notice() -> None:
    notices = " ".join(written(AWARDS["mixed"], "x").notices)
    assert "may come sooner" in notices
    assert "waits for an event" in notices
    done = written(AWARDS["no-such-allocation"], "x")
    assert done.item is not None
    assert done.item["vesting_conditions"][0]["quantity"] == "686"  # 4,801 / 7 = 685.86, rounded up
    assert "written out as numbers" in " ".join(done.notices)
    silent = written(award("The option vests on May 1, 2025 unless the moon is full."), "x")
    assert (silent.item, silent.notices) == (None, ["not-understood: no vesting terms are written"])


def test_events_stand_beside_the_path() -> None:
    done = written(AWARDS["mixed"], "x")
    assert done.item is not None
    dated, event = done.item["vesting_conditions"]
    assert dated["next_condition_ids"] == []
    assert event["trigger"] == {"type": "VESTING_EVENT"}
    assert event["portion"] == {"numerator": "1", "denominator": "2"}
    assert "initial public offering" in event["description"]
    assert "at the latest" in dated["description"]


def test_issuances_and_starts_refer_to_the_terms() -> None:
    files = ocf_files([FILING])
    assert (files.terms["file_type"], files.transactions["file_type"]) == ("OCF_VESTING_TERMS_FILE", "OCF_TRANSACTIONS_FILE")
    terms = {item["id"]: item for item in files.terms["items"]}
    issued = [item for item in files.transactions["items"] if item["object_type"] == "TX_EQUITY_COMPENSATION_ISSUANCE"]
    starts = [item for item in files.transactions["items"] if item["object_type"] == "TX_VESTING_START"]
    assert len(terms) == len(AWARDS)
    assert len(issued) == len(AWARDS) - 1  # one has no size
    assert all(item["vesting_terms_id"] in terms for item in issued)
    assert {item["security_id"] for item in starts} <= {item["security_id"] for item in issued}
    assert starts[0]["date"] == "2024-01-31"
    assert issued[0]["exercise_price"] == {"amount": "0.25", "currency": "USD"}
    assert issued[0]["stakeholder_id"] == "77"
    assert issued[-1]["compensation_type"] == "RSU"
    assert any("the number of shares is unknown" in notice for notice in files.notices)


def validator(shared: Path, name: str) -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed: the extra `test` brings it")
    referencing = pytest.importorskip("referencing", reason="referencing is not installed: the extra `test` brings it")
    schemas = [json.loads(path.read_text("utf-8")) for path in sorted((shared / "ocf-schema" / "schema").rglob("*.schema.json"))]
    assert len(schemas) > 50
    pairs = [(schema["$id"], referencing.Resource.from_contents(schema)) for schema in schemas]
    (wanted,) = [schema for schema in schemas if schema["$id"].endswith(f"/files/{name}.schema.json")]
    return jsonschema.Draft7Validator(
        wanted, registry=referencing.Registry().with_resources(pairs), format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    )


def test_both_files_are_valid(shared: Path) -> None:
    files = ocf_files([FILING])
    for name, content in (("VestingTermsFile", files.terms), ("TransactionsFile", files.transactions)):
        assert [error.message for error in validator(shared, name).iter_errors(json.loads(json.dumps(content)))] == []


def test_the_validator_can_fail(shared: Path) -> None:
    files = ocf_files([FILING])
    files.terms["items"][0]["vesting_conditions"][0]["quantity"] = 0
    assert list(validator(shared, "VestingTermsFile").iter_errors(files.terms))


def test_vectors_are_read(shared: Path) -> None:
    """Conditions worked out elsewhere, as OCF writes them: the reader gives their amounts on their days."""
    seen = 0
    for line in (shared / "vectors" / "ocf.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        if any(condition.get("cliff_at", 0) > 1 for condition in case["conditions"]):
            continue
        back = schedule_of(as_ocf(case), Fraction(case["quantity"]), date.fromisoformat(case["vesting_start"]))
        got = {str(day): shares for day, shares in by_day(back).items() if shares}
        if case["grant_date"] == case["vesting_start"]:
            assert got == {one["date"]: Fraction(one["amount"]) for one in case["expected"]}, case["id"]
            seen += 1
    assert seen > 100


def as_ocf(case: dict[str, Any]) -> dict[str, Any]:
    """A vector's conditions in OCF's own words."""
    conditions = []
    for one in case["conditions"]:
        if "shares" in one:
            amount: dict[str, Any] = {"quantity": one["shares"]}
        else:
            top, bottom = one["portion"].split("/")
            amount = {"portion": {"numerator": top, "denominator": bottom, "remainder": bool(one.get("of_remainder"))}}
        trigger: dict[str, Any] = {"type": "VESTING_START_DATE"}
        if one["on"] == "period":
            day = one.get("day", "start").replace("+last", "_OR_LAST_DAY_OF_MONTH")
            day = "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH" if day == "start" else day
            period = {"length": one["every"], "type": f"{one['unit'].upper()}S", "occurrences": one["times"], "day_of_month": day}
            trigger = {"type": "VESTING_SCHEDULE_RELATIVE", "period": period, "relative_to_condition_id": one["to"]}
        conditions.append({"id": one["id"], **amount, "trigger": trigger, "next_condition_ids": one["next"]})
    return {"id": case["id"], "allocation_type": case["allocation_type"], "vesting_conditions": conditions}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"next_condition_ids": ["vest-2", "vest-1"]}, "branch"),
        (
            {
                "trigger": {
                    "type": "VESTING_SCHEDULE_RELATIVE",
                    "period": {"length": 1, "type": "DAYS", "occurrences": 1, "cliff_installment": 2},
                    "relative_to_condition_id": "start",
                }
            },
            "cliff",
        ),
    ],
)
def test_what_is_not_read_is_refused(change: dict[str, Any], says: str) -> None:
    item = written(AWARDS["cliff"], "x").item
    assert item is not None
    item["vesting_conditions"][1 if "trigger" in change else 0] |= change
    with pytest.raises(VestcalcError, match=says):
        schedule_of(item, Fraction(100), date(2024, 1, 31))


def test_every_allocation_type_has_one_mode() -> None:
    assert len(ALLOCATIONS) == 7
    assert ALLOCATIONS["cumulative-round-down"] == "CUMULATIVE_ROUND_DOWN"
