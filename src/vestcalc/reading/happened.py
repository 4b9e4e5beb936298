"""What vested on an event that has no date: "one-third vested upon certification, one-third will vest on D".

In: a part and its rules. Out: the same rules, those that would wait for the event by the day of the report: it has come
(docs/conventions.md, Dates 14). Only a stated part of the award in the past tense, and no event of which it is told beforehand what vests
on it: "half of the units vested upon a sale will be paid" tells of nothing that has come.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from vestcalc.reading.anaphora import is_that
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.moments import UPON_GRANT
from vestcalc.reading.tokens.lexicon import kind_set
from vestcalc.terms.models import Dated, FromAnchor, Pending, Rule

_TO_COME = kind_set("if unless will may CONDW except only contingent subject")
#: Events of which it is told beforehand what vests on them.
_SOONER = ("control", "death", "disab", "retire", "terminat", "sale", "liquidat")
_REPORT = FromAnchor("report")


def as_happened(part: Part, rules: Sequence[Rule]) -> list[Rule]:
    """The rules of a part, none of which waits for an event that has come."""
    return [_happened(rule) for rule in rules] if _has_come(part) else list(rules)


def _has_come(part: Part) -> bool:
    verb, amount = part.verb, part.amount.amount if part.amount is not None else None
    if verb is None or amount is None or not verb.past or verb.state or verb.modal or verb.perfect:
        return False
    some = amount.units is not None or (amount.portion is not None and amount.portion < 1)
    return some and _TO_COME.isdisjoint([n.kind for n in part.nodes])


def _happened(rule: Rule) -> Rule:
    if isinstance(rule, Pending) and rule.event_kind in ("approval", "meeting", "liquidity", "other") and not _foreseen(rule.event):
        return Dated(rule.amount, _REPORT, rule.place, latest=True, group=rule.group)
    if not isinstance(rule, Dated) or not isinstance(rule.on, FromAnchor) or is_that(rule.on):
        return rule
    event = rule.on.event or ""
    waits = rule.on.anchor == "event" and event != UPON_GRANT and not rule.on.plus and not rule.on.days_before and not _foreseen(event)
    return replace(rule, on=_REPORT, latest=True) if waits else rule


def _foreseen(event: str) -> bool:
    return any(word in event.lower() for word in _SOONER)
