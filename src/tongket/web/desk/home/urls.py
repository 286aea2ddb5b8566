"""Addresses of the first page and of the frame's own forms."""

from django.urls import path

from tongket.web.desk.home import pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("acting-for", pages.act_for, name="act-for"),
]
