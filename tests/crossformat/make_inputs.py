"""Makes the inputs of the cross-format test: the invented filings in every form that users have.

    python -m tests.crossformat.make_inputs FOLDER [NAME...]

For each filing writes NAME.xml, NAME.txt (the full submission), NAME.html (EDGAR's page), NAME.pdf (the page printed by headless Chromium),
NAME.ocr.txt (the print as pictures, read by tesseract), NAME.pdfium.txt and, where pypdf and pdfplumber are installed, NAME.pypdf.txt and
NAME.plumber.txt (the text layer of the print). `missing_tools` says what a machine lacks; those forms are then not made.
"""

import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from tests.crossformat.as_xml import as_xml
from tests.crossformat.filings import FILINGS
from tests.crossformat.page import as_page
from tests.crossformat.sheet import Sheet

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
#: PDFium does not take two threads at a time.
_PDFIUM = Lock()
#: Dots an inch of the pictures that are read: an ordinary scan.
DPI = 200


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def missing_tools() -> list[str]:
    """What is needed for prints and is not there."""
    lacking = [] if chromium() else ["Chromium"]
    lacking += [] if shutil.which("tesseract") else ["tesseract"]
    return lacking + ([] if importlib.util.find_spec("pypdfium2") else ["pypdfium2"])


def submission(sheet: Sheet) -> str:
    """The full submission text with the XML in it."""
    return (
        f"<SEC-DOCUMENT>0000990000-20-000001.txt : 20200102\n<SEC-HEADER>0000990000-20-000001.hdr.sgml : 20200102\n"
        f"ACCESSION NUMBER:\t\t0000990000-20-000001\nCONFORMED SUBMISSION TYPE:\t{sheet.form}\n"
        f"CONFORMED PERIOD OF REPORT:\t{sheet.period.replace('-', '')}\nFILED AS OF DATE:\t\t20200102\n</SEC-HEADER>\n"
        f"<DOCUMENT>\n<TYPE>{sheet.form}\n<SEQUENCE>1\n<FILENAME>primary_doc.xml\n<TEXT>\n<XML>\n{as_xml(sheet)}</XML>\n</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT>\n<TYPE>EX-24\n<SEQUENCE>2\n<FILENAME>poa.txt\n<TEXT>\nPOWER OF ATTORNEY\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
    )


def print_page(page: Path, pdf: Path) -> None:
    """The page as a browser prints it, with its running header and footer."""
    program = chromium()
    assert program
    with tempfile.TemporaryDirectory() as profile:
        command = [program, *_FLAGS, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", page.resolve().as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def pictures(pdf: Path, folder: Path) -> list[Path]:
    """The pages as grey pictures (PGM)."""
    import pypdfium2

    out = []
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        for number, page in enumerate(document):
            bitmap = page.render(scale=DPI / 72, grayscale=True)
            rows = bytes(bitmap.buffer)
            body = b"".join(rows[n * bitmap.stride :][: bitmap.width] for n in range(bitmap.height))
            out.append(folder / f"{number}.pgm")
            out[-1].write_bytes(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + body)
            bitmap.close()
            page.close()
        document.close()
    return out


def recognised(pdf: Path) -> str:
    """The text that tesseract reads in pictures of the pages."""
    texts = []
    with tempfile.TemporaryDirectory() as folder:
        for picture in pictures(pdf, Path(folder)):
            command = ["tesseract", str(picture), "-", "--dpi", str(DPI), "--psm", "4"]
            done = subprocess.run(command, check=True, capture_output=True, timeout=300, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
            texts.append(done.stdout.decode("utf-8"))
    return "\n".join(texts)


def layers(pdf: Path) -> dict[str, str]:
    """The text layer of the print, as the tools that are installed take it out."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        found = {"pdfium": "\n".join(page.get_textpage().get_text_bounded() for page in document)}
        document.close()
    if importlib.util.find_spec("pypdf"):
        from pypdf import PdfReader

        found["pypdf"] = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    if importlib.util.find_spec("pdfplumber"):
        import pdfplumber

        with pdfplumber.open(pdf) as opened:
            found["plumber"] = "\n".join(page.extract_text() or "" for page in opened.pages)
    return found


def make(name: str, folder: Path) -> None:
    """All forms of one filing that can be made here."""
    sheet = FILINGS[name]
    (folder / f"{name}.xml").write_text(as_xml(sheet), "utf-8")
    (folder / f"{name}.txt").write_text(submission(sheet), "utf-8")
    page = folder / f"{name}.html"
    page.write_text(as_page(sheet), "utf-8")
    if missing_tools():
        return
    pdf = folder / f"{name}.pdf"
    print_page(page, pdf)
    (folder / f"{name}.ocr.txt").write_text(recognised(pdf), "utf-8")
    for tool, text in layers(pdf).items():
        (folder / f"{name}.{tool}.txt").write_text(text, "utf-8")


def make_all(folder: Path, names: Iterable[str] = FILINGS) -> None:
    """Several filings at a time."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: make(name, folder), names))


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    make_all(folder, sys.argv[2:] or FILINGS)
    if lacking := missing_tools():
        print(f"no prints: {', '.join(lacking)} not installed")


if __name__ == "__main__":
    main()
