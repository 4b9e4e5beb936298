"""The same batch by Dask: separate worker processes, one of them killed in the middle; the same tables, nothing lost or doubled."""

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.batch.conftest import batch, fill, rows, texts
from vestcalc.batch.cluster import spread
from vestcalc.batch.local import Done
from vestcalc.batch.partition import Job
from vestcalc.batch.refs import Chunk
from vestcalc.gaps import VestcalcError

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed: the extra `cluster`")


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vestcalc.batch.chunks.DOCUMENTS", 10)


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50) as cluster,
        distributed.Client(cluster) as one,
    ):
        yield one


def test_the_same_tables(tmp_path: Path, client: Any) -> None:
    folder = fill(tmp_path / "in", 60)
    done = batch([folder], tmp_path / "v.parquet", "parquet", lambda chunks, job: spread(client, chunks, job))
    assert texts(done) == texts(batch([folder], tmp_path / "w.parquet", "parquet"))


def test_one_worker_killed_in_the_middle(tmp_path: Path, client: Any) -> None:
    folder = fill(tmp_path / "in", 1200)
    before = client.run(os.getpid)
    assert len(set(before.values()) | {os.getpid()}) == 3

    def murderous(chunks: Iterable[Chunk], job: Job) -> Iterator[Done]:
        for number, done in enumerate(spread(client, chunks, job)):
            yield done
            if number == 20:
                os.kill(next(iter(before.values())), signal.SIGKILL)

    done = batch([folder], tmp_path / "v.csv", engine=murderous)
    whole = batch([folder], tmp_path / "w.csv")
    assert texts(done) == texts(whole)
    assert done.tally.files == 1200
    assert done.tally.statuses == whole.tally.statuses
    client.wait_for_workers(2, timeout=60)
    after = client.run(os.getpid)
    assert set(after.values()) != set(before.values())  # the nanny has begun another worker: one was really killed


def test_by_the_command_with_a_scheduler(tmp_path: Path, client: Any) -> None:
    from vestcalc.cli.app import run

    folder = fill(tmp_path / "in", 25)
    command = ["batch", str(folder), "-o", str(tmp_path / "v.csv"), "--engine", "dask", "--scheduler", client.scheduler.address]
    assert run(command) == 0
    assert (tmp_path / "v.csv").read_bytes() == texts(batch([folder], tmp_path / "w.csv"))["vests"]
    assert len(rows(tmp_path / "v.awards.csv")) > 25


def test_a_scheduler_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import vestcalc.batch.cluster as cluster

    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    with pytest.raises(VestcalcError, match="does not answer"):
        list(cluster.dask([], Job("csv"), 1, "tcp://127.0.0.1:1"))
