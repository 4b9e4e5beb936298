"""Anchors, statuses and what is assumed (docs/conventions.md, "The anchor", "Dates" 13 to 15, "Status of a reading")."""

from datetime import date
from fractions import Fraction

import pytest

from tests.schedule.words import after, dated, day, pending, row, series, terms
from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.build import build
from vestcalc.terms.models import Assumption, Group


def codes(schedule):
    return [a.code for a in schedule.assumptions]


def told(schedule):
    return [(str(v.date), v.latest) for v in schedule.vests]


def test_the_grant_date_is_stated_or_the_transaction_date_of_an_award_row():
    rule = dated("1", after("grant", months=12))
    stated = build(terms(rule, granted="2019-11-03"), row(on="2020-01-15"))
    assert (told(stated), codes(stated), str(stated.granted)) == ([("2020-11-03", False)], [], "2019-11-03")
    assumed = build(terms(rule), row(on="2020-01-15"))
    assert (told(assumed), codes(assumed)) == ([("2021-01-15", False)], ["anchor-is-transaction-date"])


@pytest.mark.parametrize("facts", [row(on="2020-01-15", code="M"), row(on="2020-01-15", code=None), row(on=None)])
def test_else_it_is_unknown(facts):
    schedule = build(terms(dated("1", after("grant", months=12))), facts)
    assert (schedule.status, [g.reason for g in schedule.gaps]) == ("incomplete", ["missing-anchor"])
    assert schedule.granted is None


def test_a_gap_shows_the_words_it_concerns():
    gap = build(terms(dated("1", after("commencement", months=12))), row()).gaps[0]
    assert (gap.note, gap.span, gap.quote) == ("1", (0, 5), "words")


def test_a_commencement_date_only_named_is_not_the_grant_date():
    schedule = build(terms(series("1", months=3, times=16), commencement_named=True), row())
    assert (schedule.status, [g.reason for g in schedule.gaps]) == ("incomplete", ["missing-anchor"])


def test_a_series_without_a_start_counts_from_the_commencement_date():
    schedule = build(terms(series("1", months=12, times=2), commencement="2019-06-01", granted="2020-01-01"), row())
    assert told(schedule) == [("2020-06-01", False), ("2021-06-01", False)]
    assert codes(schedule) == ["first-one-period-after-anchor"]


def test_a_group_has_its_own_grant_date():
    groups = (Group(units=Fraction(400), granted=day("2018-01-17")), Group(units=Fraction(600), granted=day("2019-01-16")))
    rules = dated("1", after("grant", months=12)), dated("1", after("grant", months=12), group=1)
    schedule = build(terms(*rules, groups=groups), row(1000, None, code=None))
    assert told(schedule) == [("2019-01-17", False), ("2020-01-16", False)]
    assert schedule.granted == date(2018, 1, 17)


def test_immediate_is_on_the_anchor_of_a_dated_award_row():
    rule = dated("1", after("grant"), immediate=True)
    assert told(build(terms(rule), row(on="2020-01-15", reported="2020-01-17"))) == [("2020-01-15", False)]
    assert told(build(terms(rule, granted="2020-01-10"), row(on="2020-01-15"))) == [("2020-01-10", False)]


@pytest.mark.parametrize("facts", [row(on=None, code=None, reported="2021-05-04"), row(on="2021-05-01", code="M", reported="2021-05-04")])
def test_immediate_elsewhere_had_vested_by_the_report(facts):
    schedule = build(terms(dated("1", after("grant"), immediate=True)), facts)
    assert told(schedule) == [("2021-05-04", True)]
    assert "vested-by-report-date" in codes(schedule)


def test_the_grant_of_a_holding_is_no_day_of_its_report():
    rules = dated("400u", after("report"), latest=True), dated("rest", "2022-01-01")
    schedule = build(terms(*rules), row(code=None, kind="option"))
    assert (schedule.status, told(schedule)) == ("partial", [("2022-01-01", False)])
    assert [g.reason for g in schedule.gaps] == ["missing-anchor"]


def test_so_many_vested_as_of_the_report():
    schedule = build(terms(dated("400u", after("report"), latest=True), dated("rest", "2022-01-01")), row(reported="2020-01-17"))
    assert told(schedule) == [("2020-01-17", True), ("2022-01-01", False)]


def test_a_date_exercisable_and_no_words():
    facts = row(exercisable="2021-03-01")
    schedule = build(terms(), facts)
    assert (schedule.status, told(schedule), codes(schedule)) == ("complete", [("2021-03-01", False)], ["all-on-date-exercisable"])
    assert build(terms(), row()).status == "none"
    assert build(terms(), row(exercisable="2021-03-01", kind="rsu")).status == "none"
    assert build(terms(), row(exercisable="2021-03-01", code="M")).status == "none"
    assert build(terms(gaps=(Gap(GapReason.NO_CLAUSE, "?"),)), facts).status == "not-understood"


def test_a_series_without_a_start_begins_on_the_date_exercisable():
    schedule = build(terms(series("1", months=12, times=3)), row(on="2020-01-15", exercisable="2020-07-01"))
    assert [d for d, _ in told(schedule)] == ["2020-07-01", "2021-07-01", "2022-07-01"]
    assert codes(schedule) == ["first-on-date-exercisable"]
    assert [(c.code, c.ok) for c in schedule.checks] == [("date-exercisable", True)]


