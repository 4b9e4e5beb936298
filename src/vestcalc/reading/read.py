"""Notes in, terms out: clean -> tokens -> phrases -> parts -> clauses -> terms, readable top to bottom.

In: (id, text) of the notes of one award, in order. Out: a `Reading`, whose candidates are the terms the words can mean: one, or several
that only the schedule can decide between. Any text gives a Reading; none raises.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from vestcalc.reading.assemble import assemble
from vestcalc.reading.continued import Notes, joined_sentences, runs
from vestcalc.reading.sentences import Sentence, sentences, speaks
from vestcalc.terms.models import Assumption, Terms

_SILENT = Terms()
_MENDED = Assumption("text-repaired", "letters misread by OCR were mended")


class Reading(NamedTuple):
    """What the notes can mean."""

    candidates: tuple[Terms, ...]


@lru_cache(maxsize=2048)
def _sentences(run: Notes) -> tuple[Sentence, ...]:
    return tuple(sentences(*run[0])) if len(run) == 1 else joined_sentences(run)


def read(notes: Sequence[tuple[str, str]]) -> Reading:
    """Read the notes of one award."""
    if not any(speaks(text) for _, text in notes):
        return Reading((_SILENT,))
    found = [s for run in runs(notes) for s in _sentences(run)]
    candidates = assemble(found)
    if any(s.cleaned.repaired for s in found):
        candidates = tuple(replace(terms, assumptions=(*terms.assumptions, _MENDED)) if terms.rules else terms for terms in candidates)
    return Reading(candidates)
