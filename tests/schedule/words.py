"""Short ways to write terms in tests: `dated("1/4", "2014-03-15")`, `series("rest", months=1, times=36, start=previous())`."""

from datetime import date
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from vestcalc.schedule.facts import Facts
from vestcalc.span import Place, Span
from vestcalc.terms.models import REST, Amount, Dated, FromAnchor, Moment, OnDate, Pending, Period, Series, Statement, StatementKind, Terms

HERE = Place("1", Span(0, 5), "words")


def day(text: str) -> date:
    return date.fromisoformat(text)


def amount(text: str, of: str = "whole") -> Amount:
    """ "1/4" a portion, "25%" a literal percentage, "100u" units, "rest"."""
    if text == "rest":
        return REST
    if text.endswith("u"):
        return Amount(units=Fraction(text[:-1]))
    portion = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    return Amount(portion=portion, of=of)  # type: ignore[arg-type]


def moment(at: "str | Moment") -> Moment:
    return OnDate(day(at)) if isinstance(at, str) else at


def after(anchor: str, months: int = 0, days: int = 0, **more: Any) -> FromAnchor:
    return FromAnchor(anchor, Period(months, days), **more)  # type: ignore[arg-type]


def dated(part: str, at: "str | Moment", **more: Any) -> Dated:
    return Dated(amount(part, more.pop("of", "whole")), moment(at), HERE, **more)


def series(part: str, months: int = 0, days: int = 0, **more: Any) -> Series:
    for name in ("start", "until"):
        if more.get(name) is not None:
            more[name] = moment(more[name])
    return Series(amount(part, more.pop("of", "whole")), Period(months, days), HERE, **more)


def pending(part: str, event: str = "a goal", kind: str = "performance", **more: Any) -> Pending:
    return Pending(amount(part), event, kind, HERE, **more)  # type: ignore[arg-type]


def says(kind: StatementKind, **more: Any) -> Statement:
    on = more.pop("on", None)
    return Statement(kind, HERE, on=moment(on) if on is not None else None, **more)


def terms(*rules: "Dated | Series | Pending", **more: Any) -> Terms:
    for name in ("granted", "commencement"):
        if isinstance(more.get(name), str):
            more[name] = day(more[name])
    return Terms(rules=rules, speaks=bool(rules), **more)


def row(units: "int | str | None" = 1000, on: "str | None" = "2020-01-15", **more: Any) -> Facts:
    """An award row: `units` of an option granted `on`."""
    facts = Facts(amount=Fraction(units) if units is not None else None, dated=day(on) if on else None, kind="option")
    return replace(facts, **{k: day(v) if k in ("reported", "exercisable", "expires") and v else v for k, v in more.items()})
