"""Sentences with a word of vesting that state no schedule: withholding, settlement, acceleration, forfeiture, delivery, mere mention.

In: the phrases of one sentence (or of one part of it between semicolons). Out: the topic's name, or None when the sentence states
terms and every word of it must be accounted for. A topic is recognised by what must stand in it and by what must not.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.reading.earning import part_on_goal, to_earn, vests_on_goal
from vestcalc.reading.ending import ending, of_the_price
from vestcalc.reading.exercising import of_early_exercise
from vestcalc.reading.expiry import lost_unvested
from vestcalc.reading.forfeiting import exercisable_on, forfeited, forfeits, lapse_of_award, vests_on
from vestcalc.reading.grammar import Node
from vestcalc.reading.had_come import has_happened
from vestcalc.reading.leaving import (
    accelerates,
    has_vested,
    may_come,
    of_a_fraction,
    of_what_vested,
    on_leaving,
    on_service,
    waits,
)
from vestcalc.reading.on_trigger import on_trigger
from vestcalc.reading.phrases.quiet import CLAWBACK
from vestcalc.reading.predicates import announces, of_dividends, predicates
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, OnDate

_FOR_ONE = kind("for")
_ON = kind("ON")
_DAYS = kind_set("ON FROM")
_RESTRICTS, _ENDS = kind_set("restriction restricted"), kind_set("end expire")
_COMMAS = kind_set("COMMA SEMI and")
_NO, _NONE, _VERB = map(kind, ["no", "NONE", "VERB"])
_SCHEDULE = kind_set("INST CAD LIST EQUAL AMOUNTS")
_OVER, _EARLY = kind("OVER"), kind("EARLY")
_AMOUNTS = kind_set("AMOUNT NUMBER")
#: "Balance represents restricted stock units not vested."
_BALANCE = list(map(kind, ["AMOUNT", "represent", "SUBJ", "not", "VERB"]))
_SUBJ = kind("SUBJ")
_FINE = kind_set("AMOUNT")
_TIMES = kind_set("ON LIST BEGIN FROM UNTIL OVER INST THEN CAD EQUAL")
_TAX = kind_set("withheld tax")
_TRIGGER = kind_set("death disability retirement terminate change TERMINW LIQUID AGEW accelerate CONTROLW")
_UNEVEN = frozenset(["unequal", "irregular", "varying", "variable", "different", "lesser"])
_SUCCESSOR = frozenset(["successor", "acquirer", "acquiror"])
_DELIVER = kind_set("delivered settle PAYW receive right ACTW")
#: What a mention of vesting may be about.
HEADS = (
    _TAX
    | _DELIVER
    | kind_set(
        "represent include dividend MADE INSTRU acquired issuance granted awarded purchase transaction MEMOW exercised held report"
        " GRANTED REPR QUIET PLAN"
    )
)
_VESTING = kind_set("VERB vest vested vesting unvested exercisable lapses released")
_DATED = kind_set("ON LIST CAD INST")
#: What is passed over because it may never come.
_TO_COME = frozenset(["acceleration", "forfeiture"])
_LIMITS = kind_set("unless except only")
_SUBJECT, _WAITS, _PAID = kind_set("subject"), kind_set("PENDING"), kind_set("dividend tax withheld")
_DELIVERED = _DELIVER | _PAID
_CALENDAR = kind_set("MONTHYEAR MONTHDAY MONTHDAYS YEARS")
#: A day that is not whole: "vesting on April 6, less than 2021".
_BROKEN = kind_set("MONTH MONTHDAY")
_NOT, _NOTVERB, _NEGW = kind("not"), kind("NOTVERB"), kind("NEGW")
_GOALS = kind_set("PERFW goal milestone market LIQUID approval certification")
_SO_FAR = kind_set("no SUBJ VERB NOTVERB STOP SEMI COMMA DET of")
_AMOUNT, _COLON = kind("AMOUNT"), kind("COLON")
_WITHHELD, _ACCELERATE, _MONEY = map(kind, ["withheld", "accelerate", "MONEY"])
_STATED, _MANY = kind_set("ON LIST"), kind_set("INST CAD LIST BEGIN AMOUNTS")
_MUST_WAIT, _TOLD, _TIMES_OR_TAX, _FINE_OR_GOALS = _MANY | _WAITS | _LIMITS, _TIMES | _AMOUNTS, _TIMES | _TAX, _FINE | _GOALS
_DENIES = _LIMITS | kind_set("NOTVERB no not")
_CONDITIONAL = kind_set("CONDW contingent condition only")
_REPORT = FromAnchor("report")
_OPENING = kind_set("SUBJ DET QUIET COMMA")
_BOUND = kind_set("NONE STOP SEMI COMMA and COND QUIET ENUM")
_TITLE = kind_set("VERB when exercise schedule period date and of the SUBJ STOP COLON same as accelerate ENUM term condition HEADER")


def _triggers(nodes: Sequence[Node]) -> bool:
    """Whether something is spoken of upon which awards vest at once; "the replacement options" are no such thing."""
    return any(n.word in _SUCCESSOR for n in nodes) or any(
        n.kind in _TRIGGER and not (n.value in ("replacement", "assumed") and after == _SUBJ)
        for n, after in zip(nodes, [*(m.kind for m in nodes[1:]), ""], strict=True)
    )


def _dated_first(nodes: Sequence[Node]) -> bool:
    """Whether a date stands before the event, or amounts beside several dates: "vests on D, but at once on a change in control"."""
    if sum(n.kind in _DAYS and isinstance(getattr(n.value, "moment", n.value), OnDate) for n in nodes) > 1 and not _AMOUNTS.isdisjoint(
        [n.kind for n in nodes]
    ):
        return True
    for node, after in pairwise([*nodes, nodes[-1]]):
        if node.kind in _TRIGGER:
            return False
        if node.kind == _OVER and not (node.value.term or (nodes[0].word == "if" and waits(getattr(after.value, "moment", None)))):
            return True
        if node.kind == _ON and any(_dates(m) for m in getattr(node.value, "of", (node.value,))):
            return True
    return False


def _states(nodes: Sequence[Node]) -> bool:
    """Whether the sentence opens by telling what is: "the units are fully vested and will be paid upon retirement"."""
    for node in nodes[:4]:
        if node.kind == _VERB:
            return bool(node.value.full and node.value.state)
        if node.kind not in _OPENING:
            return False
    return False


def _dates(m: object) -> bool:
    """Whether a moment is a date or counts from an anchor."""
    return isinstance(m, OnDate) or (isinstance(m, FromAnchor) and m.anchor != "event")


def _contrary(nodes: Sequence[Node], every: set[str]) -> bool:
    """Whether a negation or a restriction stands by the words of vesting: "none of the shares will vest", "only half"."""
    kinds = [n.kind for n in nodes]
    if _NEGW in every and (_NEGW, _NEGW) in pairwise(kinds):  # "without however"
        return True
    if every.isdisjoint(_DENIES):
        return False
    if _NOTVERB in kinds and (
        any(n.kind == _NOTVERB and n.value.startswith("never") for n in nodes) or not any(n.kind == _SUBJ and n.value.units for n in nodes)
    ):
        return True
    if not _LIMITS.isdisjoint(kinds) and _DELIVERED.isdisjoint(kinds):
        return True
    if _NO not in kinds and _NOT not in kinds:
        return False
    for i, k in enumerate(kinds):
        if k == _NO and i + 1 < len(kinds) and kinds[i + 1] == _SUBJ and _VERB in kinds[i + 2 : i + 4]:
            return True
        if k == _NOT and _VERB in kinds[i : i + 5]:
            return True
    return False


def topic(nodes: Sequence[Node], said_before: bool = False) -> str | None:
    """The name of the topic that claims these phrases whole, or None when they state terms.

    "contrary" and "unclear" are claimed only where the notes state no terms: beside terms they are gaps.
    """
    named = _topic(nodes, said_before)
    return "contrary" if named in _TO_COME and has_happened(nodes) else named


def _topic(nodes: Sequence[Node], said_before: bool) -> str | None:
    kinds = {n.kind for n in nodes}
    if (kinds <= _TITLE and _titles(nodes)) or _of_balance(nodes):
        return "mention"
    said = predicates(nodes)
    if kinds <= _SO_FAR and _not_yet(nodes):
        return "not-yet"
    if _NONE in kinds and not said and kinds.isdisjoint(_TOLD):  # nothing but a bound, and words that may lift it
        return "bound" if kinds <= _BOUND else "contrary"
    if _NONE in kinds:
        return None
    if of_a_fraction(nodes, kinds) or of_the_price(nodes, said):
        return "mention"
    schedule = kinds & _SCHEDULE
    first = [n.kind for n in nodes[:6]]
    if kinds & _TAX and (not schedule or _WITHHELD in first) and not (said and kinds & _FINE and _WITHHELD not in kinds):
        return "withholding"
    if lapse_of_award(nodes, kinds) and not exercisable_on(nodes):
        return "contrary" if nodes[0].word in _UNEVEN or any(n.kind == _VERB and n.value.bare == "lapsed" for n in nodes) else "forfeiture"
    if _ACCELERATE in kinds and kinds & _STATED and any(n.word == "accelerated" for n in nodes):
        return "accelerated"
    if (
        said
        and kinds.isdisjoint(_MUST_WAIT)
        and nodes[0].word not in _UNEVEN
        and _triggers(nodes)
        and not (_dated_first(nodes) or _states(nodes) or vests_on(nodes))
    ):
        return "contrary" if has_vested(said, nodes) else "acceleration"
    if (
        may_come(nodes, kinds)
        or on_trigger(nodes, kinds)
        or (not said and (on_service(nodes, kinds) or accelerates(nodes, kinds) or on_leaving(nodes, kinds)))
    ):
        return "acceleration"
    if not said and forfeited(nodes, kinds):
        return "contrary"
    if not said and part_on_goal(nodes):
        return None
    if said_before and kinds & _TIMES and any(n.kind in _AMOUNTS or (n.kind == _SUBJ and (n.value.units or n.value.every)) for n in nodes):
        return None
    if forfeits(nodes, kinds) and not (said and _OVER in kinds):
        return "forfeiture"
    if not said and lost_unvested(nodes) is not None:
        return "forfeiture"
    if of_dividends(nodes):
        return "dividends"
    if _EARLY in kinds and kinds.isdisjoint(_TIMES):
        return "early" if of_early_exercise(nodes, kinds) else "contrary"
    if end := ending(nodes, said):
        return end
    if of_cash(nodes, kinds):
        return "cash"
    if _NOTVERB in kinds and any(n.value == _REPORT for n in nodes) and any(n.kind == _SUBJ and n.value.units for n in nodes):
        return None
    return _mention(nodes, kinds, bool(said), bool(schedule), said_before)


def _of_balance(nodes: Sequence[Node]) -> bool:
    """ "Balance represents restricted stock units not vested": as it is, and not as it will be."""
    return [n.kind for n in nodes[:5]] == _BALANCE and not nodes[6:] and nodes[4].value.bare == "vested" and not nodes[4].value.modal


def _not_yet(nodes: Sequence[Node]) -> bool:
    """ "None of these options are currently exercisable.": what was vested on the day of the report."""
    some = any(n.kind == _SUBJ and (n.value.units or n.value.unvested) for n in nodes)
    none = any(n.kind == _NO for n in nodes)
    now = nodes[0].kind == _NO and any(n.kind == _VERB and n.value.now for n in nodes)
    once = sum(n.kind in (_VERB, _NOTVERB) for n in nodes) == 1
    return once and not some and (now or any(n.kind == _NOTVERB and n.value == "now" and not none for n in nodes))


def _titles(nodes: Sequence[Node]) -> bool:
    """ "Vesting and Exercisability.", "Exercise schedule: same as vesting schedule.": a heading, or a pointer to one."""
    when = nodes[0].word == "when"
    bare = ("vesting", "exercisable") if when else ("vesting",)
    return all((n.kind != _VERB or (n.value.bare in bare and n.value.noun)) and (n.kind != _SUBJ or not n.value.units) for n in nodes)


def _mention(nodes: Sequence[Node], kinds: set[str], said: bool, schedule: bool, said_before: bool) -> str | None:
    """Whether vesting is merely spoken of, and how."""
    contrary = _contrary(nodes, kinds)
    told = contrary and not any(n.kind in _TIMES and not waits(n.value) and n.value != _REPORT for n in nodes)
    if told and not schedule and kinds.isdisjoint(_FINE_OR_GOALS) and not (said and kinds & _LIMITS):
        return "contrary"
    if not said and kinds.isdisjoint(_TIMES_OR_TAX) and to_earn(nodes):
        return "goal"
    if not said and not schedule:
        if announces(nodes):
            return None
        if of_what_vested(nodes):
            return "delivery"
        event = any(n.kind in _TIMES and waits(n.value) for n in nodes)
        conditional = kinds & _CONDITIONAL
        if ((kinds & _GOALS and (conditional or kinds & _SUBJECT)) or (event and conditional) or kinds & _WAITS) and not kinds & _TAX:
            return "goal"
        if contrary:
            return "contrary" if told else None
        if conditional_noun(nodes, kinds):
            return "unclear"
        dated = kinds & _CALENDAR or any(n.kind in _DATED and not waits(n.value) for n in nodes)
        if said_before and not kinds & _VESTING and not kinds & HEADS and dated:
            return None
        if (to_earn(nodes) and not kinds & _TAX) or vests_on_goal(nodes, kinds):
            return "goal"
        if _COLON in kinds and kinds & _VESTING and sum(n.kind == _AMOUNT for n in nodes) > 1:  # a table, whatever leads in to it
            return None
        if any(a.word.startswith("defer") and b.kind == _VERB and b.value.noun for a, b in pairwise(nodes)):
            return "unclear"
        exchanged = any(a.kind == _VERB and a.value.exercisable and b.kind == _FOR_ONE for a, b in pairwise(nodes))
        ends = kinds & _RESTRICTS and kinds & _ENDS
        if kinds & _BROKEN and _day_broken(nodes):
            return None
        return (
            "mention"
            if (kinds & HEADS or any(n.value == CLAWBACK for n in nodes) or exchanged or not kinds & _VESTING) and not ends
            else "unclear"
        )
    if not said and kinds & _DELIVER and not kinds & _FINE:
        return "delivery"
    return None


def _day_broken(nodes: Sequence[Node]) -> bool:
    """ "Vesting on April 6, less than 2021": a month is named behind the verb, and no day made of it."""
    return any(a.kind == _VERB and any(b.kind in _BROKEN for b in nodes[i : i + 3]) for i, a in enumerate(nodes))


_UPON = kind_set("on after following")


def conditional_noun(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Vesting of the options is subject to the filing of a prospectus": a condition that is no service."""
    opening = [i for i, n in enumerate(nodes[:3]) if n.kind == _VERB and n.value.bare == "vesting"]
    return bool(opening) and bool(kinds & _SUBJECT) and not (opening[0] and nodes[opening[0] - 1].kind in _UPON)


def of_cash(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "A cash award of $50,000": its dates are not those of the shares."""
    return _MONEY in kinds and any(n.kind == _SUBJ and n.value.cash and n.value.units is None for n in nodes)
