"""A batch that is stopped: it goes on where it was, and never leaves half a file."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.batch.conftest import batch, fill, rows, texts
from tests.batch.deadly import deadly
from vestcalc.batch.local import Done, processes, serial
from vestcalc.batch.partition import Job
from vestcalc.batch.refs import Chunk
from vestcalc.cli.app import run
from vestcalc.given import UsageError


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vestcalc.batch.chunks.DOCUMENTS", 7)


class Stopped(Exception):  # noqa: N818
    pass


class Counting:
    """The serial engine, counting what it does; stops after `most` chunks."""

    def __init__(self, most: int = 10**9) -> None:
        self.most, self.done = most, 0

    def __call__(self, chunks: Iterable[Chunk], job: Job) -> Iterator[Done]:
        for one in serial(chunks, job):
            if self.done == self.most:
                raise Stopped
            self.done += 1
            yield one


@pytest.mark.parametrize("format", ["csv", "parquet", "jsonl"])
def test_it_goes_on_where_it_was(tmp_path: Path, format: str) -> None:
    folder = fill(tmp_path / "in", 60)
    whole = texts(batch([folder], tmp_path / f"whole.{format}", format))
    output = tmp_path / f"v.{format}"
    with pytest.raises(Stopped):
        batch([folder], output, format, Counting(4))
    assert [path.name for path in tmp_path.glob("v.*")] == [f"v.{format}.unfinished"]
    second = Counting()
    assert texts(batch([folder], output, format, second)) == whole
    assert second.done == 9 - 4  # 60 filings, 7 a chunk
    assert not (tmp_path / f"v.{format}.unfinished").exists()


def test_the_figures_of_both_runs_are_added(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 30)
    whole = batch([folder], tmp_path / "whole.csv").tally
    with pytest.raises(Stopped):
        batch([folder], tmp_path / "v.csv", engine=Counting(2))
    again = batch([folder], tmp_path / "v.csv").tally
    for name in ("files", "rows", "vests", "statuses", "others", "gaps", "examples", "errors"):
        assert getattr(again, name) == getattr(whole, name)


def test_a_file_that_changed_meanwhile_is_read_again(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 30)
    with pytest.raises(Stopped):
        batch([folder], tmp_path / "v.csv", engine=Counting(3))
    changed = folder / "filing-0008.xml"
    changed.write_text(changed.read_text().replace("Common Stock", "Preferred Stock"))
    again = Counting()
    assert texts(batch([folder], tmp_path / "v.csv", engine=again)) == texts(batch([folder], tmp_path / "whole.csv"))
    assert again.done == 5 - 2


def test_a_damaged_part_is_made_again(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 30)
    with pytest.raises(Stopped):
        batch([folder], tmp_path / "v.csv", engine=Counting(3))
    part = sorted((tmp_path / "v.csv.unfinished").glob("*.part"))[1]
    part.write_bytes(part.read_bytes()[:20])
    again = Counting()
    assert texts(batch([folder], tmp_path / "v.csv", engine=again)) == texts(batch([folder], tmp_path / "whole.csv"))
    assert again.done == 5 - 2


def test_other_options_do_not_mix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = fill(tmp_path / "in", 30)
    with pytest.raises(Stopped):
        batch([folder], tmp_path / "v.csv", engine=Counting(3))
    command = ["batch", str(folder), "-o", str(tmp_path / "v.csv"), "-j", "1", "--rounding", "cumulative-round-up"]
    assert run(command) == 2
    assert "an unfinished batch with another rounding is there" in capsys.readouterr().err
    assert run([*command, "--fresh"]) == 0


def test_two_processes_do_not_work_on_one_batch(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    from vestcalc.batch.parts import Parts

    first, second = Parts(tmp_path / "x.unfinished"), Parts(tmp_path / "x.unfinished")
    first.begin(Job("csv"), ["a"], "1")
    with pytest.raises(UsageError, match="another process"):
        second.begin(Job("csv"), ["a"], "1")
    first.release()
    second.begin(Job("csv"), ["a"], "1")


COMMAND = "import sys; from vestcalc.cli import main; import vestcalc.batch.chunks as c; c.DOCUMENTS = 7; main()"
#: Put before SCRIPT: with three parts kept, the process that collects them waits while the file is there; it can be interrupted, even
#: where these tests run in the background of a shell, which ignores interrupts for them.
HELD = """import signal
import time
from pathlib import Path
from vestcalc.batch.parts import Parts
keep, HOLD = Parts.keep, Path({hold!r})
def slowly(self, chunk, part):
    keep(self, chunk, part)
    while HOLD.exists() and len(list(self.folder.glob("*.part"))) >= 3:
        time.sleep(0.01)
Parts.keep = slowly
if __name__ == '__main__':
    signal.signal(signal.SIGINT, signal.default_int_handler)
"""
SCRIPT = f"if __name__ == '__main__':\n    {COMMAND}\n"


def wait_until_nobody_is_left(group: int) -> None:
    """The workers end with the process that began them, even where that was killed."""
    until = time.monotonic() + 30
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < until:
            os.killpg(group, 0)
            time.sleep(0.05)
        pytest.fail("a worker is left")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_and_started_again(tmp_path: Path, how: signal.Signals) -> None:
    folder, output = fill(tmp_path / "in", 1500), tmp_path / "v.csv"
    script, hold = tmp_path / "run.py", tmp_path / "hold"
    script.write_text(HELD.format(hold=str(hold)) + SCRIPT)
    hold.touch()
    command = [sys.executable, str(script), "batch", str(folder), "-o", str(output), "-j", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        parts = tmp_path / "v.csv.unfinished"
        until = time.monotonic() + 60
        while len(list(parts.glob("*.part"))) < 3 and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(how)
        process.wait(30)
        wait_until_nobody_is_left(process.pid)
        assert process.stderr is not None
        told = process.stderr.read().decode()
    assert process.returncode in (-9, 130), told
    hold.unlink()
    assert "Traceback" not in told
    if how == signal.SIGINT:
        assert "the same command goes on" in told
    assert sorted(path.name for path in tmp_path.glob("v.*")) == ["v.csv.unfinished"]
    kept = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.part")}
    assert len(kept) == 3
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "1,500 filings" in done.stderr
    assert texts(batch([folder], tmp_path / "whole.csv"))["vests"] == output.read_bytes()
    assert not parts.exists()


def test_a_document_that_kills_its_process_is_one_line(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 30)
    (folder / "filing-0011.xml").write_text("DEADLY")
    done = batch([folder], tmp_path / "v.csv", engine=lambda chunks, job: processes(chunks, job, 2, deadly))
    (error,) = rows(done.files["errors"])
    assert error["source"].endswith("filing-0011.xml")
    assert error["text"].startswith("the process that read it ended")
    assert done.tally.files == 29
    (folder / "filing-0011.xml").write_text("")
    assert texts(batch([folder], tmp_path / "w.csv"))["vests"] == texts(done)["vests"]
