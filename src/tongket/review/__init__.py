"""Rolled-up rows and statements in, a review document out, every figure a link to its source.

Start with `content.py`: the frozen types a review consists of; whoever has a ledger and a roll-up builds
them and hands them to a writer. `wording.py` says how figures are written in official Vietnamese,
`differences.py` how what lies between two of them is, `sentences.py` makes sentences of totals, `anchors.py` gives
every source and total its place in the annex of sources, `view.py` is what a layout may name, `word.py` writes the
Word file on a layout (`layouts/`, a Word file that users edit), `page.py` the same review as one page.
`charts.py` draws figures side by side, one specification for both; `sheets.py` writes tables that are seen as files.
`linking.py`, `marks.py` and `view_annexes.py` serve both, `pack.py` makes a zip that is the same each time.
No Django and no Ibis here, no clock, no network: the same content gives the same bytes.
"""
