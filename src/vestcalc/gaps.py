"""What was not understood, as a value with a closed list of reasons.

A gap never stands for a guess: it names the reason, shows the words and their place, and says in one
line what a reader of the award should know. The list grows only together with the documentation and a test.
"""

from enum import StrEnum

from msgspec import Struct

from vestcalc.span import Span


class GapReason(StrEnum):
    """Why something could not be read or dated; the values are those of the JSON output."""

    UNKNOWN_WORDS = "unknown-words"
    NO_CLAUSE = "no-clause"
    TWO_READINGS = "two-readings"
    CONTRADICTION = "contradiction"
    OVER_ALLOCATED = "over-allocated"
    MISSING_ANCHOR = "missing-anchor"
    MISSING_FREQUENCY = "missing-frequency"
    MISSING_COUNT = "missing-count"
    WHICH_AWARD = "which-award"
    BAD_DATE = "bad-date"
    TERMS_ELSEWHERE = "terms-elsewhere"


#: A fact is missing though the words were understood: such gaps make an answer `incomplete`, all others `not-understood`.
MISSING_FACTS = frozenset(
    {
        GapReason.MISSING_ANCHOR,
        GapReason.MISSING_FREQUENCY,
        GapReason.MISSING_COUNT,
        GapReason.TERMS_ELSEWHERE,
        GapReason.WHICH_AWARD,
    }
)


class Gap(Struct, frozen=True):
    """One thing not understood: `reason`, the words `quote` at `span` of `note` (None when there are none), `text` for people."""

    reason: GapReason
    text: str
    quote: str = ""
    note: str | None = None
    span: Span | None = None


class VestcalcError(Exception):
    """The one root of all errors this package raises; its message is one clear line: what, where, what to try."""
