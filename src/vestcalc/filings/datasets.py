"""Rows of the SEC's quarterly insider-transactions data sets to Filings.

In: the header of each table (tab-separated, a zip a quarter) and, for one submission, its records of every table. Out: the Filing; the
same model as from the XML, with the notes on the same cells (the twins `<FIELD>_FN` hold "F1, F2"). Columns are found by name: unknown ones
are passed over (the marks of an unknown _FN column hang on the row), missing ones are told by `Layout.missing`. Transactions are counted
before holdings, for the data set keeps them apart. Refuses nothing: a value that cannot be is None, with a notice.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from vestcalc.filings.cells import to_day
from vestcalc.filings.model import CellName, Filing, Person, Row
from vestcalc.filings.notes import join_continued
from vestcalc.filings.raw_rows import RawRow, note_notices
from vestcalc.late import late

Records = Sequence[Sequence[str]]

KEY = "ACCESSION_NUMBER"
#: Table -> (Table I or II, holdings).
ROW_TABLES: dict[str, tuple[Literal["I", "II"], bool]] = {
    "NONDERIV_TRANS": ("I", False),
    "NONDERIV_HOLDING": ("I", True),
    "DERIV_TRANS": ("II", False),
    "DERIV_HOLDING": ("II", True),
}
TABLES = ("SUBMISSION", "REPORTINGOWNER", *ROW_TABLES, "FOOTNOTES")
_COMMON: dict[str, tuple[CellName, str]] = {
    "SECURITY_TITLE": ("security", "security"),
    "DIRECT_INDIRECT_OWNERSHIP": ("ownership", "ownership"),
    "NATURE_OF_OWNERSHIP": ("nature", "nature"),
    "SHRS_OWND_FOLWNG_TRANS": ("following", "following"),
    "VALU_OWND_FOLWNG_TRANS": ("following", "following_value"),
}
_TRANSACTION: dict[str, tuple[CellName, str]] = {
    "TRANS_DATE": ("date", "date"),
    "DEEMED_EXECUTION_DATE": ("deemed_date", "deemed_date"),
    "TRANS_FORM_TYPE": ("code", "form"),
    "TRANS_CODE": ("code", "code"),
    "EQUITY_SWAP_INVOLVED": ("code", ""),
    "EQUITY_SWAP_TRANS_CD": ("code", ""),
    "TRANS_TIMELINESS": ("code", ""),
    "TRANS_SHARES": ("amount", "amount"),
    "TRANS_TOTAL_VALUE": ("amount", "amount_value"),
    "TRANS_PRICEPERSHARE": ("price", "price"),
    "TRANS_ACQUIRED_DISP_CD": ("amount", "acquired"),
}
_DERIVATIVE: dict[str, tuple[CellName, str]] = {
    "CONV_EXERCISE_PRICE": ("exercise_price", "exercise_price"),
    "EXERCISE_DATE": ("exercisable", "exercisable"),
    "EXPIRATION_DATE": ("expires", "expires"),
    "UNDLYNG_SEC_TITLE": ("underlying", "underlying"),
    "UNDLYNG_SEC_SHARES": ("underlying_amount", "underlying_amount"),
    "UNDLYNG_SEC_VALUE": ("underlying_amount", "underlying_amount_value"),
}
_PLAIN = {
    "SUBMISSION": ("FILING_DATE", "PERIOD_OF_REPORT", "DATE_OF_ORIG_SUB", "DOCUMENT_TYPE", "ISSUERCIK", "ISSUERNAME",
                   "ISSUERTRADINGSYMBOL", "REMARKS"),
    "REPORTINGOWNER": ("RPTOWNERCIK", "RPTOWNERNAME"),
    "FOOTNOTES": ("FOOTNOTE_ID", "FOOTNOTE_TXT"),
}  # fmt: skip
#: Columns that the data sets have and no schedule needs.
_UNUSED = frozenset(
    {"NO_SECURITIES_OWNED", "NOT_SUBJECT_SEC16", "FORM3_HOLDINGS_REPORTED", "FORM4_TRANS_REPORTED", "AFF10B5ONE", "FILE_NUMBER"}
)
#: The data set spells one column in two ways, by table; both are taken in either.
_SPELLINGS = {"EXCERCISE_DATE": "EXERCISE_DATE"}
#: Columns whose absence takes nothing from a schedule and is not told.
_SPARE = frozenset({"EQUITY_SWAP_INVOLVED", "EQUITY_SWAP_TRANS_CD", "TRANS_TIMELINESS", "TRANS_FORM_TYPE", "UNDLYNG_SEC_VALUE",
                    "VALU_OWND_FOLWNG_TRANS", "TRANS_TOTAL_VALUE", "REMARKS"})  # fmt: skip
_MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}  # noqa: SIM905
_DAY = late(r"(\d{1,2})-([A-Za-z]{3})-(\d{4})(?: 00:00:00)?", re.ASCII)
_MARK = late(r"[Ff]?(\d{1,4})", re.ASCII)
_DAYS = frozenset({"date", "deemed_date", "exercisable", "expires"})


class Layout:
    """Where the known columns of one table stand, found by the names in its header."""

    def __init__(self, table: str, header: Sequence[str]) -> None:
        self.table = table
        names = [name.strip().lstrip("\ufeff").upper() for name in header]
        names = [
            _SPELLINGS.get(stem, stem) + ("_FN" if name.endswith("_FN") else "") for name in names for stem in (name.removesuffix("_FN"),)
        ]
        self.width = len(names)
        self.at = {name: place for place, name in reversed(list(enumerate(names)))}
        wanted = self.wanted(table)
        self.values = [(at, slot) for at, name in enumerate(names) if name in wanted and (slot := wanted[name][1])]
        self.marks: list[tuple[int, CellName]] = [
            (at, wanted.get(name.removesuffix("_FN"), ("row", ""))[0]) for at, name in enumerate(names) if name.endswith("_FN")
        ]
        known = {KEY, *wanted, *_PLAIN.get(table, ()), *_UNUSED}
        self.missing = [name for name in (KEY, *wanted, *_PLAIN.get(table, ())) if name not in self.at and name not in _SPARE]
        strange = [name for name in names if name not in known and name.removesuffix("_FN") not in known]
        self.unknown = [name for name in strange if not name.endswith("_SK") and not name.startswith("RPTOWNER_")]

    @staticmethod
    def wanted(table: str) -> dict[str, tuple[CellName, str]]:
        """The columns of a table of rows: (the cell that a note hangs on, the slot that the value fills)."""
        if table not in ROW_TABLES:
            return {}
        derivative, holding = ROW_TABLES[table][0] == "II", ROW_TABLES[table][1]
        return {**_COMMON, **({} if holding else _TRANSACTION), **(_DERIVATIVE if derivative else {})}

    def get(self, record: Sequence[str], name: str) -> str:
        """A value by its column's name; "" where the column or the value is missing."""
        at = self.at.get(name)
        return record[at].strip() if at is not None and at < len(record) else ""


