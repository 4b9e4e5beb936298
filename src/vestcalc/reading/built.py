"""What a clause made of a part, into the draft: its rules, and what only the whole of the notes can tell of them.

In: a part and what the clause that claims it built. Out: the draft with the rules, their statements and gaps, and which of them are totals,
told in the past, exercisable only, capped or without an amount of their own.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading import residue
from vestcalc.reading.clauses.base import Built
from vestcalc.reading.draft import Draft, exercised, gap_at
from vestcalc.reading.happened import as_happened
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.phrases.verbs import PERIOD_ENDS, RESTRICTION_ENDS
from vestcalc.reading.sentences import Sentence
from vestcalc.terms.models import Dated, FromAnchor, Rule, Series, Statement


def take_built(draft: Draft, sentence: Sentence, part: Part, built: Built) -> None:
    """Take in what a clause built of a part."""
    if built.overall:
        draft.headers.append((len(draft.rules), built.gaps, part))
        return
    if built.span is not None:
        draft.span, draft.span_at, draft.start = (built.span, sentence, part), len(draft.rules), built.start
        return
    if built.rules:
        subjects = [s for s in (part.subject, part.amount.subject if part.amount else None) if s is not None]
        _of_what(draft, part, built, subjects)
        _of_the_verb(draft, part, built.rules)
        _of_the_amount(draft, part, built.rules)
    draft.rules += as_happened(part, built.rules)
    draft.statements += [replace(s, rule=None if s.rule is None else len(draft.rules) - 1) for s in built.statements]
    draft.assumptions += built.assumptions
    draft.gaps += built.gaps


def _of_what(draft: Draft, part: Part, built: Built, subjects: Sequence[Subject]) -> None:
    """Which securities the rules are of, and whether these wait on performance or are restrictions."""
    place = built.rules[0].place
    for security in dict.fromkeys(s.security for s in subjects if s.security):
        if draft.securities.setdefault(draft.group, security) != security:
            draft.gaps.append(
                gap_at(GapReason.WHICH_AWARD, f"awards of two kinds, {draft.securities[draft.group]}s and {security}s", place)
            )
    if residue.of_what_vested(part.nodes):
        draft.gaps.append(gap_at(GapReason.TWO_READINGS, "said of what has vested, or of what vests", place))
    ends = part.verb is not None and (part.verb.bare in (PERIOD_ENDS, RESTRICTION_ENDS) or part.verb.bare.startswith("laps"))
    if ends or any(s.restriction for s in subjects):
        draft.unrestricted += [r.place for r in built.rules]
    if not draft.certified and any(s.performance for s in subjects):
        draft.performance = True


def _of_the_verb(draft: Draft, part: Part, rules: Sequence[Rule]) -> None:
    """Whether they are told in the past, as totals, as what may be exercised, or as what must wait."""
    verb, first = part.verb, len(draft.rules)
    if verb.exercisable if verb is not None else exercised(draft):
        draft.exercisable.append(first)
    if verb is None:
        return
    draft.past = draft.past or verb.past
    draft.passed = verb.past and not verb.state and not verb.full and draft.passed is not False
    if part.amount is None and part.subject is not None and part.subject.every:
        draft.alls.append(first)
    if verb.perfect:
        draft.totals += range(first, first + len(rules))
    if verb.waits:
        draft.waiting.append(first)
    if (verb.past and verb.has) or (verb.state and any(map(_by_now, rules))):
        draft.told += [r.place for r in rules]
    if verb.past or verb.state:
        draft.came += [r.place for r in rules]


def _of_the_amount(draft: Draft, part: Part, rules: Sequence[Rule]) -> None:
    """Whether they are capped, share out all of it, or leave out how much; what is told of the amount besides is to be compared."""
    if part.amount is not None and part.amount.most:
        draft.capped += range(len(draft.rules), len(draft.rules) + len(rules))
    if any(isinstance(r, Series) or r.amount.rest for r in rules):
        draft.shared.add(draft.group)
    unnamed = part.amount is not None and not part.amount.amount.rest and any(r.amount.rest for r in rules)
    if unnamed or (part.amount is None and not part.amounts and not any(i.each for i in part.slots.get("INST", ()))):
        draft.unsaid += [r.place for r in rules]
    if part.amount is not None:
        rest, portion, units = part.amount.amount.rest, part.amount.stated, part.amount.subject.units
        if portion:
            draft.statements.append(Statement("rest-portion" if rest else "part-portion", rules[0].place, number=portion))
        if rest and units:
            draft.statements.append(Statement("rest-units", rules[0].place, number=units))


def _by_now(rule: Rule) -> bool:
    """Whether it tells what is vested by the date of the report."""
    return isinstance(rule, Dated) and isinstance(rule.on, FromAnchor) and rule.on.anchor == "report"
