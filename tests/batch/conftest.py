"""Folders of filings for batches, from the project's own fixtures with fresh numbers and dates."""

import csv
from pathlib import Path

import pytest

from tests.benchmarks.fresh import fresh
from vestcalc.batch.local import serial
from vestcalc.batch.partition import Job
from vestcalc.batch.progress import Progress
from vestcalc.batch.run import Engine, Outcome, run

ROOT = Path(__file__).resolve().parents[2]


def originals() -> list[str]:
    """The ownership XML among the fixtures."""
    found = sorted((ROOT / "fixtures" / "filings").glob("*.xml"))
    return [text for path in found if "</ownershipDocument>" in (text := path.read_text("utf-8"))]


def fill(folder: Path, number: int, seed: int = 1) -> Path:
    """`number` filings in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for i, text in enumerate(fresh(originals(), number, seed)):
        (folder / f"filing-{i:04}.xml").write_text(text, "utf-8")
    return folder


def batch(paths: list[Path | str], output: Path, format: str = "csv", engine: Engine = serial, **more: object) -> Outcome:
    """A batch in this process, without a word."""
    quiet = Progress(every=1e9)
    return run([str(path) for path in paths], output, Job(format), engine=engine, progress=quiet, **more)  # type: ignore[arg-type]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts(done: Outcome) -> dict[str, bytes]:
    """The bytes of every table."""
    return {name: path.read_bytes() for name, path in done.files.items()}


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """Twenty filings in a folder."""
    return fill(tmp_path / "filings", 20)
