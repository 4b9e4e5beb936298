"""Tables that fit the width: nothing is lost, no number is broken, and no line is longer than the terminal."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vestcalc.report.fit import fitted, listed
from vestcalc.report.marked import columns
from vestcalc.report.page import Table, as_text

WIDE = Table(
    ["Row", "Security", "Granted", "Exercise price", "Next vest", "Status"],
    [
        ["I.1", "Common Stock", "9,000", "", "3,000 on 2026-03-15", "complete"],
        ["II.1", "Stock Option (right to buy)", "1,248,000", "12.40", "1,000 on 2025-07-15", "not-understood"],
    ],
    "llrrll",
)


@pytest.mark.parametrize("width", range(40, 140))
def test_no_line_is_wider_and_no_word_is_lost(width: int) -> None:
    lines = "".join(as_text([WIDE], width)).splitlines()
    assert max(columns(line) for line in lines) <= width
    text = " ".join(lines)
    for row in WIDE.rows:
        for cell in row:
            assert all(word in text.split() for word in cell.split()), cell


def test_a_table_that_fits_is_left_alone() -> None:
    assert fitted(WIDE, 200) is WIDE
    assert "".join(as_text([WIDE], 200)) == "".join(as_text([WIDE]))


def test_headers_break_before_texts_and_at_last_rows_are_listed() -> None:
    some = fitted(WIDE, 88)
    assert some is not None
    assert some.rows[1][1].replace("\n", " ") == "Stock Option (right to buy)"
    assert all("\n" not in row[2] for row in some.rows)
    assert fitted(WIDE, 40) is None
    assert "  Security:       Common Stock" in "".join(as_text([WIDE], 40))


cells = st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=30)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(20, 120))
def test_every_word_of_any_table_is_shown(rows: list[list[str]], width: int) -> None:
    table = Table(["One", "Two words", "Three"], rows, "lrl")
    text = "".join(as_text([table], width)).split()
    assert all(word in text for row in rows for cell in row for word in cell.split())
    assert list(listed(table, width))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no pseudo-terminals")
def test_a_terminal_gets_what_fits_and_a_file_gets_all(fixtures: Path, tmp_path: Path) -> None:
    import pty

    program = "import sys; from vestcalc.cli import main; sys.argv[0] = 'vestcalc'; main()"
    arguments = ["vested", str(fixtures / "filings" / "example-form4.xml"), "--as-of", "2025-06-30"]
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", program, *arguments], {**os.environ, "COLUMNS": "70"})
    out = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        out += piece
    assert os.waitpid(child, 0)[1] == 0
    lines = out.decode().splitlines()
    assert "  Security:       Common Stock" in lines
    assert [line for line in lines if line.startswith("  ") and len(line) > 70] == []
