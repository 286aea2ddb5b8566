"""Addresses of reviews."""

from django.urls import path

from tongket.web.desk.drafts import draft_page, files, history, listing, settling, sources

urlpatterns = [
    path("reviews/", listing.listed, name="drafts"),
    path("reviews/start", listing.start, name="draft-start"),
    path("reviews/source/<str:entry>", sources.source, name="draft-source"),
    path("reviews/published/", listing.published, name="published"),
    path("reviews/published/<str:org>/<str:period>/", listing.published_review, name="published-review"),
    path("reviews/<str:org>/<str:period>/", draft_page.draft, name="draft"),
    path("reviews/<str:org>/<str:period>/edit", draft_page.edit, name="draft-edit"),
    path("reviews/<str:org>/<str:period>/refresh", draft_page.refresh, name="draft-refresh"),
    path("reviews/<str:org>/<str:period>/versions", history.all_versions, name="draft-versions"),
    path("reviews/<str:org>/<str:period>/comment", settling.comment, name="draft-comment"),
    path("reviews/<str:org>/<str:period>/settle", settling.settle, name="draft-settle"),
    path("reviews/<str:org>/<str:period>/review.docx", files.word, name="draft-docx"),
    path("reviews/<str:org>/<str:period>/review.pdf", files.pdf, name="draft-pdf"),
    path("reviews/<str:org>/<str:period>/review.html", files.page, name="draft-html"),
]
