"""Parts of an award that a note names and sizes, each kept as a group of its own: "Tranche A", "the Time-Vested Units".

In: a draft, and the phrases of its sentences. Out: a group for every name with a number of units or a fraction; a part that speaks by
such a name is of that group, as one that gives another size is of another. A name whose size is not told leaves open how much vests.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.draft import Draft, gap_at, used_up
from vestcalc.reading.grammar import Node
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.named import GENERIC, defines
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import ALL, Group

_AMOUNT, _TIMES = kind("AMOUNT"), kind_set("ON LIST BEGIN FROM UNTIL OVER INST THEN CAD EQUAL")
_VERB, _QUIET, _OPEN, _SIZED = kind("VERB"), kind("QUIET"), kind("OPEN"), kind_set("AMOUNT AMOUNTS")
#: What stands beside the names where parts are named and no more.
_NAMING = kind_set(
    "DET and case of into under as to following in COMMA STOP COLON SEMI ENUM be have subject time service performance based term CONDW"
    " schedule GRANTED granted PLAN include represent MADE INSTALL ONES NUM INT SUBJ divided both MEMOW"
)
_HAS_SIZE, _SAYS_KIND = kind_set("AMOUNT AMOUNTS SUBJ"), kind_set("AMOUNT AMOUNTS SUBJ QUIET time service performance")
_PARTED = frozenset(["different", "comprised"])
_KINDS = {"time": "time", "service": "time", "performance": "performance"}
#: The values of phrases that may name a part, and those of several phrases in one.
_SAYING = frozenset([Amt, Subject, tuple])
#: A number of units or a portion.
Size = tuple[Fraction | None, Fraction | None]
Sizes = dict[str, Size]
_NO_SIZE: Size = (None, None)


def _kinds_of_parts(nodes: Sequence[Node]) -> Sizes:
    """ "Half of the units are subject to time-based vesting and half to performance-based vesting", "40 time-based units (80%) and ...":
    parts known by what they wait for, each with its size before it, in it, or in brackets behind it; nothing where one has two sizes."""
    kinds = {n.kind for n in nodes}
    if not kinds.isdisjoint(_TIMES) or kinds.isdisjoint(_HAS_SIZE):
        return {}
    if not any(_waits_for(v) or n.word in _KINDS for n in nodes if n.kind in _SAYS_KIND for v in _values(n)):
        return {}
    found: list[tuple[str, Size]] = []
    size: Size | None = None
    of = ""
    for before, node in pairwise((nodes[0], *nodes)):
        for value in _values(node):
            own, waits_for = _size(value), _KINDS.get(node.word) or _waits_for(value)
            if waits_for and (known := own or size):
                found.append((waits_for, known))
                of, size = "", None
            elif waits_for:
                of = waits_for
            elif own and of and before.kind == _OPEN:
                found.append((of, own))
                of = ""
            elif own:
                of, size = "", own
    told = dict(found)
    return told if len(told) > 1 and set(found) == set(told.items()) else {}


def _values(node: Node) -> Sequence[Any]:
    return node.value if node.value.__class__ is tuple else (node.value,)


def _size(value: object) -> Size | None:
    """The size that a phrase gives a part of the whole."""
    if isinstance(value, Subject):
        return (value.units, None) if value.units is not None and not value.name else None
    if not isinstance(value, Amt) or value.subject.name or value.amount.of != "whole":
        return None
    if value.amount.units is not None:
        return value.amount.units, None
    portion = value.stated if value.amount.rest else value.amount.portion
    return (None, portion) if portion is not None else None


def _waits_for(value: object) -> str:
    """Whether a phrase speaks of what waits for time, or for performance."""
    subject = value.subject if isinstance(value, Amt) else value
    if value == "time":
        return "time"
    if not isinstance(subject, Subject) or subject.name or subject.time == subject.performance:
        return ""
    return "time" if subject.time else "performance"


def _defining(nodes: Sequence[Node]) -> list[tuple[Any, Subject]]:
    """What the phrases say of parts that they name and size."""
    told = [n.value for n in nodes if n.value.__class__ in _SAYING]
    values = [v for value in told for v in (value if value.__class__ is tuple else (value,))]
    return [(value, subject) for value in values if (subject := defines(value)) is not None]


def sizes(phrases: Sequence[Sequence[Node]]) -> Sizes:
    """Each name with its number of units or its portion; nothing where a name is given two sizes."""
    found: Sizes = {}
    twice: set[str] = set()
    for nodes in phrases:
        found |= _kinds_of_parts(nodes)
        for value, subject in _defining(nodes):
            portion = value.amount.portion if isinstance(value, Amt) and subject.units is None else None
            portion = portion or (value.stated if isinstance(value, Amt) else None)
            size = (subject.units, portion)
            if size != (None, None) and found.setdefault(subject.name, size) != size:
                twice.add(subject.name)
    return {name: size for name, size in found.items() if name not in twice}


def open_groups(draft: Draft, known: Sizes) -> None:
    """A group for each name, where there are two or more."""
    if len(known) < 2:
        return
    draft.groups = [Group(units=units, portion=portion) for units, portion in known.values()]
    draft.named = {name: at for at, name in enumerate(known)}


def _subject(part: Part) -> Subject | None:
    told = [part.amount.subject] if part.amount is not None else []
    for s in (*told, part.subject):
        if s is not None and (s.name or ((s.time or s.performance) and s.units is None)):
            return s if s.name else replace(s, name="performance" if s.performance else "time")
    return None


def _told_by_name(draft: Draft, sentence: Sentence, part: Part) -> bool:
    """Whether a part speaks of a named part of the award; it then is of that part's group, and its amounts are fractions of that."""
    subject = _subject(part)
    if subject is None or (subject.name not in draft.named and (subject.name == "time" or GENERIC.issuperset(subject.name.split()))):
        return False
    if subject.name not in draft.named:
        place = sentence.place(part.start, part.stop)
        draft.gaps.append(gap_at(GapReason.WHICH_AWARD, f"how large a part that is, is not said: {place.quote!r}", place))
        return True
    draft.group = draft.named[subject.name]
    if part.size is not None and part.size != draft.groups[draft.group].units:
        place = sentence.place(part.start, part.stop)
        draft.gaps.append(gap_at(GapReason.CONTRADICTION, f"two numbers of shares: {place.quote!r}", place))
    if part.amount is not None and part.amount.subject.defines:
        part.amount = Amt(ALL, subject)
    return True


