"""A sentence's phrases into parts: who or how much, the verb, and the time slots that belong together, in whatever order they stand.

Lawyers put the amount first ("25% vests on D") or the date first ("on D, 25% vests"); a part is complete when it has both, and what
comes next opens another. Words that are no slot, no connective and no quiet phrase are the part's residue.
"""

from datetime import date
from fractions import Fraction
from typing import Any

from msgspec import Struct, field
from msgspec.structs import astuple

from vestcalc.reading.around import (
    JOIN,
    NUMBERS,
    QUIETS,
    TIMES,
    after_colon,
    as_to,
    follows_of_which,
    how_often,
    is_amount,
    is_size,
    leads_on,
    next_slot,
    of_its_own,
    stray,
    untimed,
)
from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import KINDS, kind_set
from vestcalc.terms.models import ALL, Amount, OnDate

_PRIMARY, _AFTER = kind_set("ON LIST"), kind_set("FROM")
_K = KINDS
_HEADS = kind_set(
    "following as represent include divided be the a of date same MADE grant award be one NUM INT total on in accordance schedule such"
    " below"
)
_LIMITS = kind_set("not no unless except only NEGW if")
#: "Each month from D as to 1/48": what may stand before the amount.
_LED_BY = frozenset({"ON", "CAD", "FROM", "BEGIN", "LIST"})
_ONWARD = kind_set("THEN CAD")
#: Fewer than so many are awards, "two units vest as follows", and not their size.
_MANY = 10
_SLOTTED = kind_set("ON LIST BEGIN FROM UNTIL OVER INST EQUAL THEN CAD FULLON PENDING NOTVERB")


class Part(Struct):
    """One part: `amount` or several `amounts`, `subject`, `verb`, time `slots` by name, and unclaimed nodes in `residue`.

    `bare` is a number of units without a noun; `of_which`: a share of what was just said; `granted`: the day beside its
    number; `cut`: its words lead on to another number ("30,000 less 5,000 units").
    """

    nodes: list[Node] = field(default_factory=list)
    amount: Amt | None = None
    amounts: tuple[Amt, ...] = ()
    subject: Subject | None = None
    size: Fraction | None = None
    verb: Verb | None = None
    slots: dict[str, list[Any]] = field(default_factory=dict)
    residue: list[Node] = field(default_factory=list)
    time_first: bool = False
    of_rest: bool = False
    negated: str = ""
    waits_for: str = ""
    bare: Node | None = None
    of_which: bool = False
    granted: date | None = None
    cut: bool = False
    as_to: bool = False

    @property
    def roles(self) -> frozenset[str]:
        """The names of the filled time slots."""
        return frozenset(self.slots)

    @property
    def has_amount(self) -> bool:
        """Whether an amount is said."""
        return self.amount is not None or bool(self.amounts)

    @property
    def complete(self) -> bool:
        """Whether it has an amount or a verb, and a time."""
        return bool(self.slots) and (self.has_amount or self.verb is not None)

    @property
    def start(self) -> int:
        """Where the part begins in the cleaned text; `stop`: where it ends."""
        return self.nodes[0].start

    @property
    def stop(self) -> int:
        return self.nodes[-1].stop


def split(nodes: list[Node]) -> list[Part]:
    """The parts of one sentence, in order."""
    parts: list[Part] = []
    part = Part()
    joined = False
    ahead: date | None = None
    for i, node in enumerate(nodes):
        if node.kind in QUIETS:
            if node.kind == _K["GRANTED"] and isinstance(node.value, date):
                part.granted, ahead = (node.value, None) if is_size(part.nodes, nodes, i) else (part.granted, node.value)
            if (
                node.kind == _K["GRANTED"]
                and isinstance(node.value, tuple)
                and part.amount is not None
                and part.verb is not None
                and not part.slots
            ):
                part.slots["LIST"] = [tuple(OnDate(d) for d in node.value)]
            continue
        if node.kind in JOIN:
            joined = True
            if node.kind == _K["COLON"] and (not part.slots or _counts(part)) and _headline(part, nodes[i + 1 :]):
                left = _beyond_heads(part)
                part = Part(list(left), residue=left, verb=_kept(part.verb), size=_announced(part, nodes[i + 1 :]))
            continue
        joined = joined or (i > 0 and node.start == nodes[i - 1].stop)  # a phrase that begins with a comma
        opens = _opens(part, node, nodes, i, joined)
        dangles = joined and not opens and part.has_amount and part.complete and untimed(nodes, i)
        if dangles or (node.kind in NUMBERS and stray(nodes, i, bool(part.slots) and not opens)):
            part.residue.append(node)
            part.nodes.append(node)
            continue
        if opens:
            part.cut = is_amount(node) and not joined and bool(part.residue) and not part.slots and part.verb is None
            if node.kind == _K["AMOUNT"] and not joined and nodes[i - 1] is part.nodes[-1] and nodes[i - 1].kind == _K["AMOUNT"]:
                part.residue.append(nodes[i - 1])  # "as to 25% 25% of the shares"
            parts.append(part)
            last = node.kind == _K["SUBJ"] and _all_at_last(part, nodes, i)
            part = Part(amount=Amt(ALL, node.value) if last else None)
        part.as_to = part.as_to or as_to(nodes, i)
        part.of_which = part.of_which or (not part.nodes and follows_of_which(nodes, i))
        _add(part, node)
        if ahead and is_size(part.nodes, nodes, i + 1) and not follows_of_which(nodes, i):
            part.granted = ahead
        joined, ahead = False, None
    if part.nodes:
        parts.append(part)
    return parts


