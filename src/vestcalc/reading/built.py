"""What a clause made of a part, into the draft: its rules, and what only the whole of the notes can tell of them.

In: a part and what the clause that claims it built. Out: the draft with the rules, their statements and gaps, and which of them are totals,
told in the past, exercisable only, capped or without an amount of their own.
"""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from vestcalc.gaps import GapReason
from vestcalc.reading import residue
from vestcalc.reading.clauses.base import Built
from vestcalc.reading.draft import Draft, exercised, gap_at
from vestcalc.reading.happened import as_happened
from vestcalc.reading.nested import comes_to
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


#: So few dates that are counted by what is left may be none: "50% on D and 50% in annual installments thereafter".
_FEW = 3


def adding_up(draft: Draft, part: Part, ways: list[Built]) -> list[Built]:
    """ "6.25% in quarterly installments": in each, or in all of them together, whichever makes the whole; else either."""
    told = part.slots.get("INST")
    if not told or told[0].each or any(len(way.rules) != 1 for way in ways):
        return ways
    before = comes_to(draft, draft.own_rules)
    if before is None:
        return ways
    for way in ways:
        _counted(way, 1 - before)
    if len(ways) == 1:
        return ways
    exact = [way for way in ways if _left(way.rules[0], 1 - before) == 0]
    return exact or [way for way in ways if not _beyond(way.rules[0], 1 - before)] or ways


def _left(rule: Rule, left: Fraction) -> Fraction | None:
    """What a series leaves of what the parts before it did; None where how many dates it has is not told."""
    portion = rule.amount.portion
    if portion is None or not isinstance(rule, Series):
        return None
    if not rule.each:
        return left - portion
    dates = rule.times or (rule.over.months // rule.every.months if rule.over and rule.every.months else 0)
    return left - portion * dates if dates else None


def _beyond(rule: Rule, left: Fraction) -> bool:
    """Whether a series shares out more than the parts before it left, and does not come to the whole by itself."""
    over = _left(rule, left)
    return over is not None and over < 0 and over != left - 1


def _counted(way: Built, left: Fraction) -> None:
    """ "25%, and 6.25% in quarterly installments thereafter": as many as use up just what is left, or how many is not told."""
    rule = way.rules[0]
    if not isinstance(rule, Series) or not rule.each or rule.amount.portion is None or rule.times or rule.over or rule.until:
        return
    dates = left / rule.amount.portion
    if dates.denominator != 1 or dates < _FEW:
        text = "so much in each installment, or in all of them; and not how many"
        way.gaps.append(gap_at(GapReason.MISSING_COUNT, text, rule.place))


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
    if verb.past and not (verb.state or verb.modal or verb.perfect):
        draft.gone += [r.place for r in rules]


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
