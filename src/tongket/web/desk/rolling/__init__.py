"""The roll-up: what the orgs below one gave, laid out as its address says, down to the sentences.

`asked.py` reads the question from the address and writes it back, `pages.py` shows the answer and one figure's way
back (`tables.py` keeps its tables, `cells.py` writes their cells, `ahead.py` has those ready that most will ask for),
`beside.py` compares with an earlier period, points out outliers and draws, `files.py` gives what is seen as files,
`decisions.py` are the lists to decide; `urls.py` has their addresses.
"""
