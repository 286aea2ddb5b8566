"""Addresses of the search."""

from django.urls import path

from tongket.web.desk.searching import pages

urlpatterns = [
    path("search/", pages.find, name="search"),
    path("search/keep", pages.keep, name="search-keep"),
    path("search/forget", pages.forget, name="search-forget"),
]
