"""Where output goes: never over a file that is there, never half, never bytes into a terminal; and each format's own options."""

import io
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Vestcalc

TERMS = "The option vests in 4 equal annual installments."
ASKED = ("schedule", "--text", TERMS, "--shares", "400", "--granted", "2024-03-15")


def test_a_file_that_is_there_is_left_alone(vestcalc: Vestcalc, tmp_path: Path) -> None:
    target = tmp_path / "vests.csv"
    target.write_text("mine")
    done = vestcalc(*ASKED, "-o", target)
    assert (done.status, done.err) == (2, f"vestcalc: --output: {str(target)[:40] + '...'!r} is there already; --force replaces it\n")
    assert target.read_text() == "mine"
    os.chmod(target, 0o640)
    assert vestcalc(*ASKED, "-o", target, "--force").status == 0
    assert target.read_text().startswith("source,")
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["vests.csv"]


def test_a_file_that_comes_meanwhile_is_left_alone(vestcalc: Vestcalc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vestcalc.report import csv_

    target, real = tmp_path / "vests.csv", csv_._line

    def late(cells: list[str]) -> str:
        target.write_text("another's")
        return real(cells)

    monkeypatch.setattr(csv_, "_line", late)
    done = vestcalc(*ASKED, "-o", target)
    assert (done.status, target.read_text()) == (2, "another's")
    assert "is there already" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["vests.csv"]


def test_a_link_is_followed_and_stays(vestcalc: Vestcalc, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real" / "a.csv")
    assert vestcalc(*ASKED, "-o", tmp_path / "link.csv", "--force").status == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real" / "a.csv").read_text().startswith("source,")


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="this system has no /dev/null")
def test_a_device_is_written_into_and_not_replaced(vestcalc: Vestcalc) -> None:
    assert vestcalc(*ASKED, "-o", "/dev/null", "-f", "csv").status == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("-o", "x.docx"), "--output: the suffix of 'x.docx' tells no format"),
        (("-o", "x"), "--output: the suffix of 'x' tells no format"),
        (("-o", "nowhere/x.html"), "--output: the directory of 'nowhere/x.html' is not there"),
        (("-o", ""), "--output: the suffix of ''"),
        (("-f", "docx"), "--format: 'docx' is not known here"),
        (("--bom",), "--bom: is for csv and tsv, not for table"),
        (("-f", "csv", "--price", "3"), "--price: goes with html, xlsx here"),
        (("-f", "csv", "--as-of", "2025-01-01"), "--as-of: goes with html, xlsx, svg, png here"),
        (("-f", "html", "--alarm", "7d"), "--alarm: goes with ics here"),
        (("-f", "ics", "--alarm", "soon"), "--alarm: 'soon' is no number of days"),
        (("-f", "xlsx", "--as-of", "2025-01-01", "--year", "2025"), "--from, --to and --year cut tables; xlsx always holds the whole"),
    ],
)
def test_what_does_not_go_is_one_line(vestcalc: Vestcalc, more: tuple[str, ...], says: str) -> None:
    done = vestcalc(*ASKED, *more)
    assert (done.status, done.out, len(done.complaints)) == (2, "", 1)
    assert done.err.startswith(f"vestcalc: {says}")


def test_nothing_is_written_where_nothing_was_read(vestcalc: Vestcalc, tmp_path: Path) -> None:
    for name in ("page.html", "book.xlsx", "a.ics", "a.svg"):
        done = vestcalc("schedule", tmp_path / "nowhere.xml", "-o", tmp_path / name)
        assert done.status == 1
    assert list(tmp_path.iterdir()) == []


def test_what_could_be_read_is_written(vestcalc: Vestcalc, fixtures: Path, tmp_path: Path) -> None:
    pytest.importorskip("jinja2")
    files = [tmp_path / "nowhere.xml", fixtures / "filings" / "example-form4.xml"]
    assert vestcalc("schedule", *files, "-o", tmp_path / "page.html").status == 1
    assert "OYELARAN" in (tmp_path / "page.html").read_text("utf-8")


