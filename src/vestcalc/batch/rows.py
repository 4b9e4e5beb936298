"""Answers into the tables.

In: the answers of one filing. Out: nothing; the tables grow: a row an award, a row a vest or waiting part, a row a gap. Dates stay dates
and shares exact numbers (texts in the mode `fractional`); what is unknown is None. Texts lose what moves a cursor or turns the
direction of writing, for a table ends on a terminal sooner or later.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from math import gcd

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.batch.columns import MOVING, Columns, Row, Tables
from vestcalc.exact import count_value, portion_text
from vestcalc.report.page import visible
from vestcalc.schedule.allocate import Shares
from vestcalc.schedule.expand import Figures, Vests
from vestcalc.schedule.model import Vest

_MOST = 10**28


def add_filing(tables: Tables, number: int, filing: FilingSchedules) -> None:
    """All awards of a filing, which gets `number`."""
    if not filing.awards:
        return
    head = _head(number, filing)
    for award in filing.awards:
        made = _figures(award.vests)
        waiting = _waiting(award, made)
        _add_vests(tables.vests, award, waiting, made)
        tables.of += [len(tables.awards)] * (len(tables.vests["rule"]) - len(tables.of))
        tables.awards.append(_award_row(head, award, waiting, made))
        if award.gaps:
            tables.gaps += _gap_rows(head, award)


def _figures(vests: Sequence[Vest]) -> Figures:
    """The vests as numbers; a schedule as `build` makes it has no others."""
    assert isinstance(vests, Vests) or not vests
    return vests.figures() if isinstance(vests, Vests) else Figures([], [], [], 1)


def _waiting(award: AwardSchedule, made: Figures) -> object:
    """What has no date, as flat.pending_shares has it."""
    if award.shares is None or award.status not in ("complete", "partial", "pending") or len(made.vested) < len(made.rows):
        return None
    return count(award.shares - made.vested[-1] if made.vested else award.shares, award.rounding == "fractional")


def plain(text: str | None) -> str | None:
    """A text as it may stand in a table: without what is not to be seen."""
    return text if text is None or text.isprintable() else visible(text)


def count(value: Shares | None, exact: bool) -> object:
    """An exact number of shares: an int, or a decimal as a text; a text "n/d" if `exact` (the mode `fractional`)."""
    if value is None:
        return None
    if exact:
        return str(count_value(value, True))
    if value.denominator == 1:
        return value.numerator if -_MOST < value.numerator < _MOST else None
    return count_value(value)


def _counts(made: Figures, exact: bool) -> tuple[Sequence[object], ...]:
    """Shares, vested and unvested of all vests, which mostly are ints that may stand as they are."""
    if not made.shares:
        return ([None] * len(made.rows),) * 3
    total = made.vested[-1]
    columns = made.shares, made.vested, [total - one for one in made.vested]
    plainly = not exact and {int}.issuperset(map(type, made.shares)) and min(made.shares) >= 0 and total < _MOST
    return columns if plainly else tuple([count(one, exact) for one in column] for column in columns)


def _portion(number: int, whole: int) -> str:
    """exact.portion_text of number/whole."""
    common = gcd(number, whole)
    return f"{number // common}/{whole // common}"


def _head(number: int, filing: FilingSchedules) -> Row:
    """The columns that all awards of a filing share."""
    issuer = filing.issuer
    return {
        "filing": number,
        "source": plain(filing.source),
        "accession": plain(filing.accession),
        "form": plain(filing.form),
        "issuer": plain(issuer.name),
        "issuer_cik": plain(issuer.cik),
        "owner": plain("; ".join(owner.name for owner in filing.owners if owner.name)) or None,
        "period_of_report": filing.period_of_report,
        "symbol": plain(issuer.symbol),
        "owner_cik": plain("; ".join(owner.cik for owner in filing.owners if owner.cik)) or None,
        "notices": plain(" | ".join(filing.notices)) or None,
    }


def _award_row(head: Row, award: AwardSchedule, waiting: object, made: Figures) -> Row:
    days = made.rows
    assumed = [one.code for one in award.assumptions]
    failed = [one.code for one in award.checks if not one.ok]
    reasons = [gap.reason.value for gap in award.gaps]
    return head | {
        "table": award.table,
        "row": award.row,
        "security": plain(award.security),
        "kind": award.kind,
        "code": award.code,
        "transaction_date": award.transaction_date,
        "granted": award.granted,
        "award_shares": count(award.shares, award.rounding == "fractional"),
        "exercise_price": plain(award.exercise_price),
        "expires": award.expires,
        "underlying": plain(award.underlying),
        "status": award.status,
        "vests": len(days),
        "first_vest": date.fromordinal(days[0].ordinal) if days else None,
        "last_vest": date.fromordinal(days[-1].ordinal) if days else None,
        "pending": waiting,
        "waits_for": plain("; ".join([part.event for part in award.pending])) or None if award.pending else None,
        "assumptions": _codes(assumed),
        "flags": _codes([*assumed, *failed, *reasons]),
        "failed_checks": _codes(failed),
        "gaps": _codes(reasons),
        "footnotes": ";".join([note for note, _ in award.notes]) or None,
    }


def _codes(codes: Sequence[str]) -> str | None:
    """Each code once."""
    return ";".join(dict.fromkeys(codes)) if codes else None


def _add_vests(into: Columns, award: AwardSchedule, waiting: object, made: Figures) -> None:
    """The columns that change from vest to vest."""
    rows, parts = made.rows, award.pending
    number = len(rows) + len(parts)
    if not number:
        for name in MOVING:
            into[name].append(None)
        return
    exact = award.rounding == "fractional"
    shares, vested, unvested = _counts(made, exact)
    portions = {num: _portion(num, made.whole) for num in {row.num for row in rows}}
    rest: list[object] = [None] * len(parts)
    into["pending"] += [waiting] * number
    into["vest_date"] += [*[date.fromordinal(row.ordinal) for row in rows], *rest]
    into["shares"] += [*shares, *[count(part.shares, exact) for part in parts]]
    into["portion"] += [portions[row.num] for row in rows] + [None if one.portion is None else portion_text(one.portion) for one in parts]
    into["vested"] += [*vested, *rest]
    into["unvested"] += [*unvested, *rest]
    into["latest"] += [*[row.latest for row in rows], *rest]
    into["rule"] += [row.rule for row in rows] + [part.rule for part in parts]


def _gap_rows(head: Row, award: AwardSchedule) -> Iterator[Row]:
    for gap in award.gaps:
        yield {
            "filing": head["filing"],
            "source": head["source"],
            "accession": head["accession"],
            "table": award.table,
            "row": award.row,
            "status": award.status,
            "reason": gap.reason.value,
            "note": plain(gap.note),
            "start": gap.span.start if gap.span else None,
            "stop": gap.span.stop if gap.span else None,
            "quote": plain(gap.quote) or None,
            "text": plain(gap.text),
        }


def add_error(tables: Tables, error: str, kind: str) -> None:
    """One line for what could not be read (kind "error"), or what is to be said of the input (kind "notice")."""
    source, _, text = error.partition(": ")
    tables.errors.append({"source": plain(source), "kind": kind, "text": plain(text)})
