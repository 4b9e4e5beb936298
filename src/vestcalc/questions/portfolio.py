"""Several filings as portfolios: awards grouped by owner and issuer, each award once, other transactions beside them.

In: filings. Out: a Portfolio for each owner (or owners who file together) and issuer: its awards, each with the rows that report it
again, the transactions as events, and notices of everything that was put together or left apart. An award reported twice is counted
once. Withholdings, exercises and sales are never taken off an award: nothing says of which one they are.
"""

from collections.abc import Hashable, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct, field

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import grouped
from vestcalc.filings.model import Person
from vestcalc.questions.people import Register, company_words, person_words
from vestcalc.questions.same import bears_size, same_award
from vestcalc.rows import CODES


class Held(Struct, eq=False):
    """One award of a portfolio: the row that counts, and the other rows that report it, each with its filing."""

    filing: FilingSchedules
    award: AwardSchedule
    again: list[tuple[FilingSchedules, AwardSchedule]] = field(default_factory=list)

    @property
    def reports(self) -> list[tuple[FilingSchedules, AwardSchedule]]:
        return [(self.filing, self.award), *self.again]


class Event(Struct, frozen=True):
    """A transaction beside the awards: an exercise, shares withheld or sold. `shares` and `price` as filed."""

    day: date | None
    code: str
    what: str
    security: str
    shares: Fraction | None
    price: str | None
    filing: FilingSchedules
    table: str
    row: int


class Portfolio(Struct, frozen=True):
    """What one owner holds of one issuer; `owners` are more than one where they file together."""

    owners: tuple[Person, ...]
    issuer: Person
    filings: tuple[FilingSchedules, ...]
    awards: tuple[Held, ...]
    events: tuple[Event, ...]
    notices: tuple[str, ...]


def portfolios(filings: Sequence[FilingSchedules]) -> list[Portfolio]:
    """The filings grouped by owner and issuer, in the order in which each is first met."""
    owners = Register((owner for filing in filings for owner in filing.owners), person_words)
    issuers = Register((filing.issuer for filing in filings), company_words)
    groups: dict[Hashable, list[FilingSchedules]] = {}
    for number, filing in enumerate(filings):
        unnamed = ("unnamed", number)
        people = frozenset(owners.key(owner, unnamed) for owner in filing.owners) or frozenset([unnamed])
        groups.setdefault((people, issuers.key(filing.issuer, unnamed)), []).append(filing)
    return [_portfolio(group, owners, issuers) for group in groups.values()]


def _portfolio(group: list[FilingSchedules], owners: Register, issuers: Register) -> Portfolio:
    ordered = sorted(group, key=lambda filing: (filing.period_of_report or date.max, _amends(filing)))
    notices: list[str] = []
    held: list[Held] = []
    for filing in ordered:
        for award in filing.awards:
            _place(held, filing, award, notices)
    people = [owner for filing in ordered for owner in filing.owners]
    for one, register in [*((owner, owners) for owner in people), *((filing.issuer, issuers) for filing in ordered)]:
        if (many := register.shared_by(one)) > 1:
            notices.append(f"{one.name}: filed without a CIK, and {many} CIKs bear the name; kept apart from them")
    return Portfolio(
        owners=_named(people, owners),
        issuer=next((filing.issuer for filing in ordered if filing.issuer.name), ordered[0].issuer),
        filings=tuple(ordered),
        awards=tuple(held),
        events=_events(ordered, notices),
        notices=tuple(dict.fromkeys(notices)),
    )


def _named(people: Sequence[Person], register: Register) -> tuple[Person, ...]:
    """Each owner once, under the name that comes first; with a CIK, if one is filed."""
    found: dict[Hashable, Person] = {}
    for person in people:
        key = register.key(person, person)
        if key not in found or (person.cik and not found[key].cik):
            found[key] = person
    return tuple(found.values())


def _amends(filing: FilingSchedules) -> bool:
    return (filing.form or "").endswith("/A")


