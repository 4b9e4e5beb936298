"""Invented filings for the cross-format test, and what was worked out by hand from their words.

`FILINGS`: Forms 3, 4, 5 and an amendment, by name: options, units in Table I, exercise rows, holdings, notes in place of values, one note
on many rows, notes that run on, two owners, tables over two pages. `EXPECTED`: the rows whose schedule was worked out by hand from the
words alone (whole, number of dates, first and last date, units on them).
"""

from typing import NamedTuple

from tests.crossformat.sheet import Owner, Sheet, derivative, plain

OKORO = Owner("Okoro Delphine A", "0000990101", director=True, officer="Chief Executive Officer")
LINDQVIST = Owner(
    "LINDQVIST PER OLOF", "0000990102", street="C/O CALLOWAY INSTRUMENTS INC, 7 HARBOR ROAD", city="NEWPORT", state="RI", zip="02840"
)
VASQUEZ = Owner("Vasquez Ramon T", "0000990103", officer="SVP, Operations", street="300 Foundry Street")
TRUST = Owner("Vasquez Family 2011 Trust", "0000990104", street="300 Foundry Street")
HALLORAN = Owner("HALLORAN MAEVE", "0000990105", director=True, city="KILLINGLY", state="CT", zip="06239")

GRANT = Sheet(
    form="4",
    period="2018-05-14",
    issuer="Saltmarsh Robotics, Inc.",
    symbol="SMRB",
    cik="0000990201",
    owners=(OKORO,),
    lines=(
        plain("Common Stock | 2018-05-14 | A | 12000 (1) | A | 0 | 48250 | D"),
        plain("Common Stock | 2018-05-15 | F | 1375 (2) | D | 21.40 | 46875 | D"),
        plain("Common Stock | | | | | | 9100 | I | By spouse"),
        derivative(
            "Stock Option (right to buy) | 21.37 | 2018-05-14 | A | 96000 | A | (3) | 2028-05-13 | Common Stock | 96000 | 0 | 96000 | D"
        ),
    ),
    notes={
        "1": "Represents restricted stock units, which vest in sixteen equal quarterly installments beginning on August 14, 2018, subject "
        "to the reporting person's continued service.",
        "2": "Shares withheld by the issuer to cover taxes due upon the vesting of restricted stock units.",
        "3": "25% of the shares subject to the option vest on May 14, 2019, and the remaining shares vest in 36 equal monthly installments "
        "thereafter, subject to the reporting person's continued service to the issuer.",
    },
    remarks="",
    signature="/s/ Tomas Reyes, attorney-in-fact for Delphine A. Okoro",
    signed="2018-05-16",
)

INITIAL = Sheet(
    form="3",
    period="2016-09-01",
    issuer="Calloway Instruments Inc",
    symbol="CLWI",
    cik="0000990202",
    owners=(LINDQVIST,),
    lines=(
        plain("Common Stock | | | | | | 15420 | D"),
        plain("Common Stock | | | | | | 2200 (1) | I | By trust"),
        derivative("Employee Stock Option (right to buy) | 8.15 | | | | | (2) | 2024-03-10 | Common Stock | 30000 | | | D"),
        derivative("Employee Stock Option (right to buy) | 11.90 | | | | | 2017-06-30 | 2026-06-29 | Common Stock | 12500 | | | D"),
        derivative("Restricted Stock Units | (4) | | | | | (3) | (3) | Common Stock | 9000 | | | D"),
    ),
    notes={
        "1": "Held by a trust of which the reporting person is trustee.",
        "2": "The option vests in four equal annual installments beginning March 11, 2017.",
        "3": "The restricted stock units vest in three equal annual installments beginning on February 15, 2017.",
        "4": "Each restricted stock unit represents a contingent right to receive one share of common stock.",
    },
    remarks="Exhibit 24 - Power of Attorney.",
    signature="/s/ Per Olof Lindqvist",
    signed="2016-09-08",
)

