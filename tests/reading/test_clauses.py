"""Every file of fixtures/clauses: each phrasing gives exactly its terms, one reading and no gap; each near-miss is refused as it says.

A clause cannot be added without its cases: the tuple CLAUSES, the folder of modules and the folder of fixtures are compared.
"""

from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import vestcalc.reading.clauses as clauses
from tests.reading.cases import Case, Near, answer, calendar, cases, files, moment, nears, only_reading, period, positives, unplaced
from vestcalc.gaps import GapReason
from vestcalc.reading import read
from vestcalc.reading.assemble import assemble
from vestcalc.reading.clauses import CLAUSES
from vestcalc.reading.clauses.base import Clause
from vestcalc.reading.sentences import sentences
from vestcalc.schedule.model import Status
from vestcalc.terms.models import CalendarDay, EarliestOf, FromAnchor, OnDate, Period

MODULES = sorted(path.stem for path in Path(clauses.__file__).parent.glob("*.py") if path.stem not in ("__init__", "base"))
STATUSES: tuple[Any, ...] = Status.__args__  # type: ignore[attr-defined]


def made_in(name: str) -> list[Clause]:
    """The clauses one module makes itself, not those it takes from others."""
    module = import_module(f"vestcalc.reading.clauses.{name}")
    return [value for value in vars(module).values() if isinstance(value, Clause) and value.build.__module__ == module.__name__]


@pytest.mark.parametrize(("case", "text"), positives(), ids=[f"{case.file}-{text[:60]}" for case, text in positives()])
def test_phrasing(case: Case, text: str) -> None:
    terms = only_reading(text)
    assert unplaced(terms.rules) == unplaced(case.rules)
    assert not terms.gaps
    expected = case.expected
    if "statements" in expected:
        assert sorted(s.kind for s in terms.statements) == sorted(expected["statements"])
    if "whole" in expected:
        assert terms.whole == expected["whole"]
    if "groups" in expected:
        assert [g.units if g.portion is None else str(g.portion) for g in terms.groups] == expected["groups"]
    assert sorted(a.code for a in terms.assumptions) == sorted(expected.get("assumed", []))
    assert str(terms.granted) == expected.get("granted", "None")
    assert str(terms.commencement) == expected.get("commencement", "None")


@pytest.mark.parametrize(("case", "text"), positives(), ids=[f"{case.file}-{text[:60]}" for case, text in positives()])
def test_phrasing_gives_a_schedule(case: Case, text: str) -> None:
    award = answer(text, case.row)
    assert award.status == case.expected.get("status", "complete")
    assert not award.gaps
    assert [check for check in award.checks if not check.ok] == []


@pytest.mark.parametrize("near", nears(), ids=[f"{near.file}-{near.text[:60]}" for near in nears()])
def test_near_miss(near: Near) -> None:
    award = answer(near.text, near.row)
    if near.gap is not None:
        assert near.gap in [gap.reason.value for gap in award.gaps]
        assert award.status in ("incomplete", "not-understood")
    else:
        assert award.status == near.status
        assert not award.gaps
    assert award.status != "complete"


def test_every_clause_has_its_file() -> None:
    assert [path.stem for path, _ in files()] == MODULES


def test_the_tuple_lists_every_clause_once() -> None:
    made = [clause for name in MODULES for clause in made_in(name)]
    assert Counter(clause.name for clause in CLAUSES) == Counter(clause.name for clause in made)
    assert len({clause.name for clause in CLAUSES}) == len(CLAUSES)


@pytest.mark.parametrize("name", MODULES)
def test_a_file_has_phrasings_and_near_misses(name: str) -> None:
    own = [case for case in cases() if case.file == name]
    assert own, "no case"
    assert all(len(case.phrasings) >= 3 for case in own), "a case needs at least three phrasings"
    assert len([near for near in nears() if near.file == name]) >= 2, "a clause needs near-misses"


def test_texts_are_not_said_twice() -> None:
    texts = [text for _, text in positives()] + [near.text for near in nears()]
    assert [text for text, n in Counter(texts).items() if n > 1] == []


def test_near_misses_name_what_exists() -> None:
    assert {near.gap for near in nears()} - {None} <= {reason.value for reason in GapReason}
    assert {near.status for near in nears()} - {None} <= set(STATUSES)


@pytest.mark.parametrize("name", MODULES)
def test_the_clause_itself_reads_a_case_of_its_file(name: str) -> None:
    """Without the clause some phrasing of its own file is read otherwise: the file tests this clause, not its neighbours."""
    own = {clause.name for clause in made_in(name)}
    others = tuple(clause for clause in CLAUSES if clause.name not in own)
    mine = [(case, text) for case, text in positives() if case.file == name]
    changed = [text for case, text in mine if unplaced(assemble(sentences("1", text), others)[0].rules) != unplaced(case.rules)]
    near = [one.text for one in nears() if one.file == name]
    refused = [text for text in near if assemble(sentences("1", text), others) != read((("1", text),)).candidates]
    assert changed or refused


def test_short_forms() -> None:
    assert moment("2024-03-15") == OnDate(moment("2024-03-15").date)  # type: ignore[union-attr]
    assert moment("grant+P1Y") == FromAnchor("grant", Period(months=12))
    assert isinstance(moment("earlier(2024-03-15; event:meeting)"), EarliestOf)
    assert period("P2W") == Period(days=14)
    assert calendar(["15", "02-28"]) == (CalendarDay(15), CalendarDay(28, 2))
    with pytest.raises(AssertionError):
        moment("gront+P1Y")
