"""Whether two rows report the same award: by grant date, exercise price, expiration, terms and size.

In: two answers. Out: yes or no. Terms are the same where the same portions fall on the same days and the same parts wait for the same
events; where there are no dates, where the notes have the same words. What one of the two does not say speaks against nothing; what
both say and differs does. Refuses to guess from a size alone.
"""

from collections.abc import Hashable
from datetime import date
from fractions import Fraction
from functools import lru_cache

from vestcalc.answers import AwardSchedule
from vestcalc.given import UsageError, to_amount
from vestcalc.schedule.position import EXERCISED
from vestcalc.schedule.whole import LEAVES_AS_IT_VESTS


def same_award(one: AwardSchedule, other: AwardSchedule, *, amended: bool = False) -> bool:
    """Whether both rows are about one award; `amended`: one restates the other, so that its size may have been corrected."""
    return (
        _alike(one, other)
        and _agree(one.granted, other.granted)
        and _agree(one.expires, other.expires)
        and (_terms(one) == _terms(other) or _vested_since(one, other) or _vested_since(other, one))
        and _enough(one, other)
        and (amended or _sizes(one, other))
    )


def bears_size(award: AwardSchedule) -> bool:
    """A grant or a holding: each such row of one filing is an award of its own. An exercise or settlement is not."""
    return award.facts.is_award or award.facts.is_holding


def _alike(one: AwardSchedule, other: AwardSchedule) -> bool:
    """The same kind; options at the same exercise price, which both give."""
    if (one.kind in EXERCISED) != (other.kind in EXERCISED):
        return False
    if one.kind not in EXERCISED:
        return one.kind == other.kind or "other" in (one.kind, other.kind) or {one.kind, other.kind} <= LEAVES_AS_IT_VESTS
    strike = _price(one.exercise_price)
    return one.kind == other.kind and strike is not None and strike == _price(other.exercise_price)


def _agree(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one == other


def _enough(one: AwardSchedule, other: AwardSchedule) -> bool:
    """Something that tells awards apart must be said on both sides: the grant date, the expiration, or days of vesting."""
    if one.granted is not None and other.granted is not None:
        return True
    return (one.expires is not None and other.expires is not None) or (bool(one.vests) and bool(other.vests))


def _sizes(one: AwardSchedule, other: AwardSchedule) -> bool:
    """Equal, or one unknown, or one only what was exercised, settled or is left: no more than the other."""
    if one.shares is None or other.shares is None or one.shares == other.shares:
        return True
    less, more = (one, other) if one.shares < other.shares else (other, one)
    return not less.facts.is_award and (more.facts.is_award or not bears_size(less))


def _vested_since(later: AwardSchedule, earlier: AwardSchedule) -> bool:
    """The one says that all has vested by some day, and the other's last vest lies on or before it: options only."""
    if later.kind not in EXERCISED or later.expires is None or not (len(later.vests) == 1 and later.vests[0].latest):
        return False
    return earlier.status == later.status == "complete" and bool(earlier.vests) and earlier.vests[-1].date <= later.vests[0].date


@lru_cache(maxsize=1024)
def _words(notes: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(sorted(" ".join(text.split()).casefold() for _, text in notes))


def _terms(award: AwardSchedule) -> Hashable:
    if award.status in ("complete", "partial", "pending"):
        due: dict[date, Fraction] = {}
        for vest in award.vests:
            due[vest.date] = due.get(vest.date, Fraction(0)) + vest.portion
        return tuple(due.items()), tuple((part.event.casefold(), part.portion) for part in award.pending)
    return award.status, _words(award.notes), award.granted


def _price(text: str | None) -> Fraction | None:
    if text is None:
        return None
    try:
        return to_amount(text.strip().removeprefix("$"), "price")
    except UsageError:
        return None
