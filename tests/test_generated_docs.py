"""The generated documentation is that of this program, and the commands that write files do write them.

The command reference and the drawn pictures must be what tools/make_docs.py makes (run it after a change of an option). Every ```sh
block of a page under docs/ is run, in a folder of its own beside a link to the fixtures.
"""

import importlib.util
import os
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.test_docs import ROOT, RUN, blocks

#: A program that a format needs, by the suffix it writes.
NEEDS = {".html": "jinja2", ".xlsx": "xlsxwriter", ".ics": "icalendar", ".png": "resvg_py"}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/make_docs.py as a module."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "tools" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_reference_is_that_of_the_help(tool: ModuleType) -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == tool.reference(), "run python tools/make_docs.py"


def test_the_reference_names_every_option_of_every_command(tool: ModuleType) -> None:
    from vestcalc.cli.completion import words

    sections = tool.reference().split("\n## vestcalc ")
    for name, (_, options) in words().items():
        (section,) = [text for text in sections if text.startswith(f"{name}\n")]
        assert [word.names for word in options if not all(f"`{one}`" in section for one in word.names)] == []


@pytest.mark.parametrize("name", ["option.svg", "parts.svg"])
def test_the_pictures_are_those_of_the_program(tool: ModuleType, name: str) -> None:
    assert (ROOT / "docs" / "pictures" / name).read_text("utf-8") == tool.drawn(name), "run python tools/make_docs.py"


def test_output_under_examples_can_be_made_again(tool: ModuleType) -> None:
    page = "# A\n```console\n$ vestcalc schedule no-such-file.xml\nold\n```\nb\n```console\n$ vestcalc --version\n...\n```\n"
    new = tool.refreshed(page)
    assert "old" not in new
    assert "vestcalc: no-such-file.xml: no such file or directory" in new
    assert new.endswith("b\n```console\n$ vestcalc --version\n...\n```\n")


COMMANDS = [(page.name, line) for page in sorted((ROOT / "docs").glob("*.md")) for _, lines in blocks(page, "sh") for line in lines if line]


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=[f"{page}: {line[:60]}" for page, line in COMMANDS])
def test_commands_that_write_files_write_them(page: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    program, *arguments = shlex.split(line)
    assert program == "vestcalc", f"{page}: only vestcalc commands, not {program}"
    target = Path(arguments[arguments.index("-o") + 1])
    if needed := NEEDS.get(target.suffix):
        pytest.importorskip(needed)
    command = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True, check=False)
    assert (done.returncode, (tmp_path / target).exists()) == (0, True), done.stderr
    assert (tmp_path / target).stat().st_size > 100


def test_the_page_on_language_is_that_of_the_fixtures() -> None:
    done = subprocess.run([sys.executable, "tools/make_language.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
