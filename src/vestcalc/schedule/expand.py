"""Bound parts become rows, and rows become vests when somebody asks.

In: a Bound, all integers: parts of equal amounts over dates counted from an anchor, one denominator. Out: `rows`, the
compact (ordinal, shares) pairs; `vested_on`, the shares vested by a day without building any row; `Vests`, a sequence
of Vest made only when looked at. Refuses nothing: bind has refused before.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate, chain, pairwise
from operator import attrgetter, sub
from typing import NamedTuple, overload

from msgspec import Struct

from vestcalc.schedule.allocate import Shares, allocate, due
from vestcalc.schedule.model import Vest
from vestcalc.schedule.roll import Dates


class Part(Struct, frozen=True):
    """`n` dates of `num` units each, the last of `last`, over the Bound's denominator. `rule` counts from 1.

    `latest`, `latest_last`: the dates, or only the last, may come sooner. `cliff`: the first cliff - 1 amounts are held
    and paid with the cliff-th, after rounding.
    """

    dates: Dates
    n: int
    num: int
    last: int
    rule: int = 1
    latest: bool = False
    latest_last: bool = False
    cliff: int = 0
    run: int = 0


class Bound(Struct, frozen=True):
    """Dated parts ready to expand.

    Amounts are `num`/`d` shares when `whole` (over `d` too) is known, else num/d of a whole nobody states. `in_order`: no part
    begins before the one before it ends, so that nothing needs sorting.
    """

    parts: tuple[Part, ...]
    d: int
    whole: int
    known: bool
    in_order: bool

    @property
    def full(self) -> bool:
        """Every unit has a date."""
        return sum(p.num * (p.n - 1) + p.last for p in self.parts) == self.whole


class Row(Struct, frozen=True):
    """One vest before it is an object."""

    ordinal: int
    rule: int
    num: int
    latest: bool
    run: int


def in_order(parts: Sequence[Part]) -> bool:
    """No part begins before the one before it ends."""
    return all(a.dates.at(a.n - 1) <= b.dates.at(0) for a, b in pairwise(parts))


def exact_rows(bound: Bound) -> list[Row]:
    """Every vest with its exact amount, by date, then by rule."""
    out = []
    for p in bound.parts:
        days = p.dates.ordinals(p.n)
        out += [Row(ordinal, p.rule, p.num, p.latest, p.run) for ordinal in days[: p.n - 1]]
        # a last date that takes a leftover is no equal part: a run of its own
        out.append(Row(days[-1], p.rule, p.last, p.latest or p.latest_last, p.run if p.last == p.num else ~p.run))
    if not bound.in_order:
        out.sort(key=attrgetter("ordinal", "rule"))
    return out


def rows(bound: Bound, rounding: str = "cumulative-round-down") -> list[tuple[int, Shares]]:
    """(ordinal of the date, shares) of every vest, in date order; the amounts of a held cliff with the date that frees them."""
    if rounding == "cumulative-round-down" and bound.in_order and bound.whole % bound.d == 0:
        return _plain_rows(bound)
    table = exact_rows(bound)
    shares = allocate([r.num for r in table], bound.d, bound.whole, rounding, [r.run for r in table])
    if any(p.cliff > 1 for p in bound.parts):
        return _held(bound, table, shares)
    return [(r.ordinal, s) for r, s in zip(table, shares, strict=True)]


def _plain_rows(bound: Bound) -> list[tuple[int, Shares]]:
    """The standard case: running totals rounded down, parts one after the other."""
    d, x = bound.d, 0
    running: list[int] = []
    days: list[Sequence[int]] = []
    for p in bound.parts:
        end = x + p.num * (p.n - 1) + p.last
        mine = [y // d for y in range(x + p.num, x + p.num * p.n, p.num)] if p.num else [x // d] * (p.n - 1)
        mine.append(end // d)
        dates = p.dates.ordinals(p.n)
        if p.cliff > 1:
            mine, dates = mine[p.cliff - 1 :], dates[p.cliff - 1 :]
        running += mine
        days.append(dates)
        x = end
    return list(zip(chain.from_iterable(days), map(sub, running, [0, *running]), strict=False))


def _held(bound: Bound, table: Sequence[Row], shares: Sequence[Shares]) -> list[tuple[int, Shares]]:
    """What a cliff holds is paid with the date that frees it."""
    cliffs = {p.rule: p.cliff for p in bound.parts}
    seen: dict[int, int] = {}
    held: dict[int, Shares] = {}
    out: list[tuple[int, Shares]] = []
    for r, s in zip(table, shares, strict=True):
        seen[r.rule] = seen.get(r.rule, 0) + 1
        if seen[r.rule] < cliffs[r.rule]:
            held[r.rule] = held.get(r.rule, 0) + s
        else:
            out.append((r.ordinal, s + held.pop(r.rule, 0)))
    return out


def exact_on(bound: Bound, day: date) -> int:
    """The exact amount due by a day, over the Bound's denominator, counted without building a row."""
    month, ordinal, x = 12 * day.year + day.month - 1, day.toordinal(), 0
    for p in bound.parts:
        k = p.dates.upto(month, ordinal)
        if k >= p.n:
            x += p.num * (p.n - 1) + p.last
        elif k >= p.cliff:
            x += p.num * k
    return x


