"""Django must be ready before its parts can be imported."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
django.setup()
