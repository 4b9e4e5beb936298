"""Bytes of a filing to text.

In: bytes as a filer, EDGAR or a browser left them. Out: str, without a byte order mark.
UTF-8 and UTF-16 (by byte order mark, or by the zero bytes of plain ASCII in UTF-16); all else is Windows-1252, of which
Latin-1 is the part that filings use. It refuses nothing: every byte becomes a character.
"""

import codecs
import re

from vestcalc.late import late

_LATIN = late(rb"^\s*<\?xml[^>]{0,80}encoding\s*=\s*.(?:iso-8859-1|latin-?1|windows-1252|cp1252|us-ascii|ascii)\W", re.IGNORECASE)

#: The characters of Windows-1252 where it differs from Latin-1; the five bytes it lacks stay what they are there.
_CP1252 = {b: char for b in range(0x80, 0xA0) if (char := bytes((b,)).decode("cp1252", errors="ignore"))}


def utf16_name(data: bytes) -> str | None:
    """The codec of UTF-16 text, told by its mark or by the zero bytes beside a first ASCII character; else None."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(data) >= 4 and data[1] == 0 == data[3] and data[0]:
        return "utf-16-le"
    if len(data) >= 4 and data[0] == 0 == data[2] and data[1]:
        return "utf-16-be"
    return None


def declares_latin(data: bytes) -> bool:
    """True when an XML declaration names Latin-1 or a neighbour, under which filers write Windows-1252 quotes and dashes."""
    return b"encoding" in data[:120] and _LATIN.match(data[:200]) is not None


def decode(data: bytes) -> str:
    """The text of `data`: UTF-16 by its mark, else UTF-8, else Windows-1252 (bytes that code page lacks are taken as Latin-1)."""
    wide = utf16_name(data)
    if wide:
        return data.decode(wide, errors="replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_CP1252)
