"""Slips a person reads through: a letter wrong, missing or doubled in a word of the lexicon, or two words run together.

Only a word that is neither known nor ordinary English is ever touched, only when exactly one kind of word lies that near, and the
reading says that the text was repaired. Short words are mended only where OCR is known to confuse the letters ("eaeh") or a doubled
letter was lost ("ful"); a number, a fraction or a negation is never the result, and a prefix that turns a word round ("unequal") is
never one letter.
"""

from functools import lru_cache

from vestcalc.reading.tokens.lexicon import WORDS, kind_set

_CONFUSED = ("ceo", "lit", "hbn", "uvn", "rn", "gq", "ij", "fst")
#: Kinds whose words carry the meaning: a slip that would end in one of them stays unknown.
_NEVER = kind_set(
    "ONES TENS HUNDRED THOUSAND FRACPL half quarter not no non unless except all both any one equal rest first last only NEGW"
)


def _ordinary(word: str) -> bool:
    """Whether a word not of the lexicon is one all the same: "invested" is no slip of "unvested"."""
    from vestcalc.reading.tokens.ordinary import ORDINARY  # a start must not pay for it

    return word in ORDINARY


@lru_cache(maxsize=4096)
def repaired(word: str) -> str | None:
    """The one known word that `word` (lower case) is a slip of, or None."""
    if not word.isalpha() or not 3 <= len(word) <= 16 or _ordinary(word):
        return None
    near = {w for w in (_one_letter_off(word) if len(word) >= 6 else _misread(word)) if len(w) >= 4 and w in WORDS}
    kinds = {WORDS[w] for w in near}
    return min(near) if len(kinds) == 1 and not kinds & _NEVER else None


def _misread(word: str) -> set[str]:
    """A short word with one letter taken for its like, or with one letter doubled."""
    out = {word[:i] + c + word[i:] for i, c in enumerate(word)}
    for i, c in enumerate(word):
        out |= {word[:i] + d + word[i + 1 :] for alike in _CONFUSED if c in alike for d in alike}
    return out - {word}


def _one_letter_off(word: str) -> set[str]:
    """The known words that a letter wrong, missing, added or swapped with the next makes of `word` (6 letters or more).

    One edit leaves the first or the last three letters as they are, but for a swap in the middle: so few words need a look.
    """
    found = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} & WORDS.keys()
    heads, tails = _by_ends()
    for known in heads.get(word[:3], []) + tails.get(word[-3:], []):
        if -2 < len(known) - len(word) < 2 and _one_edit(word, known):
            found.add(known)
    return found


@lru_cache(maxsize=1)
def _by_ends() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The known words by their first three letters, and by their last three."""
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for known in filter(str.isalpha, WORDS):
        heads.setdefault(known[:3], []).append(known)
        tails.setdefault(known[-3:], []).append(known)
    return heads, tails


def _one_edit(one: str, other: str) -> bool:
    """Whether a letter changed, missing or added makes the one of the other."""
    if len(one) > len(other):
        one, other = other, one
    same = 0
    while same < len(one) and one[same] == other[same]:
        same += 1
    return one[same:] == other[same + 1 :] or (len(one) == len(other) and one[same + 1 :] == other[same + 1 :])


#: Two known words together have no more letters.
_LONGEST_PAIR = 2 * max(map(len, WORDS))


@lru_cache(maxsize=4096)
def run_together(word: str) -> tuple[str, str] | None:
    """The two known words that `word` is made of ("optionvests"), when there is one way to part it."""
    if len(word) > _LONGEST_PAIR or _ordinary(word):
        return None
    ways = [(word[:i], word[i:]) for i in range(3, len(word) - 2) if word[:i] in WORDS and word[i:] in WORDS]
    return ways[0] if len(ways) == 1 and not {WORDS[w] for w in ways[0]} & _NEVER else None
