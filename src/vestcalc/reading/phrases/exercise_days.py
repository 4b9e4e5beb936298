"""Days from which an option may be exercised, which for what vests would be no day: "at any time after D", "not before D".

Builders for the patterns of `roles`.
"""

from vestcalc.reading.grammar import Match
from vestcalc.reading.phrases.moments import moment
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.terms.models import Moment


def exercisable_after(m: Match) -> Moment | None:
    """ "may be exercised at any time after D": from D on; what vests at any time after D has no day."""
    verbs = [n.value for n in m.nodes if isinstance(n.value, Verb)]
    return moment(m["b"]) if verbs and all(v.exercisable for v in verbs) else None


def no_earlier(m: Match) -> Moment | None:
    """ "Exercisable not before D", "Exercisable no earlier than D": from D on; what becomes exercisable "no earlier than" it may do so later."""
    plain = "no" not in m.words() or all(n.value.noun for n in m.nodes if isinstance(n.value, Verb))
    return exercisable_after(m) if plain else None
