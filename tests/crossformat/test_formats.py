"""The same filing in every form gives the same awards.

XML, full submission, HTML page and PDF print agree in everything that the form shows. Text of a print (OCR of its pictures, the text layer
as three tools take it out) may lack what the picture lost, but never silently: each difference is told by a notice on its row, on
one of its notes or on its table.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import vestcalc
from tests.crossformat.as_xml import as_xml
from tests.crossformat.filings import EXPECTED, FILINGS
from tests.crossformat.make_inputs import make, missing_tools

Answer = dict[str, Any]
Place = tuple[str, int]

#: Of an award: what a reader of numbers relies on.
_FACTS = ("kind", "code", "transaction_date", "granted", "shares", "exercise_price", "expires", "status", "vests", "pending")
_OTHER = ("code", "date", "shares", "price")
KEPT = Path(__file__).resolve().parent / "kept"
TEXTS = ("ocr", "pdfium", "pypdf", "plumber")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented filings in every form that can be made here, made once."""
    from concurrent.futures import ThreadPoolExecutor

    made = tmp_path_factory.mktemp("forms")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: make(name, made), FILINGS))
    return made


def need(path: Path) -> Path:
    """The file; skips where the tools that make it are not installed."""
    if not path.exists():
        pytest.skip(f"{path.suffixes} not made: {', '.join(missing_tools()) or path.suffixes[0][1:]} not installed")
    return path


def answer(path: Path) -> Answer:
    return vestcalc.schedule_file(path).to_dict()


def by_row(rows: list[Answer]) -> dict[Place, Answer]:
    return {(row["table"], row["row"]): row for row in rows}


@pytest.mark.parametrize("name", FILINGS)
def test_the_words_come_to_what_was_worked_out_by_hand(name: str) -> None:
    awards = {f"{a.table}.{a.row}": a for a in vestcalc.schedule_file(as_xml(FILINGS[name]).encode()).awards}
    for row, worked in EXPECTED[name].items():
        award = awards[row]
        assert (award.status, award.shares, len(award.vests)) == (worked.status, worked.whole, worked.dates), row
        first, last = award.vests[0], award.vests[-1]
        assert (str(first.date), str(last.date)) == (worked.first, worked.last), row
        assert (first.shares, last.shares) == (worked.first_units, worked.last_units), row


@pytest.mark.parametrize("shape", ["txt", "html", "pdf"])
@pytest.mark.parametrize("name", FILINGS)
def test_what_the_form_shows_is_the_same_in_every_format(folder: Path, name: str, shape: str) -> None:
    xml, other = answer(need(folder / f"{name}.xml")), answer(need(folder / f"{name}.{shape}"))
    for filing in (xml, other):
        del filing["source"], filing["accession"]
        for award in filing["awards"]:
            award["footnotes"] = sorted(award["footnotes"])  # a page shows the exercise price of a Form 3 in another column
    if shape == "pdf":  # a print does not show the CIKs
        for filing in (xml, other):
            for person in (filing["issuer"], *filing["owners"]):
                person["cik"] = None
    assert other == xml


def untold(xml: Answer, read: Answer) -> Iterator[str]:
    """The differences of a text's answer from the XML's that nothing in the answer tells."""
    awards, others = by_row(xml["awards"]), by_row(xml["other_rows"])
    mine, rest = by_row(read["awards"]), by_row(read["other_rows"])
    for place in sorted(awards.keys() | others.keys() | mine.keys() | rest.keys()):
        want, have = awards.get(place) or others.get(place), mine.get(place) or rest.get(place)
        if told(read, place, want, have):
            continue
        if want is None or have is None or (place in awards) != (place in mine):
            yield f"{place}: {want and want['security']!r} as an award: {place in awards}; {have and have['security']!r}: {place in mine}"
        else:
            for fact in _FACTS if place in awards else _OTHER:
                if want[fact] != have[fact]:
                    yield f"{place}: {fact} {str(want[fact])[:80]} became {str(have[fact])[:80]}"


def told(read: Answer, place: Place, want: Answer | None, have: Answer | None) -> bool:
    """Whether a notice speaks of a row, of its table or of one of its notes."""
    table, number = place
    notes = set((want or {}).get("footnotes", ())) | set((have or {}).get("footnotes", ()))
    for notice in read["notices"]:
        if re.match(rf"table {table}(?: row {number}\b|:)", notice) or any(re.match(rf"note {note}\b", notice) for note in notes):
            return True
    return False


@pytest.mark.parametrize("tool", TEXTS)
@pytest.mark.parametrize("name", FILINGS)
def test_the_text_of_a_print_says_the_same_or_says_what_it_lost(folder: Path, name: str, tool: str) -> None:
    assert list(untold(answer(folder / f"{name}.xml"), answer(need(folder / f"{name}.{tool}.txt")))) == []


@pytest.mark.parametrize("path", sorted(KEPT.glob("*.txt")), ids=lambda path: path.name)
def test_texts_that_tools_made_once_and_that_are_kept(path: Path) -> None:
    """The same where no tool is installed: made by make_inputs with tesseract 5.3, pypdfium2 5.15, pypdf 7.1 and pdfplumber 0.11."""
    sheet = FILINGS[path.name.partition(".")[0]]
    assert list(untold(vestcalc.schedule_file(as_xml(sheet).encode()).to_dict(), answer(path))) == []


def test_every_filing_is_kept_as_every_tool_made_it() -> None:
    assert {path.name for path in KEPT.glob("*.txt")} == {f"{name}.{tool}.txt" for name in FILINGS for tool in TEXTS}


def test_the_comparison_sees_an_untold_difference(tmp_path: Path) -> None:
    from copy import deepcopy

    path = tmp_path / "grant.xml"
    path.write_text(as_xml(FILINGS["grant"]), "utf-8")
    xml = answer(path)
    assert list(untold(xml, xml)) == []
    wrong = deepcopy(xml)
    wrong["awards"][0]["shares"] = 12001
    assert len(list(untold(xml, wrong))) == 1
    wrong["notices"] = ["table I row 1, amount: not legible"]
    assert list(untold(xml, wrong)) == []
    lost = deepcopy(xml)
    del lost["other_rows"][0]
    assert len(list(untold(xml, lost))) == 1
