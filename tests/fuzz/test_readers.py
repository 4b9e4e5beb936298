"""Hypothesis over each reader and over the language: an answer or one line, every row once, spans in the note, nothing unlike itself."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz import strategies as made
from tests.fuzz.damaged_files import broken
from vestcalc import VestcalcError, schedule_file, schedule_text
from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.filings.datasets import TABLES, Layout, filing_of


def sound(award: AwardSchedule) -> None:
    """What holds of every award, whatever was read."""
    notes = dict(award.notes)
    for gap in award.gaps:
        if gap.span is not None and gap.note in notes:
            assert 0 <= gap.span.start <= gap.span.stop <= len(notes[gap.note])
    for bound in award.rules:
        place = bound.rule.place
        if place.note in notes:
            assert 0 <= place.span.start <= place.span.stop <= len(notes[place.note])
    if award.status == "not-understood":
        assert len(award.vests) == 0
        assert award.gaps
    if award.status == "complete":
        assert not award.gaps
        assert sum(vest.portion for vest in award.vests) == 1
        if award.shares is not None:
            assert sum(vest.shares or 0 for vest in award.vests) == award.shares
    dates = [vest.date for vest in award.vests]
    assert dates == sorted(dates)


def answered(data: bytes) -> FilingSchedules | None:
    """The answers, checked; None where the document is refused in one line."""
    told = ""
    try:
        found = schedule_file(data)
        found.to_dict()
    except VestcalcError as error:
        told = str(error)
    if told:
        assert "\n" not in told
        return None
    for award in found.awards:
        sound(award)
    places = [(one.table, one.row) for one in (*found.awards, *found.other_rows)]
    assert len(places) == len(set(places))
    return found


@pytest.mark.parametrize("form", made.DOCUMENTS)
@given(data=st.data())
def test_each_reader(form: str, data: st.DataObject) -> None:
    text = data.draw(made.DOCUMENTS[form])
    answered(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("form", made.DOCUMENTS)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_each_reader_on_damaged_documents(form: str, data: st.DataObject, seed: int) -> None:
    document = data.draw(made.DOCUMENTS[form]).encode("utf-8", "surrogatepass")
    for damage in broken(document, random.Random(seed)):
        answered(damage.data)


@given(document=made.ownership)
def test_every_row_of_the_xml_stands_once(document: str) -> None:
    found = answered(document.encode())
    if found is not None:
        count = sum(document.count(f"<{kind}{what}>") for kind in ("nonDerivative", "derivative") for what in ("Transaction", "Holding"))
        assert len(found.awards) + len(found.other_rows) == count


@given(text=made.notes, shares=st.one_of(st.none(), st.integers(1, 10**18)), granted=st.one_of(st.none(), st.dates()))
def test_the_language(text: str, shares: int | None, granted: object) -> None:
    award = schedule_text(text, shares=shares, granted=granted)  # type: ignore[arg-type]
    sound(award)
    award.to_dict()
    award.as_of("2024-06-30", price="1.25")


@given(data=st.data())
def test_the_tables_of_a_data_set(data: st.DataObject) -> None:
    known = "ACCESSION_NUMBER SECURITY_TITLE TRANS_CODE TRANS_CODE_FN EXCERCISE_DATE FOOTNOTE_ID FOOTNOTE_TXT TRANS_DATE TRANS_SHARES X_FN"
    column = st.one_of(st.sampled_from(known.split()), st.text(max_size=6))
    layouts = {table: Layout(table, data.draw(st.lists(column, max_size=8))) for table in TABLES}
    value = st.one_of(made.amounts, made.days, made.notes, st.sampled_from(["A", "F1", "F1, F2", "F,1"]))
    records = {table: data.draw(st.lists(st.lists(value, max_size=9), max_size=3)) for table in TABLES}
    from vestcalc.calculate import schedule_filing

    found = schedule_filing(filing_of("0001234567-23-000001", records, layouts, "x"))
    rows = sum(len(records[table]) for table in TABLES if "TRANS" in table or "HOLDING" in table)
    assert len(found.awards) + len(found.other_rows) == rows
    for award in found.awards:
        sound(award)


@pytest.mark.parametrize("text", ["25% vest on Mar 11111111111111111, 2020.", '0"<1%VEST', "The option vests on March 15, 2024 The24 100%"])
def test_what_the_fuzzers_found(text: str) -> None:
    sound(schedule_text(text, shares=100))
