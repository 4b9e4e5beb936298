"""The sorts of sentences of notes that speak of vesting or of exercise and move nothing, by their words (mentions.py)."""

from msgspec import Struct

from vestcalc.reading.besides_words import AWARD, words

NOUNS = AWARD | words(
    "the a an this these those such its their his her of to in on for is are be and or as all any each restricted stock common"
    " class issuer's company's reporting person's employee"
)
YEARS = " ".join(map(str, range(1996, 2040)))
PAPERS = words("agreement agreements plan award grant notice terms set forth out described provided specified stated shown")
#: Numbers in words, the letters that count, and who the parties are, in a sentence of an agreement.
_COUNTS = words(
    "one two three four five six seven eight nine ten twelve fifteen eighteen twenty thirty sixty ninety hundred b c d i ii iii iv"
    " company corporation employee employee's optionee's participant's holder's director's hereof"
)


class Sort(Struct, frozen=True):
    """`vocabulary`: all its words; of each of `needs` one must be said."""

    topic: str
    vocabulary: frozenset[str]
    needs: tuple[frozenset[str], ...]

    def has(self, here: frozenset[str]) -> bool:
        """Whether a sentence with these words is of the sort."""
        return here <= self.vocabulary and not any(map(here.isdisjoint, self.needs))


def sort_of(topic: str, others: str, *needs: str, papers: bool = False, firm: bool = False) -> Sort:
    """A sort; one that is `firm` cannot be meant otherwise, and may deny and count."""
    listed = tuple(map(words, needs))
    besides = (PAPERS if papers else frozenset()) | (_COUNTS if firm else frozenset())
    return Sort(topic, (NOUNS | words(others) | besides).union(*listed), listed)


