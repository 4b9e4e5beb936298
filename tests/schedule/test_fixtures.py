"""Every schedule of fixtures/schedules, whose arithmetic is stated by hand in the file, is what `build` and `position` give."""

import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.conftest import ROOT
from tests.schedule.words import after, amount, dated, day, pending, series
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Schedule
from vestcalc.schedule.position import position
from vestcalc.terms.models import CalendarDay, EarliestOf, FromAnchor, Group, Moment, OnDate, Period, Rule, Terms

FILES = sorted((ROOT / "fixtures" / "schedules").glob("*.toml"))
FIELDS = frozenset(
    [
        "title",
        "row",
        "rules",
        "status",
        "whole",
        "vests",
        "portions",
        "first",
        "last",
        "count",
        "pending",
        "gaps",
        "assumed",
        "latest",
        "positions",
        "groups",
        "commencement",
    ]
)


def period(text: str) -> Period:
    n = int(text[:-1])
    return {"m": Period(months=n), "w": Period(days=7 * n), "d": Period(days=n)}[text[-1]]


def moment(text: Any) -> Moment:
    if isinstance(text, list):
        return EarliestOf(tuple(moment(t) for t in text))
    if text.startswith("event:"):
        return FromAnchor("event", event=text.removeprefix("event:"))
    name, _, plus = text.partition("+")
    if name in ("grant", "commencement", "previous", "report", "exercisable"):
        return replace(after(name), plus=period(plus) if plus else Period())
    return OnDate(day(text))


def rule(entry: dict[str, Any]) -> Rule:
    group = entry.get("group", 0)
    if "event" in entry:
        return pending(entry["part"], entry["event"], group=group)
    if "on" in entry:
        return dated(entry["part"], moment(entry["on"]), group=group)
    made = series(
        entry["part"], each=entry.get("each", False), times=entry.get("times"), inclusive=entry.get("inclusive", False), group=group
    )
    start = moment(entry["start"]) if "start" in entry else None
    return replace(made, every=period(entry["every"]), start=start, calendar=tuple(CalendarDay(d, m) for d, m in entry.get("days", [])))


def facts(row: dict[str, str]) -> Facts:
    return Facts(
        code=None if row.get("code") == "none" else row.get("code", "A"),
        amount=Fraction(row["amount"]),
        dated=day(row["granted"]) if "granted" in row else None,
        reported=day(row["reported"]) if "reported" in row else None,
        expires=day(row["expires"]) if "expires" in row else None,
        kind=row["kind"],  # type: ignore[arg-type]
    )


def terms(case: dict[str, Any]) -> Terms:
    groups = tuple(Group(units=amount(units + "u").units) for units in case.get("groups", [])) or (Group(),)
    commencement = day(case["commencement"]) if "commencement" in case else None
    return Terms(rules=tuple(rule(r) for r in case["rules"]), groups=groups, commencement=commencement, speaks=True)


def told(schedule: Schedule) -> list[list[Any]]:
    return [[v.date.isoformat(), v.shares] for v in schedule.vests]


def meant(pairs: list[list[str]]) -> list[list[Any]]:
    return [[d, Fraction(s)] for d, s in pairs]


@pytest.mark.parametrize("path", FILES, ids=[p.stem for p in FILES])
def test_fixture(path: Path) -> None:
    case = tomllib.loads(path.read_text())
    assert set(case) <= FIELDS
    schedule = build(terms(case), facts(case["row"]))
    assert schedule.status == case["status"]
    if "whole" in case:
        assert schedule.whole == (None if case["whole"] == "none" else Fraction(case["whole"]))
    if "vests" in case:
        assert told(schedule) == meant(case["vests"])
    if "portions" in case:
        assert [[v.date.isoformat(), v.portion] for v in schedule.vests] == meant(case["portions"])
        assert {v.shares for v in schedule.vests} == {None}
    if "first" in case:
        assert len(schedule.vests) == case["count"]
        assert told(schedule)[: len(case["first"])] == meant(case["first"])
        assert told(schedule)[-1] == meant([case["last"]])[0]
    assert [[p.event, p.shares] for p in schedule.pending] == meant(case.get("pending", []))
    assert sorted(a.code for a in schedule.assumptions) == sorted(case.get("assumed", []))
    assert [g.reason.value for g in schedule.gaps] == case.get("gaps", [])
    assert {v.latest for v in schedule.vests} <= {case.get("latest", False)}
    for wanted in case.get("positions", []):
        check_position(schedule, facts(case["row"]), wanted)


def check_position(schedule: Schedule, row: Facts, wanted: dict[str, Any]) -> None:
    got = position(schedule, row, day(wanted["as_of"]), exercise_price=wanted.get("exercise_price"))
    for name in ("vested", "unvested", "pending", "exercisable"):
        if name in wanted:
            assert getattr(got, name) == (None if wanted[name] == "none" else Fraction(wanted[name])), f"{name} on {wanted['as_of']}"
    for name in ("expired", "at_least"):
        if name in wanted:
            assert getattr(got, name) is wanted[name]
    if "percent" in wanted:
        assert got.percent_vested == Fraction(wanted["percent"])
    if "exercise_cost" in wanted:
        assert got.exercise_cost == Decimal(wanted["exercise_cost"])
    if "next" in wanted:
        assert got.next_vest is not None
        assert [got.next_vest.date, got.next_vest.shares] == [date.fromisoformat(wanted["next"][0]), Fraction(wanted["next"][1])]


def test_there_are_fixtures() -> None:
    assert len(FILES) >= 12
