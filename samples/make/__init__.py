"""Makes `samples/reports` from the readable texts in `samples/sources`.

`python -m samples.make` writes every report again; `--check` only says which committed files differ.
Start with `source.py` (what a source text looks like); there is one writer a format: `web`, `plain`, `word`,
`sheet`, `printed` (PDF with text and scans). Everything but PDF, scans and pictures is the same bytes on any
machine; those need the DejaVu Serif font and the dependency group `samples` (reportlab, pillow).
"""
