"""The submissions in one bucket of a data set, as Filings.

In: a Bucket, as spool.py packed it. Out: a Filing for each submission, in the order of the accession numbers; or the error for which it
cannot be made. Refused: a submission with more rows and notes than SUBMISSION_ROWS.
"""

import json
from collections.abc import Iterator

from vestcalc import limits
from vestcalc.batch.refs import Bucket
from vestcalc.filings.archives import shown
from vestcalc.filings.datasets import Layout, filing_of
from vestcalc.filings.model import Filing
from vestcalc.gaps import VestcalcError


def filings_in(bucket: Bucket) -> Iterator[tuple[str, Filing | VestcalcError]]:
    """(name, filing or error) for each submission."""
    first, _, rest = bucket.data.partition(b"\n")
    layouts = {table: Layout(table, header) for table, header in json.loads(first).items()}
    submissions: dict[str, dict[str, list[list[str]]]] = {}
    for text in rest.split(b"\n"):
        if text:
            table, key, values = json.loads(text)
            submissions.setdefault(key, {}).setdefault(table, []).append(values)
    for key in sorted(submissions):
        source = f"{shown(bucket.name)}/{key}"
        records = submissions.pop(key)
        if sum(map(len, records.values())) > limits.SUBMISSION_ROWS:
            yield source, VestcalcError(f"{source}: more than {limits.SUBMISSION_ROWS} rows and notes (limit SUBMISSION_ROWS); not read")
            continue
        yield source, filing_of(key, records, layouts, source)
