"""The same work on an existing engine: Dask, on this machine or on many (the extra `cluster`).

In: chunks, lazily. Out: each with its Part, as they are done. The workers run partition.work on chunks and give the rows back; the files of
the input must lie under the same paths for all of them. What a lost worker had is done again elsewhere; the client alone writes, so that
nothing is lost and nothing doubled. Refused: dask.distributed not installed, a scheduler that does not answer.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from vestcalc.batch.local import AHEAD, KILLED, Done
from vestcalc.batch.partition import Job, Part, work
from vestcalc.batch.refs import Chunk, Ref
from vestcalc.gaps import VestcalcError

#: How often a chunk may be begun again elsewhere, before its documents are tried one by one.
RETRIES = 3
#: How long a scheduler may take to answer.
PATIENCE = "20s"


def dask(chunks: Iterable[Chunk], job: Job, workers: int, scheduler: str | None) -> Iterator[Done]:
    """All chunks, by the workers of a scheduler ("tcp://..."); None: by `workers` processes of a cluster on this machine."""
    with _client(workers, scheduler) as client:
        yield from spread(client, chunks, job)


def spread(client: Any, chunks: Iterable[Chunk], job: Job) -> Iterator[Done]:
    """All chunks, by the workers of a client; a bounded number is under way."""
    from distributed import as_completed

    source = iter(chunks)
    under_way: dict[str, Chunk] = {}
    ready = as_completed([], raise_errors=False)
    while True:
        while len(under_way) < _slots(client) * AHEAD and (chunk := next(source, None)) is not None:
            future = client.submit(work, chunk, job, key=f"vestcalc-{chunk.index}-{chunk.key}", pure=False, retries=RETRIES)
            under_way[future.key] = chunk
            ready.add(future)
        if not under_way:
            return
        future = next(ready)
        chunk = under_way.pop(future.key)
        part = _result(future)
        yield chunk, part if part is not None else _one_by_one(client, chunk, job)


def _slots(client: Any) -> int:
    """Threads of all workers there are now; workers come and go."""
    return sum(client.nthreads().values()) or 1


def _result(future: Any) -> Part | None:
    """The part; None where the chunk took its workers down, one after the other."""
    from distributed.scheduler import KilledWorker

    try:
        part = future.result()
    except KilledWorker:
        return None
    finally:
        future.release()
    return part if isinstance(part, Part) else None


def _one_by_one(client: Any, chunk: Chunk, job: Job) -> Part:
    """The chunk without the documents that take a worker down."""
    tried = [client.submit(work, replace(chunk, items=(item,)), job, pure=False) for item in chunk.items]
    killers = [Ref(item.name, flaw=KILLED, weight=item.weight) for item in chunk.items]
    sound = tuple(item if _result(one) else killer for item, one, killer in zip(chunk.items, tried, killers, strict=True))
    part = _result(client.submit(work, replace(chunk, items=sound), job, pure=False))
    return part or work(replace(chunk, items=tuple(killers)), job)


def _client(workers: int, scheduler: str | None) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise VestcalcError("--engine dask: dask.distributed is not installed; pip install vestcalc[cluster]") from None
    try:
        if scheduler:
            return Client(scheduler, timeout=PATIENCE)
        return Client(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None)
    except (OSError, ValueError, TimeoutError) as error:
        where = scheduler or "a cluster on this machine"
        raise VestcalcError(f"--scheduler: {where} does not answer ({' '.join(str(error).split())[:100]}); check its address") from None