def test_unless_the_words_contradict_it():
    rule = series("1", months=12, times=3, until="2023-01-15")
    schedule = build(terms(rule), row(on="2020-01-15", exercisable="2020-07-01"))
    assert schedule.status == "complete"
    assert [d for d, _ in told(schedule)] == ["2021-01-15", "2022-01-15", "2023-01-15"]
    assert [(c.code, c.ok) for c in schedule.checks] == [("date-exercisable", False)]


def test_early_exercise_makes_the_column_say_nothing_of_vesting():
    schedule = build(terms(series("1", months=12, times=3), early_exercise=True), row(on="2020-01-15", exercisable="2020-01-15"))
    assert told(schedule)[0] == ("2021-01-15", False)
    assert schedule.checks == ()


def test_words_that_point_to_the_column():
    rule = series("1", months=12, times=2, start=after("exercisable"), inclusive=True)
    assert [d for d, _ in told(build(terms(rule), row(exercisable="2020-07-01")))] == ["2020-07-01", "2021-07-01"]


def gap(reason):
    return Gap(reason, "said")


@pytest.mark.parametrize(
    ("rules", "gaps", "status"),
    [
        ([], [], "none"),
        ([], [GapReason.TERMS_ELSEWHERE], "incomplete"),
        ([], [GapReason.NO_CLAUSE], "not-understood"),
        ([dated("1", "2021-01-01")], [], "complete"),
        ([dated("1", "2021-01-01")], [GapReason.UNKNOWN_WORDS], "not-understood"),
        ([dated("1", "2021-01-01")], [GapReason.TERMS_ELSEWHERE], "incomplete"),
        ([dated("1/2", "2021-01-01")], [GapReason.MISSING_FREQUENCY], "partial"),
        ([dated("1/2", "2021-01-01")], [GapReason.WHICH_AWARD], "incomplete"),
        ([dated("1/2", "2021-01-01"), pending("1/2")], [], "partial"),
        ([dated("1/2", "2021-01-01"), pending("1/2")], [GapReason.TWO_READINGS], "not-understood"),
        ([dated("1/2", "2021-01-01"), pending("rest")], [], "partial"),
        ([pending("1")], [], "pending"),
        ([pending("1/2")], [], "pending"),
        ([pending("1")], [GapReason.MISSING_ANCHOR], "incomplete"),
        ([dated("1", after("commencement", months=12))], [], "incomplete"),
        ([dated("1/4", "2021-01-01"), series("rest", times=3, start=after("previous"))], [], "partial"),
        ([dated("1/4", after("commencement", months=12)), series("rest", months=1, times=36, start=after("previous"))], [], "incomplete"),
    ],
)
def test_statuses(rules, gaps, status):
    schedule = build(terms(*rules, gaps=tuple(gap(g) for g in gaps)), row())
    assert schedule.status == status
    assert bool(schedule.vests) == (status in ("complete", "partial"))
    assert bool(schedule.pending) == (status in ("pending", "partial"))


def test_a_rest_without_a_frequency_is_listed_as_undated():
    schedule = build(terms(dated("1/4", "2021-01-01"), series("rest", times=3, start=after("previous"))), row())
    assert [(p.event, p.portion, p.shares, p.rule) for p in schedule.pending] == [
        ("it is not stated how often these parts vest", Fraction(3, 4), 750, 2)
    ]


def test_what_follows_an_undated_event_waits_for_it_too():
    schedule = build(terms(pending("1/2", "product approval"), dated("1/2", after("previous", months=12))), row())
    assert schedule.status == "pending"
    assert [(p.event, p.shares) for p in schedule.pending] == [("product approval", 500), ("product approval", 500)]


def test_an_event_with_a_date_dates_what_waits_for_it():
    rules = pending("1/2", "Product approval"), dated("1/2", after("previous", months=12))
    schedule = build(terms(*rules, events=(("product approval", date(2022, 2, 2)),)), row())
    assert told(schedule) == [("2022-02-02", False), ("2023-02-02", False)]


def test_assumptions_of_the_reader_are_kept_once_each():
    mine = Assumption("thirds", "33.3% is a third")
    schedule = build(terms(dated("1", "2021-01-01"), assumptions=(mine, mine)), row())
    assert schedule.assumptions == (mine,)


def test_rules_show_what_binding_settled():
    rules = dated("1/4", "2021-01-31"), series("rest", months=1, times=3, start=after("previous"), latest_last=True)
    schedule = build(terms(*rules), row())
    assert [(b.times, str(b.first), str(b.last)) for b in schedule.rules] == [
        (1, "2021-01-31", "2021-01-31"),
        (3, "2021-02-28", "2021-04-30"),
    ]
    assert [v.latest for v in schedule.vests] == [False, False, False, True]


def test_what_was_not_understood_shows_no_dates():
    schedule = build(terms(dated("1", "2021-01-31"), gaps=(gap(GapReason.UNKNOWN_WORDS),)), row())
    assert [(b.rule.amount.portion, b.first) for b in schedule.rules] == [(1, None)]
