"""A sentence that a filer cut in two notes is read as one: no part is lost, and every place points into its own note."""

import vestcalc
from tests.crossformat.as_xml import as_xml
from tests.crossformat.filings import MANY_NOTES
from vestcalc.reading import read
from vestcalc.reading.continued import runs

FIRST = "The option vests as to 1/4 of the shares on May 3, 2021,"
REST = "(continued from footnote 1) and as to 1/48 of the shares each month thereafter until fully vested."


def test_a_sentence_over_two_notes() -> None:
    (terms,) = read((("1", FIRST), ("2", REST))).candidates
    assert terms.gaps == ()
    assert [rule.place.note for rule in terms.rules] == ["1", "2"]
    for rule in terms.rules:
        text = {"1": FIRST, "2": REST}[rule.place.note]
        assert text[rule.place.span.start : rule.place.span.stop] == rule.place.quote
    assert "May 3, 2021" in terms.rules[0].place.quote
    assert "1/48" in terms.rules[1].place.quote


def test_words_not_understood_in_the_second_note_are_a_gap_there() -> None:
    (terms,) = read((("1", FIRST), ("2", "(continued from footnote 1) unless the moon is full."))).candidates
    assert terms.gaps
    for gap in terms.gaps:
        assert gap.note in ("1", "2")
        assert {"1": FIRST, "2": "(continued from footnote 1) unless the moon is full."}[gap.note][
            gap.span.start : gap.span.stop
        ] == gap.quote
    assert any("moon" in gap.quote or gap.note == "2" for gap in terms.gaps)


def test_only_notes_that_say_so_are_run_together() -> None:
    notes = (
        ("1", "A"),
        ("2", "(Continued from footnote 1) B"),
        ("3", "Continued service is required"),
        ("4", "(continued in next note)"),
        ("5", "C"),
    )
    assert [[name for name, _ in run] for run in runs(notes)] == [["1", "2"], ["3"], ["4", "5"]]
    assert list(runs(())) == []


def test_nothing_of_a_cut_sentence_is_lost_in_a_filing() -> None:
    """8,400 units: one third, 2,800, and the rest in eight quarters of 700."""
    award = next(a for a in vestcalc.schedule_file(as_xml(MANY_NOTES).encode()).awards if (a.table, a.row) == ("II", 2))
    assert award.footnotes == ("2", "7", "8", "6")
    assert award.status == "complete"
    assert [vest.shares for vest in award.vests] == [2800] + [700] * 8
    assert [rule.rule.place.note for rule in award.rules] == ["7", "8"]


def test_words_that_say_a_note_goes_on_are_no_words_of_its_sentence() -> None:
    """12,000 units: a quarter on 1 May 2022, then 750 in each of twelve quarters."""
    cut = (("1", "One-quarter of the units vest on May 1, 2022, and the remaining units vest in twelve"),)
    for rest in ("[Continuation of Footnote 1] equal quarterly installments thereafter.", "equal quarterly installments thereafter."):
        (terms,) = read((*cut, ("2", rest))).candidates
        assert terms.gaps == ()
        assert [rule.place.note for rule in terms.rules] == ["1", "1"]
    (terms,) = read((*cut, ("2", "Equal rights attach to the units."))).candidates
    assert terms.gaps
