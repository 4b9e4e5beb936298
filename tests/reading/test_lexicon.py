"""The words and the patterns: each word stands in one kind, each kind has its own character, each pattern names what exists and compiles.

A pattern is compiled on first use only, so a slip in one would show on the first note that reaches it: here all are compiled.
"""

import re
from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.reading.cases import cases
from vestcalc.reading.cascade import LEVELS, name
from vestcalc.reading.clauses import CLAUSES
from vestcalc.reading.grammar import Cascade, Match, Node, Pattern, kinds_of
from vestcalc.reading.needs import ANY, needed
from vestcalc.reading.notation import chars_in, compiled, set_of
from vestcalc.reading.parts import TIMES
from vestcalc.reading.tokens.lexer import lex
from vestcalc.reading.tokens.lexicon import CLASSES, KINDS, WORDS, kind, kind_set
from vestcalc.reading.tokens.spelling import repaired, run_together
from vestcalc.reading.tokens.word_groups import SHARED
from vestcalc.reading.tokens.words import OWN

PATTERNS = [(n, pattern) for n, level in enumerate(LEVELS) for pattern in level]
#: Words that two lists hold on purpose; the first list has them.
LISTED_TWICE = frozenset(["either", "least", "sign", "special", "time"])


@pytest.mark.parametrize(("level", "pattern"), PATTERNS, ids=[f"{n}-{p.kind}-{p.source[:40]}" for n, p in PATTERNS])
def test_pattern_compiles_and_names_what_exists(level: int, pattern: Pattern) -> None:
    assert pattern.kind in KINDS
    regex = re.compile(compiled(pattern.source))
    assert regex.groups == len(regex.groupindex), "only captured items are groups"
    assert regex.search("") is None or regex.search("").group() == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(("level", "pattern"), PATTERNS, ids=[f"{n}-{p.kind}-{p.source[:40]}" for n, p in PATTERNS])
def test_no_pattern_matches_nothing(level: int, pattern: Pattern) -> None:
    assert re.compile(compiled(pattern.source)).fullmatch("") is None, "a pattern that needs no word claims no word"


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        ("the? grant date", [("grant", "date")]),
        ("grant (of|the)* date", [("grant of the", "date")]),
        ("(on|at)* <d>DATE", [("DATE", "")]),
        ("(?<=on|at) (the of)* grant", [("on at of", "grant")]),
        ("grant (?= COMMA)", [("grant", "COMMA")]),
        ("grant (?! COMMA) date", [("grant", "date")]),
        ("(?<=on) grant", [("on", "grant")]),
        ("anniversary (year of){0,2} of+", [("anniversary of", "of")]),
        ("(pro rata)+ basis", [("pro", "rata"), ("rata", "basis")]),
        ("pro rata basis? | on a? ratably", [("pro on a", "rata ratably")]),
        ("grant date | (on)?", []),
        ("STOP PLAINW+ SEMI", [("STOP", "PLAINW"), ("PLAINW", "SEMI")]),
    ],
)
def test_what_a_pattern_needs(source: str, needs: list[tuple[str, str]]) -> None:
    """Every match has a kind of the first before one of the second; of alternatives the least likely of each, together."""
    told = set(needed(source)[1])
    wanted = {(set_of(first.replace(" ", "|")), set_of(second.replace(" ", "|")) if second else ANY) for first, second in needs}
    assert {pair for pair in told if pair[1] != ANY or wanted == told} == wanted


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("the? grant date", "(the|grant)"),
        ("(on|at)* <d>DATE STOP", "(on|at|DATE)"),
        ("(?<=on) grant date", "grant"),
        ("(pro rata)+ basis | PLAINW STOP", "(pro|PLAINW)"),
    ],
)
def test_what_a_match_begins_with(source: str, names: str) -> None:
    assert needed(source)[0] == set_of(names)


@pytest.mark.parametrize("names", ["grant", "UNIT", "(on|at|UNIT)"])
def test_a_set_of_kinds_is_its_characters(names: str) -> None:
    assert set(chars_in(set_of(names))) == kind_set(names.strip("()").replace("|", " "))


def test_a_set_of_all_but_some_tells_what_it_lacks() -> None:
    lacked = kind_set(CLASSES["TAIL"].lstrip("^"))
    assert set(chars_in(set_of("TAIL"))) == lacked
    assert set(chars_in(set_of("(TAIL|COMMA|and)"))) == lacked - kind_set("COMMA and")


@pytest.mark.parametrize("file", sorted({case.file for case in cases()}))
def test_no_pattern_is_passed_over_that_would_match(file: str) -> None:
    """Trying only the patterns whose needs are there gives what trying every one of them gives."""
    cascade = Cascade([pattern for _, pattern in PATTERNS])
    for note in (phrasing for case in cases() if case.file == file for phrasing in case.phrasings):
        nodes = lex(note)
        plain = nodes
        for _, pattern in PATTERNS:
            for i, j, node in reversed(pattern.matches(kinds_of(plain), plain)):
                plain = [*plain[:i], node, *plain[j:]]
        assert cascade.reduce(nodes, kinds_of(nodes)) == (plain, kinds_of(plain)), note


