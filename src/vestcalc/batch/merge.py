"""The tables of all chunks, one behind the other, as the files the user named.

In: the parts in the order of the input. Out: four files, each of which is there whole or not at all: OUT holds the vests, and beside it
stand OUT's name with .awards, .gaps and .errors before the suffix. No more than a group of rows is held in memory.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from vestcalc.batch.columns import TABLES
from vestcalc.batch.formats import arrow_schema, csv_head

#: Rows of a group in Parquet.
GROUP = 20_000


def targets(output: Path) -> dict[str, Path]:
    """Where each table goes."""
    return {name: output if name == "vests" else output.with_name(f"{output.stem}.{name}{output.suffix}") for name in TABLES}


def merge(read: Callable[[str], Iterable[bytes]], output: Path, format: str, exact: bool) -> None:
    """Writes all tables; `read` gives the parts of one."""
    made: list[tuple[Path, Path]] = []
    try:
        for name, path in targets(output).items():
            temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
            made.append((temporary, path))
            if format == "parquet":
                _parquet(read(name), temporary, name, exact)
            else:
                _text(read(name), temporary, csv_head(name) if format == "csv" else b"")
        for temporary, path in made:
            os.replace(temporary, path)
    finally:
        for temporary, _ in made:
            temporary.unlink(missing_ok=True)


def _text(parts: Iterable[bytes], path: Path, head: bytes) -> None:
    with path.open("wb") as file:
        file.write(head)
        for data in parts:
            file.write(data)


def _parquet(parts: Iterable[bytes], path: Path, table: str, exact: bool) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = arrow_schema(table, exact)
    alone = pa.ipc.IpcReadOptions(use_threads=False)  # for parts as small as these, threads take twice the work
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        held: list[pa.RecordBatch] = []
        rows = 0
        for data in parts:
            for batch in pa.ipc.open_stream(data, options=alone):
                held.append(batch)
                rows += batch.num_rows
            if rows >= GROUP:
                writer.write_table(pa.Table.from_batches(held, schema), row_group_size=GROUP)
                held, rows = [], 0
        if held:
            writer.write_table(pa.Table.from_batches(held, schema), row_group_size=GROUP)
