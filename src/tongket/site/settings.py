"""Settings of Django for the ledger: a file on one machine, or a PostgreSQL server that many share.

`DATABASE_URL` names the server, as `postgresql://user:password@host/name`; without it the ledger is a file, which the
commands of `tongket` name themselves (`actions/open_ledger.py`) and `TONGKET_LEDGER` names for whoever runs Django's
own commands (`django-admin makemigrations`).
"""

import os

import dj_database_url

INSTALLED_APPS = ["tongket.ledger"]
DATABASE_URL = os.environ.get("DATABASE_URL", "")
LEDGER_IN_A_FILE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": os.environ.get("TONGKET_LEDGER", ":memory:"),
    "OPTIONS": {
        # Another run may hold the file; 30 s is longer than any one document takes (20 s at most).
        "timeout": 30,
        # A writer takes its lock at the start, so that two runs wait for one another and neither fails half-way.
        "transaction_mode": "IMMEDIATE",
        # WAL: readers go on while a run writes, and a kill leaves the last whole transaction.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}
DATABASES = {"default": dj_database_url.parse(DATABASE_URL) if DATABASE_URL else LEDGER_IN_A_FILE}
USE_TZ = True
# Only the desk signs with it (`desk.py`): its sessions.
SECRET_KEY = os.environ.get("TONGKET_SECRET_KEY", "")
