"""What the words of a note promise: plain data, the neck of the hourglass.

In come the readers of English, out go the calendars and the share counts. Nothing here knows a document
format, a sentence or an allocation. All values are exact: int, Fraction, date. Frozen structs rather
than pydantic models: they are built for every note read, and importing pydantic costs more than reading
a filing (docs/architecture.md); the JSON outside is described with pydantic in report/.
"""

from datetime import date
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from vestcalc.gaps import Gap
from vestcalc.span import Place


class Period(Struct, frozen=True):
    """A length of time: whole months (a year is 12, a quarter 3), then whole days (a week is 7); mostly one of the two."""

    months: int = 0
    days: int = 0

    def __add__(self, other: "Period") -> "Period":
        return Period(self.months + other.months, self.days + other.days)

    def __mul__(self, k: int) -> "Period":
        return Period(self.months * k, self.days * k)

    def __bool__(self) -> bool:
        return bool(self.months or self.days)

    @property
    def iso(self) -> str:
        """ISO 8601: "P3M", "P28D", "P6M1D"."""
        return f"P{f'{self.months}M' if self.months or not self.days else ''}{f'{self.days}D' if self.days else ''}"


class CalendarDay(Struct, frozen=True):
    """A named day: the 15th of each month (month None), each February 15 (month 2), the last day (day 31, clamped to the month)."""

    day: int
    month: int | None = None


class Amount(Struct, frozen=True):
    """How much: a `portion` (of the whole, or of what the earlier parts leave), a number of `units`, or the `rest`.

    Exactly one of portion, units and rest is set. `of` says what a portion is a fraction of: "whole", or "remaining" =
    what the earlier rules of the same group leave when this one begins.
    """

    portion: Fraction | None = None
    units: Fraction | None = None
    rest: bool = False
    of: Literal["whole", "remaining"] = "whole"


ALL = Amount(portion=Fraction(1))
REST = Amount(rest=True)

#: grant, commencement: the award's own anchors. previous: the date of the rule before. report: the period of report.
#: exercisable: the row's Date Exercisable. event: the named event, once it is dated.
#: date: the date `stated` ("two years after December 15, 2019"); the other anchors may have their date stated beside them too.
AnchorName = Literal["grant", "commencement", "previous", "report", "exercisable", "event", "date"]


class OnDate(Struct, frozen=True, eq=False):
    """A date stated in the words; `also`: the anniversary that the words say it is, to be compared; two are the same by their dates."""

    date: date
    also: "FromAnchor | None" = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OnDate) and self.date == other.date

    def __hash__(self) -> int:
        return hash(self.date)


class FromAnchor(Struct, frozen=True):
    """`plus` after an anchor; then, if `calendar` is set, the first such named day on or after (or, `strictly`, after) that moment.

    `days_before` counts calendar days back ("the day before the annual meeting").
    """

    anchor: AnchorName
    plus: Period = Period()
    event: str | None = None
    calendar: tuple[CalendarDay, ...] = ()
    days_before: int = 0
    stated: date | None = None
    strictly: bool = False


class EarliestOf(Struct, frozen=True):
    """Whichever comes first: dated by the dated one, marked latest."""

    of: tuple["Moment", ...]


class LatestOf(Struct, frozen=True):
    """Whichever comes last: pending while one of them has no date."""

    of: tuple["Moment", ...]


Moment = OnDate | FromAnchor | EarliestOf | LatestOf

EventKind = Literal["performance", "price", "liquidity", "meeting", "approval", "other"]


class Dated(Struct, frozen=True):
    """An amount that vests on one moment. `latest`: it may have come sooner ("as of the date of this filing, ... have vested").

    `immediate`: "fully vested", "immediately exercisable" and no date: all on the anchor of a dated award row, else already
    vested by the report's date; `on` is then ignored (docs/conventions.md, Dates 13).
    """

    amount: Amount
    on: Moment
    place: Place
    latest: bool = False
    group: int = 0
    immediate: bool = False


