"""The commands and options that ask questions: what they print, what they refuse, and that asking nothing costs nothing."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Done, Vestcalc
from vestcalc.report.schema import Document

QUARTERS = "25% of the shares vest on March 15, 2014 and 25% on each March 15 thereafter, 2015, 2016 and 2017."
YEARLY = "The shares vest in four equal annual installments beginning on March 15, 2014."
FACTS = ("--shares", "1000", "--granted", "2013-03-15", "--security", "Stock Option", "--exercise-price", "2.50", "--expires", "2023-03-15")
IPO = "50% of the shares vest on March 15, 2014 and the remaining 50% vest upon the initial public offering of the Company."
MEETING = "The shares vest on the earlier of March 15, 2016 and the date of the 2015 annual meeting of stockholders."


def award_of(done: Done) -> dict[str, Any]:
    assert done.status == 0, done.err
    document = json.loads(done.out)
    Document.model_validate(document)
    award: dict[str, Any] = document["filings"][0]["awards"][0]
    return award


def rows_of(done: Done) -> list[dict[str, str]]:
    assert done.status == 0, done.err
    return list(csv.DictReader(io.StringIO(done.out)))


def test_leaving(vestcalc: Vestcalc) -> None:
    asked = ("vested", "--text", YEARLY, *FACTS, "--leave", "2015-06-30", "--window", "death=1y,resign=90d")
    award = award_of(vestcalc(*asked, "-f", "json"))
    assert award["position"]["as_of"] == "2015-06-30"
    assert award["leave"] == {
        "on": "2015-06-30",
        "kept": 500,
        "forfeited": 500,
        "portion_kept": "1/2",
        "at_least": False,
        "expired": False,
        "waiting": {"date": "2016-03-15", "shares": 250},
        "last_days": [
            {"reason": "death", "date": "2016-06-30", "by_expiry": False},
            {"reason": "resign", "date": "2015-09-28", "by_expiry": False},
        ],
    }
    row = rows_of(vestcalc(*asked, "-f", "csv"))[0]
    assert (row["kept"], row["forfeited"], row["last_day_to_exercise"]) == ("500", "500", "death=2016-06-30;resign=2015-09-28")
    assert "death 2016-06-30, resign 2015-09-28" in vestcalc(*asked).out
    assert "not given; --window 90d" in vestcalc(*asked[:-2]).out


def test_within_sixty_days(vestcalc: Vestcalc) -> None:
    asked = ("vested", "--text", YEARLY, *FACTS, "--as-of", "2015-01-15", "--within", "60d")  # by 2015-03-16
    assert award_of(vestcalc(*asked, "-f", "json"))["within"] == {
        "until": "2015-03-16",
        "now": 250,
        "coming": 250,
        "together": 500,
        "at_least": False,
    }
    assert rows_of(vestcalc(*asked, "-f", "csv"))[0]["within_together"] == "500"


def test_events_and_acceleration(vestcalc: Vestcalc) -> None:
    dated = award_of(vestcalc("schedule", "--text", IPO, *FACTS, "--event", "IPO=2015-06-01", "-f", "json"))
    assert [(vest["date"], vest["shares"]) for vest in dated["vests"]] == [("2014-03-15", 500), ("2015-06-01", 500)]
    assert dated["status"] == "complete"
    met = award_of(
        vestcalc("vested", "--text", MEETING, *FACTS, "--event", "annual meeting=05/04/2015", "--as-of", "2015-05-04", "-f", "json")
    )
    assert (met["position"]["vested"], met["position"]["at_least"]) == (1000, False)
    both = ("--event", "IPO=2016-06-01", "--accelerate", "2015-01-01")
    moved = award_of(vestcalc("schedule", "--text", IPO, *FACTS, *both, "-f", "json"))
    assert [(vest["date"], vest["shares"]) for vest in moved["vests"]] == [("2014-03-15", 500), ("2015-01-01", 500)]


def test_a_latest_date_is_shown_as_by(vestcalc: Vestcalc) -> None:
    out = vestcalc("vested", "--text", MEETING, *FACTS, "--as-of", "2015-01-01").out
    assert "at least 0" in out
    assert "1,000 by 2016-03-15" in out
    assert "by 2016-03-15" in vestcalc("upcoming", "--text", MEETING, *FACTS, "--as-of", "2015-01-01").out


def test_in_and_out_of_the_money(vestcalc: Vestcalc) -> None:
    asked = ("vested", "--text", YEARLY, *FACTS, "--as-of", "2015-06-30", "--price")
    assert "500.00" in vestcalc(*asked, "3.50").out  # 500 x 1.00
    assert "out of the money" in vestcalc(*asked, "2.50").out
    inside = award_of(vestcalc(*asked, "3.50", "-f", "json"))["position"]
    assert (inside["in_the_money"], inside["exercise_cost"]) == ("500.00", "1250.00")
    assert award_of(vestcalc(*asked, "2", "-f", "json"))["position"]["in_the_money"] == "0.00"


def test_totals_say_at_least_and_what_they_leave_out(vestcalc: Vestcalc, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MEETING)
    (tmp_path / "b.txt").write_text("The shares vest on March 15, 2014 unless the moon is full.")
    (tmp_path / "c.txt").write_text(YEARLY)
    out = vestcalc("vested", tmp_path, *FACTS, "--as-of", "2015-06-30", "--price", "4").out
    assert "at least 500" in out
    assert "1 award has no figures and is in no total." in out
    assert "At 4: 500 exercisable shares in the money, by 750.00; 0 out of the money." in out


def test_fiscal_years(vestcalc: Vestcalc) -> None:
    monthly = "The shares vest in 24 equal monthly installments beginning on September 30, 2014."
    asked = ("--text", monthly, "--shares", "2400", "--granted", "2014-08-30", "--fiscal-year-end", "09-30")
    window = award_of(vestcalc("schedule", *asked, "--year", "2015", "-f", "json"))["vests"]
    assert (window[0]["date"], window[-1]["date"], len(window)) == ("2014-10-30", "2015-09-30", 12)
    out = vestcalc("schedule", *asked).out
    assert [line.split()[:2] for line in out.splitlines() if line.lstrip().startswith("FY")] == [
        ["FY2014", "1"],
        ["FY2015", "12"],
        ["FY2016", "11"],
    ]
    rows = rows_of(vestcalc("periods", *asked, "-f", "csv"))
    assert [(row["period"], row["shares"]) for row in rows] == [("FY2014", "100"), ("FY2015", "1200"), ("FY2016", "1100")]
    quarters = rows_of(vestcalc("periods", *asked, "--by", "quarter", "--year", "2015", "-f", "csv"))
    assert [(row["period"], row["first"], row["shares"]) for row in quarters] == [
        ("FY2015 Q1", "2014-10-01", "300"),
        ("FY2015 Q2", "2015-01-01", "300"),
        ("FY2015 Q3", "2015-04-01", "300"),
        ("FY2015 Q4", "2015-07-01", "300"),
    ]


def test_periods_are_cut_to_the_window_and_totals_say_what_they_leave_out(vestcalc: Vestcalc, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(YEARLY)
    (tmp_path / "b.txt").write_text("The shares vest on March 15, 2014 unless the moon is full.")
    done = vestcalc("periods", tmp_path, *FACTS, "--from", "2014-03-16", "--to", "2016-03-15", "-f", "json")
    document = json.loads(done.out)
    assert document["totals"] == [
        {"period": "2014", "first": "2014-03-16", "last": "2014-12-31", "shares": 0, "latest": False},
        {"period": "2015", "first": "2015-01-01", "last": "2015-12-31", "shares": 250, "latest": False},
        {"period": "2016", "first": "2016-01-01", "last": "2016-03-15", "shares": 250, "latest": False},
    ]
    assert document["left_out"] == 1


def test_upcoming(vestcalc: Vestcalc, fixtures: Path) -> None:
    asked = ("upcoming", fixtures / "portfolio" / "1-grant.xml", "--as-of", "2025-03-31")
    done = json.loads(vestcalc(*asked, "--next", "2", "-f", "json").out)
    assert [(event["date"], event["event"], event["shares"]) for event in done["events"]] == [
        ("2025-04-17", "vest", 500),
        ("2025-05-17", "vest", 500),
    ]
    assert done["events_in_all"] == 3
    out = vestcalc("upcoming", fixtures / "portfolio" / "1-grant.xml", "--as-of", "2031-05-01", "--within", "30d", "--price", "10").out
    assert "a Saturday; the Friday before is 2031-05-16" in out
    assert "At 10: 24,000 exercisable shares in the money, by 48,000.00." in out
    rows = rows_of(vestcalc(*asked, "-f", "csv"))
    assert [row["event"] for row in rows] == ["vest", "vest", "expiry"]


def test_measures(vestcalc: Vestcalc) -> None:
    asked = ("measures", "--text", YEARLY, *FACTS, "--as-of", "2015-03-15")
    found = json.loads(vestcalc(*asked, "-f", "json").out)["filings"][0]["awards"][0]["measures"]
    assert found["from_grant"] == {"years": "5/2", "days": "913/1"}  # 365, 730, 1,096 and 1,461 days
    assert found["from_day"] == {"years": "3/2", "days": "1097/2"}  # 366 and 731
    assert "2.5000" in vestcalc(*asked).out


def test_a_portfolio(vestcalc: Vestcalc, fixtures: Path) -> None:
    folder = fixtures / "portfolio"
    done = json.loads(vestcalc("portfolio", folder, "--as-of", "2024-03-31", "-f", "json").out)
    assert len(done["filings"]) == 4
    (held,) = done["portfolios"]
    assert held["totals"] == {"granted": 34200, "vested": 19000, "unvested": 9200, "pending": 6000, "exercisable": 17000}
    assert [len(award["reported_again"]) for award in held["awards"]] == [0, 2, 1, 0]
    rows = rows_of(vestcalc("portfolio", folder, "--as-of", "2024-03-31", "-f", "csv"))
    assert [row["vested"] for row in rows] == ["0", "17000", "2000", "0"]
    out = vestcalc("portfolio", folder, "--as-of", "2024-03-31").out
    assert "F (withheld for tax): 310 Common Stock" in out
    assert "at least 19,000" in out


def test_the_portfolio_of_the_seeds(vestcalc: Vestcalc, shared: Path) -> None:
    done = json.loads(vestcalc("portfolio", shared / "seeds", "--as-of", "2014-06-30", "-f", "json").out)
    three = next(one for one in done["portfolios"] if len(one["sources"]) == 3)
    held = {award["shares"]: award["position"] for award in three["awards"]}
    assert (held[125000]["vested"], held[200000]["vested"]) == (39062, 133333)
    assert (held[100000]["vested"], held[100000]["pending"]) == (0, 100000)


def test_rules_from_dates(vestcalc: Vestcalc, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(vestcalc("schedule", "--text", YEARLY, *FACTS, "-f", "csv").out)
    found = json.loads(vestcalc("rules", "--from-dates", rows).out)
    assert found["inferred"] == {
        "rows": 4,
        "shares": 1000,
        "says": "The award vests in 4 equal annual installments, the first on March 15, 2014.",
        "rounding": "cumulative-round-down",
        "day_of_month": "anchor",
    }
    assert [rule["kind"] for rule in found["filings"][0]["awards"][0]["rules"]] == ["series"]
    rows.write_text("date,shares\n2024-01-01,317\n2024-02-09,684\n")
    done = vestcalc("rules", "--from-dates", rows)
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)
    assert "none of the rules tried" in done.err


ASK = ("--text", YEARLY, *FACTS)


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (("schedule", "--text", IPO, *FACTS, "--event", "merger=2015-06-01"), "--event: no award waits for 'merger'; the awards wait for"),
        (("schedule", *ASK, "--event", "IPO=2015-06-01"), "--event: no award waits for 'IPO'; no award waits for an event"),
        (("schedule", "--text", IPO, *FACTS, "--event", "IPO"), "--event: 'IPO' is not a name and a date"),
        (("schedule", "--text", IPO, *FACTS, "--event", "=2015-06-01"), "--event: '=2015-06-01' is not a name and a date"),
        (("schedule", "--text", IPO, *FACTS, "--event", "IPO=2015-06-31"), "--event: '2015-06-31' is not a day of the calendar"),
        (("vested", *ASK, "--leave", "2013-03-14"), "--leave: 2013-03-14 lies before the grant date 2013-03-15"),
        (("upcoming", *ASK, "--as-of", "2013-03-14", "--leave", "2013-03-14"), "--leave: 2013-03-14 lies before the grant date"),
        (("schedule", *ASK, "--accelerate", "2013-03-14"), "--accelerate: 2013-03-14 lies before the grant date"),
        (("vested", *ASK, "--leave", "2015-01-01", "--as-of", "2015-01-02"), "--as-of 2015-01-02 lies after --leave 2015-01-01"),
        (("vested", *ASK, "--window", "90d"), "--window: goes with --leave"),
        (("vested", *ASK, "--leave", "2015-01-01", "--window", "soon"), "--window: 'soon' is not a length of time"),
        (("vested", *ASK, "--as-of", "2015-01-01", "--within", "sixty"), "--within: 'sixty' is not a number of days"),
        (("vested", *ASK, "--as-of", "9999-12-01", "--within", "60d"), "--within: leads beyond the calendar"),
        (("vested", *ASK, "--leave", "2015-01-01", "--window", "9000y"), "--window: leads beyond the calendar"),
        (("vested", *ASK, "--as-of", "2015-01-01", "--price", "abc"), "--price: 'abc' is not a price"),
        (("portfolio", "x.xml", "--price", "abc"), "--price: 'abc' is not a price"),
        (("periods", *ASK, "--year", "20155"), "--year: '20155' is not a year"),
        (("schedule", *ASK, "--year", "20155"), "--year: '20155' is not a year"),
        (("periods", *ASK, "--by", "month"), "--by: 'month' is not known"),
        (("periods", *ASK, "--fiscal-year-end", "31-12"), "--fiscal-year-end: '31-12' is not a month and a day"),
        (("upcoming", *ASK, "--next", "0"), "--next: '0' is not a number of events"),
        (
            ("vested", "--text", YEARLY, "--granted", "2013-03-15", "--expires", "2013-03-14"),
            "expires: 2013-03-14 lies before the grant date",
        ),
        (("schedule", "--text", "Granted on March 15, 2013. " + YEARLY, "--expires", "2013-03-14"), "expires: 2013-03-14 lies before"),
        (("rules", "--from-dates", "x.csv", "a.xml"), "--from-dates: stands instead of FILE"),
    ],
)
def test_bad_input_is_one_line_and_status_2(vestcalc: Vestcalc, arguments: tuple[str, ...], begins: str) -> None:
    done = vestcalc(*arguments)
    assert done.complaints[-1].startswith(f"vestcalc: {begins}")
    assert len([line for line in done.complaints if "as of today" not in line]) == 1
    assert done.status == 2
    assert done.out == ""


def test_plain_commands_import_nothing_of_the_questions(fixtures: Path) -> None:
    code = (
        "import sys; from vestcalc.cli.app import run; "
        "run(['schedule', sys.argv[1]]); run(['vested', sys.argv[1], '--as-of', '2025-01-01']); "
        "print([name for name in sys.modules if name.startswith('vestcalc.questions')], file=sys.stderr)"
    )
    form = str(fixtures / "filings" / "example-form4.xml")
    done = subprocess.run([sys.executable, "-c", code, form], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
