"""Notes that run on into the next, read as one text.

In: the notes of an award, in order. Out: runs of notes: one alone, or a note with those that continue it ("(continued from footnote 7) and
as to the rest"), whose sentences go on over the break. Every place still points into the one note it stands in, as filed.
"""

import re
from collections.abc import Iterator, Sequence

from vestcalc.late import late
from vestcalc.reading.sentences import Sentence, sentences
from vestcalc.span import Place, Span

Notes = tuple[tuple[str, str], ...]

_OPENS = late(
    r"\W{0,4}(?:continu(?:ed|ation)|cont(?:['’]?d)?\.?)\s+(?:from|of|in|on|to)\s+(?:the\s+)?(?:previous\s+|preceding\s+|prior\s+)?\(?(?:foot\s?note|note|fn)"
    r"s?\s{0,3}[(#]?\d{0,2}[\])]{0,2}[:.…-]{0,3}",
    re.IGNORECASE,
)
#: A note that breaks off, and one that begins in the middle of a sentence.
_BREAKS_OFF, _IN_THE_MIDDLE = late(r"[\w,]\s*\Z"), late(r"\s*[a-z]{2}")
_TAIL = 80
_RUNS_ON = late(
    r"[(\[]?(?:continue[ds]|cont['’]?d\.?)\s+(?:(?:in|on|to)\s+)?(?:the\s+)?(?:next\s+|following\s+)?\(?(?:foot\s?note|note|fn)?[\w\s#()\].]{0,12}\Z",
    re.IGNORECASE,
)

_SAYS_SO = late(r"next|following|foot\s?note|note|fn", re.IGNORECASE)


def runs(notes: Sequence[tuple[str, str]]) -> Iterator[Notes]:
    """The notes in order, those that continue one another together."""
    run: list[tuple[str, str]] = []
    for name, text in notes:
        if run and not _runs_on(run[-1][1], text):
            yield tuple(run)
            run = []
        run.append((name, text))
    if run:
        yield tuple(run)


def _runs_on(before: str, text: str) -> bool:
    """Whether a note says that it continues the one before, or that one that it is continued; or breaks off where this one goes on."""
    said = _OPENS.match(text) or _RUNS_ON.search(before, max(0, len(before) - _TAIL))
    return bool(said or (_BREAKS_OFF.search(before[-_TAIL:]) and _IN_THE_MIDDLE.match(text)))


def _unmarked(text: str, first: bool, last: bool) -> str:
    """The words of a note without those that say it is continued, spaces in their place: its sentence goes on over them."""
    opens = None if first else _OPENS.match(text)
    ends = None if last else _RUNS_ON.search(text, max(0, len(text) - _TAIL))
    for found in filter(None, (opens, ends if ends and _SAYS_SO.search(ends[0]) else None)):
        text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return text


class Joined(Sentence):
    """A sentence of several notes read as one; its places are cut to the note that they begin in."""

    run: Notes = ()

    def place(self, start: int, stop: int) -> Place:
        at, until = self.cleaned.span(start, stop)
        for name, text in self.run:
            if at < len(text) or (name, text) == self.run[-1]:
                span = Span(at, min(until, len(text)))
                return Place(name, span, text[span.start : span.stop])
            at, until = max(0, at - len(text) - 1), until - len(text) - 1
        raise AssertionError("a run has notes")


def joined_sentences(run: Notes) -> tuple[Sentence, ...]:
    """The sentences of a run of notes."""
    texts = [_unmarked(text, at == 0, at == len(run) - 1) for at, (_, text) in enumerate(run)]
    found = sentences("", " ".join(texts))
    out = []
    for s in found:
        whole = Joined("", s.text, s.cleaned, s.nodes, s.vests, s.too_long, run)
        whole.note = whole.whole.note
        out.append(whole)
    return tuple(out)
