""" "The next three anniversaries of the grant date": those after what was said to vest before, not always the first three; "a year later".

In: the rules of a draft, in which such moments are marked. Out: the same rules, later where an anniversary of the same award vested before;
where that was a day of another reckoning, which anniversaries come next cannot be told, and is a gap. "One year later" and then "two years
later" are counted from one day.
"""

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.late import late
from vestcalc.reading.anaphora import marked
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.phrases.moments import LATER
from vestcalc.span import Place
from vestcalc.terms.models import Dated, FromAnchor, Moment, OnDate, Pending, Period, Series

_GRANTED_THEN = late(r"(?i)\b(?:granted|awarded|issued) on\b.*\b(?:vest|exercisable)\w*\b.*\bthereafter\b")


def since_the_grant(draft: Draft) -> None:
    """ "Were granted on D and vest in equal monthly installments thereafter": after the only day told before."""
    first = draft.rules[0] if draft.rules else None
    if not isinstance(first, Series) or first.start != FromAnchor("previous") or len(set(draft.granted)) != 1:
        return
    if _GRANTED_THEN.search(first.place.quote):
        draft.rules[0] = replace(first, start=FromAnchor("grant"))


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


def place_what_is_later(draft: Draft) -> None:
    """Count "one year later" from the part before, and longer and longer spans after it all from the day the first was counted from."""
    base: Moment | None = None
    length = Period()
    for i, rule in enumerate(draft.rules):
        on = rule.on if isinstance(rule, Dated) else None
        if not isinstance(rule, Dated) or not isinstance(on, FromAnchor) or on.event != LATER:
            base = None
            continue
        before = draft.rules[i - 1] if i else None
        if base is None or not _longer(on.plus, length):
            base = before.on if isinstance(before, Dated) else None
            draft.rules[i] = replace(rule, on=replace(on, event=None))
        elif (counted := _counted(base, on.plus)) is not None:
            draft.rules[i] = replace(rule, on=counted)
        else:
            draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"from which day is not said: {rule.place.quote!r}", rule.place))
        length = on.plus


def _longer(a: Period, b: Period) -> bool:
    return a.months >= b.months and a.days >= b.days and a != b


def _counted(base: Moment, plus: Period) -> Moment | None:
    """So long after a day that is told."""
    if isinstance(base, OnDate):
        return FromAnchor("date", plus, stated=base.date)
    if not isinstance(base, FromAnchor) or base.anchor in ("previous", "event"):
        return None
    return None if base.plus.days and plus.months else replace(base, plus=base.plus + plus)


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
