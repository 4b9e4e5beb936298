"""The order of the clauses decides nothing: the longest claim wins, and a tie is a gap whichever clause came first.

Every phrasing and near-miss of fixtures/clauses is read with the clauses backwards and in shuffled orders.
"""

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.cases import nears, positives
from vestcalc.reading.assemble import assemble
from vestcalc.reading.clauses import CLAUSES
from vestcalc.reading.clauses.base import Clause
from vestcalc.reading.sentences import sentences
from vestcalc.terms.models import Terms

TEXTS = tuple(text for _, text in positives()) + tuple(near.text for near in nears())


@cache
def as_listed(text: str) -> tuple[Terms, ...]:
    return assemble(sentences("1", text))


def read_by(text: str, clauses: tuple[Clause, ...]) -> tuple[Terms, ...]:
    return assemble(sentences("1", text), clauses)


def test_backwards() -> None:
    for text in TEXTS:
        assert read_by(text, CLAUSES[::-1]) == as_listed(text), text


@pytest.mark.parametrize("seed", range(5))
def test_shuffled(seed: int) -> None:
    order = list(CLAUSES)
    random.Random(seed).shuffle(order)
    for text in TEXTS:
        assert read_by(text, tuple(order)) == as_listed(text), text


@given(st.permutations(CLAUSES), st.sampled_from(TEXTS))
def test_any_order(order: list[Clause], text: str) -> None:
    assert read_by(text, tuple(order)) == as_listed(text)


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_reading_leaves_nothing_behind(first: str, second: str) -> None:
    before = as_listed(second)
    read_by(first, CLAUSES)
    assert read_by(second, CLAUSES) == before
