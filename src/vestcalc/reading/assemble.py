"""Sentences into the terms of an award: "remaining" and "thereafter" tied to what came before, several awards kept apart.

In: the sentences of an award's notes, in order. Out: `Terms`. Every part is claimed by a clause, or pending on a goal, or a gap; a
sentence that states no terms is claimed by its topic.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from vestcalc import limits
from vestcalc.gaps import Gap, GapReason
from vestcalc.reading import accrued, anaphora, elsewhere, naming, parts, twofold
from vestcalc.reading.bare import amount_and_day, nominal, verbless
from vestcalc.reading.besides import words_of
from vestcalc.reading.claimed import against, claim, met_goal
from vestcalc.reading.clauses import CLAUSES
from vestcalc.reading.clauses.base import Clause
from vestcalc.reading.draft import Draft, gap_at
from vestcalc.reading.earning import goal_before, part_on_goal, says_met
from vestcalc.reading.finish import finished
from vestcalc.reading.grammar import Node
from vestcalc.reading.in_vain import named_in_vain
from vestcalc.reading.lead import goes_on, leading_up, of_others
from vestcalc.reading.mentions import firm_mention, mention
from vestcalc.reading.pend import goes_on_waiting
from vestcalc.reading.phrases.expiring import Ends
from vestcalc.reading.phrases.percentages import heads_percentages
from vestcalc.reading.phrases.quiet import Served
from vestcalc.reading.predicates import predicates
from vestcalc.reading.retold import first_date
from vestcalc.reading.scope import Taken, has_date, sooner, widen
from vestcalc.reading.sentences import Sentence, breaks_off, only_a_schedule, speak_of_lock_up
from vestcalc.reading.sizes import opens_award, resized, told_size
from vestcalc.reading.take import take_part
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.reading.topics import of_cash, topic
from vestcalc.reading.trading import business_days
from vestcalc.reading.undoing import quiet_but_contrary, quiet_goal
from vestcalc.terms.models import Dated, EarliestOf, FromAnchor, OnDate, Pending, Remark, Series, Statement, Terms

_COND, _ACCEL, _GRANTED, _DEF, _SEMI, _SUBJ, _EARLY, _LATEST = (
    kind(k) for k in ["COND", "ACCEL", "GRANTED", "DEF", "SEMI", "SUBJ", "EARLY", "LATEST"]
)
_NONE, _CLIFF, _COLON, _TITLE = kind("NONE"), kind("CLIFF"), kind("COLON"), [kind("OVER"), kind("VERB")]
_CAP, _VERB = kind("CAP"), kind("VERB")
_QUIET, _PLAN = kind("QUIET"), kind("PLAN")
_HEADER, _STOP = kind("HEADER"), kind("STOP")
#: "The award comprises two tranches."
_IN_TRANCHES, _LINKING = [_SUBJ, kind("INST"), _STOP], kind_set("include be divided in of")
_REMARKED = frozenset([_HEADER, _ACCEL, _CLIFF, _COND, _EARLY, _LATEST, _NONE, _QUIET, _PLAN])
_NOTVERB, _WHEN = kind("NOTVERB"), kind_set("ON LIST CAD INST BEGIN OVER")
_SERIES, _DAYS_GIVEN = kind_set("VERB INST"), kind_set("GRANTED DEF")
_AMOUNT, _PER, _DAYS = kind("AMOUNT"), kind("PER"), kind_set("ON LIST")
#: Topics whose pieces state no part of the award; beside pieces that do, an amount with its day is no mere mention.
_PASSED = frozenset(["mention", "delivery", "forfeiture", "unclear"])
#: Topics of sentences that may say nothing of the terms all the same, and what no such sentence has.
_OPEN, _PARTED = (None, "contrary", "unclear", "mention"), kind_set("AMOUNT AMOUNTS INST LIST CAD EQUAL BEGIN")
_MAY_EXERCISE = kind_set("may exercised")
_BEGIN, _ON, _CAD = kind("BEGIN"), kind("ON"), kind("CAD")


#: More readings than this are not told apart any more.
_MOST_READINGS = 8


def assemble(sentences: Sequence[Sentence], clauses: tuple[Clause, ...] = CLAUSES) -> tuple[Terms, ...]:
    """What the sentences of an award's notes can mean: its terms, once for every way of settling the ties among them."""
    phrases, dates = anaphora.resolve(sentences)
    locked = speak_of_lock_up(sentences)
    named = [gap_at(GapReason.NO_CLAUSE, f"days named in vain, or twice: {p.quote!r}", p) for p in named_in_vain(sentences)]
    several = len({str(n.value) for nodes in phrases for n in nodes if n.kind == _GRANTED}) > 1
    parts_of_it, added = naming.sizes(phrases), accrued.of_dividends(sentences)
    found: list[Terms] = []
    todo: list[tuple[int, ...]] = [()]
    while todo:
        picks = todo.pop(0)
        draft = Draft(clauses, picks, dates=dict(dates), locked=locked, several=several, against=list(named))
        naming.open_groups(draft, parts_of_it)
        for sentence, nodes in zip(sentences, phrases, strict=True):
            _add(draft, sentence, nodes)
            if len(draft.rules) > limits.AWARD_RULES:  # not only of no use to anybody: each part is held against those before it
                return (_too_many(len(draft.rules)),)
        found.append(finished(draft, added))
        for at in range(len(picks), len(draft.ties)):
            todo += [(*picks, *(0,) * (at - len(picks)), way) for way in range(1, draft.ties[at])]
        if len(found) + len(todo) > _MOST_READINGS:
            gap = Gap(GapReason.TWO_READINGS, f"the words can be read in more than {_MOST_READINGS} ways")
            return (replace(found[0], gaps=(*found[0].gaps, gap)),)
    return tuple(found)


