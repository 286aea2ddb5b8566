"""Addresses of the account beside those of allauth."""

from django.urls import path

from tongket.web.desk.account import pages

urlpatterns = [
    path("invited/<str:secret>", pages.invited, name="invited"),
    path("own-account/tokens", pages.tokens, name="tokens"),
]
