"""File bytes in, `Document` out: text with offsets, lines with kind and number, origin, sha256 of the bytes.

In: a path or bytes, and `ReadLimits`. Out: a `Document` with its findings; nothing is ever raised for what is
wrong with a file. Start with `files.py` (the door) and `signature.py` (what a file is, by its content). A text
that is already decoded goes through `plain.py` alone.

One reader a format, each filling a `Draft` (`draft.py`), which gives the lines their offsets at the end:
`txt.py` (`charset.py`, `legacy.py`, `syllables.py`: which encoding reads most Vietnamese), `html_page.py`
(`html_lines.py`, `html_lists.py`, `html_tables.py`, `html_article.py`, `html_properties.py`, `html_marks.py`),
`docx.py` (`docx_text.py`, `docx_numbering.py`, `docx_styles.py`), `odt.py` (`odt_numbering.py`) and
`ods.py` (both `odf.py`), `csv_rows.py`, `xlsx.py` (`xlsx_formats.py`), `pdf.py` (`printed.py`,
`printed_tables.py`, `ocr.py`). Shared: `packed.py` (ZIP and XML under bounds), `cells.py`, `numerals.py`, `outline.py`
(what a line is by its own look), `faults.py` with `data/faults.tsv` (every fault, in Vietnamese), `refusal.py` (how a
reader stops), `limits.py` (how much is read), `seldom.py` (patterns that wait to be
asked for, in `reading` as well).

`readers.py` lists the readers of this process. PDFs and large files are read by a process of their own
(`aside.py` asks, `worker.py` answers, `wire.py` is their language), which the system bounds in memory and time;
so are the pages of a PDF that are drawn as pictures (`pictures.py`).
"""
