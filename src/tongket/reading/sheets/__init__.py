"""Sheets of figures: the parts of their tables and the numbers of their cells.

In: a `Document` with cells. `layout.py` tells title, head, body and foot of a table and which columns hold what;
`amounts.py` reads the number of a cell with its bounds. The types of what rows and columns mean are in
`terms/sheet_mapping.py`.
"""
