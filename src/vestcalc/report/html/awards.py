"""What stands on the page about a filing and an award, as texts and lists for the templates.

In: answers, their steps, the day and the price the page opens with. Out: plain data; the templates escape all of it. Nothing is
left out that `vestcalc explain` tells: assumptions, checks, gaps, readings tried, conditions, notices.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import grouped, portion_text
from vestcalc.report.chart.draw import chart, scale_of, summary
from vestcalc.report.chart.figure import Figure, figure
from vestcalc.report.html.data import SHOWN, step_texts, value_of
from vestcalc.report.html.notes import Piece, pieces, rules_of
from vestcalc.report.page import visible
from vestcalc.report.schedule_page import WITHOUT_DATES
from vestcalc.report.steps import Step, at
from vestcalc.report.view import View
from vestcalc.report.words import other_line, pending_lines, readings, where
from vestcalc.says import says
from vestcalc.schedule.model import Vest
from vestcalc.schedule.position import EXERCISED
from vestcalc.terms.describe import describe

#: (class, width, height): a wide drawing, and one that stays legible on a phone.
SIZES = (("wide", 760, 320), ("narrow", 400, 300))

_WITHOUT = WITHOUT_DATES | {
    "not-understood": "Not understood: no dates are given rather than wrong ones. The words below show how far it was read."
}


class Drawing(Struct, frozen=True):
    """One size of a chart: SVG already, and where its days lie for the script."""

    name: str
    wide: int
    high: int
    svg: str
    first: str
    days: int
    left: int
    plot: int


class AwardPart(Struct, frozen=True):
    """One award of the page."""

    own: str
    award: AwardSchedule
    reference: str
    title: str
    facts: list[tuple[str, str]]
    now: dict[str, str]
    exercised: bool
    value_name: str
    drawings: list[Drawing]
    summary: str
    without: str
    vests: list[tuple[Vest, list[str]]]
    window: str
    years: list[list[str]]
    pending: list[str]
    notes: list[tuple[str, list[Piece]]]
    rules: list[tuple[int, str, str]]
    readings: list[tuple[str, str]]
    remarks: list[tuple[str, list[str]]]
    gaps: list[tuple[str, str]]


def award_part(own: str, award: AwardSchedule, found: Sequence[Step], day: date, price: Decimal | None, view: View) -> AwardPart:
    """One award as it stands on `day`; the windows of `view` cut the table of vests, nothing else."""
    vests = view.vests(award)
    now = at(found, day)
    texts = dict(zip(SHOWN, step_texts(award, now), strict=True))
    drawn = figure(award, found, day)
    return AwardPart(
        own=own,
        award=award,
        reference=f"{award.table}.{award.row}",
        title=visible(award.security),
        facts=_facts(award),
        now={**texts, "value": value_of(award, award.as_of(day, price) if price is not None else now)},
        exercised=award.kind in EXERCISED,
        value_name="In the money" if award.kind in EXERCISED else "Value of the vested",
        drawings=[] if drawn is None else [_drawing(drawn, own, size, day) for size in SIZES],
        summary="" if drawn is None else summary(drawn),
        without="" if award.vests else _WITHOUT.get(award.status, ""),
        vests=[(vest, _cells(vest)) for vest in vests],
        window=f"Only vests {view.window_text()}, of {len(award.vests)} in all." if view.windowed else "",
        years=_years(vests, view) if vests and view.sums_up(vests) else [],
        pending=[visible(line) for line in pending_lines(award)],
        notes=[(name, pieces(award, name, text)) for name, text in award.notes],
        rules=[(number, describe(bound.rule, award.terms.groups), says(bound)) for number, bound in enumerate(rules_of(award), 1)],
        readings=[(visible(said), visible(dates)) for said, dates in readings(award)],
        remarks=_remarks(award),
        gaps=[(gap.reason.value, visible(gap.text + where(gap.note, gap.quote))) for gap in award.gaps],
    )


def other_lines(filing: FilingSchedules) -> list[str]:
    """The rows that are no awards."""
    return [visible(other_line(row)) for row in filing.other_rows]


def _facts(award: AwardSchedule) -> list[tuple[str, str]]:
    code = award.code or ("none: a holding" if award.facts.is_holding else "not legible")
    told = [
        ("Granted", str(award.granted) if award.granted else "date unknown"),
        ("Size", f"{grouped(award.shares)} shares" if award.shares is not None else "number of shares unknown"),
        ("Exercise price", award.exercise_price),
        ("Expires", str(award.expires) if award.expires else None),
        ("Underlying", award.underlying),
        ("Kind", award.kind),
        ("Code", None if award.code == "A" else code),
        ("Rounding", award.rounding),
    ]
    return [(name, visible(text)) for name, text in told if text]


def _remarks(award: AwardSchedule) -> list[tuple[str, list[str]]]:
    """Conditions and accelerations: recorded, never moving a date."""
    told = (("Conditions", award.conditions), ("Accelerations, not dated", award.accelerations))
    return [(title, [visible(one.event + where(one.place.note, one.place.quote)) for one in found]) for title, found in told if found]


def _cells(vest: Vest) -> list[str]:
    """Shares, portion, vested, unvested."""
    return [grouped(vest.shares, "–"), portion_text(vest.portion), grouped(vest.vested, "–"), grouped(vest.unvested, "–")]


def _years(vests: Sequence[Vest], view: View) -> list[list[str]]:
    """Year, vests, shares, portion, vested and unvested at its end."""
    rows = []
    for name, own in view.years(vests):
        counts = [vest.shares for vest in own if vest.shares is not None]
        shares = grouped(sum(counts, Fraction(0))) if len(counts) == len(own) else "–"
        portion = sum((vest.portion for vest in own), Fraction(0))
        rows.append([name, str(len(own)), shares, portion_text(portion), *_cells(own[-1])[2:]])
    return rows


def _drawing(drawn: Figure, own: str, size: tuple[str, int, int], day: date) -> Drawing:
    name, wide, high = size
    scale = scale_of(drawn, wide, high)
    svg = chart(drawn, wide, high, f"{own}-{name}", day)
    return Drawing(name, wide, high, svg, drawn.first.isoformat(), (drawn.last - drawn.first).days, scale.left, scale.wide)
