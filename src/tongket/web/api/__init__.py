"""The desk for programs: the same actions and the same gate, with OpenAPI at `/api/openapi.json`.

`interface.py` puts all of it together, `operations.py` says how an operation names its verb and its org and what
becomes of a refusal, `parsing.py` reads what is sent, `tokens.py` and `asking.py` who asks. A module a part:
`inbox.py`, `documents.py`, `orgs.py`, `entries.py`, `rollup.py`, `reviews.py`; `shapes.py` has what they give in
common.
"""
