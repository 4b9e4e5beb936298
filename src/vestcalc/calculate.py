"""From a filing or a text to schedules: the one module that joins the rooms.

In: a path, bytes, or a text with its facts. Out: FilingSchedules, or an AwardSchedule. Each row of a filing ends in one
of two lists; several readings of a note are tried against the words' own redundancy, and what is not decided is not
understood. Refuses, as VestcalcError, what is neither a form nor words about vesting.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from msgspec import Struct

from vestcalc.answers import AwardSchedule, FilingSchedules, OtherRow
from vestcalc.choose import choose
from vestcalc.filings.model import Row
from vestcalc.gaps import Gap, GapReason, VestcalcError
from vestcalc.given import AmountLike, DayLike, UsageError, one_of, to_amount, to_day, to_price
from vestcalc.hung import BESIDES, Heard, heard, of_column, only_on
from vestcalc.kinds import kind_of
from vestcalc.rows import amount_of, holds_awards, why_not
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.terms.models import Terms

if TYPE_CHECKING:
    from datetime import date

    from vestcalc.filings.model import Filing
    from vestcalc.reading import Reading

ROUNDINGS: tuple[str, ...] = get_args(Rounding)
DAYS_OF_MONTH = ("anchor", *(f"{day:02}" for day in range(1, 29)), "29-or-last", "30-or-last", "31-or-last", "anchor-minus-one")

Notes = tuple[tuple[str, str], ...]


class Options(Struct, frozen=True):
    """How to count: the rounding mode and the day-of-month policy; and, for a text alone, the facts a row would give."""

    rounding: str = "cumulative-round-down"
    day_of_month: str = "anchor"
    shares: AmountLike | None = None
    granted: DayLike | None = None
    exercise_price: AmountLike | None = None
    expires: DayLike | None = None
    security: str | None = None
    code: str | None = "A"
    reported: DayLike | None = None

    def __post_init__(self) -> None:
        one_of(self.rounding, ROUNDINGS, "rounding")
        one_of(self.day_of_month, DAYS_OF_MONTH, "day of month")
        if self.code is not None and not (len(self.code) == 1 and self.code.isascii() and self.code.isalpha()):
            raise UsageError(f"code: {self.code[:20]!r} is not a transaction code; give one letter, such as A or M, or none for a holding")
        _expires_after_grant(to_day(self.granted, "granted"), to_day(self.expires, "expires"))


def _expires_after_grant(granted: "date | None", expires: "date | None") -> None:
    if granted and expires and expires < granted:
        raise UsageError(f"expires: {expires} lies before the grant date {granted}; turn them round or leave one out")


def schedule_text(
    text: str,
    *,
    shares: AmountLike | None = None,
    granted: DayLike | None = None,
    exercise_price: AmountLike | None = None,
    expires: DayLike | None = None,
    security: str | None = None,
    code: str | None = "A",
    reported: DayLike | None = None,
    rounding: str = "cumulative-round-down",
    day_of_month: str = "anchor",
) -> AwardSchedule:
    """The schedule of one award whose terms are `text`.

    `shares` None: the whole is unknown. `granted` None: no grant date. `code` None: a holding. Amounts are ints, strings or
    Decimals (a float raises), days are dates or ISO strings. Raises UsageError for a value that cannot be used.
    """
    options = Options(rounding, day_of_month, shares, granted, exercise_price, expires, security, code, reported)
    return _text_award((("1", text),), options)


def schedule_terms(text: str, options: Options | None = None, source: str = "--text") -> FilingSchedules:
    """Terms alone as a filing with one award. Raises VestcalcError for a text that does not speak of vesting."""
    award = _text_award((("1", text),), options or Options())
    if not award.terms.speaks and not _states_terms(award.terms):
        raise VestcalcError(f"{source}: the words do not speak of vesting; give the sentences that say when the award vests")
    return FilingSchedules(source=source, awards=(award,), notes={"1": text})


def schedule_file(path: "str | Path | bytes", options: Options | None = None, **given: "AmountLike | DayLike | None") -> FilingSchedules:
    """The schedules of one file (its path or its bytes), whatever form it has.

    `given` are the keywords of `schedule_text`; the facts among them serve a file that holds nothing but the terms.
    Raises VestcalcError for a file that cannot be read, or that is neither a form nor words about vesting.
    """
    from vestcalc import filings

    options = options or Options(**given)  # type: ignore[arg-type]
    if isinstance(path, bytes):
        return schedule_filing(filings.read(path, "<bytes>"), options)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise VestcalcError(f"{path}: {why_unreadable(error)}") from None
    return schedule_filing(filings.read(data, str(path)), options)


def schedule_files(paths: "list[str | Path]", options: Options | None = None) -> Iterator[FilingSchedules | VestcalcError]:
    """The schedules of every filing in files, folders and zips, in order; a file that cannot be read gives its error instead."""
    from vestcalc import filings
    from vestcalc.filings.sources import expand

    options = options or Options()
    for found in expand([str(path) for path in paths]):
        if isinstance(found, VestcalcError):
            yield found
            continue
        try:
            yield schedule_filing(filings.read(found[1], found[0]), options)
        except VestcalcError as error:
            yield error
        except Exception as error:  # a fault of this program: the other files still are read
            yield VestcalcError(f"{found[0]}: a fault of vestcalc ({type(error).__name__}: {error}); please report it with the file")


def why_unreadable(error: OSError) -> str:
    """One clause for people, without the errno."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, IsADirectoryError):
        return "is a directory; give it on the command line, or a file in it"
    return f"cannot be read ({error.strerror or error})"


