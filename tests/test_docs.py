"""The documentation runs: what README.md and docs/*.md show is what the program prints.

Every fenced ```console block: a line `$ vestcalc ...` is run in the repository's folder, standard output and error as a terminal
would show them, and compared with the lines under it; a line `...` stands for any lines. The exit status must be 0, unless
`$ echo $?` follows with another. ```pycon blocks are doctests. The lists of codes must be those of the program.
"""

import doctest
import itertools
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from vestcalc.gaps import GapReason
from vestcalc.schedule.model import Status
from vestcalc.terms.models import AssumptionCode

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN = "import sys; from vestcalc.cli import main; sys.argv[0] = 'vestcalc'; main()"


class Example(NamedTuple):
    """One command of a page with the output shown under it and the exit status it must have."""

    where: str
    command: str
    shown: list[str]
    status: int = 0


def blocks(page: Path, language: str) -> list[tuple[int, list[str]]]:
    """(line number of the first line, lines) of every fenced block in `language`."""
    found: list[tuple[int, list[str]]] = []
    fence: str | None = None
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        if line.startswith("```"):
            fence = None if fence is not None else line[3:].strip()
            if fence == language:
                found.append((number + 1, []))
        elif fence == language:
            found[-1][1].append(line)
    return found


def examples(page: Path) -> list[Example]:
    """The commands of a page's console blocks, in order."""
    found: list[Example] = []
    for start, lines in blocks(page, "console"):
        for number, line in enumerate(lines, start):
            if line.startswith("$ "):
                found.append(Example(f"{page.name}:{number}", line[2:], []))
            else:
                assert found, f"{page.name}:{number}: output without a command"
                found[-1].shown.append(line)
    paired = itertools.zip_longest(found, found[1:])
    return [
        example._replace(status=int("".join(after.shown))) if after and after.command == "echo $?" else example
        for example, after in paired
        if example.command != "echo $?"
    ]


def agrees(shown: list[str], printed: list[str]) -> bool:
    """Whether `printed` is `shown`, a line `...` standing for any lines; blanks at line ends and at the end do not count."""
    wanted = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line.rstrip()) + r"\n" for line in shown)
    return re.fullmatch(wanted + r"\n*", "".join(f"{line.rstrip()}\n" for line in printed)) is not None


EXAMPLES = [example for page in PAGES for example in examples(page)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.where for example in EXAMPLES])
def test_console_examples_print_what_is_shown(example: Example) -> None:
    program, *arguments = shlex.split(example.command)
    assert program == "vestcalc", f"{example.where}: only vestcalc commands are examples, not {program}"
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    printed = done.stdout.decode("utf-8").splitlines()
    assert agrees(example.shown, printed), "\n".join([f"{example.where} shows", *example.shown, "but it prints", *printed])
    assert done.returncode == example.status


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_python_examples_are_true(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    source = "\n".join(line for _, lines in blocks(page, "pycon") for line in [*lines, ""])
    test = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=report.append)
    assert report == []


def test_comparison_can_fail() -> None:
    assert agrees(["a", "...", "d"], ["a  ", "b", "c", "d", ""])
    assert agrees(["a", "...", "d"], ["a", "d"])
    assert not agrees(["a", "d"], ["a", "b", "d"])
    assert not agrees(["a.c"], ["abc"])
    assert not agrees(["a", "..."], ["b", "a"])
    assert not agrees(["a", "b"], ["a"])


def test_readme_opens_with_two_commands_that_do_all_the_set_up() -> None:
    shell = [lines for _, lines in blocks(ROOT / "README.md", "sh")]
    assert [len(lines) for lines in shell] == [1, 1], "README.md: two sh blocks of one line each, which .ci/run runs"
    install, tests = (lines[0] for lines in shell)
    assert "venv" in install
    assert "fixtures/filings/example-form4.xml" in install
    assert ".[test]" in tests
    assert "pytest" in tests


def codes_under(heading: str) -> list[str]:
    """The codes in the first column of the table under a heading of docs/conventions.md."""
    page = (ROOT / "docs" / "conventions.md").read_text("utf-8")
    section = re.split(r"^## ", page.split(f"\n## {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `([a-z-]+)` \|", section, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "known"),
    [("Status", get_args(Status)), ("Assumptions", get_args(AssumptionCode)), ("Gaps", [str(reason) for reason in GapReason])],
)
def test_lists_of_codes_are_complete(heading: str, known: list[str]) -> None:
    assert sorted(codes_under(heading)) == sorted(known)


def test_every_documented_check_is_made_by_the_program() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src" / "vestcalc").rglob("*.py"))
    documented = codes_under("Checks")
    assert len(documented) == 8
    assert [code for code in documented if f'"{code}"' not in source] == []


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_dependencies_page_names_every_dependency() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *itertools.chain.from_iterable(project["optional-dependencies"].values())]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert [name for need in wanted if f"[{(name := re.split('[<>=~! ;]', need)[0])}](" not in page] == []
