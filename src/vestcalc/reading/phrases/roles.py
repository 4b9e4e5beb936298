"""The part a moment or a length plays: when it begins, what it follows, how long, in how many installments, until when.

The last level of phrases: leaves ON, LIST, BEGIN, FROM, UNTIL, OVER, INST, EQUAL, THEN, FULLON, the slots that clauses are made of.
"""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.dates import OneOf
from vestcalc.reading.phrases.exercise_days import exercisable_after, no_earlier
from vestcalc.reading.phrases.installments import Inst, each_portion, each_units
from vestcalc.reading.phrases.moments import LATER, THAT, UPON_GRANT, moment
from vestcalc.reading.phrases.part_dates import from_year, in_month, period_end, through_year
from vestcalc.reading.phrases.periods import Length, over, unit_of
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import NEVER_VESTS, Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import EarliestOf, FromAnchor, Moment, OnDate, Period


class After(Struct, frozen=True, gc=False):
    """What a series follows; `inclusive` when the word is "from", so that a named day on that very date counts; `measured`: what all of it
    is measured from."""

    moment: Moment
    inclusive: bool = False
    measured: bool = False


def _moment(m: Match) -> Moment | None:
    """A day; what vests "by" a day may vest sooner."""
    on = moment(m["b"])
    if "by" not in m.words() or not isinstance(on, OnDate | FromAnchor):
        return on
    total = any(isinstance(n.value, Verb) and n.value.perfect for n in m.nodes)
    return on if total else EarliestOf((on, FromAnchor("event", event="a day before it")))


def _not_before(m: Match) -> Moment | None:
    """ "not exercisable before D", "no shares vest before D"; "exercisable at any time before D", which is its end."""
    before = m.before()
    none = any(n.word in ("no", "none") for n in m.nodes[:3])
    verb = before.value if before is not None else None
    told = isinstance(verb, Verb) and (verb.waits or (verb.immediate and verb.exercisable))
    return moment(m["b"]) if told or verb == NEVER_VESTS or none else None


def _first_time(m: Match) -> Moment | None:
    """ "the first of which vests on D"; "the first of the grant date" lacks a word."""
    words = [n.word for n in m.all()]
    if {"would", "might", "could"} & set(words) or any(isinstance(n.value, Verb) and n.value.modal for n in m.all()):
        return None
    often = [n.value for n in m.all() if isinstance(n.value, Cadence | Inst)]
    before = {n.value.unit for n in m.nodes[: m._m.start()] if isinstance(n.value, Cadence | Inst)}
    if any(one.unit not in before or one not in (Inst(unit=one.unit), Cadence(one.unit or Period())) for one in often):
        return None  # "quarterly over three years, with the first annual vesting on D"
    named = set(words[words.index("first") + 1 : -1]) - {"of", "the"} if "first" in words else {"initial"}
    return moment(m["b"]) if named or words[words.index("first") + 1 : -1][:1] != ["of"] else None


def _after(m: Match) -> After | None:
    found = moment(m["b"])
    words = m.words()
    ranged = words & {"from", "since"} and "period" not in words
    measured = not words.isdisjoint(("measured", "counted", "calculated", "case"))
    return After(found, bool(ranged), measured) if found else None


def _whole_period(m: Match) -> After | None:
    """ "Over the period beginning May 1, 2020 and ending May 1, 2023": 36 months to the day, so nothing falls on the first day."""
    end = next(n.value for n in m.nodes[m._m.end() :] if n.value.__class__ is date)
    return After(OnDate(m["b"]), False) if m["b"].day == end.day else None


def _list(m: Match) -> tuple[Moment, ...] | None:
    return None if isinstance(m["l"], OneOf) else tuple(OnDate(v) if isinstance(v, date) else v for v in m["l"])


def _to(m: Match) -> Moment | None:
    """ "in equal monthly instalments from D to E", "exercisable from D to E"; a date changed from D to E is no span."""
    series = any(isinstance(n.value, Inst | Cadence) for n in m.nodes)
    return moment(m["b"]) if series else exercisable_after(m)


