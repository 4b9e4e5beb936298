"""The day of a grant: "granted on May 3, 2021", "was granted 8,000 units on May 3, 2021", "from an award made on May 3, 2021".

Leave GRANTED, a date, or a tuple of them where several grants are spoken of.
"""

from datetime import date
from typing import Any

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.tokens.lexicon import kind_set
from vestcalc.terms.models import FromAnchor, OnDate


def _when(m: Match) -> Any:
    """The stated day of a grant; several days name several grants, and none of them."""
    day = m["d"]
    return day if isinstance(day, date | tuple) and not hasattr(day, "stated") else getattr(day, "stated", None)


def _in_month(m: Match) -> str | None:
    """ "Units granted in February 2017 that vest on D": when exactly does not matter, as they vest on days that are told."""
    dated = False
    for node in m.nodes[m._m.end() :]:
        if node.kind in _RECKONED:
            return None
        if node.kind in _PARTED:
            break
        dated = dated or node.kind in _DATES
    return "granted" if dated else None


_RECKONED, _PARTED, _DATES = kind_set("ANCHOR anniversary grant award"), kind_set("SEMI granted awarded"), kind_set("DATE DATES")


def _on_joining(m: Match) -> str | None:
    """ "Granted in connection with his appointment as Chief Executive Officer"."""
    return "granted" if m["a"].name == "commencement" and m["a"].stated is None else None


PATTERNS = [
    Pattern("GRANTED", "(from|under (?! award on)|pursuant to) DET* MOD* (award|grant) (that|which|be)* (MADE|granted|awarded|dated)? (on|effective|as|of)* <d>DATE", _when),
    Pattern("GRANTED", "COMMA? (which|that)? (be|have)* (originally)? (granted|awarded|MADE) (to (DET|OWN)+)? (by (DET|OWN)+)? (effective|on|as|of|COMMA)* <d>(DATE|DATES) COMMA?", _when),
    Pattern("GRANTED", "(?<! dated)(on|effective|as|of)* <d>DATE COMMA? (DET|OWN|STOCKWORD)+ (will (?= be))? (be|have)* (granted|awarded|acquired|receive (?= a MOD* (award|grant) of)) (a MOD* (award|grant) of (?= INT))?", _when),
    Pattern("granted", "will hereby? (grant|award) to? (DET|OWN)+ (?= (MOD|INT|NUM|HEAD))", lambda m: "granted"),
    Pattern(
        "granted",
        "will UNKNOWN to (DET|OWN|STOCKWORD|HEAD)+ that (DET|OWN)+ (be (granted|awarded)|receive|(grant|award) to? (DET|OWN)*) (?= (DET|MOD|INT|NUM|HEAD))",
        lambda m: "granted" if m.words() & {"recommend"} else None,
    ),
    Pattern("granted", "will be (granted|awarded) (?= (DET|MOD|INT|NUM|HEAD))", lambda m: "granted"),
    Pattern("GRANTED", "(?<=award|grant) dated (as|of)* <d>DATE", _when),
    Pattern("GRANTED", "(DET|OWN)+ receive (DET|MOD)* HEAD on <d>DATE", lambda m: m["d"]),
    Pattern("GRANTED", "(on|effective)? <d>(DATE|ANCHOR) COMMA (DET|OWN|STOCKWORD)+ (approval|granted|awarded)", _when),
    Pattern("QUIET", "(COMMA? (which|that))? (be|have)* original? (granted|awarded|MADE) ((in|during)? MONTHYEAR|(in|during) (fiscal|calendar)* year? YEAR) COMMA?", _in_month),
    Pattern("QUIET", "COMMA? (granted|awarded) (in connection with|on|at) <a>ANCHOR (as (DET|PERSON|OWN|STOCKWORD|of|and)+)? COMMA?", _on_joining),
    Pattern("QUIET", "(to (?= be granted))? (be|have)+ (granted|issuance|awarded|acquired) (to (DET|OWN)+)? (?= (pursuant|under|in|as|COMMA|and|by|QUIET))", lambda m: "granted"),
]  # fmt: skip

_LISTED = kind_set("COMMA and")
_BETWEEN, _GRANTING = kind_set("SUBJ PLAN QUIET DET OWN STOCKWORD to by"), kind_set("granted awarded")


def _told_of_grant(m: Match) -> bool:
    """Whether a day stands behind "was granted 8,000 units under the plan", or behind "were granted to him by the board"."""
    for node in reversed(m.nodes[: m._m.start()]):
        if node.kind in _GRANTING or node.value == "granted" or (isinstance(node.value, Subject) and node.value.given):
            return True
        if node.kind not in _BETWEEN and not (node.kind in _LISTED or isinstance(node.value, OnDate)):
            return False
    return False


def _granted_on(m: Match) -> date | None:
    return m["b"].date if isinstance(m["b"], OnDate) and _told_of_grant(m) else None


def _granted_when(m: Match) -> str | None:
    """ "Options granted to directors on the date of the annual meeting": a grant's day that is not dated."""
    event = isinstance(m["b"], FromAnchor) and m["b"].anchor == "event" and not m["b"].plus
    return "granted" if event and _told_of_grant(m) else None


def _in_year(m: Match) -> str | None:
    """ "Was granted 6,000 shares in 2021, vesting on D": when exactly does not matter, as they vest on days that are told."""
    after = [v for n in m.nodes[m._m.end() :] for v in (n.value if isinstance(n.value, tuple) else (n.value,))]
    moments = [getattr(v, "start", None) or getattr(v, "after", None) or v for v in after]
    counted = any(isinstance(v, FromAnchor) and v.anchor != "event" for v in moments)
    return "granted" if not counted and any(isinstance(v, OnDate) for v in moments) else None


#: The day of a grant whose size stands between: "was granted 8,000 units on D".
BEHIND = [
    Pattern("QUIET", "(in|during) (fiscal|calendar)* year? (YEAR|MONTHYEAR)", lambda m: _in_year(m) if _told_of_grant(m) else None),
    Pattern("GRANTED", "<b>ON", _granted_on),
    Pattern("QUIET", "to? <b>ON", _granted_when),
    Pattern("granted", "(each (DET|OWN|STOCKWORD)+ will|(DET|OWN|STOCKWORD)+) (be|have)* (granted|awarded|receive (?= (DET|OWN)* SUBJ QUIET? COMMA? ((AMOUNT of|which SUBJ)? VERB|QUIET OVER VERB))) (DET|OWN)* (?= SUBJ)", lambda m: "granted"),
    Pattern("QUIET", "(in|during) (fiscal|calendar)* year? (YEAR|MONTHYEAR) COMMA? (?= (granted|SUBJ QUIET* GRANTED))", lambda m: _in_year(m)),
]  # fmt: skip
