"""What a goal or an event holds for: its own part, or all parts of the list it opens or ends.

"Subject to the achievement of revenue goals, 50% vests on D and 50% a year later": said first, it holds for all. "50% vests on D and 50% a
year later, if the goals are met": said last and beside a date, it may hold for the last or for all, and there is no telling.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from vestcalc.reading import parts
from vestcalc.reading.anaphora import is_that
from vestcalc.reading.draft import Draft
from vestcalc.reading.phrases.moments import UPON_GRANT
from vestcalc.reading.residue import event_kind
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import Amount, Dated, FromAnchor, Pending, Remark, Rule, Series

_IF = kind_set("if when subject")
_AMOUNT, _SUBJ, _PENDING = kind_set("AMOUNT AMOUNTS NUMBER"), kind("SUBJ"), kind("PENDING")


class Taken(NamedTuple):
    """A part, the rules made of it, draft.rules[start:stop], and which piece between semicolons it stands in."""

    part: parts.Part
    start: int
    stop: int
    piece: int = 0


def has_date(part: parts.Part) -> bool:
    """Whether the part names a date, an anchor's or so long after an event, not only events."""
    moments = [*part.slots.get("ON", ()), *part.slots.get("BEGIN", ()), *(m for listed in part.slots.get("LIST", ()) for m in listed)]
    return any(not isinstance(m, FromAnchor) or m.anchor != "event" or bool(m.plus) for m in moments)


def widen(draft: Draft, sentence: Sentence, taken: Sequence[Taken]) -> None:
    """Give the goals of a sentence's parts to all they hold for, or tell that it is not clear."""
    made = [t for t in taken if t.stop > t.start]
    if len(made) < 2:
        return
    waiting = draft.rules[made[0].start]
    if isinstance(waiting, Pending) and _leads(made[0].part):
        _all_wait(draft, waiting, made[0].start, made[-1].stop)
        return
    last, ending = made[-1], draft.rules[made[-1].start]
    listed = [t for t in made if t.piece == last.piece]
    settled = any(not isinstance(r, Pending) for t in listed[:-1] for r in draft.rules[t.start : t.stop])
    if not settled or not isinstance(ending, Pending) or not (has_date(last.part) or "CAD" in last.part.roles):
        return
    if last.part.waits_for or (last.part.residue and not _leads(last.part) and draft.pick(2)):
        _all_wait(draft, ending, listed[0].start, last.stop)


def sooner(draft: Draft, taken: Sequence[Taken]) -> None:
    """ "On a change of control all options vest", after sentences that share out all of them by dates: they may come sooner, no more."""
    made = [t for t in taken if t.stop > t.start]
    last = made[-1] if made else None
    if last is None or last.stop - last.start != 1 or last.stop != len(draft.rules) or any(t.piece == last.piece for t in made[:-1]):
        return
    if last.part.amount is not None and last.part.amount.amount.rest:
        return
    if last.part.verb is not None and last.part.verb.past:  # it has come
        return
    rule = draft.rules[-1]
    told = last.part.subject or (last.part.amount.subject if last.part.amount is not None else None)
    unvested, all_of_it = told is not None and told.unvested, _all_left(rule)
    if not (all_of_it or (unvested and rule.amount.portion)) or not _on_event(rule):
        return
    earlier = [r for r in draft.rules[:-1] if r.group == rule.group]
    if any(isinstance(r, Pending) or (_all_left(r) and _on_event(r)) for r in earlier):
        return
    portions = sum((r.amount.portion or Fraction(0) for r in earlier if isinstance(r, Dated)), Fraction(0))
    if portions >= 1 or (unvested and all_of_it) or any(r.amount.rest or (isinstance(r, Series) and not r.each) for r in earlier):
        draft.rules.pop()
        draft.accelerations.append(Remark("acceleration", rule.place))


def _all_left(rule: Rule) -> bool:
    """Whether it is all of the award, or what is left of it."""
    return rule.amount.rest or rule.amount.portion == 1


def _on_event(rule: Rule) -> bool:
    """Whether it vests on an event of no date."""
    if not isinstance(rule, Dated) or not isinstance(rule.on, FromAnchor):
        return False
    return rule.on.anchor == "event" and not rule.on.plus and rule.on.event != UPON_GRANT and not is_that(rule.on)


def _leads(part: parts.Part) -> bool:
    """Whether the goal stands before how much vests."""
    amount = next((n.start for n in part.nodes if n.kind in _AMOUNT or (n.kind == _SUBJ and n.value.units is not None)), None)
    if amount is None:
        return False
    before = [n for n in part.residue if n.start < amount]
    told = any(n.kind == _PENDING and n.start < amount for n in part.nodes)
    return told or event_kind(before) is not None or any(n.kind in _IF for n in before)


def _all_wait(draft: Draft, waiting: Pending, start: int, stop: int) -> None:
    amounts = [getattr(r, "amount", Amount(rest=True)) for r in draft.rules[start:stop]]
    portions = [a.portion for a in amounts if a.portion is not None and a.of == "whole"]
    plain = all(type(r).__name__ != "Series" for r in draft.rules[start:stop])
    total = Amount(rest=True) if start else Amount(portion=Fraction(1))
    if plain and len(portions) == len(amounts) and sum(portions) <= 1:
        total = Amount(portion=sum(portions, Fraction(0)))
    elif plain and all(a.units is not None for a in amounts):
        total = Amount(units=sum((a.units or Fraction(0) for a in amounts), Fraction(0)))
    draft.rules[start:stop] = [Pending(total, waiting.event, waiting.event_kind, waiting.place, waiting.group)]