def _from_to(m: Match) -> After | None:
    """ "Annually, D through E", "D - E in equal annual installments": a span of days, where it is told how often."""
    often = any(isinstance(n.value, Inst | Cadence) for n in m.nodes)
    return After(OnDate(m["b"]), inclusive=True) if often else None


def _first_of_each(m: Match) -> Moment | None:
    """ "In (four) equal installments on January 1, 2022 and each January 1 thereafter"."""
    i, start = m._m.end(), m._m.start()
    cadence = next((n.value for n in m.nodes[i : i + 3] if isinstance(n.value, Cadence)), None)
    if isinstance(m.nodes[start - 1].value, Cadence) and not isinstance(
        m.nodes[start - 2].value, Inst
    ):  # "in five equal installments annually on D"
        return None
    return None if cadence is None or cadence.times or cadence.after not in (None, moment(Anchor("that"))) else moment(m["b"])


def _window(m: Match) -> Moment | None:
    """ "normally exercisable between D and E": from D on; what vests between two days has no day."""
    verbs = [n.value for n in m.nodes if isinstance(n.value, Verb)]
    exercised = bool(verbs) and all(v.exercisable for v in verbs)
    found = _list(m)
    return found[0] if exercised and found and len(found) == 2 else None


def _at_once(m: Match) -> Moment | None:
    """ "1/3 immediately, 1/3 in one year"; "3,000 shares immediately upon grant"."""
    before = m.before()
    plain = before is not None and isinstance(before.value, Subject) and before.value.units is None
    later = m["b"] is not None and moment(m["b"]) not in (FromAnchor("grant"), FromAnchor("grant", event=UPON_GRANT))
    return None if plain or later else FromAnchor("grant", event=UPON_GRANT)


def _nth_unit(m: Match) -> Moment | None:
    """ "after the first year of service", "at the end of year two"."""
    unit = unit_of(str(m["u"]))
    n = m["n"] if isinstance(m["n"], int) else 1
    return moment(Anchor("unsaid"), unit * n) if unit else None


def _counted_from(m: Match) -> Moment | None:
    """ "At the end of the second year following the grant date", "upon completion of one year of service measured from D"."""
    unit, n = (m["p"].unit, m["p"].times) if m["p"] else (unit_of(str(m["u"])), m["n"] if isinstance(m["n"], int) else 1)
    return moment(m["b"], unit * n) if unit else None


def _after_length(m: Match) -> Moment | None:
    """ "after three years", "following two years of service"; "the following three years" are a span."""
    words = [n.word for n in m.all()]
    return None if words[:2] == ["the", "following"] else moment(Anchor("unsaid"), m["p"].period)


def _nth_alone(m: Match) -> Moment | None:
    """ "... on the second anniversary and 1/3 on the third": the anniversary is understood."""
    spoken = any(isinstance(n.value, FromAnchor) and n.value.plus.months and n.value.plus.months % 12 == 0 for n in m.nodes)
    n = 1 if m["n"] == "first" else m["n"]
    return moment(Anchor("unsaid"), Period(months=12) * n) if spoken and isinstance(n, int) else None


def _begin_after(m: Match) -> Moment:
    """ "the first falling six months after that anniversary"."""
    return FromAnchor("previous", m["p"].period)


def _later(m: Match) -> Moment:
    """ "One third one year later, and one third two years later": from which day, `following` tells."""
    return FromAnchor("previous", m["p"].period, event=LATER)


def _then(m: Match) -> bool | None:
    return None if m.has("b") and m["b"].name != "that" else True


def _that_anniversary(m: Match) -> bool | None:
    """ "after that first anniversary": the one just spoken of."""
    found = moment(m["b"])
    return True if isinstance(found, FromAnchor) and found.event == THAT["unsaid"] and found.plus == Period(months=12) else None


