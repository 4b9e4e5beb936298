"""The residue rule: in a sentence that speaks of vesting, every word is claimed, quiet, or a gap with its place.

In: the unclaimed phrases of a part. Out: gaps over runs of words, or a pending reading where the words describe a goal or an event.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.gaps import Gap, GapReason
from vestcalc.reading.grammar import Node
from vestcalc.reading.parts import Part
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import EventKind

_PRICE, _MONEY = kind_set("MONEY price"), kind_set("MONEY")
#: What makes a sum of money a hurdle beside a day: "if the shares trade at or above $20".
_REACHED = kind_set("exceed PERFW goal milestone market target if when condition CONDW than least above")
_MARKET, _VALUE = kind("market"), kind_set("value price")
_PRICED, _PAID, _WORTH = kind("price"), frozenset(["exercise", "purchase", "base", "strike"]), frozenset(["valued", "worth"])
_COMPARED = kind_set("price exceed PERFW goal market target if when condition CONDW than least above closing closed")
_GOAL = kind_set("PERFW goal milestone performance market target")
_EVENTS = kind_set("LIQUID EVENT approval certification offering change CONTROLW")
_ONLY, _DAY, _IF = kind("only"), kind("day"), kind_set("if when on")
_MONTHYEAR = kind("MONTHYEAR")
_VERB, _SUBJ, _CANCEL = kind("VERB"), kind("SUBJ"), kind("CANCEL")
_GOALS = _PRICE | _GOAL | _EVENTS


_WHENEVER = kind_set("when if on")
_TIMELY = kind_set("OTHER MONTHDAY MONTHDAYS MONTHYEAR MONTH YEARS YEAR DATE DATES INT NUM DEC ORD UNIT date PER NTH")
#: Words that tell no event by themselves: "50% on and 50% on ..." has lost a date, and waits for nothing.
_WORDLESS = _WHENEVER | kind_set("FILLER each")
_BASED = kind_set("based")


def event_kind(nodes: Sequence[Node]) -> EventKind | None:
    """What sort of goal or event these words describe, if any."""
    if not nodes or any(n.kind == _CANCEL for n in nodes):
        return None
    kinds = {a.kind for a, b in zip(nodes, [*nodes[1:], None], strict=True) if b is None or b.kind != _DAY or str(a.value) != "trading"}
    if _ONLY in kinds and any(a.kind == _ONLY and b.kind in _IF for a, b in pairwise(nodes)):
        return "other"
    if kinds & _PRICE:
        return None if _of_worth(nodes) else "price"
    if kinds & _GOAL:
        return "performance"
    if kind("approval") in kinds:
        return "approval"
    return "liquidity" if kinds & _EVENTS else None


def _of_worth(nodes: Sequence[Node]) -> bool:
    """ "Had exercise prices between $1.10 and $2.40", "valued at $9,000": what is paid, or they are worth, and nothing to be reached."""
    if any(a.kind in _REACHED and not (a.kind == _MARKET and b.kind in _VALUE) for a, b in pairwise([*nodes, nodes[-1]])):
        return False
    paid = [a.word in _PAID for a, b in pairwise([nodes[0], *nodes]) if b.kind == _PRICED]
    return paid[0] if paid else any(n.word in _WORTH for n in nodes)


def only_worth(nodes: Sequence[Node]) -> bool:
    """ "Units worth $25,000": a sum of money that nothing is compared with, and no hurdle."""
    kinds = {n.kind for n in nodes}
    return bool(kinds & _MONEY) and kinds.isdisjoint(_COMPARED)


def of_what_vested(nodes: Sequence[Node]) -> bool:
    """ "25% of the vested units are released on D": of units that vested at other times."""
    nouns = [a.value for a, b in pairwise(nodes) if a.kind == _VERB and b.kind == _SUBJ]
    verbs = [n.value for n in nodes if n.kind == _VERB and not n.value.noun]
    return bool(verbs) and any(v.noun and v.bare == "vested" and not v.full for v in nouns)


def goal_of(part: Part) -> EventKind | None:
    """The kind of goal or event the part waits on, if its words describe one."""
    if part.waits_for:
        return "other"
    kind = event_kind(part.residue)
    if kind == "price" and part.slots and only_worth(part.residue):
        kind = None
    kinds = {n.kind for n in part.residue}
    waits = bool(part.residue) and part.residue[0].kind in _WHENEVER and not kinds & _TIMELY and bool(kinds - _WORDLESS)
    if kind is None and waits and part.amount is not None and not part.slots and part.verb is not None:
        return "other"
    if kind is None and part.subject is not None and part.subject.performance and kinds & _BASED:
        return "performance"
    return kind


def gaps(sentence: Sentence, residue: Sequence[Node]) -> list[Gap]:
    """One gap for each run of neighbouring unclaimed words."""
    found: list[Gap] = []
    run: list[Node] = []
    for node in sorted(residue, key=lambda one: one.start):
        if run and node.start - run[-1].stop > 2:
            found.append(_gap(sentence, run))
            run = []
        run.append(node)
    if run:
        found.append(_gap(sentence, run))
    return found


def _gap(sentence: Sentence, run: Sequence[Node]) -> Gap:
    place = sentence.place(run[0].start, run[-1].stop)
    if any(node.kind == _MONTHYEAR for node in run):
        return Gap(GapReason.BAD_DATE, f"a month without its day: {place.quote!r}", place.quote, place.note, place.span)
    return Gap(GapReason.UNKNOWN_WORDS, f"not understood: {place.quote!r}", place.quote, place.note, place.span)