class Series(Struct, frozen=True):
    """An amount that vests over equal periods.

    `amount` is that of all dates together, or of each date when `each`. The first date is `start` itself when `inclusive`,
    else one period (or, with `calendar`, the first named day) after it; `start` None means the group's anchor, to be assumed.
    How many: `times`; else as many as fit into `over` from the anchor; else up to and with `until`; else as many as use up the
    amount. `calendar` replaces counting by named days. `ramp` lists the portions or units of successive dates, when they differ.
    """

    amount: Amount
    every: Period
    place: Place
    each: bool = False
    times: int | None = None
    over: Period | None = None
    start: Moment | None = None
    inclusive: bool = False
    until: Moment | None = None
    calendar: tuple[CalendarDay, ...] = ()
    latest_last: bool = False
    group: int = 0


class Pending(Struct, frozen=True):
    """An amount that waits on an event or a goal no date is stated for."""

    amount: Amount
    event: str
    event_kind: EventKind
    place: Place
    group: int = 0


Rule = Dated | Series | Pending


class Group(Struct, frozen=True):
    """One of the awards a note describes: its own size and grant date, where the words give them.

    `units` None and `portion` None: the group is the whole award.
    """

    units: Fraction | None = None
    portion: Fraction | None = None
    granted: date | None = None
    place: Place | None = None


StatementKind = Literal[
    "end-date",
    "fully-vested-date",
    "span",
    "overall-span",
    "count",
    "installment-units",
    "reported-vested",
    "reported-remaining",
    "row-amount",
    "granted-in",
    "size",
    "part-portion",
    "rest-portion",
    "rest-units",
    "anniversary",
    "cliff",
    "service-date",
    "expires",
    "exercise-from",
    "not-before",
    "row-vested",
]


class Statement(Struct, frozen=True):
    """Something the words say twice, for `verify`: an end, a day by which all is vested, a total span, a count and so on.

    `rule`: the index in Terms.rules of the rule it speaks of; None for the whole award. `on` counts from the award's own anchors, never
    from the rule before.
    """

    kind: StatementKind
    place: Place
    on: Moment | None = None
    over: Period | None = None
    number: Fraction | None = None
    rule: int | None = None


class Remark(Struct, frozen=True):
    """An acceleration or a condition: recorded with its words, never moving a date."""

    event: str
    place: Place


AssumptionCode = Literal[
    "anchor-is-transaction-date",
    "first-one-period-after-anchor",
    "annual-unless-stated",
    "whole-is-amount-held",
    "whole-is-sum-of-parts",
    "all-on-date-exercisable",
    "first-on-date-exercisable",
    "vested-by-report-date",
    "thirds",
    "last-takes-leftover",
    "remaining-means-total",
    "code-not-legible",
    "note-tied-by-content",
    "text-repaired",
    "business-day-ignored",
]


class Assumption(Struct, frozen=True):
    """Something a convention filled in that the words do not state: its code and a sentence for people."""

    code: AssumptionCode
    text: str


class Terms(Struct, frozen=True):
    """Everything one award's notes promise about vesting.

    `whole`: a size stated in the words (units). `of_original`: the fractions are of the original grant, so a held or exercised
    number is not the whole; `some_vested`: part of it is told to have vested, so what is held is what it left; `added`: by dividends on
    what was granted before. `granted_before`: the grant on whose vesting shares were withheld. `granted`, `commencement`: stated dates;
    `commencement_named`: such a date is spoken of but not given.
    `early_exercise`: may be exercised before it vests. `speaks`: the notes speak of vesting at all. `events`: events whose date
    the words give, as (name, date). `quiet`: words of sentences about vesting that move nothing. `elsewhere`: notes that the words point at
    for the terms.
    """

    rules: tuple[Rule, ...] = ()
    groups: tuple[Group, ...] = (Group(),)
    whole: Fraction | None = None
    of_original: bool = False
    some_vested: bool = False
    added: bool = False
    granted_before: date | None = None
    granted: date | None = None
    commencement: date | None = None
    commencement_named: bool = False
    early_exercise: bool = False
    exercisable_only: bool = False
    statements: tuple[Statement, ...] = ()
    accelerations: tuple[Remark, ...] = ()
    conditions: tuple[Remark, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    events: tuple[tuple[str, date], ...] = ()
    gaps: tuple[Gap, ...] = ()
    speaks: bool = False
    quiet: tuple[Place, ...] = ()
    elsewhere: tuple[str, ...] = ()

    def with_gaps(self, *gaps: Gap) -> "Terms":
        """The same terms with further gaps."""
        return replace(self, gaps=self.gaps + gaps)
