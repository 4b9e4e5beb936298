"""Slips a person reads through: one wrong, missing or doubled letter in a word of the lexicon, or two words run together.

Only an unknown word is ever touched, only when exactly one known kind of word lies that near, and the reading says that the text
was repaired. A prefix that turns a word round ("unequal", "nonvested") is never one letter, so it is never removed.
"""

from functools import lru_cache

from vestcalc.reading.tokens.lexicon import WORDS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=4096)
def repaired(word: str) -> str | None:
    """The one known word that `word` (lower case) is a slip of, or None."""
    if not word.isalpha() or not 3 <= len(word) <= 16:
        return None
    near = {w for w in _one_letter_off(word) if w in WORDS and len(w) >= 4}
    kinds = {WORDS[w] for w in near}
    return min(near) if len(kinds) == 1 else None


def _one_letter_off(word: str) -> set[str]:
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deletes = {a + b[1:] for a, b in splits if b}
    swaps = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    changes = {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    inserts = {a + c + b for a, b in splits for c in _LETTERS}
    return deletes | swaps | changes | inserts


@lru_cache(maxsize=4096)
def run_together(word: str) -> tuple[str, str] | None:
    """The two known words that `word` is made of ("optionvests"), when there is one way to part it."""
    ways = [(word[:i], word[i:]) for i in range(3, len(word) - 2) if word[:i] in WORDS and word[i:] in WORDS]
    return ways[0] if len(ways) == 1 else None
