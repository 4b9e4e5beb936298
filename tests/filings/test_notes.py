"""Notes that run on into the next: a row marked with the first part carries the whole, whatever form the filing has."""

import pytest

from vestcalc.filings import read
from vestcalc.filings.model import CellName, Filing, Row
from vestcalc.filings.notes import continued, join_continued

FIRST = "The option vests as to 1/4 of the shares on May 3, 2021,"
NEXT = "and as to 1/48 of the shares each month thereafter."


def row(number: int, **hung: tuple[str, ...]) -> Row:
    cells: dict[CellName, tuple[str, ...]] = dict(hung)  # type: ignore[arg-type]
    return Row("II", number, "Stock Option", notes=tuple(dict.fromkeys(n for some in hung.values() for n in some)), cell_notes=cells)


@pytest.mark.parametrize(
    "opening",
    [
        "(Continued from footnote 4) ",
        "(continued from Footnote 4): ",
        "Continuation of footnote (4). ",
        "[cont'd from note 4] ",
        "(Cont. from fn. 4) ",
        "(Continued from previous footnote) ",
        "(continued from the prior note) ",
        "(continuation of note 5) ",
        "...continued from footnote #4 ",
    ],
)
def test_ways_of_saying_that_a_note_continues_the_one_before(opening: str) -> None:
    assert continued({"3": "Direct.", "4": FIRST, "5": opening + NEXT}) == {"5": "4"}


@pytest.mark.parametrize(
    "ending", ["(continued in next footnote)", "(Continued in footnote 5)", "continued on the next note.", "(Cont'd in Note 5 below)"]
)
def test_ways_of_saying_that_a_note_runs_on(ending: str) -> None:
    assert continued({"4": f"{FIRST} {ending}", "5": NEXT, "6": "Direct."}) == {"5": "4"}


@pytest.mark.parametrize(
    "words",
    [
        "Continued service is required through each date.",
        "Continued vesting applies upon retirement.",
        "The option vests monthly, subject to continued service as described in footnote 4",
    ],
)
def test_continued_service_continues_no_note(words: str) -> None:
    assert continued({"4": FIRST, "5": words, "6": "Direct."}) == {}


def test_the_first_note_continues_nothing() -> None:
    assert continued({"1": "(Continued from footnote 1) " + NEXT}) == {}


def test_a_row_marked_with_the_first_part_carries_all_parts_in_order() -> None:
    notes = {"1": FIRST, "2": "(continued from footnote 1) " + NEXT, "3": "(continued from footnote 2) Direct.", "4": "Plan."}
    said: list[str] = []
    (joined,) = join_continued([row(1, exercisable=("1", "4"))], notes, said)
    assert joined.notes == ("1", "2", "3", "4")
    assert joined.cell_notes == {"exercisable": ("1", "2", "3", "4")}
    assert said == []


def test_a_row_marked_with_the_second_part_alone_does_not_get_the_first_and_is_named() -> None:
    notes = {"1": FIRST, "2": "(continued from footnote 1) By trust."}
    said: list[str] = []
    (joined,) = join_continued([row(1, nature=("2",))], notes, said)
    assert joined.notes == ("2",)
    assert said == ["table II row 1: marked with note 2, which continues note 1, but not with that note"]


#: A wrong number: what note 7 says it continues, the cells' marks, the note it is taken to continue.
WRONG = [
    ("7", {}, "6"),  # its own number
    ("5", {}, "6"),  # off by one
    ("8", {}, "6"),
    ("2", {"expires": ("6", "7")}, "6"),  # shares its cells with the note before
    ("5", {"expires": ("5", "7")}, "5"),  # shares them with the note it names
    ("2", {}, "2"),  # far off, but there is such a note
    ("40", {}, None),  # no such note
]


