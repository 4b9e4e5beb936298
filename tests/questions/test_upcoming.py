"""What comes up: the order of events, expirations on weekends, leaving."""

from decimal import Decimal

from tests.questions.awards import award, filing
from tests.schedule.words import after, dated, day, row, series
from vestcalc.questions.leave import windows
from vestcalc.questions.upcoming import Leave, coming_up, expiring
from vestcalc.terms.models import EarliestOf, OnDate

HALVES = (dated("1/2", "2021-01-15"), dated("1/2", "2022-01-15"))
OPTION = award(*HALVES, facts=row(1001, expires="2030-01-12"), strike="2.00")  # a Saturday
UNITS = award(dated("1", "2021-01-15"), facts=row(400, kind="rsu"), at=("I", 1))


def told(on: str, **more: object) -> list[tuple[str, str, int, str]]:
    found = coming_up([filing(OPTION, UNITS)], day(on), **more)  # type: ignore[arg-type]
    return [(str(one.day), one.kind, int(one.shares or 0), one.award.table) for one in found]


def test_events_in_order_across_awards() -> None:
    assert told("2020-06-01") == [
        ("2021-01-15", "vest", 500, "II"),
        ("2021-01-15", "vest", 400, "I"),
        ("2022-01-15", "vest", 501, "II"),
        ("2030-01-12", "expiry", 1001, "II"),
    ]


def test_what_vests_on_the_day_has_vested_and_what_expires_on_it_is_still_to_come() -> None:
    assert [kind for _, kind, _, _ in told("2022-01-15")] == ["expiry"]
    assert [kind for _, kind, _, _ in told("2030-01-12")] == ["expiry"]
    assert told("2030-01-13") == []


def test_an_expiration_on_a_weekend_is_pointed_out() -> None:
    expiry = coming_up([filing(OPTION)], day("2029-01-01"))[0]
    assert expiry.text == "a Saturday; the Friday before is 2030-01-11"
    sunday = award(*HALVES, facts=row(1001, expires="2030-01-13"))
    assert coming_up([filing(sunday)], day("2029-01-01"))[0].text == "a Sunday; the Friday before is 2030-01-11"
    monday = award(*HALVES, facts=row(1001, expires="2030-01-14"))
    assert coming_up([filing(monday)], day("2029-01-01"))[0].text == ""


def test_leaving_stops_the_vests_and_brings_the_last_day_to_exercise() -> None:
    leave = Leave(day("2021-06-30"), windows("death=1y,resign=90d"))
    found = coming_up([filing(OPTION, UNITS)], day("2020-06-01"), leave=leave)
    assert [(str(one.day), one.kind, int(one.shares or 0)) for one in found] == [
        ("2021-01-15", "vest", 500),
        ("2021-01-15", "vest", 400),
        ("2021-09-28", "last-day-to-exercise", 500),
        ("2022-06-30", "last-day-to-exercise", 500),
    ]
    assert found[2].text == "after leaving (resign)"
    without = coming_up([filing(OPTION)], day("2021-06-30"), leave=Leave(day("2021-06-30")))
    assert [(one.kind, int(one.shares or 0)) for one in without] == [("expiry", 500)]


def test_the_last_day_that_is_the_expiration_says_so() -> None:
    found = coming_up([filing(OPTION)], day("2029-12-20"), leave=Leave(day("2029-12-20"), windows("90d")))
    assert [(str(one.day), one.text) for one in found] == [
        ("2030-01-12", "after leaving; the expiration; a Saturday; the Friday before is 2030-01-11")
    ]


def test_a_vest_after_the_expiration_says_so() -> None:
    given = award(*HALVES, facts=row(1001, expires="2021-06-01"))
    found = coming_up([filing(given)], day("2021-02-01"))
    assert [(one.kind, one.text) for one in found] == [("expiry", ""), ("vest", "after the expiration, 2021-06-01")]


def test_a_day_that_may_come_sooner_and_shares_that_may_be_more() -> None:
    rule = dated("1", EarliestOf((OnDate(day("2021-05-01")), after("event", event="meeting"))))
    vest, expiry = coming_up([filing(award(rule, facts=row(1000, expires="2021-04-01")))], day("2021-02-01"))[::-1]
    assert (vest.kind, vest.latest) == ("vest", True)
    assert (expiry.kind, expiry.shares, expiry.at_least) == ("expiry", 0, True)


def test_vests_of_no_share_are_passed_over_and_rows_of_one_day_are_one() -> None:
    given = award(series("1/2", months=1, times=4, start="2020-01-20"), dated("1/2", "2020-05-20"), facts=row(2))
    assert [(str(one.day), one.shares) for one in coming_up([filing(given)], day("2020-01-21"))] == [("2020-05-20", 2)]


def test_an_unknown_whole_shows_portions() -> None:
    found = coming_up([filing(award(*HALVES, facts=row(None, code="M")))], day("2020-02-01"))
    assert [(one.shares, str(one.portion)) for one in found] == [(None, "1/2"), (None, "1/2")]


def test_what_expires_and_what_of_it_is_in_the_money() -> None:
    poor = award(*HALVES, facts=row(1001, expires="2022-02-01"), strike="6.00", at=("II", 2))
    rich = award(*HALVES, facts=row(1001, expires="2022-03-01"), strike="2.00", at=("II", 3))
    far = award(*HALVES, facts=row(1001, expires="2022-04-02"), strike="2.00", at=("II", 4))
    found = expiring([filing(rich, poor, far)], day("2022-01-01"), 90, Decimal("5.00"))
    assert [(one.award.row, one.days, one.now.exercisable, one.now.in_the_money, one.under_water) for one in found] == [
        (2, 31, 500, Decimal("0.00"), True),
        (3, 59, 500, Decimal("1500.00"), False),
    ]
    assert [one.award.row for one in expiring([filing(rich, poor, far)], day("2022-01-01"), 91)] == [2, 3, 4]
    assert expiring([filing(rich)], day("2022-01-01"), 90)[0].under_water is None
