"""Addresses of all parts of the desk; each part keeps its own in its `urls.py`."""

from django.urls import include, path

urlpatterns = [
    path("", include("tongket.web.desk.home.urls")),
    path("", include("tongket.web.desk.account.urls")),
    path("administration/", include("tongket.web.desk.administration.urls")),
    path("inbox/", include("tongket.web.desk.inbox.urls")),
    path("documents/", include("tongket.web.desk.reading.urls")),
    path("", include("tongket.web.desk.board.urls")),
    path("", include("tongket.web.desk.register.urls")),
    path("", include("tongket.web.desk.drafts.urls")),
    path("", include("tongket.web.desk.rolling.urls")),
    path("", include("tongket.web.desk.searching.urls")),
]
