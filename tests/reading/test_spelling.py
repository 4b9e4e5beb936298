"""Words one letter off: the quick search finds what trying every letter in every place finds."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vestcalc.reading.tokens.lexicon import WORDS
from vestcalc.reading.tokens.spelling import _one_letter_off, repaired, run_together

LONG = sorted(word for word in WORDS if len(word) >= 5 and word.isalpha())


def tried(word: str) -> set[str]:
    """Every letter in every place."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    near = {a + b[1:] for a, b in splits if b} | {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    near |= {a + c + b[1:] for a, b in splits if b for c in string.ascii_lowercase}
    near |= {a + c + b for a, b in splits for c in string.ascii_lowercase}
    return near & WORDS.keys()


@given(
    st.sampled_from(LONG), st.integers(0, 20), st.sampled_from(string.ascii_lowercase), st.sampled_from(("change", "drop", "add", "swap"))
)
def test_the_quick_search_finds_the_same(word: str, at: int, letter: str, how: str) -> None:
    at %= len(word)
    match how:
        case "change":
            slip = word[:at] + letter + word[at + 1 :]
        case "drop":
            slip = word[:at] + word[at + 1 :]
        case "add":
            slip = word[:at] + letter + word[at:]
        case _:
            slip = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    if len(slip) >= 6:
        assert _one_letter_off(slip) == tried(slip)
        assert word in _one_letter_off(slip)


@pytest.mark.parametrize("word", ["invested", "around", "told", "latter", "extend", "reached", "undertake", "regardless"])
def test_ordinary_words_are_no_slips(word: str) -> None:
    assert repaired(word) is None
    assert run_together(word) is None


@pytest.mark.parametrize(("slip", "word"), [("vestng", "vest"), ("annivesary", "anniversary"), ("commmencing", "commencing")])
def test_slips_are_mended(slip: str, word: str) -> None:
    assert (repaired(slip) or "").startswith(word)
