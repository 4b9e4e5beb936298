"""Numbers in digits as they are written: dates, percentages, money, fractions, ordinals, and plain numbers, each with its exact value."""

import re
from datetime import date
from fractions import Fraction

from vestcalc.late import late
from vestcalc.reading.tokens.lexicon import KINDS

_INT, _YEAR, _DEC, _PCT, _FRAC, _ORD, _MONEY, _DATE = (KINDS[k] for k in ["INT", "YEAR", "DEC", "PCT", "FRAC", "ORD", "MONEY", "DATE"])
_OTHER = KINDS["OTHER"]
#: "4.000", "4.500": thousands as some write them, or a decimal that nobody writes so.
_THOUSANDS = late(r"[1-9]\d{0,2}\.\d\d0")
_MONTHS = 12
#: A longer run of digits is no number anyone wrote.
MAX_DIGITS = 24


def number(text: str, over: int = 1) -> Fraction:
    """A decimal number, exactly; `over` 100 for a percentage."""
    whole, _, part = text.replace(",", "").partition(".")
    return Fraction(int(whole + part), 10 ** len(part) * over)


def _mixed(text: str) -> Fraction:
    """ "33 1/3", a percentage, is 1/3."""
    whole, _, part = text.replace("-", " ").partition(" ")
    return number(whole, 100) + (Fraction(part.strip()) / 100 if part.strip() else 0)


def _slashed(text: str) -> tuple[str, object]:
    top, bottom = re.findall(r"\d+", text)
    if int(bottom) == 0:
        return _OTHER, None
    return _FRAC, Fraction(int(top), int(bottom))


def numeric_date(text: str) -> date | None:
    """Month/day/year in digits; two-digit years are 19xx from 70 on, else 20xx. None when there is no such day.

    Those who write full stops mostly put the day first: "1.3.2025" is none where it could be either.
    """
    month, day, year = (int(x) for x in re.split(r"[/.-]", text))
    if "." in text and day != month and day <= _MONTHS:
        return None
    if len(text) == 10 and text[4] == "-":
        year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if year < 100:
        year += 1900 if year >= 70 else 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None


def figure(sort: str, text: str) -> tuple[str, object]:
    """The kind and the value of a figure of one of the lexer's sorts."""
    if sort == "date":
        day = numeric_date(text)
        return (_DATE, day) if day else (_OTHER, None)
    if len(text) > MAX_DIGITS:
        return _OTHER, None
    if sort == "percent":
        return _PCT, _mixed(text[:-1].strip())
    if sort == "money":
        return _MONEY, text
    if sort == "fraction":
        return _slashed(text)
    if sort == "ordinal":
        return _ORD, int(text[:-2])
    if "." in text:
        return (_OTHER, None) if _THOUSANDS.fullmatch(text) else (_DEC, number(text))
    value = int(text.replace(",", ""))
    return (_YEAR if "," not in text and 1970 <= value <= 2099 else _INT), value
