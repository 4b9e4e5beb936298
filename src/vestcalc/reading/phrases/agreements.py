"""How an agreement says, around its terms, what moves none of them: "the option to purchase 25% of the shares", "the first installment consists of".

Leave QUIET. Each is bound to what stands beside it, so that words which limit ("the option to purchase only", "the first installment of the
premium") are left over as they were.
"""

from vestcalc.reading.besides_words import words
from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import adds_nothing, verbs_before
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, OnDate

_OF_PAPERS = kind_set("NAME MEMOW COMPANY agreement plan PERSON COMMA ROMAN a ENUM PLAN QUIET")
_DAYS, _PRICED, _VERB = kind_set("ON LIST BEGIN"), kind_set("MONEY price"), kind("VERB")
_FROM = kind_set("FROM CAD")
_OTHERS, _WHO = kind_set("CONDW UNKNOWN"), words("certain contractor contractors management personnel staff advisers advisors trustees")
_LEADS, _PAPERS = words("finally additionally furthermore moreover lastly"), words("offer letter appointment service services retention")
_OF_NOTICE, _HOLDING = words("before prior advance written of"), words("behalf trust escrow nominee custody")
_GRANTS = kind_set("GRANTED granted awarded issuance")


def _of_all(m: Match) -> str | None:
    """ "So that it is vested as to all shares on the last such anniversary": of all, and no more than the days have said."""
    full = any(
        n.value.full or n.value.state or n.value.perfect if n.value.__class__ is Verb else n.value.__class__ is Subject and n.value.every
        for n in m.all()
    )
    some = any(
        (n.value.__class__ is Amt and n.value.amount.portion != 1) or (n.value.__class__ is Subject and n.value.units is not None)
        for n in m.all()
    )
    return "fully vested at last" if full and not some else None


#: The words of "except as otherwise provided in this agreement": a word beside them may say what is excepted.
_PROVIDED = words(
    """
    as otherwise expressly specifically provided set forth described specified stated noted determined contemplated required permitted
    in under by this the that these below above herein hereof hereunder hereinafter pursuant to or and may be is are section sections
    paragraph paragraphs agreement plan award terms conditions committee board administrator law article any other such an a
    """
)


def _as_provided(m: Match) -> str | None:
    said = [n for n in m.all()[1:] if n.word]
    return adds_nothing(m) if all(n.word in _PROVIDED or n.kind in _OF_PAPERS for n in said) else None


def _to_purchase(m: Match) -> str | None:
    """ "The option to purchase 25% of the shares": so many of the shares; no goal stands in its name, and no number."""
    said = [n.value for n in m.all() if n.value.__class__ is Subject]
    return None if any(s.performance or s.units is not None or s.remaining for s in said) else "to purchase"


def _consists(m: Match) -> str | None:
    return "installment" if not m.words().isdisjoint(("consist", "consists", "comprise", "comprises", "represent", "represents")) else None


def _and_exercisable(m: Match) -> str | None:
    """ "Vests with respect to, and may be exercised for up to, 25% of the shares": of the same shares, on the same day."""
    return "exercisable too" if m["v"].exercisable and not (m["v"].past or m["v"].now or m["v"].immediate) else None


def _for_so_many(m: Match) -> str | None:
    """ "May be exercised for (i) 1,500 shares beginning on D": how many, and from when; no day tells that it is what it is exercised for."""
    before, after = m.before(), m.nodes[m._m.end() :]
    first = next((n for n in after[:3] if n.value.__class__ in (Subject, Amt)), None)
    many = first is not None and (first.value.__class__ is Amt or (first.value.units or 0) > 1)
    verb = before.value if before is not None else None
    if not many or not isinstance(verb, Verb) or not verb.exercisable or verb.past:
        return None
    days = [n.value for n in after if n.kind in _DAYS]
    told = days and all(d.__class__ is tuple or isinstance(d, OnDate) or (isinstance(d, FromAnchor) and d.anchor != "event") for d in days)
    return "as to" if told and not any(n.kind in _PRICED for n in after) else None


