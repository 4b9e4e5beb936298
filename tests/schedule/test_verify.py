"""What a filing says twice: inside the words a disagreement makes the answer not-understood, with the row it is a failed check."""

from fractions import Fraction

import pytest

from tests.schedule.words import after, dated, row, says, series, terms
from vestcalc.schedule.build import build
from vestcalc.terms.models import Period

MONTHLY = series("1", months=1, times=36, start="2020-01-15")  # ends on 2023-01-15
CLIFFED = (dated("1/3", after("grant", months=12)), series("1/12", months=3, each=True, times=8, start=after("previous")))


@pytest.mark.parametrize(
    ("statement", "code", "ok"),
    [
        (says("end-date", on="2023-01-15"), "end-date", True),
        (says("end-date", on="2023-01-14"), "end-date", True),  # a day off
        (says("end-date", on="2023-02-14"), "end-date", True),  # the end of the last period
        (says("end-date", on="2023-01-31"), "end-date", True),  # the end of its month
        (says("end-date", on="2023-02-15"), "end-date", False),
        (says("end-date", on="2023-02-01"), "end-date", False),
        (says("end-date", on="2022-12-15"), "end-date", False),
        (says("fully-vested-date", on="2023-01-15"), "fully-vested-date", True),
        (says("fully-vested-date", on="2024-01-15"), "fully-vested-date", False),
        (says("fully-vested-date", on=after("grant", months=36)), "fully-vested-date", True),
        (says("span", over=Period(months=36)), "end-date", True),
        (says("span", over=Period(months=48)), "end-date", False),
        (says("count", number=Fraction(36)), "count-times-amount", True),
        (says("count", number=Fraction(37)), "count-times-amount", False),
        (says("installment-units", number=Fraction(27)), "count-times-amount", True),  # 1,000 / 36 = 27.8
        (says("installment-units", number=Fraction(30)), "count-times-amount", False),
    ],
)
def test_inside_the_words(statement, code, ok):
    schedule = build(terms(MONTHLY, statements=(statement,)), row(1000))
    assert [(c.code, c.ok) for c in schedule.checks] == [(code, ok)]
    assert schedule.status == ("complete" if ok else "not-understood")
    assert [g.reason for g in schedule.gaps] == ([] if ok else ["contradiction"])


def test_a_failed_check_shows_both_figures():
    schedule = build(terms(MONTHLY, statements=(says("fully-vested-date", on="2024-01-15"),)), row())
    assert "2024-01-15" in schedule.checks[0].text
    assert "2023-01-15" in schedule.checks[0].text


@pytest.mark.parametrize(("months", "ok"), [(36, True), (48, False), (12, False)])
def test_the_span_of_a_cliff_and_what_follows(months, ok):
    schedule = build(terms(*CLIFFED, statements=(says("span", over=Period(months=months)),)), row(6007))
    assert {(c.code, c.ok) for c in schedule.checks if c.code == "end-date"} == {("end-date", ok)}
    assert schedule.status == ("complete" if ok else "not-understood")


@pytest.mark.parametrize(("years", "status"), [(4, "complete"), (2, "not-understood"), (6, "not-understood")])
def test_a_length_with_an_end_may_be_that_of_the_whole_award(years, status):
    # 12.5% on 15 April, then 12.5% each half-year "over the four-year period ending" 15 October: seven more
    cliff = dated("1/8", "2022-04-15")
    rest = series("1/8", months=6, each=True, start=after("previous"), over=Period(months=12 * years), until="2025-10-15")
    schedule = build(terms(cliff, rest, granted="2021-09-26"), row(None, code="M"))
    assert build(terms(cliff, rest), row(None, code="M")).status == status
    assert schedule.status == status
    assert len(schedule.vests) == (8 if status == "complete" else 0)


def test_stated_parts_that_come_to_the_whole():
    schedule = build(terms(*CLIFFED), row(6007))
    assert [(c.code, c.ok) for c in schedule.checks] == [("parts-sum", True)]


def test_a_statement_about_one_rule():
    rules = dated("1/4", "2020-01-15"), series("rest", months=1, times=36, start=after("previous"))
    assert build(terms(*rules, statements=(says("count", number=Fraction(36), rule=1),)), row()).status == "complete"
    assert build(terms(*rules, statements=(says("end-date", on="2020-01-15", rule=0),)), row()).status == "complete"
    assert build(terms(*rules, statements=(says("end-date", on="2020-01-15", rule=1),)), row()).status == "not-understood"


@pytest.mark.parametrize(
    ("statement", "ok"),
    [
        (says("reported-vested", number=Fraction(500), on="2021-07-01"), True),
        (says("reported-vested", number=Fraction(400), on="2021-07-01"), False),
        (says("reported-remaining", number=Fraction(500), on="2021-07-01"), True),
        (says("reported-remaining", number=Fraction(750), on="2021-07-01"), False),
        (says("reported-vested", number=Fraction(250)), True),  # by the report's own date
        (says("row-amount", number=Fraction(1000)), True),
        (says("row-amount", number=Fraction(900)), False),
    ],
)
def test_beside_the_row(statement, ok):
    rule = series("1", months=12, times=4, start="2020-01-01", inclusive=True)
    schedule = build(terms(rule, statements=(statement,)), row(1000, reported="2020-06-30"))
    assert [(c.code, c.ok) for c in schedule.checks] == [(statement.kind, ok)]
    assert schedule.status == "complete"


@pytest.mark.parametrize(("exercisable", "ok"), [("2020-02-15", True), ("2020-01-15", False)])
def test_the_date_exercisable(exercisable, ok):
    schedule = build(terms(MONTHLY), row(exercisable=exercisable))
    assert [(c.code, c.ok) for c in schedule.checks] == [("date-exercisable", ok)]
    assert schedule.status == "complete"


def test_a_statement_about_a_part_that_has_no_amount():
    rules = dated("1", "2020-01-01"), series("rest", months=1, times=2, start="2021-01-01")
    schedule = build(terms(*rules, statements=(says("installment-units", number=Fraction(5), rule=1),)), row())
    assert [g.reason for g in schedule.gaps] == ["over-allocated"]


def test_a_statement_whose_own_date_is_unknown_is_passed_over():
    statement = says("fully-vested-date", on=after("commencement", months=48))
    schedule = build(terms(MONTHLY, statements=(statement,)), row())
    assert (schedule.status, schedule.checks) == ("complete", ())
