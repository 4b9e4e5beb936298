"""One part into rules: claimed by a clause, pending on a goal or an event, or a gap.

In: a part of a sentence and what has been gathered so far. Out: the draft with the part's rules, sizes, statements or gaps.
"""

from fractions import Fraction
from itertools import chain, islice

from msgspec.structs import replace

from vestcalc.gaps import Gap, GapReason
from vestcalc.late import late
from vestcalc.reading import parts, residue
from vestcalc.reading.around import TIMES
from vestcalc.reading.besides_words import UNDOING
from vestcalc.reading.built import adding_up, take_built
from vestcalc.reading.clauses import claims
from vestcalc.reading.clauses.base import Built, Context
from vestcalc.reading.draft import Draft, base_moment, exercised, gap_at, shared_out
from vestcalc.reading.grammar import Node
from vestcalc.reading.naming import open_group, regroup
from vestcalc.reading.nested import headed
from vestcalc.reading.pend import pend
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.installments import Inst
from vestcalc.reading.retold import begins_series, first_of_series, said_of_list, said_of_series
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.sizes import granting, sized
from vestcalc.reading.spans import led_by_span
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.span import Place
from vestcalc.terms.models import ALL, REST, Amount, Dated, FromAnchor, Moment, OnDate, Period, Statement

_LISTING = kind_set("include represent")
_INCLUDE, _HELD = kind_set("include"), kind("held")
_BARE = frozenset(["ON", "LIST", "CAD", "FROM", "BEGIN", "THEN", "FULLON"])
_DAYS_ONLY = (frozenset(["BEGIN", "CAD"]), frozenset(["BEGIN", "CAD", "THEN"]), frozenset(["LIST"]))
_GRANTING = kind_set("granted awarded receive acquired")
_LIMITING = kind_set("NEGW not no unless except only")
#: "Contingent upon an offering the director was granted 9,000 units": what a grant itself may wait for.
_UNSURE = kind_set("contingent if unless only pending condition approval not no")
#: Small words that open a sentence or join its parts and say nothing of their own.
_LEADING = kind_set("represent include grant award granted REPR following schedule as be comes occur the a of amount number total reported")
#: "The options vest one quarter after the date of grant": one quarter of them, or three months after it.
_THREE_MONTHS = Period(months=3)
_QUARTER = late(r"(?i)\b(?:one|a|three)[ -]quarters? (?:after|from|following)\b")
#: What lapses when something vests: restrictions, a right of the company's. Units that lapse are lost.
_UNTIED = late(r"(?i)restrict|repurchase|forfeit|\bright\b|\brisk|\bconditions?\b|\bperiod\b|\bperformance\b|\block")
#: "Subject to those conditions", "to the extent earned": the goals that were told before.
_THOSE = "subject to those such these the that condition conditions extent so earned satisfied met are is have been satisfaction of"
_POINTING_BACK = frozenset(_THOSE.split())
_THAN, _AMOUNT = kind("than"), kind("AMOUNT")
#: Before a day these want a noun or a day of their own.
_CUT_SHORT = kind_set("following the of a")