@pytest.mark.parametrize(("stated", "marks", "meant"), WRONG)
def test_the_wrong_number(stated: str, marks: dict[str, tuple[str, ...]], meant: str | None) -> None:
    notes = dict.fromkeys("12345", "Held by a trust.") | {"6": "Direct.", "7": f"(Continued from footnote {stated}) {NEXT}"}
    said: list[str] = []
    rows = [row(1, **marks)]
    join_continued(rows, notes, said)
    assert continued(notes, rows).get("7") == meant
    numbered = [line for line in said if line.startswith("note 7 says that it continues note " + stated)]
    assert len(numbered) == (0 if meant == stated else 1)


def test_of_a_finished_note_before_and_an_unfinished_one_named_the_named_one_is_meant() -> None:
    assert continued({"4": FIRST, "5": "Direct.", "6": "(continued from footnote 4) " + NEXT}) == {"6": "4"}


XML = """<ownershipDocument><documentType>4</documentType><periodOfReport>2020-05-03</periodOfReport>
<issuer><issuerCik>1</issuerCik><issuerName>Harrow Mills Inc</issuerName><issuerTradingSymbol>HRWM</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>2</rptOwnerCik><rptOwnerName>Dunmore Ida</rptOwnerName></reportingOwnerId></reportingOwner>
<derivativeTable><derivativeTransaction><securityTitle><value>Stock Option</value></securityTitle>
<transactionDate><value>2020-05-03</value></transactionDate><transactionCoding><transactionCode>A</transactionCode></transactionCoding>
<transactionAmounts><transactionShares><value>4800</value></transactionShares></transactionAmounts>
<exerciseDate><footnoteId id="F26"/></exerciseDate></derivativeTransaction></derivativeTable>
<footnotes><footnote id="F26">{first}</footnote><footnote id="F27">(continued from footnote 26) {rest}</footnote></footnotes>
</ownershipDocument>"""

PAGE = """<html><body>SEC Form 4 <table><tr><td class="FormName">FORM 4</td></tr></table>
<span>1. Name and Address of Reporting Person</span>
<table><tr><td>2. Issuer Name and Ticker or Trading Symbol<br><a>Harrow Mills Inc</a> [ HRWM ]</td></tr></table>
<table><tr><th colspan=4><b>Table II - Derivative Securities Acquired</b></th></tr>
<tr><th>1. Title of Derivative Security</th><th>3. Transaction Date</th><th>4. Transaction Code</th><th>6. Date Exercisable</th></tr>
<tr><td>Stock Option</td><td>05/03/2020</td><td>A</td><td><span class="FootnoteData"><sup>(26)</sup></span></td></tr></table>
<table><tr><td><b>Explanation of Responses:</b></td></tr><tr><td class="FootnoteData">26. {first}</td></tr>
<tr><td class="FootnoteData">27. (continued from footnote 26) {rest}</td></tr></table></body></html>"""

TEXT = """FORM 4
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP
1. Name and Address of Reporting Person* Dunmore Ida
2. Issuer Name and Ticker or Trading Symbol Harrow Mills Inc [ HRWM ]
3. Date of Earliest Transaction (Month/Day/Year) 05/03/2020
Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned
Stock Option $7.25 05/03/2020 A 4,800 (1) 05/03/2030 Common Stock 4,800 $0 4,800 D
Explanation of Responses:
1. {first}
2. (continued from footnote 1) {rest}
"""


def test_every_reader_joins_them() -> None:
    for shape in (XML, "<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n" + XML + "\n</XML>\n</TEXT>\n</DOCUMENT>", PAGE, TEXT):
        filing: Filing = read(shape.format(first=FIRST, rest=NEXT).encode(), "a filing")
        assert [r.notes for r in filing.rows] == [("1", "2") if shape is TEXT else ("26", "27")], shape[:40]
        assert not [notice for notice in filing.notices if "note" in notice], filing.notices
        assert [words.endswith("each month thereafter.") for words in filing.notes.values()] == [False, True]


def test_a_long_chain_is_no_trouble() -> None:
    notes = {str(n): f"(continued from footnote {n - 1}) words" for n in range(1, 3000)}
    (joined,) = join_continued([row(1, price=("1",))], notes, [])
    assert len(joined.notes) == 2999
