"""The tables of a batch: every row of the input once, the same in every format, the same as the other commands say."""

import csv
import io
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.batch.conftest import batch, rows
from tests.cli.conftest import Done
from vestcalc.batch.columns import TABLES
from vestcalc.calculate import schedule_files
from vestcalc.cli.app import run
from vestcalc.gaps import VestcalcError


def test_every_row_is_an_award_or_counted_by_its_reason(filings: Path, tmp_path: Path) -> None:
    done = batch([filings], tmp_path / "v.csv")
    answers = [found for found in schedule_files([filings]) if not isinstance(found, VestcalcError)]
    tally = done.tally
    assert tally.files == 20
    assert tally.rows == sum(len(one.awards) + len(one.other_rows) for one in answers)
    assert tally.rows == sum(tally.statuses.values()) + sum(tally.others.values())
    awards = rows(done.files["awards"])
    assert len(awards) == sum(tally.statuses.values())
    assert Counter(row["status"] for row in awards) == Counter(award.status for one in answers for award in one.awards)
    assert len({(row["filing"], row["table"], row["row"]) for row in awards}) == len(awards)
    assert sum(int(row["vests"]) for row in awards) == tally.vests == sum(1 for row in rows(done.files["vests"]) if row["vest_date"])
    assert len(rows(done.files["gaps"])) == sum(len(award.gaps) for one in answers for award in one.awards)


def test_the_vests_are_those_of_the_schedule_command(filings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = batch([filings], tmp_path / "v.csv")
    capsys.readouterr()
    assert run(["schedule", str(filings), "--all", "-f", "csv"]) == 0
    printed = list(csv.DictReader(io.StringIO(Done(0, *capsys.readouterr()).out)))
    mine = rows(done.files["vests"])
    assert len(mine) > 20
    assert [{name: row[name] for name in printed[0]} for row in mine] == printed


def test_the_formats_hold_the_same(filings: Path, tmp_path: Path) -> None:
    made = {format: batch([filings], tmp_path / f"v.{format}", format) for format in ("csv", "jsonl", "parquet")}
    for table, columns in TABLES.items():
        as_csv = rows(made["csv"].files[table])
        as_json = [json.loads(line) for line in made["jsonl"].files[table].read_text("utf-8").splitlines()]
        as_parquet = pq.read_table(made["parquet"].files[table]).to_pylist()
        assert list(columns) == pq.read_schema(made["parquet"].files[table]).names
        assert [{name: said(value) for name, value in row.items()} for row in as_json] == as_csv
        assert [{name: said(value) for name, value in row.items()} for row in as_parquet] == as_csv
    assert (tmp_path / "v.awards.parquet").exists()


def said(value: object) -> str:
    """As CSV says it; a decimal without the zeros that its type adds."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_shares_are_exact_numbers_and_dates_are_dates(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("The shares vest in two equal annual installments beginning on March 15, 2024. 3 shares were granted.")
    text = "Of the 9,007,199,254,740,993 RSUs, 1/3 vest on March 15, 2024 and the remaining RSUs vest on March 15, 2025."
    path.write_text(text)
    done = batch([path], tmp_path / "v.parquet", "parquet")
    found = pq.read_table(done.files["vests"]).to_pylist()
    assert [row["shares"] for row in found] == [Decimal(3002399751580331), Decimal(6004799503160662)]
    assert [row["vest_date"].isoformat() for row in found] == ["2024-03-15", "2025-03-15"]


def test_thirds_of_a_share_stay_exact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.txt"
    path.write_text("The 100 RSUs vest in three equal annual installments beginning on March 15, 2024.")
    assert run(["batch", str(path), "-o", str(tmp_path / "v.parquet"), "--rounding", "fractional", "-j", "1"]) == 0
    assert [row["shares"] for row in pq.read_table(tmp_path / "v.parquet").to_pylist()] == ["100/3"] * 3


def test_a_bad_file_is_one_line_and_the_others_are_done(filings: Path, tmp_path: Path) -> None:
    (filings / "empty.xml").write_bytes(b"")
    (filings / "letter.txt").write_text("Dear Sir, thank you for the cake.")
    (filings / "cut.xml").write_text("<ownershipDocument><issuer>")
    done = batch([filings], tmp_path / "v.csv")
    errors = rows(done.files["errors"])
    assert [Path(row["source"]).name for row in errors] == ["cut.xml", "empty.xml", "letter.txt"]
    assert {row["kind"] for row in errors} == {"error"}
    assert (done.tally.files, done.tally.errors) == (20, 3)


def test_a_fault_of_ours_leaves_no_half_rows(filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import vestcalc.batch.rows as made

    first, met = made._add_vests, []

    def faulty(into: dict[str, list[object]], *rest: object) -> None:
        met.append(1)
        first(into, *rest)  # type: ignore[arg-type]
        if len(met) == 3:
            into["rule"].append(7)
            raise ZeroDivisionError("by zero")

    whole = batch([filings], tmp_path / "whole.csv").tally.files
    monkeypatch.setattr(made, "_add_vests", faulty)
    done = batch([filings], tmp_path / "v.csv")
    assert done.tally.files == whole - 1
    (error,) = rows(done.files["errors"])
    assert "a fault of vestcalc (ZeroDivisionError: by zero)" in error["text"]
    assert error["source"] not in {row["source"] for row in rows(done.files["awards"])}


def test_summary_names_the_reasons_with_an_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    for i in range(3):
        (tmp_path / "in" / f"{i}.txt").write_text("The option vests on March 15, 2014 if the moon is full.")
    assert run(["batch", str(tmp_path / "in"), "-o", str(tmp_path / "v.jsonl"), "-j", "1"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "3 filings" in err
    assert "3 awards: 3 not-understood" in err
    assert "gap unknown-words: 3 awards, such as" in err
    assert "0.txt" in err
    assert json.loads((tmp_path / "v.summary.json").read_text())["statuses"] == {"not-understood": 3}


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (("-o", "x.csv"), "nothing to read"),
        ((".",), "--output: several tables come out"),
        ((".", "-o", "x.pdf"), "--output: the suffix of 'x.pdf'"),
        ((".", "-o", "nowhere/x.csv"), "--output: the directory of 'nowhere/x.csv' is not there"),
        ((".", "-o", "x.csv", "-j", "0"), "--jobs: '0' is no number"),
        ((".", "-o", "x.csv", "--engine", "spark"), "--engine: 'spark' is not known"),
        ((".", "-o", "x.csv", "--scheduler", "tcp://h:1"), "--scheduler goes with"),
        ((".", "-o", "x.csv", "--rounding", "up"), "rounding: 'up'"),
        ((".", "-o", "x.csv", "--limit", "NOTHING=3"), "limits: 'NOTHING' is no limit"),
        ((".", "-o", "x.csv", "--limit", "FILE_BYTES"), "limits: 'FILE_BYTES' is not NAME=NUMBER"),
    ],
)
def test_usage(arguments: tuple[str, ...], begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", *arguments]) in (1, 2)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"vestcalc: {begins}")
