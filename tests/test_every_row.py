"""Every row of every real filing stands once, in `awards` or in `other_rows`, and every answer fits the schema."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

import vestcalc
from vestcalc.report.schema import Filing

TABLES = {"I": "nonDerivative", "II": "derivative"}


def rows_filed(data: bytes) -> dict[str, int] | None:
    """Rows by table, counted by a few lines that share nothing with the program; None for what is no well-formed ownership XML."""
    start, stop = data.find(b"<ownershipDocument"), data.rfind(b"</ownershipDocument>")
    try:
        root = ElementTree.fromstring(data[start : stop + 20]) if start >= 0 else None
    except ElementTree.ParseError:
        return None
    if root is None:
        return None
    return {table: sum(len(root.findall(f".//{stem}{kind}")) for kind in ("Transaction", "Holding")) for table, stem in TABLES.items()}


def test_every_row_stands_once_and_every_answer_fits_the_schema(shared: Path) -> None:
    counted = 0
    paths = [path for path in sorted((shared / "corpus" / "filings").iterdir()) if path.is_file()]
    assert paths
    for path in paths:
        answer = vestcalc.schedule_file(path).to_dict()
        Filing.model_validate(answer)
        rows = [(row["table"], row["row"]) for row in answer["awards"] + answer["other_rows"]]
        assert len(set(rows)) == len(rows), path.name
        filed = rows_filed(path.read_bytes())
        if filed is not None:
            assert {table: sum(row[0] == table for row in rows) for table in TABLES} == filed, path.name
            counted += 1
    assert counted > len(paths) // 2


@pytest.mark.parametrize("as_of", ["1990-01-01", "2015-06-30", "2100-01-01"])
def test_positions_add_up_on_real_filings(shared: Path, as_of: str) -> None:
    for path in sorted((shared / "corpus" / "filings").iterdir())[:40]:
        for award in vestcalc.schedule_file(path).awards:
            now = award.as_of(as_of)
            if now.vested is not None and now.unvested is not None and now.pending is not None:
                assert now.vested + now.unvested + now.pending == now.granted, (path.name, award.table, award.row)
