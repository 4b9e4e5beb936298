"""OCF vesting terms back into terms of ours, and through the engine into a schedule.

In: a VESTING_TERMS object as JSON has it, the quantity, the day vesting starts. Out: the engine's Schedule. Reads one path of
conditions with one day of the month, as terms.py writes them, and events beside it. Refuses all else in one line: branches, cliffs
inside a condition, two policies for the day of the month.
"""

from datetime import date
from fractions import Fraction
from typing import Any, get_args

from vestcalc.gaps import VestcalcError
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding, Schedule
from vestcalc.span import Place, Span
from vestcalc.terms.models import Amount, Dated, FromAnchor, OnDate, Pending, Period, Rule, Series, Terms

#: OCF's allocation types are our modes in capitals; of ours, two have no such type.
ALLOCATIONS = {
    mode: mode.replace("-", "_").upper() for mode in get_args(Rounding) if mode not in ("cumulative-round-up", "each-up-last-short")
}
START_DAY = "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH"
_HERE = Place("", Span(0, 0), "")
_LAST = "_OR_LAST_DAY_OF_MONTH"


def schedule_of(item: dict[str, Any], quantity: Fraction | None, start: date | None) -> Schedule:
    """The schedule that vesting terms make of `quantity` when vesting starts on `start`."""
    rounding = next((mode for mode, name in ALLOCATIONS.items() if name == item["allocation_type"]), None)
    if rounding is None:
        raise VestcalcError(f"{item['id']}: the allocation type {item['allocation_type']!r} is not known")
    conditions = {condition["id"]: condition for condition in item["vesting_conditions"]}
    rules: list[Rule] = []
    policies: set[str] = set()
    before = None
    for name in _path(conditions):
        trigger = conditions[name]["trigger"]
        if trigger["type"] != "VESTING_START_DATE" or _amount(conditions[name]).units != 0:
            rules.append(_rule(conditions, name, before, start, policies))
        before = name
    if len(policies) > 1:
        raise VestcalcError(f"{item['id']}: conditions fall on different days of the month; one policy can be read")
    policy = next(iter(policies), START_DAY)
    terms = Terms(rules=tuple(rules), commencement=start, speaks=True)
    facts = Facts(code=None, amount=quantity, kind="option")
    return build(terms, facts, rounding, "anchor" if policy == START_DAY else policy.replace(_LAST, "-or-last"))


def _path(conditions: dict[str, Any]) -> list[str]:
    """The conditions in order, each path after the other; events that no path leads to come last."""
    led_to = [name for condition in conditions.values() for name in condition["next_condition_ids"]]
    if any(len(condition["next_condition_ids"]) > 1 for condition in conditions.values()) or len(set(led_to)) < len(led_to):
        raise VestcalcError("conditions that branch are not read; one path is")
    roots = [name for name in conditions if name not in led_to]
    path: list[str] = []
    for root in sorted(roots, key=lambda name: conditions[name]["trigger"]["type"] == "VESTING_EVENT"):
        name = root
        while name:
            path.append(name)
            name = next(iter(conditions[name]["next_condition_ids"]), "")
    return path


def _rule(conditions: dict[str, Any], name: str, before: str | None, start: date | None, policies: set[str]) -> Rule:
    condition = conditions[name]
    trigger, amount = condition["trigger"], _amount(condition)
    if trigger["type"] == "VESTING_EVENT":
        return Pending(amount, condition.get("description", name), "other", _HERE)
    if trigger["type"] == "VESTING_SCHEDULE_ABSOLUTE":
        return Dated(amount, OnDate(date.fromisoformat(trigger["date"])), _HERE)
    if trigger["type"] == "VESTING_START_DATE":
        if start is None:
            raise VestcalcError(f"{name}: vests when vesting starts, and that day is not known")
        return Dated(amount, OnDate(start), _HERE)
    period, origin = trigger["period"], conditions[trigger["relative_to_condition_id"]]
    if period.get("cliff_installment", 0) > 1:
        raise VestcalcError(f"{name}: a cliff inside a condition is not read")
    if period["type"] == "MONTHS":
        policies.add(period["day_of_month"])
    length = Period(months=period["length"]) if period["type"] == "MONTHS" else Period(days=period["length"])
    if origin["trigger"]["type"] == "VESTING_START_DATE":
        anchor = FromAnchor("commencement")
    elif origin["id"] == before:
        anchor = FromAnchor("previous")
    else:
        raise VestcalcError(f"{name}: counts from {origin['id']}, which is neither the start nor the condition before")
    return Series(amount, length, _HERE, each=True, times=period["occurrences"], start=anchor)


def _amount(condition: dict[str, Any]) -> Amount:
    if "quantity" in condition:
        return Amount(units=Fraction(condition["quantity"]))
    portion = condition["portion"]
    share = Fraction(portion["numerator"]) / Fraction(portion["denominator"])
    return Amount(portion=share, of="remaining" if portion.get("remainder") else "whole")
