"""A sheet as EDGAR's HTML page (xslF345X02 and later); test_page.py compares it with real pages, element by element.

In: a Sheet. Out: the text of the page: the boxes, both tables with their headings over two lines, notes, remarks, signature. A value stands
in span.FormData or .SmallFormData, its "$" in a span of its own, its notes as span.FootnoteData with sup "(1)"; a cell that a note replaces
holds the mark alone.
"""

import re
from datetime import date
from html import escape

from tests.crossformat.sheet import Cell, Line, Owner, Sheet

_STYLE = """              .FormData {color: blue; background-color: white; font-size: small; font-family: Times, serif;}
              .SmallFormData {color: blue; background-color: white; font-size: x-small; font-family: Times, serif;}
              .FootnoteData {color: green; background-color: white; font-size: x-small; font-family: Times, serif;}
              .FormText {font-size: small; font-weight: normal; font-family: arial, helvetica, sans-serif; text-align: left;}
              .FormTextC {font-size: small; font-weight: normal; font-family: arial, helvetica, sans-serif; text-align: center;}
              .SmallFormText {font-size: xx-small; font-family: arial, helvetica, sans-serif; text-align: left;}
              .SmallFormTextR {font-size: xx-small; font-family: arial, helvetica, sans-serif; text-align: right;}
              .MedSmallFormText {font-size: x-small; font-family: arial, helvetica, sans-serif; text-align: left;}
              .FormTitle {font-size: medium; font-family: arial, helvetica, sans-serif; font-weight: bold;}
              .FormName {font-size: large; font-family: arial, helvetica, sans-serif; font-weight: bold;}
              body {background: white;}"""

#: Headings as (text, width in percent, rows or -columns spanned); those of the second line as (text, width).
Head = tuple[list[tuple[str, int, int]], list[tuple[str, int]]]

TABLE_I: Head = (
    [
        ("1. Title of Security (Instr. 3)", 36, 2),
        ("2. Transaction Date (Month/Day/Year)", 6, 2),
        ("2A. Deemed Execution Date, if any (Month/Day/Year)", 5, 2),
        ("3. Transaction Code (Instr. 8)", 7, -2),
        ("4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)", 19, -3),
        ("5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)", 11, 2),
        ("6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)", 9, 2),
        ("7. Nature of Indirect Beneficial Ownership (Instr. 4)", 8, 2),
    ],
    [("Code", 4), ("V", 3), ("Amount", 8), ("(A) or (D)", 5), ("Price", 6)],
)
TABLE_II: Head = (
    [
        ("1. Title of Derivative Security (Instr. 3)", 13, 2),
        ("2. Conversion or Exercise Price of Derivative Security", 5, 2),
        ("3. Transaction Date (Month/Day/Year)", 5, 2),
        ("3A. Deemed Execution Date, if any (Month/Day/Year)", 5, 2),
        ("4. Transaction Code (Instr. 8)", 9, -2),
        ("5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)", 10, -2),
        ("6. Date Exercisable and Expiration Date (Month/Day/Year)", 9, -2),
        ("7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)", 17, -2),
        ("8. Price of Derivative Security (Instr. 5)", 6, 2),
        ("9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)", 6, 2),
        ("10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)", 6, 2),
        ("11. Nature of Indirect Beneficial Ownership (Instr. 4)", 7, 2),
    ],
    [
        ("Code", 4),
        ("V", 4),
        ("(A)", 5),
        ("(D)", 5),
        ("Date Exercisable", 5),
        ("Expiration Date", 4),
        ("Title", 10),
        ("Amount or Number of Shares", 7),
    ],
)
#: A Form 3 shows holdings only.
INITIAL_I: Head = (
    [
        ("1. Title of Security (Instr. 4)", 45, 1),
        ("2. Amount of Securities Beneficially Owned (Instr. 4)", 20, 1),
        ("3. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)", 15, 1),
        ("4. Nature of Indirect Beneficial Ownership (Instr. 5)", 20, 1),
    ],
    [],
)
INITIAL_II: Head = (
    [
        ("1. Title of Derivative Security (Instr. 4)", 26, 2),
        ("2. Date Exercisable and Expiration Date (Month/Day/Year)", 14, -2),
        ("3. Title and Amount of Securities Underlying Derivative Security (Instr. 4)", 26, -2),
        ("4. Conversion or Exercise Price of Derivative Security", 10, 2),
        ("5. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)", 10, 2),
        ("6. Nature of Indirect Beneficial Ownership (Instr. 5)", 14, 2),
    ],
    [("Date Exercisable", 7), ("Expiration Date", 7), ("Title", 18), ("Amount or Number of Shares", 8)],
)
#: The cells of a body row, in order; "$" before a price, "#" before a number, "@" before a date.
_BODY_I = ("security", "@date", "@deemed", "code", "", "#amount", "acquired", "$price", "#following", "ownership", "nature")
_BODY_II = (
    "security", "$exercise_price", "@date", "@deemed", "code", "", "#acquired", "#disposed", "@exercisable", "@expires", "underlying",
    "#underlying_amount", "$price", "#following", "ownership", "nature",
)  # fmt: skip
_BODY_3I = ("security", "#following", "ownership", "nature")
_BODY_3II = ("security", "@exercisable", "@expires", "underlying", "#underlying_amount", "$exercise_price", "ownership", "nature")
_TITLES = {
    "3": "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES",
    "4": "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
    "5": "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
}


