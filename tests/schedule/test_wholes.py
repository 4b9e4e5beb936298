"""What fractions are fractions of (docs/conventions.md, "The whole")."""

from fractions import Fraction

import pytest

from tests.schedule.words import after, amount, dated, day, pending, row, says, series, terms
from vestcalc.schedule.build import build
from vestcalc.terms.models import Group


def codes(schedule):
    return [a.code for a in schedule.assumptions]


def holding(units="600", **more):
    return row(units, None, code=None, **more)


THIRDS = [dated("1/3", f"202{n}-01-01") for n in (1, 2, 3)]


def test_a_size_stated_in_the_words_comes_first():
    schedule = build(terms(dated("1", "2021-01-01"), whole=Fraction(7464)), row(9000))
    assert schedule.whole == 7464
    assert schedule.vests[0].shares == 7464
    assert [c for c in schedule.checks if not c.ok] == []


def test_words_that_give_more_than_the_row_win_but_fail_a_check():
    schedule = build(terms(dated("1", "2021-01-01"), whole=Fraction(10_000)), row(9000))
    assert schedule.status == "complete"
    assert schedule.whole == 10_000
    assert [(c.code, c.ok) for c in schedule.checks] == [("row-amount", False)]


def test_an_award_row_gives_its_amount():
    schedule = build(terms(dated("1", "2021-01-01")), row(9000))
    assert schedule.whole == 9000
    assert codes(schedule) == []


@pytest.mark.parametrize("code", ["M", "X", "C", "F", "S", "G", "J", "D"])
def test_other_rows_give_no_whole(code):
    schedule = build(terms(dated("1", "2021-01-01")), row(9000, code=code))
    assert schedule.status == "complete"
    assert schedule.whole is None
    assert [(v.portion, v.shares, v.vested, v.unvested) for v in schedule.vests] == [(1, None, None, None)]


def test_an_award_disposed_of_is_no_award_row():
    assert build(terms(dated("1", "2021-01-01")), row(9000, acquired=False)).whole is None


def test_a_holding_of_options_gives_the_amount_held_as_an_assumption():
    schedule = build(terms(*THIRDS), holding(kind="option", reported="2022-06-30"))
    assert schedule.whole == 600
    assert codes(schedule) == ["whole-is-amount-held"]


@pytest.mark.parametrize("kind", ["rsu", "restricted-stock", "phantom"])
def test_units_leave_a_holding_as_they_vest(kind):
    assert build(terms(*THIRDS), holding(kind=kind, reported="2021-01-02")).whole is None
    assert build(terms(*THIRDS), holding(kind=kind, reported="2021-01-01")).whole == 600
    assert build(terms(*THIRDS), holding(kind=kind)).whole == 600


def test_plain_shares_held_are_no_award():
    assert build(terms(*THIRDS), holding(kind="other")).whole is None


@pytest.mark.parametrize(("facts", "whole"), [(holding(kind="option"), None), (row(500, code="M"), None), (row(500), 500)])
def test_fractions_of_the_original_grant(facts, whole):
    assert build(terms(*THIRDS, of_original=True), facts).whole == whole


def test_numbers_without_a_size_are_summed():
    rules = dated("2570u", "2020-01-31"), dated("533u", "2020-04-30")
    for facts in (row(None, code="M"), holding("38811", kind="other"), holding("38811", kind="option")):
        schedule = build(terms(*rules), facts)
        assert schedule.status == "complete"
        assert schedule.whole == 3103
        assert [v.shares for v in schedule.vests] == [2570, 533]
        assert codes(schedule) == ["whole-is-sum-of-parts"]


def test_numbers_for_each_date_are_summed_once_the_dates_are_counted():
    rule = series("1250u", months=1, each=True, start="2023-07-01", inclusive=True, until="2023-12-01")
    schedule = build(terms(rule), row(None, code="M"))
    assert schedule.whole == 7500
    assert len(schedule.vests) == 6


