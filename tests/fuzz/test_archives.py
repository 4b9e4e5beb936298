"""Archives made to harm: bombs, climbing paths, links, devices, headers that claim to be huge."""

import gzip
import io
import os
import tarfile
import tracemalloc
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.batch.conftest import batch, rows
from vestcalc.batch.local import Done, serial
from vestcalc.batch.partition import Job, work
from vestcalc.batch.refs import Chunk
from vestcalc.batch.run import Engine
from vestcalc.filings.sources import Source, expand
from vestcalc.gaps import VestcalcError

TERMS = b"The 100 RSUs vest on March 15, 2024."


def errors(path: Path, output: Path) -> list[str]:
    """The lines of the errors table; the same as all other commands say, but for the limits of listing."""
    return [f"{row['source']}: {row['text']}" for row in rows(batch([path], output).files["errors"])]


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.gz", "bomb.tar.gz", "deep.zip"])
def test_bombs_are_stopped_before_they_fill_the_memory(name: str, tmp_path: Path) -> None:
    path, size = tmp_path / name, 300 * 2**20
    zeros = b" " * 2**20
    if name == "bomb.zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.xml", "w", force_zip64=True) as file:
            for _ in range(size // len(zeros)):
                file.write(zeros)
    elif name == "deep.zip":
        inner = TERMS
        for i in range(6):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(f"{i}.zip" if i else "a.txt", inner)
            inner = out.getvalue()
        path.write_bytes(inner)
    else:
        with gzip.open(path, "wb", 1) as file:
            if name == "bomb.tar.gz":
                info = tarfile.TarInfo("a.xml")
                info.size = size
                file.write(info.tobuf())
            for _ in range(size // len(zeros)):
                file.write(zeros)
    for found in (errors(path, tmp_path / "v.csv"), [str(one) for one in expand([str(path)])]):
        assert 1 <= len(found) <= 2  # the member, and the archive that goes on beyond it
        assert all("limit" in line for line in found)


def test_many_members_that_unpack_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vestcalc.limits.ARCHIVE_FREE_BYTES", 2_000_000)
    monkeypatch.setattr("vestcalc.limits.ARCHIVE_RATIO", 10)
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(50):
            archive.writestr(f"{i:02}.txt", TERMS + b" " * 100_000)
    found = list(expand([str(path)]))
    assert 10 < sum(isinstance(one, Source) for one in found) < 25
    assert "limit ARCHIVE_RATIO" in str(found[-1])
    listed = errors(path, tmp_path / "v.csv")
    assert "limit ARCHIVE_RATIO" in listed[-1]


def test_memory_of_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    with gzip.open(path, "wb", 1) as file:
        for _ in range(1000):
            file.write(b" " * 2**20)
    tracemalloc.start()
    assert len(errors(path, tmp_path / "v.csv")) == 1
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 450 * 2**20


def test_members_that_climb_are_only_names(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("../../climbed.txt", "/tmp/climbed.txt", "..\\climbed.txt", "C:\\climbed.txt", "a\x1b[31m/x.txt"):
        zipped, tarred = tmp_path / "in" / "a.zip", tmp_path / "in" / "a.tar"
        with zipfile.ZipFile(zipped, "w") as archive:
            archive.writestr(name, TERMS)
        with tarfile.open(tarred, "w") as tar:
            info = tarfile.TarInfo(name)
            info.size = len(TERMS)
            tar.addfile(info, io.BytesIO(TERMS))
        done = batch([tmp_path / "in"], tmp_path / "v.csv")
        assert done.tally.files == 2, done.files["errors"].read_text()
        assert "\x1b" not in done.files["vests"].read_text()
    assert list(tmp_path.rglob("climbed.txt")) == []
    assert not Path("/tmp/climbed.txt").exists()


def test_links_and_devices_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "links.tar"
    with tarfile.open(path, "w") as tar:
        for name, kind in (
            ("sym.txt", tarfile.SYMTYPE),
            ("hard.txt", tarfile.LNKTYPE),
            ("pipe", tarfile.FIFOTYPE),
            ("dev", tarfile.CHRTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/hostname"
            tar.addfile(info)
        info = tarfile.TarInfo("good.txt")
        info.size = len(TERMS)
        tar.addfile(info, io.BytesIO(TERMS))
    done = batch([path], tmp_path / "v.csv")
    assert (done.tally.files, done.tally.errors) == (1, 4)
    found = list(expand([str(path)]))
    assert [isinstance(one, VestcalcError) for one in found] == [True] * 4 + [False]


@pytest.mark.parametrize("suffix", ["tar", "tar.gz"])
def test_a_header_that_claims_to_be_huge_is_not_read(tmp_path: Path, suffix: str) -> None:
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 8 * 2**30
    path = tmp_path / f"huge.{suffix}"
    data = header.tobuf() + b"x" * 4096
    path.write_bytes(gzip.compress(data) if suffix == "tar.gz" else data)
    (told,) = errors(path, tmp_path / "v.csv")
    assert "not read further" in told or "broken" in told


def test_links_that_go_in_circles_end(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_bytes(TERMS)
    os.symlink(folder, folder / "sub" / "up")
    os.symlink(folder / "loop", folder / "loop")
    told = errors(folder, tmp_path / "v.csv")
    assert len(told) == 2
    assert any("link to a directory" in line for line in told)
    assert len([one for one in expand([str(folder)]) if isinstance(one, Source)]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "a.txt").write_bytes(TERMS)
    (told,) = errors(folder, tmp_path / "v.csv")
    assert "a pipe, a socket or a device" in told


def test_zips_whose_directory_lies(tmp_path: Path) -> None:
    path = tmp_path / "lies.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TERMS * 100)
        archive.writestr("b.txt", TERMS)
    data = path.read_bytes()
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    for field, value in (
        (42, b"\xff\xff\xff\x00"),
        (20, b"\xff\xff\xff\x7f"),
        (24, b"\x00\x00\x00\x00"),
        (10, b"\x63\x00"),
        (8, b"\x01\x00"),
    ):
        path.write_bytes(data[: at + field] + value + data[at + field + len(value) :])
        done = batch([path], tmp_path / "v.csv")
        assert done.tally.files + done.tally.errors >= 2
        assert done.tally.files >= 1


def elsewhere(chunks: Iterable[Chunk], job: Job) -> Iterator[Done]:
    """All chunks in a thread that is not the main one, as the workers of a cluster do them."""
    with ThreadPoolExecutor(1) as pool:
        for chunk in chunks:
            yield chunk, pool.submit(work, chunk, job).result()


@pytest.mark.parametrize("engine", [serial, elsewhere])
def test_a_document_that_takes_too_long_is_one_line(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import vestcalc.batch.partition as partition

    (tmp_path / "in").mkdir()
    for name in ("a.txt", "slow.txt", "z.txt"):
        (tmp_path / "in" / name).write_bytes(TERMS)
    read = partition.read

    def slow(data: bytes, source: str) -> object:
        while source.endswith("slow.txt"):
            pass
        return read(data, source)

    monkeypatch.setattr(partition, "read", slow)
    monkeypatch.setattr("vestcalc.limits.FILE_SECONDS", 1)
    done = batch([tmp_path / "in"], tmp_path / "v.csv", engine=engine)
    (error,) = rows(done.files["errors"])
    assert "limit FILE_SECONDS" in error["text"]
    assert error["source"].endswith("slow.txt")
    assert done.tally.files == 2
