"""The import law: which room may know which (docs/architecture.md).

In: the `import` statements of every module under src/vestcalc, those inside functions too. A room that is not in
the law fails until somebody decides where it stands.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "vestcalc"

NECK = {"span", "gaps", "terms", "limits", "late"}
EDGE = {"exact", "given"}  # exact numbers as texts; what a caller gives, checked
COMPOSE = {"kinds", "answers", "calculate", "choose", "plain", "says", "rows", "hung"}
LAW = {
    "span": NECK,
    "gaps": NECK,
    "terms": NECK,
    "limits": {"gaps", "late"},
    "late": set(),
    "filings": NECK,
    "reading": NECK,
    "schedule": NECK,
    **dict.fromkeys(EDGE, NECK | EDGE),
    **dict.fromkeys(COMPOSE, NECK | EDGE | COMPOSE | {"filings", "reading", "schedule"}),
    "__init__": NECK | EDGE | COMPOSE,
    "questions": NECK | EDGE | COMPOSE | {"filings", "schedule"},
    "report": NECK | EDGE | COMPOSE | {"__init__", "filings", "schedule", "questions"},
    "batch": NECK | EDGE | COMPOSE | {"__init__", "filings", "schedule", "report"},
    "cli": NECK | EDGE | COMPOSE | {"__init__", "filings", "schedule", "questions", "report", "batch"},
    "__main__": {"cli"},
}


def room_of(module: str) -> str:
    """vestcalc.terms.models -> terms; vestcalc -> __init__."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def module_of(path: Path) -> str:
    parts = ["vestcalc", *path.relative_to(SOURCE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module of ours that `tree`, standing in `package`, imports; `from x import y` counts as x.y, which may be a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "vestcalc")
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")
                base = ".".join([*parents[: len(parents) - node.level + 1], *([base] if base else [])])
            if base.split(".")[0] == "vestcalc":
                yield from (f"{base}.{alias.name}" for alias in node.names)


def breaches(source: str, module: str, *, is_package: bool = False) -> list[str]:
    """What `source`, as `module`, imports against the law: one line each."""
    room = room_of(module)
    if room not in LAW:
        return [f"{module}: the law knows no room {room!r}; decide where it stands and write it into LAW"]
    package = module if is_package else module.rpartition(".")[0]
    allowed = LAW[room] | {room}
    found = sorted(set(imported(ast.parse(source), package)))
    # `from vestcalc import VestcalcError` names a public call, not a room
    rooms = {name: room_of(name) if room_of(name) in LAW else "__init__" for name in found}
    return [f"{module} imports {name}" for name, there in rooms.items() if there not in allowed]


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[module_of(path) for path in MODULES])
def test_imports_keep_the_law(path: Path) -> None:
    assert breaches(path.read_text("utf-8"), module_of(path), is_package=path.name == "__init__.py") == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("vestcalc.terms.models", "from vestcalc.schedule.model import Vest"),
        ("vestcalc.reading.read", "def f():\n    import vestcalc.filings.model"),
        ("vestcalc.filings.html", "from ..schedule import bind"),
        ("vestcalc.schedule.bind", "from vestcalc import reading"),
        ("vestcalc.calculate", "from vestcalc.report import table"),
        ("vestcalc.calculate", "from vestcalc.questions.whatif import with_events"),
        ("vestcalc.questions.leave", "from vestcalc.report.page import Table"),
        ("vestcalc.report.table", "from vestcalc import cli"),
        ("vestcalc.gaps", "from vestcalc import VestcalcError"),
        ("vestcalc.cli.schedule", "from vestcalc.reading.read import read"),
        ("vestcalc.attic.old", ""),
    ],
)
def test_a_breach_is_seen(module: str, line: str) -> None:
    assert len(breaches(line, module)) == 1


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("vestcalc.reading.clauses.on_date", "from ..phrases import date\nfrom vestcalc.terms.models import Dated\nimport re"),
        ("vestcalc.calculate", "from vestcalc.filings.model import Filing\nfrom vestcalc.reading.read import read"),
        ("vestcalc.cli.main", "from vestcalc import VestcalcError, schedule_file\nfrom vestcalc.report import table"),
    ],
)
def test_what_the_law_allows_passes(module: str, line: str) -> None:
    assert breaches(line, module) == []
