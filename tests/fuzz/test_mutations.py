"""A share of the mutations of every text and file: no exception, in time, and silent changes no more frequent than they were."""

import os
from pathlib import Path

import pytest

from tests.fuzz import mutations


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
    found = mutations.run_files(mutations.files(), 2)
    assert found.raised == []
    assert found.slowest < 3 * mutations.SLOW, f"{found.slowest_name}, with {os.environ.get('VESTCALC_SHARED')}"
    assert sum(counted["read"] for counted in found.counts.values()) > 10


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
    assert mutations.verdict(before, mutations.answer(after, facts)) == how
