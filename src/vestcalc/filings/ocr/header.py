"""The heading of the form: which form, period of report, original filing date, issuer.

In: the lines above the tables. Out: the facts, None for what is not there, and notices for what stands in for a cell that is not legible:
an issuer's name may be told by the care-of line. Names are as filed; nothing is completed.
"""

import re
from datetime import date

from msgspec import Struct, field

from vestcalc.filings.cells import to_day
from vestcalc.filings.model import Person
from vestcalc.filings.ocr.clean import Line, squash
from vestcalc.filings.ocr.mend import mend
from vestcalc.filings.ocr.tokens import line_tokens
from vestcalc.late import late

_FORM = late(r"(?:SEC\s+)?FORM\s+([345])(\s?/\s?A)?\b(?!\s*or\s)", re.I)
_BRACKETED = late(r"\[\s?([A-Za-z][A-Za-z0-9.\-/ ]{0,11}?)\s?\]")
_ENTITY = late(
    r"\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|l\.?l\.?c|lp|l\.?p|n\.?v|s\.?a|ag|se|trust|holdings?|group|bancorp|bancshares"
    r"|partners|technologies|systems|networks|pharmaceuticals?|therapeutics|/[a-z]{2}/)\b\.?",
    re.I,
)
_CARE_OF = late(r"\bC\s?/\s?[O0]\b[:.]?\s*(.+)", re.I)
_EARLIEST = late(r"earliesttransaction|ofearliest|eventrequiring|dateofevent|fiscalyearended|issuersfiscalyear")
_ORIGINAL = late(r"dateoforiginal|ifamendment|originalfiled")
_LABEL = late(r"(?:\d\s?\.\s)?(?:Issuer\s+Name\s+(?:and|&|<b>and</b>)\s+Ticker\s+or\s+Trad\w{3,5}\s+Symbol)\s*", re.I)
_NEXT_LABEL = late(r"\s(?=\d\s?\.\s[A-Z])|\(Check all|\bDirector\b|\b10% O|\(Last\)|5\. Rel|Relationship of")


class Heading(Struct):
    """What the heading says."""

    form: str | None = None
    period: date | None = None
    original: date | None = None
    issuer: Person = field(default_factory=lambda: Person(None))
    notices: list[str] = field(default_factory=list)


def read_heading(head: list[Line], everything: list[Line], signature: str) -> Heading:
    """The heading's facts; `everything` is searched for the form's number when the heading lacks it.

    `signature` tells the owner's name from the issuer's where a print without cells has both on one line.
    """
    heading = Heading(form=_form(head) or _form(everything) or _form_by_title(everything))
    heading.period, heading.original = _dates(head)
    if heading.period is None:
        heading.notices.append("the date of the earliest transaction is not legible")
    if heading.original and heading.form and "/" not in heading.form:
        heading.form += "/A"
    heading.issuer = _issuer(head, squash(signature), heading.notices)
    return heading


def _form(head: list[Line]) -> str | None:
    """The first "FORM 4" that begins a cell; an amendment if any such heading says so."""
    found = [m for line in head for cell in line.cells if (m := _FORM.match(cell))]
    if not found:
        return None
    return found[0][1] + ("/A" if any(m[2] and m[1] == found[0][1] for m in found) else "")


def _form_by_title(all_lines: list[Line]) -> str | None:
    """The form by its title, where its number is not legible."""
    text = squash("".join(line.squashed for line in all_lines[:60]))
    for title, form in (("initialstatementofbeneficial", "3"), ("annualstatementofchanges", "5"), ("statementofchangesinbeneficial", "4")):
        if title in text:
            return form
    return None


def _dates(head: list[Line]) -> tuple[date | None, date | None]:
    """Period of report and date of original filing: the first date behind each label."""
    found: dict[str, date] = {}
    waiting: list[str] = []
    for line in head:
        for piece in _with_labels(line):
            if isinstance(piece, str):
                if piece not in waiting and piece not in found:
                    waiting.append(piece)
            elif waiting and found.get("period") != piece:
                found[waiting.pop(0)] = piece
    return found.get("period"), found.get("original")


