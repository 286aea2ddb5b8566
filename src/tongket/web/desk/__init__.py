"""The desk: what a synthesis office has open all day. Server-rendered pages with HTMX, a package a part of the work.

Start with `routes.py` (how a page names its verb and its org), `person.py` (who asks), `frame.py` (what every page
shows around itself), `parts.py` (the list of parts) and `urls.py` (their addresses). `language.py` and
`only_own_files.py` stand before every page, `attachment.py` hands a file out, `ready.py` spares the first visitor a
wait, `words.py` says what roles and verbs are called, `refusals/` say in English what an action refused,
`templatetags/` are filters for the templates. Parts: `home/`, `account/`, `inbox/`, `reading/`, `board/`, `register/`
(directives, tasks, limitations), `rolling/`, `drafts/`, `searching/`, `administration/`.
"""
