"""What hypothesis makes: words as lawyers use them in any order, notes, documents of each form with something broken in it."""

from hypothesis import strategies as st

FRAGMENTS = (
    "The option", "vests", "vest", "shall vest", "25%", "33 1/3%", "one-fourth", "1/48th", "of the shares", "of the RSUs",
    "on March 15, 2024", "on 3/15/2024", "on the first anniversary of the grant date", "and the remainder",
    "in 36 equal monthly installments", "thereafter", ",", ";", ".", "each quarter", "annually", "over four years", "commencing on",
    "beginning", "until", "fully vested", "immediately", "unless", "except", "subject to continued service",
    "upon a change in control", "12,500", "12,500 shares", "the earlier of", "or", "the date of the next annual meeting",
    "February 15, May 15, August 15 and November 15", "2021, 2022 and 2023", "not", "only", "Vesting Commencement Date", "(i)",
    "(ii)", "\n", "vested", "performance goals", "if", "100%", "the balance", "1/12", "quarterly", "each", "of the", "year", "month",
    "anniversary", '("RSUs")', "as of the date hereof",
)  # fmt: skip

#: A note as a lawyer might write it, or might not.
words = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=30).map(" ".join)
#: The same with any characters among them.
notes = st.one_of(words, st.text(max_size=200), st.builds(lambda a, b, c: f"{a} {b} {c}", words, st.text(max_size=20), words))
odd_amounts = st.sampled_from(["", "0", "-5", "1e5", "12.5", "NaN", "1,000", "9" * 30])
odd_days = st.sampled_from(["", "2023-02-30", "9999-12-31", "0001-01-01", "03/15/2023", "2023-03-15-05:00"])
amounts = st.one_of(st.integers(0, 10**18).map(str), odd_amounts, st.text(max_size=8))
days = st.one_of(st.dates().map(str), odd_days, st.text(max_size=8))


def escaped(text: str) -> str:
    return "".join(c for c in text if c in "\t\n\r" or c >= " ").replace("&", "&amp;").replace("<", "&lt;")


cell = st.builds(
    lambda value, mark: f"<value>{escaped(value)}</value>" + (f'<footnoteId id="F{mark}"/>' if mark else ""),
    st.one_of(amounts, days, st.text(max_size=10)),
    st.integers(0, 3),
)
_FIELDS = (
    "securityTitle", "conversionOrExercisePrice", "transactionDate", "transactionCoding", "transactionAmounts", "exerciseDate",
    "expirationDate", "underlyingSecurity", "postTransactionAmounts", "ownershipNature", "strange",
)  # fmt: skip
row = st.builds(
    lambda tag, fields: f"<{tag}>" + "".join(f"<{name}>{value}</{name}>" for name, value in fields) + f"</{tag}>",
    st.sampled_from(["nonDerivativeTransaction", "nonDerivativeHolding", "derivativeTransaction", "derivativeHolding"]),
    st.lists(st.tuples(st.sampled_from(_FIELDS), cell), max_size=8),
)
ownership = st.builds(
    lambda rows, texts, form, day: (
        f"<ownershipDocument><documentType>{form}</documentType><periodOfReport>{escaped(day)}</periodOfReport><derivativeTable>{''.join(rows)}"
        + "</derivativeTable><footnotes>"
        + "".join(f'<footnote id="F{i}">{escaped(text)}</footnote>' for i, text in enumerate(texts, 1))
        + "</footnotes></ownershipDocument>"
    ),
    st.lists(row, max_size=4),
    st.lists(notes, max_size=4),
    st.sampled_from(["3", "4", "5", "4/A", "", "x"]),
    days,
)
submission = st.builds("<SEC-DOCUMENT>\n{}\n<DOCUMENT>\n<TYPE>4\n<XML>\n{}\n</XML>".format, st.text(max_size=60), ownership)
_CELLS = st.one_of(amounts, days, st.sampled_from(["A", "D", "M", "(1)", "Common Stock", "Stock Option (right to buy)", "$2.51", "", "|"]))
printed = st.builds(
    lambda lines, texts: (
        "FORM 4\nSTATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n1. Name of Reporting Person\nTable II - Derivative Securities\n"
        + "\n".join(lines)
        + "\nExplanation of Responses:\n"
        + "\n".join(f"{i}. {text}" for i, text in enumerate(texts, 1))
    ),
    st.lists(st.lists(_CELLS, max_size=14).map(" | ".join), max_size=6),
    st.lists(notes, max_size=3),
)
page = st.builds(
    lambda rows, texts: (
        "<html><body>FORM 4 Table II - Derivative Securities<table><thead><tr><th>1. Title</th></tr></thead><tbody>"
        + "".join("<tr>" + "".join(f'<td><span class="FormData">{escaped(one)}</span></td>' for one in cells) + "</tr>" for cells in rows)
        + "</tbody></table><b>Explanation of Responses:</b><table>"
        + "".join(f'<tr><td class="FootnoteData">{i}. {escaped(text)}</td></tr>' for i, text in enumerate(texts, 1))
    ),
    st.lists(st.lists(_CELLS, max_size=17), max_size=4),
    st.lists(notes, max_size=3),
)
tsv = st.lists(
    st.lists(st.one_of(amounts, days, notes, st.sampled_from(["0001234567-23-000001", "F1", "F1, F2"])), max_size=8).map("\t".join),
    max_size=8,
).map("\n".join)

#: Documents of every form, by reader.
DOCUMENTS = {"xml": ownership, "submission": submission, "page": page, "print": printed, "terms": notes}