def _place(held: list[Held], filing: FilingSchedules, award: AwardSchedule, notices: list[str]) -> None:
    """Put a row to the award it reports again, or make it an award of its own."""
    fits = [one for one in held if _open(one, filing, award) and same_award(one.award, award)]
    exact = [one for one in fits if one.award.shares == award.shares]
    where = f"{filing.source} Table {award.table} row {award.row}"
    if len(fits) > 1 and not award.facts.is_award and not (exact and bears_size(award)):
        names = ", ".join(_where(one.filing, one.award) for one in fits)
        notices.append(f"{where} ({award.security}) reports one of several alike awards again ({names}), and not which: not counted")
        fits[0].again.append((filing, award))
        return
    found = exact or fits or _corrected(held, filing, award)
    if not found:
        held.append(Held(filing, award))
        return
    notices.append(_told_again(found[0], *_join(found[0], filing, award)))


def _open(one: Held, filing: FilingSchedules, award: AwardSchedule) -> bool:
    """Grants and holdings of one filing are awards of their own, so that none of them reports another again."""
    return not bears_size(award) or not any(source is filing and bears_size(row) for source, row in one.reports)


def _corrected(held: list[Held], filing: FilingSchedules, award: AwardSchedule) -> list[Held]:
    """The one award whose size an amendment corrects: the same in everything else, and the only such on both sides."""
    if not (_amends(filing) and award.facts.is_award):
        return []
    alike = [one for one in held if _open(one, filing, award) and one.award.facts.is_award and same_award(one.award, award, amended=True)]
    alike = [one for one in alike if one.award.transaction_date == award.transaction_date and not _amends(one.filing)]
    here = [other for other in filing.awards if other.facts.is_award and same_award(other, award, amended=True)]
    return alike if len(alike) == len(here) == 1 else []


def _join(one: Held, filing: FilingSchedules, award: AwardSchedule) -> tuple[FilingSchedules, AwardSchedule]:
    """What counts is the grant; of two, the amendment's; else the one whose size is known. Gives the row that does not count."""
    rank = (award.facts.is_award, award.facts.is_award and _amends(filing), award.shares is not None)
    held = (one.award.facts.is_award, one.award.facts.is_award and _amends(one.filing), one.award.shares is not None)
    spare = (filing, award)
    if rank > held:
        spare, one.filing, one.award = (one.filing, one.award), filing, award
    one.again.append(spare)
    return spare


def _told_again(one: Held, filing: FilingSchedules, award: AwardSchedule) -> str:
    granted = f" granted {one.award.granted}" if one.award.granted else ""
    differs = award.shares is not None and one.award.shares is not None and award.shares != one.award.shares
    sizes = f"; the second gives {grouped(award.shares)} shares, counted are {grouped(one.award.shares)}" if differs else ""
    rows = f"{_where(one.filing, one.award)} and {_where(filing, award)}"
    return f"{one.award.security}{granted}: {rows} report one award: counted once, by the first{sizes}"


def _where(filing: FilingSchedules, award: AwardSchedule) -> str:
    form = f" ({filing.form})" if _amends(filing) else ""
    return f"{filing.source}{form} {award.table}.{award.row}"


def _events(filings: Sequence[FilingSchedules], notices: list[str]) -> tuple[Event, ...]:
    found: list[Event] = []
    for filing in filings:
        own = [
            Event(row.date, row.code, CODES.get(row.code, "other"), row.security, row.shares, row.price, filing, row.table, row.row)
            for row in filing.other_rows
            if row.code
        ]
        for award in filing.awards:
            if award.code and not bears_size(award):
                amount, what = award.facts.amount, CODES.get(award.code, "other")
                own.append(Event(award.transaction_date, award.code, what, award.security, amount, None, filing, award.table, award.row))
        earlier = {_same_event(event) for event in found}
        new = [event for event in own if not (_amends(filing) and _same_event(event) in earlier)]
        if many := len(own) - len(new):
            notices.append(f"{filing.source} ({filing.form}): {many} transaction{'' if many == 1 else 's'} reported before, listed once")
        found += new
    return tuple(sorted(found, key=lambda event: event.day or date.max))


def _same_event(event: Event) -> Hashable:
    return event.day, event.code, event.security.casefold(), event.shares, event.price
