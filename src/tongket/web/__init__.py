"""Pages and an API over the ledger: parse, call an action or a question, show; no rule of the trade in here.

`desk/` is for those who work with it, `api/` for programs. Every route names a verb (`desk/routes.py`), and the one
gate in `actions.people.gate` decides.
"""