def _with_labels(line: Line) -> list[str | date]:
    """The labels "period" and "original" and the dates of a line, in reading order."""
    out: list[str | date] = []
    dates = [(t.cell, day) for t in mend(line_tokens(line)) if t.kind == "date" and (day := to_day(t.text))]
    for c, cell in enumerate(line.cells):
        squashed = squash(cell)
        spots: list[tuple[int, str | date]] = [
            (m.start(), name) for name, rule in (("period", _EARLIEST), ("original", _ORIGINAL)) if (m := rule.search(squashed))
        ]
        in_cell: list[tuple[int, str | date]] = [(squashed.find(f"{day:%m%d%Y}"), day) for at, day in dates if at == c]
        out += [what for _, what in sorted([*spots, *in_cell], key=lambda pair: pair[0])]
    return out


def _issuer(head: list[Line], signed: str, notices: list[str]) -> Person:
    """The issuer: beside or below its label, else by its symbol in brackets, else by the care-of line."""
    care_of = _care_of(head)
    candidates = [c for c in (*_labelled(head), *_by_symbol(head)) if plausible_name(c.name or "")]
    if care_of:
        agreeing = [c for c in candidates if squash(care_of)[:8] in squash(c.name or "")]
        candidates = agreeing or candidates
    if candidates:
        name = _without_owner(candidates[0].name or "", signed)
        symbol = next((c.symbol for c in candidates if c.symbol), None)
        return Person(name, symbol=symbol)
    if care_of:
        notices.append(f'the issuer\'s cell is not legible; the name is taken from the care-of line "{care_of}"')
        return Person(care_of)
    notices.append("the issuer's name is not legible")
    return Person(None)


def _without_owner(name: str, signed: str) -> str:
    """ "HALE ROBERT J NORTHGATE SYSTEMS INC" without the words of the signature it begins with, if these are a whole name."""
    words = name.split()
    own = 0
    while own < len(words) - 1 and squash(words[own]) in signed:
        own += 1
    return " ".join(words[own:]) if sum(len(w) > 2 for w in words[:own]) >= 2 else name


def _labelled(head: list[Line]) -> list[Person]:
    """What stands behind the label "Issuer Name and Ticker or Trading Symbol" in its cell, or below it."""
    for n, line in enumerate(head):
        for cell in line.cells:
            found = _LABEL.search(cell)
            if not found:
                continue
            inside = _NEXT_LABEL.split(cell[found.end() :], maxsplit=1)[0].strip(" *")
            if inside:
                return [_named(inside)]
            return [_named(c) for after in head[n + 1 : n + 4] for c in after.cells if _BRACKETED.search(c)]
    return []


def _by_symbol(head: list[Line]) -> list[Person]:
    """Every cell that ends in a symbol in brackets."""
    found: list[Person] = []
    for line in head:
        for cell in line.cells:
            match = _BRACKETED.search(cell)
            if match and match.start() > 2:
                found.append(_named(cell))
    return found


def _named(text: str) -> Person:
    """ "NORTHGATE SYSTEMS INC [NGSI]" and "NORTHGATE SYSTEMS INC NGSI" as name and symbol."""
    label = _LABEL.search(text)
    text = text[label.end() :] if label else text
    bracketed = _BRACKETED.search(text)
    if bracketed:
        return Person(text[: bracketed.start()].strip(" ;:,") or None, symbol=bracketed[1].strip().upper())
    words = text.split()
    if len(words) > 2 and words[-1].isupper() and 1 <= len(words[-1]) <= 5 and words[-1].isalpha() and _ENTITY.fullmatch(words[-2]):
        return Person(" ".join(words[:-1]), symbol=words[-1])
    return Person(text.strip() or None)


def _care_of(head: list[Line]) -> str | None:
    """The company of a whole care-of line: it ends as a company's name does."""
    for line in head:
        for cell in line.cells:
            found = _CARE_OF.search(cell)
            if found:
                ends = [m.end() for m in _ENTITY.finditer(found[1])]
                if ends and plausible_name(found[1]):
                    return found[1][: ends[-1]].strip()
    return None


def plausible_name(text: str) -> bool:
    """Whether the text reads like a name: a word with a vowel, few signs, no letter thrice in a row."""
    letters = sum(c.isalnum() or c in " .,&'-/" for c in text)
    if len(text) < 3 or letters * 20 < 17 * len(text):
        return False
    lower = text.lower()
    if re.search(r"([a-z])\1\1", lower):
        return False
    return any(len(w) >= 2 and any(v in "aeiouy" for v in w) for w in re.findall(r"[a-z]+", lower))
