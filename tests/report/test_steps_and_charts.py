"""Steps give on every day what the engine gives; the chart shows them, waits and latest days, and no word of a filing as markup."""

import re
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vestcalc
from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.filings.model import Person
from vestcalc.gaps import VestcalcError
from vestcalc.report.chart.draw import summary
from vestcalc.report.chart.figure import figure
from vestcalc.report.chart.scale import Scale, number
from vestcalc.report.chart.still import as_png, as_svg
from vestcalc.report.html.notes import pieces
from vestcalc.report.html.render import as_html
from vestcalc.report.page import visible
from vestcalc.report.steps import at, steps, totals

CLIFF = "25% of the option vests on March 15, 2025 and the rest in 36 equal monthly installments thereafter."
MIXED = "Half of the option vests on the earlier of May 1, 2025 and the next annual meeting, and half upon an initial public offering."
SVG = "{http://www.w3.org/2000/svg}"


def award(text: str, **facts: Any) -> AwardSchedule:
    return vestcalc.schedule_text(
        text, **{"granted": "2024-03-15", "shares": 4800, "exercise_price": "3", "expires": "2034-03-15", **facts}
    )


AWARDS = {
    "cliff": award(CLIFF),
    "late-grant": award("The option vests in 4 equal annual installments beginning on May 1, 2022.", granted="2024-03-15"),
    "latest-and-pending": award(MIXED),
    "units": award(
        "The units vest in three equal annual installments.", security="Restricted Stock Units", exercise_price=None, expires=None
    ),
    "size-unknown": award(CLIFF, shares=None),
    "not-understood": award("The option vests on May 1, 2025 unless the moon is full."),
    "parts-of-shares": award("The option vests in three equal annual installments.", shares=100, rounding="fractional"),
}


@pytest.mark.parametrize("name", AWARDS)
def test_steps_are_the_engine_on_every_day(name: str) -> None:
    one = AWARDS[name]
    found = steps(one, Decimal("5.25"))
    day = date(2022, 4, 1)
    while day < date(2034, 6, 1):
        now, looked_up = one.as_of(day, "5.25"), at(found, day)
        for field in now.__struct_fields__:
            if field != "as_of":
                assert getattr(looked_up, field) == getattr(now, field), (day, field)
        day += timedelta(days=1)


def test_sums_of_steps() -> None:
    held = [AWARDS[name] for name in ("cliff", "units", "not-understood")]
    found = totals(steps(one) for one in held)
    for day in (date(2023, 1, 1), date(2025, 3, 14), date(2025, 3, 15), date(2026, 7, 1), date(2040, 1, 1)):
        sums = next(total.figures for total in reversed(found) if total.since <= day)
        assert sums[1] == sum(one.as_of(day).vested or 0 for one in held)
    assert found[-1].figures[0] == 9600
    assert not found[-1].at_least
    mixed = totals([steps(AWARDS["cliff"]), steps(AWARDS["latest-and-pending"])])
    assert [total.at_least for total in mixed if total.since in (date(2024, 3, 15), date(2025, 5, 1))] == [True, False]


def test_a_figure_of_parts_that_may_come_sooner_and_of_parts_that_wait() -> None:
    one = AWARDS["latest-and-pending"]
    drawn = figure(one, steps(one))
    assert drawn is not None
    assert (drawn.pending, drawn.top, drawn.in_shares) == (2400, 4800, True)
    assert [(rise.day, rise.low, rise.high) for rise in drawn.latest] == [(date(2025, 5, 1), 0, 2400)]
    assert drawn.exercisable is not None
    assert drawn.exercisable[-1] == (date(2034, 3, 16), 0)
    assert summary(drawn).startswith("2,400 shares vested on 2025-05-01")
    assert "Expires 2034-03-15." in summary(drawn)


def test_a_figure_without_a_size_is_in_portions() -> None:
    one = AWARDS["size-unknown"]
    drawn = figure(one, steps(one))
    assert drawn is not None
    assert (drawn.top, drawn.in_shares, drawn.exercisable) == (1, False, None)
    assert [label for _, label in Scale(drawn, 0, 0, 700, 300).amounts()] == ["0%", "25%", "50%", "75%", "100%"]


def test_no_figure_where_nothing_is_known() -> None:
    one = AWARDS["not-understood"]
    assert figure(one, steps(one)) is None


