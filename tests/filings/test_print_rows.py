"""Rows in the text of a print that are easily taken for something else; each was seen in a real tool's output of a printed page."""

from datetime import date
from decimal import Decimal

from vestcalc.filings.model import Filing
from vestcalc.filings.ocr_text import read_text

HEAD = """FORM 4
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP
1. Name and Address of Reporting Person* Dunmore Ida
2. Issuer Name and Ticker or Trading Symbol Harrow Mills Inc [ HRWM ]
3. Date of Earliest Transaction (Month/Day/Year) 05/03/2020
"""
TABLE_I = "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned\n1. Title of Security (Instr. 3)\n"
TABLE_II = "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned\n1. Title of\nDerivative\nSecurity\n"
NOTES = "Explanation of Responses:\n1. The award vests on the date shown.\n2. One for one.\nRemarks:\n/s/ Ida Dunmore\n"


def read(table_two: str, table_one: str = "") -> Filing:
    return read_text(HEAD + TABLE_I + table_one + TABLE_II + table_two + NOTES, "print.txt")


def test_the_a_of_class_a_is_no_code_of_a_grant() -> None:
    """A holding of units with both dates, as PDF tools print it."""
    (row,) = read("Restricted Stock Units (2) 06/01/2021(1) 06/01/2022 Class A Common Stock 710 710 D\n").rows
    assert (row.holding, row.code, row.transaction_date) == (True, None, None)
    assert (row.exercisable, row.expires, row.underlying_amount) == (date(2021, 6, 1), date(2022, 6, 1), Decimal(710))
    assert (row.underlying, row.following) == ("Class A Common Stock", Decimal(710))


def test_a_line_of_the_heading_with_numbers_alone_is_no_row() -> None:
    heading = "Acquired (A)\nor Disposed\nof (D) (Instr.\n3, 4 and 5)\n6. Date Exercisable and\nExpiration Date\n(Month/Day/Year)\n"
    (row,) = read(heading + "Stock Option $3.19 05/03/2020 A 6,250 (1) 02/28/2030 Common Stock 6,250 $0 6,250 D\n").rows
    assert (row.security, row.code, row.amount) == ("Stock Option", "A", Decimal(6250))


def test_the_rest_of_a_title_with_noise_is_no_row_and_is_told() -> None:
    filing = read("Share Option $33.05 05/03/2020 A 16,000 (1) 11/01/2030 Shares 16,000 $0 16,000 D\n(right to $331 b Shares 2 b\nbuy)\n")
    assert len(filing.rows) == 1
    assert any(notice.startswith("table II: values that belong to no legible row") for notice in filing.notices)


def test_the_address_and_page_number_a_browser_prints_are_no_row() -> None:
    rows = "Common Stock 5,500 I By Trust\n{}\nCommon Stock 700 D\n"
    for footer in ("file:///tmp/a-folder/page.html 1/3", "ﬁle:///tmp/a-folder/page.html 1/3", "https://www.example.com/page.xml 13"):
        filing = read("", rows.format(footer))
        assert [(row.security, row.following) for row in filing.rows] == [("Common Stock", Decimal(5500)), ("Common Stock", Decimal(700))]


def test_a_derivative_title_that_names_no_kind_is_told() -> None:
    filing = read("Stock Cake buy $3.19 05/03/2020 A 6,250 (1) 02/28/2030 Common Stock 6,250 $0 6,250 D\n")
    assert any(notice.startswith("table II row 1, title: 'Stock Cake") for notice in filing.notices)
    filing = read("Stock Option $3.19 05/03/2020 A 6,250 (1) 02/28/2030 Common Stock 6,250 $0 6,250 D\n")
    assert not any("title" in notice for notice in filing.notices)
