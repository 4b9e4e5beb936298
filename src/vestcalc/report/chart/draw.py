"""Draws the chart of an award as SVG elements with classes; colours come from the page's style or from still.py.

In: a Figure, a size, an id that is the chart's own. Out: SVG text, every word escaped. What waits is hatched, what may come sooner
is dashed with a hollow mark, the expiration is a line with its date: nothing is told by colour alone.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

from vestcalc.exact import exact_text, grouped
from vestcalc.report.chart.figure import Figure
from vestcalc.report.chart.scale import Scale, number
from vestcalc.report.page import visible

LEFT, RIGHT, UPPER, LOWER, LEGEND = 64, 16, 26, 26, 24


def tag(name: str, content: str = "", /, **attributes: str | int | Fraction) -> str:
    """One element; `content` is SVG already, attributes are escaped, `_` in their names is `-`."""
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(value if isinstance(value, str) else number(value))}"
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def words(text: str, x: Fraction | int, y: Fraction | int, anchor: str = "start", class_: str = "") -> str:
    """A text element; anything a terminal would not get raw is spelled out."""
    return tag("text", escape(visible(text)), x=x, y=y, text_anchor=anchor, **({"class_": class_} if class_ else {}))


def scale_of(figure: Figure, wide: int, high: int) -> Scale:
    """The plot inside a drawing of that size."""
    return Scale(figure, LEFT, UPPER, wide - LEFT - RIGHT, high - UPPER - LOWER - LEGEND)


def chart(figure: Figure, wide: int, high: int, own: str, as_of: date | None = None) -> str:
    """The elements of a chart; `own` makes the ids of its patterns unique in the page."""
    scale = scale_of(figure, wide, high)
    hatch = tag("path", d="M-2 10 L10 -2 M4 16 L16 4", class_="hatch")
    pattern = tag("pattern", hatch, id=f"{own}-hatch", width=8, height=8, patternUnits="userSpaceOnUse")
    parts = [tag("defs", pattern), *_axes(scale), *_pending(scale, own), *_areas(scale), *_lines(scale), *_days(scale)]
    if as_of is not None:
        parts.append(as_of_line(scale, as_of))
    return "".join([*parts, *_legend(scale, own, high)])


def as_of_line(scale: Scale, day: date) -> str:
    """The day looked at: a line that a script may move, standing at 0 and moved by its transform."""
    line = tag("line", x1=0, x2=0, y1=scale.upper - 6, y2=scale.upper + scale.high)
    return tag("g", line, class_="as-of", transform=f"translate({number(scale.x(day))} 0)")


def summary(figure: Figure) -> str:
    """The chart in words, for those who do not see it."""
    unit = "shares" if figure.in_shares else "of the award"
    rises = [one for one in figure.vested if one[1]]
    text = "Nothing has a date."
    if rises:
        count = len(figure.vested) - 1 or 1
        text = f"{_amount(figure, rises[0][1])} {unit} vested on {_on(figure, rises[0][0])}, {_amount(figure, rises[-1][1])} by "
        text += f"{_on(figure, rises[-1][0])}, in {count} step{'' if count == 1 else 's'}."
    if figure.latest:
        text += f" {len(figure.latest)} of the days {'is' if len(figure.latest) == 1 else 'are'} the latest: the part may vest sooner."
    if figure.pending:
        text += f" {_amount(figure, figure.pending)} {unit} {'waits' if figure.pending == 1 else 'wait'} without a date."
    return text + (f" Expires {figure.expires}." if figure.expires else "")


def _on(figure: Figure, day: date) -> str:
    return str(max(day, figure.first))


def _amount(figure: Figure, amount: Fraction) -> str:
    return grouped(amount) if figure.in_shares else exact_text(amount)


def _axes(scale: Scale) -> Iterator[str]:
    right, bottom = scale.left + scale.wide, scale.upper + scale.high
    for amount, label in scale.amounts():
        y = scale.y(amount)
        yield tag("line", x1=scale.left, x2=right, y1=y, y2=y, class_="grid")
        yield words(label, scale.left - 8, y + 4, "end", "tick")
    for day, label in scale.days():
        x = scale.x(day)
        yield tag("line", x1=x, x2=x, y1=bottom, y2=bottom + 5, class_="axis")
        yield words(label, x, bottom + 18, "middle", "tick")
    yield tag("line", x1=scale.left, x2=right, y1=bottom, y2=bottom, class_="axis")


def _pending(scale: Scale, own: str) -> Iterator[str]:
    """A hatched band under the top: it belongs to the award and to no day."""
    figure = scale.figure
    if not figure.pending:
        return
    start = scale.x(figure.granted or figure.first)
    low = scale.y(figure.top - figure.pending)
    end = scale.x(figure.expires or figure.last)
    box = {"x": start, "y": Fraction(scale.upper), "width": max(end - start, Fraction(1)), "height": low - scale.upper}
    yield tag("rect", class_="pending", fill=f"url(#{own}-hatch)", **box)


def _areas(scale: Scale) -> Iterator[str]:
    """What can be exercised, or, of what is not exercised, what is vested: a filled area."""
    line = scale.figure.exercisable if scale.figure.exercisable is not None else scale.figure.vested
    bottom = scale.y(Fraction(0))
    path = [f"M{number(scale.left)} {number(bottom)}"]
    for day, amount in line:
        path.append(f"H{number(scale.x(day))}V{number(scale.y(amount))}")
    yield tag("path", d="".join(path) + f"H{scale.left + scale.wide}V{number(bottom)}Z", class_="area")


def _lines(scale: Scale) -> Iterator[str]:
    """The vested line; a step that may come sooner is dashed, with a hollow mark at its end."""
    rises = {rise.day for rise in scale.figure.latest}
    path, dashed, y = f"M{scale.left}", "", scale.y(Fraction(0))
    path += f" {number(y)}"
    for day, amount in scale.figure.vested:
        x, now = scale.x(day), scale.y(amount)
        if day in rises:
            path += f"H{number(x)}M{number(x)} {number(now)}"
            dashed += f"M{number(x)} {number(y)}V{number(now)}"
        else:
            path += f"H{number(x)}V{number(now)}"
        y = now
    yield tag("path", d=path + f"H{scale.left + scale.wide}", class_="line")
    if dashed:
        yield tag("path", d=dashed, class_="line latest")
    for rise in scale.figure.latest:
        x, y = scale.x(rise.day), scale.y(rise.high)
        yield tag("path", d=_diamond(x, y), class_="mark")


def _diamond(x: Fraction, y: Fraction, size: int = 5) -> str:
    a, b = number(x), number(y)
    return f"M{number(x - size)} {b}L{a} {number(y - size)}L{number(x + size)} {b}L{a} {number(y + size)}Z"


def _days(scale: Scale) -> Iterator[str]:
    """The grant and the expiration: lines with their dates."""
    told = [("granted", scale.figure.granted), ("expires", scale.figure.expires)]
    spots = [(name, day, scale.x(day)) for name, day in told if day is not None]
    for name, day, x in spots:
        yield tag("line", x1=x, x2=x, y1=scale.upper - 6, y2=scale.upper + scale.high, class_=name)
        near_end = x > scale.left + scale.wide * Fraction(3, 5)
        yield words(f"{name} {day}", x + (2 if near_end else -2), scale.upper - 11, "end" if near_end else "start", "day")


def _legend(scale: Scale, own: str, high: int) -> Iterator[str]:
    figure = scale.figure
    items: Sequence[tuple[str, str, bool]] = (
        ("vested", tag("path", d="M0 0H16", class_="line"), True),
        ("exercisable" if figure.exercisable is not None else "vested", _swatch("area"), figure.exercisable is not None),
        ("pending", _swatch("pending", f"url(#{own}-hatch)"), bool(figure.pending)),
        ("at the latest", tag("path", d=_diamond(Fraction(8), Fraction(0)), class_="mark"), bool(figure.latest)),
    )
    x = scale.left
    for label, sign, shown in items:
        if shown:
            yield tag("g", sign + words(label, 22, 4, class_="key"), transform=f"translate({x} {high - 10})")
            x += 38 + 7 * len(label)


def _swatch(name: str, fill: str = "") -> str:
    return tag("rect", class_=name, x=0, y=-6, width=16, height=12, **({"fill": fill} if fill else {}))
