"""A PDF print of EDGAR's page to a Filing.

In: the bytes of the PDF. Out: the filing, read from the text the PDF carries, in the order it was drawn, running headers and footers left out.
Needs pypdfium2 (the extra `pdf`), imported only here. Refused, in one line: PDFs that hold pictures instead of text (OCR text is read
instead), that are encrypted, broken, or print something else than a Form 3, 4 or 5.
"""

import re
from typing import TYPE_CHECKING

from vestcalc.filings.model import Filing
from vestcalc.gaps import VestcalcError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: Lines a browser prints above and below each page: "3/6/19, 5:15 PM  SEC FORM 4", "https://... 1/2", "Page 1 of 2".
_RUNNING = re.compile(
    r"\s*(?:\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d\d(?:\s?[AP]M)?\b.{0,80}|(?:https?|file)://\S{1,300}(?:\s+\d{1,3}\s?/\s?\d{1,3})?"
    r"|\d{1,3}\s?/\s?\d{1,3}|Page\s+\d{1,3}\s+of\s+\d{1,3})\s*"
)
_MOST_PAGES = 60


def read_pdf(data: bytes, source: str) -> Filing:
    """The filing in a PDF print; VestcalcError when it holds no text, or no such form."""
    from vestcalc.filings.ocr_text import read_text

    pages = _pages(data, source)
    if not any(page.strip() for page in pages):
        raise VestcalcError(f"{source}: the PDF holds pictures, no text; run it through OCR and give the text")
    return read_text("\n".join(_body(page) for page in pages), source)


def _pages(data: bytes, source: str) -> list[str]:
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
        return _texts(document, source)
    except pypdfium2.PdfiumError:
        raise VestcalcError(f"{source}: a page of the PDF cannot be read; print the filing to PDF again") from None
    finally:
        document.close()


def _texts(document: "PdfDocument", source: str) -> list[str]:
    if len(document) > _MOST_PAGES:
        raise VestcalcError(f"{source}: a PDF of {len(document)} pages is no print of one form; give the pages of the form alone")
    texts = []
    for page in document:
        layer = page.get_textpage()
        texts.append(layer.get_text_range().replace("\r\n", "\n").replace("\x00", "").replace("\ufffe", ""))
        layer.close()
        page.close()
    return texts


def _body(page: str) -> str:
    """A page without the lines a browser prints above and below it."""
    lines = page.split("\n")
    return "\n".join(line for n, line in enumerate(lines) if not (min(n, len(lines) - 1 - n) < 3 and _RUNNING.fullmatch(line)))
