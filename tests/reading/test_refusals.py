"""Words that change the meaning never pass: whatever is put into a text that is understood, no schedule comes out without a flag.

In: every phrasing of fixtures/clauses, a table of insertions, and places for them chosen by hypothesis at word boundaries. The law: what is
given then has a gap, a failed check or a pending part, or is not dated at all. Left out are places inside a condition of service, inside
the event of "the earlier of" or of "or earlier upon", in what is said of delivery, transfer or redemption (from the comma before it to the
end of its sentence), and in a sentence on an acceleration without a date or a number. Conditions and accelerations are recorded with their
words and move no date, what comes earlier is marked *latest* already, and what becomes of shares afterwards says nothing of vesting.
"""

import re
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.reading.cases import Case, answer, positives
from vestcalc.answers import AwardSchedule

#: Put between two words, each makes the text say something else, or nothing that can be dated.
INSERTIONS = (
    "unequal",
    "not",
    "does not",
    "never",
    "unless the board decides otherwise",
    "unless otherwise determined",
    "other than 10,000 shares",
    "except for 10,000 shares",
    "except that",
    "excluding the first installment",
    "up to",
    "no more than",
    "not less than",
    "at least",
    "at most",
    "approximately half of",
    "no later than",
    "no earlier than",
    "neither",
    "without",
    "not all of",
    "some of",
    "provided the price exceeds $50",
    "provided that the price of the common stock exceeds $50",
    "or such other date as the Committee may determine",
    "or such other amount as the Committee may determine",
    "may, at the discretion of the Board,",
    "in the sole discretion of the board",
    "at the election of the holder",
    "only if",
    "if the goals are met",
    "subject to the achievement of performance goals",
    "subject to the satisfaction of performance criteria",
    "based on relative total shareholder return",
    "contingent upon an initial public offering",
    "less than",
    "more than",
    "instead of",
    "delayed by one year",
    "reduced",
    "suspended",
    "multiplied by two",
    "rather than",
    "minus 5,000",
    "it is not true that",
    "subject to stockholder approval",
    "around",
    "(estimated)",
    "(as reduced)",
    "(subject to performance)",
    "(performance-based)",
    "(discretionary)",
    "(if earned)",
)

#: Goals, which a text may say have been met.
GOALS = (
    "provided the price exceeds $50",
    "provided that the price of the common stock exceeds $50",
    "if the goals are met",
    "subject to the achievement of performance goals",
    "subject to the satisfaction of performance criteria",
    "based on relative total shareholder return",
    "(subject to performance)",
    "(performance-based)",
    "(if earned)",
)
_MET = re.compile(r"\b(?:earned|met|satisfied|achieved|certified)\b")

#: Put before or after a text, each takes back something of it, or makes it uncertain.
SENTENCES = (
    "None of the shares will vest.",
    "The shares do not vest.",
    "The first installment will not vest.",
    "No shares will vest before June 1, 2035.",
    "However, no shares vest before June 1, 2035.",
    "Vesting was suspended for one year.",
    "The vesting dates were later postponed by six months.",
    "Each vesting date is one month later.",
    "Vesting ceased on May 1, 2020.",
    "Vesting will not begin until the board approves it.",
    "The vesting dates may be changed by the board.",
    "Vesting is in the discretion of the board.",
    "Vesting is contingent upon stockholder approval.",
    "Vesting is subject to the achievement of performance goals.",
    "The shares are also subject to a market condition.",
    "The shares vest only if the company attains its revenue goal.",
    "The shares will not vest unless the price of the common stock exceeds $50.",
    "The vesting of the remaining shares is conditioned on a sale of the company.",
    "The vesting of 10,000 shares is performance-based.",
    "Half of the shares vest only upon an initial public offering.",
    "These vesting terms apply to only half of the shares.",
    "The foregoing does not apply to 10,000 of the shares.",
    "The number of shares that vest may range from 0% to 200% of the target.",
    "The number reported represents the maximum number of shares.",
    "The vesting schedule was amended on May 1, 2020.",
    "The vesting of the award was accelerated in full on May 1, 2020.",
    "All unvested shares were cancelled on May 1, 2020.",
    "The award has since been cancelled.",
    "The last installment vests one year later than stated.",
    "Only 6,000 of them were issued.",
    "The approval of shareholders is required.",
    "The award was split equally between two holders.",
    "5,000 of the units were later transferred to a former spouse.",
    "This timetable no longer applies.",
    "The actual dates may differ.",
    "Correction: there are five installments.",
    "The grant date is deemed to be January 1, 2019.",
    "The reporting person resigned on June 1, 2020.",
    "For the reporting person each date is six months later.",
    "The foregoing was reported in error.",
    "Terms to be confirmed.",
    "The award is on hold.",
    "The award is payable only if revenue exceeds $1 billion.",
    "The shares are delivered only if the stock price is at least $20.",
    "The number of shares delivered will be between 0% and 200% of the units.",
    "Each unit represents the right to receive one share if the performance goal is achieved.",
    "If the company is not listed by June 30, 2021, the award is forfeited.",
    "The award vested in full upon his death.",
    "The shares are subject to forfeiture for ten years.",
    "The dates shown are settlement dates.",
    "Performance-based award.",
    "No shares will be issued unless the company is listed.",
    "The award was granted conditionally.",
    "The award was approved subject to the filing of a registration statement.",
    "Unvested shares lapse if targets are not met.",
    "The reporting person has given notice of resignation.",
    "This footnote relates to a different award.",
    "Please disregard.",
    "The Committee accelerated vesting.",
    "The company may repurchase the shares at cost until March 1, 2040.",
    "The option expired on March 1, 2000.",
    "Deferred.",
    "As adjusted.",
    "Double trigger.",
    "500 of the units vested on death.",
    "Includes 500 vested shares.",
    'The "Vesting Date" is June 1, 2035.',
    "Another grant of 500 units vests on June 1, 2035.",
)

