"""What a batch takes: folders, archives, lists; the same filings give the same rows however they come."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.batch.conftest import batch, fill, rows
from vestcalc.batch.local import processes
from vestcalc.batch.run import Outcome


def content(done: Outcome) -> list[dict[str, str]]:
    """The vests without where they come from."""
    return [{name: value for name, value in row.items() if name not in ("source", "filing")} for row in rows(done.files["vests"])]


def packed(folder: Path, place: Path, kind: str) -> Path:
    path = place / f"all.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, file.name)
    else:
        with tarfile.open(path, "w:" + kind.partition(".")[2]) as archive:
            for file in sorted(folder.iterdir()):
                archive.add(file, file.name)
    return path


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"])
@pytest.mark.parametrize("small", [True, False])
def test_an_archive_is_all_it_holds(kind: str, small: bool, filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(filings, tmp_path, kind)
    if small:  # left to the worker, told by its content and not by its name
        path = path.rename(tmp_path / "no-suffix")
    done = batch([path], tmp_path / "v.csv")
    assert done.tally.errors == 0
    assert content(done) == content(batch([filings], tmp_path / "w.csv"))
    assert rows(done.files["vests"])[0]["source"].startswith(f"{path}/filing-0")


def test_archives_within_archives_and_single_packed_files(filings: Path, tmp_path: Path) -> None:
    wanted = content(batch([filings], tmp_path / "w.csv"))
    outer = tmp_path / "outer.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(packed(filings, tmp_path, "tar.gz"), "inner.tar.gz")
    assert content(batch([outer], tmp_path / "v.csv")) == wanted
    singles = tmp_path / "singles"
    singles.mkdir()
    for i, file in enumerate(sorted(filings.iterdir())):
        pack, suffix = ((gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz"))[i % 3]
        (singles / f"{file.name}.{suffix}").write_bytes(pack(file.read_bytes()))
    done = batch([singles], tmp_path / "v.csv")
    assert content(done) == wanted
    assert rows(done.files["vests"])[0]["source"] == str(singles / "filing-0000.xml")


def test_a_list_of_paths_on_standard_input(filings: Path, tmp_path: Path) -> None:
    wanted = content(batch([filings], tmp_path / "w.csv"))
    lines = [os.fsencode(path) + b"\r\n" for path in sorted(filings.iterdir())]
    done = batch(["-"], tmp_path / "v.csv", listing=[b"\n", *lines])
    assert content(done) == wanted
    done = batch(["-"], tmp_path / "v.csv", listing=[*lines, b"/nowhere/at all.xml\n"])
    assert (len(content(done)), done.tally.errors) == (len(wanted), 1)


def test_the_same_rows_in_the_same_order_from_two_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vestcalc.batch.chunks.DOCUMENTS", 7)
    folder = fill(tmp_path / "many", 60)
    one = batch([folder], tmp_path / "one.csv")
    two = batch([folder], tmp_path / "two.csv", engine=lambda chunks, job: processes(chunks, job, 2))
    assert {name: path.read_bytes() for name, path in one.files.items()} == {name: path.read_bytes() for name, path in two.files.items()}
    assert one.tally.statuses == two.tally.statuses
    assert list(tmp_path.glob("*.unfinished")) == []


def test_two_members_of_one_name_stay_apart(filings: Path, tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    one, two = sorted(filings.iterdir())[:2]
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(one, "form.xml")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.write(two, "form.xml")
    done = batch([path], tmp_path / "v.csv")
    assert done.tally.files == 2
    assert len({row["filing"] for row in rows(done.files["awards"])}) == 2
    assert len({row["source"] for row in rows(done.files["awards"])}) == 2


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = batch([tmp_path / "empty", tmp_path / "nowhere"], tmp_path / "v.csv")
    assert [row["text"][:25] for row in rows(done.files["errors"])] == ["a directory without files", "no such file or directory"]


def test_members_are_read_by_their_bytes_and_their_checksum(filings: Path, tmp_path: Path) -> None:
    path = packed(filings, tmp_path, "zip")
    data = bytearray(path.read_bytes())
    data[200] ^= 0xFF  # in the first member's data
    path.write_bytes(data)
    done = batch([path], tmp_path / "v.csv")
    (error,) = rows(done.files["errors"])
    assert error["source"] == f"{path}/filing-0000.xml"
    assert "cannot be unpacked" in error["text"]
    assert done.tally.files == 19
    path.write_bytes(path.read_bytes()[: -len(data) // 3])
    (error,) = rows(batch([path], tmp_path / "v.csv").files["errors"])
    assert "a broken zip file" in error["text"]


@pytest.mark.parametrize("kind", ["tar", "tar.gz"])
def test_a_tar_that_is_cut_off_gives_what_is_whole(kind: str, filings: Path, tmp_path: Path) -> None:
    path = packed(filings, tmp_path, kind)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    done = batch([path], tmp_path / "v.csv")
    assert 0 < done.tally.files < 20
    assert 1 <= done.tally.errors <= 2  # the member that is cut off, and the archive


def test_a_tar_whose_members_fill_whole_blocks_is_not_unpacked_again_and_again(tmp_path: Path) -> None:
    path, member = tmp_path / "blocks.tar.gz", b"25% of the RSUs vest on March 15, 2024.".ljust(512 * 40)
    with tarfile.open(path, "w:gz") as archive:
        for i in range(300):
            info = tarfile.TarInfo(f"{i:03}.txt")
            info.size = len(member)
            archive.addfile(info, io.BytesIO(member))
    reads = []
    import vestcalc.batch.listed as listed

    class Counted(listed.Guarded):
        def _forward(self, size: int) -> bytes:
            data = super()._forward(size)
            reads.append(len(data))
            return data

    from unittest import mock

    with mock.patch.object(listed, "Guarded", Counted):
        found = list(listed.tar_items(str(path), path.read_bytes()[:512], path.stat().st_size, 0))
    assert len(found) == 300
    assert sum(reads) < 1.1 * 300 * (len(member) + 512) + 20_000
