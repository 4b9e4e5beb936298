"""A PDF print of EDGAR's page to a Filing.

In: the bytes of the PDF. Out: the filing, its cells told by the ruling lines of the tables and the headings above them; where a print
has no rulings, read from its text alone (ocr_text.py), which says what it could not tell. Running headers and footers are left out.
Needs pypdfium2 (the extra `pdf`), imported only here. Refused, in one line: PDFs of pictures (give OCR text instead), encrypted or
broken ones, and prints of anything but a Form 3, 4 or 5.
"""

import re

from vestcalc.filings.model import Filing
from vestcalc.filings.pdf_cells import Page, read_page
from vestcalc.gaps import VestcalcError
from vestcalc.late import late

#: Lines a browser prints above and below each page, without their spaces: "3/6/19,5:15PMSECFORM4", "https://...1/2", "Page1of2".
_RUNNING = late(
    r"\d{1,2}/\d{1,2}/\d{2,4},?\d{1,2}:\d\d(?:[AP]M)?\D.{0,80}|(?:https?|file)://\S{1,300}|\d{1,3}/\d{1,3}|Page\d{1,3}of\d{1,3}",
    re.IGNORECASE | re.ASCII,
)
_MOST_PAGES = 60


def read_pdf(data: bytes, source: str) -> Filing:
    """The filing in a PDF print; VestcalcError when it holds no text, or no such form."""
    pages = _pages(data, source)
    for page in pages:
        page.text = _body(page.text)
    if not any(page.text.strip() for page in pages):
        raise VestcalcError(f"{source}: the PDF holds pictures, no text; run it through OCR and give the text")
    from vestcalc.filings.pdf_tables import read_ruled

    ruled = read_ruled(pages, source)
    if ruled:
        return ruled
    from vestcalc.filings.ocr_text import read_text

    return read_text("\n".join(page.text for page in pages), source)


def _pages(data: bytes, source: str) -> list[Page]:
    try:
        import pypdfium2
    except ImportError:
        raise VestcalcError(f'{source}: reading a PDF needs pypdfium2; install it with: pip install "vestcalc[pdf]"') from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        known = "it is encrypted; save a copy without a password" if "assword" in str(error) else "it is broken or no PDF; fetch it again"
        raise VestcalcError(f"{source}: the PDF cannot be opened: {known}") from None
    try:
        if len(document) > _MOST_PAGES:
            raise VestcalcError(f"{source}: a PDF of {len(document)} pages is no print of one form; give the pages of the form alone")
        return [read_page(page) for page in document]
    except pypdfium2.PdfiumError:
        raise VestcalcError(f"{source}: a page of the PDF cannot be read; print the filing to PDF again") from None
    finally:
        document.close()


def _body(page: str) -> str:
    """A page without the lines a browser prints above and below it."""
    lines = page.split("\n")
    edges = {*range(4), *range(len(lines) - 4, len(lines))}
    return "\n".join(line for n, line in enumerate(lines) if n not in edges or not _RUNNING.fullmatch("".join(line.split())))
