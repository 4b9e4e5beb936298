"""The one place that knows calendars and shares: terms and the facts of a row become a schedule, and a position as of a day."""

from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Schedule
from vestcalc.schedule.position import Position, position

__all__ = ["Facts", "Position", "Schedule", "build", "position"]
