"""Says on a terminal that the program is at work, once that takes longer than two seconds.

In: filings as they are read. Out: the same filings; while the next one is read, one line on standard error tells how many were read
and for how long, and is wiped before anything else is written. Nothing where standard error is no terminal.
"""

import sys
from collections.abc import Iterator
from time import monotonic
from typing import TextIO, TypeVar

T = TypeVar("T")
#: Seconds before the first word, and between one and the next.
PATIENCE, EVERY = 2.0, 0.5


def watched(found: Iterator[T], stream: TextIO | None = None, patience: float = PATIENCE, every: float = EVERY) -> Iterator[T]:
    """`found` as it comes, with a word on `stream` (standard error) while it is slow."""
    shown = stream or sys.stderr
    if not shown.isatty():
        yield from found
        return
    line = _Line(shown, patience)
    from threading import Event, Thread

    done = Event()

    def tick() -> None:
        while not done.wait(every):
            line.tell()

    Thread(target=tick, daemon=True).start()
    try:
        while True:
            line.work()
            try:
                one = next(found)
            except StopIteration:
                return
            finally:
                line.rest()
            line.count += 1
            yield one
    finally:
        done.set()


class _Line:
    """One line that is written over; two threads write, so a lock keeps them apart."""

    def __init__(self, stream: TextIO, patience: float) -> None:
        from threading import Lock

        self.stream, self.patience = stream, patience
        self.lock = Lock()
        self.started = monotonic()
        self.count = self.width = 0
        self.busy = False

    def work(self) -> None:
        with self.lock:
            self.busy = True

    def rest(self) -> None:
        """Wipes the line: whatever comes now may write."""
        with self.lock:
            self.busy = False
            if self.width:
                self.stream.write("\r" + " " * self.width + "\r")
                self.stream.flush()
                self.width = 0

    def tell(self) -> None:
        """Writes the line if the program is at work, and has been for long enough."""
        spent = monotonic() - self.started
        with self.lock:
            if not self.busy or spent < self.patience:
                return
            text = f"vestcalc: {self.count:,} filing{'' if self.count == 1 else 's'} read, {int(spent)} s"
            self.stream.write("\r" + text.ljust(self.width))
            self.stream.flush()
            self.width = len(text)
