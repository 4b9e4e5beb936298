"""The page of these tests is EDGAR's: the four real pages, read and shown again by our template, come out element by element the same."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.crossformat.page import as_page
from tests.crossformat.sheet import Cell, Line, Owner, Sheet
from vestcalc.filings.html import read_html
from vestcalc.filings.model import Filing, Row

PAGES = ("apple-inc-f630bf.html", "evans-bancorp-inc-9ab65c.html", "google-inc-e6782f.html", "microsoft-corp-a5ac30.html")
_KEPT = ("class", "rowspan", "colspan")


class Elements(HTMLParser):
    """What a page is made of: start tags with class and spans, and words between them; sections of tables and empty spans left out."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(page)
        self.found = [each for n, each in enumerate(self.found) if not (each.startswith("<span") and not self.holds_words(n))]

    def holds_words(self, place: int) -> bool:
        return place + 1 < len(self.found) and (not self.found[place + 1].startswith("<") or self.found[place + 1] == "<sup>")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("tbody", "thead", "br", "hr", "script"):
            held = "".join(f" {name}={value}" for name, value in attrs if name in _KEPT)
            self.found.append(f"<{tag}{held}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self.found.append("</td>")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.found.append(words)


def tables(page: str) -> list[str]:
    """From the title of Table I to the remarks."""
    found = Elements(page).found
    start = next(n for n, each in enumerate(found) if each.startswith("Table I -"))
    return found[start : found.index("Remarks:")]


def labels(page: str) -> list[str]:
    """The words of the form itself, above the tables; the box on trading plans, which came in 2023, left out."""
    found = Elements(page[page.index("<body") : page.index("Table I -")]).found
    named = [words for tag, words in pairwise(found) if "Form" in tag and "FormData" not in tag and not words.startswith("<")]
    return [words for words in named if "10b5-1" not in words]


def shown(filing: Filing) -> Sheet:
    """A filing as a sheet."""
    return Sheet(
        form="4",
        period=str(filing.period_of_report),
        issuer=filing.issuer.name or "",
        symbol=filing.issuer.symbol or "",
        cik=filing.issuer.cik or "",
        owners=tuple(Owner(owner.name or "", owner.cik or "") for owner in filing.owners),
        lines=tuple(line_of(row) for row in filing.rows),
        notes=filing.notes,
        remarks=filing.remarks or "",
    )


def line_of(row: Row) -> Line:
    values = {
        "security": row.security,
        "exercise_price": row.exercise_price,
        "date": row.transaction_date,
        "deemed": row.deemed_date,
        "code": row.code,
        "amount": row.amount,
        "acquired": row.acquired,
        "price": row.price,
        "exercisable": row.exercisable,
        "expires": row.expires,
        "underlying": row.underlying,
        "underlying_amount": row.underlying_amount,
        "following": row.following,
        "ownership": row.ownership,
        "nature": row.nature,
    }
    hung = {("deemed" if name == "deemed_date" else name): marks for name, marks in row.cell_notes.items()}
    return Line(row.table, {name: Cell("" if value is None else str(value), hung.get(name, ())) for name, value in values.items()})


@pytest.mark.parametrize("name", PAGES)
def test_a_real_page_shown_again_is_the_same(shared: Path, name: str) -> None:
    real = (shared / "corpus" / "filings" / name).read_text("utf-8")
    ours = as_page(shown(read_html(real, name)))
    assert tables(ours) == tables(real)
    assert labels(ours) == labels(real)


def test_the_comparison_sees_a_moved_cell_and_a_changed_class() -> None:
    sheet = Sheet("4", "2020-01-02", "Harrow Mills Inc", "HRWM", "1", (Owner("Dunmore Ida", "2"),), (), {"1": "Direct."})
    page = as_page(sheet)
    assert tables(page) != tables(page.replace('<td class="FootnoteData">', "<td>"))
    assert tables(page) != tables(re.sub(r"<th [^>]*>V</th>\n", "", page, count=1))
    assert labels(page) != labels(page.replace("(Street)", ""))
