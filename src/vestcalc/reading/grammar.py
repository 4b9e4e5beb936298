"""Patterns over kinds: a small language for ways of saying things, compiled to `re` over one character per token.

A sentence is a string with one character per node, so the patterns run at the speed of `re` and their work is bounded by the
number of nodes. How they are written is told in `notation`.
"""

import re
from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from msgspec import Struct

from vestcalc.reading.needs import ANY, needed
from vestcalc.reading.notation import chars_in, compiled, one_of, set_of
from vestcalc.reading.tokens.lexicon import KINDS


class Node(Struct, frozen=True, gc=False):
    """A token or phrase: its kind (one character), its value, and where it stands in the cleaned text."""

    kind: str
    value: Any
    start: int
    stop: int

    @property
    def word(self) -> str:
        """The word of a token; nothing for a number, and for what has been read as a phrase."""
        return self.value if self.value.__class__ is str else ""


def kinds_of(nodes: Sequence[Node]) -> str:
    """The kinds of nodes as a string that patterns match."""
    return "".join([n.kind for n in nodes])


class Match:
    """One match of a pattern over the nodes of a sentence; `m["n"]` is the captured node's value, `m.all("n")` all nodes of a group."""

    __slots__ = ("_m", "nodes")

    def __init__(self, m: "re.Match[str]", nodes: Sequence[Node]) -> None:
        self._m = m
        self.nodes = nodes

    def has(self, name: str) -> bool:
        """Whether the pattern has such a group and it took part in the match."""
        try:
            return self._m.start(name) >= 0
        except IndexError:
            return False

    def __getitem__(self, name: str) -> Any:
        try:
            i, j = self._m.span(name)
        except IndexError:
            return None
        return self.nodes[i].value if 0 <= i < j else None

    def all(self, name: str | None = None) -> Sequence[Node]:
        """The nodes of a group, or of the whole match."""
        try:
            i, j = self._m.span(name or 0)
        except IndexError:
            return ()
        return self.nodes[i:j] if i >= 0 else ()

    def kinds(self, name: str | None = None) -> str:
        """The kinds of a group or of the whole match, a character each; nothing for a group that took no part."""
        try:
            return self._m.group(name or 0) or ""
        except IndexError:
            return ""

    def following(self) -> str:
        """The kind of the node after the match, or nothing at the end."""
        j = self._m.end()
        return self.nodes[j].kind if j < len(self.nodes) else ""

    def words(self, name: str | None = None) -> set[str]:
        """The words of a group or of the whole match; what has been read already is no word."""
        return {n.value for n in self.all(name) if n.value.__class__ is str}

    def before(self) -> Node | None:
        """The node before the match, if there is one."""
        i = self._m.start()
        return self.nodes[i - 1] if i else None

    def values(self, kind: str, name: str | None = None) -> list[Any]:
        """The values of the nodes of one kind or class in a group or in the whole match."""
        chars = chars_in(set_of(kind))
        return [n.value for n in self.all(name) if n.kind in chars]


#: A phrase's meaning, or None when the words match but make no sense together (they then stay unclaimed).
Build = Callable[[Match], Any]


class Pattern:
    """A way of saying something: what it becomes (`kind`), the pattern, and `build`, which gives the value or None to decline.

    `begins`: the kinds that a match begins with, once a cascade has told them.
    """

    __slots__ = ("_regex", "begins", "build", "char", "kind", "source")

    def __init__(self, kind: str, source: str, build: Build) -> None:
        self.kind = kind
        self.source = source
        self.build = build
        self.char = KINDS[kind]
        self.begins = 0
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> "re.Pattern[str]":
        """Compiled on first use: starting up must not pay for what a note does not say. It looks first at what a match begins with."""
        if self._regex is None:
            regex = compiled(self.source)
            self._regex = re.compile(f"(?={one_of(self.begins)})(?:{regex})" if self.begins else regex)
        return self._regex

    @property
    def used(self) -> bool:
        """Whether it has been tried before."""
        return self._regex is not None

    def matches(self, kinds: str, nodes: Sequence[Node]) -> list[tuple[int, int, Node]]:
        """Every match that makes sense, in order: where it begins and ends, and the one node it becomes."""
        found = []
        for m in (self._regex or self.regex).finditer(kinds):
            i, j = m.span()
            if i < j and (value := self.build(Match(m, nodes))) is not None:
                found.append((i, j, Node(self.char, value, nodes[i].start, nodes[j - 1].stop)))
        return found


