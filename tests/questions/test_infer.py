"""From dates back to the rule."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest

from vestcalc.gaps import VestcalcError
from vestcalc.questions.date_rows import DateRow, date_rows
from vestcalc.questions.fractions_near import simplest
from vestcalc.questions.infer import infer


def rows(*pairs: tuple[str, int]) -> list[DateRow]:
    return [DateRow(date.fromisoformat(day), Fraction(shares)) for day, shares in pairs]


def monthly(first: str, shares: Sequence[int]) -> list[DateRow]:
    start = date.fromisoformat(first)
    months = [divmod(start.month - 1 + k, 12) for k in range(len(shares))]
    return [DateRow(date(start.year + y, m + 1, start.day), Fraction(n)) for (y, m), n in zip(months, shares, strict=True)]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (rows(("2024-05-01", 77)), "The award vests on May 1, 2024."),
        (
            rows(("2024-02-28", 25), ("2025-02-28", 25), ("2026-02-28", 25)),
            "The award vests in 3 equal annual installments, the first on February 28, 2024.",
        ),
        (
            rows(("2023-02-28", 1), ("2023-03-31", 1), ("2023-04-30", 1)),
            "The award vests in 3 equal monthly installments following January 31, 2023.",
        ),
        (
            [*rows(("2024-03-15", 31250)), *monthly("2024-04-15", [2604, 2604, 2604, 2604, 2604, 2605] * 6)],  # 93,750 / 36 = 2,604 1/6
            "1/4 of the award vests on March 15, 2024. The rest vests in 36 equal monthly installments thereafter.",
        ),
        (
            [*monthly("2024-01-01", [10] * 12), *rows(("2025-03-01", 20), ("2025-06-01", 20), ("2025-09-01", 20), ("2025-12-01", 20))],
            "3/5 of the award vests in 12 equal monthly installments, the first on January 1, 2024. "
            "The rest vests in 4 equal quarterly installments thereafter.",
        ),
        (
            rows(("2024-05-01", 330), ("2025-06-03", 330), ("2026-06-07", 341)),  # floor(330.33), floor(660.66), 1,001
            "33/100 of the award vests on May 1, 2024. 33/100 of the award vests on June 3, 2025. "
            "17/50 of the award vests on June 7, 2026.",
        ),
        (
            rows(("2024-03-15", 31251), ("2025-03-15", 100), ("2026-03-15", 100)),
            "31,251 shares vest on March 15, 2024. The rest vests in 2 equal annual installments thereafter.",
        ),
        (
            rows(("2024-05-01", 50), ("2024-06-30", 50)),
            "1/2 of the award vests on May 1, 2024. 1/2 of the award vests on June 30, 2024.",
        ),
        (
            rows(("2024-01-03", 5), ("2024-01-17", 5), ("2024-01-31", 5), ("2024-02-14", 5)),
            "The award vests in 4 equal installments, one every 2 weeks, the first on January 3, 2024.",
        ),
    ],
)
def test_the_simplest_rule(given: list[DateRow], sentence: str) -> None:
    found = infer(given, "rows.csv")
    assert found.sentence == sentence
    made = found.filing.awards[0]
    assert [DateRow(vest.date, vest.shares or Fraction(0)) for vest in made.vests] == given


def test_the_rounding_that_makes_the_rows_is_named() -> None:
    given = rows(("2024-01-01", 33), ("2025-01-01", 33), ("2026-01-01", 34))
    assert infer(given, "x").rounding == "cumulative-round-down"
    assert infer(rows(("2024-01-01", 34), ("2025-01-01", 33), ("2026-01-01", 33)), "x").rounding == "cumulative-round-up"
    assert infer(rows(("2024-01-01", 35), ("2025-01-01", 33), ("2026-01-01", 33)), "x").rounding == "front-loaded-to-single-tranche"


def test_the_grant_date_makes_a_series_count_from_it() -> None:
    given = rows(("2024-01-15", 50), ("2025-01-15", 50))
    found = infer(given, "x", granted=date(2023, 1, 15))
    assert found.sentence == "The award vests in 2 equal annual installments following the grant date."


def test_the_last_day_of_the_month_before() -> None:
    given = rows(("2023-04-14", 10), ("2023-07-14", 10), ("2023-10-14", 10))
    assert infer(given, "x").day_of_month == "anchor"
    ends = [DateRow(date(2023, 1, 1) + timedelta(days=n), Fraction(10)) for n in (58, 89, 119)]  # 28 Feb, 31 Mar, 30 Apr
    assert infer(ends, "x").day_of_month == "anchor"


@pytest.mark.parametrize(
    "given",
    [
        rows(("2024-01-01", 5), ("2024-02-09", 700), ("2024-02-11", 13)),
        rows(("2024-01-01", 317), ("2024-02-09", 684)),
        [*monthly("2024-01-01", [100] * 5), *rows(("2024-06-02", 317))],
        monthly("2024-01-01", [10, 12, 9, 17, 10, 10]),
    ],
    ids=["odd", "no percentages", "one day late, another amount", "odd amounts"],
)
def test_no_rule_makes_these(given: list[DateRow]) -> None:
    with pytest.raises(VestcalcError, match=r"^x: none of the rules tried makes exactly these \d+ rows"):
        infer(given, "x")


def test_long_lists_take_no_long_time() -> None:
    odd = [DateRow(date(2014, 1, 1) + timedelta(days=3 * n + n * n % 2), Fraction(10 + n % 2)) for n in range(119)]
    with pytest.raises(VestcalcError):
        infer(odd, "x")


def test_rows_of_a_file() -> None:
    assert date_rows("2024-03-15,1000\n03/15/2025,1,000\n", "x") == rows(("2024-03-15", 1000), ("2025-03-15", 1))
    assert date_rows('date,shares\n\n2025-03-15,"1,000"\n2024-03-15,5\n', "x") == rows(("2024-03-15", 5), ("2025-03-15", 1000))
    assert date_rows("\ufeffShares\tVest_Date\n3\t2024-03-15\n4\t2024-03-15\n", "x") == rows(("2024-03-15", 7))
    assert date_rows("date,shares\n2024-03-15,0\n2024-04-15,809.71655\n", "x") == [DateRow(date(2024, 4, 15), Fraction("809.71655"))]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", "x: no rows"),
        ("date,shares\n", "x: no rows"),
        ("2024-03-15\n", "x:1: a date and a number"),
        ("2024-03-15,ten\n", "x:1: 'ten' is not a number of shares"),
        ("2024-03-15,-5\n", "x:1: '-5' is not a number of shares"),
        ("date,shares\n2024-02-30,5\n", "x:2: '2024-02-30' is not a day of the calendar"),
        ("vest_date,shares\n,5\n", "x:2: no date"),
        ("date,price\n2024-03-15,5\n", "x:1: no column of shares"),
        ("source,table,row,vest_date,shares\na,II,1,2024-03-15,5\na,II,2,2024-03-15,5\n", "x: rows of several awards"),
        ("2024-03-15,5\n" * 1001, "x: 1001 lines"),
    ],
)
def test_rows_that_are_none(text: str, begins: str) -> None:
    with pytest.raises(VestcalcError) as caught:
        date_rows(text, "x")
    assert str(caught.value).startswith(begins)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [("1/4", "0.2500001", "1/4"), ("0.329", "0.331", "26/79"), ("0.3333", "0.3334", "1/3"), ("0.49", "0.51", "1/2"), ("2", "3", "2")],
)
def test_simplest_fractions(low: str, high: str, found: str) -> None:
    assert simplest(Fraction(low), Fraction(high)) == Fraction(found)
