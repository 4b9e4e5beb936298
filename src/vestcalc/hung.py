"""Which notes the terms of a row are read from: those on its cells, but not what is held besides; those that its own point at.

In: a row, the notes of its filing, and a reader of notes. Out: the notes and their reading. A note on what is owned after a transaction
("Includes 9,000 restricted shares that vest ...") is of other awards where the row's other notes state the terms of its own. A note that
says no more than "vests on the same schedule as described in footnote 2" is read with the terms of that note.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from vestcalc.gaps import Gap, GapReason
from vestcalc.kinds import kind_of
from vestcalc.late import late
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.whole import find_whole

if TYPE_CHECKING:
    from vestcalc.filings.model import Row
    from vestcalc.reading import Reading
    from vestcalc.terms.models import Terms

Notes = tuple[tuple[str, str], ...]
_AFTER = frozenset({"following"})
#: Cells whose notes, where they hang on no other, tell of something else than when the award vests.
BESIDES = frozenset({"following", "ownership", "nature", "price"})


_COLUMN = frozenset({"exercisable"})
#: Words of a row's own notes by which it grants something that may vest.
_NAMES_AWARD = late(r"(?i)restricted|\b(?:units?|rsus?|psus?|options?|awards?|grants?|granted)\b")


class Heard(NamedTuple):
    """The notes of a row, those they point at after them, and what they mean together; `besides`: terms of what else is held alone."""

    notes: Notes
    reading: "Reading"
    besides: bool = False


def heard(row: "Row", filed: Mapping[str, str], read: "Callable[[Notes], Reading]") -> Heard:
    """The notes of a row and the terms they state."""
    notes = tuple([(name, filed[name]) for name in row.notes if name in filed])
    besides = _besides(row, notes)
    own = tuple([note for note in notes if note[0] not in besides]) if besides else notes
    reading = read(own)
    pointer = _pointer(row, own, reading)
    if pointer is not None and pointer in filed and pointer not in row.notes:
        there = (pointer, filed[pointer])
        carried = _carried(reading.candidates[0], read((there,)))
        if carried is not None:
            return Heard((*notes, there), carried)
    if not besides or any(terms.rules or terms.gaps for terms in reading.candidates):
        return Heard(notes, reading)
    return _held_alone(row, notes, own, reading, read(notes))


def only_on(row: "Row", cells: frozenset[str]) -> frozenset[str]:
    """The notes that hang on these cells of a row and on no other."""
    if cells.isdisjoint(row.cell_notes):
        return frozenset()
    return frozenset(row.notes).difference(*[hung for cell, hung in row.cell_notes.items() if cell not in cells])


def _besides(row: "Row", notes: Notes) -> frozenset[str]:
    """The notes that tell what else is owned after the transaction."""
    after = frozenset() if row.holding else only_on(row, _AFTER)
    if not after:
        return after
    from vestcalc.reading.elsewhere import tells_of_holding

    return frozenset(name for name, text in notes if name in after and tells_of_holding(text))


def _held_alone(row: "Row", notes: Notes, own: Notes, reading: "Reading", all_of_it: "Reading") -> Heard:
    """Only what is held besides has terms: they are given as its own, unless the row grants an award of which they may be thought to be."""
    if not any(terms.rules for terms in all_of_it.candidates) or _sizes(all_of_it) == {row.amount}:
        return Heard(notes, all_of_it)
    if row.code != "A" or not (kind_of(row.security, row.table) != "other" or any(_NAMES_AWARD.search(text) for _, text in own)):
        return Heard(notes, all_of_it, besides=True)
    gap = Gap(GapReason.WHICH_AWARD, "the terms told are of what else is held; of this award nothing is said")
    return Heard(notes, reading._replace(candidates=tuple(terms.with_gaps(gap) for terms in reading.candidates)))


def _sizes(reading: "Reading") -> set[object]:
    """The sizes that the words give, of all the awards told together."""
    return {find_whole(terms, Facts(code=None)).units for terms in reading.candidates}


def _pointer(row: "Row", notes: Notes, reading: "Reading") -> str | None:
    """The note that the words point at for terms they do not state."""
    terms = reading.candidates[0] if len(reading.candidates) == 1 else None
    if terms is None or terms.rules or any(gap.reason is not GapReason.TERMS_ELSEWHERE for gap in terms.gaps):
        return None
    if terms.elsewhere:
        return terms.elsewhere[0] if len(set(terms.elsewhere)) == 1 else None
    if terms.speaks or terms.gaps or not any("ote" in text or "emark" in text for _, text in notes):
        return None
    from vestcalc.reading.elsewhere import alone

    besides = only_on(row, BESIDES)
    found = {number for name, text in notes if name not in besides and (number := alone(text))}
    return found.pop() if len(found) == 1 else None


def of_column(row: "Row", found: Heard) -> Heard:
    """A row of which nothing is said but a Date Exercisable: its notes may not be of that date."""
    silent = not any(terms.rules or terms.gaps or terms.speaks for terms in found.reading.candidates)
    if not (silent and row.exercisable and found.notes and kind_of(row.security, row.table) in ("option", "sar", "warrant")):
        return found
    from vestcalc.reading.column import told_of_column

    besides = only_on(row, BESIDES)
    gap = told_of_column([note for note in found.notes if note[0] not in besides], only_on(row, _COLUMN))
    if gap is None:
        return found
    return found._replace(reading=found.reading._replace(candidates=tuple(terms.with_gaps(gap) for terms in found.reading.candidates)))


def _carried(own: "Terms", there: "Reading") -> "Reading | None":
    """What the other note says, as said of this award; None where it holds for the other alone."""
    from vestcalc.reading.elsewhere import carried

    found = [carried(own, terms) for terms in there.candidates]
    known = tuple(terms for terms in found if terms is not None)
    return there._replace(candidates=known) if len(known) == len(found) else None


__all__ = ["BESIDES", "Heard", "heard", "of_column", "only_on"]
