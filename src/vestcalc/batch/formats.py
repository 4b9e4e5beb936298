"""Tables as bytes: Parquet by way of Arrow, CSV, JSON lines.

In: the columns of one chunk. Out: bytes for each table, which `merge.py` puts one behind the other. CSV is that of every command: cells
that a spreadsheet would run as a formula are made harmless, one row is one line. Refused: parquet without pyarrow (the extra `batch`).
"""

import io
import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from vestcalc.batch.columns import COUNT, DAY, FLAG, MOVING, TABLES, TEXT, WHOLE, Columns
from vestcalc.gaps import VestcalcError

#: Digits of a share count in Parquet, and how many of them stand behind the point (cells of a filing have four at most).
PRECISION, SCALE = 38, 10
FORMATS = ("parquet", "csv", "jsonl")


def encoded(tables: dict[str, Columns], format: str, exact: bool) -> dict[str, bytes]:
    """Each table in the format; `exact`: share counts are texts "n/d". A table without a row is b""."""
    make = _ENCODERS[format]
    return {name: make(name, tables, exact) if _rows(tables[name]) else b"" for name in TABLES}


def _rows(columns: Columns) -> int:
    return len(next(iter(columns.values())))


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


def _arrow(table: str, tables: dict[str, Columns], exact: bool) -> bytes:
    import pyarrow as pa

    schema = arrow_schema(table, exact)
    if table == "vests":
        place = pa.array(tables["vests"]["of"], pa.int64())
        arrays = [
            _array(tables["vests"][field.name], field.type)
            if field.name in MOVING
            else _array(tables["awards"][field.name], field.type).take(place)
            for field in schema
        ]
    else:
        arrays = [_array(tables[table][field.name], field.type) for field in schema]
    batch = pa.record_batch(arrays, schema=schema)
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, schema, options=pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)) as writer:
        writer.write_batch(batch)
    return sink.getvalue()


def _array(values: list[object], kind: Any) -> Any:
    """An Arrow array; share counts are mostly whole and small, which goes faster by way of int64."""
    import pyarrow as pa

    if not pa.types.is_decimal(kind):
        return pa.array(values, kind)
    try:
        return pa.array(values, pa.int64()).cast(kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError, TypeError):
        from decimal import Decimal

        return pa.array([Decimal(value) if isinstance(value, str | int) else None for value in values], kind)


def rows_of(table: str, tables: dict[str, Columns]) -> Iterator[tuple[object, ...]]:
    """The rows of a table in the order of its columns."""
    if table != "vests":
        return zip(*(tables[table][name] for name in TABLES[table]), strict=True)
    place, awards = tables["vests"]["of"], tables["awards"]
    columns = [tables["vests"][name] if name in MOVING else list(map(awards[name].__getitem__, place)) for name in TABLES["vests"]]  # type: ignore[arg-type]
    return zip(*columns, strict=True)


def _csv(table: str, tables: dict[str, Columns], exact: bool) -> bytes:
    from vestcalc.report.csv_ import as_csv
    from vestcalc.report.flat import text

    lines = as_csv(list(TABLES[table]), ([text(value) for value in row] for row in rows_of(table, tables)))
    next(lines)
    return "".join(lines).encode("utf-8", "backslashreplace")


def csv_head(table: str) -> bytes:
    """The first line of a table."""
    return (",".join(TABLES[table]) + "\n").encode()


def _jsonl(table: str, tables: dict[str, Columns], exact: bool) -> bytes:
    names = list(TABLES[table])
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_iso) for row in rows_of(table, tables)]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


_ENCODERS: dict[str, Callable[[str, dict[str, Columns], bool], bytes]] = {"parquet": _arrow, "csv": _csv, "jsonl": _jsonl}
