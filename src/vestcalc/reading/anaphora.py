""" "That date", "such anniversary", an anniversary "of" nothing: what they point back to.

In: the phrases of all sentences in order. Out: the same, with every placeholder replaced by the date or anchor last spoken of, else by
the next one in the sentence, else by the grant. Also collects the dates that the words give to an anchor.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from vestcalc.late import late
from vestcalc.reading.earning import says_met
from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.anchors import CERTIFIED
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.defined import Defined
from vestcalc.reading.phrases.moments import THAT, THE_NEXT, UPON_GRANT
from vestcalc.reading.phrases.reckoned import FIRST
from vestcalc.reading.phrases.roles import After
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import EarliestOf, FromAnchor, LatestOf, Moment, OnDate

_DEF, _GRANTED, _QUIET, _LIST, _UNKNOWN = (kind(k) for k in ["DEF", "GRANTED", "QUIET", "LIST", "UNKNOWN"])
_CERTIFY, _ON, _VERB = kind("certification"), kind("ON"), kind("VERB")
#: Days by which nothing has vested yet, or by which all ends: nothing is counted from them.
_ENDS = kind_set("NONE UNTIL")
_MARKS = (UPON_GRANT, THE_NEXT)
Base = OnDate | FromAnchor


def base_of(m: Moment) -> Base | None:
    """The date or anchor a moment counts from, if it names one."""
    if isinstance(m, OnDate):
        return m
    if isinstance(m, FromAnchor) and m.event == UPON_GRANT:
        return FromAnchor("grant")
    if isinstance(m, FromAnchor) and m.anchor not in ("previous",) and not is_that(m):
        return (
            OnDate(m.stated)
            if m.anchor == "date" and m.stated
            else replace(m, plus=FromAnchor("grant").plus, days_before=0, calendar=(), event=None if m.event in _MARKS else m.event)
        )
    return None


def _pointed(m: FromAnchor, base: Base) -> Moment:
    if isinstance(base, OnDate):
        return (
            FromAnchor("date", m.plus, calendar=m.calendar, days_before=m.days_before, stated=base.date) if m.plus or m.calendar else base
        )
    return replace(base, plus=m.plus, calendar=m.calendar, days_before=m.days_before)


def marked(m: object) -> bool:
    """Whether a moment is one of the next anniversaries (`following` tells which)."""
    return isinstance(m, FromAnchor) and m.event == THE_NEXT


#: So many days a month has at least.
_DAYS = 28


def _after_all(m: FromAnchor, base: Base, full: Moment | None) -> Moment | None:
    """ "One year after the grant date, ... three months after that date": later than what was said, so counted from all of it."""
    if not isinstance(full, FromAnchor) or m.event != THAT["that"] or full.plus.days or base_of(full) != base:
        return None
    if not m.plus and not m.calendar and not m.days_before:
        return full
    if not 0 < _DAYS * m.plus.months + m.plus.days <= _DAYS * full.plus.months:
        return None
    return replace(full, plus=full.plus + m.plus, calendar=m.calendar, days_before=m.days_before)


def is_that(m: Any) -> bool:
    """Whether a moment is the placeholder."""
    return isinstance(m, FromAnchor) and m.anchor == "event" and m.event in THAT.values()


def _same_day(day: date, year: int) -> OnDate:
    """The same day of another year; 29 February is the 28th where there is none."""
    return OnDate(day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day))


#: "The date the committee certifies performance": what is then said of "that date" has no date.
_UNTOLD = FromAnchor("event", event="a date that is not told")
_DAY, _ITS_OWN = kind("date"), kind_set("BEGIN UNTIL")

_RANKED = late(r"nth:(\d+):(.+)")

#: The classes of values that hold moments; what else a phrase may hold is passed by.
_HOLDERS = frozenset([OnDate, FromAnchor, EarliestOf, LatestOf, After, Cadence, tuple])


def each_moment(value: Any, change: Callable[[Moment], Moment]) -> Any:
    """A phrase's value with `change` applied to every moment in it."""
    of = value.__class__
    if of not in _HOLDERS:
        return value
    if of is OnDate and value.also is not None:
        also = change(value.also)
        value = OnDate(value.date, also if isinstance(also, FromAnchor) else None)
    if of is OnDate or of is FromAnchor:
        return change(value)
    if of is EarliestOf or of is LatestOf:
        return of(tuple(each_moment(m, change) for m in value.of))
    if of is After:
        return After(each_moment(value.moment, change), value.inclusive, value.measured)
    if of is Cadence:
        return replace(value, after=each_moment(value.after, change)) if value.after is not None else value
    return tuple(each_moment(m, change) for m in value)


