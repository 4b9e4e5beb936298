"""Parts into the terms of an award: rules in order, "remaining" and "thereafter" tied to what came before, several awards kept apart.

In: the sentences of an award's notes, in order. Out: `Terms`. Every part is claimed by a clause, or pending on a goal, or a gap.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from vestcalc.gaps import Gap, GapReason
from vestcalc.reading import anaphora, parts, residue
from vestcalc.reading.clauses import CLAUSES, claims
from vestcalc.reading.clauses.on_date import UPON_GRANT
from vestcalc.reading.clauses.base import Built, Clause, Context
from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.roles import Over
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.reading.topics import predicates, quiet_but_contrary, quiet_goal, topic
from vestcalc.terms.models import (
    Amount,
    Assumption,
    Dated,
    EarliestOf,
    FromAnchor,
    Group,
    OnDate,
    Moment,
    Pending,
    Period,
    Remark,
    Rule,
    Series,
    Statement,
    Terms,
)

_COND, _ACCEL, _GRANTED, _DEF, _SEMI, _SUBJ, _EARLY, _LATEST = (
    kind(k) for k in ["COND", "ACCEL", "GRANTED", "DEF", "SEMI", "SUBJ", "EARLY", "LATEST"]
)
_WHENEVER, _TIMELY = kind_set("when if on"), kind_set("MONTHDAY MONTHDAYS MONTH YEAR INT ORD UNIT date PER NTH")
_NOTVERB, _WHEN = kind("NOTVERB"), kind_set("ON LIST CAD INST BEGIN OVER")
_INCLUDE, _BASED = kind_set("include"), kind_set("based")
_GRANTING = kind_set("granted awarded receive acquired")
_REPRESENT, _BEGIN = kind("represent"), kind("BEGIN")
_SIZED = kind_set("represent granted GRANTED grant award REPR of")
_CERTIFIED = frozenset(["achieved", "attained", "satisfied", "met", "certified", "exceeded", "earned", "determined"])


class Assembler:
    """Collects the terms of one award, sentence by sentence."""

    def __init__(self, clauses: tuple[Clause, ...] = CLAUSES) -> None:
        self.clauses = clauses
        self.rules: list[Rule] = []
        self.groups: list[Group] = [Group()]
        self.group = 0
        self.statements: list[Statement] = []
        self.assumptions: list[Assumption] = []
        self.gaps: list[Gap] = []
        self.accelerations: list[Remark] = []
        self.conditions: list[Remark] = []
        self.sizes: list[Fraction] = []
        self.granted: list[date] = []
        self.dates: dict[str, date] = {}
        self.span: tuple[Over, Sentence, parts.Part] | None = None
        self.start: tuple[Moment, bool] | None = None
        self.certified = False
        self.performance = False
        self.speaks = False
        self.goals: list[tuple[Sentence, Sequence[Node]]] = []
        self.commencement_named = False
        self.early = False
        self.original = False
        self.exercisable: list[int] = []
        self.headers: list[tuple[int, list[Gap], bool]] = []
        self.past = False
        self.against: list[Gap] = []

    # -- one sentence

    def add(self, sentence: Sentence, nodes: list[Node]) -> None:
        """Take in one sentence, part by part between semicolons."""
        if not sentence.vests:
            self._define(nodes)
        if sentence.too_long:
            self.gaps.append(
                Gap(
                    GapReason.NO_CLAUSE,
                    "the sentence is too long to be read",
                    sentence.whole.quote[:80],
                    sentence.note,
                    sentence.whole.span,
                )
            )
        if _says_met(sentence):
            self.certified = True
        if not sentence.vests or sentence.too_long:
            self._quiet_sentence(sentence, nodes)
            return
        said: bool | None = False
        for piece in _pieces(nodes):
            said = self._piece(sentence, piece, said)

    def _define(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            if node.kind == _GRANTED and isinstance(node.value, date):
                self.granted.append(node.value)
            elif node.kind == _DEF:
                self.dates.setdefault(*node.value)

    def _quiet_sentence(self, sentence: Sentence, nodes: Sequence[Node]) -> None:
        """A sentence without a word of vesting may still give a size, a goal, or undo what the others say."""
        self._size(nodes)
        if quiet_but_contrary(nodes):
            self._against(sentence, nodes)
        elif quiet_goal(nodes) and not self.certified:
            self.goals.append((sentence, nodes))

    def _against(self, sentence: Sentence, nodes: Sequence[Node]) -> None:
        """Words that may change the terms: a gap, should there be terms."""
        place = sentence.place(nodes[0].start, nodes[-1].stop)
        negated = any(n.kind == _NOTVERB and n.value == "never" for n in nodes)
        if negated and {n.kind for n in nodes} & _WHEN:
            self.gaps.append(Gap(GapReason.UNKNOWN_WORDS, f"said not to vest: {place.quote!r}", place.quote, place.note, place.span))
            return
        self.against.append(Gap(GapReason.NO_CLAUSE, f"may change the terms: {place.quote!r}", place.quote, place.note, place.span))

    def _size(self, nodes: Sequence[Node]) -> None:
        for i, node in enumerate(nodes):
            if (
                node.kind == _SUBJ
                and node.value.units not in (None, 1)
                and (i < 3 or nodes[i - 1].kind in _SIZED or nodes[0].kind == _REPRESENT)
            ):
                before = {n.kind for n in nodes[:i]} | ({nodes[i + 1].kind} if i + 1 < len(nodes) else set())
                if before & _SIZED or (i == 0 and len(nodes) > 1 and nodes[1].kind in _SIZED):
                    self.sizes.append(node.value.units)
                    return

    def _piece(self, sentence: Sentence, nodes: list[Node], said: bool | None) -> bool | None:
        for node in nodes:
            if node.kind == _ACCEL:
                self.accelerations.append(Remark("acceleration", sentence.place(node.start, node.stop)))
            elif node.kind == _COND:
                self.conditions.append(Remark("service", sentence.place(node.start, node.stop)))
            elif node.kind == _EARLY:
                self.early = True
        name = topic(nodes, said is not False)
        if name not in ("cash", "withholding"):
            self._define(nodes)
        if name is not None:
            if name in ("mention", "delivery", "unclear"):
                self._first_date(sentence, nodes)
            self._topic(sentence, nodes, name)
            return said
        self.speaks = True
        for part in parts.split(nodes):
            if (
                (part.verb is None or part.verb.noun)
                and not _has_date(part)
                and self.rules
                and isinstance(self.rules[-1], Pending)
                and self.rules[-1].place.note == sentence.note
                and said is None
            ):
                continue
            before = len(self.rules)
            self._part(sentence, part)
            if len(self.rules) > before and isinstance(self.rules[-1], Pending):
                said = None
        if any(n.kind == _LATEST for n in nodes) and self.rules:
            self._may_come_sooner()
        return True if said is not None else None

    def _first_date(self, sentence: Sentence, nodes: Sequence[Node]) -> None:
        """ "The first vesting date is February 29, 2024": where the series before it starts, or a gap."""
        for node in nodes:
            if node.kind != _BEGIN or not str(sentence.cleaned.text[node.start : node.stop]).lower().lstrip(", ").startswith(("the first", "first", "the initial")):
                continue
            last = self.rules[-1] if self.rules else None
            if isinstance(last, Series) and last.start is None:
                self.rules[-1] = replace(last, start=node.value, inclusive=True)
            else:
                self.gaps += residue.gaps(sentence, [node])

    def _may_come_sooner(self) -> None:
        """ "except that the last part will vest, if earlier, at the meeting"."""
        last = self.rules[-1]
        if isinstance(last, Dated):
            self.rules[-1] = replace(last, on=EarliestOf((last.on, FromAnchor("event", event="annual meeting"))))
        elif isinstance(last, Series):
            self.rules[-1] = replace(last, latest_last=True)

    def _topic(self, sentence: Sentence, nodes: list[Node], name: str) -> None:
        place = sentence.place(nodes[0].start, nodes[-1].stop)
        if name in ("contrary", "unclear"):
            self._against(sentence, nodes)
        if name == "accelerated":
            self.gaps.append(
                Gap(
                    GapReason.NO_CLAUSE,
                    "vesting was accelerated on a date, which changes the schedule",
                    place.quote,
                    place.note,
                    place.span,
                )
            )
        elif name == "acceleration":
            self.accelerations.append(Remark("acceleration", place))
        elif name == "goal":
            self.goals.append((sentence, nodes))
        elif name != "withholding":
            self._size(nodes)
        if name in ("forfeiture", "delivery"):
            self.conditions.append(Remark(name, place))

    # -- one part

    def _part(self, sentence: Sentence, part: parts.Part) -> None:
        if part.negated:
            self._not_vested(sentence, part)
            return
        if part.verb is not None and not part.slots and not part.has_amount and self.rules and not part.residue and not part.verb.immediate:
            return
        if not part.slots and not part.has_amount and part.verb is None:
            if part.residue and part.subject is None:
                self.gaps += residue.gaps(sentence, part.residue)
            return
        if part.verb is None and part.amount is not None and part.amount.amount.units and {n.kind for n in part.residue} & _GRANTING:
            self._granting(part)
            return
        kind = "other" if part.waits_for else residue.event_kind(part.residue)
        waits = bool(part.residue) and part.residue[0].kind in _WHENEVER and not {n.kind for n in part.residue} & _TIMELY
        if kind is None and waits and part.amount is not None and not part.slots and part.verb is not None:
            kind = "other"
        if kind is None and part.subject is not None and part.subject.performance and {n.kind for n in part.residue} & _BASED:
            kind = "performance"
        if kind is not None and not self.certified:
            self._pend(sentence, part, kind)
            return
        lone = part.amount is not None and part.amount.amount.units is not None and not part.slots and part.verb is None
        if lone and self.rules and nodes_of(sentence) & _INCLUDE and self.rules[-1].place.note == sentence.note:
            return
        if lone:
            assert part.amount is not None
            assert part.amount.amount.units is not None
            beside = [
                r.amount.units
                for r in self.rules
                if r.place.note == sentence.note and r.amount.units and r.place.span.start >= sentence.whole.span.start
            ]
            self.sizes.append(sum(beside, part.amount.amount.units))
            self._residue(sentence, part)
            return
        self.original = (
            self.original
            or (part.amount is not None and part.amount.subject.original)
            or (part.subject is not None and part.subject.original)
        )
        bare = part.verb is None and part.subject is None and not part.has_amount
        if bare and part.roles <= {"ON", "LIST", "CAD", "FROM", "BEGIN", "THEN", "FULLON"} and part.roles & {"ON", "LIST", "CAD"}:
            self._no_clause(sentence, part)
            return
        if part.verb is not None and part.verb.modal and not part.verb.exercisable:
            place = sentence.place(part.start, part.stop)
            self.against.append(Gap(GapReason.UNKNOWN_WORDS, f"may vest, or may not: {place.quote!r}", place.quote, place.note, place.span))
        self._group(part)
        ctx = Context(sentence.place(part.start, part.stop), self.group, len(self._own_rules()), self.span[0] if self.span else None, self.start, self._base())
        found = claims(part, ctx, self.clauses)
        self._residue(sentence, part)
        if not found:
            self._no_clause(sentence, part)
        elif len(found) > 1:
            self.gaps.append(Gap(GapReason.TWO_READINGS, "the words have two readings", ctx.place.quote, ctx.place.note, ctx.place.span))
        else:
            self._take(sentence, part, found[0])

    def _granting(self, part: parts.Part) -> None:
        """ "The reporting person was granted 90,000 units on January 2, 2020": a size, perhaps a date."""
        assert part.amount is not None
        assert part.amount.amount.units is not None
        self.sizes.append(part.amount.amount.units)
        self.granted += [m.date for m in part.slots.get("ON", ()) if isinstance(m, OnDate)]

    def _not_vested(self, sentence: Sentence, part: parts.Part) -> None:
        """ "2,637,455 of the shares have not vested": what remains, to be compared."""
        place = sentence.place(part.start, part.stop)
        if part.negated == "told" and part.amount is not None and part.amount.amount.units is not None and not part.residue:
            self.statements.append(Statement("reported-remaining", place, on=FromAnchor("report"), number=part.amount.amount.units))
        elif residue.event_kind(part.residue):
            self._pend(sentence, part, residue.event_kind(part.residue) or "other")
        else:
            self.gaps.append(Gap(GapReason.UNKNOWN_WORDS, f"not understood: {place.quote!r}", place.quote, place.note, place.span))

    def _residue(self, sentence: Sentence, part: parts.Part) -> None:
        left = [n for n in part.residue if n.kind not in _LEADING]
        self.gaps += residue.gaps(sentence, left)

    def _no_clause(self, sentence: Sentence, part: parts.Part) -> None:
        place = sentence.place(part.start, part.stop)
        self.gaps.append(Gap(GapReason.NO_CLAUSE, f"no rule for: {place.quote!r}", place.quote, place.note, place.span))

    def _own_rules(self) -> list[Rule]:
        return [r for r in self.rules if r.group == self.group]

    def _group(self, part: parts.Part) -> None:
        size = part.size
        if size is None and part.amount is not None and part.amount.amount.portion is not None and part.amount.subject.units:
            size = part.amount.subject.units
        if size is None and part.amount is not None and part.amount.amount.units is not None and self._used_up():
            size = part.amount.amount.units
        if size is None or size == 1 or size == self.groups[self.group].units:
            return
        if self._own_rules() or self.groups[self.group].units is not None:
            own = [r.amount.units for r in self._own_rules()]
            if self.groups[self.group].units is None and all(own):
                self.groups[self.group] = Group(units=sum((u for u in own if u), Fraction(0)))
            self.groups.append(Group(units=size))
            self.group = len(self.groups) - 1
        else:
            self.groups[self.group] = Group(units=size)

    def _base(self) -> Moment | None:
        """What an overall span counts from: its own start, or what the award's first rule counts from."""
        if self.start is not None:
            return self.start[0]
        first = next((r for r in self.rules if isinstance(r, Dated)), None)
        on = first.on if first is not None else None
        return replace(on, plus=Period()) if isinstance(on, FromAnchor) and on.plus and on.anchor != "event" else None

    def _used_up(self) -> bool:
        """Whether the rules of the present group, one of several, already share it out."""
        own = self._own_rules()
        parts = [r.amount.portion or Fraction(0) for r in own if isinstance(r, Dated)]
        return self.groups[self.group].units is not None and (sum(parts, Fraction(0)) >= 1 or any(r.amount.rest for r in own))

    def _take(self, sentence: Sentence, part: parts.Part, built: Built) -> None:
        if built.overall:
            self.headers.append((len(self.rules), built.gaps, part.amount is not None))
            return
        if built.span is not None:
            self.span, self.start = (built.span, sentence, part), built.start
            return
        subjects = [s for s in (part.subject, part.amount.subject if part.amount else None) if s is not None]
        if any(s.performance for s in subjects) and not self.certified and built.rules:
            self.performance = True
        if part.verb is not None and part.verb.past and built.rules:
            self.past = True
        base = len(self.rules) - len(self._own_rules())
        if part.verb is not None and part.verb.exercisable and built.rules:
            self.exercisable.append(len(self.rules))
        self.rules += built.rules
        self.statements += [replace(s, rule=None if s.rule is None else len(self.rules) - 1) for s in built.statements]
        self.assumptions += built.assumptions
        self.gaps += built.gaps
        del base

    def _pend(self, sentence: Sentence, part: parts.Part, kind: str) -> None:
        if (part.amount is None and (self._own_rules() and kind in ("price", "performance"))) or (kind == "other" and not part.waits_for and part.amount is None):
            self.performance = True
        self._group(part)
        amount = part.amount.amount if part.amount else (Amount(rest=True) if self._own_rules() else Amount(portion=Fraction(1)))
        place = sentence.place(part.start, part.stop)
        if amount.portion is not None and "each time" in sentence.cleaned.text[part.start : part.stop]:
            amount = Amount(portion=Fraction(1))
        left = part.residue or part.nodes
        words = part.waits_for or " ".join(sentence.cleaned.text[left[0].start : left[-1].stop].split())
        self.rules.append(Pending(amount, words[:120], kind, place, self.group))  # type: ignore[arg-type]

    # -- all of them

    def terms(self) -> Terms:
        """The terms, once every sentence is in."""
        self._finish_span()
        self._headers()
        self._early_exercise()
        self._cumulative()
        self._pending_beside_reported()
        self._goals()
        granted = self.dates.get("grant") or (self.granted[0] if len(set(self.granted)) == 1 else None)
        self.rules = [
            replace(r, on=FromAnchor("grant"), immediate=granted is None)
            if isinstance(r, Dated) and isinstance(r.on, FromAnchor) and r.on.event == UPON_GRANT
            else r
            for r in self.rules
        ]
        named = any(isinstance(m, FromAnchor) and m.anchor == "commencement" for m in _moments(self.rules))
        whole = self._whole()
        if self.rules:
            self.gaps += self.against
        return Terms(
            rules=tuple(self.rules),
            groups=tuple(self.groups),
            whole=whole,
            granted=granted,
            commencement=self.dates.get("commencement"),
            of_original=self.original,
            commencement_named=named,
            early_exercise=self.early,
            statements=tuple(self.statements),
            accelerations=tuple(self.accelerations),
            conditions=tuple(self.conditions),
            assumptions=tuple(self.assumptions),
            gaps=tuple(self.gaps),
            speaks=self.speaks,
        )

    def _headers(self) -> None:
        """ "The remaining 60% in two installments, one-half on ... and one-half on ...": halves of the rest; no parts after it: a gap."""
        for at, gaps, of_rest in self.headers:
            after = self.rules[at:]
            if not after:
                self.gaps += gaps
                continue
            portions = [r.amount.portion for r in after if isinstance(r, Dated) and r.amount.portion is not None]
            before = [r.amount.portion or Fraction(0) for r in self.rules[:at] if isinstance(r, Dated)]
            if of_rest and at and len(portions) == len(after) and sum(portions) == 1 and sum(before) < 1:
                left = 1 - sum(before, Fraction(0))
                self.rules[at:] = [replace(r, amount=Amount(portion=left * p)) for r, p in zip(after, portions, strict=True)]

    def _early_exercise(self) -> None:
        """Exercisable at once, yet vesting later: the schedule is the one that says "vest"."""
        first = next((r for i, r in enumerate(self.rules) if i in self.exercisable and isinstance(r, Dated) and r.amount.portion == 1), None)
        if first is not None and len(self.rules) > 1 and len(self.exercisable) == 1 and self.rules[0] is first:
            self.rules = [replace(r, amount=Amount(portion=Fraction(1))) if r.amount.rest and i == 0 else r for i, r in enumerate(self.rules[1:])]
            self.statements = [replace(s, rule=None if s.rule is None else s.rule - 1) for s in self.statements]
            self.early = True

    def _cumulative(self) -> None:
        """Percentages that rise to 100% are running totals (docs/conventions.md, The whole 5)."""
        portions = [r.amount.portion for r in self.rules if isinstance(r, Dated) and r.amount.portion is not None and r.amount.of == "whole"]
        others = [r for r in self.rules[:-1] if isinstance(r, Dated) and r.amount.portion is not None]
        last = self.rules[-1] if self.rules else None
        if isinstance(last, Dated) and last.amount.rest and len(others) == len(self.rules) - 1 and sum(portions) >= 1 and len(portions) > 1:
            portions.append(Fraction(1))
        end = next((s for s in self.statements if s.kind == "fully-vested-date"), None)
        if end is not None and end.on and len(portions) == len(self.rules) > 1 and sum(portions) >= 1 > portions[-1] and self.rules[-1].place == end.place:
            self.rules.append(Dated(Amount(portion=Fraction(1)), end.on, end.place))
            self.statements = [s for s in self.statements if s is not end]
            portions.append(Fraction(1))
        rising = len(portions) == len(self.rules) > 1 and all(a < b for a, b in pairwise(portions))
        if rising and portions[-1] == 1 and len(self.groups) == 1:
            steps = [b - a for a, b in pairwise([Fraction(0), *portions])]
            self.rules = [replace(r, amount=Amount(portion=p)) for r, p in zip(self.rules, steps, strict=True)]

    def _pending_beside_reported(self) -> None:
        """All of it waits on goals, yet some has vested already: what is left still waits."""
        waits = [r for r in self.rules if isinstance(r, Pending) and r.amount.portion == 1]
        told = [r for r in self.rules if isinstance(r, Dated) and r.amount.units is not None]
        if len(waits) == 1 and told and len(waits) + len(told) == len(self.rules):
            self.rules = [*told, replace(waits[0], amount=Amount(rest=True))]

    def _finish_span(self) -> None:
        if self.span is not None and not self.rules and not self.gaps:
            over, sentence, part = self.span
            place = sentence.place(part.start, part.stop)
            self.gaps.append(
                Gap(
                    GapReason.MISSING_FREQUENCY,
                    f"over {over.length.times} periods, but neither how often nor in what parts",
                    place.quote,
                    place.note,
                    place.span,
                )
            )

    def _goals(self) -> None:
        """Goals spoken of beside dates: what is dated is then not certain to vest."""
        if self.certified:
            return
        if (self.performance and not self.past) or (self.goals and self.rules):
            place = self.rules[0].place if self.rules else None
            if place is not None:
                self.rules = [Pending(Amount(portion=Fraction(1)), "performance goals", "performance", place)]
                self.groups = self.groups[:1]
                self.statements = []
        elif self.goals and not self.rules:
            sentence, nodes = self.goals[0]
            self.speaks = True
            self.rules.append(Pending(Amount(portion=Fraction(1)), "goals", "performance", sentence.place(nodes[0].start, nodes[-1].stop)))

    def _whole(self) -> Fraction | None:
        grouped = [g.units for g in self.groups if g.units is not None]
        lone = self.sizes[0] if len(set(self.sizes)) == 1 else None
        if len(grouped) == len(self.groups) and grouped:
            return sum(grouped, Fraction(0)) if all(r.group < len(self.groups) for r in self.rules) else None
        return lone


