"""Makes docs/language.md: what is understood, by family, an example of each from the fixtures, and what looks like it and is refused.

    python tools/make_language.py            writes it
    python tools/make_language.py --check    writes nothing; fails if it is not up to date

The examples are those of fixtures/clauses, which tests/reading holds to their terms; what stands beside them is the terms in the canonical
English of `vestcalc.terms.describe`. The families of phrases come from the first lines of src/vestcalc/reading/phrases.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from vestcalc.reading import read
from vestcalc.terms.describe import describe

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "language.md"
READING = ROOT / "src" / "vestcalc" / "reading"
FIXTURES = ROOT / "fixtures" / "clauses"

TOP = """# What is understood

Made from the fixtures by `tools/make_language.py`; every example is a test. The words of a note become phrases (an amount, a day, a
length, a verb of vesting), phrases become parts, and each part is claimed by one of the clauses below or by none. A word that no clause
claims and no quiet phrase allows is a gap, and there is no schedule: `vestcalc explain FILE` shows them all. How words become days and
shares stands in the [conventions](conventions.md)."""

HOW = """## Adding a way of saying something

1. Find the words: `vestcalc explain FILE`, or `vestcalc explain --text "..."`, shows what was not understood.
2. Ask which family they belong to. A new shape of an amount, a day or a length is a pattern in `src/vestcalc/reading/phrases`; a new
   order of known phrases is a clause in `src/vestcalc/reading/clauses`; a word that plays a known part goes into `tokens/`.
3. Write the cases first, in the clause's file under `fixtures/clauses`: the terms by hand from the conventions, at least three
   phrasings, and near-misses that must stay refused.
4. Write the pattern for the way of saying it, never for one sentence. A word it takes in must mean nothing more than the pattern says.
5. Run `pytest tests/reading`: the insertions of `test_refusals.py` are tried on the new phrasings too, the order of clauses is shuffled.
6. Run the scorer against its last result, and look at each change, gained or lost.
7. Run `python tools/make_language.py` for this page."""


def first_lines(path: Path) -> tuple[str, list[str]]:
    """The first sentence of a module's docstring, and its lines of examples."""
    lines = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").splitlines()
    return lines[0], [line.strip() for line in lines[1:] if line.strip().startswith('"')]


def cell(text: str) -> str:
    """A text in a table."""
    return " ".join(text.split()).replace("|", "\\|")


def family(path: Path) -> Iterator[str]:
    """One clause: its sentence, a table of examples with their terms, and what is refused."""
    name, _ = first_lines(path)
    fixture = tomllib.loads((FIXTURES / f"{path.stem}.toml").read_text("utf-8"))
    yield from (f"### {name.rstrip('.')}", "", "| words | terms |", "|---|---|")
    for case in fixture["case"]:
        text = case["phrasings"][0]
        terms = read([("1", text)]).candidates[0]
        yield f"| {cell(text)} | {cell(' '.join(describe(rule, terms.groups) for rule in terms.rules))} |"
    yield ""
    near = [entry for entry in fixture.get("near", []) if "gap" in entry]
    if near:
        yield from ("Not so:", "")
        yield from (f"- {cell(entry['text'])} ({entry['gap']})" for entry in near[:6])
        yield ""


def page() -> str:
    """docs/language.md."""
    lines = [TOP, "", "## Phrases", ""]
    lines += [f"- {first_lines(path)[0]}" for path in sorted((READING / "phrases").glob("*.py")) if path.stem != "__init__"]
    lines += ["", "## Clauses", ""]
    for path in sorted((READING / "clauses").glob("*.py")):
        if (FIXTURES / f"{path.stem}.toml").exists():
            lines += family(path)
    return "\n".join([*lines, HOW, ""])


def main(arguments: list[str]) -> int:
    made = page()
    if "--check" not in arguments:
        PAGE.write_text(made, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != made:
        print("docs/language.md is not up to date: run python tools/make_language.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
