"""Tables as bytes: Parquet by way of Arrow, CSV, JSON lines.

In: the columns of one chunk. Out: bytes for each table, which `merge.py` puts one behind the other. CSV is that of every command: cells
that a spreadsheet would run as a formula are made harmless, one row is one line. Refused: parquet without pyarrow (the extra `batch`).
"""

import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from vestcalc.batch.columns import AWARDS, COUNT, DAY, FLAG, MOVING, TABLES, TEXT, VESTS, WHOLE, Tables
from vestcalc.gaps import VestcalcError

#: Digits of a share count in Parquet, and how many of them stand behind the point (cells of a filing have four at most).
PRECISION, SCALE = 38, 10
FORMATS = ("parquet", "csv", "jsonl")


def encoded(tables: Tables, format: str, exact: bool) -> dict[str, bytes]:
    """Each table in the format; `exact`: share counts are texts "n/d". A table without a row is b""."""
    return dict.fromkeys(TABLES, b"") | _ENCODERS[format](tables, exact)


def need_pyarrow() -> Any:
    """pyarrow, or one line that says what to install.

    Arrow's own allocator keeps what was given back: a process that writes tables would grow by 30 MB. The system's does not; the workers
    inherit the choice, and one that the user has made stands.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise VestcalcError("parquet: pyarrow is not installed; pip install vestcalc[batch], or write csv or jsonl") from None
    return pyarrow


def arrow_schema(table: str, exact: bool) -> Any:
    """The Arrow schema of a table."""
    import pyarrow as pa

    kinds = {TEXT: pa.string(), DAY: pa.date32(), WHOLE: pa.int64(), FLAG: pa.bool_()}
    kinds[COUNT] = pa.string() if exact else pa.decimal128(PRECISION, SCALE)
    return pa.schema([(name, kinds[kind]) for name, kind in TABLES[table].items()])


def _arrow(tables: Tables, exact: bool) -> dict[str, bytes]:
    import pyarrow as pa

    made: dict[str, list[Any]] = {}
    for table, rows in tables.in_rows():
        schema = arrow_schema(table, exact)
        made[table] = [_array([row[name] for row in rows], kind) for name, kind in zip(schema.names, schema.types, strict=True)]
    if tables.awards:
        place, schema = pa.array(tables.of, pa.int64()), arrow_schema("vests", exact)
        awards = dict(zip(AWARDS, made["awards"], strict=True))
        made["vests"] = [
            _array(tables.vests[name], kind) if name in MOVING else awards[name].take(place)
            for name, kind in zip(schema.names, schema.types, strict=True)
        ]
    return {table: _stream(pa.record_batch(arrays, schema=arrow_schema(table, exact))) for table, arrays in made.items()}


def _stream(batch: Any) -> bytes:
    """A batch as an Arrow stream."""
    import pyarrow as pa

    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)) as writer:
        writer.write_batch(batch)
    return sink.getvalue()


def _array(values: Sequence[object], kind: Any) -> Any:
    """An Arrow array; share counts are mostly whole and small, which goes faster by way of int64."""
    import pyarrow as pa

    if not pa.types.is_decimal(kind):
        return pa.array(values, kind)
    try:
        return pa.array(values, pa.int64()).cast(kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError, TypeError):
        from decimal import Decimal

        return pa.array([Decimal(value) if isinstance(value, str | int) else None for value in values], kind)


def _rows(tables: Tables) -> Iterator[tuple[str, Iterable[Sequence[object]]]]:
    """Each table that has rows, with them in the order of its columns."""
    if tables.awards:
        vests, own = tables.vests, [tables.awards[place] for place in tables.of]
        columns = [vests[name] if name in MOVING else [award[name] for award in own] for name in VESTS]
        yield "vests", zip(*columns, strict=True)
    for table, rows in tables.in_rows():
        yield table, ([row[name] for name in TABLES[table]] for row in rows)


def _csv(tables: Tables, exact: bool) -> dict[str, bytes]:
    from vestcalc.report.csv_ import as_csv
    from vestcalc.report.flat import text

    made = {}
    for name, rows in _rows(tables):
        lines = as_csv(list(TABLES[name]), ([text(value) for value in row] for row in rows))
        next(lines)
        made[name] = "".join(lines).encode("utf-8", "backslashreplace")
    return made


def csv_head(table: str) -> bytes:
    """The first line of a table."""
    return (",".join(TABLES[table]) + "\n").encode()


def _jsonl(tables: Tables, exact: bool) -> dict[str, bytes]:
    made = {}
    for name, rows in _rows(tables):
        lines = [json.dumps(dict(zip(TABLES[name], row, strict=True)), ensure_ascii=False, default=_iso) for row in rows]
        made[name] = ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
    return made


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


_ENCODERS: dict[str, Callable[[Tables, bool], dict[str, bytes]]] = {"parquet": _arrow, "csv": _csv, "jsonl": _jsonl}
