"""Ties notes whose marks a print lost to the rows they speak of, and fills a code that is not legible.

In: rows and notes. Out: rows with assumptions, and notices for notes that stay without a row. A note that speaks of vesting goes to the one
award row that has none; where several could take it, kind, number of units or date in the words must single one out.
"""

import re

from msgspec.structs import replace

from vestcalc.filings.model import Row
from vestcalc.filings.notes import continued, tie
from vestcalc.filings.ocr.lexicon import VESTING, WITHHOLDING
from vestcalc.late import late
from vestcalc.terms.models import Assumption

_OPTION, _UNIT = late(r"option", re.I), late(r"unit|rsu", re.I)
_KINDS = (
    (late(r"\boptions?\b", re.I), _OPTION),
    (late(r"\brestricted (?:stock|share) units?\b|\bRSUs?\b", re.I), _UNIT),
    (
        late(r"\brestricted (?:stock|shares?)\b(?! unit)", re.I),
        late(r"restricted (?:stock|share)s?(?! unit)|common|ordinary", re.I),
    ),
)
#: Days and years are no numbers of units, and smaller numbers stand for too much else.
_DATES = late(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:,?\s\d{4})?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
_FEWEST = 100
#: Settlement of something that vested: no terms of an award.
_UPON = late(r"\b(?:up)?on (?:the )?vesting\b|\bvesting of a security\b|\bvesting and settlement\b", re.I)


def with_codes(rows: list[Row], notes: dict[str, str]) -> list[Row]:
    """Rows whose code is not legible as awards, where they were acquired for nothing and their notes speak of vesting."""
    return [_coded(row, notes) for row in rows]


def _coded(row: Row, notes: dict[str, str]) -> Row:
    if row.holding or row.code is not None or row.acquired == "D" or row.amount is None:
        return row
    if row.acquired is None and row.table == "I":
        return row
    free = row.price is not None and not row.price.strip("0.")
    vests = any(speaks_of_vesting(notes.get(n, "")) for n in row.notes)
    if not (free and vests):
        return row
    place = f"Table {row.table} row {row.number}"
    text = f"{place}: the transaction code is not legible; acquired at a price of 0 and said to vest, the row is read as an award (code A)"
    return replace(row, code="A", acquired="A", assumptions=(*row.assumptions, Assumption("code-not-legible", text)))


def speaks_of_vesting(text: str) -> bool:
    """Whether a note speaks of vesting, and not of shares withheld for tax."""
    return bool(VESTING.search(_UPON.sub(" ", text))) and not WITHHOLDING.search(text)


def tie_lost(rows: list[Row], notes: dict[str, str], notices: list[str]) -> list[Row]:
    """The rows, with the notes that no mark leads to tied where one row only can be meant."""
    rows = list(rows)
    later = continued(notes, rows)
    used = {number for row in rows for number in row.notes}
    lost = [number for number in notes if number not in used and number not in later]
    for number in lost:
        if WITHHOLDING.search(notes[number]) and not speaks_of_vesting(notes[number]):
            _tie_only(rows, number, [i for i, r in enumerate(rows) if r.code == "F" and not r.notes])
    waiting = [number for number in lost if speaks_of_vesting(notes[number])]
    again = True
    while waiting and again:  # a note that found its row leaves fewer rows for the others
        left = [number for number in waiting if not tie_award(rows, number, notes)]
        waiting, again = left, len(left) < len(waiting)
    for number in waiting:
        several = any(not _contradicts(rows[i], notes[number]) for i in awards_without_terms(rows, notes))
        notices.append(f"note {number} speaks of vesting, but no row carries its mark" + (" and several could" if several else ""))
    return rows


def _tie_only(rows: list[Row], number: str, among: list[int]) -> None:
    if len(among) == 1:
        rows[among[0]] = tie(rows[among[0]], number, "it speaks of shares withheld, and this is the only such row without a note")


