"""Addresses of administration."""

from django.urls import path

from tongket.web.desk.administration import log, orgs, people, profile, state

urlpatterns = [
    path("", people.first, name="administration"),
    path("people/", people.people, name="people"),
    path("people/<str:person>/", people.person, name="person"),
    path("orgs/", orgs.orgs, name="orgs"),
    path("orgs/change", orgs.change, name="orgs-change"),
    path("orgs/<str:org>/", orgs.org, name="org"),
    path("profile/", profile.profile, name="profile"),
    path("profile/tables", profile.tables, name="profile-tables"),
    path("profile/versions", profile.all_versions, name="profile-versions"),
    path("log/", log.log, name="log"),
    path("log/file", log.file, name="log-file"),
    path("state/", state.state, name="state"),
]
