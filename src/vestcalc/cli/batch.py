"""vestcalc batch: many filings into tables, with progress and a summary."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from vestcalc import limits
from vestcalc.calculate import DAYS_OF_MONTH, ROUNDINGS
from vestcalc.cli import options as o
from vestcalc.cli.inputs import note
from vestcalc.cli.output import chosen_format
from vestcalc.given import UsageError, one_of, shown

FORMATS = ("parquet", "csv", "jsonl")
ENGINES = ("processes", "dask")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...", help="Files, folders, zip and tar archives, the SEC's data sets; - is a list of paths on standard input."
    ),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="OUT", help="The table of vests: .parquet, .csv or .jsonl; the others beside it.")
]
Jobs = Annotated[str | None, typer.Option("--jobs", "-j", metavar="N", help="How many processes; default: one for each core.")]
Engine = Annotated[str, typer.Option("--engine", metavar="NAME", help="processes (on this machine) or dask.")]
Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS", help="With --engine dask: tcp://host:8786.")]
Limit = Annotated[
    list[str] | None, typer.Option("--limit", metavar="NAME=N", help="Another limit, such as FILE_SECONDS=5; see SECURITY.md.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Begin anew where an unfinished batch is there.")]


def batch(
    paths: Paths = None,
    output: Output = None,
    format: o.Format = None,
    jobs: Jobs = None,
    engine: Engine = "processes",
    scheduler: Scheduler = None,
    rounding: o.Rounding = "cumulative-round-down",
    day_of_month: o.DayOfMonth = "anchor",
    limit: Limit = None,
    fresh: Fresh = False,
    strict: o.Strict = False,
) -> None:
    """Many filings into tables of awards, vests and gaps; stopped and started again, it goes on where it was."""
    from vestcalc.batch.formats import need_pyarrow
    from vestcalc.batch.partition import Job
    from vestcalc.batch.run import engine_of, run

    target, chosen = _target(paths, output, format)
    one_of(rounding, ROUNDINGS, "rounding")
    one_of(day_of_month, DAYS_OF_MONTH, "day of month")
    if one_of(engine, ENGINES, "--engine") != "dask" and scheduler:
        raise UsageError("--scheduler goes with --engine dask")
    limits.override(**limits.parsed(" ".join(limit or ())))
    if chosen == "parquet":
        need_pyarrow()
    job = Job(chosen, rounding, day_of_month, limits.changed())
    listing = sys.stdin.buffer if "-" in (paths or ()) else None
    try:
        done = run(paths or (), target, job, engine=engine_of(engine, _jobs(jobs), scheduler), listing=listing, fresh=fresh)
    except KeyboardInterrupt:
        note(f"what is done is kept in {target}.unfinished; the same command goes on from there")
        raise
    for line in done.tally.lines():
        note(line)
    doubtful = done.tally.failed_checks or done.tally.statuses["incomplete"] or done.tally.statuses["not-understood"]
    raise typer.Exit(1 if done.tally.errors else 3 if strict and doubtful else 0)


def _target(paths: list[str] | None, output: str | None, format: str | None) -> tuple[Path, str]:
    """Where the vests go, and in what format."""
    if not paths:
        raise UsageError("nothing to read; give files, folders or archives, or - for a list of paths")
    if output is None or output == "-":
        raise UsageError("--output: several tables come out; name a file for the vests, -o vests.parquet")
    target = Path(output)
    suffix = target.suffix.lower().lstrip(".")
    chosen = suffix if format is None and suffix in FORMATS else chosen_format(format, output, FORMATS, force=True)
    if target.is_dir():
        raise UsageError(f"--output: {shown(output)} is a directory; name a file")
    if not target.parent.is_dir():
        raise UsageError(f"--output: the directory of {shown(output)} is not there; make it first")
    return target, chosen


def _jobs(given: str | None) -> int:
    if given is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= 1024:
        raise UsageError(f"--jobs: {shown(given)} is no number of processes; give 1 to 1024")
    return int(given)