def regroup(draft: Draft, sentence: Sentence, part: Part) -> None:
    """Open the group of the award that a part is of, where it names one or gives another size."""
    if _told_by_name(draft, sentence, part):
        return
    size = part.size
    if size is None and part.amount is not None and part.amount.amount.portion is not None and part.amount.subject.units:
        size = part.amount.subject.units
    if size is None and part.amount is not None and part.amount.amount.units is not None and used_up(draft):
        size = part.amount.amount.units
    if size is None and part.granted and part.amount is not None and not part.amount.which:
        size = part.amount.amount.units
    known = draft.groups[draft.group]
    if (
        size is None
        or size == 1
        or _within(draft, known, size, part)
        or (size == known.units and part.granted in (None, known.granted) and not used_up(draft))
    ):
        return
    open_group(draft, size, part)


def _within(draft: Draft, known: Group, size: Fraction, part: Part) -> bool:
    """ "12,000 units vest as follows: 4,000 on D1 and 8,000 in two tranches of 3,000 and 5,000": no award beside it."""
    told = [a.amount.units for a in part.amounts] if part.size is not None else []
    own = [r.amount.units for r in draft.own_rules]
    if known.units is None or not told or not all(told) or not all(own) or part.granted not in (None, known.granted):
        return False
    return sum((u for u in told if u), Fraction(0)) == size and sum((u for u in own if u), size) <= known.units


def open_group(draft: Draft, size: Fraction, part: Part) -> None:
    """Let what follows be of an award of this size; the present one, if nothing has been said of it."""
    known = draft.groups[draft.group]
    if draft.own_rules or known.units is not None:
        own = [r.amount.units for r in draft.own_rules]
        if known.units is None and all(own):
            draft.groups[draft.group] = replace(known, units=sum((u for u in own if u), Fraction(0)))
        draft.groups.append(Group(units=size, granted=part.granted))
        draft.group = len(draft.groups) - 1
    else:
        draft.groups[draft.group] = Group(units=size, granted=part.granted)


def only_names(nodes: Sequence[Node]) -> bool:
    """Whether a sentence names parts of the award and sizes them, and says nothing else of them."""
    if not all(_plain(n, True) for n in nodes):
        return False
    if any(n.word.startswith(("satisf", "met")) for n in nodes):  # what waits for its goals is more than named
        return False
    return bool(_kinds_of_parts(nodes)) or (len(_defining(nodes)) > 1 and all(_plain(n, False) for n in nodes))


def _plain(node: Node, of_kinds: bool) -> bool:
    if node.kind == _VERB:
        return bool(node.value.noun and node.value.bare == "vesting")
    if node.kind in _SIZED:
        told = node.value if node.value.__class__ is tuple else (node.value,)
        return of_kinds or all(defines(v) is not None for v in told)
    if node.kind == _QUIET:
        return node.value in ("time", "granted")
    return node.kind in _NAMING or node.word in _PARTED