def resolve(sentences: Sequence[Sentence]) -> tuple[list[list[Node]], dict[str, Any]]:
    """Phrases of each sentence with all placeholders resolved, and {"grant": date, "commencement": date} as far as stated."""
    last: Base | None = None
    spoken: list[Base] = []  # those that are about vesting or the grant: a plan's date is neither
    dates: dict[str, Any] = {}
    terms = {n.value.term: n.value.meaning for s in sentences for n in s.nodes if n.value.__class__ is Defined}
    terms.setdefault(CERTIFIED.removeprefix("term:"), _certified(sentences))
    out: list[list[Node]] = []
    full: Moment | None = None
    exercising = _of_exercise(sentences)
    for at, sentence in enumerate(sentences):

        def change(m: Moment, ahead: Sequence[Node] = sentence.nodes) -> Moment:
            nonlocal last, full
            if is_that(m):
                assert isinstance(m, FromAnchor)
                unsaid = m.event == THAT["unsaid"]
                base = (spoken[-1] if unsaid and spoken else None if unsaid else last) or next(
                    iter(_bases([n for n in ahead if n.kind not in _ITS_OWN] if unsaid else ahead)), FromAnchor("grant") if unsaid else None
                )
                return (_after_all(m, base, full) or _pointed(m, base)) if base else m
            if isinstance(m, FromAnchor) and (m.event or "").startswith("same day ") and isinstance(last, OnDate):
                m = _same_day(last.date, int((m.event or "")[-4:]))
            if isinstance(m, FromAnchor) and (m.event or "").startswith(("term:", "nth:")):
                meaning = _named(terms, m.event or "")
                if isinstance(meaning, OnDate):
                    m = _pointed(m, meaning)
                elif m.event == CERTIFIED:
                    m = replace(m, event="certification")
                elif isinstance(meaning, FromAnchor) and not (meaning.plus.days and m.plus.months):
                    both = meaning.plus + m.plus
                    m = replace(meaning, plus=both, days_before=m.days_before)
            found = _UNTOLD if isinstance(m, FromAnchor) and m.calendar else base_of(m)
            if isinstance(m, FromAnchor) and m.stated and m.anchor in ("grant", "commencement"):
                dates.setdefault(m.anchor, m.stated)
            last, full = found or last, m
            return m

        nodes: list[Node] = []
        for node in sentence.nodes:
            if node.kind == _DAY and sentence.vests and node.value in ("date", "day"):
                last = _UNTOLD
            if node.value.__class__ is not str:
                before = last
                if node.value.__class__ is Defined:
                    node = replace(node, value=node.value.here or node.value.meaning, kind=_QUIET if node.kind == _DEF else node.kind)
                if node.value.__class__ is Cadence and node.value.term:
                    node = _meant(node, terms)
                elif node.kind == _ON and node.value.__class__ is FromAnchor and (node.value.event or "").startswith("term:"):
                    node = _several(node, terms)
                if node.kind == _DEF:
                    dates.setdefault(*node.value)
                    last = FromAnchor(node.value[0], stated=node.value[1])
                elif node.kind == _GRANTED and node.value.__class__ is date:
                    last = last or OnDate(node.value)
                value = each_moment(node.value, change)
                told = (sentence.vests and node.kind not in _ENDS and at not in exercising) or node.kind in (_DEF, _GRANTED)
                if last is not None and last is not before and told:
                    spoken.append(last)
                if node.kind == _LIST and any(map(marked, node.value)):
                    node, value = _next(node, value)
                elif node.kind == _LIST and any(_unmeant(m) for m in value):
                    node, value = replace(node, kind=_UNKNOWN, value=THE_NEXT), THE_NEXT
                elif isinstance(value, FromAnchor | LatestOf):
                    node, value = _first_named(node, value, terms)
                    last = _UNTOLD if value.__class__ is FromAnchor and value.calendar else last
                if value is not node.value:
                    node = replace(node, value=value)
            nodes.append(node)
        out.append(nodes)
    return out, dates


def _of_exercise(sentences: Sequence[Sentence]) -> set[int]:
    """Which sentences tell only when an option may be exercised, where others tell when it vests: what vests is not counted from there."""
    if len(sentences) < 2:
        return set()
    verbs = [[n.value.exercisable for n in s.nodes if n.kind == _VERB] for s in sentences]
    found = {at for at, told in enumerate(verbs) if told and all(told)}
    return found if any(told and at not in found for at, told in enumerate(verbs)) else set()


