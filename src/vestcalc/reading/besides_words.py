"""The words by which a sentence beside terms is known to be about something else, or to take something back (besides.py).

Plain data: words, beginnings of words and turns of several words, in lower case, hyphens as spaces. A turn stands between spaces.
"""


def words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _turns(listed: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(turn.split())} " for turn in listed.split("|"))


#: Words that alone tell what a sentence is about: ownership, prices, delivery, taxes, dividends, the filing.
ABOUT = words(
    """
    represent represents represented representing entitle entitles entitled converts convert convertible
    beneficial beneficially pecuniary trustee trustees owned registered undertakes broker broker's prices withheld withholding
    withhold tax taxes fica dividend dividends delivery deliver delivered settled settle settlement distributed payable paid expires settles
    distributions redeemable redeemed expire expiration footnote exhibit capitalized remarks repurchase qualify retainer rounded earnings
    malus clawback misstatement misconduct misbehaviour allotted
    """
)
#: Turns that do.
TURNS = _turns(
    """
    left blank | adjusted for the | previously reported by | previously reported on | on election to the board | upon election to the board
    | upon appointment to the board | upon joining the board | number of derivative | target value of | grant was effective on
    | distribution equivalent | be issued to the reporting person | be issuable with respect to
    | is equal to one share | equal in value to one share | evidenced by
    | is equivalent | is the equivalent | is the economic equivalent | was the economic equivalent | is a right | is the right
    | is a class of | are a class of | limited partnership | limited partner | operating partnership | profits interest
    | profits interests | capital account
    | has the value | exercise price | purchase price | average price | sale price | sales price | closing price | strike price
    | weighted average | average share price | calculated based on | calculated by dividing | determined by dividing
    | price reported | price of the | price per | price range | has no | have no | no price | number shown | is reported
    | are reported | not applicable | power of attorney | of attorney | in column | in columns | subsidiary of | affiliate of
    | parent of | member of | spouse of | held by | held in | held through | held of record | held directly | held indirectly
    | held jointly | for the benefit of | full information | upon request | 10b5 1 | 16b 3 | section 16 | 401 k | market value
    | fair value | conversion ratio | conversion rate | ownership guidelines | ownership policy | clawback policy
    | clawback provisions | transfer restrictions | restrictions on transfer | defer receipt | defer settlement | defer delivery
    | defer payment | deferred by the | elected to receive | elected to have | term of the option | term of this option
    | term of the warrant | has a term | have a term | year term | forward split | stock split | reverse split | spin off
    | this form | this filing | this statement | this report | on form | form 3 | form 4 | form 5 | form s | form 10
    | plan statement | employment agreement with | a disqualifying disposition | not to sell | to hold
    | must be held | shall be held | will be held | be retained | must retain | lock up | may be sold | not be sold
    | may be redeemed | payout deferred | payout is deferred | payment deferred | payment is deferred
    | may be pledged | not be transferred | may be transferred | may vote | voting rights | restricted as to transfer | for sale
    | for immediate sale | to a hold | subject to forfeiture | without restriction | may be exercised for | may be exercised by
    | may be exercised before | may be exercised in | not accelerate | its name | in addition to | to or sold by
    | are restricted stock | are restricted shares | was appointed | been appointed
    | company appointed | issuer appointed | board appointed | was elected | been elected | was named
    | was hired | was promoted | joined the | employment began | service began | was earned | were earned | been earned
    | earned for the | earned under the
    | earn dividends | subject to customary | subject to the terms | subject to certain terms
    | subject to the conditions | subject to the provisions | subject to terms
    | governed in all respects by | average stock price | subject to other terms | approved by the | approved by its
    | approved the award | approved the grant
    | approved the granting | approved the plan | adopted the plan | board approved | committee approved
    | directors approved
    | no performance | performance conditions apply | fractional shares | same as | will be reported
    | previous employer | former employer | automatically exercised | trading restrictions | dealing restrictions | trading policy
    | hereby grants | hereby granted | grants to | exercisable at
    | consists of | consist of | retention period | holding period | form part of | not changed
    | may be voted | are unchanged | is unchanged | remain unchanged | section 83 | by cash | in cash | this amendment
    | continued employment | annual incentive | cash bonus | bonus earned | deferred into shares | deferred into ordinary
    | deferred into common | deferred in the form
    | the same meaning | the same meanings | words and expressions | capitalised terms | capitalized terms
    | shares will be issued upon vesting | shares will be issued on vesting | shares are issued upon vesting
    | stock will be issued upon vesting
    | after service ends | after service terminates | after employment ends | filed with the | filed as an
    | vested units will be | vested shares will be | as soon as practicable | assignable | may not be assigned
    | will be issued within | shall be issued within | will be issued as soon as | may not transfer
    | right to vote | employment rights | rights of a | may be repurchased by
    | continued service | remaining employed | remains employed | ceases to be | ceases to serve
    | grant date was | date of grant was | grant date is | annual bonus | rank pari passu | share price used | prior to grant
    | party to a | deemed cancellation | deemed to involve | upon death | on death or | death disability | may not sell
    | terminates at the close of business | in table | to table | reporting holdings
    | section 409a | on file with | registration statement | internal revenue code | anti dilution | does not affect
    | net settlement | is economically equivalent
    | restrictive covenants | fraction of a share | fractional share | at any time accelerate | may accelerate | discretion to accelerate
    | right to accelerate | authority to accelerate | provides for accelerated | provide for accelerated | or partial acceleration
    | was assumed by | were assumed by | was converted into | were converted into | into an equal number of shares
    | savings contract | price used to | this row reports
    | governed by | governed in all respects by | further details | incorporated herein by reference | incorporated by reference
    | subject to terms and conditions | not be considered interrupted | not be deemed interrupted | deemed to have been interrupted
    | recoupment policy | recoupment provisions | recapture provisions
    | rights as a stockholder | rights as a shareholder | rights of a stockholder | rights of a shareholder
    """
)
#: A sale, and what tells of one that was reported.
TRADES = words("sold sale sales purchase purchases trade trades transaction transactions exercise exercises")
REPORTED = words("price prices plan multiple effected executed exempt cover reported warrant")
#: Who grants, and when.
GRANTORS = words("committee board company issuer corporation registrant it we")
DAYS = words("january february march april june july august september october november december effective previously announces announced")
#: How the award came: a passive ("was granted"), or what someone received.
AUXILIARIES = words("was were is are been being")
CAME = words(
    """
    granted awarded issued acquired received purchased credited made held owned intended incentive nonqualified transferable
    """
)
GOT = words("receive receives received acquired hold holds held")
#: How a sentence about the row begins.
OPENINGS = words(
    """
    represents includes include including consists comprises reflects constitutes granted issued awarded acquired purchased sold
    """
)
#: "Includes 4,000 vested shares", "includes 4,000 performance units".
INCLUDES, OF_ANOTHER_KIND = words("includes include including"), words("vested performance psu psus prsu prsus")
AWARD = words(
    """
    option options sar sars unit units award awards grant grants share shares stock warrant warrants rsu rsus psu psus right rights
    installment installments instalment instalments tranche tranches portion portions securities holding holdings
    """
)
#: Words that name a thing and its sort, and say nothing of it.
NAMING = AWARD | words(
    """
    employee director incentive non nonqualified qualified common ordinary class restricted deferred phantom time service based
    buy direct indirect total classes annual previously reported purchase appreciation one each for of to the a an all by see b also
    1
    nonstatutory statutory type number subject per nil cost iso nso nqso plan scheme agreement under acquire executive rules program
    """
)
GRANT_OF = words("of to made pursuant under over outside as")
#: What an award may be called that the words of people and papers do not tell.
SORTS = NAMING | words("replacement matching special new sign on time promotional welcome following each additional supplemental ltip")
#: What touches the award, its size or its time, or points at what was said.
TOUCHING = AWARD | words(
    """
    schedule schedules timetable timetables term terms condition conditions requirement requirements performance
    date dates anniversary anniversaries approval approved
    foregoing above preceding aforesaid figure figures amount amounts number numbers this that these those it they all none nothing
    everything both each every half third thirds quarter quarters remainder rest balance other others first second fourth fifth last
    final next one two three four five six seven eight nine ten year years month months week weeks day days annual annually monthly
    quarterly not never only instead unless until however provided subject contingent alternatively cliff january february march
    april june july august september october november december means resigned retired left departed period periods begins begin
    died ceased ended terminated stopped confirmed
    """
)
#: Words, and beginnings of words, that take something back whatever the sentence is about.
UNDOING = words(
    """
    error errors erratum errata correct corrected correction corrections corrects correcting incorrect incorrectly instead void
    withdrawn withdrew withdraw waived waive waives declined repaid clawed pending tentative provisional proposed doubled halved
    tripled reduced increased apportioned lapsed expired actual actually differs differ differently half alternatively wrong wrongly
    untrue perhaps roughly possibly probably presumably maybe allegedly
    unequal multiplied minus omits omit omitted disregard disregarded ignore ignored tbd tba tbc conditionally
    """
)
_STEMS = words(
    """
    erroneous mistak misstat misreport misdescri overstat understat rescind revok cancel relinquish renounc supersed replac
    substitut disput contest enjoin suspen postpon delay prolong extend extens shorten preliminar estimat illustrat hypothetical
    inadvertent approximat
    """
)
UNDOING_STEMS = tuple(sorted(_STEMS))
UNDOING_TURNS = _turns(
    """
    may change | may at the discretion | decides otherwise | or such other date | or such other amount | nearest hundred | nearest thousand
    | must also | must occur | must have occurred | must first | in thousands | in millions
    | previously reported as | were settled | was settled | were converted | was converted | was paid out | were paid out | cashed out
    | became the right | adjusted by | must be met | must be above | must exceed | on the condition | on condition
    | is a condition | in escrow until | required to remain | required to be employed | required to continue | required until
    | required through
    | was not approved | were not approved | not been approved
    | more or less | change of the | change to the | changes to the | changed to | a change of | this year means | here means
    | takes effect | take effect | took effect | becomes effective | depends on | depend on | hangs on | runs from
    | run from | counts from | count from | starts when | starts on | start when | start on | if the price | if the market
    | if the fair | previously reported to | previously disclosed as | rather than | no longer | bought back
    | was exchanged | were exchanged | been exchanged | was returned | were returned | been returned | was moved | were moved
    | been moved | since been moved | was assigned | were assigned | been assigned | was repurchased | were repurchased
    | been repurchased | brought forward | pushed back | on hold | split equally | split evenly | split between | split among
    | not be entitled | not entitled | no right to the | no rights to the | may reduce | may be reduced | divided equally | divided evenly
    | divided between | divided among | settled early | paid early | issued early | released early | delivered early
    | different schedule | different terms | different dates | different number | different amount | different date | different award |
    different grant | another award | another grant | not reflect the | not adjusted for | not been adjusted | pre split | before the
    split | prior to the split | given notice of | gave notice of | shares the award | shares this award | share the award | deemed to
    be | except for | other than | but only | but not | tied to | linked to
    """
)
#: What bends the sentence that it opens.
BENDING = _turns(
    """
    no later than | not later than | no earlier than | no more than | not more than | no less than | at least | at most | more than
    | less than | only if | it is not true | around | in the sole discretion | in the discretion | at the discretion | at the election
    | based on | discretionary | some of | if earned | performance based the
    """
)
#: What is usual in company, and takes nothing back.
USUAL = _turns(
    """
    rather than shares | unless otherwise provided
    | no longer subject to section | change of control | in escrow until vesting | in escrow until they vest
    | pending vesting | not applicable | may be delayed under section | replacement award | replacement awards
    | surrender of shares | deemed to be a beneficial | deemed to be the beneficial | deemed to be beneficial
    | deemed to beneficially | administrative error | clerical error | material error
    | deemed to be a member | other than by will | cancellation of an old option
    | cancellation of the old option | cancellation of the outstanding option | cancellation of an outstanding option
    | cancellation of the original option | cancellation of the existing option | grant of a replacement option
    | grant of the replacement option | grant of replacement options | replacement option | other than to the issuer
    | other than to the company | other than to meet | other than to satisfy | other than to cover
    | exercise price was reduced | exercise price of this option was reduced
    | exercise price of the option was reduced | exercise price of the options was reduced | one half of one | actual market value
    | replacement unit | replacement units | replacement shares | unless otherwise provided | unless otherwise elected
    | unless otherwise determined | solely to illustrate | represents the actual number of | reflects the actual number of
    """
)
#: What is paid, and may have been deferred into an award.
PAY = words("bonus bonuses incentive incentives retainer fee fees salary remuneration")
#: A part of the award: "half of the units", "12,000 of these options"; where it may go, and what is said of one that stays.
SOME = words("half third thirds quarter quarters fourth fourths fifth fifths percent some part portion most many")
THE = words("the these those such this his her its their")
GOES = words(
    """
    transferred gifted expire expires expired gave given donated belong belongs belonged owned held go goes went split divided are were is
    was have has
    """
)
STAYS = _turns(
    """
    represent | ownership guidelines | ownership requirements
    | are restricted | sold | are unvested | intended to | are incentive | are nonqualified
    """
)
#: What is numbered in papers.
PARTS_OF_PAPERS = words("item items section article paragraph award grant agreement plan form rule")
#: A condition of all of it, and what it waits for.
WAITING = _turns(
    """
    subject to | contingent on | contingent upon | conditioned on | conditioned upon | conditional on | conditional upon
    | depends on | depends upon | dependent on | effective upon | requires | if the | only if | only when
    | only after | only upon
    """
)
AWAITED = ("acquisition", "approv", "ratif", "consent", "financing", "merger", "offering", "listing", "clearance", "ruling")
#: What it waits for only if told at once: a filing may be the one that reports the award.
AWAITED_NEXT = ("filing", "registration", "effectiveness")
NEEDED, SERVED = words("required needed awaited outstanding necessary expected"), words("employment service")
MONTHS = words("january february march april may june july august september october november december")
#: What may end service or change hands, what makes a sentence conditional on it, and what tells that it has come.
LEAVES = words("death dies die disability disabled retirement retires terminated terminates termination resigns resignation control cause")
CONDITIONAL = _turns(
    """
    if | upon | in the event of | in the case of | in case of | by reason of | on account of | because of | due to | following | on death
    """
)
HAS_COME = words("was were had did has been not only unless except earlier sooner")
#: "Once vested, the units may be exchanged for common shares": the words beside those of people and papers.
ONCE = words("once vested exchanged exchangeable converted convertible redeemed option one basis")
#: What is provided for, and has not come.
FORESEEN = words("subject provides provide provided provisions trigger entitled")
COMING = words("will shall may is are be can would if terminate terminates lapse lapses cease ceases continue continues revert reverts")
#: How a sentence opens that tells in how many parts an award comes, or what becomes of fractions of a share.
HOW_PARTED = words("divided fractional fraction")
#: Words of the time-table itself, and what alone may speak of it in passing; how a sentence opens that takes exception.
TIMETABLE = words("installment installments instalment instalments tranche tranches schedule timetable dates")
DELIVERED = words(
    """
    payable paid delivery deliver delivered settled settlement distributed sold sale sales purchased acquired withheld issued receive
    deferral shown retention exercise
    """
)
NTH = words("first second third fourth fifth last final each")
EXCEPTING = words("not never excluding does up but however except although though unless")
#: What tells that all of an award has been delivered, and that something else was.
WHOLLY = words("all full fully entire whole entirety")
SETTLED = words("settled paid delivered distributed")
NOT_OF_ALL = words(
    "if will would may shall upon when price purchase trustee withheld tax taxes cash dividend dividends prior previously not"
)
ORIGINAL = _turns(
    "of the original award | of the original grant | of an original award | of the original amount | of the original number"
    " | unvested portion of | remaining portion of"
)
