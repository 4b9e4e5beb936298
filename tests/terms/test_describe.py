"""One canonical sentence per rule: each expected sentence is written by hand."""

from datetime import date
from fractions import Fraction

import pytest

from vestcalc.span import Place, Span
from vestcalc.terms.describe import describe, describe_terms, length_text, ordinal
from vestcalc.terms.models import (
    ALL,
    REST,
    Amount,
    CalendarDay,
    Dated,
    EarliestOf,
    FromAnchor,
    Group,
    LatestOf,
    OnDate,
    Pending,
    Period,
    Rule,
    Series,
    Terms,
)

HERE = Place("1", Span(0, 0), "")
QUARTER = Amount(portion=Fraction(1, 4))
DAY = OnDate(date(2014, 3, 15))
YEAR, MONTH = Period(12), Period(1)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (Dated(QUARTER, DAY, HERE), "1/4 of the award vests on March 15, 2014."),
        (Dated(ALL, DAY, HERE), "The award vests on March 15, 2014."),
        (Dated(REST, DAY, HERE), "The rest vests on March 15, 2014."),
        (Dated(Amount(units=Fraction(31250)), DAY, HERE), "31,250 shares vest on March 15, 2014."),
        (Dated(Amount(units=Fraction(1)), DAY, HERE), "1 share vests on March 15, 2014."),
        (Dated(Amount(units=Fraction("1809.05")), DAY, HERE), "1,809.05 shares vest on March 15, 2014."),
        (Dated(Amount(portion=Fraction(1, 3), of="remaining"), DAY, HERE), "1/3 of the remaining shares vest on March 15, 2014."),
        (Dated(QUARTER, DAY, HERE, latest=True), "1/4 of the award vests on or before March 15, 2014."),
        (Dated(ALL, FromAnchor("grant"), HERE, immediate=True), "The award vests immediately."),
        (Dated(QUARTER, FromAnchor("grant", YEAR), HERE), "1/4 of the award vests on the first anniversary of the grant date."),
        (
            Dated(QUARTER, FromAnchor("commencement", Period(6)), HERE),
            "1/4 of the award vests on the date 6 months after the vesting commencement date.",
        ),
        (
            Dated(QUARTER, FromAnchor("date", YEAR * 2, stated=date(2019, 12, 5)), HERE),
            "1/4 of the award vests on the second anniversary of December 5, 2019.",
        ),
        (Dated(QUARTER, FromAnchor("report"), HERE, latest=True), "As of the date of this report, 1/4 of the award has vested."),
        (
            Dated(ALL, EarliestOf((DAY, FromAnchor("event", event="annual meeting", days_before=1))), HERE),
            "The award vests on the earlier of March 15, 2014 and the day before the annual meeting.",
        ),
        (
            Dated(ALL, LatestOf((DAY, FromAnchor("grant", YEAR))), HERE),
            "The award vests on the later of March 15, 2014 and the first anniversary of the grant date.",
        ),
        (
            Dated(ALL, FromAnchor("grant", YEAR, calendar=(CalendarDay(15, 2),)), HERE),
            "The award vests on the first February 15 on or after the first anniversary of the grant date.",
        ),
        (
            Series(REST, MONTH, HERE, times=36, start=DAY, inclusive=True),
            "The rest vests in 36 equal monthly installments, the first on March 15, 2014.",
        ),
        (Series(REST, MONTH, HERE, times=36, start=FromAnchor("previous")), "The rest vests in 36 equal monthly installments thereafter."),
        (Series(ALL, YEAR, HERE, times=4, start=DAY), "The award vests in 4 equal annual installments following March 15, 2014."),
        (Series(ALL, YEAR, HERE, times=4), "The award vests in 4 equal annual installments."),
        (Series(ALL, Period(4), HERE, times=9), "The award vests in 9 equal installments, one every 4 months."),
        (Series(ALL, Period(days=7), HERE, times=10), "The award vests in 10 equal weekly installments."),
        (Series(ALL, Period(3), HERE, over=YEAR * 3), "The award vests in equal quarterly installments over 3 years."),
        (
            Series(Amount(portion=Fraction(1, 48)), MONTH, HERE, each=True, start=FromAnchor("previous")),
            "1/48 of the award vests each month thereafter until fully vested.",
        ),
        (
            Series(QUARTER, YEAR, HERE, each=True, start=DAY, inclusive=True, until=OnDate(date(2017, 3, 15))),
            "1/4 of the award vests each year, the first on March 15, 2014, through March 15, 2017.",
        ),
        (
            Series(QUARTER, YEAR, HERE, each=True, times=4, start=DAY),
            "1/4 of the award vests in each of 4 annual installments after March 15, 2014.",
        ),
        (
            Series(ALL, Period(6), HERE, times=8, calendar=(CalendarDay(15, 4), CalendarDay(15, 10))),
            "The award vests in 8 equal installments on each April 15 and October 15.",
        ),
        (
            Series(ALL, MONTH, HERE, times=8, calendar=(CalendarDay(31),)),
            "The award vests in 8 equal installments on the last day of each month.",
        ),
        (Pending(ALL, "if the price reaches $10", "price", HERE), "The award vests if the price reaches $10."),
        (Pending(ALL, "Upon approval", "approval", HERE), "The award vests upon approval."),
        (Dated(ALL, FromAnchor("event", event="the annual meeting"), HERE), "The award vests on the annual meeting."),
        (
            Series(QUARTER, YEAR, HERE, each=True, times=3, start=FromAnchor("previous")),
            "1/4 of the award vests on each of the next 3 annual anniversaries.",
        ),
        (
            Series(QUARTER, YEAR, HERE, each=True, times=3, calendar=(CalendarDay(1, 3),)),
            "1/4 of the award vests on March 1 of each of the next 3 years.",
        ),
        (
            Series(ALL, Period(6), HERE, times=8, calendar=(CalendarDay(31, 6), CalendarDay(31, 12))),
            "The award vests in 8 equal installments on each June 30 and December 31.",
        ),
        (
            Pending(Amount(portion=Fraction(1, 2)), "initial public offering", "liquidity", HERE),
            "1/2 of the award vests upon initial public offering.",
        ),
    ],
)
def test_sentence(rule: Rule, sentence: str) -> None:
    assert describe(rule) == sentence


