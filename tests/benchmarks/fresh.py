"""Filings with fresh numbers and dates, made from real ones.

In: ownership XML documents and a seed. Out: as many documents as asked for, each of them one of the originals with every date moved by the
same number of years, every count of shares multiplied by the same factor, and other names, in the cells and in the notes alike; so that
the words still agree with themselves and no note of two filings is the same that has a number or a date in it.
"""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_YEAR = re.compile(r"(?<![\d,.$-])(?:19|20)\d\d(?![\d,]|\.\d)")
_COUNT = re.compile(r"(?<![\d.,$/-])\d{1,3}(?:,\d{3})+(?![\d,/%]|\.\d)|(?<![\d.,$/-])(?!(?:19|20)\d\d\b)\d{4,9}(?![\d,/%-]|\.\d*[1-9])")
_CELL = re.compile(r"(<(?:transactionShares|underlyingSecurityShares|sharesOwnedFollowingTransaction)>\s*<value>)([\d.]+)(</value>)")
_DATE = re.compile(r"(<value>|<periodOfReport>)((?:19|20)\d\d)-(\d\d)-(\d\d)")
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_SPOKEN = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{2,4})(?![\d/])")
_NOTE = re.compile(r"(<footnote\b[^>]*>)(.*?)(</footnote>)", re.DOTALL)
_NAME = re.compile(r"(<(?:issuerName|rptOwnerName|issuerCik|rptOwnerCik)>)([^<]*)(<)")


def originals() -> list[str]:
    """The ownership XML of the folder VESTCALC_SHARED names, else the project's own."""
    shared = os.environ.get("VESTCALC_SHARED")
    folder = Path(shared) / "corpus" / "filings" if shared else ROOT / "fixtures" / "filings"
    found = [path.read_text("utf-8") for path in sorted(folder.glob("*.xml"))]
    return [text for text in found if "</ownershipDocument>" in text]


def fresh(texts: list[str], number: int, seed: int = 7) -> Iterator[str]:
    """`number` documents, the originals in turn."""
    chance = random.Random(seed)
    for i in range(number):
        yield _changed(texts[i % len(texts)], chance)


def _changed(text: str, chance: random.Random) -> str:
    years = 0 if "-02-29" in text or "February 29" in text else chance.choice([year for year in range(-12, 13) if year])
    months = _room(text, chance)
    factor, letters = chance.randrange(2, 1000), f"{chance.randrange(10**9):09}"
    text = _DATE.sub(lambda m: f"{m[1]}{int(m[2]) + years}-{int(m[3]) + months:02}-{m[4]}", text)
    text = _CELL.sub(lambda m: m[1] + _times(m[2], factor) + m[3], text)
    text = _NAME.sub(lambda m: m[1] + (letters if m[2].isdigit() else f"{m[2]} {letters}") + m[3], text)
    return _NOTE.sub(lambda m: m[1] + _note(m[2], years, months, factor) + m[3], text)


def _room(text: str, chance: random.Random) -> int:
    """By how many months all dates may move without one of them changing its year or losing its day."""
    days = [(int(m[3]), int(m[4])) for m in _DATE.finditer(text)]
    for note in _NOTE.finditer(text):
        days += [(MONTHS.index(m[1]) + 1, int(m[2])) for m in _SPOKEN.finditer(note[2])]
        days += [(int(m[1]), int(m[2])) for m in _SLASHED.finditer(note[2])]
    if not days or max(day for _, day in days) > 28:
        return 0
    months = [month for month, _ in days]
    return chance.randrange(1 - min(months), 13 - max(months)) if max(months) <= 12 else 0


def _note(words: str, years: int, months: int, factor: int) -> str:
    words = _COUNT.sub(lambda m: f"{int(m[0].replace(',', '')) * factor:,}", words)
    words = _SPOKEN.sub(lambda m: f"{MONTHS[MONTHS.index(m[1]) + months]} {m[2]}", words)
    words = _SLASHED.sub(lambda m: f"{int(m[1]) + months}/{m[2]}/{m[3]}", words)
    return _YEAR.sub(lambda m: str(int(m[0]) + years), words)


def _times(number: str, factor: int) -> str:
    whole, dot, part = number.partition(".")
    if not part.strip("0"):
        return str(int(whole or "0") * factor)
    return f"{int(whole + part) * factor / 10 ** len(part):.4f}" if dot else number


def write(folder: Path, number: int, seed: int = 7) -> None:
    """The documents as files, a thousand in a folder."""
    for i, text in enumerate(fresh(originals(), number, seed)):
        place = folder / f"{i // 1000:03}"
        if i % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"filing-{i:06}.xml").write_text(text, "utf-8")
