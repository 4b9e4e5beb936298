"""A share of the mutations of every text and file: no exception, in time, and silent changes no more frequent than they were."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.fuzz import damaged_files, mutations
from tests.fuzz.verdicts import verdict
from vestcalc.calculate import schedule_file


def test_damaged_words_of_the_fixtures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VESTCALC_SHARED", raising=False)
    found = mutations.run(0.3)
    assert found.raised == []
    assert sum(counted["no dates"] for counted in found.counts.values()) > 10  # damage is seen
    assert sum(counted["same"] for counted in found.counts.values()) > 10


def test_damaged_words_of_the_labelled_texts(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VESTCALC_SHARED", str(shared))
    found = mutations.run(0.03)
    assert found.raised == []
    assert found.slowest < 3 * mutations.SLOW, found.slowest_name
    tried = sum(sum(counted.values()) for counted in found.counts.values())
    assert tried > 1000
    assert len(found.silent) <= 0.0015 * tried, "\n".join(map(str, found.silent))


def test_damaged_files() -> None:
    found = damaged_files.run(mutations.files(), 3)
    assert found.raised == []
    assert found.slowest < 3 * mutations.SLOW, f"{found.slowest_name}, with {os.environ.get('VESTCALC_SHARED')}"
    assert sum(counted["same"] for counted in found.counts.values()) > 10
    assert [line for line in found.silent if line[2] == "silent"] == []


XML = b"<ownershipDocument><a><value>1200</value></a><a><value>34</value></a><note>vests on May 1</note></ownershipDocument>"


@pytest.mark.parametrize(
    ("kind", "taken", "put", "could"),
    [
        ("drop", b"00", b"", True),  # another number
        ("drop", b"May 1", b"", True),
        ("drop", b"ests o", b"", False),  # "vn" is no word
        ("double", b"12", b"1212", True),
        ("drop", b"<a><value>34</value></a>", b"", True),  # a file without that row
        ("drop", b"</a><a>", b"", True),
        ("drop", b"<note>", b"", False),  # no XML
        ("double", b"<value>34</value>", b"<value>34<value>34</value></value>", False),  # a value in a value
        ("truncate", b"</ownershipDocument>", b"", False),
    ],
)
def test_what_could_be_genuine(kind: str, taken: bytes, put: bytes, could: bool) -> None:
    at = XML.index(taken)
    damage = damaged_files.Damage(kind, XML.replace(taken, put, 1), (at + len(put),), taken)
    assert damaged_files.could_be_genuine(XML, damage) == could


def test_awards_are_compared_row_by_row(fixtures: Path) -> None:
    data = (fixtures / "filings" / "brightwater-form4.xml").read_bytes()
    before = schedule_file(data)
    assert {how for how, _ in damaged_files.compared(before, before)} == {"same"}
    none = replace(before, awards=())
    assert {how for how, _ in damaged_files.compared(before, none)} == {"silent"}
    assert {how for how, _ in damaged_files.compared(before, replace(none, notices=("a row is lost",)))} == {"noticed"}
    moved = tuple(replace(award, row=award.row + 1) for award in before.awards)
    assert "silent" in {how for how, _ in damaged_files.compared(before, replace(before, awards=moved))}


@pytest.mark.parametrize(
    ("after", "how"),
    [
        ("The option vests on March 15, 2024.", "same"),
        ("The option vests on March 16, 2024.", "silent"),
        ("The option vests on March 15, 2024 if the moon is full.", "no dates"),
        ("The option was sold.", "no dates, none said"),
        ("25% of the option vests on March 15, 2024.", "silent"),
    ],
)
def test_the_verdicts(after: str, how: str) -> None:
    facts: mutations.Facts = {"shares": 100, "granted": "2023-01-01", "code": "A"}
    before = mutations.answer("The option vests on March 15, 2024.", facts)
    assert verdict(before, mutations.answer(after, facts)) == how
