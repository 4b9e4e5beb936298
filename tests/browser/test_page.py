"""The page in a browser: the slider moves the engine's figures, the price its values, and words and rules light one another up."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.browser.conftest import Open
from tests.cli.conftest import Vestcalc, vestcalc
from vestcalc.exact import grouped

__all__ = ["vestcalc"]

EVIL = "<script>document.title = 'gone'</script><img src=x onerror=alert(1)></p></script>"
TERMS = (
    "50% of the option vests on the earlier of March 15, 2025 and the next annual meeting of stockholders, "
    "25% vests on March 15, 2026 and 25% vests upon an initial public offering."
)


@pytest.fixture
def example(vestcalc: Vestcalc, fixtures: Path, tmp_path: Path) -> Path:
    page = tmp_path / "page.html"
    assert vestcalc("schedule", fixtures / "filings" / "example-form4.xml", "-o", page, "--as-of", "2025-06-30").status == 0
    return page


def expected(vestcalc: Vestcalc, file: Path, day: str, *more: str) -> list[dict[str, object]]:
    """The positions `vestcalc vested` gives on that day."""
    filings = json.loads(vestcalc("vested", file, "--as-of", day, "-f", "json", *more).out)["filings"]
    return [award["position"] for filing in filings for award in filing["awards"]]


DAYS = ["2023-03-14", "2023-03-15", "2024-03-14", "2024-03-15", "2025-06-30", "2027-03-14", "2027-03-15", "2033-03-15", "2033-03-16"]


def test_the_slider_shows_what_vested_says(opened: Open, example: Path, vestcalc: Vestcalc, fixtures: Path) -> None:
    file = fixtures / "filings" / "example-form4.xml"
    one = opened(example)
    for day in DAYS:
        one.move_to(day)
        assert one.page.inner_text("label [data-day]") == day
        for award, position in zip(("a1", "a2"), expected(vestcalc, file, day), strict=True):
            for name in ("vested", "unvested", "pending"):
                assert one.figure(name, award) == grouped(position[name])  # type: ignore[arg-type]
            following = position["next_vest"]
            told = f"{grouped(following['shares'])} on {following['date']}" if isinstance(following, dict) else "none"
            assert one.figure("next", award) == told
        assert one.figure("exercisable", "a2") == grouped(position["exercisable"])  # type: ignore[arg-type]
        assert one.figure("cost", "a2").replace(",", "") == position["exercise_cost"]
        assert one.page.is_visible('[data-expired="a2"]') is position["expired"]


def test_by_hand(opened: Open, example: Path) -> None:
    """48,000 shares: a quarter on 2024-03-15, then 1,000 a month; on 2025-06-30 that is 12,000 + 15,000, at 12.40 each."""
    one = opened(example)
    assert (one.figure("vested", "a2"), one.figure("unvested", "a2")) == ("27,000", "21,000")
    assert one.figure("cost", "a2") == "334,800.00"
    one.page.fill("#price", "20")
    assert one.figure("value", "a2") == "205,200.00"  # 27,000 times 7.60
    assert one.figure("value", "a1") == "120,000.00"  # 6,000 units
    one.move_to("2024-03-15")
    assert (one.figure("vested", "a1"), one.figure("vested", "a2"), one.figure("value", "a2")) == ("3,000", "12,000", "91,200.00")
    one.page.fill("#price", "12.40")
    assert one.figure("value", "a2") == "0.00"
    one.page.fill("#price", "")
    assert one.figure("value", "a2") == "–"


@pytest.mark.parametrize("price", ["20", "$1,012.405", "12.41", "0.01", ".5", "123456789.123456789"])
def test_values_are_those_of_the_engine(opened: Open, example: Path, vestcalc: Vestcalc, fixtures: Path, price: str) -> None:
    one = opened(example)
    one.page.fill("#price", price)
    position = expected(vestcalc, fixtures / "filings" / "example-form4.xml", "2025-06-30", "--price", price)[1]
    assert one.figure("value", "a2").replace(",", "") == position["in_the_money"]


def test_values_of_parts_of_shares(opened: Open, tmp_path: Path, vestcalc: Vestcalc) -> None:
    """A third of 1,000 options at 2.005 above the exercise price: 668.3333..., to the cent."""
    facts = ["--shares", "1000", "--granted", "2024-01-31", "--exercise-price", "1", "--rounding", "fractional"]
    page = tmp_path / "thirds.html"
    text = "The option vests in three equal annual installments."
    vestcalc("vested", "--text", text, *facts, "--as-of", "2025-02-01", "--price", "3.005", "-o", page)
    one = opened(page)
    assert one.figure("vested") == "333 1/3"
    assert one.figure("value") == "668.33"
    one.page.fill("#price", "1.015")  # 333 1/3 times 0.015 is 5 exactly
    assert one.figure("value") == "5.00"


@pytest.mark.parametrize("price", ["abc", "-1", "1e5", "1,2", "3 4", "٣", "9" * 41])
def test_a_price_that_is_none(opened: Open, example: Path, price: str) -> None:
    one = opened(example)
    one.page.fill("#price", price)
    assert one.page.get_attribute("#price", "aria-invalid") == "true"
    assert "no price" in one.page.inner_text("#price-hint")
    assert one.figure("value", "a2") == "–"


def test_every_day_is_reached_by_keys_and_the_date_box(opened: Open, example: Path) -> None:
    one = opened(example)
    one.page.focus("#range")
    one.page.keyboard.press("ArrowRight")
    assert one.page.inner_text("label [data-day]") == "2025-07-01"
    assert one.page.get_attribute("#range", "aria-valuetext") == "2025-07-01"
    one.page.click("#on")
    assert one.page.inner_text("label [data-day]") == "2025-07-15"
    assert one.figure("vested", "a2") == "28,000"
    one.page.click("#back")
    assert one.page.inner_text("label [data-day]") == "2025-06-15"
    one.page.fill("#day", "2026-03-15")
    one.page.press("#day", "Tab")
    assert one.figure("vested", "a1") == "9,000"
    assert one.page.inner_text("#told").startswith("As of 2026-03-15")


def test_the_line_of_the_day_stands_on_its_day(opened: Open, example: Path) -> None:
    one = opened(example)
    for day in ("2023-03-15", "2033-03-15"):
        one.move_to(day)
        line, mark = (
            one.page.locator(f"#a2 svg.wide {what}").bounding_box()["x"]
            for what in (".as-of line", f".{'granted' if day < '2030' else 'expires'}")
        )
        assert abs(line - mark) < 1.5


def test_words_and_rules_light_one_another(opened: Open, example: Path) -> None:
    one = opened(example)
    one.page.hover("#a2-rule-2")
    assert one.page.locator("#a2 a.words.lit").all_inner_texts()[0].startswith("[2]The remaining 75%")
    assert one.page.locator("#a1 .lit").count() == 0
    one.page.focus("#a2-words-1")
    assert one.page.locator("#a2 li.lit").get_attribute("id") == "a2-rule-1"
    one.page.keyboard.press("Enter")
    assert one.page.url.endswith("#a2-rule-1")


def test_a_note_with_markup_stays_text(opened: Open, tmp_path: Path, vestcalc: Vestcalc) -> None:
    page = tmp_path / "evil.html"
    vestcalc(
        "schedule",
        "--text",
        f"25% vests on May 1, 2025 {EVIL} and 75% on May 1, 2026.",
        "--security",
        EVIL,
        "-o",
        page,
        "--as-of",
        "2025-06-30",
    )
    one = opened(page)
    assert EVIL in re.sub(r"\s*not understood:\s*", "", one.page.inner_text(".note"))  # the word before each gap is for screen readers
    assert one.page.inner_text("article h3").startswith(EVIL)
    assert one.page.title() == "Vesting: --text"
    assert one.page.locator("article script, article img").count() == 0


def test_the_page_runs_no_script_but_its_own(opened: Open, example: Path) -> None:
    """The page's policy stops what a fault of the templates might let in."""
    page = example.with_name("stained.html")
    page.write_text(example.read_text("utf-8").replace("</main>", "<script>document.title = 'gone'</script></main>"), "utf-8")
    one = opened(page)
    assert one.page.title() == "Vesting: Larkfield Instruments, Inc. [LRKF]"
    assert len(one.complaints) == 1
    assert "Content Security Policy" in one.complaints.pop()