def _in_months(m: Match) -> Moment | None:
    """ "one third vest in 12 months": a part of it, not all of it spread over the months."""
    parts = [n.value.amount for n in m.nodes if isinstance(n.value, Amt)]
    some = all(p.rest or p.units or (p.portion is not None and p.portion < 1) for p in parts)
    counted = sum(n.kind == _INT for n in m.nodes)
    return moment(Anchor("unsaid"), m["p"].period) if len(parts) + counted > 1 and some else None


_INT = kind("INT")
_BETWEEN = kind_set("COMMA SEMI and AMOUNT PER VERB ENUM ON on the")


def _shared_tail(m: Match) -> Moment | None:
    """ "1/3 vest 12 months, 1/3 24 months and 1/3 36 months after D": what the last length counts from, the others do too."""
    for node in m.nodes[m._m.end() :]:
        if isinstance(node.value, FromAnchor) and node.value.plus:
            return moment(replace(node.value, plus=Period()), m["p"].period)
        if node.kind not in _BETWEEN:
            return None
    return None


def _cliff(m: Match) -> Period | None:
    """ "With a one-year cliff", "subject to a cliff of six months"; what comes "after a one-year cliff" may be all there is."""
    before = m.before()
    if before is not None and before.word in ("following", "after", "from"):
        return None
    length: Length = m["p"] or m["q"]
    return length.period


def _effective(m: Match) -> Moment | None:
    """ "Vests effective D": on that day; a series effective then begins."""
    return None if any(isinstance(n.value, Inst | Cadence) for n in m.nodes) else moment(m["b"])


def _true(m: Match) -> Any:
    return True


_FIRST = "((with|COMMA|and|the|such|COLON)* first (of which|such|OWN|INSTALL|FREQ|CAD|INST|of|the|vesting|date|to|be|VERB|have|will|SHAREW)* (on|be|to|VERB|occur|comes|COLON|QUIET|as of|be made)*)"
_ALL_DONE = "(so|such|that|with|the|all|of|DET|SUBJ|AMOUNT|at|which|time|on|ANCHOR|MOM|and|when|INSTALL|COMMA|until|date)*"

SPANS = [
    Pattern("CLIFF", "OPEN (a|the)? <p>PER cliff (vesting|vest)? (period|schedule)? CLOSE", _cliff),
    Pattern("CLIFF", "(COMMA|and|but|be|subject to|with|include)* (a|the)? (<p>PER cliff|cliff (period)? of <q>PER) period? (?= (STOP|SEMI|COMMA|CLOSE|and|subject))", _cliff),
    Pattern("OVER", "(be subject to|have)? a? <p>PER (vesting (period|schedule)|graded vesting) COMMA (?= with? (PCT|FRAC))", over),
    Pattern("OVER", "(be subject to|have|with)? a? <p>PER vesting period (?= (COMMA|and|which|that|will)* (vest|vesting))", over),
    Pattern("OVER", "(?<!end of)(?<!end of a)(?<!end of the)<p>PER (?= cliff (vesting|vest)| (ratably|equal|graded|annual|monthly|quarterly)* vesting (?! date|anniversary))", over),
    Pattern("OVER", "(over|for (up to (?= PER))?|during|within|in (?= the? PER period (that|which))) (DET|following|next|course|additional|first|successive|total|vesting|period|of|term|subsequent|remaining)* <p>PER ((service|employment|SERVICEW)+ (?= period))? (vesting|period|schedule|term|continued)* (of (continued|SERVICEW|service|employment)+)? (thereafter (?= COMMA|STOP|and|SEMI|subject)|that following)?", over),
]  # fmt: skip

