"""The small modules at the edges: exact numbers, given values, kinds of securities, why a row has no schedule."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vestcalc.exact import count_value, decimal_text, exact_text, grouped, portion_text
from vestcalc.filings.model import Row
from vestcalc.given import UsageError, to_amount, to_day, to_price
from vestcalc.kinds import kind_of
from vestcalc.rows import amount_of, why_not


@pytest.mark.parametrize(
    ("number", "decimal", "portion"),
    [
        (Fraction(1, 4), "0.25", "1/4"),
        (Fraction(1), "1", "1/1"),
        (Fraction(0), "0", "0/1"),
        (Fraction(1, 3), None, "1/3"),
        (Fraction("809.71655"), "809.71655", "161943310/200000"),
    ],
)
def test_exact_texts(number: Fraction, decimal: str | None, portion: str) -> None:
    assert decimal_text(number) == decimal
    assert Fraction(portion_text(number)) == Fraction(portion)
    assert exact_text(number) == (decimal or portion)


@given(st.fractions(min_value=0, max_denominator=10_000))
def test_no_exact_text_loses_anything(number: Fraction) -> None:
    assert Fraction(exact_text(number)) == number
    assert Fraction(count_value(number) or 0) == number


@given(st.integers(0, 10**12), st.integers(0, 12))
def test_a_decimal_comes_back_digit_for_digit(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    assert Decimal(decimal_text(value) or "x") == value


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (31250, "31,250"),
        (Fraction("1809.71655"), "1,809.71655"),
        (Fraction(10, 3), "3 1/3"),
        (Fraction(1, 3), "1/3"),
        (0, "0"),
        (None, "-"),
        ("1234.50", "1,234.5"),
    ],
)
def test_grouped_for_people(number: int | Fraction | str | None, text: str) -> None:
    assert grouped(number, "-") == text


def test_counts_for_programs() -> None:
    assert [count_value(Fraction(n)) for n in ("5", "5.5", "1/3")] == [5, "5.5", "1/3"]
    assert [count_value(Fraction(n), fractional=True) for n in ("5", "5.5")] == [5, "11/2"]
    assert count_value(None) is None


@pytest.mark.parametrize(
    ("value", "number"), [("125,000", 125000), (" 12 ", 12), ("809.71655", Fraction("809.71655")), (7, 7), (Decimal("2.5"), Fraction(5, 2))]
)
def test_amounts(value: str | int | Decimal, number: Fraction) -> None:
    assert to_amount(value, "shares") == number


@pytest.mark.parametrize(
    "value", ["1,25", "0", "-1", "1e3", "½", "", "9" * 60, Decimal("NaN"), Decimal("Infinity"), 1.5, True, Decimal("-2")]
)
def test_no_amounts(value: str) -> None:
    with pytest.raises(UsageError, match="shares"):
        to_amount(value, "shares")


def test_prices_stay_as_given() -> None:
    assert [to_price(value, "price") for value in ("$2.50", "0", "1,234.5", Decimal("2.10"), 3, None)] == [
        "2.50",
        "0",
        "1234.5",
        "2.10",
        "3",
        None,
    ]


def test_days() -> None:
    day = date(2015, 6, 30)
    assert [to_day(value, "day") for value in ("2015-06-30", "6/30/2015", day, datetime(2015, 6, 30, 23, 59), None)] == [
        day,
        day,
        day,
        day,
        None,
    ]
    for value in ("2015-6-30", "30/06/2015", "2015-06-31", "June 30", "", 20150630):
        with pytest.raises(UsageError, match="day"):
            to_day(value, "day")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "table", "kind"),
    [
        ("Stock Option (right to buy)", "II", "option"),
        ("Employee Stock Options (Right to Buy)", "II", "option"),
        ("Non-Qualifed Option", "II", "option"),
        ("Performance Based Stock Options", "II", "option"),
        ("Right to Buy", "II", "option"),
        ("Restricted Stock Units", "II", "rsu"),
        ("RSUs", "II", "rsu"),
        ("Performance-Based Restricted Stock Unit", "II", "rsu"),
        ("Performance Share Units", "II", "rsu"),
        ("Performance Rights", "II", "rsu"),
        ("Deferred Share Units", "II", "rsu"),
        ("Common Stock (restricted stock units)", "I", "rsu"),
        ("Restricted Stock", "I", "restricted-stock"),
        ("Class A Common Stock (Restricted)", "I", "restricted-stock"),
        ("Restricted Class A Common Shares", "I", "restricted-stock"),
        ("Unvested Common Stock", "I", "restricted-stock"),
        ("Stock Appreciation Rights", "II", "sar"),
        ("SSAR", "II", "sar"),
        ("Series C Preferred Stock Warrants (right to buy)", "II", "warrant"),
        ("Phantom Stock Units", "II", "phantom"),
        ("Common Stock", "I", "other"),
        ("Common Stock acquired under option plan", "I", "other"),
        ("Common Units", "I", "other"),
        ("Class B Common Stock", "II", "other"),
        ("Series A Convertible Preferred Stock", "II", "other"),
        ("6% Convertible Notes", "II", "other"),
    ],
)
def test_kinds(title: str, table: str, kind: str) -> None:
    assert kind_of(title, table) == kind


def test_amount_of_a_row() -> None:
    assert amount_of(Row("II", 1, "Option", amount=Decimal(5), underlying_amount=Decimal(6), following=Decimal(7))) == 5
    assert amount_of(Row("II", 1, "Option", holding=True, underlying_amount=Decimal(6), following=Decimal(7))) == 6
    assert amount_of(Row("I", 1, "Stock", holding=True, following=Decimal("7.5"))) == Fraction(15, 2)
    assert amount_of(Row("I", 1, "Stock", code="S", following=Decimal(7))) is None


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (Row("I", 1, "Stock", code="F"), "F (withheld for tax): not an award, and its notes state no vesting terms"),
        (Row("I", 1, "Stock", code="A", acquired="D"), "A (granted), disposed of: not an award"),
        (Row("I", 1, "Stock", code="Q"), "Q: not an award, and its notes state no vesting terms"),
        (Row("I", 1, "Stock", holding=True), "a holding; its notes state no vesting terms"),
        (Row("I", 1, "Stock"), "no code is legible, and its notes state no vesting terms"),
    ],
)
def test_why_a_row_has_no_schedule(row: Row, text: str) -> None:
    assert why_not(row) == text
