"""Places in a note as filed.

A span is half-open and counts characters of the note exactly as the filing holds it, before any repair,
so that every rule, gap and remark can show the lawyer's own words.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to, not including, `stop` of one note as filed."""

    start: int
    stop: int


class Place(NamedTuple):
    """A span of one note, with the words that stand there."""

    note: str
    span: Span
    quote: str
