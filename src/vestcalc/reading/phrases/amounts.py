"""How much: "25% of the shares", "one-third", "the remaining 75%", "half of the remainder", "5,017 RSUs", "the other half", "all of them".

Leave AMOUNT, an `Amt`, and AMOUNTS for lists ("10%, 20%, 30% and 40%"). A percentage that means thirds becomes a third.
"""

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.numbers import thirds
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import ALL, REST, Amount


class Amt(Struct, frozen=True, gc=False):
    """`amount`; `stated`: the fraction given beside "remaining"; `subject`: of what; `more`: "an additional"; `which`: "of which"; `most`: not more; `last`; `nth`: the second, the next;
    `but`: how many it leaves out."""

    amount: Amount
    subject: Subject = Subject()
    stated: Fraction | None = None
    more: bool = False
    which: bool = False
    words: str = ""
    first: bool = False
    most: bool = False
    last: bool = False
    nth: bool = False
    but: Fraction | None = None


def _fraction(m: Match) -> Fraction | None:
    value = m["p"]
    if m["half"]:
        return Fraction(1, 2)
    return thirds(value) if isinstance(value, Fraction) else None


def _portion(m: Match) -> Amt | None:
    p = _fraction(m)
    if p is None or not 0 < p.numerator <= p.denominator:
        return None
    subject = m["s"] or Subject()
    words = m.words("lead")
    if words >= {"every", "other"}:
        return None
    if words & {"remaining", "other", "rest", "balance"}:
        return Amt(REST, subject, stated=p)
    of_rest = subject.remaining or subject.unvested or m.has("rest")
    return Amt(
        Amount(portion=p, of="remaining" if of_rest else "whole"),
        subject,
        more=bool(words & {"additional", "further", "another"}),
        which=m.has("which"),
        first=bool(words & {"first", "initial"}),
        last=bool(words & {"last", "final"}),
        nth="next" in words or any(n.kind == _ORD for n in m.all("lead")),
    )


def _rest(m: Match) -> Amt | None:
    """ "The rest", "the remaining shares"; what "remains" is no part."""
    return None if m.words() & {"remain", "remains"} else Amt(REST, m["s"] or Subject())


def _rest_part(m: Match) -> Amt | None:
    """ "The remaining portion vests", "the remaining portion of the option"; "the remaining installments" are several."""
    return Amt(REST, m["s"] or Subject()) if m["s"] is not None or m.words() & {"portion", "part"} else None


def _all_left(m: Match) -> Amt | None:
    """ "Half on D1 and all of the shares then remaining unvested on D2"."""
    s: Subject = m["s"]
    return Amt(REST, s) if s.remaining and s.units is None else None


def _others(m: Match) -> Amt | None:
    """ "The others vest on D"; "the other" is one of two."""
    return None if m.words() & {"other"} else Amt(REST)


def _rest_number(m: Match) -> Amt | None:
    """ "The remaining 8,000", "the 8,000 remaining": what is left, with its number to be compared."""
    return Amt(REST, Subject(units=Fraction(m["n"]))) if "remaining" in m.words() else None


def _ranked_number(m: Match) -> Amt:
    """ "An additional 1,500", "the last 2,000": so many units, the noun left out."""
    words = m.words()
    nth = "next" in words or _ORD in m.kinds()
    return Amt(Amount(units=Fraction(m["n"])), more=True, first="first" in words, last=not words.isdisjoint(("last", "final")), nth=nth)


def _numbered(m: Match) -> Amt:
    """ "Tranche A (40,000) vests on D"."""
    return Amt(Amount(units=Fraction(m["n"])))


def _all(m: Match) -> Amt:
    return Amt(ALL, m["s"] or Subject(), which=m.has("which"))


def _all_but(m: Match) -> Amt | None:
    """ "All but 3,000 of the shares", "fully vested except for 3,000 shares, which vest ...": the others, once those are told."""
    left_out = m["n"] or m["s"] or m.nodes[m._m.end() + (m.following() == _QUIET)].value
    units = left_out.units if isinstance(left_out, Subject) else left_out
    return Amt(REST, but=Fraction(units)) if isinstance(units, int | Fraction) else None


def _list(m: Match) -> tuple[Amt, ...] | None:
    found = tuple(m.values("AMOUNT"))
    if found[-1].more and m.following() in _VESTS:  # "... 25%, and an additional 25% vests on each anniversary": of its own
        return None
    return found if len(found) > 1 else None


