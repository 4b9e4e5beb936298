"""The chart as a still picture, for a paper or a memo: SVG with its own colours, and a PNG made of it.

In: answers, a day to mark, a scale. Out: one SVG with a chart for each award, one below the other, or the bytes of a PNG. An award
without dates has its status instead of a chart. Refuses a PNG, with the command that installs it, where the extra `plot` is missing.
"""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.gaps import VestcalcError
from vestcalc.report.chart.draw import chart, summary, tag, words
from vestcalc.report.chart.figure import figure
from vestcalc.report.extras import extra
from vestcalc.report.page import visible
from vestcalc.report.steps import steps
from vestcalc.report.words import award_facts, filing_title

WIDE, HIGH, HEAD = 760, 330, 52
#: A PNG is refused beyond so many charts: nobody looks at a picture of that height.
MOST = 40

STYLE = """
text { font-family: "DejaVu Sans", "Helvetica Neue", Arial, sans-serif; font-size: 12px; fill: #1d232b }
.title { font-size: 14px; font-weight: bold } .facts, .tick { fill: #4a5563 }
.back { fill: #ffffff } .grid { stroke: #dde2e8 } .axis { stroke: #4a5563 }
.area { fill: #9cc3e8 } .line { fill: none; stroke: #0b4f8a; stroke-width: 2 } .latest { stroke-dasharray: 3 3 }
.mark { fill: #ffffff; stroke: #0b4f8a; stroke-width: 2 } .hatch { stroke: #a15c00; stroke-width: 2 }
.pending { stroke: #a15c00; stroke-width: 1 } .granted { stroke: #4a5563; stroke-dasharray: 2 3 }
.expires { stroke: #a31621; stroke-width: 2; stroke-dasharray: 6 3 } .as-of line { stroke: #1d232b; stroke-width: 1.5 }
"""


def as_svg(filings: Iterable[FilingSchedules], as_of: date | None = None) -> str:
    """All awards in one picture. VestcalcError where there is no award at all."""
    pictures = [(filing, award) for filing in filings for award in filing.awards]
    if not pictures:
        raise VestcalcError("there is no award to draw; see what was read with --format table")
    parts = [_one(filing, award, as_of, place) for place, (filing, award) in enumerate(pictures)]
    title = tag("title", escape(visible("; ".join(dict.fromkeys(f"{_name(filing, award)}" for filing, award in pictures)))))
    high = (HIGH + HEAD) * len(parts)
    back = tag("rect", width=WIDE, height=high, class_="back")
    inner = title + tag("style", STYLE) + back + "".join(parts)
    size: dict[str, str | int] = {"width": WIDE, "height": high, "viewBox": f"0 0 {WIDE} {high}"}
    return tag("svg", inner, xmlns="http://www.w3.org/2000/svg", role="img", **size) + "\n"


def as_png(svg: str, times: int = 2) -> bytes:
    """The picture as PNG, `times` its size in pixels."""
    resvg = extra("resvg_py", "plot", "PNG pictures")
    if svg.count('<g class="award"') > MOST:
        raise VestcalcError(f"more than {MOST} charts make no PNG; choose with --award, or write .svg or .html")
    return bytes(resvg.svg_to_bytes(svg_string=svg, zoom=times))


def _name(filing: FilingSchedules, award: AwardSchedule) -> str:
    return f"{filing_title(filing)}: Table {award.table} row {award.row}"


def _one(filing: FilingSchedules, award: AwardSchedule, as_of: date | None, place: int) -> str:
    drawn = figure(award, steps(award), as_of)
    issuer = " ".join(part for part in (filing.issuer.name, f"[{filing.issuer.symbol}]" if filing.issuer.symbol else "") if part)
    title = " · ".join(part for part in (issuer, award.security) if part)
    facts = f"{award_facts(award)}; {award.status}" + (f"; as of {as_of}" if as_of and drawn else "")
    head = words(_short(title, 80), 16, 22, class_="title") + words(_short(facts, 105), 16, 41, class_="facts")
    if drawn is None:
        body = words(f"No chart: {award.status}.", 16, 70)
    else:
        inside = tag("desc", escape(visible(summary(drawn)))) + chart(drawn, WIDE, HIGH, f"c{place}", as_of)
        body = tag("g", inside, transform=f"translate(0 {HEAD})")
    return tag("g", head + body, class_="award", transform=f"translate(0 {place * (HIGH + HEAD)})")


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