def test_each_kind_has_its_own_character() -> None:
    chars = Counter(KINDS.values())
    assert [kinds for kinds, n in chars.items() if n > 1] == []
    assert all(len(char) == 1 for char in KINDS.values())
    assert not set(KINDS.values()) & set("\\\t\n\r ")


def test_no_word_is_listed_under_two_kinds_unnoticed() -> None:
    """A word listed again keeps its first kind in silence, and the second list holds less than it says."""
    lists = [line.split() for line in OWN.split("\n")] + [listed.split() for listed in SHARED.values()]
    kinds = Counter(word for listed in lists for word in set(listed))
    assert {word for word, n in kinds.items() if n > 1} <= LISTED_TWICE


def test_words_are_lower_case_and_find_their_kind() -> None:
    kinds = set(KINDS.values())
    for word, char in WORDS.items():
        assert word == word.lower()
        assert char in kinds


def test_classes_hold_kinds_only() -> None:
    for listed in CLASSES.values():
        assert set(listed.lstrip("^").split()) <= KINDS.keys()


def test_slots_of_clauses_are_slots_of_parts() -> None:
    slots = set(TIMES.values())
    for clause in CLAUSES:
        assert clause.needs <= slots, clause.name
        assert clause.may <= slots, clause.name
        assert not clause.needs & clause.may, clause.name


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        compiled("the NOSUCHKIND of")
    with pytest.raises(KeyError):
        compiled("the nosuchword of")


def values(text: str) -> list[tuple[str, Any]]:
    return [(name(node.kind), node.value) for node in lex(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,000", ("INT", 12_000)),
        ("25%", ("PCT", Fraction(1, 4))),
        ("33 1/3%", ("PCT", Fraction(1, 3))),
        ("16-2/3%", ("PCT", Fraction(1, 6))),
        ("6.25 %", ("PCT", Fraction(1, 16))),
        ("1/48th", ("FRAC", Fraction(1, 48))),
        ("15th", ("ORD", 15)),
        ("2.5", ("DEC", Fraction(5, 2))),
        ("2024", ("YEAR", 2024)),
        ("1969", ("INT", 1969)),
        ("3/15/2024", ("DATE", date(2024, 3, 15))),
        ("12/31/99", ("DATE", date(1999, 12, 31))),
        ("3-15-24", ("DATE", date(2024, 3, 15))),
        ("2/30/2024", ("OTHER", None)),
        ("1/0", ("OTHER", None)),
        ("$2.50", ("MONEY", "$2.50")),
    ],
)
def test_figures(text: str, expected: tuple[str, Any]) -> None:
    assert values(text) == [expected]


def test_a_number_cut_by_a_comma_is_not_joined() -> None:
    assert values("12,00")[0] == ("INT", 12)


def test_nodes_stand_where_their_words_stand() -> None:
    text = "One-third (33 1/3%) of the 36months' RSUs vests on 3/15/2024; Mr. Haldane's option doesn't."
    last = 0
    for node in lex(text):
        assert last <= node.start < node.stop <= len(text)
        last = node.stop
    assert isinstance(lex("vests")[0], Node)


@pytest.mark.parametrize("word", ["unequal", "nonvested", "unvested", "irregular", "invest", "divest"])
def test_a_prefix_that_turns_a_word_round_is_never_repaired(word: str) -> None:
    fixed = repaired(word)
    assert fixed is None or WORDS.get(word) == WORDS[fixed] or kind("vest") != WORDS[fixed]
    assert word in WORDS or run_together(word) is None


def test_slips_are_repaired_only_towards_one_kind() -> None:
    assert repaired("anniversery") == "anniversary"
    assert repaired("installmants") is not None
    assert repaired("xqzzzt") is None
    assert repaired("ab") is None


def test_a_match_knows_its_groups() -> None:
    pattern = Pattern("QUIET", "<n>INT of <w>(the share)?", lambda m: m["n"])
    nodes = lex("3 of the shares")
    found = pattern.regex.search("".join(node.kind for node in nodes))
    assert found is not None
    match = Match(found, nodes)
    assert match["n"] == 3
    assert match.has("w")
    assert not match.has("nothing")
    assert match["nothing"] is None
    assert [node.value for node in match.all("w")] == ["the", "shares"]
    assert match.values("INT") == [3]


def test_what_may_stand_often_is_captured_whole() -> None:
    pattern = Pattern("QUIET", "<w>(the|of)+ share", lambda m: sorted(m.words("w")))
    nodes = lex("of the shares")
    assert [node.value for _, _, node in pattern.matches("".join(node.kind for node in nodes), nodes)] == [["of", "the"]]
