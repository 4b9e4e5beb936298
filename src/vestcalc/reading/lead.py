"""What is told before the terms and is none of them: "Shares withheld upon the vesting of RSUs granted on D, which vest in four equal ...".

In: the phrases of a sentence. Out: how many of them only lead up to the award whose terms a relative clause then tells; whether all of
it is of awards that are said not to be in the row.
"""

from collections.abc import Sequence

from vestcalc.reading.grammar import Node
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set

_SUBJ, _VERB, _SEMI, _AMOUNT, _OF = map(kind, ["SUBJ", "VERB", "SEMI", "AMOUNT", "of"])
#: What may stand before "the vesting of": shares, how they came or went, taxes.
_LEADS = kind_set(
    "represent SUBJ acquired issuance receive delivered withheld tax PAYW QUIET QUIETW on in to by for with of as the and DET OWN COMPANY"
    " NAME INSTRU NUM INT COMMA ACTW connection"
)
_ARTICLE = kind_set("DET")
_TIMED = kind_set("INST LIST ON CAD BEGIN FROM OVER")
_BACK, _THOSE = frozenset(["they", "it", "these", "such", "those"]), ("these ", "such ", "those ", "they ", "it ", "each such")
_LONGEST = max(map(len, _THOSE))
_BETWEEN = kind_set("GRANTED PLAN COMMA QUIET")


def of_others(sentence: Sentence) -> bool:
    """ "Excludes options granted on D, which vest in three equal ...": the terms of what is not in the row."""
    first, *others = sentence.nodes
    named = first.word == "excludes" and bool(others) and others[0].kind == _SUBJ and all(n.kind != _SEMI for n in others)
    return named and _relative(others[1:]) and any(n.kind in _TIMED for n in others)


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what the one before spoke of: "Such options vest ..."."""
    start = sentence.nodes[0].start
    return sentence.nodes[0].word in _BACK or sentence.cleaned.text[start : start + _LONGEST].lower().startswith(_THOSE)


def leading_up(nodes: Sequence[Node]) -> int:
    """The number of phrases before the award that the terms are of; 0 where none lead up to it."""
    for i in range(1, len(nodes)):
        before, here = nodes[i - 1], nodes[i]
        part = here.kind == _AMOUNT and before.kind == _OF and i > 1  # "the vesting of one-third of the RSUs granted on D"
        told = nodes[i - 2] if part else before
        if told.kind == _VERB and told.value.noun and (part or here.kind == _SUBJ):
            lead = [n.kind for n in nodes[: i - 1 - part]]
            plain = _LEADS.issuperset(lead)
            # so many have vested, and are not all that were granted: "represents the vesting of 2,000 RSUs"
            part = part or (here.value.units is not None and not _ARTICLE.issuperset(lead))
            return i + part if plain and _relative(nodes[i + 1 :]) else 0
    return 0


def _relative(after: Sequence[Node]) -> bool:
    """Whether a clause follows that tells how it vests."""
    verb = next((n for n in after if n.kind not in _BETWEEN), None)
    return verb is not None and verb.kind == _VERB and verb.value.relative
