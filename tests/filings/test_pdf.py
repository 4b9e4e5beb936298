"""The reader of PDF prints: the same rows as the page that was printed, rows over a page's end, refusals."""

import io
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.conftest import ROOT
from vestcalc.filings.html import read_html
from vestcalc.filings.model import Filing, Person
from vestcalc.filings.pdf import read_pdf
from vestcalc.filings.pdf_cells import Box, Cell, Page
from vestcalc.filings.pdf_tables import read_ruled
from vestcalc.gaps import VestcalcError

pypdfium2 = pytest.importorskip("pypdfium2", reason="the extra `pdf` is not installed")

FOLDER = ROOT / "fixtures" / "filings"
PRINT = (FOLDER / "brightwater-form4.pdf").read_bytes()
LONG = (FOLDER / "brightwater-long.pdf").read_bytes()


def read(data: bytes) -> Filing:
    return read_pdf(data, "print.pdf")


def refused(data: bytes) -> str:
    with pytest.raises(VestcalcError) as caught:
        read(data)
    message = str(caught.value)
    assert message.startswith("print.pdf: ")
    assert "\n" not in message
    return message


def test_the_print_reads_as_the_page() -> None:
    """But for the CIKs, which the page holds in its links only."""
    page = read_html((FOLDER / "brightwater-form4.html").read_text("utf-8"), "print.pdf")
    issuer = replace(page.issuer, cik=None)
    owners = tuple(replace(owner, cik=None) for owner in page.owners)
    assert read(PRINT) == replace(page, issuer=issuer, owners=owners)


def test_tables_that_run_on_over_pages() -> None:
    """Seven times three rows in Table I, its headings printed again on page 2; seven times two in Table II, whose headings are not."""
    filing = read(LONG)
    first = [row for row in filing.rows if row.table == "I"]
    second = [row for row in filing.rows if row.table == "II"]
    assert [row.number for row in first] == list(range(1, 22))
    assert [row.code for row in first] == ["A", None, "F"] * 7
    assert [row.amount for row in first] == [Decimal(2400), None, Decimal(1188)] * 7
    assert [row.number for row in second] == list(range(1, 15))
    assert [row.code for row in second] == ["A", None] * 7
    assert [row.expires for row in second] == [date(2029, 3, 3), None] * 7
    assert [row.notes for row in second] == [("5",), ("6", "7", "12")] * 7
    assert filing.notices == ()
    assert filing.notes["12"] == "Granted under the 2017 plan."


def page(*cells: tuple[str, float, float, float, float], height: float = 792.0, text: str = "FORM 4") -> Page:
    return Page(text, height, [Cell(Box(left, bottom, right, top), words) for words, left, bottom, right, top in cells])


HEADINGS = (
    ("1. Title of Security", 0, 600, 100, 700),
    ("4. Securities Acquired", 100, 650, 200, 700),
    ("Amount", 100, 600, 200, 650),
    ("6. Ownership Form: Direct (D)", 200, 600, 250, 700),
    ("Code", 250, 600, 300, 650),
)


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    filing = read_ruled(
        [
            page(*HEADINGS, ("Common", 0, 0, 100, 40), ("A", 250, 0, 300, 40)),
            page(("Stock", 0, 700, 100, 792), ("2,400", 100, 700, 200, 792), ("Preferred", 0, 650, 100, 700)),
        ],
        "print.pdf",
    )
    assert filing is not None
    rows = [(row.security, row.code, row.amount) for row in filing.rows]
    assert rows == [("Common Stock", "A", Decimal(2400)), ("Preferred", None, None)]


def test_text_among_the_rows_under_no_column_is_said() -> None:
    filing = read_ruled(
        [page(*HEADINGS, ("Common", 0, 560, 100, 600), ("2,400 Units", 0, 520, 180, 560), ("Preferred", 0, 480, 100, 520))], "print.pdf"
    )
    assert filing is not None
    assert [row.security for row in filing.rows] == ["Common", "Preferred"]
    assert "table I: '2,400 Units' stands among the rows but under no column; left out" in filing.notices


def test_columns_cut_off_by_the_paper_are_said() -> None:
    filing = read_ruled([page(*HEADINGS[:3], ("Common", 0, 560, 100, 600))], "print.pdf")
    assert filing is not None
    assert "table I: its last columns are cut off in this print" in filing.notices


def test_boxes_without_links() -> None:
    boxes = (
        ("1. Name and Address of Reporting Person* ROE JANE (Last) (First)", 0, 750, 100, 790),
        ("2. Issuer Name and Ticker or Trading Symbol Millrace Corp [ MLRC ]", 100, 750, 200, 790),
    )
    filing = read_ruled([page(*boxes, *HEADINGS, ("Common", 0, 560, 100, 600))], "print.pdf")
    assert filing is not None
    assert (filing.owners, filing.issuer) == ((Person("ROE JANE"),), Person("Millrace Corp", None, "MLRC"))


def test_without_rulings_there_is_nothing_to_tell_cells_by() -> None:
    assert read_ruled([page(text="Table II - Derivative Securities")], "print.pdf") is None


def blank() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(612, 792)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_pictures_are_refused() -> None:
    assert "run it through OCR" in refused(blank())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", PRINT[:2000], b"words about vesting"])
def test_what_is_broken_is_refused(data: bytes) -> None:
    assert "broken or no PDF" in refused(data)


def test_without_the_extra_the_command_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert 'pip install "vestcalc[pdf]"' in refused(PRINT)


@settings(max_examples=25)
@given(st.data())
def test_any_damage_is_a_filing_or_a_refusal(data: st.DataObject) -> None:
    damaged = bytearray(PRINT)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    refusal = ""
    try:
        read(bytes(damaged))
    except VestcalcError as error:
        refusal = str(error)
    assert "\n" not in refusal
