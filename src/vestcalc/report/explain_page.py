"""The page of `vestcalc explain`: the words, the rule each became, its dates, and all that was supposed, checked or missed.

In: answers and the width of the terminal. Out: blocks. Words no rule, no quiet phrase and no gap accounts for stay unmarked:
they stand in sentences that do not speak of vesting.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import grouped
from vestcalc.report.marked import Mark, marked_lines
from vestcalc.report.page import Block, Heading, Lines, Listing
from vestcalc.report.words import award_facts, award_title, filing_title, other_line, pending_lines, readings, remarks
from vestcalc.schedule.model import BoundRule
from vestcalc.span import Place
from vestcalc.terms.describe import describe
from vestcalc.terms.models import Rule, Terms

LEGEND = "[n]~~~ words of rule n   ... words that move nothing   ^^^ not understood"


def explain_page(filings: Iterable[FilingSchedules], width: int) -> Iterator[Block]:
    """All filings, one after the other."""
    for filing in filings:
        yield Heading(filing_title(filing))
        if filing.notices:
            yield Listing("Notices", filing.notices)
        for award in filing.awards:
            yield from explain_award(award, width)
        if filing.other_rows:
            yield Heading("Other rows", 2)
            yield Lines([other_line(row) for row in filing.other_rows])


def explain_award(award: AwardSchedule, width: int) -> Iterator[Block]:
    """One award: its notes marked, its rules, what stands behind them."""
    yield Heading(award_title(award), 2)
    yield Lines([award_facts(award)])
    rules = _rules(award)
    marks = _marks(award, [bound.rule for bound in rules])
    for name, text in award.notes:
        own = [mark for note, mark in marks if note == name]
        yield Lines([f"Note {name}:", *marked_lines(text, own, width - 4)], verbatim=True)
    if marks:
        yield Lines([LEGEND])
    if rules:
        title = "Rules" if award.vests or award.pending else "Rules, as far as understood"
        yield Listing(title, [line for number, bound in enumerate(rules, 1) for line in _rule(award, number, bound)])
    else:
        yield Lines(["No rule was read."])
    if award.tried:
        lines = [line for n, (said, dates) in enumerate(readings(award), 1) for line in (f"({n}) {said}", f"    -> {dates}")]
        yield Listing("The words can be read as", lines)
    if award.pending:
        yield Listing("Pending", pending_lines(award))
    for title, found in (("Conditions", award.conditions), ("Accelerations, not dated", award.accelerations)):
        if found:
            yield Listing(title, [f"{one.event}{_quoted(one.place)}" for one in found])
    yield from remarks(award)


def _rules(award: AwardSchedule) -> list[BoundRule]:
    """The schedule's rules; where it has none, those of the reading, unbound."""
    return list(award.rules) or [BoundRule(rule) for rule in award.terms.rules]


def _rule(award: AwardSchedule, number: int, bound: BoundRule) -> Iterator[str]:
    yield f"[{number}] {describe(bound.rule, award.terms.groups)}"
    own = [vest for vest in award.vests if vest.rule == number]
    if len(own) > 1:
        counts = sorted({vest.shares for vest in own if vest.shares is not None})
        yield f"    -> {len(own)} vests, {own[0].date} to {own[-1].date}{_each(counts)}"
    elif own:
        shares = f", {grouped(own[0].shares)} shares" if own[0].shares is not None else ""
        yield f"    -> {own[0].date}{shares}{' at the latest' if own[0].latest else ''}"


def _each(counts: list[Fraction]) -> str:
    """How many shares each of several vests has."""
    if len(counts) < 2:
        return f", {grouped(counts[0])} shares each" if counts else ""
    return f", {grouped(counts[0])} to {grouped(counts[-1])} shares each"


def _marks(award: AwardSchedule, rules: list[Rule]) -> list[tuple[str, Mark]]:
    terms: Terms = award.terms
    marks = [(rule.place.note, Mark(rule.place.span, "~", f"[{number}]")) for number, rule in enumerate(rules, 1)]
    marks += [(place.note, Mark(place.span, ".")) for place in terms.quiet]
    marks += [(one.place.note, Mark(one.place.span, ".")) for one in (*terms.conditions, *terms.accelerations)]
    marks += [(gap.note, Mark(gap.span, "^")) for gap in award.gaps if gap.note is not None and gap.span is not None]
    return marks


def _quoted(place: Place) -> str:
    return f' (note {place.note}: "{place.quote}")' if place.quote else f" (note {place.note})"