def day(text: str) -> str:
    """2019-03-04 as 03/04/2019."""
    return f"{date.fromisoformat(text):%m/%d/%Y}" if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def number(text: str) -> str:
    """18000 as 18,000."""
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isdigit() else text


def _value(kind: str, cell: Cell, small: bool) -> str:
    name = "SmallFormData" if small else "FormData"
    marks = "".join(f'<span class="FootnoteData"><sup>({mark})</sup></span>' for mark in cell.marks)
    if not cell.text:
        return marks
    text = {"@": day, "#": number}.get(kind, str)(cell.text)
    dollar = f'<span class="{"SmallFormText" if small else "FormText"}">$</span>' if kind == "$" else ""
    return f'{dollar}<span class="{name}">{escape(text, quote=False)}</span>{marks}'


def _cells(row: Line, body: tuple[str, ...]) -> str:
    out = []
    for slot in body:
        kind, name = (slot[0], slot[1:]) if slot[:1] in ("@", "#", "$") else ("", slot)
        if row.table == "II" and name in ("acquired", "disposed"):
            cell = row["amount"] if row["acquired"].text == ("A" if name == "acquired" else "D") else Cell()
        else:
            cell = row[name]
        small = (row.table == "II" and name != "underlying_amount") or name == "code"
        inner = _value(kind, cell, small)
        align = "left" if name in ("security", "nature") else "center"
        out.append(f'<td align="{align}">{inner}</td>\n')
    return "<tr>\n" + "".join(out) + "</tr>\n"


def _table(title: str, subtitle: str, head: Head, body: tuple[str, ...], rows: list[Line]) -> str:
    above, below = head
    heading = f"<b>{title}</b>" + (f"<br><b>{subtitle}</b>" if subtitle else "")
    first = "".join(
        _th(text, width, span, "MedSmallFormText" if n == 0 and not subtitle else "SmallFormText")
        for n, (text, width, span) in enumerate(above)
    )
    low = ' valign="bottom"' if subtitle else ""
    second = "".join(f'<th width="{width}%"{low} align="center" class="SmallFormText">{text}</th>\n' for text, width in below)
    held = "".join(_cells(row, body) for row in rows)
    return (
        '<table width="100%" border="1" cellspacing="0" cellpadding="4">\n<thead>\n'
        f'<tr><th width="100%" valign="top" colspan="{len(body)}" align="center" class="FormTextC">{heading}</th></tr>\n'
        f"<tr>\n{first}</tr>\n" + (f"<tr>\n{second}</tr>\n" if second else "") + "</thead>\n"
        + (f"<tbody>\n{held}</tbody>\n" if held else "") + "</table>\n"
    )  # fmt: skip


def _th(text: str, width: int, span: int, name: str) -> str:
    spans = f' rowspan="{span}"' if span > 1 else f' colspan="{-span}"' if span < 0 else ""
    return f'<th width="{width}%" valign="top"{spans} align="left" class="{name}">{text}</th>\n'


def _box(label: str, inner: str) -> str:
    return f'<span class="MedSmallFormText">{label}</span>{inner}'


