"""What pieces of sentences that state no part of the award leave behind: remarks, gaps, goals, what they say where nothing else is said.

In: its topic and its phrases. Out: the draft with conditions and accelerations, with gaps beside terms or where there are none, and with
the event all of it waits on where no other words tell when it vests.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from vestcalc.gaps import GapReason
from vestcalc.late import late
from vestcalc.reading import residue
from vestcalc.reading.besides import takes_back, words_of
from vestcalc.reading.counted import left, told
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.expiry import lost_on
from vestcalc.reading.grammar import Node
from vestcalc.reading.mentions import mention
from vestcalc.reading.open_goals import lost_unless
from vestcalc.reading.phrases.expiring import end_of
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.sizes import told_size
from vestcalc.reading.spans import sole_length
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.reading.trading import KEPT
from vestcalc.terms.models import ALL, Amount, FromAnchor, OnDate, Pending, Remark, Statement

_ON, _AMOUNT, _VERB, _SUBJ, _NOTVERB = (kind(k) for k in ["ON", "AMOUNT", "VERB", "SUBJ", "NOTVERB"])
_WHEN = kind_set("ON LIST CAD INST BEGIN OVER")
_LENGTHS, _BESIDE = kind_set("PER OVER"), kind_set("period term schedule of COLON a be QUIET")
_SOONER = kind_set("accelerate ACCEL unless if except")
#: "Same vesting as in footnote 2"; that an agreement has the terms says nothing of them.
_ELSEWHERE = late(r"(?i)\b(?:same|per|described|see|set forth|specified|stated|refer)\b.*\b(?:(?:foot)?notes?|form [345])\b")
_PUT_OFF = ("delay", "postpon", "suspen")
#: So many phrases stand before the amount in "vesting of 40%".
_VESTING_OF = 2


def against(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> None:
    """Words that may change the terms: a gap, should there be terms."""
    place = sentence.place(nodes[0].start, nodes[-1].stop)
    negated = any(n.kind == _NOTVERB and n.value.startswith("never") for n in nodes)
    if negated and {n.kind for n in nodes} & _WHEN:
        draft.gaps.append(gap_at(GapReason.UNKNOWN_WORDS, f"said not to vest: {place.quote!r}", place))
        return
    draft.against.append(gap_at(GapReason.NO_CLAUSE, f"may change the terms: {place.quote!r}", place))


def claim(draft: Draft, sentence: Sentence, nodes: list[Node], name: str) -> None:
    """Take in a piece that states no part of the award, as what its topic makes of it."""
    place = sentence.place(nodes[0].start, nodes[-1].stop)
    length = sole_length(nodes) if name in ("mention", "unclear") else None
    if name == "unclear" and any(n.kind == _ON and isinstance(n.value, OnDate) for n in nodes):
        draft.gaps.append(gap_at(GapReason.NO_CLAUSE, "a day is told of the vesting, but not what vests then", place))
    elif name == "ends":
        draft.alone.append(gap_at(GapReason.NO_CLAUSE, f"since when it may be exercised is not said: {place.quote!r}", place))
        if (end := end_of(nodes)) is not None:
            draft.statements.append(Statement("expires", place, on=end.on))
    elif length:
        draft.lengths.append((length, place))
    elif name in ("contrary", "unclear"):
        against(draft, sentence, nodes)
    if name == "accelerated":
        draft.gaps.append(gap_at(GapReason.NO_CLAUSE, "vesting was accelerated on a date, which changes the schedule", place))
    elif name == "not-yet":
        draft.statements.append(Statement("reported-vested", place, on=FromAnchor("report"), number=Fraction(0)))
    elif name == "roll-over":
        draft.assumptions.append(KEPT)
    elif name == "acceleration":
        draft.accelerations.append(Remark("acceleration", place))
        if any(word.startswith(_PUT_OFF) for word in words_of(sentence, nodes)):
            against(draft, sentence, nodes)
    elif name == "goal" and (some := _of_some(nodes)) is not None:
        draft.rules.append(Pending(some, place.quote[:120].rstrip(".; "), residue.event_kind(nodes) or "performance", place, draft.group))
    elif name == "goal":
        draft.goals.append((sentence, list(nodes)))
    elif name not in ("withholding", "names"):
        told_size(draft, sentence, nodes)
    if name == "forfeiture" and (on := lost_on(nodes)):
        draft.statements.append(Statement("expires", place, on=on))
    if name == "forfeiture":
        words = words_of(sentence, nodes)
        if lost_unless(words):
            draft.besides.append((sentence, nodes))
        if units := left(words):
            draft.statements.append(Statement("reported-remaining", place, on=FromAnchor("report"), number=units))
    if name in ("mention", "delivery", "dividends", "cash", "withholding") and length is None:
        draft.besides.append((sentence, nodes))
        draft.quiet.append(place)
    _should_nothing_else_be_said(draft, sentence, nodes, name)
    if name in ("forfeiture", "delivery"):
        draft.conditions.append(Remark(name, place))


def met_goal(draft: Draft, sentence: Sentence, nodes: Sequence[Node]) -> None:
    """A sentence on a goal that was met: how many units were earned so is to be compared; what it takes back is a gap."""
    words = words_of(sentence, nodes)
    if takes_back(words) and mention(words) is None:
        against(draft, sentence, nodes)
    elif not draft.resized and (units := told(words)):
        draft.statements.append(Statement("size", sentence.whole, number=units))


def _of_some(nodes: Sequence[Node]) -> Amount | None:
    """ "Vesting of the other 40% depends on revenue": the part of the award that waits on a goal."""
    amounts = [(at, n.value.amount) for at, n in enumerate(nodes) if n.kind == _AMOUNT]
    if len(amounts) != 1 or amounts[0][0] < _VESTING_OF or amounts[0][1] == ALL:
        return None
    verb, of = nodes[amounts[0][0] - _VESTING_OF : amounts[0][0]]
    return amounts[0][1] if verb.kind == _VERB and verb.value.noun and of.word == "of" else None


def _should_nothing_else_be_said(draft: Draft, sentence: Sentence, nodes: Sequence[Node], name: str) -> None:
    """ "The units vest on retirement": all of it waits, unless other words give dates, and it is but their acceleration."""
    place = sentence.place(nodes[0].start, nodes[-1].stop)
    verbs = [n.value for n in nodes if n.kind == _VERB]
    named = any(v.bare == "vesting" for v in verbs)
    if name == "acceleration" and _first_told(nodes):
        draft.lone.append(Pending(ALL, place.quote[:120].rstrip(".; "), "other", place, draft.group))
    elif name in ("mention", "unclear") and named and _has_length(nodes):
        draft.alone.append(
            gap_at(GapReason.MISSING_FREQUENCY, f"a length, but neither how often nor in what parts: {place.quote!r}", place)
        )
    elif name in ("mention", "unclear") and named and _ELSEWHERE.search(place.quote):
        draft.alone.append(gap_at(GapReason.TERMS_ELSEWHERE, f"told elsewhere: {place.quote!r}", place))


def _first_told(nodes: Sequence[Node]) -> bool:
    """Whether this is when it vests, and not when what is unvested vests sooner."""
    verbs = [n.value for n in nodes if n.kind == _VERB]
    plain = bool(verbs) and not any(v.noun or v.immediate or v.modal for v in verbs)
    unvested = any(n.kind == _SUBJ and (n.value.unvested or n.value.units or n.value.every) for n in nodes)
    return plain and not unvested and _SOONER.isdisjoint([n.kind for n in nodes])


def _has_length(nodes: Sequence[Node]) -> bool:
    """ "A vesting period of three years", "three-year vesting"."""
    told = [n for n in nodes if n.kind not in _BESIDE]
    names = [n.kind == _VERB and n.value.noun for n in told]
    return any(
        (a.kind in _LENGTHS and last) or (b.kind in _LENGTHS and first) for (a, first), (b, last) in pairwise(zip(told, names, strict=True))
    )
