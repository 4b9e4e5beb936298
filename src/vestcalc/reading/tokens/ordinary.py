"""Ordinary words that are a letter away from a word of vesting, or two of them run together, and are no slips: "invested", "around",
"told", "latter", "extend", "undertake".

Plain data, read when a word is not known. A word here stays unknown, and so a gap where it matters.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ORDINARY = _words(
    """
    abased aboard achievers addiction aeries affect agility ailing allays allots alloyed alloys alto anneal anther aright around arrant
    assured assures assuring aster attack attacked audition awhile balled balling banked banking bark baseline bashed basics basins
    basked basted batching bate bated bathes beached beard beaver beavers beer belated belling bellow bested besting biased bights
    bleach bleached blower bold bolder botches bother bothers bounded bounder bounders bounding branches breath breathed breech bright
    broach broached bushiness busyness butches cabled calked calling calmed calved cancer caries carried carrier carriers cashes casing
    castes catches catching caving cervices chance chanced chancel changeover chanted charge charged chased chasing clanged clasps
    classy clause cleave cleaver cleavers cleaves cloned cloning clovers cloyed cloying coarse coasts cohered cohering colder comet
    comets commented commerce committed compete competed competes compiled completest complexion concert concerted concerts confection
    container contiguous continent convection convent converged conversed counter courted covens coveted coveting covets coveys cowered
    cowering cowers cranked cranking crates crease creased creases creasing culled curdle curdles curing curries curtain dafter dale
    dales dally daring darned darted deafer dearest dearth deaves deceive deceived deceives decline defend defends deference defied
    defiled deflect deflecting deflects defter deport deported deporting deports derailed design designation designs detention deter
    deterred deterring deters dialing diet directory divined docs doting downer downfall downgraded duding dumber duping earrings ease
    eases easing eatable ejected ejection ejects elapsing elated elates elating electron embers emceed emended empire empires endless
    endued enlisted enmity enraged ensuring entice erected erection erects especial ether evens everyday evoked exiting exorcise
    exorcised exorcises exorcising expiation extant extend extraordinary fable factional fail fails fake fakes fallow fallowing fame
    farther faxes fell fellow fellows fells fended fenders fettle fights fill filming fining firing fixing flavor fledged flew flounder
    flounders flower foiling fold folder folders folding fonder forgiven forgoing formal formally forums foully founding franked
    franking freehold fright frights fulling furthermore galled galling gallows gamely gassed gelling genders germinate germinated
    germinates germinating germination gestated giants gifted glower goaded goat goats goodwill graced grading graduate grafted grafting
    grafts grandee grandees grands grates grating graved grayed grazed ground grounded grounding grunted grunting grunts haired haling
    hallowed hallows halving hanged hank haring harries hatch hatches hatching hating hawing haying hazing healing heaves heaving
    hereafter heresy hereupon hero heroin hiving hoard holier holing holler hollers hollow hollowed hollowing hollows hooding hording
    hounded hounding hovered hovering hovers huddle huddles hurdlers hurtle hurtles inclement incline inside internal inventive invested
    jelling jested jesting jingle kettle kettles lake lakes lamely lamest lapped lapping lapwing laser lasing lasses lasting latches
    latching latent lather latter laxest leader leaders leaner learned learns leased leasing leaven leavens leftover lenders lets levers
    lien lifting lights lilted lilting lime limes linger linted linting lire lisping listed livability live loaves lodger loft lofted
    logger longtime look losing loss lovers lowers lumber luring lusting makers mallows marching marked marker marlin marries martin
    massage massed matches meager meant meantime meanwhile meekly melting menders mere meting mettle millstone millstones mingle misting
    moan moans molder molders molding monger moreover moss mother mothers mounded mounding mounted mounts mouth mouths movers muss mutt
    nave nearby neatest neatly nerves nerving nested nesting nests nettle nettled nettles nice nigher nighest night nights nose noting
    novice novices numbed oases oiling orates otters outage outcome outcomes outdated outperform outright overachieve overachieved
    overachieves overage overcome overdue overpaid overstated palace palled palling pant pants parable paramount parries pars parsed
    parson parsons passel pasted patches patching patent paused paving pealing pearlier pearliest pended penning persona pertain pest
    peters piling plaice plains planks plant plants playable pliability police polities polity poss pounded pounding prates preach
    preached preciously precognition prefer preference prefers prelates pricey pricks prides primate primes prince princes prizes
    proactive programmers prolong proper prorate prorates racked racking rafter raising raking ranches ranged ranging rankled rankling
    rapacity raving reached reader readers rebated rebates rebating recedes receding receivers redder reefer reefers reelect reelecting
    reelects referral referring refined regained regaining regains regardless regulator rehire rehires reigns relapsed relapses relaxed
    relaxes relaxing relayed relaying rendered renter renters reparation requite resins resort resorted resorting resorts restarted
    rested resting retailed retained retaining retains retard retort retorted retorting retorts retries revenge revered reverence
    reversed reward rewire rewires rifted riling rising rotund rovers rubles rulers sable sables sake sanding sassed sate sates saving
    savings savor saxes saying scales scares scents schedulers schemers season seated select selected selection selects selves senders
    servos settee settees settlers shades shakes shalt shames shapes shards sharks sharps shaves shaving shelling shells shingle shires
    shocks shores sifted sigh sights sill skated slated slayings sledged slicers slicks slides slow slower slowest sluices smarted
    smarting smarts smelling smells smocks snare snares solder solders sorely sounded sounder sounding spacial spares spelling spells
    spending spices splats splices splint splints stable stacks staked staled staring starling starred starring stars startled starved
    starving stating statue staved staves stayed sticks stilt stoner storks straightforward stranding suction suctions sully sunder
    swaggered swards swelling swells swerve swerves swerving tablet taker takers tale tales tall tame tamely tanked tanking tarries tars
    taxies teased teases teasing tell telling tells tendering tenser tested testing theses thorough thrust tights tiling tilt timeline
    timers timetable tinder tine tingle tissue told tong toting toughly tower traced tracing trance treading treason treasure tree
    trenches tribal truest truss underachieve underachieved underachieves underling underpaid understanding understated undertake
    undertaken undertakes undertook unfits untested untitled upending valve vended venders vented venting vetted vetting viability vote
    vowing walled walling wallowed wallows warded warned warnings watches watching waving weakly weaver weavers weaves weighed welling
    welt wended whereby whereon whereupon wherever whiled white whither wholesale wights wiling wilt wish woolly wore wounded wounder
    wounding wright yearned yearnings yelling
    """
)