def _owner(owner: Owner) -> str:
    link = f'<a href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK={owner.cik}">{escape(owner.name)}</a>'
    small = 'width="33%" class="MedSmallFormText"'
    name = _box("1. Name and Address of Reporting Person<sup>*</sup>", f'<table border="0" width="100%"><tr><td>{link}</td></tr></table>\n')

    def three(*words: str) -> str:
        return '<table border="0" width="100%"><tr>\n' + "".join(f"<td {small}>({word})</td>\n" for word in words) + "</tr></table>\n"

    town = "".join(f'<td width="33%"><span class="FormData">{escape(word)}</span></td>\n' for word in (owner.city, owner.state, owner.zip))
    rule = '<hr width="98%">\n'
    return (
        f"{name}{rule}{three('Last', 'First', 'Middle')}"
        f'<table border="0" width="100%">\n<tr><td><span class="FormData">{escape(owner.street)}</span></td></tr>\n'
        f'<tr><td><span class="FormData"></span></td></tr>\n</table>\n{rule}<span class="MedSmallFormText">(Street)</span>'
        f'<table border="0" width="100%"><tr>\n{town}</tr></table>\n{rule}{three("City", "State", "Zip")}'
    )


def _relationship(owner: Owner) -> str:
    def check(on: bool, width: str = "") -> str:
        return f'<td{width} align="center">' + ('<span class="FormData">X</span>' if on else "") + "</td>\n"

    return _box(
        "5. Relationship of Reporting Person(s) to Issuer",
        '<br><span class="MedSmallFormText">(Check all applicable)</span><table border="0" width="100%">\n<tr>\n'
        + check(owner.director, ' width="15%"')
        + '<td width="35%" class="MedSmallFormText">Director</td>\n'
        + check(False, ' width="15%"')
        + '<td width="35%" class="MedSmallFormText">10% Owner</td>\n</tr>\n<tr>\n'
        + check(bool(owner.officer))
        + '<td class="MedSmallFormText">Officer (give title below)</td>\n'
        + check(False)
        + '<td class="MedSmallFormText">Other (specify below)</td>\n</tr>\n<tr><td colspan="4" align="center">'
        + (f'<span class="FormData">{escape(owner.officer)}</span>' if owner.officer else "")
        + "</td></tr>\n</table>\n",
    )


def _boxes(sheet: Sheet) -> str:
    issuer = _box(
        f"{'3' if sheet.initial else '2'}. Issuer Name <b>and</b> Ticker or Trading Symbol",
        f'<br><a href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK={sheet.cik}">{escape(sheet.issuer)}</a>\n'
        f'     [ <span class="FormData">{sheet.symbol}</span> ]\n   ',
    )
    event = "2. Date of Event Requiring Statement" if sheet.initial else "3. Date of Earliest Transaction"
    if sheet.form.startswith("5"):
        event = "3. Statement for Issuer's Fiscal Year Ended"
    original = f'<span class="FormData">{day(sheet.original)}</span>' if sheet.original else ""
    joint = len(sheet.owners) > 1
    who = "".join(
        f'<tr>\n<td width="15%" align="center">{mark}</td>\n<td width="85%" class="MedSmallFormText">{text}</td>\n</tr>\n'
        for mark, text in (
            ("" if joint else '<span class="FormData">X</span>', "Form filed by One Reporting Person"),
            ('<span class="FormData">X</span>' if joint else "", "Form filed by More than One Reporting Person"),
        )
    )
    more = "".join(
        f'<table width="100%" border="1" cellspacing="0" cellpadding="4"><tr><td>{_owner(o)}</td></tr></table>\n' for o in sheet.owners[1:]
    )
    return (
        '<table width="100%" border="1" cellspacing="0" cellpadding="4">\n<tr>\n<td rowspan="3" width="35%" valign="top">\n'
        f'{_owner(sheet.owners[0])}</td>\n<td width="35%" valign="top">\n{issuer}</td>\n<td rowspan="2" valign="top">\n'
        f"{_relationship(sheet.owners[0])}</td>\n</tr>\n"
        f'<tr><td valign="top">\n{_box(event + " (Month/Day/Year)", "<br>")}<span class="FormData">{day(sheet.period)}</span>\n</td></tr>\n'
        f'<tr>\n<td valign="top">\n{_box("4. If Amendment, Date of Original Filed (Month/Day/Year)", "<br>")}{original}</td>\n'
        '<td valign="top">\n'
        + _box("6. Individual or Joint/Group Filing (Check Applicable Line)", f'<table border="0" width="100%">\n{who}</table>\n')
        + f"</td>\n</tr>\n</table>\n{more}"
    )


