"""The period board and its forms.

`pages.py` shows the board, `cells.py` writes its cells, `report_pages.py` shows one report with its steps,
`form_pages.py` the form of an org without a computer person, `remind_pages.py` reminders; `words.py` says states and
steps in words, `asked.py` reads what an address or a filter asks, `urls.py` has the addresses.
"""