def test_pending_and_latest_parts_are_seen(opened: Open, tmp_path: Path, vestcalc: Vestcalc) -> None:
    page = tmp_path / "parts.html"
    facts = ["--shares", "1000", "--granted", "2024-03-15", "--exercise-price", "3", "--expires", "2034-03-15"]
    vestcalc("schedule", "--text", TERMS, *facts, "-o", page, "--as-of", "2025-01-01")
    one = opened(page)
    assert one.figure("vested") == "at least 0"
    assert one.figure("next") == "500 by 2025-03-15"
    assert one.figure("pending") == "250"
    assert one.page.locator("svg.wide rect.pending").count() == 2  # the band and its key
    assert one.page.locator("svg.wide path.mark").count() == 2
    assert "latest" in one.page.inner_text("table.vests tbody tr:first-child th")
    assert "250 shares (1/4) upon" in one.page.inner_text(".box.wait")
    one.move_to("2025-03-15")
    assert one.figure("vested") == "500"
    assert one.page.inner_text("table.vests tbody tr:first-child .when") == "vested"


def test_an_award_that_was_not_understood_has_no_figures(opened: Open, tmp_path: Path, vestcalc: Vestcalc) -> None:
    page = tmp_path / "gap.html"
    vestcalc(
        "schedule",
        "--text",
        "The option vests on May 1, 2025 unless the moon is full.",
        "--shares",
        "10",
        "-o",
        page,
        "--as-of",
        "2026-01-01",
    )
    one = opened(page)
    assert one.figure("vested") == "–"
    assert "unknown-words" in one.page.inner_text(".box.bad")
    assert "unless" in one.page.inner_text(".note .gap >> nth=0")
    assert one.page.locator("svg.chart").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_scrolling_sideways(opened: Open, example: Path, scheme: str) -> None:
    one = opened(example, width=390, scheme=scheme)
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert one.page.is_visible("svg.narrow >> nth=0")
    assert not one.page.is_visible("svg.wide >> nth=0")
    background = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 24, 29)")


