"""The reader of ownership XML: every row and cell, the notes on each, repairs, refusals."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.conftest import ROOT
from vestcalc.filings.model import Filing, Person, Row
from vestcalc.filings.ownership_xml import read_xml
from vestcalc.gaps import VestcalcError

FOLDER = ROOT / "fixtures" / "filings"
FORM4 = (FOLDER / "brightwater-form4.xml").read_bytes()
FORM3 = (FOLDER / "calder-form3.xml").read_bytes()


def read(data: bytes) -> Filing:
    return read_xml(data, "some.xml")


def refused(data: bytes) -> str:
    with pytest.raises(VestcalcError) as caught:
        read(data)
    message = str(caught.value)
    assert message.startswith("some.xml: ")
    assert "\n" not in message
    return message


def with_note(filing: bytes, words: bytes) -> bytes:
    """The Form 4 with other words in note 7."""
    return filing.replace(b"The units vest on June 30, 2021.", words)


class TestForm4:
    filing = read(FORM4)

    def test_people_and_dates(self) -> None:
        filing = self.filing
        assert (filing.source, filing.form, filing.period_of_report) == ("some.xml", "4", date(2019, 3, 4))
        assert filing.issuer == Person("Brightwater Pumps & Valves, Inc.", "0000990017", "BWPV")
        assert filing.owners == (Person("OKONKWO ADA R", "0000990018"), Person("Okonkwo Family Trust", "0000990019"))
        assert filing.remarks == "Exhibit 24 – Power of Attorney"
        assert filing.original_filed is None
        assert filing.notices == ()

    def test_rows_are_counted_within_their_table_once_for_all_owners(self) -> None:
        assert [(row.table, row.number, row.holding, row.code) for row in self.filing.rows] == [
            ("I", 1, False, "A"),
            ("I", 2, True, None),
            ("I", 3, False, "F"),
            ("II", 1, False, "A"),
            ("II", 2, True, None),
        ]

    def test_a_grant_in_table_one(self) -> None:
        assert self.filing.rows[0] == Row(
            table="I",
            number=1,
            security="Common Stock",
            code="A",
            transaction_date=date(2019, 3, 4),
            amount=Decimal(2400),
            acquired="A",
            price=None,
            following=Decimal("10250.75"),
            ownership="D",
            notes=("1", "12", "2", "3"),
            cell_notes={"security": ("1",), "code": ("12",), "amount": ("2", "1"), "price": ("3",)},
        )

    def test_a_holding_in_table_one(self) -> None:
        row = self.filing.rows[1]
        assert (row.security, row.amount, row.following) == ("Common Stock", None, Decimal(600))
        assert (row.ownership, row.nature, row.cell_notes) == ("I", "By trust", {"nature": ("4",)})

    def test_commas_dollars_and_time_zones(self) -> None:
        row = self.filing.rows[2]
        assert (row.transaction_date, row.amount, row.price, row.acquired) == (date(2019, 3, 1), Decimal(1188), "31.40", "D")

    def test_an_option(self) -> None:
        assert self.filing.rows[3] == Row(
            table="II",
            number=1,
            security="Stock Option (right to buy)",
            code="A",
            transaction_date=date(2019, 3, 4),
            deemed_date=date(2019, 3, 5),
            amount=Decimal(18000),
            acquired="A",
            price="0",
            exercise_price="31.40",
            exercisable=None,
            expires=date(2029, 3, 3),
            underlying="Common Stock",
            underlying_amount=Decimal(18000),
            following=Decimal(18000),
            ownership="D",
            notes=("5",),
            cell_notes={"exercisable": ("5",)},
        )

    def test_a_holding_in_table_two(self) -> None:
        row = self.filing.rows[4]
        assert (row.amount, row.underlying_amount, row.following) == (None, Decimal(900), Decimal(900))
        assert (row.exercise_price, row.exercisable, row.expires) == (None, None, None)
        assert row.notes == ("6", "7", "12")
        assert row.cell_notes == {"exercise_price": ("6",), "exercisable": ("7", "12"), "expires": ("7",)}

    def test_notes_keep_their_words_without_markup_and_entities(self) -> None:
        notes = self.filing.notes
        assert list(notes) == ["1", "2", "3", "4", "5", "6", "7", "12"]
        assert notes["2"] == "The shares vest in three equal annual installments beginning March 4, 2020 & ending March 4, 2022."
        assert notes["5"] == "One-third of the option vests on March 4, 2020 and the rest in 24 equal monthly installments thereafter."


class TestForm3:
    filing = read(FORM3)

    def test_several_tables_of_a_kind_and_a_row_outside(self) -> None:
        assert [(row.table, row.number, row.security) for row in self.filing.rows] == [
            ("I", 1, "Common Stock"),
            ("II", 1, "Employee Stock Option"),
            ("I", 2, "Preferred Stock"),
        ]
        assert all(row.holding and row.code is None for row in self.filing.rows)

    def test_the_option_held(self) -> None:
        row = self.filing.rows[1]
        assert (row.exercise_price, row.exercisable, row.expires) == ("18.125", date(2006, 9, 12), date(2015, 9, 12))
        assert (row.underlying_amount, row.following, row.cell_notes) == (Decimal(5000), None, {"exercisable": ("2",)})

    def test_a_value_in_dollars_is_no_number_of_units(self) -> None:
        assert self.filing.rows[2].following is None
        assert any("table I row 2, amount following" in notice and "25000.00" in notice for notice in self.filing.notices)

    def test_a_note_that_hangs_on_no_cell_is_kept_and_named(self) -> None:
        assert self.filing.notes["3"].startswith("The reporting person joined")
        assert "note 3: hanging on no cell" in self.filing.notices


def test_an_amendment_names_the_day_of_the_original() -> None:
    data = FORM4.replace(b"<documentType>4<", b"<documentType>4/A<").replace(
        b"<issuer>", b"<dateOfOriginalSubmission>2019-03-06</dateOfOriginalSubmission><issuer>"
    )
    filing = read(data)
    assert (filing.form, filing.original_filed) == ("4/A", date(2019, 3, 6))


@pytest.mark.parametrize("wrong", ["0022-01-01", "2035-13-40", "soon", "2019-02-29", "9999-12-31", "2019-W10-1", "20190304"])
def test_a_date_that_cannot_be_is_left_empty_and_named(wrong: str) -> None:
    filing = read(FORM4.replace(b"<value>2029-03-03</value>", f"<value>{wrong}</value>".encode()))
    assert filing.rows[3].expires is None
    assert filing.notices == (f"table II row 1, expiration date: {wrong!r} is not a date that can be; left empty",)


@pytest.mark.parametrize("wrong", ["-18000", "1e9", "NaN", "12 500", "1,80,00", "9" * 16, "(2)", "٣"])
def test_an_amount_that_cannot_be_is_left_empty_and_named(wrong: str) -> None:
    filing = read(FORM4.replace(b"<value>2400</value>", f"<value>{wrong}</value>".encode()))
    assert filing.rows[0].amount is None
    assert filing.notices == (f"table I row 1, amount: {wrong!r} is not a number of units that can be; left empty",)


@pytest.mark.parametrize("wrong", ["-3.10", "n/a", "$$4", "1.2.3"])
def test_a_price_that_cannot_be_is_left_empty_and_named(wrong: str) -> None:
    filing = read(FORM4.replace(b"<value>31.40</value>", f"<value>{wrong}</value>".encode()))
    assert filing.rows[3].exercise_price is None
    assert filing.notices == (f"table II row 1, exercise price: {wrong!r} is not a price; left empty",)


def test_a_note_that_is_not_there_is_named() -> None:
    filing = read(FORM4.replace(b'<footnote id="F4">Held by the Okonkwo Family Trust.</footnote>', b""))
    assert filing.rows[1].notes == ("4",)
    assert "4" not in filing.notes
    assert filing.notices == ("table I row 2, nature: refers to note 4, which the filing does not hold",)


def test_a_note_that_stands_twice_keeps_both_wordings() -> None:
    filing = read(FORM4.replace(b'<footnote id="F7">', b'<footnote id="F7">The units vest yearly.</footnote><footnote id="F7">'))
    assert filing.notes["7"] == "The units vest yearly.\nThe units vest on June 30, 2021."
    assert any("note 7 stands twice" in notice for notice in filing.notices)


@pytest.mark.parametrize(
    ("broken", "mended", "said"),
    [
        (b"Salary & bonus units vest on June 30, 2021.", "Salary & bonus units vest on June 30, 2021.", "1 bare ampersands"),
        (b"Units at R&D; all vest on June 30, 2021.", "Units at R&D; all vest on June 30, 2021.", "1 bare ampersands"),
        (b"The\x0cunits vest on\x02June 30, 2021.", "The units vest on June 30, 2021.", "2 control characters"),
        (b"The units&#12;vest on June 30, 2021.", "The units vest on June 30, 2021.", "1 control characters"),
        (b"The units&nbsp;vest &ndash; all.", "The units\xa0vest – all.", "2 HTML entities"),
        (b"Vests if growth is < 5% &amp; &lt; 6%.", "Vests if growth is < 5% & < 6%.", '1 bare "<" signs'),
        (b"The holder\x92s units vest.", "The holder’s units vest.", "its character encoding"),
    ],
)
def test_what_filers_break_is_repaired_once_and_said(broken: bytes, mended: str, said: str) -> None:
    filing = read(with_note(FORM4, broken))
    assert filing.notes["7"] == mended
    assert len(filing.rows) == 5
    assert len(filing.notices) == 1
    assert filing.notices[0].startswith("the XML was not well-formed (")
    assert filing.notices[0].endswith(f"repaired: {said}")


def test_a_mangled_tag_is_repaired() -> None:
    filing = read(FORM4.replace(b"<nonDerivativeTable>", b"<nonDerivativeTable ativeTable>"))
    assert len(filing.rows) == 5
    assert filing.notices[0].endswith("repaired: 1 mangled tags")


def test_blank_lines_before_the_declaration() -> None:
    filing = read(b"\n\n" + FORM4)
    assert len(filing.rows) == 5
    assert filing.notices[0].endswith("repaired: text or blank lines around the document left out")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_read_the_same(codec: str) -> None:
    wide = FORM4.decode().encode(codec)
    assert read(wide) == read(FORM4)


def test_latin_1_as_declared_is_windows_1252() -> None:
    data = with_note(FORM4, b"The holder\x92s units vest \x96 all.").replace(b'"1.0"?>', b'"1.0" encoding="ISO-8859-1"?>')
    filing = read(data)
    assert filing.notes["7"] == "The holder’s units vest – all."
    assert filing.notices == ()


def test_namespaces_and_wrappers_do_not_hide_the_document() -> None:
    wrapped = FORM4.replace(b'<?xml version="1.0"?>', b"<edgar>").replace(b"<ownershipDocument>", b'<ownershipDocument xmlns="urn:x">')
    assert read(wrapped + b"</edgar>") == read(FORM4)


def test_a_dtd_or_an_entity_of_its_own_is_refused() -> None:
    for evil in (b'<!DOCTYPE a [<!ENTITY b "c">]>', b'<!doctype a SYSTEM "file:///etc/passwd">'):
        assert "DTD or entities" in refused(FORM4.replace(b"<ownershipDocument>", evil + b"<ownershipDocument>"))
    wide = FORM4.replace(b"<ownershipDocument>", b'<!DOCTYPE a [<!ENTITY b "c">]><ownershipDocument>').decode().encode("utf-16")
    assert "DTD or entities" in refused(wide)


def test_a_document_cut_off_is_refused() -> None:
    assert "cut off" in refused(FORM4[:6000])


def test_wrong_nesting_is_refused_not_guessed() -> None:
    assert "could not be repaired" in refused(FORM4.replace(b"</transactionShares>", b"", 1))


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (b"<informationTable><infoTable/></informationTable>", "informationTable"),
        (b'<?xml version="1.0"?>\n<edgarSubmission xmlns="http://www.sec.gov/edgar/formd"><a/></edgarSubmission>', "edgarSubmission"),
        (b"<edgarSubmission><unclosed></edgarSubmission>", "edgarSubmission"),
    ],
)
def test_xml_of_another_form_is_refused(other: bytes, name: str) -> None:
    message = refused(other)
    assert "not an ownership form" in message
    assert name in message


def test_missing_form_and_code_are_said() -> None:
    data = FORM4.replace(b"<documentType>4</documentType>", b"").replace(b"<transactionCode>A</transactionCode>", b"", 1)
    filing = read(data)
    assert filing.form == "4"
    assert "the document does not say which form it is" in filing.notices
    assert (filing.rows[0].code, filing.rows[0].holding) == (None, False)
    assert "table I row 1, code: a transaction without a transaction code" in filing.notices


def test_rows_in_a_misplaced_element_are_still_rows() -> None:
    data = FORM3.replace(b"<derivativeHolding>", b"<section><part><derivativeHolding>").replace(
        b"</derivativeHolding>", b"</derivativeHolding></part></section>"
    )
    assert [(row.table, row.number) for row in read(data).rows] == [("I", 1), ("II", 1), ("I", 2)]


def rows_counted_independently(data: bytes) -> list[tuple[str, bool]]:
    start, stop = data.find(b"<ownershipDocument"), data.rfind(b"</ownershipDocument>")
    root = ElementTree.fromstring(data[start : stop + len(b"</ownershipDocument>")])
    tags = [element.tag for element in root.iter() if element.tag.endswith(("erivativeTransaction", "erivativeHolding"))]
    return [("I" if tag.startswith("non") else "II", tag.endswith("Holding")) for tag in tags]


def test_every_row_of_real_filings_is_accounted_for(shared: Path) -> None:
    files = sorted((shared / "corpus" / "filings").glob("*.xml"))
    assert len(files) > 80
    for path in files:
        data = path.read_bytes()
        filing = read_xml(data, path.name)
        assert [(row.table, row.holding) for row in filing.rows] == rows_counted_independently(data), path.name
        for table in ("I", "II"):
            numbers = [row.number for row in filing.rows if row.table == table]
            assert numbers == list(range(1, len(numbers) + 1))
        marks = {mark.get("id", "")[1:] for mark in ElementTree.fromstring(data[data.find(b"<own") :]).iter("footnoteId")}
        assert {note for row in filing.rows for note in row.notes} == marks, path.name


LINES = FORM4.splitlines(keepends=True)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The Form 4 with lines dropped, doubled or swapped, then bytes overwritten, then cut off."""
    lines = list(LINES)
    for _ in range(draw(st.integers(0, 4))):
        here, there = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("drop", "double", "swap"))):
            case "drop":
                del lines[here]
            case "double":
                lines.insert(there, lines[here])
            case _:
                lines[here], lines[there] = lines[there], lines[here]
    data = bytearray(b"".join(lines))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=6))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def filing_or_refusal(data: bytes) -> None:
    refusal = ""
    try:
        filing = read(data)
    except VestcalcError as error:
        refusal = str(error)
    else:
        for row in filing.rows:
            assert set(row.notes) == {note for notes in row.cell_notes.values() for note in notes}
    assert "\n" not in refusal


@given(mutated())
def test_any_mutation_is_a_filing_or_a_refusal(data: bytes) -> None:
    filing_or_refusal(data)


@given(st.binary(max_size=300))
@example(b"")
@example(b"\xff\xfe")
@example(b"<ownershipDocument/>")
@example(b'<?xml version="1.0" encoding="no-such"?><ownershipDocument/>')
@example(b'<?xml version="1.0" encoding="utf-16"?><ownershipDocument/>')
@example(b'<?xml version="1.0" encoding="iso-8859-1"?><a/>')
def test_any_bytes_are_a_filing_or_a_refusal(data: bytes) -> None:
    filing_or_refusal(data)
    filing_or_refusal(b"<ownershipDocument>" + data + b"</ownershipDocument>")