def _too_many(rules: int) -> Terms:
    text = f"the notes state {rules} rules or more, and {limits.AWARD_RULES} is the most (limit AWARD_RULES); not dated"
    return Terms(speaks=True, gaps=(Gap(GapReason.NO_CLAUSE, text),))


def _add(draft: Draft, sentence: Sentence, nodes: list[Node]) -> None:
    """Take in one sentence, part by part between semicolons."""
    if twofold.taken_in(draft, sentence, nodes):
        return
    kinds = {n.kind for n in nodes}
    states = sentence.vests or kinds >= _SERIES or part_on_goal(nodes, alone=True)
    if not states and not of_cash(nodes, kinds):
        _define(draft, nodes)
    if sentence.too_long:
        draft.gaps.append(gap_at(GapReason.NO_CLAUSE, "the sentence is too long to be read", sentence.whole))
    if breaks_off(sentence):
        draft.against.append(gap_at(GapReason.NO_CLAUSE, "the text breaks off here", sentence.whole))
    met = says_met(sentence)
    if met:
        twofold.found_met(draft, sentence)
        if states:
            resized(draft, sentence, nodes)
        if states and (at := goal_before(sentence, nodes)):
            draft.quiet.append(sentence.place(nodes[0].start, nodes[at - 1].stop))
            draft.sizes += [n.value.units for n in nodes[:at] if n.kind == _SUBJ and n.value.units]
            nodes = nodes[at:]
    if not states or sentence.too_long:
        _quiet_sentence(draft, sentence, nodes, met)
        return
    if draft.not_in_row is not None and sentence.note == draft.not_in_row.note and goes_on(sentence):
        draft.gaps.append(gap_at(GapReason.WHICH_AWARD, "of what is left out, or of what is reported", sentence.whole))
    if of_others(sentence):
        draft.not_in_row = sentence.whole
        draft.quiet.append(sentence.whole)
        return
    if note := elsewhere.pointed(sentence, nodes):
        _define(draft, nodes)
        draft.elsewhere.append((note, sentence.whole))
        return
    if elsewhere.by_agreement(sentence, nodes):
        _define(draft, nodes)
        draft.alone.append(gap_at(GapReason.TERMS_ELSEWHERE, f"told elsewhere: {sentence.whole.quote!r}", sentence.whole))
        draft.against.append(gap_at(GapReason.NO_CLAUSE, f"may change the terms: {sentence.whole.quote!r}", sentence.whole))
        return
    said: bool | None = only_a_schedule(nodes)
    taken: list[Taken] = []
    passed: list[list[Node]] = []
    pieces = _pieces(nodes)
    for k, piece in enumerate(pieces):
        verb_follows = said is False and k + 1 < len(pieces) and nominal(piece) and any(predicates(p) for p in pieces[k + 1 :])
        said = _piece(draft, sentence, piece, True if verb_follows else said, taken, passed)
    widen(draft, sentence, taken)
    sooner(draft, taken)
    beside = any(t.stop > t.start for t in taken)
    for piece in passed:
        if amount_and_day(piece) and (beside or any(n.kind == _VERB and not n.value.noun for n in piece) or _to_exercise(piece)):
            (draft.gaps if beside else draft.against).append(_passed_over(sentence, piece))


def _define(draft: Draft, nodes: Sequence[Node]) -> None:
    for node in [n for n in nodes if n.kind in _DAYS_GIVEN]:
        if node.kind == _GRANTED:
            draft.granted += node.value if isinstance(node.value, tuple) else [node.value]
        else:
            draft.dates.setdefault(*node.value)
            (draft.granted if node.value[0] == "grant" else draft.commencing).append(node.value[1])


def _quiet_sentence(draft: Draft, sentence: Sentence, nodes: Sequence[Node], met: bool) -> None:
    """A sentence without a word of vesting may still give a size, a goal, or undo what the others say."""
    if naming.only_names(nodes):
        told_size(draft, sentence, nodes)
        return
    if [n.kind for n in nodes if n.kind not in _LINKING] == _IN_TRANCHES and nodes[-1].kind == _STOP:
        draft.headers.append((len(draft.rules), [], parts.split(list(nodes))[0]))
        return
    if not (met and resized(draft, sentence, nodes)) and not (draft.several and opens_award(draft, sentence, nodes)):
        told_size(draft, sentence, nodes)
    if quiet_but_contrary(nodes) or verbless(nodes):
        against(draft, sentence, nodes)
    elif quiet_goal(nodes) and not draft.certified and mention(words_of(sentence, nodes)) is None:
        draft.goals.append((sentence, list(nodes)))
    elif not met:
        draft.besides.append((sentence, nodes))
    else:
        met_goal(draft, sentence, nodes)


