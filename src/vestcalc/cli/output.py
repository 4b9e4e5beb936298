"""Where the output goes and in what form.

In: --format, --output and the formats that suit a command; then pieces of text. Out: standard output, or a file that is
there whole or not at all. Refuses, in one line, a format the command has not and a place that cannot be written.
"""

import os
import sys
from collections.abc import Iterable, Sequence
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


def write(pieces: Iterable[str], output: str | None) -> None:
    """Writes the pieces as they come; into a file by way of a temporary one beside it, renamed at the end."""
    if output is None or output == "-":
        for piece in pieces:
            sys.stdout.write(piece)
        return
    target = Path(output)
    if target.is_dir() or not target.parent.is_dir():
        raise UsageError(
            f"--output: {shown(output)} {'is a directory' if target.is_dir() else 'lies in no directory there is'}; name a file"
        )
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


def width() -> int:
    """The columns of the terminal; 100 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns
