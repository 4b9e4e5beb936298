"""Answers as rows of a table: one row a vest, ISO dates, no digit grouping.

In: a filing's answers. Out: rows of text cells under a fixed header. A pending part is a row with an empty vest_date, an award
without any vest one row with its status; flags names assumptions, failed checks and gap reasons by code.
"""

from collections.abc import Iterator
from fractions import Fraction

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import count_value, portion_text
from vestcalc.report.view import View
from vestcalc.schedule.model import PendingPart

HEADER = [
    "source",
    "form",
    "issuer",
    "owner",
    "table",
    "row",
    "security",
    "kind",
    "granted",
    "award_shares",
    "exercise_price",
    "expires",
    "vest_date",
    "shares",
    "portion",
    "vested",
    "unvested",
    "pending",
    "latest",
    "status",
    "rule",
    "flags",
]


def vest_rows(filing: FilingSchedules, view: View) -> Iterator[list[str]]:
    """The rows of all awards of a filing."""
    for award in filing.awards:
        head, tail = award_cells(filing, award), ";".join(award.flags)
        exact = award.rounding == "fractional"
        waiting = text(count_value(pending_shares(award), exact))
        for vest in view.vests(award):
            figures = [text(count_value(number, exact)) for number in (vest.vested, vest.unvested)]
            shares = text(count_value(vest.shares, exact))
            latest = "true" if vest.latest else "false"
            yield [
                *head,
                vest.date.isoformat(),
                shares,
                portion_text(vest.portion),
                *figures,
                waiting,
                latest,
                award.status,
                text(vest.rule),
                tail,
            ]
        for part in award.pending:
            yield [*head, "", *_pending_part(part, exact), "", "", waiting, "", award.status, text(part.rule), tail]
        if not award.vests and not award.pending:
            yield [*head, "", "", "", "", "", "", "", award.status, "", tail]


def award_cells(filing: FilingSchedules, award: AwardSchedule) -> list[str]:
    """The first twelve cells: what filing, what award."""
    return [
        filing.source,
        filing.form or "",
        filing.issuer.name or "",
        "; ".join(owner.name for owner in filing.owners if owner.name),
        award.table,
        str(award.row),
        award.security,
        award.kind,
        text(award.granted),
        text(count_value(award.shares, award.rounding == "fractional")),
        award.exercise_price or "",
        text(award.expires),
    ]


def pending_shares(award: AwardSchedule) -> Fraction | None:
    """What has no date: the whole less all vests; None where the whole or the dates are unknown."""
    if award.shares is None or award.status not in ("complete", "partial", "pending"):
        return None
    last = award.vests[-1].vested if award.vests else Fraction(0)
    return None if last is None else award.shares - last


def text(value: object) -> str:
    """A cell: empty for None, lower-case booleans."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _pending_part(part: PendingPart, exact: bool) -> list[str]:
    return [text(count_value(part.shares, exact)), "" if part.portion is None else portion_text(part.portion)]
