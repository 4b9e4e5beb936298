"""The abbreviations of notes written in telegraph style: "3,000 shs. exer. each qtr., bal. on 2nd anniv.".

In: nothing. Out: each abbreviation and the word it stands for, and the pattern of one with its full stop, which ends no sentence where the
sentence goes on in small letters or figures.
"""

_LISTED = """
year yr
years yrs
month mo
months mos mths mnths
quarter qtr
quarters qtrs
quarterly qtrly qtly
anniversary anniv
anniversaries annivs
share sh shr
shares shs shrs
stock stk
option opt
options opts
warrant wt
warrants wts
restricted restr rstr
performance perf
amount amt
amounts amts
each ea
additional addl addtl add'l addt'l
balance bal
beginning beg
commencing commenc
immediately immed
exercisable exer exerc
meeting mtg
director dir
directors dirs
schedule sched
cumulative cum
including incl
installment instal installmt
installments instals installmts
agreement agmt
subject subj
percent pct
annually p.a
"""

#: Abbreviation -> the word it stands for.
SHORT = {short: line.split()[0] for line in _LISTED.strip().split("\n") for short in line.split()[1:]}
#: Words of their own where another follows: "may opt to defer".
ALSO_VERBS = frozenset(["opt", "opts"])
#: Those that are never a sentence's last word: "2021 Stk. Option Plan".
_NEVER_LAST = "stk|restr|rstr|perf|addl|addtl|add'l|addt'l|incl|subj"
_ANY = "|".join(sorted(SHORT, key=len, reverse=True))
#: An abbreviation and its full stop, inside a sentence: what follows goes on, or is a month.
STOPPED = rf"(?:(?i:{_NEVER_LAST})\.(?=\s)|(?i:{_ANY})\.(?=\s?[a-z0-9,;:)]|\s(?:\([a-z]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
