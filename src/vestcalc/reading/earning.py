"""What is still to be earned, and goals that have been met: sentences that say how many units there will be, though not when they vest.

"The number of units that may be earned ranges from 0% to 200% of target": whatever dates stand beside it, nothing is certain to vest on
them. In: the words of a sentence or of a piece of it. Out: whether they say so; units that "were earned" are no longer to be earned.
"""

from collections.abc import Sequence
from itertools import pairwise

from vestcalc.late import late
from vestcalc.reading.grammar import Node
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set

_SUBJ, _FULLON, _VERB, _COMMA = kind("SUBJ"), kind("FULLON"), kind("VERB"), kind("COMMA")
#: The words of a finding that goals were met: an allow-list, so that none that changes the terms is passed over with them.
_OF_GOALS = kind_set(
    "DET OWN NAME STOCKWORD PERFW performance market goal condition target milestone CONDW certification be have ON that of for in at PCT"
    " YEAR COMMA SUBJ DASH and EVENT DATE period FROM OVER UNIT year fiscal based on UNTIL over after YEARS agreement PLAN"
)
#: "... are performance-based": what may stand behind the amount where nothing else is said.
_ON_GOALS = kind_set("be subject to performance based market condition goal CONDW PERFW COMMA and of STOP the a")
_PART, _BE, _GOALS = kind("AMOUNT"), kind("be"), kind_set("performance market goal PERFW")
_UPON, _REACHED, _TITLED = kind("on"), kind_set("PERFW goal milestone performance"), kind_set("SUBJ COLON ENUM DET QUIET")
_BY, _IS = kind_set("on by"), frozenset(["will", "shall", "is", "are", "be", "depend", "depends", "determined", "based", "calculated"])
_ENDED = kind_set("death disability retirement terminate TERMINW withheld tax delivered settle PAYW dividend accelerate ACCEL")
_PARTS, _TERMS = kind_set("SUBJ AMOUNT"), kind_set("VERB NOTVERB AMOUNT AMOUNTS INST CAD LIST PENDING")

_EARN = frozenset(["earn", "earned", "earns"])
_COMING = frozenset(["may", "can", "could", "might", "will", "shall", "would", "eligible"])
_OPEN = frozenset(
    ["may", "can", "could", "range", "ranges", "ranging", "vary", "varies", "assumes", "assuming", "depends", "depending", "dependent"]
)
_MEASURE = frozenset(["target", "payout", "payouts", "performance", "maximum", "tsr", "revenue", "ebitda"])
_AMOUNT = frozenset(["number", "amount", "payout", "payouts", "target", "maximum"])
#: "The number reported is the maximum number of shares": how many there will be, the results tell.
_LEVEL = frozenset(["maximum", "target"])
_REPORTED = frozenset(["represents", "represent", "represented", "reflects", "reported", "reports", "shown"])
#: What units bring while they are held.
_INCOME = frozenset(["dividend", "dividends", "interest", "cash"])
_CERTIFIED = frozenset(["achieved", "attained", "satisfied", "met", "certified", "exceeded", "earned", "determined"])
_MET = late(
    r"(?:goal|condition|objective|milestone|threshold|criteria|metric|target|performance|requirement|result)\w*\b"
    r"[^.;]{0,90}?\b(?:was|were|has been|have been|had been|having been|been|as)\s+"
    r"(?:\w+ly )?(?:achieved|attained|satisfied|met|certified|exceeded|determined|earned)"
    r"|\bcertified (?:the )?(?:achievement|attainment|satisfaction|performance)(?: levels?| results?)? (?:of|at)\b"
    r"|\bperformance (?:results? |as )*certified (?:on|by|in|for)\b"
    r"|\b(?:units|p?rsus|psus|msus|shares|award|of which [\d,]+) (?:(?:that|which|reported|herein) ){0,2}"
    r"(?:was|were|has been|have been|had been) earned\b"
    r"|\A\W*(?:represents|reflects) (?:the )?(?:[\d,]+ |performance |restricted |stock |share |based |common |of |the |number ){0,7}"
    r"(?:units|shares|p?rsus|psus|msus) earned (?:for|under|based on|as a result of|in respect of|with respect to|pursuant to)\b"
    r"|\bearned upon (?:the )?certification\b"
)
#: "Were partly met", "were met as to half", "75% of the units were earned": not all that there is.
_PARTLY = late(
    r"\b(?:partly|partially|in part)\b|(?:%|\b(?:half|thirds?|quarters?|part|portion|some|most)) of (?:the|these|his|her|such) (?!target)"
)
_IN_PART = late(r"\s*(?:only )?(?:in part|partly|partially|as to|to the extent of)\b")
#: "Has not been met": what takes it back within the clause that says so.
_DENIED, _CLAUSE = (
    late(
        r"\b(?:not|never|no|none|neither|nor|unless|until|if|when|once|whether|must|will|would|shall|should|may|might|could|expected|assuming)\b"
    ),
    late(r"[^,;:.(]*$"),
)
#: "Was satisfied, other than as to 10,000 shares": no word of these stands in a sentence that says plainly that goals were met.
TAKEN_BACK = late(
    r"\b(?:not|never|neither|nor|unless|except\w*|excluding|other than|only|if|some of|estimated|reduced|discretion\w*|election|subject to"
    r"|provided|without|rather than|instead of|minus|delayed|suspended|multiplied|unequal|around|determine"
    r"|performance.based(?! (?:restricted )?(?:stock |share )?(?:units?|rsus?|awards?)\b)"
    r"|half of|contingent|no \w+ than|based on relative"
    r"|(?:at least|at most|more than|less than|up to) "
    r"(?!\d[\d.]*%|\$|(?:the |its )?(?:target|threshold|maximum)|(?:the|its) (?:minimum|required|median|\d)))\b"
    r"|(?:\A\W*|\b(?:at|of|upon) )(?:at least|at most|more than|less than|up to)\b"
)
#: "That shall now be subject to time-based vesting following the committee's review of the results": the goals are behind it.
_TIMED = late(
    r"\bnow (?:be )?(?:only |solely )?subject (?:only |solely )?to (?:continued )?(?:time|service).based (?:vesting|conditions?)\b,? "
    r"(?:following|after|upon|based on|as a result of|in light of|given) [^.;]{0,60}\b(?:achievement|attainment|satisfaction|performance)\b"
)
#: Another goal, told before.
_WAITS = late(r"\b(?:achievement|satisfaction|attainment|goals?|criteria|conditions?|targets?|to performance(?!.based)|if earned)\b")
_IF = late(r"\b(?:not|never|no|neither|nor|unless|until|if|when|once|whether|would|should|may|might|could|expected|assuming)\b")
_SO = frozenset(["therefore", "accordingly", "thus", "hence"])
#: So many words before "earned" may its "may" or "will" stand.
_NEAR = 4


