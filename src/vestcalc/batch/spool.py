"""The SEC's data sets sorted by submission, so that their tables need not be held in memory together.

In: a zip or a folder with SUBMISSION.tsv and its neighbours. Out: Buckets, each with all records of some hundred submissions. The records
are put into files by a hash of their accession number, in a folder of the batch's own, and taken back one bucket at a time. What tables
or columns are missing, and which lines cannot be used, are Refs with a flaw: said once for the data set, not for each submission.
"""

import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from vestcalc import limits
from vestcalc.batch.refs import Bucket, Item, Ref
from vestcalc.filings.archives import damage, line
from vestcalc.filings.datasets import TABLES, Layout
from vestcalc.filings.tsv import Record, read_table
from vestcalc.gaps import VestcalcError

#: Bytes of the tables as they are filed that one bucket should hold, on the average.
BUCKET_BYTES = 2 * limits.MB
_MOST_BUCKETS = 200


def is_dataset(names: Iterable[str]) -> bool:
    """Whether the members of a zip are the tables of a data set."""
    found = {_table(name) for name in names}
    return "SUBMISSION" in found and len(found - {None}) > 1


def dataset_in_folder(folder: str) -> bool:
    """Whether a folder holds the tables of a data set."""
    try:
        return is_dataset(os.listdir(folder or "."))
    except OSError:
        return False


def _table(name: str) -> str | None:
    """ "DERIV_TRANS" of "2026q2/DERIV_TRANS.tsv"; None for what is no table of a data set."""
    stem, _, suffix = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return stem.upper() if suffix.lower() in ("tsv", "txt") and stem.upper() in TABLES else None


def is_table(name: str) -> bool:
    """Whether a file is named as a table of a data set."""
    return _table(name) is not None


def dataset_items(path: str, spool: Path) -> Iterator[Item]:
    """The submissions of a data set, in buckets, after what is to be said about its tables."""
    folder = spool / f"{zlib.crc32(os.fsencode(path)):08x}"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        members = _members(path)
        for table in TABLES:
            if table not in members:
                yield Ref(f"{path}/{table}.tsv", flaw="the data set has no such table; read without it", notice=True)
        total = sum(size for _, size in members.values())
        if total > limits.ARCHIVE_RATIO * max(_packed(path), limits.ARCHIVE_FREE_BYTES // limits.ARCHIVE_RATIO):
            yield Ref(path, flaw=f"unpacks to more than {limits.ARCHIVE_RATIO} times its size (limit ARCHIVE_RATIO); not read")
            return
        buckets = min(_MOST_BUCKETS, total // BUCKET_BYTES + 1)
        headers: dict[str, list[str]] = {}
        for table, (member, _) in members.items():
            yield from _spread(path, table, member, buckets, folder, headers)
        weight, stamp = _packed(path) // buckets, _stamp(path)
        for number in range(buckets):
            held = _gathered(folder, number, headers)
            if held:
                yield Bucket(path, held, weight, stamp)
    except damage() as error:
        yield Ref(path, flaw=f"a broken data set ({line(error)}); fetch it again")
    finally:
        for file in folder.glob("*.*.jsonl"):
            file.unlink(missing_ok=True)


def _members(path: str) -> dict[str, tuple[str, int]]:
    """Table -> (name of the member or file, unpacked bytes)."""
    if os.path.isdir(path):
        found = [(name, os.path.getsize(os.path.join(path, name))) for name in sorted(os.listdir(path)) if _table(name)]
    else:
        with zipfile.ZipFile(path) as archive:
            found = [(member.filename, member.file_size) for member in archive.infolist() if _table(member.filename)]
    return {str(_table(name)): (name, size) for name, size in found}


def _packed(path: str) -> int:
    return sum(size for _, size in _members(path).values()) if os.path.isdir(path) else os.path.getsize(path)


def _stamp(path: str) -> int:
    return os.stat(path).st_mtime_ns


@contextmanager
def _open(path: str, member: str) -> Iterator[BinaryIO]:
    with ExitStack() as stack:
        if os.path.isdir(path):
            yield stack.enter_context(open(os.path.join(path, member), "rb"))
        else:
            yield cast(BinaryIO, stack.enter_context(stack.enter_context(zipfile.ZipFile(path)).open(member)))


def _spread(path: str, table: str, member: str, buckets: int, folder: Path, headers: dict[str, list[str]]) -> Iterator[Ref]:
    """The records of one table into the files of their buckets; Refs for what is to be said."""
    name = f"{path}/{member.rpartition('/')[2]}"
    with ExitStack() as stack:
        files: list[IO[str]] = [stack.enter_context((folder / f"{table}.{i}.jsonl").open("w", encoding="utf-8")) for i in range(buckets)]
        for found in read_table(stack.enter_context(_open(path, member)), name):
            if isinstance(found, Record):
                files[zlib.crc32(found.key.encode()) % buckets].write(json.dumps([found.key, found.values]) + "\n")
            elif isinstance(found, VestcalcError):
                where, _, what = str(found).partition(": ")
                yield Ref(where, flaw=what)
            else:
                headers[table] = found
                yield from _columns(name, Layout(table, found))


def _columns(name: str, layout: Layout) -> Iterator[Ref]:
    if layout.missing:
        yield Ref(name, flaw=f"no column {', '.join(layout.missing)}; read without", notice=True)
    if layout.unknown:
        yield Ref(name, flaw=f"unknown column {', '.join(one[:40] for one in layout.unknown[:20])}; passed over", notice=True)


def _gathered(folder: Path, number: int, headers: dict[str, list[str]]) -> bytes:
    """One bucket: a line of headers, then a line a record, [table, accession number, values]."""
    out = []
    for table in headers:
        place = json.dumps(table)
        with (folder / f"{table}.{number}.jsonl").open(encoding="utf-8") as file:
            out += [f"[{place},{text.rstrip()[1:]}\n" for text in file]
    return (json.dumps(headers) + "\n" + "".join(out)).encode("utf-8", "surrogatepass") if out else b""
