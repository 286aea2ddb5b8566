"""Settings of Django for the ledger on one machine.

`TONGKET_LEDGER` names the ledger's file for whoever runs Django's own commands (`django-admin makemigrations`);
the commands of `tongket` name it themselves (`actions/open_ledger.py`).
"""

import os

INSTALLED_APPS = ["tongket.ledger"]
DATABASES = {
    "default": {
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
    },
}
USE_TZ = True
# There is no web server yet: nothing is signed with it.
SECRET_KEY = os.environ.get("TONGKET_SECRET_KEY", "")
