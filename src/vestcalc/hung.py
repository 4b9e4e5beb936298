"""Which notes the terms of a row are read from: those on its cells, but not what is held besides; those that its own point at.

In: a row, the notes of its filing, and a reader of notes. Out: the notes and their reading. A note on what is owned after a transaction
("Includes 9,000 restricted shares that vest ...") is of other awards where the row's other notes state the terms of its own. A note that
says no more than "vests on the same schedule as described in footnote 2" is read with the terms of that note.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from vestcalc.gaps import GapReason

if TYPE_CHECKING:
    from vestcalc.filings.model import Row
    from vestcalc.reading import Reading
    from vestcalc.terms.models import Terms

Notes = tuple[tuple[str, str], ...]
_AFTER = frozenset({"following"})
#: Cells whose notes, where they hang on no other, tell of something else than when the award vests.
BESIDES = frozenset({"following", "ownership", "nature", "price"})


class Heard(NamedTuple):
    """The notes of a row, those they point at after them, and what they mean together; `besides`: terms of what else is held alone."""

    notes: Notes
    reading: "Reading"
    besides: bool = False


def heard(row: "Row", filed: Mapping[str, str], read: "Callable[[Notes], Reading]") -> Heard:
    """The notes of a row and the terms they state."""
    notes = tuple([(name, filed[name]) for name in row.notes if name in filed])
    reading, besides = _of_its_own(row, notes, read)
    if besides:
        return Heard(notes, reading, besides)
    pointer = _pointer(row, notes, reading)
    if pointer is None or pointer not in filed or pointer in row.notes:
        return Heard(notes, reading)
    there = (pointer, filed[pointer])
    carried = _carried(reading.candidates[0], read((there,)))
    return Heard((*notes, there), carried) if carried is not None else Heard(notes, reading)


def only_on(row: "Row", cells: frozenset[str]) -> frozenset[str]:
    """The notes that hang on these cells of a row and on no other."""
    if cells.isdisjoint(row.cell_notes):
        return frozenset()
    return frozenset(row.notes).difference(*[hung for cell, hung in row.cell_notes.items() if cell not in cells])


def _of_its_own(row: "Row", notes: Notes, read: "Callable[[Notes], Reading]") -> "tuple[Reading, bool]":
    """The reading of a row's notes without those on what else is owned after it; of these alone where the others state no terms."""
    besides = frozenset() if row.holding else only_on(row, _AFTER)
    if besides:
        from vestcalc.reading.elsewhere import tells_of_holding

        besides = frozenset(name for name, text in notes if name in besides and tells_of_holding(text))
    if besides:
        own = read(tuple([note for note in notes if note[0] not in besides]))
        stated = any(terms.rules or terms.gaps for terms in own.candidates)
        return (own, False) if stated else (read(notes), True)
    return read(notes), False


def _pointer(row: "Row", notes: Notes, reading: "Reading") -> str | None:
    """The note that the words point at for terms they do not state."""
    terms = reading.candidates[0] if len(reading.candidates) == 1 else None
    if terms is None or terms.rules or any(gap.reason is not GapReason.TERMS_ELSEWHERE for gap in terms.gaps):
        return None
    if terms.elsewhere:
        return terms.elsewhere[0] if len(set(terms.elsewhere)) == 1 else None
    if terms.speaks or terms.gaps or not any("ote" in text and len(text) < 40 for _, text in notes):
        return None
    from vestcalc.reading.elsewhere import alone

    besides = only_on(row, BESIDES)
    found = {number for name, text in notes if name not in besides and (number := alone(text))}
    return found.pop() if len(found) == 1 else None


def _carried(own: "Terms", there: "Reading") -> "Reading | None":
    """What the other note says, as said of this award; None where it holds for the other alone."""
    from vestcalc.reading.elsewhere import carried

    found = [carried(own, terms) for terms in there.candidates]
    known = tuple(terms for terms in found if terms is not None)
    return there._replace(candidates=known) if len(known) == len(found) else None


__all__ = ["BESIDES", "Heard", "heard", "only_on"]
