"""What a terminal gets: a word while it waits, and completion of commands, options and values."""

import io
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Vestcalc
from tests.conftest import ROOT
from vestcalc.cli.app import COMMANDS
from vestcalc.cli.completion import words
from vestcalc.cli.waiting import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def slow(seconds: float) -> Iterator[int]:
    for number in range(3):
        time.sleep(seconds)
        yield number


def test_slow_work_is_told_and_wiped() -> None:
    stream = Terminal()
    seen = []
    for number in watched(slow(0.08), stream, patience=0.05, every=0.01):
        seen.append(number)
        assert stream.getvalue().endswith("\r"), "the line is wiped before anything else is written"
    assert seen == [0, 1, 2]
    assert "vestcalc: 1 filing read, 0 s" in stream.getvalue()
    assert stream.getvalue().endswith("\r")


def test_quick_work_and_a_file_get_no_word() -> None:
    stream = Terminal()
    assert list(watched(slow(0), stream)) == [0, 1, 2]
    assert stream.getvalue() == ""
    log = io.StringIO()
    assert list(watched(slow(0.03), log, patience=0, every=0.001)) == [0, 1, 2]
    assert log.getvalue() == ""


def test_an_error_wipes_the_line_too() -> None:
    def broken() -> Iterator[int]:
        time.sleep(0.05)
        raise ValueError
        yield 1

    stream = Terminal()
    with pytest.raises(ValueError, match=r"^$"):
        list(watched(broken(), stream, patience=0, every=0.001))
    assert stream.getvalue().endswith("\r")


def complete(script: str, line: list[str]) -> list[str]:
    """What bash would offer for the last word of a line."""
    asked = (
        f"COMP_WORDS=({' '.join(repr(word) for word in line)}); COMP_CWORD={len(line) - 1}; _vestcalc; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run(["bash", "--norc", "-c", f"{script}\n{asked}"], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")
def test_bash_completes_commands_options_and_values(vestcalc: Vestcalc) -> None:
    script = vestcalc("completion", "bash").out
    assert complete(script, ["vestcalc", "sch"]) == ["schedule", "schema"]
    assert "--as-of" in complete(script, ["vestcalc", "vested", "--a"])
    assert complete(script, ["vestcalc", "rules", "-f", ""]) == ["json", "ocf", "ocf-transactions"]
    assert "front-loaded" in complete(script, ["vestcalc", "schedule", "--rounding", "front"])
    assert "README.md" in complete(script, ["vestcalc", "schedule", "READ"])


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_scripts_are_such(vestcalc: Vestcalc, shell: str) -> None:
    script = vestcalc("completion", shell).out
    assert all(name in script for name in COMMANDS)
    assert "cumulative-round-down" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n", "/dev/stdin"], input=script, text=True, check=True)


def test_every_command_has_its_options() -> None:
    found = words()
    assert list(found) == list(COMMANDS)
    options = {name: {n for word in known for n in word.names} for name, (_, known) in found.items()}
    assert {"--format", "-f", "--output", "-o", "--force"} <= options["schedule"]
    assert all(word.help for _, known in found.values() for word in known)


@pytest.mark.parametrize("arguments", [["--help"], ["schedule", "--help"], ["schedule", "fixtures/filings/example-form4.xml"]])
def test_no_extra_is_loaded_before_its_format_is_asked_for(arguments: list[str]) -> None:
    program = f"""import sys
from vestcalc.cli.app import run
run({arguments!r})
print(sorted({{"jinja2", "xlsxwriter", "icalendar", "resvg_py", "pypdfium2", "pyarrow"}} & set(sys.modules)), file=sys.stderr)"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_a_shell_that_is_none(vestcalc: Vestcalc) -> None:
    done = vestcalc("completion", "tcsh")
    assert (done.status, done.err) == (2, "vestcalc: 'tcsh' is no shell known here; give bash, zsh or fish\n")
    assert "a shell is needed" in vestcalc("completion").err