#: How many of a pattern's needs are looked at before its regular expression is tried.
_LOOKED_AT = 3
#: Stands behind the last kind of a sentence, and is none.
_END = "\n"


def _by_kind(sets: dict[int, int]) -> dict[str, int]:
    """The bits of every kind, from those of sets of kinds."""
    found, lacked = dict.fromkeys(KINDS.values(), 0), dict.fromkeys(KINDS.values(), 0)
    mostly = 0
    for kinds, bits in sets.items():
        mostly |= bits if kinds < 0 else 0
        table = lacked if kinds < 0 else found
        for char in chars_in(kinds):
            table[char] |= bits
    return {char: bits | (mostly & ~lacked[char]) for char, bits in found.items()}


class Cascade:
    """Patterns in order, each seeing what those before it made; a pattern is tried only where the neighbours it needs are present.

    Every kind has two numbers with a bit for each need that it meets, one as the first of two neighbours and one as the second: the bits
    that two neighbours share are the needs they meet, and the patterns with a bit in every need are the ones to try. Most cost nothing.
    """

    __slots__ = ("_after", "_before", "patterns")

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._before: dict[str, int] = {}
        self._after: dict[str, int] = {}

    def _look(self) -> None:
        """Find what every pattern needs, before the first sentence: a start without a note must not pay for it."""
        firsts: dict[int, int] = {}
        seconds: dict[int, int] = {ANY: 0}
        for i, pattern in enumerate(self.patterns):
            pattern.begins, pairs = needed(pattern.source, _LOOKED_AT)
            pairs = pairs or [(ANY, ANY)]
            for at in range(_LOOKED_AT):
                bit = 1 << (at * len(self.patterns) + i)
                first, second = pairs[at % len(pairs)]
                firsts[first] = firsts.get(first, 0) | bit
                seconds[second] = seconds.get(second, 0) | bit
        anything = seconds.pop(ANY)
        self._before = _by_kind(firsts)
        self._after = {char: bits | anything for char, bits in _by_kind(seconds).items()} | {_END: anything}

    def _met(self, kinds: str) -> int:
        """The needs that neighbours among these kinds meet."""
        return reduce(or_, map(and_, map(self._before.__getitem__, kinds), map(self._after.__getitem__, kinds[1:] + _END)), 0)

    def _to_try(self, met: int) -> int:
        """The patterns, a bit each, all of whose needs are met somewhere."""
        width = len(self.patterns)
        for _ in range(_LOOKED_AT - 1):
            met &= met >> width
        return met & ((1 << width) - 1)

    def reduce(self, nodes: Sequence[Node], kinds: str) -> tuple[list[Node], str]:
        """Every match of each pattern, in order, replaced by one node; the nodes and their kinds.

        A need once met counts as met when its neighbours have become a phrase too: trying in vain costs less than looking again, unless
        the pattern has never been tried and would have to be compiled.
        """
        if not self._before:
            self._look()
        before, after, nodes = self._before, self._after, list(nodes)
        met = self._met(kinds)
        left = self._to_try(met)
        while left:
            at = (left & -left).bit_length()
            pattern = self.patterns[at - 1]
            tried = pattern.used or self._to_try(self._met(kinds)) >> (at - 1) & 1
            found = pattern.matches(kinds, nodes) if tried else []
            for i, j, node in reversed(found):
                nodes[i:j] = [node]
                kinds = kinds[:i] + node.kind + kinds[j:]
                met |= before[node.kind] & after[kinds[i + 1 : i + 2] or _END]
                if i:
                    met |= before[kinds[i - 1]] & after[node.kind]
            left = (self._to_try(met) if found else left) >> at << at
        return nodes, kinds
