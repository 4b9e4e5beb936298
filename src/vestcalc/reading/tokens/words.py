"""The words of vesting language that the patterns know: those named one by one, and those that play the same part."""

#: Words that patterns name one by one, one kind a line: a word and its plain variants.
OWN = """
the
a an
this these
those
that
which whom
such said aforementioned
each every
any
all
both either
per
on upon
as
of
in into
at
by via
for
from
to
with
and
or
so
then next
not never nor cannot
non
no none zero nil
unless
except save excluding exclusive
if provided should whether
until till
through thru throughout
over
during within
after
following follow follows followed
before prior preceding precedes
whichever
comes come falling falls fall place takes take took
when once whenever where
while whilst
who whose
its it
they them their
between
than least most more less
up
other others
collectively
another further additional extra
remaining
rest remainder balance remain
left
only
also
same
how
what whatever
there
out
but
because
entire
extent
bi
apply applies applied
herein here
hereof
hereunder
thereafter afterwards subsequently
thereof
therein
thereunder
above
below
now
sign
favor
together
since
series
ago
first initial
last final
end ends ended close
beginning begin begins began commencing commence commences commenced starting starts start started
ending
measured counted calculated
respectively
early
longer
arrears
risk
vcd
incurred incurs incur experienced
earlier sooner earliest
later latest
immediately forthwith
fully entirely completely wholly
full entirety
cumulative cumulatively
annum
straight
line
cost costs
equal equally even evenly
substantially approximately nearly roughly about
successive consecutive
subsequent succeeding ensuing
corresponding numerically
inclusive
course
passed elapsed elapses
whole
rounded rounding round
nearest
down
lower lowest
higher highest
fractional
reference base measurement inception
ratably rateably rateable ratable proportionately proportionally
pro
rata
rate
basis
anniversary anniversaries
date dates
dated
day days
business
calendar
fiscal
period periods
term terms
time times
schedule schedules
graded graduated staggered
cliff
interval intervals
one
half halves
percent percentage pct
occur occurs occurred occurring
passage
complete completion completes completed consummation consummated
condition conditions
vest vests
vested
vesting
unvested nonvested
exercisable nonforfeitable
exercise exercises exercising exercisability
exercised
forfeit forfeits forfeited forfeiture forfeitable
lapses lapse lapsed lapsing
repurchase
right rights
restriction restrictions
release released releases
become becomes became becoming
be is are was were been being am
have has had having
will shall
would
may might can could must
do does did
subject
scheduled
eligible
represent represents representing represented reflects reflecting reflect
include includes including included comprises comprising consist consists consisting
notice notices
question
buy
arrangement arrangements
effect
subscribe
practicable practical soon
open treasury
pence cents cent penny p
number
total aggregate
amount amounts
reported reports reporting
report filing
person persons
grant grants
granted
award awards
awarded issued
issuance issue issuable
hire hired appointment appointed
employment
service services
commencement
original originally
annual annually yearly
monthly
quarterly
semi
semiannual semiannually
weekly biweekly fortnightly
daily
bimonthly biannual biannually biennial
month months
quarter quarters
year years yr yrs
week weeks fortnight fortnights
case instance
settle settles settled settlement
delivered deliver delivery deliverable distributed distribution
meeting meetings
general special regular regularly
stockholder stockholders shareholder shareholders
election re
offering
public
closing closed
effective effectiveness
approval approve approved
certification certified certifies certify determined determination
plan plans program programme programmes scheme schemes
agreement agreements rules regulation regulations
policy policies
pursuant
under
accordance according
connection
lieu
vice
withheld withholding withhold surrendered relinquished
tax taxes
dividend dividends
equivalent equivalents
contingent
pending
receive received receipt receives
purchase
expire expires expiration expiry expired expiring
accelerate accelerated accelerates acceleration accelerating
death dies disability
retirement retire retires
terminate terminates terminated termination terminating
change changed
control
transaction
footnote note footnotes
continued
continuation
price prices
share shares
unit units
option options
warrant warrants
stock stocks
securities security
restricted deferred phantom
performance
based
target
goal goals
milestone milestones
value
market
exceed exceeds exceeding equals exceeded
earns
outstanding
acquired acquire acquires acquisition
held hold holds holding
underlying
covered covering
employee employees
director directors
"""

