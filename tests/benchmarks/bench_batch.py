"""A batch from XML to Parquet: filings a second on one and on two cores, peak memory, and where the time goes.

    python -m tests.benchmarks.bench_batch [N, default 20000] [--profile]

The filings are made by fresh.py, new numbers and dates in each, so that no cache of a note flatters the figure; how many of the notes were
met before all the same is printed. Memory is the highest of any process, for the whole number and for a tenth of it, side by side.
Targets: 800 filings a second on a core, two cores at least 1.7 times one, memory flat.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.fresh import write

RUN = """
import resource, sys, time
if __name__ == "__main__":
    from vestcalc.cli.app import run
    started = time.perf_counter()
    status = run(["batch", sys.argv[1], "-o", sys.argv[2], "-j", sys.argv[3], "--fresh"])
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    spent = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(time.perf_counter() - started, spent, most // 1024, status)
"""


def batch(folder: Path, output: Path, jobs: int) -> tuple[float, float, int]:
    """Seconds by the clock, seconds of work of all processes, and the highest memory of any of them in MB."""
    script = output.with_name("run_batch.py")
    script.write_text(RUN)
    done = subprocess.run([sys.executable, script, folder, output, str(jobs)], capture_output=True, text=True, check=True)
    seconds, spent, most, status = done.stdout.split()
    if status != "0":
        raise SystemExit(f"the batch ended with {status}:\n{done.stderr}")
    return float(seconds), float(spent), int(most)


def shares(folder: Path, *, cold: bool = False) -> dict[str, float]:
    """Seconds by room over a sample, in this process; `cold`: every filing is read as if no note had ever been met."""
    from vestcalc import calculate
    from vestcalc.batch import partition
    from vestcalc.batch.chunks import chunks
    from vestcalc.batch.inputs import items
    from vestcalc.batch.local import serial
    from vestcalc.batch.partition import Job
    from vestcalc.reading.read import _sentences

    spent = {"language": 0.0}
    read = calculate._read

    def timed(notes: "calculate.Notes") -> object:
        if cold:
            _sentences.cache_clear()
        started = time.process_time()
        try:
            return read(notes)
        finally:
            spent["language"] += time.process_time() - started

    timed.cache_clear = read.cache_clear  # type: ignore[attr-defined]
    calculate._read = timed  # type: ignore[assignment]
    partition.perf_counter = time.process_time  # work and not waiting: other programs on the machine do not count
    try:
        for _, part in serial(chunks(items([str(folder)], folder / "spool")), Job("parquet")):
            for name, seconds in part.tally.seconds.items():
                spent[name] = spent.get(name, 0.0) + seconds
    finally:
        calculate._read = read
        partition.perf_counter = time.perf_counter
    return {
        "reading": spent["reading"],
        "language": spent["language"],
        "schedule": spent["understanding"] - spent["language"],
        "writing": spent["writing"],
    }


def profile(folder: Path) -> None:
    """The functions that take the most time by themselves."""
    import cProfile
    import pstats

    profiler = cProfile.Profile()
    profiler.enable()
    shares(folder, cold=True)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(35)


def met_before() -> str:
    from vestcalc.reading.read import _sentences

    known = _sentences.cache_info()
    return f"{known.hits / max(known.hits + known.misses, 1):.0%} of {known.hits + known.misses:,} notes read were the same as one before"


def main() -> int:
    number = next((int(word) for word in sys.argv[1:] if word.isdigit()), 20_000)
    with tempfile.TemporaryDirectory() as place:
        folder, some, few = Path(place) / "all", Path(place) / "tenth", Path(place) / "few"
        write(folder, number)
        write(some, max(number // 10, 1), seed=8)
        write(few, min(number, 1000), seed=9)
        if "--profile" in sys.argv:
            profile(few)
            return 0
        cold = sum(shares(few, cold=True).values())
        print(f"  one process, as if no note had been met before: {min(number, 1000) / cold:,.0f} filings a second")
        spent = shares(few)
        total = sum(spent.values())
        print("  time of one process: " + ", ".join(f"{name} {seconds / total:.0%}" for name, seconds in spent.items()))
        print(f"  {met_before()}")
        rates = {}
        _, _, tenth = batch(some, Path(place) / "tenth.parquet", 1)
        for jobs in (1, 2):
            seconds, spent_in_all, most = batch(folder, Path(place) / "all.parquet", jobs)
            rates[jobs] = number / seconds
            work = f"({number / spent_in_all:,.0f} a second of work)"
            print(f"  {jobs} core{'s' if jobs > 1 else ' '}  {rates[jobs]:7,.0f} filings a second {work}, {most} MB at most", end="")
            print(f" ({tenth} MB for a tenth of the filings)" if jobs == 1 else f", {rates[2] / rates[1]:.2f} times one core")
    print(f"  {os.cpu_count()} cores, {os.getloadavg()[0]:.1f} programs at work on them")
    print("  targets: 800 a second on one core, two at least 1.7 times one, memory flat")
    return 0 if rates[1] >= 800 and rates[2] >= 1.7 * rates[1] else 1


if __name__ == "__main__":
    sys.exit(main())
