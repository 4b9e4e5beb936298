"""Which rows are awards, how many units a row speaks of, and why another row has no schedule.

In: a Row of either table. Out: yes or no by its code, kind and table (docs/conventions.md, Rows), its number of
units, and one line for people. Whether the notes state terms is asked elsewhere, of the reading.
"""

from fractions import Fraction
from typing import TYPE_CHECKING

from vestcalc.kinds import kind_of

if TYPE_CHECKING:
    from vestcalc.filings.model import Row

#: What the codes of the general instructions mean, for people.
CODES = {
    "A": "granted",
    "C": "converted",
    "D": "disposed of to the issuer",
    "E": "expired, short position",
    "F": "withheld for tax",
    "G": "gift",
    "H": "expired or cancelled",
    "I": "discretionary plan transaction",
    "J": "other, told by a note",
    "K": "equity swap",
    "L": "small acquisition",
    "M": "exercised or converted",
    "O": "exercised out of the money",
    "P": "bought",
    "S": "sold",
    "U": "tendered",
    "V": "reported early",
    "W": "inherited",
    "X": "exercised in or at the money",
    "Z": "voting trust",
}


def holds_awards(row: "Row") -> bool:
    """A grant (code A, unless disposed of), or a holding of options, units, restricted stock or the like."""
    if row.code == "A":
        return row.acquired != "D"
    return row.holding and kind_of(row.security, row.table) != "other"


def amount_of(row: "Row") -> Fraction | None:
    """The transaction's number; of a holding the number underlying it, else the number held."""
    number = row.amount
    if number is None and row.holding:
        number = row.underlying_amount if row.underlying_amount is not None else row.following
    if number is None:
        return None
    top, bottom = number.as_integer_ratio()
    return Fraction(top) if bottom == 1 else Fraction(top, bottom)


def why_not(row: "Row") -> str:
    """Why the row has no schedule: "F (withheld for tax): not an award"."""
    if row.holding:
        return "a holding; its notes state no vesting terms"
    if row.code is None:
        return "no code is legible, and its notes state no vesting terms"
    meaning = CODES.get(row.code)
    name = f"{row.code} ({meaning})" if meaning else row.code
    return f"{name}, disposed of: not an award" if row.code == "A" else f"{name}: not an award, and its notes state no vesting terms"
