"""How a sentence announces its schedule: "Vesting schedule:", "Vesting shall occur as follows:", "The options retain their original vesting:".

Leave HEADER, which adds nothing to the parts behind it.
"""

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.phrases.after import adds_nothing


def _counted(m: Match) -> bool:
    """ "Vesting of 9,000 units is as follows": what is told is of so many."""
    return any(s.units is not None for s in m.values("SUBJ"))


def _schedule(m: Match) -> str | None:
    """ "Vesting schedule:", "The vesting schedule of the units is as follows:"."""
    return None if _counted(m) else adds_nothing(m)


def _takes_place(m: Match) -> str | None:
    """ "The vesting of the units shall occur in accordance with the following schedule: 50% on D1"."""
    plain = m["q"] == "occurs" and set(m.values("QUIET")) <= {"occurs", "as to"}
    return "header" if m["v"].noun and m["v"].bare == "vesting" and plain and not _counted(m) else None


def _keeps(m: Match) -> str | None:
    """ "The options retain their original vesting: 1/3 on D1 ..."."""
    return "header" if m.words() & {"retain", "retains", "retained", "keep", "keeps"} else None


PATTERNS = [
    Pattern("HEADER", "UNKNOWN (the|its|they)* original VERB (schedule|term|CONDW)* COLON", _keeps),
    Pattern("HEADER", "(be subject to)? (the|its|following|a)* (VERB (schedule|CONDW)|term (and CONDW)? (?= (of|for)? SUBJ be as following)) (of|for|SUBJ)* (OPEN (cumulative|QUIET) CLOSE)? (be|as|following|in|below)* COLON", _schedule),
    Pattern("HEADER", "the? <v>VERB (term|period|date) (and (amount|number|percent))? (of|for|SUBJ)* (be|as|following)* COLON", lambda m: "header" if m["v"].bare == "vesting" and not _counted(m) else None),
    Pattern("HEADER", "the? <v>VERB SUBJ? <q>QUIET (as following|QUIET)? COLON? (?= ENUM? AMOUNT (ON|LIST|QUIET) )", _takes_place),
    Pattern("HEADER", "<v>VERB (SUBJ? be CONDW* as following (COLON|(?= STOP))|schedule (?= AMOUNT (ON|LIST) AMOUNT))", lambda m: "header" if m["v"].noun and not _counted(m) else None),
]  # fmt: skip
