"""The clause fixtures as Python: each file's cases (terms first, then phrasings) and near-misses.

In: fixtures/clauses/*.toml. Out: rules as the reader must give them, without places. Refuses a field or a short form nobody has
defined, so that a slip in a fixture is not taken for a condition that always holds. The short forms are told in fixtures/clauses/README.md.
"""

import re
import tomllib
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from msgspec.structs import replace

from tests.conftest import ROOT
from vestcalc.answers import AwardSchedule
from vestcalc.calculate import schedule_text
from vestcalc.reading import read
from vestcalc.span import Place, Span
from vestcalc.terms.models import (
    ALL,
    REST,
    Amount,
    AnchorName,
    CalendarDay,
    Dated,
    EarliestOf,
    FromAnchor,
    LatestOf,
    Moment,
    OnDate,
    Pending,
    Period,
    Rule,
    Series,
    Terms,
)

FOLDER = ROOT / "fixtures" / "clauses"
NOWHERE = Place("1", Span(0, 0), "")
#: The row every phrasing is tried in, unless its case says otherwise: 48,000 units granted on 6 April 2020, reported two days later.
ROW: dict[str, Any] = {"shares": 48_000, "granted": "2020-04-06", "reported": "2020-04-08"}
RULE_FIELDS = {
    "dated": {"amount", "on", "latest", "immediate", "group"},
    "series": {"amount", "each", "every", "times", "over", "start", "inclusive", "until", "calendar", "latest_last", "group"},
    "pending": {"amount", "event", "event_kind", "group"},
}
CASE_FIELDS = {"rules", "phrasings", "row", "status", "statements", "assumed", "whole", "groups", "granted", "commencement"}
NEAR_FIELDS = {"text", "gap", "status", "row"}


class Case(NamedTuple):
    """Terms, and the ways of saying them: `expected` as the file has it."""

    file: str
    expected: dict[str, Any]
    rules: tuple[Rule, ...]
    phrasings: tuple[str, ...]

    @property
    def row(self) -> dict[str, Any]:
        """The keywords of `schedule_text` for the row this is tried in."""
        return row_of(self.expected)


class Near(NamedTuple):
    """A text that must not be read as the clause: it gives the gap, or the status."""

    file: str
    text: str
    gap: str | None
    status: str | None
    row: dict[str, Any]


def row_of(entry: dict[str, Any]) -> dict[str, Any]:
    """ROW with what the entry changes; the text "none" takes a fact away."""
    merged = {**ROW, **entry.get("row", {})}
    return {name: None if value == "none" else value for name, value in merged.items()}


def period(text: str) -> Period:
    """ "P12M", "P1Y", "P2W", "P30D", "P6M1D"."""
    found = re.fullmatch(r"P(?:(\d+)([YMW]))?(?:(\d+)D)?", text)
    assert found, f"not a period: {text!r}"
    assert found[1] or found[3], f"no length: {text!r}"
    n, days = int(found[1] or 0), Period(days=int(found[3] or 0))
    return {"Y": Period(months=12 * n), "M": Period(months=n), "W": Period(days=7 * n), None: Period()}[found[2]] + days


def amount(text: str) -> Amount:
    """ "1/4", "1/2 of remaining", "rest", "all", "2,500 units"."""
    if text in ("all", "rest"):
        return ALL if text == "all" else REST
    if text.endswith(" units"):
        return Amount(units=Fraction(text.removesuffix(" units").replace(",", "")))
    portion, _, of = text.partition(" of ")
    assert of in ("", "remaining"), f"not an amount: {text!r}"
    return Amount(portion=Fraction(portion), of="remaining" if of else "whole")