def _counts(part: Part) -> bool:
    """ "The award comprises four tranches:"."""
    return part.verb is None and part.roles == {"INST"} and all(i.unit is None for i in part.slots["INST"])


def _headline(part: Part, after: list[Node]) -> bool:
    """Whether what stands before a colon only announces the details: no amount beyond a count of grants or a rest told in units."""
    amount = part.amount.amount if part.amount is not None else None
    first = next((n for n in after if is_amount(n)), None)
    counted = first is not None and first.kind not in (_K["AMOUNT"], _K["AMOUNTS"])
    few = amount is None or (amount.units is not None and amount.units < _MANY) or (amount.rest and counted) or _announced(part, after)
    return bool(few) and not part.amounts and not {n.kind for n in part.residue} & _LIMITS and not part.negated.startswith("never")


def _announced(part: Part, after: list[Node]) -> Fraction | None:
    """ "15,000 shares vest as follows: 25% of the shares vest on ...": how many the parts behind the colon are of."""
    units = part.amount.amount.units if part.amount is not None and part.bare is None else None
    first = next((n for n in after if is_amount(n)), None)
    parted = first is not None and first.kind == _K["AMOUNT"] and first.value.amount.portion not in (None, 1)
    return units if units and units >= _MANY and parted and part.verb is not None and not part.slots else None


def _kept(verb: Verb | None) -> Verb | None:
    """ "Exercisable as follows:" says of every part that it may be exercised."""
    return verb if verb is not None and verb.exercisable and not (verb.waits or verb.modal or verb.immediate) else None


_GRANTING = kind_set("granted awarded receive acquired issuance")


def _beyond_heads(part: Part) -> list[Node]:
    """What a headline says beyond announcing the details: it holds for all of them, and is not dropped with it."""
    heads = _HEADS if part.verb is None else _HEADS | _GRANTING  # "was granted units that vest as follows:"
    return [n for n in part.nodes if n.kind == _K["PENDING"] or (n in part.residue and n.kind not in heads)]


def units_amount(subject: Subject) -> Amt:
    """A number of shares that vest."""
    return Amt(Amount(units=subject.units), subject)


def _all_at_last(part: Part, nodes: list[Node], i: int) -> bool:
    """ "60% on D1 and all of the shares on D2": the whole, as a running total."""
    timed = i + 1 < len(nodes) and nodes[i + 1].kind in (_AFTER if part.roles == {"FROM"} else _PRIMARY)
    return timed and nodes[i].value.every and part.has_amount and bool(part.roles & {"ON", "LIST", "FROM"})


