"""Delivery that was put off, or may be: "but receipt of the shares has been deferred until 2027", "subject to deferral at her election".

Leave QUIET: no day of vesting moves with it.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import AND, SAID, TIMES


def _deferred(m: Match) -> str | None:
    """Delivery only, and none of vesting."""
    return "deferral" if any(n.word.startswith("defer") for n in m.all()) else None


PATTERNS = [
    Pattern(
        "QUIET",
        "COMMA? subject to (restricted (delivered|settle|PAYW)|ACTW of (receive|delivered|settle|PAYW)) (for DET* longer? period)? (at|in accordance with|pursuant to|if) (DET|OWN|PERSON|election|of|by)+",
        _deferred,
    ),
    Pattern(
        "QUIET",
        f"{AND} (the|its)* (receive|delivered|settle|PAYW|issuance) (of|DET|SUBJ)* (have|be|will)+ (restricted|ACTW) ({SAID}|{TIMES}|COMMA|or|and|earlier|at|until|MOM)* (?= STOP|SEMI)",
        _deferred,
    ),
]
