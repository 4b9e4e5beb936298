"""The answers: one award's schedule, one filing's schedules, and the rows that are no awards.

In: what the rooms made of a row (its facts, the reading of its notes, the schedule). Out: objects with the
contract's names, a position as of any day, and dicts for programs. Nothing is computed here but the position.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct, field

from vestcalc.filings.model import Person
from vestcalc.gaps import Gap
from vestcalc.schedule.facts import Facts, Kind
from vestcalc.schedule.model import BoundRule, Check, PendingPart, Rounding, Schedule, Status, Vest
from vestcalc.terms.models import Assumption, Remark, Terms

if TYPE_CHECKING:
    from vestcalc.given import AmountLike, DayLike
    from vestcalc.schedule.position import Position

Table = Literal["I", "II"]


class AwardSchedule(Struct, frozen=True):
    """One award row: what it is, what its notes promise, and the schedule that follows.

    `notes` are (id, text as filed) in the row's order; `terms` is the reading kept, `tried` all the words can have,
    each with the schedule it would give, where there are several.
    """

    table: Table
    row: int
    security: str
    kind: Kind
    facts: Facts
    schedule: Schedule
    terms: Terms
    tried: tuple[tuple[Terms, Schedule], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    exercise_price: str | None = None
    underlying: str | None = None
    row_assumptions: tuple[Assumption, ...] = ()

    @property
    def code(self) -> str | None:
        """The transaction code; None for a holding, and where no code is legible."""
        return self.facts.code or None

    @property
    def transaction_date(self) -> date | None:
        return self.facts.dated

    @property
    def expires(self) -> date | None:
        return self.facts.expires

    @property
    def granted(self) -> date | None:
        """Stated in the words; else the transaction date of a code A row; else None."""
        return self.schedule.granted

    @property
    def shares(self) -> Fraction | None:
        """The whole, None when unknown."""
        return self.schedule.whole

    @property
    def footnotes(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.notes)

    @property
    def status(self) -> Status:
        return self.schedule.status

    @property
    def rounding(self) -> Rounding:
        return self.schedule.rounding

    @property
    def vests(self) -> Sequence[Vest]:
        return self.schedule.vests

    @property
    def pending(self) -> tuple[PendingPart, ...]:
        return self.schedule.pending

    @property
    def rules(self) -> tuple[BoundRule, ...]:
        return self.schedule.rules

    @property
    def accelerations(self) -> tuple[Remark, ...]:
        return self.terms.accelerations

    @property
    def conditions(self) -> tuple[Remark, ...]:
        return self.terms.conditions

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What the row's reader, the words' reader and the schedule filled in, each once."""
        found = (*self.row_assumptions, *self.schedule.assumptions)
        return found if len(found) < 2 else tuple(dict.fromkeys(found))

    @property
    def checks(self) -> tuple[Check, ...]:
        return self.schedule.checks

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return self.schedule.gaps

    @property
    def flags(self) -> tuple[str, ...]:
        """The codes of assumptions, failed checks and gaps, in that order, each once."""
        codes = [a.code for a in self.assumptions] + [c.code for c in self.checks if not c.ok] + [g.reason.value for g in self.gaps]
        return tuple(dict.fromkeys(codes))

    @property
    def doubtful(self) -> bool:
        """What `--strict` stops at: incomplete, not understood, or a failed check."""
        return self.status in ("incomplete", "not-understood") or any(not check.ok for check in self.checks)

    def as_of(self, day: "DayLike", price: "AmountLike | None" = None) -> "Position":
        """The position at the end of `day`; `price` is the market price, for values."""
        from decimal import Decimal

        from vestcalc.given import UsageError, to_day, to_price
        from vestcalc.schedule.position import position

        as_of = to_day(day, "as of")
        if as_of is None:
            raise UsageError("as of: a day is needed; write it as 2015-06-30")
        market = to_price(price, "price")
        return position(
            self.schedule,
            self.facts,
            as_of,
            exercise_price=self._strike(),
            price=None if market is None else Decimal(market),
            early_exercise=self.terms.early_exercise,
        )

    def _strike(self) -> str | None:
        """The exercise price as a number; None where what is filed is none ("see note 2"), so that only the money is left out."""
        from vestcalc.given import UsageError, to_price

        try:
            return to_price(self.exercise_price, "exercise price")
        except UsageError:
            return None

    def to_dict(self) -> dict[str, Any]:
        """The AWARD of the JSON output."""
        from vestcalc.plain import award_dict

        return award_dict(self)


class OtherRow(Struct, frozen=True):
    """A row for which no schedule is due; `text` says why in a few words. For a holding `shares` is what is held."""

    table: Table
    row: int
    code: str | None
    security: str
    date: date | None
    shares: Fraction | None
    price: str | None
    text: str


class FilingSchedules(Struct, frozen=True):
    """All rows of one filing, each once: in `awards` or in `other_rows`. `notes` are the filing's, by id."""

    source: str
    form: str | None = None
    period_of_report: date | None = None
    accession: str | None = None
    issuer: Person = field(default_factory=lambda: Person(None))
    owners: tuple[Person, ...] = ()
    awards: tuple[AwardSchedule, ...] = ()
    other_rows: tuple[OtherRow, ...] = ()
    notices: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The FILING of the JSON output."""
        from vestcalc.plain import filing_dict

        return filing_dict(self)
