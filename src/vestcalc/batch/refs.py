"""A reference to a document, small enough to be sent to another process or machine, and the way from it to the documents.

In: a path, or a stretch of bytes in an archive, or the bytes themselves. Out: Sources and errors, as filings/sources.py gives them.
A reference to a file that turns out to be an archive gives all it holds. Refused, as an error in its place: what archives.py refuses.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from msgspec import Struct

from vestcalc import limits
from vestcalc.filings.archives import CUT_OFF, Found, Source, archive_kind, fault, held, line, shown, too_long
from vestcalc.filings.sources import unreadable
from vestcalc.gaps import VestcalcError


class Ref(Struct, frozen=True):
    """One document: `path` alone, or `size` bytes at `offset` of it, or `data`. `method`: -1 the bytes as they are, 0 or 8 a
    member of a zip, stored or deflated, with its `checksum`.

    `weight` are the bytes of the input it stands for, for the progress. `stamp` tells a changed file from an unchanged one. `flaw`:
    why there is no document to read; with `notice` it is nothing wrong, but to be said.
    """

    name: str
    path: str = ""
    offset: int = -1
    size: int = 0
    method: int = -1
    checksum: int = 0
    data: bytes | None = None
    weight: int = 0
    stamp: int = 0
    flaw: str | None = None
    notice: bool = False


class Bucket(Struct, frozen=True):
    """Some submissions of a data set: `data` is one bucket as spool.py packed it."""

    name: str
    data: bytes
    weight: int = 0
    stamp: int = 0


Item = Ref | Bucket


class Chunk(Struct, frozen=True):
    """What one worker does at a time; `index` counts from 0 in the order of the input, `key` tells its content."""

    index: int
    items: tuple[Item, ...]
    key: str = ""

    @property
    def weight(self) -> int:
        return sum(item.weight for item in self.items)


def key_of(items: Sequence[Item]) -> str:
    """Twenty hexadecimal digits that differ when the items, or the files they stand for, do."""
    digest = hashlib.sha256()
    for item in items:
        digest.update(repr((item.name, item.stamp, item.weight)).encode("utf-8", "surrogatepass"))
        if isinstance(item, Ref):
            digest.update(repr((item.path, item.offset, item.size, item.method, item.flaw)).encode("utf-8", "surrogatepass"))
        digest.update(item.data or b"")
    return digest.hexdigest()[:20]


def documents(ref: Ref) -> Iterator[Found]:
    """The document of a reference, or all that the archive holds which it turns out to be."""
    if ref.flaw is not None:
        yield fault(ref.name, ref.flaw)
        return
    try:
        data = ref.data if ref.data is not None else _stored(ref)
    except (OSError, ValueError) as error:
        yield unreadable(ref.name, error)
        return
    except VestcalcError as error:
        yield error
        return
    if archive_kind(data[:512]) is None and 0 < len(data) <= limits.FILE_BYTES and not data.isspace():
        yield Source(shown(ref.name), data)  # the usual case, without a generator in a generator
    else:
        yield from held(ref.name, data)


def _stored(ref: Ref) -> bytes:
    """The bytes as the file holds them; those of a zip's member unpacked and checked against its checksum."""
    with open(ref.path, "rb") as file:
        if ref.offset < 0:
            return _whole(file, ref.weight)
        file.seek(ref.offset)
        if ref.method >= 0:
            header = file.read(30)
            if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
                raise fault(ref.name, "not where the zip's directory says; fetch the zip again")
            file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
        data = file.read(ref.size)
    if len(data) < ref.size:
        raise fault(ref.name, CUT_OFF)
    return data if ref.method < 0 else _checked(inflate(data, ref.name) if ref.method == 8 else data, ref)


def _whole(file: BinaryIO, size: int) -> bytes:
    """All of a file that had `size` bytes when it was listed, up to what is refused; to ask for the most at once sets that much aside."""
    data = file.read(min(size, limits.HELD_ARCHIVE_BYTES) + 1)
    return data if len(data) <= size else data + file.read(limits.HELD_ARCHIVE_BYTES + 1 - len(data))


def _checked(data: bytes, ref: Ref) -> bytes:
    import zlib

    if zlib.crc32(data) != ref.checksum:
        raise fault(ref.name, "cannot be unpacked (its checksum is wrong); fetch the zip again")
    return data


def inflate(data: bytes, name: str) -> bytes:
    """The bytes of a deflated member of a zip, no more than a document may have."""
    import zlib

    unpacker = zlib.decompressobj(-15)
    try:
        out = unpacker.decompress(data, limits.HELD_ARCHIVE_BYTES + 1)
    except zlib.error as error:
        raise fault(name, f"cannot be unpacked ({line(error)}); fetch the zip again") from None
    if unpacker.unconsumed_tail:
        raise fault(name, too_long(limits.HELD_ARCHIVE_BYTES, "HELD_ARCHIVE_BYTES"))
    if not unpacker.eof:
        raise fault(name, "cannot be unpacked (its data end early); fetch the zip again")
    return out
