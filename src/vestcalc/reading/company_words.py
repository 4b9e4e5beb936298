"""Words that are about people, companies, holdings, prices and papers, and say nothing of when anything vests (besides.py and its kin).

Plain data, in lower case, hyphens as spaces.
"""

from vestcalc.reading.besides_words import words

#: Words that speak of people, companies, holdings, prices and papers. None of them moves, limits, undoes or dates anything.
PLAIN = words(
    """
    purpose purposes
    the a an over of in to by for with on as at from into and or is are was were be been being has have had having its his her their our
    this these such that which who whose whom also may will shall can would each any all it he she they him them same both
    respectively thereof thereto therein herein hereof hereto thereby hereby thereunder hereunder solely directly indirectly jointly
    together mr mrs ms dr jr sr ii iii iv vice senior principal reporting person persons individual individuals owner owners
    director directors directorship officer officers executive executives chief financial operating accounting technology legal
    managing manager managers member members membership general limited partner partners partnership partnerships trustee trustees
    trust trusts family spouse wife husband child children son daughter household fund funds investor investors investment
    investments adviser advisers advisor advisors advisory affiliate affiliates affiliated company company's companies corporation
    corporate issuer issuer's registrant llc lp llp inc ltd plc subsidiary subsidiaries parent entity entities firm board committee
    compensation remuneration nominating chairman chairwoman chair president secretary treasurer counsel attorney employee employees
    employer employment employed consultant consultants founder nonemployee non outside independent sponsor holder holders holdings
    record control controls controlled controlling stockholder stockholders shareholder shareholders capacity capacities serves
    serve serving served acts act acting position role voting dispositive dispose disposition vote power powers deemed share shares
    shared sharing sole beneficially beneficial ownership own owns owned hold holds held holding interest interests pecuniary
    disclaim disclaims disclaimed disclaimer security securities equity stock common class classes preferred ordinary depositary
    restricted unrestricted registered unregistered phantom derivative option options warrant warrants unit units rsu rsus psu psus
    sar sars right rights award awards grant grants granted awarded issued acquired purchased received receive receives acquisition
    issuance underlying subject respect regard relation relating connection behalf benefit account name plan plans program programs
    scheme policy policies agreement agreements document documents documentation form forms filing filings report reports reported
    statement statements exhibit section rule code internal revenue exchange commission sec registration prospectus proxy note notes
    footnote footnotes table column columns row line item items page market value values fair price prices exercise purchase sale
    sold par aggregate average weighted approximately million thousand dollars usd cash consideration payment paid amount open
    transaction transactions brokerage broker qualified nonqualified incentive statutory nonstatutory long term annual initial hire
    inducement retention retainer promotion contain contains containing customary standard covenant covenants competition
    noncompetition solicitation nonsolicitation confidentiality disparagement clause clauses provision provisions certain various
    electronic address business telephone state incorporated organized delaware nevada maryland letter offer letters invitation domestic
    foreign private filer files enterprise recruitment engagement consultancy consulting services israeli
    management emi csop saye psp ltip case ceo cfo coo determination determinations made
    """
)
#: What has come to pass on a day that is given a name: "The Issuer completed its initial public offering on D (the 'IPO Date')".
HAPPENED = PLAIN | words(
    """
    completed closed consummated commenced began joined hired appointed elected promoted became effective priced occurred initial public
    offering ipo merger combination acquisition closing spin off separation distribution business transaction notice
    """
)
