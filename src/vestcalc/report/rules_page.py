"""The output of `vestcalc rules`: what the words became, award by award, without the calendar.

In: answers. Out: FILING dicts whose AWARDs hold their rules and, where the reading is not whole, the gaps beside them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from vestcalc.answers import FilingSchedules
from vestcalc.plain import award_dict, filing_head

_KEYS = (
    "table",
    "row",
    "security",
    "kind",
    "code",
    "granted",
    "shares",
    "footnotes",
    "status",
    "rules",
    "accelerations",
    "conditions",
    "assumptions",
    "gaps",
)


def rules_dicts(filings: Iterable[FilingSchedules]) -> Iterator[dict[str, Any]]:
    """One dict a filing."""
    for filing in filings:
        awards = [{key: value for key, value in award_dict(award).items() if key in _KEYS} for award in filing.awards]
        yield {**filing_head(filing), "awards": awards}