def _units_list(m: Match) -> tuple[Amt, ...] | None:
    found = [
        n.value.units if isinstance(n.value, Subject) else Fraction(n.value)
        for n in m.all()
        if isinstance(n.value, Subject | int | Fraction)
    ]
    if not _respectively(m) and m.following() in _VESTS:
        return None
    good = [Fraction(f) for f in found if f is not None]
    return tuple(Amt(Amount(units=f)) for f in good) if len(good) == len(found) > 1 else None


def _respectively(m: Match) -> bool:
    return any(n.value == "respectively" for n in m.nodes)


def _product(m: Match) -> Amt | None:
    """ "a third of that half"."""
    a, b = m["a"].amount, m["b"].amount
    return Amt(Amount(portion=a.portion * b.portion), m["a"].subject) if a.portion and b.portion and "whole" == a.of == b.of else None


def _both(m: Match) -> Amt | None:
    """ "20%, or 4,000 shares", "4,000 shares (20%)", "20% (4,000)": the number, and the percentage to be compared with it."""
    a, subject = m["a"].amount, m["s"] or m["a"].subject
    units = subject.units if m["n"] is None else Fraction(m["n"])
    stated = m["a"].stated if a.rest else a.portion
    if units is None or stated is None or a.of != "whole":
        return None
    subject = replace(subject, units=units)
    return Amt(REST if a.rest or subject.remaining or m.has("rest") else Amount(units=units), subject, stated=stated)


def _rest_both(m: Match) -> Amt | None:
    """ "The remaining 9,000 shares (75%)", "the balance (75%)": what is left, with its part of the whole to be compared."""
    rest, a = m["r"], m["a"].amount
    return replace(rest, stated=a.portion) if rest.amount.rest and rest.stated is None and a.of == "whole" and a.portion else None


def _tranche(m: Match) -> Amt | None:
    """ "Tranche II, covering 40,000 shares, ...": the amount it covers."""
    found = m["a"]
    if isinstance(found, Subject):
        return Amt(Amount(units=found.units), found) if found.units is not None else None
    return found if isinstance(found, Amt) else None


_TRANCHE = "(the)? (NTH (and last)? INSTALL|INSTALL (ROMAN|INT|NUM|NAME|one|a))"
_QUIET, _ORD = kind("QUIET"), kind("ORD")
_VESTS = kind_set("vest vested vesting VERB")
_LEAD = "(the|a|additional|remaining|other|first|ORD|last|next|final|initial|up_|DET)*".replace("up_|", "")
_OF = "((of|in)? <s>SUBJ | of <rest>(the? then? (rest|remaining|balance) SUBJ?) | (of|to)? <which>(which|whom) | of (they|it|such (?! half)|these) | thereof)"

_DAYS = "(DATES|MOMS|MOMENT (COMMA|and)+ the? MOMENT)"

