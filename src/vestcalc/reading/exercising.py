"""Sentences about the right to exercise before vesting: "The option may be exercised early, and what is bought may be bought back".

In: the phrases of a sentence without a time of its own. Out: whether it says no more than that. The words are an allow-list.
"""

from collections.abc import Sequence

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set

_AMOUNT, _SUBJ = kind("AMOUNT"), kind("SUBJ")
_OF_IT = kind_set(
    "EARLY AMOUNT SUBJ VERB QUIET PLAN COND ACCEL COMMA SEMI STOP OPEN CLOSE FILLER and or but so also which case have may subject rest"
    " SERVICEW purchase acquired exercise exercised issuance repurchase right restriction accordance CONDW schedule price cost original"
    " agreement plan favor unvested vesting stock share option"
)


def of_early_exercise(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """Whether it speaks of early exercise, and of no part of the award."""
    return kinds <= _OF_IT and not any(map(_some, nodes))


def _some(node: Node) -> bool:
    """Whether a node is a part of the award, beside what the others leave, or waits for goals."""
    if node.kind == _SUBJ:
        return node.value.units is not None or bool(node.value.performance)
    return node.kind == _AMOUNT and not node.value.amount.rest
