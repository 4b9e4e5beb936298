"""The law of reading: any string gives a reading, none raises; what it shows stands in the note as filed; the work grows with the length.

In: text of any kind, text made of the words of vesting, and hostile text (long runs of digits, brackets and openings). The last test is
the only one that looks at the clock; it takes the best of five and asks for no more than 2.5 times the time at twice the length.
"""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.reading.cases import nears, positives
from vestcalc.calculate import schedule_text
from vestcalc.reading import read
from vestcalc.reading.tokens.lexicon import WORDS
from vestcalc.span import Place
from vestcalc.terms.models import Terms

KNOWN = tuple(text for _, text in positives()) + tuple(near.text for near in nears())
FIGURES = (
    "25%", "33 1/3%", "1/48th", "1/0", "0%", "one-third", "12,000", "12,00", "$50", "March 15, 2024", "13/45/2024", "2021 and 2023",
    "the 15th", "(i)", "(ii)", "(", ")", ",", ";", ":", ".", "-", "/", "%", "th", "twenty-five", "forty eighth", "0", "1,000,000,000,000",
    "February 29", "February 30, 2023", "0/0", "100%", "two hundred", "one", "the earlier of", "36-month", "½", "&nbsp;", "l/48th",
)  # fmt: skip
VOCABULARY = st.sampled_from(sorted(word.rstrip("_") for word in WORDS)) | st.sampled_from(FIGURES)
SENTENCES = st.lists(VOCABULARY, max_size=60).map(" ".join)
TEMPLATES = st.lists(st.sampled_from([word for text in KNOWN for word in text.split()]), max_size=60).map(" ".join)
SPLICED = st.tuples(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.integers(0, 200), st.integers(0, 200)).map(
    lambda t: t[0][: t[2]] + t[1][t[3] :]
)


def check_places(texts: dict[str, str], terms: Terms) -> None:
    places: list[Place] = [rule.place for rule in terms.rules]
    places += [statement.place for statement in terms.statements]
    places += [remark.place for remark in (*terms.accelerations, *terms.conditions)]
    places += [group.place for group in terms.groups if group.place is not None]
    places += list(terms.quiet)
    places += [Place(gap.note, gap.span, gap.quote) for gap in terms.gaps if gap.note is not None and gap.span is not None]
    for place in places:
        start, stop = place.span
        note = texts[place.note]
        assert 0 <= start <= stop <= len(note)
        assert place.quote in (note[start:stop], note[start:stop][:80])
    for gap in terms.gaps:
        assert (gap.note is None) == (gap.span is None)


def check(*notes: str) -> None:
    texts = {str(n): text for n, text in enumerate(notes, 1)}
    reading = read(tuple(texts.items()))
    assert reading.candidates
    for terms in reading.candidates:
        check_places(texts, terms)
    assert read(tuple(texts.items())) == reading


@given(st.text(max_size=400))
@example("")
@example("vest")
@example("\x00vests\ud800")
@example("ﬁvest ½ of the shares vest on March 1, 2024")
def test_any_string_is_read(text: str) -> None:
    check(text)
    check(f"{text} vest")


@given(SENTENCES)
def test_words_of_vesting_in_any_order_are_read(text: str) -> None:
    check(text)
    check(f"{text} vest. {text}")


@given(TEMPLATES)
def test_words_of_the_fixtures_in_any_order_are_read(text: str) -> None:
    check(text)


@given(SPLICED, SPLICED)
def test_two_notes_are_read(first: str, second: str) -> None:
    check(first, second)


@given(SENTENCES | TEMPLATES | SPLICED)
def test_any_terms_get_an_answer(text: str) -> None:
    award = schedule_text(text, shares=1_000, granted="2021-01-31", reported="2021-02-02")
    if award.status in ("complete", "partial"):
        assert all(gap.reason.startswith("missing-") and award.status == "partial" for gap in award.gaps)
        assert sum(vest.portion for vest in award.vests) <= 1
    else:
        assert not award.vests


@given(st.sampled_from(KNOWN), st.text(alphabet="\u00a0\u200b\u2014“”½&amp;ﬁ•", max_size=20))
def test_spans_survive_repairs(text: str, odd: str) -> None:
    check(odd + text.replace(" ", odd[:1] or " ", 2) + odd)


@pytest.mark.parametrize("text", KNOWN)
def test_spans_of_what_is_understood(text: str) -> None:
    check(text)


HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "vest " + "7 " * (n // 2),
    "digits and commas": lambda n: "vest " + "1,111," * (n // 6),
    "figures": lambda n: "vest " + "25% 1/48 3 " * (n // 11),
    "one of the": lambda n: "vest " + "one of the " * (n // 11),
    "opening brackets": lambda n: "vest " + "(" * n,
    "brackets": lambda n: "vest " + "(i) " * (n // 4),
    "vest": lambda n: "vest " * (n // 5),
    "vest and": lambda n: "vest and " * (n // 9),
    "commas": lambda n: "vest" + "," * n,
    "subject to": lambda n: "vest " + "subject to the " * (n // 15),
    "dates": lambda n: "vest on " + "March 1, 2021, " * (n // 15),
    "anniversaries": lambda n: "vest on the " + "first, second and " * (n // 18),
    "one letter": lambda n: "vest " + "a" * n,
    "letters and hyphens": lambda n: "vest " + "a-" * (n // 2),
    "the earlier of": lambda n: "vest on " + "the earlier of " * (n // 15),
    "sentences": lambda n: "25% of the shares vest on March 1, 2021. " * (n // 41),
    "numbers": lambda n: "600 units vest on each of May 3, 2021, 2022 and 2023. " * (n // 54),
    "awards": lambda n: "Grant of 20,000 options vests on May 3, 2021. " * (n // 46),
    "spans": lambda n: "The option vests in equal installments over the four years beginning on the grant date. " * (n // 87),
    "bounds": lambda n: "The units shall not vest before March 1, 2024. " * (n // 47),
    "lock-ups": lambda n: "The lock-up restrictions on the shares expire on March 1, 2022. " * (n // 64),
    "footnotes": lambda n: "The units vest on the schedule described in footnote 2. " * (n // 56),
    "goals": lambda n: "The units vest upon the achievement of revenue targets. Goals were set in 2021. " * (n // 81),
    "others": lambda n: "Excludes 500 options, which vest on May 3, 2021. They expire in 2030. " * (n // 70),
    "definitions": lambda n: 'The units vest on March 1, 2022 (the "First Date") and 50% on the First Date. ' * (n // 79),
    "spaces": lambda n: "vest" + " " * n,
    "ampersands": lambda n: "vest " + "&" * n,
    "words run together": lambda n: "vest " + "optionvests" * (n // 11),
}


def seconds(text: str, times: int) -> float:
    """Processor time of one reading, the best of some; the collector of garbage is kept out of it."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for n in range(times):
            begun = time.process_time()
            read((("1", text + " " * n),))
            best = min(best, time.process_time() - begun)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_only(name: str) -> None:
    once, twice = HOSTILE[name](50_000), HOSTILE[name](100_000)
    took = [(seconds(once, 5), seconds(twice, 5))]
    while took[-1][1] > 2.5 * took[-1][0] + 0.005 and len(took) < 3:  # another process may have had the caches: once more
        took.append((seconds(once, 5), seconds(twice, 5)))
    a, b = min(pair[0] for pair in took), min(pair[1] for pair in took)
    assert b <= 2.5 * a + 0.005, f"{a:.3f} s for 50 kB, {b:.3f} s for 100 kB"
