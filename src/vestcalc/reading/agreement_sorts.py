"""The sorts of sentences of option agreements that move nothing, whatever numbers stand in them, by their words (mentions.py)."""

from vestcalc.reading.mention_sorts import YEARS, sort_of

OF_AGREEMENTS = (
    # "To the extent not exercised, installments shall be cumulative and may be exercised in whole or in part."
    sort_of(
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
    sort_of(
        "mention",
        "may must shall for than number with respect part then remaining balance purchasable purchased covered by if provided"
        " pursuant whole",
        "not no minimum",
        "less fewer fraction fractional",
        "exercised exercise exercisable",
        firm=True,
    ),
    # "The option may be exercised by written notice to the company at its principal office."
    sort_of(
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
    sort_of(
        "mention",
        "during only by shall not other otherwise than will laws distribution pursuant qualified domestic relations order guardian legal"
        " representative optionee participant holder except may exercisable exercised",
        "transferable assignable transferred assigned nontransferable",
        "descent lifetime",
        firm=True,
    ),
    # "The options must be exercised within three years after they vest, or they will expire."
    sort_of(
        "mention",
        "must shall after following date they it become becomes will or vested vest vesting hereunder granted worthless",
        "exercised",
        "within",
        "days months years",
        "expire terminate lapse",
        firm=True,
    ),
    # "If your employment terminates because of death, the option will terminate on the first anniversary of the termination."
    sort_of(
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
    sort_of(
        "mention",
        "no may shall optionee participant holder term date provided above herein set forth",
        "event",
        "exercise exercised exercisable",
        "after beyond",
        "expiration",
        firm=True,
    ),
    # "No portion of the option may be exercised until it becomes vested in accordance with the schedule."
    sort_of(
        "mention",
        "may it they become becomes remain remains shall will applicable date accordance with above foregoing schedule has have such",
        "no unvested",
        "until unless before",
        "exercised exercisable unexercisable",
        "vest vests vested vesting",
        firm=True,
    ),
    # "The options were valued at $5,000 using the Black-Scholes model and the expense will be recorded over the vesting period.", "During
    # the three months ended June 30, 2021, the vesting of these units resulted in stock-based compensation of $9,000."
    sort_of(
        "mention",
        "been being have had has was were at using black scholes sholes model method pricing will over fair full based straight"
        " line basis during vesting vested unvested period periods service following assumptions weighted average estimated"
        " total with grant date issuance expense expenses cost costs compensation which included include in respectively ended"
        " ending month months quarter quarters year years fiscal operating general administrative exploration development"
        " research marketing selling mineral property expenditures operations loss income comprehensive statement statements"
        " condensed interim consolidated financial unaudited non cash related relating remaining expected approximately million"
        " aggregate payment payments contributed surplus additional paid capital reserve profit same january february march"
        " april june july august september october november december"
        f" {YEARS}",
        "value valued expense expenses cost costs compensation charge charges",
        "recorded recognized recognised unrecognized unrecognised expensed amortized amortised determined estimated valued"
        " resulted included charged",
        firm=True,
    ),
    # "The portion of the option that has become vested is called the "vested portion"."
    sort_of(
        "mention",
        "at time which has have that become not pursuant accordance with terms hereof schedule set forth above foregoing shall herein"
        " hereinafter under",
        "called referred known",
        "vested unvested",
        firm=True,
    ),
    # "This option may not be exercised at any time on or after its expiration date."
    sort_of("ends", "may not be at any time date later than day option's", "exercised", "expiration expiry expires", "after", firm=True),
)
