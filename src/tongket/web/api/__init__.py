"""The desk for programs: the same actions and the same gate, with OpenAPI at `/api/openapi.json`.

`interface.py` puts all of it together, `operations.py` says how an operation names its verb and its org and what
becomes of a refusal, `parsing.py` reads what is sent, `tokens.py` and `asking.py` who asks; `shapes.py` has what
operations give and take in common. A module a part: `today.py`; `inbox.py`, `documents.py`; `board.py`, `reports.py`,
`forms.py`; `rollup.py`, `seen.py` (charts and files), `deciding.py`, `entries.py`; `directives.py`, `tasks.py`;
`reviews.py`, `review_history.py`, `review_steps.py`, `review_figures.py`, `review_files.py`, `published.py`;
`searching.py`; `orgs.py`, `stories.py`, `changes.py`; `people.py`, `programs.py` (tokens); `profiles.py`, `keeping.py`.
`docs/api.md` lists the operations.
"""
