"""Events that get a date, and acceleration."""

from datetime import date
from fractions import Fraction

import pytest

from tests.questions.awards import award, filing
from tests.schedule.words import after, dated, day, pending, row, series
from vestcalc.answers import AwardSchedule
from vestcalc.given import UsageError
from vestcalc.questions.whatif import accelerate, accelerated, events_of, with_events
from vestcalc.span import Place, Span
from vestcalc.terms.models import Amount, EarliestOf, LatestOf, OnDate, Pending, Remark

EARLIER = award(dated("1", EarliestOf((OnDate(day("2021-06-01")), after("event", event="date of 2021 annual meeting")))))
LATER = award(dated("1", LatestOf((OnDate(day("2021-06-01")), after("event", event="closing of the merger")))))
GOAL = award(dated("1/2", "2021-01-15"), pending("1/2", "upon the achievement of revenue goals"))


def told(given: AwardSchedule, name: str, on: str) -> list[tuple[str, int, bool]]:
    made = with_events([filing(given)], [(name, day(on))])[0].awards[0]
    return [(str(v.date), int(v.shares or 0), v.latest) for v in made.vests]


def test_an_earlier_of_is_dated_by_what_comes_first() -> None:
    assert [(v.date, v.latest) for v in EARLIER.vests] == [(date(2021, 6, 1), True)]
    assert told(EARLIER, "annual meeting", "2021-05-03") == [("2021-05-03", 1000, False)]
    assert told(EARLIER, "annual meeting", "2021-06-02") == [("2021-06-01", 1000, False)]


def test_a_later_of_is_dated_by_what_comes_last() -> None:
    assert LATER.status == "pending"
    assert told(LATER, "merger", "2021-05-03") == [("2021-06-01", 1000, False)]
    assert told(LATER, "merger", "2021-06-02") == [("2021-06-02", 1000, False)]


def test_a_goal_dates_its_part_alone() -> None:
    assert told(GOAL, "revenue goals", "2020-09-30") == [("2020-09-30", 500, False), ("2021-01-15", 500, False)]


def test_time_counted_from_an_event() -> None:
    given = award(series("1", months=12, times=2, start=after("event", event="the closing")))
    assert events_of(given) == ("the closing",)
    assert told(given, "closing", "2020-02-29") == [("2021-02-28", 500, False), ("2022-02-28", 500, False)]


@pytest.mark.parametrize("name", ["initial public offering", "IPO", "ipo", "Public Offering", "the INITIAL public offering of the company"])
def test_ways_to_name_an_event(name: str) -> None:
    given = award(pending("1", "upon the initial public offering of the Company", "liquidity"))
    assert told(given, name, "2021-05-05") == [("2021-05-05", 1000, False)]


def test_what_is_supposed_is_said() -> None:
    made = with_events([filing(GOAL)], [("goals", day("2020-09-30"))])[0]
    assert made.notices == ("what if: Table II row 1: 'upon the achievement of revenue goals' is on 2020-09-30",)


@pytest.mark.parametrize("name", ["merger", "goal", "x", "ach", "of", ""])
def test_a_name_that_fits_nothing(name: str) -> None:
    with pytest.raises(UsageError, match=r"no award waits for .*; the awards wait for 'upon the achievement of revenue goals'"):
        with_events([filing(GOAL)], [(name, day("2020-09-30"))])


def test_no_award_waits_for_anything() -> None:
    with pytest.raises(UsageError, match="no award waits for an event"):
        with_events([filing(award(dated("1", "2021-01-15")))], [("IPO", day("2020-09-30"))])


def test_a_name_that_fits_several_events_is_refused() -> None:
    other = award(pending("1", "2022 annual meeting", "meeting"))
    with pytest.raises(UsageError, match="names several events: 'date of 2021 annual meeting', '2022 annual meeting'"):
        with_events([filing(EARLIER, other)], [("annual meeting", day("2021-05-03"))])
    made = with_events([filing(EARLIER, other)], [("2022 annual meeting", day("2022-05-03"))])[0]
    assert [len(one.vests) for one in made.awards] == [1, 1]
    assert made.awards[0] is EARLIER


