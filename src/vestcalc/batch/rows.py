"""Answers into the columns of the tables.

In: the answers of one filing. Out: nothing; the columns grow: a row an award, a row a vest or waiting part, a row a gap. Dates stay dates
and shares exact numbers (texts in the mode `fractional`); what is unknown is None. Texts lose what moves a cursor or turns the
direction of writing, for a table ends on a terminal sooner or later.
"""

from fractions import Fraction

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.batch.columns import MOVING, Columns
from vestcalc.exact import count_value, portion_text
from vestcalc.report.flat import pending_shares
from vestcalc.report.page import visible
from vestcalc.schedule.model import Vest

Head = dict[str, object]

_MOST = 10**28


def add_filing(tables: dict[str, Columns], number: int, filing: FilingSchedules) -> None:
    """All awards of a filing, which gets `number`."""
    head = _head(filing)
    for award in filing.awards:
        waiting = count(pending_shares(award), award)
        vests = tuple(award.vests)  # each is made when it is looked at
        _add_award(tables["awards"], number, filing, head, award, waiting, vests)
        _add_vests(tables["vests"], len(tables["awards"]["filing"]) - 1, award, waiting, vests)
        if award.gaps:
            _add_gaps(tables["gaps"], number, head, award)


def plain(text: str | None) -> str | None:
    """A text as it may stand in a table: without what is not to be seen."""
    return text if text is None or text.isprintable() else visible(text)


def count(value: Fraction | None, award: AwardSchedule) -> object:
    """An exact number of shares: an int, or a decimal as a text; a text "n/d" in the mode `fractional`."""
    if value is None:
        return None
    if award.rounding == "fractional":
        return str(count_value(value, True))
    if value.denominator == 1:
        return value.numerator if -_MOST < value.numerator < _MOST else None
    return count_value(value)


def _head(filing: FilingSchedules) -> Head:
    issuer = filing.issuer
    return {
        "source": plain(filing.source),
        "accession": plain(filing.accession),
        "form": plain(filing.form),
        "issuer": plain(issuer.name),
        "issuer_cik": plain(issuer.cik),
        "owner": plain("; ".join(owner.name for owner in filing.owners if owner.name)) or None,
    }


def _add_award(
    into: Columns,
    number: int,
    filing: FilingSchedules,
    head: Head,
    award: AwardSchedule,
    waiting: object,
    vests: tuple[Vest, ...],
) -> None:
    values = {
        **head,
        "filing": number,
        "period_of_report": filing.period_of_report,
        "symbol": plain(filing.issuer.symbol),
        "owner_cik": plain("; ".join(owner.cik for owner in filing.owners if owner.cik)) or None,
        "table": award.table,
        "row": award.row,
        "security": plain(award.security),
        "kind": award.kind,
        "code": award.code,
        "transaction_date": award.transaction_date,
        "granted": award.granted,
        "award_shares": count(award.shares, award),
        "exercise_price": plain(award.exercise_price),
        "expires": award.expires,
        "underlying": plain(award.underlying),
        "status": award.status,
        "vests": len(vests),
        "first_vest": vests[0].date if vests else None,
        "last_vest": vests[-1].date if vests else None,
        "pending": waiting,
        "waits_for": plain("; ".join(part.event for part in award.pending)) or None,
        "assumptions": ";".join(dict.fromkeys(one.code for one in award.assumptions)) or None,
        "flags": ";".join(award.flags) or None,
        "failed_checks": ";".join(dict.fromkeys(one.code for one in award.checks if not one.ok)) or None,
        "gaps": ";".join(dict.fromkeys(gap.reason.value for gap in award.gaps)) or None,
        "footnotes": ";".join(award.footnotes) or None,
        "notices": plain(" | ".join(filing.notices)) or None,
    }
    for name, column in into.items():
        column.append(values[name])


def _add_vests(into: Columns, place: int, award: AwardSchedule, waiting: object, vests: tuple[Vest, ...]) -> None:
    """The columns that change from vest to vest; `place` is the award's row, where the others stand."""
    parts = award.pending
    if not vests and not parts:
        into["of"].append(place)
        for name in MOVING:
            into[name].append(None)
        return
    rest: list[object] = [None] * len(parts)
    into["of"] += [place] * (len(vests) + len(parts))
    into["pending"] += [waiting] * (len(vests) + len(parts))
    into["vest_date"] += [*(vest.date for vest in vests), *rest]
    into["shares"] += [count(vest.shares, award) for vest in vests] + [count(part.shares, award) for part in parts]
    into["portion"] += [portion_text(vest.portion) for vest in vests] + [
        None if one.portion is None else portion_text(one.portion) for one in parts
    ]
    into["vested"] += [count(vest.vested, award) for vest in vests] + rest
    into["unvested"] += [count(vest.unvested, award) for vest in vests] + rest
    into["latest"] += [*(vest.latest for vest in vests), *rest]
    into["rule"] += [vest.rule for vest in vests] + [part.rule for part in parts]


def _add_gaps(into: Columns, number: int, head: Head, award: AwardSchedule) -> None:
    for gap in award.gaps:
        values = {
            "filing": number,
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
        for name, column in into.items():
            column.append(values[name])


def add_error(into: Columns, error: str, kind: str) -> None:
    """One line for what could not be read (kind "error"), or what is to be said of the input (kind "notice")."""
    source, _, text = error.partition(": ")
    for name, value in (("source", source), ("kind", kind), ("text", text)):
        into[name].append(plain(value))