def _early(m: Match) -> bool | None:
    """ "Exercisable immediately, conditioned upon the optionee entering into a restricted stock purchase agreement with respect to any
    unvested shares": before they vest, which is told elsewhere."""
    v: Verb = m["v"]
    return True if v.exercisable and v.immediate and m["w"] == "entering" and m["s"].unvested else None


def _to_whom(m: Match) -> str | None:
    """ "The company granted 5,000 options to certain directors and contractors, which vest ...": who has them."""
    if any(n.word not in _WHO for n in m.all() if n.kind in _OTHERS):
        return None
    before = m.nodes[: m._m.start()]
    granted = any(n.kind in _GRANTS or (n.value.__class__ is Subject and n.value.given) for n in before)
    return "to whom" if granted and not any(n.value.__class__ is Verb for n in before) else None


def _agreed(m: Match) -> str | None:
    """ "His employment agreement also provides for a grant of 9,000 units, which vest ...": what it is agreed in."""
    others = {n.word for n in m.all() if n.kind in _OTHERS} - _LEADS
    paper = "agreement" in m.words() or "letter" in others
    return "agreed" if m["p"].startswith("provid") and paper and others <= _PAPERS else None


def _service_period(m: Match) -> str | None:
    """ "Every six months over the consulting period": how long that is, is told by how many times."""
    return "service" if m["w"] in (None, "consulting", "consultancy", "contract", "advisory") else None


def _on_notice(m: Match) -> str | None:
    """ "And are exercisable upon at least 61 days' notice": how what has vested is exercised."""
    verb: Verb = m["v"]
    plain = {n.word for n in m.all("w")} <= _OF_NOTICE
    return "notice" if verb.exercisable and not (verb.past or verb.immediate) and plain and verbs_before(m) else None


def _held(m: Match) -> str | None:
    """ "The shares will be held in trust for the directors and will be released over five years"."""
    joined = bool(m.nodes[m._m.end()].value.joined)
    return "held" if joined and {n.word for n in m.all() if n.kind in _OTHERS} <= _HOLDING else None


def _same_day_as(m: Match) -> str | None:
    """ "On the same day of the month as the vesting commencement date", where the dates are counted from just that."""
    b = m["b"]
    named = isinstance(b, FromAnchor) and not b.plus and b.anchor in ("grant", "commencement")
    told = [(getattr(n.value, "moment", None) or getattr(n.value, "after", None) or n.value, n.kind in _FROM) for n in m.nodes]
    counted = any(isinstance(v, FromAnchor) and v.anchor == b.anchor and (v.plus.months or from_it) for v, from_it in told)
    return "same day" if named and counted else None


def _ends(m: Match) -> str | None:
    """ "Prior to the termination of the option": while there is an option."""
    told = [n.value for n in m.all() if n.value.__class__ in (Subject, FromAnchor)]
    return "while it lasts" if all(isinstance(t, Subject) and t.units is None for t in told) else None


def _is_such(m: Match) -> str | None:
    """ "The sign-on units will be an award of time-based units, which vest ...": what follows is said of them."""
    what = m.nodes[m._m.end()].value
    relative = any(n.kind == _VERB and n.value.relative for n in m.nodes[m._m.end() :][:3])
    plain = not (what.units or what.performance or m["s"].performance or m["s"].every)
    return "is such" if relative and plain else None


def _name(m: Match) -> str | None:
    """ "(each one-year period, a 'Vesting Period')", "(each respectively a 'Vesting Date')"."""
    return "name" if m["v"] is None or m["v"].noun else None