def to_earn(nodes: Sequence[Node]) -> bool:
    """Whether the words leave open how much will be earned."""
    said = {n.value for n in nodes if n.value.__class__ is str}
    if said.isdisjoint(_EARN) and said.isdisjoint(_OPEN) and said.isdisjoint(_REPORTED):
        return False
    words = [n.word for n in nodes]
    for i, word in enumerate(words):
        if word in _EARN and _COMING & set(words[max(0, i - _NEAR) : i]) and not _INCOME & set(words[i + 1 : i + 1 + _NEAR]):
            return True
    if said & _REPORTED and not said & _CERTIFIED and _at_level(nodes):
        return True
    said |= {"payout"} if ("pay", "out") in pairwise(words) else set()
    return bool(said & _OPEN and said & _MEASURE and said & _AMOUNT)


def vests_on_goal(nodes: Sequence[Node], kinds: set[str]) -> bool:
    """ "Performance options vesting on the company reaching a market capitalisation of $100m": what is to be reached, it waits for."""
    if kinds.isdisjoint(_REACHED) or not kinds.isdisjoint(_ENDED):
        return False
    at = next((i for i, n in enumerate(nodes[:-1]) if n.kind == _VERB), None)
    if at is None or not all(n.kind in _TITLED for n in nodes[:at]):
        return False
    verb, after = nodes[at].value, nodes[at + 1 :]
    reached = any(n.kind in _REACHED for n in after)
    return reached and ((verb.bare == "vesting" and after[0].kind == _UPON) or (verb.relative and not verb.past and _depends(after)))


def _depends(after: Sequence[Node]) -> bool:
    """ "The number of units that vest will be determined by relative return", "will depend on performance"."""
    on = next((i for i, n in enumerate(after) if n.kind in _BY), 0)
    return on > 0 and all(n.word in _IS for n in after[:on]) and "not" not in {n.word for n in after}


def _at_level(nodes: Sequence[Node]) -> bool:
    """Whether the target, or the maximum, is told of a number."""
    told = next((i for i, n in enumerate(nodes) if n.word in _LEVEL), None)
    if told is not None and any(n.kind == _SUBJ or n.word == "number" for n in nodes[told + 1 : told + 3]):
        return True
    return any(n.kind == _SUBJ and n.value.target for n in nodes)


