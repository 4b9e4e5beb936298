"""Notes put together from interchangeable pieces, each with its meaning, so that what they say is known without reading them.

`notes()` draws (words, grant date, schedule): a subject, a verb, an amount, moments in any of their ways of being written, a condition
that changes nothing, and sentences around them that say nothing of when. The schedule is [(date, portion)], counted by the calendar.
"""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from hypothesis import strategies as st


class Note(NamedTuple):
    """What a note says, when its award was granted, and what vests when."""

    words: str
    granted: date
    vests: list[tuple[date, Fraction]]


#: A subject: its words, what its parts are parts "of", whether a verb after it is singular, whether it is exercised.
SUBJECTS = [
    ("the option", "of the shares subject to the option", True, True),
    ("this stock option", "of the shares", True, True),
    ("the shares subject to the option", "of the shares", False, True),
    ("the options", "of the options", False, True),
    ("the RSUs", "of the RSUs", False, False),
    ("these restricted stock units", "of the restricted stock units", False, False),
    ("the award", "of the award", True, False),
    ("the shares of restricted stock", "of the shares", False, False),
]
VERBS = [("vests", "vest"), ("will vest", "will vest"), ("shall vest", "shall vest"), ("is scheduled to vest", "are scheduled to vest")]
EXERCISED = [("becomes exercisable", "become exercisable"), ("vests and becomes exercisable", "vest and become exercisable")]
PARTS = {
    2: ["50%", "one-half", "1/2", "fifty percent (50%)"],
    3: ["one-third", "1/3", "33 1/3%", "1/3rd", "one-third (1/3)"],
    4: ["25%", "one-fourth", "1/4", "one quarter", "twenty-five percent (25%)"],
    5: ["20%", "one-fifth", "1/5th", "twenty percent"],
}
NUMBERS = {
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    8: "eight",
    12: "twelve",
    16: "sixteen",
    24: "twenty-four",
    36: "thirty-six",
    48: "48",
}
PACES = {1: ("monthly", "month"), 3: ("quarterly", "quarter"), 12: ("annual", "year")}
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
ORDINALS = ["first", "second", "third", "fourth", "fifth"]
CONDITIONS = [
    "",
    ", subject to continued service",
    ", subject to the reporting person's continued employment through each vesting date",
    ", provided that the reporting person remains employed by the Issuer on each such date",
    " so long as the reporting person continues to be a service provider",
]
BEFORE = [
    "",
    "Granted pursuant to the Issuer's 2015 Equity Incentive Plan. ",
    "Each unit represents a contingent right to receive one share. ",
]
AFTER = [
    "",
    " Vested shares will be delivered within 30 days of the vesting date.",
    " Vesting will accelerate in full upon a change in control.",
    " Unvested shares are forfeited upon termination of employment.",
]


