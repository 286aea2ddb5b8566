"""Directives and tasks.

`directive_pages.py` shows the register and one directive with how far each org is, `task_pages.py` tasks and one task
with what reports say of it, `said_pages.py` tasks and limitations as reports tell them; `about.py` says whose a task
of an address is, `words.py` has statuses and stages in words, `urls.py` the addresses.
"""
