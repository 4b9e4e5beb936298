"""Answers as plain dicts, in the shape and key order of the JSON output (docs/json.md).

In: AwardSchedule, FilingSchedules, Position. Out: dicts of strings, ints, lists and None that any JSON writer takes;
dates are ISO, portions "n/d", share counts ints when whole. Nothing is left out and nothing is rounded here.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from vestcalc.answers import AwardSchedule, FilingSchedules, OtherRow
from vestcalc.exact import count_value, exact_text, portion_text
from vestcalc.gaps import Gap
from vestcalc.says import says
from vestcalc.schedule.model import BoundRule, Vest
from vestcalc.span import Place
from vestcalc.terms.models import Amount, Dated, EarliestOf, FromAnchor, Moment, OnDate, Pending, Period, Remark, Series

if TYPE_CHECKING:
    from datetime import date

    from vestcalc.schedule.position import Position

Json = dict[str, Any]


def filing_dict(filing: FilingSchedules, awards: Iterable[Json] | None = None) -> Json:
    """A FILING; `awards` instead of its own AWARDs, where a command shows them otherwise."""
    return {
        **filing_head(filing),
        "awards": [award_dict(award) for award in filing.awards] if awards is None else list(awards),
        "other_rows": [_other_row(row) for row in filing.other_rows],
        "notices": list(filing.notices),
    }


def filing_head(filing: FilingSchedules) -> Json:
    """What stands above the awards of a FILING."""
    issuer = filing.issuer
    return {
        "source": filing.source,
        "form": filing.form,
        "period_of_report": _day(filing.period_of_report),
        "accession": filing.accession,
        "issuer": {"name": issuer.name, "cik": issuer.cik, "symbol": issuer.symbol},
        "owners": [{"name": owner.name, "cik": owner.cik} for owner in filing.owners],
    }


def award_dict(award: AwardSchedule, vests: Sequence[Vest] | None = None) -> Json:
    """An AWARD; `vests` where only some of its vests are asked for."""
    exact = award.rounding == "fractional"
    return {
        **award_head(award),
        "vests": [_vest(vest, exact) for vest in (award.vests if vests is None else vests)],
        "pending": [
            {
                "event": part.event,
                "shares": count_value(part.shares, exact),
                "portion": None if part.portion is None else portion_text(part.portion),
                "rule": part.rule,
            }
            for part in award.pending
        ],
        "rules": rules_list(award),
        "accelerations": [_remark(remark) for remark in award.accelerations],
        "conditions": [_remark(remark) for remark in award.conditions],
        "assumptions": [{"code": one.code, "text": one.text} for one in award.assumptions],
        "checks": [{"code": one.code, "ok": one.ok, "text": one.text} for one in award.checks],
        "gaps": [_gap(gap) for gap in award.gaps],
    }


def award_head(award: AwardSchedule) -> Json:
    """What stands above the vests of an AWARD."""
    return {
        "table": award.table,
        "row": award.row,
        "security": award.security,
        "kind": award.kind,
        "code": award.code,
        "transaction_date": _day(award.transaction_date),
        "granted": _day(award.granted),
        "shares": count_value(award.shares, award.rounding == "fractional"),
        "exercise_price": award.exercise_price,
        "expires": _day(award.expires),
        "underlying": award.underlying,
        "footnotes": list(award.footnotes),
        "status": award.status,
        "rounding": award.rounding,
    }


def position_dict(award: AwardSchedule, position: "Position") -> Json:
    """The position of an AWARD as of a day."""
    exact = award.rounding == "fractional"
    coming = position.next_vest
    return {
        "as_of": _day(position.as_of),
        "granted": count_value(position.granted, exact),
        "vested": count_value(position.vested, exact),
        "unvested": count_value(position.unvested, exact),
        "pending": count_value(position.pending, exact),
        "exercisable": count_value(position.exercisable, exact),
        "expired": position.expired,
        "at_least": position.at_least,
        "percent_vested": _exact(position.percent_vested),
        "next_vest": None if coming is None else {"date": _day(coming.date), "shares": count_value(coming.shares, exact)},
        "fully_vested_on": _day(position.fully_vested_on),
        "exercise_price": award.exercise_price,
        "expires": _day(award.expires),
        "exercise_cost": _exact(position.exercise_cost),
        "market_price": _exact(position.market_price),
        "in_the_money": _exact(position.in_the_money),
    }


def rules_list(award: AwardSchedule) -> list[Json]:
    """The RULEs of an AWARD, ids from 1."""
    return [_rule(award, number, bound) for number, bound in enumerate(award.rules, 1)]


def _rule(award: AwardSchedule, number: int, bound: BoundRule) -> Json:
    rule = bound.rule
    out: Json = {"id": number, "kind": "", "amount": _amount(award, number, rule.amount, isinstance(rule, Series) and rule.each)}
    if isinstance(rule, Dated):
        on: Moment = OnDate(bound.first) if rule.immediate and bound.first else rule.on
        out |= {"kind": "dated", "on": _moment(on, bound.first)}
    elif isinstance(rule, Pending):
        out |= {"kind": "pending", "event": rule.event, "event_kind": rule.event_kind}
    else:
        times = bound.times if bound.times is not None else rule.times
        out |= {"kind": "series", "each": rule.each, "every": rule.every.iso, "times": times, "first": _first(rule, bound)}
    return out | _place(rule.place) | {"says": says(bound)}


def _amount(award: AwardSchedule, number: int, amount: Amount, each: bool) -> Json:
    if amount.rest:
        return {"rest": True}
    if amount.units is not None:
        return {"units": exact_text(amount.units)}
    portion = amount.portion or Fraction(0)
    if amount.of == "whole":
        return {"portion": portion_text(portion)}
    # A portion of what is left is told as a portion of the whole once it is dated.
    dated = [vest.portion for vest in award.vests if vest.rule == number]
    if not dated:
        return {"portion": portion_text(portion), "of": "remaining"}
    return {"portion": portion_text(dated[0] if each else sum(dated, Fraction(0)))}


def _moment(moment: Moment, bound: "date | None" = None) -> Json:
    if isinstance(moment, OnDate):
        return {"date": moment.date.isoformat()}
    if not isinstance(moment, FromAnchor):
        return {"earlier_of" if isinstance(moment, EarliestOf) else "later_of": [_moment(one) for one in moment.of]}
    plain = not moment.calendar and not moment.days_before and moment.anchor in ("grant", "commencement", "previous", "event")
    if bound is not None and not plain:
        return {"date": bound.isoformat()}
    return {"anchor": (moment.event or "event") if moment.anchor == "event" else moment.anchor, "plus": moment.plus.iso}


def _first(rule: Series, bound: BoundRule) -> Json:
    """The moment of a series' first date: as the words put it, or as the calendar settled it."""
    start = rule.start
    if rule.inclusive and start is not None:
        return _moment(start, bound.first)
    if (
        isinstance(start, FromAnchor)
        and not rule.calendar
        and not start.calendar
        and not start.days_before
        and _same_unit(start.plus, rule.every)
    ):
        plus = start.plus + rule.every
        return _moment(replace(start, plus=plus), bound.first)
    if bound.first is not None:
        return {"date": bound.first.isoformat()}
    return _moment(start) if start is not None else {"anchor": "grant", "plus": rule.every.iso}


