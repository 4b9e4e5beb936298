"""A plain file that holds nothing but terms.

In: text without a form in it. Out: a Filing with form None, no rows and the whole text as its one note "1". Refused: text that says
nothing about vesting, so that a mistaken file never passes for an award without terms.
"""

from vestcalc.filings.errors import NotAFiling
from vestcalc.filings.model import Filing
from vestcalc.filings.ocr.lexicon import SPEAKS


def read_plain(text: str, source: str) -> Filing:
    """The terms in `text`; NotAFiling when it has no words about vesting."""
    if not text.strip():
        raise NotAFiling(f"{source}: empty; give a Form 3, 4 or 5 or a text of vesting terms")
    if not SPEAKS.search(text):
        raise NotAFiling(f'{source}: neither a Form 3, 4 or 5 nor words about vesting; give a filing, or terms like "25% vests on ..."')
    return Filing(source=source, notes={"1": text.strip()})
