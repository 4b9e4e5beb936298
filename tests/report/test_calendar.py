"""The calendar, read back by icalendar: all-day events on the engine's days, UIDs that stay, alarms where they are asked for."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import vestcalc
from vestcalc.answers import FilingSchedules
from vestcalc.report.calendar_ import as_ics
from vestcalc.report.view import View

ics = pytest.importorskip("icalendar", reason="icalendar is not installed: the extra `ics` brings it")


def read(data: bytes) -> list[Any]:
    return list(ics.Calendar.from_ical(data).walk("VEVENT"))


@pytest.fixture
def filing(fixtures: Path) -> FilingSchedules:
    return vestcalc.schedule_file(fixtures / "filings" / "example-form4.xml")


def test_all_day_events_on_the_days_of_the_schedule(filing: FilingSchedules) -> None:
    """3 vests of units, 37 of the option, and the option's last day: 41 events."""
    found = read(as_ics([filing]))
    assert len(found) == 41
    assert [event.decoded("dtstart") for event in found[:3]] == [date(2024, 3, 15), date(2025, 3, 15), date(2026, 3, 15)]
    assert all(event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1) for event in found)
    assert str(found[0]["summary"]) == "3,000 shares vest: LRKF Common Stock"
    assert "3,000 vested, 6,000 unvested after it" in str(found[0]["description"])
    assert str(found[3]["summary"]) == "12,000 shares vest: LRKF Stock Option (right to buy)"
    last = found[-1]
    assert (str(last["summary"]), last.decoded("dtstart")) == (
        "Last day to exercise (expires): LRKF Stock Option (right to buy)",
        date(2033, 3, 15),
    )
    assert all(event.walk("VALARM") == [] for event in found)


def test_uids_stay_where_the_file_goes_and_differ_within(filing: FilingSchedules, fixtures: Path, tmp_path: Path) -> None:
    moved = tmp_path / "other-name.xml"
    moved.write_bytes((fixtures / "filings" / "example-form4.xml").read_bytes())
    again = vestcalc.schedule_file(moved)
    one, two = ([str(event["uid"]) for event in read(as_ics([each]))] for each in (filing, again))
    assert one == two
    assert len(set(one)) == len(one)
    both = [str(event["uid"]) for event in read(as_ics([filing, again]))]
    assert len(set(both)) == 2 * len(one)


def test_a_figure_that_changes_keeps_the_uid() -> None:
    def calendar(shares: int) -> Iterator[str]:
        award = vestcalc.schedule_text("The option vests in 2 equal annual installments.", shares=shares, granted="2024-03-15")
        return (str(event["uid"]) for event in read(as_ics([FilingSchedules("a.txt", awards=(award,))])))

    assert list(calendar(100)) == list(calendar(200))


def test_alarms_are_days_before(filing: FilingSchedules) -> None:
    event = read(as_ics([filing], alarms=(7, 1)))[0]
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [timedelta(days=-7), timedelta(days=-1)]


def test_a_window_cuts_the_events(filing: FilingSchedules) -> None:
    found = read(as_ics([filing], View(date(2033, 1, 1), date(2033, 12, 31))))
    assert [event.decoded("dtstart") for event in found] == [date(2033, 3, 15)]


def test_latest_pending_and_odd_words() -> None:
    award = vestcalc.schedule_text(
        "Half of the option vests on the earlier of May 1, 2025 and the next annual meeting, and half upon an initial public offering.",
        shares=10,
        granted="2024-03-15",
        security="Option; with, odd\nwords\\",
    )
    (event,) = read(as_ics([FilingSchedules("a.txt", awards=(award,))]))
    assert str(event["summary"]) == "5 shares vest at the latest: Option; with, odd words\\"
    assert "pending: 5 shares" in str(event["description"])
    assert "at the latest" in str(event["description"])


def test_what_has_no_dates_is_in_no_calendar() -> None:
    award = vestcalc.schedule_text("The option vests on May 1, 2025 unless the moon is full.", granted="2024-03-15")
    assert read(as_ics([FilingSchedules("a.txt", awards=(award,))])) == []


def test_portions_where_the_size_is_unknown() -> None:
    award = vestcalc.schedule_text("The option vests in 4 equal annual installments.", granted="2024-03-15")
    assert str(read(as_ics([FilingSchedules("a.txt", awards=(award,))]))[0]["summary"]) == "1/4 of the award vests: Award"
