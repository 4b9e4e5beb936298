"""The reader of full submissions: both kinds of header, the envelope, line ends, what the header adds, refusals."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.conftest import ROOT
from tests.filings.test_ownership_xml import rows_counted_independently
from vestcalc.filings.html import read_html
from vestcalc.filings.model import Filing, Person
from vestcalc.filings.ownership_xml import read_xml
from vestcalc.filings.submission import read_submission
from vestcalc.gaps import VestcalcError

FOLDER = ROOT / "fixtures" / "filings"
XML = (FOLDER / "brightwater-form4.xml").read_bytes()
PLAIN = read_xml(XML, "some.txt")

ENVELOPE = b"""-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR
Originator-Name: webmaster@www.example.org
MIC-Info: RSA-MD5,RSA,
 AAAA

"""
LABELS = b"""<SEC-DOCUMENT>0000990018-19-000041.txt : 20190306
<SEC-HEADER>0000990018-19-000041.hdr.sgml : 20190306
<ACCEPTANCE-DATETIME>20190306171502
ACCESSION NUMBER:\t\t0000990018-19-000041
CONFORMED SUBMISSION TYPE:\t4
PUBLIC DOCUMENT COUNT:\t\t2
CONFORMED PERIOD OF REPORT:\t20190304
FILED AS OF DATE:\t\t20190306
DATE AS OF CHANGE:\t\t20190307

ISSUER:\t\t

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tBRIGHTWATER PUMPS & VALVES, INC.
\t\tCENTRAL INDEX KEY:\t\t\t0000990017

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tDUNMORE PUMPS INC
\t\tDATE OF NAME CHANGE:\t19980101

REPORTING-OWNER:\t

\tOWNER DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tOKONKWO ADA R
\t\tCENTRAL INDEX KEY:\t\t\t0000990018