@pytest.mark.parametrize(
    ("top", "labels"),
    [
        (48000, ["0", "10,000", "20,000", "30,000", "40,000", "48,000"]),
        (9000, ["0", "2,000", "4,000", "6,000", "8,000", "9,000"]),
        (1, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (100, ["0", "20", "40", "60", "80", "100"]),
        (1001, ["0", "500", "1,001"]),
    ],
)
def test_marks_at_the_side_are_round(top: int, labels: list[str]) -> None:
    one = award("The option vests in 2 equal annual installments.", shares=top)
    drawn = figure(one, steps(one))
    assert drawn is not None
    assert [label for _, label in Scale(drawn, 0, 0, 700, 300).amounts()] == labels


@given(st.integers(1, 10**12), st.integers(1, 40), st.integers(1, 9990))
def test_any_size_and_length_can_be_drawn(shares: int, years: int, granted: int) -> None:
    """Sizes up to the largest, grants from the first year of the calendar to its last."""
    one = award(f"The option vests in {years} equal annual installments.", shares=shares, granted=date(granted, 3, 15), expires=None)
    drawn = figure(one, steps(one))
    if drawn is None:
        assert not one.vests
        return
    scale = Scale(drawn, 0, 0, 700, 300)
    assert 2 <= len(list(scale.amounts())) <= 7
    assert 0 <= len(list(scale.days())) <= 24
    assert all(0 <= scale.x(day) <= 700 and 0 <= scale.y(amount) <= 300 for day, amount in drawn.vested)


def test_coordinates_have_two_decimals_at_most() -> None:
    assert [number(Fraction(*pair)) for pair in ((1, 3), (2, 3), (5, 1), (-1, 2), (0, 1), (1, 1000))] == [
        "0.33",
        "0.67",
        "5",
        "-0.5",
        "0",
        "0",
    ]


def filing(*awards: AwardSchedule, name: str = "Wickford Tin & Sons <b>") -> FilingSchedules:
    return FilingSchedules("a.xml", "4", date(2024, 3, 15), issuer=Person(name), owners=(Person("ROE JAN"),), awards=awards)


def test_a_picture_is_well_formed_and_escaped() -> None:
    text = as_svg([filing(*AWARDS.values())], date(2026, 1, 1))
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert len([one for one in root.iter(f"{SVG}g") if one.get("class") == "award"]) == len(AWARDS)
    assert "Wickford Tin & Sons <b>" in "".join(root.itertext())
    assert "No chart: not-understood." in "".join(root.itertext())
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_a_png_is_one() -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed: the extra `plot` brings it")
    data = as_png(as_svg([filing(AWARDS["cliff"])]), 1)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (760, 382)


def test_a_picture_of_nothing_is_refused() -> None:
    with pytest.raises(VestcalcError, match="no award to draw"):
        as_svg([filing()])


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a package missing."""

    def call(package: str) -> None:
        monkeypatch.setitem(sys.modules, package, None)

    return call


@pytest.mark.parametrize(
    ("package", "name", "use"),
    [
        ("jinja2", "page", lambda: as_html([filing(AWARDS["cliff"])], date(2026, 1, 1))),
        ("resvg_py", "plot", lambda: as_png(as_svg([filing(AWARDS["cliff"])]))),
    ],
)
def test_a_missing_extra_says_what_installs_it(without: Callable[[str], None], package: str, name: str, use: Callable[[], object]) -> None:
    without(package)
    with pytest.raises(VestcalcError, match=rf'pip install "vestcalc\[{name}\]"'):
        use()


@given(st.text(max_size=80))
def test_pieces_of_a_note_are_the_note(text: str) -> None:
    one = award("The option vests on May 1, 2025. " + text)
    shown = "".join(piece.text for piece in pieces(one, *one.notes[0]))
    assert shown.replace("\n", "").isprintable()
    assert "".join(shown.split()) == "".join("".join(visible(char) for char in one.notes[0][1]).split())


def test_the_page_holds_no_markup_of_a_filing_and_asks_for_nothing() -> None:
    pytest.importorskip("jinja2", reason="jinja2 is not installed: the extra `page` brings it")
    evil = "</script><script>alert(1)</script>"
    one = award(f"Half vests on May 1, 2025 {evil}.", security=evil)
    text = as_html([filing(one, AWARDS["cliff"], name=evil)], date(2026, 1, 1), Decimal("4.00"))
    assert "alert(1)</script>" not in text
    assert len(re.findall("<script", text)) == 2
    assert "default-src &#39;none&#39;" in text
    assert not re.search(r"(?:src|href)=\"(?!#|data:,)", text)
    assert not re.search(r"https?://", text)
