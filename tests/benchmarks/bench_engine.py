"""The engine beside a bare loop: schedules a second, from rules already bound.

Prints, for a quarter after a year and 36 months after it (37 vests): a bare loop that makes 37 tuples of known numbers, `rows`
(dates and shares as integers), a full `build` from terms with every Vest made, `vested_on`, the shares on a day without rows, and
`position`, the public answer with all its fields, exact portion, money and the next vest, which builds no rows either.
"""

import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from vestcalc.schedule.bind import bind
from vestcalc.schedule.build import bind_parts, build
from vestcalc.schedule.expand import Bound, rows, vested_on
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.position import position
from vestcalc.span import Place, Span
from vestcalc.terms.models import REST, Amount, Dated, FromAnchor, OnDate, Period, Series, Terms

HERE = Place("1", Span(0, 1), "x")
SECONDS = 0.5


def award(i: int) -> tuple[Terms, Facts]:
    cliff = date(2014 + i % 7, 1 + i % 12, 1 + i % 31 if i % 12 in (0, 2, 4) else 1 + i % 28)
    rules = (
        Dated(Amount(portion=Fraction(1, 4)), OnDate(cliff), HERE),
        Series(REST, Period(months=1), HERE, times=36, start=FromAnchor("previous")),
    )
    return Terms(rules=rules, speaks=True), Facts(amount=Fraction(100_000 + 997 * i), dated=date(2013, 3, 15), kind="option")


def bound(i: int) -> Bound:
    made = bind(*award(i))
    return bind_parts(made.dated, made.whole.units)


def rate(work: Callable[[int], object], n: int) -> float:
    """Calls a second, over at least SECONDS."""
    done, started = 0, time.perf_counter()
    while (spent := time.perf_counter() - started) < SECONDS:
        for i in range(n):
            work(i)
        done += n
    return done / spent


def bare(i: int) -> list[tuple[int, int]]:
    out = []
    for k in range(37):
        out.append((i, k))
    return out


def main() -> None:
    n = 240
    awards, bounds = [award(i) for i in range(n)], [bound(i) for i in range(n)]
    days = [date(2016, 1 + i % 12, 1 + i % 28) for i in range(n)]
    built, price = [build(*one) for one in awards], Decimal("4.20")

    def whole_build(i: int) -> object:
        return list(build(*awards[i]).vests)

    base = rate(bare, n)
    for name, work in (
        ("bare loop, 37 tuples", bare),
        ("rows(bound)", lambda i: rows(bounds[i])),
        ("rows(bound), back-loaded", lambda i: rows(bounds[i], "back-loaded")),
        ("build, no vest made", lambda i: build(*awards[i])),
        ("build, 37 vests made", whole_build),
        ("vested_on(bound, day)", lambda i: vested_on(bounds[i], days[i])),
        ("position(...), all fields", lambda i: position(built[i], awards[i][1], days[i], exercise_price="2.51", price=price)),
    ):
        each = rate(work, n)
        print(f"  {name:26}{each:12,.0f} a second  {each / base:6.2f} x the bare loop")


if __name__ == "__main__":
    main()
