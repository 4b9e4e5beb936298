"""How pages and rows are written: nothing raw for a terminal, nothing a spreadsheet runs, nothing lost on the way."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.filings.model import Person
from vestcalc.gaps import Gap, GapReason
from vestcalc.report.csv_ import as_csv, as_tsv, harmless
from vestcalc.report.explain_page import explain_page
from vestcalc.report.flat import HEADER, vest_rows
from vestcalc.report.json_ import as_json
from vestcalc.report.marked import Mark, columns, marked_lines
from vestcalc.report.page import Heading, Lines, Listing, Table, as_markdown, as_text, visible
from vestcalc.report.schedule_page import schedule_page
from vestcalc.report.schema import Document
from vestcalc.report.vested_page import positions_page
from vestcalc.report.view import View
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import BoundRule, Check, PendingPart, Schedule, Vest
from vestcalc.span import Place, Span
from vestcalc.terms.models import Amount, Dated, OnDate, Pending, Terms

NOTE = "Half vests on May 1, 2021, half on an initial public offering."
RULES = (
    Dated(Amount(portion=Fraction(1, 2)), OnDate(date(2021, 5, 1)), Place("1", Span(0, 25), NOTE[:25])),
    Pending(Amount(portion=Fraction(1, 2)), "initial public offering", "liquidity", Place("1", Span(27, 61), NOTE[27:61])),
)
PARTIAL = AwardSchedule(
    table="II",
    row=3,
    security="=Option",
    kind="option",
    facts=Facts(amount=Fraction(100), dated=date(2020, 5, 1), expires=date(2030, 5, 1), kind="option"),
    schedule=Schedule(
        status="partial",
        whole=Fraction(100),
        granted=date(2020, 5, 1),
        vests=(Vest(date(2021, 5, 1), Fraction(1, 2), Fraction(50), Fraction(50), Fraction(0), False, 1),),
        pending=(PendingPart("initial public offering", "liquidity", Fraction(1, 2), Fraction(50), 2),),
        rules=tuple(BoundRule(rule) for rule in RULES),
        assumptions=(),
        checks=(Check("row-amount", False, "the words say 90, the row 100"),),
        gaps=(),
    ),
    terms=Terms(rules=RULES, speaks=True),
    notes=(("1", NOTE),),
    exercise_price="2.50",
)
SILENT = replace(
    PARTIAL,
    row=4,
    schedule=Schedule(
        "not-understood", None, None, (), (), (), (), (), (Gap(GapReason.NO_CLAUSE, "no rule for this", NOTE[:4], "1", Span(0, 4)),)
    ),
    terms=Terms(),
)
FILING = FilingSchedules(
    "a.xml", "4", date(2020, 5, 4), issuer=Person("Wickford Tin, Inc."), owners=(Person("ROE JAN"),), awards=(PARTIAL, SILENT)
)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "\n=1"])
def test_a_formula_is_made_harmless(cell: str) -> None:
    assert harmless(cell).startswith("'")
    assert "\n" not in harmless(cell)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), min_size=2, max_size=2), max_size=5))
def test_csv_reads_back_and_no_cell_is_a_formula(rows: list[list[str]]) -> None:
    text = "".join(as_csv(["a", "b"], rows))
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert len(back) == len(rows) + 1
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in back for cell in row)
    assert all(line.count("\t") == 1 for line in "".join(as_tsv(["a", "b"], rows)).split("\n")[:-1])


def test_rows_of_an_award_with_a_pending_part_and_of_one_without_dates() -> None:
    dated, pending, silent = (dict(zip(HEADER, row, strict=True)) for row in vest_rows(FILING, View()))
    assert (dated["vest_date"], dated["shares"], dated["vested"], dated["unvested"], dated["pending"]) == (
        "2021-05-01",
        "50",
        "50",
        "0",
        "50",
    )
    assert (pending["vest_date"], pending["shares"], pending["portion"], pending["pending"], pending["rule"]) == (
        "",
        "50",
        "1/2",
        "50",
        "2",
    )
    assert (silent["vest_date"], silent["shares"], silent["status"], silent["flags"]) == ("", "", "not-understood", "no-clause")
    assert dated["flags"] == "row-amount"
    assert dated["owner"] == "ROE JAN"


def test_a_window_hides_neither_what_is_pending_nor_what_was_not_understood() -> None:
    rows = [dict(zip(HEADER, row, strict=True)) for row in vest_rows(FILING, View(first=date(2025, 1, 1)))]
    assert [(row["vest_date"], row["status"]) for row in rows] == [("", "partial"), ("", "not-understood")]
    assert "Nothing vests from 2025-01-01." in "".join(as_text(schedule_page([FILING], View(first=date(2025, 1, 1)))))


def test_schedule_page() -> None:
    text = "".join(as_text(schedule_page([replace(FILING, notices=("one line repaired",))], View())))
    for line in (
        "Wickford Tin, Inc., ROE JAN, Form 4, period 2020-05-04 (a.xml)",
        "one line repaired",
        "Table II row 3: =Option: partial",
        "granted 2020-05-01, 100 shares, exercise price 2.50, expires 2030-05-01",
        "50 shares (1/2) upon initial public offering [2]",
        "FAILED  row-amount: the words say 90, the row 100",
        'no-clause: no rule for this (note 1: "Half")',
    ):
        assert line in text


def test_positions_leave_out_of_the_totals_what_has_no_figures() -> None:
    text = "".join(as_text(positions_page([FILING], date(2022, 1, 1), Decimal("4.00"))))
    assert "1 award has no figures" in text
    words = [line.split() for line in text.splitlines()]
    assert ["100", "50", "0", "50", "50"] in words
    assert ["II.3", "50%", "3042", "125.00", "4.00", "75.00"] in words  # from 2022-01-01 to 2030-05-01: 3,042 days
    assert "At 4.00: 50 exercisable shares in the money, by 75.00; 0 out of the money." in text


def test_explain_page_shows_rules_and_gaps() -> None:
    text = "".join(as_text(explain_page([FILING], 80)))
    lines = text.splitlines()
    place = lines.index(f"  {NOTE}")
    assert lines[place + 1] == "  [1]" + "~" * 22 + "  [2]" + "~" * 31
    assert "[2] 1/2 of the award vests upon initial public offering." in text
    again = lines.index(f"  {NOTE}", place + 1)
    assert lines[again + 1] == "  ^^^^"


def test_json_of_every_kind_of_award_fits_the_schema() -> None:
    text = "".join(as_json([FILING.to_dict(), replace(FILING, awards=()).to_dict()]))
    assert len(Document.model_validate_json(text).filings) == 2
    assert json.loads("".join(as_json([]))) == {"schema": 1, "filings": []}


@given(st.text(max_size=60))
def test_nothing_raw_reaches_a_terminal(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert len(shown) >= len(text)


def test_markdown_escapes_what_would_be_markup() -> None:
    blocks = [
        Heading("a *b*", 2),
        Lines(["<script>|"]),
        Listing("T", ["`x`"]),
        Table(["h"], [["a|b\n"]], "l"),
        Lines(["```"], verbatim=True),
    ]
    text = "".join(as_markdown(blocks))
    assert "## a \\*b\\*" in text
    assert "\\<script\\>\\|" in text
    assert "a\\|b" in text
    assert "````\n```\n````" in text


@given(st.text(max_size=120), st.integers(20, 60))
def test_marked_lines_lose_no_character_and_fit(note: str, width: int) -> None:
    lines = list(marked_lines(note, [], width))
    assert "".join(visible(char) for char in note).replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(line.isprintable() for line in lines)
    assert all(columns(line) <= max(width, 10) for line in lines)


def test_marks_stand_under_their_words_across_lines() -> None:
    note = "one two three four five six seven eight nine ten"
    lines = list(marked_lines(note, [Mark(Span(8, 23), "~", "[1]"), Mark(Span(14, 18), "^")], 20))
    assert lines[0] == "one two three four"
    assert lines[1] == "        [1]~~~^^^^"
    assert lines[2].startswith("five six seven")
    assert lines[3] == "~~~~"


def test_marks_under_wide_and_spelled_characters() -> None:
    text, under = marked_lines("日本\x1bx vest", [Mark(Span(5, 9), "^")], 40)
    assert text == "日本\\x1bx vest"
    assert columns(under) - 4 == columns(text[: text.index("vest")])


def test_a_view_without_bounds_keeps_all() -> None:
    assert View().vests(PARTIAL) is PARTIAL.vests
    vests = [Vest(date(2020, month, 1), Fraction(1, 12), None, None, None, False, 1) for month in range(1, 13)]
    assert all(one.date < two.date for one, two in pairwise(vests))
    assert not View().sums_up(vests)
    assert View().sums_up([*vests, vests[-1]])
    assert not View(every=True).sums_up([*vests, vests[-1]])
