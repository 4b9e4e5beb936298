"""The words of vesting language that play the same part, by the name of their kind; those named one by one stand in `words`."""

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
    " segment segments slices batch batches stage stages",
    "UNITWORD": "rsu rsus psu psus prsu prsus msu msus sar sars rsr rsrs dsa dsas pru prus psr psrs prsa prsas spu spus ltiu tsru tsrus"
    " pvu pvus psa psas pbrsu pbrsus dsu dsus ltip bonus appreciation profits interests ordinary adr adrs ads adss sayings"
    " rsa rsas isos iso nsos nso nqso nqsos nqo nqos",
    "STOCKWORD": "conditional common class preferred incentive nonqualified nonstatutory qualified sharesave matching inducement"
    " remuneration retention severance new hire_ automatic onetime founder founders earned earn resulting sign_ equity compensation voting"
    " nonvoting capital initially private placement existing sponsor buyout independent"
    " savings unlisted unquoted unapproved unconditional saye csop emi",
    "PERSON": "optionee optionees grantee grantees holder holders participant participants recipient recipients executive executives"
    " officer officers he she his her him you your mr ms mrs dr awardee individual insider member members owner chairman"
    " consultant consultants optionholder optionholders chief",
    "COMPANY": "we us issuer company corporation corporation's registrant subsidiary subsidiaries affiliate affiliates employer parent"
    " successor successors entity group partner partnership bank firm board committee trustees trust",
    "CORPSUF": "l.p l.l.c n.v s.a p.l.c n.a inc corp llc lp ltd plc co sa nv ag bancorp incorporated limited",
    "LEAD": "recognition consideration exchange addition consequence",
    "SERVICEW": "provide providing provides render renders rendering perform continuous continuing uninterrupted employed serve serves"
    " employ serving remain_ remains remaining_ continues continue ceased ceases ceasing cease provider status relationship"
    " engagement engaged"
    " office active continuously capacity standing role remained",
    "CONDW": "conditioned assuming assumes contingency dependent depends depend"
    " requirement requirements requiring require requires satisfaction"
    " satisfied satisfying satisfy satisfies met applicable respective relevant specified terms_ set forth certain"
    " provisions provision_ feature features stated mandatory post thereto thereon foregoing malus clawback recoupment"
    " described detailed contained covenant covenants restrictive confidentiality noncompetition noncompete nonsolicitation solicitation"
    " competition compliance complied complying breach breached violated",
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
    " qualifying_ good bad constructive dismissal discharge replacement assumed leaver leavers"
    " job elimination",
    "CANCEL": "cancelled canceled cancellation cancel returned void revoked rescinded superseded",
    "LIFTW": "removed lifted eliminated",
    "PAYW": "paid payable payment pay pays cash receive_ convert converts converted conversion convertible credited accrue accrues"
    " accrued accruing redeemable redeemed",
    "ROMAN": "ii iii iv vi vii viii ix xi xii",
    "QUIETW": "materially typically presently still ordinarily otherwise normal normally single generally previously promptly"
    " always automatically"
    " automatic_"
    " accordingly similarly thereupon hereby thereby already currently solely well hereto amended restated long",
    "NEGW": "unequal irregular varying variable different without neither lesser excess except_ notwithstanding however although though",
    "MEANW": "i.e namely means mean called defined referred refers refer known definition",
    "MEMOW": "sections paragraph paragraphs row box exempt rule section ended_ forms form table column",
    "YES": "yes",
    "BUSINESSDAY": "holiday weekend holidays",
    "MADE": "made entered make makes entitle entitles entitled entitling given evidence evidencing allowed allows",
    "GRANTW": "adjusted reflect_ forward split splits dividend_",
    "CONTROLW": "corporate transactions fundamental transaction_",
    "AGEW": "age aged ages eligibility",
    "ACTW": "elected elects elect defers defer deferral deferring receives_ sold sell sells selling dispose disposed transfer"
    " transferred transferable encumbered lock lockup pledged tender tendered",
    "INSTRU": "opportunity ability obligation obligations requirements_ liability liabilities purposes purpose respect regard relates"
    " related relating dealing accompanying arising incident upon_ result results",
    "NAME": "",
    "UNKNOWN": "",
}
