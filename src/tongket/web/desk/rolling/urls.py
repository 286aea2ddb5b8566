"""Addresses of the roll-up."""

from django.urls import path

from tongket.web.desk.rolling import beside, decisions, files, pages

urlpatterns = [
    path("rollup/", pages.choose_org, name="rollup"),
    path("rollup/<str:org>/", pages.rollup, name="rollup-of"),
    path("rollup/<str:org>/parts", pages.parts, name="rollup-parts"),
    path("rollup/<str:org>/changes", beside.changes, name="rollup-changes"),
    path("rollup/<str:org>/outliers", beside.outliers, name="rollup-outliers"),
    path("rollup/<str:org>/chart", beside.chart, name="rollup-chart"),
    path("rollup/<str:org>/file", files.file, name="rollup-file"),
    path("rollup/<str:org>/conflicts", decisions.conflicts, name="rollup-conflicts"),
    path("rollup/<str:org>/conflicts/decide", decisions.decide_conflict, name="rollup-decide-conflict"),
    path("rollup/<str:org>/misfits", decisions.misfits, name="rollup-misfits"),
    path("rollup/<str:org>/misfits/decide", decisions.decide_misfit, name="rollup-decide-misfit"),
    path("rollup/<str:org>/decided", decisions.decided, name="rollup-decided"),
    path("rollup/<str:org>/decided/take-back", decisions.take_back, name="rollup-take-back"),
]
