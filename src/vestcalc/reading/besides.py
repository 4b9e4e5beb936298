"""Sentences without a word of vesting, beside terms that give dates: passed over only where they are known to be about something else.

An allow-list, as within the sentences of vesting: what a unit stands for, who owns or holds, how something was bought or sold, under which
plan it was granted, how and when it is delivered, taxes, dividends, the filing itself. Everything else that touches the award, its size or
its time may change what was promised ("The first installment has since been moved", "The award is on hold"), and is a gap. So is a sentence
of a known sort with a word that takes something back ("reported in error", "only 6,000 were granted").

In: one sentence and its phrases. Out: whether it may be passed over.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from vestcalc.late import late
from vestcalc.reading import besides_words as said_by
from vestcalc.reading.amending import but_for_errors, extended
from vestcalc.reading.bare import titled, torn_day
from vestcalc.reading.came import OPEN, came, grants, to_be_granted
from vestcalc.reading.company_words import HAPPENED, PLAIN
from vestcalc.reading.counted import numbers_a_part, of_another_kind, of_others, of_part
from vestcalc.reading.foreseen import may_come
from vestcalc.reading.glossary import defines_a_word
from vestcalc.reading.grammar import Node
from vestcalc.reading.leaving import of_what_vested
from vestcalc.reading.mentions import mention
from vestcalc.reading.phrases.defined import Defined
from vestcalc.reading.phrases.expiring import Ends
from vestcalc.reading.phrases.named import defines
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.titles import remark, turned
from vestcalc.reading.tokens.abbreviations import SHORT
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor

#: What has been read already, and is no word left over.
_READ = kind_set("DEF GRANTED PLAN COND")
#: "The company awarded the reporting person 9,000 units under the plan on March 9, 2020."
_GRANTED, _OF_A_GRANT = (
    kind("GRANTED"),
    kind_set("GRANTED granted PLAN QUIET SUBJ STOP COMMA OPEN CLOSE DET OWN by to be have represent include"),
)
#: "The options have a term of ten years from the date of grant;".
_OF_ITS_END = kind_set("QUIET SUBJ STOP COMMA SEMI and")
_QUIET, _SUBJ, _DEF, _COND = map(kind, ["QUIET", "SUBJ", "DEF", "COND"])
_GIVEN = kind_set("QUIET ON SUBJ AMOUNT")
#: "The grant of 12,000 units and the forfeiture of 4,000 units".
_LOSSES = frozenset(["forfeiture", "cancellation", "surrender", "relinquishment"])
_LENGTHS = frozenset(["year", "years", "month", "months"])
_IN_EACH_CASE = frozenset(["in", "each", "of", "the", "foregoing", "such", "case", "cases", "and", *"abcdeiv", "ii", "iii", "iv"])
_FREE_OF = late(r"(?<! may)(?<! shall)(?<! will)(?<! can) not subject ")  # "may not, subject to performance, be exercised"
_NUMBERED = late(r"^(?:\(\d{1,2}\) ?)+")
_WORD = late(r"\$?[a-z0-9]+(?:[.,'/][a-z0-9]+)*%?")
_CAPITALS = late(r"(?<=\s)[A-Z][A-Za-z.'&]*[A-Za-z]")
#: So many words may stand between "was" and "granted", or between "received" and "units".
_NEAR, _WITHIN = 2, 6


def words_of(sentence: Sentence, nodes: Sequence[Node]) -> list[str]:
    """The words of a sentence in lower case, without the number of a footnote before it."""
    return _words(_NUMBERED.sub("", sentence.cleaned.text[nodes[0].start : nodes[-1].stop]))


def passed_over(sentence: Sentence, nodes: Sequence[Node], words: list[str]) -> bool:
    """Whether a sentence that states no terms, with these words, leaves the terms beside it as they are."""
    text = sentence.cleaned.text
    if mention(words) is not None or defines_a_word(words) or extended(words):
        return True
    if takes_back(words) or turned(words) or remark(words) or torn_day(nodes):
        return False
    kinds = {n.kind for n in nodes}
    if (
        (kinds <= _OF_ITS_END and any(n.value.__class__ is Ends for n in nodes))
        or (_GRANTED in kinds and kinds <= _OF_A_GRANT)
        or of_what_vested(nodes)
        or titled(nodes)
    ):
        return True
    defined = {n.start for n in sentence.nodes if n.value.__class__ is Defined}
    untold = [n for n in nodes if n.kind not in _READ and n.start not in defined and not (n.kind in _GIVEN and _meaning(n))]
    left = _words(" ".join([text[n.start : n.stop] for n in untold]))
    if _of_the_timetable(left):
        return False
    if sentence.vests and nodes[0] is not sentence.nodes[0] and _COND in kinds:  # of what stands before the semicolon
        return _IN_EACH_CASE.issuperset(left)
    if any(defines(n.value) is not None for n in nodes):
        return PLAIN.issuperset(left) or to_be_granted(words)
    if defined or _DEF in kinds:  # what else it says may be of the dates it defines
        return HAPPENED.issuperset(left)
    if words[:1] == ["provided"] or any(a == "provided" and b in ("that", "however") for a, b in pairwise(left)):
        return False
    return not _touches(left) or _known(words) or _plain(text[nodes[0].start : nodes[-1].stop], words)


def _plain(text: str, words: list[str]) -> bool:
    """Whether nothing is said but of people, holdings, prices and papers; a capital inside a sentence is a name."""
    names = _CAPITALS.findall(text)
    known = PLAIN.union(name.lower() for name in names) if 2 * len(names) < len(words) else PLAIN
    return all(w in known or (w[0] == "$" and not w.endswith("%")) for w in words)


def _meaning(node: Node) -> bool:
    """A definition that has been put in its place, a day that an anchor is given, a part of the award that is named and sized."""
    if node.kind == _QUIET:
        return not isinstance(node.value, str)
    if defines(node.value) is not None:
        return True
    return isinstance(node.value, FromAnchor) and node.value.stated is not None and not node.value.plus


def part_of_original(words: list[str]) -> bool:
    """ "Represents the remaining two-thirds of the original award": what is held is not the whole of it."""
    return bool(_said(said_by.ORIGINAL, f" {' '.join(words)} ", words))


def _words(text: str) -> list[str]:
    return [SHORT.get(word, word) for word in _WORD.findall(text.lower().replace("-", " "))]


@cache
def _by_first_word(turns: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for turn in turns:
        found.setdefault(turn.split()[0], []).append(turn)
    return found


def _said(turns: tuple[str, ...], said: str, words: Sequence[str]) -> list[str]:
    """Which of the turns are said; only those are looked for whose first word is among the words."""
    table = _by_first_word(turns)
    if table.keys().isdisjoint(words):
        return []
    return [turn for word in dict.fromkeys(words) if word in table for turn in table[word] if turn in said]


def _touches(words: list[str]) -> bool:
    return any(w in said_by.TOUCHING or w[-1:].isdigit() or w[:1].isdigit() for w in words)


def _known(words: list[str]) -> bool:
    """Whether the words are about something else than when or how much vests."""
    here = set(words)
    said = f" {' '.join(words)} "
    if "earned" in here and not here.isdisjoint(OPEN):
        return False
    return (
        not here.isdisjoint(said_by.ABOUT)
        or any(_said(said_by.TURNS, said, words))
        or here <= said_by.NAMING
        or (len(words) < _WITHIN and words[0][0] == "$")
        or numbers_a_part(words)
        or grants(words)
        or to_be_granted(words)
        or may_come(words, here)
        or _on_leaving(said, here)
        or (" divided into " in said and not any(w[-1].isdigit() or w[-1] == "%" for w in words))
        or (" subject to performance " in said and (_FREE_OF.search(said) is not None or words[0] in ("neither", "no", "none")))
        or _opens(words)
        or (bool(here & said_by.TRADES) and bool(here & said_by.REPORTED))
        or came(words, here, said)
        or any(w in said_by.GOT and not said_by.AWARD.isdisjoint(words[i + 1 : i + 1 + _WITHIN]) for i, w in enumerate(words))
    )


def _on_leaving(said: str, here: set[str]) -> bool:
    """ "... is deemed to have been satisfied if employment is terminated on account of death": no day, and nothing that has come."""
    if here.isdisjoint(said_by.LEAVES) or not here.isdisjoint(said_by.HAS_COME) or here.isdisjoint(said_by.COMING):
        return False
    return any(_said(said_by.CONDITIONAL, said, [*here])) and not any(w[-1].isdigit() or w[-1] == "%" for w in here)


def _opens(words: list[str]) -> bool:
    """How a sentence about the row begins: "Includes 211 shares", "Annual grant of units", "Option granted October 1"."""
    if any(
        w == "up" and words[i + 1 : i + 2] == ["to"] and said_by.AWARD.isdisjoint(words[i + 2 : i + 2 + _WITHIN])
        for i, w in enumerate(words)
    ):
        return False
    head = [w for w in words[:6] if w not in ("also", "the", "a", "an", "this", "of")]
    if head[:1] and head[0] in said_by.OPENINGS:
        return True
    if len(words) < _WITHIN and words[-1:] in (["grant"], ["award"]) and not any(w[-1] == "%" for w in words):
        return True
    for i, (a, b) in enumerate(pairwise(words[:6])):
        if a in ("award", "grant", "awards", "grants") and b == "for" and words[i + 2 : i + 3] in (["non"], ["directors"], ["nonemployee"]):
            return i < _NEAR + 1
        if a in ("award", "grant", "issuance", "receipt", "awards", "grants") and b in said_by.GRANT_OF:
            return i < _NEAR + 1
        if (a in said_by.AWARD and b in said_by.CAME and PLAIN.union(said_by.SORTS).issuperset(words[:i])) or b == "includes":
            return True
    return False


def undoes(words: list[str]) -> bool:
    """Whether there is a word that takes something back whatever the sentence is about."""
    if f" {' '.join(words)} ".startswith(said_by.BENDING):
        return True
    return not said_by.UNDOING.isdisjoint(words) or _undoes(words) or not said_by.EXCEPTING.isdisjoint(words[:1])


def takes_back(words: list[str]) -> bool:
    """Whether the words take something back, give a part away, or make all of it wait."""
    said = f" {' '.join(words)} "
    for usual in _said(said_by.USUAL, said, words):
        said = said.replace(usual, " ")
    if words[:1] == ["this"] and (
        "amendment" in words[:2] or (words[1:2] == ["form"] and "filed" in words)
    ):  # what it corrects, it states rightly
        return False
    every = but_for_errors(words, said.split())
    plain = [w for i, w in enumerate(every) if w != "half" or said_by.PAY.isdisjoint(every[i + 1 : i + 1 + _WITHIN])]
    return (
        not said_by.UNDOING.isdisjoint(plain)
        or (_undoes(plain) and " employer " not in said)
        or any(not ("split" in plain and turn.startswith(" previously")) for turn in _said(said_by.UNDOING_TURNS, said, plain))
        or ("only" in plain and any(w == "only" and any(x[0].isdigit() for x in plain[i + 1 : i + 4]) for i, w in enumerate(plain)))
        or ("earned" in plain and not {"no", "nothing", "none", "not"}.isdisjoint(plain))
        or ("lieu" in plain and _instead_of_units(plain[plain.index("lieu") :]))
        or any(a == "not" and b == "represents" for a, b in pairwise(plain))
        or (plain[:1] != [] and plain[0] in said_by.EXCEPTING and plain != ["not", "applicable"])
        or said.startswith(said_by.BENDING)
        or (plain[:1] == ["without"] and not said_by.THE.isdisjoint(plain[1:2]))
        or (plain[:1] in (["neither"], ["nor"]) and said_by.AUXILIARIES.isdisjoint(plain))
        or (plain[:1] == ["neither"] and said_by.AWARD.union(["of"]).isdisjoint(plain[1:2]) and "nor" not in plain)
        or (plain[:2] == ["some", "of"] and said_by.AWARD.isdisjoint(plain[2:6]))
        or (" adjusted to " in said and any(a == "to" and b[0].isdigit() for a, b in pairwise(plain)))
        or any(a in _LOSSES and b == "of" and c[0].isdigit() for a, b, c in zip(plain, plain[1:], plain[2:], strict=False))
        or (" forfeiture for " in said and not _LENGTHS.isdisjoint(plain))
        or of_another_kind(plain)
        or of_part(words)
        or of_others(words)
        or _waits(said, plain)
        or _part_goes(said, plain)
    )


def _instead_of_units(after: Sequence[str]) -> bool:
    """ "In lieu of 4,000 units"; "in lieu of a portion of the cash retainer" is what they were granted for."""
    near = after[:_WITHIN]
    paid = not said_by.PAY.isdisjoint(after[: 2 * _WITHIN]) or "cash" in after
    return not paid and not said_by.AWARD.isdisjoint(near)


#: The first letters of the stems, by which a word that may have one is soon found.
_LETTERS = 4
_HEADS = frozenset(stem[:_LETTERS] for stem in said_by.UNDOING_STEMS)


def _undoes(words: list[str]) -> bool:
    near = [i for i, word in enumerate(words) if word[:_LETTERS] in _HEADS]
    return any(words[i].startswith(said_by.UNDOING_STEMS) and not _about_money(*[*words, ""][i : i + 2]) for i in near)


def _about_money(word: str, after: str) -> bool:
    """ "approximately $1.2 million": what something is worth."""
    return word.startswith("approximat") and after.startswith("$")


def _of_the_timetable(words: list[str]) -> bool:
    """ "The third installment was paid out", "the second date is June 1"; what is delivered in installments is another matter."""
    if not words or (not said_by.HOW_PARTED.isdisjoint(words) and not any(w[-1].isdigit() or w[-1] == "%" for w in words)):
        return False
    if words[0] == "dates" or words[1:2] == ["dates"]:  # "the dates shown are those of settlement"
        return True
    said = [b for a, b in pairwise(["", *words]) if a not in ("expiration", "expiry")]
    named = not said_by.TIMETABLE.isdisjoint(said) or any(a in said_by.NTH and b == "date" for a, b in pairwise(words))
    return named and said_by.DELIVERED.isdisjoint(words)


def _waits(said: str, words: list[str]) -> bool:
    """ "The approval of shareholders is required", "service through D is required", "is contingent on a financing"."""
    if "obtained" in words or "received" in words:
        return False
    served = not said_by.SERVED.isdisjoint(words) and not {"through", "until"}.isdisjoint(words) and "vesting" not in words
    waits = served or any(w.startswith(said_by.AWAITED) for w in words)
    if waits and not said_by.NEEDED.isdisjoint(words if "approval" in words else words[-1:]):
        return True
    after = [said.index(turn) + len(turn) for turn in _said(said_by.WAITING, said, words)]
    told = said[min(after) :].split() if after else []
    return any(w.startswith(said_by.AWAITED) for w in told) or any(w.startswith(said_by.AWAITED_NEXT) for w in told[: _WITHIN // 2])


def _part_goes(said: str, words: list[str]) -> bool:
    """ "12,000 of the units were transferred to his former spouse", "of the units, 12,000 are held for others"."""
    if words[:1] == ["of"] and not said_by.AWARD.isdisjoint(words[1:4]) and not {"held", "owned", "transferred"}.isdisjoint(words):
        return not any(turn in said for turn in said_by.STAYS)
    for i, word in enumerate(words[1:-2], 1):
        if word != "of":
            continue
        part = words[i - 1] in said_by.SOME or words[i - 1][0].isdigit()
        if words[i + 2] == "target":  # "163% of the target units"
            continue
        if part and words[i + 1] in said_by.THE and not said_by.AWARD.isdisjoint(words[i + 2 : i + 5]):
            return not said_by.GOES.isdisjoint(words[i + 2 :]) and not any(turn in said for turn in said_by.STAYS)
    return False
