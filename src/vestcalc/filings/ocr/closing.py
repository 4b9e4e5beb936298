"""The end of the form: remarks and signature.

In: the lines behind the notes. Out: the remarks, the lines of the signature, and stray values and pieces of titles that the page's layout
threw in. Without a "/s/" or an attorney the signature is the last paragraph before its label.
"""

import re

from vestcalc.filings.ocr.clean import Line, flowing
from vestcalc.filings.ocr.sections import is_signature_label
from vestcalc.late import late

_STRAY = late(r"[\s$(),.\d/%-]*\Z|\(?(?:right(?:\sto(?:\sbuy)?)?|to(?:\sbuy)?|buy)\)?\Z|\W*Date\W*\Z", re.I)
_SIGNED = late(r"/\s?s\s?/|\battorn\w{1,3}[ -]?\s?in\b|\bas attorney|\bby:|\bby power of", re.I)


def read_closing(region: list[Line]) -> tuple[str | None, list[str], list[str]]:
    """Remarks or None, signature lines, strays."""
    strays: list[str] = []
    said: list[tuple[int, str]] = []
    paragraph = 0
    labelled = False
    for line in flowing(region):
        text = line.strip(" *#")
        if not text:
            paragraph += 1
        elif _STRAY.match(text):
            strays.append(text)
        elif is_signature_label(text):
            labelled = True
        elif not labelled:
            said.append((paragraph, text))
    start = next((i for i, (_, text) in enumerate(said) if _SIGNED.search(text)), None)
    if start is None:
        start = next((i for i, (n, _) in enumerate(said) if n == said[-1][0]), 0)
        start = max(start, len(said) - 3)
    elif not said[start][1].lstrip().startswith("/") and start and said[start - 1][0] == said[start][0]:
        start -= 1
    remarks = " ".join(text for _, text in said[:start])
    return remarks or None, [text for _, text in said[start:]], strays
