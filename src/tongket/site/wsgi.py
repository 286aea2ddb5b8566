"""The desk for a WSGI server: `gunicorn tongket.site.wsgi` with `DATABASE_URL` and `TONGKET_SECRET_KEY` set."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.desk")
application = get_wsgi_application()
# Only now: the pages know their models once the application stands.
import_module("tongket.web.desk.ready").get_ready()
