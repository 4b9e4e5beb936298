"""Makes what the documentation shows: the command reference, the output under every example, and the pictures.

    python tools/make_docs.py              all of it that this machine can make
    python tools/make_docs.py --check      writes nothing; tells what is not up to date, and fails if anything is

The reference (docs/cli.md) comes from the commands' own help, the output from running each `$ vestcalc` line of the ```console blocks in
the repository's folder (a block with a line `...` is left as it is), the pictures from the fixtures. Pictures of the page need the extra
`browser` and a Chromium; without them they stay as they are.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN = "import sys; from vestcalc.cli import main; sys.argv[0] = 'vestcalc'; main()"
EXAMPLE = "fixtures/filings/example-form4.xml"
PARTS = (
    "50% of the option vests on the earlier of March 15, 2025 and the date of the 2025 annual meeting of stockholders, "
    "25% vests on March 15, 2026 and 25% vests upon an initial public offering."
)
#: Picture -> the command that writes it.
DRAWN = {
    "option.svg": ["schedule", EXAMPLE, "--award", "II.1", "--as-of", "2025-06-30"],
    "parts.svg": [
        "schedule",
        "--text",
        PARTS,
        "--shares",
        "1000",
        "--granted",
        "2024-03-15",
        "--exercise-price",
        "3",
        "--expires",
        "2034-03-15",
    ],
}
#: Picture of the page -> (width, height, colour scheme).
SHOT = {"page.png": (1100, 1000, "light"), "page-dark.png": (1100, 1000, "dark"), "page-phone.png": (390, 844, "light")}


def vestcalc(*arguments: str) -> str:
    """What a command prints, standard error among it, as a terminal without colour would show it."""
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    return done.stdout.decode("utf-8")


def reference() -> str:
    """docs/cli.md: every command with its options, from the help."""
    from typer.main import get_command

    from vestcalc.cli.app import COMMANDS, application

    group: Any = get_command(application(()))
    lines = [
        "# Command line",
        "",
        "Every command and option, made from `vestcalc COMMAND --help` by `tools/make_docs.py`. What holds for all of them:",
        "",
        "- FILE is a filing in any of its [forms](formats.md); `-` is standard input; folders and archives are all they hold.",
        "- Days are `2025-06-30`, `06/30/2025` (month/day/year), `today` or `+90d`.",
        "- Data goes to standard output or to the file of `-o`, everything else to standard error. A file is there whole or not at",
        "  all, and one that is there already is left alone without `--force`.",
        "- Exit status: 0 done; 1 a file could not be read (the others were); 2 a mistake on the command line; 3, with `--strict`, an",
        "  award that is incomplete, not understood, or fails a check.",
        "- On a terminal tables fit its width; in a pipe or a file lines have any length. There is no colour.",
        "",
    ]
    for name in COMMANDS:
        lines += _command(name, group.commands[name])
    lines += _completion()
    return "\n".join(lines)


def _command(name: str, command: Any) -> Iterator[str]:
    from importlib import import_module

    yield from (f"## vestcalc {name}", "", _one_line(command.help), "")
    argument = next((param for param in command.params if not param.opts[0].startswith("-")), None)
    yield from ("```text", f"vestcalc {name} [OPTIONS]" + (f" {argument.metavar}" if argument else ""), "```", "")
    formats = getattr(import_module(f"vestcalc.cli.{name}"), "FORMATS", ())
    yield from ("| option | meaning |", "|---|---|")
    for param in command.params:
        if param is not argument:
            names = ", ".join(f"`{one}`" for one in sorted(param.opts, key=len))
            value = "" if param.is_flag else f" {param.metavar or 'TEXT'}"
            yield f"| {names}{value} | {_one_line(param.help)}{_more(param, formats)} |"
    yield ""


def _more(param: Any, formats: tuple[str, ...]) -> str:
    """Choices and defaults, which the help leaves out for the sake of start-up."""
    from vestcalc.calculate import DAYS_OF_MONTH, ROUNDINGS

    if param.name == "format" and formats:
        return f" One of {', '.join(f'`{one}`' for one in formats)}."
    if param.name == "rounding":
        return f" One of {', '.join(f'`{one}`' for one in ROUNDINGS)}; see [conventions](conventions.md)."
    if param.name == "day_of_month":
        return f" One of `{DAYS_OF_MONTH[0]}`, `01` to `28`, {', '.join(f'`{one}`' for one in DAYS_OF_MONTH[29:])}."
    return f" Default `{param.default}`." if isinstance(param.default, str) and param.default else ""


def _completion() -> Iterator[str]:
    yield from (
        "## Completion in a shell",
        "",
        "| shell | once | for good |",
        "|---|---|---|",
        "| bash | `source <(vestcalc completion bash)` | the same line in `~/.bashrc` |",
        "| zsh | `source <(vestcalc completion zsh)` | `vestcalc completion zsh -o ~/.zfunc/_vestcalc`, a folder of `fpath` |",
        "| fish | `vestcalc completion fish \\| source` | `vestcalc completion fish -o ~/.config/fish/completions/vestcalc.fish` |",
        "",
        "The scripts hold all words themselves; make them anew after an update.",
        "",
    )


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def refreshed(page: str) -> str:
    """A page with the output under its examples as the program prints it now."""
    out: list[str] = []
    inside, kept = False, []
    for line in page.splitlines():
        if line.startswith("```") and inside:
            out += _block(kept)
            inside, kept = False, []
        if inside:
            kept.append(line)
            continue
        out.append(line)
        inside = line == "```console"
    return "\n".join(out) + "\n"


def _block(lines: list[str]) -> list[str]:
    if "..." in lines or any(line.startswith("$ ") and not line.startswith("$ vestcalc ") for line in lines):
        return lines
    out = []
    for line in lines:
        if line.startswith("$ "):
            out += [line, *(one.rstrip() for one in vestcalc(*shlex.split(line[2:])[1:]).rstrip("\n").splitlines())]
    return out


def drawn(name: str) -> str:
    """A picture that the program draws."""
    return vestcalc(*DRAWN[name], "-f", "svg")


def shots() -> Iterator[tuple[str, bytes]]:
    """Pictures of the page in a browser, where there is one."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    path = os.environ.get("VESTCALC_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page = Path(folder) / "page.html"
        vestcalc("schedule", EXAMPLE, "--award", "II.1", "--as-of", "2025-06-30", "-o", str(page))
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        for name, (width, height, scheme) in SHOT.items():
            tab = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
            tab.goto(page.as_uri())
            tab.fill("#price", "20")
            tab.evaluate("document.activeElement.blur()")
            yield name, tab.screenshot()
        browser.close()


def made() -> Iterator[tuple[Path, str]]:
    """Every text that this script makes, with its place."""
    yield ROOT / "docs" / "cli.md", reference()
    for page in PAGES:
        if page.name != "cli.md":
            yield page, refreshed(page.read_text("utf-8"))
    for name in DRAWN:
        yield ROOT / "docs" / "pictures" / name, drawn(name)


def main() -> int:
    check = sys.argv[1:] == ["--check"]
    old = []
    for path, text in made():
        if not path.exists() or path.read_text("utf-8") != text:
            old.append(path.relative_to(ROOT))
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, "utf-8")
    if not check:
        for name, data in shots():
            (ROOT / "docs" / "pictures" / name).write_bytes(data)
    for path in old:
        print(f"{'not up to date' if check else 'written'}: {path}")
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main())