def test_without_scripts_the_day_of_the_page_is_there(opened: Open, example: Path) -> None:
    one = opened(example, script=False)
    assert one.figure("vested", "a2") == "27,000"
    assert not one.page.is_visible("#range")


def test_print_opens_what_is_folded_and_hides_the_controls(opened: Open, example: Path) -> None:
    one = opened(example)
    one.page.emulate_media(media="print")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert one.page.is_visible("#a2 table.vests")
    assert not one.page.is_visible("#range")
    assert one.page.is_visible(".still")


def test_a_portfolio_sums_up(opened: Open, example: Path, vestcalc: Vestcalc, fixtures: Path, tmp_path: Path) -> None:
    page, files = tmp_path / "all.html", [fixtures / "filings" / name for name in ("example-form4.xml", "calder-form3.xml")]
    vestcalc("vested", *files, "--as-of", "2025-06-30", "-o", page)
    one = opened(page)
    day = date(2024, 3, 1)
    for _ in range(8):
        one.move_to(str(day))
        filings = json.loads(vestcalc("vested", *files, "--as-of", str(day), "-f", "json").out)["filings"]
        held = [award["position"]["vested"] for filing in filings for award in filing["awards"]]
        assert one.page.inner_text('[data-total="1"]') == grouped(sum(number or 0 for number in held))
        day += timedelta(days=211)
