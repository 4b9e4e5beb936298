"""The questions of docs/scale.md, asked of tables whose answers are worked out by hand."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.batch.conftest import batch

duckdb = pytest.importorskip("duckdb")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "scale.md"

FORM = """<ownershipDocument><documentType>{form}</documentType><periodOfReport>2024-01-15</periodOfReport>
<issuer><issuerCik>0009990001</issuerCik><issuerName>{issuer}</issuerName></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>0009990002</rptOwnerCik><rptOwnerName>{owner}</rptOwnerName></reportingOwnerId></reportingOwner>
<derivativeTable><derivativeTransaction><securityTitle><value>Restricted Stock Units</value><footnoteId id="F1"/></securityTitle>
<transactionDate><value>2024-01-15</value></transactionDate><transactionCoding><transactionCode>{code}</transactionCode></transactionCoding>
<transactionAmounts><transactionShares><value>{shares}</value></transactionShares></transactionAmounts></derivativeTransaction></derivativeTable>
<footnotes><footnote id="F1">{words}</footnote></footnotes></ownershipDocument>"""

QUARTERLY = "The 1,200 RSUs vest in four equal quarterly installments beginning on April 15, 2024."
THIRDS = "The RSUs vest in three equal installments on June 1, 2024, July 1, 2024 and August 1, 2024."
AWARDS = [
    ("4", "Quartz Mills, Inc.", "HALE RUTH", "A", 1200, QUARTERLY),
    ("4/A", "Quartz Mills, Inc.", "HALE RUTH", "A", 1200, QUARTERLY),  # the same again, amended
    ("4", "Quartz Mills, Inc.", "HALE RUTH", "M", 300, QUARTERLY),  # and again, when it was settled
    ("4", "Quartz Mills, Inc.", "DOE ANN", "A", 500, "The RSUs vest on June 10, 2024."),
    (
        "4",
        "Amber Loom Corp.",
        "ROE LEE",
        "A",
        90,
        THIRDS,
    ),
    ("4", "Amber Loom Corp.", "POE JAN", "A", 70, "The RSUs vest on June 1, 2024 if the moon is full."),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions")
    (folder / "in").mkdir()
    for number, values in enumerate(AWARDS):
        named = dict(zip(("form", "issuer", "owner", "code", "shares", "words"), values, strict=True))
        (folder / "in" / f"{number}.xml").write_text(FORM.format(**named))
    batch([folder / "in"], folder / "vests.parquet", "parquet")
    return folder


def asked(place: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    monkeypatch.chdir(place)
    query = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[number]
    found: list[tuple[object, ...]] = duckdb.sql(query.replace("current_date", "DATE '2024-05-15'")).fetchall()
    return found


def test_vesting_per_issuer_and_quarter(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(place, 0, monkeypatch) == [
        ("Amber Loom Corp.", date(2024, 4, 1), 1, Decimal(30)),
        ("Amber Loom Corp.", date(2024, 7, 1), 2, Decimal(60)),
        ("Quartz Mills, Inc.", date(2024, 4, 1), 2, Decimal(800)),  # 300 of Hale and 500 of Doe
        ("Quartz Mills, Inc.", date(2024, 7, 1), 1, Decimal(300)),
        ("Quartz Mills, Inc.", date(2024, 10, 1), 1, Decimal(300)),
        ("Quartz Mills, Inc.", date(2025, 1, 1), 1, Decimal(300)),
    ]


def test_who_has_most_vesting_next_month(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(place, 1, monkeypatch) == [
        ("DOE ANN", "Quartz Mills, Inc.", Decimal(500)),
        ("ROE LEE", "Amber Loom Corp.", Decimal(30)),
    ]


def test_what_was_not_understood(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(place, 2, monkeypatch)
    assert [row[0] for row in found] == ["unknown-words"]
    assert found[0][1] == 1
    assert str(found[0][2]).endswith("5.xml")


def test_every_query_of_the_page_is_tested() -> None:
    assert len(re.findall(r"```sql\n", PAGE.read_text("utf-8"))) == 3
