"""What is said beside the terms of an award, once every sentence is in: a cliff or a size to be compared, a lock-up, or a gap.

In: a draft. Out: its statements and gaps.
"""

from fractions import Fraction

from vestcalc.gaps import GapReason
from vestcalc.reading.besides import part_of_original, passed_over, words_of
from vestcalc.reading.cliffs import cliff
from vestcalc.reading.counted import all_delivered, counted, granted_in, left, size, told
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.exchanged import of_exchange
from vestcalc.reading.expiry import expiry
from vestcalc.reading.open_goals import awarded_so, lost_unless, open_goal
from vestcalc.reading.phrases.moments import UPON_GRANT
from vestcalc.span import Place
from vestcalc.terms.models import Dated, FromAnchor, OnDate, Pending, Rule, Statement

#: A goal beside what vested in the past is history, but for one that is still to be met.
_TO_COME = frozenset(["will", "if", "unless"])


def what_else_is_said(draft: Draft) -> None:
    """Sentences beside terms that give dates must be known to be about something else."""
    if all(map(_undated, draft.rules)):
        return
    _each(draft)
    if draft.resized:  # what was granted is not what there is
        draft.statements = [s for s in draft.statements if s.kind not in ("size", "row-amount")]


def _each(draft: Draft) -> None:
    for sentence, nodes in draft.besides:
        place = sentence.place(nodes[0].start, nodes[-1].stop)
        words = words_of(sentence, nodes)
        original = part_of_original(words)
        draft.original = draft.original or original
        if original and "vesting" in words and all(isinstance(r, Dated) and r.amount.portion == 1 for r in draft.rules):
            text = f"a part of the award, and not when the rest vests: {place.quote!r}"
            draft.gaps.append(gap_at(GapReason.MISSING_COUNT, text, place))
        if length := cliff(nodes):
            draft.statements.append(Statement("cliff", place, over=length))
        elif units := size(words):
            draft.statements.append(Statement("row-amount", place, number=units))
        elif of_exchange(place.quote, words):
            continue
        elif (
            not passed_over(sentence, nodes, words)
            or lost_unless(words)
            or (open_goal(words) and ("only" in words or not (draft.earned or (draft.passed and _TO_COME.isdisjoint(words)))))
            or (awarded_so(words) and len(draft.groups) == 1 and not (draft.earned or draft.passed))
        ):
            draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"may change the terms: {place.quote!r}", place))
        elif on := expiry(nodes, words):
            draft.statements.append(Statement("expires", place, on=on))
        elif all_delivered(words):
            draft.statements.append(Statement("reported-remaining", place, on=FromAnchor("report"), number=Fraction(0)))
        elif units := left(words):
            draft.statements.append(Statement("reported-remaining", place, on=FromAnchor("report"), number=units))
        elif month := granted_in(words):
            draft.statements.append(Statement("granted-in", place, on=OnDate(month)))
        elif units := told(words):
            draft.statements.append(Statement("size", place, number=units))
        else:
            _several_sorts(draft, place, words)


def _undated(rule: Rule) -> bool:
    """Whether a rule waits for a goal, or for an event whose day is not told."""
    on = rule.on if isinstance(rule, Dated) else None
    return isinstance(rule, Pending) or (isinstance(on, FromAnchor) and on.anchor == "event" and on.event != UPON_GRANT)


def _several_sorts(draft: Draft, place: Place, words: list[str]) -> None:
    """ "Consists of 2,000 shares and 10,000 units. The units vest ...": how many there are of what vests is to be compared with the row."""
    listed = counted(words)
    if (
        not listed
        or draft.gaps
        or any(group.units is not None for group in draft.groups)
        or all(r.amount.units is not None for r in draft.rules)
    ):
        return
    number = listed.get(draft.securities.get(draft.group, "")) if len(draft.groups) == 1 else None
    if number is not None:
        draft.statements.append(Statement("row-amount", place, number=number))
    else:
        draft.gaps.append(
            gap_at(GapReason.WHICH_AWARD, f"several things are counted, and not which of them vest so: {place.quote!r}", place)
        )


def points_elsewhere(draft: Draft) -> None:
    """Another note that is pointed at for the terms: where they stand, unless it is among those read."""
    for note, place in draft.elsewhere:
        if not draft.rules:
            draft.gaps.append(gap_at(GapReason.TERMS_ELSEWHERE, f"told elsewhere: {place.quote!r}", place))
        elif note not in {r.place.note for r in draft.rules}:
            draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"may change the terms: {place.quote!r}", place))


def locked_up(draft: Draft) -> None:
    """Restrictions that end, where a lock-up is spoken of too: they may be its own, and nothing vests."""
    for place in draft.unrestricted if draft.locked else ():
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"restrictions of vesting, or of the lock-up: {place.quote!r}", place))
