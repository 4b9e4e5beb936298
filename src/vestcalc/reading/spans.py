"""A length told of the whole award, beside the parts that follow: "vests over four years, with 25% on D and the rest in 36 monthly parts".

In: a draft with its rules. Out: a statement, by which the length is compared with the parts, or the gap that no parts are told.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.grammar import Node
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.periods import Over
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.span import Place
from vestcalc.terms.models import Dated, FromAnchor, OnDate, Period, Rule, Series, Statement

_LENGTHS, _VERB = kind_set("PER OVER"), kind("VERB")
_SAID_OF_LENGTH = kind_set("SUBJ QUIET OVER PER VERB period schedule term of be a the have subject COND STOP COMMA")
_AMOUNTS, _OVER = kind_set("AMOUNT AMOUNTS NUMBER"), kind("OVER")


def led_by_span(draft: Draft, sentence: Sentence, part: Part) -> None:
    """ "Over four years, 25% after one year and monthly thereafter": the length is that of all of it, and not of what follows the first."""
    if draft.rules or not {"OVER", "ON"} <= part.roles or (part.amount is not None and part.amount.amount.portion == 1):
        return
    kinds = [n.kind for n in part.nodes]
    amount = next((i for i, k in enumerate(kinds) if k in _AMOUNTS), 0)
    if kinds.index(_OVER) < amount:
        over, *others = part.slots["OVER"]
        draft.span, draft.span_at = (over, sentence, part), 0
        part.slots = {name: said for name, said in part.slots.items() if name != "OVER"} | ({"OVER": others} if others else {})


def finish_span(draft: Draft) -> None:
    """Compare the length with the parts told, or tell that there are none."""
    if draft.span is None:
        return
    over, sentence, part = draft.span
    place = sentence.place(part.start, part.stop)
    exercised = draft.exercisable == list(range(len(draft.rules))) and part.verb is not None and not part.verb.exercisable
    of_rest = part.amount is not None and part.amount.amount.rest
    after = bool(draft.rules) and draft.span_at == len(draft.rules)
    if (after and (of_rest or over.following or (exercised and part.amount is None))) or not (draft.rules or draft.gaps):
        draft.gaps.append(
            gap_at(GapReason.MISSING_FREQUENCY, f"over {over.length.times} periods, but neither how often nor in what parts", place)
        )
    elif draft.rules and (draft.span_at == 0 or (after and not over.term)):
        _compare(draft, draft.rules[0], over.length.period, place)


def sole_length(nodes: Sequence[Node]) -> Period | None:
    """ "The units are subject to a four-year vesting schedule, subject to continued service": the length, where no more is said of them."""
    told = [n for n in nodes if n.kind in _LENGTHS]
    nouns = [n.value for n in nodes if n.kind == _VERB]
    if len(told) != 1 or len(nouns) != 1 or nouns[0].bare != "vesting" or not {n.kind for n in nodes} <= _SAID_OF_LENGTH:
        return None
    length = told[0].value.length if isinstance(told[0].value, Over) else told[0].value
    plain = all(replace(n.value, security="", every=False, time=False) == Subject() for n in nodes if isinstance(n.value, Subject))
    return length.period if plain else None


def finish_lengths(draft: Draft) -> None:
    """Compare lengths that sentences beside the terms tell with the parts; of several awards, it is not told which is meant."""
    for over, place in draft.lengths if draft.rules else ():
        if len(draft.groups) == 1:
            _compare(draft, draft.rules[0], over, place)
        else:
            draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"may change the terms: {place.quote!r}", place))


def _compare(draft: Draft, first: Rule, over: Period, place: Place) -> None:
    """ "Vests over four years": from what the first part counts from, where that is told."""
    start = draft.start[0] if draft.start else None
    on = first.on if isinstance(first, Dated) else first.start if isinstance(first, Series) and first.inclusive else None
    if isinstance(on, FromAnchor) and on.anchor in ("grant", "commencement", "date") and on.plus:
        draft.statements.append(Statement("span", place, on=replace(on, plus=Period()), over=over))
    elif isinstance(first, Dated) and isinstance(on, OnDate):
        start = None if isinstance(start, FromAnchor) and start.anchor == "previous" else start
        draft.statements.append(Statement("overall-span", place, on=start, over=over))
    elif isinstance(first, Series) and len(draft.groups) == 1:
        draft.statements.append(Statement("span", place, over=over))
