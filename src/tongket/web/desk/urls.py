"""Addresses of all parts of the desk; each part keeps its own in its `urls.py`."""

from django.urls import include, path

urlpatterns = [
    path("", include("tongket.web.desk.home.urls")),
    path("", include("tongket.web.desk.board.urls")),
    path("", include("tongket.web.desk.drafts.urls")),
]
