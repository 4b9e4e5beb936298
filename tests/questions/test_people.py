"""Who is who across filings."""

import pytest

from vestcalc.filings.model import Person
from vestcalc.questions.people import Register, company_words, person_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dillon Matthew S.", "Matthew S. Dillon"),
        ("FERRANTE LUCIA M", "Lucia M. Ferrante"),
        ("O'NEIL, JOHN", "John O’Neil"),
        ("Müller Jörg", "JORG MULLER"),
        ("SMITH J R", "J.R. Smith"),
        ("DE LA CRUZ  ANA", "Ana de la Cruz"),
        ("Brontë-Lee Kim", "Kim Bronte Lee"),
    ],
)
def test_one_person_under_two_names(one: str, other: str) -> None:
    assert person_words(one) == person_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferrante Lucia M", "Ferrante Lucia"),
        ("Ferrante Lucia M", "Ferrante Lucia N"),
        ("Ferrante Luca", "Ferrante Luca Jr"),
        ("Ferrante Lucia", "Ferrante Luisa"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert person_words(one) != person_words(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("TALLOW CREEK ROBOTICS INC", "Tallow Creek Robotics, Inc.", True),
        ("Tallow Creek Corporation", "TALLOW CREEK CORP /DE/", True),
        ("The Tallow Company", "TALLOW CO", True),
        ("TALLOW CREEK ROBOTICS INC", "Tallow Creek Robotics Ltd", False),
        ("TALLOW CREEK INC", "Tallow Brook Inc", False),
        ("A.B. Tallow", "AB TALLOW", True),
        ("Tallow Creek", "Creek Tallow", False),
        ("The", "", False),
    ],
)
def test_companies(one: str, other: str, same: bool) -> None:
    assert (company_words(one) == company_words(other)) is same


def test_a_cik_decides_whatever_the_name() -> None:
    people = [Person("FERRANTE LUCIA M", "0009990612"), Person("Ferrante-Okoye Lucia", "9990612"), Person("FERRANTE LUCIA M", "12")]
    register = Register(people, person_words)
    assert register.key(people[0], None) == register.key(people[1], None) != register.key(people[2], None)


def test_a_name_without_a_cik_joins_the_one_that_bears_it_and_no_other() -> None:
    bearer, other = Person("FERRANTE LUCIA M", "612"), Person("BRENNAN AOIFE", "613")
    register = Register([bearer, other], person_words)
    assert register.key(Person("Lucia M. Ferrante"), None) == register.key(bearer, None)
    assert register.shared_by(Person("Lucia M. Ferrante")) == 1
    two = Register([bearer, Person("Lucia M Ferrante", "614")], person_words)
    assert two.key(Person("Lucia M. Ferrante"), None) not in (two.key(bearer, None), two.key(Person("x", "614"), None))
    assert two.shared_by(Person("Lucia M. Ferrante")) == 2


def test_nobody_named_is_nobody_else() -> None:
    register = Register([], person_words)
    assert register.key(Person(None), "a") == "a"
    assert register.key(Person(" . "), "b") == "b"
