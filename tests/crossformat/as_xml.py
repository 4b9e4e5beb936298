"""A sheet as EDGAR's ownership XML (schema X0306).

In: a Sheet. Out: the text of the document, one element a cell, marks as footnoteId. Written after the specification, not after the reader.
"""

from xml.sax.saxutils import escape, quoteattr

from tests.crossformat.sheet import Cell, Line, Owner, Sheet


def _cell(tag: str, cell: Cell, optional: bool = False) -> str:
    if optional and not cell.text and not cell.marks:
        return ""
    value = f"<value>{escape(cell.text)}</value>" if cell.text else ""
    return f"<{tag}>{value}{_marks(cell)}</{tag}>\n"


def _marks(cell: Cell) -> str:
    return "".join(f"<footnoteId id={quoteattr('F' + mark)}/>" for mark in cell.marks)


def _group(tag: str, *inner: str) -> str:
    held = "".join(inner)
    return f"<{tag}>\n{held}</{tag}>\n" if held else ""


def _nature(row: Line) -> str:
    return _group("ownershipNature", _cell("directOrIndirectOwnership", row["ownership"]), _cell("natureOfOwnership", row["nature"], True))


def _row(sheet: Sheet, row: Line) -> str:
    stem = "nonDerivative" if row.table == "I" else "derivative"
    code = row["code"]
    coding = f"<transactionFormType>{sheet.form[0]}</transactionFormType>\n<transactionCode>{code.text}</transactionCode>\n"
    acts = (
        _cell("transactionDate", row["date"]),
        _cell("deemedExecutionDate", row["deemed"], True),
        _group("transactionCoding", coding, "<equitySwapInvolved>0</equitySwapInvolved>\n", _marks(code)),
        _group(
            "transactionAmounts",
            _cell("transactionShares", row["amount"]),
            _cell("transactionPricePerShare", row["price"]),
            _cell("transactionAcquiredDisposedCode", row["acquired"]),
        ),
    )
    derivative = (
        _cell("exerciseDate", row["exercisable"]),
        _cell("expirationDate", row["expires"]),
        _group(
            "underlyingSecurity",
            _cell("underlyingSecurityTitle", row["underlying"]),
            _cell("underlyingSecurityShares", row["underlying_amount"]),
        ),
    )
    after = _group("postTransactionAmounts", _cell("sharesOwnedFollowingTransaction", row["following"], True))
    return _group(
        stem + ("Holding" if row.holding else "Transaction"),
        _cell("securityTitle", row["security"]),
        _cell("conversionOrExercisePrice", row["exercise_price"]) if row.table == "II" else "",
        *(() if row.holding else acts),
        *(derivative if row.table == "II" else ()),
        after,
        _nature(row),
    )


def _owner(owner: Owner) -> str:
    return _group(
        "reportingOwner",
        f"<reportingOwnerId><rptOwnerCik>{owner.cik}</rptOwnerCik><rptOwnerName>{escape(owner.name)}</rptOwnerName></reportingOwnerId>\n",
        f"<reportingOwnerAddress><rptOwnerStreet1>{escape(owner.street)}</rptOwnerStreet1><rptOwnerCity>{owner.city}</rptOwnerCity>"
        f"<rptOwnerState>{owner.state}</rptOwnerState><rptOwnerZipCode>{owner.zip}</rptOwnerZipCode></reportingOwnerAddress>\n",
        f"<reportingOwnerRelationship><isDirector>{int(owner.director)}</isDirector><isOfficer>{int(bool(owner.officer))}</isOfficer>"
        f"<officerTitle>{escape(owner.officer)}</officerTitle></reportingOwnerRelationship>\n",
    )


def as_xml(sheet: Sheet) -> str:
    """The ownership document."""
    original = f"<dateOfOriginalSubmission>{sheet.original}</dateOfOriginalSubmission>\n" if sheet.original else ""
    body = (
        f"<schemaVersion>X0306</schemaVersion>\n<documentType>{sheet.form}</documentType>\n<periodOfReport>{sheet.period}</periodOfReport>\n",
        original,
        _group(
            "issuer",
            f"<issuerCik>{sheet.cik}</issuerCik>\n<issuerName>{escape(sheet.issuer)}</issuerName>\n"
            f"<issuerTradingSymbol>{sheet.symbol}</issuerTradingSymbol>\n",
        ),
        *(_owner(owner) for owner in sheet.owners),
        _group("nonDerivativeTable", *(_row(sheet, row) for row in sheet.of("I"))),
        _group("derivativeTable", *(_row(sheet, row) for row in sheet.of("II"))),
        _group("footnotes", *(f'<footnote id="F{number}">{escape(text)}</footnote>\n' for number, text in sheet.notes.items())),
        f"<remarks>{escape(sheet.remarks)}</remarks>\n",
        f"<ownerSignature><signatureName>{escape(sheet.signature)}</signatureName>"
        f"<signatureDate>{sheet.signed}</signatureDate></ownerSignature>\n",
    )
    return '<?xml version="1.0"?>\n' + _group("ownershipDocument", *body)
