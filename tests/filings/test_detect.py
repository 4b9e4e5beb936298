"""What a file really is, by its content; refusals in one line."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vestcalc.filings import NotAFiling, read
from vestcalc.gaps import VestcalcError

PIECES = ["", "(1)", "\t", "|", "\n", "$", " D ", "I", "9", "/", ",", "Table II", "Remarks:", "<br>", "^2^"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"PK\x03\x04 vest", "a zip archive or office document"),
        (b"\x89PNG\r\n vest", "a picture"),
        (b"vest \x00\x01\x02\x03\x04\x05" * 20, "binary data"),
        (b"hello", "neither a Form 3, 4 or 5 nor words about vesting"),
    ],
)
def test_refusals(data: bytes, words: str) -> None:
    with pytest.raises(NotAFiling) as caught:
        read(data, "some file")
    assert str(caught.value).startswith(f"some file: {words}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("example-form4.xml", "4"),
        ("calder-form3.html", "3/A"),
        ("brightwater-form4.pdf", "4"),
        ("print-markdown.md", "4/A"),
        ("terms-plain.txt", None),
    ],
)
def test_the_name_does_not_matter(fixtures: Path, name: str, form: str | None) -> None:
    data = (fixtures / "filings" / name).read_bytes()
    assert read(data, "a.bin").form == form


def test_text_with_a_byte_order_mark_or_in_utf_16() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "cp1252"):
        assert read("One half vests on May 1, 2020 – the rest later.".encode(encoding), "x").notes["1"].startswith("One half vests")


def test_an_html_page_of_terms_that_is_no_form_is_read_as_text() -> None:
    assert read(b"<html><body><p>All of it vests on May 1, 2020.</p></body></html>", "x").notes == {"1": "All of it vests on May 1, 2020."}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    said = ""
    try:
        read(data, "x")
    except VestcalcError as refusal:
        said = str(refusal)
    assert "\n" not in said


@given(st.data())
def test_any_damage_to_a_print_is_read_or_refused(fixtures: Path, data: st.DataObject) -> None:
    text = (fixtures / "filings" / data.draw(st.sampled_from(["print-split-cells.txt", "print-lines.txt", "print-markdown.md"]))).read_text(
        "utf-8"
    )
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 20))
        put = data.draw(
            st.sampled_from(["", "(1)", "\t", "|", "\n", "$", " D ", "I", "9", "/", ",", "Table II", "Remarks:", "<br>", "^2^"])
        )
        text = text[:at] + put + text[at + cut :]
    try:
        filing = read(text.encode(), "x")
    except VestcalcError:
        return
    for table in ("I", "II"):
        numbers = [r.number for r in filing.rows if r.table == table]
        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    "piece", ["(", "1,", "$ ", "1 D x ", "Common Stock 1,000 D ", "(1) ", "\t", "<sup>", "^1", "A. ", "C/O ", "0/", "2 ) "]
)
@pytest.mark.parametrize("where", ["Common Stock", "25% of", "C/O"])
def test_time_grows_with_length_and_no_faster(fixtures: Path, piece: str, where: str) -> None:
    text = (fixtures / "filings" / "print-split-cells.txt").read_text("utf-8")
    at = text.index(where)

    def seconds(length: int) -> float:
        body = (piece * length)[:length]
        document, best = (text[:at] + body + text[at:]).encode(), float("inf")
        for _ in range(3):
            start = time.process_time()
            read(document, "x")
            best = min(best, time.process_time() - start)
        return best

    seconds(1000)
    short, long = seconds(10_000), seconds(80_000)
    assert long < 30 * short + 0.2
