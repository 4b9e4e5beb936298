"""Points in time: "the first anniversary of the grant date", "18 months after March 15, 2019", "the earlier of (i) ... or (ii) ...".

Leave MOM (a Moment), MOMS (a tuple of them) and CAD where every anniversary is meant. Nothing is computed here: months are counted
in the schedule room. "That date" and an anniversary "of" nothing become a placeholder that `assemble` resolves.
"""

from datetime import date
from typing import Any

from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Node, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.cadence import Cadence
from vestcalc.reading.phrases.events import Event, said
from vestcalc.reading.phrases.periods import Length, unit_of
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import CalendarDay, EarliestOf, FromAnchor, LatestOf, Moment, OnDate, Period

#: Placeholder for the date or anchor last spoken of.
THAT = {"that": "that date", "unsaid": "no date said", "next": "the next"}
#: Marks the next anniversaries, which follow what was said to vest before (`following`).
THE_NEXT = THAT["next"]
YEAR = Period(months=12)
#: Marks "one year later": after the part before, or, in a list of rising lengths, all after one day (`following`).
LATER = "later"
#: Marks "upon grant", which is the grant date when that is stated and otherwise means the same as "immediately".
UPON_GRANT = "upon grant"
_QUIET = kind("QUIET")
#: On leaving, what comes sooner is but an acceleration (`acceleration`).
_LEAVING = kind_set("death disability retirement terminate TERMINW")


def moment(value: Any, plus: Period = Period(), before: int = 0) -> Moment | None:  # noqa: B008
    """The moment a date, anchor, event or moment node stands for, `plus` later."""
    if isinstance(value, date):
        return FromAnchor("date", plus, stated=value, days_before=before) if plus or before else OnDate(value)
    if isinstance(value, Anchor):
        if value.name in ("that", "unsaid"):
            return FromAnchor("event", plus, event=THAT[value.name], days_before=before)
        if value.name.startswith(("term:", "nth:")):
            return FromAnchor("event", plus, event=value.name, days_before=before)
        if value.name == "hereof":
            return FromAnchor("grant", plus, event="hereof", days_before=before)
        return FromAnchor(value.name, plus, stated=value.stated, days_before=before)  # type: ignore[arg-type]
    if isinstance(value, Event):
        return FromAnchor("event", plus, event=value.name, days_before=before)
    if isinstance(value, OnDate):
        return moment(value.date, plus, before) if plus or before else value
    if isinstance(value, FromAnchor) and value.calendar:
        return None if plus or before else value
    if isinstance(value, FromAnchor):
        if value.plus.days and plus.months:  # days are counted last
            return None
        both = value.plus + plus
        return FromAnchor(value.anchor, both, value.event, stated=value.stated, days_before=value.days_before + before)
    return None if plus or before or not isinstance(value, EarliestOf | LatestOf) else value


def _base(m: Match) -> Any:
    """What an anniversary or a period counts from: a node, "the grant", or nothing said."""
    if m["b"] is None:
        return FromAnchor("grant") if m.has("g") else Anchor("unsaid")
    return m["b"] or m["a"]


def _anniversary(m: Match) -> Moment | None:
    """ "The second anniversary", "the first 12-month anniversary"."""
    n = m["n"] if isinstance(m["n"], int) else 1
    told: Any = m["u"]
    unit = told.period if isinstance(told, Length) else unit_of(str(told)) if told else YEAR
    return moment(_base(m), unit * n) if unit and (told.__class__ is not Length or unit == YEAR) else None


def _after_length(m: Match) -> Moment | None:
    length: Length = m["p"]
    return moment(_base(m), length.period)


def _of_years(m: Match) -> tuple[Moment, ...] | None:
    """ "After years one, two and three"."""
    numbers = [n.value if isinstance(n.value, int) else 1 for n in m.all("l") if n.value == "one" or isinstance(n.value, int)]
    found = tuple(one for n in numbers if (one := moment(Anchor("unsaid"), YEAR * n)) is not None)
    return found if numbers == sorted(set(numbers)) and len(found) == len(numbers) else None


def _anniversaries(m: Match) -> tuple[Moment, ...] | None:
    unit = unit_of(str(m["u"])) if m["u"] else YEAR
    if unit is None:
        return None
    if m.has("k"):
        numbers = list(range(1, m["k"] + 1))
    else:
        numbers = [1 if n == "first" else n for n in m.values("NTH", "l")]
        if m.has("to"):
            numbers = list(range(numbers[0], numbers[-1] + 1))
    if not numbers or numbers != sorted(set(numbers)) or len(numbers) > 100:
        return None
    found = [moment(_base(m), unit * k) for k in numbers]
    return tuple(f for f in found if f is not None) if None not in found else None


