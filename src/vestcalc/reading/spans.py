"""A length told of the whole award, beside the parts that follow: "vests over four years, with 25% on D and the rest in 36 monthly parts".

In: a draft with its rules. Out: a statement, by which the length is compared with the parts, or the gap that no parts are told.
"""

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.parts import Part
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import Dated, FromAnchor, OnDate, Period, Series, Statement

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
    first = draft.rules[0] if draft.rules and draft.span_at == 0 else None
    on = first.on if isinstance(first, Dated) else first.start if isinstance(first, Series) and first.inclusive else None
    if isinstance(on, FromAnchor) and on.anchor in ("grant", "commencement", "date") and on.plus:
        place = sentence.place(part.start, part.stop)
        draft.statements.append(Statement("span", place, on=replace(on, plus=Period()), over=over.length.period))
    elif isinstance(first, Dated) and isinstance(on, OnDate):
        place = sentence.place(part.start, part.stop)
        draft.statements.append(Statement("overall-span", place, on=draft.start[0] if draft.start else None, over=over.length.period))
    exercised = draft.exercisable == list(range(len(draft.rules))) and part.verb is not None and not part.verb.exercisable
    of_rest = part.amount is not None and part.amount.amount.rest
    open_ended = bool(draft.rules) and draft.span_at == len(draft.rules) and (of_rest or (exercised and part.amount is None))
    if open_ended or not (draft.rules or draft.gaps):
        place = sentence.place(part.start, part.stop)
        draft.gaps.append(
            gap_at(GapReason.MISSING_FREQUENCY, f"over {over.length.times} periods, but neither how often nor in what parts", place)
        )