def months_after(day: date, months: int) -> date:
    """A day so many months on, or the last of its month."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def counted(number: int) -> st.SearchStrategy[str]:
    word = NUMBERS.get(number, str(number))
    return st.sampled_from([str(number), word, f"{word} ({number})"] if not word.isdecimal() else [word])


def written(day: date) -> st.SearchStrategy[str]:
    month = MONTHS[day.month - 1]
    short = month if len(month) < 5 else f"{month[:3]}."
    return st.sampled_from([f"{month} {day.day}, {day.year}", f"{day.month}/{day.day}/{day.year}", f"{short} {day.day}, {day.year}"])


@st.composite
def heads(draw: st.DrawFn, plural: bool = False) -> tuple[str, str, str]:
    """A subject, its verb, and what its parts are parts of."""
    subject, of, singular, exercised = draw(st.sampled_from(SUBJECTS))
    one, many = draw(st.sampled_from(VERBS + EXERCISED if exercised else VERBS))
    return subject, one if singular and not plural else many, of


@st.composite
def installments(draw: st.DrawFn, granted: date) -> tuple[str, list[tuple[date, Fraction]]]:
    """ "The RSUs vest in four equal annual installments beginning on the first anniversary of the grant date"."""
    pace, times = draw(st.sampled_from([(12, 3), (12, 4), (12, 5), (3, 8), (3, 12), (3, 16), (1, 24), (1, 36), (1, 48)]))
    subject, verb, _ = draw(heads())
    first = months_after(granted, pace)
    start = draw(written(first))
    starts = [
        f" beginning on {start}",
        f", commencing on {start}",
        f", the first of which vests on {start}",
        f", with the first installment vesting on {start}",
        f" from {draw(written(granted))}",
        f" following {draw(written(granted))}",
        " measured from the grant date",
        "",
    ]
    starts += (
        [" beginning on the first anniversary of the grant date", ", commencing one year after the date of grant"] if pace == 12 else []
    )
    kind = draw(st.sampled_from(["installments", "increments", "tranches"]))
    words = f"{subject} {verb} in {draw(counted(times))} equal {PACES[pace][0]} {kind}{draw(st.sampled_from(starts))}"
    return words, [(months_after(granted, pace * (k + 1)), Fraction(1, times)) for k in range(times)]


@st.composite
def cliffs(draw: st.DrawFn, granted: date) -> tuple[str, list[tuple[date, Fraction]]]:
    """ "25% of the RSUs vest one year after the grant date, and the remainder vests in 36 equal monthly installments thereafter"."""
    years, pace = draw(st.sampled_from([3, 4, 5])), draw(st.sampled_from([1, 3, 12]))
    times, adjective, unit = (years - 1) * 12 // pace, *PACES[pace]
    subject, verb, of = draw(heads())
    many = draw(heads(plural=True))[1] if subject == "the award" else {**dict(VERBS), **dict(EXERCISED)}.get(verb, verb)
    part = draw(st.sampled_from(PARTS[years]))
    cliff = months_after(granted, 12)
    days = ["on the first anniversary of the grant date", f"one year after {draw(written(granted))}", f"on {draw(written(cliff))}"]
    when = draw(st.sampled_from(days))
    first = draw(st.sampled_from([f"{part} {of} {many} {when}", f"{subject} {verb} as to {part} {of} {when}"]))
    rest = draw(st.sampled_from(["the remainder", "the balance", "the rest"]))
    each = years * 12 // pace
    more = draw(st.sampled_from([
        f"{rest} vests in {draw(counted(times))} equal {adjective} installments thereafter",
        f"{rest} vests in equal {adjective} installments over the following {draw(counted(years - 1))} years",
        f"1/{each} {of} vest each {unit} thereafter",
    ]))  # fmt: skip
    words = f"{first}{draw(st.sampled_from([' and ', ', and ', '; ']))}{more}"
    later = [(months_after(granted, 12 + pace * (k + 1)), (1 - Fraction(1, years)) / times) for k in range(times)]
    return words, [(cliff, Fraction(1, years)), *later]


@st.composite
def listed(draw: st.DrawFn, granted: date) -> tuple[str, list[tuple[date, Fraction]]]:
    """ "One-third of the units vest on each of March 1, 2021, March 1, 2022 and March 1, 2023"."""
    count = draw(st.integers(2, 5))
    _, verb, of = draw(heads(plural=True))
    part = draw(st.sampled_from(PARTS[count]))
    days = [months_after(granted, 12 * (k + 1)) for k in range(count)]
    told = [draw(written(day)) for day in days]
    ranks = ORDINALS[:count]
    words = draw(st.sampled_from([
        f"{part} {of} {verb} on each of {', '.join(told[:-1])} and {told[-1]}",
        f"{part} {of} {verb} on {f', {part} on '.join(told[:-1])} and {part} on {told[-1]}",
        f"{part} {of} {verb} on each of the {', '.join(ranks[:-1])} and {ranks[-1]} anniversaries of the date of grant",
        f"{part} {of} {verb} on each of the first {draw(counted(count))} anniversaries of {draw(written(granted))}",
    ]))  # fmt: skip
    return words, [(day, Fraction(1, count)) for day in days]


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """A whole note."""
    granted = draw(st.dates(date(2004, 1, 1), date(2024, 12, 31)).filter(lambda day: day.day <= 28))
    words, vests = draw(st.one_of(installments(granted), cliffs(granted), listed(granted)))
    body = f"{words[0].upper()}{words[1:]}{draw(st.sampled_from(CONDITIONS))}."
    return Note(f"{draw(st.sampled_from(BEFORE))}{body}{draw(st.sampled_from(AFTER))}", granted, vests)