def _head(sheet: Sheet) -> str:
    title = _TITLES[sheet.form[0]]
    return (
        '<table width="100%" border="0" cellspacing="0" cellpadding="4">\n<tr>\n'
        f'<td width="20%" colspan="2" valign="top" align="center" class="FormName">FORM {sheet.form[0]}</td>\n'
        '<td rowspan="2" width="60%" valign="middle" align="center">\n'
        '<span class="FormTitle">UNITED STATES SECURITIES AND EXCHANGE COMMISSION</span><br>'
        f'<span class="MedSmallFormText">Washington, D.C. 20549</span><br><br><span class="FormTitle">{title}</span><br><br>'
        '<span class="MedSmallFormText">Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934</span><br>'
        '<span class="MedSmallFormText">or Section 30(h) of the Investment Company Act of 1940</span>\n</td>\n'
        '<td rowspan="2" width="20%" valign="top" align="center"><table width="100%" border="1" summary="OMB Approval Status Box">\n'
        '<tr><td class="FormTextC">OMB APPROVAL</td></tr>\n<tr><td><table width="100%" border="0" summary="OMB Interior Box">\n<tr>\n'
        '<td class="SmallFormText" colspan="3">OMB Number:</td>\n<td class="SmallFormTextR">3235-0287</td>\n</tr>\n'
        '<tr><td class="SmallFormText" colspan="4">Estimated average burden</td></tr>\n<tr>\n'
        '<td class="SmallFormText" colspan="3">hours per response:</td>\n<td class="SmallFormTextR">0.5</td>\n</tr>\n</table></td></tr>\n'
        "</table></td>\n</tr>\n"
        '<tr valign="middle">\n<td><table width="100%" border="1" cellpadding="0" cellspacing="0"><tr><td>  </td></tr></table></td>\n'
        '<td class="SmallFormText">Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue.\n'
        "         <i>See</i>\n\n         Instruction 1(b).</td>\n</tr>\n</table>\n"
    )


def _closing(sheet: Sheet) -> str:
    med = 'class="MedSmallFormText"'
    notes = "".join(f'<tr><td class="FootnoteData">{n}. {escape(text, quote=False)}</td></tr>\n' for n, text in sheet.notes.items())
    return (
        f'<table border="0" width="100%">\n<tr><td {med}><b>Explanation of Responses:</b></td></tr>\n{notes}'
        f'<tr><td class="FormText"><b>Remarks:</b></td></tr>\n<tr><td class="FootnoteData">{escape(sheet.remarks, quote=False)}</td></tr>\n'
        "</table>\n"
        '<table width="100%" border="0">\n<tr>\n<td width="60%"></td>\n'
        f'<td width="20%"><u><span class="FormData">{escape(sheet.signature)}</span></u></td>\n'
        f'<td width="20%"><u><span class="FormData">{day(sheet.signed)}</span></u></td>\n</tr>\n<tr>\n<td></td>\n'
        f"<td {med}>** Signature of Reporting Person</td>\n<td {med}>Date</td>\n</tr>\n"
        f'<tr><td colspan="3" {med}>Reminder: Report on a separate line for each class of securities beneficially owned directly or'
        " indirectly.</td></tr>\n"
        f'<tr><td colspan="3" {med}>* If the form is filed by more than one reporting person, <i>see</i> Instruction 4 (b)(v).</td></tr>\n'
        f'<tr><td colspan="3" {med}>** Intentional misstatements or omissions of facts constitute Federal Criminal Violations <i>See</i>'
        " 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).</td></tr>\n"
        f'<tr><td colspan="3" {med}>Note: File three copies of this Form, one of which must be manually signed. If space is'
        " insufficient, <i>see</i> Instruction 6 for procedure.</td></tr>\n"
        f'<tr><td colspan="3" {med}><b>Persons who respond to the collection of information contained in this form are not'
        " required to respond unless the form displays a currently valid OMB Number.</b></td></tr>\n</table>\n"
    )


def as_page(sheet: Sheet) -> str:
    """The page."""
    acts = "Beneficially Owned" if sheet.initial else "Acquired, Disposed of, or Beneficially Owned"
    first, second = f"Table I - Non-Derivative Securities {acts}", f"Table II - Derivative Securities {acts}"
    heads = (INITIAL_I, _BODY_3I, INITIAL_II, _BODY_3II) if sheet.initial else (TABLE_I, _BODY_I, TABLE_II, _BODY_II)
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n<html>\n<head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n'
        f'<title>SEC FORM {sheet.form[0]}</title>\n<style type="text/css">\n{_STYLE}\n</style>\n</head>\n'
        f"<body>SEC Form {sheet.form[0]}\n   "
        + _head(sheet)
        + _boxes(sheet)
        + _table(first, "", heads[0], heads[1], sheet.of("I"))
        + _table(second, "(e.g., puts, calls, warrants, options, convertible securities)", heads[2], heads[3], sheet.of("II"))
        + _closing(sheet)
        + "</body>\n</html>\n"
    )
