"""Addresses of documents."""

from django.urls import path

from tongket.web.desk.reading import adding, changing, files, page, telling, verdicts

urlpatterns = [
    path("<str:document>", page.document, name="document"),
    path("<str:document>/judge", verdicts.one, name="document-judge"),
    path("<str:document>/sure", verdicts.sure, name="document-sure"),
    path("<str:document>/sure/undo", verdicts.undo, name="document-undo"),
    path("<str:document>/add", adding.add, name="document-add"),
    path("<str:document>/telling", telling.telling, name="document-telling"),
    path("<str:document>/original", files.original, name="document-original"),
    path("<str:document>/pages/<int:number>.png", files.picture, name="document-picture"),
    path("<str:document>/records/<str:record>", changing.record, name="document-record"),
    path("<str:document>/records/<str:record>/change", changing.change_figure, name="document-change"),
    path("<str:document>/records/<str:record>/comment", changing.say, name="document-comment"),
]