PATTERNS = [
    Pattern("QUIET", "(?<=SUBJ)VERB as following COLON (?= (a total of)? INT VERB)", lambda m: "as follows"),
    Pattern("INT", "a total of <n>INT (?= VERB)", lambda m: m["n"]),
    Pattern("AMOUNT", "(the|remaining|other|last|CARD)* <p>(PCT|FRAC) INSTALL (?= VERB on? each of)", lambda m: Amt(Amount(portion=_fraction(m)))),
    Pattern("AMOUNT", f"the? (rest|balance) of <p>(PCT|FRAC) {_OF}?", lambda m: Amt(REST, m["s"] or Subject(), stated=_fraction(m))),
    Pattern("AMOUNT", f"<lead>{_LEAD} (<p>(PCT|FRAC)|<half>half) {_OF}?", _portion),
    Pattern("AMOUNT", "(?<!INT)(all of?)? (the|any)* (rest|remaining) ((of|in)? <s>SUBJ)? (?! (PCT|FRAC|INT|HEAD|unvested|INSTALL))", _rest),
    Pattern("AMOUNT", "the? remaining? <n>INT remaining? (?= (VERB|ON|on|of|at|COMMA|STOP))", _rest_number),
    Pattern("AMOUNT", "(a|the)? (additional|last|next|first|ORD) <n>(INT|NUM) (?= (VERB|will|ON|on|BEGIN MOM))", _ranked_number),
    Pattern("AMOUNT", "(the)? (rest|balance) of? <s>SUBJ", _rest),
    Pattern("AMOUNT", "all but for? (<s>SUBJ|<n>INT)", _all_but),
    Pattern("AMOUNT", "(?<=VERB|BASE) COMMA? (except for?|but for|other than|with the UNKNOWN of) (?= QUIET? (SUBJ|INT) COMMA? VERB)", _all_but),
    Pattern("AMOUNT", "(?<=and|COMMA) <s>SUBJ (?= on|DATE|MOM)", _all_left),
    Pattern("AMOUNT", "(each) one of <s>(SUBJ|they)", lambda m: Amt(ALL)),
    Pattern("AMOUNT", "<a>AMOUNT of <b>AMOUNT", _product),
    Pattern("AMOUNT", "<a>AMOUNT (COMMA or|OPEN or?) <s>SUBJ (CLOSE COMMA?|COMMA|(?= on|ON|DATE))", _both),
    Pattern("AMOUNT", "((the? (<rest>remaining|additional|other))? <n>(INT|NUM)|<s>SUBJ) OPEN or? <a>AMOUNT CLOSE (of SUBJ)?", _both),
    Pattern("AMOUNT", "<s>SUBJ COMMA or <a>AMOUNT COMMA", _both),
    Pattern("AMOUNT", "<r>AMOUNT (OPEN or?|COMMA or) <a>AMOUNT (CLOSE|COMMA)", _rest_both),
    Pattern("AMOUNT", "<a>AMOUNT OPEN <n>INT CLOSE (of <s>SUBJ)?", _both),
    Pattern("AMOUNT", f"{_TRANCHE} COMMA? ((covered|include|represent|equal to|OPEN|MADE up of|be)+ of?|of) (DET)* <a>(AMOUNT|SUBJ) (CLOSE|COMMA (?= (VERB|COND|and|SUBJ VERB|its VERB)))", _tranche),
    Pattern("AMOUNT", f"{_TRANCHE} (of|COMMA|OPEN)? (DET)* <a>(AMOUNT|SUBJ) CLOSE? COMMA? (?= (VERB|on|DATE|MOM|will))", _tranche),
    Pattern("AMOUNT", "(SUBJ (a|NAME|INT|ROMAN)? COMMA (over|of|be|covered|in INSTRU of)|the NTH COMMA (over|for|covered)?) <a>SUBJ COMMA (?= (VERB|COND))", _tranche),
    Pattern("AMOUNT", "INSTALL (ROMAN|INT|NUM|NAME|one|a) OPEN <n>INT CLOSE (?= VERB)", _numbered),
    Pattern("AMOUNT", "INSTALL <s>SUBJ? OPEN <a>AMOUNT CLOSE", lambda m: m["a"]),
    Pattern("AMOUNT", "(a|one) INSTALL SUBJ? QUIET <a>SUBJ (?= VERB)", _tranche),
    Pattern("AMOUNT", "(the|a)? (first|initial|ORD|last) INSTALL (OPEN|COMMA) (represent|be|of)+ <a>AMOUNT (CLOSE|COMMA) (?= VERB)", _tranche),
    Pattern("AMOUNT", "the? remaining INSTALL <s>SUBJ? (?= VERB)", _rest_part),
    Pattern("QUIET", "OPEN (the|a)* (NTH INSTALL|INSTALL (ROMAN|INT|NUM|NAME|one|a)) CLOSE", lambda m: "tranche"),
    Pattern("AMOUNT", "what be left | the other (?= COMMA? VERB)", _others),
    Pattern("AMOUNT", "(the)? all of? <s>SUBJ | all of <which>which | all of (?= VERB) | all of (its|they) (?= (on|after|from|ON|BASE))", _all),
    Pattern("AMOUNT", "((?<=and)(in full|all)|(?<=SEMI|COMMA)all) (?= (on|after|from|ON|BASE|following))", lambda m: Amt(ALL)),
    Pattern("AMOUNTS", f"of? NUMBER (COMMA NUMBER)* COMMA? and (NUMBER|SUBJ) (?! (ON|on (?! (each|of)* {_DAYS})|in|BEGIN MOM))", _units_list),
    Pattern("AMOUNTS", f"(SUBJ COMMA)* SUBJ COMMA? and SUBJ (?= COMMA? VERB? on? (each|of)* {_DAYS})", lambda m: _units_list(m) if _respectively(m) else None),
    Pattern("AMOUNTS", "of? NUMBER (SLASH NUMBER)* SLASH (NUMBER|SUBJ) (?= (on|at)? (each of)? (DATES|MOMS))", _units_list),
    Pattern("AMOUNTS", "of? AMOUNT (COMMA AMOUNT)+ (?= COMMA? (on|at)? (each of)? (DATES|MOMS))", _list),
    Pattern("AMOUNTS", "of? AMOUNT (SLASH AMOUNT)+", _list),
    Pattern("AMOUNTS", "of? AMOUNT ((COMMA) AMOUNT)* COMMA? and AMOUNT", _list),
]  # fmt: skip
