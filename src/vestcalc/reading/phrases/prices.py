"""What a share costs: "at a price of C$0.45 per share", "with an exercise price equal to the closing price on the date of grant".

Leave QUIET.
"""

from vestcalc.reading.besides_words import words
from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import verbs_before
from vestcalc.reading.phrases.names import FOR_SO_MANY
from vestcalc.reading.phrases.shares import Subject
from vestcalc.terms.models import FromAnchor

#: The words of a market price; others, beside names, may tell of a hurdle.
_QUOTED = words(
    """
    fair quoted reported trading traded average mean high low volume weighted official regular session mid bid sale sales then common strike
    subscription prior preceding last exchange global select capital prices composite tape
    """
)
#: What the price is paid for.
_PAID = frozenset(["exercise", "purchase", "strike", "subscription", "option"])
_COMPARED = frozenset(["exceed", "exceeds", "exceeding", "exceeded", "reaches", "reached"])


def _price(m: Match) -> str | None:
    """ "exercisable at a price of C$0.45 per share"; what vests at a price waits for it."""
    verbs = verbs_before(m)
    subscribed = "exercise" in m.words() or any(n.value in ("subscribe", FOR_SO_MANY) for n in m.nodes)
    return "price" if subscribed or (verbs and verbs[-1].exercisable) else None


def _of_price(m: Match) -> str | None:
    """ "at 54 pence per share, being the closing price on the dealing day before"."""
    before = m.before()
    return "price" if before is not None and before.value == "price" else None


def _at_market(m: Match) -> str | None:
    """ "With an exercise price equal to 100% of the fair market value of a share on the date of grant"."""
    counted = any(isinstance(v, Subject) and v.units not in (None, 1) for v in m.values("SUBJ"))
    day = m["d"]
    if m.words().isdisjoint(_PAID) or not m.words().isdisjoint(_COMPARED):
        return None
    told = day is None or not verbs_before(m) or (isinstance(day, FromAnchor) and day.anchor == "grant" and not day.plus)
    return "price" if told and not counted and _QUOTED.issuperset(m.values("UNKNOWN")) and _QUOTED.issuperset(m.values("PERFW")) else None


_OWN = "(DET|OWN|per|each|SUBJ|HEAD)"
_WHICH = "(COMMA|and|which|with|at|have|of|its)* (a|an|the)* (exercise|purchase|option|UNKNOWN) price"
_QUOTE = "(the|a|OWN|DET|UNKNOWN|PERFW|QUIETW|market|closing|closed|last|of|UNKNOWN and UNKNOWN)*"
PATTERNS = [
    Pattern(
        "QUIET",
        "at (DET|OWN|SUBJ|exercise|purchase)* ((price (of|equal to)?)? NAME? MONEY ((each|per) (DET|OWN|SUBJ)+)?|price (CONDW|above|below)+)",
        _price,
    ),
    Pattern(
        "QUIET", f"{_WHICH} (per|each|SUBJ|HEAD)* (of|equal to|be)+ NAME? MONEY ((each|per) (DET|OWN|SUBJ)+)? COMMA?", lambda m: "price"
    ),
    Pattern(
        "QUIET",
        f"{_WHICH} (per|each|SUBJ|HEAD)* (of|EQUAL|equal|equals|to|be)+ (AMOUNT|PCT|of)* {_QUOTE} (price|value) ({_OWN}|of|on the? NAME|NAME)* <d>ON? COMMA?",
        _at_market,
    ),
    Pattern("QUIET", "(?<=QUIET) COMMA? which? be (TAIL|EQUAL)+ (?= (STOP|SEMI|COMMA|and))", _of_price),
]