def take_part(draft: Draft, sentence: Sentence, part: parts.Part) -> None:
    """Take in one part: as what it plainly is, as pending, or by the clause that claims it."""
    if _told(draft, sentence, part):
        return
    place = sentence.place(part.start, part.stop)
    if part.verb is not None and part.verb.lapse and not _UNTIED.search(sentence.cleaned.text, sentence.nodes[0].start, part.stop):
        draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"lapses, or is lost: {place.quote!r}", place))
        return
    kind = None if draft.certified and not part.waits_for else residue.goal_of(part)
    if kind is not None and not (kind == "liquidity" and draft.liquid and not part.waits_for):
        pend(draft, sentence, part, kind)
        return
    if _lone_size(draft, sentence, part):
        return
    _of_lone_size(draft, sentence, part)
    _left_out(draft, part)
    if _at_a_rate(draft, sentence, part):
        return
    led_by_span(draft, sentence, part)
    subjects = [s for s in (part.subject, part.amount.subject if part.amount else None) if s is not None]
    draft.original = draft.original or any(s.original for s in subjects)
    _under_header(draft, part)
    _sized_by_installments(part)
    _whole_in_parts(sentence, part)
    if part.verb is None and not part.has_amount and part.subject is not None and part.subject.every and part.roles == {"ON"}:
        part.amount = Amt(ALL, part.subject)
    bare = part.verb is None and part.subject is None and not part.has_amount
    if bare and part.roles <= _BARE and part.roles & {"ON", "LIST", "CAD"}:
        _no_clause(draft, sentence, part)
        return
    if part.verb is not None and part.verb.modal:
        draft.against.append(gap_at(GapReason.UNKNOWN_WORDS, f"may vest, or may not: {place.quote!r}", place))
    if not part.has_amount and not _quarterly(part) and _QUARTER.search(sentence.cleaned.text, part.start, part.stop):
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, f"so many quarters of them, or of a year: {place.quote!r}", place))
        return
    if part.amount is not None and part.amount.first and part.roles == {"ON"} and first_of_series(draft, sentence, part):
        return
    if begins_series(draft, sentence, part) or said_of_series(draft, sentence, part) or said_of_list(draft, sentence, part):
        return
    regroup(draft, sentence, part)
    span = draft.span[0] if draft.span else None
    known = (base_moment(draft), shared_out(draft), exercised(draft), _bound(draft))
    ctx = Context(place, draft.group, len(draft.own_rules), span, draft.start, *known)
    found = claims(part, ctx, draft.clauses)
    _leave(draft, sentence, part)
    if not found:
        if not (_only_named(draft, part) or headed(draft, part, _no_rule(place))):
            draft.gaps.append(_no_rule(place))
    elif _unsaid(part, found[0]):
        draft.gaps.append(gap_at(GapReason.NO_CLAUSE, f"how much vests is not said: {place.quote!r}", place))
    else:
        ways = adding_up(draft, part, [way for built in found for way in (built, *built.others)])
        take_built(draft, sentence, part, ways[draft.pick(len(ways))] if len(ways) > 1 else ways[0])


def _quarterly(part: parts.Part) -> bool:
    """ "In 16 equal quarterly installments beginning one quarter after the grant": so many quarters of a year."""
    return any(getattr(v, "unit", None) == _THREE_MONTHS for name in ("INST", "CAD") for v in part.slots.get(name, ()))


def _under_header(draft: Draft, part: parts.Part) -> None:
    """ "Vests in four tranches of 25%. The first tranche vests on D and the others yearly": the days of what was announced before."""
    if not draft.headers or draft.headers[-1][0] != len(draft.rules) or part.has_amount or part.subject is not None or part.residue:
        return
    if part.roles in _DAYS_ONLY:
        announced = draft.headers[-1][2]
        part.slots["INST"], part.verb = announced.slots["INST"], announced.verb
        part.amount, part.amounts = announced.amount, announced.amounts


def _sized_by_installments(part: parts.Part) -> None:
    """ "8,174 units vest in two installments of 2,697 on D1 and D2 and one of 2,780 on D3": the number before them is that of all."""
    told = part.amount.amount.units if part.amount is not None else None
    each = next((i.units for i in part.slots.get("INST", ()) if i.units and i.times), None)
    if told and each and part.roles == {"INST", "LIST"} and each * sum(map(len, part.slots["LIST"])) < told:
        part.size, part.amount = told, None
    each_time = part.amount.amount.portion if part.amount is not None else None
    if each_time and each_time < 1 and part.slots.get("CAD") and part.slots.get("INST") == [Inst()]:  # "25% a year in equal parts"
        del part.slots["INST"]


def _whole_in_parts(sentence: Sentence, part: parts.Part) -> None:
    """ "Includes 4,000 units that vest annually over three years": all of them do, and not so many each year."""
    verb, amount, paces = part.verb, part.amount, part.slots.get("CAD", [])
    if verb is None or amount is None or not amount.amount.units or amount.subject is None or amount.subject.some or len(paces) != 1:
        return
    first = verb.noun and sentence.nodes[0].start == part.start
    often = next((sentence.cleaned.text[n.start : n.stop].lower().lstrip(", ") for n in part.nodes if n.value is paces[0]), "")
    if (verb.relative or first) and part.roles & {"OVER", "UNTIL"} and often.endswith(("ly", " basis")):
        part.slots.setdefault("EQUAL", [True])


