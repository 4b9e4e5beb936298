"""Sizes and grants that sentences without a word of vesting tell of.

In: the phrases of such a sentence. Out: the draft with the size it gives, or with a new award to which the sentences after it belong.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.late import late
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.grammar import Node
from vestcalc.reading.parts import Part
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, Group, OnDate, Statement

_SUBJ, _ENUM, _REPRESENT, _FOR, _GRANTED = (kind(k) for k in ["SUBJ", "ENUM", "represent", "for", "GRANTED"])
_SIZED = kind_set("represent granted GRANTED grant award REPR of")
_RECEIVE = kind("receive")
_PER_ONE = kind_set("represent receive")
_TOLD = _SIZED | {_RECEIVE}
_FOR_SO_MANY = kind_set("for over a total original covered and to purchase buy acquired")
_WHEN = kind_set("ON COMMA")
_RATIO, _INT = kind_set("INT NUM one"), kind("INT")
#: The level at which goals were met.
_LEVEL = late(r"(?i)\b(?:at|of) (?:a level of )?(\d+)(?:\.\d+)?%|\b(\d+)(?:\.\d+)?% of (?:the |his |her )?target")
#: "Each ADS represents 13 ordinary shares": what one of them stands for, and no number of the award's.
_OF_ONE = late(
    r"(?i)\b(?:each(?: of (?:which|them))?|(?:each|every|an?|one|1) (?:[\w()\"-]+ ){0,5}?"
    r"(?:ads|adr|share|unit|warrant|option|right|[rp]su|sar)\"?\)?) represents?\b"
)
#: So near behind a number of units must "earned" stand.
_NEAR = 4


def opens_award(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> bool:
    """ "On D the reporting person was granted 12,000 units.", one of several such: what follows is of that award."""
    days = [n.value for n in nodes if n.kind == _GRANTED]
    sizes = [n.value.units for n in nodes if n.kind == _SUBJ and n.value.units not in (None, 1) and not n.value.some]
    if len(days) != 1 or not isinstance(days[0], date) or len(sizes) != 1:
        return False
    known = draft.groups[draft.group]
    if known.granted and not draft.own_rules:
        place = sentence.whole
        draft.against.append(
            gap_at(GapReason.WHICH_AWARD, f"several awards are told, and not which the terms are of: {place.quote!r}", place)
        )
    if draft.own_rules or known.units is not None:
        draft.groups.append(Group(units=sizes[0], granted=days[0]))
        draft.group = len(draft.groups) - 1
    else:
        draft.groups[draft.group] = replace(known, units=sizes[0], granted=days[0])
    return True


def _is_ratio(nodes: Sequence[Node], i: int) -> bool:
    """ "A 3-for-2 stock split": no two shares."""
    return i > 1 and nodes[i - 1].kind == _FOR and nodes[i - 2].kind in _RATIO


def _of_one(sentence: Sentence, nodes: Sequence[Node], i: int) -> bool:
    """Whether so many shares are said of one unit, and not of the award."""
    return _led_by(nodes, i) in _PER_ONE and _OF_ONE.search(sentence.cleaned.text, nodes[0].start, nodes[i].start) is not None


def _approved(before: Sequence[Node]) -> bool:
    """ "On D, the Board of Directors approved a grant of 8,000 options"."""
    return bool(before) and isinstance(before[-1].value, FromAnchor) and _WHEN.issuperset([n.kind for n in before])


def _led_by(nodes: Sequence[Node], i: int) -> str:
    """The kind of what stands before a number of units, but for small words: "was granted on D for a total of 40,000 shares"."""
    return next((n.kind for n in reversed(nodes[:i]) if n.kind not in _FOR_SO_MANY and n.value != "as to"), "")


def told_size(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> None:
    """Take in the number of units that a sentence says were awarded."""
    listed = [n for a, n in pairwise(nodes) if a.kind == _ENUM and n.kind == _SUBJ and n.value.units not in (None, 1)]
    if len({n.value.units for n in listed}) > 1:
        place = sentence.place(listed[0].start, listed[-1].stop)
        draft.against.append(
            gap_at(GapReason.WHICH_AWARD, f"several awards are named, and not which of them the terms are of: {place.quote!r}", place)
        )
        return
    for i, node in enumerate(nodes):
        if node.kind != _SUBJ or node.value.defines or _is_ratio(nodes, i) or _of_one(sentence, nodes, i):
            continue
        dated = _approved(nodes[:i])
        if node.value.units not in (None, 1) and (i < 3 or dated or _led_by(nodes, i) in _TOLD or nodes[0].kind == _REPRESENT):
            before = {n.kind for n in nodes[:i]} | ({nodes[i + 1].kind} if i + 1 < len(nodes) else set())
            if (
                before & _SIZED
                or (_led_by(nodes, i) == _RECEIVE and node.value.security)
                or (i == 0 and len(nodes) > 1 and (nodes[1].kind in _SIZED or node.value.given))
                or dated
            ):
                draft.sizes.append(node.value.units)
                if not node.value.some:
                    draft.statements.append(Statement("size", sentence.place(node.start, node.stop), number=node.value.units))
                return


def resized(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> bool:
    """ "Performance was certified at 131% of target, and 15,720 units were earned": so many there are now, whatever was granted."""
    earned = {number for i in range(len(nodes)) if (number := _units(nodes[i])) and _is_earned(nodes, i)}
    other = any(p not in ("", "100") for at in _LEVEL.findall(sentence.cleaned.text, nodes[0].start, nodes[-1].stop) for p in at)
    if not (earned or other):
        return False
    draft.resized = True
    draft.sizes = [*earned] if len(earned) == 1 else []
    draft.statements = [s for s in draft.statements if s.kind != "size"]
    return bool(earned)


def _units(node: Node) -> Fraction | None:
    """The number of units that a phrase tells, unless it is that of a target."""
    if node.kind == _SUBJ:
        return None if node.value.target or node.value.units == 1 else node.value.units
    return Fraction(node.value) if node.kind == _INT else None


def _is_earned(nodes: Sequence[Node], i: int) -> bool:
    """Whether a number of units is said to have been earned."""
    before = nodes[i - 1].word if i else ""
    return before == "earned" or any(n.word == "earned" for n in nodes[i : i + _NEAR])


def sized(draft: Draft, sentence: Sentence, units: Fraction) -> None:
    """A size beside what has vested in the same sentence: "560 vested shares and 3,133 units"."""
    here = [r for r in draft.rules if r.place.note == sentence.note and r.place.span.start >= sentence.whole.span.start]
    draft.sizes.append(sum((r.amount.units for r in here if r.amount.units), units))


def granting(draft: Draft, sentence: Sentence, part: Part) -> None:
    """ "The reporting person was granted 90,000 units on January 2, 2020": a size, perhaps a date."""
    assert part.amount is not None
    assert part.amount.amount.units is not None
    sized(draft, sentence, part.amount.amount.units)
    draft.granted += [m.date for m in part.slots.get("ON", ()) if isinstance(m, OnDate)]
