"""The desk as an application of Django: templates, styles and catalogues; it has no tables of its own."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages for staff."""

    name = "tongket.web.desk"
    label = "desk"
