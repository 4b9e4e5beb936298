"""What a user names to references to documents, in an order that is always the same.

In: paths of files, directories and archives, or "-" for a list of paths on standard input (one a line). Out, lazily: Refs and Buckets.
Big archives are listed here, so that many workers can share one; small ones are left to the worker that meets them. A data set of the SEC
is told by its SUBMISSION.tsv, zipped or in a folder. Nothing is unpacked to a disk. What cannot be read is a Ref with a flaw.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from vestcalc import limits
from vestcalc.batch.listed import tar_items, zip_items
from vestcalc.batch.refs import Item, Ref
from vestcalc.batch.spool import dataset_in_folder, dataset_items, is_table
from vestcalc.filings.archives import archive_kind, fault
from vestcalc.filings.sources import Listed, files_in, unreadable
from vestcalc.gaps import VestcalcError

#: Archives up to this size are read by one worker as they are, unless their name says that they are one.
SMALL = 1 * limits.MB
_SUFFIXES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz")


def items(paths: Iterable[str], spool: Path) -> Iterator[Item]:
    """Every document in `paths`, in order; `spool` is a folder for the tables of data sets, sorted by submission."""
    for path in paths:
        if os.path.isdir(path):
            yield from _directory(path, spool)
        else:
            yield from _file(path, spool)


def _directory(top: str, spool: Path) -> Iterator[Item]:
    found = False
    told: set[str] = set()
    for one in files_in(top):
        found = True
        if isinstance(one, VestcalcError):
            yield flawed(one)
            continue
        folder, name = os.path.split(one.path)
        if is_table(name) and (folder in told or dataset_in_folder(folder)):
            if folder not in told:
                told.add(folder)
                yield from dataset_items(folder, spool)
        else:
            yield from _file(one.path, spool, one.state)
    if not found:
        yield flawed(fault(top, "a directory without files; name one that holds filings"))


def _file(path: str, spool: Path, state: os.stat_result | None = None) -> Iterator[Item]:
    try:
        state = state or os.stat(path)
        head = b""
        if state.st_size > SMALL or path.lower().endswith(_SUFFIXES):
            with open(path, "rb") as file:
                head = file.read(512)
    except (OSError, ValueError) as error:
        yield flawed(unreadable(path, error))
        return
    kind = archive_kind(head)
    if kind == "zip":
        yield from zip_items(path, state.st_mtime_ns, spool)
    elif kind in ("tar", "packed"):
        yield from tar_items(path, head, state.st_size, state.st_mtime_ns)
    else:
        yield Ref(path, path, weight=state.st_size, stamp=state.st_mtime_ns)


def flawed(error: VestcalcError) -> Ref:
    """An error where a document should be."""
    name, _, what = str(error).partition(": ")
    return Ref(name, flaw=what)


def listed(stream: Iterable[bytes], into: Path) -> Path:
    """The paths of a list on standard input, kept in a file, so that a list of any length can be gone through twice."""
    with into.open("wb") as file:
        for line in stream:
            if len(line) <= limits.LINE_BYTES and line.strip():
                file.write(line.rstrip(b"\r\n") + b"\n")
    return into


def paths_of(given: Iterable[str], listing: Path | None) -> Iterator[str]:
    """The paths given, with those of the list in the place of "-"."""
    for path in given:
        if path == "-" and listing is not None:
            with listing.open("rb") as file:
                for line in file:
                    yield os.fsdecode(line.rstrip(b"\n"))
        else:
            yield path


def weight_of(paths: Iterable[str]) -> int:
    """The bytes of all files of the input as they lie on the disk."""
    total = 0
    for path in paths:
        if os.path.isdir(path):
            total += sum(found.state.st_size for found in files_in(path) if isinstance(found, Listed))
            continue
        try:
            total += os.stat(path).st_size
        except (OSError, ValueError):
            continue
    return total
