"""What the row itself settles, told beside the terms of the award: "Represents RSUs that vested on D. The RSUs vest in three parts ...".

In: a draft whose rules are gathered. Out: the part of the row is a statement, to be compared with the schedule, and no rule beside it.
"""

from fractions import Fraction

from msgspec.structs import replace

from vestcalc.late import late
from vestcalc.reading.draft import Draft
from vestcalc.terms.models import Amount, Dated, FromAnchor, OnDate, Rule, Series, Statement

#: How a sentence begins that tells what the row is.
_OF_ROW = late(
    r"(?i)\W*(?:(?:the\s)?(?:number|amount)\sof\s(?:shares|units|securities)\s)?(?:represents?|reflects?|reports?)\s"
    r"|\W*these\s(?:\w+\s){1,4}?vested\son\s"
)
_ALL = Amount(portion=Fraction(1))


def told_of_the_row(draft: Draft) -> None:
    """Take the part of the row, first or last, from among the rules of the award."""
    if len(draft.rules) < 2 or len(draft.groups) > 1 or draft.gaps:
        return
    own = [i for i in (0, len(draft.rules) - 1) if _of_row(draft, draft.rules[i])]
    if len(own) != 1:
        return
    rule = draft.rules[own[0]]
    others = draft.rules[1:] if own[0] == 0 else draft.rules[:-1]
    if not isinstance(rule, Dated) or not _of_award(draft, others):
        return
    if own[0] == 0:
        draft.forget_first()
    draft.rules = [replace(r, amount=_ALL) if r.amount.rest and len(others) == 1 else r for r in others]
    draft.statements.append(Statement("row-vested", rule.place, on=rule.on))


def _of_row(draft: Draft, rule: Rule) -> bool:
    """Whether a rule says of all of it, in a sentence about the row, on what day it vested."""
    every = rule.amount == _ALL or (rule.amount.rest and rule.place in draft.unsaid)
    return isinstance(rule, Dated) and isinstance(rule.on, OnDate) and every and bool(_OF_ROW.match(rule.place.quote))


def _of_award(draft: Draft, rules: list[Rule]) -> bool:
    """Whether these rules tell of all of the award: none counts on from the row's part, and none is what that leaves."""
    if any(r.amount == _ALL and isinstance(r, Dated) for r in rules):
        return False
    first = rules[0]
    start = first.start if isinstance(first, Series) else first.on if isinstance(first, Dated) else FromAnchor("previous")
    counts_on = isinstance(start, FromAnchor) and start.anchor == "previous"
    return not counts_on and (not first.amount.rest or (first.place in draft.unsaid and len(rules) == 1))
