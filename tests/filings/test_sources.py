"""What a user names to documents: files, directories, zips, standard input; one error a fault, the others still read."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vestcalc.filings.encoding import decode
from vestcalc.filings.sources import Source, expand
from vestcalc.gaps import VestcalcError


def pack(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def errors(paths: list[str]) -> list[str]:
    found = [str(each) for each in expand(paths) if isinstance(each, VestcalcError)]
    assert not any("\n" in line for line in found)
    return found


def test_files_in_the_order_named(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_bytes(b"two")
    (tmp_path / "a.xml").write_bytes(b"one")
    names = [str(tmp_path / "b.xml"), str(tmp_path / "a.xml")]
    assert list(expand(names)) == [Source(names[0], b"two"), Source(names[1], b"one")]


def test_a_directory_is_all_it_holds_by_name(tmp_path: Path) -> None:
    (tmp_path / "2014").mkdir()
    for name in ("z.txt", "a.html", "2014/m.xml", ".hidden", "2014/.also"):
        (tmp_path / name).write_bytes(name.encode())
    found = [each for each in expand([tmp_path]) if isinstance(each, Source)]
    assert [data for _, data in found] == [b"a.html", b"z.txt", b"2014/m.xml"]
    assert found[2].name == os.path.join(str(tmp_path), "2014", "m.xml")


def test_a_zip_is_all_it_holds_also_within_a_zip(tmp_path: Path) -> None:
    inner = pack({"x.xml": b"<x/>"})
    path = tmp_path / "filings.zip"
    path.write_bytes(pack({"b/two.txt": b"2", "a.xml": b"1", "c.zip": inner, "__MACOSX/a.xml": b"0", "b/.DS_Store": b"0"}))
    assert list(expand([path])) == [
        Source(f"{path}/a.xml", b"1"),
        Source(f"{path}/b/two.txt", b"2"),
        Source(f"{path}/c.zip/x.xml", b"<x/>"),
    ]


def test_standard_input_as_it_is_or_as_a_zip() -> None:
    assert list(expand(["-"], io.BytesIO(b"terms"))) == [Source("-", b"terms")]
    assert list(expand(["-"], io.BytesIO(pack({"a.xml": b"1"})))) == [Source("-/a.xml", b"1")]


def test_it_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"one")
    late = tmp_path / "late.xml"
    found = expand([tmp_path / "a.xml", late])
    assert next(found) == Source(str(tmp_path / "a.xml"), b"one")
    late.write_bytes(b"written meanwhile")
    assert next(found) == Source(str(late), b"written meanwhile")


def test_a_fault_is_a_line_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_bytes(b"good")
    missing = str(tmp_path / "no.xml")
    found = list(expand([missing, str(tmp_path / "good.xml")]))
    assert str(found[0]) == f"{missing}: no such file or directory; check the path"
    assert found[1] == Source(str(tmp_path / "good.xml"), b"good")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.xml", b" \n", "empty"),
        ("broken.zip", pack({"a.xml": b"1" * 100})[:60], "a broken zip file"),
        ("none.zip", pack({}), "a zip without files"),
        ("book.xlsx", pack({"[Content_Types].xml": b"<a/>", "xl/book.xml": b"<a/>"}), "an Office file"),
        ("deep.zip", pack({"1.zip": pack({"2.zip": pack({"3.zip": pack({"a.xml": b"1"})})})}), "unpack it first"),
        ("crc.zip", pack({"a.xml": b"1234567"}).replace(b"1234567", b"7654321"), "cannot be unpacked"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    if name == "crc.zip":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("a.xml", b"1234567")
        data = out.getvalue().replace(b"1234567", b"7654321")
    path = tmp_path / name
    path.write_bytes(data)
    (line,) = errors([str(path)])
    assert line.startswith(str(path))
    assert said in line


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(pack({"a.xml": b"1"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(bytes(data))
    assert errors([str(path)]) == [f"{path}/a.xml: encrypted; unpack the zip with its password first"]


def test_an_empty_directory_is_named(tmp_path: Path) -> None:
    assert errors([str(tmp_path)]) == [f"{tmp_path}: a directory without files; name one that holds filings"]


def test_names_are_shown_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb.xml").write_bytes(b"1")
    assert list(expand([tmp_path])) == [Source(f"{tmp_path}/a?b.xml", b"1")]


def test_a_path_that_no_system_takes() -> None:
    (line,) = errors(["a\0b"])
    assert "cannot be read" in line


@given(st.data())
def test_any_damage_to_a_zip_is_a_line(data: st.DataObject) -> None:
    whole = bytearray(pack({"a.xml": b"<a/>" * 9, "b.txt": b"words"}))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    for found in expand(["-"], io.BytesIO(bytes(whole))):
        assert isinstance(found, Source) or "\n" not in str(found)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("§ – “q”".encode(), "§ – “q”"),
        ("\ufeffa§".encode(), "a§"),
        (b"caf\xe9 \x93q\x94 \x96", "café “q” –"),
        (b"\x81\xe9\x92", "\x81é’"),
        ("a§ –".encode("utf-16"), "a§ –"),
        ("a§ –".encode("utf-16-be"), "a§ –"),
        (b"", ""),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


@given(st.binary(max_size=100))
def test_every_byte_becomes_a_character(data: bytes) -> None:
    assert isinstance(decode(data), str)
