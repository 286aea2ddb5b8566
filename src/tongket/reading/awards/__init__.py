"""Honours reported as given.

`reader.py` makes the records; `honours.py` names the honours, `givers.py` says who gave them, `words.py` holds the
words of both.
"""
