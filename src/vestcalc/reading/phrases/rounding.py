"""How parts come to whole shares: "in each case rounded down to the nearest whole share", "with any fractional share rounded up".

Such words move no date. They are passed over as quiet with the value "rounding", so that they are recorded; how shares are rounded is told by the
user's mode. Only words that say of rounding what is rounded and to what belong to it: an amount or a date among them ends it.
"""

from vestcalc.reading.grammar import Match, Pattern

_DAY = "(on|in) (the|each|such|that|last|vesting|applicable)+ (date|INSTALL)"
_WHAT = f"(any|each|all|the|such|that|fractional|INSTALL|HEAD|number|of|amount|so|vesting {_DAY})*"
_TO = (
    "((to (the|a|its|next|nearest|lower|higher|lowest|highest|whole)+|(any|all|each)? fractional) (HEAD|number|of|STOCKWORD|restricted)+)?"
)
#: "... on each of the first two anniversaries and rounding up on the third anniversary".
_ON_SOME = "(on (each of)? the (first|ORDW|last) ONES? (anniversary|INSTALL|vesting? date))?"
_REST = "(the|all|any|rest|balance|of|remaining|unvested|INSTALL|HEAD)+"
#: "... except on the last vesting date, on which all remaining shares vest", "... with the balance vesting in the last installment".
_LAST = (
    f"(COMMA? (except|save) (that|with respect to|in the case of|for|on|in|COMMA)* the last vesting? (date|INSTALL) (COMMA? (on|in) which {_REST} will? (vest|be))?"
    f"|COMMA? (with|and) {_REST} (vesting|vest|to vest|will vest) (on|in) the last vesting? (date|INSTALL))"
)


def _rounding(m: Match) -> str | None:
    """ "Rounded up or down to the nearest", but not "rounded up to the next lower"."""
    return None if {"up", "lower"} <= (words := m.words()) or {"down", "higher"} <= words else "rounding"


def _as_can_be(m: Match) -> str | None:
    """ "In equal (as nearly as possible) installments"."""
    return "rounding" if m["w"] in ("possible", "practicable", "practical") else None


_PARTS = "(HEAD|INSTALL|STOCKWORD|number|of)+"
_AVOIDED = frozenset(["avoid", "prevent", "eliminate", "avoiding", "preventing", "eliminating"])


def _no_fractions(m: Match) -> str | None:
    """ "(adjusted monthly to avoid the vesting of fractional shares in any month)"."""
    return "rounding" if m["u"] in _AVOIDED else None


PATTERNS = [
    Pattern(
        "QUIET",
        f"(COMMA|OPEN|SEMI)? (and|but)? (in each case COMMA?)? (with|subject to)? {_WHAT} (to be|be|will be)? (rounded|rounding) (up|down)? (or (up|down))? (in each case)? {_TO} {_ON_SOME} {_LAST}? CLOSE?",
        _rounding,
    ),
    Pattern(
        "equal",
        "equal (COMMA|OPEN)? as substantially equal? as <w>(UNKNOWN|practicable) (COMMA|CLOSE)?",
        lambda m: "equal" if _as_can_be(m) else None,
    ),
    Pattern("QUIET", "(COMMA|OPEN)? (in)? as substantially equal? as <w>(UNKNOWN|practicable) CLOSE?", _as_can_be),
    Pattern(
        "QUIET",
        f"(COMMA|OPEN)? (in each case)? (GRANTW|rounded)? FREQ? SOTHAT? to <u>UNKNOWN (the|any)* ((vesting|issuance) of)? (a|any)* fractional {_PARTS} ((in|on) (any|each) (UNIT|INSTALL|vesting? date))? CLOSE?",
        _no_fractions,
    ),
]
