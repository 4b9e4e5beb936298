"""The filings of portfolios with each award in one of them only, for formats that show filings.

In: portfolios. Out: filings in their order, whose awards are those that count; what reports an award again is told as a notice.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from vestcalc.answers import FilingSchedules
from vestcalc.questions.portfolio import Portfolio


def each_once(portfolios: Iterable[Portfolio]) -> Iterator[FilingSchedules]:
    """Filings without the awards that another one counts; the first of a portfolio bears its notices."""
    for portfolio in portfolios:
        for number, filing in enumerate(portfolio.filings):
            own = tuple(held.award for held in portfolio.awards if held.filing is filing)
            notices = (*(portfolio.notices if number == 0 else ()), *filing.notices)
            yield replace(filing, issuer=portfolio.issuer, awards=own, notices=notices)
