"""The notes under "Explanation of Responses", by number.

In: the lines of that part, and the marks that rows carry. Out: notes by id in the order of the print, stray values that a page's layout
threw among them, and notices. A number begins a note when it stands first in a line and carries the count on ("1." "(1)" "1)" "- 1."); an
enumeration inside a note does not. The words of a note are kept as printed, lines joined by spaces.
"""

import re

from vestcalc.late import late

_NUMBER = late(
    r"\s{0,12}(?:[-*•–]\s{1,4})?(?:\(\s?(?P<round>\d{1,2})\s?\)|\[(?P<square>\d{1,2})\]|(?P<dot>\d{1,2})\s?[.:](?!\d)|(?P<half>\d{1,2})\s?\)"
    r"|F(?P<eff>\d{1,2})\b[:.]?|(?P<comma>\d{1,2}),(?=\s)|(?P<one>[Il])\.(?=\s)|(?P<bare>\d{1,2})(?=\s+[A-Z]))\s*"
)
_INLINE = late(r"(?<=[.;:)\"”])\s+(?:\((\d{1,2})\)|(\d{1,2})\s?[.)](?!\d))\s+(?=[A-Z0-9(\"“])")
_VALUE = late(r"[\s$(),.\d/%-]*\Z")
_SENTENCE_END = late(r"[.;:!?)\"”’]\Z")
_PIECE = late(r"\(?(?:right(?:\sto(?:\sbuy)?)?|to(?:\sbuy)?|buy)\)?\Z|[A-Za-z]{1,2}\Z", re.I)


class _Start:
    """Where a line could begin a note: its number, how it is written, where its words start."""

    __slots__ = ("line", "number", "style", "words")

    def __init__(self, line: int, number: int, style: str, words: int) -> None:
        self.line, self.number, self.style, self.words = line, number, style, words


def read_notes(lines: list[str], marked: set[str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Notes by id, strays, notices."""
    starts = _chain(_candidates(lines))
    strays: list[str] = []
    notices: list[str] = []
    notes: dict[str, str] = {}
    bounds = [s.line for s in starts] + [len(lines)]
    lead = _body(lines[: bounds[0]], strays)
    for start, stop in zip(starts, bounds[1:], strict=True):
        body = [lines[start.line][start.words :], *lines[start.line + 1 : stop]]
        notes[str(start.number)] = _body(body, strays)
    if len(lead.split()) >= 4:
        _put_unnumbered(lead, notes, marked, notices)
    _split_inline(notes, marked)
    return {n: t for n, t in notes.items() if t}, strays, notices


def _put_unnumbered(lead: str, notes: dict[str, str], marked: set[str], notices: list[str]) -> None:
    """Words before the first number: note 1 if its number is lost, else said to belong to none."""
    if "1" not in notes and (not notes or min(map(int, notes)) == 2):
        kept = dict(notes)
        notes.clear()
        notes["1"] = lead
        notes.update(kept)
        notices.append("note 1: its number is not legible; the words before the next note are taken for it")
    else:
        notices.append(f'words under "Explanation of Responses" that belong to no note: "{lead[:60]}"')


def _candidates(lines: list[str]) -> list[_Start]:
    out: list[_Start] = []
    for n, line in enumerate(lines):
        found = _NUMBER.match(line)
        if found and found.lastgroup:
            style = found.lastgroup
            number = 1 if style == "one" else int(found[style])
            if number and (found.end() < len(line) or style in ("round", "dot", "half")):
                out.append(_Start(n, number, style, found.end()))
    return out


def _chain(candidates: list[_Start]) -> list[_Start]:
    """The longest run of numbers that counts on, in one way of writing them; gaps are filled from the other ways."""
    best: list[_Start] = []
    for style in ("dot", "round", "half", "square", "eff", "bare"):
        run = _run([c for c in candidates if c.style == style])
        if len(run) > len(best) and (style != "bare" or len(run) > 1 or not best):
            best = run
    if not best:
        best = _run([c for c in candidates if c.style in ("one", "comma") and c.number == 1])[:1]
    return _filled(best, candidates)


def _run(candidates: list[_Start]) -> list[_Start]:
    """Each next number that is larger than the last by a little; a note may be lost, not twenty."""
    run: list[_Start] = []
    for c in candidates:
        last = run[-1].number if run else 0
        if last < c.number <= last + 3:
            run.append(c)
    return run


def _filled(run: list[_Start], candidates: list[_Start]) -> list[_Start]:
    """The run with missing numbers put in where another way of writing has them at that place."""
    out: list[_Start] = []
    for i, start in enumerate([*run, None]):
        last = out[-1] if out else None
        number, line = (last.number, last.line) if last else (0, -1)
        stop = start.line if start else None
        want = start.number if start else number + 20
        for c in candidates:
            inside = c.line > line and (stop is None or c.line < stop)
            if inside and c.number == number + 1 and c.number < want and (start is not None or (i and c.style in ("comma", "one"))):
                out.append(c)
                number, line = c.number, c.line
        if start:
            out.append(start)
    return out


def _body(lines: list[str], strays: list[str]) -> str:
    """The words of a note; a value alone between blank lines behind a finished sentence is a stray of the page."""
    kept: list[str] = []
    for i, line in enumerate(lines):
        text = line.strip()
        if not text:
            continue
        alone = (i == 0 or not lines[i - 1].strip()) and (i + 1 >= len(lines) or not lines[i + 1].strip())
        finished = not kept or bool(_SENTENCE_END.search(kept[-1]))
        if (_VALUE.match(text) and alone and finished) or (_PIECE.match(text) and alone):
            strays.append(text)
        else:
            kept.append(text)
    return " ".join(" ".join(kept).split())


def _split_inline(notes: dict[str, str], marked: set[str]) -> None:
    """Notes run together in one paragraph: cut before the next number, where a row carries that number as a mark."""
    for number in [n for n in notes if n.isdigit()]:
        current = int(number)
        while str(current + 1) in marked and str(current + 1) not in notes:
            text = notes[str(current)]
            cut = next((m for m in _INLINE.finditer(text) if int(m[1] or m[2]) == current + 1), None)
            if cut is None:
                break
            notes[str(current)], notes[str(current + 1)] = text[: cut.start()].strip(), text[cut.end() :].strip()
            current += 1
    ordered = sorted(notes.items(), key=lambda item: int(item[0]))
    notes.clear()
    notes.update(ordered)
