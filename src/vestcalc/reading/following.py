""" "The next three anniversaries of the grant date": those after what was said to vest before, not always the first three.

In: the moments of a list, and the moment of vesting said before it. Out: the same moments, later where it was an anniversary too; None
where it was a day of another reckoning, so that which anniversaries come next cannot be told.
"""

from collections.abc import Sequence
from dataclasses import replace

from vestcalc.reading.phrases.moments import THE_NEXT
from vestcalc.terms.models import FromAnchor, Moment, OnDate, Period


def marked(moments: Sequence[Moment]) -> bool:
    """Whether some of them are said to be the next."""
    return any(isinstance(m, FromAnchor) and m.event == THE_NEXT for m in moments)


def placed(before: Sequence[Moment], now: Sequence[Moment], prior: Moment | None) -> tuple[Moment, ...] | None:
    """The moments `now`, of which those marked in `before` come after what stands before them in the list, else after `prior`."""
    out: list[Moment] = []
    for was, m in zip(before, now, strict=True):
        if isinstance(was, FromAnchor) and was.event == THE_NEXT and isinstance(m, FromAnchor):
            m = replace(m, event=None) if m.event == THE_NEXT else m
            shift = _shift(m, prior)
            if shift is None:
                return None
            m = replace(m, plus=Period(months=m.plus.months + shift))
        else:
            prior = m
        out.append(m)
    return tuple(out)


def _shift(m: FromAnchor, prior: Moment | None) -> int | None:
    """How many months later the next anniversaries are than the first ones."""
    if prior is None:
        return 0
    if isinstance(prior, OnDate):
        return 0 if m.anchor == "date" and m.stated == prior.date else None
    same = isinstance(prior, FromAnchor) and prior.anchor == m.anchor and prior.stated in (None, m.stated)
    if not isinstance(prior, FromAnchor) or not same or prior.plus.days or prior.plus.months % 12:
        return None
    return prior.plus.months
