"""A small data set in the SEC's layout, written from filings.

In: Filings. Out: a zip with SUBMISSION.tsv, REPORTINGOWNER.tsv, the four tables of rows, FOOTNOTES.tsv and OWNER_SIGNATURE.tsv,
tab-separated, every field with its twin `<FIELD>_FN`, dates as 15-MAR-2013.
`columns` and `lines` let a test leave out, add, move or break something.
"""

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from vestcalc.filings.model import CellName, Filing, Row

HOLDING: dict[str, CellName] = {
    "SECURITY_TITLE": "security",
    "SHRS_OWND_FOLWNG_TRANS": "following",
    "DIRECT_INDIRECT_OWNERSHIP": "ownership",
    "NATURE_OF_OWNERSHIP": "nature",
}
TRANS: dict[str, CellName] = {
    "TRANS_DATE": "date",
    "DEEMED_EXECUTION_DATE": "deemed_date",
    "TRANS_CODE": "code",
    "TRANS_SHARES": "amount",
    "TRANS_PRICEPERSHARE": "price",
    "TRANS_ACQUIRED_DISP_CD": "row",
}
DERIV: dict[str, CellName] = {
    "CONV_EXERCISE_PRICE": "exercise_price",
    "EXERCISE_DATE": "exercisable",
    "EXPIRATION_DATE": "expires",
    "UNDLYNG_SEC_TITLE": "underlying",
    "UNDLYNG_SEC_SHARES": "underlying_amount",
}
ROWS: dict[str, dict[str, CellName]] = {
    "NONDERIV_TRANS": {**HOLDING, **TRANS},
    "NONDERIV_HOLDING": HOLDING,
    "DERIV_TRANS": {**HOLDING, **TRANS, **DERIV},
    "DERIV_HOLDING": {**HOLDING, **DERIV},
}
Change = Callable[[str, list[str]], list[str]]


def accession(number: int) -> str:
    return f"0009990417-23-{number:06}"


def write(path: Path, filings: Sequence[Filing], change: Change = lambda table, lines: lines, without: Sequence[str] = ()) -> Path:
    """The zip at `path`; `change` may change the lines of a table, `without` names tables left out."""
    tables = {name: [*header(name)] for name in ("SUBMISSION", "REPORTINGOWNER", *ROWS, "FOOTNOTES", "OWNER_SIGNATURE")}
    for number, filing in enumerate(filings):
        for table, records in lines_of(accession(number), filing).items():
            tables[table] += ["\t".join(record) for record in records]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for table, lines in tables.items():
            if table not in without:
                archive.writestr(f"{table}.tsv", "\n".join(change(table, lines)) + "\n")
    return path


def header(table: str) -> list[str]:
    """The first line."""
    if table in ROWS:
        names = [name for field in ROWS[table] for name in (spelled(table, field), f"{spelled(table, field)}_FN")]
        return ["\t".join(["ACCESSION_NUMBER", f"{table}_SK", *names])]
    plain = {
        "SUBMISSION": "ACCESSION_NUMBER FILING_DATE PERIOD_OF_REPORT DATE_OF_ORIG_SUB NO_SECURITIES_OWNED NOT_SUBJECT_SEC16 "
        "FORM3_HOLDINGS_REPORTED FORM4_TRANS_REPORTED DOCUMENT_TYPE ISSUERCIK ISSUERNAME ISSUERTRADINGSYMBOL REMARKS AFF10B5ONE",
        "REPORTINGOWNER": "ACCESSION_NUMBER RPTOWNERCIK RPTOWNERNAME RPTOWNER_RELATIONSHIP RPTOWNER_TITLE",
        "FOOTNOTES": "ACCESSION_NUMBER FOOTNOTE_ID FOOTNOTE_TXT",
        "OWNER_SIGNATURE": "ACCESSION_NUMBER OWNERSIGNATURENAME OWNERSIGNATUREDATE",
    }
    return ["\t".join(plain[table].split())]


def spelled(table: str, field: str) -> str:
    """The data set misspells one column in one of its tables."""
    return "EXCERCISE_DATE" if (table, field) == ("DERIV_TRANS", "EXERCISE_DATE") else field


def lines_of(key: str, filing: Filing) -> dict[str, list[list[str]]]:
    """The records of one filing, by table."""
    issuer = filing.issuer
    out: dict[str, list[list[str]]] = {
        "SUBMISSION": [
            [key, "", said(filing.period_of_report), said(filing.original_filed), "0", "0", "", "", filing.form or "",
             issuer.cik or "", issuer.name or "", issuer.symbol or "", filing.remarks or "", ""]
        ],
        "REPORTINGOWNER": [[key, owner.cik or "", owner.name or "", "Officer", ""] for owner in filing.owners],
        "FOOTNOTES": [[key, f"F{number}", " ".join(text.split())] for number, text in filing.notes.items()],
        "OWNER_SIGNATURE": [[key, "/s/ A. Clerk", "15-MAR-2023"]],
    }  # fmt: skip
    for number, row in enumerate(filing.rows, 1):
        table = ("NON" if row.table == "I" else "") + "DERIV_" + ("HOLDING" if row.holding else "TRANS")
        out.setdefault(table, []).append([key, str(number), *cells(row, ROWS[table])])
    return out


def cells(row: Row, fields: dict[str, CellName]) -> list[str]:
    """Values and marks in turn."""
    used: set[str] = set()
    out = []
    for field, cell in fields.items():
        value = row.acquired if field == "TRANS_ACQUIRED_DISP_CD" else getattr(row, {"date": "transaction_date"}.get(cell, cell))
        marks = row.cell_notes.get(cell, ())
        used.update(marks)
        out += [said(value), ", ".join(f"F{mark}" for mark in marks)]
    left = [mark for mark in row.notes if mark not in used]
    out[1] = ", ".join(filter(None, [out[1], *(f"F{mark}" for mark in left)]))
    return out


def said(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d}-{'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split()[value.month - 1]}-{value:%Y}"  # noqa: SIM905
    return "" if value is None else str(value)
