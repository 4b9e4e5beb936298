"""The workbook, recalculated by LibreOffice for days it was not written for, against the engine; and what its cells hold.

Recalculation is skipped, with the reason, where there is no soffice. The day is changed in the sheet's XML and every stored result
taken out, so that nothing but the formulas can give the figures.
"""

import csv
import re
import shutil
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest

import vestcalc
from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.filings.model import Person
from vestcalc.gaps import VestcalcError
from vestcalc.report.workbook.book import as_xlsx
from vestcalc.report.workbook.summary import COLUMNS, HEAD
from vestcalc.schedule.position import EXERCISED, value

pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed: the extra `xlsx` brings it")

CALC = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">'
    '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>'
)


def award(text: str, **facts: Any) -> AwardSchedule:
    given = {"granted": "2024-03-15", "shares": 4801, "exercise_price": "3.25", "expires": "2034-03-15", **facts}
    return vestcalc.schedule_text(text, **given)


CLIFF = "25% of the option vests on March 15, 2025 and the rest in 36 equal monthly installments thereafter."
MIXED = "Half of the option vests on the earlier of May 1, 2025 and the next annual meeting, and half upon an initial public offering."
AWARDS = (
    award(CLIFF),
    award("The option vests in 4 equal annual installments beginning on May 1, 2022."),
    award(MIXED),
    award("The units vest in three equal annual installments.", security="Restricted Stock Units", exercise_price=None, expires=None),
    award(CLIFF, shares=None),
    award("The option vests on May 1, 2025 unless the moon is full."),
    award("The option vests in three equal annual installments.", shares=100, rounding="fractional"),
    award("The option vests in 12 equal monthly installments.", shares=5),
    award("The option vests in 4 equal annual installments.", shares="809.71655", security="=HYPERLINK(1)"),
)
FILING = FilingSchedules("a.xml", "4", date(2024, 3, 15), issuer=Person("=Wickford Tin, Inc."), owners=(Person("ROE JAN"),), awards=AWARDS)


