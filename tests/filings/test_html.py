"""The reader of EDGAR's HTML page: the same rows as the XML it was made from, saved copies, damage, refusals."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.conftest import ROOT
from vestcalc.filings.html import read_html
from vestcalc.filings.model import Filing, Person
from vestcalc.filings.ownership_xml import read_xml
from vestcalc.gaps import VestcalcError

FOLDER = ROOT / "fixtures" / "filings"
FORM4 = (FOLDER / "brightwater-form4.html").read_text("utf-8")
FORM3 = (FOLDER / "calder-form3.html").read_text("utf-8")


def read(text: str) -> Filing:
    return read_html(text, "page.html")


def test_the_page_reads_as_the_xml_it_shows() -> None:
    """But for the note on transactionAmounts as a whole, which the page has no cell for, and the notes' order within the row."""
    page = read(FORM4)
    xml = read_xml((FOLDER / "brightwater-form4.xml").read_bytes(), "page.html")
    grant = xml.rows[0]
    rows = (replace(grant, cell_notes={**grant.cell_notes, "amount": ("2",)}), *xml.rows[1:])
    assert page == replace(xml, rows=rows)


def test_the_form_three_page() -> None:
    filing = read(FORM3)
    assert (filing.form, filing.original_filed, filing.period_of_report) == ("3/A", date(2005, 9, 14), date(2005, 9, 12))
    assert filing.issuer == Person("CALDER RIVER BANCORP", "0000990031", "CRBC")
    assert filing.owners == (Person("VANTERPOOL JESSE", "0000990032"),)
    assert [(row.table, row.number, row.holding, row.security) for row in filing.rows] == [
        ("I", 1, True, "Common Stock"),
        ("I", 2, True, "Preferred Stock"),
        ("II", 1, True, "Employee Stock Option"),
    ]
    assert (filing.rows[0].following, filing.rows[0].cell_notes) == (Decimal(4310), {"following": ("1",)})
    assert (filing.rows[1].following, filing.rows[1].ownership, filing.rows[1].nature) == (None, "I", "By spouse")
    option = filing.rows[2]
    assert (option.exercisable, option.expires, option.exercise_price) == (date(2006, 9, 12), date(2015, 9, 12), "18.125")
    assert (option.underlying, option.underlying_amount, option.cell_notes) == ("Common Stock", Decimal(5000), {"exercisable": ("2",)})
    assert filing.remarks is None


def test_a_page_that_breaks_off_is_told() -> None:
    whole = FORM4
    cut = whole[: whole.rindex("</table>")]
    assert not [notice for notice in read(whole).notices if "breaks off" in notice]
    assert [notice for notice in read(cut).notices if "breaks off" in notice] == [
        "the page breaks off: its end is not there, rows and notes may be missing"
    ]


def test_a_disposal_is_told_by_its_column() -> None:
    cells = '<td align="center"><span class="SmallFormData">18,000</span></td>\n<td align="center"></td>\n'
    moved = FORM4.replace(cells, '<td align="center"></td>\n<td align="center"><span class="SmallFormData">18,000</span></td>\n', 1)
    assert moved != FORM4
    row = read(moved).rows[3]
    assert (row.acquired, row.amount) == ("D", Decimal(18000))


def uppercase_tags(page: str) -> str:
    return re.sub(r"</?[a-z]+", lambda tag: tag[0].upper(), page)


def bare_attributes(page: str) -> str:
    return re.sub(r'(class|align|rowspan|colspan)="(\w+)"', r"\1=\2", page)


def without_end_tags(page: str) -> str:
    return re.sub(r"</(?:td|th|tr|thead|tbody)>\n?", "", page)


def with_sections(page: str) -> str:
    """A browser puts every row of a table into a tbody."""
    page = re.sub(r"(<table[^>]*>)\s*(<tr)", r"\1<tbody>\2", page)
    return page.replace("</tr>\n</table>", "</tr>\n</tbody></table>").replace("</tr></table>", "</tr></tbody></table>")


def without_headings_as_such(page: str) -> str:
    return page.replace("<th ", "<td ").replace("</th>", "</td>").replace("<thead>", "").replace("</thead>", "")


def without_classes(page: str) -> str:
    return re.sub(r' class="\w+"', "", page)


def flattened(page: str) -> str:
    """A copy that lost its superscripts, so that marks stand glued to the numbers."""
    return re.sub(r"</?(?:sup|span)[^>]*>", "", page)


@pytest.mark.parametrize(
    "change",
    [uppercase_tags, bare_attributes, without_end_tags, with_sections, without_headings_as_such, without_classes, flattened],
)
def test_saved_copies_read_the_same(change: Callable[[str], str]) -> None:
    changed = change(FORM4)
    assert changed != FORM4
    assert read(changed) == read(FORM4)


def test_a_glued_mark_never_joins_the_number() -> None:
    filing = read(flattened(FORM4))
    assert (filing.rows[0].amount, filing.rows[0].cell_notes["amount"]) == (Decimal(2400), ("2",))
    assert filing.rows[3].security == "Stock Option (right to buy)"


