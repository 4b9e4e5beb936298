"""Text of a print: OCR output, markdown of an OCR tool, or text taken from a PDF.

In: the text and the name of its source. Out: a Filing; what had to be inferred is an assumption on its row, what is not legible a notice.
A row is known by what its parts are and how they stand to each other, since no column survives a print. Refused: text that is no form
and has no words about vesting.
"""

from vestcalc.filings.model import Filing, Row
from vestcalc.filings.notes import join_continued
from vestcalc.filings.ocr.assign import to_row
from vestcalc.filings.ocr.clean import flowing, lines
from vestcalc.filings.ocr.closing import read_closing
from vestcalc.filings.ocr.context import Context
from vestcalc.filings.ocr.header import read_heading
from vestcalc.filings.ocr.lexicon import DERIVATIVE
from vestcalc.filings.ocr.numbered import read_notes
from vestcalc.filings.ocr.people import owners_of
from vestcalc.filings.ocr.sections import looks_like_form, split
from vestcalc.filings.ocr.table import Table, find_rows
from vestcalc.filings.ocr.ties import doubtful_digits, tie_lost, with_codes
from vestcalc.filings.plain import read_plain
from vestcalc.filings.raw_rows import note_notices


def read_text(text: str, source: str) -> Filing:
    """The filing in the text of a print, or the terms in a plain text."""
    if not looks_like_form(text):
        return read_plain(text, source)
    all_lines = lines(text)
    parts = split(all_lines)
    remark_text, block, strays = read_closing(parts.remarks)
    heading = read_heading(parts.head, all_lines, " ".join(block))
    notices = heading.notices
    tables = [("I", find_rows(parts.table_i, "I")), ("II", find_rows(parts.table_ii, "II"))]
    tokens = [t for _, table in tables for found in table.rows for t in (*found.above, *found.tokens, *found.below)]
    marked = {str(int(t.text)) for t in tokens if t.kind == "mark"}
    notes, thrown, said = read_notes(flowing(parts.notes), marked)
    strays += thrown
    notices += said
    rows: list[Row] = []
    grouping = any(t.kind == "count" and "," in t.text for t in tokens)
    padded = any(t.kind == "date" and (t.text.startswith("0") or t.text[3:4] == "0") for t in tokens)
    for name, table in tables:
        context = Context(
            table="II" if name == "II" else "I",
            columns=table.columns,
            period=heading.period,
            strays=strays,
            notices=notices,
            initial=bool(heading.form and heading.form.startswith("3")),
            grouping=grouping,
            padded=padded,
            note_ids=frozenset(notes),
        )
        rows += _rows(table, context)
    rows = _tied(rows, notes, notices)
    notices = _less(notices, rows)
    return Filing(
        source=source,
        form=heading.form,
        period_of_report=heading.period,
        original_filed=heading.original,
        issuer=heading.issuer,
        owners=owners_of(parts.head, block, heading.issuer.name, notices),
        rows=tuple(rows),
        notes=notes,
        remarks=remark_text,
        notices=tuple(dict.fromkeys([*notices, *note_notices(rows, notes), *doubtful_digits(rows, notes), *_unnamed(rows), *_empty(rows)])),
    )


def _rows(table: Table, context: Context) -> list[Row]:
    """The table's rows; values that belong to none are told in a notice."""
    for words in table.leftovers:
        context.notices.append(f'table {context.table}: values that belong to no legible row: "{words[:80]}"')
    return [to_row(found, number, context) for number, found in enumerate(table.rows, 1)]


def _tied(rows: list[Row], notes: dict[str, str], notices: list[str]) -> list[Row]:
    """The rows with continued notes joined, lost marks tied, and codes that only an award can have."""
    rows = with_codes(join_continued(rows, notes, notices), notes)
    rows = join_continued(tie_lost(rows, notes, notices), notes)
    return with_codes(rows, notes)


def _less(notices: list[str], rows: list[Row]) -> list[str]:
    """The notices without those on a missing code that has become an assumption."""
    told = {f"table {r.table} row {r.number}, code:" for r in rows if any(a.code == "code-not-legible" for a in r.assumptions)}
    return [n for n in notices if not any(n.startswith(place) for place in told)]


def _unnamed(rows: list[Row]) -> list[str]:
    """Notices on titles in Table II that name no kind of derivative security: they are not legible, or only in part."""
    return [
        f"table {row.table} row {row.number}, title: {row.security[:40]!r} names no kind of derivative security; check it against the print"
        for row in rows
        if row.table == "II" and row.security and not DERIVATIVE.search(row.security)
    ]


def _empty(rows: list[Row]) -> list[str]:
    return [] if rows else ["no row of either table is legible or filled in"]
