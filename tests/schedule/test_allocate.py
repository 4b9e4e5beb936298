"""The nine rounding modes, each worked out by hand."""

from fractions import Fraction

import pytest

from tests.schedule.words import dated, pending, row, series, terms
from vestcalc.gaps import VestcalcError
from vestcalc.schedule.build import build

#: 18 over 4 equal dates: q = 4, r = 2; running totals 4.5, 9, 13.5, 18
EIGHTEEN = {
    "cumulative-round-down": [4, 5, 4, 5],
    "cumulative-rounding": [5, 4, 5, 4],
    "cumulative-round-up": [5, 4, 5, 4],
    "front-loaded": [5, 5, 4, 4],
    "back-loaded": [4, 4, 5, 5],
    "front-loaded-to-single-tranche": [6, 4, 4, 4],
    "back-loaded-to-single-tranche": [4, 4, 4, 6],
    "each-up-last-short": [5, 5, 5, 3],
    "fractional": [Fraction(9, 2)] * 4,
}

#: 5 over 4: each rounded up is 2, and what is left runs out before the end; running 1.25, 2.5, 3.75, 5
FIVE = {
    "cumulative-round-down": [1, 1, 1, 2],
    "cumulative-rounding": [1, 2, 1, 1],
    "cumulative-round-up": [2, 1, 1, 1],
    "each-up-last-short": [2, 2, 1, 0],
    "front-loaded": [2, 1, 1, 1],
    "back-loaded-to-single-tranche": [1, 1, 1, 2],
}

#: 101 as 50% at once, then two equal parts of 25%: running 50.5, 75.75, 101. Within series: 50 then 51 = 25 + 26 and so on;
#: each-up: the first part is 51, the two share 50.
HALF_THEN_TWO = {
    "cumulative-round-down": [50, 25, 26],
    "cumulative-rounding": [51, 25, 25],
    "cumulative-round-up": [51, 25, 25],
    "front-loaded": [50, 26, 25],
    "back-loaded": [50, 25, 26],
    "front-loaded-to-single-tranche": [50, 26, 25],
    "back-loaded-to-single-tranche": [50, 25, 26],
    "each-up-last-short": [51, 26, 24],
    "fractional": [Fraction(101, 2), Fraction(101, 4), Fraction(101, 4)],
}

#: 10.6 over three: 3.53.., 7.06.., 10.6. The last keeps the fraction; nothing is rounded past the 10 whole shares before it.
WITH_FRACTION = {
    "cumulative-round-down": [3, 4, Fraction("3.6")],
    "cumulative-rounding": [4, 3, Fraction("3.6")],
    "cumulative-round-up": [4, 4, Fraction("2.6")],
    "front-loaded": [4, 3, Fraction("3.6")],
    "back-loaded": [3, 3, Fraction("4.6")],
    "front-loaded-to-single-tranche": [4, 3, Fraction("3.6")],
    "back-loaded-to-single-tranche": [3, 3, Fraction("4.6")],
    "each-up-last-short": [4, 4, Fraction("2.6")],
}


def shares(units, mode, *rules):
    schedule = build(terms(*rules), row(units), mode)
    assert schedule.status == "complete"
    assert schedule.rounding == mode
    return [v.shares for v in schedule.vests]


@pytest.mark.parametrize(("mode", "expected"), EIGHTEEN.items())
def test_eighteen_over_four(mode, expected):
    assert shares(18, mode, series("1", months=1, times=4)) == expected


@pytest.mark.parametrize(("mode", "expected"), FIVE.items())
def test_five_over_four(mode, expected):
    assert shares(5, mode, series("1", months=1, times=4)) == expected


@pytest.mark.parametrize(("mode", "expected"), HALF_THEN_TWO.items())
def test_unequal_parts_then_a_series(mode, expected):
    assert shares(101, mode, dated("1/2", "2021-01-01"), series("rest", months=12, times=2, start="2021-01-01")) == expected


@pytest.mark.parametrize(("mode", "expected"), WITH_FRACTION.items())
def test_a_whole_with_a_fraction(mode, expected):
    assert shares("10.6", mode, series("1", months=12, times=3)) == expected


def test_nothing_is_rounded_past_the_whole_shares():
    # 2.2 over twelve: the eleventh running total, 2.0166.., would round up to 3
    found = shares("2.2", "cumulative-round-up", series("1", months=1, times=12))
    assert found == [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, Fraction("0.2")]


def test_equal_dated_parts_in_a_row_are_one_series():
    # 7 in four stated quarters: front-loaded 2, 2, 2, 1
    rules = [dated("1/4", f"202{n}-05-01") for n in range(4)]
    assert shares(7, "front-loaded", *rules) == [2, 2, 2, 1]


def test_a_last_part_that_takes_a_leftover_is_no_equal_part():
    # 33%, 33%, 33% of 10,000, the last takes 34%: the mode shares out 6,600 over two, not 10,000 over three
    rules = [dated("33%", f"202{n}-05-01") for n in range(3)]
    assert shares(10_000, "back-loaded", *rules) == [3300, 3300, 3400]


def test_a_vest_of_no_share_keeps_its_row():
    assert shares(2, "cumulative-round-down", series("1", months=1, times=4)) == [0, 1, 0, 1]


def test_two_rules_on_one_day_keep_both_rows():
    schedule = build(terms(dated("1/2", "2021-01-01"), dated("1/2", "2021-01-01")), row(5))
    assert [(v.rule, v.shares) for v in schedule.vests] == [(1, 2), (2, 3)]


def test_interleaved_series_share_one_running_total():
    # of 10: a half on 1 Jan and 1 Mar, a half on 1 Feb and 1 Apr, 2.5 each: 2.5, 5, 7.5, 10
    one = series("1/2", months=2, times=2, start="2021-01-01", inclusive=True)
    two = series("1/2", months=2, times=2, start="2021-02-01", inclusive=True)
    schedule = build(terms(one, two), row(10))
    assert [(str(v.date), v.shares, v.rule) for v in schedule.vests] == [
        ("2021-01-01", 2, 1),
        ("2021-02-01", 3, 2),
        ("2021-03-01", 2, 1),
        ("2021-04-01", 3, 2),
    ]


@pytest.mark.parametrize(
    ("mode", "dated_shares", "waiting"),
    [
        ("cumulative-round-down", 5, 6),
        ("cumulative-rounding", 6, 5),
        ("cumulative-round-up", 6, 5),
        ("fractional", Fraction(11, 2), Fraction(11, 2)),
    ],
)
def test_what_is_pending_takes_what_the_dates_leave(mode, dated_shares, waiting):
    schedule = build(terms(dated("1/2", "2021-01-01"), pending("1/2")), row(11), mode)
    assert [v.shares for v in schedule.vests] == [dated_shares]
    assert [p.shares for p in schedule.pending] == [waiting]


def test_an_unknown_mode_says_what_to_use():
    with pytest.raises(VestcalcError, match=r"no rounding 'nearest'.*cumulative-round-down"):
        build(terms(dated("1", "2021-01-01")), row(5), "nearest")  # type: ignore[arg-type]
