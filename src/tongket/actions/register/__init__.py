"""The register: directives and tasks, who has to carry them out, and what reports show of it.

`directives` lists and tells of directives; `evidence` holds what sentences show of a directive or a task, and what a
person says to it. `tasks` are tasks as they stand, `set_task` sets and changes them, `answers` finds what reports say
of one, `said` the tasks and limitations that reports tell: what can become a task, what came back.
"""