#: Words that play the same part, by the name of their kind.
SHARED = {
    "MONTH": "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept"
    " oct nov dec",
    "ONES": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "TENS": "twenty thirty forty fourty fifty sixty seventy eighty ninety",
    "HUNDRED": "hundred",
    "THOUSAND": "thousand million billion",
    "ORDW": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth hundredth",
    "FRACPL": "thirds fourths fifths sixths sevenths eighths ninths tenths twelfths sixteenths twentieths",
    "INSTALL": "lump installment installments instalment instalments increment increments tranche tranches portion portions part parts"
    " segment segments slices",
    "UNITWORD": "rsu rsus psu psus prsu prsus msu msus sar sars rsr rsrs dsa dsas pru prus psr psrs prsa prsas spu spus ltiu tsru tsrus"
    " pvu pvus psa psas pbrsu pbrsus dsu dsus ltip bonus appreciation profits interests ordinary adr adrs ads adss sayings"
    " rsa rsas isos iso nsos nso nqso nqsos",
    "STOCKWORD": "conditional common class preferred incentive nonqualified nonstatutory qualified sharesave matching inducement"
    " remuneration retention new hire_ automatic onetime founder founders earned earn resulting sign_ equity compensation voting"
    " nonvoting capital initially private placement existing sponsor buyout"
    " unapproved unconditional saye csop emi",
    "PERSON": "optionee optionees grantee grantees holder holders participant participants recipient recipients executive executives"
    " officer officers he she his her him you your mr ms mrs dr awardee individual insider member members owner chairman"
    " consultant consultants optionholder optionholders chief",
    "COMPANY": "issuer company corporation corporation's registrant subsidiary subsidiaries affiliate affiliates employer parent"
    " successor successors entity group partner partnership bank firm board committee trustees trust",
    "CORPSUF": "l.p l.l.c n.v s.a p.l.c n.a inc corp llc lp ltd plc co sa nv ag bancorp incorporated limited",
    "LEAD": "recognition consideration exchange addition consequence",
    "SERVICEW": "provide providing provides render renders rendering perform continuous continuing uninterrupted employed serve serves"
    " employ serving remain_ remains remaining_ continues continue ceased ceases ceasing cease provider status relationship"
    " engagement engaged"
    " office active continuously capacity standing role remained",
    "CONDW": "conditioned assuming assumes contingency dependent requirement requirements requiring require requires satisfaction"
    " satisfied satisfying satisfy satisfies met applicable respective relevant specified terms_ set forth certain"
    " provisions provision_ feature features stated mandatory post thereto thereon malus clawback recoupment",
    "PERFW": "achievement achieving achieve achieves achieved attainment attaining attain attains attained objectives"
    " objective traded"
    " metrics metric criteria criterion measures measure tsr ebitda revenue revenues earnings eps roic roe ranking ranked"
    " percentile capitalization hurdle hurdles threshold thresholds trading weighted average vwap relative return index"
    " comparator peer peers underpin underpins operational profitability income sales growth flow margin profit roa backlog fda regulatory"
    " clinical trial",
    "LIQUID": "ipo liquidity merger takeover listing sale reorganization acquisition_ combination business_ spac qualifying event events"
    " trigger triggering bankruptcy dissolution liquidation",
    "REPR": "granting receipt_ grant_ vesting_",
    "TERMINW": "separation resignation resigns resign cessation cause reason departure leaves leave involuntarily involuntary"
    " qualifying_ good constructive dismissal discharge replacement assumed leaver leavers",
    "CANCEL": "cancelled canceled cancellation cancel returned void revoked rescinded superseded",
    "LIFTW": "removed lifted eliminated",
    "PAYW": "paid payable payment pay pays cash receive_ convert converts converted conversion convertible credited accrue accrues"
    " accrued accruing redeemable redeemed",
    "ROMAN": "ii iii iv vi vii viii ix xi xii",
    "QUIETW": "presently still ordinarily otherwise normal normally single generally previously promptly always automatically automatic_"
    " accordingly similarly thereupon hereby thereby already currently solely well hereto amended restated long",
    "NEGW": "unequal irregular varying variable different without neither lesser excess except_ notwithstanding however although though",
    "MEANW": "i.e namely means mean called defined referred known definition",
    "MEMOW": "sections paragraph paragraphs row box exempt rule section ended_ forms form table column",
    "YES": "yes",
    "BUSINESSDAY": "holiday weekend holidays",
    "MADE": "made make makes entitle entitles entitled entitling given evidence evidencing allowed allows",
    "GRANTW": "adjusted reflect_ forward split splits dividend_",
    "CONTROLW": "corporate transactions fundamental transaction_",
    "AGEW": "age aged ages eligibility",
    "ACTW": "elected elects elect defers defer deferral deferring receives_ sold sell sells selling dispose disposed transfer"
    " transferred transferable encumbered pledged",
    "INSTRU": "opportunity ability obligation obligations requirements_ liability liabilities purposes purpose respect regard relates"
    " related relating dealing accompanying arising incident upon_ result results",
    "NAME": "",
    "UNKNOWN": "",
}
