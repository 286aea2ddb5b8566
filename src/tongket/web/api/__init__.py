"""The desk for programs: the same actions and the same gate, with OpenAPI at `/api/openapi.json`.

`interface.py` puts all of it together, `operations.py` says how an operation names its verb and its org and what
becomes of a refusal, `parsing.py` reads what is sent, `tokens.py` and `asking.py` who asks; `shapes.py` has what
operations give and take in common. A module a part: `inbox.py`, `documents.py`; `board.py`, `reports.py`, `forms.py`;
`rollup.py`, `deciding.py`, `entries.py`; `directives.py`, `tasks.py`; `reviews.py`; `searching.py`; `orgs.py`,
`changes.py`; `people.py`; `keeping.py`. `docs/api.md` lists the operations.
"""
