"""The words this program knows, by kind: one character each, so that a sentence is a string.

A lower-case kind is a word of its own (with its plain variants); an upper-case kind holds words that play the same part. A word
stands in exactly one kind. Words not listed are unknown: they are residue wherever no pattern allows unknown words. CLASSES
are unions of kinds used in patterns.
"""

#: Words that patterns name one by one.
_OWN = """
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
while
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
either
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
least
first initial
last final
end ends ended close
beginning begin begins began commencing commence commences commenced starting starts start started
ending
measured counted calculated
respectively
earlier sooner earliest
later latest
immediately forthwith
fully entirely completely wholly
full entirety
cumulative cumulatively
equal equally even evenly
substantially approximately nearly roughly about
successive consecutive
subsequent succeeding ensuing
corresponding numerically
inclusive
course
passed elapsed elapses
whole
reference base measurement inception
ratably rateably ratable ratably proportionately proportionally
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
complete completion completes completed
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
issuance issue
hire hired
employment
service services
commencement
original originally
annual annually yearly
monthly
quarterly
semi
semiannual semiannually
weekly biweekly
daily
bimonthly biannual biannually biennial
month months
quarter quarters
year years
week weeks
case
settle settles settled settlement
delivered deliver delivery deliverable distributed distribution
meeting meetings
general special regular regularly
stockholder stockholders shareholder shareholders
election re
offering
public
closing
effective effectiveness
approval approve approved
certification certified certifies certify determined determination
plan plans program
agreement agreements
policy
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
receive received receipt receives
purchase
expire expires expiration expired expiring
accelerate accelerated accelerates acceleration accelerating
death dies disability
retirement retire retires
terminate terminates terminated termination terminating
change
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
least
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

#: Words that play the same part.
_SHARED = {
    "MONTH": "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    "ONES": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "TENS": "twenty thirty forty fourty fifty sixty seventy eighty ninety",
    "HUNDRED": "hundred",
    "THOUSAND": "thousand million billion",
    "ORDW": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth hundredth",
    "FRACPL": "thirds fourths fifths sixths sevenths eighths ninths tenths twelfths sixteenths twentieths",
    "INSTALL": "lump installment installments instalment instalments increment increments tranche tranches portion portions part parts"
    " segment segments slices",
    "UNITWORD": "rsu rsus psu psus prsu prsus msu msus sar sars rsr rsrs dsa dsas pru prus psr psrs prsa prsas spu spus ltiu tsru tsrus pvu pvus psa psas pbrsu pbrsus dsu dsus ltip bonus appreciation profits interests"
    " ordinary adr adrs ads adss sayings rsa rsas isos iso nsos nso nqso nqsos",
    "STOCKWORD": "conditional common class preferred incentive nonqualified nonstatutory qualified sharesave matching inducement retention new hire_ automatic"
    " sign onetime special founder founders earned earn resulting sign_ equity compensation voting nonvoting capital initially time private placement"
    " existing sponsor",
    "PERSON": "optionee optionees grantee grantees holder holders participant participants recipient recipients executive executives"
    " officer officers he she his her him mr ms mrs dr awardee individual insider member members owner chairman consultant consultants",
    "COMPANY": "issuer company corporation corporation's registrant subsidiary subsidiaries affiliate affiliates employer parent successor"
    " successors entity group partnership bank firm board committee trustees trust",
    "CORPSUF": "l.p l.l.c n.v s.a p.l.c n.a inc corp llc lp ltd plc co sa nv ag bancorp incorporated limited",
    "LEAD": "recognition consideration exchange addition consequence",
    "SERVICEW": "provide providing provides render renders rendering perform continuous continuing uninterrupted employed serve serves serving remain_ remains remaining_ continues continue ceased cease"
    " provider status relationship engagement engaged office active continuously capacity standing role",
    "CONDW": "conditioned assuming assumes contingency dependent requirement requirements requiring require requires satisfaction satisfied satisfying"
    " satisfy satisfies met applicable respective relevant specified terms_ set forth certain provisions stated thereto thereon",
    "PERFW": "achievement achieving achieve achieves achieved attainment attaining attain attains attained objectives objective metrics metric"
    " criteria criterion measures measure tsr ebitda revenue revenues earnings eps roic roe ranking ranked percentile capitalization hurdle"
    " hurdles threshold thresholds trading weighted average vwap relative return index comparator peer peers operational profitability income"
    " sales growth flow margin profit roa backlog fda regulatory clinical trial",
    "LIQUID": "ipo liquidity merger sale reorganization acquisition_ combination business_ spac qualifying event events trigger triggering"
    " bankruptcy dissolution liquidation",
    "REPR": "granting receipt_ grant_ vesting_",
    "TERMINW": "separation resignation resigns resign cessation cause reason departure leaves leave involuntarily involuntary involuntarily"
    " qualifying_ good constructive dismissal discharge replacement assumed",
    "CANCEL": "cancelled canceled cancellation cancel returned void revoked rescinded superseded",
    "PAYW": "paid payable payment pay pays cash receive_ convert converts converted conversion convertible credited accrue accrues accrued accruing",
    "ROMAN": "ii iii iv vi vii viii ix xi xii",
    "QUIETW": "still ordinarily otherwise normally single generally previously promptly automatically automatic_ accordingly similarly thereupon hereby thereby already"
    " currently solely well hereto amended restated long",
    "NEGW": "unequal irregular varying variable different without neither lesser excess except_ notwithstanding however although though",
    "MEANW": "means mean called defined referred known definition",
    "MEMOW": "exempt rule section ended_ forms form table column",
    "YES": "yes",
    "BUSINESSDAY": "holiday weekend holidays",
    "MADE": "made make makes entitle entitles entitled entitling given evidence evidencing allowed allows",
    "GRANTW": "adjusted reflect_ forward split splits dividend_",
    "CONTROLW": "corporate transactions fundamental transaction_",
    "AGEW": "age aged ages eligibility",
    "ACTW": "elected elects elect defers defer deferral deferring receives_ sold sell sells selling dispose disposed transfer transferred"
    " transferable encumbered pledged",
    "INSTRU": "opportunity ability obligation obligations requirements_ liability liabilities purposes purpose respect regard relates related relating"
    " accompanying arising incident upon_ result results",
    "NAME": "",
    "UNKNOWN": "",
}

#: What the lexer and the phrases make.
_MADE = """
COMMA SEMI COLON STOP OPEN CLOSE DASH SLASH OTHER
INT YEAR DEC PCT FRAC ORD MONEY DATE
NUM MONTHDAY MONTHDAYS MONTHYEAR DATES YEARS ENUM PER CAD CALDAYS ANCHOR EVENT MOM MOMS EVERYANN
AMOUNT AMOUNTS SUBJ VERB ON LIST BEGIN FROM UNTIL OVER INST EQUAL THEN FULLON PEND LATEST RESP QUIET DEF GRANTED WHOLE HEAD
ACCEL COND PLAN SAME SEMI_ANNUAL SOTHAT NOTVERB EARLY HEADER PENDING TERM
"""


def _kinds() -> tuple[dict[str, str], dict[str, str]]:
    chars = iter(
        [chr(c) for c in range(33, 127) if chr(c) not in "\\"]
        + [chr(c) for c in range(161, 256)]
        + [chr(c) for c in range(1, 32) if c not in (9, 10, 13)]
        + [chr(c) for c in range(127, 160)]
        + [chr(c) for c in range(256, 400)]
    )
    kinds: dict[str, str] = {}
    words: dict[str, str] = {}
    for name in _MADE.split():
        kinds[name] = next(chars)
    for line in _OWN.split("\n"):
        if line:
            char = next(chars)
            for i, word in enumerate(line.split()):
                if i == 0:
                    kinds.setdefault(word, char)
                words.setdefault(word, char)
    for name, listed in _SHARED.items():
        kinds[name] = next(chars)
        for word in listed.split():
            words.setdefault(word, kinds[name])
    return kinds, words


#: Kind name -> its character; word -> the character of its kind.
KINDS, WORDS = _kinds()

_CLASSES = {
    "UNIT": "day week month quarter year",
    "CARD": "NUM INT",
    "NTH": "ORD first",
    "NUMBER": "NUM INT DEC YEAR",
    "BASE": "DATE ANCHOR MOM",
    "MOMENT": "DATE ANCHOR MOM EVENT",
    "FREQ": "annual monthly quarterly SEMI_ANNUAL semiannual weekly daily",
    "DET": "the this such its his they each any all both a said that non",
    "OWN": "reported person PERSON COMPANY NAME director employee member",
    "HEAD": "share unit option warrant stock securities UNITWORD award grant right",
    "SHAREW": "HEAD restricted",
    "MOD": "restricted performance based STOCKW STOCKWORD HEAD equity reported underlying unvested NAME annual target market outstanding series"
    " total number service director employee original first purchase cash settled YEAR PERSON exercise exercised same MONTH GRANTW"
    " equivalent dividend time scheduled eligible subject_ fully_ PERFW covered issuance subject SLASH DASH amount other additional PAYW entire",
    "NOM": "DET OWN of",
    "TIMEW": "ON LIST BEGIN FROM UNTIL OVER INST THEN CAD",
    "SERVE": "service employment SERVICEW hire left",
    "CONDFILL": "DET OWN of in to by with at for on as through from be have will who under until DASH SLASH service employment SERVICEW CONDW continued"
    " ON LIST UNTIL MOM date ANCHOR one each such agreement plan policy QUIETW SUBJ term schedule period QUIET"
    " ENUM eligible then is award grant grants relevant case NAME FROM PLAN hereof hereunder thereunder so YES member members EVENT",
    "ACCELW": "accelerate death disability retirement terminate change TERMINW EVENT LIQUID",
    "FRONT": "on at from when after since",
    "FILLER": "DET OWN of in to by with at for on as and or through from is be have will its who under upon until DASH SLASH",
}


def _expand(name: str, seen: tuple[str, ...] = ()) -> list[str]:
    out: list[str] = []
    for part in _CLASSES[name].split():
        if part in _CLASSES and part not in seen and part != name:
            out += _expand(part, (*seen, name))
        elif part in KINDS:
            out.append(part)
        elif part in WORDS:
            out.append(next(k for k, c in KINDS.items() if c == WORDS[part]))
    return list(dict.fromkeys(out))


#: Class name -> the kinds it unites.
CLASSES = {name: " ".join(_expand(name)) for name in _CLASSES}
#: Anything that can stand in the description of an event or goal.
CLASSES["TAIL"] = "^STOP SEMI COLON AMOUNT VERB COMMA ENUM and or CLOSE when only if unless except not no"
CLASSES["PLAINW"] = "^STOP SEMI COLON COMMA OPEN CLOSE PCT FRAC INT DEC DATE vest vested vesting exercisable lapses MONEY"
CLASSES["FREE"] = "^STOP SEMI COLON AMOUNT VERB COMMA ENUM and or CLOSE"


def kind(name: str) -> str:
    """The character of a kind, or of the kind a word stands in."""
    return KINDS[name] if name in KINDS else WORDS[name]


def kind_set(names: str) -> frozenset[str]:
    """The characters of several kinds, words and classes."""
    out: set[str] = set()
    for name in names.split():
        out.update(KINDS[k] for k in CLASSES[name].split()) if name in CLASSES else out.add(kind(name))
    return frozenset(out)
