"""Addresses of the inbox."""

from django.urls import path

from tongket.web.desk.inbox import bringing, failed, orgs, pages

urlpatterns = [
    path("", pages.inbox, name="inbox"),
    path("files", bringing.bring, name="inbox-files"),
    path("batches/<str:batch>", pages.batch, name="inbox-batch"),
    path("failed", failed.letters, name="inbox-failed"),
    path("failed/<str:job>", failed.again, name="inbox-again"),
    path("orgs", orgs.names, name="org-names"),
]