def filing_of(accession: str, records: Mapping[str, Records], layouts: Mapping[str, Layout], source: str) -> Filing:
    """The filing of one submission, from its records of every table."""
    notices: list[str] = []
    notes = _notes(records.get("FOOTNOTES", ()), layouts.get("FOOTNOTES"), notices)
    rows: list[Row] = []
    for table, (name, holding) in ROW_TABLES.items():
        layout = layouts.get(table)
        first = 1 + sum(row.table == name for row in rows)
        if layout:
            rows += [_row(record, layout, name, holding, first + i, notices) for i, record in enumerate(records.get(table, ()))]
    heads, head = records.get("SUBMISSION", ()), layouts.get("SUBMISSION")
    if not heads or head is None:
        notices.append("the data set holds rows or notes of this submission, but not the submission itself")
    elif len(heads) > 1:
        notices.append(f"the submission stands {len(heads)} times in the data set; the first is used")
    facts = {name: head.get(heads[0], name) if heads and head else "" for name in _PLAIN["SUBMISSION"]}
    rows = join_continued(rows, notes, notices)
    return Filing(
        source=source,
        form=facts["DOCUMENT_TYPE"] or "unknown",
        period_of_report=to_day(iso_text(facts["PERIOD_OF_REPORT"])),
        accession=accession,
        filed=to_day(iso_text(facts["FILING_DATE"])),
        original_filed=to_day(iso_text(facts["DATE_OF_ORIG_SUB"])),
        issuer=Person(facts["ISSUERNAME"] or None, facts["ISSUERCIK"] or None, facts["ISSUERTRADINGSYMBOL"] or None),
        owners=_owners(records.get("REPORTINGOWNER", ()), layouts.get("REPORTINGOWNER")),
        rows=tuple(rows),
        notes=notes,
        remarks=facts["REMARKS"] or None,
        notices=(*notices, *_bad_days(facts), *note_notices(rows, notes)),
    )


def _row(record: Sequence[str], layout: Layout, table: Literal["I", "II"], holding: bool, number: int, notices: list[str]) -> Row:
    raw = RawRow(table, number, notices)
    for at, slot in layout.values:
        text = record[at] if at < len(record) else ""
        if text:
            raw.put(slot, iso_text(text) if slot in _DAYS else text)
    for at, cell in layout.marks:
        for mark in (record[at] if at < len(record) else "").replace(",", " ").split():
            found = _MARK.fullmatch(mark)
            if found:
                raw.mark(cell, found[1])
            else:
                raw.say(cell, f"{mark[:40]!r} is not the number of a note")
    return raw.row(holding)


def _notes(records: Records, layout: Layout | None, notices: list[str]) -> dict[str, str]:
    """The notes by number, in the order of their numbers."""
    found: dict[str, str] = {}
    for record in records if layout else ():
        name, text = layout.get(record, "FOOTNOTE_ID"), layout.get(record, "FOOTNOTE_TXT")  # type: ignore[union-attr]
        mark = _MARK.fullmatch(name)
        number = mark[1] if mark else name
        if not number:
            notices.append(f"a note without a number was left out: {text[:60]!r}")
        elif found.setdefault(number, text) != text:
            found[number] += "\n" + text
            notices.append(f"note {number} stands twice with different words; both are kept")
    return {name: found[name] for name in sorted(found, key=lambda name: (not name.isdigit(), int(name) if name.isdigit() else 0, name))}


def _owners(records: Records, layout: Layout | None) -> tuple[Person, ...]:
    if layout is None:
        return ()
    return tuple(Person(layout.get(record, "RPTOWNERNAME") or None, layout.get(record, "RPTOWNERCIK") or None) for record in records)


def iso_text(text: str) -> str:
    """ "15-MAR-2013" as "2013-03-15"; any other text as it is."""
    found = _DAY.fullmatch(text.strip())
    month = _MONTHS.get(found[2].upper()) if found else None
    return f"{found[3]}-{month:02}-{int(found[1]):02}" if found and month else text


def _bad_days(facts: Mapping[str, str]) -> list[str]:
    names = {"PERIOD_OF_REPORT": "period of report", "FILING_DATE": "filing date", "DATE_OF_ORIG_SUB": "date of original submission"}
    return [f"{what}: {facts[name][:40]!r} is not a date that can be; left empty"
            for name, what in names.items() if facts[name] and not to_day(iso_text(facts[name]))]  # fmt: skip