def _told(draft: Draft, sentence: Sentence, part: parts.Part) -> bool:
    """Parts that promise nothing: what has not vested, a second verb that adds nothing, stray words, a grant told in passing."""
    if part.negated:
        _not_vested(draft, sentence, part)
        return True
    empty = not part.slots and not part.has_amount
    if part.verb is not None and part.verb.exercisable and part.roles == {"OVER"} and not part.has_amount and part.slots["OVER"][0].term:
        place = sentence.place(part.start, part.stop)
        draft.alone.append(gap_at(GapReason.MISSING_FREQUENCY, f"since when it may be exercised is not said: {place.quote!r}", place))
        return not part.residue
    adds_nothing = empty and not part.residue and not part.waits_for
    told = part.amount
    if (
        part.verb is None
        and told is not None
        and told.amount.rest
        and not (told.but or part.slots or part.residue or part.waits_for)
        and draft.rules
    ):
        place = sentence.place(part.start, part.stop)  # "Of the remainder, half vests on D"
        draft.headers.append((len(draft.rules), [gap_at(GapReason.NO_CLAUSE, f"no rule for: {place.quote!r}", place)], part))
        return True
    if part.verb is not None and adds_nothing and draft.rules and (not part.verb.immediate or _at_once(draft)):
        if (part.verb.full and part.verb.state) or (part.verb.bare == "vested" and (part.verb.state or part.verb.noun)):
            # "the units are fully vested", "fully vested", told beside their dates: none may lie ahead
            place = sentence.place(part.start, part.stop)
            draft.statements.append(Statement("reported-remaining", place, on=FromAnchor("report"), number=Fraction(0)))
        return True
    if part.verb is None and empty and not part.waits_for:
        left = [n for n in part.residue if n.kind not in _LEADING]
        draft.gaps += residue.gaps(sentence, part.residue if part.subject is None or residue.event_kind(part.residue) else left)
        return True
    given = part.verb is None and part.amount is not None and part.amount.amount.units and {n.kind for n in part.residue} & _GRANTING
    if given:
        granting(draft, sentence, part)
        draft.gaps += residue.gaps(sentence, [n for n in part.residue if n.kind in _UNSURE])
    return bool(given)


def _at_once(draft: Draft) -> bool:
    """Whether all of it vests at once already: "fully vested on grant; exercisable immediately"."""
    return all(isinstance(r, Dated) and r.immediate for r in draft.rules)


def _lone_size(draft: Draft, sentence: Sentence, part: parts.Part) -> bool:
    """A number of shares with neither verb nor time: the size of the award, with what vests beside it in the same sentence."""
    if part.amount is None or part.amount.amount.units is None or part.slots or part.verb is not None or part.as_to:
        return False
    beside = draft.rules[-1].place.note == sentence.note if draft.rules else any(n.kind == _HELD for n in part.residue)
    if not part.cut and beside and not draft.named and _opening(sentence) & _INCLUDE:
        draft.gaps += residue.gaps(sentence, [n for n in part.residue if _takes_away(n)])
        return True
    sized(draft, sentence, part.amount.amount.units)
    draft.lone_size = (sentence, part.amount.amount.units)
    _leave(draft, sentence, part)
    return True


def _takes_away(node: Node) -> bool:
    """ "Other than 10,000 shares", "minus 5,000"."""
    return node.kind in _LIMITING or node.kind == _THAN or node.word in UNDOING


def _at_a_rate(draft: Draft, sentence: Sentence, part: parts.Part) -> bool:
    """ "30% vest at the rate of 2.5% per month during the second year": all of it, and so much of it each time."""
    told, all_of_it, draft.rate = part.amount, draft.rate, None
    if told is not None and told.amount.portion and part.verb is not None and part.verb.bare == "of" and not part.slots:
        draft.rate = told.amount.portion
        _leave(draft, sentence, part)
        return True
    each, often = told.amount.portion if told is not None else None, part.slots.get("CAD", [])
    if all_of_it is not None and (each is None or len(often) != 1 or (all_of_it / each).denominator != 1):
        _no_clause(draft, sentence, part)
    elif all_of_it is not None and each is not None and not often[0].times:
        part.slots["CAD"] = [replace(often[0], times=int(all_of_it / each))]
    return False


