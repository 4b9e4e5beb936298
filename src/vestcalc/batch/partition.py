"""The partition function: one chunk of documents to its rows. Every engine runs this and nothing else.

In: a Chunk and the Job (options, format, limits), both small and picklable. Out: a Part: the tables as bytes and a tally. The same chunk
gives the same Part wherever and however often it is run. No document stops the others: what cannot be read, takes too long, or meets a
fault of this program, is a row of the errors table.
"""

from collections.abc import Iterator
from time import perf_counter

from msgspec import Struct, field

from vestcalc import limits
from vestcalc.batch.alarm import Alarm, TooLong
from vestcalc.batch.bucket import filings_in
from vestcalc.batch.columns import Tables
from vestcalc.batch.formats import encoded
from vestcalc.batch.refs import Bucket, Chunk, Ref, documents
from vestcalc.batch.rows import add_error, add_filing
from vestcalc.batch.tally import Tally
from vestcalc.calculate import Options, forget_notes, schedule_filing
from vestcalc.filings import read
from vestcalc.filings.model import Filing
from vestcalc.gaps import VestcalcError

#: Numbers of filings within a chunk; a filing's number is that of its chunk times this, and its place in it.
NUMBERS = 1_000_000
#: Bytes of documents after which the notes read before are let go; so a process that reads for days does not grow.
REMEMBERED = 8 * limits.MB

_since = 0


class Job(Struct, frozen=True):
    """How a batch is to be done."""

    format: str
    rounding: str = "cumulative-round-down"
    day_of_month: str = "anchor"
    limits: dict[str, int] = field(default_factory=dict)

    @property
    def exact(self) -> bool:
        """Share counts are texts "n/d"."""
        return self.rounding == "fractional"


class Part(Struct, frozen=True):
    """What became of a chunk."""

    tables: dict[str, bytes]
    tally: Tally


def work(chunk: Chunk, job: Job) -> Part:
    """All documents of a chunk."""
    limits.override(**job.limits)
    with Alarm() as alarm:
        worker = _Worker(chunk, job, alarm)
        for item in chunk.items:
            for source, read_it in _filings(item, worker):
                worker.one(source, read_it)
    started = perf_counter()
    tables = encoded(worker.tables, job.format, job.exact)
    worker.tally.seconds["writing"] += perf_counter() - started
    worker.tally.bytes = chunk.weight
    _forget(sum(item.weight for item in chunk.items))
    return Part(tables, worker.tally)


def _forget(size: int) -> None:
    global _since
    _since += max(size, limits.MB // 16)
    if _since > REMEMBERED:
        forget_notes()
        _since = 0


class _Worker:
    """The tables and the tally of one chunk as they grow."""

    def __init__(self, chunk: Chunk, job: Job, alarm: Alarm) -> None:
        self.tables = Tables()
        self.tally = Tally()
        self.options = Options(job.rounding, job.day_of_month)
        self.number = chunk.index * NUMBERS
        self.alarm = alarm

    def one(self, source: str, made: "Filing | bytes") -> None:
        """One document: read, understood, dated, put into the tables; or a row of errors."""
        started, before = perf_counter(), self.tables.lengths()
        try:
            try:
                self.alarm.rings_in(limits.FILE_SECONDS)
                filing = read(made, source) if isinstance(made, bytes) else made
                been_read = perf_counter()
                answers = schedule_filing(filing, self.options)
                understood = perf_counter()
                add_filing(self.tables, self.number, answers)
                self.tally.add_filing(answers)
            finally:
                self.alarm.rings_in(0)
        except (Exception, TooLong) as error:
            self.tables.cut(*before)
            self.error(_told(error, source))
        else:
            spent = self.tally.seconds
            spent["reading"] += been_read - started
            spent["understanding"] += understood - been_read
            spent["writing"] += perf_counter() - understood
            self.number += 1
        spent_here = perf_counter() - started
        if spent_here > self.tally.slowest:
            self.tally.slowest, self.tally.slowest_file = spent_here, source

    def error(self, text: str, kind: str = "error") -> None:
        add_error(self.tables, text, kind)
        self.tally.errors += kind == "error"


def _filings(item: Ref | Bucket, worker: _Worker) -> Iterator[tuple[str, Filing | bytes]]:
    """The documents of an item; what is none is told to the worker."""
    if isinstance(item, Bucket):
        for source, filing in filings_in(item):
            if isinstance(filing, VestcalcError):
                worker.error(str(filing))
            else:
                yield source, filing
        return
    for found in documents(item):
        if isinstance(found, VestcalcError):
            worker.error(str(found), "notice" if item.notice else "error")
        else:
            yield found


def _told(error: BaseException, source: str) -> str:
    """What is wrong with a document, or with this program: the other documents still are read."""
    if isinstance(error, VestcalcError):
        return str(error)
    if isinstance(error, TooLong):
        return f"{source}: not done in {limits.FILE_SECONDS} seconds (limit FILE_SECONDS); please report it with the file"
    return f"{source}: a fault of vestcalc ({type(error).__name__}: {str(error)[:200]}); please report it with the file"