def _next_anniversaries(m: Match) -> tuple[Moment, ...] | None:
    """ "The next three anniversaries of the grant date"."""
    found = _anniversaries(m) or ()
    plain = [f for f in found if isinstance(f, FromAnchor) and f.event in (None, THAT["that"])]
    return tuple(replace(f, event=THE_NEXT) for f in plain) if len(plain) == len(found) > 0 else found or None


def _every(m: Match) -> Cadence | None:
    unit = unit_of(str(m["u"])) if m["u"] else YEAR
    base = moment(_base(m))
    return Cadence(unit, after=base) if unit and base else None


def _counted(m: Match) -> tuple[Moment, ...] | None:
    """ "18, 24, 30 and 36 months after the Grant Date"."""
    unit, numbers = m["p"].unit, [*(1 if n.value == "one" else n.value for n in m.all("l") if n.value != ","), m["p"].times]
    found = [moment(_base(m), unit * k) for k in numbers] if numbers == sorted(set(numbers)) else []
    return tuple(f for f in found if f is not None) if found and None not in found else None


def _every_length(m: Match) -> Cadence | None:
    base = moment(_base(m))
    return Cadence(m["p"].period, after=base) if base else None


def _length_anniversaries(m: Match) -> tuple[Moment, ...] | None:
    lengths = m.values("PER")
    found = [moment(_base(m), x.period) for x in lengths]
    return tuple(f for f in found if f is not None) if len(found) > 1 and None not in found else None


def _sides(m: Match) -> list[list[Node]]:
    """The alternatives: what stands between commas, "or", "and" and enumerators, after "earlier of" or the like."""
    out: list[list[Node]] = [[]]
    for n in m.all():
        if n.value in (",", ";", ":", "and", "or", "enum"):
            out.append([])
        else:
            out[-1].append(n)
    return [s for s in out if any(n.word not in _KEYWORDS for n in s)]


def _side(nodes: list[Node]) -> Moment | None:
    """One alternative: a moment if it is nothing else, else an event told by its words."""
    words = [n for n in nodes if n.word not in _KEYWORDS]
    if len(words) == 1 and "first" in [n.word for n in nodes]:
        return None
    if len(words) == 1 and isinstance(words[0].value, date | Anchor | Event | OnDate | FromAnchor | EarliestOf | LatestOf):
        return moment(words[0].value)
    text = " ".join(said(n) for n in nodes)
    return FromAnchor("event", event=text[:80]) if words else None


_SMALL = (
    "on upon at as of the earlier later earliest latest sooner to occur whichever comes first if in full date day either following : by"
)
_KEYWORDS = frozenset(_SMALL.split())


def _either(m: Match) -> Moment | None:
    """The earlier or later of moments; a side that is not a date is an event, whatever its words."""
    found = [_side(s) for s in _sides(m)]
    sides = tuple(f for f in found if f is not None)
    if len(sides) < 2 or len(sides) != len(found):
        return None
    return LatestOf(sides) if str(m["w"]).startswith("late") else EarliestOf(sides)


def _sooner_if(m: Match) -> Moment | None:
    """ "Upon the attainment of its targets, but in any event no later than D"; "on D, or earlier if the targets are met"."""
    if m["q"] not in (None, "in any event"):
        return None
    words = [said(n) for n in m.all("e" if m["e"] is not None else "f") if n.kind != _QUIET]
    event = " ".join(w for w in words if w and w not in ("the", "if", "on", "upon", "when", "at", "after"))[:80]
    day = moment(m["b"])
    if day is not None and isinstance(m["e"], FromAnchor):
        return EarliestOf((day, m["e"])) if m["e"].anchor == "event" else None
    return EarliestOf((day, FromAnchor("event", event=event))) if day is not None and event else None


def _of_two(m: Match) -> Moment | None:
    """ "The later of March 15, 2012 and June 30, 2012", "on D or at the next annual meeting, whichever is earlier"."""
    sides = [moment(value) for value in m["l"] or (m["a"], m["b"])]
    found = tuple(side for side in sides if side is not None)
    return (LatestOf if str(m["w"]).startswith("late") else EarliestOf)(found) if len(found) == len(sides) else None


