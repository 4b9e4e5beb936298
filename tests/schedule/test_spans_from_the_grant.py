"""A span that starts on the day of the grant has its first vest one period after it, which only the row can tell."""

import pytest

import vestcalc


@pytest.mark.parametrize(
    ("granted", "words", "first"),
    [
        ("2020-05-09", "The option vests monthly over the two years commencing on 9 May 2020.", "2020-06-09"),
        ("2020-05-09", "The option vests equally over the two years commencing on 9 May 2020.", "2021-05-09"),
        ("2020-05-10", "The option vests monthly over the two years commencing on 9 May 2020.", "2020-05-09"),
        ("2020-05-09", "The option vests in 24 equal monthly instalments commencing on 9 May 2020.", "2020-05-09"),
        (
            "2020-05-09",
            "Options granted on 8 May 2020. The options vest monthly over the two years commencing on 8 May 2020.",
            "2020-06-08",
        ),
    ],
)
def test_the_first_vest_of_a_span(granted: str, words: str, first: str) -> None:
    award = vestcalc.schedule_text(words, shares=2400, granted=granted)
    assert str(award.vests[0].date) == first
