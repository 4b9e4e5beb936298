"""The limits that keep hostile or broken input from taking all memory or all time: one name, one number, one sentence each.

In: the environment variable VESTCALC_LIMITS ("FILE_BYTES=1000000 ARCHIVE_DEPTH=2"), or `override(FILE_BYTES=...)`. Out: the
constants below, to be read as `limits.FILE_BYTES` when they are needed, so that an override counts. What exceeds a limit is refused or
left out with a line that names the limit; it is never cut in silence. SECURITY.md lists them. Refused: names that are no limits.
"""

import os
import re

from vestcalc.gaps import VestcalcError
from vestcalc.late import late

MB = 1024 * 1024

#: Bytes of one document (a filing in any form), unpacked.
FILE_BYTES = 64 * MB
#: Bytes of an archive that is held in memory (from standard input, or inside another archive).
HELD_ARCHIVE_BYTES = 200 * MB
#: Bytes of the XML of a filing; the largest have some hundred kB.
XML_BYTES = 4 * MB
#: Bytes of a document that is not XML, HTML, a full submission or a PDF: the text of a print, or plain terms.
TEXT_BYTES = 1 * MB
#: Characters of all notes of one award; a form holds 99 notes of 1,000.
AWARD_CHARS = 120_000
#: Rules of one award; a note that lists each of 120 dates has 120.
AWARD_RULES = 300
#: Archives within archives.
ARCHIVE_DEPTH = 3
#: Members of one archive.
ARCHIVE_MEMBERS = 2_000_000
#: Unpacked bytes of an archive for each byte packed; XML of filings packs about 10 to 1, text of nothing but blanks 1,000 to 1.
ARCHIVE_RATIO = 200
#: Unpacked bytes of an archive that are always allowed, whatever the ratio.
ARCHIVE_FREE_BYTES = 64 * MB
#: Bytes of one line of a list of paths, or of a table of a data set.
LINE_BYTES = 4 * MB
#: Rows of all tables of one submission of a data set.
SUBMISSION_ROWS = 50_000
#: Seconds for one document in a batch; 0 for no limit. On Windows, and in the workers of a cluster, a library's single step is not ended.
FILE_SECONDS = 60

_NAMES = tuple(name for name in globals() if name.isupper() and name != "MB")
_ENTRY = late(r"([A-Za-z_]+)=([0-9_]{1,18})", re.ASCII)


def override(**values: int) -> None:
    """Other numbers for some limits, in this process; VestcalcError for a name that is no limit, or for less than 0."""
    for name, value in values.items():
        if name not in _NAMES:
            raise VestcalcError(f"limits: {name[:40]!r} is no limit; there are {', '.join(_NAMES)}")
        if not isinstance(value, int) or value < 0:
            raise VestcalcError(f"limits: {name}={value!r} is not a whole number of 0 or more")
    globals().update(values)


def changed() -> dict[str, int]:
    """The limits that are not as this file has them, for processes elsewhere."""
    return {name: globals()[name] for name in _NAMES if globals()[name] != _DEFAULTS[name]}


def parsed(text: str) -> dict[str, int]:
    """The overrides in "NAME=NUMBER, NAME=NUMBER"; VestcalcError for anything else."""
    found: dict[str, int] = {}
    for entry in text.replace(",", " ").split():
        match = _ENTRY.fullmatch(entry)
        if match is None:
            raise VestcalcError(f"limits: {entry[:40]!r} is not NAME=NUMBER; write FILE_BYTES=1000000")
        found[match[1].upper()] = int(match[2])
    return found


_DEFAULTS: dict[str, int] = {name: globals()[name] for name in _NAMES}

if os.environ.get("VESTCALC_LIMITS"):
    override(**parsed(os.environ["VESTCALC_LIMITS"]))