def _last_day(m: Match) -> Moment | None:
    base = moment(_base(m))
    if not isinstance(base, FromAnchor | OnDate):
        return None
    if isinstance(base, OnDate):
        base = FromAnchor("date", stated=base.date)
    return FromAnchor(base.anchor, base.plus, base.event, stated=base.stated, calendar=(CalendarDay(31),))


def _before_event(m: Match) -> Moment | None:
    days = 1 if not m["p"] else m["p"].period.days
    return moment(m["e"], before=days) if days else None


def _each_before(m: Match) -> tuple[Moment, ...] | None:
    found = [moment(one, before=1) for one in m["l"]]
    return tuple(one for one in found if one is not None) if None not in found else None


_OF = "((COMMA? respectively COMMA?)? of|COMMA of|from|after|following|COMMA? in each case COMMA? of|(?= ANCHOR)) (<b>MOMENT|(DET|OWN|MOD|of|original)*<g>(grant|award|issuance))"
_BARE = "(?! (the)? of (the)? (vest|vested|vesting|ANCHOR|BASE))"
_LEADIN = "(on|each|of|the|at|upon|date|day|its|COMMA)*"

_NEXT = "(following|then|subsequent|successive)"

_DATED_EVENT = [
    Pattern("MOM", "EVENT ( COMMA? (which|to|that) (be|have|occur|closing|complete|comes|held|on|scheduled|for|will)+ <b>DATE COMMA? )", lambda m: OnDate(m["b"])),
    Pattern("MOM", "EVENT (OPEN|COMMA) (on|which|be|have|occur|closing|complete|scheduled|for)* <b>DATE (CLOSE|(?= (STOP|SEMI)))", lambda m: OnDate(m["b"])),
]  # fmt: skip

