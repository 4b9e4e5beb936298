"""A whole batch, from paths to files.

In: paths, the output, the Job, the engine. Out: the tables on the disk and the Tally. Done again after a stop, it goes on where it was;
stopped at any point, it leaves either the finished files or none of them, beside a folder named as the output with `.unfinished`.
Refused: an output that cannot be written, an input without any document.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from vestcalc.batch.chunks import chunks
from vestcalc.batch.inputs import items, listed, paths_of, weight_of
from vestcalc.batch.local import Done, processes, serial
from vestcalc.batch.merge import merge, targets
from vestcalc.batch.partition import Job
from vestcalc.batch.parts import Parts, write_whole
from vestcalc.batch.progress import Progress
from vestcalc.batch.refs import Chunk
from vestcalc.batch.tally import InOrder, Tally
from vestcalc.gaps import VestcalcError
from vestcalc.given import UsageError

Engine = Callable[[Iterable[Chunk], Job], Iterator[Done]]


class Outcome(Struct, frozen=True):
    """What a batch came to: the figures, and the file of each table."""

    tally: Tally
    files: dict[str, Path]


def engine_of(name: str, workers: int, scheduler: str | None = None) -> Engine:
    """The engine by its name: "processes" or "dask"."""
    if name == "dask":
        from vestcalc.batch.cluster import dask

        return lambda chunks, job: dask(chunks, job, workers, scheduler)
    if workers == 1:
        return serial
    return lambda chunks, job: processes(chunks, job, workers)


def run(
    paths: Sequence[str],
    output: Path,
    job: Job,
    *,
    engine: Engine = serial,
    listing: Iterable[bytes] | None = None,
    fresh: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Does a batch, or what is left of it; `listing` is the list of paths that "-" stands for."""
    from vestcalc import __version__

    progress = progress or Progress()
    parts = Parts(output.with_name(output.name + ".unfinished"))
    try:
        if fresh and parts.folder.exists():
            parts.forget()
        parts.begin(job, paths, __version__)
        listing_file = None if listing is None else listed(listing, parts.folder / "paths.txt")
        progress.count_in_background(lambda: weight_of(paths_of(paths, listing_file)))
        tally, order = _all(items(paths_of(paths, listing_file), parts.folder / "spool"), parts, job, engine, progress)
        progress.close()
        if not order:
            parts.forget()
            raise VestcalcError("nothing to read: the list of paths is empty")
        merge(lambda name: parts.tables(order, name), output, job.format, job.exact)
        write_whole(output.with_name(f"{output.stem}.summary.json"), _summary(tally))
        parts.forget()
    except OSError as error:
        raise UsageError(f"{output}: cannot be written ({error.strerror or error}); what is done is kept beside it") from None
    finally:
        progress.close()
        parts.release()
    return Outcome(tally, targets(output))


def _all(found: Iterable[object], parts: Parts, job: Job, engine: Engine, progress: Progress) -> tuple[Tally, list[tuple[int, str]]]:
    """Every chunk done, now or before; the figures in the order of the input, and the chunks as (index, key)."""
    total = InOrder()
    order: list[tuple[int, str]] = []

    def left() -> Iterator[Chunk]:
        for chunk in chunks(found):  # type: ignore[arg-type]
            order.append((chunk.index, chunk.key))
            done = parts.tally_of(chunk)
            if done is None:
                yield chunk
            else:
                total.add(chunk.index, done)
                progress.add(chunk.weight, done.files, earlier=True)

    for chunk, part in engine(left(), job):
        parts.keep(chunk, part)
        total.add(chunk.index, part.tally)
        progress.add(chunk.weight, part.tally.files)
    return total.tally, order


def _summary(tally: Tally) -> bytes:
    import json

    return (json.dumps(tally.as_dict(), indent=2) + "\n").encode()
