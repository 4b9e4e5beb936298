"""Goals beside dates: what is dated waits too, unless it has vested already, or only the rest is said to wait.

In: a draft whose rules are gathered. Out: the same with what waits for goals as such.
"""

from fractions import Fraction

from msgspec.structs import replace

from vestcalc.reading.draft import Draft
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.reading.twofold import open_still
from vestcalc.terms.models import Amount, Dated, FromAnchor, Group, Pending, Rule

_SUBJ = kind("SUBJ")


def pending_beside_reported(draft: Draft) -> None:
    """All of it waits on goals, yet some has vested already: what is left still waits."""
    waits = [r for r in draft.rules if isinstance(r, Pending) and r.amount.portion == 1]
    told = [r for r in draft.rules if isinstance(r, Dated) and r.amount.units is not None]
    if len(waits) == 1 and told and len(waits) + len(told) == len(draft.rules):
        draft.rules = [*told, replace(waits[0], amount=Amount(rest=True))]


def goals_beside_dates(draft: Draft) -> None:
    """Goals spoken of beside dates: what is dated is then not certain to vest."""
    draft.goals = open_still(draft)
    draft.performance = draft.performance and not draft.certified
    if draft.goals and not draft.performance and _only_of_what_waits(draft):
        return
    dated = [r for r in draft.rules if not isinstance(r, Pending)]
    if draft.goals and dated and all(_vested_by_report(draft, r) for r in dated):  # what has vested is certain, the rest waits
        if len(dated) == len(draft.rules):
            sentence, nodes = draft.goals[0]
            draft.rules.append(Pending(Amount(rest=True), "goals", "performance", sentence.place(nodes[0].start, nodes[-1].stop)))
    elif (draft.performance and not draft.past) or (draft.goals and draft.rules):
        place = draft.rules[0].place if draft.rules else None
        if place is not None:
            draft.rules = [Pending(Amount(portion=Fraction(1)), "performance goals", "performance", place)]
            draft.groups = [Group()] if draft.named else draft.groups[:1]
            draft.statements = []
    elif draft.goals and not draft.rules:
        sentence, nodes = draft.goals[0]
        draft.speaks = True
        draft.rules.append(Pending(Amount(portion=Fraction(1)), "goals", "performance", sentence.place(nodes[0].start, nodes[-1].stop)))


def _vested_by_report(draft: Draft, rule: Rule) -> bool:
    """ "As of the date of this filing, 8,000 of the shares have vested"."""
    reported = isinstance(rule, Dated) and rule.on == FromAnchor("report") and rule.amount.units is not None
    return reported and rule.place in {*draft.told, *draft.came}


def _only_of_what_waits(draft: Draft) -> bool:
    """ "The number of performance-based units may range from 0% to 200%", beside units that wait for goals and others that do not."""
    waits = [isinstance(r, Pending) and r.event_kind in ("performance", "price") for r in draft.rules]
    told = all(any(n.kind == _SUBJ and n.value.performance for n in nodes) for _, nodes in draft.goals)
    return bool(draft.named) and any(waits) and not all(waits) and told
