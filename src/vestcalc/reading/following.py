""" "The next three anniversaries of the grant date": those after what was said to vest before, not always the first three.

In: the rules of a draft, in which such anniversaries are marked. Out: the same rules, later where an anniversary of the same award vested
before; where that was a day of another reckoning, which anniversaries come next cannot be told, and is a gap.
"""

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.anaphora import marked
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.span import Place
from vestcalc.terms.models import Dated, FromAnchor, Moment, OnDate, Pending, Period


def place_the_next(draft: Draft) -> None:
    """Count the next anniversaries of each award from what vests before them."""
    for group in range(len(draft.groups)):
        prior: Moment | None = None
        last: Moment | None = None
        listed: Place | None = None
        lost = told = False
        for i, rule in enumerate(draft.rules):
            if rule.group != group or isinstance(rule, Pending):
                continue
            if rule.place != listed:  # what stands before this list, if anything does; of a series the last day is not known
                prior, listed, lost = last, rule.place, told and last is None
            last, told = rule.on if isinstance(rule, Dated) else None, True
            if isinstance(rule, Dated) and isinstance(rule.on, FromAnchor) and marked(rule.on):
                last = _after(draft, rule.place, rule.on, prior, lost)
                draft.rules[i] = replace(rule, on=last)
            else:
                prior = last


def _after(draft: Draft, place: Place, m: FromAnchor, prior: Moment | None, lost: bool) -> FromAnchor:
    m = replace(m, event=None)
    shift = None if lost else _shift(m, prior)
    gap = gap_at(GapReason.UNKNOWN_WORDS, f"which anniversaries are the next is not said: {place.quote!r}", place)
    if shift is None and gap not in draft.gaps:
        draft.gaps.append(gap)
    return replace(m, plus=Period(months=m.plus.months + (shift or 0)))


def _shift(m: FromAnchor, prior: Moment | None) -> int | None:
    """How many months later the next anniversaries are than the first ones."""
    if prior is None:
        return 0
    prior = prior.also or prior if isinstance(prior, OnDate) else prior
    if isinstance(prior, OnDate):
        return 0 if m.anchor == "date" and m.stated == prior.date else None
    same = isinstance(prior, FromAnchor) and prior.anchor == m.anchor and prior.stated in (None, m.stated)
    if not isinstance(prior, FromAnchor) or not same or prior.plus.days or prior.plus.months % 12:
        return None
    return prior.plus.months
