"""Milliseconds a filing, side by side in one run: a bare parse, our reader, and our reader with terms and schedules.

    python -m tests.benchmarks pipeline          the filings of VESTCALC_SHARED, else those of fixtures/filings

Bare: ElementTree parses the XML and every cell of every row, and every note, is touched. Reader: bytes to a filing, its format told first.
Everything: bytes to every row's schedule, all caches of ours emptied before each filing, so that no words are known from another one.
Each filing goes through the three in turn, round after round; its fastest time counts. Targets: reader 2 times bare, everything 12 times.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from tests.benchmarks.bench_readers import bare
from vestcalc import calculate, filings

ROUNDS = 15
READER, EVERYTHING = 2.0, 12.0


def found() -> list[tuple[bytes, bytes]]:
    """(the file, the ownership XML in it) of every filing whose XML a bare parser takes."""
    shared = os.environ.get("VESTCALC_SHARED")
    folder = Path(shared) / "corpus" / "filings" if shared else Path(__file__).resolve().parents[2] / "fixtures" / "filings"
    out = []
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        start, stop = data.find(b"<ownershipDocument"), data.rfind(b"</ownershipDocument>")
        xml = data[start : stop + 20] if 0 <= start < stop else b""
        try:
            bare(xml)
        except ElementTree.ParseError:
            continue
        out.append((data, xml))
    return out


def caches() -> list[Callable[[], None]]:
    """What empties each cache of the package."""
    held = [vars(module) for name, module in list(sys.modules.items()) if name.partition(".")[0] == "vestcalc"]
    cleared = {id(thing): thing.cache_clear for names in held for thing in names.values() if hasattr(thing, "cache_clear")}
    return list(cleared.values())


def whole(data: bytes) -> object:
    return calculate.schedule_filing(filings.read(data, "bench"))


def seconds(work: Callable[[bytes], object], data: bytes) -> float:
    start = time.perf_counter()
    work(data)
    return time.perf_counter() - start


def main() -> int:
    files = found()
    for data, _ in files:
        whole(data)
    empty = caches()
    best = [[1e9, 1e9, 1e9] for _ in files]
    for _ in range(ROUNDS):
        for times, (data, xml) in zip(best, files, strict=True):
            for clear in empty:
                clear()
            now = (seconds(bare, xml), seconds(lambda raw: filings.read(raw, "bench"), data), seconds(whole, data))
            times[:] = map(min, times, now)
    total = [sum(column) * 1000 / len(files) for column in zip(*best, strict=True)]
    missed = 0
    print(f"{len(files)} filings, fastest of {ROUNDS} rounds each, {len(empty)} caches emptied before each filing")
    print(f"{'ms':>7} {'ratio':>6} {'target':>7}")
    names = (("bare ElementTree, all cells", None), ("reader", READER), ("reader, terms and schedules", EVERYTHING))
    for (name, target), spent in zip(names, total, strict=True):
        ratio = spent / total[0]
        missed += target is not None and ratio > target
        print(f"{spent:7.3f} {ratio:6.2f} {f'<={target:g}' if target else '':>7}  {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