def _left_out(draft: Draft, part: parts.Part) -> None:
    """ "All but 3,000 of them are vested. The other 3,000 vest on D": the number that was left out, told with its days."""
    told = part.amount
    if told is None or told.but:
        draft.left_out = told.but if told is not None and told.but else draft.left_out
    elif draft.left_out and draft.left_out == (told.subject.units if told.amount.rest else told.amount.units):
        part.amount = Amt(Amount(units=draft.left_out), told.subject)
        part.residue = [n for n in part.residue if n.word not in ("those", "other")]


def _of_lone_size(draft: Draft, sentence: Sentence, part: parts.Part) -> None:
    """ "Consists of 4,500 shares, of which 1,500 vest on ..., and 2,000 shares which vest on ...": parts of the first of several awards."""
    told, draft.lone_size = draft.lone_size, None
    if told is None or told[0] is not sentence or not part.of_which or not _opening(sentence) & _LISTING or draft.named or part.granted:
        return
    if draft.sizes[-1:] == [told[1]]:
        draft.sizes.pop()
    open_group(draft, told[1], part)


def _not_vested(draft: Draft, sentence: Sentence, part: parts.Part) -> None:
    """ "2,637,455 of the shares have not vested": what remains, to be compared."""
    place = sentence.place(part.start, part.stop)
    if part.negated == "told" and part.amount is not None and part.amount.amount.units is not None and not part.residue:
        on = next((m for m in part.slots.get("ON", ()) if isinstance(m, OnDate)), FromAnchor("report"))
        draft.statements.append(Statement("reported-remaining", place, on=on, number=part.amount.amount.units))
    elif residue.event_kind(part.residue):
        pend(draft, sentence, part, residue.event_kind(part.residue) or "other")
    else:
        draft.gaps.append(gap_at(GapReason.UNKNOWN_WORDS, f"not understood: {place.quote!r}", place))


def _leave(draft: Draft, sentence: Sentence, part: parts.Part) -> None:
    """What is left over are gaps, but for small words that lead in: "half of the on March 10" has lost what it is half of."""
    before_times = {n.start for n in part.nodes if n.kind in TIMES}
    left = [n for n in part.residue if n.kind not in _LEADING or (n.kind in _CUT_SHORT and n.stop + 1 in before_times)]
    if draft.goals and _POINTING_BACK.issuperset([n.word for n in part.residue]):  # all of it waits for them
        left = []
    draft.gaps += residue.gaps(sentence, left)


def _only_named(draft: Draft, part: parts.Part) -> bool:
    """ "Half vests on service (the "Time Options")": the name of a part, whose days are told where it is next spoken of, or are not."""
    return bool(draft.named) and not part.slots and part.amount is not None and part.amount.subject.defines


def _no_clause(draft: Draft, sentence: Sentence, part: parts.Part) -> None:
    draft.gaps.append(_no_rule(sentence.place(part.start, part.stop)))


def _no_rule(place: Place) -> Gap:
    return gap_at(GapReason.NO_CLAUSE, f"no rule for: {place.quote!r}", place)


def _bound(draft: Draft) -> Moment | None:
    """The day before which nothing vests, where the words before say so."""
    waiting = (draft.rules[i] for i in draft.waiting if i < len(draft.rules))
    told = chain((s.on for s in draft.statements if s.kind == "not-before"), (r.on for r in waiting if isinstance(r, Dated)))
    two = list(islice(told, 2))
    return two[0] if len(two) == 1 else None


def _unsaid(part: parts.Part, built: Built) -> bool:
    """ "3,000 vest on D and vest on E": neither how much nor what."""
    bare = part.amount is None and not part.amounts and part.subject is None and part.verb is not None and not part.verb.full
    return bare and [(type(r), r.amount) for r in built.rules] == [(Dated, REST)]


def _opening(sentence: Sentence) -> frozenset[str]:
    """The kinds at the opening of a sentence."""
    return frozenset(n.kind for n in sentence.nodes[:3])
