"""Addresses of the board."""

from django.urls import path

from tongket.web.desk.board import form_pages, pages, remind_pages, report_pages

_REPORT = "board/<str:org>/<str:report>/<str:period>/"

urlpatterns = [
    path("board/", pages.board, name="board"),
    path("board/remind", remind_pages.remind_page, name="board-remind"),
    path(_REPORT, report_pages.report, name="board-report"),
    path(_REPORT + "submit", report_pages.submit, name="board-submit"),
    path(_REPORT + "settle", report_pages.settle, name="board-settle"),
    path(_REPORT + "comment", report_pages.comment, name="board-comment"),
    path(_REPORT + "form", form_pages.form_page, name="board-form"),
    path(_REPORT + "form.xlsx", form_pages.form_file, name="board-form-file"),
    path(_REPORT + "form/upload", form_pages.form_upload, name="board-form-upload"),
]
