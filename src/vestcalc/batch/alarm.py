"""Ends what takes too long.

In: seconds. Out: TooLong, raised in the thread that asked. In the main thread the system's timer does it, which ends a long search for a
pattern too; elsewhere (the workers of a Dask cluster, Windows) a second thread watches, which interrupts only between two steps of Python.
"""

import signal
import threading
from time import monotonic
from types import FrameType

#: Seconds between two looks of the thread that watches.
_LOOK = 0.25


class TooLong(BaseException):
    """A document has taken its time; no `except Exception` on the way keeps it."""


class Alarm:
    """Rings in the thread that enters it: what it does then ends with TooLong."""

    def __enter__(self) -> "Alarm":
        self.watch: _Watch | None = None
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            self.before = signal.signal(signal.SIGALRM, _ring)
        else:
            self.watch = _Watch(threading.get_ident())
        return self

    def __exit__(self, *_: object) -> None:
        if self.watch is None:
            signal.signal(signal.SIGALRM, self.before)
        else:
            self.watch.over.set()

    def rings_in(self, seconds: float) -> None:
        """From now; 0: not at all."""
        if self.watch is None:
            signal.setitimer(signal.ITIMER_REAL, seconds)
        else:
            self.watch.rings_in(seconds)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


class _Watch:
    """A thread that looks at the clock for another, until that one is over."""

    def __init__(self, thread: int) -> None:
        self.thread = thread
        self.at: float | None = None
        self.lock, self.over = threading.Lock(), threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def rings_in(self, seconds: float) -> None:
        with self.lock:
            self.at = monotonic() + seconds if seconds else None
            _throw(self.thread, None)  # one thrown at the last moment is taken back

    def _look(self) -> None:
        while not self.over.wait(_LOOK):
            with self.lock:
                if self.at is not None and monotonic() >= self.at:
                    self.at = None
                    _throw(self.thread, TooLong)


def _throw(thread: int, what: type[BaseException] | None) -> None:
    """Has a thread raise this at its next step; None: takes back what it has not raised yet."""
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None if what is None else ctypes.py_object(what))
