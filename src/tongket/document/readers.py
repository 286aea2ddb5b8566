"""The readers that run in the calling process, one a format."""

from collections.abc import Callable

from tongket.document.csv_rows import read_csv
from tongket.document.docx import read_docx
from tongket.document.draft import Source
from tongket.document.html_page import read_html
from tongket.document.ods import read_ods
from tongket.document.odt import read_odt
from tongket.document.txt import read_txt
from tongket.document.xlsx import read_xlsx
from tongket.terms.document import Document

Reader = Callable[[bytes, Source], Document]
READERS: dict[str, Reader] = {
    "txt": read_txt,
    "csv": read_csv,
    "html": read_html,
    "docx": read_docx,
    "odt": read_odt,
    "xlsx": read_xlsx,
    "ods": read_ods,
}
