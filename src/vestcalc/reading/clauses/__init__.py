"""Ways of saying when how much vests, one file each; the longest claim wins, in whatever order they stand here."""

from vestcalc.reading.clauses import (
    capped,
    cliff_only,
    dated_list,
    equal_installments,
    exercisable_from,
    fraction_per_period,
    fully_vested,
    fully_vested_on,
    graded,
    graded_series,
    not_until,
    on_date,
    on_then_each,
    on_then_installments,
    overall_span,
    ratable,
    rest_per_period,
)
from vestcalc.reading.clauses.base import Built, Clause, Context
from vestcalc.reading.parts import Part

CLAUSES: tuple[Clause, ...] = (
    on_date.CLAUSE,
    dated_list.CLAUSE,
    graded.CLAUSE,
    graded_series.CLAUSE,
    not_until.CLAUSE,
    not_until.THEREAFTER,
    equal_installments.CLAUSE,
    ratable.CLAUSE,
    fraction_per_period.CLAUSE,
    rest_per_period.CLAUSE,
    on_then_each.CLAUSE,
    on_then_installments.CLAUSE,
    on_then_installments.IN_PARTS,
    exercisable_from.CLAUSE,
    exercisable_from.BEGINNING,
    exercisable_from.WINDOW,
    cliff_only.CLAUSE,
    fully_vested.CLAUSE,
    fully_vested_on.CLAUSE,
    overall_span.CLAUSE,
    capped.CLAUSE,
)


def claims(part: Part, ctx: Context, clauses: tuple[Clause, ...] = CLAUSES) -> list[Built]:
    """The readings of a part by the clauses that claim the most of it: none, one, or several that disagree."""
    best = -1
    found: list[Built] = []
    roles = part.roles
    for clause in clauses:
        if not clause.needs <= roles or not roles <= clause.needs | clause.may or len(clause.needs) < best:
            continue
        built = clause.build(part, ctx)
        if built is None:
            continue
        if len(clause.needs) > best:
            best, found = len(clause.needs), []
        if built not in found:
            found.append(built)
    with_rules = [b for b in found if b.rules]
    return with_rules or found
