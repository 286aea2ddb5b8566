"""Addresses of the register."""

from django.urls import path

from tongket.web.desk.register import directive_pages, said_pages, task_pages

urlpatterns = [
    path("register/", directive_pages.register, name="register"),
    path("register/directive", directive_pages.directive, name="directive"),
    path("register/evidence/<str:org>", directive_pages.judge_own, name="evidence"),
    path("register/evidence/<str:org>/below", directive_pages.judge_below, name="evidence-below"),
    path("register/said", said_pages.said, name="said-tasks"),
    path("register/limitations", said_pages.limitations, name="limitations"),
    path("register/tasks/", task_pages.tasks, name="tasks"),
    path("register/tasks/new", task_pages.new_task, name="new-task"),
    path("register/tasks/from-statement", task_pages.from_statement, name="task-from-statement"),
    path("register/tasks/<str:task>/", task_pages.task, name="task"),
    path("register/tasks/<str:task>/answer", task_pages.answer, name="task-answer"),
    path("register/tasks/<str:task>/change", task_pages.change, name="task-change"),
]
