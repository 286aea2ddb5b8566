"""Addresses of administration."""

from django.urls import path

from tongket.web.desk.administration import people

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/<str:person>/", people.person, name="person"),
]
