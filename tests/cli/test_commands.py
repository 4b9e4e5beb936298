"""The commands on the project's own filing and on terms alone: figures worked out by hand from the words."""

import csv
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Vestcalc
from vestcalc.report.schema import Document

CLIFF = "25% of the shares vest on June 20, 2016. The remaining 75% vest in equal monthly installments for the following 36 months."
FACTS = ("--shares", "4800", "--granted", "2015-06-20", "--exercise-price", "1.25", "--expires", "2025-06-20", "--security", "Stock Option")


@pytest.fixture
def form(fixtures: Path) -> Path:
    return fixtures / "filings" / "example-form4.xml"


def test_schedule_sums_up_by_year_and_all_lists_every_vest(vestcalc: Vestcalc) -> None:
    short = vestcalc("schedule", "--text", CLIFF, *FACTS)
    assert short.status == 0
    # 2016: 1,200 at the cliff and six months of 100 (20 July to 20 December)
    assert ["2016", "7", "2016-06-20", "2016-12-20", "1,800", "3/8", "1,800", "3,000"] in [line.split() for line in short.out.splitlines()]
    assert "37 vests, 2016-06-20 to 2019-06-20; --all lists every one." in short.out
    full = vestcalc("schedule", "--text", CLIFF, *FACTS, "--all")
    assert ["2019-06-20", "100", "1/48", "4,800", "0", "[2]"] in [line.split() for line in full.out.splitlines()]


def test_a_window_keeps_both_its_ends(vestcalc: Vestcalc) -> None:
    done = vestcalc("schedule", "--text", CLIFF, *FACTS, "--from", "2016-06-20", "--to", "08/20/2016", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["vest_date"], row["shares"], row["vested"]) for row in rows] == [
        ("2016-06-20", "1200", "1200"),
        ("2016-07-20", "100", "1300"),
        ("2016-08-20", "100", "1400"),
    ]
    year = vestcalc("schedule", "--text", CLIFF, *FACTS, "--year", "2019", "-f", "json")
    vests = json.loads(year.out)["filings"][0]["awards"][0]["vests"]
    assert [vest["date"] for vest in vests] == [f"2019-{month:02}-20" for month in range(1, 7)]


def test_csv_has_the_header_of_the_contract(vestcalc: Vestcalc, form: Path) -> None:
    done = vestcalc("schedule", form, "-f", "csv")
    assert done.out.splitlines()[0] == (
        "source,form,issuer,owner,table,row,security,kind,granted,award_shares,exercise_price,expires,vest_date,shares,portion,"
        "vested,unvested,pending,latest,status,rule,flags"
    )
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert len(rows) == 3 + 37
    assert sum(int(row["shares"]) for row in rows if row["table"] == "II") == 48000


def test_vested_on_a_day(vestcalc: Vestcalc) -> None:
    done = vestcalc("vested", "--text", CLIFF, *FACTS, "--as-of", "2017-01-31", "--price", "3", "-f", "json")
    award = json.loads(done.out)["filings"][0]["awards"][0]
    assert "vests" not in award
    assert award["position"] == {
        "as_of": "2017-01-31",
        "granted": 4800,
        "vested": 1900,  # 1,200 and seven months
        "unvested": 2900,
        "pending": 0,
        "exercisable": 1900,
        "expired": False,
        "at_least": False,
        "percent_vested": "19/48",
        "next_vest": {"date": "2017-02-20", "shares": 100},
        "fully_vested_on": "2019-06-20",
        "exercise_price": "1.25",
        "expires": "2025-06-20",
        "exercise_cost": "2375.00",
        "market_price": "3",
        "in_the_money": "3325.00",
    }
    both = vestcalc("vested", "--text", CLIFF, *FACTS, "--as-of", "2017-01-31", "--all", "-f", "json")
    assert len(json.loads(both.out)["filings"][0]["awards"][0]["vests"]) == 37


def test_vested_says_which_day_it_takes(vestcalc: Vestcalc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vestcalc.cli.vested.today", lambda: date(2016, 6, 20))
    done = vestcalc("vested", "--text", CLIFF, *FACTS)
    assert done.err == "vestcalc: as of today, 2016-06-20; --as-of names another day\n"
    assert "1,200" in done.out


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("today", "2016-01-31"),
        ("+90d", "2016-04-30"),
        ("-1d", "2016-01-30"),
        ("+2w", "2016-02-14"),
        ("+1m", "2016-02-29"),
        ("+1y", "2017-01-31"),
    ],
)
def test_days_from_today(vestcalc: Vestcalc, monkeypatch: pytest.MonkeyPatch, written: str, day: str) -> None:
    monkeypatch.setattr("vestcalc.cli.dates.today", lambda: date(2016, 1, 31))
    done = vestcalc("vested", "--text", CLIFF, *FACTS, "--as-of", written, "-f", "csv")
    assert f",{day}," in done.out


