"""Portfolios: the same award counted once, alike awards kept apart, transactions beside them."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.questions.awards import award, filing
from tests.schedule.words import after, dated, pending, row, series
from vestcalc import schedule_file
from vestcalc.answers import AwardSchedule, FilingSchedules, OtherRow
from vestcalc.filings.model import Person
from vestcalc.gaps import Gap, GapReason
from vestcalc.questions.portfolio import Portfolio, portfolios
from vestcalc.terms.models import OnDate

QUARTERS = tuple(dated("1/4", f"{year}-01-15") for year in range(2021, 2025))
GRANT = award(*QUARTERS, facts=row(1000, expires="2030-01-15"), strike="2.00")


def of(*filings: FilingSchedules) -> Portfolio:
    found = portfolios(filings)
    assert len(found) == 1
    return found[0]


def counted(*filings: FilingSchedules) -> list[tuple[str, int | None]]:
    """(source, shares) of every award that counts."""
    return [(one.filing.source, None if one.award.shares is None else int(one.award.shares)) for one in of(*filings).awards]


def again(code: str | None, units: int | None = 1000, on: str | None = None, **more: object) -> AwardSchedule:
    """A later row about GRANT: a holding (code None), an exercise (M) or the grant itself (A)."""
    facts = row(units, on or "2020-01-15", code=code, expires="2030-01-15")
    return award(*QUARTERS, facts=facts, strike=str(more.pop("strike", "2.0000")), **more)  # type: ignore[arg-type]


def test_an_amendment_counts_instead_of_what_it_amends() -> None:
    first, second = filing(GRANT, source="a"), filing(again("A"), source="b", form="4/A")
    for given in ([first, second], [second, first]):
        assert counted(*given) == [("b", 1000)]
        assert "counted once" in of(*given).notices[0]


def test_an_amendment_that_corrects_the_number_counts_and_says_both() -> None:
    found = of(filing(GRANT, source="a"), filing(again("A", 1200), source="b", form="4/A"))
    assert [int(one.award.shares or 0) for one in found.awards] == [1200]
    assert found.notices[0].endswith("counted once, by the first; the second gives 1,000 shares, counted are 1,200")


def test_two_grants_of_one_day_stay_apart() -> None:
    both = filing(GRANT, award(*QUARTERS, facts=row(1000, expires="2030-01-15"), strike="2.00", at=("II", 2)), source="a")
    assert counted(both) == [("a", 1000), ("a", 1000)]
    assert counted(filing(GRANT, source="a"), filing(again("A", 1200), source="b")) == [("a", 1000), ("b", 1200)]
    amended = filing(again("A"), again("A"), source="b", form="4/A")
    assert counted(both, amended) == [("b", 1000), ("b", 1000)]


def test_a_later_holding_is_the_grant_with_what_is_left_of_it() -> None:
    held = again(None, 700, granted="2020-01-15")
    assert counted(filing(GRANT, source="a"), filing(held, source="b")) == [("a", 1000)]
    assert counted(filing(GRANT, source="a"), filing(again(None, 1300, granted="2020-01-15"), source="b")) == [("a", 1000), ("b", 1300)]


def test_an_exercise_row_of_the_same_schedule_is_the_grant() -> None:
    exercised = again("M", 300, "2022-05-05")
    assert exercised.shares is None
    found = of(filing(GRANT, source="a"), filing(exercised, source="b"))
    assert [len(one.again) for one in found.awards] == [1]
    assert [(event.code, event.shares, event.what) for event in found.events] == [("M", 300, "exercised or converted")]


@pytest.mark.parametrize(
    "other",
    [
        again("M", 300, "2022-05-05", strike="2.01"),
        award(*QUARTERS, facts=row(300, "2022-05-05", code="M", expires="2030-01-16"), strike="2.00"),
        award(*QUARTERS, facts=row(300, "2022-05-05", code="M", expires="2030-01-15"), strike="2.00", granted="2020-01-16"),
        award(*QUARTERS[:3], dated("1/4", "2024-01-16"), facts=row(300, "2022-05-05", code="M", expires="2030-01-15"), strike="2.00"),
        award(*QUARTERS, facts=row(300, "2022-05-05", code="M", expires="2030-01-15")),
        award(*QUARTERS, facts=row(300, "2022-05-05", code="M", expires="2030-01-15", kind="sar"), strike="2.00"),
    ],
    ids=["price", "expiry", "grant date", "terms", "no price", "kind"],
)
def test_what_differs_in_one_thing_is_another_award(other: AwardSchedule) -> None:
    assert len(of(filing(GRANT, source="a"), filing(other, source="b")).awards) == 2


def test_a_settlement_row_of_alike_awards_is_told_and_not_counted() -> None:
    twins = filing(GRANT, award(*QUARTERS, facts=row(500, expires="2030-01-15"), strike="2.00", at=("II", 2)), source="a")
    found = of(twins, filing(again("M", 300, "2022-05-05"), source="b"))
    assert [int(one.award.shares or 0) for one in found.awards] == [1000, 500]
    assert "reports one of several alike awards again (a II.1, a II.2), and not which: not counted" in found.notices[0]


def test_a_fully_vested_holding_of_the_option_is_the_option() -> None:
    vested = award(dated("1", OnDate(date(2024, 3, 1)), latest=True), facts=row(600, None, code=None, expires="2030-01-15"), strike="2")
    assert counted(filing(GRANT, source="a"), filing(vested, source="b")) == [("a", 1000)]
    early = award(dated("1", OnDate(date(2023, 3, 1)), latest=True), facts=row(600, None, code=None, expires="2030-01-15"), strike="2")
    assert len(of(filing(GRANT, source="a"), filing(early, source="b")).awards) == 2


def test_units_of_yearly_grants_with_the_same_words_stay_apart() -> None:
    words = (("1", "The units vest in three equal annual installments."),)
    grants = [award(series("1", months=12, times=3, start=after("grant")), facts=row(300, f"{y}-02-01", kind="rsu")) for y in (2020, 2021)]
    settled = award(series("1", months=12, times=3), facts=row(100, "2022-02-01", code="M", kind="rsu"), notes=words)
    assert settled.status == "incomplete"
    found = of(filing(grants[0], source="a"), filing(grants[1], source="b"), filing(settled, source="c"))
    assert [one.award.shares for one in found.awards] == [300, 300, None]


def test_awards_that_are_not_understood_are_the_same_by_their_words() -> None:
    def odd(words: str) -> AwardSchedule:
        return award(gaps=(Gap(GapReason.UNKNOWN_WORDS, "?"),), facts=row(10), strike="1", notes=(("1", words),))

    assert len(of(filing(odd("Vests oddly."), source="a"), filing(odd("vests  oddly."), source="b", form="4/A")).awards) == 1
    assert len(of(filing(odd("Vests oddly."), source="a"), filing(odd("Vests evenly."), source="b", form="4/A")).awards) == 2


def test_pending_awards_are_the_same_by_their_events() -> None:
    goal = award(pending("1", "revenue goals"), facts=row(10, kind="rsu"))
    other = award(pending("1", "profit goals"), facts=row(10, kind="rsu"))
    assert len(of(filing(goal, source="a"), filing(goal, source="b")).awards) == 1
    assert len(of(filing(goal, source="a"), filing(other, source="b")).awards) == 2


def test_owners_and_issuers_keep_portfolios_apart() -> None:
    mine = filing(GRANT, source="a")
    named = filing(GRANT, source="b", owner=Person("Lucia M. Ferrante"), issuer=Person("TALLOW CREEK ROBOTICS INC"))
    hers = filing(GRANT, source="c", owner=Person("BRENNAN AOIFE", "77"))
    elsewhere = filing(GRANT, source="d", issuer=Person("Calder River Bancorp", "78"))
    found = portfolios([mine, hers, named, elsewhere])
    assert [[one.source for one in group.filings] for group in found] == [["a", "b"], ["c"], ["d"]]
    assert [len(group.awards) for group in found] == [1, 1, 1]
    assert [owner.cik for owner in found[0].owners] == ["9990612"]


def test_a_name_that_two_ciks_bear_is_kept_apart_aloud() -> None:
    filings = [filing(GRANT, source=cik, owner=Person("FERRANTE LUCIA M", cik)) for cik in ("1", "2")]
    found = portfolios([*filings, filing(GRANT, source="c", owner=Person("Lucia M. Ferrante"))])
    assert len(found) == 3
    assert found[2].notices == ("Lucia M. Ferrante: filed without a CIK, and 2 CIKs bear the name; kept apart from them",)


def test_terms_alone_belong_to_nobody_else() -> None:
    alone = [FilingSchedules(source, awards=(GRANT,)) for source in ("a.txt", "b.txt")]
    assert len(portfolios(alone)) == 2


def test_transactions_restated_by_an_amendment_are_listed_once() -> None:
    sold = OtherRow("I", 1, "S", "Common Stock", date(2022, 5, 5), Fraction(300), "9.50", "S (sold): not an award")
    held = OtherRow("I", 2, None, "Common Stock", None, Fraction(300), None, "a holding")
    first = filing(source="a", other_rows=(sold, sold, held))
    found = of(first, filing(source="b", form="4/A", other_rows=(sold,)))
    assert [event.filing.source for event in found.events] == ["a", "a"]
    assert found.notices == ("b (4/A): 1 transaction reported before, listed once",)


def test_the_fixtures_as_one_portfolio(fixtures: Path) -> None:
    folder = fixtures / "portfolio"
    found = of(*(schedule_file(path) for path in sorted(folder.iterdir())))
    assert [(one.award.security, int(one.award.shares or 0), len(one.again)) for one in found.awards] == [
        ("Common Stock", 6000, 0),
        ("Stock Option (right to buy)", 24000, 2),
        ("Restricted Stock Units", 3000, 1),
        ("Restricted Stock Units", 1200, 0),
    ]
    on = [one.award.as_of("2024-03-31") for one in found.awards]
    # 6,000 on 2022-05-17 and 500 a month, 22 months to 2024-03-17; 1,000 on 2023-02-28 and on 2024-02-28
    assert [now.vested for now in on] == [0, 17000, 2000, 0]
    assert [(str(event.day), event.code, event.shares) for event in found.events] == [
        ("2022-02-28", "F", 310),
        ("2024-02-28", "M", 1000),
        ("2024-03-05", "M", 2000),
        ("2024-03-05", "S", 2000),
        ("2024-03-05", "M", 2000),
    ]


def test_the_seeds(shared: Path) -> None:
    found = portfolios([schedule_file(path) for path in sorted((shared / "seeds").glob("*.txt"))])
    three = next(group for group in found if len(group.filings) == 3)
    on = sorted((one.award.as_of("2014-06-30") for one in three.awards), key=lambda now: now.granted or 0)
    assert [(now.granted, now.vested, now.pending) for now in on] == [(100_000, 0, 100_000), (125_000, 39_062, 0), (200_000, 133_333, 0)]
    assert [(str(event.day), event.code, event.shares) for event in three.events] == [("2011-02-15", "F", 1123)]
    assert len(found) == 3
