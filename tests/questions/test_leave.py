"""Leaving: kept, forfeited, what waiting adds, the last day to exercise."""

import pytest

from tests.questions.awards import award
from tests.schedule.words import after, dated, day, pending, row, series
from vestcalc.given import UsageError
from vestcalc.questions.leave import leaving, windows
from vestcalc.terms.models import EarliestOf, OnDate

HALVES = (dated("1/2", "2021-01-15"), dated("1/2", "2022-01-15"))
OPTION = award(*HALVES, facts=row(1001, expires="2030-01-14"), strike="2.00")


def last_days(text: str, on: str, given: object = OPTION) -> list[tuple[str | None, str, bool]]:
    found = leaving(given, day(on), windows(text)).last_days  # type: ignore[arg-type]
    return [(end.reason, str(end.date), end.by_expiry) for end in found]


def test_everything_is_kept_or_forfeited() -> None:
    given = award(dated("1/2", "2021-01-15"), dated("1/4", "2022-01-15"), pending("1/4"), facts=row(1001))
    gone = leaving(given, day("2021-06-30"))  # 500 vested; 250 to come; 251 pending
    assert (gone.kept, gone.forfeited) == (500, 501)


def test_the_window_runs_from_the_day_and_never_past_the_expiration() -> None:
    assert last_days("90d", "2021-06-30") == [(None, "2021-09-28", False)]
    assert last_days("3m", "2021-11-30") == [(None, "2022-02-28", False)]
    assert last_days("death=1y, resign=90d", "2021-06-30") == [("death", "2022-06-30", False), ("resign", "2021-09-28", False)]
    assert last_days("death=1y,resign=90d", "2029-12-01") == [("death", "2030-01-14", True), ("resign", "2030-01-14", True)]
    assert last_days("90d", "2029-10-16") == [(None, "2030-01-14", True)]  # the window ends on the expiration


def test_nothing_to_exercise() -> None:
    assert last_days("90d", "2020-06-30") == []  # nothing vested
    assert last_days("90d", "2030-01-15") == []  # expired
    assert leaving(OPTION, day("2030-01-15")).expired
    assert last_days("90d", "2021-06-30", award(*HALVES, facts=row(1001, kind="rsu"))) == []


def test_waiting_past_the_expiration_adds_nothing() -> None:
    given = award(*HALVES, facts=row(1001, expires="2021-12-31"))
    assert leaving(given, day("2021-06-30")).waiting is None
    assert leaving(award(*HALVES, facts=row(1001, kind="rsu", expires="2021-12-31")), day("2021-06-30")).waiting is not None


def test_at_least_while_a_vest_may_have_come_sooner() -> None:
    rule = dated("1", EarliestOf((OnDate(day("2021-05-01")), after("event", event="meeting"))))
    gone = leaving(award(rule), day("2021-04-30"))
    assert (gone.kept, gone.at_least) == (0, True)


def test_an_unknown_whole_keeps_a_portion() -> None:
    gone = leaving(award(series("1", months=12, times=4, start="2020-01-15"), facts=row(None, code="M")), day("2021-06-30"))
    assert (gone.kept, gone.forfeited, str(gone.portion)) == (None, None, "1/4")


def test_not_granted_by_then() -> None:
    assert not leaving(OPTION, day("2020-01-14")).begun
    assert leaving(OPTION, day("2020-01-15")).begun


@pytest.mark.parametrize("text", ["", "90", "soon", "0d", "-5d", "=90d", "death=", "1y,2y", "a=1y,a=2y", "1.5y", "90d,"])
def test_windows_that_are_none(text: str) -> None:
    with pytest.raises(UsageError, match="--window"):
        windows(text)


def test_a_window_beyond_the_calendar() -> None:
    with pytest.raises(UsageError, match="calendar"):
        leaving(award(*HALVES, facts=row(1001)), day("2021-06-30"), windows("9999y"))
