"""Text of a print: OCR output, markdown of an OCR tool, or text taken from a PDF.

In: the text and the name of its source. Out: a Filing; what had to be inferred is an assumption on its row, what is not legible a notice.
A row is known by what its parts are and how they stand to each other, since no column survives a print. Refused: text that is no form
and has no words about vesting.
"""

import re

from vestcalc.filings.model import Filing, Row
from vestcalc.filings.notes import join_continued
from vestcalc.filings.ocr.assign import Context, to_row
from vestcalc.filings.ocr.clean import flowing, lines
from vestcalc.filings.ocr.header import read_heading
from vestcalc.filings.ocr.numbered import read_notes
from vestcalc.filings.ocr.people import owners_of
from vestcalc.filings.ocr.sections import Parts, is_signature_label, looks_like_form, split
from vestcalc.filings.ocr.table import Found, Table, find_rows
from vestcalc.filings.ocr.ties import tie_lost, with_codes
from vestcalc.filings.ocr.tokens import Token
from vestcalc.filings.plain import read_plain
from vestcalc.filings.raw_rows import note_notices

_DATE_ONLY = re.compile(r"[\s\d/]*\Z|\W*Date\W*\Z", re.I)
_STRAY = re.compile(r"[\s$(),.\d/%-]*\Z|\(?(?:right(?:\sto(?:\sbuy)?)?|to(?:\sbuy)?|buy)\)?\Z", re.I)


def read_text(text: str, source: str) -> Filing:
    """The filing in the text of a print, or the terms in a plain text."""
    if not looks_like_form(text):
        return read_plain(text, source)
    all_lines = lines(text)
    parts = split(all_lines)
    heading = read_heading(parts.head, all_lines)
    notices = heading.notices
    tables = [("I", find_rows(parts.table_i, "I")), ("II", find_rows(parts.table_ii, "II"))]
    remark_text, block, strays = _remarks(parts)
    marked = {str(int(t.text)) for _, table in tables for found in table.rows for t in _all_tokens(found) if t.kind == "mark"}
    notes, thrown, said = read_notes(flowing(parts.notes), marked)
    strays += thrown
    notices += said
    rows: list[Row] = []
    for name, table in tables:
        rows += _rows(table, Context("II" if name == "II" else "I", table.columns, heading.period, strays, notices, heading.form == "3"))
    rows = _tied(rows, notes, notices)
    notices = _less(notices, rows)
    return Filing(
        source=source,
        form=heading.form,
        period_of_report=heading.period,
        original_filed=heading.original,
        issuer=heading.issuer,
        owners=owners_of(parts.head, block, notices),
        rows=tuple(rows),
        notes=notes,
        remarks=remark_text,
        notices=tuple(dict.fromkeys([*notices, *note_notices(rows, notes), *_empty(rows)])),
    )


def _all_tokens(found: Found) -> list[Token]:
    return [*found.above, *found.tokens, *found.below]


def _rows(table: Table, context: Context) -> list[Row]:
    """The table's rows; values that belong to none are told in a notice."""
    for words in table.leftovers:
        context.notices.append(f'table {context.table}: values that belong to no legible row: "{words[:80]}"')
    return [to_row(found, number, context) for number, found in enumerate(table.rows, 1)]


def _tied(rows: list[Row], notes: dict[str, str], notices: list[str]) -> list[Row]:
    """The rows with continued notes joined, lost marks tied, and codes that only an award can have."""
    rows = with_codes(join_continued(rows, notes), notes)
    rows = join_continued(tie_lost(rows, notes, notices), notes)
    return with_codes(rows, notes)


def _less(notices: list[str], rows: list[Row]) -> list[str]:
    """The notices without those on a missing code that has become an assumption."""
    told = {f"table {r.table} row {r.number}, code:" for r in rows if any(a.code == "code-not-legible" for a in r.assumptions)}
    return [n for n in notices if not any(n.startswith(place) for place in told)]


def _empty(rows: list[Row]) -> list[str]:
    return [] if rows else ["no row of either table is legible or filled in"]


def _remarks(parts: Parts) -> tuple[str | None, list[str], list[str]]:
    """The remarks, the lines of the signature, and stray pieces of the page between them."""
    strays: list[str] = []
    paragraphs: list[list[str]] = [[]]
    for line in flowing(parts.remarks):
        text = line.strip(" *#")
        if not text:
            paragraphs.append([])
        elif _STRAY.match(text):
            strays.append(text)
        elif is_signature_label(text) or not _DATE_ONLY.match(text):
            paragraphs[-1].append(text)
    flat = [p for p in paragraphs if p]
    label = next((i for i, p in enumerate(flat) if any(is_signature_label(t) for t in p)), len(flat))
    before = flat[:label]
    if label < len(flat):
        stop = next(i for i, t in enumerate(flat[label]) if is_signature_label(t))
        before = [*before, flat[label][:stop]] if stop else before
    block = before[-1] if before else []
    remarks = [t for p in before[:-1] for t in p]
    if len(block) > 3:
        remarks, block = [*remarks, *block[:-3]], block[-3:]
    return " ".join(remarks) or None, block, strays
