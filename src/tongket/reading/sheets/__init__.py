"""Sheets of figures: what their rows and columns mean for a profile, proposed; and their figures by a mapping.

In: a `Document` with cells (XLSX, CSV) and a profile. Out: a `Proposal` (`proposal.py`), made by `proposing.py`
(`proposing_rows.py`, `proposing_columns.py`): what is sure, what is doubtful and why. By a mapping that somebody
accepted, `applying.py` gives the figures, `observing.py` says of each which indicator, org and period it is or why it
is none, `checking.py` compares totals with their parts; `refitting.py` puts a mapping on a later sheet of that form.

`layout.py` tells title, head, body and foot of a table; `amounts.py` reads the number of a cell with its bounds;
`matching.py` finds the indicator, org and period that words name. The types are in `terms/sheet_mapping.py`.
"""
