"""Numbers of notes under "Explanation of Responses", in every way they are written."""

import pytest

from vestcalc.filings.ocr.numbered import read_notes

FIRST = "The option vests in 2 parts."
SECOND = "Shares withheld for tax."


@pytest.mark.parametrize(
    ("one", "two"),
    [("1. ", "2. "), ("(1) ", "(2) "), ("1) ", "2) "), ("- 1. ", "- 2. "), ("[1] ", "[2] "), ("1.", "2."), ("1 . ", "2 . "), ("F1 ", "F2 "),
     ("1 ", "2 "), ("* (1) ", "* (2) "), ("1. ", "2, "), ("I. ", "2. "), ("1: ", "2: ")],
)  # fmt: skip
def test_ways_of_numbering(one: str, two: str) -> None:
    notes, strays, notices = read_notes([one + FIRST, two + SECOND], set())
    assert notes == {"1": FIRST, "2": SECOND}
    assert (strays, notices) == ([], [])


def test_an_enumeration_inside_a_note_does_not_begin_one() -> None:
    lines = ["1. The award vests as follows:", "(1) one half on May 1, 2020; and", "(2) one half on May 1, 2021.", "2. Direct."]
    notes, _, _ = read_notes(lines, set())
    assert notes == {"1": "The award vests as follows: (1) one half on May 1, 2020; and (2) one half on May 1, 2021.", "2": "Direct."}


def test_a_line_that_begins_with_a_number_is_no_note() -> None:
    notes, _, _ = read_notes(["1. Vests in", "36 equal monthly installments beginning June 1, 2020.", "2. Direct."], set())
    assert notes == {"1": "Vests in 36 equal monthly installments beginning June 1, 2020.", "2": "Direct."}


def test_a_value_alone_between_paragraphs_is_a_stray_but_the_end_of_a_sentence_is_not() -> None:
    notes, strays, _ = read_notes(["1. Vests on", "", "03/15/2014", "", "in full.", "", "200,000", "", "2. Direct."], set())
    assert notes == {"1": "Vests on 03/15/2014 in full.", "2": "Direct."}
    assert strays == ["200,000"]


def test_notes_run_together_in_one_paragraph_are_cut_where_a_row_carries_the_mark() -> None:
    line = "1. The option vests on May 1, 2020. 2. Shares withheld for tax. 3. Direct."
    assert read_notes([line], {"1", "2", "3"})[0] == {
        "1": "The option vests on May 1, 2020.",
        "2": "Shares withheld for tax.",
        "3": "Direct.",
    }
    assert read_notes([line], {"1"})[0] == {"1": line[3:]}


def test_words_without_a_number() -> None:
    notes, _, notices = read_notes(["The option vests on May 1, 2020."], {"1"})
    assert notes == {"1": "The option vests on May 1, 2020."}
    assert "number is not legible" in notices[0]
    notes, _, notices = read_notes(["Held by the trust named here.", "1. The option vests on May 1, 2020."], {"1"})
    assert list(notes) == ["1"]
    assert "belong to no note" in notices[0]


def test_more_than_nine_notes_count_on() -> None:
    lines = [f"{n}. Sold at prices from ${n}.10 to ${n}.90." for n in range(1, 24)]
    notes, _, _ = read_notes(lines, set())
    assert list(notes) == [str(n) for n in range(1, 24)]
    assert notes["17"] == "Sold at prices from $17.10 to $17.90."
