"""Notes read a second, cold, side by side in one run: those that speak of vesting, those that do not, and the work under them.

    python -m tests.benchmarks reading           every distinct note of VESTCALC_SHARED's filings, else of fixtures/filings

Each note is read alone with the reader's cache emptied, the rounds in turn, the fastest round of each kind counting. Beside it: cutting
the same notes into tokens and nothing more, and parsing the XML they came in with ElementTree. Targets: 5,000 notes a second that speak
of vesting, 100,000 that do not.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from vestcalc.filings import read as read_filing
from vestcalc.reading import read
from vestcalc.reading.sentences import speaks
from vestcalc.reading.tokens.lexer import lex

ROUNDS = 5
SPEAKING, SILENT = 5_000, 100_000
_XML = re.compile(rb"<ownershipDocument.*</ownershipDocument>", re.DOTALL)


def found() -> tuple[list[str], list[bytes]]:
    """(the distinct notes, the XML documents that a bare parser takes)."""
    shared = os.environ.get("VESTCALC_SHARED")
    folder = Path(shared) / "corpus" / "filings" if shared else Path(__file__).resolve().parents[2] / "fixtures" / "filings"
    notes: set[str] = set()
    documents: list[bytes] = []
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        if xml := _XML.search(data):
            try:
                ElementTree.fromstring(xml.group())
            except ElementTree.ParseError:
                continue
            documents.append(xml.group())
            notes.update(read_filing(data, path.name).notes.values())
    return sorted(notes), documents


def cold(note: str) -> object:
    """One note read with nothing remembered."""
    vars(sys.modules[read.__module__])["_sentences"].cache_clear()
    return read([("1", note)])


def seconds(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    start = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - start


def main() -> int:
    notes, documents = found()
    speaking, silent = [n for n in notes if speaks(n)], [n for n in notes if not speaks(n)]
    kinds: list[tuple[str, Callable[[Any], object], Sequence[Any], int | None]] = [
        ("notes that speak of vesting, read", cold, speaking, SPEAKING),
        ("the same, cut into tokens only", lex, speaking, None),
        ("notes that do not, read", cold, silent, SILENT),
        ("XML documents, ElementTree alone", ElementTree.fromstring, documents, None),
    ]
    for note in speaking:
        cold(note)
    best = [1e9] * len(kinds)
    for _ in range(ROUNDS):
        best = [min(least, seconds(work, items)) for least, (_, work, items, _) in zip(best, kinds, strict=True)]
    missed = 0
    print(f"{len(speaking)} + {len(silent)} distinct notes of {len(documents)} filings, fastest of {ROUNDS} rounds")
    print(f"{'a second':>10} {'target':>9} {'us each':>9} {'ratio':>7}")
    base = best[1] / max(1, len(speaking))
    for (name, _, items, target), spent in zip(kinds, best, strict=True):
        rate, each = len(items) / spent, spent / max(1, len(items))
        missed += target is not None and rate < target
        print(f"{rate:10,.0f} {f'>={target:,}' if target else '':>9} {each * 1e6:9.1f} {each / base:7.2f}  {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
