"""Tokens to phrases: the levels in order, each a list of patterns; every level sees what the one before left."""

from vestcalc.reading.brackets import opened
from vestcalc.reading.grammar import Cascade, Match, Node, Pattern
from vestcalc.reading.phrases import (
    after,
    agreements,
    amounts,
    anchors,
    bounds,
    cadence,
    closing,
    continuing,
    converting,
    dates,
    deferred,
    defined,
    events,
    granted,
    installments,
    joined,
    moments,
    named,
    names,
    numbers,
    percentages,
    periods,
    prices,
    quiet,
    reasons,
    reckoned,
    restrictions,
    roles,
    rounding,
    shares,
    turns,
    verbs,
    years,
)
from vestcalc.reading.tables import tabled
from vestcalc.reading.tokens.lexicon import KINDS, kind, kind_set

#: So long may a list be: "(12,000)" is a number of shares.
_LISTED = 99
#: "(a)", "(bb)" and "(iii)" count; "(estimated)" says something.
_LETTERS, _ROMAN = 3, frozenset(["iii", "vii", "viii", "xii", "xiii"])


_IN_A_ROW, _ENDS = kind_set("MONTH YEAR DATE anniversary month year"), kind_set("SEMI STOP")


def _row_of_its_own(m: Match) -> str | None:
    """ "Tranche 1: 4,000 options vesting May 3, 2020; Tranche B - one third on ...": a row that tells its day."""
    after = m.nodes[m._m.end() :]
    row = after[: next((i for i, n in enumerate(after) if n.kind in _ENDS), len(after))]
    numbered = m["n"] <= _LISTED if isinstance(m["n"], int) else len(str(m["n"])) == 1 or set("ivx").issuperset(str(m["n"]))
    return "enum" if numbered and any(n.kind in _IN_A_ROW for n in row) else None


_ENUM = [
    Pattern(
        "ENUM",
        "OPEN <n>(ROMAN|a|INT|NAME|UNKNOWN) CLOSE (?! of)",
        lambda m: "enum" if (m["n"] <= _LISTED if isinstance(m["n"], int) else len(str(m["n"])) < _LETTERS or m["n"] in _ROMAN) else None,
    ),
    # "a) one-third on ...; b) one-third on ...": no bracket opens
    Pattern(
        "ENUM",
        "(?<=COLON|SEMI|and)<n>(ROMAN|a|NAME|UNKNOWN) CLOSE",
        lambda m: "enum" if len(str(m["n"])) == 1 or set("ivx").issuperset(str(m["n"])) else None,
    ),
    Pattern("ENUM", "INSTALL <n>(ROMAN|a|INT|NAME|UNKNOWN) (COLON|DASH)", _row_of_its_own),
]

LEVELS: tuple[list[Pattern], ...] = (
    names.PATTERNS,
    turns.PATTERNS,
    rounding.PATTERNS,
    after.PERIODS,
    numbers.PATTERNS,
    _ENUM,
    dates.PATTERNS,
    defined.USES,
    anchors.PATTERNS,
    periods.PATTERNS,
    cadence.PATTERNS,
    granted.PATTERNS,
    events.PATTERNS,
    roles.SPANS,
    moments.PATTERNS,
    reckoned.PATTERNS,
    years.PATTERNS,
    installments.PATTERNS,
    cadence.ADVERBS,
    quiet.PLANS,
    restrictions.SUBJECTS,
    shares.PATTERNS,
    named.PATTERNS,
    restrictions.ENDS,
    agreements.BRACKETS,
    verbs.PATTERNS,
    verbs.PRONOUNS,
    amounts.PATTERNS,
    named.AMOUNTS,
    moments.EITHER,
    roles.PATTERNS,
    defined.GIVEN,
    percentages.PATTERNS,
    bounds.PATTERNS,
    quiet.UNLESS,
    after.PATTERNS,
    prices.PATTERNS,
    deferred.PATTERNS,
    converting.PATTERNS,
    granted.BEHIND,
    agreements.PATTERNS,
    reasons.PATTERNS,
    closing.PATTERNS,
    continuing.PATTERNS,
    quiet.PATTERNS,
    joined.PATTERNS,
)

_NAMES = {c: n for n, c in KINDS.items()}
_OPEN, _ON, _LIST = kind("OPEN"), kind("ON"), kind("LIST")


_CASCADE = Cascade([pattern for level in LEVELS for pattern in level])


def phrases(nodes: list[Node], kinds: str) -> list[Node]:
    """The phrases of a sentence, whose nodes have these kinds."""
    nodes, kinds = _CASCADE.reduce(nodes, kinds)
    if _OPEN in kinds:
        nodes = opened(nodes)
    return tabled(nodes) if kinds.count(_ON) + kinds.count(_LIST) > 1 else nodes


def name(kind: str) -> str:
    """The name of a kind's character, for messages and tests."""
    return _NAMES[kind]
