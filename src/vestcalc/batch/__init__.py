"""Many filings into three tables: awards, vests and gaps; and one of errors, a line for each file that cannot be read.

In: paths of files, directories, archives, lists and the SEC's data sets. Out: parquet, csv or jsonl. The way through: `inputs` lists
references to documents, `chunks` groups them, an engine runs `partition.work` on every chunk, `parts` keeps what is done, `merge` puts it
together. One chunk is all that a worker holds. Refuses what has no documents, and to go on with other options than it began with.
"""

from vestcalc.batch.run import run

__all__ = ["run"]
