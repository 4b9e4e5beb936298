"""A part that waits on a goal or an event: as pending as words say how much of it is.

In: a part of a sentence, and the kind of what it waits on. Out: the draft with a rule that has no date, or a gap.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.grammar import Node
from vestcalc.reading.happened import as_happened
from vestcalc.reading.naming import regroup
from vestcalc.reading.parts import Part
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import ALL, Amount, EventKind, Pending

_THAN, _AMOUNT = kind("than"), kind("AMOUNT")


def _of_goal(part: Part) -> bool:
    """ "Upon a return of at least 20%": how high the goal is, and not how much vests."""
    return any(a.kind == _THAN and b.kind == _AMOUNT for a, b in pairwise(part.nodes))


_ENUM, _AND = kind("ENUM"), kind_set("and")


def goes_on_waiting(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> bool:
    """ "10% vests each time: (i) its value rises by $4 billion; and (ii) a goal is met": of the same part, in one sentence."""
    first = next((n for n in nodes if n.kind not in _AND), None)
    last = draft.rules[-1] if draft.rules else None
    if first is None or first.kind != _ENUM or not isinstance(last, Pending) or last.place.note != sentence.note:
        return False
    return last.place.span.start >= sentence.whole.span.start


def _told_before(draft: Draft) -> int | None:
    """ "Half vests based on performance (the "PSUs"). The PSUs vest if revenue ...": which rule says already that all of the part waits."""
    own = [i for i, r in enumerate(draft.rules) if r.group == draft.group]
    waits = len(own) == 1 and isinstance(draft.rules[own[0]], Pending) and draft.rules[own[0]].amount == ALL
    return own[0] if waits and draft.named else None


def pend(draft: Draft, sentence: Sentence, part: Part, of: EventKind) -> None:
    """Take in a part that waits on an event or a goal of this kind."""
    if _of_goal(part):
        part.amount = None
    unsized = part.amount is None
    if part.subject is not None and part.subject.performance and draft.named:
        regroup(draft, sentence, part)
    before = _told_before(draft) if unsized else None
    if before is None and unsized and ((draft.own_rules and of in ("price", "performance")) or (of == "other" and not part.waits_for)):
        draft.performance = True
    if part.of_which and draft.rules and draft.rules[-1].place.note == sentence.note:
        place = sentence.place(part.start, part.stop)
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, "a goal for some of what was just said to vest", place))
        return
    regroup(draft, sentence, part)
    amount = part.amount.amount if part.amount else (Amount(rest=True) if draft.own_rules else Amount(portion=Fraction(1)))
    place = sentence.place(part.start, part.stop)
    if amount.portion is not None and part.roles & {"CAD", "INST"}:
        amount = Amount(rest=True) if draft.own_rules else Amount(portion=Fraction(1))
    elif amount.portion is not None and "LIST" in part.roles:
        amount = replace(amount, portion=min(Fraction(1), amount.portion * sum(len(listed) for listed in part.slots["LIST"])))
    elif amount.portion is not None and "each time" in sentence.cleaned.text[part.start : part.stop]:
        amount = Amount(portion=Fraction(1))
    left = part.residue or part.nodes
    words = part.waits_for or " ".join(sentence.cleaned.text[left[0].start : left[-1].stop].split())
    if before is not None:
        draft.rules[before] = Pending(ALL, words[:120], of, place, draft.group)
        return
    draft.rules += as_happened(part, [Pending(amount, words[:120], of, place, draft.group)])
