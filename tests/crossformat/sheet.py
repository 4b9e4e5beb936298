"""A filing as a form's sheet shows it: cells as text with the marks on them, before any format.

In: invented filings written cell by cell ("18000 (1)(2)": the value and the marks of its notes). Out: `Sheet`s, which as_xml.py and
page.py turn into ownership XML and EDGAR's page. Nothing of vestcalc is used here.
"""

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

_MARKED = re.compile(r"(.*?)\s*((?:\(\d+\))*)\Z", re.DOTALL)


class Cell(NamedTuple):
    """The text of a cell, in the way of the XML ("2019-03-04", "18000", "31.40"), and the numbers of the notes on it."""

    text: str = ""
    marks: tuple[str, ...] = ()

    @classmethod
    def of(cls, written: str) -> "Cell":
        found = _MARKED.fullmatch(written)
        assert found
        return cls(found[1], tuple(re.findall(r"\d+", found[2])))


@dataclass(frozen=True)
class Line:
    """One row of a table: its cells by name; no `code` makes it a holding."""

    table: Literal["I", "II"]
    cells: dict[str, Cell]

    @property
    def holding(self) -> bool:
        return not self["code"].text

    def __getitem__(self, name: str) -> Cell:
        return self.cells.get(name, Cell())


_PLAIN = ("security", "date", "code", "amount", "acquired", "price", "following", "ownership", "nature")
_DERIVATIVE = (
    "security", "exercise_price", "date", "code", "amount", "acquired", "exercisable", "expires", "underlying", "underlying_amount",
    "price", "following", "ownership", "nature",
)  # fmt: skip


def plain(written: str) -> Line:
    """A row of Table I: its cells between "|", in the order of _PLAIN; the last ones may be left out."""
    return _line("I", _PLAIN, written)


def derivative(written: str) -> Line:
    """A row of Table II, in the order of _DERIVATIVE."""
    return _line("II", _DERIVATIVE, written)


def _line(table: Literal["I", "II"], names: tuple[str, ...], written: str) -> Line:
    cells = [cell.strip() for cell in written.split("|")]
    return Line(table, {name: Cell.of(cell) for name, cell in zip(names, cells, strict=False)})


@dataclass(frozen=True)
class Owner:
    """A reporting owner with address and signature."""

    name: str
    cik: str
    street: str = "14 Millrace Lane"
    city: str = "DUNMORE"
    state: str = "PA"
    zip: str = "18509"
    director: bool = False
    officer: str = ""


@dataclass(frozen=True)
class Sheet:
    """A Form 3, 4 or 5, or an amendment ("4/A" with `original`, the date of the original filing)."""

    form: str
    period: str
    issuer: str
    symbol: str
    cik: str
    owners: tuple[Owner, ...]
    lines: tuple[Line, ...]
    notes: dict[str, str] = field(default_factory=dict)
    remarks: str = ""
    original: str = ""
    signature: str = ""
    signed: str = ""

    @property
    def initial(self) -> bool:
        return self.form.startswith("3")

    def of(self, table: str) -> list[Line]:
        return [each for each in self.lines if each.table == table]
