"""Prints a filing as text in the ways that tools do, for reading it back.

In: a Filing. Out: the text of a print as markdown, as tab-separated cells, as lines with spaces for cells, or with each cell's lines
below each other as PDF text has them. Only what the form's page shows is printed: marks, MM/DD/YYYY, grouped numbers, "$".
"""

from collections.abc import Callable
from decimal import Decimal

from vestcalc.filings.model import CellName, Filing, Row

_OF = "Derivative Securities Acquired, Disposed of, or Beneficially Owned"
_TABLE_I = f"Table I - Non-{_OF}"
_TABLE_II = f"Table II - {_OF} (e.g., puts, calls, warrants, options, convertible securities)"


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


_HEAD_I = _split(
    "1. Title of Security (Instr. 3)|2. Transaction Date (Month/Day/Year)|2A. Deemed Execution Date, if any (Month/Day/Year)|"
    "3. Transaction Code (Instr. 8)||4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)|||"
    "5. Amount of Securities Beneficially Owned|6. Ownership Form|7. Nature of Indirect Beneficial Ownership"
)
_UNDER_I = _split("|||Code|V|Amount|(A) or (D)|Price|||")
_HEAD_II = _split(
    "1. Title of Derivative Security (Instr. 3)|2. Conversion or Exercise Price of Derivative Security|3. Transaction Date|"
    "3A. Deemed Execution Date, if any|4. Transaction Code (Instr. 8)||5. Number of Derivative Securities||"
    "6. Date Exercisable and Expiration Date||7. Title and Amount of Securities Underlying||8. Price of Derivative Security|"
    "9. Number of derivative Securities Beneficially Owned|10. Ownership Form|11. Nature of Indirect Beneficial Ownership"
)
_UNDER_II = _split("||||Code|V|(A)|(D)|Date Exercisable|Expiration Date|Title|Amount or Number of Shares||||")
_INITIAL_I = _split("1. Title of Security (Instr. 4)|2. Amount of Securities Beneficially Owned (Instr. 4)|3. Ownership Form|4. Nature")
_INITIAL_II = _split(
    "1. Title of Derivative Security (Instr. 4)|2. Date Exercisable and Expiration Date (Month/Day/Year)||"
    "3. Title and Amount of Securities Underlying||4. Conversion or Exercise Price|5. Ownership Form|6. Nature"
)
_UNDER_INITIAL = _split("|Date Exercisable|Expiration Date|Title|Amount or Number of Shares|||")


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:,f}"


def _marked(row: Row, cell: CellName, text: str) -> str:
    return text + "".join(f"({n})" for n in row.cell_notes.get(cell, ()))


def cells(row: Row, dated: bool = True) -> list[str]:
    """The cells of a row as the form's page shows them; those of a Form 3 when not `dated`."""

    def day(cell: CellName) -> str:
        value = {"date": row.transaction_date, "deemed_date": row.deemed_date, "exercisable": row.exercisable, "expires": row.expires}[cell]
        return _marked(row, cell, f"{value:%m/%d/%Y}" if value else "")

    def dollars(cell: CellName, price: str | None) -> str:
        return _marked(row, cell, f"${price}" if price is not None else "")

    def count(cell: CellName, value: Decimal | None) -> str:
        return _marked(row, cell, _number(value))

    title, code = _marked(row, "security", row.security), _marked(row, "code", row.code or "")
    end = [count("following", row.following), _marked(row, "ownership", row.ownership or ""), _marked(row, "nature", row.nature or "")]
    amount = count("amount", row.amount)
    under = [_marked(row, "underlying", row.underlying or ""), count("underlying_amount", row.underlying_amount)]
    strike, days = dollars("exercise_price", row.exercise_price), [day("exercisable"), day("expires")]
    if not dated:
        return [title, *end] if row.table == "I" else [title, *days, *under, strike, *end[1:]]
    price = dollars("price", row.price)
    if row.table == "I":
        return [title, day("date"), day("deemed_date"), code, "", amount, row.acquired or "", price, *end]
    sides = ["", amount] if row.acquired == "D" else [amount, ""]
    return [title, strike, day("date"), day("deemed_date"), code, "", *sides, *days, *under, price, *end]


def _sheet(filing: Filing, table: Callable[[list[list[str]]], str]) -> str:
    form, owner = filing.form or "4", filing.owners[0].name or ""
    head = [
        f"SEC Form {form[0]}",
        f"FORM {form}",
        "UNITED STATES SECURITIES AND EXCHANGE COMMISSION",
        "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
        "Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934",
        "1. Name and Address of Reporting Person*",
        owner,
        "(Last) (First) (Middle)",
        "2. Issuer Name and Ticker or Trading Symbol",
        f"{filing.issuer.name} [ {filing.issuer.symbol} ]",
        "3. Date of Earliest Transaction (Month/Day/Year)",
        f"{filing.period_of_report:%m/%d/%Y}" if filing.period_of_report else "",
        "4. If Amendment, Date of Original Filed (Month/Day/Year)",
        f"{filing.original_filed:%m/%d/%Y}" if filing.original_filed else "",
    ]
    dated = not form.startswith("3")
    heads = ([_HEAD_I, _UNDER_I], [_HEAD_II, _UNDER_II]) if dated else ([_INITIAL_I], [_INITIAL_II, _UNDER_INITIAL])
    parts = ["\n".join(head)]
    for name, title, rows in zip(("I", "II"), (_TABLE_I, _TABLE_II), heads, strict=True):
        parts.append(title + "\n" + table([*rows, *(cells(r, dated) for r in filing.rows if r.table == name)]))
    notes = [f"{n}. {text}" for n, text in filing.notes.items()]
    parts.append("\n".join(["Explanation of Responses:", *notes, "Remarks:", filing.remarks or ""]))
    parts.append(f"/s/ {owner}\n01/02/2020\n** Signature of Reporting Person Date\nReminder: Report on a separate line for each class")
    return "\n\n".join(parts) + "\n"


def as_markdown(filing: Filing) -> str:
    """Pipe tables."""
    return _sheet(filing, lambda rows: "\n".join("| " + " | ".join(c.replace("|", " ") for c in row) + " |" for row in rows))


def as_tabs(filing: Filing) -> str:
    """Tab-separated cells, prices with a backslash."""
    return _sheet(filing, lambda rows: "\n".join("\t".join(c.replace("$", "\\$") for c in row) for row in rows))


def as_spaces(filing: Filing) -> str:
    """A line a row, empty cells gone, spaces between the others."""
    return _sheet(filing, lambda rows: "\n".join(" ".join(c for c in row if c) for row in rows))
