"""Which format a file really is, told by its content and never by its name.

In: bytes. Out: the Filing that the reader of that format makes of them. EDGAR's own formats, PDF, the rendered page, text of a print, and
plain words about vesting are read; archives, office documents, pictures and other binary data are refused in one line.
"""

import re

from vestcalc import limits
from vestcalc.filings.archives import too_long
from vestcalc.filings.errors import NotAFiling
from vestcalc.filings.model import Filing
from vestcalc.late import late

_SUBMISSION = late(r"<SEC-DOCUMENT|<SEC-HEADER|<SUBMISSION>|<IMS-DOCUMENT|<IMS-HEADER|-----BEGIN PRIVACY-ENHANCED MESSAGE|<XML>\s", re.I)
_PAGE = late(r"class\s?=\s?[\"']?(?:FormData|SmallFormData|FootnoteData|FormText)|<html\b|<!doctype html", re.I)
_BARE_XML = late(rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml\b[^<>?]{0,200}\?>\s{0,99})?<ownershipDocument\b")
_OWNERSHIP = late(r"<(?:\w{1,30}:)?ownershipDocument", re.I)
_OTHER_XML = late(r"\s*<\?xml\b[^>]{0,200}\?>(?:\s|<!--.{0,2000}?-->|<\?[^>]{0,500}\?>)*<([A-Za-z][\w:.-]{0,60})", re.DOTALL)
#: Elements of an ownership form, for a file whose outermost element is damaged.
_WITHIN = late(r"</?(?:schemaVersion|issuerCik|reportingOwner\w*|nonDerivative\w+|derivative(?:Table|Transaction|Holding|Security))\s*>")
_KNOWN_BINARY = (
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"PAR1", "a parquet table"),
)
#: Bytes of letters beyond ASCII, of which the end of the head must not hold a part.
_PARTS = bytes(range(128, 256))
#: How far into a file its kind is looked for.
_HEAD = 65536


def read(data: bytes, source: str) -> Filing:
    """The filing in `data`; `source` names it in messages. VestcalcError when it is none."""
    if len(data) > limits.FILE_BYTES:
        raise NotAFiling(f"{source}: {too_long(limits.FILE_BYTES, 'FILE_BYTES')}")
    if _BARE_XML.match(data):  # by far the most files: told without a look at the rest
        from vestcalc.filings.ownership_xml import read_xml

        return read_xml(data, source)
    if not data.strip():
        raise NotAFiling(f"{source}: empty; give a Form 3, 4 or 5 or a text of vesting terms")
    if b"%PDF-" in data[:1024]:
        from vestcalc.filings.pdf import read_pdf

        return read_pdf(data, source)
    for magic, name in _KNOWN_BINARY:
        if data.startswith(magic):
            raise NotAFiling(f"{source}: {name}, not a filing; give the text, PDF or XML of a Form 3, 4 or 5")
    from vestcalc.filings.encoding import decode

    head = decode(data if len(data) <= _HEAD else data[:_HEAD].rstrip(_PARTS))
    if _SUBMISSION.search(head):
        from vestcalc.filings.submission import read_submission

        return read_submission(data, source)
    if _OWNERSHIP.search(head):
        from vestcalc.filings.ownership_xml import read_xml

        return read_xml(data, source)
    other = _OTHER_XML.match(head)
    if other and not _PAGE.search(head):
        raise NotAFiling(f"{source}: XML of another kind (its outermost element is {other[1]}); give the XML of a Form 3, 4 or 5")
    if _WITHIN.search(head):
        raise NotAFiling(f"{source}: the XML of an ownership form without its ownershipDocument element: damaged; get the file again")
    return _read_loose(decode(data), head, source)


def _read_loose(text: str, head: str, source: str) -> Filing:
    """The rendered page, text of a print, or plain terms."""
    if len(text) > limits.TEXT_BYTES:
        raise NotAFiling(f"{source}: {too_long(limits.TEXT_BYTES, 'TEXT_BYTES')}")
    if _binary(head):
        raise NotAFiling(f"{source}: binary data, not a filing; give the text, PDF or XML of a Form 3, 4 or 5")
    from vestcalc.filings.ocr.sections import looks_like_form

    if _PAGE.search(head):
        words = re.sub(r"<[^<>]{0,300}>", " ", text)
        if looks_like_form(words):
            from vestcalc.filings.html import read_html

            return read_html(text, source)
        text = words
    if not looks_like_form(text):
        from vestcalc.filings.plain import read_plain

        return read_plain(text, source)
    from vestcalc.filings.ocr_text import read_text

    return read_text(text, source)


def _binary(head: str) -> bool:
    """Whether one character in fifty or more is a control character that no text has."""
    odd = sum(1 for c in head if c < " " and c not in "\t\n\r\f\v\x1a") + head.count("\ufffd") + sum("\x7f" <= c <= "\x9f" for c in head)
    return odd * 50 > len(head)
