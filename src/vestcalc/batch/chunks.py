"""References in groups that one worker does at a time.

In: the references of the input, in order. Out: Chunks, numbered in that order, none of them with more bytes or documents than a worker
should hold. The same input gives the same chunks, so that an interrupted batch knows what is done.
"""

from collections.abc import Iterable, Iterator

from vestcalc import limits
from vestcalc.batch.refs import Chunk, Item, Ref, key_of

#: Documents of a chunk, and the bytes of the input it may stand for.
DOCUMENTS = 128
BYTES = 4 * limits.MB


def chunks(items: Iterable[Item], documents: int | None = None) -> Iterator[Chunk]:
    """The items grouped; a bucket of a data set is a group by itself."""
    index, group, size = 0, list[Item](), 0
    for item in items:
        big = _bytes(item)
        if group and (len(group) >= (documents or DOCUMENTS) or size + big > BYTES or not isinstance(item, Ref)):
            yield _chunk(index, group)
            index, group, size = index + 1, [], 0
        group.append(item)
        size += big
        if not isinstance(item, Ref):
            yield _chunk(index, group)
            index, group, size = index + 1, [], 0
    if group:
        yield _chunk(index, group)


def _chunk(index: int, group: list[Item]) -> Chunk:
    return Chunk(index, tuple(group), key_of(group))


def _bytes(item: Item) -> int:
    return max(len(item.data or b""), item.size if isinstance(item, Ref) else 0, item.weight)
