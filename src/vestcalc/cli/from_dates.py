"""The inverse question of `vestcalc rules`: a file of dates and shares, and the rule that makes them.

In: the name of a file (- is standard input), perhaps a grant date and a day-of-month policy. Out: FILING dicts with the rules, and what
was inferred beside them. Refuses, in one line, a file that cannot be read and rows that no rule makes.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any

from vestcalc.calculate import why_unreadable
from vestcalc.exact import count_value
from vestcalc.gaps import VestcalcError
from vestcalc.questions.date_rows import date_rows
from vestcalc.questions.infer import infer
from vestcalc.report.rules_page import rules_dicts


def inferred(name: str, granted: date | None, day_of_month: str | None) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """(FILINGs, what stands beside them) for a file of dates and shares."""
    source = "<stdin>" if name == "-" else name
    rows = date_rows(_text(name, source), source)
    found = infer(rows, source, granted=granted, day_of_month=day_of_month)
    beside = {
        "rows": len(rows),
        "shares": count_value(found.whole),
        "says": found.sentence,
        "rounding": found.rounding,
        "day_of_month": found.day_of_month,
    }
    return list(rules_dicts([found.filing])), {"inferred": beside}


def _text(name: str, source: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise VestcalcError(f"{source}: {why_unreadable(error)}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise VestcalcError(f"{source}: is not UTF-8 text; give a CSV file of dates and shares") from None