def _same_unit(one: Period, other: Period) -> bool:
    return not (one.months and other.days) and not (one.days and other.months)


def _vest(vest: Vest, exact: bool) -> Json:
    return {
        "date": vest.date.isoformat(),
        "shares": count_value(vest.shares, exact),
        "portion": portion_text(vest.portion),
        "vested": count_value(vest.vested, exact),
        "unvested": count_value(vest.unvested, exact),
        "latest": vest.latest,
        "rule": vest.rule,
    }


def _other_row(row: OtherRow) -> Json:
    return {
        "table": row.table,
        "row": row.row,
        "code": row.code,
        "security": row.security,
        "date": _day(row.date),
        "shares": count_value(row.shares),
        "price": row.price,
        "text": row.text,
    }


def _remark(remark: Remark) -> Json:
    place = _place(remark.place)
    return {"event": remark.event, "quote": place["quote"], "note": place["note"], "span": place["span"]}


def _place(place: Place) -> Json:
    return {"note": place.note, "span": [place.span.start, place.span.stop], "quote": place.quote}


def _gap(gap: Gap) -> Json:
    span = None if gap.span is None else [gap.span.start, gap.span.stop]
    return {"reason": gap.reason.value, "quote": gap.quote, "note": gap.note, "span": span, "text": gap.text}


def _day(day: "date | None") -> str | None:
    return None if day is None else day.isoformat()


def _exact(value: Fraction | Decimal | None) -> str | None:
    """Money with its cents, a portion as an exact decimal, or "n/d" where there is none."""
    return None if value is None else format(value, "f") if isinstance(value, Decimal) else exact_text(value)