def vested_on(bound: Bound, day: date, rounding: str = "cumulative-round-down") -> Shares:
    """Shares vested by a day (dated on or before it), in closed form for the cumulative modes."""
    if rounding == "cumulative-round-down":
        x = exact_on(bound, day)
        return x // bound.d if x != bound.whole else due(x, bound.d, x, rounding)
    if rounding.startswith("cumulative") or rounding == "fractional":
        return due(exact_on(bound, day), bound.d, bound.whole, rounding)
    ordinal = day.toordinal()
    return sum((s for o, s in rows(bound, rounding) if o <= ordinal), start=0)


class Standing(NamedTuple):
    """A schedule on a day: shares vested by it and dated in all (None: the whole is unknown), the exact portion due, what comes next.

    `coming`: (day, shares, whether it may come sooner) of the next vest; `at_least`: a vest that may come sooner lies after the day.
    """

    vested: Fraction | None
    dated: Fraction | None
    portion: Fraction
    at_least: bool
    coming: tuple[date, Fraction | None, bool] | None
    last: date | None


def standing(bound: Bound, day: date, rounding: str) -> Standing | None:
    """Where a schedule stands on a day, counted without building a row; None under a rounding that has no closed form."""
    if not (rounding.startswith("cumulative") or rounding == "fractional") or any(p.cliff > 1 for p in bound.parts):
        return None
    month, ordinal, x = 12 * day.year + day.month - 1, day.toordinal(), 0
    reached: list[int] = []
    for p in bound.parts:
        k = min(p.dates.upto(month, ordinal), p.n)
        reached.append(k)
        x += p.num * k if k < p.n else p.num * (p.n - 1) + p.last
    total = sum(p.num * (p.n - 1) + p.last for p in bound.parts)
    ahead = [p for p, k in zip(bound.parts, reached, strict=True) if k < p.n]
    vested = due(x, bound.d, bound.whole, rounding)
    return Standing(
        vested=Fraction(vested) if bound.known else None,
        dated=Fraction(due(total, bound.d, bound.whole, rounding)) if bound.known else None,
        portion=Fraction(x, bound.whole),
        at_least=any(p.latest or p.latest_last for p in ahead),
        coming=_coming(bound, reached, x, rounding),
        last=date.fromordinal(max(p.dates.at(p.n - 1) for p in bound.parts)) if bound.parts else None,
    )


def _coming(bound: Bound, reached: list[int], x: int, rounding: str) -> tuple[date, Fraction | None, bool] | None:
    """The next day on which a share vests; where none does any more, the next day."""
    vested = due(x, bound.d, bound.whole, rounding)
    first: tuple[date, Fraction | None, bool] | None = None
    while True:
        ahead = [(p.dates.at(k), i) for i, (p, k) in enumerate(zip(bound.parts, reached, strict=True)) if k < p.n]
        if not ahead:
            return first
        day, latest = min(ahead)[0], False
        for ordinal, i in ahead:
            p = bound.parts[i]
            while ordinal == day:
                reached[i] += 1
                end = reached[i] == p.n
                x += p.last if end else p.num
                latest = latest or p.latest or (end and p.latest_last)
                ordinal = day + 1 if end else p.dates.at(reached[i])
        shares = Fraction(due(x, bound.d, bound.whole, rounding) - vested) if bound.known else None
        first = first or (date.fromordinal(day), shares, latest)
        if shares is None or shares > 0:
            return date.fromordinal(day), shares, latest


class Figures(NamedTuple):
    """All vests before they are objects, by date, then by rule; the amounts of `rows` are exact, over `whole`.

    `shares`, and `vested`, their running total, are empty when the whole is unknown.
    """

    rows: list[Row]
    shares: list[Shares]
    vested: list[Shares]
    whole: int


def figures(bound: Bound, rounding: str) -> Figures:
    """The vests of a Bound under a rounding."""
    table = exact_rows(bound)
    shares = allocate([r.num for r in table], bound.d, bound.whole, rounding, [r.run for r in table]) if bound.known else []
    return Figures(table, shares, list(accumulate(shares)), bound.whole)


class Vests(Sequence[Vest]):
    """The vests of a Bound, made when first looked at; equal to any sequence of the same vests."""

    __slots__ = ("_made", "bound", "rounding")

    def __init__(self, bound: Bound, rounding: str) -> None:
        self.bound = bound
        self.rounding = rounding
        self._made: tuple[Vest, ...] | None = None

    def __len__(self) -> int:
        return sum(p.n for p in self.bound.parts)

    @overload
    def __getitem__(self, index: int) -> Vest: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Vest]: ...
    def __getitem__(self, index: int | slice) -> Vest | Sequence[Vest]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Vest]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return f"Vests({list(self._all())!r})"

    def figures(self) -> Figures:
        """The same as numbers, without an object a vest."""
        return figures(self.bound, self.rounding)

    def _all(self) -> tuple[Vest, ...]:
        if self._made is None:
            self._made = tuple(_vests(self.figures()))
        return self._made


def _vests(made: Figures) -> Iterator[Vest]:
    portions = {num: Fraction(num, made.whole) for num in {r.num for r in made.rows}}
    if not made.shares:
        for r in made.rows:
            yield Vest(date.fromordinal(r.ordinal), portions[r.num], None, None, None, r.latest, r.rule)
        return
    total = made.vested[-1]
    for r, s, vested in zip(made.rows, made.shares, made.vested, strict=True):
        yield Vest(date.fromordinal(r.ordinal), portions[r.num], Fraction(s), Fraction(vested), Fraction(total - vested), r.latest, r.rule)
