"""JSON, one object for all filings, or JSON lines, one award a line.

In: FILING and AWARD dicts (plain.py). Out: text, piece by piece, so that many filings need not be held at once.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

Json = dict[str, Any]
SCHEMA = 1


def as_json(filings: Iterable[Json], **more: Any) -> Iterator[str]:
    """{"schema": 1, "filings": [...]}, and `more` keys after them."""
    yield f'{{\n  "schema": {SCHEMA},\n  "filings": ['
    begun = False
    for filing in filings:
        yield ("," if begun else "") + "\n    " + _indented(filing, "    ")
        begun = True
    yield "\n  ]" if begun else "]"
    for key, value in more.items():
        yield f",\n  {json.dumps(key)}: " + _indented(value() if callable(value) else value, "  ")
    yield "\n}\n"


def as_jsonl(filings: Iterable[Json]) -> Iterator[str]:
    """One AWARD a line, with its filing's source, form, issuer and owners before it."""
    for filing in filings:
        head = {key: filing[key] for key in ("source", "form", "issuer", "owners")}
        for award in filing["awards"]:
            yield json.dumps(head | award, ensure_ascii=False) + "\n"


def _indented(value: Any, margin: str) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False).replace("\n", "\n" + margin)
