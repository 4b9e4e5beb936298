"""Where the output goes and in what form.

In: --format, --output and the formats that suit a command; then pieces of text. Out: standard output, or a file that is
there whole or not at all. Refuses, in one line, a format the command has not and a place that cannot be written.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

from vestcalc.given import UsageError, shown

_SUFFIXES = {
    ".txt": "table",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "md",
    ".markdown": "md",
}


def chosen_format(given: str | None, output: str | None, formats: Sequence[str]) -> str:
    """The format asked for, else told by the output's suffix, else the command's first."""
    if given is not None:
        if given.lower() not in formats:
            raise UsageError(f"--format: {shown(given)} is not known here; choose one of {', '.join(formats)}")
        return given.lower()
    if output is None or output == "-":
        return formats[0]
    told = _SUFFIXES.get(Path(output).suffix.lower())
    if told is None or told not in formats:
        raise UsageError(
            f"--output: the suffix of {shown(output)} tells no format of this command; add --format with one of {', '.join(formats)}"
        )
    return told


class NobodyReads(Exception):  # noqa: N818  (not an error: the reader has seen enough)
    """The reader of standard output went away, as "| head" does."""


def write(pieces: Iterable[str], output: str | None) -> None:
    """Writes the pieces as they come; into a file by way of a temporary one beside it, renamed at the end."""
    if output is None or output == "-":
        _print(pieces)
        return
    target = Path(output)
    if target.is_dir():
        raise UsageError(f"--output: {shown(output)} is a directory; name a file")
    if not target.parent.is_dir():
        raise UsageError(f"--output: the directory of {shown(output)} is not there; make it first")
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with temporary.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
            for piece in pieces:
                file.write(piece)
        os.replace(temporary, target)
    except OSError as error:
        raise UsageError(f"--output: {shown(output)} cannot be written ({error.strerror or error}); name another place") from None
    finally:
        temporary.unlink(missing_ok=True)


def _print(pieces: Iterable[str]) -> None:
    """To standard output; a character its encoding has not is spelled out."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    for piece in pieces:
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
