"""Awards as Open Cap Format (OCF): vesting terms, and the transactions that issue a security and start its vesting.

terms.py writes terms, fit.py finds periods in dates, transactions.py writes issuances, read.py reads terms back. What the format
cannot say is a notice, and terms are written only in a form that reads back as the same schedule.
"""
