"""Text of a cell to a value: dates, amounts, prices.

In: the text of one cell as filed. Out: date, Decimal or the digits of a price; None when the text is none of these.
Refused: days that no calendar has, years before 1900 or after 2199, numbers below zero or of more than 15 digits, more units than any
company has issued.
Nothing is guessed: who calls says in a notice which cell was left empty, and what stood there.
"""

import re
from datetime import date
from decimal import Decimal

from vestcalc.late import late

_ISO = late(r"(\d{4})-(\d\d?)-(\d\d?)(?:Z|[+-]\d\d:?\d\d|T[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_SLASHED = late(r"(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)
_NUMBER = late(r"\d{1,15}(?:\.\d{0,10})?|\.\d{1,10}", re.ASCII)
_GROUPED = late(r"\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
#: More units than this no row can speak of: the most shares any company has outstanding are some 4 x 10^11.
MOST_UNITS = 10**12
#: Digits that make no more than that.
_SHORT = 12


def to_day(text: str) -> date | None:
    """The day of "2013-03-15", "2013-03-15-05:00" or "03/15/2013" (month first); None for anything else."""
    if len(text) == 10 and text[4] == "-" == text[7]:  # by far the most: "2013-03-15"
        try:
            known = date.fromisoformat(text)
        except ValueError:
            pass  # perhaps "2013-03-5Z"
        else:
            return known if _FIRST_YEAR <= known.year <= _LAST_YEAR else None
    found = _ISO.fullmatch(text)
    if found:
        year, month, day = found.groups()
    else:
        found = _SLASHED.fullmatch(text)
        if not found:
            return None
        month, day, year = found.groups()
    number = int(year)
    if not _FIRST_YEAR <= number <= _LAST_YEAR:
        return None
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


def to_price(text: str) -> str | None:
    """The digits of "2.51", "$2.51" or "$ 1,250.00" as filed, without sign and grouping; None for anything else."""
    if not _NUMBER.fullmatch(text):
        text = text.replace("$", "", 1).strip()
        if _GROUPED.fullmatch(text):
            text = text.replace(",", "")
        if not _NUMBER.fullmatch(text):
            return None
    return text


def to_amount(text: str) -> Decimal | None:
    """The number of "125000", "125,000" or "5,381.2"; None for anything else, numbers below zero and beyond MOST_UNITS among it."""
    if len(text) <= _SHORT and text.isdecimal() and text.isascii():
        return Decimal(text)
    if not _NUMBER.fullmatch(text):
        text = text.replace(",", "") if _GROUPED.fullmatch(text) else ""
        if not _NUMBER.fullmatch(text):
            return None
    number = Decimal(text)
    return number if number <= MOST_UNITS else None


def tidy(text: str) -> str:
    """The text with runs of white space as single spaces."""
    return " ".join(text.split())
