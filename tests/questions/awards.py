"""Short ways to write answers in tests: `award(dated("1/2", "2014-03-15"), ...)` of 1,000 options granted 2020-01-15."""

from typing import Any

from tests.schedule.words import row, terms
from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.filings.model import Person
from vestcalc.schedule.build import build
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding

TITLES = {"option": "Stock Option", "rsu": "Restricted Stock Units", "restricted-stock": "Restricted Stock", "other": "Common Stock"}


def award(
    *rules: Any,
    facts: Facts | None = None,
    at: tuple[str, int] = ("II", 1),
    strike: str | None = None,
    rounding: Rounding = "cumulative-round-down",
    notes: tuple[tuple[str, str], ...] = (),
    **more: Any,
) -> AwardSchedule:
    """An award of these rules; `strike` its exercise price, `more` further terms (granted, gaps, early_exercise)."""
    facts = facts or row()
    promised = terms(*rules, **more)
    return AwardSchedule(
        table=at[0],  # type: ignore[arg-type]
        row=at[1],
        security=TITLES.get(facts.kind, facts.kind),
        kind=facts.kind,
        facts=facts,
        schedule=build(promised, facts, rounding),
        terms=promised,
        exercise_price=strike,
        notes=notes,
    )


def filing(*awards: AwardSchedule, source: str = "form.xml", owner: Person | None = None, **more: Any) -> FilingSchedules:
    """A Form 4 of these awards."""
    owners = (owner or Person("FERRANTE LUCIA M", "9990612"),)
    issuer = more.pop("issuer", Person("Tallow Creek Robotics, Inc.", "9990611", "TLCR"))
    return FilingSchedules(source, more.pop("form", "4"), issuer=issuer, owners=owners, awards=awards, **more)
