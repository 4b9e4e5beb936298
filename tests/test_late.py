"""Regular expressions compiled late: every one compiles, and does what `re` does."""

import importlib
import re
from pathlib import Path

import pytest

import vestcalc
from vestcalc.late import _Late, late

SOURCE = Path(vestcalc.__file__).parent
MODULES = [
    "vestcalc." + ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    for path in sorted(SOURCE.rglob("*.py"))
    if "from vestcalc.late import late" in path.read_text("utf-8")
]


def held(value: object) -> list[_Late]:
    """The expressions in a value of a module, those in tuples too."""
    if isinstance(value, _Late):
        return [value]
    return [one for part in value for one in held(part)] if type(value) is tuple else []


def test_some_are_late() -> None:
    assert "vestcalc.reading.sentences" in MODULES


@pytest.mark.parametrize("name", MODULES)
def test_every_expression_compiles(name: str) -> None:
    found = [one for value in vars(importlib.import_module(name)).values() for one in held(value)]
    assert found
    for one in found:
        re.compile(*one._given)


def test_it_is_compiled_once_and_when_first_used() -> None:
    number = late(r"\d+")
    assert set(vars(number)) == {"_given"}
    assert number.findall("1 and 22") == ["1", "22"]
    assert "search" in vars(number)
    assert number.sub("n", "1 and 22") == "n and n"
    assert number.pattern == r"\d+"


def test_a_mistake_is_found_when_it_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("")