def _certified(sentences: Sequence[Sentence]) -> OnDate | None:
    """The one day on which goals are said to have been found met."""
    if not any(n.kind == _CERTIFY for s in sentences for n in s.nodes):
        return None
    found = {
        n.value.meaning if n.value.__class__ is Defined else n.value
        for s in sentences
        if any(n.kind == _CERTIFY for n in s.nodes) and says_met(s)
        for n in s.nodes
        if n.kind == _ON
    }
    day = next(iter(found), None)
    return day if len(found) == 1 and isinstance(day, OnDate) else None


def _next(node: Node, days: tuple[Moment, ...]) -> tuple[Node, Any]:
    """The next anniversaries, still marked as such; those of an event without a date are left for the residue."""
    out: list[Moment] = []
    for was, now in zip(node.value, days, strict=True):
        if marked(was) and (not isinstance(now, FromAnchor) or is_that(now)):
            return replace(node, kind=_UNKNOWN, value=THE_NEXT), THE_NEXT
        out.append(replace(now, event=THE_NEXT) if marked(was) and isinstance(now, FromAnchor) else now)
    return node, tuple(out)


def _several(node: Node, terms: dict[str, Any]) -> Node:
    """ "On the Vesting Dates", of which there are several: a list of days."""
    meaning = None if node.value.plus or node.value.days_before else terms.get(node.value.event[5:])
    return replace(node, kind=_LIST, value=meaning) if isinstance(meaning, tuple) else node


def _named(terms: dict[str, Any], name: str) -> Any:
    """What a name stands for: "term:start date", or "nth:2:vesting date", the second of the days of that name."""
    if name.startswith("term:"):
        return terms.get(name[5:])
    said = _RANKED.fullmatch(name)
    meaning, n = (terms.get(said[2]), int(said[1])) if said else (None, 0)
    if isinstance(meaning, tuple):
        return meaning[n - 1] if n <= len(meaning) else None
    if not isinstance(meaning, Cadence) or len(meaning.calendar) > 1:
        return None
    start, passed = (meaning.start, n - 1) if meaning.start is not None else (None if meaning.calendar else meaning.after, n)
    return _pointed(FromAnchor("date", meaning.unit * passed), start) if isinstance(start, OnDate) else None


def _unmeant(m: object) -> bool:
    """Whether a moment is so-and-so many of days whose name does not tell which they are."""
    return isinstance(m, FromAnchor) and (m.event or "").startswith("nth:")


def _first_named(node: Node, found: FromAnchor | LatestOf, terms: dict[str, Any]) -> tuple[Node, Any]:
    """ "The first Quarterly Vesting Date after D": the first of the days of that name; of a name without days it stays a word."""
    told = found.of[-1] if isinstance(found, LatestOf) else found
    name = told.event or "" if isinstance(told, FromAnchor) else ""
    if isinstance(found, FromAnchor) or not name.startswith(FIRST):
        return (replace(node, kind=_UNKNOWN, value=name), name) if _unmeant(told) else (node, found)
    word, term = name.split(":", 1)
    meaning, base = terms.get(term), found.of[0]
    if not isinstance(meaning, Cadence) or not meaning.calendar or not isinstance(base, FromAnchor | OnDate) or is_that(base):
        return replace(node, kind=_UNKNOWN, value=term), term
    start = FromAnchor("date", stated=base.date) if isinstance(base, OnDate) else base
    return node, replace(start, calendar=meaning.calendar, strictly=word + ":" == FIRST[0])


def _meant(node: Node, terms: dict[str, Any]) -> Node:
    """A use of a defined date name, with its meaning in place; a name without a meaning is left for the residue."""
    use, meaning = node.value, terms.get(node.value.term)
    if isinstance(meaning, Cadence):
        return replace(node, value=replace(meaning, times=use.times or meaning.times, term=use.term, later=use.later))
    if isinstance(meaning, tuple) and use.times in (None, len(meaning)):
        return replace(node, kind=_LIST, value=meaning)
    return replace(node, kind=_UNKNOWN, value=use.term)


def _bases(nodes: Sequence[Node]) -> list[Base]:
    found: list[Base] = []

    def look(m: Moment) -> Moment:
        if not is_that(m) and (base := base_of(m)):
            found.append(base)
        return m

    for node in nodes:
        each_moment(node.value, look)
    return found