def _piece(
    draft: Draft,
    sentence: Sentence,
    nodes: list[Node],
    said: bool | None,
    taken: list[Taken],
    passed: list[list[Node]],
) -> bool | None:
    may_come_sooner = False
    if lead := leading_up(nodes):
        draft.quiet.append(sentence.place(nodes[0].start, nodes[lead - 1].stop))
        nodes = nodes[lead:]
    for node in nodes:
        if node.kind not in _REMARKED:
            continue
        if node.kind == _ACCEL:
            draft.accelerations.append(Remark("acceleration", sentence.place(node.start, node.stop)))
        elif node.kind == _COND:
            draft.conditions.append(Remark("service", sentence.place(node.start, node.stop)))
            if isinstance(node.value, Served):
                draft.statements.append(Statement("service-date", draft.conditions[-1].place, on=OnDate(node.value.until)))
        elif node.kind in (_QUIET, _PLAN):
            draft.quiet.append(sentence.place(node.start, node.stop))
            if isinstance(node.value, Fraction):
                draft.sizes.append(node.value)
            if isinstance(node.value, Ends):
                draft.statements.append(Statement("expires", draft.quiet[-1], on=node.value.on))
            if node.value == "rounding":
                draft.conditions.append(Remark("rounding", draft.quiet[-1]))
        elif node.kind == _EARLY:
            draft.early = True
        elif node.kind == _HEADER:
            draft.percentages = draft.percentages or heads_percentages(node.value)
        elif node.kind == _CLIFF:
            draft.statements.append(Statement("cliff", sentence.place(node.start, node.stop), over=node.value))
        elif node.kind == _NONE:
            draft.statements.append(Statement("not-before", sentence.place(node.start, node.stop), on=node.value))
        may_come_sooner = may_come_sooner or node.kind == _LATEST
    name = "names" if naming.only_names(nodes) and not predicates(nodes) else topic(nodes, said is not False)
    if name in _OPEN and _PARTED.isdisjoint([n.kind for n in nodes]):
        name = mention(words_of(sentence, nodes)) or name
    elif name in _OPEN:
        name = firm_mention(words_of(sentence, nodes)) or name
    if name == "withholding":
        draft.withheld += [n.value for n in nodes if n.kind == _GRANTED and n.value.__class__ is date]
    elif name != "cash":
        _define(draft, nodes)
    if name is not None:
        if name in ("mention", "delivery", "unclear") and first_date(draft, sentence, nodes):
            return said
        if name == "goal" and goes_on_waiting(draft, sentence, nodes):
            draft.quiet.append(sentence.place(nodes[0].start, nodes[-1].stop))
            return said
        if name in _PASSED:
            passed.append(nodes)
        claim(draft, sentence, nodes, name)
        return said
    draft.speaks = True
    for part in parts.split(nodes):
        if (
            (part.verb is None or part.verb.noun)
            and not has_date(part)
            and draft.rules
            and isinstance(draft.rules[-1], Pending)
            and draft.rules[-1].place.note == sentence.note
            and said is None
        ):
            continue
        before = len(draft.rules)
        take_part(draft, sentence, part)
        taken.append(Taken(part, before, len(draft.rules), nodes[0].start))
        if len(draft.rules) > before and isinstance(draft.rules[-1], Pending):
            said = None
    if may_come_sooner and draft.rules:
        _may_come_sooner(draft)
    business_days(draft, sentence, nodes)
    return True if said is not None else None


def _may_come_sooner(draft: Draft) -> None:
    """ "except that the last part will vest, if earlier, at the meeting"."""
    last = draft.rules[-1]
    if isinstance(last, Dated):
        draft.rules[-1] = replace(last, on=EarliestOf((last.on, FromAnchor("event", event="annual meeting"))))
    elif isinstance(last, Series):
        draft.rules[-1] = replace(last, latest_last=True)


def _to_exercise(nodes: Sequence[Node]) -> bool:
    """ "May (subject to performance) be exercised as to 20% before D": words of exercise that make no phrase together."""
    return {n.kind for n in nodes} >= _MAY_EXERCISE


def _passed_over(sentence: Sentence, nodes: Sequence[Node]) -> Gap:
    place = sentence.place(nodes[0].start, nodes[-1].stop)
    return gap_at(GapReason.NO_CLAUSE, f"an amount and its day beside the others, not understood: {place.quote!r}", place)


def _pieces(nodes: list[Node]) -> list[list[Node]]:
    """The sentence between its semicolons; one behind a title ("Four-year vesting; 25% a year") is a colon."""
    out: list[list[Node]] = [[]]
    for node in nodes:
        titled = node.kind == _SEMI and [n.kind for n in out[-1]] == _TITLE and out[-1][1].value.noun
        out[-1].append(replace(node, kind=_COLON) if titled else node)
        if node.kind == _SEMI and not titled:
            out.append([])
    return [p for p in out if p]
