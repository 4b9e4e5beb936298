"""A note cut at its marks: which words made which rule, which move nothing, which were not understood.

In: a note as filed and the spans of an award. Out: pieces in order, whose texts together are the note; a character that would move
a cursor or turn the direction of writing is spelled out, line ends stay.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from vestcalc.answers import AwardSchedule
from vestcalc.report.page import visible
from vestcalc.schedule.model import BoundRule
from vestcalc.span import Span


class Piece(Struct, frozen=True):
    """`rules` are the numbers of the rules these words belong to; `first` of them begin here."""

    text: str
    rules: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    gap: bool = False
    quiet: bool = False


class _Mark(Struct, frozen=True):
    note: str | None
    span: Span
    rule: int = 0
    gap: bool = False


def rules_of(award: AwardSchedule) -> list[BoundRule]:
    """The schedule's rules; where it has none, those of the reading, unbound."""
    return list(award.rules) or [BoundRule(rule) for rule in award.terms.rules]


def pieces(award: AwardSchedule, name: str, note: str) -> list[Piece]:
    """One note of an award."""
    marks = [mark for mark in _marks(award) if mark.note == name and mark.span.stop > mark.span.start]
    cuts = sorted({0, len(note), *(min(max(edge, 0), len(note)) for mark in marks for edge in mark.span)})
    seen: set[int] = set()
    out = []
    for start, stop in pairwise(cuts):
        over = [mark for mark in marks if mark.span.start <= start and stop <= mark.span.stop]
        rules = tuple(sorted({mark.rule for mark in over if mark.rule}))
        first = tuple(rule for rule in rules if rule not in seen)
        seen.update(first)
        gap = any(mark.gap for mark in over)
        out.append(Piece(_shown(note[start:stop]), rules, first, gap, bool(over) and not gap and not rules))
    return out


def _marks(award: AwardSchedule) -> Iterator[_Mark]:
    terms = award.terms
    for place in (*terms.quiet, *(remark.place for remark in (*terms.conditions, *terms.accelerations))):
        yield _Mark(place.note, place.span)
    for number, bound in enumerate(rules_of(award), 1):
        yield _Mark(bound.rule.place.note, bound.rule.place.span, number)
    for gap in award.gaps:
        if gap.span is not None:
            yield _Mark(gap.note, gap.span, gap=True)


def _shown(text: str) -> str:
    lines: Sequence[str] = text.replace("\r\n", "\n").split("\n")
    return "\n".join(visible(line) for line in lines)
