"""AMOUNT vests on DATE.

"25% of the shares underlying this option vests on March 15, 2014."
"One-third of the shares become exercisable one year after the date of grant."
"""

from vestcalc.gaps import GapReason
from vestcalc.late import late
from vestcalc.reading.clauses.base import Built, Clause, Context, counts_from, ended, slots
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.moments import UPON_GRANT
from vestcalc.reading.phrases.verbs import PERIOD_ENDS, Verb
from vestcalc.terms.models import ALL, Dated, FromAnchor, Statement

#: "Have vested as of D", "were vested at D": sooner or on that day.
_AS_OF = late(r"(?i:\bas of\b)|\b[Aa]t (?=\d|[A-Z][a-z]{2})")


def _is_so_far(verb: Verb) -> bool:
    """Whether a state is told: "have vested", "is vested", "vested as to"; "vested" alone may tell of the day."""
    return verb.has or verb.state or (verb.past and verb.bare == "to")


def _build(part: Part, ctx: Context) -> Built | None:
    if (
        len(part.slots["ON"]) != 1
        or not counts_from(part.slots["ON"][0], part)
        or part.amounts
        or (part.verb is not None and part.verb.now)
    ):
        return None
    on = part.slots["ON"][0]
    if isinstance(on, FromAnchor) and on.event == "hereof":
        on = FromAnchor("report")
    if ctx.span is not None and not ctx.earlier and part.verb is not None and part.verb.full:
        return ctx.gap(GapReason.MISSING_FREQUENCY, "a span and its end, but neither how often nor in what parts")
    if ctx.earlier and not ctx.shared and part.verb is not None and part.verb.bare == PERIOD_ENDS:
        return None
    if ctx.shared and part.amount is None and part.verb is not None and (part.verb.full or (part.subject and part.subject.every)):
        return Built(statements=[Statement("fully-vested-date", ctx.place, on=on)])
    told = isinstance(on, FromAnchor) and on.anchor == "report" and not on.plus
    told = told or (part.verb is not None and _is_so_far(part.verb) and _AS_OF.search(ctx.place.quote) is not None)
    bare = isinstance(on, FromAnchor) and on == FromAnchor("grant")
    if bare and not ctx.earlier and ctx.amount(part) == ALL:
        return ended(Built([Dated(ALL, FromAnchor("grant", event=UPON_GRANT), ctx.place, immediate=True, group=ctx.group)]), part, ctx)
    built = Built([Dated(ctx.amount(part), on, ctx.place, latest=told, group=ctx.group)])
    return ended(built, part, ctx)


CLAUSE = Clause("AMOUNT vests on DATE", slots("ON"), slots("FULLON FROM"), _build)
