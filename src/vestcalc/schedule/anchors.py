"""Moments become points in the calendar.

In: the moments of the terms, the facts of the row, where the rule before ended. Out: Found (a point, and whether it may
come sooner), Waiting (on an event nobody has dated) or Lacking (a gap: the fact that is missing). What a convention
filled in is kept as an assumption. Refuses to take a grant date for a vesting commencement date that is only named.
"""

from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.roll import Point, first_named, point
from vestcalc.span import Place
from vestcalc.terms.models import Assumption, AssumptionCode, Dated, EarliestOf, FromAnchor, LatestOf, Moment, OnDate, Terms


class Found(Struct, frozen=True):
    """A point; `latest`: it may come sooner."""

    point: Point
    latest: bool = False


class Waiting(Struct, frozen=True):
    """No date before this event has one."""

    event: str


class Lacking(Struct, frozen=True):
    """A fact is missing."""

    gap: Gap


Resolved = Found | Waiting | Lacking


def gap_at(reason: GapReason, text: str, place: Place | None) -> Gap:
    """A gap at the words it concerns."""
    return Gap(reason, text, place.quote, place.note, place.span) if place else Gap(reason, text)


class Anchors(Struct, eq=False):
    """Resolves moments of one award under one day-of-month policy, and collects what it had to assume."""

    terms: Terms
    facts: Facts
    policy: str = "anchor"
    assumed: dict[str, Assumption] = field(default_factory=dict)

    def assume(self, code: AssumptionCode, text: str) -> None:
        """Note an assumption once."""
        self.assumed.setdefault(code, Assumption(code, text))

    def dated_event(self, event: str) -> date | None:
        """The date the words, or the user, give an event."""
        if not self.terms.events:
            return None
        name = event.strip().casefold()
        return next((day for known, day in self.terms.events if known.strip().casefold() == name), None)

    def grant(self, group: int, place: Place | None) -> Resolved:
        """The grant date: stated in the words, else the transaction date of an award row."""
        groups = self.terms.groups
        stated = (groups[group].granted if group < len(groups) else None) or self.terms.granted
        if stated:
            return Found(point(stated))
        if self.terms.added:
            text = "the units came of dividends, and the grant date of those they were added to is not stated"
            return Lacking(gap_at(GapReason.MISSING_ANCHOR, text, place))
        if self.facts.is_award and self.facts.dated:
            day = self.facts.dated
            self.assume("anchor-is-transaction-date", f"the grant date is the transaction date, {day}")
            return Found(point(day))
        if self.terms.granted_before and not self.facts.is_holding:
            return Found(point(self.terms.granted_before))
        return Lacking(gap_at(GapReason.MISSING_ANCHOR, "the grant date is not stated", place))

    def commencement(self, place: Place | None) -> Resolved:
        """The stated vesting commencement date; one that is only named is unknown."""
        if self.terms.commencement:
            return Found(point(self.terms.commencement))
        return Lacking(gap_at(GapReason.MISSING_ANCHOR, "the vesting commencement date is not stated", place))

    def own(self, group: int, place: Place | None) -> Resolved:
        """What a series counts from when the words do not say: commencement date, else grant date."""
        if self.terms.commencement or self.terms.commencement_named:
            return self.commencement(place)
        return self.grant(group, place)

    def immediate(self, rule: Dated) -> Resolved:
        """Where "fully vested" without a date falls: the anchor of a dated award row, else by the report's date."""
        if self.facts.is_award and (self.terms.granted or self.facts.dated):
            return Found(point(self.facts.dated)) if self.terms.added and self.facts.dated else self.grant(rule.group, rule.place)
        granted, reported = self.terms.granted, self.facts.told_on
        if granted and reported and granted > reported:
            return Found(point(granted), True)
        return self._report(rule.place)

    def _report(self, place: Place | None) -> Resolved:
        day = self.facts.told_on
        if not day:
            return Lacking(gap_at(GapReason.MISSING_ANCHOR, "the date of the report is not known", place))
        self.assume("vested-by-report-date", f"vested by the date of the report, {day}; the day itself is not stated")
        return Found(point(day), True)

    def resolve(self, moment: Moment, group: int, before: Resolved | None, place: Place | None) -> Resolved:
        """A moment of a rule in `group`; `before` is where the rule before it in that group ended."""
        if isinstance(moment, OnDate):
            return Found(point(moment.date))
        if isinstance(moment, FromAnchor):
            return self._from_anchor(moment, group, before, place)
        found = [self.resolve(m, group, before, place) for m in moment.of]
        return self._earliest(found) if isinstance(moment, EarliestOf) else self._latest(moment, found)

    def _from_anchor(self, m: FromAnchor, group: int, before: Resolved | None, place: Place | None) -> Resolved:
        base = self._base(m, group, before, place)
        if not isinstance(base, Found):
            return base
        at = base.point.plus(m.plus, self.policy) if m.plus else base.point
        if m.calendar:
            named = first_named(m.calendar, at.ordinal(self.policy), strictly=m.strictly)
            at = named.point(0)
        if m.days_before:
            at = replace(at, days=at.days - m.days_before)
        return Found(at, base.latest)

    def _base(self, m: FromAnchor, group: int, before: Resolved | None, place: Place | None) -> Resolved:
        if m.stated:
            return Found(point(m.stated))
        if m.anchor == "grant":
            return self.grant(group, place)
        if m.anchor == "commencement":
            return self.commencement(place)
        if m.anchor == "previous":
            return before or Lacking(gap_at(GapReason.MISSING_ANCHOR, "nothing before this part says what it is counted from", place))
        if m.anchor == "report":
            return self._report(place)
        if m.anchor == "exercisable":
            if self.facts.exercisable:
                return Found(point(self.facts.exercisable))
            return Lacking(gap_at(GapReason.MISSING_ANCHOR, "the row gives no Date Exercisable", place))
        day = self.dated_event(m.event or "")
        return Found(point(day)) if day else Waiting(m.event or "an event")

    def _earliest(self, found: list[Resolved]) -> Resolved:
        dated = [f for f in found if isinstance(f, Found)]
        if not dated:
            lacking = next((f for f in found if isinstance(f, Lacking)), None)
            if lacking:
                return lacking
            return Waiting(" or ".join(f.event for f in found if isinstance(f, Waiting)))
        first = min(dated, key=lambda f: f.point.ordinal(self.policy))
        return Found(first.point, first.latest or len(dated) < len(found))

    def _latest(self, moment: LatestOf, found: list[Resolved]) -> Resolved:
        waits = [f.event for f in found if isinstance(f, Waiting)]
        if waits:
            dates = [f.point.ordinal(self.policy) for f in found if isinstance(f, Found)]
            until = [str(date.fromordinal(max(dates)))] if dates else []
            return Waiting("the later of " + " and ".join(until + waits) if len(found) > 1 else waits[0])
        for f in found:
            if isinstance(f, Lacking):
                return f
        last = max((f for f in found if isinstance(f, Found)), key=lambda f: f.point.ordinal(self.policy))
        return Found(last.point, any(isinstance(f, Found) and f.latest for f in found))
