"""What a user names on the command line to the documents it holds, one at a time.

In: paths of files, directories and archives, or "-" for standard input. Out, lazily: a Source (name and bytes) for each document, or in
its place the one-line error for which it could not be read, so that the others still are. Members of "a.zip" are named "a.zip/member".
Refused: what does not exist or may not be read, empty files and folders, in a folder links to folders and what is no file (a pipe, a
device), and what archives.py refuses.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from vestcalc import limits
from vestcalc.filings.archives import LEFT_OUT, Found, Source, fault, held
from vestcalc.gaps import VestcalcError

__all__ = ["Found", "Listed", "Source", "expand", "files_in"]


class Listed(NamedTuple):
    """A file of a directory, and what the system says of it."""

    path: str
    state: os.stat_result


def expand(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Every document in `paths`, in the order named, those of a directory or an archive by name; "-" reads `stdin` (None: sys.stdin)."""
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
        data = (stdin or sys.stdin.buffer).read(limits.HELD_ARCHIVE_BYTES + 1)
    except (OSError, ValueError, AttributeError) as error:
        yield VestcalcError(f"standard input: cannot be read ({error}); give a file instead of -")
        return
    yield from held("-", data)


def _file(name: str) -> Iterator[Found]:
    try:
        with open(name, "rb") as file:
            before = os.fstat(file.fileno())
            data = file.read(limits.HELD_ARCHIVE_BYTES + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        yield unreadable(name, error)
        return
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        yield fault(name, "changed while it was read; give it again when it is no longer written to")
        return
    yield from held(name, data)


def unreadable(name: str, error: Exception) -> VestcalcError:
    """The error of a file that cannot be opened or read."""
    if isinstance(error, FileNotFoundError):
        return fault(name, "no such file or directory; check the path")
    return fault(name, f"cannot be read ({getattr(error, 'strerror', None) or error}); check the path and its permissions")


def _directory(top: str) -> Iterator[Found]:
    found = False
    for item in files_in(top):
        found = True
        if isinstance(item, VestcalcError):
            yield item
        else:
            yield from _file(item.path)
    if not found:
        yield fault(top, "a directory without files; name one that holds filings")


def files_in(top: str) -> Iterator[Listed | VestcalcError]:
    """The files of a directory and those below, by name, without the hidden; an error for what is none or is not followed."""
    faults: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in LEFT_OUT)
        for name in folders:
            if os.path.islink(os.path.join(folder, name)):
                yield fault(os.path.join(folder, name), "a link to a directory, which is not followed; name the directory itself")
        inside = os.path.join(folder, "")
        for name in sorted(files):
            if not name.startswith("."):
                yield _listed(inside + name)
    for error in faults:
        yield fault(error.filename, f"cannot be read ({error.strerror}); check its permissions")


def _listed(path: str) -> Listed | VestcalcError:
    """A file, or why what stands in a directory is not read: a pipe would wait for ever, a device never end."""
    try:
        state = os.stat(path)
    except (OSError, ValueError) as error:
        return unreadable(path, error)
    return Listed(path, state) if stat.S_ISREG(state.st_mode) else fault(path, "a pipe, a socket or a device, not a file; not read")
