"""Words that point at another note of the filing for the terms: "vests on the same schedule as the option described in footnote 2".

In: a sentence and its phrases, or a note. Out: the number of the note pointed at; the terms of that note, as those of the award that points
at it; whether a note tells of what is held besides. The pointer must be all that the sentence says of vesting.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from vestcalc.late import late
from vestcalc.reading.grammar import Node
from vestcalc.reading.remaining import moments_of
from vestcalc.reading.sentences import Sentence
from vestcalc.reading.tokens.lexicon import kind, kind_set
from vestcalc.terms.models import FromAnchor, Group, OnDate, Terms

_NOTE = r"(?:foot\s?note|note|fn)s?\s{0,2}(?:no\.?|number|#)?\s{0,2}\(?(?P<n>\d{1,2})\)?(?:\s(?:above|below|hereto|hereof))?"
_AWARD = (
    r"(?:(?:restricted|stock|performance|share|incentive|non-?qualified|employee)\s)*"
    r"(?:options?|rsus?|units?|awards?|grants?|shares?|stock|sars?)\s"
)
_TOLD = r"(?:described|set\sforth|set\sout|stated|specified|disclosed|reported|noted|discussed|provided|shown|referenced|referred\sto)\s"
_TERMS = (
    r"(?:(?:vesting|exercise|exercisability)\s)*"
    r"(?:schedules?|terms|terms\sand\sconditions|conditions|dates|basis|manner|provisions|vesting)"
)
_SCHEDULE = rf"{_TERMS}\s"
_BY = r"(?:on|under|in|with|upon|pursuant\sto|according\sto|in\saccordance\swith|subject\sto|has|have|having)\s"
_SAME = rf"(?:{_BY})?(?:the\s)?same\s(?:{_SCHEDULE})?(?:as\s)?"
_OTHER = rf"(?:{_BY})?(?:the\s)?{_SCHEDULE}|as\s(?={_TOLD}|in\s)|per\s|see\s|refer\sto\s"
_POINTS = late(
    rf"(?i)\b(?:{_SAME}|{_OTHER})(?:(?:for|of)\s)?(?:(?:the|those|that|these)\s)?(?:{_AWARD})?(?:(?:is|are|was|were)\s)?(?:{_TOLD})?(?:(?:in|at|under|by)\s)?"
    rf"{_NOTE}(?:\sfor\s(?:a\s)?(?:description\s|discussion\s|details\s)?(?:of\s)?(?:the\s|its\s)?(?:{_TERMS}))?"
)
#: "See footnote (2). The same vesting schedule applies to this option."
_APPLIES = rf"the\ssame\s{_TERMS}\s(?:also\s)?appl(?:y|ies)\sto\s(?:this|these|the)\s{_AWARD[:-2]}"
_ALONE = late(rf"(?i)\W{{0,3}}(?:please\s)?(?:see|refer\sto|same\sas)\s(?:the\s)?{_NOTE}(?:\.\s+{_APPLIES})?\W{{0,3}}\Z")
_PAPER = (
    r"(?:(?:(?:restricted|stock|share|unit|option|rsu|equity|incentive|award|grant|deferred|related|underlying|respective|relevant|governing|individual"
    r"|executed|applicable|original|form\sof|company's|issuer's|participant's|grantee's|reporting\sperson's)s?\s){0,6}"
    r"(?:agreements?|notices?|certificates?|plans?|letters?))"
)
_THE = r"(?:(?:the|its|their|an?|his|her|each|such|that|those)\s){1,2}"
_BY_PAPER = (
    r"(?:in\saccordance\swith|pursuant\sto|according\sto|as|under|per|on|in\sthe\smanner)\s"
    rf"(?:{_THE}(?:{_TERMS})\s)?(?:(?:{_TOLD})?(?:in|of|by|under)\s)?"
)
#: "In installments in accordance with the terms of the applicable award agreement".
_AGREED = late(
    rf"(?i)\b(?:in\s(?:equal\s|various\s|several\s|periodic\s)?instal+ments,?\s)?{_BY_PAPER}{_THE}{_PAPER}\b(?:\sof\s{_THE}{_PAPER})?"
)
#: The id of the remarks among the notes of a filing.
REMARKS = "Remarks"
_SEE_REMARKS = late(r"(?i)(?:\A|\.\s+)\W{0,3}(?:please\s)?see\s(?:the\s)?remarks(?:\sbelow)?\W{0,3}\Z")
#: What may stand beside the pointer: whose vesting it is, when it was granted, on what service it depends.
_BESIDE = kind_set("SUBJ VERB GRANTED COND PLAN STOP COMMA and also be have will DET OWN represent OPEN CLOSE")
_VERB = kind("VERB")
#: How a note opens on what is held after the transaction.
_INCLUDES = late(
    r"(?i)\W{0,3}(?:(?:this|the|such)\s)?(?:(?:total|amount|number|balance|figure|holdings?|reported|aggregate|securities|shares)\s){0,4}(?:also\s)?"
    r"(?:includes?|including|consists?\sof|comprises?|excludes?)\b"
    r"|\W{0,3}(?:of|among)\s(?:the|these|such)\s(?:total\s|reported\s)?(?:shares|securities|holdings|amount|number|total)\b[^.%]{0,40}?\s\d[\d,]+\s"
    r"|\W{0,3}[\d,]+\sof\s(?:the|these|such)\s(?:total\s|reported\s)?(?:shares|securities)\b"
    r"|\W{0,3}(?:represents|reflects)\s[\d,]+\s(?:common\s|ordinary\s)?(?:shares|securities)\b[^.]{0,80}?(?:\sand|,)\s[\d,]+\s"
)
#: Statements that compare no number of units, which would be that of the other award.
_OF_TIME = frozenset(
    ["end-date", "fully-vested-date", "span", "count", "part-portion", "rest-portion", "anniversary", "cliff", "not-before"]
)


def pointed(sentence: Sentence, nodes: Sequence[Node]) -> str | None:
    """The number of the note at which a sentence points for all it says of vesting."""
    start, until = nodes[0].start, nodes[-1].stop
    text = sentence.cleaned.text[start:until]
    found = _POINTS.search(text) if "note" in text or "Note" in text else None
    if found is None:
        return None
    at, until = start + found.start(), start + found.end()
    beside = [n for n in nodes if n.stop <= at or n.start >= until]
    return found["n"] if all(n.kind in _BESIDE for n in beside) else None


def by_agreement(sentence: Sentence, nodes: Sequence[Node]) -> bool:
    """Whether all that a sentence says of vesting is that an agreement tells it: "vest as set forth in the award agreement"."""
    start, until = nodes[0].start, nodes[-1].stop
    found = _AGREED.search(sentence.cleaned.text, start, until)
    if found is None or not any(n.kind == _VERB and not n.value.noun and n.stop <= found.start() for n in nodes):
        return False
    return all(n.kind in _BESIDE for n in nodes if n.stop <= found.start() or n.start >= found.end())


def alone(text: str) -> str | None:
    """The number of the note, where "See footnote 2" is all that a note says, or "See Remarks" the last of it."""
    found = _ALONE.match(text)
    return found["n"] if found else REMARKS if _SEE_REMARKS.search(text) else None


def tells_of_holding(text: str) -> bool:
    """Whether a note on what is owned after the transaction tells what else is in it: "Includes 9,000 restricted shares ..."."""
    return _INCLUDES.match(text) is not None


def carried(own: Terms, there: Terms) -> Terms | None:
    """The terms told of another award as those of one that points at them; None where they hold for the other alone.

    Its dates of grant and numbers of units are its own; calendar days hold for both unless the grants are said to be of two days.
    """
    moments = moments_of(there.rules)
    grants = {there.granted, *(m.stated for m in moments if isinstance(m, FromAnchor) and m.anchor == "grant")} - {None}
    if any(r.amount.units is not None for r in there.rules) or len(there.groups) > 1 or there.gaps or not there.rules:
        return None
    dated = any(isinstance(m, OnDate) or (isinstance(m, FromAnchor) and m.stated) for m in moments)
    if dated and own.granted and grants and grants != {own.granted}:
        return None
    return replace(
        there,
        whole=own.whole,
        granted=own.granted,
        groups=(Group(),),
        statements=tuple(s for s in there.statements if s.kind in _OF_TIME),
        accelerations=(*own.accelerations, *there.accelerations),
        conditions=(*own.conditions, *there.conditions),
        elsewhere=own.elsewhere,
        quiet=(*own.quiet, *there.quiet),
    )
