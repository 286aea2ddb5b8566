"""What the document reports on: the event, its kind and day, who held it, whose work it is on, which periods it spans.

`reader.py` finds the sentence that introduces it; `kinds.py`, `days.py`, `periods.py`, `hosts.py` and `orgs.py` answer
one question each; `owners.py` tells whose a meeting is by its name, `body_names.py` how names of bodies begin;
`place_names.py` knows places by their names, `work_told.py` reads the periods of the work that is
told behind the introduction, and `looked_back_on.py` puts together what is told of periods.
"""
