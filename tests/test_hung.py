"""Which notes a row's terms are read from: not those on what else is held, those pointed at, the remarks. Figures worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

import vestcalc
from vestcalc.answers import AwardSchedule
from vestcalc.filings.model import CellName, Filing, Person, Row

GRANT = date(2019, 6, 3)


def row(number: int = 1, security: str = "Stock Option", code: str | None = "A", **hung: str) -> Row:
    """A row of Table II over 800 units, granted 3 June 2019 where it is a grant; `hung`: cell="1 2"."""
    cells: dict[CellName, tuple[str, ...]] = {cell: tuple(ids.split()) for cell, ids in hung.items()}  # type: ignore[misc]
    notes = tuple(dict.fromkeys(note for ids in cells.values() for note in ids))
    day = GRANT if code else None
    number_of = {"amount": Decimal(800), "acquired": "A"} if code else {"underlying_amount": Decimal(800)}
    return Row("II", number, security, holding=code is None, code=code, transaction_date=day, notes=notes, cell_notes=cells, **number_of)  # type: ignore[arg-type]


def awards(*rows: Row, remarks: str | None = None, **notes: str) -> tuple[AwardSchedule, ...]:
    """The awards of a filing with these rows and notes ("n1")."""
    filed = {name[1:]: text for name, text in notes.items()}
    form = Filing("x.xml", "4", date(2019, 6, 5), issuer=Person("Wickford Tin, Inc."), rows=rows, notes=filed, remarks=remarks)
    return vestcalc.schedule_filing(form).awards


def days(award: AwardSchedule) -> list[tuple[str, int]]:
    return [(vest.date.isoformat(), int(vest.shares or 0)) for vest in award.vests]


HALVES = "The units vest in two equal annual installments beginning on June 3, 2020."
HELD = "Includes 300 restricted shares that vest on May 1, 2021."
OWN = [("2020-06-03", 400), ("2021-06-03", 400)]


@pytest.mark.parametrize(
    "held",
    [HELD, "Total includes 300 units, which vest on May 1, 2021.", "The number also consists of 300 units that vest on May 1, 2021."],
)
def test_what_is_held_after_the_grant_is_no_part_of_it(held: str) -> None:
    (award,) = awards(row(amount="1", following="2"), n1=HALVES, n2=held)
    assert (award.status, award.shares, days(award)) == ("complete", 800, OWN)
    assert award.footnotes == ("1", "2")


@pytest.mark.parametrize("words", ["One-third of the option.", "As to 25% each year.", "Ratably.", "See footnote 7.", "Various dates."])
def test_what_hangs_on_the_date_exercisable_may_be_of_it(words: str) -> None:
    (award,) = awards(replace(row(exercisable="1"), exercisable=date(2020, 6, 3)), n1=words)
    assert (award.status, [gap.reason.value for gap in award.gaps]) == ("not-understood", ["no-clause"])


@pytest.mark.parametrize("words", ["Granted under the 2015 Plan.", "Not applicable.", "Subject to continued employment."])
def test_all_vests_on_the_date_exercisable_whatever_else_is_said(words: str) -> None:
    for cell in ("exercisable", "amount"):
        (award,) = awards(replace(row(**{cell: "1"}), exercisable=date(2020, 6, 3)), n1=words)
        assert (award.status, days(award)) == ("complete", [("2020-06-03", 800)])


@pytest.mark.parametrize("words", ["In three annual parts.", "The first tranche is 25%."])
def test_a_note_on_another_cell_may_be_of_the_date_exercisable(words: str) -> None:
    (award,) = awards(replace(row(security="Stock Option", amount="1"), exercisable=date(2020, 6, 3)), n1=words)
    assert award.status == "not-understood"


def test_a_note_on_another_cell_too_is_of_the_award() -> None:
    (award,) = awards(row(amount="1", date="2", following="2"), n1=HALVES, n2=HELD)
    assert award.status == "not-understood"


def test_where_the_row_grants_no_award_the_terms_of_what_is_held_are_read() -> None:
    (award,) = awards(row(security="Common Stock", amount="1", following="2"), n1="Bought under the savings plan.", n2=HELD)
    assert (award.status, award.shares, days(award)) == ("complete", 300, [("2021-05-01", 300)])


def test_the_date_of_the_row_is_not_the_grant_date_of_what_is_held() -> None:
    words = "Includes 300 units that vest on the first anniversary of the grant date."
    (award,) = awards(row(security="Common Stock", amount="1", following="2"), n1="Bought at a discount.", n2=words)
    assert (award.status, [gap.reason.value for gap in award.gaps]) == ("incomplete", ["missing-anchor"])


def test_of_an_award_whose_own_notes_are_silent_the_terms_are_not_those_of_what_is_held() -> None:
    (award,) = awards(row(amount="1", following="2"), n1="Granted under the 2015 plan.", n2=HELD)
    assert (award.status, award.shares, [gap.reason.value for gap in award.gaps]) == ("incomplete", 800, ["which-award"])
    (award,) = awards(row(amount="1", following="2"), n1="Granted under the 2015 plan.", n2="Includes 800 units that vest on May 1, 2021.")
    assert (award.status, days(award)) == ("complete", [("2021-05-01", 800)])


@pytest.mark.parametrize(
    "words",
    [
        "Of these shares, 3,000 are unvested units that vest on May 1, 2022.",
        "3,000 of these shares are subject to vesting on May 1, 2022.",
        "Represents 5,000 shares and 7,000 unvested units.",
    ],
)
def test_what_else_is_held_is_told_in_other_words_too(words: str) -> None:
    (award,) = awards(row(amount="1", following="2"), n1=QUARTERS, n2=words)
    assert (award.status, award.shares, days(award)) == ("complete", 800, IN_QUARTERS)


@pytest.mark.parametrize("words", ["N/A", "None.", "1-for-1", "1 for 1", "1:1", "Convertible on a one-for-one basis"])
def test_a_note_that_says_nothing_stands_beside_the_terms(words: str) -> None:
    (award,) = awards(row(amount="1", expires="2"), n1=QUARTERS, n2=words)
    assert (award.status, days(award)) == ("complete", IN_QUARTERS)


@pytest.mark.parametrize("words", ["1-for-2", "1 for 1 until May 3, 2021", "None of the shares."])
def test_a_note_that_says_more_than_nothing_is_a_gap(words: str) -> None:
    (award,) = awards(row(amount="1", expires="2"), n1=QUARTERS, n2=words)
    assert (award.status, days(award)) == ("not-understood", [])


def test_a_schedule_hung_on_what_is_owned_is_not_thought_to_be_of_something_else() -> None:
    (award,) = awards(
        row(amount="1", following="2"), n1="25% of the option vests on June 3, 2020.", n2="The other 75% vests on June 3, 2021."
    )
    assert days(award) == [("2020-06-03", 200), ("2021-06-03", 600)]


def test_the_first_date_is_the_date_exercisable() -> None:
    """Four times 200 units, from 10 February 2021."""
    option = row(exercisable="1")
    option.exercisable = date(2021, 2, 10)
    (award,) = awards(option, n1="The option becomes exercisable in four equal annual installments beginning on the date indicated.")
    assert days(award) == [("2021-02-10", 200), ("2022-02-10", 200), ("2023-02-10", 200), ("2024-02-10", 200)]
    (award,) = awards(
        row(exercisable="1"), n1="The option becomes exercisable in four equal annual installments beginning on the date shown."
    )
    assert (award.status, [gap.reason.value for gap in award.gaps]) == ("incomplete", ["missing-anchor"])


@pytest.mark.parametrize(
    "words",
    [
        "beginning on the date set forth in this column",
        "beginning on the date shown in column 6 above",
        'commencing on the date shown under "Date Exercisable"',
        "the first of which vested on the date listed in the Date Exercisable column",
        "beginning with the date indicated in the column titled Date Exercisable",
        "beginning on the exercisable date shown",
    ],
)
def test_the_column_of_the_date_exercisable_is_pointed_at(words: str) -> None:
    """Four times 200 units, from 10 February 2021."""
    option = row(exercisable="1")
    option.exercisable = date(2021, 2, 10)
    (award,) = awards(option, n1=f"The option vests in four equal annual installments, {words}.")
    assert days(award) == [("2021-02-10", 200), ("2022-02-10", 200), ("2023-02-10", 200), ("2024-02-10", 200)]


QUARTERS = "The option vests in four equal installments on each of the first four anniversaries of the grant date."
IN_QUARTERS = [("2020-06-03", 200), ("2021-06-03", 200), ("2022-06-03", 200), ("2023-06-03", 200)]


@pytest.mark.parametrize(
    "words",
    [
        "The option vests on the same schedule described in footnote (2).",
        "Vests on the same terms as the option described in note 2.",
        "Same vesting schedule as in note 2.",
        "See footnote 2 for a description of the vesting terms.",
        "The option vests in accordance with the vesting schedule set forth in footnote (2) above.",
        "See footnote (2).",
        "See footnote (2). The same vesting schedule applies to this option.",
    ],
)
def test_terms_told_in_another_note(words: str) -> None:
    (_, award) = awards(row(exercisable="2"), row(2, exercisable="1"), n1=words, n2=QUARTERS)
    assert (award.status, days(award)) == ("complete", IN_QUARTERS)
    assert award.footnotes == ("1", "2")
    assert {rule.rule.place.note for rule in award.rules} == {"2"}


def test_the_other_grant_date_and_size_stay_with_the_other_award() -> None:
    other = "This option was granted on March 4, 2011 and vests in two equal installments on the first two anniversaries of the grant date."
    own = "This option was granted on April 2, 2012 and vests on the same terms as the option described in footnote 1."
    (_, award) = awards(row(code=None, exercisable="1"), row(2, code=None, exercisable="2"), n1=other, n2=own)
    assert (award.status, award.granted, award.shares, days(award)) == (
        "complete",
        date(2012, 4, 2),
        800,
        [("2013-04-02", 400), ("2014-04-02", 400)],
    )


@pytest.mark.parametrize(
    "other",
    [
        "This option was granted on March 4, 2011 and vests in two equal annual installments beginning on March 4, 2012.",
        "Of this option 500 shares vest on March 4, 2012 and 4,500 shares vest on March 4, 2013.",
        "The option vests when the board so decides.",
        "Granted under the 2015 plan.",
    ],
)
def test_terms_that_hold_for_the_other_award_alone_are_not_carried_over(other: str) -> None:
    own = "This option was granted on April 2, 2012 and vests on the same terms as the option described in footnote 1."
    (*_, award) = awards(row(code=None, exercisable="1"), row(2, code=None, exercisable="2"), n1=other, n2=own)
    assert (award.status, [gap.reason.value for gap in award.gaps]) == ("incomplete", ["terms-elsewhere"])
    assert award.footnotes == ("2",)


def test_a_pointer_beside_other_terms_may_change_them() -> None:
    (award,) = awards(
        row(exercisable="1"), n1=f"{QUARTERS} The option vests on the same schedule as the option described in footnote 2.", n2=HALVES
    )
    assert award.status == "not-understood"


def test_a_note_on_who_owns_it_points_at_no_terms() -> None:
    (award,) = awards(row(code=None, nature="1"), n1="See footnote 2.", n2=QUARTERS)
    assert award.status == "none"


REMARK = "The options vest in two equal annual installments beginning on June 3, 2020."


def test_terms_under_remarks_are_of_the_only_award_without_terms() -> None:
    (award,) = awards(row(), remarks=REMARK)
    assert (award.status, days(award), award.footnotes) == ("complete", OWN, ("Remarks",))
    assert [assumption.code for assumption in award.row_assumptions] == ["note-tied-by-content"]


def test_remarks_go_to_no_row_with_terms_of_its_own_and_to_none_of_several() -> None:
    (award,) = awards(row(exercisable="1"), remarks=REMARK, n1=QUARTERS)
    assert (days(award), award.footnotes) == (IN_QUARTERS, ("1",))
    form = Filing("x.xml", "4", date(2019, 6, 5), issuer=Person("Wickford Tin, Inc."), rows=(row(), row(2)), remarks=REMARK)
    answer = vestcalc.schedule_filing(form)
    assert [award.status for award in answer.awards] == ["none", "none"]
    assert any("remarks speak of vesting" in notice for notice in answer.notices)


def test_a_note_that_ends_in_see_remarks_points_at_them() -> None:
    (award,) = awards(row(amount="1", following="2"), remarks=REMARK, n1="Options granted by the committee. See Remarks.", n2=HELD)
    assert (award.status, award.shares, days(award), award.footnotes) == ("complete", 800, OWN, ("1", "2", "Remarks"))


def test_remarks_on_other_things_change_nothing() -> None:
    (award,) = awards(row(), remarks="Exhibit 24: power of attorney.")
    assert (award.status, award.footnotes) == ("none", ())