def moved(data: bytes, day: date, price: str) -> bytes:
    """The workbook with another day and price, and without any stored result of a formula."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", content.decode())
                if name.endswith("sheet1.xml"):
                    text, days = re.subn(r'(<c r="B2"[^>]*><v>)[^<]*', rf"\g<1>{(day - date(1899, 12, 30)).days}", text)
                    text, prices = re.subn(r'(<c r="B3"[^>]*><v>)[^<]*', rf"\g<1>{price}", text)
                    assert (days, prices) == (1, 1)
                content = text.encode()
            new.writestr(name, content)
    return out.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """`office(data)` -> the rows of the recalculated Summary, as texts by column name."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("no LibreOffice on this machine: it recalculates the workbook")
    home = tmp_path_factory.mktemp("office")
    (home / "user").mkdir()
    (home / "user" / "registrymodifications.xcu").write_text(CALC)

    def recalculated(data: bytes) -> list[dict[str, str]]:
        (home / "book.xlsx").write_bytes(data)
        # sheet 1, comma, double quotes, UTF-8, values as they are and not as they are shown
        told = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"
        command = [program, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", told, "--outdir", str(home)]
        subprocess.run([*command, str(home / "book.xlsx")], check=True, capture_output=True, timeout=120)
        (sheet,) = home.glob("book*.csv")
        rows = list(csv.reader(sheet.read_text("utf-8").splitlines()))
        sheet.unlink()
        assert rows[HEAD - 1][:2] == ["Award", "Issuer"]
        return [dict(zip([name for name, _ in COLUMNS], row, strict=False)) for row in rows[HEAD:]]

    return recalculated


def agree(shown: str, wanted: Fraction | Decimal | int | None) -> bool:
    """The same number, as near as the binary fractions of a spreadsheet come."""
    if wanted is None or shown == "":
        return shown == "" and wanted is None
    number = Fraction(shown.removesuffix("%")) / (100 if shown.endswith("%") else 1)
    return abs(number - Fraction(wanted)) <= abs(Fraction(wanted)) / 10**12 + Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("day", "price"),
    [
        ("2022-06-01", "5"),
        ("2024-03-14", "5"),
        ("2024-03-15", "2"),
        ("2025-04-30", "5.005"),
        ("2025-05-01", "3.25"),
        ("2027-03-15", "5"),
        ("2034-03-15", "1000000"),
        ("2034-03-16", "5"),
    ],
)
def test_the_summary_recalculates_to_what_the_engine_says(office: Any, day: str, price: str) -> None:
    rows = office(moved(as_xlsx([FILING], date(2030, 1, 1), Decimal("77")), date.fromisoformat(day), price))
    sums = dict.fromkeys(("granted", "vested", "unvested", "pending", "exercisable"), Fraction(0))
    for row, one in zip(rows, AWARDS, strict=False):
        now = one.as_of(day, price)
        for name in sums:
            assert agree(row[name.capitalize()], getattr(now, name)), (row, name)
            sums[name] += getattr(now, name) or 0
        worth = now.in_the_money
        if one.kind not in EXERCISED and now.vested is not None:
            worth = value(now.vested, Decimal(price))
        assert agree(row["Percent vested"], now.percent_vested), row
        assert row["At least"] == ("at least" if now.at_least and now.percent_vested is not None else ""), row
        assert row["Expired"] == ("expired" if now.expired else "")
        assert row["Next vest"] == (str(now.next_vest.date) if now.next_vest else ""), row
        assert agree(row["Next shares"], now.next_vest.shares if now.next_vest else None), row
        assert row["Fully vested on"] == str(now.fully_vested_on or "")
        for column, wanted in (("Exercise cost", now.exercise_cost), ("Value", worth)):
            assert (row[column] == "") == (wanted is None), (row, column)
            assert wanted is None or abs(Fraction(row[column]) - Fraction(wanted)) < Fraction(1, 100), (row, column)
    total = rows[len(AWARDS)]
    assert total["Award"] == "Sum"
    assert all(agree(total[name.capitalize()], wanted) for name, wanted in sums.items())
    assert rows[len(AWARDS) + 1]["Award"] == "2 awards have no figures and are in no sum."


def test_stored_results_are_the_engine_s(office: Any) -> None:
    """A reader that does not recalculate sees the engine's figures: 25% of 4,801 and 13 of 36 parts on 2026-04-20."""
    sheet = zipfile.ZipFile(BytesIO(as_xlsx([FILING], date(2026, 4, 20)))).read("xl/worksheets/sheet1.xml").decode()
    stored = re.search(r'<c r="G7"[^>]*><f>[^<]*</f><v>([^<]*)</v>', sheet)
    assert stored is not None
    assert 't="str"' not in stored[0]
    assert stored[1] == str(int(Fraction(4801, 4) + Fraction(4801 * 3, 4) * Fraction(13, 36)))


def test_no_text_of_a_filing_is_a_formula_and_no_clock_is_read() -> None:
    data = as_xlsx([FILING], date(2026, 4, 20))
    book = zipfile.ZipFile(BytesIO(data))
    formulas = [text for name in book.namelist() if "sheet" in name for text in re.findall(r"<f>([^<]*)</f>", book.read(name).decode())]
    assert formulas
    assert not any("HYPERLINK" in text or "Wickford" in text for text in formulas)
    assert as_xlsx([FILING], date(2026, 4, 20)) == data
    panes = [name for name in book.namelist() if "worksheets/sheet" in name and b'state="frozen"' in book.read(name)]
    assert len(panes) == 4
    assert any(name.startswith("xl/charts/chart") for name in book.namelist())


def test_what_a_workbook_cannot_hold_is_refused() -> None:
    old = award("The option vests on May 1, 1890.", granted="1889-01-01")
    with pytest.raises(VestcalcError, match="cannot hold the day"):
        as_xlsx([FilingSchedules("a.txt", awards=(old,))], date(2026, 1, 1))


def test_a_workbook_without_awards_is_one() -> None:
    assert as_xlsx([FilingSchedules("a.txt")], date(2026, 1, 1))[:2] == b"PK"
