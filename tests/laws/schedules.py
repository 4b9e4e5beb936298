"""Random awards for the laws of the schedule: terms that cover the whole, and terms of any kind at all."""

from datetime import date
from fractions import Fraction
from typing import get_args

from hypothesis import strategies as st

from tests.schedule.words import HERE
from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.facts import Facts
from vestcalc.schedule.model import Rounding
from vestcalc.terms.models import (
    REST,
    Amount,
    CalendarDay,
    Dated,
    EarliestOf,
    FromAnchor,
    Group,
    LatestOf,
    OnDate,
    Pending,
    Period,
    Series,
    Statement,
    Terms,
)

roundings = st.sampled_from(get_args(Rounding))
policies = st.sampled_from(["anchor", "01", "15", "28", "29-or-last", "30-or-last", "31-or-last", "anchor-minus-one"])
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
wholes = st.one_of(st.integers(1, 2_000_000).map(Fraction), st.integers(1, 10**9).map(lambda n: Fraction(n, 1000)))
lengths = st.builds(Period, st.integers(0, 24), st.integers(1, 40))
periods = st.one_of(st.integers(1, 24).map(lambda n: Period(months=n)), st.integers(1, 200).map(lambda n: Period(days=n)))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    kind = draw(st.sampled_from(["option", "rsu", "other"]))
    return Facts(amount=draw(wholes), dated=draw(days), reported=draw(days), expires=draw(st.none() | days), kind=kind)


@st.composite
def covering(draw: st.DrawFn) -> Terms:
    """A cliff, perhaps a list of parts, and a rest over a series: every unit has a date."""
    cuts = draw(st.lists(st.integers(1, 99), min_size=0, max_size=5, unique=True).map(sorted))
    rules: list[Dated | Series | Pending] = []
    for before, cut in zip([0, *cuts], cuts, strict=False):
        on = draw(st.one_of(days.map(OnDate), (periods | lengths).map(lambda p: FromAnchor("grant", p))))
        rules.append(Dated(Amount(portion=Fraction(cut - before, 100)), on, HERE))
    start = FromAnchor(draw(st.sampled_from(["grant", "previous"]))) if rules else FromAnchor("grant")
    times = draw(st.integers(1, 60))
    rules.append(Series(REST, draw(periods), HERE, times=times, start=start, inclusive=draw(st.booleans())))
    return Terms(rules=tuple(rules), speaks=True)


@st.composite
def partly(draw: st.DrawFn) -> Terms:
    """A series for some of the award, a goal for another part, perhaps nothing for what is left."""
    a, b = draw(st.integers(1, 60)), draw(st.integers(1, 40))
    some = Series(Amount(portion=Fraction(a, 100)), draw(periods), HERE, times=draw(st.integers(1, 40)), start=FromAnchor("grant"))
    return Terms(rules=(some, Pending(Amount(portion=Fraction(b, 100)), "a goal", "performance", HERE)), speaks=True)


calendar_days = st.builds(CalendarDay, st.integers(0, 32), st.none() | st.integers(0, 13))
amounts = st.one_of(
    st.just(REST),
    st.builds(
        Amount,
        portion=st.fractions(-1, 2, max_denominator=1000),
        of=st.sampled_from(["whole", "remaining"]),
    ),
    st.builds(Amount, units=st.fractions(-10, 10**6, max_denominator=100)),
)
any_period = st.builds(Period, st.integers(-5, 300), st.just(0)) | st.builds(Period, st.just(0), st.integers(-5, 5000))
any_day = st.dates()
calendars = st.lists(calendar_days, max_size=3).map(tuple)
anchors = st.sampled_from(["grant", "commencement", "previous", "report", "exercisable", "event"])
simple = st.one_of(
    st.builds(OnDate, any_day),
    st.builds(FromAnchor, anchors, any_period, st.none() | st.just("ipo"), calendars, st.integers(0, 40)),
)
moments = st.one_of(
    simple,
    st.lists(simple, min_size=1, max_size=3).map(lambda m: EarliestOf(tuple(m))),
    st.lists(simple, min_size=1).map(lambda m: LatestOf(tuple(m))),
)
groups = st.integers(0, 2)
rules = st.one_of(
    st.builds(Dated, amounts, moments, st.just(HERE), st.booleans(), groups, st.booleans()),
    st.builds(Pending, amounts, st.sampled_from(["ipo", "goal"]), st.just("other"), st.just(HERE), groups),
    st.builds(
        Series,
        amounts,
        any_period,
        st.just(HERE),
        each=st.booleans(),
        times=st.none() | st.integers(-1, 8000),
        over=st.none() | any_period,
        start=st.none() | moments,
        inclusive=st.booleans(),
        until=st.none() | moments,
        calendar=calendars,
        latest_last=st.booleans(),
        group=groups,
    ),
)
statements = st.builds(
    Statement,
    st.sampled_from(
        [
            "end-date",
            "fully-vested-date",
            "span",
            "count",
            "installment-units",
            "reported-vested",
            "reported-remaining",
            "row-amount",
            "rest-portion",
            "rest-units",
            "anniversary",
            "not-before",
        ]
    ),
    st.just(HERE),
    on=st.none() | moments,
    over=st.none() | any_period,
    number=st.none() | st.fractions(-5, 10**6, max_denominator=10),
    rule=st.none() | st.integers(-1, 5),
)
anything = st.builds(
    Terms,
    rules=st.lists(rules, max_size=4).map(tuple),
    groups=st.lists(
        st.builds(Group, st.none() | st.fractions(-1, 1000), st.none() | st.fractions(0, 1), st.none() | any_day), max_size=3
    ).map(tuple),
    whole=st.none() | st.fractions(-1, 10**6, max_denominator=100),
    of_original=st.booleans(),
    granted=st.none() | any_day,
    commencement=st.none() | any_day,
    commencement_named=st.booleans(),
    early_exercise=st.booleans(),
    statements=st.lists(statements, max_size=2).map(tuple),
    events=st.sampled_from([(), (("ipo", date(2021, 5, 5)),)]),
    gaps=st.lists(st.builds(Gap, st.sampled_from(list(GapReason)), st.just("said")), max_size=1).map(tuple),
    speaks=st.booleans(),
)
any_facts = st.builds(
    Facts,
    code=st.sampled_from(["A", "M", None]),
    acquired=st.booleans(),
    amount=st.none() | st.fractions(-1, 10**6, max_denominator=100),
    dated=st.none() | any_day,
    reported=st.none() | any_day,
    exercisable=st.none() | any_day,
    expires=st.none() | any_day,
    kind=st.sampled_from(["option", "rsu", "restricted-stock", "sar", "warrant", "phantom", "other"]),
)
