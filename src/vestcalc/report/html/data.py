"""What the page's script looks up: each award's figures as steps, ready to be shown, and exact numbers for values at a price.

In: the steps of the awards. Out: plain lists for JSON. The script finds the last step on or before a day; all it computes is the
product with the price typed in, from the exact numbers here.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vestcalc.answers import AwardSchedule
from vestcalc.exact import exact_text, grouped, portion_text
from vestcalc.report.chart.figure import ends
from vestcalc.report.money import money as shown
from vestcalc.report.steps import Step, Total
from vestcalc.schedule.position import EXERCISED, value

if TYPE_CHECKING:
    from vestcalc.schedule.position import Position

#: The figures of a step, in the order in which the script and the templates expect them.
SHOWN = ("granted", "vested", "unvested", "pending", "exercisable", "next", "cost")


def step_texts(award: AwardSchedule, position: "Position") -> list[str]:
    """SHOWN of one position, as people read them."""
    now = position
    coming = _coming(now)
    return [
        grouped(now.granted, "–"),
        ("at least " if now.at_least and now.percent_vested is not None else "") + _vested(now),
        grouped(now.unvested, "–"),
        grouped(now.pending, "–"),
        grouped(now.exercisable, "–"),
        (coming or "none") if now.percent_vested is not None else "–",
        money(now.exercise_cost),
    ]


def step_data(award: AwardSchedule, step: Step) -> list[Any]:
    """[since, texts, shares that have a value, expired]; the shares are "n/d" or null."""
    now = step.position
    valued = now.exercisable if award.kind in EXERCISED else now.vested
    return [step.since.isoformat(), step_texts(award, now), None if valued is None else portion_text(valued), now.expired]


def award_data(own: str, issuer: str, award: AwardSchedule, found: Sequence[Step]) -> dict[str, Any]:
    """One award for the script. `strike` is null where there is none to pay, or none that is a number."""
    strike = found[0].position.exercise_price
    exercised = award.kind in EXERCISED
    return {
        "id": own,
        "issuer": issuer,
        "strike": strike if exercised else "0",
        "steps": [step_data(award, step) for step in found],
    }


def total_data(found: Sequence[Total]) -> list[list[Any]]:
    """[since, texts] of the sums."""
    return [[total.since.isoformat(), total_texts(total)] for total in found]


def total_texts(total: Total) -> list[str]:
    granted, vested, *others = (grouped(number) for number in total.figures)
    return [granted, f"at least {vested}" if total.at_least else vested, *others]


def value_of(award: AwardSchedule, position: "Position") -> str:
    """What the exercisable shares are worth above the exercise price; of what is not exercised, what the vested shares are worth."""
    if award.kind in EXERCISED:
        return money(position.in_the_money)
    if position.vested is None or position.market_price is None:
        return "–"
    return money(value(position.vested, position.market_price))


def money(value: Decimal | None) -> str:
    """With its cents and its digits grouped."""
    return shown(value) or "–"


def axis(awards: Sequence[tuple[AwardSchedule, Sequence[Step]]], as_of: date) -> tuple[date, date]:
    """The ends of the slider: all days that matter, the day looked at, and some room."""
    days = [as_of]
    for award, _ in awards:
        days += [day for day in (award.granted, award.expires) if day]
        days += [vest.date for vest in ((award.vests[0], award.vests[-1]) if award.vests else ())]
    return ends(days)


def _coming(now: "Position") -> str:
    """The next vest: "1,000 on 2025-07-15", or "by" where it may come sooner."""
    if now.next_vest is None:
        return ""
    return f"{grouped(now.next_vest.shares)} {'by' if now.next_vest.latest else 'on'} {now.next_vest.date}".strip()


def _vested(now: "Position") -> str:
    """The number vested; where the whole is unknown, the portion."""
    if now.vested is None and now.percent_vested is not None:
        return f"{exact_text(now.percent_vested)} of the award"
    return grouped(now.vested, "–")