OF_NOTES = (
    # "Restricted stock subject to vesting.", "The RSUs vest based solely on continued service."
    sort_of(
        "mention",
        "subject time service based solely conditions condition requirements over that which continued employment unvested",
        "vest vests vesting",
    ),
    # "The vesting schedule is set forth below.", "The option vests in accordance with the foregoing schedule."
    sort_of(
        "mention",
        "accordance with has have schedule vest vests vesting",
        "below above follows following foregoing herein agreement",
        "schedule vesting vests",
        papers=True,
    ),
    # "Vesting may be accelerated in certain circumstances as set forth in the award agreement."
    sort_of(
        "acceleration",
        "vesting under upon certain circumstances events conditions by compensation committee board administrator also applicable event"
        " change control death disability retirement termination employment qualifying service early earlier if",
        "accelerated acceleration accelerate accelerates",
        "may subject",
        papers=True,
    ),
    # "The date on which a unit becomes vested shall be referred to herein as the 'Vesting Date'."
    sort_of(
        "mention",
        "date dates that which upon when becomes become applicable relevant shall will hereinafter here herein agreement vest vests vested",
        "vesting",
        "referred called known",
        "becomes become vest vests vested",
    ),
    # "None of the RSUs have vested as of the date of this report."
    sort_of(
        "not-yet",
        "portion part yet currently had were date report filing form 4",
        "no none",
        "have has had are is were",
        "vested exercisable",
        "date hereof report filing currently yet",
    ),
    # "None of the options have been exercised."
    sort_of("mention", "portion part have has been yet date hereof report filing", "no none", "exercised", "been"),
    # "The warrant may be exercised on a cashless basis.", "The option may be exercised for whole shares only."
    sort_of(
        "mention",
        "may by through only payment exercise time purchase price delivery basis",
        "exercised exercisable",
        "cashless net whole cash",
    ),
    # "Once vested, the option may be exercised at any time before its expiration."
    sort_of(
        "ends",
        "may from at by time date once vested become becomes you those except otherwise provided terms conditions optionee participant"
        " holder and he she they grantee sar sars",
        "exercised exercisable exercise",
        "expiration expiry expires",
        "until before prior through",
    ),
    # "If a vesting date falls on a weekend, vesting will occur on the next business day."
    sort_of(
        "roll-over",
        "vesting vest vests date will shall falls fall occur occurs not weekend holiday saturday sunday then next immediately preceding"
        " first succeeding following non would instead case it that day days deemed",
        "if",
        "business trading",
    ),
    # "Options must be exercised within 90 days after termination of employment."
    sort_of(
        "mention",
        "vested must may will shall exercised exercisable remain remains terminate terminates expire expires lapse lapses up upon within"
        " date 30 60 90 180 three six twelve 3 6 12 one thirty sixty ninety two years calendar employment service",
        "exercised exercisable expire expires terminate terminates lapse lapses",
        "days months year",
        "after following",
        "termination death disability retirement",
    ),
    # "Vesting is not contingent on any further performance conditions.", "The award is no longer subject to performance conditions."
    sort_of(
        "mention",
        "vesting longer contingent subject conditioned further additional based there carry do does",
        "no not",
        "performance",
        "conditions condition goals criteria requirements hurdle hurdles",
    ),
    # "The right of exercise shall be cumulative."
    sort_of("mention", "right rights exercise shall will installments installment", "cumulative"),
    # "The SARs become exercisable upon vesting."
    sort_of("mention", "will shall becomes become once it they", "exercisable", "vest vests vesting vested", "upon when as once"),
    # "As the option becomes exercisable for such installments, those installments shall accumulate ..."
    sort_of(
        "mention",
        "becomes become exercisable vested shall will remain accumulated until expiration date expiry sooner earlier termination term"
        " hereof specified cumulative",
        "installments instalments",
        "accumulate cumulative",
        papers=True,
    ),
    # "Upon vesting, each LTIP unit may be converted into a common unit.", "Once vested, the units are exchangeable for common shares."
    sort_of(
        "delivery",
        "upon following once vesting conversion ltip profits interest interests common partnership operating op one basis cash at election"
        " option holder company equal number into time general partner subject ordinary",
        "may will are",
        "vested vesting",
        "converted redeemed exchanged exchangeable convertible redeemable",
    ),
    # "Units vested and converted into shares of common stock on a one-for-one basis."
    sort_of("mention", "were was into one from that", "vested", "converted", "basis"),
    # "Represents shares acquired upon the release of units, which convert into common stock on a one-for-one basis."
    sort_of(
        "mention",
        "upon one which that convert converts into ordinary basis previously reported number granted shown",
        "represent represents reflect reflects",
        "acquired received issued",
        "release vesting settlement",
    ),
    # "Shares are issued when and as vested."
    sort_of(
        "delivery",
        "will shall if upon they when common ordinary",
        "issued delivered released distributed",
        "when as",
        "vest vests vested",
    ),
    # "Within 30 days after each vesting date, the issuer will deliver the shares that correspond to the units that vested."
    sort_of(
        "delivery",
        "issuer company will shall be number that correspond corresponds corresponding underlying date dates applicable following after"
        " each vested 30 60 90 thirty sixty ninety 10 ten 45 five 5 fifteen 15 provided such does not fall during blackout period or at"
        " discretion compensation committee board its cash value equivalent in lieu thereof settlement administratively practicable soon"
        " promptly event later no than ordinary business calendar days day",
        "within promptly soon following",
        "vesting",
        "deliver delivered issue issued pay paid settle settled distribute distributed",
    ),
    # "Each unit includes tandem dividend equivalents, which vest on the same schedule as the underlying units."
    sort_of(
        "dividends",
        "include includes tandem which will shall upon at schedule time times with respect terms conditions subject if when extent accrue"
        " accrues accrued credited also carry carries receive entitled entitles paid payable proportionately together related relate",
        "dividend dividends",
        "equivalent equivalents",
        "vest vests vesting",
        "same underlying proportionately together",
        "include includes carry carries with entitled entitles",
    ),
    # "Vesting, but not delivery, is accelerated upon eligibility for retirement."
    sort_of(
        "acceleration",
        "but not upon on at event reaching becoming eligible eligibility retirement death disability change control case",
        "vesting",
        "accelerated accelerates",
        "distribution delivery settlement payment issuance",
    ),
    # "This represents the 2022 installment."
    sort_of(
        "mention",
        f"this these first second third fourth fifth annual shown reported number vesting vested acquired {YEARS}",
        "represent represents reflect reflects",
        "installment instalment tranche",
    ),
    # "The expiration date is not applicable to units."
    sort_of("mention", "date dates do does has have", "expiration expiry", "not no", "applicable apply"),
    # "Represents the number of units awarded after the performance metric was certified."
    sort_of(
        "mention",
        "this these number actual units earned awarded after upon based performance metric metrics goal goals condition conditions level"
        " levels results was were been achieved has have following by committee compensation target",
        "represent represents reflect reflects",
        "certified certification",
    ),
    # "Includes units that are scheduled to vest in the future."
    sort_of(
        "mention",
        "that which scheduled subject certain other restrictions transfer voting vesting applicable under incentive omnibus plan equity"
        f" issuer's long term ordinary {YEARS}",
        "include includes",
        "vest vesting",
        "future",
        papers=True,
    ),
    # "The shares are subject to certain restrictions (including possible forfeiture)."
    sort_of(
        "mention",
        "certain other transfer transferability vesting including include possible potential risk substantial forfeiture under applicable"
        " omnibus equity incentive with by remain terms conditions",
        "subject",
        "restrictions forfeiture",
        papers=True,
    ),
    # "The award takes the form of nil-cost options."
    sort_of("mention", "nil cost conditional rights ordinary deferred phantom", "takes take", "form"),
    # "The shares are held in escrow until vested."
    sort_of(
        "delivery",
        "will shall be by agent transfer until they have entry form account name",
        "held",
        "escrow custody issuer company book",
        "vested vesting vest",
    ),
    # "The shares are subject to a risk of forfeiture which lapses as they vest."
    sort_of("mention", "risk which that they when upon subject", "forfeiture", "lapses lapse", "vest vests vesting"),
)
