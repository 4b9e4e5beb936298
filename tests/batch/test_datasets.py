"""The SEC's quarterly data sets: the same schedules as from the XML of the same filings, whatever columns there are."""

import zipfile
from pathlib import Path

import pytest

from tests.batch import sec_dataset
from tests.batch.conftest import batch, originals, rows
from tests.benchmarks.fresh import fresh
from vestcalc.batch.run import Outcome
from vestcalc.calculate import schedule_filing
from vestcalc.filings.datasets import iso_text
from vestcalc.filings.model import Filing
from vestcalc.filings.ownership_xml import read_xml

LEFT_OUT = ("source", "filing", "accession", "row")


@pytest.fixture(scope="module")
def filings() -> list[Filing]:
    return [read_xml(text.encode(), "x") for text in fresh(originals(), 40, 3)]


def vests(done: Outcome) -> list[dict[str, str]]:
    return [{name: value for name, value in row.items() if name not in LEFT_OUT} for row in rows(done.files["vests"])]


def from_xml(filings: list[Filing], tmp_path: Path) -> list[dict[str, str]]:
    """What the XML of the same filings gives, in the same order."""
    folder = tmp_path / "xml"
    folder.mkdir()
    texts = list(fresh(originals(), len(filings), 3))
    for number, text in enumerate(texts):
        (folder / f"{number:04}.xml").write_text(text, "utf-8")
    return vests(batch([folder], tmp_path / "xml.csv"))


def test_a_data_set_gives_what_the_xml_gives(filings: list[Filing], tmp_path: Path) -> None:
    path = sec_dataset.write(tmp_path / "2023q1.zip", filings)
    done = batch([path], tmp_path / "v.csv")
    assert done.tally.errors == 0
    assert rows(done.files["errors"]) == []
    assert done.tally.files == 40
    wanted = from_xml(filings, tmp_path)
    assert len(wanted) > 40
    assert vests(done) == wanted
    sources = {row["source"] for row in rows(done.files["awards"])}
    assert f"{path}/0009990417-23-000000" in sources
    assert {row["accession"] for row in rows(done.files["awards"])} == {source.rpartition("/")[2] for source in sources}


def test_a_folder_of_its_tables_is_the_same(filings: list[Filing], tmp_path: Path) -> None:
    path = sec_dataset.write(tmp_path / "q.zip", filings)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "q")
    (tmp_path / "q" / "letter.txt").write_text("The 90 RSUs vest on March 15, 2024.")
    done = batch([tmp_path / "q"], tmp_path / "v.csv")
    assert done.tally.files == 41
    assert vests(done)[:-1] == vests(batch([path], tmp_path / "w.csv"))


def test_columns_may_move_be_missing_or_be_new(filings: list[Filing], tmp_path: Path) -> None:
    def change(table: str, lines: list[str]) -> list[str]:
        turned = ["\t".join(reversed(line.split("\t"))) for line in lines]
        if table == "DERIV_TRANS":
            return [f"{line}\t{'MOOD' if i == 0 else 'calm'}" for i, line in enumerate(turned)]
        if table == "NONDERIV_TRANS":
            at = turned[0].split("\t").index("TRANS_PRICEPERSHARE")
            return ["\t".join(value for i, value in enumerate(line.split("\t")) if i != at) for line in turned]
        return turned

    path = sec_dataset.write(tmp_path / "q.zip", filings, change, without=["NONDERIV_HOLDING"])
    done = batch([path], tmp_path / "v.csv")
    assert done.tally.errors == 0
    said = {(Path(row["source"]).name, row["kind"]): row["text"] for row in rows(done.files["errors"])}
    assert said == {
        ("NONDERIV_HOLDING.tsv", "notice"): "the data set has no such table; read without it",
        ("DERIV_TRANS.tsv", "notice"): "unknown column MOOD; passed over",
        ("NONDERIV_TRANS.tsv", "notice"): "no column TRANS_PRICEPERSHARE; read without",
    }
    assert vests(done) == from_xml(filings, tmp_path)