PATTERNS = [
    Pattern("DATE", "(the)? (closing|effective) date (of|COMMA|OPEN) <d>DATE CLOSE?", lambda m: m["d"]),
    Pattern("DATE", "the <d>DATE (closing|effective|reference|measured) date", lambda m: m["d"]),
    *_DATED_EVENT,
    Pattern("MOMS", f"{_LEADIN} (?= ({_NEXT}+ CARD|CARD {_NEXT}+)) {_NEXT}* <k>CARD {_NEXT}* <u>FREQ? anniversary date? {_OF}", _next_anniversaries),
    Pattern("MOM", "(on|at|upon|of)* <b>ANCHOR <n>(NTH|one) <u>FREQ? anniversary date?", _anniversary),
    Pattern("MOMS", "(on|at|upon|each|of)* <b>ANCHOR (first <k>CARD|<l>(NTH (COMMA NTH)* COMMA? and NTH)) <u>FREQ? anniversary date?", _anniversaries),
    Pattern("MOMS", f"{_LEADIN} first <k>CARD <u>FREQ? anniversary date? ({_OF})?", _anniversaries),
    Pattern("MOMS", f"{_LEADIN} <k>CARD <u>FREQ? anniversary date? (?= (of|from|after|following) BASE) {_OF}", _anniversaries),
    Pattern("MOMS", f"{_LEADIN} <l>(NTH ((COMMA|COMMA? and the?) NTH)+) <u>(FREQ|year)? anniversary date? ({_OF})?", _anniversaries),
    Pattern("MOMS", f"{_LEADIN} <l>(NTH <to>(through|to) (the)? NTH) <u>(FREQ|year)? anniversary date? ({_OF})?", _anniversaries),
    Pattern("MOMS", f"{_LEADIN} PER ((COMMA|COMMA? and) PER)+ anniversary date? {_OF}", _length_anniversaries),
    Pattern("MOMS", f"{_LEADIN} <l>((CARD|one) (COMMA CARD)*) COMMA? and <p>PER anniversary date? {_OF}", _counted),
    Pattern("MOMS", "(on|at|after|end|complete|each|of|the|date|that|which|be|comes)* <l>((CARD|one) (COMMA CARD)*) COMMA? and <p>PER (after|from|following) <b>BASE", _counted),
    Pattern("MOMS", "(on|each|of|the|date|that|which|be|comes|COMMA)* PER (COMMA PER)* COMMA? and PER (COMMA? respectively COMMA?)? (after|from|following) <b>BASE", _length_anniversaries),
    Pattern("MOMS", f"(on|at|upon|after|the)* (end|expire|complete|lapses) of (each of)? (the)? <l>(NTH (COMMA (the)? NTH)* COMMA? and (the)? NTH) <u>UNIT ({_OF})?", _anniversaries),
    Pattern("CAD", f"(on|upon|at|as|of)* each (of the)? (successive|such|following|additional|subsequent|COMMA)* <p>PER anniversary date? ({_OF})", _every_length),
    Pattern("MOM", "(the|day|date|of)* <n>(NTH|one) year? anniversary date? <b>MOM", lambda m: _anniversary(m) if isinstance(m["b"], OnDate) else None),
    Pattern("MOM", "(on|the)* (then|following|subsequent) anniversary date? (of|after) <b>ANCHOR", lambda m: moment(m["b"], YEAR) if m["b"].name == "that" else None),
    Pattern("MOM", f"((on|upon)? the? (date|day) (that|which) be)? (the|day|date|of|its)* (?<!each)<n>(NTH|one) <u>(FREQ|year|calendar|PER)? anniversary date? ({_OF}|{_BARE})", _anniversary),
    Pattern("CAD", "(on|upon|at|as|of)* each (successive|such|following|additional|subsequent|COMMA)* <p>PER anniversary date? (?= (thereafter|after that))", lambda m: Cadence(m["p"].period)),
    Pattern("MOM", f"(the|day|date|of|its)* <p>PER anniversary date? ({_OF}|{_BARE})", _after_length),
    Pattern("MOM", f"(?<=beginning)(with|on|upon|at)* the anniversary date? {_OF}", _anniversary),
    Pattern("CAD", f"(on|upon|at|as|of)* (each (of the)?|the) (such|successive|additional|following|COMMA)* <u>FREQ? anniversary date? ({_OF})", _every),
    Pattern(
        "MOM",
        "((on|the|at)* ((expire|lapses) of|end of a)|(?<!period)(on|when|after)? (DET|OWN)+ have? complete of?|(?<!period)(the|date|day|that|which|be|comes|complete|of|end|at|when|upon|after)*) <p>PER (period|of|service|continued|employment|SERVICEW|have|passed|elapsed|COMMA)*"
        " measured? (from|after|following|since|as of) (<b>(BASE|EVENT)|(DET|OWN|MOD|of)*<g>(grant|award|issuance))",
        _after_length,
    ),
    Pattern("MOM", "(on|the|at)* (expire|lapses|end) of (the|a)* (period of)? <p>PER (restricted|restriction|vesting|service)? period? (beginning|commencement) (with|on|from)? <b>BASE", _after_length),
    Pattern("MOM", "(the|on|last|date|as|of)* (business|PERFW) (day|date) (immediately)? before (the|date|of)* <e>EVENT", _before_event),
    Pattern("MOM", "(the|on|date|as|of)* (day|date) (immediately)? before (the|date|of)* <e>MOMENT", _before_event),
    Pattern("MOMS", "(the|on|date|as|of)* (day|date) (immediately)? before <l>MOMS", _each_before),
    Pattern("CAD", f"(on|upon|at|each)* the? (?<!anniversary)(?<!MOM)anniversary date? {_OF}", _every),
    Pattern("CAD", "(on|upon|at|each)* the? <a>ANCHOR anniversary date?", _every),
    Pattern("MOM", "(?<=beginning) (with|in|on|at|the)* <n>ORD <u>month (after|following|from) <b>BASE", _anniversary),
    Pattern("MOM", "(on|the)* (<n>ORD|the) <u>day immediately? (after|following|from) <b>BASE", _anniversary),
    Pattern("MOMS", "(on|at|upon|as of|the)* (after|end of|complete of) (each of)? year <l>((one|CARD) (COMMA (one|CARD))* COMMA? and (one|CARD))", _of_years),
]  # fmt: skip


def _each_apposed(m: Match) -> tuple[Moment, ...] | None:
    """ "The second and third anniversaries of the award date, namely D1 and D2": the dates, to be compared."""
    days, others = m["d"], m["o"]
    plain = len(days) == len(others) and all(isinstance(o, FromAnchor) and o.plus for o in others)
    return tuple(OnDate(d, o) for d, o in zip(days, others, strict=True)) if plain else None


def _counted_from(m: Match) -> tuple[Moment, ...] | None:
    """ "The first and second anniversaries of the grant date (being D)": one day behind several, so that it is what they count from."""
    told = [o for o in m["o"] if isinstance(o, FromAnchor) and o.anchor in ("grant", "commencement") and o.plus and o.stated is None]
    return tuple(replace(o, stated=m["d"]) for o in told) if len(told) == len(m["o"]) > 1 else None