def _opens(part: Part, node: Node, nodes: list[Node], i: int, joined: bool) -> bool:
    """Whether this node begins a new part."""
    if not part.nodes:
        return False
    if is_amount(node):
        if part.amount is None and part.verb is not None and node.kind == _K["AMOUNT"] and node.value.but:
            return False
        if part.has_amount:
            stated = part.amount is not None and part.amount.amount.rest and not part.slots and part.verb is not None
            if stated and node.kind == _K["AMOUNT"] and node.value.amount.portion is not None:
                return False
            if part.verb is not None and part.verb.noun and part.verb.full:
                return True
            told = part.verb is not None and (part.verb.immediate or not part.verb.noun)
            sized = part.amount is not None and part.amount.amount.units is not None and (not part.slots or _in_parts(part, node))
            if told and i + 1 < len(nodes) and nodes[i + 1].kind == _K["VERB"]:  # "6,000 units that vest as follows: 25% vest on D"
                return not (sized and after_colon(nodes, i))
            return not (sized and (not of_its_own(nodes, i) or part.verb is not None))
        if joined and part.subject is not None and part.verb is not None and part.verb.noun and part.verb.full:
            return True
        if _in_parts(part, node):
            return False
        if part.roles == {"BEGIN"} and not part.has_amount and how_often(nodes[i + 1 : i + 3]):
            return False
        if part.roles <= _LED_BY and nodes[i - 1].kind == _K["QUIET"] and nodes[i - 1].value in ("at", "as to") and not joined:
            return False
        return bool(part.slots) and not part.time_first and part.complete
    if node.kind == _K["SUBJ"]:
        if _all_at_last(part, nodes, i):
            return True
        opens = i + 1 < len(nodes) and nodes[i + 1].kind in (_K["VERB"], _K["NOTVERB"])
        return opens and (part.complete or (part.subject is not None and part.verb is not None and joined))
    if node.kind == _K["VERB"]:
        told = (joined or node.value.joined) and part.has_amount and bool(part.nodes) and is_amount(part.nodes[-1])
        titled = part.verb is not None and part.verb.noun and part.roles == {"OVER"}  # "Four-year vesting: 25% vesting on D"
        return part.verb is not None and not titled and (part.complete or told)
    if node.kind == _K["INST"] and joined and part.roles & {"ON", "LIST"} and part.amount is not None and not part.amount.amount.rest:
        return True
    if node.kind in _ONWARD and part.complete and joined and i + 1 < len(nodes):
        after = nodes[i + 1]
        led = after.kind in TIMES and (as_to(nodes, i + 2) or as_to(nodes, i + 3))
        if led or (after.kind == _K["VERB"] and node.kind == _K["THEN"]):
            return True
    if node.kind in TIMES and part.complete and joined and node.value not in part.slots.get(TIMES[node.kind], ()):
        following = next_slot(nodes, i)
        if following is not None and following.kind == _K["SUBJ"] and following.value.every:
            return part.time_first and TIMES[node.kind] in ("ON", "LIST")
        return following is not None and is_amount(following) and TIMES[node.kind] in ("ON", "LIST", "THEN", "BEGIN", "FROM", "CAD")
    return joined and part.complete and node.kind not in _SLOTTED and leads_on(nodes, i)


def _in_parts(part: Part, node: Node) -> bool:
    """ "In four annual installments of 15%, 20%, 30% and 35%": amounts of what was counted, or dated, before them."""
    return node.kind == _K["AMOUNTS"] and part.roles in ({"INST"}, {"LIST"}, {"INST", "BEGIN"})


def _add(part: Part, node: Node) -> None:
    if node.kind in TIMES and part.verb is not None and part.verb.settles:
        if TIMES[node.kind] == "UNTIL":
            part.residue.append(node)
        return
    if node.kind in TIMES:
        if not part.slots and not part.has_amount and (part.verb is None or not part.nodes):  # a verb may be kept from before the colon
            part.time_first = True
        part.slots.setdefault(TIMES[node.kind], []).append(node.value)
    elif is_amount(node) and part.bare is not None and node.kind not in NUMBERS:
        part.residue.append(part.bare)
        part.amount = part.bare = None
        _add(part, node)
        return
    elif is_amount(node) and part.amount is not None and part.amount.amount.units is not None:
        part.size, part.amount = part.amount.amount.units, None
        _add(part, node)
        return
    elif node.kind == _K["AMOUNT"]:
        part.of_rest = part.amount is not None and part.amount.amount.rest
        part.amount = node.value
    elif node.kind == _K["AMOUNTS"]:
        part.amounts = node.value
    elif node.kind in NUMBERS:
        part.amount, part.bare = Amt(Amount(units=Fraction(node.value))), node
    elif node.kind == _K["SUBJ"]:
        if node.value.units is not None and part.amount is None:
            part.amount = units_amount(node.value)
        if part.subject is None or part.subject.units is None or node.value.units is not None:
            part.subject = node.value
    elif node.kind == _K["VERB"]:
        part.verb = node.value if part.verb is None else _merged(part.verb, node.value)
    elif node.kind == _K["PENDING"]:
        part.waits_for = node.value
    elif node.kind == _K["NOTVERB"]:
        part.negated = node.value
    else:
        part.residue.append(node)
    part.nodes.append(node)


def _merged(a: Verb, b: Verb) -> Verb:
    return Verb(*[x or y for x, y in zip(astuple(a), astuple(b), strict=True)])
