"""Start-up: whole processes, against the imports of the libraries they stand on, side by side in one run.

`python -m tests.benchmarks startup`. Every command is run in turn, round after round, so that a busy machine slows all alike;
the fastest of the rounds counts. Byte code is cached, as it is for an installed program. Targets: schedule 1.5 times the imports,
--version 0.65 times.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15
IMPORTS = "import typer, pydantic, pendulum, tabulate"
VESTCALC = "import sys; from vestcalc.cli import main; sys.argv[0] = 'vestcalc'; main()"


def filings() -> list[Path]:
    """The project's own fixture, and the first scanned filing of the shared folder where there is one."""
    found = [ROOT / "fixtures" / "filings" / "example-form4.xml"]
    if shared := os.environ.get("VESTCALC_SHARED"):
        found += sorted((Path(shared) / "seeds").glob("*.txt"))[:1]
    return found


def commands() -> list[tuple[str, float | None, list[str]]]:
    """(name, target, command): the first is what the others are compared with."""
    run = [sys.executable, "-c", VESTCALC]
    scheduled = [(f"vestcalc schedule {path.name}", 1.5, [*run, "schedule", str(path)]) for path in filings()]
    return [
        (IMPORTS, None, [sys.executable, "-c", IMPORTS]),
        ("vestcalc --version", 0.65, [*run, "--version"]),
        *scheduled,
        ("python -c pass", None, [sys.executable, "-c", "pass"]),
    ]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> int:
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        table = commands()
        for _, _, command in table:
            seconds(command, environment)
        best = [min(times) for times in zip(*([seconds(c, environment) for _, _, c in table] for _ in range(ROUNDS)), strict=True)]
    missed = 0
    print(f"{'ms':>7} {'ratio':>6} {'target':>7}")
    for (name, target, _), spent in zip(table, best, strict=True):
        ratio = spent / best[0]
        missed += target is not None and ratio > target
        print(f"{spent * 1000:7.1f} {ratio:6.2f} {f'<={target}' if target else '':>7}  {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
