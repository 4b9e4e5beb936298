"""What an archive in memory holds: zip, tar and gzip, bzip2 or xz of one file, one inside another up to a depth.

In: a name and bytes. Out, lazily: each document as a Source, or the one-line error for which it could not be unpacked. Bytes
that are no archive are a document themselves. Nothing is ever unpacked to a disk, so a member's name is a label and no path.
Refused, by the limits of limits.py: bombs by ratio, by depth or by size; and encrypted, broken and linked members, Office files.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from vestcalc import limits
from vestcalc.gaps import VestcalcError

if TYPE_CHECKING:
    from tarfile import TarInfo
    from zipfile import ZipFile, ZipInfo

ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
LEFT_OUT = frozenset({"__MACOSX", "__pycache__"})
_TAR_MARK = slice(257, 262)
CUT_OFF = "cut off in the middle; fetch the archive again"


class Source(NamedTuple):
    """A document: its name for messages, and its bytes."""

    name: str
    data: bytes


Found = Source | VestcalcError


class Budget:
    """The unpacked bytes that an archive may still give, those of archives in it included."""

    def __init__(self, packed: int) -> None:
        self.left = max(limits.ARCHIVE_FREE_BYTES, packed * limits.ARCHIVE_RATIO)

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise Bomb(f"unpacks to more than {limits.ARCHIVE_RATIO} times its size (limit ARCHIVE_RATIO); not read further")


class Bomb(Exception):  # noqa: N818  (a word for what it is; never leaves this module)
    """An archive that unpacks to more than its share; the message is a clause for people."""


def held(name: str, data: bytes, depth: int = 1, budget: Budget | None = None) -> Iterator[Found]:
    """The document itself, or all that an archive holds, in the order of the names."""
    kind = archive_kind(data)
    most = limits.HELD_ARCHIVE_BYTES if kind else limits.FILE_BYTES
    if len(data) > most:
        yield fault(name, too_long(most, "HELD_ARCHIVE_BYTES" if kind else "FILE_BYTES"))
    elif kind is None:
        yield Source(shown(name), data) if data.strip() else fault(name, "empty; fetch the filing again")
    elif depth > limits.ARCHIVE_DEPTH:
        yield fault(name, f"archives within archives, more than {limits.ARCHIVE_DEPTH} deep (limit ARCHIVE_DEPTH); unpack it first")
    else:
        try:
            yield from _OPEN[kind](name, data, depth, budget or Budget(len(data)))
        except Bomb as bomb:
            yield fault(name, str(bomb))


def archive_kind(head: bytes) -> str | None:
    """ "zip", "tar" or "packed" by the first 512 bytes; None for what is no archive."""
    if head.startswith(ZIPS):
        return "zip"
    if head.startswith(PACKED):
        return "packed"
    return "tar" if head[_TAR_MARK] == b"ustar" else None


def too_long(most: int, limit: str) -> str:
    """The clause for what is longer than a limit."""
    size = f"{most // limits.MB} MB" if most >= limits.MB else f"{most} bytes"
    return f"larger than {size} (limit {limit}); give single filings, or a directory of them"


def _zip(name: str, data: bytes, depth: int, budget: Budget) -> Iterator[Found]:
    import io
    import struct
    import zipfile

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError) as error:
        yield fault(name, f"a broken zip file ({line(error)}); fetch it again")
        return
    with archive:
        members = sorted((member for member in archive.infolist() if is_document(member.filename)), key=lambda member: member.filename)
        if any(member.filename == "[Content_Types].xml" for member in members):
            yield fault(name, "an Office file, not a filing; save it as text or PDF")
            return
        if not members:
            yield fault(name, "a zip without files")
        for member in members:
            yield from _zip_member(name, archive, member, depth, budget)


def is_document(path: str) -> bool:
    """Whether a member's name is that of a file to be read: no directory, nothing hidden, nothing a packer put beside it."""
    parts = path.replace("\\", "/").split("/")
    return bool(parts[-1]) and not parts[-1].startswith(".") and not LEFT_OUT.intersection(parts)