#: "Will vest (become exercisable)": the same in another word, before the verb is read.
BRACKETS = [
    Pattern("QUIET", "(?<=vest|vested|exercisable)OPEN become? (vest|vested|exercisable) (and become? (vest|vested|exercisable))? CLOSE", lambda m: "that is"),
]  # fmt: skip
PATTERNS = [
    Pattern("QUIET", "<s>SUBJ will? be (?= SUBJ COMMA? <v>VERB)", _is_such),
    Pattern("QUIET", "OPEN (each|such|CAD|PER|respectively|COMMA|of|which|together|collectively)* (a|the) (<v>VERB (condition|period|event|CONDW)+|TERM) CLOSE", _name),
    Pattern("QUIET", "(?<!of)(the|an|a|such)* (SUBJ|option|right) to purchase (up to)? (?= AMOUNT)", _to_purchase),
    Pattern("QUIET", "except as (?! to) (FREE|ENUM|or (?= (in|under|by|the|DET|SUBJ|PLAN)))+ COMMA", _as_provided),
    Pattern("QUIET", "the NTH INSTALL (will|may)? (include|represent) of? (?= AMOUNT)", _consists),
    Pattern("QUIET", "COMMA? (SOTHAT|so that|such that) SUBJ VERB QUIET? (AMOUNT|SUBJ)? (as of|on|at) the? last (of)? (such|those|these) (anniversary|VERB date|date)", _of_all),
    Pattern("QUIET", "(?<=VERB)COMMA? and <v>VERB for (up to)? COMMA? (?= AMOUNT)", _and_exercisable),
    Pattern("QUIET", "(will|be)+ (PAYW|settle) in (PAYW|STOCKWORD|HEAD|DET|COMPANY|of)+ only (?= (COMMA|SEMI|STOP|VERB))", lambda m: "delivery"),
    Pattern("QUIET", "(?<=VERB)for (?= COLON? ENUM? (SUBJ|AMOUNT))", _for_so_many),
    Pattern("QUIET", "(?<=SUBJ)to (CONDW of?)? (a|the|DET|OWN|ONES|UNKNOWN|and (?= (DET|OWN|ONES|UNKNOWN))|COMMA (?= (OWN|and|UNKNOWN))|of (?= the? COMPANY))+", _to_whom),
    Pattern("QUIET", "^(UNKNOWN COMMA)? (DET|OWN|YEAR|employment|QUIETW|and|UNKNOWN)+ agreement? also? <p>SERVICEW for (?= SUBJ)", _agreed),
    Pattern("QUIET", "^of (this|that) (amount|number|total) COMMA?", lambda m: "of which"),
    Pattern("QUIET", "COMMA? (on|at) the (same|corresponding)+ (day|date) of (each|the)* month as? (the)? <b>ON", _same_day_as),
    Pattern("QUIET", "and? before to? the? (terminate|expire) (date|SUBJ|of|the|option)* (OPEN as (CONDW|if)+ in (MEMOW INT|agreement) CLOSE)? COMMA", _ends),
    Pattern("EARLY", "<v>VERB QUIET? COMMA? CONDW on (DET|OWN)* <w>UNKNOWN into (DET|SUBJ|restricted|STOCKWORD|purchase)+ agreement QUIET <s>SUBJ", _early),
    Pattern("QUIET", "(?<=OVER)OPEN the? VERB period CLOSE", lambda m: "name"),
    Pattern("QUIET", "^footnote INT (COLON|DASH)", lambda m: "number of the note"),
    Pattern("QUIET", "^(on|at) (DET|OWN|first)* election (to (DET|OWN)+)? COMMA (?= granted)", lambda m: "granted"),
    Pattern("QUIET", "(?<=CAD)over (DET|OWN|SERVICEW|service|employment|<w>UNKNOWN)+ period", _service_period),
    Pattern("QUIET", "and? <v>VERB (on|with|after|at)+ than? (PER|OVER) <w>(before|UNKNOWN|of)* notice", _on_notice),
    Pattern("QUIET", "(?<=SUBJ)(will|be|to)+ held (on UNKNOWN|(by|in|for) (DET|UNKNOWN|OWN)+)+ (of (DET|OWN)+)? (?= VERB)", _held),
    Pattern("QUIET", "(?<=ON)COMMA? for (?= AMOUNT)", lambda m: "as to"),
]  # fmt: skip