def test_marks_of_an_unknown_column_still_count(tmp_path: Path, filings: list[Filing]) -> None:
    def change(table: str, lines: list[str]) -> list[str]:
        return [line.replace("SECURITY_TITLE_FN", "MOOD_FN").replace("TRANS_CODE_FN", "TEMPER_FN") for line in lines[:1]] + lines[1:]

    done = batch([sec_dataset.write(tmp_path / "q.zip", filings, change)], tmp_path / "v.csv")
    assert vests(done) == from_xml(filings, tmp_path)


def test_a_note_with_a_line_end_in_it_is_one_note(tmp_path: Path, filings: list[Filing]) -> None:
    def change(table: str, lines: list[str]) -> list[str]:
        return [line.replace(" vest", "\nvest") for line in lines] if table == "FOOTNOTES" else lines

    done = batch([sec_dataset.write(tmp_path / "q.zip", filings, change)], tmp_path / "v.csv")
    assert done.tally.errors == 0
    assert [row["vest_date"] for row in vests(done)] == [row["vest_date"] for row in from_xml(filings, tmp_path)]


def test_lines_that_cannot_be_used_are_told(tmp_path: Path, filings: list[Filing], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vestcalc.limits.LINE_BYTES", 20_000)

    def change(table: str, lines: list[str]) -> list[str]:
        if table == "FOOTNOTES":
            return [
                lines[0],
                "a stray line",
                *lines[1:],
                f"{sec_dataset.accession(0)}\tF98\ta\tb\tc",
                f"{sec_dataset.accession(0)}\tF99\t{'x' * 30_000}",
            ]
        return lines

    done = batch([sec_dataset.write(tmp_path / "q.zip", filings, change)], tmp_path / "v.csv")
    told = [row["text"] for row in rows(done.files["errors"])]
    assert [row["source"].rpartition(":")[2].isdigit() for row in rows(done.files["errors"])] == [True] * 3
    assert sum("no accession number" in text for text in told) == 1
    assert sum("5 values under 3 columns" in text for text in told) == 1
    assert sum("limit LINE_BYTES" in text for text in told) == 1
    assert vests(done) == from_xml(filings, tmp_path)


def test_rows_without_their_submission_are_not_lost(tmp_path: Path, filings: list[Filing]) -> None:
    def change(table: str, lines: list[str]) -> list[str]:
        return [line for line in lines if sec_dataset.accession(1) not in line] if table == "SUBMISSION" else lines

    done = batch([sec_dataset.write(tmp_path / "q.zip", filings, change)], tmp_path / "v.csv")
    assert done.tally.files == 40
    orphan = [row for row in rows(done.files["awards"]) if row["accession"] == sec_dataset.accession(1)]
    assert "not the submission itself" in orphan[0]["notices"]
    assert {row["form"] for row in orphan} == {"unknown"}


def test_many_buckets_give_the_same_rows(tmp_path: Path, filings: list[Filing], monkeypatch: pytest.MonkeyPatch) -> None:
    path = sec_dataset.write(tmp_path / "q.zip", filings)
    one = batch([path], tmp_path / "one.csv")
    monkeypatch.setattr("vestcalc.batch.spool.BUCKET_BYTES", 3000)
    many = batch([path], tmp_path / "many.csv")
    key = lambda row: (row["issuer_cik"], row["vest_date"], row["security"], row["shares"], row["award_shares"])  # noqa: E731
    assert sorted(vests(many), key=key) == sorted(vests(one), key=key)
    assert many.tally.rows == one.tally.rows == sum(len(filing.rows) for filing in filings)


def test_days_of_the_data_sets() -> None:
    assert iso_text("15-MAR-2013") == "2013-03-15"
    assert iso_text("05-mar-2013 00:00:00") == "2013-03-05"
    assert iso_text("15-FOO-2013") == "15-FOO-2013"
    assert iso_text("2013-03-15") == "2013-03-15"


def test_every_row_of_the_xml_is_in_the_data_set(filings: list[Filing]) -> None:
    """The writer of this test leaves nothing out."""
    for filing in filings:
        records = sec_dataset.lines_of("k", filing)
        assert sum(len(found) for table, found in records.items() if table in sec_dataset.ROWS) == len(filing.rows)
    assert any(award.vests for filing in filings for award in schedule_filing(filing).awards)
