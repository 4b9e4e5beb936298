"""A partition function that kills its process when it meets a document, for tests; it must be importable in a new process."""

import os

from vestcalc.batch.partition import Job, Part, work
from vestcalc.batch.refs import Chunk, Ref, documents
from vestcalc.gaps import VestcalcError


def deadly(chunk: Chunk, job: Job) -> Part:
    """As `work`, but a document that holds the word DEADLY ends the process at once."""
    for item in chunk.items:
        for found in documents(item) if isinstance(item, Ref) else ():
            if not isinstance(found, VestcalcError) and b"DEADLY" in found.data:
                os._exit(9)
    return work(chunk, job)
