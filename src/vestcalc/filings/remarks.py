"""Terms of vesting that a filer has put under Remarks, where no note states them.

In: a filing. Out: the same, its remarks tied as one more note to the row they speak of, as an assumption; or a notice where several
rows could be meant. Where a note points at the remarks they are among the notes, and on no row. A row whose own notes speak of vesting
needs none.
"""

from msgspec.structs import replace

from vestcalc.filings.model import Filing

#: The id of the remarks among the notes.
REMARKS = "Remarks"


def with_remarks(filing: Filing) -> Filing:
    """The filing with its remarks among the notes of the one award without terms that they speak of."""
    text = filing.remarks or ""
    if not filing.rows or not any(word in text.lower() for word in ("vest", "exercisable")):
        return filing
    from vestcalc.filings.ocr.ties import awards_without_terms, speaks_of_vesting, tie_award

    notes = {**filing.notes, REMARKS: text}
    if any("remarks" in note.lower() for note in filing.notes.values()):
        return replace(filing, notes=notes)
    rows = list(filing.rows)
    if not speaks_of_vesting(text) or not awards_without_terms(rows, filing.notes):
        return filing
    if not tie_award(rows, REMARKS, notes):
        return replace(filing, notices=(*filing.notices, "the remarks speak of vesting, but not of one row alone; not read as its terms"))
    return replace(filing, rows=tuple(rows), notes=notes)