def _apposed(m: Match) -> OnDate | None:
    """A date and the anniversary it is: the date, to be compared with the anniversary."""
    other = m["o"]
    return OnDate(m["d"], other) if isinstance(other, FromAnchor) and other.plus else None


_SIDE = "(ENUM? (in full)? (the|date|of|on|day)* (MOMENT|DATES) | ENUM? ((?! OPEN (DET|COMMA|each|such|date)* TERM) FREE)+ (or (DET|OWN)* (death|disability|retirement|TERMINW))?)"
_NAMELY = "(which? be|MEANW COMMA?)"
EITHER = [
    Pattern("MOM", "(?<=VERB)((on|at|if|when|after) <f>((FREE|or)+)|<e>(EVENT|MOM)) COMMA? ((but QUIET?|and? QUIET) (no|not) later than|(but|and)? in no EVENT later than|but? <q>QUIET) (on|by|the)* <b>(DATE|MOM) (?= (STOP|COMMA|SEMI))", _sooner_if),
    Pattern("MOM", "<b>(DATE|MOM) COMMA? or earlier COMMA? <f>((if|on|when) (FREE|and|or)* (PERFW|target|goal|performance|milestone)+ (FREE)*) (?= (STOP|COMMA|SEMI))", _sooner_if),
    Pattern("MOMS", f"<o>MOMS (OPEN {_NAMELY}?|COMMA {_NAMELY}) on? COLON? <d>DATES CLOSE?", _each_apposed),
    Pattern("MOMS", f"<d>DATES (OPEN {_NAMELY}?|COMMA {_NAMELY}) <o>MOMS CLOSE?", _each_apposed),
    Pattern("MOMS", "<o>MOMS OPEN which? be <d>DATE CLOSE", _counted_from),
    Pattern("MOM", "<o>MOM OPEN (MEANW|NAME|be|which|that|COMMA|on|or)* <d>DATE CLOSE", _apposed),
    Pattern("MOM", "<o>MOM COMMA (which? be|MEANW COMMA?)? on? <d>DATE (?! (COMMA|and|to|or|ENUM|DASH|the|on)* (DATE|MONTHDAY|YEAR|MOM|PCT|FRAC|INT|SUBJ))", _apposed),
    Pattern("MOM", "<d>DATE (COMMA|OPEN) (which? be|MEANW COMMA?)? <o>MOM (CLOSE|(?= (COMMA|STOP|and|or|CLOSE|SEMI|subject)))", _apposed),
    Pattern("MOM", f"(on|upon|at|as|of)* the? <w>(earlier|later) (to occur|occur)? (of (the following (?= COLON)|the (?= (COLON|ENUM)))?|(?= (MOM|EVENT))) COLON? {_SIDE} ((COMMA|SEMI) {_SIDE})* (COMMA|SEMI)? (and|or) {_SIDE} ((COMMA? or|COMMA (?! AMOUNT)) (DET|OWN)* (death|disability|retirement|EVENT))* ((COMMA|SEMI) (and|or) (a|the)* EVENT)?", _either),
    Pattern("MOM", "(on|upon|at|as|of)* the? <w>(earlier|later) (to occur|occur)? of COLON? <l>DATES", _of_two),
    Pattern("MOM", "(?<!beginning)(?<!beginning on)(on|upon|at)* (the|date|of|on)* <a>MOMENT COMMA? or (on|upon|at|the|date|of)* <b>MOMENT COMMA? (whichever (be|comes|occur|will|the)* <w>(earlier|later|first)|if earlier)", _of_two),
    Pattern("MOM", "(on|upon|at)* <l>DATES COMMA? whichever (be|comes|occur|will|the)* <w>(earlier|later|first)", _of_two),
    Pattern("MOM", f"(on|upon|at|as|of)* whichever comes <w>first COLON? {_SIDE} (COMMA|SEMI)? (and|or) {_SIDE}", _either),
    Pattern("MOM", "<b>MOMENT COMMA? or COMMA? if <w>earlier COMMA? (the|date|of|on|upon|immediately|before|to)* (EVENT|MOM|FREE+) ((COMMA? or|COMMA) (DET|OWN|UNKNOWN)* (death|disability|retirement|TERMINW|EVENT) (OWN|of|CONTROLW)*)*", lambda m: None if any(n.kind in _LEAVING for n in m.all()) else _either(m)),
]  # fmt: skip
