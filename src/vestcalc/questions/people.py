"""Who is who across filings: owners under "Last First M." and "First M. Last", issuers under "Co Inc" and "Co, Inc.".

In: people as filed. Out: a key that two filings share when they mean the same one: the CIK where there is one, else the words of the
name in any order. Two CIKs are two people whatever their names; a name without a CIK joins the one CIK that bears it. Never a guess
from a part of a name.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable

from vestcalc.filings.model import Person

_FORMS = {
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "limited": "ltd",
}
_STATE = re.compile(r"\s*[/\\]\s*[a-z]{2,3}\s*[/\\]?\s*$")
Words = tuple[str, ...]


def person_words(name: str | None) -> Words:
    """The words of a person's name, in no order: case, accents, full stops and commas do not count."""
    return tuple(sorted(_words((name or "").replace(".", " "))))


def company_words(name: str | None) -> Words:
    """The words of a company's name in order, "Corporation" as "Corp", without "The" and "/DE/"."""
    words = tuple(_FORMS.get(word, word) for word in _words(_STATE.sub("", (name or "").casefold())))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


class Register:
    """The people of all filings, so that a name without a CIK finds the one who bears it."""

    def __init__(self, people: Iterable[Person], words: Callable[[str | None], Words]) -> None:
        self._words = words
        self._ciks: dict[Words, set[str]] = {}
        for person in people:
            if cik := _cik(person):
                self._ciks.setdefault(words(person.name), set()).add(cik)

    def key(self, person: Person, otherwise: Hashable) -> Hashable:
        """The same for the same one; `otherwise` where neither a CIK nor a name is filed."""
        if cik := _cik(person):
            return "cik", cik
        words = self._words(person.name)
        if not words:
            return otherwise
        ciks = self._ciks.get(words, set())
        return ("cik", next(iter(ciks))) if len(ciks) == 1 else ("name", words)

    def shared_by(self, person: Person) -> int:
        """How many CIKs bear the name of a person filed without one: 2 or more is doubtful."""
        return 0 if _cik(person) else len(self._ciks.get(self._words(person.name), set()))


def _cik(person: Person) -> str:
    return (person.cik or "").strip().lstrip("0")


def _words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", (name or "").casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return re.findall(r"[^\W_]+", re.sub(r"['’.]", "", bare))