def _zip_member(name: str, archive: "ZipFile", member: "ZipInfo", depth: int, budget: Budget) -> Iterator[Found]:
    inner = f"{name}/{member.filename}"
    if member.flag_bits & 1:
        yield fault(inner, "encrypted; unpack the zip with its password first")
        return
    try:
        with archive.open(member) as file:
            data = file.read(limits.HELD_ARCHIVE_BYTES + 1)
    except damage() as error:
        yield fault(inner, f"cannot be unpacked ({line(error)}); fetch the zip again")
        return
    budget.take(len(data))
    yield from held(inner, data, depth + 1, budget)


def _tar(name: str, data: bytes, depth: int, budget: Budget) -> Iterator[Found]:
    import io
    import tarfile

    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for member in archive:
                if not is_document(member.name) or member.isdir():
                    continue
                inner = f"{name}/{member.name}"
                refusal = why_not_member(member) or (CUT_OFF if member.offset_data + member.size > len(data) else None)
                if refusal:
                    yield fault(inner, refusal)
                    continue
                unpacked = data[member.offset_data : member.offset_data + member.size]
                budget.take(len(unpacked))
                yield from held(inner, unpacked, depth + 1, budget)
    except (tarfile.TarError, OSError, EOFError, ValueError, OverflowError, RecursionError) as error:
        yield fault(name, f"a broken tar file ({line(error)}); fetch it again")


def why_not_member(member: "TarInfo") -> str | None:
    """Why a member of a tar is not read: links, devices, files with holes, and what is too long."""
    if member.issym() or member.islnk():
        return "a link in an archive, which is not followed"
    if not member.isreg() or member.issparse():
        return "a device or a file with holes, not a filing"
    return too_long(limits.HELD_ARCHIVE_BYTES, "HELD_ARCHIVE_BYTES") if member.size > limits.HELD_ARCHIVE_BYTES else None


def _packed(name: str, data: bytes, depth: int, budget: Budget) -> Iterator[Found]:
    """A file packed by gzip, bzip2 or xz."""
    import io

    most = min(limits.HELD_ARCHIVE_BYTES, max(budget.left, 0)) + 1
    try:
        with opened(io.BytesIO(data), data) as file:
            unpacked = file.read(most)
    except damage() as error:
        yield fault(name, f"cannot be unpacked ({line(error)}); fetch it again")
        return
    budget.take(len(unpacked))
    yield from held(unpacked_name(name), unpacked, depth + 1, budget)


def opened(file: "BinaryIO", head: bytes) -> "BinaryIO":
    """The file that a packed one holds, for reading; which packer is told by its first bytes."""
    import bz2
    import gzip
    import lzma

    if head.startswith(b"BZh"):
        return cast("BinaryIO", bz2.BZ2File(file))
    return cast("BinaryIO", lzma.LZMAFile(file) if head.startswith(b"\xfd7z") else gzip.GzipFile(fileobj=file))


def unpacked_name(name: str) -> str:
    """form4.xml of form4.xml.gz; the name itself where no such suffix stands."""
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and suffix.lower() in ("gz", "bz2", "xz") else name


def damage() -> tuple[type[Exception], ...]:
    """What the unpackers raise for broken data."""
    import lzma
    import zlib
    from zipfile import BadZipFile

    return (BadZipFile, OSError, EOFError, ValueError, RuntimeError, OverflowError, zlib.error, lzma.LZMAError)


def fault(name: str, what: str) -> VestcalcError:
    """The error of one document."""
    return VestcalcError(f"{shown(name)}: {what}")


def shown(name: str) -> str:
    """A name on one line: what cannot be printed as a question mark."""
    return name if name.isprintable() else "".join(c if c.isprintable() else "?" for c in name)


def line(error: Exception) -> str:
    """An error of a library as a clause."""
    return " ".join(str(error).split())[:120] or type(error).__name__


_OPEN = {"zip": _zip, "tar": _tar, "packed": _packed}
