"""What units become when they vest, told beside their days: "vest and convert to one share on D", "convert into common stock and vest on D".

Leave QUIET; a number of shares is no such thing.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import verbs_before
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.reading.tokens.lexicon import kind

_SUBJ, _COMMA = kind("SUBJ"), kind("COMMA")


def _counted(m: Match) -> bool:
    return any(n.kind == _SUBJ and n.value.units not in (None, 1) for n in m.all())


def _into_one(m: Match) -> str | None:
    """ "Each unit will vest and convert to one share on D"."""
    verbs = verbs_before(m)
    return "converts" if verbs and verbs[-1].bare in ("convert", "converts") and not _counted(m) else None


def _converts(m: Match) -> str | None:
    """ "The units vest on D and convert into common stock", "convert into common stock and vest on D"."""
    following = m.nodes[m._m.end()].value if m.kinds()[0] != _COMMA and m._m.end() < len(m.nodes) else None
    verbs = verbs_before(m) or (isinstance(following, Verb) and following.joined)
    return "converts" if m.words() & {"convert", "converts"} and verbs and not _counted(m) else None


def _what_has_vested(m: Match) -> str | None:
    """ "Vests on D and vested shares will be delivered within 30 days": what is delivered, and not what has vested."""
    v, before = m["v"], verbs_before(m)
    return "vested" if v.joined and v.bare == "vested" and before and m["s"].units is None else None


def _as_many(m: Match) -> str | None:
    """ "Upon vesting, he will receive a number of shares equal to the number of units that have vested"."""
    some = any(isinstance(n.value, Subject) and n.value.units is not None for n in m.all())
    return "delivery" if m.before() is None and m["v"].relative and not (some or m["s"].performance) else None


def _convertible(m: Match) -> str | None:
    """ "Includes 9,000 units, convertible into common stock on a one-for-one basis, which vest on D"."""
    verb: Verb = m.nodes[m._m.end()].value
    return "converts" if "convertible" in m.words() and verb.relative and not _counted(m) else None


def _is_one(m: Match) -> str | None:
    """ "Each unit represents a contingent right to receive one share and vests on D"."""
    counted = any(isinstance(n.value, Subject) and (n.value.units or n.value.performance) for n in m.all())
    before = m.before()
    single = before is not None and before.value.units in (None, 1)
    return "for one" if single and "receive" in m.words() and not counted else None


PATTERNS = [
    Pattern("QUIET", "(?<=SUBJ) represent (the|a|contingent|SUBJ|to|receive)+ one SUBJ (?= COMMA? (and|which|that)? VERB)", _is_one),
    Pattern("QUIET", "<v>VERB <s>SUBJ (?= QUIET (STOP|SEMI|COMMA))", _what_has_vested),
    Pattern(
        "QUIET",
        "COMMA? and PAYW (in|to) SUBJ QUIET? (?= (STOP|SEMI|COMMA)) | (?<=SUBJ) PAYW (in|to) SUBJ (on a INT for INT basis)? (?= VERB)",
        _converts,
    ),
    Pattern(
        "QUIET", "on (DET|OWN)* VERB (date|of SUBJ)? COMMA? (DET|OWN)+ will? receive SUBJ EQUAL to <s>SUBJ <v>VERB (?= STOP)", _as_many
    ),
    Pattern("QUIET", "(?<=SUBJ|GRANTED) COMMA? PAYW (in|to) SUBJ QUIET? COMMA? (?= VERB)", _convertible),
    Pattern("QUIET", "(?<=VERB) (in|to) (one|a)? SUBJ (?= (ON|LIST|INST|CAD|EQUAL|QUIET|STOP|SEMI|COMMA))", _into_one),
]