def awards_without_terms(rows: list[Row], notes: dict[str, str]) -> list[int]:
    """The awards without terms."""
    return [i for i, r in enumerate(rows) if _takes(r) and not any(speaks_of_vesting(notes.get(n, "")) for n in r.notes)]


def tie_award(rows: list[Row], number: str, notes: dict[str, str]) -> bool:
    """Ties a note that speaks of vesting to the one award row that it can belong to; False where none or several can."""
    text = notes[number]
    free = awards_without_terms(rows, notes)
    chosen = [i for i in free if not _contradicts(rows[i], text)]
    why = "it speaks of vesting, and this is the only award without terms" + (
        " that is of the kind it names" if len(chosen) < len(free) else ""
    )
    for narrow, what in ((_by_number, "number of units"), (_by_kind, "kind of award"), (_by_date, "date")):
        fewer = narrow(rows, chosen, text) if len(chosen) > 1 else []
        if fewer:
            chosen, why = fewer, f"it names the row's {what}"
    if len(chosen) == 1:
        rows[chosen[0]] = tie(rows[chosen[0]], number, why)
    return len(chosen) == 1


def _contradicts(row: Row, text: str) -> bool:
    """Whether the words name kinds of award, none of which the row's title is, and the title is another one."""
    named = [is_kind for words, is_kind in _KINDS if words.search(text)]
    return bool(named) and not any(_is(row, kind) for kind in named) and any(_is(row, kind) for _, kind in _KINDS[:2])


def _is(row: Row, kind: re.Pattern[str]) -> bool:
    """Whether a row is of a kind by its title; an exercise price beside an expiration date makes an option of a title that names none."""
    if kind is _OPTION and row.table == "II" and not _UNIT.search(row.security):
        return bool(kind.search(row.security) or (row.expires and row.exercise_price and row.exercise_price.strip("0.")))
    return kind.search(row.security) is not None


def _takes(row: Row) -> bool:
    """A row that terms of vesting may belong to: an award, an unreadable code, a holding of more than plain shares."""
    if row.holding:
        return row.table == "II" or bool(re.search(r"restricted|unit|option", row.security, re.I))
    return row.code in ("A", None) and row.acquired != "D"


def doubtful_digits(rows: list[Row], notes: dict[str, str]) -> list[str]:
    """Notices on values whose last digit may be a note's mark that no row carries ("191" for "19" with note 1)."""
    tied = {n for r in rows if any(a.code == "note-tied-by-content" for a in r.assumptions) for n in r.cell_notes.get("row", ())}
    lost = tied | (set(notes) - {n for r in rows for n in r.notes})
    out: list[str] = []
    for row in rows:
        small = [f"{n:f}" for n in (row.amount, row.following) if n is not None and n < 1000]
        prices = [p for p in (row.exercise_price, row.price) if p and len(p.partition(".")[2]) > 2]
        for text in (*small, *prices):
            if any(len(text) > len(n) and text.endswith(n) for n in lost):
                place = f"table {row.table} row {row.number}"
                out.append(f"{place}: the last digit of {text} may be the mark of a note; check it against the print")
    return out


def _by_number(rows: list[Row], among: list[int], text: str) -> list[int]:
    flat = _DATES.sub(" ", text).replace(",", "")
    sizes = {i: n for i in among if (n := rows[i].amount or rows[i].underlying_amount) is not None and n >= _FEWEST}
    return [i for i, size in sizes.items() if re.search(rf"(?<![\d.]){size:f}(?!\d|\.\d)", flat)]


def _by_kind(rows: list[Row], among: list[int], text: str) -> list[int]:
    for words, title in _KINDS:
        if words.search(text):
            found = [i for i in among if _is(rows[i], title)]
            if found:
                return found
    return []


def _by_date(rows: list[Row], among: list[int], text: str) -> list[int]:
    shapes = {i: (f"{d:%B} {d.day}, {d.year}", f"{d:%m/%d/%Y}") for i in among if (d := rows[i].transaction_date)}
    return [i for i, names in shapes.items() if any(name in text for name in names)]
