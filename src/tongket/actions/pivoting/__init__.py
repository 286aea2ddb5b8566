"""The roll-up as a page shows it: a question whose three sides, orgs, indicators and periods, are put where one wants.

`pivot.py` is the question and lays the answer out, `sides.py` says which orgs and periods there are to ask for,
`parts.py` goes from one cell down to the sentences, `beside.py` compares with an earlier period and points out what
stands apart. `kept.py` keeps answers until something that they rest on is recorded, `beside_processes.py` shares them
among the processes of a desk. `wording.py` tells figures in words, `sheet.py` is what is seen as a table,
`files.py` as a file or a chart.
"""