def says_met(sentence: Sentence) -> bool:
    """ "The performance condition was satisfied on ...": a goal that has been met."""
    now = any(n.word == "now" for n in sentence.nodes)
    if not now and _CERTIFIED.isdisjoint([n.value for n in sentence.nodes if n.value.__class__ is str]):
        return False
    said = sentence.cleaned.text[sentence.nodes[0].start : sentence.nodes[-1].stop].lower()
    if now and (timed := _TIMED.search(said)) and _WAITS.search(said[: timed.start()]) is None:
        return not (_IF.search(said) or _PARTLY.search(said) or taken_back(sentence))
    vests = sentence.vests and any(n.kind == _VERB for n in sentence.nodes)  # else its words are not all accounted for
    return _met(said) and (vests or not (_only_partly(said) or TAKEN_BACK.search(said)))


def taken_back(sentence: Sentence) -> bool:
    """Whether words stand in it that may take such a finding back: "excluding the first installment"; "subject to" does not."""
    said = sentence.cleaned.text[sentence.nodes[0].start : sentence.nodes[-1].stop].lower()
    return any(found.group() != "subject to" for found in TAKEN_BACK.finditer(said))


def goal_before(sentence: Sentence, nodes: Sequence[Node]) -> int:
    """How many phrases at the head only say that goals were met: "The goals were met on D, and the units vest on E"."""
    for i, node in enumerate(nodes):
        after = [n for n in nodes[i + 1 : i + 5] if n.value != "as a result" and n.word not in _SO][:3]
        earned = node.kind == _SUBJ and node.value.units and "earned" in [n.word for n in after]
        goes_on = _will_vest([node])
        if (node.kind in _TERMS and not goes_on) or (node.kind == _SUBJ and node.value.units and not earned):
            return 0
        joined = node.word == "and" and bool(after) and after[0].kind in _PARTS and any(n.kind == _VERB for n in after[1:])
        joined = joined or (node.kind == _COMMA and _which_vest(after)) or (node.word == "and" and _will_vest(after))
        if i and (joined or node.kind == _FULLON or goes_on):
            said = sentence.cleaned.text[nodes[0].start : node.start].lower()
            known = all(n.kind in _OF_GOALS or n.value in ("at", "earned") for n in nodes[:i])
            so = joined and i + 1 < len(nodes) and nodes[i + 1].word in _SO
            return i + joined + so if known and _met(said) and _DENIED.search(said) is None else 0
    return 0


def _will_vest(nodes: Sequence[Node]) -> bool:
    """ "... and will vest": a second verb of the units that were earned."""
    return bool(nodes) and nodes[0].kind == _VERB and bool(nodes[0].value.joined)


def _which_vest(nodes: Sequence[Node]) -> bool:
    """ ", which vest ...", ", half of which vest ..."."""
    last = 2 if nodes and nodes[0].kind == _PART else 0
    return len(nodes) > last and nodes[last].kind == _VERB and bool(nodes[last].value.relative)


def _met(text: str) -> bool:
    found = _MET.search(text)
    clause = _CLAUSE.search(text[: found.start()]) if found is not None else None
    return found is not None and _DENIED.search((clause.group() if clause else "") + found.group()) is None


def part_on_goal(nodes: Sequence[Node], *, alone: bool = False) -> bool:
    """ "60% of the award is subject to performance; ...", "The other 40% are performance-based.": a part that waits for goals.

    `alone`: whether the sentence has no word of vesting, and must say nothing else.
    """
    told = next((n.value.amount for n in nodes[:2] if n.kind == _PART), None)
    if told is None or (told.portion in (None, 1) and not told.rest):
        return False
    words = [n.word for n in nodes]
    if [n.kind for n in nodes[1:2]] == [_BE] and _ON_GOALS.issuperset([n.kind for n in nodes[1:]]):
        return not _GOALS.isdisjoint([n.kind for n in nodes])
    return not alone and "subject" in words and "performance" in words[words.index("subject") :][:6]


def _only_partly(text: str) -> bool:
    """ "The goals were partly met", "were achieved as to half"."""
    found = _MET.search(text)
    clause = _CLAUSE.search(text[: found.start()]) if found is not None else None
    if found is None or clause is None:
        return False
    return _PARTLY.search(clause.group() + found.group()) is not None or _IN_PART.match(text, found.end()) is not None
