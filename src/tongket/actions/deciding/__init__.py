"""What a person decides of a roll-up: which of several documents is right, and what a figure is that fits no indicator.

`conflicts.py` and `misfits.py` find what is to be decided, `decide.py` enters the decisions, `decisions.py` tells those
that were made and takes them back.
"""
