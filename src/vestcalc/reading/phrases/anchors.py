"""The dates that relative words count from: "the date of grant", "the Vesting Commencement Date of March 31, 2021", "that date".

Leave ANCHOR, an `Anchor`: its name, and the date where the words give it beside the name ("the grant date, May 12, 2014").
"""

from datetime import date

from msgspec import Struct

from vestcalc.reading.grammar import Build, Match, Pattern
from vestcalc.terms.models import AnchorName


class Anchor(Struct, frozen=True, gc=False):
    """`name` is an anchor of the terms, or "that": the date or anchor last spoken of."""

    name: AnchorName | str
    stated: date | None = None


def _given(m: Match) -> Anchor | None:
    anchor: Anchor = m["a"]
    if anchor.name == "that" or (anchor.stated and anchor.stated != m["d"]):
        return None
    return Anchor(anchor.name, m["d"])


def _again(m: Match) -> Anchor | None:
    """ "The date of hire (hire date 2/7/21)"."""
    return m["b"] if m["b"].stated and m["a"] == Anchor(m["b"].name) else None


def _the_grant(m: Match) -> Anchor | None:
    """ "On grant", "one year after the award"; "restrictions on the award" are no day."""
    i = m._m.start()
    return None if i > 1 and m.nodes[i - 2].word.startswith("restriction") else Anchor("grant", m["d"])


#: How words point to the row's Date Exercisable: "beginning on the date indicated", "the date shown in column 6".
_INDICATED = frozenset(["indicated", "shown", "listed", "displayed", "appearing"])
_OF_COLUMN = frozenset(["column", "exercisable", "table", "row"])
#: Its number in Form 3 and in Form 4; column 3 gives the date of the transaction.
_COLUMNS = frozenset([2, 6])
_COLUMN = "(the|this|MEMOW|INT|OPEN|CLOSE|UNKNOWN|MADE|date|exercisable|exercise)"


def _of_column(m: Match) -> Anchor | None:
    """Whether the column is named, or else the date is only shown: what stands "in the award agreement" is no column."""
    if where := m.all("in"):
        told = not _OF_COLUMN.isdisjoint(n.word for n in where) and _COLUMNS.issuperset(m.values("INT", "in"))
    else:
        told = m.has("c") or not _INDICATED.isdisjoint(m.words())
    return Anchor("exercisable") if told else None


def _certified(m: Match) -> Anchor | None:
    """ "One-half vests upon such certification": the day on which goals were found to be met, if that is told (`anaphora`)."""
    return Anchor(CERTIFIED) if "certification" in m.words() else None


#: The name of that day.
CERTIFIED = "term:certification"


def _always(name: str) -> Build:
    return lambda m: Anchor(name)


def _signed(m: Match) -> Anchor | None:
    """ "Upon the execution of this agreement": its date."""
    return Anchor("grant") if m["w"] in ("execution", "signing") else None


