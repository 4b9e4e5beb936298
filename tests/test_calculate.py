"""Composition: which rows are awards, which of two readings stands, and the public calls. Figures worked out by hand."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

import vestcalc
from vestcalc import calculate, reading
from vestcalc.filings.model import Filing, Person, Row
from vestcalc.span import Place, Span
from vestcalc.terms.models import Amount, Dated, FromAnchor, OnDate, Period, Series, Statement, Terms

CLIFF = "25% of the shares vest on June 20, 2016. The remaining 75% vest in equal monthly installments for the following 36 months."


class Reading(NamedTuple):
    candidates: tuple[Terms, ...]


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Terms]:
    """What every note is read as, while the test lasts."""
    candidates: list[Terms] = []

    def read(notes: Sequence[tuple[str, str]]) -> Reading:
        return Reading(tuple(candidates) if notes else (Terms(),))

    monkeypatch.setattr(reading, "read", read)
    calculate._read.cache_clear()
    yield candidates  # type: ignore[misc]
    calculate._read.cache_clear()


def place(start: int = 0, stop: int = 4) -> Place:
    return Place("1", Span(start, stop), "some words"[start:stop])


def on(year: int, portion: Fraction = Fraction(1)) -> Dated:
    return Dated(Amount(portion=portion), OnDate(date(year, 5, 1)), place())


def filing(*rows: Row) -> Filing:
    return Filing("made-up.xml", "4", date(2020, 3, 2), issuer=Person("Wickford Tin, Inc."), rows=rows, notes={"1": "some words"})


PLAIN = Row("I", 1, "Common Stock", code="A", acquired="A", amount=Decimal(500), transaction_date=date(2020, 3, 2))


def test_a_grant_of_plain_shares_that_says_nothing_is_an_award_without_terms() -> None:
    answer = vestcalc.schedule_filing(filing(PLAIN))
    assert [(award.status, award.shares, award.granted) for award in answer.awards] == [("none", 500, date(2020, 3, 2))]
    assert answer.other_rows == ()


@pytest.mark.parametrize(
    ("row", "is_award"),
    [
        (Row("I", 1, "Common Stock", code="A", acquired="D", amount=Decimal(5)), False),
        (Row("I", 1, "Common Stock", code="F", acquired="D", amount=Decimal(5)), False),
        (Row("I", 1, "Common Stock", holding=True, following=Decimal(5)), False),
        (Row("I", 1, "Restricted Stock", holding=True, following=Decimal(5)), True),
        (Row("I", 1, "Common Stock (restricted stock units)", holding=True, following=Decimal(5)), True),
        (Row("II", 1, "Stock Option (right to buy)", holding=True, underlying_amount=Decimal(5)), True),
        (Row("II", 1, "Series B Preferred Stock", holding=True, underlying_amount=Decimal(5)), False),
        (Row("II", 1, "Stock Option (right to buy)", code="M", acquired="D", amount=Decimal(5)), False),
        (Row("II", 1, "Warrant", code=None, amount=Decimal(5)), False),
    ],
)
def test_rows_without_terms(row: Row, is_award: bool) -> None:
    answer = vestcalc.schedule_filing(filing(row))
    assert (len(answer.awards), len(answer.other_rows)) == ((1, 0) if is_award else (0, 1))


@pytest.mark.parametrize("code", ["M", "F", "S", "J", None])
def test_a_row_whose_notes_state_terms_is_an_award_whatever_its_code(readings: list[Terms], code: str | None) -> None:
    readings.append(Terms(rules=(on(2021),), speaks=True))
    row = Row("I", 1, "Common Stock", code=code, holding=code is None, amount=Decimal(7), notes=("1",))
    answer = vestcalc.schedule_filing(filing(row))
    assert len(answer.awards) == 1
    assert answer.awards[0].code == code


def test_a_transaction_without_a_legible_code_is_no_holding(readings: list[Terms]) -> None:
    readings.append(Terms(rules=(on(2021),), speaks=True))
    answer = vestcalc.schedule_filing(filing(Row("II", 1, "Stock Option", code=None, amount=Decimal(7), notes=("1",))))
    assert answer.awards[0].code is None
    assert not answer.awards[0].facts.is_holding


def test_every_row_stands_once_in_order() -> None:
    sold = Row("I", 2, "Common Stock", code="S", acquired="D", amount=Decimal(9), price="3.15", transaction_date=date(2020, 3, 2))
    held = Row("I", 3, "Common Stock", holding=True, following=Decimal(44))
    answer = vestcalc.schedule_filing(filing(PLAIN, sold, held)).to_dict()
    assert [(row["table"], row["row"]) for row in answer["awards"] + answer["other_rows"]] == [("I", 1), ("I", 2), ("I", 3)]
    assert answer["other_rows"][0] == {
        "table": "I",
        "row": 2,
        "code": "S",
        "security": "Common Stock",
        "date": "2020-03-02",
        "shares": 9,
        "price": "3.15",
        "text": "S (sold): not an award, and its notes state no vesting terms",
    }
    assert answer["other_rows"][1]["shares"] == 44


def series(start: date, until: date | None = None) -> Terms:
    """Four annual quarters from `start`; perhaps a stated end, by which readings are told apart."""
    rule = Series(Amount(portion=Fraction(1)), Period(12), place(), times=4, start=OnDate(start), inclusive=True)
    stated = (Statement("end-date", place(), on=OnDate(until)),) if until else ()
    return Terms(rules=(rule,), statements=stated, speaks=True)


def test_the_reading_that_the_stated_end_supports_stands(readings: list[Terms]) -> None:
    readings += [series(date(2021, 5, 1), date(2025, 5, 1)), series(date(2022, 5, 1), date(2025, 5, 1))]
    award = vestcalc.schedule_text("some words", shares=400, granted="2021-05-01")
    assert award.status == "complete"
    assert [vest.date.year for vest in award.vests] == [2022, 2023, 2024, 2025]


@pytest.mark.parametrize(("end", "first"), [("May 1, 2024", date(2020, 6, 1)), ("April 1, 2024", date(2020, 5, 1))])
def test_the_stated_end_tells_whether_a_span_includes_its_first_day(end: str, first: date) -> None:
    text = f"The option vests monthly over four years commencing May 1, 2020 such that all shares will be vested on {end}."
    award = vestcalc.schedule_text(text, shares=4800)
    assert (award.status, award.vests[0].date, len(award.vests)) == ("complete", first, 48)


def test_a_report_is_not_made_before_the_transaction_that_it_tells_of() -> None:
    text = "One-half of the units vested upon certification, and one-half will vest on May 1, 2021."
    award = vestcalc.schedule_text(text, shares=480, granted="2020-04-08", reported="2020-04-06")
    assert [(vest.date, vest.latest) for vest in award.vests] == [(date(2020, 4, 8), True), (date(2021, 5, 1), False)]


def test_a_length_told_of_the_whole_award_is_not_that_of_what_follows_its_first_part() -> None:
    """25% after a year, and "monthly" of the rest, not a quarter each month: four years in all, so that 36 months are left."""
    for text in (
        "The option vests over a four-year period, with 25% after one year and monthly thereafter.",
        "Over a four-year period, 25% vests after one year and monthly thereafter.",
        "The option is subject to a four-year vesting schedule, with 25% vesting after one year and monthly thereafter.",
    ):
        award = vestcalc.schedule_text(text, shares=4800, granted="2020-05-01")
        assert (award.status, len(award.vests)) == ("complete", 37)
        assert (award.vests[0].date, award.vests[-1].date) == (date(2021, 5, 1), date(2024, 5, 1))
        assert {vest.shares for vest in award.vests[1:]} == {100}


def test_a_proviso_in_a_sentence_of_its_own_is_an_acceleration() -> None:
    text = "The RSUs vest on December 15, 2022. However, the RSUs will vest in full upon a change in control."
    award = vestcalc.schedule_text(text, shares=4800)
    assert [(vest.date, vest.shares) for vest in award.vests] == [(date(2022, 12, 15), 4800)]
    assert all(remark.place.quote.startswith("However, the RSUs will vest in full") for remark in award.terms.accelerations)
    assert award.terms.accelerations


def test_two_readings_that_nothing_decides_between_are_not_understood(readings: list[Terms]) -> None:
    readings += [series(date(2021, 5, 1)), series(date(2022, 5, 1))]
    award = vestcalc.schedule_text("some words", shares=400, granted="2021-05-01")
    assert award.status == "not-understood"
    assert list(award.vests) == []
    gap = award.gaps[-1]
    assert gap.reason == "two-readings"
    assert "May 1, 2021" in gap.text
    assert "May 1, 2022" in gap.text


def test_two_readings_of_one_outcome_are_one(readings: list[Terms]) -> None:
    half = Fraction(1, 2)
    readings += [Terms(rules=(on(2021, half), on(2022, half)), speaks=True)]
    readings += [Terms(rules=(on(2021, half), Dated(Amount(rest=True), OnDate(date(2022, 5, 1)), place())), speaks=True)]
    award = vestcalc.schedule_text("some words", shares=10, granted="2020-05-01")
    assert award.status == "complete"
    assert [vest.shares for vest in award.vests] == [5, 5]


def test_two_readings_that_both_fail_are_not_understood(readings: list[Terms]) -> None:
    readings += [series(date(2021, 5, 1), date(2030, 5, 1)), series(date(2022, 5, 1), date(2030, 5, 1))]
    award = vestcalc.schedule_text("some words", shares=400)
    assert award.status == "not-understood"
    assert list(award.vests) == []


def test_a_note_is_read_once_for_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def read(notes: Sequence[tuple[str, str]]) -> Reading:
        seen.append(notes)
        return Reading((Terms(),))

    monkeypatch.setattr(reading, "read", read)
    calculate._read.cache_clear()
    rows = [Row("I", n, "Common Stock", code="A", amount=Decimal(5), notes=("1",)) for n in range(1, 9)]
    assert len(vestcalc.schedule_filing(filing(*rows)).awards) == 8
    assert len(seen) == 1
    calculate._read.cache_clear()


def test_schedule_text_takes_dates_strings_and_decimals() -> None:
    one = vestcalc.schedule_text(CLIFF, shares=4800, granted="2015-06-20", exercise_price="1.25", expires="06/20/2025")
    two = vestcalc.schedule_text(
        CLIFF, shares=Decimal("4800"), granted=date(2015, 6, 20), exercise_price=Decimal("1.25"), expires=date(2025, 6, 20)
    )
    assert one.to_dict() == two.to_dict()
    assert one.as_of("2017-01-31").vested == 1900
    assert one.as_of(date(2016, 6, 19)).vested == 0


def test_an_exercise_price_that_is_no_number_leaves_out_the_money_only(readings: list[Terms]) -> None:
    readings.append(Terms(rules=(on(2021),), speaks=True))
    row = Row(
        "II", 1, "Stock Option", code="A", amount=Decimal(7), exercise_price="see note", notes=("1",), transaction_date=date(2020, 3, 2)
    )
    now = vestcalc.schedule_filing(filing(row)).awards[0].as_of("2022-01-01")
    assert (now.exercisable, now.exercise_cost) == (7, None)


def test_a_float_is_refused() -> None:
    with pytest.raises(vestcalc.VestcalcError, match="float"):
        vestcalc.schedule_text(CLIFF, shares=4800.0)  # type: ignore[arg-type]
    with pytest.raises(vestcalc.UsageError, match="bool"):
        vestcalc.schedule_text(CLIFF, shares=True)
    with pytest.raises(vestcalc.UsageError, match="price"):
        vestcalc.schedule_text(CLIFF, shares=4800, granted="2015-06-20").as_of("2016-06-20", price="-3")


def test_an_unknown_whole_gives_portions_only() -> None:
    award = vestcalc.schedule_text(CLIFF, granted="2015-06-20").to_dict()
    assert award["shares"] is None
    assert award["vests"][0] == {
        "date": "2016-06-20",
        "shares": None,
        "portion": "1/4",
        "vested": None,
        "unvested": None,
        "latest": False,
        "rule": 1,
    }


def test_a_whole_with_a_fraction_keeps_it_for_the_last_vest() -> None:
    vests = vestcalc.schedule_text(CLIFF, shares="48.5", granted="2015-06-20").to_dict()["vests"]
    assert vests[0]["shares"] == 12  # a quarter is 12.125
    assert vests[-1]["vested"] == "48.5"
    assert vests[-1]["shares"] == "1.5"  # 47/48 of 48.5 is 47.49: 47 before it


def test_exact_fractions_in_the_mode_fractional() -> None:
    vests = vestcalc.schedule_text(CLIFF, shares=100, granted="2015-06-20", rounding="fractional").to_dict()["vests"]
    assert (vests[0]["shares"], vests[1]["shares"], vests[1]["vested"]) == (25, "25/12", "325/12")


def test_keys_stand_in_the_order_of_the_contract() -> None:
    award = vestcalc.schedule_text(CLIFF, shares=48).to_dict()
    assert list(award) == [
        "table",
        "row",
        "security",
        "kind",
        "code",
        "transaction_date",
        "granted",
        "shares",
        "exercise_price",
        "expires",
        "underlying",
        "footnotes",
        "status",
        "rounding",
        "vests",
        "pending",
        "rules",
        "accelerations",
        "conditions",
        "assumptions",
        "checks",
        "gaps",
    ]
    assert list(vestcalc.schedule_filing(filing(PLAIN)).to_dict()) == (
        ["source", "form", "period_of_report", "accession", "issuer", "owners", "awards", "other_rows", "notices"]
    )


def test_a_part_of_what_remains_is_told_as_a_part_of_the_whole(readings: list[Terms]) -> None:
    half = Amount(portion=Fraction(1, 2), of="remaining")
    rules = (
        on(2021, Fraction(1, 2)),
        Dated(half, OnDate(date(2022, 5, 1)), place()),
        Dated(Amount(rest=True), OnDate(date(2023, 5, 1)), place()),
    )
    readings.append(Terms(rules=rules, speaks=True))
    award = vestcalc.schedule_text("some words", shares=400).to_dict()
    assert [rule["amount"] for rule in award["rules"]] == [{"portion": "1/2"}, {"portion": "1/4"}, {"rest": True}]


def test_the_first_date_of_a_series_is_a_moment(readings: list[Terms]) -> None:
    rule = Series(Amount(portion=Fraction(1)), Period(3), place(), times=4, start=FromAnchor("grant", Period(12)))
    readings.append(Terms(rules=(rule,), speaks=True))
    award = vestcalc.schedule_text("some words", shares=400, granted="2020-01-31").to_dict()
    assert award["rules"][0]["first"] == {"anchor": "grant", "plus": "P15M"}
    assert award["vests"][0]["date"] == "2021-04-30"


def test_schedule_file_takes_a_path_or_bytes(fixtures: Path) -> None:
    path = fixtures / "filings" / "example-form4.xml"
    by_path, by_bytes = vestcalc.schedule_file(path), vestcalc.schedule_file(path.read_bytes())
    assert by_path.to_dict()["awards"] == by_bytes.to_dict()["awards"]
    assert [(award.table, award.status) for award in by_path.awards] == [("I", "complete"), ("II", "complete")]
    with pytest.raises(vestcalc.VestcalcError, match=r"nowhere\.xml: no such file"):
        vestcalc.schedule_file(fixtures / "nowhere.xml")


def test_the_public_names_are_there_and_lazy() -> None:
    import subprocess
    import sys

    assert all(getattr(vestcalc, name) is not None for name in vestcalc.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = vestcalc.nonsense
    code = (
        "import sys, vestcalc; print([m for m in sys.modules if m.startswith(('vestcalc.', 'typer', 'pydantic', 'pendulum', 'tabulate'))])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
