"""Events without a date of their own: "the Issuer's next annual meeting of stockholders", "an initial public offering", "a change in control".

Leave EVENT, an `Event`: the words, and the kind of event.
"""

from datetime import date

from msgspec import Struct

from vestcalc.reading.grammar import Build, Match, Node, Pattern
from vestcalc.terms.models import EventKind, FromAnchor, Moment


class Event(Struct, frozen=True, gc=False):
    """`name` as said (lower case), `kind` for the output."""

    name: str
    kind: EventKind


def said(node: Node) -> str:
    """The words of a node, for the name of an event."""
    value = node.value
    if isinstance(value, str):
        return value
    if isinstance(value, Event):
        return value.name
    name = getattr(value, "name", None)
    return f"{name} date" if name else str(value) if isinstance(value, date | int) else ""


def _event(kind: EventKind) -> Build:
    def build(m: Match) -> Event:
        words = [said(n) for n in m.all()]
        kept = [w for w in words if w and w not in ("the", "(", ")")]
        while len(kept) > 1 and kept[0] in ("date", "of", "on", "upon", "day", "at"):
            kept.pop(0)
        return Event(" ".join(kept)[:80], kind)

    return build


def _any_of(m: Match) -> Event | None:
    """ "A takeover or a scheme of arrangement"; "the earlier of" two events is told elsewhere."""
    found: list[Event] = m.values("EVENT")
    plain = {n.word for n in m.nodes}.isdisjoint(["earlier", "later", "earliest", "latest", "sooner"])
    return Event(" or ".join(e.name for e in found)[:80], found[0].kind) if plain else None


def _just_before(m: Match) -> Event | None:
    """ "Immediately prior to the change in control": on it; a meeting may be on a day that is told."""
    event: Event = m["e"]
    return event if event.kind == "liquidity" else None


def _results(m: Match) -> Event | None:
    """ "The announcement of the Company's preliminary results for the year ending 31 December 2025"."""
    told = bool(m.words() & {"announcement", "publication", "release"}) and bool(m.words() & {"results"})
    return _event("other")(m) if told else None


def _meetings(m: Match) -> tuple[Moment, ...] | None:
    """ "Each of the next three annual meetings", "the 2021 and 2022 annual meetings": which of them is in the name, so that each has its date."""
    kept = {"annual", "general", "stockholder", "stockholders", "shareholder", "shareholders", "special"}
    name = " ".join([*(w for w in dict.fromkeys(said(n) for n in m.all("w")) if w in kept), "meeting"])
    years = list(m["y"] or ())
    each = [f"{year} {name}" for year in years] or [f"next {name}, {k} of {m['k']}" for k in range(1, (m["k"] or 0) + 1)]
    return tuple(FromAnchor("event", event=one) for one in each) if years == sorted(set(years)) and len(each) > 1 else None


def _named(m: Match) -> Event | None:
    """ "The next annual meeting of stockholders (the "Next Annual Meeting")": its own words again, as a name."""
    event, again = m["e"], m["n"]
    return event if event.kind == again.kind and set(event.name.split()) >= set(again.name.split()) else None


_LEAD = "(?<!PER)(DET|OWN|date|day|on|upon|next|following|NTH|YEAR|QUIETW|general (?= scheduled)|scheduled|additional|closing|complete|effective|occur|of|at|which|after)*"
_TAIL = "((of|by|with|for|to) (DET|OWN|stockholder|director|YEAR|election)+ | (held|then)* (following|after) (the)? (DATE|ANCHOR) | (that|which|will|occur|comes|be|held)+ (following|after) ANCHOR | (to|be|held)* (in|during) (the|calendar|year)* (YEAR|MONTHYEAR))*"

#: "... (1) an IPO or (2) a Sale Event (each as defined in the plan), in each case, within ten years of the grant".
EITHER_EVENT = "((COMMA|or|ENUM)+ ON)* (OPEN (each|DET|QUIET)* CLOSE)? (COMMA? (in each case COMMA?)? OVER (FROM|of ON)?)?"
_MANY = "(DET|OWN|on|at|upon|date|day|each|of|in|following|additional|successive|consecutive)*"
_WHICH = "<w>((annual|general|stockholder|OWN|QUIETW)+ meeting)"

PATTERNS = [
    Pattern("MOMS", f"{_MANY} (next|first|following|subsequent|successive)+ <k>CARD (next|following|successive)* {_WHICH} {_TAIL}", _meetings),
    Pattern("MOMS", f"{_MANY} <y>YEARS {_WHICH} {_TAIL}", _meetings),
    Pattern("EVENT", f"{_LEAD} (annual|QUIETW)? (general|QUIETW|stockholder|OWN)* meeting date? {_TAIL}", _event("meeting")),
    Pattern(
        "EVENT",
        f"{_LEAD} (UNKNOWN|released) of (DET|OWN|UNKNOWN|annual|quarterly|SEMI_ANNUAL|semiannual|half|year|fiscal|last|YEAR)* INSTRU"
        " (for (DET|OWN|fiscal|UNKNOWN|YEAR|year|quarter|month|PER|end|ending|DATE)+)?",
        _results,
    ),
    Pattern("EVENT", "<e>EVENT OPEN <n>EVENT CLOSE", _named),
    Pattern("EVENT", f"{_LEAD} first? public offering {_TAIL}", _event("liquidity")),
    Pattern("EVENT", f"{_LEAD} change (in|of) control {_TAIL}", _event("liquidity")),
    Pattern("EVENT", f"{_LEAD} (business? LIQUID)+ (transaction|condition)? {_TAIL}", _event("liquidity")),
    Pattern("EVENT", "(?<!day)(?<!date)immediately before to? <e>EVENT", _just_before),
    Pattern("EVENT", "EVENT (that|which|be|comes|occur|held|will)* EVENT", _event("meeting")),
    Pattern("EVENT", f"(on|at|after|following)? (receive of)? {_LEAD} stockholder? approval {_TAIL}", _event("approval")),
    Pattern("EVENT", "(EVENT COMMA)* EVENT COMMA? or EVENT", _any_of),
]  # fmt: skip
