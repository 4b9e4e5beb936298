"""What is said beside the terms of an award, once every sentence is in: a cliff or a size to be compared, a lock-up, or a gap.

In: a draft. Out: its statements and gaps.
"""

from vestcalc.gaps import GapReason
from vestcalc.reading.besides import cliff, passed_over, size, words_of
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.terms.models import Pending, Statement


def what_else_is_said(draft: Draft) -> None:
    """Sentences beside terms that give dates must be known to be about something else."""
    if all(isinstance(r, Pending) for r in draft.rules):
        return
    for sentence, nodes in draft.besides:
        place = sentence.place(nodes[0].start, nodes[-1].stop)
        words = words_of(sentence, nodes)
        if length := cliff(nodes):
            draft.statements.append(Statement("cliff", place, over=length))
        elif units := size(words):
            draft.statements.append(Statement("row-amount", place, number=units))
        elif not passed_over(sentence, nodes, words):
            draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"may change the terms: {place.quote!r}", place))


def locked_up(draft: Draft) -> None:
    """Restrictions that end, where a lock-up is spoken of too: they may be its own, and nothing vests."""
    for place in draft.unrestricted if draft.locked else ():
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"restrictions of vesting, or of the lock-up: {place.quote!r}", place))