def test_an_option_past_its_expiration(vestcalc: Vestcalc) -> None:
    on = vestcalc("vested", "--text", CLIFF, *FACTS, "--as-of", "2025-06-20", "-f", "json")
    after = vestcalc("vested", "--text", CLIFF, *FACTS, "--as-of", "2025-06-21", "-f", "json")
    figures = [json.loads(done.out)["filings"][0]["awards"][0]["position"] for done in (on, after)]
    assert [(each["vested"], each["exercisable"], each["expired"]) for each in figures] == [(4800, 4800, False), (4800, 0, True)]


def test_explain_marks_the_words_and_tells_the_rules(vestcalc: Vestcalc) -> None:
    done = vestcalc("explain", "--text", CLIFF, *FACTS)
    assert "[1] 1/4 of the award vests on June 20, 2016." in done.out
    assert "-> 2016-06-20, 1,200 shares" in done.out
    assert "-> 36 vests, 2016-07-20 to 2019-06-20, 100 shares each" in done.out
    lines = done.out.splitlines()
    under = lines[next(n for n, line in enumerate(lines) if "25% of the shares" in line) + 1]
    assert under.startswith("  [1]~~~~")


def test_explain_tells_the_words_it_passes_over(vestcalc: Vestcalc, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan's name, a condition of service and a rounding move nothing: dots, also inside a rule; the last two are told as conditions."""
    monkeypatch.setenv("COLUMNS", "300")
    text = "Under the 2015 Incentive Plan, 25% vest, subject to continued service, on June 20, 2016, the rest on June 20, 2017"
    done = vestcalc("explain", "--text", f"{text}, rounded down to the nearest whole share.", *FACTS)
    lines = done.out.splitlines()
    place = next(n for n, line in enumerate(lines) if "Under the 2015" in line)
    for words, sign in (("Under the", "."), ("subject to", "."), ("on June 20, 2016", "~"), ("rounded down", ".")):
        start = lines[place].index(words)
        assert lines[place + 1][start : start + len(words)] == sign * len(words), words
    assert "service (note 1:" in done.out
    assert "rounding (note 1:" in done.out


def test_explain_shows_every_reading_with_its_dates(vestcalc: Vestcalc) -> None:
    """All monthly, or a quarter of it and then the rest in monthly parts of which the number is not said: nothing decides."""
    done = vestcalc("explain", "--text", "25% of the shares vest on June 20, 2016 and each month thereafter.", *FACTS)
    assert "(1) 1/4 of the award vests each month, the first on June 20, 2016, until fully vested." in done.out
    assert "-> complete, 4 vests: 2016-06-20 1,200 shares, 2016-07-20 1,200 shares ... 2016-09-20 1,200 shares" in done.out
    assert "(2) 1/4 of the award vests on June 20, 2016. The rest vests in equal monthly installments thereafter." in done.out
    assert "-> partial, 1 vest: 2016-06-20 1,200 shares" in done.out
    assert "two-readings" in done.out


def test_explain_tells_why_a_reading_cannot_be_meant(vestcalc: Vestcalc) -> None:
    """Four times from 2016 ends in 2019, three times in 2018: the stated end decides."""
    text = (
        "The option vests in four equal annual installments beginning on June 20, 2016 in three equal installments through June 20, 2019."
    )
    done = vestcalc("explain", "--text", text, *FACTS)
    assert "Stock Option: complete" in done.out
    assert "-> complete, 4 vests: 2016-06-20 1,200 shares" in done.out
    assert "-> 3 dates are stated, but 4 fit the stated end" in done.out


def test_explain_puts_carets_under_what_it_does_not_understand(vestcalc: Vestcalc) -> None:
    done = vestcalc("explain", "--text", "25% of the shares vest on June 20, 2016 unless the moon is full.", *FACTS)
    lines = done.out.splitlines()
    place = next(n for n, line in enumerate(lines) if "unless the moon" in line)
    start = lines[place].index("unless")
    assert lines[place + 1][start : start + 6] == "^^^^^^"
    assert "unknown-words" in done.out


def test_rules(vestcalc: Vestcalc) -> None:
    done = vestcalc("rules", "--text", CLIFF, *FACTS)
    award = json.loads(done.out)["filings"][0]["awards"][0]
    assert "vests" not in award
    assert [(rule["id"], rule["kind"], rule["amount"]) for rule in award["rules"]] == [
        (1, "dated", {"portion": "1/4"}),
        (2, "series", {"rest": True}),
    ]
    assert award["rules"][0]["on"] == {"date": "2016-06-20"}
    assert award["rules"][0]["says"] == "1/4 of the award on 2016-06-20"
    assert (award["rules"][1]["every"], award["rules"][1]["times"]) == ("P1M", 36)


def test_check_counts(vestcalc: Vestcalc, form: Path) -> None:
    done = vestcalc("check", form, form)
    lines = done.out.splitlines()
    assert lines[0].split()[:6] == ["complete", str(form), "table", "I", "row", "1:"]
    assert lines[-1] == "2 filings, 4 awards: 4 complete"
    data = json.loads(vestcalc("check", form, "-f", "json").out)
    assert data["count"] == {"filings": 1, "awards": 2, "status": {"complete": 2}, "awards_with_failed_checks": 0, "not_read": 0}


def test_json_lines_carry_their_filing(vestcalc: Vestcalc, form: Path) -> None:
    lines = vestcalc("schedule", form, "-f", "jsonl").out.splitlines()
    assert [(json.loads(line)["source"], json.loads(line)["table"]) for line in lines] == [(str(form), "I"), (str(form), "II")]
    assert list(json.loads(lines[0]))[:5] == ["source", "form", "issuer", "owners", "table"]


def test_the_schema_is_that_of_the_output(vestcalc: Vestcalc, form: Path) -> None:
    schema = json.loads(vestcalc("schema").out)
    assert schema["properties"]["schema"]["const"] == 1
    assert set(schema["required"]) == {"schema", "filings"}
    for arguments in (
        ("schedule", form),
        ("vested", form, "--as-of", "2024-06-01"),
        ("explain", form),
        ("schedule", "--text", CLIFF, *FACTS),
    ):
        Document.model_validate_json(vestcalc(*arguments, "-f", "json").out)


def test_one_award_of_several(vestcalc: Vestcalc, form: Path) -> None:
    done = vestcalc("schedule", form, "--award", "ii.1", "-f", "json")
    filing = json.loads(done.out)["filings"][0]
    assert [(award["table"], award["row"]) for award in filing["awards"]] == [("II", 1)]
    assert filing["other_rows"] == []


def test_output_file_is_there_whole_or_not_at_all(vestcalc: Vestcalc, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "vests.csv"
    assert vestcalc("schedule", form, "-o", target).out == ""
    assert target.read_text().startswith("source,form,")
    before = target.read_text()

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vestcalc.cli.output.os.replace", broken)
    done = vestcalc("schedule", form, "--year", "2024", "-o", target, "--force")
    assert (done.status, len(done.complaints)) == (2, 1)
    assert target.read_text() == before
    assert [path.name for path in tmp_path.iterdir()] == ["vests.csv"]


def test_standard_input_and_terms_in_a_file(vestcalc: Vestcalc, tmp_path: Path) -> None:
    file = tmp_path / "terms.txt"
    file.write_text(CLIFF)
    done = vestcalc("vested", file, *FACTS, "--as-of", "2016-06-20", "-f", "csv")
    assert done.status == 0
    row = next(csv.DictReader(io.StringIO(done.out)))
    assert (row["vested"], row["unvested"], row["exercisable"]) == ("1200", "3600", "1200")


def test_markdown_is_a_table(vestcalc: Vestcalc, form: Path) -> None:
    done = vestcalc("schedule", form, "-f", "md")
    assert done.out.startswith("# Larkfield Instruments, Inc.")
    assert "| 2024-03-15" in done.out


def test_python_m_is_the_same_command() -> None:
    command = [sys.executable, "-m", "vestcalc", "schedule", "no-such-file.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no-such-file.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_version_and_help(vestcalc: Vestcalc) -> None:
    assert vestcalc("--version").out.startswith("vestcalc ")
    listed = vestcalc("--help").out
    assert all(name in listed for name in ("schedule", "vested", "explain", "rules", "check", "schema"))
    assert "--as-of" in vestcalc("vested", "--help").out
