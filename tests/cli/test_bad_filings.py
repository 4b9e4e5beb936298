"""Filings that cannot be: one clear line each, what and where and what to try; what can be read of them, and the other files, go on."""

import builtins
import csv
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Vestcalc
from tests.conftest import ROOT
from vestcalc import limits
from vestcalc.filings import sources

FORM = ROOT / "fixtures" / "filings" / "example-form4.xml"
TEXT = FORM.read_text("utf-8")
THIRTEEN_F = '<?xml version="1.0"?>\n<informationTable xmlns="http://www.sec.gov/edgar/document/thirteenf/informationtable"/>'
FORM_D = '<?xml version="1.0"?>\n<edgarSubmission><submissionType>D</submissionType><x>interests vest</x></edgarSubmission>'
SUBMISSION = (
    "<SEC-DOCUMENT>a.txt\n<SEC-HEADER>\nCONFORMED SUBMISSION TYPE: {form}\n</SEC-HEADER>\n"
    "<DOCUMENT>\n<TYPE>{form}\n<TEXT>\n{held}\n</TEXT>\n</DOCUMENT>\n"
)

#: What stands in the file, and what the line must say.
REFUSED = {
    "truncated.xml": (TEXT[: len(TEXT) // 2], r"the XML is cut off, </ownershipDocument> is missing \(.*\); fetch the filing again"),
    "nested.xml": (TEXT.replace("</derivativeTable>", "</derivative>"), r"not well-formed \(.*line \d+.*\).*fetch the filing again"),
    "13f.xml": (THIRTEEN_F, r"XML of another kind \(its outermost element is informationTable\); give the XML of a Form 3, 4 or 5"),
    "root.xml": (TEXT.replace("ownershipDocument", "owner shipDocument").replace("<?xml", "<xml"), "without its ownershipDocument element"),
    "d.xml": (FORM_D, r"XML of another kind \(its outermost element is edgarSubmission\); give"),
    "13f.txt": (SUBMISSION.format(form="13F-HR", held=f"<XML>\n{THIRTEEN_F}\n</XML>"), r"holds no ownership XML \(documents: 13F-HR\)"),
    "8k.txt": (SUBMISSION.format(form="8-K", held="The shares vest on May 1, 2020."), r"holds no ownership XML \(documents: 8-K\)"),
    "cut.txt": (SUBMISSION.format(form="4", held="<XML>\n" + TEXT[:3000]), r"cut off"),
    "dtd.xml": ('<!DOCTYPE a [<!ENTITY b "c">]>' + TEXT.partition("?>")[2].lstrip(), r"a DTD or entities of its own"),
    "page.html": ("<html><body>Notice of proposed sale <span class=FormData>x</span></body></html>", r"neither a Form 3, 4 or 5 nor words"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused_is_one_line_and_the_others_are_read(vestcalc: Vestcalc, tmp_path: Path, name: str) -> None:
    words, said = REFUSED[name]
    path = tmp_path / name
    path.write_text(words, "utf-8")
    done = vestcalc("check", path, FORM)
    assert done.status == 1
    assert len(done.complaints) == 1
    assert done.err.startswith(f"vestcalc: {path}: ")
    assert re.search(said, done.err), done.err
    assert "1 filing, 2 awards: 2 complete" in done.out


def changed(element: str, value: str) -> str:
    """The form with another value in every such cell."""
    return re.sub(rf"(<{element}>\s*<value>)[^<]*", rf"\g<1>{value}", TEXT)


@pytest.mark.parametrize(
    ("element", "value", "said"),
    [
        ("transactionDate", "0022-03-15", "table I row 1, date: '0022-03-15' is not a date that can be; left empty"),
        ("expirationDate", "2035-13-40", "table II row 1, expiration date: '2035-13-40' is not a date that can be; left empty"),
        ("transactionShares", "-9000", "table I row 1, amount: '-9000' is not a number of units that can be; left empty"),
        (
            "transactionShares",
            "999999999999999",
            "table I row 1, amount: '999999999999999' is not a number of units that can be; left empty",
        ),
        ("transactionShares", "1e9", "table II row 1, amount: '1e9' is not a number of units that can be; left empty"),
        ("transactionPricePerShare", "-2.50", "table II row 1, price: '-2.50' is not a price; left empty"),
    ],
)
def test_a_value_that_cannot_be_is_a_notice_and_the_rest_is_read(
    vestcalc: Vestcalc, tmp_path: Path, element: str, value: str, said: str
) -> None:
    path = tmp_path / "form.xml"
    path.write_text(changed(element, value), "utf-8")
    done = vestcalc("schedule", path, "-f", "csv")
    assert done.status == 0
    assert f"vestcalc: {path}: {said}" in done.complaints
    assert value not in done.out
    assert ",2024-03-15," in done.out


def test_an_amount_that_cannot_be_leaves_portions_and_no_numbers(vestcalc: Vestcalc, tmp_path: Path) -> None:
    path = tmp_path / "form.xml"
    path.write_text(changed("transactionShares", "-9000"), "utf-8")
    done = vestcalc("schedule", path, "--award", "I.1", "-f", "csv")
    assert [(row["shares"], row["portion"]) for row in csv.DictReader(done.out.splitlines())] == [("", "1/3")] * 3


def test_a_file_beyond_the_limit_is_one_line_that_names_it(vestcalc: Vestcalc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.xml"
    path.write_text(TEXT[:300] + "<!-- " + "x" * 40_000, "utf-8")
    monkeypatch.setattr(limits, "FILE_BYTES", 30_000)
    done = vestcalc("check", path, FORM)
    assert done.status == 1
    assert len(done.complaints) == 1
    assert done.err.startswith(f"vestcalc: {path}: larger than ")
    assert "FILE_BYTES" in done.err
    assert "2 complete" in done.out


def test_two_hundred_megabytes_are_beyond_the_limit() -> None:
    assert limits.FILE_BYTES < 200_000_000
    assert limits.TEXT_BYTES <= limits.FILE_BYTES


@pytest.mark.parametrize("cut", [True, False])
def test_a_file_that_changes_under_us_is_one_line(vestcalc: Vestcalc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: bool) -> None:
    path = tmp_path / "growing.xml"
    path.write_text(TEXT, "utf-8")

    class Watched:
        """A file that another program writes to between our opening and reading it."""

        def __init__(self, name: Any, mode: str) -> None:
            self.file, self.name = builtins.open(name, mode), str(name)  # noqa: SIM115

        def __enter__(self) -> "Watched":
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def fileno(self) -> int:
            return self.file.fileno()

        def read(self, size: int) -> bytes:
            data = self.file.read(size)
            if self.name == str(path):
                path.write_text(TEXT[:1000] if cut else TEXT + " ", "utf-8")
            return data

    monkeypatch.setattr(sources, "open", Watched, raising=False)
    done = vestcalc("check", path, FORM)
    assert done.status == 1
    assert done.complaints == [f"vestcalc: {path}: changed while it was read; give it again when it is no longer written to"]
    assert "2 complete" in done.out
