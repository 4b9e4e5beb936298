"""What is done of a batch, on the disk, so that it can go on after a stop of any kind.

In: Parts as they come, in any order. Out: the Parts in the order of the input. A folder beside the output holds `job.json`, which says what
the batch is, and one file a chunk, written whole or not at all: its presence says that the chunk is done. Refused: to go on with a
batch that was begun with other options, or that another process is working on.
"""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from vestcalc.batch.partition import Job, Part
from vestcalc.batch.refs import Chunk
from vestcalc.batch.tally import Tally
from vestcalc.given import UsageError

_LINE = 8


class Parts:
    """The folder of one batch."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: IO[bytes] | None = None

    def begin(self, job: Job, paths: Sequence[str], version: str) -> None:
        """Makes the folder, or takes it up again where it is of the same batch; UsageError where it is not."""
        about = {"vestcalc": version, "paths": list(paths), "format": job.format, "rounding": job.rounding,
                 "day_of_month": job.day_of_month, "limits": job.limits}  # fmt: skip
        self.folder.mkdir(exist_ok=True)
        self._take()
        state = self.folder / "job.json"
        if state.exists():
            before = _loaded(state)
            if before != json.loads(json.dumps(about)):
                differs = ", ".join(name for name in about if not before or before.get(name) != json.loads(json.dumps(about[name])))
                raise UsageError(f"{self.folder}: an unfinished batch with another {differs} is there; finish that one, or add --fresh")
        else:
            write_whole(state, json.dumps(about).encode())
        for leftover in self.folder.glob("*.tmp"):
            leftover.unlink(missing_ok=True)

    def _take(self) -> None:
        """Holds the folder for this process; the system lets go of it however the process ends."""
        self._lock = (self.folder / "lock").open("ab")
        try:
            import fcntl

            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            return
        except OSError:
            raise UsageError(f"{self.folder}: another process is working on this batch; wait for it, or name another output") from None

    def _file(self, chunk: Chunk) -> Path:
        return self.folder / f"{chunk.index:08}-{chunk.key}.part"

    def tally_of(self, chunk: Chunk) -> Tally | None:
        """The figures of a chunk that is done; None when it is not."""
        path = self._file(chunk)
        try:
            with path.open("rb") as file:
                return Tally.from_dict(_head(file)["tally"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):  # damaged: done again
            path.unlink(missing_ok=True)
            return None

    def keep(self, chunk: Chunk, part: Part) -> None:
        """The part as a file, whole or not at all."""
        sizes = {name: len(data) for name, data in part.tables.items()}
        head = json.dumps({"tally": part.tally.as_dict(), "sizes": sizes}).encode()
        write_whole(self._file(chunk), len(head).to_bytes(_LINE, "big") + head + b"".join(part.tables.values()))

    def tables(self, chunks: Sequence[tuple[int, str]], name: str) -> Iterator[bytes]:
        """One table of every chunk, in order."""
        for index, key in chunks:
            with (self.folder / f"{index:08}-{key}.part").open("rb") as file:
                sizes = _head(file)["sizes"]
                before = sum(sizes[other] for other in list(sizes)[: list(sizes).index(name)])
                file.seek(before, os.SEEK_CUR)
                data = file.read(sizes[name])
                if data:
                    yield data

    def forget(self) -> None:
        """Removes the folder and what is in it."""
        import shutil

        self.release()
        shutil.rmtree(self.folder, ignore_errors=True)

    def release(self) -> None:
        """Lets go of the folder."""
        if self._lock:
            self._lock.close()
            self._lock = None


def _head(file: IO[bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read(int.from_bytes(file.read(_LINE), "big")))
    return found


def _loaded(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_whole(path: Path, data: bytes) -> None:
    """The file with these bytes, whole or not at all."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        file.write(data)
    os.replace(temporary, path)
