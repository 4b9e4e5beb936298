"""The words of vesting language that patterns name one by one; those that play the same part stand in `word_groups`."""

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
comes come falling falls fall due place takes take took taken matures mature maturing
when once whenever where
while whilst
who whose
its it
they them their our
between
than least most more less
up
other others
collectively
another further additional extra
remaining residual
rest remainder balance residue remain
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
incurred incurs incur incurring experienced experiencing experiences
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
substantially substantial approximately approximate nearly roughly about
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
ratably rateably rateable ratable proportionately proportionally prorated
pro
rata rated
rate rates
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
sum
cliff
interval intervals
one
half halves
percent percentage pct
occur occurs occurred occurring occurrence
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
forfeit forfeits forfeited revert reverts reverted forfeiture forfeitable
lapses lapse lapsed lapsing
repurchase
right rights
restriction restrictions
release released releases
become becomes became becoming
be is are was were been being am
have has had having carry carries
will shall
would
may might can could must
do does did
subject
scheduled
eligible
represent represents representing represented reflects reflecting reflect
include includes including included comprises comprised comprising consist consists consisting
notice notices
question
buy
arrangement arrangements
effect
subscribe
practicable practical soon
open treasury
free
pence cents cent penny p
number
total aggregate
amount amounts percentages proportion proportions
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
year years
week weeks fortnight fortnights
case instance cases instances
settle settles settled settlement
delivered deliver delivery deliverable distributed distribution
meeting meetings agm agms egm
general special regular regularly
stockholder stockholders shareholder shareholders
election re
offering
public
closing closed
effective effectiveness
approval approve approved
certification certified certifies certify determined determination
plan plans program programme programmes scheme schemes rsp psp dbp dbsp
par nominal
attach attached attaches attaching
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
divided
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
economic economically
market
exceed exceeds exceeding equals exceeded
earns
outstanding
acquired acquire acquires acquisition
held hold holds holding
underlying
covered covering covers
employee employees
director directors
"""
