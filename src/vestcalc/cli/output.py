"""Where the output goes and in what form.

In: --format, --output, --force and the formats that suit a command; then pieces of text, or bytes. Out: standard output, or a file
that is there whole or not at all. Refuses, in one line, a format the command has not, a file that is there already, a place that
cannot be written, and bytes for a terminal.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vestcalc.given import UsageError, shown

if TYPE_CHECKING:
    from vestcalc.report.page import Block

_SUFFIXES = {
    ".txt": "table",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".ics": "ics",
    ".svg": "svg",
    ".png": "png",
}
#: Formats that are no text.
BINARY = frozenset({"xlsx", "png"})


class _Chosen(Struct):
    """Where the one command of this process writes: chosen_format notes it, for typeset."""

    file: bool = False


_chosen = _Chosen()


def chosen_format(given: str | None, output: str | None, formats: Sequence[str], force: bool = False) -> str:
    """The format asked for, else told by the output's suffix, else the command's first; the output is looked at before any work."""
    chosen = _format(given, output, formats)
    _chosen.file = _to_file(output)
    if _chosen.file:
        _target(output, force)
    elif chosen in BINARY and sys.stdout.isatty():
        raise UsageError(f"--format: {chosen} is nothing for a terminal; add -o NAME.{chosen}")
    return chosen


def _format(given: str | None, output: str | None, formats: Sequence[str]) -> str:
    if given is not None:
        if given.lower() not in formats:
            raise UsageError(f"--format: {shown(given)} is not known here; choose one of {', '.join(formats)}")
        return given.lower()
    if output is None or not _to_file(output):
        return formats[0]
    told = _SUFFIXES.get(Path(output).suffix.lower())
    if told is None or told not in formats:
        raise UsageError(
            f"--output: the suffix of {shown(output)} tells no format of this command; add --format with one of {', '.join(formats)}"
        )
    return told


def byte_order_mark(wanted: bool, chosen: str) -> str:
    """What --bom puts before a CSV, so that a spreadsheet takes it for UTF-8."""
    if wanted and chosen not in ("csv", "tsv"):
        raise UsageError(f"--bom: is for csv and tsv, not for {chosen}; leave it out")
    return "\ufeff" if wanted else ""


def typeset(blocks: "Iterable[Block]", chosen: str) -> Iterator[str]:
    """The blocks of a page as text or Markdown; on a terminal, text fits its width. A file or a pipe has no width."""
    from vestcalc.report.page import as_markdown, as_text

    if chosen == "md":
        return as_markdown(blocks)
    return as_text(blocks, width() if not _chosen.file and sys.stdout.isatty() else None)


class NobodyReads(Exception):  # noqa: N818  (not an error: the reader has seen enough)
    """The reader of standard output went away, as "| head" does."""


def write(pieces: Iterable[str] | bytes, output: str | None, force: bool = False) -> None:
    """Writes the pieces as they come; into a file by way of a temporary one beside it, which takes its name at the end."""
    if not _to_file(output):
        _print(pieces)
        return
    target = _target(output, force)
    temporary = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():  # a device or a pipe: nothing to be replaced
            _fill(target, pieces)
            return
        _fill(temporary, pieces)
        _publish(temporary, target, output, force)
    except OSError as error:
        raise UsageError(f"--output: {shown(output)} cannot be written ({error.strerror or error}); name another place") from None
    finally:
        temporary.unlink(missing_ok=True)


def _to_file(output: str | None) -> bool:
    return output is not None and output != "-"


def _target(output: str | None, force: bool) -> Path:
    """The file to be made, links followed."""
    target = Path(os.path.realpath(output or ""))
    if not output or target.is_dir():
        raise UsageError(f"--output: {shown(output)} is a directory; name a file" if output else "--output: empty; name a file")
    if not target.parent.is_dir():
        raise UsageError(f"--output: the directory of {shown(output)} is not there; make it first")
    if target.is_file() and not force:
        raise _there(output)
    return target


def _there(output: str | None) -> UsageError:
    return UsageError(f"--output: {shown(output)} is there already; --force replaces it")


def _fill(path: Path, pieces: Iterable[str] | bytes) -> None:
    if isinstance(pieces, bytes):
        path.write_bytes(pieces)
        return
    with path.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
        for piece in pieces:
            file.write(piece)


def _publish(temporary: Path, target: Path, output: str | None, force: bool) -> None:
    """Gives the file its name; never over one that came meanwhile, unless --force says so."""
    if force:
        if target.exists():
            os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _there(output) from None
    except OSError:  # a file system without links
        if target.exists():
            raise _there(output) from None
        os.replace(temporary, target)


def _print(pieces: Iterable[str] | bytes) -> None:
    """To standard output; a character its encoding has not is spelled out."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        if isinstance(pieces, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(pieces)
    except OSError as error:
        raise _stopped(error) from None
    for piece in () if isinstance(pieces, bytes) else pieces:
        try:
            sys.stdout.write(piece)
        except OSError as error:
            raise _stopped(error) from None
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _stopped(error) from None


def _stopped(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return NobodyReads()
    return UsageError(f"standard output: cannot be written ({error.strerror or error})")


def width() -> int:
    """The columns of the terminal; 100 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns
