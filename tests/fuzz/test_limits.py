"""The limits: one list in the code and in SECURITY.md, overridden in three ways, refused where they are none."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vestcalc import VestcalcError, limits

PAGE = Path(__file__).resolve().parents[2] / "SECURITY.md"


def test_every_limit_is_documented_with_its_default() -> None:
    told = {
        name: int(number.replace(",", "")) for name, number in re.findall(r"^\| `([A-Z_]+)` \| ([\d,]+) \|", PAGE.read_text(), re.MULTILINE)
    }
    assert told == limits._DEFAULTS


def test_overridden_by_the_environment() -> None:
    code = "from vestcalc import schedule_text; print(schedule_text('25% vest on March 15, 2024.').gaps[0].text)"
    environment = {**os.environ, "VESTCALC_LIMITS": "award_chars=10, FILE_BYTES=5"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert "more than 10 (limit AWARD_CHARS)" in done.stdout


def test_a_mistake_in_the_environment_is_one_line(fixtures: Path) -> None:
    command = [sys.executable, "-c", "from vestcalc.cli import main; main()", "check", str(fixtures / "filings" / "example-form4.xml")]
    done = subprocess.run(command, env={**os.environ, "VESTCALC_LIMITS": "NONSENSE"}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "vestcalc: limits: 'NONSENSE' is not NAME=NUMBER; write FILE_BYTES=1000000\n"


def test_refused_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(VestcalcError, match="is no limit"):
        limits.override(WIND=3)
    with pytest.raises(VestcalcError, match="0 or more"):
        limits.override(FILE_BYTES=-1)
    monkeypatch.setattr(limits, "FILE_BYTES", limits.FILE_BYTES)
    assert limits.changed() == {}
    limits.override(FILE_BYTES=7)
    assert limits.changed() == {"FILE_BYTES": 7}


def test_limits_of_a_batch_reach_its_workers(tmp_path: Path, fixtures: Path) -> None:
    command = [sys.executable, "-c", "from vestcalc.cli import main; main()", "batch", str(fixtures / "filings" / "example-form4.xml")]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "v.csv"), "-j", "2", "--limit", "XML_BYTES=100"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "limit XML_BYTES" in (tmp_path / "v.errors.csv").read_text()
