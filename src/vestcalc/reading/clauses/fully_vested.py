"""AMOUNT is fully vested, or vests at once.

"The restricted stock units are fully vested."
"The option is exercisable immediately and in full."
"""

from vestcalc.reading.clauses.base import Built, Clause, Context, slots
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.verbs import Verb
from vestcalc.terms.models import Dated, FromAnchor, Statement


def _build(part: Part, ctx: Context) -> Built | None:
    verb = part.verb
    if (
        verb is None
        or part.amounts
        or not (
            verb.immediate
            or (verb.full and (verb.state or verb.noun))
            or (verb.state and part.amount is not None)
            or (verb.exercisable and verb.state)
            or (verb.has and part.amount is not None)
            or _all_vested(part)
        )
    ):
        return None
    if "UNTIL" in part.slots and (part.time_first or not _may_be_exercised(verb)):
        return None
    if part.amount is not None and part.amount.amount.rest and not (verb.immediate or part.amount.but):
        return None
    if ctx.shared and part.amount is not None:
        units = part.amount.amount.units
        told = Statement("reported-vested", ctx.place, on=FromAnchor("report"), number=units)
        return Built(statements=[told]) if units is not None and (verb.state or verb.has) and "FROM" not in part.roles else None
    if verb.has and not verb.state:
        return Built([Dated(ctx.amount(part), FromAnchor("report"), ctx.place, latest=True, group=ctx.group)])
    after = part.slots.get("FROM")
    if after:
        return Built([Dated(ctx.amount(part), after[0].moment, ctx.place, group=ctx.group)]) if verb.immediate else None
    return Built([Dated(ctx.amount(part), FromAnchor("grant"), ctx.place, immediate=True, group=ctx.group)])


def _may_be_exercised(verb: Verb) -> bool:
    """ "Exercisable at any time until D", "vested and exercisable until D": D is its end."""
    return (verb.immediate and verb.exercisable) or (
        verb.bare == "exercisable" and not verb.exercisable and (verb.state or verb.has or verb.full)
    )


def _all_vested(part: Part) -> bool:
    """ "All of the options are vested", "these shares have vested": with neither a number nor a day, all of it."""
    verb, subject = part.verb, part.subject
    told = verb is not None and (verb.state or verb.has) and not verb.modal
    return told and subject is not None and subject.units is None and not (subject.unvested or subject.other or subject.remaining)


CLAUSE = Clause("AMOUNT is fully vested", frozenset(), slots("FROM UNTIL"), _build)
