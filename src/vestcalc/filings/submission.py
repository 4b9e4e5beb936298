"""EDGAR's full submission text to a Filing.

In: the bytes of the .txt file: a header (label block, with or without a PEM envelope, or unclosed SGML tags), then documents, one of which
holds the ownership XML between <XML> and </XML>. Out: the filing of that XML, with what the header adds: accession, filing date, and the
people or the period where the XML lacks them. The XML is found by searching; the whole file is never given to a parser.
Refused, in one line: submissions without ownership XML (before mid-2003 these forms were plain text) or with several.
"""

import re
from datetime import date

from msgspec.structs import replace

from vestcalc.filings.cells import to_day
from vestcalc.filings.encoding import decode, utf16_name
from vestcalc.filings.model import Filing, Person
from vestcalc.filings.ownership_xml import read_xml
from vestcalc.gaps import VestcalcError
from vestcalc.late import late

_OPENING, _CLOSING = b"<ownershipDocument", b"</ownershipDocument>"
_FIELD = late(r"^[ \t]*(?:<([A-Z][A-Z0-9-]*)>|([A-Z][A-Z0-9 -]*):)(.*)$", re.MULTILINE)
_ACCESSION = late(r"\b(\d{10}-\d{2}-\d{6})\b", re.ASCII)
_TYPE = late(rb"<TYPE>[ \t]*([^\r\n<]{1,40})", re.IGNORECASE)
_PAGE = late(rb"class\s*=\s*[\"']?FormData", re.IGNORECASE)
_LONGEST = 200_000
_HTML = late(rb"<html.*?</html\s*>", re.IGNORECASE | re.DOTALL)


def read_submission(data: bytes, source: str) -> Filing:
    """The one ownership filing of a full submission; VestcalcError when it holds none, or more than one."""
    if utf16_name(data):
        data = decode(data).encode("utf-8", "replace")
    header, body = _split(data)
    filing = _document(body, source)
    return _with_header(filing, _Header(decode(header[:_LONGEST])))


def _split(data: bytes) -> tuple[bytes, bytes]:
    """The header, and the documents after it."""
    ends = [at for at in (data.find(mark) for mark in (b"<DOCUMENT>", b"<document>", b"<XML>", b"<xml>", _OPENING)) if at >= 0]
    end = min(ends, default=len(data))
    return data[:end], data[end:]


def _document(body: bytes, source: str) -> Filing:
    starts = body.count(_OPENING)
    if starts > 1:
        raise VestcalcError(f"{source}: holds {starts} ownership documents; give each submission as a file of its own")
    if not starts:
        page = _HTML.search(body) if _PAGE.search(body) else None
        if page:
            from vestcalc.filings.html import read_html

            return read_html(decode(page[0]), source)
        raise VestcalcError(_no_ownership(body, source))
    start, stop = body.find(_OPENING), body.rfind(_CLOSING)
    if stop < start:
        raise VestcalcError(f"{source}: the ownership document is cut off, </ownershipDocument> is missing; fetch the filing again")
    outer = max(body.rfind(b"<XML>", 0, start), body.rfind(b"<xml>", 0, start))
    between = body[outer + 5 : start].strip() if outer >= 0 else b""
    declaration = between if between.startswith(b"<?xml") and between.find(b"?>") == len(between) - 2 else b""
    return read_xml(declaration + body[start : stop + len(_CLOSING)], source)


def _no_ownership(body: bytes, source: str) -> str:
    types = list(dict.fromkeys(found.decode("ascii", "replace").strip() for found in _TYPE.findall(body)))
    held = f"documents: {', '.join(types[:5])}" if types else "no document"
    return (
        f"{source}: the submission holds no ownership XML ({held}); before mid-2003 Forms 3, 4 and 5 were plain text: "
        "save the words about vesting as a text file and give that"
    )


class _Header:
    """The label block or the SGML tags before the first document, told apart by nothing but their punctuation."""

    def __init__(self, text: str) -> None:
        self.facts: dict[str, str] = {}
        self.people: dict[str, list[dict[str, str]]] = {"REPORTING OWNER": [], "ISSUER": [], "SUBJECT COMPANY": []}
        person: dict[str, str] | None = None
        for tag, label, value in _FIELD.findall(text.replace("\r\n", "\n").replace("\r", "\n")):
            value = value.strip()
            name = (tag or label).replace("-", " ").strip()
            if name in self.people:
                person = {}
                self.people[name].append(person)
            elif person is not None:
                person.setdefault(name, value)
            else:
                self.facts.setdefault(name, value)
        found = _ACCESSION.search(self.facts.get("ACCESSION NUMBER", "") or text[:4000])
        self.accession = found[1] if found else None

    def get(self, *names: str) -> str | None:
        return next((self.facts[name] for name in names if self.facts.get(name)), None)

    def day(self, *names: str) -> date | None:
        text = self.get(*names) or ""
        return to_day(f"{text[:4]}-{text[4:6]}-{text[6:8]}") if re.fullmatch(r"\d{8}", text, re.ASCII) else None

    def persons(self, *kinds: str) -> tuple[Person, ...]:
        held = [person for kind in kinds for person in self.people[kind]]
        found = [Person(_of(p, "COMPANY CONFORMED NAME", "CONFORMED NAME"), _of(p, "CENTRAL INDEX KEY", "CIK")) for p in held]
        return tuple(dict.fromkeys(p for p in found if p.name or p.cik))


def _of(person: dict[str, str], *names: str) -> str | None:
    return next((person[name] for name in names if person.get(name)), None)


def _with_header(filing: Filing, header: _Header) -> Filing:
    notices = list(filing.notices)
    form = header.get("CONFORMED SUBMISSION TYPE", "TYPE")
    if form and filing.form not in (None, form):
        notices.append(f"the header calls this a Form {form}, the document a Form {filing.form}; the document is followed")
    issuer, owners = filing.issuer, filing.owners
    heads = header.persons("ISSUER", "SUBJECT COMPANY")
    if heads:
        issuer = Person(issuer.name or heads[0].name, issuer.cik or heads[0].cik, issuer.symbol)
    if not any(owner.name for owner in owners):
        owners = header.persons("REPORTING OWNER") or owners
    return replace(
        filing,
        accession=header.accession,
        filed=header.day("FILED AS OF DATE", "FILING DATE"),
        period_of_report=filing.period_of_report or header.day("CONFORMED PERIOD OF REPORT", "PERIOD"),
        issuer=issuer,
        owners=owners,
        notices=tuple(notices),
    )
