"""What is gathered of one award's terms while its sentences are read: plain state, and the gaps that any of the readers may add."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from vestcalc.gaps import Gap, GapReason
from vestcalc.reading.clauses.base import Clause
from vestcalc.reading.grammar import Node
from vestcalc.reading.parts import Part
from vestcalc.reading.phrases.periods import Over
from vestcalc.reading.sentences import Sentence
from vestcalc.span import Place
from vestcalc.terms.models import Assumption, Dated, FromAnchor, Group, Moment, Pending, Period, Remark, Rule, Series, Statement


class Draft(Struct):
    """Terms in the making. `against`: words that are gaps should there be terms, `alone`: should there be none;
    `headers`: installments announced before their details; `nested`: parts told before their own parts;
    `totals`: rules said by the tense to be running totals;
    `alls`: rules of "all of the shares";
    `shared`: groups with a series or a rest;
    `resized`: how many there are is told by what was earned;
    `waiting`: rules of what may not be exercised before a day; `capped`: rules of not more than so much;
    `picks`: which reading to take at each tie; `ties`: how many there were to choose from, in the order met;
    `commencing`: days from which vesting is said to be counted;
    `besides`: sentences that state no terms; `unrestricted`: places of rules by which restrictions end; `locked`: a lock-up is spoken of;
    `several`: several grants are; `named`: the group of each named part;
    `lone`: events that all of it waits on, should nothing else be said;
    `lone_size`: a number of units just told, of which parts may be told next;
    `left_out`: of how many of them it was said that they are left out ("all but 3,000");
    `percentages`: it is told what has vested by when;
    `rate`: how much it is in all of which so much vests each time;
    `unsaid`: places of rules whose amount the words leave out; `told`: places of what "has vested"; `came`: of what did vest, or is
    vested; `gone`: of what did; `span_at`: how many rules stood before the span; `lengths`: beside; `securities`: what each group is of;
    `elsewhere`: notes pointed at for the terms;
    `not_in_row`: awards said not to be in it; `withheld`: days of the grants on whose vesting shares were withheld."""

    clauses: tuple[Clause, ...]
    picks: tuple[int, ...] = ()
    ties: list[int] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    groups: list[Group] = field(default_factory=lambda: [Group()])
    group: int = 0
    named: dict[str, int] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    against: list[Gap] = field(default_factory=list)
    alone: list[Gap] = field(default_factory=list)
    accelerations: list[Remark] = field(default_factory=list)
    conditions: list[Remark] = field(default_factory=list)
    quiet: list[Place] = field(default_factory=list)
    sizes: list[Fraction] = field(default_factory=list)
    granted: list[date] = field(default_factory=list)
    withheld: list[date] = field(default_factory=list)
    dates: dict[str, date] = field(default_factory=dict)
    commencing: list[date] = field(default_factory=list)
    span: tuple[Over, Sentence, Part] | None = None
    span_at: int = 0
    lengths: list[tuple[Period, Place]] = field(default_factory=list)
    start: tuple[Moment, bool] | None = None
    told: list[Place] = field(default_factory=list)
    elsewhere: list[tuple[str, Place]] = field(default_factory=list)
    came: list[Place] = field(default_factory=list)
    gone: list[Place] = field(default_factory=list)
    not_in_row: Place | None = None
    lone: list[Pending] = field(default_factory=list)
    securities: dict[int, str] = field(default_factory=dict)
    unsaid: list[Place] = field(default_factory=list)
    left_out: Fraction | None = None
    rate: Fraction | None = None
    percentages: bool = False
    lone_size: tuple[Sentence, Fraction] | None = None
    besides: list[tuple[Sentence, Sequence[Node]]] = field(default_factory=list)
    goals: list[tuple[Sentence, list[Node]]] = field(default_factory=list)
    headers: list[tuple[int, list[Gap], Part]] = field(default_factory=list)
    nested: list[tuple[int, Fraction, Gap]] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    shared: set[int] = field(default_factory=set)
    alls: list[int] = field(default_factory=list)
    exercisable: list[int] = field(default_factory=list)
    unrestricted: list[Place] = field(default_factory=list)
    locked: bool = False
    several: bool = False
    waiting: list[int] = field(default_factory=list)
    capped: list[int] = field(default_factory=list)
    certified: bool = False
    liquid: bool = False
    earned: bool = False
    resized: bool = False
    performance: bool = False
    past: bool = False
    passed: bool | None = None
    speaks: bool = False
    early: bool = False
    original: bool = False

    def pick(self, ways: int) -> int:
        """Which of several readings to take here; all the others are taken in their turn."""
        self.ties.append(ways)
        return self.picks[len(self.ties) - 1] if len(self.ties) <= len(self.picks) else 0

    def forget_first(self) -> None:
        """Take off the first rule, and count what points at the others anew."""
        self.rules = self.rules[1:]
        self.statements = [replace(s, rule=None if s.rule is None else s.rule - 1) for s in self.statements]
        for marks in (self.totals, self.alls, self.exercisable, self.capped):
            marks[:] = [i - 1 for i in marks if i]

    @property
    def own_rules(self) -> list[Rule]:
        """The rules of the present group."""
        return self.rules if len(self.groups) == 1 else [r for r in self.rules if r.group == self.group]


def gap_at(reason: GapReason, text: str, place: Place) -> Gap:
    """A gap over a place, its words in the message."""
    return Gap(reason, text, place.quote, place.note, place.span)


def exercised(draft: Draft) -> bool:
    """Whether the last rule, or the headline of those that come, tells only when it may be exercised."""
    if draft.headers and draft.headers[-1][0] == len(draft.rules):
        verb = draft.headers[-1][2].verb
        return verb is not None and verb.exercisable
    return bool(draft.rules) and len(draft.rules) - 1 in draft.exercisable


def used_up(draft: Draft) -> bool:
    """Whether the rules of the present group, one of several, already share it out."""
    size = draft.groups[draft.group].units
    if size is None:
        return False
    own = draft.own_rules
    if sum(map(units_of, own), Fraction(0)) >= size:
        return True
    parts = [r.amount.portion or Fraction(0) for r in own if isinstance(r, Dated)]
    return sum(parts, Fraction(0)) >= 1 or any(r.amount.rest or (isinstance(r, Series) and _uses_up(r)) for r in own)


def units_of(rule: Rule) -> Fraction:
    """The units of all dates of a rule, as far as they are told."""
    if isinstance(rule, Pending) or rule.amount.units is None:
        return Fraction(0)
    return rule.amount.units * (rule.times or 0) if isinstance(rule, Series) and rule.each else rule.amount.units


def _uses_up(series: Series) -> bool:
    """Whether a series is of all there is, or goes on until nothing is left."""
    portion = series.amount.portion or Fraction(0)
    if not series.each:
        return portion == 1
    return portion * series.times >= 1 if series.times else series.until is None and series.over is None


def base_moment(draft: Draft) -> Moment | None:
    """What an overall span counts from: its own start, or what the award's first rule counts from."""
    if draft.start is not None:
        return draft.start[0]
    first = next((r for r in draft.rules if isinstance(r, Dated)), None)
    on = first.on if first is not None else None
    return replace(on, plus=Period(), event=None) if isinstance(on, FromAnchor) and on.plus and on.anchor != "event" else None


def shared_out(draft: Draft) -> bool:
    """Whether the rules of the present group already say when all of it vests: a series or a rest, or parts of a whole."""
    if draft.group in draft.shared:
        return True
    told = Fraction(0)
    for r in draft.own_rules:
        if isinstance(r, Dated) and r.amount.portion is not None and r.amount.of == "whole":
            told += r.amount.portion
            if told >= 1:  # not all of them: each further part would cost as much as there are parts
                return True
    return False
