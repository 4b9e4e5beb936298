"""The one place that knows document formats: bytes of a filing in, `model.Filing` out.

`read` looks at the content and calls the reader of that format, imported only then. What is no filing and has no words about vesting
is refused with a `NotAFiling`.
"""

from vestcalc.filings.errors import NotAFiling
from vestcalc.filings.model import Filing

__all__ = ["Filing", "NotAFiling", "read"]


def read(data: bytes, source: str) -> Filing:
    """The filing in `data`, whatever form it has; `source` names it in messages. VestcalcError when there is none in it."""
    from vestcalc.filings.detect import read as read_any

    return read_any(data, source)