PATTERNS = [
    Pattern("ANCHOR", "((DET|OWN|original|effective|STOCKWORD)*|(DET|OWN) (restricted|MOD)* HEAD) (award (?= grant))? (grant|award|issuance|issue) date ((of) (DET|OWN|MOD)* HEAD)?", _always("grant")),
    Pattern("ANCHOR", "(the|effective|its|on)* date of (DET|OWN|original|MOD)* (grant|award|issuance)( of (DET|OWN|MOD)* HEAD)?", _always("grant")),
    Pattern("ANCHOR", "the? (date|day) (on|as of)* (which|that)? (DET|OWN|MOD)* be (granted|awarded|issuance|MADE)", _always("grant")),
    Pattern("ANCHOR", "the? date of this (MOD|HEAD)* agreement", _always("grant")),
    Pattern("ANCHOR", "the? date hereof", _always("hereof")),
    Pattern("ANCHOR", "(the date of)? the? <w>UNKNOWN (of (this|the) (MOD|HEAD)* agreement|hereof)", _signed),
    Pattern(
        "ANCHOR",
        f"(?<=on|from|beginning|with)(the|that)? (<c>(date exercisable)|(exercise|exercisable)? date) (UNKNOWN|CONDW)* <in>((in|under) {_COLUMN}+)? above?",
        _of_column,
    ),
    Pattern("ANCHOR", "the? date of (this|such) (report|MEMOW)", _always("report")),
    Pattern("ANCHOR", "the? (transaction date|date of (this|the) transaction) (reported (above|herein)?)?", _always("grant")),
    Pattern("ANCHOR", "(DET|OWN)* vcd (?! CLOSE)", _always("commencement")),
    Pattern("QUIET", "OPEN (the|MEANW|COMMA)* vcd CLOSE", lambda m: "name"),
    Pattern("ANCHOR", "(DET|OWN)* vesting (commencement|beginning|reference|measured) date", _always("commencement")),
    Pattern("ANCHOR", "the? (date|day) (on which)? (DET|OWN|MOD)* vesting (beginning|commencement)", _always("commencement")),
    Pattern("ANCHOR", "(DET|OWN)* (employment|service|hire)* (commencement|hire|beginning) date (with (OWN|DET)+)?", _always("commencement")),
    Pattern("ANCHOR", "(DET|OWN)* first day of (employment|service) (with (OWN|DET)+)?", _always("commencement")),
    Pattern("ANCHOR", "(the|effective)* date of (DET|OWN)* employment agreement", _always("commencement")),
    Pattern("ANCHOR", "(DET|OWN)* (date of)? (DET|OWN)* (commencement of (DET|OWN)* (employment|service)|hire) (with (OWN|DET)+)?", _always("commencement")),
    Pattern("ANCHOR", "(the|OWN|such|its|they) <d>DATE <a>ANCHOR", _given),
    Pattern("ANCHOR", "<d>DATE OPEN (the|MEANW|QUIETW|COMMA)* <a>ANCHOR CLOSE", _given),
    Pattern("ANCHOR", "<d>DATE COMMA (which be)? (the|OWN)* <a>ANCHOR (?= (STOP|SEMI|COMMA|and|subject))", _given),
    Pattern("ANCHOR", "<a>ANCHOR (of|COMMA|on|OPEN|COMMA? which be|COMMA be|COMMA which (for|in) (DET|award|grant|option)* be|OPEN which be)? <d>DATE CLOSE?", _given),
    Pattern("ANCHOR", "<a>ANCHOR DASH <d>DATE (DASH|(?= COMMA))", _given),
    Pattern("ANCHOR", "<a>ANCHOR OPEN (the|MEANW)* <b>ANCHOR CLOSE?", _again),
    Pattern("ANCHOR", "(the|this|its) (grant|award) COMMA <d>DATE", lambda m: Anchor("grant", m["d"])),
    Pattern("ANCHOR", "(?<=FRONT|of) (the|such|that|its)* (date of)? (the|such|that)* certification date? (?! COMMA DATE)(?= (STOP|SEMI|COMMA|and))", _certified),
    Pattern("ANCHOR", "(?<=FRONT) (DET|time|of)* (grant|issuance|award|granted|awarded)(?! (of|date|HEAD|to|MOD|in|under|MADE|dated)) (on <d>DATE)?", _the_grant),
    Pattern("ANCHOR", "(?<=FRONT) be? PAYW (to (the|OWN|director)+ UNKNOWN)? (?= (COMMA|and|but|STOP|SEMI|CLOSE))", lambda m: Anchor("grant") if m.words() & {"credited"} else None),
    Pattern("ANCHOR", "(that|such) (closing|meeting|approval|event) (?! (of|by|with|date|price|for))", _always("that")),
    Pattern("ANCHOR", "(this|such|that) (same)? date | (?<=on) (such|that) NTH? anniversary date? (?! (of|INT|ONES))", _always("that")),
    Pattern("ANCHOR", "(?<!PCT)(?<!FRAC)thereof", _always("that")),
]  # fmt: skip
