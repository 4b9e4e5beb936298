"""Refusals of the filings room, in one place so that every reader and every caller can name them.

Each message is one line: which file, what it is, what to try.
"""

from vestcalc.gaps import VestcalcError


class NotAFiling(VestcalcError):  # noqa: N818  (a word users read, not a type name they catch by habit)
    """The bytes are neither a Form 3, 4 or 5 nor words about vesting."""