\tFILING VALUES:
\t\tFORM TYPE:\t\t4
</SEC-HEADER>
"""
TAGS = b"""<SUBMISSION>
<ACCESSION-NUMBER>0000990018-19-000041
<TYPE>4
<PERIOD>20190304
<FILING-DATE>20190306
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>OKONKWO ADA R
<CIK>0000990018
</OWNER-DATA>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>BRIGHTWATER PUMPS & VALVES, INC.
<CIK>0000990017
</COMPANY-DATA>
</ISSUER>
"""


def document(kind: bytes, name: bytes, text: bytes) -> bytes:
    return b"<DOCUMENT>\n<TYPE>%b\n<SEQUENCE>1\n<FILENAME>%b\n<TEXT>\n%b\n</TEXT>\n</DOCUMENT>\n" % (kind, name, text)


FORM = document(b"4", b"doc4.xml", b"<XML>\n" + XML + b"</XML>")
EXHIBIT = document(b"EX-24", b"power.htm", b"<html><p>Know all by these presents & others < all</p></html>")
SUBMISSION = LABELS + FORM + EXHIBIT + b"</SEC-DOCUMENT>\n"


def read(data: bytes) -> Filing:
    return read_submission(data, "some.txt")


def refused(data: bytes) -> str:
    with pytest.raises(VestcalcError) as caught:
        read(data)
    message = str(caught.value)
    assert message.startswith("some.txt: ")
    assert "\n" not in message
    return message


EXPECTED = replace(PLAIN, accession="0000990018-19-000041", filed=date(2019, 3, 6))


@pytest.mark.parametrize(
    "data",
    [
        SUBMISSION,
        ENVELOPE + SUBMISSION + b"-----END PRIVACY-ENHANCED MESSAGE-----\n",
        TAGS + FORM + EXHIBIT,
        LABELS + EXHIBIT + FORM,
        SUBMISSION.replace(b"\n", b"\r\n"),
        SUBMISSION.replace(b"\n", b"\r"),
        b"\n".join(b"    " + line for line in LABELS.split(b"\n")) + FORM,
        SUBMISSION.replace(b"<XML>", b"").replace(b"</XML>", b""),
        SUBMISSION.decode().encode("utf-16"),
    ],
    ids=["labels", "envelope", "tags", "exhibit first", "crlf", "bare cr", "indented", "no XML tags", "utf-16"],
)
def test_every_shape_reads_as_the_xml_with_what_the_header_adds(data: bytes) -> None:
    assert read(data) == EXPECTED


def test_what_the_xml_lacks_comes_from_the_header() -> None:
    start, stop = XML.index(b"<issuer>"), XML.index(b"<nonDerivativeTable>")
    bare = XML[:start] + XML[stop:]
    bare = bare.replace(b"<periodOfReport>2019-03-04</periodOfReport>", b"")
    for header in (LABELS, TAGS):
        filing = read(header + document(b"4", b"doc4.xml", b"<XML>\n" + bare + b"</XML>"))
        assert filing.issuer == Person("BRIGHTWATER PUMPS & VALVES, INC.", "0000990017")
        assert filing.owners == (Person("OKONKWO ADA R", "0000990018"),)
        assert filing.period_of_report == date(2019, 3, 4)


def test_a_header_of_another_form_is_said() -> None:
    filing = read(SUBMISSION.replace(b"TYPE:\t4\nPUBLIC", b"TYPE:\t4/A\nPUBLIC"))
    assert filing.form == "4"
    assert filing.notices == ("the header calls this a Form 4/A, the document a Form 4; the document is followed",)


def test_broken_xml_inside_is_repaired_and_said() -> None:
    filing = read(SUBMISSION.replace(b"2020 &amp; ending", b"2020 & ending"))
    assert filing.notes == PLAIN.notes
    assert filing.notices[0].endswith("repaired: 1 bare ampersands")


def test_the_declaration_of_the_document_is_kept() -> None:
    latin = XML.replace(b'"1.0"?>', b'"1.0" encoding="ISO-8859-1"?>').replace(b"Granted for no", b"Granted \x96 for no")
    filing = read(LABELS + document(b"4", b"doc4.xml", b"<XML>\r\n" + latin + b"</XML>"))
    assert filing.notes["3"] == "Granted – for no consideration."
    assert filing.notices == ()


def test_edgars_page_as_a_document() -> None:
    page = (FOLDER / "brightwater-form4.html").read_bytes()
    filing = read(LABELS + document(b"4", b"form4.htm", page))
    assert filing.rows == read_html(page.decode(), "some.txt").rows
    assert filing.accession == "0000990018-19-000041"


@pytest.mark.parametrize("text", [b"FORM 4\n1. Name and Address   ROE JANE\nOptions vest yearly", b"<html><body>Form 4</body></html>"])
def test_forms_from_before_the_xml_are_refused_in_a_line(text: bytes) -> None:
    message = refused(LABELS + document(b"4", b"form4.txt", text))
    assert "no ownership XML (documents: 4)" in message
    assert "plain text" in message


def test_several_filings_in_one_file_are_refused() -> None:
    assert "holds 2 ownership documents" in refused(SUBMISSION + SUBMISSION)


def test_a_submission_cut_off_is_refused() -> None:
    assert "cut off" in refused(SUBMISSION[: SUBMISSION.index(b"<footnotes>")])
    assert "no ownership XML (no document)" in refused(LABELS)


def test_real_submissions(shared: Path) -> None:
    files = sorted((shared / "corpus" / "filings").glob("*.txt"))
    assert len(files) >= 12
    for path in files:
        data = path.read_bytes()
        filing = read_submission(data, path.name)
        assert [(row.table, row.holding) for row in filing.rows] == rows_counted_independently(data), path.name
        assert filing.accession is not None
        assert filing.accession.encode() in data
        assert filing.filed is not None
        assert filing.period_of_report is not None
        assert filing.filed >= filing.period_of_report
        assert filing.issuer.cik
        assert all(owner.name for owner in filing.owners)
        assert filing.notices == (), path.name


@given(st.data())
def test_any_mutation_is_a_filing_or_a_refusal(data: st.DataObject) -> None:
    lines = SUBMISSION.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        here, there = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines) - 1))
        lines[here:here] = lines[there : there + data.draw(st.integers(0, 2))]
        del lines[there : there + data.draw(st.integers(0, 2))]
    text = b"".join(lines)[: data.draw(st.integers(0, 2 * len(SUBMISSION)))]
    refusal = ""
    try:
        read(text)
    except VestcalcError as error:
        refusal = str(error)
    assert "\n" not in refusal


@given(st.binary(max_size=200))
def test_any_bytes_are_a_refusal(data: bytes) -> None:
    refused(data)
    assert read(SUBMISSION.replace(b"ACCESSION NUMBER", data.replace(b"<", b"") + b"ACCESSION NUMBER")).rows == PLAIN.rows