def schedule_filing(filing: "Filing", options: Options | None = None) -> FilingSchedules:
    """The schedules of a filing already read: every row in `awards` or in `other_rows`, once."""
    options = options or Options()
    if filing.remarks:
        from vestcalc.filings.remarks import with_remarks

        filing = with_remarks(filing)
    awards: list[AwardSchedule] = []
    others: list[OtherRow] = []
    if filing.form is None and not filing.rows:
        awards.append(_text_award(tuple(filing.notes.items()), options))
    met: dict[tuple[tuple[str, ...], frozenset[str]], tuple[Heard, bool]] = {}
    for row in filing.rows:
        place = (row.notes, only_on(row, BESIDES))
        known = met.get(place)
        if known is None:
            found = heard(row, filing.notes, _read)
            known = met[place] = found, any(map(_states_terms, found.reading.candidates))
        found, promising = known
        if promising or holds_awards(row):
            awards.append(_row_award(row, found, filing.period_of_report, options))
        else:
            others.append(_other(row))
    return FilingSchedules(
        source=filing.source,
        form=filing.form,
        period_of_report=filing.period_of_report,
        accession=filing.accession,
        issuer=filing.issuer,
        owners=filing.owners,
        awards=tuple(awards),
        other_rows=tuple(others),
        notices=filing.notices,
        notes=dict(filing.notes),
    )


@lru_cache(maxsize=512)
def _read(notes: Notes) -> "Reading":
    """A note used by many rows is read once; what exceeds the limits is a gap."""
    from vestcalc import limits
    from vestcalc.reading import Reading, read

    length = sum(len(text) for _, text in notes)
    if length > limits.AWARD_CHARS:
        why = f"the notes have {length} characters, more than {limits.AWARD_CHARS} (limit AWARD_CHARS); not read"
        return Reading((Terms(speaks=True, gaps=(Gap(GapReason.NO_CLAUSE, why),)),))
    return read(notes)


def forget_notes() -> None:
    """Lets go of the notes kept from being read twice; long ones, once read, take some hundred times their room."""
    import sys

    _read.cache_clear()
    sys.modules["vestcalc.reading.read"]._sentences.cache_clear()


def _states_terms(terms: Terms) -> bool:
    """The words promise vesting, or speak of it in a way that was not understood: never dropped in silence."""
    return bool(terms.rules or terms.gaps)


def _text_award(notes: Notes, options: Options) -> AwardSchedule:
    """A text's award: the caller gives what a row would."""
    security = options.security or "Award"
    price = to_price(options.exercise_price, "exercise price")
    facts = Facts(
        code=options.code.upper() if options.code else None,
        amount=to_amount(options.shares, "shares"),
        dated=to_day(options.granted, "granted"),
        reported=to_day(options.reported, "reported"),
        expires=to_day(options.expires, "expires"),
        kind="option" if options.security is None and price is not None else kind_of(security, "II"),
    )
    award = _award(Row("II", 1, security, exercise_price=price), facts, notes, _read(notes), options)
    _expires_after_grant(award.granted, award.expires)
    return award


def _row_award(row: Row, found: Heard, reported: "date | None", options: Options) -> AwardSchedule:
    """A row's award; neither number nor date of the row are those of what else is held after it."""
    found = of_column(row, found)
    facts = Facts(
        code=row.code if row.holding else row.code or "",  # a transaction without a legible code is no holding
        acquired=row.acquired != "D" and not found.besides,
        amount=None if found.besides else amount_of(row),
        dated=row.transaction_date,
        reported=reported,
        exercisable=row.exercisable,
        expires=row.expires,
        kind=kind_of(row.security, row.table),
    )
    return _award(row, facts, found.notes, found.reading, options)


def _award(row: Row, facts: Facts, notes: Notes, reading: "Reading", options: Options) -> AwardSchedule:
    terms, schedule, tried = choose(reading.candidates or (Terms(),), facts, cast(Rounding, options.rounding), options.day_of_month)
    return AwardSchedule(
        table=row.table,
        row=row.number,
        security=row.security,
        kind=facts.kind,
        facts=facts,
        schedule=schedule,
        terms=terms,
        tried=tried,
        notes=notes,
        exercise_price=row.exercise_price,
        underlying=row.underlying,
        row_assumptions=row.assumptions,
    )


def _other(row: Row) -> OtherRow:
    return OtherRow(
        table=row.table,
        row=row.number,
        code=row.code,
        security=row.security,
        date=row.transaction_date,
        shares=amount_of(row),
        price=row.price,
        text=why_not(row),
    )


__all__ = ["DAYS_OF_MONTH", "ROUNDINGS", "Options", "schedule_file", "schedule_files", "schedule_filing", "schedule_text"]
