"""Dates a note gives a name: "on each February 20, May 20, August 20 and November 20 (each, a 'Quarterly Vesting Date')".

The lexer marks such names as TERM. Here their use becomes a placeholder and their definition a `Defined`, wherever it stands in the
note; `anaphora` puts the meaning in place of the name.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.late import late
from vestcalc.reading.grammar import Match, Node, Pattern
from vestcalc.reading.phrases.anchors import Anchor
from vestcalc.reading.phrases.cadence import Cadence, named_days
from vestcalc.reading.phrases.dates import dated
from vestcalc.reading.tokens.lexicon import kind
from vestcalc.terms.models import CalendarDay, FromAnchor, OnDate, Period


class Defined(Struct, frozen=True, gc=False):
    """A meaning and the name it is given; `here`: what is said in its place, where that is more than the meaning."""

    term: str
    meaning: Any
    here: Any = None


#: Names of dates that are no anchors of their own: in quotation marks, or before "are"/"means" at a sentence's start.
_QUOTED = late(r"\"((?:(?:19|20)\d\d )?(?:[A-Z][A-Za-z]* ){0,4}(?:Dates?|DATES?))\"")
_STATED = late(
    r"(?:^|[.;]\s+)(?:\([a-z0-9]{1,3}\) )?(?:(?:For|In) [^,.;]{1,60}, (?:the )?|The term |The (?:Company|Issuer|Corporation|Registrant)'s |The )?(?:first |initial )?((?:[A-Z][A-Za-z]* ){1,4}Dates?)(?:,[^,;.]{1,60},)?(?: (?:in respect of|in relation to|with respect to|for|of|applicable to|under) (?:[^.;]|(?<=\b[MD]r)\.){1,80}?)?(?: (?:are|is|means?|shall mean|will be|shall be|refers? to)\b|:)"
)
#: "Quarterly vesting dates are March 31, June 30, September 30 and December 31.", with no capitals.
_PLAIN = late(
    r"(?i)(?:^|[.;]\s+)(?:The )?(?:(?:Company|Issuer)(?:'s)? )?((?:company )?(?:quarterly|regular|standard) vesting dates) are (?:[A-Z][a-z]{2,8} \d)"
)
_OWN = late(r"(?i)\b(grant|award|commencement|start|issue|issuance|hire|transaction|expiration)\b.*dates?$")
_TERM = kind("TERM")


def terms(text: str) -> list[tuple[str, ...]]:
    """The words of each date name a note defines, longest first."""
    named = "Date" in text or "DATE" in text
    patterns = (_QUOTED, _STATED, _PLAIN) if named else (_PLAIN,) if "dates are " in text else ()
    found = {m.lower().removesuffix("s") for r in patterns for m in r.findall(text) if not _OWN.search(m)}
    low = text.lower()
    found = {t for t in found if low.count(t) > 1 or not t.endswith("vesting date") or f'"{t}' in low}
    return sorted((tuple(t.split()) for t in found if t != "date"), key=len, reverse=True)


def marked(nodes: list[Node], names: list[tuple[str, ...]], as_kind: str = _TERM) -> list[Node]:
    """The tokens with every one of these names, longest first, as one: a TERM unless told."""
    out: list[Node] = []
    i = 0
    while i < len(nodes):
        name = next((n for n in names if _stands(nodes, i, n)), None)
        if name:
            out.append(Node(as_kind, " ".join(name), nodes[i].start, nodes[i + len(name) - 1].stop))
            i += len(name)
        else:
            out.append(nodes[i])
            i += 1
    return out


def _stands(nodes: list[Node], i: int, name: tuple[str, ...]) -> bool:
    if i + len(name) > len(nodes):
        return False
    return all(str(n.value).removesuffix("s") == w for n, w in zip(nodes[i : i + len(name)], name, strict=True))


def _use(m: Match) -> Cadence:
    return Cadence(Period(), times=m["n"], term=m["t"], later=not _FOLLOWING.isdisjoint(m.words()))


_FOLLOWING = frozenset(["following", "next", "subsequent", "succeeding", "successive", "additional", "further", "ensuing"])


def _nth(m: Match) -> Anchor:
    """ "The first Vesting Date", of those that the name stands for."""
    return Anchor(f"nth:{1 if m['n'] == 'first' else m['n']}:{m['t']}")


def _bounded(m: Match) -> Defined | None:
    """ "Monthly Vesting Date means the ninth day of each month following the Initial Vesting Date", "... commencing August 31, 2014"."""
    found, when = m["d"], m["w"]
    if not isinstance(found, Defined) or not isinstance(found.meaning, Cadence) or found.meaning.after or found.meaning.start:
        return None
    if isinstance(when, OnDate):
        return Defined(found.term, replace(found.meaning, start=when))
    moment = getattr(when, "moment", None)
    return Defined(found.term, replace(found.meaning, after=moment)) if moment is not None and not when.inclusive else None


def _begun(m: Match) -> Defined | None:
    """ "The first Vesting Date is June 3, 2021 and each subsequent Vesting Date is the third day of each month thereafter": the days from it on."""
    found, first, named, term = m["v"], m["s"], m["u"], m["t"]
    if isinstance(m["e"], Defined):
        found, term = m["e"].meaning, m["e"].term
    if not isinstance(found, Cadence) or not isinstance(first, OnDate) or found.start is not None or found.times is not None:
        return None
    itself = (None, first, FromAnchor("event", event=f"nth:1:{term}"), FromAnchor("event", event="that date"))
    counted = (found.after, getattr(m["w"], "moment", None))
    falls = not found.calendar or any(
        dated(CalendarDay(day.day, day.month or first.date.month), first.date.year) == first.date for day in found.calendar
    )
    plain = falls and all(moment in itself for moment in counted) and (named is None or named.term == term)
    return Defined(term, replace(found, start=first, after=None)) if plain else None


def _days(m: Match) -> Any:
    found = named_days(m["d"] if isinstance(m["d"], tuple) else (m["d"],))
    return Defined(m["t"], found) if found else None


def _nearest(m: Match) -> Defined:
    """ "One year after May 2, 2021 (the 'Closing Date')": the name is that of the day beside it; a vesting date is the day that vests."""
    found = m["v"]
    counted = isinstance(found, FromAnchor) and found.anchor == "date" and found.stated and found.plus
    if counted and not ("vesting" in m["t"] and "reference" not in m["t"]):
        return Defined(m["t"], OnDate(found.stated), found)
    return Defined(m["t"], found)


USES = [
    Pattern("QUIET", "(COMMA? and)? (on or)? within (NUM|INT) (business|calendar)? UNIT (after|following|of) (the|each|any|such|CONDW)* (TERM|vesting date)", lambda m: "delivery"),
    Pattern("such", "each? (such|that) date (COMMA|be)? (?= (each|such|a|the)* TERM CLOSE)", lambda m: "such"),
    Pattern("CAD", "(on|upon|as|of|at)* each of the (then|following|successive|first|subsequent)* <n>CARD (such|then|following|successive|subsequent|additional)* <t>TERM", _use),
    Pattern("CAD", "(on|upon|as|of|at)* each (such|following|then|successive|subsequent|additional|OWN|COMPANY)* <t>TERM", _use),
    Pattern("CAD", "(on|upon|as|of|at)* each of (the|OWN|COMPANY)+ <t>TERM (?! COMMA? and)", _use),
    Pattern("ANCHOR", "the? <n>NTH <t>TERM(?! (MEANW|be|will|COLON|CLOSE))", _nth),
    Pattern("DATES", "(the|such|its|OWN)* FREQ? (vesting date|TERM) OPEN (MEANW|COMMA|on)* <l>DATES CLOSE", lambda m: m["l"]),
    Pattern("DATES", "(COMMA? (with|on|and))? (the|its)? vesting date (of|on|be|COLON)+ (?= DATES) DATES", lambda m: m.all()[-1].value),
    Pattern("DEF", "<t>TERM (MEANW|be|COLON|have|the|following|will)+ (each of?)? <d>(MONTHDAYS|MONTHDAY) (COMMA? (of|in) (each|any|a|MADE)+ calendar? year)?", _days),
    Pattern("ANCHOR", "the? CONDW <t>TERM", lambda m: Anchor("term:" + m["t"])),
    Pattern("ANCHOR", "the? (?<!be a)<t>TERM(?! (MEANW|be|will|COLON|CLOSE|COMMA as UNKNOWN))", lambda m: Anchor("term:" + m["t"])),
]  # fmt: skip

_FIRST, _LATER, _IS = "(first|CONDW)", "(subsequent|following|successive|additional|other|then)+", "(MEANW|be|will)+"
_NAMED = "OPEN (in each case COMMA?)? (each|such|the|a|date|COMMA|MEANW|together|collectively|QUIETW)* <t>TERM CLOSE"
GIVEN = [
    Pattern("DEF", f"the? {_FIRST} <t>TERM {_IS} <s>ON (COMMA? and|SEMI|COMMA) (<u>CAD|(the|all)* {_LATER} TERM) {_IS} <v>CAD <w>FROM? THEN?", _begun),
    Pattern("DEF", f"((the term)? <t>TERM {_IS} <v>CAD|<e>DEF) (COMMA|SEMI) (with|and)? the {_FIRST} (TERM|such date)? {_IS} <s>ON", _begun),
    Pattern("ON", f"<v>ON {_NAMED}", _nearest),
    Pattern("LIST", f"<v>LIST {_NAMED}", lambda m: Defined(m["t"], m["v"])),
    Pattern("CAD", f"<v>CAD {_NAMED}", lambda m: Defined(m["t"], m["v"])),
    Pattern("DEF", "(each of)? <v>(ON|LIST|CAD) be a <t>TERM", lambda m: Defined(m["t"], m["v"])),
    Pattern("DEF", "<t>TERM (COMMA as UNKNOWN (in|under) (DET|HEAD|SUBJ|agreement|PLAN|plan)* COMMA)? (MEANW|be|COLON|will|to)+ <v>(ON|LIST|CAD)", lambda m: Defined(m["t"], m["v"])),
    Pattern("DEF", "<d>DEF COMMA? <w>(FROM|BEGIN)", _bounded),
    Pattern("DEF", "(COMMA? when the?|for (this|INSTRU|of|DET|HEAD|SUBJ|agreement)* COMMA? the?|as UNKNOWN (herein|in (DET|footnote|SUBJ|agreement)+) COMMA the?|the term) <d>DEF", lambda m: m["d"]),
]  # fmt: skip
