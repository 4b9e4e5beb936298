"""Documents made to harm: an answer or one line, in time, and nothing raw on a terminal. What is promised stands in SECURITY.md."""

import io
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Vestcalc, vestcalc  # noqa: F401  (a fixture)
from vestcalc import VestcalcError, schedule_file, schedule_text
from vestcalc.answers import FilingSchedules

#: Seconds: twice what the slowest of these takes on a slow machine; the promise for a filing of a usual size is 2.
PATIENCE = 12.0
VESTS = "25% of the shares vest on March 15, 2024 and the remainder vests in 36 equal monthly installments thereafter. "


@pytest.fixture(scope="module")
def form(fixtures: Path) -> str:
    return (fixtures / "filings" / "example-form4.xml").read_text("utf-8")


def with_notes(form: str, notes: list[str]) -> str:
    made = "".join(f'<footnote id="F{i}">{text}</footnote>' for i, text in enumerate(notes, 1))
    return re.sub(r"(?s)<footnotes>.*</footnotes>", lambda _: f"<footnotes>{made}</footnotes>", form)


def tried(document: str | bytes) -> FilingSchedules | str:
    """The answers or the one line, in time."""
    data = document if isinstance(document, bytes) else document.encode("utf-8", "surrogatepass")
    started = time.perf_counter()
    found: FilingSchedules | str
    try:
        found = schedule_file(data)
        found.to_dict()
    except VestcalcError as error:
        found = str(error)
    assert time.perf_counter() - started < PATIENCE
    assert isinstance(found, FilingSchedules) or "\n" not in found
    return found


ENTITIES = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "x"}">' for i in range(12))


@pytest.mark.parametrize(
    "document",
    [
        f'<?xml version="1.0"?><!DOCTYPE l [{ENTITIES}]><ownershipDocument>&a11;</ownershipDocument>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><ownershipDocument><remarks>&e;</remarks></ownershipDocument>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><ownershipDocument/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "a">]><ownershipDocument>&e;</ownershipDocument>'.encode("utf-16"),
        '<?xml version="1.0" encoding="iso-8859-1"?><!doctype x [<!entity e "a">]><ownershipDocument>&e;</ownershipDocument>',
    ],
    ids=["billion laughs", "external file", "external dtd", "utf-16", "lower case"],
)
def test_entities_are_refused(document: str | bytes) -> None:
    found = tried(document)
    assert isinstance(found, str)
    assert "DTD" in found


