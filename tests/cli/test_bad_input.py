"""Bad input: one clear line each, the exit status of the contract, the other files still done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Vestcalc

TERMS = "The option vests in 4 equal annual installments beginning on March 15, 2014."


@pytest.fixture
def form(fixtures: Path) -> Path:
    return fixtures / "filings" / "example-form4.xml"


def test_each_file_that_cannot_be_read_is_one_line_and_the_others_are_done(vestcalc: Vestcalc, tmp_path: Path, form: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "letter.txt").write_text("Dear Sir, thank you for the cake.\n")
    bad = [tmp_path / name for name in ("nowhere.xml", "folder", "empty.txt", "binary", "letter.txt")]
    done = vestcalc("check", *bad[:2], form, *bad[2:])
    assert done.status == 1
    assert len(done.complaints) == 5
    for path, line in zip(bad, done.complaints, strict=True):
        assert line.startswith(f"vestcalc: {path}: ")
    assert "1 filing, 2 awards: 2 complete" in done.out
    assert "5 files were not read" in done.out


@pytest.mark.parametrize("shares", ["0", "-5", "12.5.3", "1e5", "abc", "", "1,2", "NaN", "٣"])
def test_a_size_that_is_no_number_of_shares(vestcalc: Vestcalc, shares: str) -> None:
    done = vestcalc("schedule", "--text", TERMS, "--shares", shares)
    assert (done.status, done.out, len(done.complaints)) == (2, "", 1)
    assert done.err.startswith("vestcalc: --shares: ")


@pytest.mark.parametrize("day", ["2015-02-30", "02/30/2015", "2015-13-01", "2015/01/01", "20150101", "tomorrow", "+90", "+99999y", ""])
def test_a_day_that_is_none(vestcalc: Vestcalc, day: str) -> None:
    done = vestcalc("vested", "--text", TERMS, "--as-of", day)
    assert (done.status, done.out, len(done.complaints)) == (2, "", 1)
    assert done.err.startswith("vestcalc: --as-of: ")


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        ((), "a command is needed, one of schedule, vested"),
        (("shedule",), "No such command 'shedule'"),
        (("schedule",), "nothing to read"),
        (("schedule", "--text", " "), "--text: empty"),
        (("schedule", "a.xml", "--text", TERMS), "--text stands instead of FILE"),
        (("schedule", "--nonsense"), "No such option"),
        (("schedule", "--shares"), "Option '--shares' requires an argument"),
        (("schedule", "--text", TERMS, "-f", "xml"), "--format: 'xml' is not known"),
        (("schedule", "--text", TERMS, "-o", "x.exe"), "--output: the suffix of 'x.exe'"),
        (("schedule", "--text", TERMS, "-o", "nowhere/x.csv"), "--output: the directory of 'nowhere/x.csv' is not there"),
        (("schedule", "--text", TERMS, "--rounding", "up"), "rounding: 'up' is not known"),
        (("schedule", "--text", TERMS, "--day-of-month", "29"), "day of month: '29' is not known"),
        (("schedule", "--text", TERMS, "--code", "AB"), "code: 'AB' is not a transaction code"),
        (("schedule", "--text", TERMS, "--year", "15"), "--year: '15' is not a year"),
        (("schedule", "--text", TERMS, "--year", "2015", "--from", "2015-02-01"), "--year stands instead of"),
        (("schedule", "--text", TERMS, "--from", "2016-01-01", "--to", "2015-01-01"), "--from 2016-01-01 lies after --to 2015-01-01"),
        (("schedule", "--text", TERMS, "--award", "3"), "--award: '3' is not a row"),
        (("schedule", "--text", TERMS, "--award", "II.7"), "--award: no row II.7"),
        (("vested", "--text", TERMS, "--price", "-1"), "--price: '-1' is not a price"),
        (("schedule", "--text", TERMS, "--expires", "2013-02-29"), "--expires: '2013-02-29' is not a day"),
    ],
)
def test_usage_errors_are_one_line(vestcalc: Vestcalc, arguments: tuple[str, ...], begins: str) -> None:
    done = vestcalc(*arguments)
    assert done.status == 2
    assert len(done.complaints) == 1
    assert done.err.startswith(f"vestcalc: {begins}")


def test_words_that_do_not_speak_of_vesting(vestcalc: Vestcalc) -> None:
    done = vestcalc("schedule", "--text", "Sold under a trading plan.")
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)


def test_facts_given_beside_a_form_are_left_aside_aloud(vestcalc: Vestcalc, form: Path) -> None:
    done = vestcalc("schedule", form, "--shares", "5", "-f", "csv")
    assert done.status == 0
    assert "--shares left aside" in done.err
    assert ",9000," in done.out


def test_strict_ends_with_3_when_words_are_not_understood(vestcalc: Vestcalc) -> None:
    words = "The option vests on March 15, 2014 unless the moon is full."
    assert vestcalc("schedule", "--text", words).status == 0
    done = vestcalc("schedule", "--text", words, "--strict")
    assert done.status == 3
    assert "not-understood" in done.out
    assert vestcalc("schedule", "--text", TERMS, "--strict").status == 0


def test_control_characters_never_reach_the_terminal(vestcalc: Vestcalc) -> None:
    for form in ("table", "md", "csv"):
        done = vestcalc("schedule", "--text", TERMS, "--security", "Opt\x1b[31m\u202eion", "-f", form)
        assert "\x1b" not in done.out or form == "csv"
    done = vestcalc("explain", "--text", TERMS + "\x1b]0;gone\x07 \u202e")
    assert "\x1b" not in done.out
    assert "\\x1b]0;gone\\x07" in done.out


def test_a_fault_of_ours_is_one_line_and_the_other_files_are_done(
    vestcalc: Vestcalc, form: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import vestcalc.filings as filings

    read = filings.read

    def faulty(data: bytes, source: str) -> object:
        if source.endswith("bad.xml"):
            raise ZeroDivisionError("by zero")
        return read(data, source)

    monkeypatch.setattr(filings, "read", faulty)
    (tmp_path / "bad.xml").write_text("<x/>")
    done = vestcalc("check", tmp_path / "bad.xml", form)
    assert done.status == 1
    assert len(done.complaints) == 1
    assert "a fault of vestcalc (ZeroDivisionError: by zero)" in done.err
    assert "2 complete" in done.out


RUN = "import sys; from vestcalc.cli import main; sys.argv[0] = 'vestcalc'; main()"


def test_a_reader_that_goes_away_is_no_error(form: Path) -> None:
    command = [sys.executable, "-c", RUN, "schedule", str(form), "--all", "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_output_that_takes_no_more_is_one_line(form: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", RUN, "schedule", str(form)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["vestcalc: standard output: cannot be written (No space left on device)"]


def test_a_terminal_without_the_letters_gets_them_spelled(form: Path) -> None:
    command = [sys.executable, "-c", RUN, "schedule", "--text", TERMS, "--security", "Opción"]
    done = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
    assert b"Opci\\xf3n" in done.stdout
