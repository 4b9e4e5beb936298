"""Several things counted in a sentence beside the terms: "Consists of 2,000 shares and 10,000 restricted stock units".

In: the words of a sentence that states no terms. Out: how many there are of each sort; the size, where it but
names what is awarded. What merely lies with the rest of a holding ("Includes 2,000 shares ...") is left.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from vestcalc.late import late
from vestcalc.reading import besides_words as said_by
from vestcalc.reading.company_words import PLAIN

#: Words for what an award is of, by the names that phrases give to securities; "shares" may be anything.
_SORTS = {
    word: sort
    for sort, listed in {
        "unit": "unit units rsu rsus dsu dsus",
        "goal unit": "psu psus prsu prsus msu msus",
        "option": "option options",
        "warrant": "warrant warrants",
        "right": "sar sars",
        "share": "share shares stock",
    }.items()
    for word in listed.split()
}
_LISTING = frozenset(["consist", "consists", "consisting", "comprise", "comprises", "comprising", "represent", "represents"])
_GRANTS = frozenset(["award", "awards", "grant", "grants"])
_FEW = frozenset(["two", "three", "four", "five", "2", "3", "4", "5"])
_GIVEN = frozenset(["granted", "awarded", "received", "receive"])
_OPENING = _LISTING | _GRANTS | _GIVEN
#: How a sentence tells of the size of an award, what else may stand in it, and what tells that it is of another.
_TOLD = frozenset(["consists", "consist", "comprises", "covers", "received", "awarded", "granted", "issued", "earned", "totals", "totaled"])
_AWARDING = PLAIN | said_by.NAMING | said_by.MONTHS | _TOLD | frozenset(["originally", "total", "performance"])
_OTHERS = frozenset(["also", "other", "additional", "each", "includes", "include", "of which", "prior", "dividend", "up", "acquired"])
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = late(r"(?:19[89]|20[0-4])\d")
#: "8,000 shares remain subject to forfeiture."
_REMAIN, _AT_RISK = frozenset(["remain", "remains"]), frozenset(["forfeiture", "vesting", "unvested", "restriction", "restrictions"])
_STILL = said_by.NAMING | _REMAIN | _AT_RISK | frozenset(["these", "those", "such", "restricted", "outstanding", "and"])
#: So many words stand between a number and what it counts: "2,000 performance based restricted stock units".
_WITHIN = 6
_KIN = frozenset(["husband", "husband's", "wife", "wife's", "spouse", "spouse's", "daughter", "son", "children"])
#: A number of so many digits is no ratio.
_MANY = 3
#: "The reporting person received one third of the award".
_OF_PART = late(
    r" (?:represents?|reflects?|constitutes?|comprises?|received|granted) (?:an? |the |one |two |three )?(?:\S+ )?"
    r"(?:half|thirds?|quarters?|fourths?|fifths?|percent|\d+%) of (?:the|this|an?|such) (?!original )(?:\S+ ){0,2}?(?:award|grant) "
)
_PART_WITHIN = 16
#: So many words a sentence opens with: "The award also includes".
_OPENS = 4


def counted(words: Sequence[str]) -> dict[str, Fraction]:
    """How many of each sort a sentence lists that says what a row is made of; nothing where it lists but one."""
    if _shared_out(words):
        return dict.fromkeys(("of one", "of another"), Fraction(0))
    if _several_grants(words):
        return dict.fromkeys(("of one", "of another"), Fraction(0))
    if _OPENING.isdisjoint(words):
        return {}
    opens = [i for i, (a, b) in enumerate(pairwise(words)) if a in _LISTING or a in _GIVEN or (a in _GRANTS and b == "of")]
    found: dict[str, Fraction] = {}
    for i in range(opens[0], len(words)) if opens else ():
        if len(words[i]) < _MANY or not words[i].replace(",", "").isdecimal():  # "represents 1 share"
            continue
        sort = _sort(words[i + 1 : i + 1 + _WITHIN])
        if sort:
            found[sort] = found.get(sort, Fraction(0)) + Fraction(words[i].replace(",", ""))
    return found if len(found) > 1 else {}


def _shared_out(words: Sequence[str]) -> bool:
    """ "He holds 8,000 units and his wife 4,000 units", "his spouse was granted 6,000 units": not all of them vest so."""
    if _KIN.isdisjoint(words):
        return False
    numbers = [i for i, w in enumerate(words) if len(w) >= _MANY and w.replace(",", "").isdecimal()]
    return len([i for i in numbers if _sort(words[i + 1 : i + 1 + _WITHIN]) in ("unit", "goal unit", "option")]) > 0


def _several_grants(words: Sequence[str]) -> bool:
    """ "Represents two grants of 6,000 units": so many each, or together."""
    return any(a in _FEW and b in _GRANTS and c == "of" for a, b, c in zip(words, words[1:], words[2:], strict=False))


def _sort(after: Sequence[str]) -> str:
    """What is counted: "restricted stock units" are units, "shares of restricted stock" shares."""
    named = [_SORTS[w] for w in after[: next((i for i, w in enumerate(after) if w[0].isdigit() or w == "and"), len(after))] if w in _SORTS]
    sort = next((s for s in named if s != "share"), named[0] if named else "")
    return "goal unit" if sort == "unit" and "performance" in after else sort


def told(words: list[str]) -> Fraction | None:
    """How many units were given, where no more is told: "The award consists of 18,000 units", "18,000 units were earned"."""
    here = set(words)
    if here.isdisjoint(_TOLD) or here & _OTHERS or counted(words) or not _AWARDING.issuperset(w for w in here if not w[0].isdigit()):
        return None
    numbers = [i for i, w in enumerate(words) if len(w) >= _MANY and w.replace(",", "").isdecimal() and not _YEAR.fullmatch(w)]
    found = {Fraction(words[i].replace(",", "")) for i in numbers if _sort(words[i + 1 : i + 1 + _WITHIN]) not in ("", "share")}
    return found.pop() if len(found) == 1 else None


def granted_in(words: list[str]) -> date | None:
    """ "The units were granted in January 2018": the first day of that month."""
    at = next((i for i, w in enumerate(words) if w in _GIVEN or w == "made"), -1)
    said = words[at + 1 : at + 1 + _WITHIN] if at >= 0 else []
    for into, month, year in zip(said, said[1:], said[2:], strict=False):
        if into == "in" and month in said_by.MONTHS and _YEAR.fullmatch(year):
            return date(int(year), _MONTHS.index(month[:3]) + 1, 1)
    return None


def left(words: list[str]) -> Fraction | None:
    """ "8,000 shares remain subject to forfeiture": how many of them have not vested yet."""
    at = next((i for i, w in enumerate(words) if w in _REMAIN), 0)
    number = words[0].replace(",", "") if words else ""
    if not at or not number.isdecimal() or len(words[0]) < _MANY or not _sort(words[1:at]) or _AT_RISK.isdisjoint(words[at:]):
        return None
    return Fraction(number) if _STILL.issuperset(words[1:]) else None


def size(words: list[str]) -> Fraction | None:
    """The number in a sentence that but names what is awarded: "Number of shares: 20,000", "36,000 shares of common stock"."""
    numbers = [w for w in words if w[0].isdigit()]
    if (
        len(numbers) != 1
        or _YEAR.fullmatch(numbers[0])
        or not numbers[0].replace(",", "").isdecimal()
        or not said_by.NAMING.issuperset(set(words) - set(numbers) - ({"is"} if words[-2:] == ["is", numbers[0]] else set()))
    ):
        return None
    return Fraction(numbers[0].replace(",", "")) if len(words) > 1 else None


def all_delivered(words: Sequence[str]) -> bool:
    """ "All of the units have been settled": nothing is left that could vest."""
    here = set(words)
    told = not here.isdisjoint(said_by.WHOLLY) and not here.isdisjoint(said_by.SETTLED) and not here.isdisjoint(said_by.AWARD)
    return told and not here.isdisjoint(("was", "were", "been")) and here.isdisjoint(said_by.NOT_OF_ALL)


def of_part(words: list[str]) -> bool:
    """ "Represents one-third of the award": what is told of the award is not told of the row alone."""
    return _OF_PART.search(f" {' '.join(words[:_PART_WITHIN])} ") is not None


def of_others(words: list[str]) -> bool:
    """ "4,000 options to a consultant and 8,000 to a director": several awards, and not which of them is meant."""
    if any(a == "and" and b in _TITLES and d[0].isdigit() for a, b, d in zip(words, words[1:], words[3:], strict=False)):
        return True
    given = 0
    for i, word in enumerate(words):
        if word[0].isdigit() and word.replace(",", "").isdecimal() and "to" in words[i + 1 : i + _TO_WHOM]:
            at = words.index("to", i)
            given += said_by.AWARD.issuperset(words[i + 1 : at]) and not _WHOM.isdisjoint(words[at + 1 : at + 2])
    return given > 1


_TITLES = said_by.words("mr ms mrs dr")
_TO_WHOM = 4
_WHOM = said_by.words("a an the our its his her each another one two three certain him them employees directors consultants") | _TITLES


def of_another_kind(words: list[str]) -> bool:
    """ "Includes 4,000 vested shares": some of what is told to vest, or what is held besides."""
    here = set(words)
    sized = any(w[0].isdigit() for w in words)
    opens = not said_by.INCLUDES.isdisjoint(words[: 1 if sized else _OPENS])
    told = opens and not said_by.OF_ANOTHER_KIND.isdisjoint(here) and here.isdisjoint(("unvested", "no", "not"))
    return told and (sized or "performance" in here)


def numbers_a_part(words: list[str]) -> bool:
    """ "3.", "Section 4.2", "Award Agreement, Section 3", "Item 5.02(e)": a number before a part of an agreement, or of a form."""
    numbers = [w for w in words if w not in said_by.PARTS_OF_PAPERS]
    if words[:1] == ["item"] and len(numbers) == 2 and len(numbers[1]) == 1:
        numbers.pop()
    if len(numbers) != 1 or not numbers[0][0].isdigit():
        return False
    return (len(numbers[0]) < 4 and numbers[0].isalnum()) or (len(words) > 1 and numbers[0].replace(".", "").isdecimal())