def test_numbers_that_use_up_an_unknown_whole_cannot_be_counted():
    schedule = build(terms(series("1250u", months=1, each=True, start="2023-07-01")), row(None, code="M"))
    assert (schedule.status, [g.reason for g in schedule.gaps]) == ("incomplete", ["missing-count"])


def test_a_number_and_a_rest_of_an_unknown_whole_give_nothing():
    schedule = build(terms(dated("2000u", "2020-01-01"), dated("rest", "2021-01-01")), row(None, code="M"))
    assert schedule.status == "incomplete"
    assert "missing-count" in [g.reason for g in schedule.gaps]


def test_numbers_beyond_an_award_row_are_no_schedule():
    schedule = build(terms(dated("600u", "2020-01-31"), dated("600u", "2020-04-30")), row(1000))
    assert (schedule.status, [g.reason for g in schedule.gaps]) == ("not-understood", ["over-allocated"])


def test_no_amount_or_nothing_is_no_whole():
    for units in (None, 0, -5):
        assert build(terms(*THIRDS), row(units)).whole is None


def test_groups_with_sizes():
    groups = (Group(units=Fraction(1000)), Group(units=Fraction(500), granted=day("2021-03-01")))
    rules = series("1", months=12, times=2, start=after("grant")), dated("1", after("grant", months=12), group=1)
    schedule = build(terms(*rules, groups=groups), row(1500))
    assert [(str(v.date), v.shares) for v in schedule.vests] == [("2021-01-15", 500), ("2022-01-15", 500), ("2022-03-01", 500)]
    assert [(c.code, c.ok) for c in schedule.checks] == [("row-amount", True)]


def test_sizes_of_groups_win_over_the_row():
    groups = (Group(units=Fraction(1000)), Group(units=Fraction(500)))
    schedule = build(terms(dated("1", "2021-01-01"), dated("1", "2022-01-01", group=1), groups=groups), row(1600))
    assert (schedule.status, schedule.whole) == ("complete", 1500)
    assert [(c.code, c.ok) for c in schedule.checks] == [("row-amount", False)]


def test_portions_for_groups():
    groups = (Group(portion=Fraction(3, 5)), Group(portion=Fraction(2, 5)))
    schedule = build(terms(series("1", months=3, times=3), pending("1", group=1), groups=groups), row(1000))
    assert schedule.status == "partial"
    assert [v.portion for v in schedule.vests] == [Fraction(1, 5)] * 3
    assert [p.shares for p in schedule.pending] == [400]


def test_the_rest_of_one_group_is_not_the_rest_of_another():
    groups = (Group(units=Fraction(600)), Group(units=Fraction(400)))
    rules = (
        dated("1/2", "2021-01-01"),
        dated("rest", "2022-01-01"),
        dated("100u", "2021-06-01", group=1),
        dated("rest", "2022-06-01", group=1),
    )
    schedule = build(terms(*rules, groups=groups), row(1000))
    assert [v.shares for v in schedule.vests] == [300, 100, 300, 300]


def test_groups_of_no_known_size():
    schedule = build(terms(dated("1", "2021-01-01"), dated("1", "2022-01-01", group=1), groups=(Group(), Group())), row(1000))
    assert (schedule.status, [g.reason for g in schedule.gaps]) == ("incomplete", ["which-award"])


def test_one_group_without_a_size_is_what_the_others_leave():
    groups = (Group(units=Fraction(600)), Group())
    schedule = build(terms(dated("1", "2021-01-01"), dated("1", "2022-01-01", group=1), groups=groups), row(1000))
    assert [v.shares for v in schedule.vests] == [600, 400]


def test_the_rest_is_what_all_other_parts_leave_wherever_it_is_named():
    schedule = build(terms(series("rest", months=12, times=3, start="2021-01-01"), dated("1/4", "2021-01-01")), row(1000))
    assert [v.shares for v in schedule.vests] == [250, 250, 250, 250]