_LEADING = kind_set("represent include grant award granted REPR following schedule as be comes occur the a of amount number total reported")


def _moments(rules: Sequence[Rule]) -> list[object]:
    out: list[object] = []
    for r in rules:
        if isinstance(r, Dated):
            out += getattr(r.on, "of", (r.on,))
        elif isinstance(r, Series):
            out += [r.start, r.until]
    return out


def nodes_of(sentence: Sentence) -> frozenset[str]:
    """The kinds at the opening of a sentence."""
    return frozenset(n.kind for n in sentence.nodes[:3])


def _has_date(part: parts.Part) -> bool:
    """Whether the part names a date or an anchor's, not only events."""
    moments = [*part.slots.get("ON", ()), *part.slots.get("BEGIN", ()), *(m for listed in part.slots.get("LIST", ()) for m in listed)]
    return any(not (isinstance(m, FromAnchor) and m.anchor == "event") for m in moments)


def _pieces(nodes: list[Node]) -> list[list[Node]]:
    """The sentence between its semicolons."""
    out: list[list[Node]] = [[]]
    for node in nodes:
        out[-1].append(node)
        if node.kind == _SEMI:
            out.append([])
    return [p for p in out if p]


def _says_met(sentence: Sentence) -> bool:
    """ "The performance condition was satisfied on ...": a goal that has been met."""
    words = [str(n.value) for n in sentence.nodes]
    text = sentence.cleaned.text[sentence.nodes[0].start : sentence.nodes[-1].stop].lower()
    return bool(_CERTIFIED & set(words)) and _MET.search(text) is not None


import re  # noqa: E402

_MET = re.compile(
    r"(?:goal|condition|objective|milestone|threshold|criteria|metric|target|performance|requirement|result)\w*\b"
    r"[^.;]{0,90}?\b(?:was|were|has been|have been|had been|having been|been|as)\s+"
    r"(?:\w+ly )?(?:achieved|attained|satisfied|met|certified|exceeded|determined|earned)"
)


def assemble(sentences: Sequence[Sentence], clauses: tuple[Clause, ...] = CLAUSES) -> Terms:
    """The terms of one award from all sentences of its notes."""
    phrases, dates = anaphora.resolve(sentences)
    made = Assembler(clauses)
    made.dates.update(dates)
    for sentence, nodes in zip(sentences, phrases, strict=True):
        made.add(sentence, nodes)
    return made.terms()


__all__ = ["OnDate", "Subject", "assemble", "predicates"]