#: Words that say nothing by themselves: lost by a printer, they may cost the reading, but never move a date in silence.
SMALL = frozenset(
    re.findall(
        r"\w+", "the a an of shares share units rsus option award stock restricted shall will be is are each such this these and to for as"
    )
)
_CONDITION = re.compile(
    r",? ?(?:subject to|provided|so long as|if and only if|while|contingent|conditioned|followed by"
    r"|and (?:is|are|will be) (?:settled|delivered|paid))\b",
    re.IGNORECASE,
)
#: What is delivered, transferred or redeemed, or paid as a dividend, and when, moves no vest;
#: nor does an acceleration to come, or an award that is left out.
_DELIVERY = re.compile(
    r"(?:^|[,;])[^,;]*\b(?:deliver|settle|issue one share|withh|surrender|transferred|redeem|sold|payable|be issued|will issue|dividend)"
    r"|^\s*As soon as (?:reasonably )?practicable\b"
    r"|^\s*(?:excludes?|does not include)\b"
    r"|^\s*Once vested\b"
    r"|^\s*(?:No (?:part|portion)\b|[^.]*\bnot\b)[^.]*\bexercised (?:after|later)\b"
    r"|(?:^|;)\D*\baccelerat\D*$|^\s*Vesting (?:accelerates|will accelerate)\b|^\D*\bvest\b\D*\bchange (?:in|of) control"
    r"|^\s*If\b\D*\bunvested\b\D*$"
    r"|^\s*(?:Upon|In the event)\b[^.]*\bunvested\b"
    r"|^\s*(?:Notwithstanding|In addition|If|Upon|In the event|Should)\b[^.]*"
    r"\b(?:control|takeover|dismiss|terminat|corporate transaction|death|disab)[^.]*\b(?:vest|accelerat)"
    r"|,? or,? (?:if )?(?:earlier|sooner)\b|,? but may vest earlier\b|,? or (?:up)?on\b[^.;]*\bif (?:earlier|sooner)",
    re.IGNORECASE,
)
#: Where the terms begin behind what is delivered.
_WHICH_VEST = re.compile(r", which (?:units? )?(?:will )?vest", re.IGNORECASE)

#: A limit on running totals of what may be exercised is what they are: "as to up to 1/3 after one year and in full after two".
LIMITS = ("up to", "no more than")
_RUNNING_TOTALS = re.compile(r"(?:exercis|cumulative).*(?:in full|100%|\ball\b)", re.IGNORECASE)

#: A sentence without such a word ("The option is not assignable.") says nothing of the terms, whatever is put into it.
_OF_TERMS = re.compile(
    r"vest|exercisable|exercised (?:as|on|in|from|after|at)\b|laps|restrict|releas|matur|goal|condition|achiev|certif|perform|grant",
    re.IGNORECASE,
)

#: A goal or a condition says nothing more once the words tell that the conditions were met.
_OF_GOALS = ("goal", "performance", "if earned", "return")
_CAME = re.compile(
    r"\b(?:(?:condition|requirement)s?|PSUs|of which [\d,]+) (?:was|were|has been|have been) (?:satisfied|met|earned)\b", re.IGNORECASE
)

#: What was to be earned is history once the words tell what has been.
_FOUND = re.compile(
    r"\b(?:certified|determined) (?:on \w+ \d+, \d{4} )?that\b[^.]*\b(?:were|was|had been|have been) (?:earned|achieved|met)"
    r"|\bcertified (?:the )?achievement of\b",
    re.IGNORECASE,
)
_GOALS = re.compile(r"performance goals?\b|% to \d+%|0% and")

Dates = tuple[tuple[date, Fraction, bool], ...]


def dates(award: AwardSchedule) -> Dates:
    """When, how much, and whether it may come sooner."""
    return tuple((vest.date, vest.portion, vest.latest) for vest in award.vests)


def unflagged(award: AwardSchedule) -> bool:
    """Whether it gives dates and shows no doubt at all."""
    dated = award.status in ("complete", "partial") and bool(award.vests)
    return (
        dated
        and not award.gaps
        and not award.pending
        and all(check.ok for check in award.checks)
        and not any(v.latest for v in award.vests)
    )