def test_a_row_that_is_not_there_writes_nothing(vestcalc: Vestcalc, fixtures: Path, tmp_path: Path) -> None:
    done = vestcalc("schedule", fixtures / "filings" / "example-form4.xml", "--award", "II.9", "-o", tmp_path / "page.html")
    assert done.status == 2
    assert list(tmp_path.iterdir()) == []


def test_today_is_announced(vestcalc: Vestcalc, tmp_path: Path) -> None:
    pytest.importorskip("jinja2")
    assert "opens on today, " in vestcalc(*ASKED, "-o", tmp_path / "page.html").err
    assert vestcalc(*ASKED, "-o", tmp_path / "other.html", "--as-of", "2025-01-01").err == ""


def test_bytes_are_nothing_for_a_terminal(vestcalc: Vestcalc, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    from vestcalc.cli.app import run

    assert run([*ASKED, "-f", "xlsx", "--as-of", "2025-01-01"]) == 2


@pytest.mark.parametrize(
    ("package", "suffix", "extra"),
    [("jinja2", "html", "page"), ("xlsxwriter", "xlsx", "xlsx"), ("icalendar", "ics", "ics"), ("resvg_py", "png", "plot")],
)
def test_a_missing_extra_is_one_line(
    vestcalc: Vestcalc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, suffix: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    more = () if suffix == "ics" else ("--as-of", "2025-01-01")
    done = vestcalc(*ASKED, "-o", tmp_path / f"a.{suffix}", *more)
    assert (done.status, len(done.complaints)) == (1, 1)
    assert f'pip install "vestcalc[{extra}]"' in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_byte_order_mark_only_where_it_is_asked_for(vestcalc: Vestcalc, tmp_path: Path) -> None:
    for command in ("schedule", "vested"):
        more = ("--as-of", "2025-01-01") if command == "vested" else ()
        for flag in ((), ("--bom",)):
            target = tmp_path / f"{command}{len(flag)}.csv"
            assert vestcalc(command, *ASKED[1:], *more, "-o", target, *flag).status == 0
            assert target.read_bytes().startswith(b"\xef\xbb\xbf") is bool(flag)


@pytest.mark.parametrize("command", ["schedule", "vested", "portfolio"])
@pytest.mark.parametrize("suffix", ["html", "xlsx", "svg", "png"])
def test_every_made_format_of_every_command(vestcalc: Vestcalc, fixtures: Path, tmp_path: Path, command: str, suffix: str) -> None:
    for package in ("jinja2", "xlsxwriter", "resvg_py"):
        pytest.importorskip(package)
    target = tmp_path / f"a.{suffix}"
    files = fixtures / "portfolio" if command == "portfolio" else fixtures / "filings" / "example-form4.xml"
    done = vestcalc(command, files, "--as-of", "2025-05-31", "-o", target)
    assert (done.status, done.out, done.err) == (0, "", "")
    begins = {"html": b"<!DOCTYPE html>", "xlsx": b"PK", "svg": b"<svg ", "png": b"\x89PNG"}[suffix]
    assert target.read_bytes().startswith(begins)


def test_a_portfolio_page_counts_each_award_once(vestcalc: Vestcalc, fixtures: Path, tmp_path: Path) -> None:
    """The option is in three filings, the units in two: 6,000 + 24,000 + 3,000 + 1,200 granted, as the table says."""
    pytest.importorskip("jinja2")
    for command in ("portfolio", "vested"):
        vestcalc(command, fixtures / "portfolio", "--as-of", "2025-05-31", "-o", tmp_path / f"{command}.html")
    once, all_rows = ((tmp_path / f"{command}.html").read_text("utf-8") for command in ("portfolio", "vested"))
    assert 'data-total="0">34,200<' in once
    assert "counts each award once" not in once
    assert "counts each award once" in all_rows
