"""The reporting owner and the signature, each checked against the other.

In: the heading's lines and those of the signature block. Out: the owners as filed (last name first) and notices: an owner's cell
that is not legible is filled from a signature in the person's own name, and the notice says so.
"""

import re

from vestcalc.filings.model import Person
from vestcalc.filings.ocr.clean import BREAK, Line, squash
from vestcalc.filings.ocr.header import plausible_name
from vestcalc.late import late

_LABEL = late(r"(?:(?:N?ame\s+and\s+)?Address\s+of\s+)?Reporting\s+Person\s?[*'’”\"]{0,3}(?:\s?\[\*?\])?\s*", re.I)
_STOP = late(
    r"\s(?=\d\s?\.\s)|\d\s?\.\s?(?:Issuer|Date)|\((?:Last|First|Check)\b|\bC/O\b|\bX?\s?Director\b|10%\s?O|\[[^\]]{1,12}\]|\bOfficer\b|\s[^\w\s&]+(?=\s)|\s[—–_=~]",
    re.I,
)
_PLACE = late(
    r"\(Last\)|\(Street\)|\(City\)|Date of Earl|\bC/O\b|^\W*\d|P\.?\s?O\.?\s?Box|\b\d{5}(?:-\d{4})?\W*\Z|Issuer Name|Relationship", re.I
)
_COMPANY = late(r"\b(?:symbol|issuer|section|washington)\b", re.I)
_DATE = late(r"\d{1,2}/\d{1,2}/\d{2,4}|\bDate\b")
_BY_PROXY = late(r"attorney|\bby\b|\bfor\b|power of|p\.?o\.?a\b|\bas\b|trustee|/s/", re.I)
_SUFFIX = late(r"(?:Jr|Sr|II|III|IV)\.?\Z")


def owners_of(head: list[Line], block: list[str], issuer: str | None, notices: list[str]) -> tuple[Person, ...]:
    """The reporting owners; `block`, the lines of the signature; `issuer`, whose name may share the owner's line."""
    signed = squash(" ".join(block))
    cells = _owner_cells(head, issuer)
    known = next((c for c in cells if any(len(w) > 2 and squash(w) in signed for w in c.split())), None)
    if known:
        return (Person(known),)
    cell = cells[0] if cells else None
    own_hand = _own_name(block)
    if own_hand and (not cell or _named_in(head, own_hand)):
        notices.append(f'the reporting owner\'s cell is not legible; the name is taken from the signature "{own_hand}"')
        return (Person(_last_first(own_hand)),)
    if cell:
        if signed:
            notices.append(f'the reporting owner "{cell}" does not appear in the signature')
        return (Person(cell),)
    notices.append("the reporting owner's name is not legible")
    return ()


def _owner_cells(head: list[Line], issuer: str | None) -> list[str]:
    """Names behind the label "Name and Address of Reporting Person", or in the first cells of the lines below it; the likeliest first."""
    for n, line in enumerate(head):
        for cell in line.cells:
            found = _LABEL.search(cell)
            if not found or ("ame and" not in line.text and "ddress" not in line.text):
                continue
            inside = _name(cell[found.end() :])
            return [inside] if inside else _below(head[n + 1 : n + 8], issuer)
    return []


def _below(after: list[Line], issuer: str | None) -> list[str]:
    names: list[str] = []
    for line in after:
        for part in line.cells[0].split(BREAK) if line.cells else ():
            own = part[: part.find(issuer)] if issuer and issuer in part else part.partition("[")[0]
            name = _name(own)
            if name and not _COMPANY.search(own):
                names.append(name)
            elif _PLACE.search(own):
                return names
    return names


def _name(text: str) -> str | None:
    """The words of a name, up to the next label of the form."""
    text = _STOP.split(text, maxsplit=1)[0].strip(" *_;:,-|")
    words = text.split()
    return (
        " ".join(words) if 2 <= len(words) <= 8 and not set("()") & set(text) and not _PLACE.search(text) and plausible_name(text) else None
    )


def _own_name(block: list[str]) -> str | None:
    """A signature in the person's own name: two to five capitalised words and nothing of an attorney."""
    if _BY_PROXY.search(" ".join(block)):
        return None
    for line in block:
        words = _DATE.sub(" ", line).split()
        if 2 <= len(words) <= 5 and all(w[0].isupper() for w in words) and plausible_name(" ".join(words)):
            return " ".join(words)
    return None


def _named_in(head: list[Line], name: str) -> bool:
    text = "".join(line.squashed for line in head)
    return any(len(w) > 3 and squash(w) in text for w in name.split())


def _last_first(name: str) -> str:
    """ "Robert J. Hale" as the form writes it: "Hale Robert J."."""
    words = name.replace(",", " ").split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.match(words[-1]) else ""
    return " ".join([words[-1], *words[:-1], *([suffix] if suffix else [])])