FLOODS: dict[str, Callable[[str], str | bytes]] = {
    "deep elements": lambda form: "<ownershipDocument>" + "<a>" * 200_000 + "</a>" * 200_000 + "</ownershipDocument>",
    "deep in a cell": lambda form: form.replace("<value>9000", "<value>" * 20_000 + "9000" + "</value>" * 19_999, 1),
    "many attributes": lambda form: form.replace(
        "<securityTitle>", "<securityTitle " + " ".join(f'a{i}=""' for i in range(9_999)) + ">", 1
    ),
    "bare ampersands": lambda form: form.replace("Common Stock", "A & B " * 200_000, 1),
    "bare less-than": lambda form: form.replace("Common Stock", "< 5 " * 200_000, 1),
    "mangled tags": lambda form: form.replace("<securityTitle>", "<securityTitle" + " a" * 200_000 + ">", 1),
    "deep html": lambda form: "<html><body class='FormData'>" + "<div>" * 200_000 + "Form 4 vest",
    "terms without an end": lambda form: VESTS * 8_000,
    "one word": lambda form: "vest " + "a" * 900_000,
    "blanks": lambda form: "vest" + " " * 900_000 + "x",
    "digits": lambda form: "vest " + "1" * 900_000,
    "brackets": lambda form: "vest " + "(" * 900_000,
    "fractions": lambda form: "vest " + "1/" * 400_000,
    "conjunctions": lambda form: "shares vest " + "and " * 200_000,
    "years": lambda form: "shares vest on March 15, 2024" + ", 2025" * 100_000,
    "numbers in words": lambda form: "vest " + "one hundred million " * 40_000,
    "a percentage of 5,000 digits": lambda form: f"The shares vest {'9' * 5000}% on March 15, 2024.",
    "a fraction of 5,000 digits": lambda form: f"The shares vest 1/{'9' * 5000} each month.",
    "a note of 100 kB": lambda form: with_notes(form, [VESTS * 900]),
    "a sentence of 100 kB": lambda form: with_notes(form, [VESTS.replace(".", ";") * 900]),
    "a note of 1 MB": lambda form: with_notes(form, [VESTS * 9000]),
    "10,000 notes": lambda form: with_notes(form, [VESTS] * 10_000),
    "10,000 notes on a row": lambda form: with_notes(form, [VESTS] * 10_000).replace(
        '<footnoteId id="F1"/>', "".join(f'<footnoteId id="F{i}"/>' for i in range(1, 10_001)), 1
    ),
    "10,000 continued notes": lambda form: with_notes(form, [f"(Continued from Footnote {i}) {VESTS}" for i in range(10_000)]),
    "1,000 rows": lambda form: re.sub(r"(?s)(<nonDerivativeTransaction>.*?</nonDerivativeTransaction>)", lambda m: m[1] * 1000, form),
    "a print of a table": lambda form: "FORM 4\nTable II\n" + "| Option | $5 | 01/02/2020 | A | 5 |\n" * 10_000,
    "a header of a million lines": lambda form: "<SEC-DOCUMENT>\n" + "A:b\n" * 1_000_000 + f"<DOCUMENT><TYPE>4<XML>{form}</XML>",
    "nothing but zeros": lambda form: b"\0" * 5_000_000,
    "every byte": lambda form: bytes(range(256)) * 20_000,
    "bytes that no code page has": lambda form: b"vest " + b"\x81\xff" * 400_000,
    "a picture of a pdf": lambda form: "%PDF-1.4\n" + "1 0 obj<<>>endobj\n" * 100_000,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_floods_end_in_time(flood: str, form: str) -> None:
    tried(FLOODS[flood](form))


def test_what_exceeds_a_limit_is_said_with_the_limit(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    long = schedule_text(VESTS * 2000)
    assert (long.status, long.vests) == ("not-understood", ())
    assert "limit AWARD_CHARS" in long.gaps[0].text
    many = schedule_text(" ".join(f"{i} shares vest on March 15, {2000 + i % 90}." for i in range(1, 400)))
    assert (many.status, len(many.vests)) == ("not-understood", 0)
    assert "limit AWARD_RULES" in many.gaps[0].text
    for limit, document in (
        ("FILE_BYTES", b"x" * 3000),
        ("XML_BYTES", form.encode()),
        ("TEXT_BYTES", (VESTS * 20).encode()),
    ):
        monkeypatch.setattr(f"vestcalc.limits.{limit}", 1000)
        with pytest.raises(VestcalcError, match=f"limit {limit}"):
            schedule_file(document)
        monkeypatch.undo()


def test_a_line_of_a_gigabyte_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.write(b"vest ")
        file.truncate(1 << 30)  # a hole: it takes no room on the disk
    from vestcalc.filings import sources

    held: list[int] = []
    monkeypatch.setattr(sources, "held", lambda name, data, *rest: held.append(len(data)) or iter(()))
    list(sources.expand([str(path)]))
    assert held == [200 * 2**20 + 1]
    monkeypatch.undo()
    (found,) = sources.expand([str(path)])
    assert "limit FILE_BYTES" in str(found)


NAMES = "Bad\x1b[31mRed\x1b]0;title\x07\u202eevil\u2066x\x00\x9b1m\r\nSecond\u2028line"


@pytest.mark.parametrize("command", ["schedule", "vested", "explain", "rules", "check"])
@pytest.mark.parametrize("format", ["table", "md", "csv", "tsv"])
def test_nothing_raw_reaches_a_terminal(
    command: str,
    format: str,
    form: str,
    tmp_path: Path,
    vestcalc: Vestcalc,  # noqa: F811
) -> None:
    path = tmp_path / "evil.xml"
    name = "".join(char for char in NAMES if char not in "\x00\x07\x1b\x9b")  # what XML can carry
    text = form.replace("Common Stock", name).replace("Larkfield Instruments, Inc.", name).replace("OYELARAN MARGIT J", name)
    path.write_bytes(re.sub(r"(<footnote [^>]*>)", rf"\1{name} ", text).replace("VP, Engineering", "x\x1b[31m\x00").encode())
    done = vestcalc(command, path, "--as-of", "2024-01-01", "-f", format) if command == "vested" else vestcalc(command, path, "-f", format)
    if done.status == 2:
        pytest.skip(f"{command} has no {format}")
    assert done.status == 0
    for char in "\x1b\x00\x07\x9b\u202e\u2066":
        assert char not in done.err
        if format in ("table", "md"):
            assert char not in done.out


def test_batch_tables_and_messages_carry_nothing_raw(form: str, tmp_path: Path, vestcalc: Vestcalc) -> None:  # noqa: F811
    folder = tmp_path / "in"
    folder.mkdir()
    text = form.replace("Common Stock", "=HYPERLINK(1)\u202e").replace("Larkfield Instruments, Inc.", "Evil\u2066 Inc.")
    (folder / "evil\x1b[31m\u202e.xml").write_text(text)
    (folder / "bad\x1b[31m.xml").write_text("<x/>")
    for format in ("csv", "jsonl"):
        done = vestcalc("batch", folder, "-o", tmp_path / f"v.{format}", "-j", "1")
        written = "".join(path.read_text("utf-8") for path in tmp_path.glob(f"v*.{format}"))
        assert done.status == 1
        for char in "\x1b\u202e\u2066":
            assert char not in done.err + written
        assert "HYPERLINK" in written
        if format == "csv":
            assert not re.search(r"(^|,)\"?[=+@]", written, re.MULTILINE)
            assert "'=HYPERLINK" in written


def test_days_and_amounts_at_the_edge(form: str) -> None:
    late = tried(with_notes(form, ["The shares vest in 100 equal annual installments beginning on March 15, 9950."]))
    assert isinstance(late, FilingSchedules)
    assert late.awards[0].vests == () or late.awards[0].vests[-1].date.year <= 9999
    huge = schedule_text("25% vest on March 15, 2024 and 75% on March 15, 2025.", shares=10**18, granted="2024-01-01", exercise_price="0")
    assert [vest.shares for vest in huge.vests] == [25 * 10**16, 75 * 10**16]
    position = huge.as_of("2024-06-01", price="1")
    assert position.exercise_cost == 0
    assert position.in_the_money == 25 * 10**16
    odd = schedule_text("1/3 vest on March 15, 2024 and the remaining shares on March 15, 2025.", shares=10**18 + 1)
    assert sum(vest.shares or 0 for vest in odd.vests) == 10**18 + 1


def test_html_in_notes_stays_text(form: str) -> None:
    found = tried(with_notes(form, ["&lt;script&gt;alert(1)&lt;/script&gt; 25% of the shares vest on March 15, 2024."]))
    assert isinstance(found, FilingSchedules)
    assert "<script>" in found.awards[0].notes[0][1]


def test_standard_input_is_read_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    from vestcalc.filings.sources import expand

    monkeypatch.setattr("vestcalc.limits.HELD_ARCHIVE_BYTES", 1000)
    monkeypatch.setattr("vestcalc.limits.FILE_BYTES", 1000)
    (found,) = expand(["-"], io.BytesIO(b"vest " * 1000))
    assert "limit FILE_BYTES" in str(found)
