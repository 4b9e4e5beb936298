"""The coverage-guided fuzzer: bytes in, an answer or one line out, and what holds of every answer.

    python tests/fuzz/fuzz.py [WHAT, default documents] [-max_total_time=60] [FOLDER of documents to begin with]

WHAT is `documents` (any reader, told by the content), `xml`, `text` (the print and plain terms), `page`, `submission`, `words` (the
language) or `table` (a table of a data set). The options with one dash are libFuzzer's; it keeps what leads to new paths in the first
folder named. Without a folder it begins with the project's fixtures. Needs atheris (the extra `fuzz`). Ends with status 1 and the document
on the first fault.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
#: A document of libFuzzer's size must be done within so many seconds.
SLOW = 2.0

with atheris.instrument_imports(include=["vestcalc"], enable_loader_override=False):
    from tests.fuzz.test_readers import answered, sound
    from vestcalc import filings, schedule_text
    from vestcalc.calculate import schedule_filing
    from vestcalc.filings.tsv import read_table
    from vestcalc.gaps import VestcalcError
    from vestcalc.reading import read  # noqa: F401  (all rooms are imported here, so that all are watched)
    from vestcalc.schedule import build  # noqa: F401


def documents(data: bytes) -> None:
    answered(data)


def _with(reader: Callable[[str], object], data: bytes) -> None:
    try:
        filing = reader(data.decode("utf-8", "replace"))
    except VestcalcError:
        return
    schedule_filing(filing).to_dict()  # type: ignore[arg-type]


def xml(data: bytes) -> None:
    from vestcalc.filings.ownership_xml import read_xml

    _with(lambda text: read_xml(data, "x"), data)


def submission(data: bytes) -> None:
    from vestcalc.filings.submission import read_submission

    _with(lambda text: read_submission(data, "x"), data)


def text(data: bytes) -> None:
    from vestcalc.filings.ocr_text import read_text

    _with(lambda words: read_text(words, "x"), data)


def page(data: bytes) -> None:
    from vestcalc.filings.html import read_html

    _with(lambda words: read_html(words, "x"), data)


def words(data: bytes) -> None:
    award = schedule_text(data.decode("utf-8", "replace"), shares=48_001, granted="2019-01-31")
    sound(award)
    award.to_dict()


def table(data: bytes) -> None:
    import io

    list(read_table(io.BytesIO(data), "FOOTNOTES.tsv"))


TARGETS = {one.__name__: one for one in (documents, xml, submission, text, page, words, table)}


def seeds(folder: Path, what: str) -> None:
    """What to begin with, for the fuzzer: the fixtures; for the language their notes."""
    for path in sorted((ROOT / "fixtures" / "filings").iterdir()):
        data = path.read_bytes()
        if what != "words":
            (folder / path.name).write_bytes(data)
            continue
        try:
            notes = filings.read(data, path.name).notes
        except VestcalcError:
            continue
        for name, note in notes.items():
            (folder / f"{path.name}-{name}").write_text(note, "utf-8")


def main() -> None:
    what = next((word for word in sys.argv[1:] if word in TARGETS), "documents")
    rest = [word for word in sys.argv[1:] if word not in TARGETS]
    folder = tempfile.mkdtemp(prefix="vestcalc-fuzz-")
    if all(word.startswith("-") for word in rest):
        rest.append(folder)
        seeds(Path(folder), what)

    def one(data: bytes) -> None:
        started = time.monotonic()
        TARGETS[what](data)
        if time.monotonic() - started > SLOW:
            raise TimeoutError(f"{len(data)} bytes took {time.monotonic() - started:.1f} s")

    atheris.Setup([sys.argv[0], "-max_len=20000", f"-artifact_prefix={folder}/", *rest], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
