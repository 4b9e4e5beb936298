"""What kind of security a row is about, told by its title and its table.

In: the title as filed ("Stock Option (right to buy)", "Restricted Stock Units") and "I" or "II". Out: one of the
kinds of the JSON output. A title that names nothing of the sort is "other": plain shares, preferred stock, notes,
and every common-stock title of Table I that speaks of a right only by the way.
"""

import re
from functools import lru_cache

from vestcalc.late import late
from vestcalc.schedule.facts import Kind

_QUALIFIERS = r"based|stock|shares?|interest|bonus|award|vesting|contingent|restricted|ordinary|common|deferred|incentive|equity|class\s+\w"

#: Tried in this order: units before stock, rights before the shares they are for.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("sar", late(r"appreciation\s+(?:right|unit)|\bS?SARs?\b", re.I)),
    ("warrant", late(r"\bwarrants?\b", re.I)),
    ("phantom", late(r"\bphantom\b", re.I)),
    (
        "rsu",
        late(
            rf"\b(?:restricted|performance|deferred|market|shares?|stock|LTIP|director|incentive|bonus|profits)(?:[\s-]+(?:{_QUALIFIERS}))*[\s-]+units?\b"
            r"|\b(?:[RPDM]|PR|TR|MR)SUs?\b|\bperformance[\s-]+(?:(?:based|stock|vesting)[\s-]+)*(?:rights?\b|shares?\b(?!\s+options?))"
            r"|\bdeferred\s+(?:[\w-]+\s+)?(?:stock|shares?)\b(?!\s+options?)",
            re.I,
        ),
    ),
    ("option", late(r"\boptions?\b|\bright\s+to\s+(?:buy|purchase|acquire)\b|\b(?:NQSO|NSO|ISO)s?\b", re.I)),
    (
        "restricted-stock",
        late(
            r"\b(?:restricted|unvested)\s+(?:[\w-]+\s+){0,3}(?:stock|shares?)\b|\b(?:stock|shares?)\s*[(,-]?\s*restricted\b|\b(?:stock|share)\s+awards?\b",
            re.I,
        ),
    ),
)

#: Kinds that only Table II holds: a Table I title that names one does so to say where the shares came from.
_DERIVATIVE = frozenset({"option", "warrant", "sar"})


@lru_cache(maxsize=1024)
def kind_of(title: str, table: str = "II") -> Kind:
    """The kind of the security a row of `table` ("I" or "II") names by its `title` as filed."""
    for kind, pattern in _KINDS:
        if pattern.search(title):
            plain_shares = table == "I" and kind in _DERIVATIVE and re.match(r"\s*(?:common|class\s+\w|ordinary)\b", title, re.IGNORECASE)
            return "other" if plain_shares else kind
    return "other"
