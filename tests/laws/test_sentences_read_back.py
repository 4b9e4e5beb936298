"""Law: the canonical sentences of an award are read back as the same rules, without a gap.

Awards are generated in the shapes that vesting takes: a dated part, then the rest or equal parts of the whole at a cadence, counted or
until fully vested; several dated parts; one series alone, begun on a date, after one, or on the grant date's anniversaries.
"""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from vestcalc.reading import read
from vestcalc.span import Place, Span
from vestcalc.terms.describe import describe_terms
from vestcalc.terms.models import ALL, REST, Amount, Dated, FromAnchor, OnDate, Period, Rule, Series, Terms

HERE = Place("1", Span(0, 0), "")
PREVIOUS = FromAnchor("previous")

days = st.dates(date(2000, 1, 1), date(2040, 12, 31)).map(OnDate)
anniversaries = st.integers(1, 5).map(lambda years: FromAnchor("grant", Period(12 * years)))
lengths = st.builds(Period, st.integers(1, 30), st.integers(1, 20)).map(lambda length: FromAnchor("grant", length))
cadences = st.sampled_from([Period(1), Period(3), Period(6), Period(12)])
quarters = st.sampled_from([Fraction(1, 4), Fraction(1, 3), Fraction(1, 5)])


@st.composite
def cliff_and_more(draw: st.DrawFn) -> tuple[Rule, ...]:
    cliff = Dated(Amount(portion=draw(quarters)), draw(days | anniversaries | lengths), HERE)
    every = draw(cadences)
    rest = Series(REST, every, HERE, times=draw(st.integers(2, 48)), start=PREVIOUS)
    until_vested = Series(Amount(portion=Fraction(1, draw(st.sampled_from([12, 16, 36, 48])))), every, HERE, each=True, start=PREVIOUS)
    return cliff, draw(st.sampled_from([rest, until_vested]))


@st.composite
def dated_parts(draw: st.DrawFn) -> tuple[Rule, ...]:
    first = draw(st.integers(2001, 2030))
    count = draw(st.integers(2, 5))
    return tuple(Dated(Amount(portion=Fraction(1, count)), OnDate(date(first + n, 5, 3)), HERE) for n in range(count))


@st.composite
def one_series(draw: st.DrawFn) -> tuple[Rule, ...]:
    inclusive = draw(st.booleans())
    return (Series(ALL, draw(cadences), HERE, times=draw(st.integers(2, 60)), start=draw(days), inclusive=inclusive),)


@given(cliff_and_more() | dated_parts() | one_series())
def test_sentences_are_read_back(rules: tuple[Rule, ...]) -> None:
    sentences = describe_terms(Terms(rules=rules))
    candidates = read([("1", sentences)]).candidates
    assert len(candidates) == 1, sentences
    assert candidates[0].gaps == (), sentences
    assert tuple(replace(rule, place=HERE) for rule in candidates[0].rules) == rules, sentences
