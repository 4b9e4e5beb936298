"""What a share costs, and what units are worth: "at a price of C$0.45 per share", "with an exercise price equal to the closing price on
the date of grant", "units with a value of $9,000, which vest ...".

Leave QUIET. Nothing vests by a price that is paid; one that something waits for ("vests at a price of $20") is left to be a goal.
"""

from vestcalc.reading.besides_words import words
from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import verbs_before
from vestcalc.reading.phrases.names import FOR_SO_MANY
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind
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
_BY_A_MODEL = words(
    "using based under by black scholes sholes merton binomial lattice pricing valuation model method the option price fair"
)
_SPREAD, _FAIR = words("ranging varying strike subscription"), words("fair")
_MONEY, _AMOUNT, _VERB = kind("MONEY"), kind("AMOUNT"), kind("VERB")
_COMPARED = frozenset(["exceed", "exceeds", "exceeding", "exceeded", "reaches", "reached"])


def _price(m: Match) -> str | None:
    """ "exercisable at a price of C$0.45 per share"; what vests at a price waits for it."""
    verbs = verbs_before(m)
    subscribed = "exercise" in m.words() or any(n.value in ("subscribe", FOR_SO_MANY) for n in m.nodes)
    already = bool(verbs) and verbs[-1].bare == "exercisable" and verbs[-1].state
    return "price" if subscribed or already or (verbs and verbs[-1].exercisable) else None


def _of_price(m: Match) -> str | None:
    """ "at 54 pence per share, being the closing price on the dealing day before"."""
    before = m.before()
    return "price" if before is not None and before.value == "price" else None


def _at_market(m: Match) -> str | None:
    """ "With an exercise price equal to 100% of the fair market value of a share on the date of grant"."""
    counted = any(isinstance(v, Subject) and v.units not in (None, 1) for v in m.values("SUBJ"))
    day, verbs = m["d"], verbs_before(m)
    exercised = bool(verbs) and verbs[-1].exercisable and day is not None
    if (m.words().isdisjoint(_PAID) and not exercised) or not m.words().isdisjoint(_COMPARED):
        return None
    told = day is None or not verbs or (isinstance(day, FromAnchor) and day.anchor == "grant" and not day.plus)
    return "price" if told and not counted and _QUOTED.issuperset(m.values("UNKNOWN")) and _QUOTED.issuperset(m.values("PERFW")) else None


def _from_to(m: Match) -> str | None:
    """ "Had exercise prices between $1.10 and $2.40", "ranging from $1 to $2"; "between $1" alone has lost its other end."""
    spread = m.words() & {"between", "from"}
    return "price" if {n.word for n in m.all("w")} <= _SPREAD and (not spread or m.has("to")) else None


def _valued(m: Match) -> str | None:
    """ "And are valued at $5,000 using the Black-Scholes model": by what they were valued, and nothing else."""
    told = {n.word for n in [*m.all("r"), *m.all("u")]} - {""}
    return "value" if told <= _BY_A_MODEL else None


def _worth(m: Match) -> str | None:
    """ "Units with a grant date fair value of $9,000, which vest ...": all of them; "units with a value of $9,000 vest each year" are a part."""
    on = m["on"]
    granted = on is None or (isinstance(on, FromAnchor) and on.anchor == "grant" and not on.plus)
    once = sum(n.kind == _MONEY for n in m.nodes) == 1 and not any(n.kind == _AMOUNT for n in m.nodes)
    after = m.nodes[m._m.end() :][:2]
    relative = any(n.value.__class__ is Verb and n.value.relative for n in after) or after[0].kind != _VERB
    return "worth" if granted and once and relative and {n.word for n in m.all("u")} <= _FAIR else None


_EACH = "((each|per) (DET|OWN|SUBJ)+)?"
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
        "QUIET",
        "(COMMA|and|which|with|at|have|of|its)* (a|an|the)* (exercise|purchase|option|reference|UNKNOWN) price (per|each|SUBJ|HEAD)*"
        f" (of|(EQUAL|equal) to|be|between|<w>UNKNOWN? from)+ NAME? MONEY <to>((and|to) NAME? MONEY)? {_EACH} COMMA?",
        _from_to,
    ),
    Pattern(
        "QUIET",
        f"({_WHICH} (per|each|SUBJ|HEAD)* (of|EQUAL|equal|equals|to|be)+ (AMOUNT|PCT|of)*|(?<=VERB) at) {_QUOTE} (price|value) ({_OWN}|of|on the? NAME|NAME)* <d>ON? COMMA?",
        _at_market,
    ),
    Pattern(
        "QUIET",
        "(?<=SUBJ) with (a|an|the|target|aggregate|total)* <on>ON? <u>UNKNOWN? value (of|(EQUAL|equal) to) NAME? MONEY (CAD (?= COMMA which))?"
        " (?= (COMMA? (which|VERB|subject|QUIET)|STOP))",
        _worth,
    ),
    Pattern(
        "QUIET",
        "COMMA? and be? value at MONEY <r>(UNKNOWN (the|NAME|DASH|option|price|UNKNOWN)+)?"
        f" (COMMA? represent (a|the)* <u>UNKNOWN? market (value|price) of MONEY {_EACH})? (?= (STOP|COMMA|SEMI))",
        _valued,
    ),
    Pattern("QUIET", "(?<=QUIET) COMMA? which? be (TAIL|EQUAL)+ (?= (STOP|SEMI|COMMA|and))", _of_price),
]
