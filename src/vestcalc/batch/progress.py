"""How far a batch is, on standard error.

In: bytes and filings done, bytes in all once they are counted. Out: one line that is written over on a terminal; elsewhere a line now
and then, so that a log stays short. The rate is that of this run; what an earlier run had done counts for how far, not for how fast.
"""

import sys
from collections.abc import Callable
from threading import Thread
from time import monotonic
from typing import TextIO


class Progress:
    """Writes at most every `every` seconds (None: half a second on a terminal, ten elsewhere)."""

    def __init__(self, stream: TextIO | None = None, every: float | None = None) -> None:
        self.stream = stream or sys.stderr
        self.live = self.stream.isatty()
        self.every = every if every is not None else 0.5 if self.live else 10.0
        self.started = self.told = monotonic()
        self.total = 0
        self.bytes = self.files = 0
        self.earlier_bytes = self.earlier_files = 0
        self.width = 0

    def count_in_background(self, weigh: Callable[[], int]) -> None:
        """The bytes of the input, counted while the work begins."""
        Thread(target=self._count, args=(weigh,), daemon=True).start()

    def _count(self, weigh: Callable[[], int]) -> None:
        self.total = weigh()

    def add(self, size: int, files: int, *, earlier: bool = False) -> None:
        """A chunk is done, now or in an `earlier` run."""
        self.bytes += size
        self.files += files
        if earlier:
            self.earlier_bytes += size
            self.earlier_files += files
        if monotonic() - self.told >= self.every:
            self.told = monotonic()
            self._write(self.line())

    def line(self) -> str:
        """The figures: filings done, rate, share, time left."""
        spent = max(monotonic() - self.started, 1e-9)
        now_files, now_bytes = self.files - self.earlier_files, self.bytes - self.earlier_bytes
        parts = [f"{self.files:,} filings", f"{now_files / spent:,.0f} a second"]
        if self.total and self.bytes <= self.total:
            parts.append(f"{100 * self.bytes // self.total}%")
            if now_bytes:
                parts.append(f"about {_span(spent * (self.total - self.bytes) / now_bytes)} left")
        return ", ".join(parts)

    def _write(self, text: str) -> None:
        if self.live:
            self.stream.write("\r" + text.ljust(self.width))
            self.width = len(text)
        else:
            self.stream.write(f"vestcalc: {text}\n")
        self.stream.flush()

    def close(self) -> None:
        """Leaves the cursor on an empty line."""
        if self.live and self.width:
            self.stream.write("\r" + " " * self.width + "\r")
            self.stream.flush()
            self.width = 0


def _span(seconds: float) -> str:
    """ "40 s", "3 min", "2 h 10 min"."""
    whole = round(seconds)
    if whole < 90:
        return f"{whole} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
