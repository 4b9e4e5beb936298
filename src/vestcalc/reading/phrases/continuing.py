"""How long a series goes on: "beginning on D and continuing until E", "and continuing for three years thereafter".

Leave UNTIL, and QUIET where another phrase tells the end.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.moments import moment
from vestcalc.reading.phrases.periods import Over
from vestcalc.terms.models import FromAnchor, Moment, OnDate


def _continuing(m: Match) -> str | None:
    """ "And continuing until D"; "continuing for up to three years" says not how long."""
    after = m.nodes[m._m.end()].value
    open_ended = isinstance(after, Over) and after.most
    return "continuing" if any(n.word.startswith("continu") for n in m.all()) and not open_ended else None


def _and_so_long(m: Match) -> Moment | None:
    """ "Beginning on D and continuing for three years thereafter": the last is three years after the first."""
    before = m.before()
    on = moment(before.value) if before is not None and m["q"] == "continuing" and m["o"].following else None
    return moment(on, m["o"].length.period) if isinstance(on, OnDate | FromAnchor) else None


PATTERNS = [
    Pattern("QUIET", "COMMA? and? SERVICEW (?= (until|UNTIL|QUIET|CAD THEN? UNTIL)) | (?<=BEGIN) COMMA? and (SERVICEW|continued) (?= (INST|CAD|OVER) (?! THEN))", _continuing),
    Pattern("QUIET", "(COMMA|and)* SERVICEW (?= CAD)", lambda m: "continuing" if "continuing" in m.words() else None),
    Pattern("UNTIL", "(?<=BEGIN)<q>QUIET <o>OVER (?= (STOP|SEMI|COMMA|COND|QUIET|ACCEL|and))", _and_so_long),
]  # fmt: skip
