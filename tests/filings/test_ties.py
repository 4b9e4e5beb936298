"""Notes whose marks a print lost: tied only where one row alone can be meant."""

from datetime import date
from decimal import Decimal

from vestcalc.filings.model import Row
from vestcalc.filings.ocr.ties import doubtful_digits, tie_lost, with_codes

VESTS = "The award vests in four equal annual installments."
TAX = "Shares withheld for taxes on the vesting of restricted stock."


def award(number: int = 1, security: str = "Stock Option", amount: int = 60000, **more: object) -> Row:
    facts: dict[str, object] = {
        "code": "A", "acquired": "A", "amount": Decimal(amount), "price": "0", "transaction_date": date(2012, 4, 2), **more,
    }  # fmt: skip
    return Row("II", number, security, **facts)  # type: ignore[arg-type]


def tied(rows: list[Row], notes: dict[str, str]) -> tuple[list[tuple[str, ...]], list[str]]:
    notices: list[str] = []
    return [r.notes for r in tie_lost(rows, notes, notices)], notices


def test_the_only_note_on_vesting_goes_to_the_only_award() -> None:
    assert tied([award()], {"1": VESTS}) == ([("1",)], [])


def test_two_awards_and_nothing_that_tells_them_apart() -> None:
    notes, notices = tied([award(1), award(2)], {"1": VESTS})
    assert notes == [(), ()]
    assert notices == ["note 1 speaks of vesting, but no row carries its mark and several could"]


def test_number_kind_and_date_tell_awards_apart() -> None:
    rows = [award(1, amount=5000), award(2, "Restricted Stock Units", amount=5500)]
    assert tied(rows, {"1": "The 5,000 units vest in one year."})[0] == [("1",), ()]
    assert tied(rows, {"1": "The option vests in one year."})[0] == [("1",), ()]
    assert tied(rows, {"1": "These RSUs vest in one year."})[0] == [(), ("1",)]
    rows = [award(1), award(2, transaction_date=date(2012, 4, 3))]
    assert tied(rows, {"1": "One quarter of the award of April 3, 2012 vests each year."})[0] == [(), ("1",)]


def test_an_award_that_has_terms_takes_no_second_note() -> None:
    notes, notices = tied([award(notes=("1",), cell_notes={"amount": ("1",)})], {"1": VESTS, "2": "The rest vests never."})
    assert notes == [("1",)]
    assert notices == ["note 2 speaks of vesting, but no row carries its mark"]


def test_tax_notes_go_to_withheld_shares_and_never_to_an_award() -> None:
    withheld = Row("I", 1, "Common Stock", code="F", acquired="D", amount=Decimal(7))
    assert tied([withheld, award()], {"1": TAX})[0] == [("1",), ()]
    assert tied([award()], {"1": TAX}) == ([()], [])


def test_settlement_upon_vesting_is_no_award() -> None:
    assert tied([award()], {"1": "Shares issued upon vesting of units."}) == ([()], [])


def test_a_row_disposed_of_or_sold_takes_no_terms() -> None:
    assert tied([award(code="S", acquired="D")], {"1": VESTS})[0] == [()]


def test_a_missing_code_becomes_an_award_only_for_nothing_and_with_terms() -> None:
    bare = award(code=None, notes=("1",))
    assert with_codes([bare], {"1": VESTS})[0].code == "A"
    assert with_codes([bare], {"1": "See the plan."})[0].code is None
    assert with_codes([award(code=None, notes=("1",), price="3.10")], {"1": VESTS})[0].code is None
    assert with_codes([award(code=None, notes=("1",), acquired="D")], {"1": VESTS})[0].code is None
    assert with_codes([award(code=None, notes=("1",), holding=True)], {"1": VESTS})[0].code is None


def test_a_last_digit_that_may_be_the_missing_mark_is_told() -> None:
    (row,) = tie_lost([award(amount=191)], {"1": VESTS}, [])
    assert doubtful_digits([row], {"1": VESTS}) == [
        "table II row 1: the last digit of 191 may be the mark of a note; check it against the print"
    ]
    (row,) = tie_lost([award(amount=192)], {"1": VESTS}, [])
    assert doubtful_digits([row], {"1": VESTS}) == []


def test_a_day_in_the_words_is_no_number_of_units() -> None:
    rows = [award(1, amount=200), award(2, amount=2015)]
    assert tied(rows, {"1": "The 200 units vest on November 2, 2015."})[0] == [("1",), ()]
    assert tied(rows, {"1": "The award vests on November 2, 2015."})[0] == [(), ()]


def test_a_note_that_found_its_row_leaves_the_other_row_to_the_other_note() -> None:
    """Note 1 could be of either row until note 2, by its kind, has taken the option, whose title is not legible."""
    rows = [award(1, "Common Stock"), award(2, "Stock Qption", exercise_price="21.37", expires=date(2028, 5, 13))]
    notes, notices = tied(rows, {"1": "The shares vest quarterly.", "2": "25% of the option vests in one year."})
    assert notes == [("1",), ("2",)]
    assert notices == []


def test_a_note_on_units_never_goes_to_an_option() -> None:
    notes, notices = tied([award(1, "Stock Option")], {"1": "The restricted stock units vest quarterly."})
    assert notes == [()]
    assert notices == ["note 1 speaks of vesting, but no row carries its mark"]
