"""Sentences that speak of vesting or of exercise and move nothing: "The award is subject to time-based vesting.".

In: the words of a sentence, in lower case. Out: the topic that claims it whole, or None. Each sort has a closed vocabulary: a sentence is
of it when all its words are in the vocabulary and those are among them that make the sort.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from vestcalc.reading.besides_words import AWARD, words
from vestcalc.reading.titles import heading

_NOUNS = AWARD | words(
    "the a an this these those such its their his her of to in on for is are be and or as all any each restricted stock common"
    " class issuer's company's reporting person's employee"
)
_PAPERS = words("agreement agreements plan award grant notice terms set forth out described provided specified stated shown")
#: Numbers in words, the letters that count, and who the parties are, in a sentence of an agreement.
_COUNTS = words(
    "one two three four five six seven eight nine ten twelve fifteen eighteen twenty thirty sixty ninety hundred b c d i ii iii iv"
    " company corporation employee employee's optionee's participant's holder's director's hereof"
)


class Sort(Struct, frozen=True):
    """`vocabulary`: all its words; of each of `needs` one must be said. A `firm` sort cannot be meant otherwise, and may deny and count."""

    topic: str
    vocabulary: frozenset[str]
    needs: tuple[frozenset[str], ...]
    firm: bool = False

    def has(self, here: frozenset[str]) -> bool:
        """Whether a sentence with these words is of the sort."""
        return here <= self.vocabulary and not any(map(here.isdisjoint, self.needs))


def _sort(topic: str, others: str, *needs: str, papers: bool = False, firm: bool = False) -> Sort:
    listed = tuple(map(words, needs))
    besides = (_PAPERS if papers else frozenset()) | (_COUNTS if firm else frozenset())
    return Sort(topic, (_NOUNS | words(others) | besides).union(*listed), listed, firm)


SORTS = (
    # "Restricted stock subject to vesting.", "The RSUs vest based solely on continued service."
    _sort(
        "mention",
        "subject time service based solely conditions condition requirements over that which continued employment unvested",
        "vest vests vesting",
    ),
    # "The vesting schedule is set forth below.", "The option vests in accordance with the foregoing schedule."
    _sort(
        "mention",
        "accordance with has have schedule vest vests vesting",
        "below above follows following foregoing herein agreement",
        "schedule vesting vests",
        papers=True,
    ),
    # "Vesting may be accelerated in certain circumstances as set forth in the award agreement."
    _sort(
        "acceleration",
        "vesting under upon certain circumstances events conditions by compensation committee board administrator also applicable event"
        " change control death disability retirement termination employment qualifying service early earlier if",
        "accelerated acceleration accelerate accelerates",
        "may subject",
        papers=True,
    ),
    # "The date on which a unit becomes vested shall be referred to herein as the 'Vesting Date'."
    _sort(
        "mention",
        "date dates that which upon when becomes become applicable relevant shall will hereinafter here herein agreement vest vests vested",
        "vesting",
        "referred called known",
        "becomes become vest vests vested",
    ),
    # "None of the RSUs have vested as of the date of this report."
    _sort(
        "not-yet",
        "portion part yet currently had were date report filing form 4",
        "no none",
        "have has had are is were",
        "vested exercisable",
        "date hereof report filing currently yet",
    ),
    # "The right of exercise shall be cumulative."
    _sort("mention", "right rights exercise shall will installments installment", "cumulative"),
    # "This option may not be exercised at any time on or after its expiration date."
    _sort("ends", "may not be at any time date later than day option's", "exercised", "expiration expiry expires", "after", firm=True),
    # "The SARs become exercisable upon vesting."
    _sort("mention", "will shall becomes become once it they", "exercisable", "vest vests vesting vested", "upon when as once"),
    # "None of the options have been exercised."
    _sort("mention", "portion part have has been yet date hereof report filing", "no none", "exercised", "been"),
    # "The warrant may be exercised on a cashless basis.", "The option may be exercised for whole shares only."
    _sort(
        "mention",
        "may by through only payment exercise time purchase price delivery basis",
        "exercised exercisable",
        "cashless net whole cash",
    ),
    # "Once vested, the option may be exercised at any time before its expiration."
    _sort(
        "ends",
        "may from at by time date once vested become becomes you those except otherwise provided terms conditions optionee participant"
        " holder and he she they grantee sar sars",
        "exercised exercisable exercise",
        "expiration expiry expires",
        "until before prior through",
    ),
    # "If a vesting date falls on a weekend, vesting will occur on the next business day."
    _sort(
        "roll-over",
        "vesting vest vests date will shall falls fall occur occurs not weekend holiday saturday sunday then next immediately preceding"
        " first succeeding following non would instead case it that day days deemed",
        "if",
        "business trading",
    ),
    # "Options must be exercised within 90 days after termination of employment."
    _sort(
        "mention",
        "vested must may will shall exercised exercisable remain remains terminate terminates expire expires lapse lapses up upon within"
        " date 30 60 90 180 three six twelve 3 6 12 one thirty sixty ninety two years calendar employment service",
        "exercised exercisable expire expires terminate terminates lapse lapses",
        "days months year",
        "after following",
        "termination death disability retirement",
    ),
    # "Vesting is not contingent on any further performance conditions.", "The award is no longer subject to performance conditions."
    _sort(
        "mention",
        "vesting longer contingent subject conditioned further additional based there carry do does",
        "no not",
        "performance",
        "conditions condition goals criteria requirements hurdle hurdles",
    ),
    # "As the option becomes exercisable for such installments, those installments shall accumulate ..."
    _sort(
        "mention",
        "becomes become exercisable vested shall will remain accumulated until expiration date expiry sooner earlier termination term"
        " hereof specified cumulative",
        "installments instalments",
        "accumulate cumulative",
        papers=True,
    ),
    # "Upon vesting, each LTIP unit may be converted into a common unit.", "Vested units may be redeemed for cash or shares."
    _sort(
        "delivery",
        "upon following vesting conversion ltip profits interest interests common partnership operating op class one basis cash at election"
        " option holder issuer company equal number into time general partner",
        "may",
        "vested vesting",
        "converted redeemed exchanged",
    ),
    # "The award takes the form of nil-cost options."
    _sort("mention", "nil cost conditional rights ordinary deferred phantom", "takes take", "form"),
    # "The shares are held in escrow until vested."
    _sort(
        "delivery",
        "will shall be by agent transfer until they have entry form account name",
        "held",
        "escrow custody issuer company book",
        "vested vesting vest",
    ),
    # "The shares are subject to a risk of forfeiture which lapses as they vest."
    _sort("mention", "risk which that they when upon subject", "forfeiture", "lapses lapse", "vest vests vesting"),
    # "To the extent not exercised, installments shall be cumulative and may be exercised in whole or in part."
    _sort(
        "mention",
        "not by optionee participant when it become becomes shall will expire but basis until expiration date hereinafter defined earlier"
        " final termination under section paragraph foregoing rights may whole part period maximum permissible respect with which vested"
        " so that accumulated sooner term total right",
        "cumulative accumulate carried",
        "exercised exercisable exercise",
        "continue continues remain remains forward extent",
        firm=True,
    ),
    # "The option may not be exercised for fewer than 100 shares, or the balance if less."
    _sort(
        "mention",
        "may must shall for than number with respect part then remaining balance purchasable purchased covered by if provided"
        " pursuant whole",
        "not no minimum",
        "less fewer fraction fractional",
        "exercised exercise exercisable",
        firm=True,
    ),
    # "The option may be exercised by written notice to the company at its principal office."
    _sort(
        "mention",
        "may must shall only by at its principal executive office offices addressed attention chief financial officer secretary president"
        " specifying stating number whole purchased accompanied payment full purchase price signed delivering giving delivery form subject"
        " earlier expiration herein provided optionee participant holder",
        "notice",
        "written writing",
        "exercised exercise",
        firm=True,
    ),
    # "The option is not transferable other than by will or the laws of descent, and exercisable only by the optionee during his lifetime."
    _sort(
        "mention",
        "during only by shall not other otherwise than will laws distribution pursuant qualified domestic relations order guardian legal"
        " representative optionee participant holder except may exercisable exercised",
        "transferable assignable transferred assigned nontransferable",
        "descent lifetime",
        firm=True,
    ),
    # "The options must be exercised within three years after they vest, or they will expire."
    _sort(
        "mention",
        "must shall after following date they it become becomes will or vested vest vesting hereunder granted worthless",
        "exercised",
        "within",
        "days months years",
        "expire terminate lapse",
        firm=True,
    ),
    # "If your employment terminates because of death, the option will terminate on the first anniversary of the termination."
    _sort(
        "mention",
        "your you will shall on first date from provided however if result death disability retirement cause because reason close business"
        " earliest earlier director provider consultant optionee participant service employment other than any no event may remain remains"
        " until same anniversary day days months month year years exercisable exercised expiration"
        " headquarters after following within with follows",
        "terminate terminates expire expires exercisable exercise",
        "ceases cease termination terminates terminated leaves",
        "employment service director optionee provider",
        firm=True,
    ),
    # "In no event may the option be exercised after its expiration date."
    _sort(
        "mention",
        "no may shall optionee participant holder term date provided above herein set forth",
        "event",
        "exercise exercised exercisable",
        "after beyond",
        "expiration",
        firm=True,
    ),
    # "The portion of the option that has become vested is called the "vested portion"."
    _sort(
        "mention",
        "at time which has have that become not pursuant accordance with terms hereof schedule set forth above foregoing shall herein"
        " hereinafter under",
        "called referred known",
        "vested unvested",
        firm=True,
    ),
)
_ONE_TIME = " at any one time "
#: So many digits has a year.
_YEAR = 4
#: What may be given a name: "each date that an RSU becomes vested shall be referred to herein as a 'Vesting Date'".
_GIVEN_A_NAME = (
    _NOUNS
    | _PAPERS
    | words(
        "applicable anniversary date dates day days period becomes become vested vest vests vesting unvested have has which pursuant"
        " accordance above other shall will hereof hereunder anniversary upon schedule"
    )
)
_NAMES = ("referred to as", "referred to herein as", "referred to collectively as", "hereinafter called", "herein called", "known as")


def _gives_a_name(said: Sequence[str]) -> bool:
    text = " ".join(said)
    turn = next((turn for turn in _NAMES if turn in text), "")
    return turn != "" and _GIVEN_A_NAME.issuperset(text.replace(turn, "").split())


_ONCE, _DENIED = words("once vested after following"), words("vest occur be held")


def mention(said: Sequence[str]) -> str | None:
    """The topic of a sentence with these words, if they are of one of the sorts and say no more."""
    if heading(said) or _gives_a_name(said):
        return "mention"
    here = frozenset(said)
    told = None if _means_more(said, here) else next((s.topic for s in SORTS if not s.firm and s.has(here)), None)
    return told or firm_mention(said)


def firm_mention(said: Sequence[str]) -> str | None:
    """The topic of a sentence of an agreement that moves nothing, whatever numbers and amounts stand in it."""
    if any(a == "may" and b[0].isdigit() for a, b in pairwise(said)):  # a month
        return None
    here = frozenset([w for w in f" {' '.join(said)} ".replace(_ONE_TIME, " ").split() if not (w.isdigit() and len(w) < _YEAR)])
    return next((s.topic for s in SORTS if s.firm and s.has(here)), None)


def _means_more(said: Sequence[str], here: frozenset[str]) -> bool:
    """Whether one word of a sort may turn the others: "not", a time at which it may be exercised."""
    if "may" in here and (("only" in here and "whole" not in here) or ("time" in here and _ONCE.isdisjoint(here))):
        return True  # "only by the expiration date"; "at any time" is at once
    if any(a == "not" and b in _DENIED for a, b in pairwise(said)):
        return True
    return said.count("performance") > 1 or sum(word in ("not", "no", "none") for word in said) > 1
