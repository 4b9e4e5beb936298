"""One filing in the encodings, line ends and containers that users have: always the same awards."""

import codecs
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import vestcalc
from tests.conftest import ROOT
from tests.crossformat.as_xml import as_xml
from tests.crossformat.filings import AMENDED, GRANT
from tests.crossformat.make_inputs import submission
from tests.crossformat.page import as_page
from tests.crossformat.sheet import Sheet

#: A filing with letters that encodings differ in.
ACCENTED = Sheet(
    **{**GRANT.__dict__, "issuer": "Société Générale d’Été", "notes": {**GRANT.notes, "2": "Withheld – “net” settlement, § 7."}}
)
RUN = "import sys; from vestcalc.cli import main; sys.argv[0] = 'vestcalc'; main()"


def answer(data: bytes) -> dict[str, object]:
    """What the filing says; an undeclared Windows-1252 in XML is repaired with a notice, which is left out here."""
    found = vestcalc.schedule_file(data).to_dict()
    del found["accession"]
    found["notices"] = [notice for notice in found["notices"] if not notice.endswith("its character encoding")]
    return found


def xml(sheet: Sheet, codec: str) -> bytes:
    named = codec.removesuffix("-sig")
    return as_xml(sheet).replace('version="1.0"', f'version="1.0" encoding="{named}"').encode(codec)


def page(sheet: Sheet, codec: str) -> bytes:
    return as_page(sheet).replace("charset=UTF-8", f"charset={codec}").encode(codec)


def bare_returns(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("shape", [xml, page, lambda sheet, codec: submission(sheet).encode(codec)], ids=["xml", "page", "submission"])
def test_encodings(shape: Callable[[Sheet, str], bytes], codec: str) -> None:
    assert answer(shape(ACCENTED, codec)) == answer(as_xml(ACCENTED).encode("utf-8"))
    assert vestcalc.schedule_file(shape(ACCENTED, codec)).issuer.name == "Société Générale d’Été"


def test_latin_1() -> None:
    """Latin-1 has no curly quotes and dashes, but accents."""
    plain = Sheet(**{**GRANT.__dict__, "issuer": "Société d'Été"})
    for data in (xml(plain, "iso-8859-1"), page(plain, "iso-8859-1"), submission(plain).encode("iso-8859-1")):
        assert answer(data) == answer(as_xml(plain).encode("utf-8"))


def test_utf_16_without_a_mark_either_way_round() -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        assert answer(as_xml(ACCENTED).encode(codec)) == answer(as_xml(ACCENTED).encode("utf-8"))
    marked = codecs.BOM_UTF16_BE + as_page(ACCENTED).encode("utf-16-be")
    assert answer(marked) == answer(as_xml(ACCENTED).encode("utf-8"))


@pytest.mark.parametrize("ends", [b"\r", b"\r\n", b"\n\n"])
def test_line_ends(ends: bytes) -> None:
    for data in (submission(GRANT).encode(), as_xml(GRANT).encode(), as_page(GRANT).encode()):
        assert answer(data.replace(b"\n", ends)) == answer(as_xml(GRANT).encode())


def test_a_submission_with_bare_returns_keeps_what_its_header_says() -> None:
    found = vestcalc.schedule_file(bare_returns(submission(GRANT).encode()))
    assert found.accession == "0000990000-20-000001"


@pytest.mark.parametrize("name", ["filing.pdf", "filing.xml", "filing", "filing.jpg", "filing.csv"])
def test_the_suffix_does_not_matter(tmp_path: Path, name: str) -> None:
    for data in (as_xml(GRANT).encode(), submission(GRANT).encode(), as_page(GRANT).encode()):
        path = tmp_path / name
        path.write_bytes(data)
        assert [award.status for award in vestcalc.schedule_file(path).awards] == ["complete", "complete"]


def run(*arguments: object, stdin: bytes = b"") -> tuple[int, str]:
    command = [sys.executable, "-c", RUN, "check", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=ROOT, timeout=60)
    return done.returncode, done.stdout.decode()


def test_a_folder_and_a_zip_with_filings_of_all_shapes(tmp_path: Path) -> None:
    shapes = {
        "a.txt": submission(GRANT),
        "b/c.xml": as_xml(AMENDED),
        "d.html": as_page(GRANT),
        "terms.txt": "All of it vests on May 1, 2020.",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in shapes.items():
            path = tmp_path / "folder" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            archive.writestr(name, text)
    (tmp_path / "all.bin").write_bytes(packed.getvalue())
    for where in (tmp_path / "folder", tmp_path / "all.bin"):
        status, out = run(where)
        assert status == 0
        assert "4 filings, 7 awards: 7 complete" in out
        assert "b/c.xml table II row 2: Stock Option (right to buy): 48 vests 2021-04-15 to 2025-03-15" in out


@pytest.mark.parametrize("text", [as_xml(GRANT), submission(GRANT), as_page(GRANT)], ids=["xml", "submission", "page"])
def test_standard_input(text: str) -> None:
    status, out = run("-", stdin=text.encode())
    assert status == 0
    assert "- table II row 1: Stock Option (right to buy): 37 vests 2019-05-14 to 2022-05-14" in out


def test_standard_input_with_terms_alone() -> None:
    status, out = run("-", stdin=b"The award vests in four equal annual installments beginning on May 1, 2020.\n")
    assert status == 0
    assert "4 vests 2020-05-01 to 2023-05-01" in out
