"""What binding works on: rules with their dates and exact parts, on the way to a schedule.

Filled by bind.py (dates) and amounts.py (fractions of the whole), read by verify.py and build.py. Plain data; refuses nothing.
"""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct, field

from vestcalc.gaps import Gap
from vestcalc.schedule.anchors import Anchors, Found
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.roll import Dates
from vestcalc.schedule.whole import NOTHING, Whole, added
from vestcalc.terms.models import Moment, Rule, Series, Statement, Terms


class Draft(Struct, eq=False):
    """A rule on its way. `each` and `last`: fractions of the whole. `n` None: as many dates as use up the amount.

    Without `dates` the part is pending (`event`) or undatable (`gap`).
    """

    number: int
    rule: Rule
    size: Fraction
    dates: Dates | None = None
    n: int | None = 1
    each: Fraction | None = None
    last: Fraction | None = None
    latest: bool = False
    latest_last: bool = False
    event: str = ""
    kind: str = "other"
    gap: Gap | None = None

    @property
    def total(self) -> Fraction:
        """What all its dates come to, as a fraction of the whole."""
        if self.each is None or self.n is None:
            return NOTHING
        if self.last is None:
            return self.each * self.n if self.n != 1 else self.each
        return self.each * (self.n - 1) + self.last if self.n != 1 else self.last


class Binding(Struct, eq=False):
    """What binding settled."""

    terms: Terms
    facts: Facts
    anchors: Anchors
    whole: Whole
    sizes: dict[int, Fraction] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    @property
    def dated(self) -> list[Draft]:
        """The drafts that have dates."""
        return [d for d in self.drafts if d.dates is not None and d.gap is None]

    def first(self, d: Draft) -> int:
        """Ordinal of a dated draft's first date."""
        assert d.dates is not None
        return d.dates.at(0)

    def last(self, d: Draft) -> int:
        """Ordinal of a dated draft's last date."""
        assert d.dates is not None
        return d.dates.at((d.n or 1) - 1)


def total_of(drafts: Iterable[Draft]) -> Fraction:
    """What all dates of all drafts come to."""
    return added(d.total for d in drafts)


def stated_ends(made: Binding, draft: Draft) -> set[int]:
    """The ordinals on which the words say that a draft, or the award, ends."""
    moments = [s.on for s in made.terms.statements if s.kind in ("end-date", "fully-vested-date") and s.on and is_about(s, draft)]
    if isinstance(draft.rule, Series) and draft.rule.until:
        moments.append(draft.rule.until)
    return {o for o in (ordinal_of(made, m) for m in moments) if o is not None}


def is_about(statement: Statement, draft: Draft) -> bool:
    """Whether a statement speaks of this rule, or of the whole award."""
    return statement.rule is None or statement.rule == draft.number - 1


def ordinal_of(made: Binding, moment: Moment | None) -> int | None:
    """The day a moment falls on, assuming nothing for the answer; None when it has none."""
    if moment is None:
        return None
    anchors = Anchors(made.terms, made.facts, made.anchors.policy)
    at = anchors.resolve(moment, 0, None, None)
    return at.point.ordinal(anchors.policy) if isinstance(at, Found) else None