def test_a_row_that_does_not_fit_the_headings_is_kept_empty_and_named() -> None:
    broken = FORM4.replace('<td align="center"><span class="SmallFormData">03/05/2019</span></td>\n', "")
    row = read(broken).rows[3]
    assert (row.table, row.number, row.security) == ("II", 1, "Stock Option (right to buy)")
    assert (row.amount, row.expires, row.code, row.notes) == (None, None, None, ("5",))
    assert any("table II row 1, row: 15 cells under 16 headings" in notice for notice in read(broken).notices)


@pytest.mark.parametrize(("there", "wrong"), [("03/03/2029", "13/40/2029"), ("03/03/2029", "03/03/29"), ("03/03/2029", "someday")])
def test_a_date_that_cannot_be_is_left_empty_and_named(there: str, wrong: str) -> None:
    filing = read(FORM4.replace(there, wrong))
    assert filing.rows[3].expires is None
    assert filing.notices == (f"table II row 1, expiration date: {wrong!r} is not a date that can be; left empty",)


def test_a_form_five_page_has_no_column_for_late_reports() -> None:
    """Form 5: the code is one column, so Table I has ten."""
    head = '<th valign="top" rowspan="2" align="left" class="SmallFormText">3. Transaction Code (Instr. 8)</th>'
    page = re.sub(r'<th valign="top" colspan="2"[^>]*>3\. Transaction Code.*?</th>', head, FORM4, count=1, flags=re.DOTALL)
    page = re.sub(r"<th [^>]*>Code</th>\n<th [^>]*>V</th>\n", "", page, count=1)
    first, second = page.split("Table II -", 1)
    body = first.index("<tbody>\n<tr>\n<td align")
    rows = first[body:].split("<tr>\n")
    fives = [rows[0]]
    for row in rows[1:]:
        cells = re.findall(r"<td.*?</td>\n", row, re.DOTALL)
        fives.append("".join(cells[:4] + cells[5:]) + row[row.rindex("</td>") + 6 :])
    filing = read(first[:body] + "<tr>\n".join(fives) + "Table II -" + second)
    assert filing.rows == read(FORM4).rows


def test_what_is_no_such_page_is_refused() -> None:
    for page in ("", "<html><body><table><tr><td>Table of contents</td></tr></table></body></html>", "<![if", "plain words"):
        with pytest.raises(VestcalcError, match=r"^page\.html: ") as caught:
            read(page)
        assert "\n" not in str(caught.value)


def test_real_pages(shared: Path) -> None:
    """Rows, codes and marks of the four pages, counted by eye."""
    expected = {
        "apple-inc-f630bf.html": ("MFS", "M"),
        "evans-bancorp-inc-9ab65c.html": ("A", ""),
        "google-inc-e6782f.html": ("C" + 17 * "S" + "-", "C"),
        "microsoft-corp-a5ac30.html": ("-", "A"),
    }
    for name, (first, second) in expected.items():
        filing = read_html((shared / "corpus" / "filings" / name).read_text("utf-8"), name)
        codes = {table: "".join(row.code or "-" for row in filing.rows if row.table == table) for table in ("I", "II")}
        assert codes == {"I": first, "II": second}, name
        assert filing.notices == (), name
        assert {note for row in filing.rows for note in row.notes} == set(filing.notes), name


LINES = FORM4.splitlines(keepends=True)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The page with lines dropped, doubled or swapped, characters written over, and cut off."""
    lines = list(LINES)
    for _ in range(draw(st.integers(0, 5))):
        here, there = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("drop", "double", "swap"))):
            case "drop":
                del lines[here]
            case "double":
                lines.insert(there, lines[here])
            case _:
                lines[here], lines[there] = lines[there], lines[here]
    page = "".join(lines)
    if draw(st.booleans()):
        at = draw(st.integers(0, len(page)))
        page = page[:at] + draw(st.text(alphabet="<>&;!-/[]()1aA\"' ", max_size=8)) + page[at + draw(st.integers(0, 8)) :]
    return page[: draw(st.integers(0, len(page)))] if draw(st.booleans()) else page


def filing_or_refusal(text: str) -> None:
    refusal = ""
    try:
        filing = read(text)
    except VestcalcError as error:
        refusal = str(error)
    else:
        for table in ("I", "II"):
            numbers = [row.number for row in filing.rows if row.table == table]
            assert numbers == list(range(1, len(numbers) + 1))
    assert "\n" not in refusal


@given(mutated())
def test_any_mutation_is_a_filing_or_a_refusal(page: str) -> None:
    filing_or_refusal(page)


@given(st.text(max_size=200))
@example("<!DOCTYPE [")
@example("<table>" * 1000)
@example("&#x110000;&#55296;")
def test_any_text_is_a_filing_or_a_refusal(text: str) -> None:
    filing_or_refusal(text)
    filing_or_refusal(FORM4.replace("2,400", text))
