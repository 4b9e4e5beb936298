"""python -m tests.benchmarks [NAME...]: runs every bench_*.py of this folder in turn, or only those named.

Each runs in a process of its own, so that what one has imported does not make the next look faster. Prints a heading
for each, then what it prints. Exit status 1 when one of them failed, 2 for a name that is not here.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent


def benchmarks() -> dict[str, str]:
    """Name -> module, in the order of their names."""
    return {path.stem.removeprefix("bench_"): f"tests.benchmarks.{path.stem}" for path in sorted(HERE.glob("bench_*.py"))}


def main(names: Sequence[str]) -> int:
    known = benchmarks()
    if unknown := [name for name in names if name not in known]:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known) or 'none'}", file=sys.stderr)
        return 2
    failed = 0
    for name in names or known:
        print(f"== {name}", flush=True)
        started = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", known[name]], cwd=HERE.parent.parent, check=False)
        failed += done.returncode != 0
        failure = f", FAILED: status {done.returncode}" if done.returncode else ""
        print(f"   ({time.perf_counter() - started:.1f} s{failure})\n", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