@cache
def plain() -> tuple[tuple[Case, str], ...]:
    """The phrasings that give an unflagged schedule as they stand; those of a row of shares withheld begin with what is said of these."""
    return tuple((case, text) for case, text in positives() if case.row.get("code") != "F" and unflagged(answer(text, case.row)))


@cache
def boundaries(text: str) -> list[int]:
    """Where a word can be put: before each word, outside a condition of service and what is said of delivery."""
    condition = _CONDITION.search(text)
    stop = condition.start() + 1 if condition else len(text)
    words = [m.start() for m in re.finditer(r"\S+", text) if m.start() < stop]
    outside = []
    for m in re.finditer(r"[^.]+(?:\.|$)", text):
        if not _OF_TERMS.search(m.group()):
            continue
        delivery = _DELIVERY.search(m.group())
        outside.append((m.start(), m.start() + delivery.start() if delivery else m.end()))
        terms = _WHICH_VEST.search(m.group(), delivery.end()) if delivery else None
        outside += [(m.start() + terms.start(), m.end())] if terms else []
    return [at for at in words if any(i <= at < j for i, j in outside)] or words


@st.composite
def places(draw: st.DrawFn) -> tuple[Case, str, int]:
    """A phrasing and a place in it."""
    case, text = draw(st.sampled_from(plain()))
    return case, text, draw(st.sampled_from(boundaries(text)))


def test_most_phrasings_take_part() -> None:
    assert len(plain()) > 0.8 * len(positives())


@given(places())
def test_no_insertion_passes_without_a_flag(place: tuple[Case, str, int]) -> None:
    case, text, at = place
    for insertion in INSERTIONS:
        changed = f"{text[:at]}{insertion} {text[at:]}"
        award = answer(changed, case.row)
        # "an option to purchase up to 12,000 shares", "from May 3, 2021 up to to May 3, 2024", "nor later than up to May 3, 2030"
        size = insertion == "up to" and (text[:at].endswith(("purchase ", "later than ")) or text[at:].startswith("to "))
        if insertion in GOALS and _MET.search(text[at:]):  # told before the words that say they were met
            continue
        if insertion in LIMITS and (size or _RUNNING_TOTALS.search(text)) and dates(award) == dates(answer(text, case.row)):
            continue
        if insertion == "no later than" and (text[at:].startswith("until ") or text[:at].endswith("expire ")):  # says the end twice
            continue
        if insertion == "not" and text[at:].startswith("before "):  # "exercisable at any time not before D" begins on D
            continue
        if _CAME.search(text) and any(word in insertion for word in _OF_GOALS):
            continue
        assert not unflagged(award), (
            f"{insertion!r} passes in {changed!r}: {[(v.date.isoformat(), str(v.portion)) for v in award.vests[:6]]}"
        )


@given(places(), st.sampled_from(INSERTIONS))
def test_two_insertions_pass_no_better_than_one(place: tuple[Case, str, int], insertion: str) -> None:
    case, text, at = place
    changed = f"{insertion} {text[:at]}{insertion} {text[at:]}"
    assert not unflagged(answer(changed, case.row)), changed


@given(st.sampled_from(SENTENCES), st.data())
def test_no_sentence_that_takes_back_passes_without_a_flag(sentence: str, data: st.DataObject) -> None:
    case, text = data.draw(st.sampled_from(plain()))
    if _GOALS.search(sentence) and (_FOUND.search(text) or (sentence.endswith(" of performance goals.") and _MET.search(text))):
        return
    for changed in (f"{sentence} {text}", f"{text.removesuffix('.')}. {sentence}"):
        assert not unflagged(answer(changed, case.row)), changed


def _words(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\S+", text))


@given(st.data())
def test_a_small_word_lost_moves_no_date(data: st.DataObject) -> None:
    case, text = data.draw(st.sampled_from(plain()))
    small = [m for m in _words(text) if m.group().lower().strip(",.") in SMALL]
    assume(small)
    lost = data.draw(st.sampled_from(small))
    changed = text[: lost.start()] + text[lost.end() + 1 :]
    award = answer(changed, case.row)
    assert not unflagged(award) or dates(award) == dates(answer(text, case.row)), changed


@given(st.data())
def test_a_word_said_twice_moves_no_date(data: st.DataObject) -> None:
    case, text = data.draw(st.sampled_from(plain()))
    twice = data.draw(st.sampled_from(_words(text)))
    changed = f"{text[: twice.end()]} {text[twice.start() :]}"
    award = answer(changed, case.row)
    assert not unflagged(award) or dates(award) == dates(answer(text, case.row)), changed


@pytest.mark.parametrize("insertion", INSERTIONS)
def test_in_a_plain_sentence_at_every_place(insertion: str) -> None:
    text = "The option vests in four equal annual installments beginning on the first anniversary of the date of grant."
    row = {"shares": 1_000, "granted": "2021-03-01"}
    assert unflagged(answer(text, row))
    for at in boundaries(text):
        changed = f"{text[:at]}{insertion} {text[at:]}"
        assert not unflagged(answer(changed, row)), changed
