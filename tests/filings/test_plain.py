"""A plain file of terms is read as terms; anything else is refused."""

from pathlib import Path

import pytest

from vestcalc.filings import NotAFiling, read


def test_terms_are_note_1_as_they_stand(fixtures: Path) -> None:
    data = (fixtures / "filings" / "terms-plain.txt").read_bytes()
    filing = read(data, "terms.txt")
    assert (filing.form, filing.rows, filing.owners) == (None, (), ())
    assert filing.notes == {"1": data.decode().strip()}


@pytest.mark.parametrize(
    "text",
    ["25% vests on May 1, 2020.", "Fully vested.", "The restrictions lapse in three years.", "Unvested units are forfeited.",
     "Becomes exercisable in four equal installments.", "VESTING: 4 years", "non-vested shares"],
)  # fmt: skip
def test_words_about_vesting(text: str) -> None:
    assert read(text.encode(), "x").notes == {"1": text}


@pytest.mark.parametrize(
    "text", ["Dear sir, the invoice is attached.", "name,price\nbolt,3\n", "investment advice", "harvest 2020", "a waistcoat, a vestibule"]
)
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(NotAFiling, match=r"^x\.txt: neither a Form 3, 4 or 5 nor words about vesting; ") as caught:
        read(text.encode(), "x.txt")
    assert "\n" not in str(caught.value)
