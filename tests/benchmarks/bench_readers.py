"""Milliseconds a filing: this package's XML reader beside a bare ElementTree parse that touches every cell, in one run.

python tests/benchmarks/bench_readers.py [FOLDER of ownership XML, default: fixtures/filings] [rounds]
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from vestcalc.filings.ownership_xml import read_xml


def bare(data: bytes) -> int:
    """Parse, then touch the value and the notes of every cell of every row, and every note: the least any reader has to do."""
    root = ElementTree.fromstring(data)
    seen = 0
    for table in ("nonDerivativeTable", "derivativeTable"):
        for rows in root.iter(table):
            for row in rows:
                for cell in row.iter():
                    if cell.tag == "footnoteId":
                        seen += len(cell.get("id", ""))
                    elif cell.text:
                        seen += len(cell.text.strip())
    return seen + sum(len("".join(note.itertext())) for note in root.iter("footnote"))


def best(work: Callable[[bytes], object], files: list[bytes], rounds: int) -> float:
    """The fastest round over all files, in milliseconds a file."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for data in files:
            work(data)
        times.append(time.perf_counter() - start)
    return min(times) * 1000 / len(files)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "fixtures" / "filings"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    files = []
    for path in sorted(folder.glob("*.xml")):
        data = path.read_bytes()
        try:
            bare(data)
        except ElementTree.ParseError:
            continue
        files.append(data)
    floor = best(bare, files, rounds)
    mine = best(lambda data: read_xml(data, "bench"), files, rounds)
    print(f"{len(files)} filings, best of {rounds} rounds, ms a filing")
    print(f"  bare ElementTree, all cells   {floor:.3f}")
    print(f"  vestcalc read_xml             {mine:.3f}   {mine / floor:.2f} times")


if __name__ == "__main__":
    main()