def moment(text: str) -> Moment:
    """ "2024-03-15", "grant", "grant+P12M", "2024-03-15+P6M", "commencement@2024-01-02+P1Y", "event:name", "earlier(a; b)",
    "first 02-15, 08-15 on or after grant+P1Y", "day before event:name"."""
    if text.startswith("day before "):
        after = moment(text.removeprefix("day before "))
        assert isinstance(after, FromAnchor), f"not a moment: {text!r}"
        return replace(after, days_before=1)
    if either := re.fullmatch(r"(earlier|later)\((.*)\)", text):
        sides = tuple(moment(side.strip()) for side in either[2].split(";"))
        return EarliestOf(sides) if either[1] == "earlier" else LatestOf(sides)
    if named := re.fullmatch(r"first ([\d, -]+) (on or after|after) (.*)", text):
        start = moment(named[3])
        start = FromAnchor("date", stated=start.date) if isinstance(start, OnDate) else start
        assert isinstance(start, FromAnchor), f"not a moment: {text!r}"
        return replace(start, calendar=calendar(named[1].split(", ")), strictly=named[2] == "after")
    base, _, plus = text.partition("+")
    later = period(plus) if plus else Period()
    if base.startswith("event:"):
        return FromAnchor("event", later, event=base.removeprefix("event:"))
    if base[0].isdigit():
        day = date.fromisoformat(base)
        return FromAnchor("date", later, stated=day) if later else OnDate(day)
    name, _, stated = base.partition("@")
    assert name in ("grant", "commencement", "previous", "report", "exercisable"), f"not a moment: {text!r}"
    return FromAnchor(cast(AnchorName, name), later, stated=date.fromisoformat(stated) if stated else None)


def calendar(days: list[str]) -> tuple[CalendarDay, ...]:
    """ "15" is a day of every month, "02-15" a day of the year."""
    return tuple(CalendarDay(int(day[-2:]), int(day[:2]) if "-" in day else None) for day in days)


def rule(entry: dict[str, Any]) -> Rule:
    """One rule of a fixture."""
    said = dict(entry)
    kind = said.pop("kind")
    assert said.keys() <= RULE_FIELDS[kind], f"{kind} has no {said.keys() - RULE_FIELDS[kind]}"
    said["amount"] = amount(said["amount"])
    if kind == "pending":
        return Pending(said["amount"], said.get("event", ""), said["event_kind"], NOWHERE, said.get("group", 0))
    for name in ("on", "start", "until"):
        if name in said:
            said[name] = moment(said[name])
    for name in ("every", "over"):
        if name in said:
            said[name] = period(said[name])
    if "calendar" in said:
        said["calendar"] = calendar(said["calendar"])
    return Dated(place=NOWHERE, **said) if kind == "dated" else Series(place=NOWHERE, **said)


@cache
def cases() -> tuple[Case, ...]:
    """All cases of all files."""
    found: list[Case] = []
    for path, data in files():
        for entry in data.get("case", []):
            assert entry.keys() <= CASE_FIELDS, f"{path.name}: unknown {entry.keys() - CASE_FIELDS}"
            found.append(Case(path.stem, entry, tuple(map(rule, entry["rules"])), tuple(entry["phrasings"])))
    return tuple(found)


@cache
def nears() -> tuple[Near, ...]:
    """All near-misses of all files."""
    found: list[Near] = []
    for path, data in files():
        for entry in data.get("near", []):
            assert entry.keys() <= NEAR_FIELDS, f"{path.name}: unknown {entry.keys() - NEAR_FIELDS}"
            assert ("gap" in entry) != ("status" in entry), f"{path.name}: a near-miss has a gap or a status: {entry['text']!r}"
            found.append(Near(path.stem, entry["text"], entry.get("gap"), entry.get("status"), row_of(entry)))
    return tuple(found)


def files() -> list[tuple[Path, dict[str, Any]]]:
    """The files with what they hold."""
    return [(path, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml"))]


def positives() -> list[tuple[Case, str]]:
    """Every phrasing with its case."""
    return [(case, text) for case in cases() for text in case.phrasings]


def unplaced(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Rules without where they stand; of a pending part the words of its event are not compared either."""
    return tuple(replace(r, place=NOWHERE, **({"event": ""} if isinstance(r, Pending) else {})) for r in rules)


def only_reading(text: str) -> Terms:
    """The terms of a text that can be read in one way only."""
    candidates = read((("1", text),)).candidates
    assert len(candidates) == 1, f"{len(candidates)} readings of {text!r}"
    return candidates[0]


def answer(text: str, row: dict[str, Any]) -> AwardSchedule:
    """What a user gets."""
    return schedule_text(text, **row)