ANNUAL = Sheet(
    form="5",
    period="2014-12-31",
    issuer="Brackenridge Lumber Co",
    symbol="BKRL",
    cik="0000990203",
    owners=(HALLORAN,),
    lines=(
        plain("Common Stock | 2014-11-20 | G | 500 | D | 0 | 21300 | D"),
        plain("Restricted Stock | 2014-02-03 | A | 3600 (1) | A | 0 | 24900 | D"),
        derivative("Phantom Stock | (2) | 2014-12-31 | A | 412.5 | A | (3) | (3) | Common Stock | 412.5 | 17.25 | 2087.75 | D"),
    ),
    notes={
        "1": "The shares vest in three equal annual installments beginning on the first anniversary of the date of grant.",
        "2": "1-for-1",
        "3": "The phantom stock is payable in cash upon the reporting person's termination of service.",
    },
    signature="/s/ Maeve Halloran",
    signed="2015-02-10",
)

AMENDED = Sheet(
    form="4/A",
    period="2021-03-15",
    original="2021-03-17",
    issuer="Quillon Therapeutics, Inc.",
    symbol="QLLN",
    cik="0000990204",
    owners=(VASQUEZ, TRUST),
    lines=(
        plain("Common Stock | 2021-03-15 | M | 6250 | A | 3.1875 | 31840 | D"),
        plain("Common Stock | 2021-03-15 | S | 6250 | D | 19.4463 (1) | 25590 | D"),
        plain("Common Stock | | | | | | 140000 | I | By Vasquez Family 2011 Trust (2)"),
        derivative(
            "Stock Option (right to buy) | 3.1875 | 2021-03-15 | M | 6250 | D | (3) | 2027-02-28 | Common Stock | 6250 | 0 | 18750 | D"
        ),
        derivative(
            "Stock Option (right to buy) | 19.02 | 2021-03-15 | A | 40000 | A | (4) | 2031-03-14 | Common Stock | 40000 | 0 | 40000 | D"
        ),
    ),
    notes={
        "1": "Weighted average price; the shares were sold in several transactions at prices from $19.30 to $19.60.",
        "2": "Mr. Vasquez is a trustee of the trust.",
        "3": "The option is fully vested and exercisable.",
        "4": "The option vests in forty-eight equal monthly installments beginning on April 15, 2021, subject to continued service.",
    },
    remarks="This amendment corrects the number of shares subject to the option granted on March 15, 2021.",
    signature="/s/ June Abara, attorney-in-fact",
    signed="2021-03-24",
)

MANY_NOTES = Sheet(
    form="4",
    period="2020-11-02",
    issuer="Fernhill Water Group PLC",
    symbol="FWG",
    cik="0000990205",
    owners=(HALLORAN,),
    lines=(
        plain("Ordinary Shares (1) | 2020-11-02 | M | 2500 | A | (2) | 7310 (3) | D"),
        plain("Ordinary Shares | 2020-11-02 | F | 1104 (4) | D | 33.05 | 6206 | D"),
        derivative("Restricted Share Units | (2) | 2020-11-02 | M | 2500 | D | (5) | (6) | Ordinary Shares | 2500 | 0 | 5000 | D"),
        derivative("Restricted Share Units | (2) | 2020-11-02 | A | 8400 | A | (7) | (6) | Ordinary Shares | 8400 | 0 | 8400 | D"),
        derivative("Performance Share Units | (2) | 2020-11-02 | A | 4200 (9) | A | (10) | (10) | Ordinary Shares | 4200 | 0 | 4200 | D"),
        derivative(
            "Share Option (right to buy) | 33.05 (11) | 2020-11-02 | A | 16000 | A | (12) | 2030-11-01 | Ordinary Shares | 16000 | 0"
            " | 16000 | D"
        ),
    ),
    notes={
        "1": "The ordinary shares are represented by American Depositary Shares, one for one.",
        "2": "Each restricted share unit represents a contingent right to receive one ordinary share.",
        "3": "Includes 310 shares acquired under the issuer's employee share purchase plan.",
        "4": "Withheld to satisfy taxes.",
        "5": "The units were granted on November 2, 2019 and vest in three equal annual installments beginning on November 2, 2020.",
        "6": "Not applicable.",
        "7": "The restricted share units vest as to one-third on November 2, 2021,",
        "8": "(continued from footnote 7) and as to the remaining two-thirds in eight equal quarterly installments thereafter.",
        "9": "At target.",
        "10": "The performance share units vest once the board certifies that the issuer has met its water loss target for 2022.",
        "11": "Converted from pounds sterling.",
        "12": "The option vests in four equal annual installments on each anniversary of the date of grant.",
    },
    signature="/s/ Rosalind Achebe, by power of attorney",
    signed="2020-11-04",
)

