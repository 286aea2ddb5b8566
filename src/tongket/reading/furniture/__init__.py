"""The article told from the furniture around it: menus, teasers, counters, share buttons.

`body.py` gives the spans of the article; `lines.py` says how a line looks, `block.py` where the article begins and
ends, `letter.py` what a written report's head and foot are; `walk.py` goes from line to line.
"""
