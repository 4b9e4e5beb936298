"""Positions worked out by hand: month ends, 29 February, the expiration day, leaving on a vest day, an event that gets its date.

Each table names an award and lists (day, vested, unvested, pending, exercisable, next day, next shares), all counted on paper.
"""

import pytest

from tests.questions.awards import award, filing
from tests.schedule.words import after, dated, day, pending, row, series
from vestcalc.answers import AwardSchedule
from vestcalc.questions.leave import leaving
from vestcalc.questions.whatif import accelerated, with_events

# 1,000 options on 31 January 2023, 12 months from the grant: floor(1000 k / 12), on the last days of the months.
MONTH_ENDS = award(series("1", months=1, times=12, start=after("grant")), facts=row(1000, "2023-01-31", expires="2024-01-31"))
# 1,001 options on 29 February 2020, four years: floor(1001 k / 4) on 28 February, and on 29 February 2024.
LEAP = award(series("1", months=12, times=4, start=after("grant")), facts=row(1001, "2020-02-29", expires="2030-02-28"))
# Half on a day, half when the company goes public.
HALVES = award(dated("1/2", "2021-03-31"), pending("1/2", "initial public offering", "liquidity"), facts=row(1001, "2020-03-31"))
DATED = with_events([filing(HALVES)], [("initial public offering", day("2022-02-28"))])[0].awards[0]


@pytest.mark.parametrize(
    ("given", "on", "vested", "unvested", "waits", "exercisable", "next_day", "next_shares"),
    [
        (MONTH_ENDS, "2023-01-30", 0, 0, 0, 0, "2023-02-28", 83),  # the day before the grant: nothing is held
        (MONTH_ENDS, "2023-01-31", 0, 1000, 0, 0, "2023-02-28", 83),
        (MONTH_ENDS, "2023-02-27", 0, 1000, 0, 0, "2023-02-28", 83),
        (MONTH_ENDS, "2023-02-28", 83, 917, 0, 83, "2023-03-31", 83),  # 83.33
        (MONTH_ENDS, "2023-03-30", 83, 917, 0, 83, "2023-03-31", 83),  # the clamped day does not stick
        (MONTH_ENDS, "2023-03-31", 166, 834, 0, 166, "2023-04-30", 84),  # 166.67, 250
        (MONTH_ENDS, "2023-04-30", 250, 750, 0, 250, "2023-05-31", 83),
        (MONTH_ENDS, "2023-12-31", 916, 84, 0, 916, "2024-01-31", 84),
        (MONTH_ENDS, "2024-01-31", 1000, 0, 0, 1000, None, None),  # the expiration day itself
        (MONTH_ENDS, "2024-02-01", 1000, 0, 0, 0, None, None),
        (LEAP, "2021-02-28", 250, 751, 0, 250, "2022-02-28", 250),  # 250.25, 500.5
        (LEAP, "2022-02-28", 500, 501, 0, 500, "2023-02-28", 250),  # 750.75
        (LEAP, "2024-02-28", 750, 251, 0, 750, "2024-02-29", 251),
        (LEAP, "2024-02-29", 1001, 0, 0, 1001, None, None),
        (LEAP, "2030-02-28", 1001, 0, 0, 1001, None, None),
        (LEAP, "2030-03-01", 1001, 0, 0, 0, None, None),
        (HALVES, "2021-03-30", 0, 500, 501, 0, "2021-03-31", 500),
        (HALVES, "2021-03-31", 500, 0, 501, 500, None, None),
        (DATED, "2021-03-31", 500, 501, 0, 500, "2022-02-28", 501),
        (DATED, "2022-02-28", 1001, 0, 0, 1001, None, None),
    ],
)
def test_positions(
    given: AwardSchedule, on: str, vested: int, unvested: int, waits: int, exercisable: int, next_day: str | None, next_shares: int | None
) -> None:
    now = given.as_of(on)
    assert (now.vested, now.unvested, now.pending, now.exercisable) == (vested, unvested, waits, exercisable)
    coming = (None, None) if now.next_vest is None else (now.next_vest.date.isoformat(), now.next_vest.shares)
    assert coming == (next_day, next_shares)


def test_days_to_expiry() -> None:
    assert MONTH_ENDS.as_of("2024-01-01").days_to_expiry == 30
    assert MONTH_ENDS.as_of("2024-01-31").days_to_expiry == 0
    assert MONTH_ENDS.as_of("2024-02-02").days_to_expiry == -2
    assert HALVES.as_of("2024-02-02").days_to_expiry is None


def test_leaving_on_a_vest_day_keeps_what_vests_on_it() -> None:
    kept = leaving(MONTH_ENDS, day("2023-02-28"))
    assert (kept.kept, kept.forfeited) == (83, 917)
    assert kept.waiting is not None
    assert (kept.waiting.date, kept.waiting.shares) == (day("2023-03-31"), 83)
    before = leaving(MONTH_ENDS, day("2023-02-27"))
    assert (before.kept, before.forfeited) == (0, 1000)


def test_accelerating_on_a_leap_day() -> None:
    moved = accelerated(LEAP, day("2021-02-28"))
    assert [(str(v.date), v.shares, v.vested, v.unvested) for v in moved.vests] == [
        ("2021-02-28", 250, 250, 751),
        ("2021-02-28", 751, 1001, 0),
    ]
    assert moved.as_of("2021-02-28").vested == 1001
    assert moved.as_of("2021-02-27").vested == 0
