"""Days that make one list or series, once all else is read: "on D and on each of the next two anniversaries thereof".

Leave LIST, CAD and QUIET from the slots of time that stand side by side.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.defined import Defined
from vestcalc.reading.phrases.events import EITHER_EVENT
from vestcalc.reading.phrases.installments import Inst
from vestcalc.reading.phrases.moments import THAT, THE_NEXT, moment
from vestcalc.reading.phrases.quiet import SERVED_UNTIL
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import CalendarDay, FromAnchor, Moment, OnDate, Period

_END = "(?= COMMA? (STOP|SEMI|COND|QUIET|ACCEL|DEF))"


def _joined(m: Match) -> tuple[Moment, ...] | None:
    """ "on the grant date and on each of its first three anniversaries": one list of dates."""
    both = [m["a"], m["b"]]
    found = tuple(one for side in both for one in (side if isinstance(side, tuple) else (side,)))
    return found if len(set(found)) == len(found) and not _named(found) else None


def _named(days: Sequence[Any]) -> bool:
    """Whether a day among them is given a name, which a list would lose."""
    return any(isinstance(day, Defined) for day in days)


def _days(m: Match) -> tuple[Moment, ...] | None:
    """ "In four equal parts as follows: on D1, on D2, on D3 and on D4"."""
    found = tuple(m.values("ON"))
    return found if all(isinstance(one, OnDate) for one in found) and len(set(found)) == len(found) else None


def _for_so_long(cadence: Cadence, m: Match) -> Cadence:
    """ "25% on D and each year thereafter for three years": three more dates, where the parts come to all of it only so."""
    over: Period = m["o"].length.period
    times = over.months // cadence.unit.months if cadence.unit.months and not over.days else 0
    parts = [n.value.amount.portion for n in m.nodes if n.kind == _AMOUNT]
    return replace(cadence, times=None if cadence.times or m["o"].most or parts != [Fraction(1, times + 1)] else times)


def _and_the_next(m: Match) -> tuple[Moment, ...] | None:
    """ "on D and on each of the next two anniversaries thereof": three dates."""
    first, cadence = m["a"], _for_so_long(m["c"], m) if m.has("o") else m["c"]
    if (
        not cadence.times
        or (cadence.calendar and cadence.calendar != _same_calendar(first))
        or cadence.start
        or not cadence.unit
        or cadence.after not in (None, first, moment(Anchor("that")))
    ):
        return None
    later = [moment(first, cadence.unit * k) for k in range(1, cadence.times + 1)]
    return (first, *(one for one in later if one is not None)) if None not in later else None


def _and_those_after(m: Match) -> tuple[Moment, ...] | None:
    """ "Beginning on D and on each of the next two anniversaries thereof": three dates."""
    after = [one for one in m["b"] if isinstance(one, FromAnchor) and one.event in (THAT["that"], THE_NEXT)]
    later = [day for one in after if (day := moment(m["a"], one.plus)) is not None]
    return (m["a"], *later) if len(later) == len(m["b"]) else None


def _each_next(m: Match) -> Cadence | None:
    """ "And each subsequent tranche on the next anniversary of that date"."""
    on = m["o"]
    that = isinstance(on, FromAnchor) and on.event == THAT["that"] and on.plus == Period(months=12)
    return Cadence(Period(months=12)) if that and "each" in m.words() else None


def _same_calendar(m: Moment) -> tuple[CalendarDay, ...]:
    return (CalendarDay(m.date.day, m.date.month),) if isinstance(m, OnDate) else ()


def _ranked(m: Match) -> tuple[Moment, ...] | None:
    """ "The first on D1, the second on D2 and the third on D3"."""
    days = tuple(m.values("ON"))
    return (m["a"], *days) if m.values("ORD", "r") == list(range(2, len(days) + 2)) and not _named(days) else None


_AMOUNT = kind("AMOUNT")
_BETWEEN, _INST, _AMOUNTS = kind_set("COMMA QUIET COND COLON VERB respectively"), kind("INST"), kind("AMOUNTS")


def _of_installments(m: Match) -> tuple[Moment, ...] | None:
    """ "In three equal tranches, on D1, on D2 and on D3", "20%, 30% and 50% on D1, D2 and D3": as many days as installments, and no day of
    another thing; "one third on each of D1, D2 and D3"."""
    before = next((n for n in reversed(m.nodes[: m._m.start()]) if n.kind not in _BETWEEN), None)
    days = tuple(day.meaning if isinstance(day, Defined) else day for day in m.values("ON"))
    installments = before is not None and before.kind == _INST and before.value.times in (None, len(days))
    counted = installments or (before is not None and before.kind == _AMOUNTS and len(before.value) == len(days))
    named = _named(m.values("ON")) and not installments
    return days if (counted or m.has("e")) and len(set(days)) == len(days) and not named else None


_OTHERS = "(COMMA|and|with)* ((the|each)* (other|subsequent|remaining|rest) INSTALL?|(a|one)? additional INSTALL)"


def _served_until(m: Match) -> Moment | None:
    """ "Vests if he remains employed through D", and no other day is told: on that day."""
    return m["b"] if m["c"] == SERVED_UNTIL else None


def _same_event(m: Match) -> str | None:
    """ "In the event of a change in control, all shares vest immediately prior to the closing of such change in control": told once."""
    first, again = m.nodes[0].value, m["b"]
    if not (isinstance(first, FromAnchor) and isinstance(again, FromAnchor) and first.anchor == again.anchor == "event"):
        return None
    named = "control" in (first.event or "") and ("control" in (again.event or "") or again.event == THAT["that"])
    return "same event" if named and not (first.plus or again.plus) else None


def _and_an_event(m: Match) -> str | None:
    """ "Subject to continued service and the occurrence of an IPO or a sale event": nothing vests without it."""
    b = m["b"]
    event = b.event if isinstance(b, FromAnchor) and b.anchor == "event" and not b.plus else None
    return None if event is None or event.startswith(_UNTOLD) else event


#: How events begin that are not told: "and, in the event of his death", "and that date".
_UNTOLD = ("event", "that", "no date", "nth")


def _the_other(m: Match) -> str | None:
    """ "The other remaining units": the rest."""
    after = m.nodes[m._m.end()].value
    return "other" if after.amount.rest and not after.but else None


def _in_tandem(m: Match) -> str | None:
    """ "9,000 units and tandem dividend equivalent rights that vest on D"."""
    subject: Subject = m["s"]
    return "tandem" if m.words() & {"tandem", "accompanying"} and subject.dividend and subject.units is None else None


def _behind_the_cliff(m: Match) -> Cadence | None:
    """ "Over four years with a one-year cliff and monthly vesting thereafter": how often, which says all that "thereafter" does."""
    how = m["c"]
    plain = isinstance(how, Cadence) or how == Inst(unit=how.unit)
    ratable = all(v.noun and v.bare == "vesting" for v in m.values("VERB"))
    return Cadence(how.unit) if plain and ratable and (how.__class__ is Inst or how == Cadence(how.unit)) else None


def _on_each(m: Match) -> str | None:
    """ "In 16 equal quarterly installments from D, subject to continued employment on each anniversary": of service, and no series."""
    before = m.nodes[: m._m.start()]
    paced = any(n.kind == _INST and n.value.times and n.value.unit for n in before)
    days: Cadence = m["c"]
    return "each day" if paced and not (days.calendar or days.start or days.times) else None


def _goes_on(m: Match) -> tuple[OnDate, ...] | None:
    """ "Commencing on D and continuing annually on D2 and D3": one list of days, as far apart as is said."""
    later = m["l"] if isinstance(m["l"], tuple) else (m["l"],)
    days = [m["b"], *later]
    if not all(isinstance(day, OnDate) and day.also is None for day in days):
        return None
    unit = m["c"].unit if m.has("c") and m["c"] == Cadence(m["c"].unit) else None if m.has("c") else Period()
    apart = {12 * (b.date.year - a.date.year) + b.date.month - a.date.month for a, b in pairwise(days)}
    paced = unit is not None and (not unit.months or apart == {unit.months})
    return tuple(days) if paced and min(apart) > 0 else None


def _first_ones(m: Match) -> OnDate | None:
    """ "In three equal annual installments, the first two of which vested on D1 and D2": where the series starts."""
    days = m["l"] if isinstance(m["l"], tuple) else ()
    inst = next((n.value for n in reversed(m.nodes[: m._m.start()]) if n.kind == _INST), None)
    if inst is None or not inst.unit or not inst.unit.months or not all(isinstance(day, OnDate) and day.also is None for day in days):
        return None
    apart = {12 * (b.date.year - a.date.year) + b.date.month - a.date.month for a, b in pairwise(days)}
    return days[0] if len(days) == m["n"] and len(days) < (inst.times or 0) and apart == {inst.unit.months} else None


PATTERNS = [
    Pattern("LIST", f"<b>BEGIN (COMMA|and|QUIET|SERVICEW)* (<c>CAD THEN?|THEN|(?<=SERVICEW|QUIET)) <l>(LIST|ON) {_END}", _goes_on),
    Pattern("BEGIN", f"(COMMA|with)+ the first <n>(NUM|INT|CARD) INSTALL? (of which|of (?= VERB))? VERB <l>LIST {_END}", _first_ones),
    Pattern("CAD", "(?<=CLIFF) (COMMA|and|with|then)* <c>(CAD|INST) VERB? THEN (?= (STOP|SEMI|COMMA|COND|QUIET|ACCEL|FROM|BEGIN))", _behind_the_cliff),
    Pattern("QUIET", "(?<=COND) <c>CAD (?= (STOP|SEMI))", _on_each),
    Pattern("PENDING", f"(?<=COND)and (subject to|on)? (the|of|OWN|both|ENUM|occur)* <b>ON {EITHER_EVENT} COMMA?", _and_an_event),
    Pattern("QUIET", "(?<=SUBJ|AMOUNT) will (?= (COMMA? COND|COMMA PLAN) (PLAN|COND|COMMA)* VERB)", lambda m: "will"),
    Pattern("ON", "<c>COND <b>UNTIL", _served_until),
    Pattern("DEF", "OPEN which? <d>DEF CLOSE", lambda m: m["d"]),
    Pattern("QUIET", "(?<=COND) COMMA? or as QUIETW (?= COND)", lambda m: "otherwise"),
    Pattern("QUIET", "(?<=SUBJ|AMOUNT) have continued COMMA? and will? (SERVICEW|continued) COMMA? (?= VERB)", lambda m: "continuing"),
    Pattern("QUIET", "the other (?= <a>AMOUNT)", _the_other),
    Pattern("QUIET", "(?<=SUBJ|GRANTED|PLAN) COMMA? UNKNOWN (?= AMOUNT)", lambda m: "whereby" if m.words() & {"whereby"} else None),
    Pattern("QUIET", "(?<=SUBJ) and UNKNOWN <s>SUBJ (?= VERB)", _in_tandem),
    Pattern("ON", "(?<=AMOUNT) <b>BEGIN (?= COMMA? and? then? QUIET? AMOUNT CAD THEN)", lambda m: m["b"]),
    Pattern("QUIET", "(?<=VERB)(before to?)? <b>ON (?= STOP|SEMI|COMMA)", _same_event),
    Pattern("LIST", f"(?<=COLON|INST|following)ON (COMMA ON)+ COMMA? and ON {_END}", _days),
    Pattern("LIST", "<a>BEGIN <r>(((COMMA|SEMI|and)* the? ORD (INSTALL|of|which|such)* VERB? ON)+) (?! COMMA? (UNTIL|and? the? (ORD|last)))", _ranked),
    Pattern("CAD", f"(?<=BEGIN) {_OTHERS} VERB? <o>ON {_END}", _each_next),
    Pattern("LIST", f"<a>BEGIN {_OTHERS} VERB? <b>(LIST|ON) {_END}", lambda m: None if "each" in m.words() else _joined(m)),
    Pattern("QUIET", f"(?<=BEGIN) {_OTHERS} VERB? (?= CAD)", lambda m: "others"),
    Pattern("QUIET", "(?<=BEGIN) (COMMA|and|with)* <a>AMOUNT INSTALL? VERB? (?= CAD)", lambda m: "the rest" if m["a"].amount.rest else None),
    Pattern("LIST", f"(COMMA? one? on each of)? <a>(ON|LIST) COMMA? and <b>LIST THEN? {_END}", _joined),
    Pattern("LIST", f"<a>BEGIN COMMA? and <b>LIST {_END}", _and_those_after),
    Pattern("LIST", f"<a>LIST COMMA? and <b>ON {_END}", _joined),
    Pattern("LIST", "<e>((on|at)? each of?)? ON ((COMMA|SEMI) ON)* (COMMA|SEMI)? and ON COMMA? respectively?", _of_installments),
    Pattern("LIST", "<a>(ON|BEGIN) COMMA? and <c>CAD THEN? <o>OVER? (?= COMMA? (STOP|SEMI|COND|QUIET|ACCEL|DEF|AMOUNT|SUBJ))", _and_the_next),
]  # fmt: skip