def test_half_of_the_remainder():
    rules = dated("30%", "2020-03-10"), dated("1/2", "2021-03-10", of="remaining"), dated("rest", "2022-09-10")
    schedule = build(terms(*rules), row(1000))
    assert [v.shares for v in schedule.vests] == [300, 350, 350]


def test_a_rest_over_several_stated_dates_is_shared_equally():
    schedule = build(terms(dated("1/4", "2020-01-01"), dated("rest", "2021-01-01"), dated("rest", "2022-06-30")), row(1000))
    assert [v.shares for v in schedule.vests] == [250, 375, 375]


def test_two_rests_apart_contradict_each_other():
    schedule = build(terms(dated("rest", "2020-01-01"), dated("1/4", "2021-01-01"), dated("rest", "2022-06-30")), row(1000))
    assert [g.reason for g in schedule.gaps] == ["contradiction"]


def test_a_rest_of_nothing():
    schedule = build(terms(dated("1", "2020-01-01"), dated("rest", "2021-01-01")), row(1000))
    assert (schedule.status, [g.reason for g in schedule.gaps]) == ("not-understood", ["over-allocated"])


# after a quarter: 1/36th of the remaining a month comes to 36 months; 1/36th of the total would take 27
REMAINING = dated("1/4", "2021-04-06")


def test_a_fraction_of_the_remaining_that_comes_out_even():
    rest = series("1/36", months=1, each=True, times=36, start=after("previous"), of="remaining")
    schedule = build(terms(REMAINING, rest), row(4800))
    assert [v.shares for v in schedule.vests][:2] == [1200, 100]
    assert codes(schedule) == []


def test_a_count_that_only_fits_the_total():
    rest = series("1/48", months=1, each=True, times=36, start=after("previous"), of="remaining")
    schedule = build(terms(REMAINING, rest), row(4800))
    assert schedule.status == "complete"
    assert codes(schedule) == ["remaining-means-total"]


@pytest.mark.parametrize(("end", "each", "assumed"), [("2024-04-06", 100, ["remaining-means-total"]), ("2025-04-06", 75, [])])
def test_a_stated_end_tells_what_the_remaining_means(end, each, assumed):
    rest = series("1/16", months=3, each=True, start=after("previous"), of="remaining")
    schedule = build(terms(REMAINING, rest, statements=(says("fully-vested-date", on=end),)), row(1600))
    assert schedule.status == "complete"
    assert schedule.vests[1].shares == each
    assert codes(schedule) == assumed


def test_without_one_there_are_two_readings():
    rest = series("1/16", months=3, each=True, start=after("previous"), of="remaining")
    schedule = build(terms(REMAINING, rest), row(1600))
    assert (schedule.status, [g.reason for g in schedule.gaps]) == ("not-understood", ["two-readings"])


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        (["33%"] * 3, "complete"),
        (["33.34%"] * 3, "complete"),
        (["33.34%", "1/3", "1/3"], "complete"),
        (["33.4%", "1/3", "1/3"], "complete"),
        (["34%", "1/3", "1/3"], "not-understood"),
        (["16.66%"] * 6, "complete"),
        (["14%"] * 7, "complete"),
        (["30%"] * 3, "partial"),
        (["24%"] * 4, "partial"),
        (["25%"] * 3, "partial"),
        (["50%", "49%"], "partial"),
        (["99%"], "partial"),
        (["35%"] * 3, "not-understood"),
        (["50%", "51%"], "not-understood"),
        (["333u"] * 3, "complete"),
        (["334u"] * 3, "complete"),
        (["300u"] * 3, "partial"),
        (["400u", "599u"], "partial"),
    ],
)
def test_lists_that_plainly_cover_the_award_and_lists_that_do_not(parts, status):
    schedule = build(terms(*[dated(p, f"202{i}-01-01") for i, p in enumerate(parts)]), row(1000))
    assert schedule.status == status
    if status == "complete":
        assert codes(schedule) == ["last-takes-leftover"]
        assert schedule.vests[-1].vested == 1000


def test_amounts_read_as_meant():
    assert amount("33%").portion == Fraction(33, 100)