PATTERNS = [
    Pattern("ON", "(on|at)* the end of (a|the) PER ((restricted|restriction|VERB|vesting)? period)? (ending|end) on? <b>DATE", _moment),
    Pattern("THEN", "(after|following|from) (that|such|the|this)* NTH? (annual|year)? anniversary date? (?! of)", _true),
    Pattern("THEN", "(after|following|from) (that|such|this|its) (first|initial)? (VERB|vesting) date", _true),
    Pattern("FROM", "COMMA? beginning (with|on) the? first (such|of|FREQ|VERB|vesting)* (date|ANCHOR) (to|occur|comes)* (after|following) <b>BASE", _after),
    Pattern("BEGIN", "(COMMA|that|which)* (beginning (in|with|on)*|from) <y>MONTHYEAR", in_month),
    Pattern("UNTIL", "(COMMA|and|that|which)* (through|until|ending|end) (in|with)? <y>MONTHYEAR", in_month),
    Pattern("ON", "on (or|and) after <b>MOMENT", _moment),
    Pattern("ON", "on (such|that|this) <b>MOM", _moment),
    Pattern("ON", "at any time (on or)? after <b>MOMENT", exercisable_after),
    Pattern("ON", "(?<=AMOUNT|INT|SUBJ|DASH|VERB)(immediately|now|on grant|immediately (on|at|as of|the)* <b>(ANCHOR|MOM)) (?= (COMMA|and|SEMI|STOP|with (AMOUNT|the? rest)))", _at_once),
    Pattern("BEGIN", "COMMA? beginning (with|on) (ANCHOR|the? (vesting|VERB) date) (that|which|COMMA|comes|on|of|occur|be)+ <b>DATE", _moment),
    Pattern("BEGIN", f"{_FIRST} <b>MOMENT", _first_time),
    Pattern("BEGIN", "COMMA? beginning (with|on|in) the? (calendar|fiscal)? (quarter|month|period|year) (that)? (ending|end) (on)? <b>DATE", period_end),
    Pattern("BEGIN", "COMMA? (at any time)? between (the)? <l>(DATES|MOMS)", _window),
    Pattern("FROM", "(during|for|over) (DET|exercise|VERB)* period (beginning|commencement) (on|with|at|from)* <b>DATE (?= (COMMA|and)* (ending|end|through|to|until) on? DATE)", _whole_period),
    Pattern("ON", "(?<=VERB|AMOUNT|QUIET) effective (on|as|of)* <b>MOMENT (?= (STOP|SEMI|COMMA|COND|OPEN|and|subject|so|if|QUIET|ACCEL))", _effective),
    Pattern("BEGIN", "COMMA? (and)? ((during|for) (DET|exercise)* period)? (beginning|effective|commencement) (on|as|of|with|from|at|in|the|date|that|be|which|day)* <b>MOMENT", _moment),
    Pattern("BEGIN", "COMMA? beginning (with|on) the? first (such|annual)* anniversary date? (COMMA|OPEN|of|on|which|be)+ <b>DATE CLOSE?", _moment),
    Pattern("UNTIL", "(COMMA? and)? COMMA? (in each case COMMA?)? ((over|during|for) the (period|term))? (unless and)? (through|until|ending|(?<!of)up to (?! on)) (and|including|on|with|COMMA|the|as of|QUIET)* <b>MOMENT", _moment),
    Pattern("INST", "<i>INST of <a>AMOUNT", each_portion),
    Pattern("INST", "<i>INST of <u>INT (each|(?= (UNTIL|BEGIN|FROM|COND|STOP|SEMI|(on|at|each|of)* (DATES|MOMS))))", each_units),
    Pattern("BEGIN", "(?<=INST|EQUAL|CAD) COMMA? on <b>(DATE|MOM) (?= COMMA? and (on)? CAD)", _first_of_each),
    Pattern("BEGIN", "COMMA? beginning (in|with)? <y>YEAR (?= (STOP|COMMA|SEMI|COND|CLOSE|UNTIL|through|until|and))", from_year),
    Pattern("UNTIL", "COMMA? (through|until|ending in) (and including)? <y>YEAR (?= (STOP|COMMA|SEMI|COND|CLOSE))", through_year),
    Pattern("UNTIL", "(?<=BASE) (to|DASH) (and including)? (the|day|date|of)* <b>(DATE|MOM)", _to),
    Pattern("FROM", "(?<!from)(?<!after)(?<!following)(?<!since)(?<!and) COMMA? on? <b>DATE (?= UNTIL)", _from_to),
    Pattern("UNTIL", "(?<=VERB|NOTVERB) before to? QUIET? (on)? <b>MOMENT", _not_before),
    Pattern("UNTIL", "COMMA? and by <b>DATE", exercisable_after),
    Pattern("THEN", "(after|following|from) (that|such|this) <b>MOM", _that_anniversary),
    Pattern("ON", "(?<=AMOUNT|VERB) (on the)? <p>PER after? (?= (COMMA|SEMI)? and? (the|ENUM)* AMOUNT)", _shared_tail),
    Pattern("ON", "(in|at) <p>PER (?= (STOP|COMMA|and|SEMI|COND))", _in_months),
    Pattern("THEN", "(at|on|each|COMMA)* thereafter | (after|following|from) (that|such|they|then|this|those|its|<b>ANCHOR) (on)?", _then),
    Pattern("BEGIN", f"({_FIRST}|COMMA? beginning) <p>PER THEN", _begin_after),
    Pattern("ON", "(on|at|the|OWN)* complete of (the)? <p>PER (of (continued|service|SERVICEW|employment)+)? measured? (after|following|from) (the|date|of)* <b>MOMENT", _counted_from),
    Pattern("ON", "(on|at|upon|as|of|the|complete)* (after|end of|complete of) (the)? <n>NTH <u>UNIT (after|following|from) (the|date|of)* <b>MOMENT", _counted_from),
    Pattern("ON", "(?<=AMOUNT) (on the)? <p>PER THEN", _begin_after),
    Pattern("ON", "(?<=AMOUNT|VERB) <p>PER later", _later),
    Pattern("BEGIN", "(?<=VERB|COMMA) COMMA? (not|no) before (the|on|date|of)* <b>MOMENT", no_earlier),
    Pattern("ON", "(?<=AMOUNT) COMMA? from (and after)? <b>MOMENT (?= (COMMA|SEMI|STOP|and|UNTIL))", exercisable_after),
    Pattern("LIST", "COMMA? (on (or|and))? (from|after) each of <l>(DATES|MOMS)", _list),
    Pattern("FROM", "(measured|COMMA|in each case)* ((during|for|over) (DET|exercise|VERB)* period)? measured? (from|after|following|since) (and after)? (the|date|of|end|in)* <b>MOMENT", _after),
    Pattern("ON", "(on|at|as|of|the|complete|OWN (?= OWN? complete))* (after|following|end of|complete of|expire of) (the|a)? first? <p>PER ((restricted|restriction|VERB) period)? (of (continued|service|SERVICEW|employment)+ ((on|with) the? OWN+)?)?", _after_length),
    Pattern("ON", "(on|at|upon|as|of|the|complete)* (after|following|end of|complete of) (the|his|her|OWN)* <n>NTH <u>UNIT (of (continued|service|SERVICEW|employment)+)?", _nth_unit),
    Pattern("ON", "(on|at|upon|as|of|the)* (end of|after) <u>(year|month|quarter) <n>(one|CARD)", _nth_unit),
    Pattern("ON", "(on|at) (the (end of the)?)? <n>NTH (?= (STOP|COMMA|and|SEMI))", _nth_alone),
    Pattern("ON", "on the same (date|day) (in|of) <y>YEAR", lambda m: FromAnchor("event", event=f"same day {m['y']}")),
    Pattern("LIST", "on? the same (date|day) (in|of) <y>YEARS", lambda m: tuple(FromAnchor("event", event=f"same day {year}") for year in m["y"])),
    Pattern("QUIET", "(be? subject to|have|with (?= a? OVER)) a? (?= (EQUAL|CAD|graded) VERB| OVER (EQUAL|CAD)* graded? VERB)", _true),
    Pattern("QUIET", "graded (?= VERB) | on a graded (basis|schedule)", _true),
    Pattern("LIST", "(on|at|as|upon|of|each|in|over|COLON|the|following|date|COMMA|(following CARD date))* <l>(DATES|MOMS)", _list),
    Pattern("ON", "(at the end of business)? (on|at|as of|as|upon|in|by|when)* <b>MOMENT", _moment),
]  # fmt: skip
