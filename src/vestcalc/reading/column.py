"""What notes without a word of vesting say of a row's Date Exercisable: "One-third each year.", hung on that cell.

Where nothing is said of vesting, all of an option is taken to vest on its Date Exercisable (docs/conventions.md, Dates 15). In: the notes
of such a row, and which of them hang on that cell. Out: a gap for the first sentence that may say otherwise, by the same allow-list as for
sentences beside terms; on the cell itself only what is said of people, papers and service passes.
"""

from collections.abc import Collection, Sequence

from vestcalc.gaps import Gap, GapReason
from vestcalc.reading.besides import passed_over, words_of
from vestcalc.reading.besides_words import words
from vestcalc.reading.company_words import PLAIN
from vestcalc.reading.draft import gap_at
from vestcalc.reading.sentences import sentences

#: What else is said on the cell, and moves nothing.
_ON_CELL = PLAIN | words(
    "under pursuant exempt 16b n not applicable subject to continued continuing service employment exercisability exercisable immediately"
)


def told_of_column(notes: Sequence[tuple[str, str]], on_cell: Collection[str]) -> Gap | None:
    """The first words that may say what of the award is exercisable on the day of the column."""
    for note, text in notes:
        for sentence in sentences(note, text):
            said = words_of(sentence, sentence.nodes)
            plain = note not in on_cell or all(w in _ON_CELL or w.isdecimal() for w in said)
            if said and not (plain and passed_over(sentence, sentence.nodes, said)):
                return gap_at(GapReason.NO_CLAUSE, f"may be of the Date Exercisable: {sentence.whole.quote!r}", sentence.whole)
    return None
