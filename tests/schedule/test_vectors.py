"""Schedules under the Open Cap Format's allocation types, worked out elsewhere in exact fractions: reproduced to the share.

The vectors' conditions are written as rules of ours, bound and expanded; a condition's `cliff_at` is set on the bound part.
"""

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tests.schedule.words import HERE, after, row
from vestcalc.schedule.bind import bind
from vestcalc.schedule.build import bind_parts
from vestcalc.schedule.expand import Bound, rows, vested_on
from vestcalc.terms.models import Amount, Dated, OnDate, Period, Rule, Series, Terms

MODES = {"FRONT_LOADED": "front-loaded", "BACK_LOADED": "back-loaded", "FRACTIONAL": "fractional"} | {
    name.replace("-", "_").upper(): name
    for name in (
        "cumulative-rounding",
        "cumulative-round-down",
        "front-loaded-to-single-tranche",
        "back-loaded-to-single-tranche",
    )
}


def _rule(condition: dict[str, Any], start: date) -> Rule:
    of = "remaining" if condition.get("of_remainder") else "whole"
    if "shares" in condition:
        amount = Amount(units=Fraction(condition["shares"]))
    else:
        amount = Amount(portion=Fraction(condition["portion"]), of=of)  # type: ignore[arg-type]
    if condition["on"] == "start":
        return Dated(amount, OnDate(start), HERE)
    n = condition["every"]
    every = Period(days=n) if condition["unit"] == "day" else Period(months=n)
    begin = after("commencement") if condition["to"] == "start" else after("previous")
    return Series(amount, every, HERE, each=True, times=condition["times"], start=begin)


def translate(case: dict[str, Any]) -> Bound:
    start = date.fromisoformat(case["vesting_start"])
    conditions = [c for c in case["conditions"] if c.get("shares") != "0"]
    terms = Terms(rules=tuple(_rule(c, start) for c in conditions), commencement=start, speaks=True)
    days = {c["day"] for c in conditions if "day" in c} or {"start"}
    assert len(days) == 1
    policy = days.pop().replace("start", "anchor").replace("+last", "-or-last")
    made = bind(terms, row(case["quantity"], case["grant_date"]), policy)
    assert not made.gaps
    bound = bind_parts(made.dated, made.whole.units)
    return replace(bound, parts=tuple(replace(p, cliff=conditions[p.rule - 1].get("cliff_at", 0)) for p in bound.parts))


def test_every_vector(shared: Path) -> None:
    wrong, seen = [], 0
    for line in (shared / "vectors" / "ocf.jsonl").read_text().splitlines():
        case = json.loads(line)
        bound, mode = translate(case), MODES[case["allocation_type"]]
        got: Counter[str] = Counter()
        for ordinal, shares in rows(bound, mode):
            got[date.fromordinal(ordinal).isoformat()] += shares
        expected = {e["date"]: Fraction(e["amount"]) for e in case["expected"]}
        if {d: s for d, s in got.items() if s} != expected:
            wrong.append(case["id"])
        running = Fraction(0)
        for e in case["expected"]:
            running += Fraction(e["amount"])
            if vested_on(bound, date.fromisoformat(e["date"]), mode) != running:
                wrong.append(f"{case['id']}: vested on {e['date']}")
        seen += 1
    assert seen > 500
    assert wrong == []
