"""Delivery that was put off, or may be: "but receipt of the shares has been deferred until 2027", "subject to deferral at her election".

Leave QUIET: no day of vesting moves with it.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import AND, SAID, TIMES


def _postponed(m: Match) -> str | None:
    """ "... but receipt of the shares has been deferred until the earlier of 2027 and separation": delivery only."""
    return "deferral" if any(n.word.startswith("defer") for n in m.all()) else None


def _deferrable(m: Match) -> str | None:
    """ "Subject to deferred delivery at the election of the director": delivery only."""
    return "deferral" if any(n.word.startswith("defer") for n in m.all()) else None


PATTERNS = [
    Pattern(
        "QUIET",
        "COMMA? subject to (restricted (delivered|settle|PAYW)|ACTW of (receive|delivered|settle|PAYW)) (for DET* longer? period)? (at|in accordance with|pursuant to|if) (DET|OWN|PERSON|election|of|by)+",
        _deferrable,
    ),
    Pattern(
        "QUIET",
        f"{AND} (the|its)* (receive|delivered|settle|PAYW|issuance) (of|DET|SUBJ)* (have|be|will)+ (restricted|ACTW) ({SAID}|{TIMES}|COMMA|or|and|earlier|at|until|MOM)* (?= STOP|SEMI)",
        _postponed,
    ),
]
