"""The embedded engine: processes on this machine.

In: chunks, lazily. Out: each with its Part, as they are done. A bounded number of chunks is under way, whatever the input's size. A worker
that dies (killed, out of memory) takes nothing with it: what it had is done again one document at a time, and a document that kills a
worker by itself becomes a row of errors. Nothing is refused here.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from msgspec.structs import replace

from vestcalc.batch.partition import Job, Part, work
from vestcalc.batch.refs import Bucket, Chunk, Ref

Done = tuple[Chunk, Part]
#: Chunks under way for each worker: one it works on, one that waits.
AHEAD = 2
KILLED = "the process that read it ended (killed, or out of memory); read it alone to see why"


def serial(chunks: Iterable[Chunk], job: Job) -> Iterator[Done]:
    """All chunks in this process."""
    with quiet_collector():
        for chunk in chunks:
            yield chunk, work(chunk, job)


def processes(chunks: Iterable[Chunk], job: Job, workers: int, function: Callable[[Chunk, Job], Part] = work) -> Iterator[Done]:
    """All chunks, by `workers` processes."""
    source = iter(chunks)
    pool = _pool(workers)
    under_way: dict[Future[Part], Chunk] = {}
    try:
        while True:
            while len(under_way) < workers * AHEAD and (chunk := next(source, None)) is not None:
                under_way[pool.submit(function, chunk, job)] = chunk
            if not under_way:
                return
            ready, _ = wait(under_way, return_when=FIRST_COMPLETED)
            broken: list[Chunk] = []
            for future in ready:
                chunk = under_way.pop(future)
                try:
                    yield chunk, future.result()
                except BrokenProcessPool:
                    broken.append(chunk)
            if broken:
                suspects = broken + list(under_way.values())
                under_way.clear()
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _carefully(sorted(suspects, key=lambda one: one.index), job, function)
                pool = _pool(workers)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _carefully(chunks: list[Chunk], job: Job, function: Callable[[Chunk, Job], Part]) -> Iterator[Done]:
    """Each chunk by itself; where one kills its worker, each of its documents, and then without those that did."""
    for chunk in chunks:
        part = _alone(chunk, job, function)
        if part is None:
            sound = tuple(item if _alone(replace(chunk, items=(item,)), job, function) else _killer(item) for item in chunk.items)
            part = _alone(replace(chunk, items=sound), job, function) or work(
                replace(chunk, items=tuple(_killer(item) for item in chunk.items)), job
            )
        yield chunk, part


def _alone(chunk: Chunk, job: Job, function: Callable[[Chunk, Job], Part]) -> Part | None:
    with _pool(1) as pool:
        try:
            return pool.submit(function, chunk, job).result()
        except BrokenProcessPool:
            return None


def _killer(item: Ref | Bucket) -> Ref:
    return Ref(item.name, flaw=KILLED, weight=item.weight)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """In a new worker: the keyboard speaks to the first process alone, and without that there is no work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    quiet_collector().__enter__()


def _end_with(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os._exit(1)


class quiet_collector:  # noqa: N801  (used as a word after `with`)
    """The garbage collector looks less often: what reading makes has no cycles, and what is there at the start stays."""

    def __enter__(self) -> None:
        self.before = gc.get_threshold()
        gc.collect()
        gc.freeze()
        gc.set_threshold(100_000, 20, 20)

    def __exit__(self, *_: object) -> None:
        gc.set_threshold(*self.before)
        gc.unfreeze()