LONG = Sheet(
    form="4",
    period="2019-06-03",
    issuer="Tamarack Freight Systems Inc",
    symbol="TFSI",
    cik="0000990206",
    owners=(VASQUEZ,),
    lines=(
        *(
            plain(f"Class A Common Stock | 2019-06-03 | S | {1180 + 37 * n} | D | 52.{11 + n} (1) | {90412 - 1000 * n} | D")
            for n in range(18)
        ),
        *(plain(f"Class A Common Stock | | | | | | {4000 + 250 * n} | I | By Trust No. {n} (2)") for n in range(1, 7)),
        *(
            derivative(
                f"Employee Stock Option (right to buy) | {11 + n}.{40 + 5 * n} | 2019-06-03 | A | {4800 * n} | A | (3) | 2029-06-02"
                f" | Class A Common Stock | {4800 * n} | 0 | {4800 * n} | D"
            )
            for n in range(1, 7)
        ),
        *(
            derivative(
                f"Restricted Stock Units | (4) | | | | | {year}-06-01 (5) | {year}-06-01 | Class A Common Stock | {700 + 10 * n}"
                f" | | {700 + 10 * n} | D"
            )
            for n, year in enumerate(("2020", "2021", "2022", "2023"))
        ),
    ),
    notes={
        "1": "Sold under a trading plan that complies with Rule 10b5-1.",
        "2": "The reporting person disclaims beneficial ownership except to the extent of his pecuniary interest.",
        "3": "The option vests in 24 equal monthly installments beginning on July 3, 2019.",
        "4": "Each unit is the economic equivalent of one share.",
        "5": "The units vest on the date indicated.",
    },
    signature="/s/ Ramon T. Vasquez",
    signed="2019-06-05",
)

FILINGS = {"grant": GRANT, "initial": INITIAL, "annual": ANNUAL, "amended": AMENDED, "many-notes": MANY_NOTES, "long": LONG}


class Worked(NamedTuple):
    """What the words of a row come to, worked out by hand."""

    status: str
    whole: int | None
    dates: int
    first: str
    last: str
    first_units: int
    last_units: int


EXPECTED: dict[str, dict[str, Worked]] = {
    # 12,000 over 16 quarters: 750 each, the last on May 14, 2022; 96,000: 24,000, then 72,000 / 36 = 2,000 a month to May 14, 2022
    "grant": {
        "I.1": Worked("complete", 12000, 16, "2018-08-14", "2022-05-14", 750, 750),
        "II.1": Worked("complete", 96000, 37, "2019-05-14", "2022-05-14", 24000, 2000),
    },
    # holdings: the number held is taken for the whole, 30,000 / 4; no vest lies before the report of September 1, 2016
    "initial": {
        "II.1": Worked("complete", 30000, 4, "2017-03-11", "2020-03-11", 7500, 7500),
        "II.2": Worked("complete", 12500, 1, "2017-06-30", "2017-06-30", 12500, 12500),
        "II.3": Worked("complete", 9000, 3, "2017-02-15", "2019-02-15", 3000, 3000),
    },
    "annual": {"I.2": Worked("complete", 3600, 3, "2015-02-03", "2017-02-03", 1200, 1200)},
    # 40,000 / 48 = 833 1/3: 833 on the first date, 40,000 - floor(40,000 x 47/48) = 834 on the last
    "amended": {"II.2": Worked("complete", 40000, 48, "2021-04-15", "2025-03-15", 833, 834)},
    # 8,400: 2,800, then 5,600 in 8 quarters of 700 to November 2, 2023
    "many-notes": {
        "II.2": Worked("complete", 8400, 9, "2021-11-02", "2023-11-02", 2800, 700),
        "II.4": Worked("complete", 16000, 4, "2021-11-02", "2024-11-02", 4000, 4000),
    },
    # the option of row n is 4,800 n: 200 n a month for 24 months
    "long": {f"II.{n}": Worked("complete", 4800 * n, 24, "2019-07-03", "2021-06-03", 200 * n, 200 * n) for n in range(1, 7)},
}
