"""Exact parts become shares.

In: the exact parts in date order as integers over one denominator, the whole, a rounding mode, and which series each
part belongs to. Out: shares, int where whole, that add up to what is due, exactly the whole when everything is dated.
The cumulative modes run over the whole schedule, the others within each series (docs/rounding.md). A whole with a
fraction keeps the fraction for the last vest. Refuses an unknown mode with VestcalcError.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate
from operator import sub
from typing import get_args

from vestcalc.gaps import VestcalcError
from vestcalc.schedule.model import Rounding

Shares = int | Fraction

_MODES = frozenset(get_args(Rounding))
_STEP: dict[str, Callable[[int, int], int]] = {
    "cumulative-round-down": lambda x, d: x // d,
    "cumulative-rounding": lambda x, d: (2 * x + d) // (2 * d),
    "cumulative-round-up": lambda x, d: -(-x // d),
}


def checked_mode(mode: str) -> str:
    """The mode itself; VestcalcError naming the known ones when it is none."""
    if mode not in _MODES:
        raise VestcalcError(f"no rounding {mode!r}: use one of {', '.join(get_args(Rounding))}")
    return mode


def exact(x: int, d: int) -> Shares:
    """x/d, an int when whole."""
    return x // d if x % d == 0 else Fraction(x, d)


def due(x: int, d: int, total: int, mode: str) -> Shares:
    """Shares due when the running total is x/d of a schedule that ends at `total`/d, under a cumulative mode.

    `total` is the whole where all of it is dated; nothing is rounded past its whole part, and its end is exact.
    """
    if mode == "fractional" or x == total:
        return exact(x, d)
    made = _STEP[mode](x, d)
    return made if mode == "cumulative-round-down" else min(made, total // d)


def allocate(parts: Sequence[int], d: int, whole: int, mode: str, series: Sequence[int]) -> list[Shares]:
    """Shares of each part. `parts` are in date order, over `d`; `whole` over `d` too; `series[i]` names the run part i belongs to."""
    checked_mode(mode)
    if not parts:
        return []
    if mode == "fractional":
        return [exact(x, d) for x in parts]
    if mode in _STEP:
        running = [due(x, d, whole, mode) for x in accumulate(parts)]
        return list(map(sub, running, [0, *running]))
    return _within_series(parts, d, whole, mode, series)


def _within_series(parts: Sequence[int], d: int, whole: int, mode: str, series: Sequence[int]) -> list[Shares]:
    """Each run of equal parts gets the whole shares of the running total at its end, then shares them out in its own way."""
    runs: dict[int, list[int]] = {}
    for i, run in enumerate(series):
        runs.setdefault(run, []).append(i)
    between = "cumulative-round-up" if mode == "each-up-last-short" else "cumulative-round-down"
    out: list[Shares] = [0] * len(parts)
    before: Shares = 0
    x = 0
    for places in runs.values():
        x += sum(parts[i] for i in places)
        upto = due(x, d, whole, between)
        for i, share in zip(places, _spread(upto - before, len(places), mode, -(-parts[places[0]] // d)), strict=True):
            out[i] = share
        before = upto
    return out


def _spread(total: Shares, n: int, mode: str, each_up: int) -> list[Shares]:
    """One run of n equal parts; a fraction of a share stays with the last."""
    units = int(total)
    q, r = divmod(units, n)
    out: list[int]
    if mode == "front-loaded":
        out = [q + 1] * r + [q] * (n - r)
    elif mode == "back-loaded":
        out = [q] * (n - r) + [q + 1] * r
    elif mode == "front-loaded-to-single-tranche":
        out = [q + r] + [q] * (n - 1)
    elif mode == "back-loaded-to-single-tranche":
        out = [q] * (n - 1) + [q + r]
    else:
        taken = [min(each_up * k, units) for k in range(n)] + [units]
        out = list(map(sub, taken[1:], taken))
    return [*out[:-1], out[-1] + (total - units)]