def test_one_event_has_one_date() -> None:
    with pytest.raises(UsageError, match="two dates, 2020-09-30 and 2020-10-01"):
        with_events([filing(GOAL)], [("goals", day("2020-09-30")), ("revenue goals", day("2020-10-01"))])


def test_an_acceleration_is_not_an_event_to_date() -> None:
    remark = Remark("change in control", Place("1", Span(0, 1), "x"))
    given = award(dated("1", "2021-01-15"), accelerations=(remark,))
    with pytest.raises(UsageError, match=r"is an acceleration, .*--accelerate"):
        with_events([filing(given)], [("change in control", day("2020-09-30"))])


def test_a_part_that_waits_for_a_time_after_its_event_is_not_dated_by_the_event() -> None:
    place = Place("1", Span(0, 5), "one third on each anniversary of the date the goal is achieved")
    given = award(Pending(Amount(portion=Fraction(1, 3)), "the date the goal is achieved", "performance", place))
    made = with_events([filing(given)], [("goal is achieved", day("2020-09-30"))])[0]
    assert made.awards[0] is given
    assert "a time is counted from 'the date the goal is achieved'" in made.notices[0]


def test_an_answer_with_a_gap_stays_without_dates() -> None:
    from vestcalc.gaps import Gap, GapReason

    given = award(pending("1", "the goal"), gaps=(Gap(GapReason.UNKNOWN_WORDS, "?"),))
    made = with_events([filing(given)], [("the goal", day("2020-09-30"))])[0].awards[0]
    assert (made.status, len(made.vests)) == ("not-understood", 0)


def test_acceleration_leaves_what_is_pending_and_names_the_rules() -> None:
    given = award(dated("1/4", "2021-01-15"), series("1/4", months=1, times=3, start=after("previous")), pending("1/2"))
    moved = accelerated(given, day("2021-02-20"))  # 250; 83 on 02-15; 167 left on 03-15 and 04-15
    assert [(str(v.date), v.shares, v.rule) for v in moved.vests] == [("2021-01-15", 250, 1), ("2021-02-15", 83, 2), ("2021-02-20", 167, 2)]
    now = moved.as_of("2021-02-20")
    assert (now.vested, now.unvested, now.pending) == (500, 0, 500)


def test_acceleration_after_the_last_vest_changes_nothing() -> None:
    given = award(dated("1", "2021-01-15"))
    assert accelerated(given, day("2021-01-15")) is given
    assert accelerate([filing(given)], day("2021-01-15"))[0].notices == ()


def test_acceleration_of_an_unknown_whole_moves_the_portion() -> None:
    given = award(dated("1/2", "2021-01-15"), dated("1/2", "2022-01-15"), facts=row(None, "2020-01-15", code="M"))
    moved = accelerated(given, day("2021-01-15"))
    assert [(str(v.date), v.portion, v.shares) for v in moved.vests] == [("2021-01-15", Fraction(1, 2), None)] * 2


def test_acceleration_before_every_grant_is_refused_and_before_one_leaves_that_one() -> None:
    early, late = award(dated("1", "2022-01-15")), award(dated("1", "2023-01-15"), facts=row(1000, "2021-01-15"))
    with pytest.raises(UsageError, match="--accelerate: 2020-01-14 lies before the grant date 2020-01-15"):
        accelerate([filing(early, late)], day("2020-01-14"))
    made = accelerate([filing(early, late)], day("2020-06-01"))[0]
    assert [str(one.vests[0].date) for one in made.awards] == ["2020-06-01", "2023-01-15"]
    assert made.notices == ("what if: all that is unvested on 2020-06-01 vests on it (1 of 2 awards)",)