def test_several_rules_and_stated_facts() -> None:
    terms = Terms(
        rules=(Dated(QUARTER, DAY, HERE), Series(REST, MONTH, HERE, times=36, start=FromAnchor("previous"))),
        whole=Fraction(4000),
        granted=date(2013, 3, 15),
    )
    assert describe_terms(terms) == (
        "The reporting person was granted 4,000 shares on March 15, 2013. "
        "1/4 of the award vests on March 15, 2014. The rest vests in 36 equal monthly installments thereafter."
    )


def test_groups_are_told_apart() -> None:
    rules = (Dated(ALL, DAY, HERE), Dated(ALL, OnDate(date(2015, 3, 15)), HERE, group=1))
    text = describe_terms(Terms(rules=rules, groups=(Group(Fraction(100), granted=date(2013, 1, 2)), Group(Fraction(50)))))
    assert (
        text
        == "100 shares were granted on January 2, 2013. The award vests on March 15, 2014. Of 50 shares: The award vests on March 15, 2015."
    )


def test_a_rule_of_one_of_several_groups_says_of_which() -> None:
    groups = (Group(Fraction(100), granted=date(2013, 1, 2)), Group(portion=Fraction(3, 5)), Group())
    told = [describe(Dated(ALL, DAY, HERE, group=n), groups) for n in range(3)]
    assert told == [
        "Of 100 shares granted on January 2, 2013: the award vests on March 15, 2014.",
        "Of 3/5 of the award: the award vests on March 15, 2014.",
        "Of the third part: the award vests on March 15, 2014.",
    ]
    assert describe(Dated(ALL, DAY, HERE), groups[:1]) == "The award vests on March 15, 2014."


@pytest.mark.parametrize(
    ("number", "name"), [(1, "first"), (10, "tenth"), (11, "11th"), (12, "12th"), (21, "21st"), (22, "22nd"), (113, "113th")]
)
def test_ordinals(number: int, name: str) -> None:
    assert ordinal(number) == name


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(12), "1 year"),
        (Period(48), "4 years"),
        (Period(18), "18 months"),
        (Period(1), "1 month"),
        (Period(days=14), "2 weeks"),
        (Period(days=10), "10 days"),
    ],
)
def test_lengths(period: Period, text: str) -> None:
    assert length_text(period) == text
