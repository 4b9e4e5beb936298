"""The members of a big archive as references, without unpacking it.

In: the path of a zip, a tar, or a file packed by gzip, bzip2 or xz (a tar in it or not). Out, lazily: Refs that stretch over bytes of the
file; of a packed tar the bytes themselves, a member at a time. Refused, as Refs with a flaw: bombs, links, devices, encrypted and
broken members. A header that claims to be huge is never read.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from vestcalc import limits
from vestcalc.batch.refs import Item, Ref
from vestcalc.filings.archives import CUT_OFF, Bomb, Budget, archive_kind, damage, is_document, line, opened, too_long
from vestcalc.filings.archives import why_not_member as refused

if TYPE_CHECKING:
    from tarfile import TarInfo
    from zipfile import ZipInfo


def zip_items(path: str, stamp: int, spool: Path) -> Iterator[Item]:
    """The members of a zip in the order of its directory; of a data set its submissions."""
    import zipfile

    from vestcalc.batch.spool import dataset_items, is_dataset

    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except damage() as error:
        yield Ref(path, flaw=f"a broken zip file ({line(error)}); fetch it again")
        return
    if is_dataset(member.filename for member in members):
        yield from dataset_items(path, spool)
        return
    if len(members) > limits.ARCHIVE_MEMBERS:
        yield Ref(path, flaw=f"more than {limits.ARCHIVE_MEMBERS} members (limit ARCHIVE_MEMBERS); unpack it and give the folder")
        return
    yield from _zip_members(path, stamp, members)


def _zip_members(path: str, stamp: int, members: "list[ZipInfo]") -> Iterator[Item]:
    budget = Budget(os.path.getsize(path))
    met: dict[str, int] = {}
    for member in members:
        if not is_document(member.filename):
            continue
        times = met[member.filename] = met.get(member.filename, 0) + 1
        name = f"{path}/{member.filename}" + (f"#{times}" if times > 1 else "")
        try:
            budget.take(member.file_size)
        except Bomb as bomb:
            yield Ref(path, flaw=str(bomb))
            return
        yield _zip_member(name, path, member, stamp)
    if not met:
        yield Ref(path, flaw="a zip without files")


def _zip_member(name: str, path: str, member: "ZipInfo", stamp: int) -> Ref:
    if member.flag_bits & 1:
        return Ref(name, flaw="encrypted; unpack the zip with its password first")
    if member.file_size > limits.HELD_ARCHIVE_BYTES or member.compress_size > limits.HELD_ARCHIVE_BYTES:
        return Ref(name, flaw=too_long(limits.HELD_ARCHIVE_BYTES, "HELD_ARCHIVE_BYTES"))
    if member.compress_type not in (0, 8):
        return Ref(name, flaw="packed in a way few zips are; unpack it and give the folder")
    size = member.compress_size
    return Ref(name, path, member.header_offset, size, member.compress_type, member.CRC, weight=size, stamp=stamp)


def tar_items(path: str, head: bytes, size: int, stamp: int) -> Iterator[Item]:
    """The members of a tar, or the one file that is packed."""
    try:
        with open(path, "rb") as file:
            if archive_kind(head) == "tar":
                yield from _tar_members(path, Seekable(file), None, size, stamp)
                return
            with opened(file, head) as unpacked:
                first = unpacked.read(512)
            if archive_kind(first) != "tar":
                yield Ref(path, path, weight=size, stamp=stamp)
                return
            file.seek(0)
            with opened(file, head) as unpacked:
                yield from _tar_members(path, Guarded(unpacked, Budget(size)), file, size, stamp)
    except Bomb as bomb:
        yield Ref(path, flaw=str(bomb))
    except damage() as error:
        yield Ref(path, flaw=f"a broken archive ({line(error)}); fetch it again")


def _tar_members(path: str, file: "Guarded", packed: BinaryIO | None, size: int, stamp: int) -> Iterator[Item]:
    """`packed` is the file behind a packed tar, whose place tells how far it is read; None for a tar as it is."""
    import tarfile

    found, before = False, 0
    try:
        with tarfile.open(fileobj=file, mode="r:") as archive:  # type: ignore[call-overload]
            for member in archive:
                archive.members = []  # the list would grow with the archive
                if not is_document(member.name) or member.isdir():
                    continue
                found = True
                now = packed.tell() if packed else member.offset_data + member.size
                yield _tar_member(path, archive.fileobj, member, packed is not None, size, max(now - before, 0), stamp)
                before = now
    except (tarfile.TarError, RecursionError) as error:
        yield Ref(path, flaw=f"a broken tar file ({line(error)}); fetch it again")
        return
    if not found:
        yield Ref(path, flaw="a tar without files")


def _tar_member(path: str, file: "Guarded", member: "TarInfo", packed: bool, size: int, weight: int, stamp: int) -> Ref:
    name = f"{path}/{member.name}"
    flaw = refused(member)
    if flaw:
        return Ref(name, flaw=flaw, weight=weight)
    if not packed:
        if member.offset_data + member.size > size:
            return Ref(name, flaw=CUT_OFF, weight=weight)
        return Ref(name, path, member.offset_data, member.size, weight=weight, stamp=stamp)
    file.seek(member.offset_data)
    data = file.read(member.size)
    if len(data) < member.size:
        return Ref(name, flaw=CUT_OFF, weight=weight)
    return Ref(name, data=data, weight=weight, stamp=stamp)


class Guarded:
    """A file for reading forwards that gives no more at once than an archive may have, and no more in all than its budget.

    tarfile looks one byte back between members, which would make a packed file start again: the last block is kept for that.
    """

    def __init__(self, file: BinaryIO, budget: Budget | None = None) -> None:
        self.file, self.budget = file, budget
        self.place = self.wanted = 0
        self.tail = b""

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= limits.HELD_ARCHIVE_BYTES:
            raise Bomb("a header in it claims to be huge; not read further")
        while self.wanted > self.place and self._forward(min(self.wanted - self.place, limits.MB)):
            pass
        back = self.place - self.wanted
        if back > len(self.tail):
            raise OSError("its members do not follow one another")
        kept = self.tail[len(self.tail) - back :][:size] if back > 0 else b""
        data = kept + (self._forward(size - len(kept)) if size > len(kept) else b"")
        self.wanted += len(data)
        return data

    def _forward(self, size: int) -> bytes:
        data = self.file.read(size)
        if self.budget:
            self.budget.take(len(data))
        self.place += len(data)
        self.tail = (self.tail + data)[-512:] if len(data) < 512 else data[-512:]
        return data

    def seek(self, place: int, whence: int = 0) -> int:
        if whence:
            raise OSError("only absolute places")
        self.wanted = place
        return place

    def tell(self) -> int:
        return self.wanted

    def close(self) -> None:
        self.file.close()


class Seekable(Guarded):
    """The same over a tar as it lies on the disk, where what is passed over is not read."""

    def read(self, size: int = -1) -> bytes:
        if self.wanted != self.place:
            self.file.seek(self.wanted)
            self.place, self.tail = self.wanted, b""
        return super().read(size)
