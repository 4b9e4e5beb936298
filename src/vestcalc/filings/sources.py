"""What a user names on the command line to the documents it holds, one at a time.

In: paths of files, directories and zip files, or "-" for standard input. Out, lazily: a Source (name and bytes) for each document, or in
its place the one-line error for which it could not be read, so that the others still are. Members of "a.zip" are named "a.zip/member".
Refused: what does not exist or may not be read, empty files and folders, encrypted or broken zips, Office files, files beyond 200 MB.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from vestcalc.gaps import VestcalcError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_LONGEST = 200 * 1024 * 1024
_DEEPEST = 3
_LEFT_OUT = frozenset({"__MACOSX", "__pycache__"})


class Source(NamedTuple):
    """A document: its name for messages, and its bytes."""

    name: str
    data: bytes


Found = Source | VestcalcError


def expand(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Every document in `paths`, in the order named, those of a directory or a zip by name; "-" reads `stdin` (None: sys.stdin)."""
    for path in paths:
        name = os.fspath(path)
        if name == "-":
            yield from _standard_input(stdin)
        elif os.path.isdir(name):
            yield from _directory(name)
        else:
            yield from _file(name)


def _standard_input(stdin: BinaryIO | None) -> Iterator[Found]:
    try:
        data = (stdin or sys.stdin.buffer).read(_LONGEST + 1)
    except (OSError, ValueError, AttributeError) as error:
        yield VestcalcError(f"standard input: cannot be read ({error}); give a file instead of -")
        return
    yield from _held("-", data, 1)


def _file(name: str) -> Iterator[Found]:
    try:
        with open(name, "rb") as file:
            data = file.read(_LONGEST + 1)
    except FileNotFoundError:
        yield _fault(name, "no such file or directory; check the path")
        return
    except (OSError, ValueError) as error:
        yield _fault(name, f"cannot be read ({getattr(error, 'strerror', None) or error}); check the path and its permissions")
        return
    yield from _held(name, data, 1)


def _directory(top: str) -> Iterator[Found]:
    found = False
    faults: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _LEFT_OUT)
        for name in sorted(files):
            if not name.startswith("."):
                found = True
                yield from _file(os.path.join(folder, name))
    for fault in faults:
        yield _fault(fault.filename, f"cannot be read ({fault.strerror}); check its permissions")
    if not found and not faults:
        yield _fault(top, "a directory without files; name one that holds filings")


def _held(name: str, data: bytes, depth: int) -> Iterator[Found]:
    """The document itself, or all that a zip holds."""
    if len(data) > _LONGEST:
        yield _fault(name, f"larger than {_LONGEST // 1024 // 1024} MB; give single filings, or a directory of them")
    elif data.startswith(_ZIPS):
        yield from _zip(name, data, depth)
    elif not data.strip():
        yield _fault(name, "empty; fetch the filing again")
    else:
        yield Source(_shown(name), data)


def _zip(name: str, data: bytes, depth: int) -> Iterator[Found]:
    import io
    import struct
    import zipfile

    if depth > _DEEPEST:
        yield _fault(name, "a zip in a zip in a zip; unpack it first")
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError) as error:
        yield _fault(name, f"a broken zip file ({_line(error)}); fetch it again")
        return
    with archive:
        members = sorted((member for member in archive.infolist() if _is_document(member)), key=lambda member: member.filename)
        if any(member.filename == "[Content_Types].xml" for member in members):
            yield _fault(name, "an Office file, not a filing; save it as text or PDF")
            return
        if not members:
            yield _fault(name, "a zip without files")
        for member in members:
            yield from _member(name, archive, member, depth)


def _is_document(member: "ZipInfo") -> bool:
    parts = member.filename.split("/")
    return bool(parts[-1]) and not parts[-1].startswith(".") and not _LEFT_OUT.intersection(parts)


def _member(name: str, archive: "ZipFile", member: "ZipInfo", depth: int) -> Iterator[Found]:
    import zlib
    from zipfile import BadZipFile

    inner = f"{name}/{member.filename}"
    if member.flag_bits & 1:
        yield _fault(inner, "encrypted; unpack the zip with its password first")
        return
    try:
        with archive.open(member) as file:
            data = file.read(_LONGEST + 1)
    except (BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
        yield _fault(inner, f"cannot be unpacked ({_line(error)}); fetch the zip again")
        return
    yield from _held(inner, data, depth + 1)


def _fault(name: str, what: str) -> VestcalcError:
    return VestcalcError(f"{_shown(name)}: {what}")


def _shown(name: str) -> str:
    """A name on one line: what cannot be printed as a question mark."""
    return name if name.isprintable() else "".join(c if c.isprintable() else "?" for c in name)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
