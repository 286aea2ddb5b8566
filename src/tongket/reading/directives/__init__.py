"""The documents a page cites, each under one key, however its number is written.

`reader.py` makes the records; `scan.py` finds where a citation may stand, `cited.py` reads numbers and short forms
(`numbers.py`: their keys, `words.py`: their words), `gatherings.py` plenums and congresses, `issued.py` settles who
issued what, `registry.py` holds the well-known ones and `doubts.py` holds the citations against them.
"""
