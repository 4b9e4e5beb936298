"""Whatever pieces a note is put together from, it is read as what they mean."""

from fractions import Fraction

from hypothesis import given

import vestcalc
from tests.laws.composed import Note, notes

#: So many that every part is a whole number of them.
SHARES = 72_000


@given(notes())
def test_a_composed_note_is_read_as_its_pieces_mean(note: Note) -> None:
    award = vestcalc.schedule_text(note.words, shares=SHARES, granted=note.granted)
    assert award.status == "complete", (note.words, [gap.text for gap in award.gaps])
    assert [(vest.date, vest.shares) for vest in award.vests] == [(day, Fraction(SHARES) * part) for day, part in note.vests], note.words
