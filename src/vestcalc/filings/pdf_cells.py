"""The ruled cells of a PDF page, and what stands in each.

In: an open page of pypdfium2. Out: its plain text, and its cells: boxes between the nearest ruling lines, with the text drawn inside them
in the order it was drawn. Cells without text, and text without rulings on both sides, are left out. Lengths are in points.
It refuses nothing: a page without rulings simply has no cells.
"""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct, field

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_THIN = 2.0
_SHORT = 4.0
_FEW = 5000
#: A gap narrower than this part of a line's height is none between words.
_NARROW = 0.08
#: Line ends as newlines; the signs that stand for a hyphen at a line's end as hyphens.
_MENDED = {0: "", 13: "", 2: "-", 0xFFFE: "-"}


class Box(NamedTuple):
    """A rectangle on a page: left, bottom, right, top, upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.bottom < y < self.top


class Cell(Struct):
    """A ruled box and the text in it."""

    box: Box
    text: str


class Page(Struct):
    """A page's text as drawn, its height, and its ruled cells that hold text; a cell cut by the page's end reaches to that end."""

    text: str
    height: float
    cells: list[Cell] = field(default_factory=list)


def read_page(page: "PdfPage") -> Page:
    """The text and the cells of one page."""
    layer = page.get_textpage()
    signs = _spaced(_signs(layer))
    level, upright = _rulings(page)
    height = page.get_height()
    texts: dict[Box, list[str]] = {}
    here: Box | None = None
    for sign, at in signs if upright else ():
        if at and not (here and here.holds(*at)):
            here = _box(at, level, upright, height)
        if here:
            texts.setdefault(here, []).append(sign)
    layer.close()
    cells = [Cell(box, " ".join("".join(held).split())) for box, held in texts.items()]
    return Page(re.sub(" {2,}", " ", "".join(sign for sign, _ in signs)), height, [cell for cell in cells if cell.text])


def _signs(layer: Any) -> list[tuple[str, tuple[float, float, float, float] | None]]:
    """Each character with the room it takes; white space, and what was supplied between lines, without."""
    import pypdfium2.raw as raw

    out: list[tuple[str, tuple[float, float, float, float] | None]] = []
    for n in range(layer.count_chars()):
        sign = _MENDED.get(code := raw.FPDFText_GetUnicode(layer, n), chr(code))
        room = None if not sign or sign.isspace() else layer.get_charbox(n, loose=True)
        out.append((sign, room if room and room[2] > room[0] and room[3] > room[1] else None))
    return out


def _spaced(signs: list[tuple[str, tuple[float, float, float, float] | None]]) -> list[tuple[str, tuple[float, float] | None]]:
    """Each character with its middle; white space where there is no gap (as in small print) left out, line ends within a line as spaces."""
    out: list[tuple[str, tuple[float, float] | None]] = []
    last: tuple[float, float, float, float] | None = None
    for n, (sign, room) in enumerate(signs):
        if room:
            last = room
            out.append((sign, ((room[0] + room[2]) / 2, (room[1] + room[3]) / 2)))
            continue
        after = next((following for _, following in signs[n + 1 : n + 4] if following), None)
        if last and after and last[1] < (after[1] + after[3]) / 2 < last[3]:
            gap, narrow = after[0] - last[2], _NARROW * (last[3] - last[1])
            if -narrow < gap < narrow:
                continue
            sign = " " if gap > 0 and sign == "\n" else sign
        out.append((sign, None))
    return out


def _bounds(thing: Any) -> tuple[float, float, float, float]:
    found: tuple[float, float, float, float] = (thing.get_bounds if hasattr(thing, "get_bounds") else thing.get_pos)()
    return found


def _rulings(page: "PdfPage") -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Level lines as (y, from x, to x) and upright ones as (x, from y, to y)."""
    import pypdfium2.raw as raw

    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=5):
        left, bottom, right, top = _bounds(thing)
        if top - bottom < _THIN and right - left > _SHORT:
            level.append(((bottom + top) / 2, left, right))
        elif right - left < _THIN and top - bottom > _SHORT:
            upright.append(((left + right) / 2, bottom, top))
        if len(level) + len(upright) > _FEW:
            break
    return level, upright


def _box(
    at: tuple[float, float], level: list[tuple[float, float, float]], upright: list[tuple[float, float, float]], height: float
) -> Box | None:
    """The rectangle between the nearest lines around a point; where a page's end cuts a cell, the page's end. None outside of cells."""
    x, y = at
    right = min((at for at, start, stop in upright if at > x and start < y < stop), default=None)
    left = max((at for at, start, stop in upright if at <= x and start < y < stop), default=None)
    if right is None or left is None:
        return None
    above = min((at for at, start, stop in level if at > y and start < x < stop), default=height)
    below = max((at for at, start, stop in level if at <= y and start < x < stop), default=0.0)
    return Box(round(left, 1), round(below, 1), round(right, 1), round(above, 1))
