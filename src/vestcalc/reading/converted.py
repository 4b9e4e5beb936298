"""What units of a partnership can be turned into, once they have vested: no term of their vesting.

"Vested LTIP units may be converted into OP units upon reaching parity of their capital accounts, and may then be redeemed for cash or, at
the election of the issuer, for common shares." A sentence of which every word is of such a conversion is passed over, and so is the tail of
one that tells before when the units vest. The vocabulary is closed: no number but a par value, no word that gives a part away, no "vest".

In: the tokens of a sentence. Out: those that are left, none where nothing else was said.
"""

from collections.abc import Sequence

from vestcalc.reading.besides_words import words
from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set

_TURN = words(
    "convert converts converted convertible conversion redeem redeemed redeemable redemption exchange exchanged exchangeable presented"
)
_KNOWN = _TURN | words(
    """
    the a an this these those such its their his her of to in on for is are was be or as and all any each one two three with by unit
    units ltip ltips op class common partnership partnerships operating limited interest interests share shares stock stocks ordinary
    profits restricted special trust company company's issuer issuer's holder holder's holders reporting person person's general
    partner partner's may will can then also right rights option election elects into equal equivalent number basis cash value fair
    market amount upon following after occurrence certain events event once when if vested vesting that which has have had reaching
    achieving achieves achieved reach reaches economic capital account accounts equivalency equivalence parity full fully paid minimum
    allocations allocation conditioned subject adjustment adjustments limitations limitation conditions set forth agreement federal
    u.s income tax purposes holding period including during were held year years anniversary issuance date expiration no expire
    liquidating distributions distribution respect initially pursuant accordance terms booked book-up target time eligible issued
    respective underlying resulting received per representing outstanding beneficial so current settled settle delivery par cause from
    over acquire acquired acquires thereafter enjoy satisfaction portion dates reached based splits split extraordinary similar
    specified issuable long term incentive plan amended restated described footnote footnotes below above provided amendment
    designated before i ii eighth ninth tenth eleventh twelfth grant & presented been
    """
)
#: Before "vested" these say that it has vested, or when it does.
_STATES = words("is are was were be been become becomes fully immediately")
_WHO = words("holder company company's issuer issuer's partner person partnership trust")
_ANY = kind_set("NAME NAMED COMPANY CORPSUF COMMA OPEN CLOSE SLASH DASH MONEY")
_STOP, _COMMA, _AND, _MAY, _INT = map(kind, ["STOP", "COMMA", "and", "may", "INT"])
_ENDING = kind_set("COMMA and or CLOSE STOP SEMI")
_LISTING, _NUMBERED, _FEW = kind_set("COMMA and"), words("class footnote footnotes note notes"), 30
_CAN_BE = words("may are is will convertible exchangeable redeemable")
#: So soon after "and may" the conversion is named.
_SOON = 4


def without_conversion(tokens: list[Node]) -> list[Node]:
    """The tokens without what they say of a conversion, if they say so and nothing else of the units."""
    if not any(t.value in _TURN for t in tokens) or (start := _tail(tokens)) is None:
        return tokens
    if start and tokens[-1].kind == _STOP:
        return [*tokens[:start], tokens[-1]]
    return tokens[:start]


def _tail(tokens: Sequence[Node]) -> int | None:
    """Where the words of a conversion begin that go on to the end: at the beginning, or at ", and may (then) be converted"."""
    end = len(tokens) - (tokens[-1].kind == _STOP)
    first = end
    while first and _known(tokens, first - 1):
        first -= 1
    if first == 0:
        return 0 if any(t.value in _CAN_BE for t in tokens) else None
    for i in range(max(first, 1), end - 1):
        if tokens[i].kind == _AND and tokens[i + 1].kind == _MAY and any(t.value in _TURN for t in tokens[i + 2 : i + 2 + _SOON]):
            return i - (tokens[i - 1].kind == _COMMA)
    return None


def _known(tokens: Sequence[Node], i: int) -> bool:
    """Whether a word may stand in such a sentence where it stands."""
    word, before = tokens[i].value, tokens[i - 1].value if i else ""
    if tokens[i].kind == _INT:
        listed = i > 1 and tokens[i - 1].kind in _LISTING and tokens[i - 2].kind in (_INT, _COMMA)
        return word <= _FEW and (listed or before in _NUMBERED)
    if word in _ONLY:
        return _ONLY[word](tokens, i)
    return tokens[i].kind in _ANY or word in _KNOWN


def _has_vested(tokens: Sequence[Node], i: int) -> bool:
    """ "Once vested", "vested units"; "are vested" says when they do."""
    return i == 0 or tokens[i - 1].value not in _STATES


def _has_none(tokens: Sequence[Node], i: int) -> bool:
    """ "Do not have an expiration date", and no other denial."""
    said = [t.value for t in tokens[max(i - 1, 0) : i + 3]]
    return any(said[k : k + 3] in (["do", "not", "have"], ["does", "not", "have"]) for k in range(2))


def _at_choice(tokens: Sequence[Node], i: int) -> bool:
    """ "At the option of the holder"; "at the election of the issuer" between commas."""
    said = [t.value for t in tokens[i + 1 : i + 3]]
    if (
        "option" in [t.value for t in tokens[i + 1 : i + 5]]
        or said == ["any", "time"]
        or (said[:1] == ["least"] and tokens[i - 1].value == "for")
    ):
        return True
    ends = next((k for k in range(i + 3, len(tokens)) if tokens[k].value in _WHO), len(tokens)) + 1
    return "election" in said and i > 0 and tokens[i - 1].kind == _COMMA and (ends >= len(tokens) or tokens[ends].kind in _ENDING)


def _for_so_long(tokens: Sequence[Node], i: int) -> bool:
    """ "Provided that it has been outstanding for at least two years"."""
    return [t.value for t in tokens[max(i - 2, 0) : i]] == ["for", "at"]


def _names_units(tokens: Sequence[Node], i: int) -> bool:
    """ "Performance LTIP units", and no performance of anything."""
    return any(t.value in _UNITS for t in tokens[i + 1 : i + 2])


_UNITS = words("unit units ltip ltips")
#: Words that may stand only where these say.
_ONLY = {
    "vested": _has_vested,
    "not": _has_none,
    "do": _has_none,
    "does": _has_none,
    "at": _at_choice,
    "least": _for_so_long,
    "performance": _names_units,
}
