"""Every address of the desk: accounts, the API, the pages."""

from django.urls import include, path, re_path
from django.views.i18n import set_language

from tongket.web.api.interface import api
from tongket.web.api.operations import nothing_there

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("language", set_language, name="set-language"),
    path("api/", api.urls),
    path("api/", include([re_path("", nothing_there)])),
    path("", include("tongket.web.desk.urls")),
]
