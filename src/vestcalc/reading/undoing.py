"""Sentences without a word of vesting that bear on the terms all the same: they undo them, or set a goal.

In: the phrases of one sentence. Out: whether it may undo what other sentences promise ("The award has since been cancelled."), or makes
it depend on a goal.
"""

from collections.abc import Sequence

from vestcalc.reading.earning import to_earn
from vestcalc.reading.forfeiting import forfeited
from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set

_FORFEIT = kind("forfeit")
_GIVEN, _OF_A_DAY = kind("granted"), kind_set("MONTH MONTHDAY")
_SUBJ, _NOT_APPLY = kind("SUBJ"), kind_set("not apply")
_UNDOES = kind_set("CANCEL graded")
_PARTS_OF_IT = kind_set("schedule INSTALL")
_CHANGES = frozenset(
    ["replaced", "superseded", "revoked", "rescinded", "changed", "amended", "modified", "revised", "altered"]
) | frozenset(["extended", "shortened", "postponed", "delayed", "deferred", "suspended"])
_AWARD, _TAXED, _DATE = kind_set("SUBJ AMOUNT half option unit award grant share right"), kind_set("tax"), kind("date")
_UNDONE, _BE = ("waive", "surrender", "relinquish", "repurchase", "exchange", "reduce", "doubled", "halve", "renounce"), kind("be")
_GRANTED_TOO, _NUMBERED = kind_set("CANCEL and SUBJ"), kind_set("INT AMOUNT PCT FRAC not no")
_PERFORMANCE, _SHARES_OF_IT = kind_set("performance based"), kind_set("AMOUNT PCT half")
_AIMS, _DEPENDS, _TO_MEET = map(kind_set, ["performance market goal milestone", "subject contingent CONDW", "condition goal milestone"])


def quiet_but_contrary(nodes: Sequence[Node]) -> bool:
    """A sentence without a word of vesting that may undo the terms: "The award has since been cancelled."."""
    kinds = {n.kind for n in nodes}
    undone = bool(kinds & _UNDOES) and not _repriced(nodes, kinds) and not _once_forfeited(nodes, kinds)
    replaced = bool(kinds & _PARTS_OF_IT) and any(n.word in _CHANGES for n in nodes)
    return _undone(nodes, kinds) or _granted_on_no_day(nodes, kinds) or undone or kinds >= _NOT_APPLY or replaced or forfeited(nodes, kinds)


def _granted_on_no_day(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Was granted on June 3 3, 2020", "on June June 3, 2020": a day that cannot be read, from which dates may count."""
    if _GIVEN not in kinds:
        return False
    return any(a.kind == _GIVEN and b.word == "on" and c.kind in _OF_A_DAY for a, b, c in zip(nodes, nodes[1:], nodes[2:], strict=False))


def _repriced(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Deemed the cancellation of the old option and the grant of a replacement option": how an amendment is reported."""
    named = all(n.word == "cancellation" for n in nodes if n.kind in _UNDOES)
    told = any(n.word in ("reported", "deemed", "treated", "considered") for n in nodes)
    return named and told and kinds >= _GRANTED_TOO and _NUMBERED.isdisjoint(kinds)


def _once_forfeited(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Any shares forfeited are returned to the company without payment": what becomes of them should they be."""
    coming = nodes[0].word in ("any", "all") and not any(n.word in ("was", "were", "been", "had", "has", "have") for n in nodes)
    return coming and _FORFEIT in kinds and _NUMBERED.isdisjoint(kinds)


def _undone(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "The award was waived", "half were surrendered", "the date should have been ...", "half of the options are performance based"."""
    if not _AWARD.isdisjoint([n.kind for n in nodes[:6]]) and not kinds & _TAXED:
        undone = [i for i, n in enumerate(nodes) if n.value.__class__ is str and n.value.startswith(_UNDONE)]
        passive = any(n.kind == _BE for i in undone for n in nodes[max(0, i - 3) : i])
        if passive or any(n.value == "waived" for n in nodes):
            return True
    said = " ".join([n.word for n in nodes]) if _DATE in kinds else ""
    return (
        "should have been" in said
        or "subject to change" in said
        or (kinds >= _PERFORMANCE and bool(kinds & _SHARES_OF_IT) and _SUBJ not in kinds)
    )


def quiet_goal(nodes: Sequence[Node]) -> bool:
    """ "The shares are also subject to a market condition."."""
    kinds = {n.kind for n in nodes}
    return to_earn(nodes) or (bool(kinds & _AIMS) and bool(kinds & _DEPENDS) and bool(kinds & _TO_MEET))
